// Command wasm is Both Ends in the browser: it adopts the page that is already
// there and answers in its language. The page hands it the questionnaire and all
// words, so that one program serves every questionnaire in every language.
package main

import (
	"io/fs"

	"bothends/app/browser"
	"bothends/app/data"
	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/app/ui"
	"bothends/app/yield"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Starting is in steps, so that the page answers to its reader in between.
func main() {
	page := browser.Document().Get("documentElement")
	say.SetBase(page.Get("dataset").Get("base").String())
	yield.ToBrowser()
	root, err := start(fetched(page), page.Get("lang").String())
	if err != nil {
		app.Log(err)
		ui.Unreadable()
		return
	}
	yield.ToBrowser()
	browser.Adopt()
	app.RouteWithRegexp(".*", func() app.Composer { return root })
	app.RunWhenOnBrowser()
}

// fetched is what the page has fetched for the program (app/data).
func fetched(page app.Value) []byte {
	given := page.Get("data")
	content := make([]byte, given.Get("length").Int())
	app.CopyBytesToGo(content, given)
	page.Delete("data") // there is another copy now
	return content
}

// start returns the root of the page that is open.
func start(content []byte, lang string) (app.Composer, error) {
	files, err := data.Decode(content)
	if err != nil {
		return nil, err
	}
	words, err := fs.ReadFile(files, data.Interface)
	if err != nil {
		return nil, err
	}
	p, err := i18n.Parse(words)
	if err != nil {
		return nil, err
	}
	yield.ToBrowser()
	c, loader, err := checkup.Read(files, lang)
	if err != nil {
		return nil, err
	}
	yield.ToBrowser()
	switch has := browser.Has; {
	case has("ad"):
		return ui.StartAd(c, p, loader), nil
	case has("history"):
		return ui.StartHistory(c, p, loader), nil
	case has("group"):
		return ui.StartGroup(c, p, loader), nil
	case has("hours"):
		return ui.StartHours(c, p, loader), nil
	}
	return ui.Start(c, p, loader), nil
}
