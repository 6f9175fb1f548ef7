package ui

import (
	"slices"
	"strings"
	"time"

	"bothends/app/say"
	"bothends/questions/record"
	"bothends/questions/whatif"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// PlanDraft is the plan for the result that is shown, and what became of the one
// before. It is in memory alone until the result is kept.
type PlanDraft struct {
	Step     string // key of the step that is chosen
	If, Then string // as typed

	Asked  record.Plan // kept at an earlier check-up; none where there is nothing to ask
	Worked string      // what became of it
}

// plan is what is typed, as it would be kept.
func (d *PlanDraft) plan() record.Plan {
	if d == nil {
		return record.Plan{}
	}
	return record.NewPlan(d.If, d.Then)
}

// PlanForm offers to put one step as a plan: when, and what then.
type PlanForm struct {
	app.Compo

	Voice  say.Voice
	Words  say.WhatIfWords
	Steps  []whatif.Suggestion
	Draft  *PlanDraft
	Parent *Result // not drawn again for what nobody sees there
}

func (p *PlanForm) onStep(ctx app.Context, _ app.Event) {
	p.Parent.skipParentRender()
	p.choose(ctx.JSSrc().Get("value").String())
}

// choose proposes the words of a step, in place of what stood there.
func (p *PlanForm) choose(key string) {
	p.Draft.Step, p.Draft.If, p.Draft.Then = "", "", ""
	if slices.ContainsFunc(p.Steps, func(s whatif.Suggestion) bool { return s.Step == key }) {
		step := "step." + key
		p.Draft.Step, p.Draft.If, p.Draft.Then = key, p.Voice.Pack.Get(step+".if"), p.Voice.Pack.Get(step+".then")
	}
}

func (p *PlanForm) onIf(ctx app.Context, _ app.Event) {
	p.Parent.skipParentRender()
	p.Draft.If = ctx.JSSrc().Get("value").String()
}

func (p *PlanForm) onThen(ctx app.Context, _ app.Event) {
	p.Parent.skipParentRender()
	p.Draft.Then = ctx.JSSrc().Get("value").String()
}

func (p *PlanForm) Render() app.UI {
	v, d := p.Voice, p.Draft
	options := []app.UI{app.Option().Value("").Selected(d.Step == "").Body(Text(v, "plan.none"))}
	for _, s := range p.Steps {
		options = append(options, app.Option().Value(s.Step).Selected(d.Step == s.Step).Text(p.Words.Title(s)))
	}
	input := func(key, value string, on app.EventHandler) app.UI {
		return app.P().Body(
			app.Label().For("plan-"+key).Body(Text(v, "plan."+key)),
			app.Input().Type("text").ID("plan-"+key).DataSet("act", "plan-"+key).Attr("autocomplete", "off").
				MaxLength(record.MaxPlanPart).Attr("value", value).OnInput(on),
		)
	}
	said := v.Plan(d.plan())
	return app.Div().Class("plan").DataSet("made", said != "").Body(
		H4(v, "plan.title"),
		P(v, "plan.what"),
		app.P().Body(
			app.Label().For("plan-step").Body(Text(v, "plan.step")),
			app.Select().ID("plan-step").DataSet("act", "plan-step").Attr("autocomplete", "off").OnChange(p.onStep).Body(options...),
		),
		input("if", d.If, p.onIf),
		input("then", d.Then, p.onThen),
		app.P().Class("said-plan").Role("status").Body(app.Strong().Text(said)),
		app.P().Class("small").Body(app.A().Href("#result-keep").Body(Text(v, "plan.keep"))),
	)
}

// PlanAsked asks what became of the plan of an earlier check-up.
type PlanAsked struct {
	app.Compo

	Voice  say.Voice
	Draft  *PlanDraft
	Parent *Result
}

func (p *PlanAsked) onAnswer(ctx app.Context, _ app.Event) {
	p.Parent.skipParentRender()
	p.Draft.Worked = ctx.JSSrc().Get("value").String()
}

func (p *PlanAsked) Render() app.UI {
	v := p.Voice
	set := app.FieldSet().Class("asked-plan")
	if p.Draft == nil || p.Draft.Asked == (record.Plan{}) {
		return set.Hidden(true)
	}
	var options []app.UI
	for _, key := range []string{record.Yes, record.Partly, record.No} {
		id := "plan-worked-" + key
		options = append(options, app.Label().For(id).Class("option").Body(
			app.Input().Type("radio").Name("plan-worked").ID(id).DataSet("act", "plan-worked").Attr("autocomplete", "off").
				Attr("value", key).Checked(p.Draft.Worked == key).OnChange(p.onAnswer),
			app.Span().Body(Text(v, "plan.worked."+key)),
		))
	}
	return set.Hidden(false).Body(
		app.Legend().Text(v.T("plan.asked", "plan", v.Plan(p.Draft.Asked))),
		app.Div().Class("options").Body(options...),
	)
}

// askAboutPlan looks for a plan to ask about among what is kept. Only records that
// speak of a plan are read.
func (l *Live) askAboutPlan() {
	stored := storedRecords(l.Checkup.Pack)
	for key, text := range stored {
		if !strings.Contains(text, `"plan_`) {
			delete(stored, key)
		}
	}
	l.plan.Asked, _ = record.ReadShelf(l.Checkup.Pack, stored).LastPlan(time.Now().Format(time.DateOnly))
}
