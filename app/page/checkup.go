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
			app.Li().Body(ui.Text(v, "intro.leave")),
		),
	}
	if say.ReadsAds(c) {
		before = append(before, app.P().Body(ui.Text(v, "intro.ad"), app.Text(" "), app.A().Href(v.Address("ad")).Body(ui.Text(v, "intro.ad.link"))))
	}
	before = append(before, app.P().Body(app.Button().Type("button").Class("plain").DataSet("act", "openfile").Body(ui.Text(v, "open.title"))))
	intro := []app.UI{
		app.H1().Text(v.Pack.Get("pack.title")),
		app.Div().Class("preface").Body(
			app.P().Class("lead").Body(ui.Text(v, "intro.lead", "minutes", v.Minutes(c.Pack, c.Pack.ActsOrOne()[0]))),
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
		app.Link().Rel("stylesheet").Href(below),
		app.Link().Rel("stylesheet").Href("/web/result.css"),
	)
}

func form(v say.Voice, c *checkup.Checkup, script string) app.UI {
	var acts, sections []app.UI
	n := 0
	for i, act := range c.Pack.ActsOrOne() {
		acts = append(acts, actLinks(v, c, act, i))
		for part := range act.Sections {
			n++
			sections = append(sections, section(v, c, act, part, n))
			if n == 1 && script != "" {
				sections = append(sections, app.Script().Src(script))
			}
		}
	}
	return app.Form().ID("checkup").Attr("autocomplete", "off").Attr("novalidate", "true").
		DataSet("clear", v.T("clear")).Body(
		app.Div().Class("sections").Body(sections...),
		app.Div().Class("moves").Body(
			app.Button().Type("button").Class("plain").DataSet("act", "back").Body(ui.Text(v, "back")),
			app.Button().Type("button").Class("main").DataSet("act", "next").Body(ui.Text(v, "next")),
			app.Button().Type("button").Class("plain").DataSet("act", "finish").Body(ui.Text(v, "finish")),
		),
		app.Nav().Class("steps").Aria("label", v.T("steps.label")).Body(acts...),
	)
}

// actLinks lead to the sections of an act. Those of all but the first are folded
// until the act is open: its title leads there, and says what it adds.
func actLinks(v say.Voice, c *checkup.Checkup, act questions.Act, i int) app.UI {
	var links []app.UI
	for _, id := range act.Sections {
		link := stepLink(id).Text(v.Pack.Get("section." + id + ".title"))
		if i == 0 && len(links) == 0 {
			link = link.Aria("current", "step")
		}
		links = append(links, app.Li().Body(link))
	}
	list := app.Ol().DataSet("part", act.ID).Body(links...)
	if i == 0 {
		return list
	}
	body := []app.UI{app.P().Body(
		stepLink(act.Sections[0]).Text(v.Pack.Get("act."+act.ID+".title")),
		app.Text(" "), app.Text(v.ActAdds(c.Pack, act)),
	)}
	if len(links) > 1 { // a single one would say the same again
		body = append(body, list.Hidden(true))
	}
	return app.Div().Body(body...)
}

func stepLink(section string) app.HTMLA {
	return app.A().Href("#step-"+section).DataSet("act", "step")
}

// section is one step of an act, the part-th from 0, and the n-th from 1 of all.
// How far it is stands in words at both ends, of this act alone.
func section(v say.Voice, c *checkup.Checkup, act questions.Act, part, n int) app.UI {
	id := act.Sections[part]
	title := append(mark(id), app.Text(v.Pack.Get("section."+id+".title")))
	var left []app.UI
	if total := len(act.Sections); total > 1 {
		title = append(title, app.Text(" "), app.Small().Body(ui.Text(v, "act.part", "n", strconv.Itoa(part+1), "total", strconv.Itoa(total))))
		var still []string
		for _, id := range act.Sections[part+1:] {
			still = append(still, v.Pack.Get("section."+id+".title"))
		}
		text := v.T("act.last")
		if len(still) > 0 {
			text = v.T("act.left", "list", v.List(still))
		}
		left = []app.UI{app.P().Class("left").Text(text)}
	}
	body := []app.UI{app.H2().TabIndex(-1).Body(title...)}
	if intro := v.Optional("section." + id + ".intro"); intro != "" {
		body = append(body, app.P().Text(intro))
	}
	asked, _ := c.Pack.Section(id)
	for i := range asked.Questions {
		body = append(body, question(v, c, &asked.Questions[i]))
	}
	return app.Section().ID("step-"+id).Class("step").DataSet("step", strconv.Itoa(n)).DataSet("part", act.ID).Body(append(body, left...)...)
}
