package page

import (
	"slices"

	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// sharesQuestion shares out one whole, such as the working week, over the
// ticked boxes of a list: a slider each, which web/page.js shows, keeps at 100
// together and enables. Disabled sliders are not sent, so a person who does not
// touch them has said nothing.
func sharesQuestion(v say.Voice, p *questions.Pack, q *questions.Question) app.UI {
	var rows []app.UI
	for _, key := range p.QuestionOptions(q) {
		rows = append(rows, shareRow(q, key))
	}
	inside := []app.UI{
		ui.Summary(v, "shares.open"),
		app.P().DataSet("few", "true").Body(ui.Text(v, "shares.few", "section", v.Pack.Get("section."+sectionOf(p, q.Of)+".title"))),
	}
	inside = append(inside, app.Div().DataSet("sliders", "true").Hidden(true).Body(
		slices.Concat(help(v, q), rows, []app.UI{
			app.Button().Type("button").DataSet("act", "shares-equal").Body(ui.Text(v, "shares.equal")),
			app.Button().Type("button").Class("plain").DataSet("act", "shares-none").Body(ui.Text(v, "shares.none")),
		})...,
	))
	body := []app.UI{
		app.Legend().Text(v.Pack.Get(q.ID + ".label")),
		app.Details().Body(inside...),
	}
	body = append(body, advicePlace(q)...)
	body = append(body, app.P().Class("problem").ID(q.ID+"-problem").Hidden(true))
	field := app.FieldSet().ID(q.ID).Class("q shares").DataSet("q", q.ID).TabIndex(-1).
		DataSet("of", q.Of).DataSet("percent", v.T("language.percent"))
	if v.Pack.Has(q.ID + ".help") {
		field = field.Attr("aria-describedby", q.ID+"-help")
	}
	return field.Body(body...)
}

// shareRow is named by web/page.js after the box that was ticked, so that the
// page carries no name twice. A range runs from 0 to 100 in steps of 1 anyway.
func shareRow(q *questions.Question, key string) app.UI {
	return app.Label().Class("share").Body(
		app.Span(),
		app.Input().Type("range").Name(q.ID+"."+key).Disabled(true),
		app.Output().Aria("hidden", true), // the slider says its value itself
	)
}

// sectionOf is the section in which a question is asked.
func sectionOf(p *questions.Pack, id string) string {
	for _, s := range p.Sections {
		for _, q := range s.Questions {
			if q.ID == id {
				return s.ID
			}
		}
	}
	return ""
}
