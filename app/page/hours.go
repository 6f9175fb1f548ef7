package page

import (
	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions/checkup"
	"bothends/questions/hours"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// hoursPage is for the log of hours. What is pressed and typed stands in the document,
// and so does how it counts; the program hears it, and draws what is written down.
func hoursPage(v say.Voice, c *checkup.Checkup) app.UI {
	return app.Main().ID("main").Class("keeppage hourspage").Body(
		app.H1().Body(ui.Text(v, "hours.title")),
		app.P().Class("lead").Body(ui.Text(v, "hours.lead")),
		app.NoScript().Body(app.P().Class("notice").Body(ui.Text(v, "history.noscript"))),
		bootBox(v, "pageboot", "boot.page", nil),
		oddLog(v, "damaged"), oddLog(v, "newer"),
		hoursPart(
			app.Div().Class("tap").Body(
				hoursButton(v, "tap", "hours.page.start").Class("main"),
				app.P().ID("hours-since").Role("status"),
				hoursSays("tap"),
				app.P().ID("hours-keeping").Body(app.Label().Class("option").For("hours-keep").Body(
					app.Input().Type("checkbox").ID("hours-keep").Attr("autocomplete", "off").Attr("aria-describedby", "hours-shared").DataSet("act", "keep-hours"),
					app.Span().Body(ui.Text(v, "keep.device")),
				)),
				app.P().Class("small").ID("hours-shared"),
				hoursSays("keep"),
			),
			app.Details().Class("typed").ID("hours-form").Body(
				ui.Summary(v, "hours.page.type"),
				app.Div().Class("fields").Body(
					hoursField(v, "day", "date"), hoursField(v, "from", "time"), hoursField(v, "to", "time"), hoursField(v, "worked", "text"),
				),
				app.P().Class("small").ID("hours-what").Body(ui.Text(v, "hours.page.what")),
				hoursSays("form"),
				app.Div().Class("actions").Body(
					hoursButton(v, "write", "hours.page.write"),
					hoursButton(v, "drop", "hours.page.delete").Hidden(true),
					hoursButton(v, "leave-as-is", "hours.page.cancel").Class("plain").Hidden(true),
				),
			),
			paidHours(v, c),
		),
		(&ui.Hours{Voice: v}),
		hoursPart(
			app.Div().ID("hours-end").Body(app.Div().Class("actions").Body(
				hoursButton(v, "use", "hours.page.use").Class("main").Hidden(true),
				hoursButton(v, "csv", "hours.page.csv"),
				hoursButton(v, "print-hours", "group.print"),
			), hoursSays("use"), erasing(v)),
		),
		app.Details().Class("rules").Body(
			ui.Summary(v, "hours.page.rules"),
			app.Ul().Body(
				ui.Item(v.T("hours.page.rule.day")),
				ui.Item(v.T("hours.page.rule.evening")),
				ui.Item(v.T("hours.page.rule.usual")),
				ui.Item(v.T("hours.page.rule.clock")),
			),
		),
	)
}

// hoursPart is nothing to look at before the program is there.
func hoursPart(body ...app.UI) app.UI {
	return app.Div().Class("controls").Hidden(true).Body(body...)
}

func hoursButton(v say.Voice, act, key string) app.HTMLButton {
	return app.Button().Type("button").DataSet("act", act).Body(ui.Text(v, key))
}

// hoursSays is where it is said what a press did, or why not.
func hoursSays(by string) app.UI { return app.P().ID("hours-said-" + by).Role("status") }

func hoursField(v say.Voice, name, kind string) app.UI {
	return app.P().Body(
		app.Label().For("hours-"+name).Body(ui.Text(v, "hours."+name)),
		app.Input().Type(kind).ID("hours-"+name).Attr("autocomplete", "off").Attr("aria-describedby", "hours-what"),
	)
}

// paidHours asks for the hours of the contract, in the words of the questionnaire.
func paidHours(v say.Voice, c *checkup.Checkup) app.UI {
	if !say.Asks(c, hours.AskContract) {
		return app.Text("")
	}
	return app.Div().Body(
		app.P().Class("paid").Body(
			app.Label().For("hours-contract").Body(app.Text(v.Pack.Get(hours.AskContract+".label"))),
			app.Input().Type("text").ID("hours-contract").Attr("inputmode", "decimal").Attr("autocomplete", "off").DataSet("act", "contract"),
		),
		hoursSays("contract"),
	)
}

// oddLog tells of a log that is kept and cannot be read.
func oddLog(v say.Voice, kind string) app.UI {
	return app.Div().Class("notice").DataSet("odd", kind).Hidden(true).Body(
		ui.P(v, "hours.page."+kind),
		app.P().Body(hoursButton(v, "save-odd", "hours.page.raw")),
		erasing(v),
	)
}

// erasing asks once more, in place.
func erasing(v say.Voice) app.UI {
	return app.Details().Class("delete").Body(
		ui.Summary(v, "hours.page.erase"),
		ui.P(v, "history.delete.sure"),
		hoursButton(v, "erase-hours", "history.delete.yes"),
	)
}

// hoursLink leads there, where a questionnaire has a log of hours.
func hoursLink(v say.Voice, c *checkup.Checkup) app.UI {
	if !say.LogsHours(c) {
		return app.Text("")
	}
	return app.A().Href(v.Address("hours")).Body(ui.Text(v, "hours.link"))
}
