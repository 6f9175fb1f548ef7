package picture

import (
	"strconv"

	"bothends/app/say"
	"bothends/questions/group"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Spread is the middle of a group on a line from 0 to 100: the median as a
// mark, the middle half as a bar.
type Spread struct {
	app.Compo

	Voice  say.Voice
	Name   string
	Class  string
	Spread group.Spread
	Lines  []int
}

func (s *Spread) Render() app.UI {
	const unit = 3.0 // 100 points, 10 units of margin on each side
	x := func(points int) float64 { return 10 + unit*float64(points) }
	shapes := []app.UI{rect("track", 10, 9, 100*unit, 6, 3)}
	if s.Spread.To > s.Spread.From {
		shapes = append(shapes, rect("range", x(s.Spread.From), 6, x(s.Spread.To)-x(s.Spread.From), 12, 6))
	}
	for _, n := range s.Lines {
		if n > 0 {
			shapes = append(shapes, rect("tick", x(n)-0.75, 3, 1.5, 18, 0))
		}
	}
	shapes = append(shapes, rect("middle", x(s.Spread.Median)-2.5, 2, 5, 20, 2))
	return app.Div().Class("measure "+s.Class).
		DataSet("median", strconv.Itoa(s.Spread.Median)).DataSet("from", strconv.Itoa(s.Spread.From)).DataSet("to", strconv.Itoa(s.Spread.To)).
		Body(
			app.P().Body(
				app.Span().Class("name").Text(s.Name), app.Text(" "),
				app.Strong().Text(s.Voice.T("group.median", "n", strconv.Itoa(s.Spread.Median))),
			),
			picture("line", "0 0 320 24", "", shapes...),
			app.P().Class("small").Text(s.Voice.T("group.half", "from", strconv.Itoa(s.Spread.From), "to", strconv.Itoa(s.Spread.To))),
		)
}
