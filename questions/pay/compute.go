package pay

import (
	"math"
	"slices"

	"bothends/questions"
)

// The ids of the answers that Compute reads. weekly_hours are the hours really
// worked, contract_hours the paid ones, both per week.
const (
	payAmount        = "pay_amount"
	payPeriod        = "pay_period" // hour, month or year
	payBasis         = "pay_basis"  // Gross or Net; skipped, it is what the country's references are
	currency         = "currency"
	contractHours    = "contract_hours"
	weeklyHours      = "weekly_hours"
	unpaidHours      = "unpaid_hours"
	weeksOff         = "weeks_off"
	experienceYears  = "experience_years"
	responsibilities = "responsibilities"
	shares           = "shares"
	country          = "country"
	cadre            = "cadre" // yes or no
)

// Compute sets answers against the tables by the formulas (a) to (i) of
// questions/packs/pay/README.md, whose letters stand beside the code. It
// returns nil when no pay was given and nothing is ticked.
//
// It expects answers that the pack accepts; an answer out of range counts as
// skipped, a responsibility that the tables do not know as not ticked, and a
// figure that would not be a finite number is nil. people_management counts
// when ticked, because only people who lead others are asked to tick it.
func (t *Tables) Compute(a questions.Answers) *Result {
	_, paid := amount(a)
	ticked := t.ticked(a)
	if !paid && len(ticked) == 0 {
		return nil
	}
	r := &Result{Reasons: make(map[string]string)}
	r.Country, _ = a.Choice(country)
	r.Currency, _ = a.Choice(currency)

	r.ownPay(a)
	r.countJobs(a, ticked)
	r.share(a, ticked)
	t.refer(r, a)
	t.compare(r, a)
	t.minimum(r, a)
	t.title(r, a)
	if len(r.Reasons) == 0 {
		r.Reasons = nil
	}
	return r
}

// within returns a number that is an allowed answer.
func within(a questions.Answers, id string, low, high float64) (n float64, ok bool) {
	n, ok = a.Number(id)
	return n, ok && low <= n && n <= high // NaN fails both
}

func amount(a questions.Answers) (n float64, ok bool) {
	n, ok = within(a, payAmount, 0, math.MaxFloat64)
	return n, ok && n > 0
}

func contract(a questions.Answers) (hours float64, ok bool) {
	hours, ok = within(a, contractHours, 0, 168)
	return hours, ok && hours > 0
}

// ticked returns the responsibilities that are ticked and known, in the order
// of the tables, so that neither the order of ticks nor a repeated one shows.
func (t *Tables) ticked(a questions.Answers) []*Responsibility {
	keys, _ := a.Keys(responsibilities)
	if len(keys) == 0 {
		return nil
	}
	found := make([]*Responsibility, 0, len(keys))
	for i := range t.Responsibilities {
		if r := &t.Responsibilities[i]; slices.Contains(keys, r.Key) {
			found = append(found, r)
		}
	}
	return found
}

// finite is nil for what is not a number.
func finite(n float64) *float64 {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return nil
	}
	return &n
}

// set gives a figure its value, or its reason.
func (r *Result) set(figure **float64, name string, value float64, reason string) {
	if reason == "" {
		if *figure = finite(value); *figure != nil {
			return
		}
		reason = OutOfRange
	}
	r.Reasons[name] = reason
}

// hourlyPay is formula (a), stated pay per paid hour.
func hourlyPay(amount float64, period string, contract float64) float64 {
	switch period {
	case "hour":
		return amount
	case "month":
		return amount * 12 / 52 / contract
	case "year":
		return amount / 52 / contract
	}
	return math.NaN()
}

