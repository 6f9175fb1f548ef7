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
	if n := Eval[int](p, wrapText); n == 0 {
		p.t.Error("there was nothing to translate")
	}
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
			if got, want := of(t, true, names...), of(t, false, names...); !reflect.DeepEqual(got, want) {
				t.Errorf("a translated page says\n%+v\nwant\n%+v", got, want)
			}
		})
	}
}

func TestATranslatedPageSaysWhatTheAdOfNowSays(t *testing.T) {
	t.Parallel()
	const first, second = "Social media manager. Salary: $20 an hour, 40 hours a week. Tasks:\n- Design graphics\n- Community moderation",
		"Content lead. We offer $48,000 a year. Five years of experience. Tasks:\n- Video editing\n- Report on analytics\n- Paid campaigns"
	of := func(translated bool) finding {
		p := visitor(t)
		p.OpenAd("en")
		p.Ready()
		for _, text := range []string{first, second} {
			p.Paste(text)
			p.Until("the ad is read", `(text) => {
				const region = document.querySelector("#adresult");
				return region.dataset.whole === "true" && region.innerText.includes(text);
			}`, text[:12])
			if translated {
				p.translate()
			}
		}
		return p.Found()
	}
	if got, want := of(true), of(false); !reflect.DeepEqual(got, want) {
		t.Errorf("a translated page says\n%+v\nwant\n%+v", got, want)
	}
}

// What is told of one thing, in one place, after another.
func TestATranslatedPageTellsWhatWasTriedAndKept(t *testing.T) {
	t.Parallel()
	of := func(translated bool) (told []string) {
		p := visitor(t)
		p.Open("en")
		p.Ready()
		p.AnswerAll(personaNamed(t, "city-hall").answers)
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
	if got, want := of(true), of(false); !reflect.DeepEqual(got, want) {
		t.Errorf("a translated page tells\n%q\nwant\n%q", got, want)
	}
}
