package site

import (
	"slices"
	"strings"
	"testing"
)

// Whom to call is kept before anything that is only good to have.
func TestHelpLinesAreKeptFirst(t *testing.T) {
	required := offlineFiles(realPages(t), Addresses{base: "/"}).required
	for _, want := range []string{"/en/help/", "/fr/aide/"} {
		if !slices.Contains(required, want) {
			t.Errorf("%s is not required", want)
		}
	}
}

// The worker fails to install without a required file, so each of its files
// must be there, and only the check-up's own may be required.
func TestWorkerFiles(t *testing.T) {
	in := small()
	in.Base = "/t/"
	s := mustMake(t, in)
	keep := offlineFiles(in.Pages, Addresses{"/t/", s.names})
	worker := string(s.Files["worker.js"])
	seen := map[string]bool{}
	for _, address := range slices.Concat(keep.required, keep.optional) {
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
	required := strings.Join(keep.required, " ")
	for _, address := range []string{"/", "/en/", "/fr/", "/web/app.wasm", "/web/wasm_exec.js", "/web/boot.js", "/web/early.js", "/web/later.js", "/web/a.css"} {
		if want := (Addresses{"/t/", s.names}).Resolve(address); !strings.Contains(required, want) {
			t.Errorf("%s is not required", want)
		}
	}
	if strings.Contains(required, "about") || strings.Contains(required, "icon") {
		t.Errorf("too much is required: %s", required)
	}
	for name := range s.Files {
		if strings.HasPrefix(name, "web/") && !seen["/t/"+name] {
			t.Errorf("%s is not kept", name)
		}
	}
}
