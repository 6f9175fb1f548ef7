package e2e

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp/kb"
)

// A fieldState is what stands at one field.
type fieldState struct {
	Value, Problem string // the problem if it can be seen
	Invalid        string // aria-invalid
	Described      bool   // the problem belongs to the field for a screen reader
}

func (p *Person) field(id string) fieldState {
	p.t.Helper()
	return Eval[fieldState](p, `(id) => {
		const field = document.getElementById(id), problem = document.getElementById(id + "-problem");
		return {
			Value: field.value, Problem: problem.hidden ? "" : problem.innerText.trim() || problem.textContent,
			Invalid: field.getAttribute("aria-invalid") ?? "",
			Described: (field.getAttribute("aria-describedby") ?? "").split(" ").includes(problem.id),
		};
	}`, id)
}

// summary lists the links of the summary of problems, as ids.
func (p *Person) summary() []string {
	p.t.Helper()
	return Eval[[]string](p, `() => {
		const s = document.querySelector("#problems");
		return seen(s) ? [...s.querySelectorAll("a")].map((a) => a.getAttribute("href").slice(1)) : [];
	}`)
}

func TestWrongInputIsExplainedAtTheFieldAndNothingTypedIsLost(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t)
			p.Open(lang)
			p.AnswerAll(personaNamed(t, "city-hall").answers)
			half := "2.5"
			if lang == "fr" {
				half = "2,5"
			}
			wrong := []struct{ id, typed, right string }{
				{"weekly_hours", "500", "50"},
				{"longest_day", "30", "13"},
				{"weeks_off", half, "2"},
				{"contract_hours", "0", "35"},
				{"cover_wait_days", "400", "40"},
				{"accounts", "douze", "12"},
				{"live_days", "-5", "5"},
			}
			for _, w := range wrong {
				p.Answer(w.id, w.typed)
			}
			held := p.Form()
			p.Act("finish")
			p.Until("the summary of problems has the focus", `() => document.activeElement.id === "problems" && seen(document.activeElement)`)
			if p.HasResult() || p.Step() == "result" {
				t.Error("there is a result although answers cannot be read")
			}
			var want []string
			for _, w := range wrong {
				want = append(want, w.id)
			}
			if got := p.summary(); !slices.Equal(got, want) {
				t.Errorf("the summary links to %q, want %q", got, want)
			}
			if got := p.Form(); !reflect.DeepEqual(got, held) {
				t.Errorf("the form holds %v, and %v was typed", got, held)
			}
			if text := Eval[string](p, `() => document.querySelector("#problems").innerText`); strings.ContainsAny(text, "{}") {
				t.Errorf("a placeholder was left empty in %q", text)
			}

			for i, w := range wrong {
				f := p.field(w.id)
				if f.Value != w.typed || len(f.Problem) < 15 || f.Invalid != "true" || !f.Described || strings.ContainsAny(f.Problem, "{}") {
					t.Errorf("at %s stands %+v; want %q, a sentence, marked as wrong", w.id, f, w.typed)
				}
				// The link of the summary opens the section and leads to the field.
				p.Click(fmt.Sprintf("#problems a[href='#%s']", w.id))
				p.Until("the field of the problem has the focus", `(id) => {
					const e = document.activeElement, r = e.getBoundingClientRect();
					return e.id === id && seen(e) && r.top >= 0 && r.bottom <= innerHeight;
				}`, w.id)
				// Corrected like people do.
				p.Press(kb.End + strings.Repeat(kb.Backspace, len(w.typed)) + w.right)
				p.Until("the problem at the field is gone", `(id) => document.getElementById(id + "-problem").hidden && document.getElementById(id).getAttribute("aria-invalid") !== "true"`, w.id)
				p.Until("the summary is shorter", `(n) => document.querySelectorAll("#problems a").length === n`, len(wrong)-i-1)
			}
			p.Finish()
			if got := p.Form()["weekly_hours"]; !slices.Equal(got, []string{"50"}) {
				t.Errorf("weekly hours are %q, want the corrected 50", got)
			}
		})
	}
}

func TestAWrongAnswerGivenBeforeTheProgramIsExplainedOnceItIsThere(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Host.Hold(".wasm")
	p.Open("en")
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Answer("weekly_hours", "many")
	p.Click("[data-act=finish]")
	p.Until("the page says that the result is on its way", `() => seen("#waiting")`)
	p.Host.Release(".wasm")
	p.Until("the summary of problems has the focus", `() => document.activeElement.id === "problems" && seen(document.activeElement)`)
	if got := p.summary(); !slices.Equal(got, []string{"weekly_hours"}) || p.field("weekly_hours").Value != "many" {
		t.Errorf("the summary links to %q and the field holds %+v", got, p.field("weekly_hours"))
	}
	if !Eval[bool](p, `() => seen("#checkup")`) {
		t.Error("the form is not on the screen")
	}
}

func TestNumbersAreReadTheWayPeopleTypeThem(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("fr")
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	for id, typed := range map[string]string{
		"weekly_hours": "60,0", "longest_day": "14h00", "shortest_rest": "9:00", "accounts": " 9 ", "unpaid_hours": "8 h",
	} {
		p.Answer(id, typed)
	}
	p.Finish()
	checkResult(t, p.Result(), personaNamed(t, "sports-league"))
}

