package e2e

import (
	"path/filepath"
	"slices"
	"testing"

	"bothends/questions"
)

// answersOf are those of a persona that one act asks for.
func answersOf(act int, all questions.Answers) questions.Answers {
	some := questions.Answers{}
	p := shippedPack().Pack
	for _, q := range p.ActQuestions(p.Acts[act]) {
		if answer, ok := all[q.ID]; ok {
			some[q.ID] = answer
		}
	}
	return some
}

func TestTheShortCheckEndsAtAResultThatAnswersMakeNarrower(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844))
	p.Open("fr")
	persona := personaNamed(t, "city-hall")
	short := answersOf(0, persona.answers)
	p.GoTo(1)
	for step := 1; step <= 4; step++ {
		p.give(Expected(short, "fr"))
		if next := Eval[bool](p, `() => seen("[data-act=next]")`); next != (step < 4) {
			t.Fatalf("in part %d of 4 it is %v that one can go on", step, next)
		}
		if step < 4 {
			p.Act("next")
		}
	}
	p.Finish()
	p.Until("all of the result is drawn", `() => !document.querySelector("#result").dataset.brief`)
	before := p.Result()
	if before.Band != "3" {
		t.Errorf("the short check of the city hall has band %q, want 3", before.Band)
	}

	asked := `() => [...document.querySelectorAll("#result [data-asks]")].filter(seen).map((e) => e.dataset.asks)`
	first := Eval[[]string](p, asked)
	if len(first) != 3 {
		t.Fatalf("beside the result are asked %q, want three questions", first)
	}
	if n := Eval[int](p, `() => [...document.querySelectorAll("#result [data-asks] .answers")].flatMap((e) => {
		const boxes = [...e.children].map((box) => box.getBoundingClientRect()).filter((r) => r.height > 0);
		return boxes.filter((a) => boxes.some((b) => b !== a && b.left < a.right + 4 && a.left < b.right + 4 && b.top < a.bottom + 4 && a.top < b.bottom + 4));
	}).length`); n > 0 {
		t.Errorf("%d parts of what is asked touch one another", n)
	}
	// A wrong number is said in place, and changes nothing.
	p.Do(`() => { document.querySelector("#narrow-shortest_rest").value = "30"; document.querySelector("[data-asks=shortest_rest] button").click(); }`)
	p.Until("the problem is said", `() => document.querySelector("#narrow-shortest_rest-problem").innerText !== ""`)
	p.Do(`() => { document.querySelector("#narrow-shortest_rest").value = "12"; document.querySelector("[data-asks=shortest_rest] button").click(); }`)
	p.Until("another question stands there", `(before) => !(`+asked+`)().includes("shortest_rest")`)
	if got := p.Form()["shortest_rest"]; !slices.Equal(got, []string{"12"}) {
		t.Errorf("the form holds %q for the rest", got)
	}
	if after := p.Result(); after.Strain == before.Strain || after.Text == before.Text {
		t.Errorf("the strain is %s as before", after.Strain)
	}
	p.Reload()
	p.AwaitResult()
	if got := p.Form()["shortest_rest"]; !slices.Equal(got, []string{"12"}) {
		t.Errorf("after a reload the form holds %q for the rest", got)
	}

	// Another act is a press away, and ends at the result again.
	p.Until("all of the result is drawn", `() => !document.querySelector("#result").dataset.brief`)
	p.Do(`() => [...document.querySelectorAll("#result .acts a")].find((a) => a.hash === "#step-pay").click()`)
	p.Until("the act on pay is open", `() => seen("#step-pay") && !seen("[data-act=next]") && !seen("[data-act=back]")`)
	p.Finish()
}

