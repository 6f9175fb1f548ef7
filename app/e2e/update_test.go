package e2e

import (
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"bothends/app/i18n"
	documents "bothends/app/page"
	"bothends/app/site"
	"bothends/web"

	"github.com/chromedp/cdproto/page"
)

// builtNext is the site at "/" as a later version would be: one stylesheet has
// another content, and so another name. The program is the same.
var builtNext = sync.OnceValues(func() (fs.FS, error) {
	root, err := builtSite()
	if err != nil {
		return nil, err
	}
	in := site.Input{Web: changedWeb{}}
	read := func(pattern string) (content []byte) {
		names, _ := filepath.Glob(filepath.Join(root, "web", pattern)) // the pattern is well formed
		if err == nil && len(names) == 1 {
			content, err = os.ReadFile(names[0])
		}
		return content
	}
	in.Program.Wasm, in.Program.Exec = read("app.*.wasm"), read("wasm_exec.*.js")
	in.Program.Transfer = len(in.Program.Wasm)
	in.Lexicon = read("lexicon.*.txt")
	in.Data = map[string][]byte{}
	for _, lang := range languages {
		in.Data[lang] = read("data." + lang + ".*.txt")
	}
	if err == nil {
		in.Pages, err = documents.Pages(shippedPack(), documents.Facts{})
	}
	if err != nil {
		return nil, err
	}
	next, problems := site.Make(in)
	if len(problems) > 0 {
		return nil, problems[0]
	}
	dir := fstest.MapFS{}
	for name, content := range next.Files {
		dir[name] = &fstest.MapFile{Data: content}
	}
	return dir, nil
})

// changedWeb is web/ with one more rule in a stylesheet.
type changedWeb struct{}

func (changedWeb) Open(name string) (fs.File, error) {
	content, err := fs.ReadFile(web.Files, name)
	if err != nil || name != "page.css" {
		return web.Files.Open(name)
	}
	return fstest.MapFS{name: {Data: append(content, "\n.next-version { color: inherit; }\n"...)}}.Open(name)
}

