package page

import (
	"strings"

	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// evidencePage says of every line and figure that the site prints what it rests
// on, since when and how it was checked. It is made from the data themselves.
func evidencePage(v say.Voice, c *checkup.Checkup) app.UI {
	body := []app.UI{
		app.H1().Body(ui.Text(v, "evidence.title")),
		ui.P(v, "evidence.lead"),
		ui.H2(v, "evidence.help"),
		ui.P(v, "evidence.help.text"),
	}
	for _, h := range c.Pack.HelpLines {
		body = append(body,
			app.H3().ID(helpAnchor(h)).Text(say.CountryName(v, h.Country)),
			app.P().Text(v.T(checkedWord(h), "date", say.Month(v, h.AsOf))),
			app.Ul().Body(restsOn(h)...),
		)
	}
	return app.Main().ID("main").Class("prose").Body(body...)
}

// helpAnchor is where the page says what the lines of a country rest on.
func helpAnchor(h questions.HelpLine) string {
	if h.Country == "*" {
		return "help-other"
	}
	return "help-" + h.Country
}

// checkedWord is the key of how far the lines of a country were checked.
func checkedWord(h questions.HelpLine) string {
	if h.Checked == "own_page" {
		return "evidence.checked.own_page"
	}
	return "evidence.checked.second-hand"
}

// restsOn says what the lines of a country rest on, lines with one origin together.
func restsOn(h questions.HelpLine) []app.UI {
	var items []app.UI
	var numbers []string
	for i, l := range h.Listening {
		name := l.Number
		if l.Link != "" {
			name = strings.TrimPrefix(l.Link, "https://")
		}
		numbers = append(numbers, name)
		if i+1 < len(h.Listening) && h.Listening[i+1].Source == l.Source {
			continue
		}
		items = append(items, app.Li().Body(
			app.Span().Dir("ltr").Text(strings.Join(numbers, ", ")), app.Text(" – "), inEnglish(l.Source),
		))
		numbers = nil
	}
	return items
}
