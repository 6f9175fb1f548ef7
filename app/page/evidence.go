package page

import (
	"slices"
	"strconv"
	"strings"

	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/pay"

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
		body = append(body, app.H3().ID(helpAnchor(h)).Text(say.CountryName(v, h.Country)))
		body = append(body, basis(v, h)...)
	}
	body = append(body, minimumPay(v, c)...)
	body = append(body, publishedPay(v, c)...)
	body = append(body, lawAndPlaces(v, c)...)
	body = append(body, studies(v, c)...)
	return app.Main().ID("main").Class("prose").Body(body...)
}

// minimumPay lists every amount with its days, its source and when to look again.
func minimumPay(v say.Voice, c *checkup.Checkup) []app.UI {
	var rows []app.UI
	for _, m := range c.Tables.Minimums {
		amount := v.T("ad.per.hour", "amount", v.Money(m.HourlyGross, m.Currency, 2))
		if m.HourlyGross == 0 {
			amount = v.T("ad.per.month", "amount", v.Money(m.MonthlyGross, m.Currency, 2))
		}
		until := "–"
		if m.ValidUntil != "" {
			until = v.Day(m.ValidUntil)
		}
		rows = append(rows, app.Tr().Body(
			app.Td().Text(say.CountryName(v, m.Country)), app.Td().Text(amount),
			app.Td().Text(v.Day(m.ValidFrom)), app.Td().Text(until),
			app.Td().Text(cited(v, m.Sources())), app.Td().Text(checks(v, m)),
			app.Td().Text(v.Day(m.Looked)), app.Td().Text(say.Month(v, checkup.Later(m.Looked, checkup.YearMonths))),
		))
	}
	if _, asked := c.Pack.Question(say.AskCountry); !asked || rows == nil {
		return nil
	}
	return []app.UI{ui.H2(v, "evidence.minimum"), ui.P(v, "evidence.minimum.text"), ui.Table(v.T("evidence.minimum"), []string{
		v.T("evidence.country"), v.T("evidence.amount"), v.T("evidence.from"), v.T("evidence.until"),
		v.T("about.source"), v.T("evidence.how"), v.T("evidence.looked"), v.T("evidence.again"),
	}, rows)}
}

// checks say of each figure of a row how it was checked.
func checks(v say.Voice, m pay.Minimum) string {
	var said []string
	for _, c := range m.Checks() {
		said = append(said, v.T("evidence.part."+c.Part)+v.Colon()+v.T(checkWord(c.How)))
	}
	return strings.Join(said, v.T("letter.list"))
}

// checkWord is the key of the words for a way of checking: "official page".
func checkWord(how string) string { return "evidence.check." + strings.ReplaceAll(how, " ", "_") }

func publishedPay(v say.Voice, c *checkup.Checkup) []app.UI {
	if _, asked := c.Pack.Question(say.AskCountry); !asked {
		return nil
	}
	var rows []app.UI
	for _, s := range c.Tables.Sources {
		licence := ui.Licence(v, s)
		if licence == pay.NotConfirmed {
			licence = v.T("about.unconfirmed")
		}
		rows = append(rows, app.Tr().Body(
			app.Td().Text(s.Release), app.Td().Text(s.Years), app.Td().Text(s.Source),
			app.Td().Text(v.T(checkWord(s.Checked))), app.Td().Text(licence)))
	}
	return []app.UI{ui.H2(v, "evidence.pay"), ui.P(v, "evidence.pay.text"), ui.Table(v.T("evidence.pay"), []string{
		v.T("evidence.release"), v.T("evidence.years"), v.T("about.source"), v.T("evidence.how"), v.T("about.licence"),
	}, rows)}
}

// lawAndPlaces repeats what results say of the law of each country.
func lawAndPlaces(v say.Voice, c *checkup.Checkup) []app.UI {
	guide := c.Steps
	if len(guide.Law) == 0 {
		return nil
	}
	body := []app.UI{
		ui.H2(v, "evidence.law"),
		app.P().Text(v.T("evidence.law.text", "date", say.Month(v, guide.AsOf), "again", say.Month(v, checkup.Later(guide.AsOf, checkup.YearMonths)))),
	}
	var items []app.UI
	for _, country := range guide.Law {
		items = append(items, app.Dt().Text(say.CountryName(v, country)), app.Dd().Text(v.Pack.Get("law."+country)))
	}
	return append(body, app.Dl().Body(items...))
}

func studies(v say.Voice, c *checkup.Checkup) []app.UI {
	var rows []app.UI
	for _, s := range c.Model.Scoring.Sources {
		said := ""
		if key := "source." + s.ID; v.Pack.Has(key) {
			said = v.Pack.Get(key)
		}
		rows = append(rows, app.Tr().Body(app.Td().Lang("en").Text(s.Cite), app.Td().Text(said), app.Td().Text(v.T("method.checked."+strings.ReplaceAll(s.Checked, " ", "_")))))
	}
	return []app.UI{ui.H2(v, "evidence.studies"), ui.P(v, "evidence.studies.text"), ui.Table(v.T("evidence.studies"), []string{
		v.T("about.source"), v.T("evidence.says"), v.T("evidence.how"),
	}, rows)}
}

// basis says how the lines of a country were checked, and what they rest on.
func basis(v say.Voice, h questions.HelpLine) []app.UI {
	return []app.UI{
		app.P().Text(v.T(checkedWord(h), "date", say.Month(v, h.AsOf), "again", say.Month(v, checkup.Later(h.AsOf, checkup.HelpMonths)))),
		app.Ul().Body(restsOn(v, h)...),
	}
}

// helpAnchor is where a page is about the lines of a country.
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
func restsOn(v say.Voice, h questions.HelpLine) []app.UI {
	var items []app.UI
	var numbers []string
	lines := slices.Concat(h.Emergency, h.Listening)
	for i, l := range lines {
		name := l.Number
		if l.Link != "" {
			name = strings.TrimPrefix(l.Link, "https://")
		}
		numbers = append(numbers, name)
		if i+1 < len(lines) && slices.Equal(lines[i+1].Sources, l.Sources) {
			continue
		}
		items = append(items, app.Li().Body(
			app.Span().Dir("ltr").Text(strings.Join(numbers, ", ")), app.Text(" – "+cited(v, l.Sources)),
		))
		numbers = nil
	}
	return items
}

// cited lists texts by name and date: "RTBF 2023" and "CNA 2025-06" are in English
// "RTBF (2023) and CNA (June 2025)". The lists of other projects are called by letters.
func cited(v say.Voice, sources []string) string {
	var said []string
	for _, text := range sources {
		name, date := text, ""
		if i := strings.LastIndexByte(text, ' '); i > 0 && isDate(text[i+1:]) {
			name, date = text[:i], say.Month(v, text[i+1:])
		}
		if letter, ours := strings.CutPrefix(name, "list "); ours {
			name = v.T("evidence.list", "name", letter)
		}
		if date != "" {
			name = v.T("evidence.dated", "name", name, "date", date)
		}
		said = append(said, name)
	}
	return v.List(said)
}

// isDate reports whether text is a year of our time or a month of one.
func isDate(text string) bool {
	year, month, long := strings.Cut(text, "-")
	_, err := strconv.Atoi(year + month)
	return err == nil && len(year) == 4 && strings.HasPrefix(year, "20") && (!long || len(month) == 2)
}
