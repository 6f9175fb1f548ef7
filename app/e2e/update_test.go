package e2e

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"testing"
)

// workerVersion is where the worker says which version it keeps.
var workerVersion = regexp.MustCompile(`version = "([0-9a-f]*)"`)

// nextVersion serves what a later build would, as far as browsers can tell: a
// worker of another version.
func (h *Host) nextVersion() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		now := httptest.NewRecorder()
		plain := r.Clone(r.Context())
		plain.Header.Del("Accept-Encoding")
		h.site.ServeHTTP(now, plain)
		w.Header().Set("Content-Type", now.Header().Get("Content-Type"))
		w.Header().Set("Cache-Control", now.Header().Get("Cache-Control"))
		w.Write(workerVersion.ReplaceAll(now.Body.Bytes(), []byte(`version = "${1}f"`)))
	})
}

func TestANewVersionIsOfferedAndNeverTakenInTheMiddleOfACheckUp(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("fr")
	p.Offline()
	p.Do(`async () => { await (await caches.open("another-site-of-this-host")).put("/x", new Response("theirs")); }`)
	p.Answer("workload_overflow", "often")
	worker := httptest.NewRecorder()
	p.Host.site.ServeHTTP(worker, httptest.NewRequest(http.MethodGet, "/worker.js", nil))
	if !workerVersion.Match(worker.Body.Bytes()) {
		t.Fatalf("the worker names no version:\n%s", worker.Body)
	}

	p.Host.Break("worker.js", p.Host.nextVersion())
	p.Reload()
	p.Ready()
	p.Until("the new version is offered", `() => document.querySelector("[data-update]").checkVisibility()`)
	old := Eval[[]string](p, `() => caches.keys()`)
	if len(old) != 3 {
		t.Errorf("caches are %q while the new version waits, want the old, the new and another site's", old)
	}
	p.GoTo(2)
	p.Answer("weekly_hours", 41)
	if got := p.Form(); len(got) != 2 || Eval[bool](p, `() => !navigator.serviceWorker.controller`) {
		t.Errorf("while the new version waits, the form holds %v", got)
	}

	p.Leaving(func() { p.Click("[data-act=update]") })
	p.Ready()
	if got := p.Form(); len(got) != 2 || p.Step() != "2" {
		t.Errorf("with the new version the form holds %v at step %s", got, p.Step())
	}
	p.Until("only the new version is kept, beside what is another site's", `async () => (await caches.keys()).length === 2 && await caches.has("another-site-of-this-host")`)
	if Eval[bool](p, `() => document.querySelector("[data-update]").checkVisibility()`) {
		t.Error("the new version is still offered")
	}
	if n := p.Host.Count(".wasm"); n != 1 {
		t.Errorf("the program, which did not change, travelled %d times", n)
	}
}
