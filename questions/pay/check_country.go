package pay

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// countries: one currency, one basis, one set of years.
func (c *checker) countries() {
	first := make(map[string]int)
	for i := range c.t.Benchmarks {
		b := &c.t.Benchmarks[i]
		j, seen := first[b.Country]
		if !seen {
			first[b.Country] = i
			continue
		}
		if a := &c.t.Benchmarks[j]; a.Currency != b.Currency {
			c.report(benchmarksFile, i, "two_currencies", b.Country+" has rows in "+a.Currency+" and in "+b.Currency,
				"nothing is converted: keep one currency per country", "country", b.Country)
		} else if a.GrossOrNet != b.GrossOrNet {
			c.report(benchmarksFile, i, "two_bases", b.Country+" has rows "+a.GrossOrNet+" and "+b.GrossOrNet,
				"nothing is converted: keep gross or net for a country", "country", b.Country)
		}
	}
	years := make(map[string]string)
	for _, s := range c.t.Sources {
		years[s.ID] = s.Years
	}
	shown := make(map[string]string)
	for i := range c.t.Codes {
		code := &c.t.Codes[i]
		b := c.reference(code.Country, code.OccupationCode)
		if b == nil {
			continue
		}
		if had, seen := shown[code.Country]; !seen {
			shown[code.Country] = years[b.Source]
		} else if got := years[b.Source]; got != had {
			c.report(codesFile, i, "mixed_years", code.Country+" mixes pay of "+had+" and of "+got,
				"a reference is shown with its years: use one release per country", "country", code.Country)
		}
	}
}

// reference is the row that a code of a country leads to, nil if none.
func (c *checker) reference(country, code string) *Benchmark {
	found := c.t.countries[country]
	if found == nil || found.occupations[code] == nil {
		return nil
	}
	b, _ := found.occupations[code].row()
	return b
}

func (c *checker) responsibilities() {
	for i, r := range c.t.Responsibilities {
		c.filled(responsibilitiesFile, i, "key", r.Key)
		c.shaped(responsibilitiesFile, i, "soc", r.SOC, "99-9999")
		c.shaped(responsibilitiesFile, i, "isco08", r.ISCO08, "9999")
		c.shaped(responsibilitiesFile, i, "rome", r.ROME, "A9999")
		c.filled(responsibilitiesFile, i, "reason", r.Reason)
	}
}

// codes: every responsibility leads somewhere in every country and level.
func (c *checker) codes() {
	known := make(map[string]bool)
	for _, r := range c.t.Responsibilities {
		known[r.Key] = true
	}
	have := make(map[[3]string]bool)
	for i, code := range c.t.Codes {
		have[[3]string{code.Country, code.Level, code.Key}] = true
		if !known[code.Key] {
			c.report(codesFile, i, "unknown_key", "the key "+strconv.Quote(code.Key)+" is not in responsibilities.csv",
				"correct the key, or add its row there", "key", code.Key)
		}
		c.oneOf(codesFile, i, "fit", code.Fit, FitKeys())
		c.filled(codesFile, i, "basis", code.Basis)
		c.leads(codesFile, i, code.Country, code.Level, code.OccupationCode)
	}
	for _, d := range c.t.Defaults {
		for _, r := range c.t.Responsibilities {
			if !have[[3]string{d.Country, d.Level, r.Key}] {
				where := strings.TrimSpace(d.Country + " " + d.Level)
				c.report(codesFile, wholeFile, "missing_code", "there is no row for "+r.Key+" in "+where,
					"every responsibility needs a code in every country of default_benchmark.csv, for each of its levels",
					"key", r.Key, "country", d.Country, "level", d.Level)
			}
		}
	}
}

// leads reports a code that has no usable benchmark, and a level that the
// country does not have.
func (c *checker) leads(file, row int, country, level, code string) {
	found := c.t.countries[country]
	b := c.reference(country, code)
	switch {
	case b == nil:
		c.report(file, row, "unknown_code", "the code "+strconv.Quote(code)+" of "+country+" is not in benchmarks.csv",
			"correct the code, or add its row there", "code", code, "country", country)
		return
	case b.P50 == 0:
		c.report(file, row, "no_median", "the benchmark "+code+" of "+country+" has no median", "lead to an occupation with a p50", "code", code, "country", country)
	case unitOf(b.Period) != byHour && found.FullTimeWeeklyHours == 0:
		c.report(file, row, "no_full_time_hours", "the benchmark "+code+" of "+country+" is not hourly and the country's full-time hours are not known",
			"give full_time_weekly_hours in minimum_pay.csv", "code", code, "country", country)
	}
	c.oneOf(file, row, "level", level, levelsOf(found))
}

// levelsOf lists the levels a country has: none, or the two of France.
func levelsOf(c *Country) []string {
	if c.Levels {
		return []string{NonCadre, Cadre}
	}
	return []string{""}
}

