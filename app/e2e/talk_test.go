package e2e

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

func TestSomebodyToTalkToIsOnePressAwayOnEveryPage(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844), Speaks("fr-CH,fr"))
	open := func(where string, want string) {
		t.Helper()
		p.Click("#talk summary")
		p.Until(want+" is among the help lines "+where, `(want) => [...document.querySelectorAll("#talk a")].some((a) => seen(a) && a.getAttribute("href") === want)`, want)
		if !Eval[bool](p, `() => document.querySelector("#talk").getBoundingClientRect().top < innerHeight`) {
			t.Errorf("%s the help lines are out of the window", where)
		}
		p.Click("#talk summary")
	}
	for _, address := range otherPages["fr"] {
		if address == "/fr/minutes/" {
			continue // says nothing of this site
		}
		p.Go(address)
		open("at "+address, "tel:143")
	}
	p.Host.Hold(".wasm")
	p.Open("fr")
	open("before the program is there", "tel:143")
	p.Host.Release(".wasm")
	p.Ready()
	for step := 1; step <= lastStep; step++ {
		p.GoTo(step)
		open("in section "+p.Step(), "tel:143")
	}
	// The country of the job counts more than that of the browser.
	p.Show("country")
	p.Answer("country", "BE")
	open("with a job in Belgium", "tel:080032123")
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Answer("country", "US")
	p.Finish()
	open("in the result", "tel:988")
	if got := Eval[[]string](p, `() => [...document.querySelectorAll("#result .first a")].map((a) => a.getAttribute("href"))`); !slices.Contains(got, "tel:988") {
		t.Errorf("first in the result one can turn to %q, and 988 is missing", got)
	}
	// Another country is a choice away.
	p.Click("#talk summary")
	p.Do(`() => { const s = document.querySelector("#talk-country"); s.value = "*"; s.dispatchEvent(new Event("change", { bubbles: true })); }`)
	p.Until("the help lines of elsewhere are open", `() => [...document.querySelectorAll("#talk a")].some((a) => seen(a) && a.href.startsWith("https://findahelpline.com"))`)
}

// Who reads the page in another language than that of the country they are in
// finds the lines of that country, which the page does not hold itself.
func TestHelpLinesOfTheCountryWhateverTheLanguage(t *testing.T) {
	t.Parallel()
	const seesLine = `(want) => [...document.querySelectorAll("#talk a")].some((a) => seen(a) && a.getAttribute("href") === want)`
	for _, reader := range []struct{ speaks, address, country, want string }{
		{"de-DE,de,en-US,en", "/en/", "DE", "tel:08001110111"},
		{"de-AT", "/fr/methode/", "AT", "tel:142"},
		{"fr-FR,en", "/en/", "FR", "tel:3114"},
		{"en-US,fr-CH", "/fr/", "US", "tel:988"},
		{"fr", "/fr/", "FR", "tel:3114"},
		{"sr-Latn-RS,en", "/en/", "*", "https://findahelpline.com"},
	} {
		t.Run(reader.speaks+" at "+reader.address, func(t *testing.T) {
			t.Parallel()
			p := visitor(t, Speaks(reader.speaks))
			p.Go(reader.address)
			p.Click("#talk summary")
			p.Until(reader.want+" is among the help lines", seesLine, reader.want)
			if got := Eval[string](p, `() => document.querySelector("#talk-country").value`); got != reader.country {
				t.Errorf("the country is %q, want %q", got, reader.country)
			}
			if got := Eval[int](p, `() => [...document.querySelectorAll("#talk [data-country]")].filter(seen).length`); got != 1 {
				t.Errorf("the lines of %d countries are on the screen, want one", got)
			}
		})
	}
}

// Where the lines of other countries cannot be fetched, the directory is there, a
// link leads to them, and who looks again has them once the host answers.
func TestHelpLinesThatCannotBeFetched(t *testing.T) {
	t.Parallel()
	p := visitor(t, Speaks("de-DE"))
	p.Forgive(`help/`)
	p.Host.Break("/en/help/", http.NotFoundHandler())
	p.Open("en")
	p.Click("#talk summary")
	p.Until("the directory is there", `() => [...document.querySelectorAll("#talk a")].some((a) => seen(a) && a.href.startsWith("https://findahelpline.com"))`)
	if got := Eval[string](p, `() => document.querySelector("#talk > p a").getAttribute("href")`); !strings.HasSuffix(got, "/en/help/#help-DE") {
		t.Errorf("the link leads to %s, not to the lines of Germany", got)
	}
	p.Click("#talk summary")
	p.Host.Break("/en/help/", nil)
	p.Click("#talk summary")
	p.Until("the lines of Germany are there", `() => [...document.querySelectorAll("#talk a")].some((a) => seen(a) && a.getAttribute("href") === "tel:08001110111")`)
}
