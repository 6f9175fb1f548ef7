package e2e

import "testing"

// What a change came to stays in sight, and never over a suggestion: pressing the middle
// of each of them presses it.
func TestNoSuggestionLiesUnderTheOutcome(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844), LikesStillness())
	p.Open("en")
	p.AnswerAll(personaNamed(t, "start-up-lead").answers)
	p.Finish()
	p.Do(`() => { document.querySelector("#result-whatif").open = true; }`)
	p.Until("there are suggestions", `() => !!document.querySelector(".ideas button")`)
	p.Do(`() => document.querySelector(".ideas button").click()`)
	p.Until("the outcome is there", `() => document.querySelector(".standing")?.dataset.idle === "false"`)
	covered := Eval[[]string](p, `() => [...document.querySelectorAll(".ideas button")].filter(seen).filter((b) => {
		b.scrollIntoView({ block: "end" });
		const at = b.getBoundingClientRect();
		return !b.contains(document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2));
	}).map((b) => b.textContent)`)
	if len(covered) > 0 {
		t.Errorf("these lie under the outcome: %q", covered)
	}
}
