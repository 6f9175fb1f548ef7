package pay

import "bothends/questions"

// Hints. They change nothing and block nothing.
const (
	LooksHourly  = "looks_hourly"  // the amount fits an hour better than the period chosen
	LooksMonthly = "looks_monthly" // ... a month
	LooksYearly  = "looks_yearly"  // ... a year
	LooksHigh    = "looks_high"    // far above the reference in every period
	LooksLow     = "looks_low"     // far below it in every period
)

// HintKeys lists the keys of hints, for translators.
func HintKeys() []string {
	return []string{LooksHourly, LooksMonthly, LooksYearly, LooksHigh, LooksLow}
}

// A Hint is a doubt about the pay as typed.
type Hint struct {
	Key       string
	Hourly    float64 // what the answers come to per paid hour
	Reference float64 // the median of the country's default occupation, hourly
}

const (
	// A month typed as a year or the other way round is wrong by 12. With real
	// pay between 0.4 and 2.5 times the reference it then lies above 4.8 or
	// below 0.21 times. The lower line is a little lower, because trainees and
	// minimum pay lie near it (7.25 against 35.94 USD is 0.20).
	timesHigh, timesLow = 4.5, 1.0 / 6

	// What another period must come to before it is named.
	likelyLow, likelyHigh = 0.4, 2.5
)

// Hint asks whether the amount was meant for another period: a monthly amount
// in the hourly field, for example. It is nil when there is nothing to doubt or
// nothing to compare with. Net and gross are not told apart here: they differ
// far less than the periods do.
func (t *Tables) Hint(a questions.Answers) *Hint {
	pay, paid := amount(a)
	period, _ := a.Choice(payPeriod)
	code, _ := a.Choice(country)
	money, _ := a.Choice(currency)
	c := t.countries[code]
	if !paid || c == nil || c.Currency != money {
		return nil
	}
	// Of two levels the one answered, else the lower one.
	_, level, _ := t.place(a)
	if level == "" && c.Levels {
		level = NonCadre
	}
	d := c.defaults[level]
	if d == nil {
		return nil
	}
	reference, reason := c.hourly(d.OccupationCode)
	if reason != "" {
		return nil
	}
	hours, hasHours := contract(a)
	own := hourlyPay(pay, period, hours)
	if period != "hour" && !hasHours || finite(own) == nil {
		return nil
	}
	if !hasHours {
		if hours = c.FullTimeWeeklyHours; hours == 0 {
			hours = 40 // only to tell an hour from a month
		}
	}
	h := &Hint{Hourly: own, Reference: reference.p50}
	switch times := own / reference.p50; {
	case times > timesHigh:
		h.Key = LooksHigh
	case times < timesLow:
		h.Key = LooksLow
	default:
		return nil
	}
	for _, other := range []struct{ period, key string }{{"hour", LooksHourly}, {"month", LooksMonthly}, {"year", LooksYearly}} {
		if times := hourlyPay(pay, other.period, hours) / reference.p50; likelyLow <= times && times <= likelyHigh {
			h.Key = other.key
		}
	}
	return h
}
