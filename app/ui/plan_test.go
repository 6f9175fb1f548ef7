package ui

import (
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions/checkup/checkuptest"
	"bothends/questions/record"
)

// Every step that is offered has a plan to propose, which is a sentence.
func TestEveryStepHasAPlan(t *testing.T) {
	c := checkuptest.Open(t)
	for _, lang := range i18n.Languages() {
		w := whatIf(t, c, lang, checkuptest.Persona(t, c, "sports-league"))
		w.Plan = &PlanDraft{}
		if markup, _ := w.read(t); !strings.Contains(markup, "plan-step") {
			t.Fatalf("%s: no plan is offered", lang)
		}
		v, form := say.NewVoice(c, lang), &PlanForm{Voice: say.NewVoice(c, lang), Words: say.WhatIfWords{Voice: say.NewVoice(c, lang), Study: w.Study}, Steps: w.found.Steps, Draft: w.Plan}
		for _, step := range w.found.Steps {
			form.choose(step.Step)
			plan := w.Plan.plan()
			if plan == (record.Plan{}) || plan.If != w.Plan.If || plan.Then != w.Plan.Then {
				t.Errorf("%s: of %s the plan is %q", lang, step.Step, plan)
			}
			if _, text := said(t, form); !strings.Contains(text, strings.Join(strings.Fields(v.Plan(plan)), " ")) {
				t.Errorf("%s: %q is not said in\n%s", lang, v.Plan(plan), text)
			}
		}
		form.choose("")
		if w.Plan.plan() != (record.Plan{}) {
			t.Errorf("%s: a plan that was taken back is %q", lang, w.Plan.plan())
		}
	}
}

func TestAPlanIsAskedAboutOnlyWhereThereIsOne(t *testing.T) {
	for _, lang := range i18n.Languages() {
		v := say.Voice{Printer: i18n.New(lang)}
		if markup, text := said(t, &PlanAsked{Voice: v, Draft: &PlanDraft{}}); !strings.Contains(markup, "hidden") || text != "" {
			t.Errorf("%s: without a plan it says %q", lang, text)
		}
		asked := &PlanDraft{Asked: record.NewPlan("19:00", "<img src=x>"), Worked: record.Partly}
		markup, text := said(t, &PlanAsked{Voice: v, Draft: asked})
		if strings.Contains(markup, "<img") || !strings.Contains(text, v.T("plan.worked.partly")) || strings.Count(markup, `checked="false"`) != 2 {
			t.Errorf("%s: it asks %s", lang, markup)
		}
	}
}
