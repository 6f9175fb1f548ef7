package e2e

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

func TestTheProgramTravelsOnceAndTheSecondVisitNeedsNothing(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	p.Offline()
	if got := p.Host.Count(".wasm"); got != 1 {
		t.Errorf("the program was asked for %d times on the first visit, want once: %q", got, p.Host.Seen())
	}
	times := map[string]int{}
	for _, path := range p.Host.Seen() {
		times[path]++
	}
	for path, n := range times {
		// Of three the worker asks whether they are still what the page has loaded.
		if n > 1 && path != "/en/" && path != "/en/help/" && path != "/manifest.en.webmanifest" {
			t.Errorf("%s was asked for %d times on the first visit, want once", path, n)
		}
		if strings.Contains(path, "/fr/") || strings.Contains(path, ".fr.") {
			t.Errorf("%s was asked for, and nobody reads French", path)
		}
	}
	if len(times) > 48 {
		t.Errorf("a first visit asks for %d files, want 48 at most", len(times))
	}
	before := len(p.Host.Seen())
	p.Open("en")
	p.Ready()
	p.Offline()
	// A look whether there is a new version is allowed, and nothing else.
	later := slices.DeleteFunc(p.Host.Seen()[before:], func(path string) bool { return path == "/worker.js" })
	if len(later) > 0 {
		t.Errorf("the second visit asked the host for %q", later)
	}
}

// Starting the worker takes longer than reading the page (web/worker.js).
func TestASecondVisitIsReadWithoutAskingTheWorker(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	p.Offline()
	p.Host.Vanish()
	p.Forgive(`worker\.js`)
	for _, address := range []struct{ path, page string }{
		{"/en/", "cache"},
		{"/en/?theme=dark", ""}, // the worker knows that it is the same page
	} {
		p.Go(address.path)
		if got := Eval[string](p, `() => performance.getEntriesByType("navigation")[0].workerFinalSourceType`); got != address.page {
			t.Errorf("%s comes from %q, want %q", address.path, got, address.page)
		}
		from := Eval[map[string]string](p, `() => Object.fromEntries(performance.getEntriesByType("resource")
			.map((e) => [new URL(e.name).pathname, e.workerFinalSourceType]))`)
		if len(from) < 4 {
			t.Fatalf("%s needs only %v", address.path, from)
		}
		for path, got := range from {
			want := "cache"
			if strings.HasSuffix(path, "/") || strings.HasSuffix(path, ".wasm") || strings.HasPrefix(path, "/web/data.") || strings.HasSuffix(path, ".webmanifest") {
				want = ""
			}
			if got != want {
				t.Errorf("%s of %s comes from %q, want %q", path, address.path, got, want)
			}
		}
	}
}

func TestTheWholeCheckUpWorksOfflineAfterTheFirstVisit(t *testing.T) {
	t.Parallel()
	for _, address := range []struct{ first, then, lands string }{
		{"/en/", "/en/", "/en/"},
		{"/fr/", "/fr/?utm_source=x", "/fr/?utm_source=x"},
		{"/en/", "/", "/"},
		{"/fr/", "/?utm_source=x", "/fr/?utm_source=x"}, // this reader speaks English, of which nothing is kept
		{"/en/", "/en/index.html", "/en/index.html"},
	} {
		t.Run("first "+address.first+" then "+address.then, func(t *testing.T) {
			core(t, address.first == "/fr/")
			t.Parallel()
			p := visitor(t)
			p.Go(address.first)
			p.Offline()
			p.Host.Vanish()
			p.Forgive(`worker\.js`) // nobody answers whether there is a new version
			p.Go(address.then)
			if p.Address() != address.lands {
				t.Errorf("%s is open, want %s", p.Address(), address.lands)
			}
			p.Ready()
			persona := personaNamed(t, "start-up-lead")
			p.AnswerAll(persona.answers)
			p.Finish()
			checkResult(t, p.Result(), persona)
		})
	}
}

func TestEveryPageCanBeReadOfflineAndAnUnknownOneSaysSo(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Offline()
	links := Eval[[]string](p, `() => [...document.querySelectorAll("a[href]")]
		.filter((a) => a.dataset.act !== "lang").map((a) => new URL(a.href)).filter((u) => u.origin === location.origin && !u.hash).map((u) => u.pathname)`)
	if len(links) < 6 {
		t.Fatalf("the page links to %q only", links)
	}
	p.Host.Vanish()
	p.Forgive(`worker\.js`)
	slices.Sort(links)
	for _, link := range slices.Compact(links) {
		p.Go(link)
		if words := Eval[string](p, `() => document.querySelector("h1")?.innerText ?? ""`); words == "" || Eval[bool](p, `() => document.styleSheets.length === 0`) {
			t.Errorf("%s has no heading or no style offline", link)
		}
	}
	p.Forgive(`404|503`)
	for path, want := range map[string]int{"/nowhere/": 404, "/fr/methode/": 503} { // no page at all; one that is not kept
		p.Go(path)
		if got := Eval[int](p, `() => performance.getEntriesByType("navigation")[0].responseStatus`); got != want {
			t.Errorf("offline, %s is answered with %d, want %d", path, got, want)
		}
	}
	p.Go("/nowhere/")
	if words := Eval[string](p, `() => document.querySelector("main").innerText`); words == "" {
		t.Error("an unknown page says nothing offline")
	}
}

