package ui

import (
	"strconv"

	"bothends/app/picture"
	"bothends/app/say"
	"bothends/questions/score"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// timelineMost is how many results fit side by side on a phone.
const timelineMost = 8

// over is what became of the numbers from one result to the next.
func (h *History) over() []app.UI {
	v := h.Voice
	switch len(h.entries) {
	case 0:
		return []app.UI{app.Div().Class("notice empty").DataSet("empty", "true").Body(
			app.P().Body(app.Strong().Body(Text(v, "history.empty"))),
			P(v, "history.empty.what"),
			app.P().Body(app.A().Href(v.Address("checkup")).Body(Text(v, "history.empty.link"))),
		)}
	case 1:
		return []app.UI{P(v, "history.one")}
	}
	latest := h.entries[max(0, len(h.entries)-timelineMost):]
	var signs, strain []picture.Point
	var rows []app.UI
	for _, e := range latest {
		signs = append(signs, point(e, e.Shown.Signs))
		strain = append(strain, point(e, e.Shown.Strain))
		rows = append(rows, cells(v.Moment(e.Record.Date), withRange(v, e.Shown.Signs), withRange(v, e.Shown.Strain), e.band(v)))
	}
	s := h.Checkup.Model.Scoring
	body := []app.UI{
		H2(v, "history.over"),
		app.Div().Class("timelines").Body(
			&picture.Timeline{Voice: v, Name: v.T("result.signs"), Class: "signs", Points: signs, Lines: picture.LevelStarts(s.Signs.Levels)},
			&picture.Timeline{Voice: v, Name: v.T("result.strain"), Class: "strain", Points: strain, Lines: picture.LevelStarts(s.Strain.Levels)},
		),
		Small(v, "history.key"),
	}
	if len(latest) < len(h.entries) {
		body = append(body, Small(v, "history.latest", "n", strconv.Itoa(timelineMost)))
	}
	return append(body, app.Details().Class("table").Body(
		Summary(v, "history.table"),
		Table(v.T("history.over"), []string{v.T("history.date"), v.T("result.signs"), v.T("result.strain"), v.T("change.band")}, rows),
	))
}

func point(e Entry, s *score.DisplayIndex) picture.Point {
	p := picture.Point{Date: e.Record.Date}
	if s != nil {
		p.Has, p.Value, p.Low, p.High = true, s.Score, s.Low, s.High
	}
	return p
}

// withRange says an index with its range, if it has one.
func withRange(v say.Voice, s *score.DisplayIndex) string {
	switch {
	case s == nil:
		return v.T("history.nothing")
	case s.Low == s.High:
		return strconv.Itoa(s.Score)
	}
	return v.T("history.value", "n", strconv.Itoa(s.Score), "low", strconv.Itoa(s.Low), "high", strconv.Itoa(s.High))
}

// band is the name of the place of a result.
func (e Entry) band(v say.Voice) string {
	if e.Report.Band == nil {
		return v.T("history.nothing")
	}
	return v.BandName(e.Report.Band.Key)
}
