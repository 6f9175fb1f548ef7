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
	ui.Adopt()
	app.RouteWithRegexp(".*", func() app.Composer { return ui.Start(checkup, lang, rest) })
	app.RunWhenOnBrowser()
}
