package e2e

import (
	"reflect"
	"testing"
)

// wrapText does to the page what the translators of browsers do: every text goes
// into two elements that take its place. What is read stays the same.
const wrapText = `() => {
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const found = [];
	for (let text; (text = texts.nextNode());) {
		if (text.data.trim() && !text.parentElement.closest("font, script, style, textarea, svg, noscript")) found.push(text);
	}
	for (const text of found) {
		const outer = document.createElement("font"), inner = document.createElement("font");
		outer.append(inner);
		inner.append(text.data);
		text.replaceWith(outer);
	}
	return found.length;
}`

func (p *Person) translate() {
	p.t.Helper()
	Eval[int](p, wrapText)
}

// twice does something before a page that is translated, and before one that is not:
// each in a test of its own, because a person keeps the browser until a test is over.
func twice[T any](t *testing.T, do func(t *testing.T, translated bool) T) (translated, plain T) {
	t.Helper()
	t.Run("translated", func(t *testing.T) { translated = do(t, true) })
	t.Run("plain", func(t *testing.T) { plain = do(t, false) })
	return translated, plain
}

// What is read after answers have changed is the same, whatever the page has gone
// through in between.
func TestATranslatedPageSaysWhatFollowsFromTheAnswersOfNow(t *testing.T) {
	t.Parallel()
	of := func(t *testing.T, translated bool, names ...string) Result {
		p := visitor(t)
		p.Open("en")
		p.Ready()
		for _, name := range names {
			if translated {
				p.translate()
			}
			p.AnswerAll(personaNamed(t, name).answers)
			if translated {
				p.translate()
			}
			p.Finish()
			if translated {
				p.translate()
			}
			if name != names[len(names)-1] {
				p.Act("edit")
			}
		}
		return p.Result()
	}
	for _, names := range [][]string{{"freelancer", "city-hall"}, {"city-hall", "freelancer"}} {
		t.Run(names[1], func(t *testing.T) {
			t.Parallel()
			got, want := twice(t, func(t *testing.T, translated bool) Result { return of(t, translated, names...) })
			if !reflect.DeepEqual(got, want) {
				t.Errorf("a translated page says\n%+v\nwant\n%+v", got, want)
			}
		})
	}
}

func TestATranslatedPageSaysWhatTheAdOfNowSays(t *testing.T) {
	t.Parallel()
	const first, second = "Social media manager. Salary: $20 an hour, 40 hours a week. Tasks:\n- Design graphics\n- Community moderation",
		"Content lead. We offer $48,000 a year. Five years of experience. Tasks:\n- Video editing\n- Report on analytics\n- Paid campaigns"
	of := func(t *testing.T, translated bool) finding {
		p := visitor(t)
		p.OpenAd("en")
		p.Ready()
		for _, text := range []string{first, second} {
			p.Paste(text)
			p.Until("the ad is read", `(text) => {
				const region = document.querySelector("#adresult");
				const shown = region.querySelector("#marked-text");
				return region.dataset.whole === "true" && shown && shown.textContent.includes(text);
			}`, text[len(text)-9:])
			if translated {
				p.translate()
			}
		}
		return p.Found()
	}
	if got, want := twice(t, of); !reflect.DeepEqual(got, want) {
		t.Errorf("a translated page says\n%+v\nwant\n%+v", got, want)
	}
}

// What is told of one thing, in one place, after another.
func TestATranslatedPageTellsWhatWasTriedAndKept(t *testing.T) {
	t.Parallel()
	of := func(t *testing.T, translated bool) (told []string) {
		p := visitor(t)
		p.Open("en")
		p.Ready()
		p.AnswerAll(personaNamed(t, "retail-fixed-term").answers)
		p.Finish()
		p.Until("the what-if has suggestions", `() => document.querySelector("#whatif .ideas[data-found]")`)
		tell := func() {
			if translated {
				p.translate()
			}
			told = append(told, Eval[string](p, `() => document.querySelector("#whatif").innerText + document.querySelector("[data-act=keep]").closest("div").innerText`))
		}
		tell()
		p.Act("whatif-try")
		p.Until("something is tried", `() => document.querySelector("#whatif .standing").dataset.idle === "false"`)
		tell()
		p.Act("whatif-reset")
		p.Until("everything is back", `() => document.querySelector("#whatif .standing").dataset.idle === "true"`)
		tell()
		p.Keep()
		tell()
		if p.Keep() != "already" {
			t.Error("it is kept twice")
		}
		tell()
		return told
	}
	if got, want := twice(t, of); !reflect.DeepEqual(got, want) {
		t.Errorf("a translated page tells\n%q\nwant\n%q", got, want)
	}
}
