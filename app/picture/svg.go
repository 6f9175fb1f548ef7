package picture

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func svg(tag string) app.HTMLElem {
	return app.Elem(tag).XMLNS("http://www.w3.org/2000/svg")
}

// picture is a drawing that stands for text beside it, or, with a text
// alternative, for itself.
func picture(class, box, alt string, shapes ...app.UI) app.UI {
	p := svg("svg").Class(class).Attr("viewBox", box).Attr("focusable", "false")
	if alt == "" {
		return p.Attr("aria-hidden", "true").Body(shapes...)
	}
	return p.Attr("role", "img").Attr("aria-label", alt).Body(shapes...)
}

// stretched is a picture beside text that fills the width it is given.
func stretched(class, box string, shapes ...app.UI) app.UI {
	return svg("svg").Class(class).Attr("viewBox", box).Attr("focusable", "false").
		Attr("preserveAspectRatio", "none").Attr("aria-hidden", "true").Body(shapes...)
}

func rect(class string, x, y, width, height, radius float64) app.UI {
	return svg("rect").Class(class).Attr("x", coord(x)).Attr("y", coord(y)).
		Attr("width", coord(width)).Attr("height", coord(height)).Attr("rx", coord(radius))
}

func path(class, d string) app.UI {
	return svg("path").Class(class).Attr("d", d)
}

// coord writes a coordinate with at most one decimal, rounded half up.
func coord(x float64) string {
	return strconv.FormatFloat(math.Floor(x*10+0.5)/10, 'f', -1, 64)
}
