package picture

import (
	"strconv"
	"strings"

	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Point is one result on a timeline, in the whole numbers that are shown.
type Point struct {
	Date      string
	Has       bool // there is a number
	Value     int
	Low, High int // ends of its range; the same when there is none
}

// Timeline is one number from 0 to 100 over several results: a dot for each,
// its range as a bar behind it, and lines where levels begin. Results stand
// side by side, not at the distance of their dates.
type Timeline struct {
	app.Compo

	Voice  say.Voice
	Name   string
	Class  string
	Points []Point
	Lines  []int
}

// The field of the picture, in its own units: on a phone one of them is about
// one pixel.
const (
	timeLeft, timeRight = 34.0, 352.0
	timeTop, timeBottom = 12.0, 192.0
	timeHeight          = 214.0
)

func (t *Timeline) Render() app.UI {
	v := t.Voice
	y := func(n int) float64 { return timeBottom - (timeBottom-timeTop)*float64(n)/100 }
	var shapes []app.UI
	for _, n := range []int{0, 100} {
		shapes = append(shapes, line("axis", timeLeft, y(n), timeRight, y(n)), label("scale-n", timeLeft-6, y(n)+4, "end", strconv.Itoa(n)))
	}
	for _, n := range t.Lines {
		if n > 0 {
			shapes = append(shapes, line("level", timeLeft, y(n), timeRight, y(n)), label("scale-n", timeLeft-6, y(n)+4, "end", strconv.Itoa(n)))
		}
	}
	step := (timeRight - timeLeft) / float64(len(t.Points))
	x := func(i int) float64 { return timeLeft + step*(float64(i)+0.5) }
	var way []string
	for i, p := range t.Points {
		if p.Has {
			way = append(way, coord(x(i))+" "+coord(y(p.Value)))
		}
	}
	for i, p := range t.Points {
		if p.Has && p.High > p.Low {
			shapes = append(shapes, rect("range", x(i)-4, y(p.High), 8, y(p.Low)-y(p.High), 4))
		}
	}
	if len(way) > 1 {
		shapes = append(shapes, path("way", "M"+strings.Join(way, "L")))
	}
	for i, p := range t.Points {
		shapes = append(shapes, label("when", x(i), timeBottom+16, "middle", v.ShortDay(p.Date)))
		if p.Has {
			shapes = append(shapes,
				svg("circle").Class("dot").Attr("cx", coord(x(i))).Attr("cy", coord(y(p.Value))).Attr("r", "4.5"),
				label("value", x(i), y(max(p.Value, p.High))-8, "middle", strconv.Itoa(p.Value)))
		}
	}
	return app.Figure().Class("timeline "+t.Class).Body(
		app.FigCaption().Body(app.Strong().Text(t.Name)),
		picture("timeline-picture", "0 0 360 "+coord(timeHeight), t.alt(), shapes...),
	)
}

// alt reads the dots aloud.
func (t *Timeline) alt() string {
	v := t.Voice
	var parts []string
	for _, p := range t.Points {
		value := v.T("history.nothing")
		if p.Has {
			value = v.T("history.value", "n", strconv.Itoa(p.Value), "low", strconv.Itoa(p.Low), "high", strconv.Itoa(p.High))
		}
		parts = append(parts, v.T("history.point", "date", v.Day(p.Date), "value", value))
	}
	return t.Name + v.Colon() + strings.Join(parts, "; ")
}

func line(class string, x1, y1, x2, y2 float64) app.UI {
	return path(class, "M"+coord(x1)+" "+coord(y1)+"L"+coord(x2)+" "+coord(y2))
}

func label(class string, x, y float64, anchor, text string) app.UI {
	return svg("text").Class(class).Attr("x", coord(x)).Attr("y", coord(y)).Attr("text-anchor", anchor).Text(text)
}
