package picture

import (
	"slices"
	"strconv"

	"bothends/app/say"
	"bothends/questions/checkup"
	"bothends/questions/score"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Matrix is the map of three by three: where the answers stand, and where they
// could stand, given the expected error and what was skipped. It is a table,
// so that every reader gets the words of every place.
type Matrix struct {
	app.Compo

	Voice   say.Voice
	Checkup *checkup.Checkup
	Band    score.Band
}

func (m *Matrix) Render() app.UI {
	v, s := m.Voice, m.Checkup.Model.Scoring
	heads := []app.UI{app.Th().Scope("col").Body(app.Span().Class("unseen").Text(v.T("map.caption")))}
	for _, l := range s.Strain.Levels {
		heads = append(heads, app.Th().Scope("col").Text(v.T("result.strain")+" "+v.T("level.strain."+l.Key)))
	}
	// Many signs stand at the top, as high values do on a chart.
	var rows []app.UI
	for i := len(s.Bands.Matrix) - 1; i >= 0; i-- {
		row := s.Bands.Matrix[i]
		cells := []app.UI{app.Th().Scope("row").Text(v.T("result.signs") + " " + v.T("level.signs."+row.Signs))}
		for j, band := range row.Bands {
			cells = append(cells, m.cell(i, j, band))
		}
		rows = append(rows, app.Tr().Body(cells...))
	}
	return app.Table().Class("map").Body(
		app.Caption().Text(v.T("map.caption")),
		app.THead().Body(app.Tr().Body(heads...)),
		app.TBody().Body(rows...),
	)
}

func (m *Matrix) cell(signs, strain, band int) app.UI {
	v := m.Voice
	class := "band-" + strconv.Itoa(band)
	body := []app.UI{app.Span().Class("name").Text(v.Pack.Get("band." + m.Checkup.Model.Scoring.Bands.Keys[band-1] + ".name"))}
	td := app.Td()
	low, high := m.place(m.Band.LowCell), m.place(m.Band.HighCell)
	switch (place{signs, strain}) {
	case m.place(m.Band.Cell):
		class += " here"
		td = td.Aria("current", "location")
		body = append(body, app.Strong().Class("you").Text(v.T("map.you")))
	default:
		if signs >= low.signs && signs <= high.signs && strain >= low.strain && strain <= high.strain {
			class += " could"
			body = append(body, app.Span().Class("you").Text(v.T("map.could")))
		}
	}
	return td.Class(class).Body(body...)
}

// A place is a cell by position: the lowest levels are 0.
type place struct{ signs, strain int }

func (m *Matrix) place(c score.Cell) place { return placeOf(m.Checkup.Model.Scoring, c) }

func placeOf(s score.Scoring, c score.Cell) place {
	at := func(key string, levels []score.Level) int {
		return slices.IndexFunc(levels, func(l score.Level) bool { return l.Key == key })
	}
	return place{at(c.Signs, s.Signs.Levels), at(c.Strain, s.Strain.Levels)}
}