// stored are the paths of what the worker keeps, in order.
func (p *Person) stored() []string {
	p.t.Helper()
	return Eval[[]string](p, `async () => {
		const all = [];
		for (const key of await caches.keys()) {
			if (key.startsWith("bothends:")) all.push(...(await (await caches.open(key)).keys()).map(({ url }) => new URL(url).pathname));
		}
		return all.sort();
	}`)
}

func TestALanguageIsKeptOnceSomebodyReadsIt(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Offline()
	p.Host.Vanish()
	p.Forgive(`worker\.js|503`)
	for _, address := range []string{"fr/", "fr/methode/", "fr/?utm_source=x"} {
		p.Go("/" + address)
		p.Until("it is said in French, with a way back to what is kept", `() =>
			[...document.querySelectorAll("main h1")].filter((e) => seen(e)).map((e) => e.parentElement.lang).join() === "fr" && document.documentElement.lang === "fr" &&
			[...document.querySelectorAll("main a")].filter((e) => seen(e)).map((a) => a.pathname).join() === "/en/"`)
	}
	p.Leaving(func() { p.Click("main a:not([hidden])") })
	p.Ready()

	p.Host.Return()
	p.Open("fr")
	p.Ready()
	p.Offline()
	if n := p.Host.Count(".wasm"); n != 1 {
		t.Errorf("the program travelled %d times", n)
	}
	p.Host.Vanish()
	for _, link := range Eval[[]string](p, `() => [...document.querySelectorAll(".foot a, .brand, .leave, #talk a[href^='/']")].map((a) => new URL(a.href).pathname)`) {
		p.Go(link)
		if got := p.Lang(); got != "fr" || Eval[bool](p, `() => !!document.querySelector("main > [lang]")`) {
			t.Errorf("%s does not open offline", link)
		}
	}
	p.Open("fr")
	persona := personaNamed(t, "start-up-lead")
	p.AnswerAll(persona.answers)
	p.Finish()
	checkResult(t, p.Result(), persona)
	p.Open("en")
	p.AwaitResult()
}

// Whole or not at all: half a language would open, and fail.
func TestALanguageThatCannotBeKeptWholeIsNotKept(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Offline()
	before := p.stored()
	p.Forgive(`Failed to load resource|worker\.js|503|Failed to fetch`)
	p.Host.Break("/embed/fr/", Failing(http.StatusForbidden)) // which only the worker asks for
	p.Open("fr")
	p.Ready()
	p.Until("it is said", `() => /\/embed\/fr\//.test(document.querySelector("#unkept")?.textContent)`)
	if got := p.stored(); !slices.Equal(got, before) {
		t.Errorf("kept is %q, want %q", got, before)
	}
	p.Host.Break("/embed/fr/", nil)
	p.Reload()
	p.Offline()
	p.Host.Vanish()
	p.Reload()
	p.Ready()
}

func TestOneFileThatCannotBeHadCostsNoOther(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"/job-posting/", "lexicon", "/en/help/", "result.*.css", "posting.*.js", "/unkept.html"} {
		t.Run(part, func(t *testing.T) {
			core(t, part == "/job-posting/")
			t.Parallel()
			p := visitor(t)
			p.Forgive(`Failed to load resource|worker\.js|Failed to fetch|503`)
			p.Host.Break(part, Dropping)
			p.Open("en")
			p.Ready()
			p.Offline()
			p.Until("it is said", `() => document.querySelector("#unkept")?.textContent.length > 40`)
			if said := Eval[string](p, `() => document.querySelector("#unkept").textContent`); strings.ContainsAny(said, "{}") || strings.Contains(said, ", /") {
				t.Errorf("it says %q", said)
			}
			before := len(p.stored())
			p.Host.Break(part, nil)
			p.Reload()
			p.Offline()
			if got := len(p.stored()); got != before+1 {
				t.Errorf("at the next visit %d files are kept, want %d and the one", got, before)
			}
			if Eval[bool](p, `() => !!document.querySelector("#unkept")`) {
				t.Error("it is still said")
			}
			p.Host.Vanish()
			p.Reload()
			p.Ready()
		})
	}
}

