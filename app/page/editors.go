package page

import (
	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// editorsPage helps people who write for other sites to put the check-up into
// a page of theirs. web/editors.js fills in the lines to copy and shows how
// they look; the page needs no program.
func editorsPage(v say.Voice, voices []say.Voice, c *checkup.Checkup) app.UI {
	return app.Main().ID("main").Class("editors").Body(
		app.H1().Body(ui.Text(v, "embed.title")),
		app.P().Class("lead").Body(ui.Text(v, "embed.lead", "minutes", v.Minutes(c.Pack, c.Pack.ActsOrOne()[0]))),
		app.NoScript().Body(app.P().Class("notice").Body(ui.Text(v, "embed.noscript"))),
		lookOfFrame(v, voices, c),
		app.H2().ID("line-title").Body(ui.Text(v, "embed.line.title")),
		ui.P(v, "embed.line.what"),
		copied(v, "line", `<script async src="https://HOST/embed.js" data-lang="`+v.Lang()+`"></script>`),
		app.Details().Body(
			app.Summary().ID("element-title").Body(ui.Text(v, "embed.element.title")),
			ui.P(v, "embed.element.what"),
			copied(v, "element", `<script async src="https://HOST/embed.js"></script>`+"\n"+`<both-ends lang="`+v.Lang()+`"><a href="https://HOST`+v.Address("waiting")+`">`+v.T("embed.frame")+`</a></both-ends>`),
		),
		app.Details().Body(
			app.Summary().ID("plain-title").Body(ui.Text(v, "embed.plain.title")),
			ui.P(v, "embed.plain.what"),
			copied(v, "plain", `<iframe src="https://HOST`+v.Address("waiting")+`" title="`+v.T("embed.frame")+`" loading="lazy" allow="clipboard-write" width="100%" height="900" style="border: 0; height: 900px !important"></iframe>`),
		),
		app.Section().Class("look").Body(
			app.H2().ID("preview-title").Body(ui.Text(v, "embed.preview.title")),
			ui.P(v, "embed.preview.what"),
			app.Div().ID("preview").TabIndex(0).Role("group").Aria("labelledby", "preview-title"),
		),
		app.H2().ID("note-title").Body(ui.Text(v, "embed.note.title")),
		copied(v, "note", v.T("embed.note.text")),
		ui.H2(v, "embed.data.title"),
		app.Div().Body(ui.Paragraphs(v, "embed.data.text")...),
		ui.H2(v, "embed.size.title"),
		terms(v, "embed.size.width", "embed.size.height", "embed.size.weight"),
		ui.H2(v, "embed.hosts.title"),
		terms(v, "embed.hosts.wordpress", "embed.hosts.drupal", "embed.hosts.notion", "embed.hosts.ghost", "embed.hosts.html"),
		ui.H2(v, "embed.trouble.title"),
		app.Ul().Body(
			app.Li().Body(ui.Text(v, "embed.trouble.policy")),
			app.Li().Body(ui.Text(v, "embed.trouble.sandbox")),
		),
	)
}

// lookOfFrame is what can be chosen.
func lookOfFrame(v say.Voice, voices []say.Voice, c *checkup.Checkup) app.UI {
	var languages []app.UI
	for _, other := range voices {
		languages = append(languages, app.Option().Value(other.Lang()).Lang(other.Lang()).DataSet("note", other.T("embed.note.text")).Body(ui.Text(other, "language.name")))
	}
	countries := []app.UI{app.Option().Attr("value", empty).Body(ui.Text(v, "embed.country.none"))}
	for _, code := range Countries(c.Pack) {
		countries = append(countries, app.Option().Value(code).Text(v.Pack.Get("country."+code)))
	}
	choice := func(id, label string, options ...app.UI) app.UI {
		return app.P().Body(
			app.Label().For(id).Body(ui.Text(v, label)),
			app.Select().ID(id).Attr("autocomplete", "off").Body(options...),
		)
	}
	return app.Div().Class("q choices").Role("group").Aria("label", v.T("embed.choices")).Body(
		choice("lang", "embed.lang", languages...),
		choice("page", "embed.page",
			app.Option().Value("check-up").Body(ui.Text(v, "foot.checkup")),
			app.Option().Value("ad").Body(ui.Text(v, "foot.ad")),
		),
		choice("theme", "theme.label",
			app.Option().Value("auto").Body(ui.Text(v, "theme.auto")),
			app.Option().Value("light").Body(ui.Text(v, "theme.light")),
			app.Option().Value("dark").Body(ui.Text(v, "theme.dark")),
		),
		choice("where", "embed.country", countries...),
		choice("load", "embed.load",
			app.Option().Value("near").Body(ui.Text(v, "embed.load.near")),
			app.Option().Value("click").Body(ui.Text(v, "embed.load.click")),
		),
		app.P().Class("colour").Body(
			app.Label().For("accent").Body(ui.Text(v, "embed.accent")),
			app.Input().Type("text").ID("accent").MaxLength(7).Attr("placeholder", "#0b5f6b").
				Attr("autocomplete", "off").Attr("spellcheck", "false").Attr("aria-describedby", "accent-help accent-said"),
			app.Input().Type("color").ID("pick").Value("#0b5f6b").Aria("label", v.T("embed.accent.pick")),
			app.Span().ID("accent-help").Class("help").Body(ui.Text(v, "embed.accent.help")),
		),
		app.P().ID("accent-said").Role("status").
			DataSet("shape", v.T("embed.accent.shape")).
			DataSet("light", v.T("embed.accent.light")).
			DataSet("dark", v.T("embed.accent.dark")).
			DataSet("fits", v.T("embed.accent.fits")),
	)
}

// Countries are the codes that the question about the country offers.
func Countries(p *questions.Pack) []string {
	for _, s := range p.Sections {
		for _, q := range s.Questions {
			if q.ID == say.AskCountry {
				return q.Options
			}
		}
	}
	return nil
}

// copied is a text with a button that copies it.
func copied(v say.Voice, id, text string) app.UI {
	return app.Div().Class("copied").Body(
		app.Pre().ID(id).TabIndex(0).Aria("labelledby", id+"-title").Text(text),
		app.Button().Type("button").DataSet("act", "copy").DataSet("of", id).Attr("aria-describedby", id+"-title").Body(ui.Text(v, "embed.copy")),
		app.Span().Class("quiet").Role("status").
			DataSet("done", v.T("embed.copied")).DataSet("hand", v.T("embed.copy.hand")),
	)
}

// terms lists names with what is to know about each: "<key>" and "<key>.what".
func terms(v say.Voice, keys ...string) app.UI {
	var body []app.UI
	for _, key := range keys {
		body = append(body, app.Dt().Body(ui.Text(v, key)), app.Dd().Body(ui.Text(v, key+".what")))
	}
	return app.Dl().Class("terms").Body(body...)
}
