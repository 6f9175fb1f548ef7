package browser

import (
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Clock is what the person's clock shows at a day and time as fields of forms write
// them, "2026-11-25T09:05", or now (""): minutes since 1970 of UTC, and those that the
// clock is ahead of it then. Go asks the browser for that once, when it starts, and the
// clock may change while the page is open. Of an hour that comes twice the browser takes
// the first; one that is left out it takes for the next. ok is false where there is no
// such day.
func Clock(local string) (utc, east int, ok bool) {
	date := app.Window().Get("Date")
	if local == "" {
		date = date.New()
	} else {
		date = date.New(local)
	}
	ms := date.Call("getTime").Float()
	if math.IsNaN(ms) {
		return 0, 0, false
	}
	return int(math.Floor(ms / 60_000)), -date.Call("getTimezoneOffset").Int(), true
}
