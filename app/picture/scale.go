package picture

import (
	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Scale is a number from 0 to 100 with its words and its place on a line: the
// range as a bar, the lines between levels as ticks.
type Scale struct {
	app.Compo

	Voice     say.Voice
	Name      string // "Signs"
	Class     string
	Value     int
	Level     string   // "high", in words
	Low, High int      // ends of the range; the same when there is none
	Lines     []int    // where levels begin
	Names     []string // of these levels, "raised"
	Note      string   // the range or the error in words
}

func (s *Scale) Render() app.UI {
	const width, unit = 320.0, 3.0 // 100 points, 10 units of margin on each side
	x := func(points int) float64 { return 10 + unit*float64(points) }
	shapes := []app.UI{rect("track", 10, 9, 100*unit, 6, 3)}
	if s.High > s.Low {
		shapes = append(shapes, rect("range", x(s.Low), 6, x(s.High)-x(s.Low), 12, 6))
	}
	for i, line := range s.Lines {
		if line > 0 {
			shapes = append(shapes, rect("tick", x(line)-0.75, 3, 1.5, 18, 0))
		}
		// A level stands below the part of the line that is its own. The middle of three can
		// be narrow: its name ends where the next begins.
		at, anchor := max(x(line)-0.75, 10), "start"
		if i > 0 && i < len(s.Lines)-1 {
			at, anchor = x(s.Lines[i+1])-5, "end"
		}
		shapes = append(shapes, label("level", at, 36, anchor, s.Names[i]))
	}
	shapes = append(shapes, svg("circle").Class("dot").Attr("cx", coord(x(s.Value))).Attr("cy", "12").Attr("r", "7"))
	return app.Div().Class("measure "+s.Class).Body(
		app.P().Body(
			app.Span().Class("name").Text(s.Name),
			app.Text(" "),
			app.Strong().Text(s.Voice.T("result.of", "n", s.Voice.Number(float64(s.Value), 0))),
			app.Text(", "+s.Level),
		),
		picture("line", "0 0 "+coord(width)+" 40", "", shapes...),
		app.P().Class("small").Text(s.Note),
	)
}
