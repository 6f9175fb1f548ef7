package page

import (
	"strconv"

	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// checkupPage is the whole questionnaire as a form that accepts answers before
// any program has come. A script, if one is given, stands behind its first section.
func checkupPage(v say.Voice, c *checkup.Checkup, script string) app.UI {
	// The first question stands on the first screen of a phone: what can be read
	// later is folded.
	before := []app.UI{
		ui.Summary(v, "intro.before"),
		app.Ul().Body(
			app.Li().Body(ui.Text(v, "intro.private")),
			app.Li().Body(ui.Text(v, "intro.not")),
			app.Li().Body(ui.Text(v, "intro.skip")),
		),
	}
	if say.ReadsAds(c) {
		before = append(before, app.P().Body(ui.Text(v, "intro.ad"), app.Text(" "), app.A().Href(v.Address("ad")).Body(ui.Text(v, "intro.ad.link"))))
	}
	intro := []app.UI{
		app.H1().Text(v.Pack.Get("pack.title")),
		app.Div().Class("preface").Body(
			app.P().Class("lead").Body(ui.Text(v, "intro.lead")),
			ui.P(v, "intro.note"),
			app.Details().Body(before...),
		),
	}
	return app.Main().ID("main").Class("checkup").Body(
		app.Div().Class("intro").Body(intro...),
		app.P().ID("taken").Class("notice").Role("status").Hidden(true),
		app.NoScript().Body(app.P().Class("notice").Body(ui.Text(v, "noscript"))),
		(&ui.Live{Voice: v}),
		form(v, c, script),
		bootBox(v, "boot", "boot",
			[]app.UI{app.H2().ID("waiting").TabIndex(-1).Body(ui.Text(v, "boot.waiting"))},
			app.Button().Type("button").Class("plain").DataSet("act", "edit").Body(ui.Text(v, "keep.edit"))),
		// After the form, so that it holds up nothing that can be answered.
		app.Link().Rel("stylesheet").Href("/web/result.css"),
	)
}

func form(v say.Voice, c *checkup.Checkup, script string) app.UI {
	var steps, sections []app.UI
	total := 0
	for i, s := range c.Pack.Sections {
		n := strconv.Itoa(i + 1)
		total += asked(s)
		// Counts and the current step stand there from the start, so that
		// web/page.js moves nothing.
		link := app.A().Href("#step-"+s.ID).DataSet("act", "step").Body(
			app.Span().Text(v.Pack.Get("section."+s.ID+".title")),
			app.Span().Class("count").Text("0/"+strconv.Itoa(asked(s))),
		)
		if i == 0 {
			link = link.Aria("current", "step")
		}
		steps = append(steps, app.Li().Body(link))
		sections = append(sections, section(v, c, s, n))
		if i == 0 && script != "" {
			sections = append(sections, app.Script().Src(script))
		}
	}
	return app.Form().ID("checkup").Attr("autocomplete", "off").Attr("novalidate", "true").
		DataSet("clear", v.T("clear")).Body(
		app.Nav().Class("steps").Aria("label", v.T("steps.label")).Body(app.Ol().Body(steps...)),
		app.Div().Class("sections").Body(sections...),
		app.Div().Class("progress").Body(
			app.Elem("progress").ID("progress").Attr("aria-labelledby", "progress-text").
				DataSet("text", v.T("progress")),
			app.Span().ID("progress-text").Text(v.T("progress", "n", "0", "total", strconv.Itoa(total))),
		),
		app.Div().Class("moves").Body(
			app.Button().Type("button").Class("plain").DataSet("act", "back").Body(ui.Text(v, "back")),
			app.Button().Type("button").Class("main").DataSet("act", "next").Body(ui.Text(v, "next")),
			app.Button().Type("button").DataSet("act", "finish").Body(ui.Text(v, "finish")),
		),
	)
}

// asked is how many questions of a section count as progress before anything is
// answered: shares are an optional detail of another question, and cadre status
// is asked in one country only.
func asked(s questions.Section) int {
	n := 0
	for _, q := range s.Questions {
		if q.Type != questions.Shares && q.ID != say.AskCadre {
			n++
		}
	}
	return n
}

func section(v say.Voice, c *checkup.Checkup, s questions.Section, n string) app.UI {
	body := []app.UI{
		app.H2().TabIndex(-1).Text(v.Pack.Get("section." + s.ID + ".title")),
		app.P().Text(v.Pack.Get("section." + s.ID + ".intro")),
	}
	for i := range s.Questions {
		body = append(body, question(v, c, &s.Questions[i]))
	}
	return app.Section().ID("step-"+s.ID).Class("step").DataSet("step", n).Body(body...)
}
