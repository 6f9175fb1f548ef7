package e2e

import (
	"slices"
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
	for step := 1; step <= 5; step++ {
		p.GoTo(step)
		open("in section "+p.Step(), "tel:143")
	}
	// The country of the job counts more than that of the browser.
	p.GoTo(3)
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

// Who reads a page in another language than their own is where their browser says.
func TestHelpLinesFollowAnyLanguageOfTheBrowser(t *testing.T) {
	t.Parallel()
	for languages, want := range map[string]string{"de-DE,en": "tel:08001110111", "fr-FR,en": "tel:3114", "en": "https://findahelpline.com"} {
		p := visitor(t, Phone(390, 844), Speaks(languages))
		p.Go("/en/about/")
		p.Click("#talk summary")
		p.Until(want+" is among the help lines for "+languages, `(want) => [...document.querySelectorAll("#talk a")].some((a) => seen(a) && a.getAttribute("href") === want)`, want)
	}
}
