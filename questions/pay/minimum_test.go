package pay_test

import (
	"testing"

	"bothends/questions"
	"bothends/questions/pay"
)

// The minimum pay is that of the day, from the first day of a new amount on.
func TestMinimumOfTheDay(t *testing.T) {
	answers := questions.Answers{"country": "DE", "currency": "EUR", "pay_amount": 20.0, "pay_period": "hour"}
	for day, want := range map[string]float64{"": 13.90, "2026-12-31": 13.90, "2027-01-01": 14.60, "2030-06-15": 14.60, "1999-01-01": 13.90} {
		tables := published(t)
		if day != "" {
			tables.SetDay(day)
		}
		r := tables.Compute(answers)
		if r.MinimumHourly == nil || pay.RoundCents(*r.MinimumHourly) != want {
			t.Errorf("on %q: %v, want %v", day, r.MinimumHourly, want)
		}
	}
}
