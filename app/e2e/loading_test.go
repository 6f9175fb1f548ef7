package e2e

import (
	"net/http"
	"strings"
	"testing"
)

// A waiting is what somebody sees who wants a result that cannot be worked out
// yet.
type waiting struct {
	Heading, Text string // of the box, if on the screen
	Retry         bool   // the button is on the screen
	Focus         string // where the focus is, as tag and id
	Form          bool   // the questions are on the screen
}

func (p *Person) waiting() waiting {
	p.t.Helper()
	return Eval[waiting](p, `() => {
		const text = (s) => seen(s) ? document.querySelector(s).innerText : "";
		const f = document.activeElement;
		return {
			Heading: text("#waiting"), Text: text("[data-boot-text]"), Retry: seen("[data-act=retry]"),
			Focus: f.tagName + "#" + f.id, Form: seen("#checkup"),
		};
	}`)
}

func TestFinishingBeforeTheProgramIsThereSaysSoAndShowsTheResultByItself(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t)
			p.Host.Hold(".wasm")
			p.Open(lang)
			persona := personaNamed(t, "city-hall")
			p.AnswerAll(persona.answers)
			p.Click("[data-act=finish]")
			p.Until("the page says that the result is on its way", `() => seen("#waiting")`)
			w := p.waiting()
			if w.Heading == "" || w.Text == "" || strings.Contains(w.Text, "{") || w.Focus != "H2#waiting" || w.Form || p.HasResult() {
				t.Errorf("while the result is on its way, the page shows %+v (result: %v)", w, p.HasResult())
			}
			p.Host.Release(".wasm")
			p.AwaitResult()
			checkResult(t, p.Result(), persona)
			if w := p.waiting(); w.Heading != "" || w.Focus != "H2#result-title" {
				t.Errorf("with the result there, the page shows %+v; want no waiting, and the focus on the result", w)
			}
		})
	}
}

func TestAFailedDownloadSaysWhyAndCanBeTriedAgain(t *testing.T) {
	t.Parallel()
	for _, failure := range []struct {
		name, part string
		answer     func(*Host) http.Handler
	}{
		{"the host is out of order", ".wasm", func(*Host) http.Handler { return Failing(http.StatusInternalServerError) }},
		{"the program stops in the middle", ".wasm", (*Host).Truncating},
		{"the program is blocked on its way", ".wasm", func(*Host) http.Handler { return Dropping }},
		{"the script that starts the program is blocked", "wasm_exec", func(*Host) http.Handler { return Dropping }},
		{"another file comes in its place", ".wasm", func(*Host) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Type", "text/html")
				w.Write([]byte("<!doctype html><title>Log in to the Wi-Fi</title>"))
			})
		}},
	} {
		t.Run(failure.name, func(t *testing.T) {
			core(t, failure.part == ".wasm")
			t.Parallel()
			p := visitor(t)
			p.Forgive(`Failed to load resource`)
			p.Forgive(`could not start|WebAssembly|wasm`)
			p.Host.Break(failure.part, failure.answer(p.Host))
			p.Open("en")
			p.Click("[name=workload_overflow][value=often]")
			p.Until("the page says that the program could not be loaded", `() => seen("[data-act=retry]")`)
			w := p.waiting()
			if len(w.Text) < 40 || strings.ContainsAny(w.Text, "{}") || !w.Form {
				t.Errorf("after the failure the page shows %+v; want why, and the form still there", w)
			}
			persona := personaNamed(t, "freelancer")
			p.AnswerAll(persona.answers)
			p.Click("[data-act=finish]")
			p.Until("the page says that there is no result yet", `() => document.documentElement.dataset.step === "result" && seen("[data-act=retry]")`)
			p.Host.Break(failure.part, nil)
			p.Click("[data-act=retry]")
			p.AwaitResult()
			checkResult(t, p.Result(), persona)
			if got, want := p.Form(), Expected(persona.answers, "en"); !sameForm(got, want) {
				t.Errorf("after trying again the form holds %v, want %v", got, want)
			}
		})
	}
}

func TestSomebodyWaitingForAResultThatCannotComeCanGoBackToTheirAnswers(t *testing.T) {
	t.Parallel()
	for _, failure := range []struct{ name, part string }{
		{"the program does not come", ".wasm"},
		{"the script that fetches it does not come", "/boot."},
	} {
		t.Run(failure.name, func(t *testing.T) {
			core(t, failure.part == ".wasm")
			t.Parallel()
			p := visitor(t)
			p.Forgive(`Failed to load resource|could not start`)
			p.Host.Break(failure.part, Dropping)
			p.Open("en")
			p.Click("[name=workload_overflow][value=often]")
			p.GoTo(lastStep)
			p.Click("[data-act=finish]")
			p.Until("the page has answered", `() => document.documentElement.dataset.step === "result"`)
			if w := p.waiting(); w.Heading == "" {
				t.Errorf("the page is empty: %+v", w)
			}
			p.Back()
			p.Until("the questions are back", `() => seen("#checkup")`)
			if got := p.Form()["workload_overflow"]; len(got) != 1 {
				t.Errorf("the answer is %q, want it still there", got)
			}
		})
	}
}

func TestWhoComesBackToAResultIsToldThatItIsOnItsWay(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Forgive(`Failed to load resource`)
	p.Host.Break("/boot.", Dropping) // which tells how far the program is
	p.Open("fr")
	p.Click("[name=workload_overflow][value=often]")
	p.GoTo(lastStep)
	p.Click("[data-act=finish]")
	p.Until("the page has answered", `() => document.documentElement.dataset.step === "result"`)
	p.Reload()
	if w := p.waiting(); w.Heading == "" {
		t.Errorf("the page is empty: %+v", w)
	}
	p.Act("edit")
	p.Until("the questions are back", `() => seen("#checkup")`)
	if p.Step() == "result" {
		t.Error("the section is still the result")
	}
}

func TestABrowserWithoutWebAssemblyIsToldSo(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(`delete window.WebAssembly`))
	p.Forgive(`could not start`)
	p.Open("en")
	p.Until("the page says that no program runs here", `() => seen("[data-boot-text]") && document.querySelector("[data-boot]").dataset.boot === "never"`)
	if Eval[bool](p, `() => seen("[data-act=retry]")`) {
		t.Error("trying again is offered, which cannot help")
	}
	if w := p.waiting(); len(w.Text) < 40 || strings.ContainsAny(w.Text, "{}") {
		t.Errorf("the page shows %+v; want a sentence that says why", w)
	}
}

func TestTheFirstQuestionCanBeAnsweredOnTheFirstScreen(t *testing.T) {
	t.Parallel()
	for _, lang := range few(t, 1, languages) {
		p := visitor(t, Phone(412, 823))
		p.Host.Hold(".wasm")
		p.Open(lang)
		if at := Eval[float64](p, `() => document.querySelector("input[name=responsibilities]").getBoundingClientRect().top`); at > 823-10 {
			t.Errorf("in %s the first answer stands %v pixels down, below a phone's first screen", lang, at)
		}
	}
}