// ownPay computes (a), (f) and (g).
func (r *Result) ownPay(a questions.Answers) {
	pay, paid := amount(a)
	period, _ := a.Choice(payPeriod)
	hours, hasHours := contract(a)
	actual, hasActual := within(a, weeklyHours, 0, 168)

	var own float64
	var why string
	switch {
	case !paid:
		why = NoPay
	case period != "hour" && period != "month" && period != "year":
		why = NoPeriod
	case period != "hour" && !hasHours:
		why = NoContract
	default:
		// An amount so small that it vanishes would make a ratio of 0, which
		// the score refuses.
		if own = hourlyPay(pay, period, hours); own == 0 {
			why = OutOfRange
		}
	}
	r.set(&r.OwnHourly, "own_hourly", own, why)
	if why = r.Reasons["own_hourly"]; why != "" {
		r.Reasons["effective_hourly"] = why
		r.Reasons["unpaid_value_year"] = why
	}

	unpaid, answered := within(a, unpaidHours, 0, 168)
	if !answered && hasHours && hasActual {
		unpaid, r.UnpaidDerived = max(0, actual-hours), true
	}
	if answered || r.UnpaidDerived {
		r.UnpaidHours = &unpaid
	}
	r.week(hours, hasHours, actual, hasActual)
	if why != "" {
		return
	}

	switch { // (f): hours that are paid or given back are not lost
	case !hasHours:
		why = NoContract
	case r.UnpaidHours == nil:
		why = NoWeekly
	}
	r.set(&r.EffectiveHourly, "effective_hourly", own*hours/(hours+unpaid), why)

	off, hasOff := within(a, weeksOff, 0, 52)
	switch { // (g)
	case r.UnpaidHours == nil:
		why = NoUnpaid
	case !hasOff:
		why = NoWeeksOff
	default:
		why = ""
	}
	r.set(&r.UnpaidValueYear, "unpaid_value_year", own*unpaid*(52-off), why)
}

// week sets the hours of a week and (j), the day until which they are unpaid.
func (r *Result) week(paid float64, hasPaid bool, worked float64, hasWorked bool) {
	if hasPaid {
		r.PaidHours = &paid
	}
	var unpaid float64 // as answered: hours beyond the contract may be given back
	if r.UnpaidHours != nil && !r.UnpaidDerived {
		unpaid = *r.UnpaidHours
	}
	if !hasWorked {
		worked = 0 // it can be NaN
	}
	if hasPaid && unpaid > 0 {
		worked, hasWorked = max(worked, paid+unpaid), true
	}
	if !hasWorked || worked == 0 {
		return
	}
	r.WorkedHours = &worked
	if unpaid <= worked {
		r.FreeUntil = int(math.Ceil(365 * unpaid / worked))
	}
}

// countJobs computes (i). An answered empty list is 0 jobs; a skipped one is
// not known.
func (r *Result) countJobs(a questions.Answers, ticked []*Responsibility) {
	if _, answered := a.Keys(responsibilities); !answered {
		r.Reasons["jobs"], r.Reasons["occupations"] = NoTicks, NoTicks
		return
	}
	var jobs, occupations int
	for i, one := range ticked {
		if !slices.ContainsFunc(ticked[:i], func(r *Responsibility) bool { return r.ROME == one.ROME }) {
			jobs++
		}
		if !slices.ContainsFunc(ticked[:i], func(r *Responsibility) bool { return r.SOC == one.SOC }) {
			occupations++
		}
	}
	r.Jobs, r.Occupations = &jobs, &occupations
}

// share makes the parts with their shares s_k of (c). Shares of keys that are
// not ticked do not count, and a ticked key without a share counts 0 as soon
// as another one has a share: whoever shares out the week says where it goes.
func (r *Result) share(a questions.Answers, ticked []*Responsibility) {
	if len(ticked) == 0 {
		return
	}
	r.Parts = make([]Part, len(ticked))
	given, _ := a.Shares(shares)
	var sum, largest float64
	var missing bool
	for i, one := range ticked {
		share, has := given[one.Key]
		if !(share > 0 && share <= math.MaxFloat64) {
			share = 0
		}
		missing = missing || !has
		r.Parts[i] = Part{Key: one.Key, SOC: one.SOC, ROME: one.ROME, Share: share}
		sum += share
		largest = max(largest, share)
	}
	switch {
	case sum == 0:
		for i := range r.Parts {
			r.Parts[i].Share = 1 / float64(len(r.Parts))
		}
		if len(given) > 0 {
			r.Reasons[ForShares] = SharesZero
		}
		return
	case math.IsInf(sum, 1): // each is a number, only their sum is not
		sum = 0
		for i := range r.Parts {
			r.Parts[i].Share /= largest
			sum += r.Parts[i].Share
		}
	}
	for i := range r.Parts {
		r.Parts[i].Share /= sum
	}
	if missing {
		r.Reasons[ForShares] = SharesPartial
	}
}