// deploy puts the later version in the place of the one that is hosted, all at
// once.
func (h *Host) deploy(t *testing.T) {
	t.Helper()
	next, err := builtNext()
	if err != nil {
		t.Fatal(err)
	}
	handler, _, err := site.Handler(next)
	if err != nil {
		t.Fatal(err)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.site = handler
}

// version is the one of the page that is open.
func (p *Person) version() string {
	p.t.Helper()
	return Eval[string](p, `() => document.documentElement.dataset.version`)
}

// offered waits until the new version is on offer.
func (p *Person) offered() {
	p.t.Helper()
	p.Until("the new version is offered", `() => seen("[data-update]")`)
}

// look makes the browser look for a new version, as it does by itself when a
// page is opened, and waits for what comes of it.
const look = `async () => {
	const registration = await navigator.serviceWorker.getRegistration();
	await registration.update().catch(() => {});
	const next = registration.installing;
	if (next) await new Promise((done) => next.addEventListener("statechange", () => {
		if (next.state === "redundant" || next.state === "installed") done();
	}));
	return registration.waiting ? "waiting" : "none";
}`

// ourCaches are the caches of this site.
const ourCaches = `async () => (await caches.keys()).filter((key) => key.startsWith("bothends:"))`

func TestANewVersionIsOfferedAndNeverTakenInTheMiddleOfACheckUp(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("fr")
	p.Offline()
	old := p.version()
	p.Do(`async () => { await (await caches.open("another-site-of-this-host")).put("/x", new Response("theirs")); }`)
	p.Answer("workload_overflow", "often")

	p.Host.deploy(t)
	p.Reload()
	p.Ready()
	p.offered()
	if said := Eval[string](p, `() => document.querySelector("#said").textContent`); said == "" {
		t.Error("a screen reader hears nothing of the offer")
	}
	p.Until("the new version says what is new in it", `(want) => document.querySelector("[data-news]").textContent.trim() === want`, i18n.New("fr").T("update.news"))
	if got := Eval[[]string](p, `() => caches.keys()`); len(got) != 3 {
		t.Errorf("caches are %q while the new version waits, want the old, the new and another site's", got)
	}
	p.GoTo(2)
	p.Answer("weekly_hours", 41)
	if got := p.Form(); len(got) != 2 || p.version() != old {
		t.Errorf("while the new version waits, version %s holds %v", p.version(), got)
	}

	p.Leaving(func() { p.Click("[data-act=update]") })
	p.Ready()
	if got := p.Form(); len(got) != 2 || p.Step() != "2" || p.version() == old {
		t.Errorf("with version %s, which was %s, the form holds %v at step %s", p.version(), old, got, p.Step())
	}
	p.Until("only the new version is kept, beside what is another site's", `async () => (await caches.keys()).length === 2 && await caches.has("another-site-of-this-host")`)
	if Eval[bool](p, `() => seen("[data-update]")`) {
		t.Error("the new version is still offered")
	}
	if n := p.Host.Count(".wasm"); n != 1 {
		t.Errorf("the program, which did not change, travelled %d times", n)
	}
}

// Of every language that is kept, also of one that is read while the new version waits.
func TestANewVersionKeepsTheSameLanguages(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Offline()
	old := p.version()
	p.Host.deploy(t)
	p.Reload()
	p.Ready()
	p.offered()
	// Of the old version nothing more can be had, so French is kept of the new one alone.
	p.Open("fr")
	p.Ready()
	if p.version() == old {
		t.Fatal("French is of the old version")
	}
	p.Until("the new version keeps French", `async () => {
		const all = await Promise.all((await caches.keys()).map(async (key) => !!await (await caches.open(key)).match("/fr/")));
		return all.length === 2 && all.filter(Boolean).length === 1;
	}`)
	p.Open("en")
	p.Ready()
	p.offered()
	p.Leaving(func() { p.Click("[data-act=update]") })
	p.Ready()
	p.Until("only the new version is kept", `async () => (await caches.keys()).length === 1`)
	p.Host.Vanish()
	p.Forgive(`worker\.js`)
	for _, lang := range []string{"en", "fr"} { // German was never read
		p.Open(lang)
		p.Ready()
		if p.version() == old || p.Lang() != lang {
			t.Errorf("version %s is open in %q", p.version(), p.Lang())
		}
	}
}

// A page that was on its way while the first worker started is held by it soon, so
// that no other version comes before the page asks for it.
func TestAPageThatCameWhileTheFirstWorkerStartedIsHeldByIt(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Host.Hold("/en/minutes/")
	p.Open("en")
	p.Until("the worker has this page already, and its form that waits", `async () =>
		!!await caches.match(location.pathname + "index.html") && !!await caches.match("/embed/en/")`)
	const this = "en*" // and not what is below it
	p.Host.Hold(this)
	asked := p.Host.Count(this)
	p.Do(`() => { window.left = true; setTimeout(() => location.reload()); }`)
	for start := time.Now(); p.Host.Count(this) == asked; {
		if time.Since(start) > patience {
			t.Fatal("the page was not asked for again")
		}
		p.InWorker(`() => true`)
	}
	p.Host.Release("/en/minutes/")
	p.InWorker(`async () => {
		while (self.registration.active?.state !== "activated") await new Promise((done) => setTimeout(done, 10));
		return true;
	}`)
	p.Host.Release(this)
	p.Until("another page is loaded", `() => !window.left`)
	p.Until("the worker holds the page", `() => !!navigator.serviceWorker.controller`)
}

// A page that is loaded past the worker is not held by it, until it has asked.
func TestAPageThatTheWorkerDoesNotHoldIsOfferedTheNewVersionToo(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t, Meets(`{
		const { postMessage } = ServiceWorker.prototype;
		ServiceWorker.prototype.postMessage = function (message, ...more) {
			if (message.type !== "claim") postMessage.call(this, message, ...more); // the others get lost
		};
	}`))
	p.Open("en")
	p.Offline()
	p.Leaving(func() { call(p, page.Reload, page.ReloadParams{IgnoreCache: new(true)}) })
	p.Offline()
	if Eval[bool](p, `() => !!navigator.serviceWorker.controller`) {
		t.Fatal("the worker holds the page")
	}
	p.Answer("workload_overflow", "often")
	old := p.version()
	p.Host.deploy(t)
	if got := Eval[string](p, look); got != "waiting" {
		t.Fatalf("the new version is %s", got)
	}
	p.offered()
	p.Leaving(func() { p.Click("[data-act=update]") })
	p.Ready()
	if got := p.Form(); len(got) != 1 || p.version() == old {
		t.Errorf("version %s, which was %s before, holds %v", p.version(), old, got)
	}
}

