package page

import (
	"regexp"
	"strings"
	"testing"

	"bothends/app/say"
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
	countries, _ := c.Pack.Question(say.AskCountry)
	currencies, _ := c.Pack.Question(say.AskCurrency)
	for _, code := range countries.Options {
		currency := currencyOf(c.Tables, code)
		if !strings.Contains(strings.Join(currencies.Options, " "), currency) || currency == "" {
			t.Errorf("%s proposes %q", code, currency)
		}
	}
}

func TestFormFollowsTheCountry(t *testing.T) {
	for path, page := range rendered(t) {
		if path != "/en/" && path != "/fr/" && path != "/de/" {
			continue
		}
		for _, want := range []string{
			`<fieldset[^>]*data-where="FR"[^>]*id="cadre"|<fieldset[^>]*id="cadre"[^>]*data-where="FR"`,
			`<p [^>]*data-basis="gross"[^>]*data-where="CA DE GB NL US"|<p [^>]*data-where="CA DE GB NL US"[^>]*data-basis="gross"`,
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
