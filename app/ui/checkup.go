package ui

import (
	"strconv"

	"bothends/questions"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// checkupPage is the whole questionnaire as a form that accepts answers before
// any program has come. A script, if one is given, stands behind its first section.
func checkupPage(v Voice, c *checkup.Checkup, script string) app.UI {
	// The first question stands on the first screen of a phone: what can be read
	// later is folded.
	before := []app.UI{
		app.Summary().Body(v.text("intro.before")),
		app.Ul().Body(
			app.Li().Body(v.text("intro.private")),
			app.Li().Body(v.text("intro.not")),
			app.Li().Body(v.text("intro.skip")),
		),
	}
	if readsAds(c) {
		before = append(before, app.P().Body(v.text("intro.ad"), app.Text(" "), app.A().Href(routes["ad"][v.Lang()]).Body(v.text("intro.ad.link"))))
	}
	intro := []app.UI{
		app.H1().Text(v.Pack.Get("pack.title")),
		app.Div().Class("preface").Body(
			app.P().Class("lead").Body(v.text("intro.lead")),
			app.P().Body(v.text("intro.note")),
			app.Details().Body(before...),
		),
	}
	return app.Main().ID("main").Class("checkup").Body(
		app.Div().Class("intro").Body(intro...),
		app.P().ID("taken").Class("notice").Role("status").Hidden(true),
		app.NoScript().Body(app.P().Class("notice").Body(v.text("noscript"))),
		(&Live{Voice: v}),
		form(v, c, script),
		boot(v),
		// After the form, so that it holds up nothing that can be answered.
		app.Link().Rel("stylesheet").Href("/web/result.css"),
	)
}

// boot tells that the part that works out the result is on its way.
func boot(v Voice) app.UI {
	return app.Div().Class("boot").DataSet("boot", "true").Hidden(true).
		DataSet("loading", v.T("boot.loading")).
		DataSet("failed", v.T("boot.failed")).
		DataSet("offline", v.T("boot.offline")).
		DataSet("missing", v.T("boot.missing")).
		DataSet("metered", v.T("boot.metered")).
		DataSet("keep", v.T("boot.keep")).
		Body(
			app.H2().ID("waiting").TabIndex(-1).Body(v.text("boot.waiting")),
			app.P().Role("status").DataSet("boot-text", "true"),
			app.Progress().Aria("label", v.T("boot.progress")),
			app.Button().Type("button").DataSet("act", "retry").Hidden(true).Body(v.text("boot.retry")),
			app.Button().Type("button").Class("plain").DataSet("act", "edit").Body(v.text("keep.edit")),
		)
}

func form(v Voice, c *checkup.Checkup, script string) app.UI {
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
			app.Button().Type("button").Class("plain").DataSet("act", "back").Body(v.text("back")),
			app.Button().Type("button").Class("main").DataSet("act", "next").Body(v.text("next")),
			app.Button().Type("button").DataSet("act", "finish").Body(v.text("finish")),
		),
	)
}

// asked is how many questions of a section count as progress before anything is
// answered: shares are an optional detail of another question, and cadre status
// is asked in one country only.
func asked(s questions.Section) int {
	n := 0
	for _, q := range s.Questions {
		if q.Type != questions.Shares && q.ID != askCadre {
			n++
		}
	}
	return n
}

func section(v Voice, c *checkup.Checkup, s questions.Section, n string) app.UI {
	body := []app.UI{
		app.H2().TabIndex(-1).Text(v.Pack.Get("section." + s.ID + ".title")),
		app.P().Text(v.Pack.Get("section." + s.ID + ".intro")),
	}
	for i := range s.Questions {
		body = append(body, question(v, c, &s.Questions[i]))
	}
	return app.Section().ID("step-"+s.ID).Class("step").DataSet("step", n).Body(body...)
}
