package ui

import (
	"math"
	"strconv"

	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/record"
	"bothends/questions/score"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Changes says what differs between two kept results: what, never why, and
// when a difference is too small to mean anything.
type Changes struct {
	app.Compo

	Voice          say.Voice
	Checkup        *checkup.Checkup
	Earlier, Later Entry
}

func (c *Changes) Render() app.UI {
	v := c.Voice
	change := record.Compare(c.Checkup.Pack, c.Checkup.Model,
		record.Side{Answers: c.Earlier.Record.Answers, Result: c.Earlier.Report.Result},
		record.Side{Answers: c.Later.Record.Answers, Result: c.Later.Report.Result})
	var body []app.UI
	body = append(body, c.numbers(change)...)
	body = append(body, c.limits(change)...)
	body = append(body, c.drivers(change)...)
	body = append(body, c.answers(change)...)
	body = append(body, Small(v, "change.note"))
	if c.old() {
		body = append(body, app.P().Class("small").DataSet("oldpack", "true").Body(Text(v, "change.version")))
	}
	return app.Section().ID("changes").DataSet("changed", strconv.Itoa(len(change.Answers))).Body(body...)
}

// old reports whether one of the two was answered to another version of the
// questions than that of today.
func (c *Changes) old() bool {
	now := c.Checkup.Pack.Version
	return c.Earlier.Record.PackVersion != now || c.Later.Record.PackVersion != now
}

func (c *Changes) numbers(change record.Change) []app.UI {
	v := c.Voice
	signs := v.T("change.signs.none")
	if s := change.Signs; s != nil {
		by := c.Later.Shown.Signs.Score - c.Earlier.Shown.Signs.Score
		switch about := strconv.Itoa(int(questions.Round(s.Error, 0))); {
		case s.Within:
			signs = v.T("change.signs.within", "error", about)
		default:
			signs = c.by(by) + " " + v.T("change.signs.clear", "error", about)
		}
	}
	strain := v.T("change.strain.none")
	if s := change.Strain; s != nil {
		by := c.Later.Shown.Strain.Score - c.Earlier.Shown.Strain.Score
		switch a, b := c.Earlier.Shown.Strain, c.Later.Shown.Strain; {
		case s.Within && (a.HasRange || b.HasRange):
			strain = v.T("change.strain.within")
		default:
			strain = c.by(by)
		}
	}
	return []app.UI{app.Dl().Class("measured").Body(
		c.row("signs", v.T("result.signs"), c.Earlier.Shown.Signs, c.Later.Shown.Signs, signs),
		c.row("strain", v.T("result.strain"), c.Earlier.Shown.Strain, c.Later.Shown.Strain, strain),
		c.band(),
	)}
}

// by says a difference of shown numbers, so that readers can check it.
func (c *Changes) by(n int) string {
	switch {
	case n > 0:
		return c.Voice.N("change.higher", n)
	case n < 0:
		return c.Voice.N("change.lower", -n)
	}
	return c.Voice.T("change.equal")
}

func (c *Changes) row(key, name string, a, b *score.DisplayIndex, note string) app.UI {
	v := c.Voice
	return app.Div().DataSet("measure", key).Body(
		app.Dt().Text(name),
		app.Dd().Body(
			app.Span().Class("fromto").Text(v.T("change.fromto", "old", withRange(v, a), "new", withRange(v, b))),
			app.P().Class("small").Text(note),
		),
	)
}

func (c *Changes) band() app.UI {
	v := c.Voice
	was, is := c.Earlier.band(v), c.Later.band(v)
	text := v.T("change.fromto", "old", was, "new", is)
	if was == is {
		text = v.T("change.still", "name", is)
	}
	return app.Div().DataSet("measure", "band").Body(app.Dt().Body(Text(v, "change.band")), app.Dd().Body(app.Span().Class("fromto").Text(text)))
}

func (c *Changes) limits(change record.Change) []app.UI {
	v := c.Voice
	body := []app.UI{H3(v, "change.limits")}
	if len(change.Gained)+len(change.Lost) == 0 {
		return append(body, app.P().Text(v.N("change.limits.same", len(c.Later.Report.Limits))))
	}
	for _, part := range []struct {
		title string
		keys  []string
	}{{v.T("change.limits.new"), change.Gained}, {v.T("change.limits.gone"), change.Lost}} {
		if len(part.keys) == 0 {
			continue
		}
		var items []app.UI
		for _, key := range part.keys {
			items = append(items, app.Li().DataSet("limit", key).Text(v.LimitName(key)))
		}
		body = append(body, app.P().Text(part.title), app.Ul().Body(items...))
	}
	return body
}

// driversMoved is how many drivers are named: those that moved most.
const driversMoved = 5

func (c *Changes) drivers(change record.Change) []app.UI {
	v := c.Voice
	if change.Strain == nil {
		return nil
	}
	var rows []app.UI
	for _, d := range change.Drivers {
		if len(rows) == driversMoved || questions.Round(math.Abs(d.By), 1) == 0 {
			break
		}
		// The difference of the numbers as they stand there.
		by, sign := questions.Round(d.New, 1)-questions.Round(d.Old, 1), v.T("language.plus")
		if by < 0 {
			sign = v.T("language.minus")
		}
		rows = append(rows, row(1, v.DriverName(d.Key),
			v.Number(d.Old, 1), v.Number(d.New, 1), sign+v.Number(math.Abs(by), 1)).DataSet("driver", d.Key))
	}
	body := []app.UI{H3(v, "change.drivers")}
	if len(rows) == 0 {
		return append(body, P(v, "change.drivers.none"))
	}
	return append(body, Table(v.T("change.drivers.caption"),
		[]string{v.T("change.driver"), v.T("change.was"), v.T("change.is"), v.T("change.by")}, rows))
}

func (c *Changes) answers(change record.Change) []app.UI {
	v := c.Voice
	if len(change.Answers) == 0 {
		return []app.UI{H3(v, "change.answers"), P(v, "change.answers.none")}
	}
	var rows []app.UI
	for _, a := range change.Answers {
		was, is := v.AnswerText(c.Checkup, a.ID, a.Old), v.AnswerText(c.Checkup, a.ID, a.New)
		if q, ok := c.Checkup.Pack.Question(a.ID); ok && len(a.Added)+len(a.Removed) > 0 {
			was, is = "", ""
			if len(a.Removed) > 0 {
				was = v.T("change.removed", "list", v.Options(q, a.Removed))
			}
			if len(a.Added) > 0 {
				is = v.T("change.added", "list", v.Options(q, a.Added))
			}
		}
		rows = append(rows, cells(v.QuestionName(a.ID), was, is).DataSet("answer", a.ID))
	}
	return []app.UI{
		app.H3().Text(v.N("change.answers.count", len(rows))),
		app.Details().Class("table").Body(
			Summary(v, "change.answers.which"),
			Table(v.T("change.answers"), []string{v.T("change.question"), v.T("change.was"), v.T("change.is")}, rows),
		),
	}
}
