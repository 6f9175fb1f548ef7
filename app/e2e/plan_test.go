package e2e

import (
	"strings"
	"testing"
)

// A step is chosen, kept with its result, asked about six weeks later, and its
// answer stands in the history. Nothing of it is kept before the person asks.
func TestAPlanIsKeptAndAskedAbout(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844), Meets(ownClock))
	p.Open("en")
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Finish()
	p.suggested()
	if Eval[bool](p, `() => seen(".asked-plan")`) {
		t.Error("a plan is asked about that nobody made")
	}
	p.Do(`() => {
		document.querySelector("#result-whatif").open = true;
		const list = document.querySelector("#plan-step");
		list.value = "evenings_off";
		list.dispatchEvent(new Event("change", { bubbles: true }));
	}`)
	const plan = "If it is 19:00, then I put the phone in the drawer."
	said := func(want string) {
		t.Helper()
		p.Until("the plan is said", `(want) => document.querySelector(".said-plan").textContent === want`, want)
	}
	said(plan)
	p.Do(`() => {
		const then = document.querySelector("#plan-then");
		then.value = "I put both phones in the drawer";
		then.dispatchEvent(new Event("input", { bubbles: true }));
	}`)
	own := strings.Replace(plan, "the phone", "both phones", 1)
	said(own)
	if all := Eval[string](p, `() => JSON.stringify({ ...localStorage, ...sessionStorage })`); strings.Contains(all, "drawer") {
		t.Error("a plan is kept that nobody kept")
	}
	p.Do(`() => document.querySelector("#plan-step").scrollIntoView()`)
	for what, flaws := range map[string][]Flaw{"too faint": p.Faint(), "too small": p.Small(), "too wide": p.Wide(), "axe": p.Violations()} {
		for _, flaw := range flaws {
			t.Errorf("with a plan: %s: %s", what, flaw)
		}
	}
	p.Do(`() => { document.querySelector("#result-keep").open = true; document.querySelector(".reminder").open = true; }`)
	p.Click("#remind-plan")
	_, file := p.Download(t.TempDir(), "remind")
	if text := string(file); !strings.Contains(text, "DESCRIPTION:If it is 19:00") || strings.Contains(text, "http") {
		t.Errorf("the reminder is %s", text)
	}
	if got := p.Keep(); got != "kept" {
		t.Fatalf("keeping it: %s", got)
	}

	// Six weeks on, in the same browser.
	p.setClock(42)
	p.Reload()
	p.Ready()
	p.Until("the result is back", `() => seen("#result [data-act=edit]")`)
	p.Act("edit")
	p.Answer("evenings_per_week", 2)
	p.Finish()
	p.Until("the plan is asked about", `(own) => seen(".asked-plan") && document.querySelector(".asked-plan legend").textContent.includes(own)`, own)
	p.Click("#plan-worked-partly")
	p.Do(`() => { document.querySelector("#result-keep").open = true; }`)
	if got := p.Keep(); got != "kept" {
		t.Fatalf("keeping the second: %s", got)
	}
	p.Leaving(func() { p.Act("history") })
	p.Ready()
	if lines := p.History(); len(lines) != 2 {
		t.Fatalf("the history is %v", lines)
	}
	if got := Eval[[]string](p, `() => [...document.querySelectorAll("[data-record] :is([data-plan], [data-worked])")].map((e) => e.textContent)`); len(got) != 2 ||
		got[0] != "The plan before, did it work? Partly." || got[1] != "My plan: "+own {
		t.Errorf("the history says %q", got)
	}
	p.Erase()
	if all := Eval[string](p, `() => JSON.stringify({ ...localStorage, ...sessionStorage })`); strings.Contains(all, "drawer") {
		t.Error("a plan outlives erasing")
	}
}
