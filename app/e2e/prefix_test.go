package e2e

import (
	"strings"
	"testing"
)

func TestTheSiteWorksBelowAPathPrefix(t *testing.T) {
	t.Parallel()
	p := NewPerson(t, hostOf(t, builtBelow))
	if p.Host.Base != prefix {
		t.Fatalf("the site stands at %q, want %q", p.Host.Base, prefix)
	}
	p.Open("en")
	p.Offline()
	scopes := Eval[[]string](p, `async () => (await navigator.serviceWorker.getRegistrations()).map((r) => new URL(r.scope).pathname)`)
	if len(scopes) != 1 || scopes[0] != prefix {
		t.Errorf("workers stand at %q, want one at %s", scopes, prefix)
	}
	caches := Eval[[]string](p, `() => caches.keys()`)
	if len(caches) != 1 || !strings.Contains(caches[0], prefix) {
		t.Errorf("caches are %q, want one that names the prefix", caches)
	}

	p.Leaving(func() { p.Click("[data-act=lang]") })
	if p.Address() != prefix+"fr/" {
		t.Errorf("the other language is at %s", p.Address())
	}
	persona := personaNamed(t, "retail-fixed-term")
	p.AnswerAll(persona.answers)
	p.Finish()
	checkResult(t, p.Result(), persona)
	// Links that the program draws, too: the builder has not seen them.
	for _, link := range Eval[[]string](p, `async () => {
		const all = [...new Set([...document.querySelectorAll("#live a")].filter((a) => a.host === location.host).map((a) => a.pathname))];
		return Promise.all(all.map(async (path) => (await fetch(path)).status + " " + path));
	}`) {
		if !strings.HasPrefix(link, "200 "+prefix) {
			t.Errorf("a link of the result leads to %s", link)
		}
	}

	p.Offline()
	p.Host.Vanish()
	p.Forgive(`worker\.js`)
	p.Go(prefix + "fr/?utm_source=x")
	p.AwaitResult() // of the draft
	checkResult(t, p.Result(), persona)
	p.Go(prefix)
	p.Until("the language that was chosen is open", `(want) => location.pathname === want && document.readyState === "complete"`, prefix+"fr/")
	p.AwaitResult()
	for _, link := range Eval[[]string](p, `() => [...document.querySelectorAll(".foot a, .brand")].map((a) => new URL(a.href).pathname)`) {
		p.Go(link)
		if Eval[string](p, `() => document.querySelector("h1")?.innerText ?? ""`) == "" {
			t.Errorf("%s does not open offline", link)
		}
	}
	p.Open("fr")
	p.AwaitResult()
	p.Leaving(func() { p.Click("[data-act=leave]") })
	if !strings.HasPrefix(p.Address(), prefix) {
		t.Errorf("leaving lands on %s", p.Address())
	}
	for _, path := range p.Host.Seen() {
		if !strings.HasPrefix(path, prefix) && path != "/favicon.ico" {
			t.Errorf("something below the prefix asks for %s", path)
		}
	}
}

func TestTheAddressWithoutALanguageSpeaksTheOneOfTheBrowser(t *testing.T) {
	t.Parallel()
	for _, browser := range []struct{ languages, lands, lang string }{
		{"fr-FR,fr", "/fr/", "fr"},
		{"de-DE,de", "/de/", "de"},
		{"en-US,en,fr", "/", "en"},
		{"nl-NL,fr-CH", "/fr/", "fr"},
	} {
		t.Run(browser.languages, func(t *testing.T) {
			core(t, browser.lang == "fr")
			t.Parallel()
			p := visitor(t, Speaks(browser.languages))
			p.Go("/?utm_source=x#step-hours")
			p.Until("the page of the language is open", `(path) => location.pathname === path && document.readyState === "complete"`, browser.lands)
			if p.Lang() != browser.lang || p.Address() != browser.lands+"?utm_source=x#step-hours" {
				t.Errorf("the page speaks %s at %s, want %s at %s", p.Lang(), p.Address(), browser.lang, browser.lands)
			}
			// An address with a language stays, whatever the browser speaks.
			for _, lang := range languages {
				p.Open(lang)
				p.Ready()
				if p.Lang() != lang || p.Address() != "/"+lang+"/" {
					t.Errorf("/%s/ became %s in %s", lang, p.Address(), p.Lang())
				}
			}
		})
	}
}
