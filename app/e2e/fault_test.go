package e2e

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

func TestWhateverFileIsLostOnTheFirstVisitThePageReadsAndASecondLoadMendsIt(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"page.*.css", "result.*.css", "early.*.js", "page.*.js", "boot.*.js", "wasm_exec.*.js", "app.*.wasm", "data.*.txt", "webmanifest", "worker.js"} {
		t.Run(part, func(t *testing.T) {
			core(t, part == "page.*.js")
			t.Parallel()
			p := visitor(t)
			p.Forgive(`Failed to load resource|could not start|error occurred when fetching the script|Manifest|Failed to fetch`)
			p.Host.Break(part, Dropping)
			p.Open("fr")
			p.Until("the page can be read", `() => seen("h1") && seen("[name=responsibilities][value=video]")`)
			p.Click("[name=responsibilities][value=video]")
			if got := p.Form()["responsibilities"]; !slices.Equal(got, []string{"video"}) {
				t.Errorf("ticked is %q", got)
			}
			if part == "page.*.js" {
				p.Until("it says that the page must be loaded again", `() => seen("[data-act=retry]")`)
			}
			p.Host.Break(part, nil)
			if part == "page.*.js" {
				p.Leaving(func() { p.Click("[data-act=retry]") })
			} else {
				p.Reload()
			}
			p.Ready()
			persona := personaNamed(t, "freelancer")
			p.AnswerAll(persona.answers)
			p.Finish()
			checkResult(t, p.Result(), persona)
			p.Offline()
		})
	}
}

// What the program is told travels beside it, and is looked after like it.
func TestDataThatDoesNotArriveIsToldAndFetchedAnew(t *testing.T) {
	t.Parallel()
	for _, fault := range []string{"failing", "lost", "cut off", "corrupt"} {
		t.Run(fault, func(t *testing.T) {
			core(t, fault == "lost" || fault == "corrupt")
			t.Parallel()
			p := visitor(t)
			p.Forgive(`Failed to load resource|Failed to find a valid digest|Fetch API cannot load|could not start|error occurred when fetching the script|worker\.js|Failed to fetch`)
			p.Host.Break("data.", map[string]http.Handler{
				"failing": Failing(http.StatusInternalServerError), "lost": Dropping,
				"cut off": p.Host.Truncating(), "corrupt": p.Host.Corrupting(),
			}[fault])
			p.Open("fr")
			p.Answer("workload_overflow", "often")
			p.Until("it is said, and trying again is offered", `() => seen("[data-act=retry]")`)
			said := Eval[string](p, `() => document.querySelector("[data-boot-text]").innerText`)
			if strings.ContainsAny(said, "{}") || strings.Contains(said, "undefined") || strings.Contains(said, ": .") {
				t.Errorf("it says %q", said)
			}
			if strings.Contains(said, "Failed to fetch") {
				t.Errorf("it says so in the browser's words: %q", said)
			}
			p.Host.Break("data.", nil)
			p.Click("[data-act=retry]")
			p.Ready()
			if got := p.Form()["workload_overflow"]; !slices.Equal(got, []string{"often"}) {
				t.Errorf("the answer is %q", got)
			}
			persona := personaNamed(t, "freelancer")
			p.AnswerAll(persona.answers)
			p.Finish()
			checkResult(t, p.Result(), persona)
		})
	}
}

