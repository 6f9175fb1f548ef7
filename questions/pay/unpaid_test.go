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

// If all unpaid hours stood at the start of the year, work for nothing would end on
// this day. 24 February is day 55.
func TestFreeUntil(t *testing.T) {
	tables := published(t)
	for name, tt := range map[string]struct {
		contract, weekly, unpaid any
		worked                   float64 // 0: not known
		day                      int
	}{
		"40 paid, 7 on top":                           {40.0, nil, 7.0, 47, 55},
		"58 worked, 12 unpaid":                        {nil, 58.0, 12.0, 58, 76},
		"more worked than paid and unpaid":            {40.0, 58.0, 12.0, 58, 76},
		"fewer worked than paid and unpaid":           {40.0, 45.0, 12.0, 52, 85},
		"a fifth of the year, to the day":             {40.0, 50.0, 10.0, 50, 73},
		"a quarter of an hour":                        {40.0, nil, 0.25, 40.25, 3},
		"nothing is paid":                             {nil, 40.0, 40.0, 40, 365},
		"no unpaid hours":                             {40.0, 40.0, 0.0, 40, 0},
		"not answered: extra hours may be given back": {40.0, 58.0, nil, 58, 0},
		"more unpaid than worked cannot be":           {nil, 10.0, 40.0, 10, 0},
		"hours worked are not known":                  {nil, nil, 12.0, 0, 0},
		"no hours at all":                             {nil, 0.0, 0.0, 0, 0},
	} {
		a := questions.Answers{"responsibilities": []string{"video"}}
		for id, n := range map[string]any{"contract_hours": tt.contract, "weekly_hours": tt.weekly, "unpaid_hours": tt.unpaid} {
			if n != nil {
				a[id] = n
			}
		}
		r := tables.Compute(a)
		var worked float64
		if r.WorkedHours != nil {
			worked = *r.WorkedHours
		}
		if worked != tt.worked || r.FreeUntil != tt.day {
			t.Errorf("%s: got %v hours worked, day %d, want %v, day %d", name, worked, r.FreeUntil, tt.worked, tt.day)
		}
	}
}