func TestAnswersThatCanHardlyBothBeTrueGetAHintAndNoBlock(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	hint := func(id string) bool {
		t.Helper()
		return Eval[bool](p, `(id) => { const h = document.getElementById(id + "-hint"); return !h.hidden && h.textContent.trim().length > 20; }`, id)
	}
	for _, pair := range []struct{ hint, id, doubtful, fine string }{
		{"rest_and_day", "shortest_rest", "12", "9"}, // beside a day of 14 hours
		{"unpaid_and_week", "unpaid_hours", "70", "8"},
	} {
		p.Ready()
		p.Answer(pair.id, pair.doubtful)
		p.Until("the hint is there", `(id) => !document.getElementById(id + "-hint").hidden`, pair.hint)
		if !hint(pair.hint) {
			t.Errorf("the hint %s says nothing", pair.hint)
		}
		p.Finish()
		p.Act("edit")
		p.Answer(pair.id, pair.fine)
		p.Until("the hint is gone", `(id) => document.getElementById(id + "-hint").hidden`, pair.hint)
	}
	p.Finish()
	checkResult(t, p.Result(), personaNamed(t, "sports-league"))
}

// OpenFile chooses a file in the page and returns what the page says about it.
func (p *Person) OpenFile(path string) string {
	p.t.Helper()
	p.Do(`() => { document.querySelector("#answers-file").closest("details").open = true; }`)
	input := Eval[*runtime.RemoteObject](p, `() => document.querySelector("#answers-file")`)
	p.Do(`() => {
		window.heard = document.querySelector(".openfile [role=status]").innerHTML;
		window.filled = false;
		document.addEventListener("bothends:fill", () => { window.filled = true; }, { once: true });
	}`)
	call(p, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{path}, ObjectID: input.ObjectID})
	p.Until("the page says what became of the file", `() => {
		const s = document.querySelector(".openfile [role=status]");
		return s.innerText.trim() !== "" && (window.filled || s.innerHTML !== window.heard);
	}`)
	return Eval[string](p, `() => document.querySelector(".openfile [role=status]").innerText`)
}

func TestAFileThatCannotBeReadIsRefusedWholeAndTheFormStaysAsItIs(t *testing.T) {
	t.Parallel()
	good, err := os.ReadFile(filepath.Join(personaFolder, "freelancer.json"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	file := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	big := file("big.json", good)
	if err := os.Truncate(big, 50<<20); err != nil {
		t.Fatal(err)
	}
	files := []struct{ name, path string }{
		{"empty", file("empty.json", nil)},
		{"foreign", file("foreign.json", []byte(`{"name": "a package", "version": "1.0.0"}`))},
		{"truncated", file("truncated.json", good[:len(good)/2])},
		{"of 50 MB", big},
		{"of a newer version", file("newer.json", bytes.Replace(good, []byte(`"version": 1`), []byte(`"version": 2`), 1))},
		{"of another questionnaire", file("pack.json", bytes.Replace(good, []byte("social-media-manager"), []byte("nurse"), 1))},
		{"a picture", file("picture.json", []byte("\x89PNG\r\n\x1a\n\x00\x00\xff\xfe"))},
		{"with one wrong answer", file("wrong.json", bytes.Replace(good, []byte(`"weekly_hours": `), []byte(`"weekly_hours": 9`), 1))},
	}
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t)
			p.Open(lang)
			p.Ready()
			p.Answer("workload_overflow", "often")
			p.Answer("accounts", "12 or so")
			held := p.Form()
			said := map[string]string{}
			for _, f := range files {
				// Chosen after one that is fine, its reason must replace the earlier.
				words := p.OpenFile(f.path)
				if len(words) < 30 || strings.ContainsAny(words, "{}") {
					t.Errorf("a file that is %s is refused with %q", f.name, words)
				}
				for other, earlier := range said {
					if earlier == words {
						t.Errorf("a file that is %s and one that is %s are refused with the same words: %q", f.name, other, words)
					}
				}
				said[f.name] = words
				if got := p.Form(); !reflect.DeepEqual(got, held) {
					t.Fatalf("after a file that is %s the form holds %v, want %v", f.name, got, held)
				}
			}
		})
	}
}

func TestAFileOfAnswersFillsTheFormAndASavedOneHoldsTheSameAnswers(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "en")
			t.Parallel()
			p := visitor(t)
			p.Open(lang)
			p.Ready()
			p.Answer("job_worry", "always") // replaced by the file
			for _, name := range few(t, 1, []string{"in-house-specialist", "freelancer", "start-up-lead"}) {
				persona := personaNamed(t, name)
				path, err := filepath.Abs(filepath.Join(personaFolder, name+".json"))
				if err != nil {
					t.Fatal(err)
				}
				p.GoTo(1)
				p.OpenFile(path)
				if got, want := p.Form(), Expected(persona.answers, lang); !sameForm(got, want) {
					t.Errorf("%s: the form holds %v, want %v", name, got, want)
				}
				p.GoTo(lastStep)
				p.Finish()
				checkResult(t, p.Result(), persona)
				saved := p.Save(t.TempDir())
				answers, problems := shippedPack().Pack.Decode(saved)
				if len(problems) > 0 || !reflect.DeepEqual(answers, persona.answers) {
					t.Errorf("%s: the saved file holds %v (%v), want %v", name, answers, problems, persona.answers)
				}
				p.Act("edit")
			}
		})
	}
}
