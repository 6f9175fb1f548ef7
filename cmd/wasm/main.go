// Command wasm is Both Ends in the browser: it adopts the page that is already
// there and answers in its language.
package main

import (
	"bothends/app/pause"
	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Starting is in steps, so that the page answers to its reader in between.
func main() {
	page := app.Window().Get("document").Get("documentElement")
	lang := page.Get("lang").String()
	say.Below(page.Get("dataset").Get("base").String())
	pause.Take()
	c, rest, err := checkup.Read(lang)
	if err != nil {
		panic(err) // the builder has opened the same files before
	}
	pause.Take()
	root := start(c, lang, rest)
	pause.Take()
	ui.Adopt()
	app.RouteWithRegexp(".*", func() app.Composer { return root })
	app.RunWhenOnBrowser()
}

// start returns the root of the page that is open.
func start(c *checkup.Checkup, lang string, rest []func() error) app.Composer {
	switch has := func(id string) bool { return app.Window().GetElementByID(id).Truthy() }; {
	case has("ad"):
		return ui.StartAd(c, lang, rest)
	case has("history"):
		return ui.StartHistory(c, lang, rest)
	case has("group"):
		return ui.StartGroup(c, lang, rest)
	}
	return ui.Start(c, lang, rest)
}
