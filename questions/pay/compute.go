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
	if why != "" {
		return
	}

	switch { // (f)
	case !hasHours:
		why = NoContract
	case !hasActual:
		why = NoWeekly
	}
	r.set(&r.EffectiveHourly, "effective_hourly", own*hours/max(hours, actual), why)

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

// quartiles are the hourly pay of one occupation; 0 is not published.
type quartiles struct{ p25, p50, p75 float64 }

// hourly is ref_h of (b) for the occupation code; reason is empty or a key.
func (c *Country) hourly(code string) (pay quartiles, reason string) {
	o := c.occupations[code]
	if o == nil {
		return quartiles{}, NoBenchmark
	}
	b, unit := o.row()
	hours := 52 * c.FullTimeWeeklyHours
	perHour := func(n float64) float64 {
		switch unit {
		case byYear:
			return n / hours
		case byMonth:
			return n * 12 / hours
		}
		return n
	}
	switch {
	case b.P50 == 0:
		return quartiles{}, NoBenchmark
	case unit != byHour && hours == 0:
		return quartiles{}, NoFullTime
	}
	return quartiles{perHour(b.P25), perHour(b.P50), perHour(b.P75)}, ""
}

// adjusted is adj of (d) with the step that was taken. years is nil when not
// answered.
func (q quartiles) adjusted(years *float64) (pay float64, step string) {
	switch {
	case years == nil || q.p25 == 0 || q.p75 == 0:
	case *years < 3:
		return (q.p25 + q.p50) / 2, StepStarting
	case *years >= 8:
		return (q.p50 + q.p75) / 2, StepExperienced
	}
	return q.p50, StepMedian
}

// refer computes the references and the band of (b), (c) and (d).
func (t *Tables) refer(r *Result, a questions.Answers) {
	c, level, why := t.place(a)
	var years *float64
	if n, ok := within(a, experienceYears, 0, 60); ok {
		years = &n
	}
	var roleWhy, bandWhy, defaultWhy string
	var role, low, high, plain float64
	if c != nil {
		r.Basis = c.Basis
		for i := range r.Parts {
			p := &r.Parts[i]
			code := c.codes[levelKey{level, p.Key}]
			if code == nil {
				roleWhy = NoBenchmark
				continue
			}
			p.Code, p.Fit, p.Basis = code.OccupationCode, code.Fit, code.Basis
			pay, reason := t.fill(r, p, c, years)
			if reason != "" {
				roleWhy = reason
				continue
			}
			// The conversions keep arm64 from fusing multiply and add, so that
			// every machine gives the same digits.
			role += float64(p.Share * *p.Reference)
			low += float64(p.Share * pay.p25)
			high += float64(p.Share * pay.p75)
			if pay.p25 == 0 || pay.p75 == 0 {
				bandWhy = NoBand
			}
		}
		defaultWhy = NoBenchmark
		if d := c.defaults[level]; d != nil {
			p := &Part{Share: 1, Code: d.OccupationCode, Fit: d.Fit, Basis: d.Basis}
			if _, defaultWhy = t.fill(r, p, c, years); defaultWhy == "" {
				plain = *p.Reference
				r.Default = p
			}
		}
	}
	if r.Step == "" && c != nil {
		r.Step = StepMedian
	}
	if len(r.Parts) == 0 {
		roleWhy = NoTicks
	}
	roleWhy = first(why, roleWhy)
	bandWhy = first(roleWhy, bandWhy)
	r.set(&r.ReferenceHourly, "reference_hourly", role, roleWhy)
	r.set(&r.BandLow, "band_low", low, bandWhy)
	r.set(&r.BandHigh, "band_high", high, bandWhy)
	r.set(&r.ReferenceDefaultHourly, "reference_default_hourly", plain, first(why, defaultWhy))
}

// first returns the first reason that is not empty.
func first(reasons ...string) string {
	for _, reason := range reasons {
		if reason != "" {
			return reason
		}
	}
	return ""
}

// place finds the country and level of the references. The country comes with
// a reason when its figures cannot stand beside the person's: nothing is
// converted.
func (t *Tables) place(a questions.Answers) (c *Country, level, reason string) {
	code, ok := a.Choice(country)
	if !ok || code == "" {
		return nil, "", NoCountry
	}
	c = t.countries[code]
	if c == nil || c.Basis == "" {
		return nil, "", NoBenchmarks
	}
	if money, ok := a.Choice(currency); ok && money != "" && money != c.Currency {
		reason = OtherMoney
	}
	if !c.Levels {
		return c, "", reason
	}
	switch status, _ := a.Choice(cadre); status {
	case "yes":
		return c, Cadre, reason
	case "no":
		return c, NonCadre, reason
	}
	return nil, "", first(reason, NoCadre)
}

