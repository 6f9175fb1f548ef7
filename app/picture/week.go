package picture

import (
	"strconv"

	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Week numbers the jobs as the list beside it does, so that no colour has
// to be told from another. Without a viewBox, percentages stretch the bar and
// leave the figures alone.
func Week(jobs []say.Job, alt string) app.UI {
	const narrow = 4 // percent of the bar below which a number has no room
	percent := func(x float64) string { return coord(x) + "%" }
	var shapes []app.UI
	at := 0.0
	for i, job := range jobs {
		width := job.Share * 100
		shapes = append(shapes, svg("rect").Class("job tone-"+strconv.Itoa(i%2)).
			Attr("x", percent(at)).Attr("y", "0").Attr("width", percent(width)).Attr("height", "100%"))
		if width >= narrow {
			shapes = append(shapes, svg("text").Attr("x", percent(at+width/2)).Attr("y", "50%").
				Attr("text-anchor", "middle").Attr("dominant-baseline", "central").Text(strconv.Itoa(i+1)))
		}
		at += width
	}
	return svg("svg").Class("week").Attr("focusable", "false").Attr("role", "img").Attr("aria-label", alt).Body(shapes...)
}
