package e2e

import (
	"strings"
	"testing"
)

// brokenStorages are ways in which web storage fails people: a script cannot
// tell them apart beforehand.
var brokenStorages = []struct {
	name  string
	trait Trait
	keeps bool // a reload keeps the draft
}{
	{"reading it throws, as in a frame of another site", Meets(`for (const name of ["localStorage", "sessionStorage"])
		Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException("Access is denied for this document.", "SecurityError"); } });`), false},
	{"writing to it throws, because it is full", Meets(`Storage.prototype.setItem = function () { throw new DOMException("The quota has been exceeded.", "QuotaExceededError"); };`), false},
	{"it is null", Meets(`for (const name of ["localStorage", "sessionStorage"])
		Object.defineProperty(window, name, { configurable: true, get: () => null });`), false},
	{"the browser blocks the data of all sites", Prefers("profile.default_content_setting_values.cookies", 2), false},
}

func TestWebStorageThatThrowsDoesNotBreakTheCheckUp(t *testing.T) {
	t.Parallel()
	for _, broken := range brokenStorages {
		t.Run(broken.name, func(t *testing.T) {
			core(t, broken.name == brokenStorages[0].name)
			t.Parallel()
			p := visitor(t, broken.trait)
			p.Open("en")
			p.Ready()
			persona := personaNamed(t, "freelancer")
			p.AnswerAll(persona.answers)
			p.Finish()
			checkResult(t, p.Result(), persona)
			p.appear("dark")
			p.Erase()
			if got := p.Form(); len(got) > 0 {
				t.Errorf("after erasing, the form holds %v", got)
			}
		})
	}
}

func TestADraftThatCannotBeReadIsNoDraft(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Forgive("404")
	persona := personaNamed(t, "city-hall")
	for name, draft := range map[string]string{
		"cut off":              `{"v": 1, "answers": {"wee`,
		"null":                 `null`,
		"a number":             `7`,
		"of another version":   `{"v": 99, "answers": {"weekly_hours": ["40"]}, "step": 3}`,
		"with numbers in it":   `{"v": 1, "answers": {"accounts": 7, "country": {"code": "FR"}}, "step": 2}`,
		"with unknown answers": `{"v": 1, "answers": {"gone": ["x"], "workload_overflow": ["dunno"]}, "step": 2}`,
		"at no section":        `{"v": 1, "answers": {}, "step": "nowhere", "done": 1}`,
		"with no answers":      `{"v": 1, "answers": null, "step": 99}`,
	} {
		p.Go("/404.html") // the same origin, without the check-up
		p.Do(`(draft) => sessionStorage.setItem("bothends.draft:social-media-manager/", draft)`, draft)
		p.Open("en")
		p.Ready()
		p.Until("the page has settled", `() => !document.documentElement.dataset.pending`)
		if strings.Contains(draft, `"done"`) {
			p.Until("the result is open", `() => document.documentElement.dataset.step === "result"`)
		}
		// Whatever the draft was, the person can answer and finish.
		if step := p.Step(); step == "result" {
			p.Act("edit")
		} else if !Eval[bool](p, `(step) => document.querySelector(".step:not([hidden])").dataset.step === step`, step) {
			t.Errorf("with a draft that is %s the page opens at step %q", name, step)
		}
		p.AnswerAll(persona.answers)
		if got, want := p.Form(), Expected(persona.answers, "en"); !sameForm(got, want) {
			t.Errorf("with a draft that is %s the form holds %v, want %v", name, got, want)
		}
		p.Finish()
		checkResult(t, p.Result(), persona)
		for _, complaint := range p.Complaints() {
			t.Errorf("with a draft that is %s: %s", name, complaint)
		}
	}
}
