package site

import (
	"io/fs"

	"bothends/app/i18n"
	"bothends/app/page"
)

// An offline is what the worker keeps, by address.
type offline struct {
	required []string          // without these there is no offline version
	optional []string          // these may fail
	blocking map[string]string // the blocking variant of a page, by the eager one
	missing  string            // is shown for a page that was not kept
	news     map[string]string // what is new in this version, by language
}

// workerOf bundles the service worker with what it keeps.
//
// app.Handler could fill in a template too (ServiceWorkerTemplate), but always
// adds "/app.css", "/app.js" and "/manifest.webmanifest" to the files, which do
// not exist here, and sets environment variables on the way: so go-app's
// handler is not used at all.
func workerOf(web fs.FS, version string, keep offline) ([]byte, []error) {
	return bundle(web, workerFile, map[string]any{"worker": map[string]any{
		"version": version, "required": keep.required, "optional": keep.optional,
		"blockingPaths": keep.blocking, "missing": keep.missing, "news": keep.news,
	}})
}

// offlineFiles divides what the worker keeps. Required is what the check-up
// itself needs, and whom to call; everything else of the site is optional.
func offlineFiles(pages []page.Page, a Addresses) offline {
	need, blocking, news := map[string]bool{}, map[string]string{}, map[string]string{}
	for _, p := range pages {
		news[p.Lang] = i18n.New(p.Lang).T("update.news")
		if p.KeptFirst {
			need[a.Resolve(p.Path)] = true
		}
		if !p.Program {
			continue
		}
		need[a.Resolve(p.Path)] = true
		if p.BlockingPath != "" {
			blocking[a.Resolve(p.Path)] = a.Resolve(p.BlockingPath)
		}
		if p.Lexicon != "" {
			need[a.Resolve(p.Lexicon)] = true
		}
		for _, list := range [][]string{p.Styles, p.Scripts, p.Defer, {"/web/boot.js", "/web/app.wasm", "/web/wasm_exec.js", dataFile(p.Lang)}} {
			for _, address := range list {
				need[a.Resolve(address)] = true
			}
		}
	}
	extra := map[string]bool{}
	for _, p := range pages {
		if address := a.Resolve(p.Path); !need[address] {
			extra[address] = true
		}
	}
	for address := range a.names {
		if address := a.Resolve(address); !need[address] {
			extra[address] = true
		}
	}
	return offline{sortedKeys(need), sortedKeys(extra), blocking, a.Resolve(missingPath), news}
}
