package pay_test

import (
	"math"
	"testing"

	"bothends/questions"
	"bothends/questions/pay"
)

// Hours beyond the contract that are paid or given back do not lower the rate:
// only those that are neither do.
func TestEffectivePayCountsUnpaidHoursOnly(t *testing.T) {
	tables := published(t)
	for name, tt := range map[string]struct {
		answers questions.Answers
		want    float64
		derived bool
	}{
		"a league in France: 60 hours, 35 paid, 8 unpaid": {questions.Answers{
			"country": "FR", "currency": "EUR", "pay_amount": 1850.0, "pay_period": "month", "pay_basis": "net", "cadre": "no",
			"contract_hours": 35.0, "weekly_hours": 60.0, "unpaid_hours": 8.0,
		}, 9.93, false},
		"a start-up in the US: 58 hours, 40 paid, 12 unpaid": {questions.Answers{
			"country": "US", "currency": "USD", "pay_amount": 20.0, "pay_period": "hour",
			"contract_hours": 40.0, "weekly_hours": 58.0, "unpaid_hours": 12.0,
		}, 15.38, false},
		"every hour paid or given back": {questions.Answers{
			"pay_amount": 20.0, "pay_period": "hour", "contract_hours": 40.0, "weekly_hours": 58.0, "unpaid_hours": 0.0,
		}, 20, false},
		"unpaid hours skipped: the week stands in": {questions.Answers{
			"pay_amount": 20.0, "pay_period": "hour", "contract_hours": 40.0, "weekly_hours": 50.0,
		}, 16, true},
		"unpaid hours skipped, a week shorter than the contract": {questions.Answers{
			"pay_amount": 20.0, "pay_period": "hour", "contract_hours": 40.0, "weekly_hours": 30.0,
		}, 20, true},
	} {
		r := tables.Compute(tt.answers)
		if r.EffectiveHourly == nil || math.Abs(pay.RoundCents(*r.EffectiveHourly)-tt.want) > 1e-9 || r.UnpaidDerived != tt.derived {
			t.Errorf("%s: got %v, derived %v, want %v", name, r.EffectiveHourly, r.UnpaidDerived, tt.want)
		}
	}
}
