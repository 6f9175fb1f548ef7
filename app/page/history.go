package page

import (
	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// historyPage shows what was kept on the device. Only the program can read it,
// so the document itself says what it is for and waits.
func historyPage(v say.Voice, c *checkup.Checkup) app.UI {
	return app.Main().ID("main").Class("keeppage").Body(
		app.H1().Body(ui.Text(v, "history.title")),
		app.P().Class("lead").Body(ui.Text(v, "history.lead")),
		app.NoScript().Body(app.P().Class("notice").Body(ui.Text(v, "history.noscript"))),
		app.P().Class("links").Body(hoursLink(v, c)), // above what comes and goes
		bootBox(v, "pageboot", "boot.page", nil),
		(&ui.History{Voice: v}),
		app.Link().Rel("stylesheet").Href("/web/result.css"),
	)
}
