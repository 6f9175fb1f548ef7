package page

import (
	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// talk is "I need to talk to someone now": on every page, without a script all
// countries, with one the country chosen.
func talk(v say.Voice, p *questions.Pack) app.UI {
	var entries []app.UI
	for _, line := range p.HelpLines {
		entries = append(entries, app.Div().DataSet("country", line.Country).Body(
			app.H3().Text(say.CountryName(v, line.Country)),
			ui.HelpLine(v, line),
		))
	}
	return app.Details().ID("talk").Class("talk").Body(
		ui.Summary(v, "talk"),
		ui.P(v, "talk.intro"),
		app.P().Class("choose").Body(
			app.Label().For("talk-country").Body(ui.Text(v, "talk.country")),
			// web/page.js fills it with the names below: without a script it is hidden.
			app.Select().ID("talk-country").Attr("autocomplete", "off").DataSet("usual", v.T("language.country")),
		),
		app.Div().Body(entries...),
		ui.LinesNote(v),
	)
}