// fill completes a part that has its code, and notes its years and its step.
func (t *Tables) fill(r *Result, p *Part, c *Country, years *float64) (pay quartiles, reason string) {
	pay, reason = c.hourly(p.Code)
	if reason != "" {
		return pay, reason
	}
	reference, step := pay.adjusted(years)
	if p.Reference = finite(reference); p.Reference == nil {
		return pay, OutOfRange
	}
	if step != StepMedian {
		r.Step = step
	}
	b, _ := c.occupations[p.Code].row()
	p.Title = b.OccupationTitle
	if p.Source = t.source(b.Source); p.Source != nil {
		r.Years = p.Source.Years
	}
	return pay, ""
}

func (t *Tables) source(id string) *Source {
	for i := range t.Sources {
		if t.Sources[i].ID == id {
			return &t.Sources[i]
		}
	}
	return nil
}

// compare computes (e), the verdicts and the gaps.
func (t *Tables) compare(r *Result, a questions.Answers) {
	r.RatioRole, r.Verdict, r.GapYear = r.against(a, "ratio", r.ReferenceHourly, r.Reasons["reference_hourly"])
	r.RatioDefault, r.VerdictDefault, r.GapYearDefault = r.against(a, "ratio_default", r.ReferenceDefaultHourly, r.Reasons["reference_default_hourly"])
	if r.Ratio() != nil {
		delete(r.Reasons, "ratio") // with nothing ticked, the plain title stands in
	}
}

// against sets own pay against one reference.
func (r *Result) against(a questions.Answers, name string, reference *float64, why string) (ratio *float64, verdict string, gap *float64) {
	why = first(r.Reasons["own_hourly"], why)
	if why == "" {
		switch basis, _ := a.Choice(payBasis); {
		case r.Currency == "":
			why = NoCurrency
		case r.Basis == Gross && basis == Net:
			why = NetForGross
		case r.Basis == Net && basis == Gross:
			why = GrossForNet
		}
	}
	var quotient float64
	if why == "" {
		if quotient = *r.OwnHourly / *reference; quotient == 0 {
			why = OutOfRange
		}
	}
	if r.set(&ratio, name, quotient, why); ratio == nil {
		return nil, "", nil
	}
	switch {
	case RoundCents(*ratio) >= 1:
		verdict = NoGap
	case r.BandLow == nil:
		verdict = BelowReference
	case RoundCents(*r.OwnHourly) >= RoundCents(*r.BandLow):
		verdict = InsideBand
	default:
		verdict = BelowBand
	}
	if hours, ok := contract(a); ok {
		gap = finite((*r.OwnHourly - *reference) * hours * 52)
	}
	return ratio, verdict, gap
}

// RoundCents rounds an amount or a ratio to the two decimals that a page shows
// [F14]. Verdicts follow what is shown, as in [F11], so that no page calls 1.00 a
// gap.
func RoundCents(n float64) float64 { return questions.Round(n, 2) }

// Shown is the name of before, for callers that still have it.
func Shown(n float64) float64 { return RoundCents(n) }

// minimumHourly is (h).
func (c *Country) minimumHourly() (pay float64, reason string) {
	switch m := c.minimum; {
	case m == nil:
		return 0, NoMinimum
	case m.HourlyGross != 0:
		return m.HourlyGross, ""
	case m.MonthlyGross == 0:
		return 0, NoMinimum
	case c.FullTimeWeeklyHours == 0:
		return 0, NoFullTime
	default:
		return m.MonthlyGross * 12 / (52 * c.FullTimeWeeklyHours), ""
	}
}

// minimum computes (h) and its comparison.
func (t *Tables) minimum(r *Result, a questions.Answers) {
	c := t.countries[r.Country]
	var pay float64
	var why string
	switch {
	case r.Country == "":
		why = NoCountry
	case c == nil:
		why = NoMinimum
	case r.Currency != "" && r.Currency != c.Currency:
		why = OtherMoney
	default:
		pay, why = c.minimumHourly()
	}
	r.set(&r.MinimumHourly, "minimum_hourly", pay, why)
	if c == nil || c.minimum == nil {
		return
	}
	check := &MinimumCheck{Row: c.minimum, Reason: r.Reasons["minimum_hourly"]}
	r.Minimum = check
	if check.Reason != "" {
		return
	}
	basis, stated := a.Choice(payBasis)
	switch {
	case r.OwnHourly == nil:
		check.Reason = r.Reasons["own_hourly"]
	case r.Currency == "":
		check.Reason = NoCurrency
	case basis == Net:
		check.Reason = NetForGross
	case !stated && c.Basis == Net:
		// Where people are asked for net pay, an amount without a word is as
		// likely net, and would look as if it broke the law.
		check.Reason = NoBasis
	}
	if check.Reason != "" {
		r.Reasons[ForComparison] = check.Reason
		return
	}
	below := func(n *float64) *bool {
		if n == nil {
			return nil
		}
		is := RoundCents(*n) < RoundCents(*r.MinimumHourly)
		return &is
	}
	check.OwnBelow, check.EffectiveBelow = below(r.OwnHourly), below(r.EffectiveHourly)
}

func (t *Tables) title(r *Result, a questions.Answers) {
	if years, ok := within(a, experienceYears, 0, 60); ok {
		r.Title = &TitleCheck{Years: years, Short: years <= usualManagerYears, Managers: t.managers}
	}
}
