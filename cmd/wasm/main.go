// Command wasm is Both Ends in the browser: it adopts the page that is already
// there and answers in its language.
package main

import (
	"bothends/app/ui"
	"bothends/questions/packs"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func main() {
	lang := app.Window().Get("document").Get("documentElement").Get("lang").String()
	ui.Breathe()
	checkup, rest, err := packs.Read(lang)
	if err != nil {
		panic(err) // the builder has opened the same files before
	}
	start := func() app.Composer { return ui.Start(checkup, lang, rest) }
	switch has := func(id string) bool { return app.Window().GetElementByID(id).Truthy() }; {
	case has("ad"):
		start = func() app.Composer { return ui.StartAd(checkup, lang, rest) }
	case has("history"):
		start = func() app.Composer { return ui.StartHistory(checkup, lang, rest) }
	case has("group"):
		start = func() app.Composer { return ui.StartGroup(checkup, lang, rest) }
	}
	ui.Breathe()
	ui.Adopt()
	app.RouteWithRegexp(".*", start)
	app.RunWhenOnBrowser()
}
