package e2e

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"bothends/questions"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
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

// A number that is likely a slip is doubted in place, with what was read. The result
// waits for yes or for another number, and yes is kept with the answers.
func TestASlipIsDoubtedAndTheResultWaitsForYesOrNo(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("fr")
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Ready()
	const field, doubted = "contract_hours", `(words) => {
		const advice = document.getElementById("contract_hours-advice").textContent.replaceAll("\u00a0", " ");
		return words ? advice.includes(words) && !document.getElementById("contract_hours-sure").hidden : advice === "";
	}`
	asked := `() => document.activeElement.id === "problems" && seen("#problems [data-act=sure]") && document.querySelectorAll("#problems a[href='#contract_hours']").length === 1`

	p.paste(field, "151,67")
	p.Until("the hours of a month are doubted in place", doubted, "151,67 heures par semaine")
	p.Act("finish")
	p.Until("the result waits", asked)
	if p.HasResult() {
		t.Error("there is a result although a number is doubted")
	}
	// No: what was meant is put into the field.
	p.Click("#problems a[href='#contract_hours']")
	p.Click("#contract_hours-sure [data-act=instead]")
	p.Until("nothing is doubted any more", doubted, "")
	if got := p.field(field); got.Value != "35" || !Eval[bool](p, `() => document.activeElement.id === "contract_hours"`) {
		t.Errorf("the field holds %+v, want 35 and the focus", got)
	}
	p.Finish()

	// What is said to be of a month is read as such, which is said and not doubted.
	p.Act("edit")
	p.paste(field, "151,67 h par mois")
	p.Until("the reading is told", `() => document.getElementById("contract_hours-advice").textContent.includes("35") && document.getElementById("contract_hours-sure").hidden`)
	p.Finish()

	// Yes, by keyboard, on a page that was translated.
	p.Act("edit")
	Eval[int](p, wrapText)
	p.paste(field, "160")
	p.Until("the next number is doubted", doubted, "160 heures par semaine")
	p.Act("finish")
	p.Until("the result waits", asked)
	p.Press(kb.Tab + kb.Tab)
	p.Until("the button for yes has the focus", `() => document.activeElement.dataset.act === "sure"`)
	p.Press(kb.Enter)
	p.AwaitResult()
	p.Reload()
	p.AwaitResult()

	// Yes was for that number alone.
	p.Act("edit")
	p.paste(field, "161")
	p.Until("another number is doubted again", `() => document.getElementById("contract_hours-advice").textContent.includes("161") && !document.querySelector("#contract_hours-sure input").checked`)
	p.Act("finish")
	p.Until("the result waits", asked)
	p.Act("sure")
	p.AwaitResult()
}

// An amount that is read as thousands where only decimals are likely is doubted, and
// so is one that says another period than is chosen.
func TestAnAmountThatCannotBeMeantIsDoubted(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Ready()
	p.give(map[string][]string{"country": {"US"}, "pay_period": {"hour"}, "pay_basis": {"gross"}, "contract_hours": {"40"}, "experience_years": {"3"}})
	doubted := `(words) => document.getElementById("pay_amount-advice").textContent.includes(words)`
	p.paste("pay_amount", "24.038")
	p.Until("the reading is spelled out", doubted, "it is read as $24,038")
	p.Act("finish")
	p.Until("the result waits", `() => seen("#problems [data-act=sure]")`)
	p.Click("#problems a[href='#pay_amount']")
	p.Click("#pay_amount-sure [data-act=instead]")
	p.Until("the field holds the decimals, and nothing is doubted", `() => document.getElementById("pay_amount").value === "24.0380" && document.getElementById("pay_amount-advice").textContent === ""`)
	p.paste("pay_amount", "$25 a month")
	p.Until("the other period is named", doubted, "“$25 a month” and chose “One hour”")
	p.paste("pay_amount", "$25 an hour, gross")
	p.Until("nothing is doubted", `() => document.getElementById("pay_amount-advice").textContent === ""`)
	p.Finish()
}

// utf16LE is text as editors on Windows write it, without a byte order mark.
func utf16LE(text string) []byte {
	var data []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		data = binary.LittleEndian.AppendUint16(data, unit)
	}
	return data
}

// A file of answers that an editor has saved in its own way is read.
func TestAFileOfAnswersInUTF16FillsTheForm(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	persona := personaNamed(t, "freelancer")
	saved, err := os.ReadFile(filepath.Join(personaFolder, "freelancer.json"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "answers.json")
	if err := os.WriteFile(path, utf16LE("\uFEFF"+strings.ReplaceAll(string(saved), "\n", "\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	p.OpenFile(path)
	if got, want := p.Form(), Expected(persona.answers, "en"); !sameForm(got, want) {
		t.Errorf("the form holds %v, want %v", got, want)
	}
}

// typedNumber is a number as this person types it.
func (p *Person) typedNumber(n float64) string {
	return Expected(questions.Answers{"n": n}, p.Lang())["n"][0]
}