// A host that was half updated may have data that its own hash fits and that the
// program does not read.
func TestDataOfAnotherVersionIsTold(t *testing.T) {
	t.Parallel()
	dir, err := builtSite()
	if err != nil {
		t.Fatal(err)
	}
	mixed := filepath.Join(t.TempDir(), "mixed")
	if err := os.CopyFS(mixed, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(mixed, "web", "data.en.*.txt")) // the pattern is well formed
	if len(names) != 1 {
		t.Fatalf("there are %q", names)
	}
	told, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	other := bytes.Replace(told, []byte("bothends-data 1"), []byte("bothends-data 9"), 1)
	page := filepath.Join(mixed, "en", "index.html")
	html, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	hash := func(content []byte) string {
		sum := sha256.Sum256(content)
		return base64.StdEncoding.EncodeToString(sum[:])
	}
	if !bytes.Contains(html, []byte(hash(told))) {
		t.Fatal("the page does not have the hash of its data")
	}
	html = bytes.Replace(html, []byte(hash(told)), []byte(hash(other)), 1)
	for name, content := range map[string][]byte{names[0]: other, page: html} {
		if err := os.WriteFile(name, content, 0o644); err != nil {
			t.Fatal(err)
		}
		for _, ext := range []string{".br", ".gz"} {
			if err := os.Remove(name + ext); err != nil && !errors.Is(err, fs.ErrNotExist) {
				t.Fatal(err)
			}
		}
	}
	p := NewPerson(t, NewHost(t, os.DirFS(mixed)))
	p.Forgive(`could not start|no whole data file|the rehearsal`)
	p.Open("en")
	p.Answer("workload_overflow", "often")
	p.Until("it is said, and loading anew is offered", `() => seen("[data-act=retry]")`)
	if said := Eval[string](p, `() => document.querySelector("[data-boot-text]").innerText`); !strings.Contains(said, "did not arrive whole") {
		t.Errorf("it says %q", said)
	}
}

func TestABrokenProgramIsFetchedAnewWhenTriedAgain(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Forgive(`could not start|WebAssembly`)
	p.Host.Break(".wasm", p.Host.Corrupting()) // with its headers: a browser keeps it for a year
	p.Open("en")
	p.Until("trying again is offered", `() => seen("[data-act=retry]")`)
	p.Answer("workload_overflow", "often")
	p.Host.Break(".wasm", nil)
	p.Click("[data-act=retry]")
	p.Ready()
	p.Offline()
	if got := p.Form()["workload_overflow"]; !slices.Equal(got, []string{"often"}) {
		t.Errorf("the answer is %q", got)
	}
	// Nor did the worker keep the broken one.
	p.Host.Vanish()
	p.Forgive(`worker\.js`)
	p.Reload()
	p.Ready()
}

func TestAProgramThatDripsKeepsNobodyFromAnswering(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	drops := make(chan struct{})
	p.Host.Break(".wasm", p.Host.Dripping(drops))
	p.Open("fr")
	persona := personaNamed(t, "city-hall")
	drops <- struct{}{}
	p.AnswerAll(persona.answers)
	drops <- struct{}{}
	p.Click("[data-act=finish]")
	p.Until("the page says that the result is on its way", `() => seen("#waiting")`)
	drops <- struct{}{}
	close(drops)
	p.AwaitResult()
	checkResult(t, p.Result(), persona)
}

func TestAnOfflineCopyIsNeverMadeOfAnotherSitesPages(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Forgive(`Manifest`)
	p.Host.Break("/web/editors.", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte("<!doctype html><title>Log in to the Wi-Fi</title>"))
	}))
	p.Open("en")
	p.Ready()
	p.Offline()
	if p.Host.Count("/web/editors.") == 0 {
		t.Fatal("the worker did not ask for the file")
	}
	kept := Eval[[]string](p, `async () => {
		const pages = [];
		for (const key of await caches.keys()) {
			const cache = await caches.open(key);
			for (const request of await cache.keys()) {
				const { headers } = await cache.match(request);
				if (/\/web\//.test(request.url) && /^text\/html/.test(headers.get("content-type"))) pages.push(request.url);
			}
		}
		return pages;
	}`)
	if len(kept) > 0 {
		t.Errorf("pages of another are kept as files: %q", kept)
	}
}

