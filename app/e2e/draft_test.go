package e2e

import (
	"slices"
	"strings"
	"testing"
)

func TestAReloadInTheMiddleKeepsTheDraftAndTheSection(t *testing.T) {
	t.Parallel()
	for _, moment := range []struct {
		name  string
		ready bool
	}{{"before the program is there", false}, {"after the program is there", true}} {
		t.Run(moment.name, func(t *testing.T) {
			t.Parallel()
			p := visitor(t)
			if !moment.ready {
				p.Host.Hold(".wasm")
			}
			p.Open("fr")
			if moment.ready {
				p.Ready()
			}
			want := map[string][]string{
				"responsibilities": {"strategy", "email"}, "workload_overflow": {"seldom"}, "weekly_hours": {"38,5"},
				"cover_wait_days": {"90", "none"}, "country": {"CH"}, "protections": {"none"}, "manager_helps": {"not_applicable"},
			}
			p.Click("[name=responsibilities][value=strategy]")
			p.Click("[name=responsibilities][value=email]")
			p.Click("[name=workload_overflow][value=seldom]")
			p.Show("weekly_hours")
			p.Click("#weekly_hours")
			p.Press("38,5") // and the focus stays in the field
			p.Show("cover_wait_days")
			p.Answer("country", "CH")
			p.Click("#cover_wait_days")
			p.Press("90")
			p.Click("[name=cover_wait_days][value=none]")
			p.Show("manager_helps")
			p.Click("[name=manager_helps][value=not_applicable]")
			p.Show("threats")
			p.Click("[name=threats][value=yes]") // or nothing asks for protections
			p.Click("[name=protections][value=counselling]")
			p.Click("[name=protections][value=none]") // takes the other back

			held := p.Form() // also what the page proposes for a country
			for name, values := range want {
				if !slices.Equal(held[name], values) {
					t.Fatalf("before the reload, %s is %q, want %q", name, held[name], values)
				}
			}

			p.Reload()

			if got := p.Form(); !sameForm(got, held) {
				t.Errorf("after the reload the form holds %v, want %v", got, held)
			}
			open := Eval[[]string](p, `() => [...document.querySelectorAll(".step:not([hidden])")].map((s) => s.id)`)
			if p.Step() != "6" || !slices.Equal(open, []string{"step-limits"}) {
				t.Errorf("after the reload step %s and %q are open, want 6 and step-limits", p.Step(), open)
			}
		})
	}
}

func TestAReloadShowsTheResultAgain(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	persona := personaNamed(t, "retail-fixed-term")
	p.AnswerAll(persona.answers)
	p.Finish()
	p.Reload()
	p.AwaitResult()
	checkResult(t, p.Result(), persona)
}

func TestSwitchingTheLanguageKeepsTheAnswersTheSectionAndTheResult(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	persona := personaNamed(t, "in-house-specialist") // has 8.5 hours, with a point
	p.AnswerAll(persona.answers)
	p.GoTo(4)

	p.Leaving(func() { p.Click("[data-act=lang]") })
	if p.Lang() != "fr" || p.Address() != "/fr/" || p.Step() != "4" {
		t.Errorf("after the switch the page is %s in %s at step %s, want /fr/ in fr at step 4", p.Address(), p.Lang(), p.Step())
	}
	if got, want := p.Form(), Expected(persona.answers, "en"); !sameForm(got, want) {
		t.Errorf("after the switch the form holds %v, want %v", got, want)
	}

	p.Finish()
	french := p.Result()
	checkResult(t, french, persona)
	p.Leaving(func() { p.Click("[data-act=lang]") })
	p.AwaitResult()
	english := p.Result()
	checkResult(t, english, persona)
	if french.Lang != "fr" || english.Lang != "en" || french.Text == english.Text {
		t.Errorf("results are in %q and %q, and should differ in their words", french.Lang, english.Lang)
	}
	if !strings.Contains(french.Text, shippedPack().Words["fr"].Get("band.in_balance.name")) ||
		!strings.Contains(english.Text, shippedPack().Words["en"].Get("band.in_balance.name")) {
		t.Error("the band is not named in the language of the page")
	}
	// The site remembers the language for the address without one.
	p.Go("/")
	p.Until("the English page is open", `() => document.documentElement.lang === "en" && document.readyState === "complete"`)
}

func TestBackAndForwardStepThroughTheSections(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	at := func(step string) {
		t.Helper()
		p.Until("step "+step+" is open", `(step) => document.documentElement.dataset.step === step
			&& (step === "result" ? seen("#result")
				: seen(".step[data-step='" + step + "']") && seen("#checkup"))`, step)
	}
	p.AnswerAll(personaNamed(t, "city-hall").answers) // steps 1 to 9
	p.Finish()
	at("result")
	for _, step := range []string{"9", "8", "7"} {
		p.Back()
		at(step)
	}
	p.Forward()
	at("8")
	p.Forward()
	at("9")
	p.Forward()
	at("result")
	if !p.HasResult() {
		t.Error("going forward does not bring the result back")
	}
	// An answer changed on the way back counts.
	p.Back()
	at("9")
	p.Answer("bitter", "always")
	p.Finish()
	if got, want := p.Form()["bitter"], "always"; len(got) != 1 || got[0] != want {
		t.Errorf("the changed answer is %q, want %q", got, want)
	}
}

func TestBackToAResultAfterChangingAnAnswerDoesNotShowAStaleResult(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.AnswerAll(personaNamed(t, "in-house-specialist").answers)
	p.Finish()
	before := p.Result().Signs
	p.Back()
	p.Until("the signs are open", `() => document.documentElement.dataset.step === "9"`)
	for _, q := range shippedPack().Pack.Sections[lastStep-1].Questions {
		p.Answer(q.ID, "always")
	}
	p.Forward()
	p.Until("the result or a section is open", `() => document.documentElement.dataset.step !== "9"`)
	if p.HasResult() {
		p.Until("the result is that of the answers", `(old) => document.querySelector("#result").dataset.signs !== old`, before)
	}
}
