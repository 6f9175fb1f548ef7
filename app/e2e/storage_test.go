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
			t.Parallel()
			p := visitor(t, broken.trait)
			p.Open("en")
			p.Ready()
			persona := personaNamed(t, "freelancer")
			p.AnswerAll(persona.answers)
			p.Finish()
			checkResult(t, p.Result(), persona)
			p.Do(`() => { const s = document.querySelector("#appearance"); s.value = "dark"; s.dispatchEvent(new Event("change", { bubbles: true })); }`)
			p.Erase()
			if got := p.Form(); len(got) > 0 {
				t.Errorf("after erasing, the form holds %v", got)
			}
		})
	}
}

func TestADraftThatCannotBeReadIsNoDraft(t *testing.T) {
	t.Parallel()
	for name, draft := range map[string]string{
		"cut off":             `{"v": 1, "answers": {"wee`,
		"null":                `null`,
		"a number":            `7`,
		"of another version":  `{"v": 99, "answers": {"weekly_hours": ["40"]}, "step": 3}`,
		"with answers of old": `{"v": 1, "answers": {"gone": ["x"], "workload_overflow": ["dunno"], "country": ["ZZ"], "accounts": 7}, "step": 2}`,
		"at no section":       `{"v": 1, "answers": {}, "step": "nowhere", "done": 1}`,
		"with no answers":     `{"v": 1, "answers": null, "step": 99}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := visitor(t)
			p.Go("/404.html") // the same origin, without the check-up
			p.Forgive("404")
			p.Do(`(draft) => sessionStorage.setItem("bothends.draft", draft)`, draft)
			p.Open("en")
			p.Ready()
			p.Until("the page has settled", `() => !document.documentElement.dataset.pending`)
			if step := p.Step(); step != "1" && step != "2" && step != "3" && step != "4" && step != "5" && step != "result" {
				t.Errorf("the page opens at step %q", step)
			}
			// Whatever the draft was, the person can answer and finish.
			if p.Step() == "result" {
				p.Act("edit")
			}
			persona := personaNamed(t, "city-hall")
			p.AnswerAll(persona.answers)
			if got := strings.Join(p.Form()["country"], ""); got != "" && got != "ZZ" {
				t.Errorf("the country is %q", got)
			}
			p.Answer("country", "")
			p.Finish()
			checkResult(t, p.Result(), persona)
		})
	}
}