func TestWebStorageThatFailsAtAnyCallLosesNothingOnThePage(t *testing.T) {
	t.Parallel()
	// The call number "k" of the address throws, or with "on" all from there.
	p := visitor(t, Meets(`{
		const query = new URLSearchParams(location.search), k = Number(query.get("k")), on = query.has("on");
		let calls = 0;
		for (const name of ["getItem", "setItem", "removeItem", "key"]) {
			const real = Storage.prototype[name];
			Storage.prototype[name] = function (...args) {
				calls++;
				if (k && (calls === k || on && calls > k)) throw new DOMException("failed on purpose", "QuotaExceededError");
				return real.apply(this, args);
			};
		}
	}`))
	persona := personaNamed(t, "freelancer")
	for _, k := range few(t, 2, []int{1, 2, 3, 4, 6, 9, 14}) {
		for _, on := range []string{"", "&on"} {
			p.Go(fmt.Sprintf("/en/?k=%d%s", k, on))
			p.Ready()
			p.AnswerAll(persona.answers)
			if got, want := p.Form(), Expected(persona.answers, "en"); !sameForm(got, want) {
				t.Errorf("k=%d%s: the form holds %v, want %v", k, on, got, want)
			}
			p.Finish()
			checkResult(t, p.Result(), persona)
			p.Erase()
			if got := p.Form(); len(got) > 0 {
				t.Errorf("k=%d%s: after erasing, the form holds %v", k, on, got)
			}
			for _, complaint := range p.Complaints() {
				t.Fatalf("k=%d%s: %s", k, on, complaint)
			}
		}
	}
}

func TestAFullDiskOnlyCostsTheOfflineCopy(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Forgive(`Quota|quota`)
	small := 100_000.0
	call(p, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: p.Host.URL, QuotaSize: &small})
	p.Open("en")
	p.Ready()
	persona := personaNamed(t, "freelancer")
	p.AnswerAll(persona.answers)
	p.Finish()
	checkResult(t, p.Result(), persona)
	p.Reload()
	p.AwaitResult()
	p.Until("the worker has given up", `async () => {
		const r = await navigator.serviceWorker.getRegistration();
		return !r || !r.installing && !r.waiting && !r.active;
	}`)
	if Eval[bool](p, `() => document.documentElement.dataset.offline === "ready"`) {
		t.Error("the page says that it is kept for offline use")
	}
}

func TestAClockThatJumpsChangesNothing(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(`{
		const Real = Date;
		window.jump = 0;
		window.Date = class extends Real {
			constructor(...args) { super(...(args.length ? args : [Real.now() + window.jump])); }
			static now() { return Real.now() + window.jump; }
		};
	}`))
	p.Open("en")
	persona := personaNamed(t, "freelancer")
	const year = 365 * 24 * 3600 * 1000
	for _, jump := range few(t, 1, []int{-40 * year, 20 * year, 0}) {
		p.Ready()
		p.Do(`(ms) => { window.jump = ms; }`, jump)
		p.AnswerAll(persona.answers)
		p.Finish()
		checkResult(t, p.Result(), persona)
		p.Reload()
		p.AwaitResult()
		p.Act("edit")
	}
}

// revive reloads a page whose process was killed. While the browser still clears
// up after it, a reload comes to nothing, so it is asked for until the page
// answers.
func (p *Person) revive() {
	p.t.Helper()
	for start := time.Now(); ; {
		call(p, page.Reload, page.ReloadParams{})
		ctx, cancel := context.WithTimeout(p.ctx, patience/12)
		_, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("true"))
		cancel()
		if err == nil {
			return
		}
		if time.Since(start) > patience {
			p.t.Fatalf("the killed page does not come back: %v", err)
		}
	}
}

func TestATabThatWasKilledComesBackWithItsAnswers(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("fr")
	p.Ready()
	persona := personaNamed(t, "freelancer")
	p.AnswerAll(persona.answers)
	p.GoTo(3)
	held := p.Form()
	// A process that is killed answers no more.
	ctx, cancel := context.WithCancel(p.ctx)
	answered := make(chan error, 1)
	go func() { _, err := chromedp.Call(ctx, page.Crash, cdp.Empty{}); answered <- err }()
	p.Hears("the tab is killed", func() bool { return p.crashed })
	cancel()
	<-answered
	p.revive()
	p.Loaded()
	p.Ready()
	if got := p.Form(); !sameForm(got, held) || p.Step() != "3" {
		t.Errorf("after the tab was killed the form holds %v at step %s, want %v at 3", got, p.Step(), held)
	}
	p.Finish()
	checkResult(t, p.Result(), persona)
}
