package page

import (
	"strconv"

	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions/group"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// groupPage reads the files of several people together. What protects them
// stands before anything can be opened.
func groupPage(v say.Voice) app.UI {
	return app.Main().ID("main").Class("keeppage").Body(
		app.H1().Body(ui.Text(v, "group.title")),
		app.P().Class("lead").Body(ui.Text(v, "group.lead")),
		app.P().Class("notice consent").Body(ui.Text(v, "group.consent")),
		app.Details().Class("rules").Body(
			ui.Summary(v, "group.rules"),
			app.Ul().Body(
				ui.Item(v.T("group.rule.least", "n", strconv.Itoa(group.MinPeople))),
				ui.Item(v.T("group.rule.few", "n", strconv.Itoa(group.Few))),
				ui.Item(v.T("group.rule.rest", "n", strconv.Itoa(group.Few))),
				ui.Item(v.T("group.rule.round", "n", strconv.Itoa(group.Grain))),
				ui.Item(v.T("group.rule.twice")),
				ui.Item(v.T("group.rule.holder")),
			),
		),
		app.NoScript().Body(app.P().Class("notice").Body(ui.Text(v, "history.noscript"))),
		bootBox(v, "pageboot", "boot.page", nil),
		(&ui.Group{Voice: v}),
		app.Link().Rel("stylesheet").Href("/web/result.css"),
	)
}
