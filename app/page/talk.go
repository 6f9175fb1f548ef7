package page

import (
	"slices"

	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// talk is "I need to talk to someone now", on every page: without a script the
// countries that are usual in the language of the page, with one the country
// chosen. All others stand on the page of help lines, where web/page/talk.js
// fetches them: lines of 29 countries are a fifth of what a first answer waits for.
func talk(v say.Voice, p *questions.Pack) app.UI {
	usual := v.T("language.country")
	var entries, countries []app.UI
	for _, h := range p.HelpLines {
		name := say.CountryName(v, h.Country)
		countries = append(countries, app.Option().Value(h.Country).Selected(h.Country == usual).Text(name))
		if h.Country == "*" || h.Country == usual || slices.Contains(h.UsualIn, v.Lang()) {
			entries = append(entries, app.Div().DataSet("country", h.Country).Body(app.H3().Text(name), ui.HelpLine(v, h)))
		}
	}
	return app.Details().ID("talk").Class("talk").Body(
		ui.Summary(v, "talk"),
		ui.P(v, "talk.intro"),
		app.P().Class("choose").Body(
			app.Label().For("talk-country").Body(ui.Text(v, "talk.country")),
			app.Select().ID("talk-country").Attr("autocomplete", "off").Body(countries...),
		),
		app.Div().Body(entries...),
		ui.LinesNote(v),
	)
}

// helpPage lists every country whole: its lines, and what each of them rests on.
// It is kept for offline use before anything else (app/site/worker.go).
func helpPage(v say.Voice, c *checkup.Checkup) app.UI {
	var countries []app.UI
	body := []app.UI{
		app.H1().Body(ui.Text(v, "talk.all")),
		ui.P(v, "talk.intro"),
		ui.P(v, "talk.from_inside"),
	}
	var entries []app.UI
	for _, h := range c.Pack.HelpLines {
		name := say.CountryName(v, h.Country)
		countries = append(countries, app.Li().Body(app.A().Href("#"+helpAnchor(h)).Text(name)))
		entries = append(entries,
			app.H2().ID(helpAnchor(h)).Text(name),
			app.Div().DataSet("country", h.Country).Body(ui.HelpLine(v, h)),
			app.Div().Class("small").Body(basis(v, h)...),
		)
	}
	body = append(body, app.Nav().Aria("label", v.T("talk.country")).Body(app.Ul().Class("countries").Body(countries...)))
	body = append(body, entries...)
	body = append(body, ui.P(v, "evidence.help.text"))
	return app.Main().ID("main").Class("prose").Body(body...)
}
