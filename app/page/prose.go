package page

import (
	"strconv"
	"strings"

	"bothends/app/say"
	"bothends/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// prosePage is a page of words alone: "<name>.title", then "<name>.1.title",
// "<name>.1.text" and so on.
func prosePage(v say.Voice, name string) app.UI {
	return app.Main().ID("main").Class("prose").Body(prose(v, name)...)
}

func prose(v say.Voice, name string) []app.UI {
	body := []app.UI{app.H1().Body(ui.Text(v, name+".title"))}
	for n := 1; v.Has(name + "." + strconv.Itoa(n) + ".title"); n++ {
		key := name + "." + strconv.Itoa(n)
		body = append(body, ui.H2(v, key+".title"))
		body = append(body, ui.Paragraphs(v, key+".text")...)
	}
	return body
}

// sources are the bodies whose figures or facts are used, with the licence as
// far as it is known.
var sources = []struct{ name, licence string }{
	{"BLS, Occupational Employment and Wage Statistics, May 2025; Occupational Outlook Handbook", "US public domain"},
	{"ONS, Annual Survey of Hours and Earnings; SOC 2020", "Open Government Licence v3.0"},
	{"ESDC, Job Bank wages", "Open Government Licence – Canada"},
	{"O*NET 29.3 (US Department of Labor)", "CC BY 4.0"},
	{"ROME 4.0 (France Travail)", "Licence Ouverte"},
	{"Statistisches Bundesamt (Destatis)", "dl-de/by-2-0"},
	{"ESCO (European Commission)", "Decision 2011/833/EU"},
	{"Dares, Insee, Eurostat, GOV.UK, Urssaf", ""},
}

func aboutPage(v say.Voice, facts Facts) app.UI {
	var rows, modules []app.UI
	for _, s := range sources {
		licence := inEnglish(s.licence)
		if s.licence == "" {
			licence = ui.Text(v, "about.unconfirmed")
		}
		rows = append(rows, app.Tr().Body(app.Td().Body(inEnglish(s.name)), app.Td().Body(licence)))
	}
	for _, m := range facts.Modules {
		modules = append(modules, app.Tr().Body(
			app.Td().Body(inEnglish(m.Path)), app.Td().Text(m.Version), app.Td().Body(inEnglish(m.License))))
	}
	body := prose(v, "about")
	body = append(body,
		app.P().Text(v.T("about.version")+" "+facts.Version),
		installBox(v),
		app.P().Body(app.A().Href(v.Address("group")).Body(ui.Text(v, "history.group"))),
		app.P().Body(app.A().Href(v.Address("embed")).Body(ui.Text(v, "about.embed"))),
		app.P().Body(app.A().Href(v.Address("hosts")).Body(ui.Text(v, "about.hosts"))),
		app.P().Body(app.A().Href(v.Address("accessibility")).Body(ui.Text(v, "about.access"))),
		ui.H2(v, "about.sources"),
		ui.Table(v.T("about.sources.caption"), []string{v.T("about.source"), v.T("about.licence")}, rows),
		ui.H2(v, "about.modules"),
		ui.Table(v.T("about.modules.caption"), []string{v.T("about.module"), v.T("about.version"), v.T("about.licence")}, modules),
	)
	return app.Main().ID("main").Class("prose").Body(body...)
}

// installBox is shown where a browser offers to install the site, or can be told how
// (web/install.js).
func installBox(v say.Voice) app.UI {
	return app.Div().DataSet("install", "true").Hidden(true).Body(
		ui.P(v, "about.install.what"),
		app.Button().Type("button").DataSet("act", "install").Hidden(true).Body(ui.Text(v, "about.install")),
		app.P().DataSet("ios", "true").Hidden(true).Body(ui.Text(v, "about.install.ios")),
		app.P().Role("status").DataSet("done", v.T("about.install.done")),
	)
}

// awayPage is where "leave now" leads: a dull table that anybody could have
// open at work. It says nothing of this site and works offline.
func awayPage(v say.Voice) app.UI {
	var rows []app.UI
	for m := 5; m <= 60; m += 5 {
		rows = append(rows, app.Tr().Body(
			app.Td().Text(strconv.Itoa(m)),
			app.Td().Text(v.Number(float64(m)/60, 2)),
		))
	}
	return app.Div().Class("frame").Body(app.Main().ID("main").Body(
		app.H1().Body(ui.Text(v, "page.away.title")),
		ui.Table(v.T("page.away.description"), []string{v.T("away.minutes"), v.T("away.hours")}, rows),
	))
}

// missingPage stands for addresses that do not exist, in every language.
func missingPage(voices []say.Voice) app.UI {
	var parts []app.UI
	for _, v := range voices {
		parts = append(parts, app.Div().Lang(v.Lang()).Dir(v.T("language.direction")).Body(
			app.P().Text(v.T("missing")),
			app.P().Body(app.A().Href(v.Address("checkup")).Text(v.T("missing.back"))),
		))
	}
	return app.Div().Class("frame").Body(app.Main().ID("main").Body(
		append([]app.UI{app.H1().Text(strings.ReplaceAll(voices[0].T("page.missing.title"), " – ", " · "))}, parts...)...,
	))
}

// unkeptPage stands for what is not kept on the device while there is no network, in
// every language. web/unkept.js leaves the one that was asked for.
func unkeptPage(voices []say.Voice) app.UI {
	var parts, links []app.UI
	for _, v := range voices {
		parts = append(parts, app.Div().Lang(v.Lang()).Dir(v.T("language.direction")).Body(
			app.H1().Text(v.T("unkept.title")),
			app.P().Text(v.T("unkept.text")),
			app.P().Text(v.T("unkept.links")),
		))
		links = append(links, app.Li().Body(app.A().Href(v.Address("checkup")).Lang(v.Lang()).Attr("hreflang", v.Lang()).Text(v.T("missing.back"))))
	}
	return app.Div().Class("frame").Body(app.Main().ID("main").Body(append(parts, app.Ul().Body(links...))...))
}
