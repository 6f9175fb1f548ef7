package page

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// marks are small drawings before the titles of our sections, in lines on a grid of 24
// by 24: a bag, a flame, people, a clock, a moon, a shield, coins, layers. They say
// nothing that the title does not, so a section without one lacks nothing.
var marks = map[string]string{
	"work":       "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
	"signs":      flame,
	"support":    "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 11a3 3 0 1 0 0-6M3 20c0-4 2-6 5-6s5 2 5 6M16 14c3 0 5 2 5 6",
	"week":       "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
	"rest":       "M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z",
	"limits":     "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z",
	"pay":        "M4 7c0-4 16-4 16 0s-16 4-16 0v10c0 4 16 4 16 0V7M4 12c0 4 16 4 16 0",
	"job":        "M12 4l9 5-9 5-9-5zM3 14l9 5 9-5",
	"more_signs": flame,
}

const flame = "M12 3c3 4 5 6 5 10a5 5 0 0 1-10 0c0-2 1-4 2-5 1 2 2 2 2 3 1-2 1-5 1-8z"

// mark is the drawing of a section, as a list of one or none.
func mark(section string) []app.UI {
	lines := marks[section]
	if lines == "" {
		return nil
	}
	return []app.UI{app.Elem("svg").Attr("viewBox", "0 0 24 24").Aria("hidden", true).Body(app.Elem("path").Attr("d", lines))}
}
