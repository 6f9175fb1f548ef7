package e2e

import (
	"maps"
	"slices"
	"testing"
)

// noteShown notes the signs of a result at the moment it is shown.
const noteShown = `() => {
	new MutationObserver(() => {
		const { step } = document.documentElement.dataset;
		if (step === "result") (window.shown ||= []).push(document.querySelector("#result").dataset.signs);
	}).observe(document.documentElement, { attributeFilter: ["data-step"] });
}`

// What is read first of a result is drawn while nothing is changed, so that it is
// there at once. It is seen when it is asked for, and only if it is of the answers.
func TestAVerdictThatIsDrawnAheadIsNeitherSeenEarlyNorOutOfDate(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Host.Hold(".wasm")
	p.Open("en")
	p.Do(noteShown)
	drawn := func(who persona) {
		t.Helper()
		p.Until("the verdict is drawn", `(signs) => document.querySelector("#result").dataset.signs === signs`, oneDecimal(who.expected.Signs.Score))
	}
	shown := func(want string) {
		t.Helper()
		if got := Eval[[]string](p, `() => shown.splice(0)`); !slices.Equal(got, []string{want}) {
			t.Errorf("shown were results with signs %q, want %q", got, want)
		}
	}

	one, other := personaNamed(t, "freelancer"), personaNamed(t, "city-hall")
	p.AnswerAll(one.answers)
	p.Host.Release(".wasm") // also what was answered before the program came
	drawn(one)
	if Eval[bool](p, `() => seen("#result") || document.querySelector("#checkup").hidden`) || p.Step() == "result" {
		t.Error("a result is seen that nobody has asked for")
	}
	p.Finish()
	shown(oneDecimal(one.expected.Signs.Score))
	checkResult(t, p.Result(), one)

	p.Act("edit")
	p.AnswerAll(other.answers)
	drawn(other)
	p.Finish()
	shown(oneDecimal(other.expected.Signs.Score))
	checkResult(t, p.Result(), other)

	// Taking back an answer and asking for the result at once.
	p.Act("edit")
	answers := maps.Clone(other.answers)
	delete(answers, "effortful")
	p.Do(`() => {
		document.querySelector("#effortful .clear").click();
		document.querySelector("[data-act=finish]").click();
	}`)
	p.AwaitResult()
	want, err := shippedPack().Score(answers)
	if err != nil {
		t.Fatal(err)
	}
	shown(oneDecimal(want.Signs.Score))
}

// A result that is drawn already does not show what no longer holds: a help line of
// another country, or what became of keeping it.
func TestAResultThatIsShownAgainIsUpToDate(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t, Speaks("en-GB"))
	p.Open("en")
	who := personaNamed(t, "sports-league")
	answers := maps.Clone(who.answers)
	delete(answers, "country")
	p.AnswerAll(answers)
	first := func(want string) {
		t.Helper()
		p.Until(want+" is among what comes first", `(want) => [...document.querySelectorAll("#result .first a")]
			.some((a) => seen(a) && a.getAttribute("href") === want)`, want)
	}
	p.Finish()
	first("tel:116123")
	p.Keep()
	p.Act("edit")
	p.Do(`() => {
		const select = document.querySelector("#talk-country");
		select.value = "US";
		select.dispatchEvent(new Event("change", { bubbles: true }));
		document.querySelector("[data-act=finish]").click();
	}`)
	first("tel:988")
	p.Until("nothing is said about keeping", `() => document.querySelector("#kept")?.textContent === ""`)

	for range 2 { // the second time it says the same, anew
		if got := p.Keep(); got != "already" {
			t.Errorf("keeping it once more is %q", got)
		}
	}
	p.Act("edit")
	p.Answer("workload_overflow", "never")
	p.Finish()
	p.Until("nothing is said about keeping", `() => document.querySelector("#kept")?.textContent === ""`)
	first("tel:988")
}
