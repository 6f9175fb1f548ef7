package say

import (
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup/checkuptest"
)

func TestPayAdvice(t *testing.T) {
	c := checkuptest.Open(t)
	us := questions.Answers{"country": "US", "currency": "USD"}
	for _, tt := range []struct {
		name       string
		answers    questions.Answers
		question   string
		en, fr, de string // "" for no advice
	}{
		{"a month's pay for an hour", checkuptest.With(us, "pay_amount", 3200.0, "pay_period", "hour"), AskAmount,
			"Is that $3,200 an hour? Similar work is around $35.94. Perhaps this is the amount for one month.",
			"Cela ferait 3\u202f200\u00a0$US de l’heure\u202f?", "Sind das 3.200\u00a0US$ pro Stunde?"},
		{"a year's pay for an hour", checkuptest.With(us, "pay_amount", 58000.0, "pay_period", "hour"), AskAmount, "the amount for one year", "le montant d’un an", "der Betrag für ein Jahr"},
		{"an hour's pay for a month", checkuptest.With(us, "pay_amount", 30.0, "pay_period", "month", "contract_hours", 40.0), AskAmount,
			"Perhaps this is the amount for one hour.", "le montant d’une heure", "der Betrag für eine Stunde"},
		{"a year's pay for a month", checkuptest.With(us, "pay_amount", 58000.0, "pay_period", "month", "contract_hours", 40.0), AskAmount, "for one year", "d’un an", "für ein Jahr"},
		{"likely pay", checkuptest.With(us, "pay_amount", 58000.0, "pay_period", "year", "contract_hours", 40.0), AskAmount, "", "", ""},
		{"an hour's pay", checkuptest.With(us, "pay_amount", 30.0, "pay_period", "hour"), AskAmount, "", "", ""},
		{"no amount", us, AskAmount, "", "", ""},
		{"the currency of the country", us, AskCurrency, "", "", ""},
		{"another currency", checkuptest.With(us, "currency", "EUR"), AskCurrency, "in another currency (US dollar)", "dans une autre monnaie (Dollar américain)", "in einer anderen Währung (US-Dollar)"},
		{"a country without tables", checkuptest.With(us, "country", "JP"), AskCurrency, "", "", ""},
		{"shares that add up to nothing",
			questions.Answers{"responsibilities": []string{"video", "email"}, "shares": map[string]float64{"video": 0, "email": 0}}, askShares,
			"add up to 0, so every task counts the same", "fait 0 en tout", "ergeben zusammen 0"},
		{"shares", questions.Answers{"responsibilities": []string{"video", "email"}, "shares": map[string]float64{"video": 30, "email": 70}}, askShares, "", "", ""},
	} {
		for _, lang := range i18n.Languages() {
			want := map[string]string{"en": tt.en, "fr": tt.fr, "de": tt.de}[lang]
			got := NewVoice(c, lang).PayAdvice(c.Tables, tt.answers)[tt.question]
			if want == "" && got != "" || !strings.Contains(got, want) {
				t.Errorf("%s in %s: %q, want %q", tt.name, lang, got, want)
			}
		}
	}
}
