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
	Verdict        // the two sentences
	Pictures       // and the candle, the scales and the map
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

// Result is the result region. Its order is that of need: somebody to talk to
// when signs are high, two sentences, the place on the map, what weighs, what
// to do, and how it was worked out.
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

	ctx app.Context
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

	body := []app.UI{app.H2().ID("result-title").TabIndex(-1).Body(Text(r.Voice, "result.title"))}
	body = append(body, r.first()...)
	body = append(body, r.verdict()...)
	if r.Part == Verdict {
		return region.Body(body...)
	}
	body = append(body, r.numbers()...)
	body = append(body, r.place()...)
	body = append(body,
		&Narrow{Voice: r.Voice, Checkup: r.Checkup, Report: r.Report, Answers: r.Answers, OnAnswer: r.OnAnswer},
		&Acts{Voice: r.Voice, Checkup: r.Checkup, Answers: r.Answers},
	)
	if r.Part == Pictures {
		return region.Body(body...)
	}
	body = append(body, r.drivers()...)
	body = append(body, r.limits()...)
	if say.Asks(r.Checkup, say.AskAmount) || say.Asks(r.Checkup, say.AskResponsibilities) {
		body = append(body, &Pay{Voice: r.Voice, Checkup: r.Checkup, Result: r.pay()})
	}
	body = append(body, r.balance()...)
	if r.Part == Weights {
		return region.Body(body...)
	}
	body = append(body, &WhatIf{Voice: r.Voice, Study: r.Study, Parent: r})
	if r.Part == Prospects {
		return region.Body(body...)
	}
	body = append(body, r.next()...)
	body = append(body, r.letter()...)
	body = append(body, r.paper()...)
	if r.Part == Advice {
		return region.Body(body...)
	}
	body = append(body, H3(r.Voice, "work.more"))
	body = append(body, &Tables{Voice: r.Voice, Checkup: r.Checkup, Report: r.Report, Answers: r.Answers})
	body = append(body, r.workings()...)
	body = append(body, r.keep()...)
	body = append(body, &Sheet{Voice: r.Voice, Checkup: r.Checkup, Report: r.Report, Parent: r})
	return region.Body(body...)
}

// first stands before any number when signs are high: a human to turn to.
func (r *Result) first() []app.UI {
	if s := r.Report.Signs; s == nil || s.Level != "high" {
		return nil
	}
	v := r.Voice
	text := "result.first.text"
	if r.onOwnAccount() {
		text = "result.first.text.own"
	}
	body := []app.UI{H3(v, "result.first"), P(v, text)}
	if line, ok := r.helpLine(); ok {
		body = append(body, app.P().Text(say.CountryName(v, line.Country)), HelpLine(v, line), LinesNote(v))
	}
	body = append(body, app.P().Body(app.A().Href("#talk").DataSet("act", "talk").Body(Text(v, "result.first.more"))))
	return []app.UI{app.Div().Class("first").Body(body...)}
}

// helpLine is the entry of the person's country, or the one for everywhere.
func (r *Result) helpLine() (line questions.HelpLine, ok bool) {
	for _, h := range r.Checkup.Pack.HelpLines {
		if h.Country == "*" && !ok || h.Country == r.Country {
			line, ok = h, true
		}
	}
	return line, ok
}

// verdict is the two sentences, and the name of the place on the map.
func (r *Result) verdict() []app.UI {
	v, words := r.Voice, r.words()
	var body []app.UI
	for _, line := range words.Verdict() {
		body = append(body, app.P().Text(line))
	}
	name, what := words.Place()
	body = append(body, app.P().Class("bandname").Text(name))
	if r.Report.Band != nil {
		body = append(body, app.P().Text(what))
	} else {
		for _, line := range words.Missing() {
			body = append(body, app.P().Text(line))
		}
		body = append(body,
			P(v, "reason.band"),
			app.P().Body(app.Button().Type("button").Class("main").DataSet("act", "edit").Body(Text(v, "reason.more"))),
		)
	}
	return []app.UI{app.Div().Class("verdict").Body(body...)}
}

// numbers are the pictures, with "not validated" beside them.
func (r *Result) numbers() []app.UI {
	v, body := r.Voice, r.pictures()
	if len(body) == 0 {
		return nil
	}
	return append(body, app.P().Class("small").Body(
		Text(v, "result.notvalidated"), app.Text(" "),
		app.A().Href(v.Address("method")).Body(Text(v, "work.link")),
	))
}

// pictures are the candle and the two scales.
func (r *Result) pictures() []app.UI {
	v, words := r.Voice, r.words()
	levels := map[string][]score.Level{"signs": r.Checkup.Model.Scoring.Signs.Levels, "strain": r.Checkup.Model.Scoring.Strain.Levels}
	var body, scales []app.UI
	value := map[string]float64{}
	for _, m := range words.Measures() {
		value[m.Key] = float64(m.Value)
		scales = append(scales, &picture.Scale{
			Voice: v, Name: m.Name, Class: m.Key, Value: m.Value, Level: m.Level, Low: m.Low, High: m.High,
			Lines: picture.LevelStarts(levels[m.Key]), Note: m.Note,
		})
	}
	if len(scales) == 2 {
		body = append(body, &picture.Candle{Voice: v, Signs: value["signs"], Strain: value["strain"]})
	}
	if len(scales) == 0 {
		return nil
	}
	return append(body, app.Div().Class("measures").Body(scales...))
}

// words are the sentences of this result.
func (r *Result) words() say.ResultWords {
	return say.ResultWords{Voice: r.Voice, Checkup: r.Checkup, Report: r.Report}
}

// place is the map, and what the skipped questions could change.
func (r *Result) place() []app.UI {
	v := r.Voice
	var body []app.UI
	if b := r.Report.Band; b != nil {
		text := r.words().Near()
		body = append(body,
			H3(v, "map.title"),
			app.P().Text(text),
			&picture.Matrix{Voice: v, Checkup: r.Checkup, Band: *b},
		)
	}
	return append(body, r.skipped()...)
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
	if r.Report.Strain == nil {
		return nil
	}
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
	body := []app.UI{H3(v, "drivers.title")}
	if len(notable) == 0 {
		body = append(body, P(v, "drivers.none"))
	} else {
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
		picture.Bar(d.Contribution),
	)
}

func (r *Result) limits() []app.UI {
	v, words := r.Voice, r.words()
	body := []app.UI{H3(v, "limits.title")}
	if len(r.Report.Limits) == 0 {
		return append(body, app.P().Text(words.NoLimits()))
	}
	var items []app.UI
	for _, l := range words.Limits() {
		items = append(items, app.Li().DataSet("limit", l.Key).Text(l.Name))
	}
	body = append(body, P(v, "limits.what"), app.Ul().Class("limits").Body(items...))
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
		H3(v, "balance.title"),
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
		H3(r.Voice, "keep.title"),
		&Keep{Voice: r.Voice, Pack: r.Checkup.Pack, Keeping: r.Keeping, OnKeep: r.OnKeep, OnSave: r.OnSave},
	}
}

// oneDecimal is the form of the data attributes: one decimal, half up, a dot.
func oneDecimal(x float64) string {
	return strconv.FormatFloat(questions.Round(x, 1), 'f', 1, 64)
}