func (c *checker) defaults() {
	have := make(map[string][]string)
	for i, d := range c.t.Defaults {
		have[d.Country] = append(have[d.Country], d.Level)
		c.oneOf(defaultsFile, i, "fit", d.Fit, FitKeys())
		c.filled(defaultsFile, i, "basis", d.Basis)
		c.leads(defaultsFile, i, d.Country, d.Level, d.OccupationCode)
		b := c.reference(d.Country, d.OccupationCode)
		if b == nil {
			continue
		}
		if b.OccupationTitle != d.OccupationTitle {
			c.report(defaultsFile, i, "two_titles", "the title of "+d.OccupationCode+" is "+strconv.Quote(b.OccupationTitle)+" in benchmarks.csv",
				"give one code one title", "code", d.OccupationCode)
		}
		if b.Period != d.Period {
			c.report(defaultsFile, i, "wrong_period", "period is "+d.Period+" but the row that is used is "+b.Period,
				"the hourly row comes first, then the annual, then the monthly one", "got", d.Period, "want", b.Period)
		}
	}
	for _, code := range c.t.Countries() {
		country := c.t.countries[code]
		if country.Basis == "" {
			continue
		}
		for _, level := range levelsOf(country) {
			if !slices.Contains(have[code], level) {
				c.report(defaultsFile, wholeFile, "missing_default", "there is no row for "+strings.TrimSpace(code+" "+level),
					"every country of benchmarks.csv needs a default for each of its levels", "country", code, "level", level)
			}
		}
	}
}

func (c *checker) minimums() {
	for i, m := range c.t.Minimums {
		c.shaped(minimumsFile, i, "country", m.Country, "AA")
		c.shaped(minimumsFile, i, "currency", m.Currency, "AAA")
		c.shaped(minimumsFile, i, "valid_from", m.ValidFrom, "9999-99-99")
		c.shaped(minimumsFile, i, "looked", m.Looked, "9999-99-99")
		if m.ValidUntil != "" {
			c.shaped(minimumsFile, i, "valid_until", m.ValidUntil, "9999-99-99")
		}
		for j, other := range c.t.Minimums[:i] {
			if other.Country == m.Country && (other.holds(m.ValidFrom) || m.holds(other.ValidFrom)) {
				c.report(minimumsFile, i, "two_minimums", "two rows of "+m.Country+" hold at once, this one and "+c.t.files[minimumsFile].place(j),
					"end the older one with valid_until", "country", m.Country)
			}
		}
		c.filled(minimumsFile, i, "basis", m.Basis)
		c.filled(minimumsFile, i, "source", m.Source)
		for _, check := range m.Checks() {
			c.oneOf(minimumsFile, i, "checked", check.How, checkedHow)
			c.oneOf(minimumsFile, i, "checked", check.Part, checkedParts)
		}
		c.positive(minimumsFile, i)
		hours := m.FullTimeWeeklyHours
		if m.HourlyGross == 0 && m.MonthlyGross == 0 {
			c.report(minimumsFile, i, "no_minimum", "neither hourly_gross nor monthly_gross is given", "give one of them, or remove the row", "country", m.Country)
		}
		if hours != 0 && (hours < minFullTimeHours || hours > maxFullTimeHours) {
			c.report(minimumsFile, i, "odd_full_time_hours", "full_time_weekly_hours is "+number(hours)+", not a full-time week", "it has 30 to 48 hours",
				"got", number(hours))
		}
		if m.HourlyGross != 0 && m.MonthlyGross != 0 && hours != 0 {
			month := m.HourlyGross * hours * 52 / 12
			if math.Abs(m.MonthlyGross/month-1) > monthlyTolerance {
				c.report(minimumsFile, i, "monthly_is_not_hourly", "monthly_gross is "+number(m.MonthlyGross)+" but a month at "+number(m.HourlyGross)+
					" is "+number(math.Round(month*100)/100), "hourly_gross x full_time_weekly_hours x 52 / 12 gives the month",
					"got", number(m.MonthlyGross))
			}
		}
		country := c.t.countries[m.Country]
		if country.Currency != m.Currency {
			c.report(minimumsFile, i, "two_currencies", m.Country+" has benchmarks in "+country.Currency+" and a minimum in "+m.Currency,
				"nothing is converted: keep one currency per country", "country", m.Country)
			continue
		}
		c.belowReference(i, country)
	}
}

// belowReference reports a minimum that reaches the median of the country's
// default occupation: a monthly amount in the hourly column, most likely. Net
// references are lower than gross ones but not by so much.
func (c *checker) belowReference(row int, country *Country) {
	minimum, reason := country.minimumHourly()
	if reason != "" {
		return
	}
	for _, level := range levelsOf(country) {
		d := country.defaults[level]
		if d == nil {
			continue
		}
		pay, reason := country.hourly(d.OccupationCode)
		limit := pay.p50
		if country.Basis == Net {
			limit *= 1.5
		}
		if reason == "" && minimum >= limit {
			c.report(minimumsFile, row, "odd_minimum", "the minimum of "+number(minimum)+" an hour reaches the median of "+d.OccupationTitle+", "+
				number(pay.p50), "check the unit of both", "country", country.Code)
		}
	}
}
