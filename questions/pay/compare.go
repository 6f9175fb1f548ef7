package pay

import "bothends/questions"

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
