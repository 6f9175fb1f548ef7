package e2e

import (
	"strings"
	"testing"

	"bothends/questions"

	"github.com/chromedp/cdproto/input"
)

// paste puts text into a field, at once and within what the field takes.
func (p *Person) paste(id, text string) {
	p.t.Helper()
	p.Do(`(id) => {
		const f = document.getElementById(id);
		document.querySelector("[data-act=step][href='#" + f.closest(".step").id + "']").click();
		f.focus();
		f.select();
	}`, id)
	call(p, input.InsertText, input.InsertTextParams{Text: text})
	p.Do(`(id) => document.getElementById(id).dispatchEvent(new Event("change", { bubbles: true }))`, id)
}

// People paste what stands in a contract, and write units as they say them.
func TestAmountsAreReadTheWayPeopleWriteThem(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("fr")
	persona := personaNamed(t, "sports-league")
	p.AnswerAll(persona.answers)
	weekly, _ := persona.answers.Number("weekly_hours")
	p.paste("weekly_hours", strings.Repeat("\t", 20)+p.typedNumber(weekly)+" heures par semaine environ.")
	p.Answer("longest_day", "14 heures par jour")
	p.Answer("shortest_rest", "９ h")
	p.Finish()
	checkResult(t, p.Result(), persona)
}

// A message names what was not understood, and nothing that is pasted is cut.
func TestAMessageNamesWhatWasNotUnderstood(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	long := strings.Repeat("about as many as last year, ", 6) + "46"
	said := map[string]string{}
	for _, field := range []struct{ id, typed, named string }{
		{"weekly_hours", "46 hours per moon", "“per moon”"},
		{"longest_day", "9:00–21:00", "two numbers"},
		{"shortest_rest", long, "too long"},
		{"unpaid_hours", "4 2 1", "“4 2 1”"},
		{"live_days", "a few", "“a few”"},
		{"pay_amount", "$750/week", "“/week”"},
	} {
		p.paste(field.id, field.typed)
		p.Until("the message is there", `(id) => document.getElementById(id + "-problem").textContent !== ""`, field.id)
		f := p.field(field.id)
		text := strings.ReplaceAll(f.Problem, "\u00a0", " ")
		if f.Value != field.typed || f.Invalid != "true" || !strings.Contains(text, field.named) || !strings.Contains(text, "such as ") {
			t.Errorf("%s: %q is %q in the field, and refused with %q; want %q named", field.id, field.typed, f.Value, text, field.named)
		}
		for other, earlier := range said {
			if earlier == text {
				t.Errorf("%s and %s are refused with the same words: %q", field.id, other, text)
			}
		}
		said[field.id] = text
	}
}

// typedNumber is a number as this person types it.
func (p *Person) typedNumber(n float64) string {
	return Expected(questions.Answers{"n": n}, p.Lang())["n"][0]
}