func TestAnUpdateThatFailsLeavesTheOldVersionWorkingOffline(t *testing.T) {
	t.Parallel()
	for name, breaks := range map[string]func(h *Host){
		"a file of the new version is missing": func(h *Host) {
			h.Break("page.", Failing(http.StatusNotFound))
		},
		"the connection is lost in the middle": func(h *Host) {
			h.Break("page.", Dropping)
		},
		// A host that is changed file by file: the worker comes first.
		"the pages are still those of the old version": func(h *Host) {
			before := h.site
			h.Break("/en/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { before.ServeHTTP(w, r) }))
		},
	} {
		t.Run(name, func(t *testing.T) {
			core(t, name == "the connection is lost in the middle")
			t.Parallel()
			p := visitor(t)
			p.Open("en")
			p.Offline()
			old, kept := p.version(), Eval[[]string](p, ourCaches)
			p.Answer("workload_overflow", "often")

			breaks(p.Host)
			p.Host.deploy(t)
			p.Forgive(`.`) // the browser tells at length why the new worker was given up
			if got := Eval[string](p, look); got != "none" {
				t.Fatalf("a version that is not whole is %s", got)
			}
			if Eval[bool](p, `() => seen("[data-update]")`) {
				t.Error("a version that is not whole is offered")
			}
			if got := Eval[[]string](p, ourCaches); strings.Join(got, " ") != strings.Join(kept, " ") {
				t.Errorf("caches are %q, want %q as before", got, kept)
			}

			p.Host.Vanish()
			p.Open("en")
			p.Ready()
			if p.version() != old {
				t.Errorf("version %s is open, want %s", p.version(), old)
			}
			persona := personaNamed(t, "start-up-lead")
			p.AnswerAll(persona.answers)
			p.Finish()
			checkResult(t, p.Result(), persona)
		})
	}
}

func TestTwoTabsOfDifferentVersionsLeaveEachOtherAlone(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Offline()
	old := p.version()
	q := p.anotherTab()
	q.Open("fr")
	q.Ready()
	q.Offline()
	one, other := personaNamed(t, "freelancer"), personaNamed(t, "city-hall")
	p.GoTo(2)
	p.Answer("weekly_hours", one.answers["weekly_hours"])
	q.GoTo(2)
	q.Answer("weekly_hours", other.answers["weekly_hours"])

	p.Host.deploy(t)
	if got := Eval[string](p, look); got != "waiting" {
		t.Fatalf("the new version is %s", got)
	}
	p.offered()
	q.offered()
	p.Leaving(func() { p.Click("[data-act=update]") })
	p.Ready()
	if p.version() == old {
		t.Fatal("the new version was not taken")
	}

	// The tab that did not ask goes on with what it has, to the result, and the
	// new version stays on offer.
	q.AnswerAll(other.answers)
	q.Finish()
	checkResult(t, q.Result(), other)
	if q.version() != old {
		t.Errorf("the other tab was made to take version %s", q.version())
	}
	q.offered()
	p.AnswerAll(one.answers)
	p.Finish()
	checkResult(t, p.Result(), one)

	// Whenever it likes, it takes the new version too, with its own answers.
	q.Leaving(func() { q.Click("[data-act=update]") })
	q.AwaitResult()
	checkResult(t, q.Result(), other)
	p.Reload()
	p.AwaitResult()
	checkResult(t, p.Result(), one)
	if p.version() != q.version() || q.version() == old {
		t.Errorf("the tabs have versions %s and %s, which was %s", p.version(), q.version(), old)
	}
	if got := Eval[[]string](p, ourCaches); len(got) != 1 {
		t.Errorf("caches are %q, want one", got)
	}
}
