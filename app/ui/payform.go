package ui

import (
	"slices"
	"strings"

	"bothends/questions"
	"bothends/questions/pay"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The questions about pay that depend on one another. Everything that follows
// from the country is written into the document, so that web/page.js can ask
// and propose it before the program is there: [data-where] names the countries
// that a question or a sentence is for; the options of the country carry the
// currency that is proposed with it.
const (
	askCountry  = "country"
	askCurrency = "currency"
	askAmount   = "pay_amount"
	askBasis    = "pay_basis"
	askCadre    = "cadre"
	askShares   = "shares"

	// More that an ad can answer.
	askResponsibilities = "responsibilities"
	askHours            = "contract_hours"
	askPeriod           = "pay_period"
	askExperience       = "experience_years"
)

// payRoles are the parts that answers play in what follows from the country:
// [data-pay], by which web/page.js knows their questions.
var payRoles = map[string]string{askCountry: "country", askCurrency: "currency", askBasis: "basis"}

// otherCurrencies are those of countries that the pay tables do not have
// (ISO 4217).
var otherCurrencies = map[string]string{
	"AT": "EUR", "AU": "AUD", "CH": "CHF", "IN": "INR", "IT": "EUR", "JP": "JPY", "NZ": "NZD", "PT": "EUR",
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
	if q.ID != askCadre {
		return ""
	}
	return where(t, func(c pay.Country) bool { return c.Levels })
}

// basisNotes say what the published pay of a country is, gross or net, and
// propose the same for the answer.
func basisNotes(v Voice, t *pay.Tables, q *questions.Question) []app.UI {
	if q.ID != askBasis {
		return nil
	}
	var notes []app.UI
	for _, basis := range []string{pay.Gross, pay.Net} {
		countries := where(t, func(c pay.Country) bool { return c.Basis == basis })
		notes = append(notes, app.P().Class("hint").DataSet("where", countries).DataSet("basis", basis).Body(Text(v, "pay.basis."+basis)))
	}
	return notes
}

// moneyIsOptional stands before the first question about money.
func moneyIsOptional(v Voice, q *questions.Question) []app.UI {
	if q.ID != askCountry {
		return nil
	}
	return []app.UI{app.P().Class("notice").Body(Text(v, "pay.optional"))}
}

// advised are the questions beside which the program may doubt an answer.
var advised = []string{askAmount, askCurrency, askShares}

// advicePlace is where a doubt is written. It is in the document from the
// beginning and never hidden, so that a screen reader hears what comes.
func advicePlace(q *questions.Question) []app.UI {
	if !slices.Contains(advised, q.ID) {
		return nil
	}
	return []app.UI{app.P().Class("advice").ID(q.ID + "-advice").Role("status")}
}

// payAdvice are the doubts about answers on pay, by question; "" for none.
// They change nothing and stand in nobody's way.
func (v Voice) payAdvice(t *pay.Tables, a questions.Answers) map[string]string {
	advice := make(map[string]string, len(advised))
	for _, id := range advised {
		advice[id] = ""
	}
	code, _ := a.Choice(askCountry)
	currency, _ := a.Choice(askCurrency)
	country, known := t.Country(code)
	if known && currency != "" && currency != country.Currency {
		advice[askCurrency] = v.T("pay.hint.currency", "currency", v.Pack.Get("currency."+country.Currency))
	}
	if h := t.Hint(a); h != nil {
		advice[askAmount] = v.T("pay.hint."+h.Key, "hourly", v.roughly(h.Hourly, currency), "reference", v.roughly(h.Reference, currency))
	}
	if _, shared := a.Shares(askShares); shared {
		if r := t.Compute(a); r != nil && r.Reasons[pay.ForShares] != "" {
			advice[askShares] = v.T("pay.share." + r.Reasons[pay.ForShares])
		}
	}
	return advice
}

// roughly writes an amount with cents only where they matter.
func (v Voice) roughly(x float64, currency string) string {
	if x >= 100 {
		return v.Money(x, currency, 0)
	}
	return v.Money(pay.Shown(x), currency, 2)
}

// advise writes the doubts into their places.
func (l *Live) advise() {
	if len(l.rest) > 0 {
		return // the pay tables are not read yet
	}
	doc := document()
	for id, text := range l.Voice.payAdvice(l.Checkup.Tables, l.reading.Answers) {
		place := doc.Call("getElementById", id+"-advice")
		if place.Truthy() && place.Get("textContent").String() != text {
			place.Set("textContent", text)
		}
	}
}
