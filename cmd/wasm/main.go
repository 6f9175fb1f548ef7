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
	checkup, rest, err := packs.Read(lang)
	if err != nil {
		panic(err) // the builder has opened the same files before
	}
	start := func() app.Composer { return ui.Start(checkup, lang, rest) }
	if app.Window().GetElementByID("ad").Truthy() {
		start = func() app.Composer { return ui.StartAd(checkup, lang, rest, packs.AdReader) }
	}
	ui.Adopt()
	app.RouteWithRegexp(".*", start)
	app.RunWhenOnBrowser()
}