func TestAQuestionIsAskedWhereItMatters(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Show("country")
	shows := func(id string, want bool) {
		t.Helper()
		p.Until(id+" is there, or not", `(id, want) => !document.querySelector("#checkup [data-q=" + id + "]").hidden === want`, id, want)
	}
	for _, id := range []string{"currency", "pay_period", "pay_basis", "experience_years"} {
		shows(id, false)
	}
	p.Answer("country", "FR") // which proposes a currency: that is no answer of the person
	shows("currency", false)
	shows("cadre", false)
	p.Reload()
	p.Show("country")
	shows("currency", false)
	p.Answer("pay_amount", 2100.0)
	for _, id := range []string{"currency", "pay_period", "pay_basis", "experience_years", "cadre"} {
		shows(id, true)
	}
	shows("pay_feeling", true)
	p.Answer("pay_period", "month")
	shows("pay_feeling", true) // no hours
	p.Answer("contract_hours", 35.0)
	shows("pay_feeling", true) // nor cadre status, on which published pay depends in France
	p.Answer("cadre", "no")
	shows("pay_feeling", false)
	p.Answer("currency", "USD") // which nobody compares with pay in France
	shows("pay_feeling", true)
	p.Answer("currency", "EUR")
	shows("pay_feeling", false)
	p.Answer("pay_basis", "gross") // nor gross pay
	shows("pay_feeling", true)
	p.Answer("pay_basis", "net")
	shows("pay_feeling", false)
	// What is answered stays where it is.
	p.Answer("experience_years", 4.0)
	p.give(map[string][]string{"pay_amount": {""}})
	shows("experience_years", true)
	shows("pay_period", true)

	p.Show("protections")
	shows("protections", false)
	p.Answer("threats", "yes")
	shows("protections", true)
	p.Answer("threats", "no")
	shows("protections", false)

	// Weekly hours less paid ones are proposed, and taken by a press.
	p.Answer("weekly_hours", 43.5)
	p.Show("unpaid_hours")
	p.Until("8.5 is proposed", `() => document.querySelector("[data-q=unpaid_hours] [data-act=propose]").innerText.includes("8.5")`)
	p.Click("[data-q=unpaid_hours] [data-act=propose]")
	if got := p.Form()["unpaid_hours"]; !slices.Equal(got, []string{"8.5"}) {
		t.Errorf("unpaid hours are %q", got)
	}

	p.Answer("work_status", "own_account")
	shows("manager_helps", false)
	p.Answer("work_status", "both")
	shows("manager_helps", true)
}

func TestAnswersFromAFileOpenTheActsTheyAreOf(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	lists := func(want ...string) {
		t.Helper()
		p.Until("the acts are open", `(want) => JSON.stringify([...document.querySelectorAll(".steps ol")].filter((e) => !e.hidden).map((e) => e.dataset.part)) === JSON.stringify(want)`, want)
	}
	lists("short")
	persona := personaNamed(t, "sports-league")
	file, err := filepath.Abs(filepath.Join(personaFolder, "sports-league.json"))
	if err != nil {
		t.Fatal(err)
	}
	p.OpenFile(file)
	lists("short", "hours_rest", "more") // the title of pay is its only link
	// The result is a press away, where the file was opened.
	p.Until("the result is offered", `() => seen(".openfile [data-act=finish]")`)
	p.Click(".openfile [data-act=finish]")
	p.AwaitResult()
	checkResult(t, p.Result(), persona)
	p.Reload()
	p.AwaitResult()
	p.Act("edit")
	lists("short", "hours_rest", "more")
}

// Who lacks answers for a result is led to the first that is missing.
func TestMissingAnswersAreLedTo(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	short := answersOf(0, personaNamed(t, "city-hall").answers)
	for _, id := range []string{"unrefreshed", "empty_start", "effortful", "set_off"} {
		delete(short, id)
	}
	p.give(Expected(short, "en"))
	p.give(map[string][]string{"work_status": {"employed"}})
	p.Finish()
	p.Act("edit")
	p.Until("the first missing sign has the focus", `() => document.activeElement.name === "unrefreshed" && seen("#step-signs")`)
	if title := Eval[string](p, `() => document.title`); title[:5] != "Signs" {
		t.Errorf("the title of the document is %q", title)
	}
}

func TestAnotherLanguageKeepsThePlace(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844))
	p.Open("en")
	p.Ready()
	p.GoTo(2)
	p.Do(`() => document.querySelector("#unrefreshed").scrollIntoView({ behavior: "instant" })`)
	p.Do(`() => scrollBy({ top: -40, behavior: "instant" })`)
	before := Eval[float64](p, `() => document.querySelector("#unrefreshed").getBoundingClientRect().top`)
	p.Leaving(func() { p.Do(`() => document.querySelector("[data-act=lang]").click()`) })
	p.Until("the same question stands at the same height", `(before) => Math.abs(document.querySelector("#unrefreshed").getBoundingClientRect().top - before) < 3`, before)
	if focus := Eval[string](p, `() => document.activeElement.dataset.act ?? ""`); focus != "lang" {
		t.Errorf("the focus is on %q", focus)
	}
}
