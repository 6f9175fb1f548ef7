package pay

import "bothends/questions"

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
