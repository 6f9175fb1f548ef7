package page

import (
	"strconv"

	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// adPage takes a job ad as text before any program has come. What is typed
// stays where it is: the program reads it there and draws beside it.
func adPage(v say.Voice, _ *checkup.Checkup) app.UI {
	return app.Main().ID("main").Class("adpage").Body(
		app.H1().Body(ui.Text(v, "ad.title")),
		app.P().Class("lead").Body(ui.Text(v, "ad.lead")),
		app.NoScript().Body(app.P().Class("notice").Body(ui.Text(v, "ad.noscript"))),
		app.Div().Class("q adbox").Body(
			app.Label().Class("label").For("ad").Body(ui.Text(v, "ad.label")),
			app.P().Class("help").ID("ad-help").Body(ui.Text(v, "ad.help")),
			app.Textarea().ID("ad").Rows(8).Attr("dir", "auto").Attr("spellcheck", "false").
				Attr("autocomplete", "off").Attr("aria-describedby", "ad-help ad-problem"),
			app.P().Class("adfile").Body(
				app.Label().For("ad-file").Body(ui.Text(v, "ad.file")),
				app.Input().Type("file").ID("ad-file").Accept(".txt,.text,.md,.html,.htm,.rtf,.eml,text/plain,text/html,text/rtf,message/rfc822").
					Attr("autocomplete", "off"),
			),
			app.P().Class("small").Body(ui.Text(v, "ad.share")),
			app.P().Class("adwriter").Body(
				app.Label().Body(app.Input().Type("checkbox").ID("ad-writer").Attr("autocomplete", "off").Attr("aria-describedby", "ad-writer-help"),
					app.Text(" "), ui.Text(v, "ad.writer")),
				app.Span().Class("small").ID("ad-writer-help").Body(ui.Text(v, "ad.writer.help")),
			),
			app.P().Class("problem").ID("ad-problem").Role("alert").
				DataSet("max", strconv.Itoa(ui.MaxAdSize)).
				DataSet("empty", v.T("ad.problem.empty")).
				DataSet("large", v.T("ad.problem.large")).
				DataSet("binary", v.T("ad.problem.binary")).
				DataSet("unread", v.T("ad.problem.unread")).
				DataSet("address", v.T("ad.problem.address")).
				DataSet("unshared", v.T("ad.problem.unshared")),
			app.Div().Class("moves").Body(
				app.Button().Type("button").Class("main").DataSet("act", "read").Body(ui.Text(v, "ad.read")),
				app.Button().Type("button").DataSet("act", "example").Body(ui.Text(v, "ad.example")),
				app.P().Class("quiet").ID("ad-state").Role("status"),
			),
			app.P().Class("problem").ID("ad-lexicon").Role("alert").
				DataSet("failed", v.T("ad.lexicon.failed")).
				DataSet("lost", v.T("boot.lost")).
				DataSet("offline", v.T("boot.offline")),
			app.Button().Type("button").DataSet("act", "relexicon").Hidden(true).Body(ui.Text(v, "boot.retry")),
		),
		bootBox(v, "adboot", "ad.boot", nil),
		(&ui.AdReader{Voice: v}),
		app.P().Class("adnext").Body(
			ui.Text(v, "ad.next"), app.Text(" "),
			app.A().ID("to-checkup").Href(v.Address("checkup")).Body(ui.Text(v, "ad.next.link")),
		),
		app.Pre().ID("ad-example").Hidden(true).Text(v.T("ad.example.text")),
	)
}