func TestWithoutAFileOfTheCheckUpNothingIsKeptAndItIsSaid(t *testing.T) {
	t.Parallel()
	for part, named := range map[string]string{"/embed/en/": `/embed/en/`, "page.*.css": `page\.[0-9a-f]+\.css`} {
		t.Run(part, func(t *testing.T) {
			t.Parallel()
			p := visitor(t)
			p.Forgive(`Failed to load resource|worker|Failed to fetch`)
			p.Host.Break(part, Dropping)
			p.Open("en")
			p.Ready()
			p.Until("it is said", `(named) => new RegExp(named).test(document.querySelector("#unkept")?.textContent)`, named)
			if got := p.stored(); len(got) > 0 {
				t.Errorf("kept is %q", got)
			}
		})
	}
}

func TestAConnectionLostInTheMiddleOfTheFirstVisitIsNotNoticed(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	p.Host.Vanish() // whether or not the worker has everything by now
	p.Forgive(`Failed to load resource|error occurred when fetching the script|worker: uncaught: .*Failed to fetch`)
	persona := personaNamed(t, "freelancer")
	p.AnswerAll(persona.answers)
	p.Finish()
	checkResult(t, p.Result(), persona)
}

func TestNothingLeavesTheDeviceDuringTheWholeJourney(t *testing.T) {
	t.Parallel()
	p := visitor(t, Speaks("fr-FR,fr"))
	p.Open("fr")
	p.Ready()
	p.Offline()
	if len(p.Requests()) == 0 {
		t.Fatal("no request was recorded while the page was loaded")
	}
	// What the worker asks for is noticed too.
	p.InWorker(`() => fetch("/robots.txt").then(() => true)`)
	if !slices.ContainsFunc(p.Requests(), func(r Request) bool { return r.From == "worker" && strings.HasSuffix(r.URL, "/robots.txt") }) {
		t.Error("the worker is not watched")
	}
	before, host := len(p.Requests()), len(p.Host.Seen())

	// Somebody to talk to, wrong input, a hint, the result, its folds, a file,
	// the print view, another appearance, and everything erased.
	p.Click("#talk summary")
	p.Do(`() => { const s = document.querySelector("#talk-country"); s.value = "GB"; s.dispatchEvent(new Event("change", { bubbles: true })); }`)
	p.Show("weekly_hours")
	p.Answer("weekly_hours", "beaucoup")
	p.Act("finish")
	p.Until("the summary of problems is there", `() => seen("#problems")`)
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Finish()
	p.Do(`() => document.querySelectorAll("#result details").forEach((d) => { d.open = true; })`)
	p.Media("print", false)
	p.Media("", true)
	p.Save(t.TempDir())
	p.appear("dark")
	p.Act("edit")
	p.Erase()

	for _, r := range p.Requests()[before:] {
		if !strings.HasPrefix(r.URL, "blob:") && !strings.HasPrefix(r.URL, "data:") {
			t.Errorf("after loading, the %s asked for %s (%s)", r.From, r.URL, r.Type)
		}
	}
	if later := p.Host.Seen()[host:]; len(later) > 0 {
		t.Errorf("after loading, the host was asked for %q", later)
	}
	if address := p.Address(); address != "/fr/" {
		t.Errorf("the address became %s", address)
	}
}

func TestTheDriverNoticesWhatWouldLeaveTheDevice(t *testing.T) {
	long(t)
	t.Parallel()
	// A page that is not ours, tried with everything this driver must notice:
	// otherwise the silence of the other journeys would prove nothing.
	for name, traits := range map[string][]Trait{
		"a browser of one's own": nil,
		"a browser with others":  {Shares(StartBrowser(t))},
	} {
		t.Run(name, func(t *testing.T) {
			p := visitor(t, traits...)
			p.Open("en")
			p.Do(`async () => {
				await fetch("https://example.com/answers").catch(() => {});
				document.body.setAttribute("style", "color: red");
				console.error("said so");
				setTimeout(() => { throw new Error("thrown"); });
				await new Promise((done) => setTimeout(done));
			}`)
			p.InWorker(`() => { console.error("said by the worker"); return true; }`)
			for _, want := range []string{"connect-src|Fetch API cannot load", "style", "said so", "uncaught.*thrown", "said by the worker"} {
				p.Forgive(want)
			}
			for _, want := range []string{"connect-src", "style-src", "said so", "thrown", "worker: console.error: said by the worker"} {
				p.Hears("the driver notices "+want, func() bool {
					return slices.ContainsFunc(p.complaints, func(text string) bool { return strings.Contains(text, want) })
				})
			}
		})
	}
}
