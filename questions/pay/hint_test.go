package pay_test

import (
	"slices"
	"testing"

	"bothends/questions"
	"bothends/questions/pay"
)

func TestHint(t *testing.T) {
	tables := published(t)
	tests := []struct {
		name   string
		amount float64
		period string
		money  string
		want   string
	}{
		{"an hour", 20, "hour", "USD", ""},
		{"little for an hour", 7.25, "hour", "USD", ""},
		{"much for an hour", 150, "hour", "USD", ""},
		{"a month typed as an hour", 4500, "hour", "USD", pay.LooksMonthly},
		{"a year typed as an hour", 58000, "hour", "USD", pay.LooksYearly},
		{"a year typed as a month", 58000, "month", "USD", pay.LooksYearly},
		{"a month typed as a year", 4500, "year", "USD", pay.LooksMonthly},
		{"an hour typed as a month", 20, "month", "USD", pay.LooksHourly},
		{"an hour typed as a year", 20, "year", "USD", pay.LooksHourly},
		{"cents typed as dollars", 1e9, "hour", "USD", pay.LooksHigh},
		{"thousands dropped", 0.5, "year", "USD", pay.LooksLow},
		{"another currency", 4500, "hour", "EUR", ""},
		{"currency skipped", 4500, "hour", "", ""},
	}
	seen := []string{}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := questions.Answers{"country": "US", "currency": test.money, "pay_amount": test.amount, "pay_period": test.period, "contract_hours": 40.0}
			got := ""
			if h := tables.Hint(a); h != nil {
				got = h.Key
				if h.Reference != 35.94 || !(h.Hourly > 0) {
					t.Errorf("hint %+v", h)
				}
			}
			if got != test.want {
				t.Errorf("hint %q, want %q", got, test.want)
			}
		})
		seen = append(seen, test.want)
	}
	for _, key := range pay.HintKeys() {
		if !slices.Contains(seen, key) {
			t.Errorf("no test gives %s", key)
		}
	}
}

// A person who has not come to their hours or status yet is warned all the same.
func TestHintNeedsLittle(t *testing.T) {
	a := questions.Answers{"country": "FR", "currency": "EUR", "pay_amount": 1650.0, "pay_period": "hour"}
	if h := published(t).Hint(a); h == nil || h.Key != pay.LooksMonthly {
		t.Errorf("hint %+v, want %s", h, pay.LooksMonthly)
	}
}

// None of the examples, and no plain wage of any country, is doubted.
func TestNoHintOnOrdinaryPay(t *testing.T) {
	tables := published(t)
	for _, e := range examples() {
		if h := tables.Hint(e.answers); h != nil {
			t.Errorf("%s: %+v", e.name, h)
		}
	}
	for _, m := range tables.Minimums {
		c, _ := tables.Country(m.Country)
		if c.Basis == "" || m.HourlyGross == 0 {
			continue
		}
		a := questions.Answers{"country": m.Country, "currency": m.Currency, "pay_amount": m.HourlyGross, "pay_period": "hour"}
		if h := tables.Hint(a); h != nil {
			t.Errorf("the minimum pay of %s: %+v", m.Country, h)
		}
	}
}
