package ui

import (
	"bothends/app/picture"
	"bothends/app/say"
	"bothends/questions"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// first stands before any number when signs are high: a human to turn to, by one
// press.
func (r *Result) first() []app.UI {
	if s := r.Report.Signs; s == nil || s.Level != "high" {
		return nil
	}
	v := r.Voice
	text := "result.first.text"
	if r.onOwnAccount() {
		text = "result.first.text.own"
	}
	calls := []app.UI{app.Strong().Text(v.T("result.first"))}
	more := []app.UI{Summary(v, "result.first.who"), P(v, text)}
	if line, ok := r.helpLine(); ok {
		calls = append(calls, firstCalls(v, line)...)
		more = append(more, app.P().Text(say.CountryName(v, line.Country)), HelpLine(v, line), LinesNote(v))
	}
	more = append(more, app.P().Body(app.A().Href("#talk").DataSet("act", "talk").Body(Text(v, "result.first.more"))))
	return []app.UI{app.Div().Class("first").TabIndex(-1).Role("group").Aria("label", v.T("result.first")).Body(
		app.Div().Class("calls").Body(calls...),
		app.Details().Body(more...),
	)}
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

// card is the result at a glance: its name, the two sentences, and the candle with
// both numbers.
func (r *Result) card() app.UI {
	v, words := r.Voice, r.words()
	name, what := words.Place()
	verdict := []app.UI{app.P().Text(sentences(words.Verdict()))}
	if r.Report.Band == nil {
		for _, line := range words.Missing() {
			verdict = append(verdict, app.P().Text(line))
		}
		verdict = append(verdict,
			P(v, "reason.band"),
			app.P().Body(app.Button().Type("button").Class("main").DataSet("act", "edit").Body(Text(v, "reason.more"))),
		)
	}
	body := []app.UI{
		app.H2().ID("result-title").TabIndex(-1).Body(app.Small().Text(v.T("result.title")+" "), app.Text(name)),
		app.Div().Class("verdict").Body(verdict...),
	}
	if what != "" {
		body = append(body, app.P().Class("what").Text(what))
	}
	body = append(body, r.candle()...)
	if near := words.Spot(); near != "" {
		body = append(body, app.P().Class("spot").Body(picture.Spot(r.Checkup.Model.Scoring, *r.Report.Band), app.Span().Text(near)))
	}
	if raised := words.Raised(); raised != "" {
		body = append(body, app.P().Class("small").Text(raised))
	}
	return app.Div().Class("card").Body(append(body, app.P().Class("small").Body(
		Text(v, "result.short"), app.Text(" "), app.A().Href(v.Address("method")).Body(Text(v, "result.method")),
	))...)
}

// candle is the picture of both numbers, as far as they are known.
func (r *Result) candle() []app.UI {
	measures := r.words().Measures()
	if len(measures) == 0 {
		return nil
	}
	return []app.UI{&picture.Candle{Voice: r.Voice, Measures: measures}}
}

// heaviest are the things that weigh most, with the answer behind each.
func (r *Result) heaviest() []app.UI {
	var items []app.UI
	for _, d := range r.words().Drivers() {
		if !d.Notable || len(items) == heaviestMost {
			break
		}
		items = append(items, app.Li().Body(
			app.Strong().Text(d.Name), app.Span().Text(d.Behind()), picture.Bar(d.Contribution),
		))
	}
	if len(items) == 0 {
		return nil
	}
	return []app.UI{app.Div().Class("heaviest").Body(H3(r.Voice, "drivers.most"), app.Ol().Body(items...))}
}

// now is the one thing to do first, with the way to all others.
func (r *Result) now() []app.UI {
	v, keys := r.Voice, say.Weighing(r.Report.Result)
	if len(keys) == 0 {
		return nil
	}
	_, person := r.Checkup.Steps.Words(keys[0], r.onOwnAccount())
	links := []app.UI{app.A().Class("button").Href("#result-next").Text(v.T("now.more"))}
	if len(r.Checkup.Letter.Groups) > 0 {
		links = append([]app.UI{app.A().Class("button main").Href("#result-note").Text(v.T("now.note"))}, links...)
	}
	return []app.UI{app.Div().Class("now").Body(
		H3(v, "now.title"), app.P().Text(v.Pack.Get(person)), app.Div().Class("actions").Body(links...),
	)}
}
