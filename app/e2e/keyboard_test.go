package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A focus is where the keyboard is.
type focus struct {
	Tag, ID, Type, Name, Value, Act string
	Seen                            bool // it has an outline and lies in the window
	Checked                         bool
	Step                            string
}

// readFocus says where the keyboard is now.
const readFocus = `(() => {
	const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
	const outlined = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
	return {
		Tag: e.tagName, ID: e.id, Type: e.type ?? "", Name: e.name ?? "", Value: e.value ?? "", Act: e.dataset.act ?? "",
		Seen: outlined && seen(e) && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth && r.width > 0,
		Checked: e.checked ?? false, Step: document.documentElement.dataset.step,
	};
})()`

// focus returns where the keyboard is, seen or not.
func (p *Person) focus() focus {
	p.t.Helper()
	return Eval[focus](p, `() => `+readFocus)
}

// seenFocus gives the browser the time that it needs to scroll to the focus and
// to paint it. What is still out of sight after that stays so.
func (p *Person) seenFocus() focus {
	p.t.Helper()
	return Eval[focus](p, `async () => {
		for (let frames = 0, start = performance.now(); ; frames++) {
			const f = `+readFocus+`;
			if (f.Seen || frames >= 60 && performance.now() - start > 5000) return f;
			await new Promise((done) => requestAnimationFrame(done));
		}
	}`)
}

func TestTheKeyboardAloneCompletesTheCheckUp(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t, LikesStillness())
			p.Open(lang)
			persona := personaNamed(t, "city-hall") // who is asked everything: a manager, a title, protections
			want := Expected(persona.answers, lang)

			// The first stop leads past the header.
			p.Press(kb.Tab)
			if f := p.seenFocus(); f.Tag != "A" || !f.Seen || Eval[string](p, `() => document.activeElement.hash`) != "#main" {
				t.Errorf("the first stop of the keyboard is %+v, want a link to the content that can be seen", f)
			}
			p.Press(kb.Enter)
			p.Press(kb.Tab)
			if !Eval[bool](p, `() => document.querySelector("#main").contains(document.activeElement)`) {
				t.Errorf("after the link to the content the keyboard is at %+v, not in it", p.focus())
			}

			answered := map[string]bool{}
			for step := 1; step <= lastStep; step++ {
				p.tabThrough(t, want, answered)
				f := p.focus()
				if step < lastStep {
					if f.Act != "next" && f.Act != "step" {
						t.Fatalf("the keyboard is at %+v, want what leads to the next section", f)
					}
					p.Press(kb.Enter)
					p.Until("the next section is open", `(n) => document.documentElement.dataset.step === String(n)`, step+1)
					p.Until("the heading of the section has the focus", `() => document.activeElement.tagName === "H2"`)
				} else {
					if f.Act != "finish" {
						t.Fatalf("the keyboard is at %+v, want the button that ends the check-up", f)
					}
					p.Press(kb.Enter)
				}
			}
			p.AwaitResult()
			p.Until("the title of the result has the focus", `() => document.activeElement.id === "result-title"`)
			if got := p.Form(); !sameForm(got, want) {
				t.Errorf("the form holds %v, want %v", got, want)
			}
			checkResult(t, p.Result(), persona)

			// On from the title, everything in the result can be reached and seen.
			for range 8 {
				p.Press(kb.Tab)
				if f := p.seenFocus(); !f.Seen {
					t.Errorf("in the result the focus is at %+v, which cannot be seen", f)
				}
			}
		})
	}
}

// tabThrough goes from control to control of a section and answers what it
// meets, until it is on the button that leads on.
func (p *Person) tabThrough(t *testing.T, want map[string][]string, answered map[string]bool) {
	t.Helper()
	// At the end of an act, the link to the one that follows; then the result.
	const onward = `() => {
		if (!document.querySelector("[data-act=next]").hidden) return "next";
		return document.querySelector(".step[data-step='" + (Number(document.documentElement.dataset.step) + 1) + "']") ? "step" : "finish";
	}`
	on := Eval[string](p, onward)
	for stops := 0; stops < 200; stops++ {
		// The heading that a section begins with needs no outline.
		f := p.focus()
		if stops > 0 {
			if f = p.seenFocus(); !f.Seen {
				t.Errorf("the keyboard is at %+v, which cannot be seen", f)
			}
		}
		if f.Tag == "BODY" {
			t.Fatalf("the focus was lost after %d stops in section %s", stops, f.Step)
		}
		switch {
		case f.Act == on && (on != "step" || Eval[bool](p, `() => document.querySelector(document.activeElement.hash).dataset.step === String(Number(document.documentElement.dataset.step) + 1)`)):
			return
		case f.Type == "radio" && !answered[f.Name] && len(want[f.Name]) > 0:
			for range 8 {
				if f.Value == want[f.Name][0] {
					break
				}
				p.Press(kb.ArrowDown)
				f = p.seenFocus()
				if !f.Seen {
					t.Errorf("the keyboard is at %+v, which cannot be seen", f)
				}
			}
			if !f.Checked {
				p.Press(" ")
			}
			answered[f.Name] = true
		case f.Type == "checkbox":
			for _, value := range want[f.Name] {
				if value == f.Value && !f.Checked {
					p.Press(" ")
				}
			}
		case f.Type == "text":
			for _, value := range want[f.Name] {
				if strings.ContainsAny(value[:1], "0123456789") {
					p.Press(value)
				}
			}
		}
		p.Press(kb.Tab)
	}
	t.Fatalf("the button that leads on cannot be reached with the keyboard")
}

func TestTheKeyboardIsNeverLost(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	lost := func(after string) {
		t.Helper()
		if f := p.focus(); f.Tag == "BODY" || f.Tag == "HTML" {
			t.Errorf("after %s the focus is lost", after)
		}
	}
	press := func(selector, after string) {
		t.Helper()
		p.Do(`(selector) => document.querySelector(selector).focus()`, selector)
		p.Press(kb.Enter)
		lost(after)
	}
	p.Answer("workload_overflow", "often")
	// The button beside a choice is for the thumb; the keyboard stays in the choice.
	p.Do(`() => document.querySelector("#workload_overflow [value=often]").focus()`)
	p.Press(kb.Delete)
	lost("clearing an answer")
	if got := p.Form()["workload_overflow"]; len(got) > 0 {
		t.Errorf("clearing leaves %q", got)
	}
	press("[data-act=next]", "going to the next section")
	press("[data-act=back]", "going back") // the button hides itself
	press("[data-act=step][href='#step-support']", "opening a section from the list")
	press("#talk summary", "opening the help lines")
	press("#talk summary", "closing them")
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	press("[data-act=finish]", "finishing")
	p.AwaitResult()
	lost("the result came")
	press("#result [data-act=edit]", "going back to the answers")
	p.Until("the form is open", `() => seen("#checkup")`)
	lost("the form is open again")
	press(".erase summary", "opening the erasing")
	press("[data-act=erase]", "erasing everything")
}
