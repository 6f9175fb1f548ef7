package ui

import (
	"regexp"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup/checkuptest"
)

func TestCurrencyOfACountry(t *testing.T) {
	c := checkuptest.Open(t)
	for country, want := range map[string]string{
		"US": "USD", "GB": "GBP", "CA": "CAD", "DE": "EUR", "FR": "EUR", "BE": "EUR", "JP": "JPY", "CH": "CHF", "ZZ": "",
	} {
		if got := currencyOf(c.Tables, country); got != want {
			t.Errorf("%s: %q, want %q", country, got, want)
		}
	}
	// Every country that can be chosen proposes a currency that can be chosen.
	countries, _ := c.Pack.Question(askCountry)
	currencies, _ := c.Pack.Question(askCurrency)
	for _, code := range countries.Options {
		currency := currencyOf(c.Tables, code)
		if !strings.Contains(strings.Join(currencies.Options, " "), currency) || currency == "" {
			t.Errorf("%s proposes %q", code, currency)
		}
	}
}

func TestFormFollowsTheCountry(t *testing.T) {
	for path, page := range rendered(t) {
		if path != "/en/" && path != "/fr/" {
			continue
		}
		for _, want := range []string{
			`<fieldset[^>]*data-where="FR"[^>]*id="cadre"|<fieldset[^>]*id="cadre"[^>]*data-where="FR"`,
			`<p [^>]*data-basis="gross"[^>]*data-where="CA DE GB US"|<p [^>]*data-where="CA DE GB US"[^>]*data-basis="gross"`,
			`<p [^>]*data-basis="net"[^>]*data-where="FR"|<p [^>]*data-where="FR"[^>]*data-basis="net"`,
			`<option[^>]*data-currency="EUR"[^>]*value="FR"|<option[^>]*value="FR"[^>]*data-currency="EUR"`,
			`id="pay_amount-advice"`, `id="currency-advice"`, `id="shares-advice"`,
		} {
			if !regexp.MustCompile(want).MatchString(page) {
				t.Errorf("%s lacks %s", path, want)
			}
		}
		if got := strings.Count(page, `name="cadre"`); got != 2 {
			t.Errorf("%s: cadre has %d inputs, want 2", path, got)
		}
	}
}

func TestPayAdvice(t *testing.T) {
	c := checkuptest.Open(t)
	us := questions.Answers{"country": "US", "currency": "USD"}
	for _, tt := range []struct {
		name     string
		answers  questions.Answers
		question string
		en, fr   string // "" for no advice
	}{
		{"a month's pay for an hour", checkuptest.With(us, "pay_amount", 3200.0, "pay_period", "hour"), askAmount,
			"Is that $3,200 an hour? Similar work is around $35.94. Perhaps this is the amount for one month.",
			"Cela ferait 3\u202f200\u00a0$US de l’heure\u202f?"},
		{"a year's pay for an hour", checkuptest.With(us, "pay_amount", 58000.0, "pay_period", "hour"), askAmount, "the amount for one year", "le montant d’un an"},
		{"an hour's pay for a month", checkuptest.With(us, "pay_amount", 30.0, "pay_period", "month", "contract_hours", 40.0), askAmount,
			"Perhaps this is the amount for one hour.", "le montant d’une heure"},
		{"a year's pay for a month", checkuptest.With(us, "pay_amount", 58000.0, "pay_period", "month", "contract_hours", 40.0), askAmount, "for one year", "d’un an"},
		{"likely pay", checkuptest.With(us, "pay_amount", 58000.0, "pay_period", "year", "contract_hours", 40.0), askAmount, "", ""},
		{"an hour's pay", checkuptest.With(us, "pay_amount", 30.0, "pay_period", "hour"), askAmount, "", ""},
		{"no amount", us, askAmount, "", ""},
		{"the currency of the country", us, askCurrency, "", ""},
		{"another currency", checkuptest.With(us, "currency", "EUR"), askCurrency, "in another currency (US dollar)", "dans une autre monnaie (Dollar américain)"},
		{"a country without tables", checkuptest.With(us, "country", "JP"), askCurrency, "", ""},
		{"shares that add up to nothing",
			questions.Answers{"responsibilities": []string{"video", "email"}, "shares": map[string]float64{"video": 0, "email": 0}}, askShares,
			"add up to 0, so every task counts the same", "fait 0 en tout"},
		{"shares", questions.Answers{"responsibilities": []string{"video", "email"}, "shares": map[string]float64{"video": 30, "email": 70}}, askShares, "", ""},
	} {
		for _, lang := range i18n.Languages {
			want := map[string]string{"en": tt.en, "fr": tt.fr}[lang]
			got := NewVoice(c, lang).payAdvice(c.Tables, tt.answers)[tt.question]
			if want == "" && got != "" || !strings.Contains(got, want) {
				t.Errorf("%s in %s: %q, want %q", tt.name, lang, got, want)
			}
		}
	}
}
