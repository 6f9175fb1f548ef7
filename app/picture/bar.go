package picture

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Bar is how much a driver weighs. The largest it can be with everything answered
// is 9 points; the bar ends at 10.
func Bar(contribution float64) app.UI { return Share(contribution / 10) }

// Share is a part of one as a bar.
func Share(share float64) app.UI {
	return stretched("bar-picture", "0 0 100 4",
		rect("track", 0, 0, 100, 4, 0), rect("part", 0, 0, min(share, 1)*100, 4, 0),
	)
}
