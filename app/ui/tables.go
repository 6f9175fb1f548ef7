package ui

import (
	"strconv"

	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Tables are the pictures of a result once more, as tables, for those who read
// them better so. The map is a table by itself. They are drawn once they are
// asked for.
type Tables struct {
	app.Compo

	Voice   say.Voice
	Checkup *checkup.Checkup
	Report  *checkup.Report
	Answers questions.Answers
	All     bool // drawn for paper, opened or not

	open bool
}

func (t *Tables) Render() app.UI {
	body := []app.UI{app.Summary().DataSet("act", "tables").Body(Text(t.Voice, "tables.title"))}
	if t.open || t.All {
		body = append(body, t.numbers()...)
		body = append(body, t.drivers()...)
		body = append(body, t.week()...)
		body = append(body, t.answers()...)
	}
	return app.Details().Class("workings").On("toggle", t.onToggle).Body(body...)
}

func (t *Tables) onToggle(_ app.Context, e app.Event) {
	if e.Get("target").Get("open").Bool() {
		t.open = true
	}
}

func (t *Tables) numbers() []app.UI {
	v, shown := t.Voice, t.Checkup.Model.Show(t.Report.Result)
	span := func(low, high int) string {
		if low == high {
			return strconv.Itoa(low)
		}
		return strconv.Itoa(low) + "–" + strconv.Itoa(high)
	}
	var rows []app.UI
	if s := shown.Strain; s != nil {
		rows = append(rows, row(2, v.T("candle.strain"), v.T("level.strain."+t.Report.Strain.Level), strconv.Itoa(s.Score), span(s.Low, s.High)))
	}
	if s := shown.Signs; s != nil {
		rows = append(rows, row(2, v.T("candle.signs"), v.T("level.signs."+t.Report.Signs.Level), strconv.Itoa(s.Score), span(s.Low, s.High)))
	}
	if len(rows) == 0 {
		return nil
	}
	return []app.UI{Table(v.T("tables.numbers"), []string{v.T("tables.end"), v.T("tables.level"), v.T("tables.of"), v.T("tables.range")}, rows)}
}

func (t *Tables) drivers() []app.UI {
	if t.Report.Strain == nil {
		return nil
	}
	v, points := t.Voice, t.Checkup.Model.Show(t.Report.Result).Drivers
	var rows []app.UI
	for i, d := range (say.ResultWords{Voice: v, Checkup: t.Checkup, Report: t.Report}).Drivers() {
		rows = append(rows, row(2, strconv.Itoa(d.Rank), d.Name, strconv.Itoa(points[i])))
	}
	return []app.UI{Table(v.T("tables.drivers"), []string{v.T("tables.rank"), v.T("tables.part"), v.T("work.points")}, rows)}
}

// answers are all that were given, so that paper holds what the result is of.
func (t *Tables) answers() []app.UI {
	v := t.Voice
	var rows []app.UI
	for _, s := range t.Checkup.Pack.Sections {
		for _, q := range s.Questions {
			if answer := t.Answers[q.ID]; answer != nil {
				rows = append(rows, cells(v.QuestionName(q.ID), v.AnswerText(t.Checkup, q.ID, answer)).DataSet("answer", q.ID))
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []app.UI{Table(v.T("tables.answers"), []string{v.T("change.question"), v.T("tables.answer")}, rows)}
}

// week has the hours of each job where the hours of the week are known.
func (t *Tables) week() []app.UI {
	if t.Report.Pay == nil {
		return nil
	}
	v := t.Voice
	w := say.PayWords{Voice: v, Tables: t.Checkup.Tables, Result: t.Report.Pay}
	hours, counted := t.Answers.Number("weekly_hours")
	heads := []string{v.T("tables.job"), v.T("pay.table.task"), v.T("pay.table.share")}
	if counted {
		heads = append(heads, v.T("tables.hours"))
	}
	var rows []app.UI
	for i, job := range w.Jobs() {
		cells := []string{strconv.Itoa(i + 1), job.Tasks, w.Percent(job.Share)}
		if counted {
			cells = append(cells, v.Number(hours*job.Share, 1))
		}
		rows = append(rows, row(2, cells...))
	}
	if len(rows) == 0 {
		return nil
	}
	return []app.UI{Table(v.T("tables.week"), heads, rows)}
}
