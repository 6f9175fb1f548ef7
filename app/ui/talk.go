package ui

import (
	"strings"

	"bothends/questions"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// talk is "I need to talk to someone now": on every page, without a script all
// countries, with one the country chosen.
func talk(v Voice, p *questions.Pack) app.UI {
	var entries []app.UI
	for _, line := range p.HelpLines {
		entries = append(entries, app.Div().DataSet("country", line.Country).Body(
			app.H3().Text(countryName(v, line.Country)),
			helpLine(v, line),
		))
	}
	return app.Details().ID("talk").Class("talk").Body(
		Summary(v, "talk"),
		P(v, "talk.intro"),
		app.P().Class("choose").Body(
			app.Label().For("talk-country").Body(Text(v, "talk.country")),
			// web/page.js fills it with the names below: without a script it is hidden.
			app.Select().ID("talk-country").Attr("autocomplete", "off").DataSet("usual", v.T("language.country")),
		),
		app.Div().Body(entries...),
	)
}

func countryName(v Voice, code string) string {
	if code == "*" {
		return v.Pack.Get("country.other")
	}
	return v.Pack.Get("country." + code)
}

// helpLine lists what a person in one country can call, write to or open, with
// the date of the entry.
func helpLine(v Voice, h questions.HelpLine) app.UI {
	var items []app.UI
	if len(h.Emergency) > 0 {
		items = append(items, app.Li().Body(lines(v, v.T("talk.emergency"), h.Emergency)...))
	}
	for _, line := range h.Listening {
		items = append(items, app.Li().Body(lines(v, "", []questions.Line{line})...))
	}
	return app.Div().Class("lines").Body(
		app.Ul().Body(items...),
		Small(v, "talk.dated", "date", date(v, h.AsOf)),
	)
}

// lines writes numbers as links that call or write, as the line is reached; some
// that take a text message say which word to send.
func lines(v Voice, label string, lines []questions.Line) []app.UI {
	var out []app.UI
	if label != "" {
		out = append(out, app.Text(label+" "))
	}
	for i, l := range lines {
		if i > 0 {
			out = append(out, app.Text(v.T("talk.or")))
		}
		switch {
		case l.Link != "":
			out = append(out, app.A().Href(l.Link).Rel("noopener noreferrer").Target("_blank").
				Text(strings.TrimPrefix(l.Link, "https://")))
		case l.Text != "":
			out = append(out, app.Text(v.T("talk.text", "word", l.Text)), number(l.Number, "sms:"))
		case !l.Takes(questions.ByCall):
			out = append(out, number(l.Number, "sms:"))
		default:
			out = append(out, number(l.Number, "tel:"))
			if l.Takes(questions.ByText) {
				out = append(out, app.Text(v.T("talk.or_text")), number(l.Number, "sms:"))
			}
		}
		if l.Word != "" {
			out = append(out, app.Text(" – "+v.Pack.Get(l.Word)))
		}
	}
	return out
}

func number(n, scheme string) app.UI {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, n)
	return app.A().Class("number").Href(scheme + digits).Text(n)
}

// date writes 2026-11-23 as "November 2026".
func date(v Voice, iso string) string {
	if len(iso) < 7 {
		return iso
	}
	return v.T("month."+iso[5:7]) + " " + iso[:4]
}
