package site

import (
	"slices"
	"strings"
	"testing"

	"bothends/app/page"
)

// Whom to call, and where “leave now” leads, are kept before what is only good to have.
func TestHelpLinesAreKeptFirst(t *testing.T) {
	keep := offlineFiles(realPages(t), Addresses{base: "/"})
	for lang, want := range map[string][]string{"en": {"/en/help/", "/en/minutes/"}, "fr": {"/fr/aide/", "/fr/minutes/"}} {
		if got := keep.Languages[lang].Optional; !slices.Equal(got[:2], want) {
			t.Errorf("in %q first come %q, want %q", lang, got, want)
		}
	}
}

// What a first visit keeps, or fails for, has nothing of another language in it, and
// only a check-up's own files are required.
func TestAFirstVisitKeepsItsOwnLanguage(t *testing.T) {
	pages := realPages(t)
	names := map[string]string{}
	for _, address := range []string{"/web/app.wasm", "/web/boot.js", "/web/early.js", "/web/page.js", "/web/page.css", "/web/posting.js", page.LexiconFile,
		"/web/data.en.txt", "/web/data.fr.txt", "/web/data.de.txt", "/web/icon-512.png"} {
		names[address] = address[1:]
	}
	keep := offlineFiles(pages, Addresses{"/", names})
	for lang, required := range map[string]string{
		"en": "/web/data.en.txt /en/ /embed/en/ /",
		"fr": "/web/data.fr.txt /fr/ /embed/fr/",
		"de": "/web/data.de.txt /de/ /embed/de/",
	} {
		of := keep.Languages[lang]
		if got := strings.Join(of.Required, " "); got != required {
			t.Errorf("of %q %s is required, want %s", lang, got, required)
		}
		for _, address := range keep.kept(lang) {
			for other := range keep.Languages {
				if other != lang && (strings.Contains(address, "/"+other+"/") || strings.Contains(address, "data."+other)) {
					t.Errorf("who reads %q keeps %s", lang, address)
				}
			}
		}
		if of.CheckUp != "/"+lang+"/" || of.News == "" || of.Unkept == "" || of.Partly == "" {
			t.Errorf("of %q is said %+v", lang, of)
		}
	}
	shared := []string{"/web/app.wasm", "/web/wasm_exec.js", "/web/boot.js", "/web/page.js", "/web/early.js", "/web/page.css"}
	if got := keep.Shared.Required; !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(shared))) {
		t.Errorf("required is %q, want %q", got, shared)
	}
}

// The worker fails to install without a required file, so each of its files
// must be there.
func TestWorkerFiles(t *testing.T) {
	in := small()
	in.Base = "/t/"
	s := mustMake(t, in)
	keep := offlineFiles(in.Pages, Addresses{"/t/", s.names})
	worker := string(s.Files["worker.js"])
	seen := map[string]bool{}
	for _, address := range slices.Concat(keep.Shared.Required, keep.Shared.Optional,
		keep.Languages["en"].Required, keep.Languages["en"].Optional, keep.Languages["fr"].Required, keep.Languages["fr"].Optional) {
		if !strings.Contains(worker, `"`+address+`"`) {
			t.Errorf("the worker does not name %s", address)
		}
		if seen[address] {
			t.Errorf("%s is kept twice", address)
		}
		seen[address] = true
		if name := strings.TrimPrefix(address, "/t"); s.Files[fileOf(name)] == nil {
			t.Errorf("%s is not a file of the site", address)
		}
	}
	required := strings.Join(slices.Concat(keep.Shared.Required, keep.Languages["en"].Required), " ")
	for _, address := range []string{"/", "/en/", "/web/app.wasm", "/web/wasm_exec.js", "/web/boot.js", "/web/early.js", "/web/later.js", "/web/a.css"} {
		if want := (Addresses{"/t/", s.names}).Resolve(address); !strings.Contains(required, want) {
			t.Errorf("%s is not required", want)
		}
	}
	if strings.Contains(required, "about") || strings.Contains(required, "icon") || strings.Contains(required, "/fr/") {
		t.Errorf("too much is required: %s", required)
	}
	for name := range s.Files {
		if strings.HasPrefix(name, "web/") && !seen["/t/"+name] && !ofInstallation("/"+name) {
			t.Errorf("%s is not kept", name)
		}
	}
}
