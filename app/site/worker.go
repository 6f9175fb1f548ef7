package site

import (
	"io/fs"
	"slices"
	"strings"

	"bothends/app/page"
)

// A keeping is files that the worker keeps together, by address.
type keeping struct {
	Required []string `json:"required"` // without these nothing of it is kept
	Optional []string `json:"optional"` // these may fail, and are asked for again at the next visit
}

// A languageKeeping is what is kept of a language, once somebody reads it.
type languageKeeping struct {
	keeping
	CheckUp string `json:"checkUp"` // the page that is kept last: with it, all that is required is
	Unkept  string `json:"unkept"`  // what is said where something could not be kept
	Partly  string `json:"partly"`
	News    string `json:"news"` // what is new in this version
}

// An offline is what the worker keeps.
type offline struct {
	Version   string                     `json:"version"`
	Shared    keeping                    `json:"shared"` // of all languages
	Languages map[string]languageKeeping `json:"languages"`
	Usual     string                     `json:"usual"`         // the language of the address of no language
	Blocking  map[string]string          `json:"blockingPaths"` // the blocking variant of a page, by the eager one
	Unkept    string                     `json:"unkeptPage"`    // is shown for a page that is not kept
	Shares    []string                   `json:"sharePaths"`    // take a text that another app shares
}

// workerOf bundles the service worker with what it keeps.
//
// app.Handler could fill in a template too (ServiceWorkerTemplate), but always
// adds "/app.css", "/app.js" and "/manifest.webmanifest" to the files, which do
// not exist here, and sets environment variables on the way: so go-app's
// handler is not used at all.
func workerOf(web fs.FS, version string, keep offline) ([]byte, []error) {
	keep.Version = version
	return bundle(web, workerFile, map[string]any{"worker": keep})
}

// offlineFiles divides what the worker keeps. Required is what a check-up itself
// needs: no other file may cost it. Whom to call comes first of the rest, then
// where “leave now” leads.
func offlineFiles(pages []page.Page, a Addresses) offline {
	keep := offline{Languages: map[string]languageKeeping{}, Blocking: map[string]string{}, Shares: []string{}}
	listed := map[string]bool{}
	list := func(in *[]string, addresses ...string) {
		for _, address := range addresses {
			if address = a.Resolve(address); !listed[address] {
				listed[address] = true
				*in = append(*in, address)
			}
		}
	}
	canonical := map[string]string{} // of check-ups
	for _, p := range pages {
		if p.Lexicon != "" {
			keep.Shares = append(keep.Shares, a.Resolve(p.Path))
		}
		if p.Program && canonical[p.Lang] == "" {
			canonical[p.Lang] = p.Canonical
		}
		if p.Path == "/" {
			keep.Usual = p.Lang
		}
	}
	for _, p := range pages {
		if !p.Program || p.Canonical != canonical[p.Lang] {
			continue
		}
		of := keep.Languages[p.Lang]
		list(&of.Required, dataFile(p.Lang), p.Path)
		if p.Path == p.Canonical {
			of.CheckUp = a.Resolve(p.Path)
			of.News, of.Unkept, of.Partly = p.Words.T("update.news"), p.Words.T("unkept.all"), p.Words.T("unkept.some")
		}
		if p.BlockingPath != "" {
			keep.Blocking[a.Resolve(p.Path)] = a.Resolve(p.BlockingPath)
		}
		keep.Languages[p.Lang] = of
		list(&keep.Shared.Required, "/web/app.wasm", "/web/wasm_exec.js", "/web/boot.js")
		list(&keep.Shared.Required, slices.Concat(p.Styles, p.Scripts, p.Defer)...)
		if p.Inline != "" { // which no other page has in it
			list(&keep.Shared.Required, p.Inline)
		}
	}
	rank := func(p page.Page) int {
		return slices.Index([]bool{p.KeptFirst, p.NoIndex && !p.Program, p.Program, true}, true)
	}
	for _, p := range slices.SortedStableFunc(slices.Values(pages), func(p, q page.Page) int { return rank(p) - rank(q) }) {
		switch of, ok := keep.Languages[p.Lang]; {
		case p.Path == unkeptPath:
			keep.Unkept = a.Resolve(p.Path)
			list(&keep.Shared.Optional, p.Path)
		case ok && p.Path != missingPath && p.Onward == "":
			list(&of.Optional, p.Path)
			keep.Languages[p.Lang] = of
		}
	}
	for _, lang := range sortedKeys(keep.Languages) {
		of := keep.Languages[lang]
		if address := "/" + manifestName(lang); a.names[address] != "" {
			list(&of.Optional, address)
			keep.Languages[lang] = of
		}
	}
	for _, address := range sortedKeys(a.names) {
		if !ofInstallation(address) {
			list(&keep.Shared.Optional, address)
		}
	}
	return keep
}

// ofInstallation reports whether only the device asks for a file, once, when the site is
// put among its apps.
func ofInstallation(address string) bool {
	return strings.HasPrefix(address, "/web/icon-") && address != "/web/icon-32.png"
}

// kept are the files that a first visit in a language keeps.
func (o offline) kept(lang string) []string {
	of := o.Languages[lang]
	return slices.Concat(o.Shared.Required, of.Required, o.Shared.Optional, of.Optional)
}
