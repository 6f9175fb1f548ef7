package page

import (
	"slices"
	"strings"

	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions"
	"bothends/questions/pay"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// payRoles are the parts that answers play in what follows from the country:
// [data-pay], by which web/page.js knows their questions.
var payRoles = map[string]string{say.AskCountry: "country", say.AskCurrency: "currency", say.AskBasis: "basis"}

// otherCurrencies are those of countries that the pay tables do not have
// (ISO 4217).
var otherCurrencies = map[string]string{
	"AT": "EUR", "BE": "EUR", "CH": "CHF", "IN": "INR", "IT": "EUR", "JP": "JPY", "NZ": "NZD", "PT": "EUR",
}

// currencyOf is the currency that is proposed with a country, "" for none.
func currencyOf(t *pay.Tables, country string) string {
	if c, known := t.Country(country); known {
		return c.Currency
	}
	return otherCurrencies[country]
}

// where lists the countries that have a trait, for [data-where].
func where(t *pay.Tables, has func(pay.Country) bool) string {
	var codes []string
	for _, code := range t.Countries() {
		if c, _ := t.Country(code); has(c) {
			codes = append(codes, code)
		}
	}
	return strings.Join(codes, " ")
}

// whereAsked is where for a whole question; "" stands for everywhere.
func whereAsked(t *pay.Tables, q *questions.Question) string {
	if q.ID != say.AskCadre {
		return ""
	}
	return where(t, func(c pay.Country) bool { return c.Levels })
}

// basisNotes say what the published pay of a country is, gross or net, and
// propose the same for the answer.
func basisNotes(v say.Voice, t *pay.Tables, q *questions.Question) []app.UI {
	if q.ID != say.AskBasis {
		return nil
	}
	var notes []app.UI
	for _, basis := range []string{pay.Gross, pay.Net} {
		countries := where(t, func(c pay.Country) bool { return c.Basis == basis })
		notes = append(notes, app.P().Class("hint").DataSet("where", countries).DataSet("basis", basis).Body(ui.Text(v, "pay.basis."+basis)))
	}
	return notes
}

// moneyIsOptional stands before the first question about money.
func moneyIsOptional(v say.Voice, q *questions.Question) []app.UI {
	if q.ID != say.AskCountry {
		return nil
	}
	return []app.UI{app.P().Class("notice").Body(ui.Text(v, "pay.optional"))}
}

// doubtPlace is where the program asks whether a number is right. That it is right
// is part of the form, so that it is kept with the answers of this tab.
func doubtPlace(v say.Voice, q *questions.Question) []app.UI {
	advice := q.ID + "-advice"
	yes := app.Input().Type("checkbox").Name("sure."+q.ID).Attr("value", "yes").Attr("aria-describedby", advice)
	return []app.UI{
		app.P().Class("advice").ID(advice).Role("status"),
		app.Div().Class("sure").ID(q.ID+"-sure").Hidden(true).Body(
			app.Label().Class("option").Body(yes, ui.Text(v, "doubt.yes")),
			app.Button().Type("button").DataSet("act", "instead").Attr("aria-describedby", advice).Hidden(true),
		),
	}
}

// advicePlace is where advice is written. It is in the document from the
// beginning and never hidden, so that a screen reader hears what comes.
func advicePlace(q *questions.Question) []app.UI {
	if !slices.Contains(say.Advised, q.ID) {
		return nil
	}
	return []app.UI{app.P().Class("advice").ID(q.ID + "-advice").Role("status")}
}
