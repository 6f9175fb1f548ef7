package e2e

import (
	"strings"
	"testing"
)

// stored are the keys and values in both storages.
const stored = `() => [localStorage, sessionStorage].flatMap((s) => Object.keys(s).map((key) => key + "=" + s.getItem(key)))`

// traces are what is left of answers, drafts and settings.
func (p *Person) traces() []string {
	p.t.Helper()
	var left []string
	for _, entry := range Eval[[]string](p, stored) {
		if strings.HasPrefix(entry, "bothends.") {
			left = append(left, entry)
		}
	}
	return left
}

func TestLeaveNowGoesToANeutralPageAndBackDoesNotComeBackToTheAnswers(t *testing.T) {
	t.Parallel()
	for _, moment := range []struct {
		name, lang string
		ready      bool
	}{{"before the program is there", "en", false}, {"with a result on the screen", "fr", true}} {
		t.Run(moment.name, func(t *testing.T) {
			t.Parallel()
			p := visitor(t)
			lang := moment.lang
			if !moment.ready {
				p.Host.Hold(".wasm")
			}
			p.Open(lang)
			p.AnswerAll(personaNamed(t, "sports-league").answers)
			if moment.ready {
				p.Finish()
			}
			p.Leaving(func() { p.Click("[data-act=leave]") })
			if address := p.Address(); address != "/"+lang+"/minutes/" {
				t.Errorf("leaving lands on %s", address)
			}
			text := Eval[string](p, `() => document.title + " " + document.body.innerText`)
			for _, word := range []string{"Both Ends", "deux bouts", "burn", "Burn", "épuis", "strain", "candle"} {
				if strings.Contains(text, word) {
					t.Errorf("the neutral page says %q", word)
				}
			}
			if draft := Eval[[]string](p, stored); strings.Contains(strings.Join(draft, ""), "responsibilities") {
				t.Errorf("after leaving, answers are still stored: %q", draft)
			}

			// As far back as one can go, and forward again.
			for p.Back() && strings.HasPrefix(p.Address(), "/") {
				p.checkNoAnswers(t)
			}
			for p.Forward() {
				p.checkNoAnswers(t)
			}
		})
	}
}

// checkNoAnswers looks at whatever page is open for something that was given.
func (p *Person) checkNoAnswers(t *testing.T) {
	t.Helper()
	given := Eval[[]string](p, `() => {
		const form = document.querySelector("#checkup");
		const given = form ? [...new FormData(form)].filter(([, v]) => v !== "").map(([k, v]) => k + "=" + v) : [];
		const result = document.querySelector("#result");
		if (result && result.matches("[data-signs], [data-strain], [data-band], :has([data-driver], [data-limit])")) given.push("a result");
		return given;
	}`)
	if len(given) > 0 {
		t.Errorf("at %s answers are back: %q", p.Address(), given)
	}
}

// A result that is wanted before the program is there comes by itself, unless
// everything was erased.
func TestErasingTakesBackTheWishForAResult(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Host.Hold(".wasm")
	p.Open("en")
	p.Answer("workload_overflow", "often")
	p.Act("finish")
	p.Until("the page says that the result will come", `() => seen("#waiting")`)
	p.Erase()
	p.Host.Release(".wasm")
	p.Ready()
	// Whatever the program has begun, it has drawn some frames later.
	p.Do(`async () => { for (let n = 0; n < 20; n++) await new Promise(requestAnimationFrame); }`)
	if p.HasResult() || p.Step() != "1" {
		t.Errorf("step %s is open, and it is %v that there is a result", p.Step(), p.HasResult())
	}
}

// Who erases at the foot of a long page is told so where they look, and does not come
// back to a result of nothing.
func TestErasingIsSaidWhereOneLooks(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844))
	p.Open("fr")
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Finish()
	p.Do(`() => document.querySelector(".erase").scrollIntoView({ behavior: "instant" })`)
	p.Erase()
	p.Until("the words stand on the screen", `() => {
		const said = document.querySelector("#said"), r = said.getBoundingClientRect();
		return said.innerText !== "" && r.height > 8 && r.top >= 0 && r.bottom <= innerHeight && document.activeElement === said && seen("#step-work");
	}`)
	p.Back()
	p.Until("a part of the form is open", `() => document.documentElement.dataset.step !== "result" && seen("#checkup")`)
}

func TestEraseEverythingLeavesNothingAndNothingBringsItBack(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t)
			p.Open(lang)
			p.appear("dark")
			p.Leaving(func() { p.Click("[data-act=lang]") }) // remembered
			p.Leaving(func() { p.Click("[data-act=lang]") })
			p.AnswerAll(personaNamed(t, "sports-league").answers)
			p.Answer("country", "BE")
			p.Finish()
			if len(p.traces()) < 3 {
				t.Fatalf("draft, language and appearance should be stored, and there is %q", p.traces())
			}

			p.Click(".erase summary")
			p.Click("[data-act=erase]")
			p.Until("the form is back", `() => document.documentElement.dataset.step === "1" && seen("#checkup")`)
			p.Until("the program has forgotten the result", `() => !document.querySelector("#result").matches("[data-signs], [data-strain], [data-band]")`)

			if left := p.traces(); len(left) > 0 {
				t.Errorf("after erasing, the device keeps %q", left)
			}
			p.checkNoAnswers(t)
			if words := Eval[string](p, `() => document.querySelector("#said").innerText`); words == "" {
				t.Error("erasing says nothing")
			}
			if focus := Eval[string](p, `() => document.activeElement.tagName`); focus == "BODY" {
				t.Error("erasing loses the focus")
			}
			for range 6 {
				p.Back()
				p.checkNoAnswers(t)
			}
			for p.Forward() {
				p.checkNoAnswers(t)
			}
			p.Open(lang)
			p.Ready()
			p.checkNoAnswers(t)
			if theme := Eval[string](p, `() => document.documentElement.dataset.theme ?? ""`); theme != "" {
				t.Errorf("the appearance is still %q", theme)
			}
		})
	}
}
