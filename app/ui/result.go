package ui

import (
	"maps"
	"strconv"

	"bothends/app/picture"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/pay"
	"bothends/questions/score"
	"bothends/questions/whatif"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Part is how far down a result is drawn.
type Part int

// The parts of a result: each holds the one before it, and all of it is the last.
const (
	Whole     Part = iota
	Verdict        // its name, two sentences and the candle
	Pictures       // and all else that stands on the first screen
	Weights        // and what weighs, and what it pays
	Prospects      // and what would change it
	Advice         // and what to do about it, the note among it
)

// next is the part after this one: drawing one more never keeps a reader
// waiting for long.
func (p Part) next() Part {
	if p == Whole || p == Advice {
		return Whole
	}
	return p + 1
}

// Result is the result region. Its first screen says it all: somebody to talk to
// when signs are high, its name, two sentences and the candle, what weighs most and
// one thing to do. The rest stands in chapters, which are folds: find-in-page,
// links and screen readers open them, and so does printing all of it.
type Result struct {
	app.Compo

	Voice    say.Voice
	Checkup  *checkup.Checkup
	Report   *checkup.Report // nil before there is anything to draw
	Answers  questions.Answers
	Draft    *LetterDraft
	Country  string // of the job, "" if skipped
	Part     Part   // how much of it is drawn: the rest comes a moment later
	OnSave   func(app.Context, app.Event)
	Keeping  Keeping
	OnKeep   func(app.Context, app.Event)
	OnAnswer func(ctx app.Context, id, value string)
	Study    *whatif.Study // of the answers that Report is about
	Plan     *PlanDraft

	ctx app.Context
	all bool // drawn with what folds hold only once they are open: it is printed
}

// pay leaves the legal minimum out where there is no employer: it is that of
// employees.
func (r *Result) pay() *pay.Result {
	if r.Report.Pay == nil || !r.onOwnAccount() {
		return r.Report.Pay
	}
	p := *r.Report.Pay
	p.Minimum, p.MinimumHourly = nil, nil
	p.Reasons = maps.Clone(p.Reasons)
	delete(p.Reasons, "minimum_hourly")
	delete(p.Reasons, pay.ForComparison)
	return &p
}

func (r *Result) OnMount(ctx app.Context) { r.ctx = ctx }

// skipParentRender keeps this component and its ancestors from being drawn again
// for an event inside a component of its own: go-app renders every ancestor of the
// component that a dispatch or an event came from, unless PreventUpdate was called.
func (r *Result) skipParentRender() {
	if r != nil && r.ctx.Context != nil {
		r.ctx.PreventUpdate()
	}
}

func (r *Result) Render() app.UI {
	region := app.Section().ID("result")
	if r.Report == nil {
		return region.Hidden(true)
	}
	region = region.Hidden(false).Aria("labelledby", "result-title")
	if s := r.Report.Signs; s != nil {
		region = region.DataSet("signs", oneDecimal(s.Score))
	}
	if s := r.Report.Strain; s != nil {
		region = region.DataSet("strain", oneDecimal(s.Score))
	}
	if b := r.Report.Band; b != nil {
		region = region.DataSet("band", strconv.Itoa(b.Number))
	}
	if r.Part != Whole {
		region = region.DataSet("brief", "true")
	}

	v := r.Voice
	body := append(r.first(), r.card())
	if r.Part == Verdict {
		return region.Body(body...)
	}
	body = append(body, r.heaviest()...)
	body = append(body, r.now()...)
	body = append(body, &PlanAsked{Voice: v, Draft: r.Plan, Parent: r})
	body = append(body,
		&Narrow{Voice: r.Voice, Checkup: r.Checkup, Report: r.Report, Answers: r.Answers, OnAnswer: r.OnAnswer},
		&Acts{Voice: r.Voice, Checkup: r.Checkup, Answers: r.Answers},
	)
	if r.Part == Pictures {
		return region.Body(body...)
	}
	words := r.words()
	if r.Report.Strain != nil {
		body = append(body, r.chapter("drivers", "drivers.title", words.Notable(), append(r.drivers(), append(r.skipped(), r.balance()...)...)...))
	}
	body = append(body, r.chapter("limits", "limits.title", words.LimitsCount(), append(r.limits(), hoursLink(v, r.Checkup)...)...))
	if say.Asks(r.Checkup, say.AskAmount) || say.Asks(r.Checkup, say.AskResponsibilities) {
		pay := &Pay{Voice: v, Checkup: r.Checkup, Result: r.pay()}
		body = append(body, r.chapter("pay", "pay.chapter", pay.words().Gist(), pay, &JobCard{Words: pay.words(), Parent: r}))
	}
	if r.Part == Weights {
		return region.Body(body...)
	}
	if r.Study != nil && r.Study.Possible() {
		body = append(body, r.chapter("whatif", "whatif.title", v.T("whatif.gist"), &WhatIf{Voice: v, Study: r.Study, Plan: r.Plan, Parent: r}))
	}
	if r.Part == Prospects {
		return region.Body(body...)
	}
	body = append(body, r.chapter("next", "next.title", v.T("next.gist"), append(r.next(), r.letter()...)...))
	if r.Part == Advice {
		return region.Body(body...)
	}
	if others := r.others(); others != nil {
		body = append(body, r.chapter("others", "others.title", v.T("others.gist"), others...))
	}
	body = append(body, r.chapter("work", "work.more", v.T("work.gist"), r.detail()...))
	body = append(body, r.chapter("keep", "keep.title", v.T("keep.gist"), append(r.paper(), r.keep()...)...))
	body = append(body,
		app.P().Class("actions").Body(app.Button().Type("button").DataSet("act", "edit").Body(Text(v, "keep.edit"))),
		&Sheet{Voice: v, Checkup: r.Checkup, Report: r.Report, Answers: r.Answers, Country: r.Country, Parent: r},
	)
	return region.Body(body...)
}

// chapter is a part of the result behind its title and one line of what it holds.
// A link to "#result-" and its name opens it.
func (r *Result) chapter(name, title, gist string, body ...app.UI) app.UI {
	head := []app.UI{app.H3().ID(name + "-title").TabIndex(-1).Text(r.Voice.T(title))}
	if gist != "" {
		head = append(head, app.Span().Class("gist").Text(gist))
	}
	return app.Details().ID("result-" + name).Class("chapter").Body(append([]app.UI{app.Summary().Body(head...)}, body...)...)
}

// heaviestMost is how many things that weigh stand on the first screen.
const heaviestMost = 3

// detail is the map, the scales with what is not certain about them, and the whole
// calculation.
func (r *Result) detail() []app.UI {
	v := r.Voice
	var body []app.UI
	if b := r.Report.Band; b != nil {
		body = append(body, app.P().Text(r.words().Near()), &picture.Matrix{Voice: v, Checkup: r.Checkup, Band: *b})
	}
	body = append(body, r.scales()...)
	if agreement := r.words().Agreement(); agreement != "" {
		body = append(body, app.P().Text(agreement))
	}
	body = append(body, P(v, "result.notvalidated"), &Tables{Voice: v, Checkup: r.Checkup, Report: r.Report, Answers: r.Answers, All: r.all})
	return append(body, r.workings()...)
}

// scales are the two numbers on their lines.
func (r *Result) scales() []app.UI {
	levels := map[string][]score.Level{"signs": r.Checkup.Model.Scoring.Signs.Levels, "strain": r.Checkup.Model.Scoring.Strain.Levels}
	var scales []app.UI
	for _, m := range r.words().Measures() {
		var names []string
		for _, l := range levels[m.Key] {
			names = append(names, r.Voice.T("level."+m.Key+"."+l.Key))
		}
		scales = append(scales, &picture.Scale{
			Voice: r.Voice, Name: m.Name, Class: m.Key, Value: m.Value, Level: m.Level, Low: m.Low, High: m.High,
			Lines: picture.LevelStarts(levels[m.Key]), Names: names, Note: m.Note,
		})
	}
	if len(scales) == 0 {
		return nil
	}
	return []app.UI{app.Div().Class("measures").Body(scales...)}
}

// words are the sentences of this result.
func (r *Result) words() say.ResultWords {
	return say.ResultWords{Voice: r.Voice, Checkup: r.Checkup, Report: r.Report, Answers: r.Answers}
}

// skipped names the questions that were left out and could move the result.
func (r *Result) skipped() []app.UI {
	v, skipped := r.Voice, r.words().Skipped()
	var body []app.UI
	if skipped.Strain != "" {
		var items []app.UI
		for _, id := range skipped.Questions {
			items = append(items, app.Li().Body(app.A().Href("#"+id).Text(v.QuestionName(id))))
		}
		body = append(body, app.P().Text(skipped.Strain), app.Details().Body(
			Summary(v, "skipped.which"),
			app.Ul().Body(items...),
		))
	}
	if skipped.Signs != "" {
		body = append(body, app.P().Text(skipped.Signs))
	}
	return body
}

// driversFirst is the rank down to which notable drivers are shown at once;
// the rest is one press away.
const driversFirst = 5

func (r *Result) drivers() []app.UI {
	v := r.Voice
	var notable, rest []app.UI
	for _, d := range r.words().Drivers() {
		row := driverRow(d)
		if d.Notable && d.Rank <= driversFirst {
			notable = append(notable, row)
		} else {
			rest = append(rest, row)
		}
	}
	var body []app.UI
	if len(notable) > 0 {
		body = append(body, P(v, "drivers.notable"), app.Ul().Class("drivers").Body(notable...))
	}
	if len(rest) > 0 {
		body = append(body, app.Details().Body(
			Summary(v, "drivers.rest"),
			app.Ul().Class("drivers").Body(rest...),
		))
	}
	return body
}

// driverRow is one driver: its rank, name and points, and a bar.
func driverRow(d say.Driver) app.UI {
	return app.Li().DataSet("driver", d.Key).DataSet("notable", strconv.FormatBool(d.Notable)).Body(
		app.Div().Class("row").Body(
			app.Strong().Text(strconv.Itoa(d.Rank)+". "+d.Name),
			app.Span().Text(d.Points),
		),
		app.Div().Class("small").Text(d.Answer),
		picture.Bar(d.Contribution),
	)
}

func (r *Result) limits() []app.UI {
	v, words := r.Voice, r.words()
	if len(r.Report.Limits) == 0 {
		return []app.UI{app.P().Text(words.NoLimits())}
	}
	var items []app.UI
	for _, l := range words.Limits() {
		items = append(items, app.Li().DataSet("limit", l.Key).Text(l.Name))
	}
	body := []app.UI{P(v, "limits.what"), app.Ul().Class("limits").Body(items...)}
	if left := words.UncheckedLimits(); left != "" {
		body = append(body, app.P().Class("small").Text(left))
	}
	return body
}

func (r *Result) balance() []app.UI {
	text := r.words().Balance()
	if text == "" {
		return nil
	}
	v := r.Voice
	return []app.UI{
		H4(v, "balance.title"),
		app.P().Text(text),
		Small(v, "balance.note"),
	}
}

// workings shows the whole calculation, readable with a pencil.
func (r *Result) workings() []app.UI {
	v := r.Voice
	shown := r.Checkup.Model.Show(r.Report.Result)
	var body []app.UI
	if s := r.Report.Signs; s != nil {
		body = append(body, P(v, "work.signs", "n", strconv.Itoa(s.Answered), "error", strconv.Itoa(shown.Signs.Error)))
		var facets []app.UI
		for _, f := range r.Report.Facets {
			facets = append(facets, Item(v.Pack.Get("facet."+f.Key)+" – "+v.Number(questions.Round(f.Score, 0), 0)))
		}
		body = append(body, P(v, "result.facets"), app.Ul().Body(facets...))
	}
	if s := r.Report.Strain; s != nil {
		body = append(body, P(v, "work.strain"))
		if s.Answered < 1 {
			body = append(body, P(v, "work.gap"))
		}
		var rows []app.UI
		for _, f := range r.Report.Factors {
			rows = append(rows, app.Tr().Body(
				app.Td().Text(f.ID+" "+v.Pack.Get("factor."+f.ID+".name")),
				app.Td().Class("num").Text(v.Number(questions.Round(f.Dose, 2), 2)),
				app.Td().Class("num").Text(strconv.Itoa(f.Weight)),
				app.Td().Class("num").Text(v.Number(questions.Round(f.Contribution, 2), 2)),
			))
		}
		body = append(body, Table(v.T("work.caption"),
			[]string{v.T("work.factor"), v.T("work.dose"), v.T("work.weight"), v.T("work.points")}, rows))
	}
	if len(body) == 0 {
		return nil
	}
	body = append(body, app.P().Body(app.A().Href(v.Address("method")).Body(Text(v, "work.link"))))
	return []app.UI{app.Details().Class("workings").Body(
		append([]app.UI{Summary(v, "work.title")}, body...)...)}
}

func (r *Result) keep() []app.UI {
	return []app.UI{
		&Keep{Voice: r.Voice, Pack: r.Checkup.Pack, Keeping: r.Keeping, Plan: r.Plan, OnKeep: r.OnKeep, OnSave: r.OnSave},
	}
}

// oneDecimal is the form of the data attributes: one decimal, half up, a dot.
func oneDecimal(x float64) string {
	return strconv.FormatFloat(questions.Round(x, 1), 'f', 1, 64)
}
