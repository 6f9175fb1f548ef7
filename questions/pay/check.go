package pay

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
)

const (
	// The Bureau of Labor Statistics multiplies the hourly wage by a year of
	// 2,080 hours. It publishes hourly wages to the cent and annual ones to 10
	// dollars, so the two may differ by half a cent times 2,080 plus 5 dollars.
	yearHoursUS    = 2080
	yearRoundingUS = 0.005*yearHoursUS + 5

	// A monthly minimum is the hourly one times the hours of a month; the
	// sources round one or both of them to whole euros.
	monthlyTolerance = 0.005

	// Legal and usual full-time weeks in Europe and North America lie well
	// inside these hours.
	minFullTimeHours, maxFullTimeHours = 30, 48

	// Four published percentages with one decimal each.
	percentRounding = 0.3
)

// Check proves the tables: everything a yearly refresh can break. It lists all
// problems, rule by rule. Tables without problems let Compute work for every
// country, level and responsibility they name.
func (t *Tables) Check() []questions.Problem {
	c := checker{t: t}
	c.rowsAreNamedOnce()
	c.sources()
	c.benchmarks()
	c.occupations()
	c.countries()
	c.responsibilities()
	c.codes()
	c.defaults()
	c.minimums()
	c.experience()
	return c.problems
}

type checker struct {
	t        *Tables
	problems []questions.Problem
}

// report adds a problem of a row; pairs are the names and values of Args.
func (c *checker) report(file, row int, code, message, hint string, pairs ...string) {
	var args map[string]string
	for i := 0; i+1 < len(pairs); i += 2 {
		if args == nil {
			args = make(map[string]string)
		}
		args[pairs[i]] = pairs[i+1]
	}
	place := layouts[file].name
	if row >= 0 {
		place = c.t.files[file].place(row)
	}
	c.problems = append(c.problems, questions.Problem{Path: place, Code: code, Args: args, Message: message, Hint: hint})
}

// wholeFile as a row puts a problem on the file.
const wholeFile = -1

// filled reports an empty cell that must not be.
func (c *checker) filled(file, row int, column, text string) {
	if strings.TrimSpace(text) == "" {
		c.report(file, row, "empty_cell", column+" is empty", "every row says where it comes from and what it is", "column", column)
	}
}

// shaped reports a cell that does not look like pattern, in which 9 stands for
// a digit, A for a capital and anything else for itself.
func (c *checker) shaped(file, row int, column, text, pattern string) {
	if !looksLike(text, pattern) {
		c.report(file, row, "wrong_shape", column+" is "+strconv.Quote(text)+", not of the form "+pattern, "9 stands for a digit, A for a capital",
			"column", column, "got", text)
	}
}

func looksLike(text, pattern string) bool {
	if len(text) != len(pattern) {
		return false
	}
	for i := range len(pattern) {
		got := text[i]
		switch want := pattern[i]; {
		case want == '9' && '0' <= got && got <= '9', want == 'A' && 'A' <= got && got <= 'Z':
		case want == '9', want == 'A', want != got:
			return false
		}
	}
	return true
}

// oneOf reports a word that is not among the allowed ones.
func (c *checker) oneOf(file, row int, column, text string, allowed []string) {
	if slices.Contains(allowed, text) {
		return
	}
	hint := "leave the cell empty"
	if words := strings.Join(allowed, ", "); words != "" {
		hint = "write one of: " + words
	}
	c.report(file, row, "unknown_word", column+" is "+strconv.Quote(text)+", which is not known here", hint, "column", column, "got", text)
}

// positive reports a number that is written out and is 0: an empty cell is how
// these files say "not published".
func (c *checker) positive(file, row int) {
	f := &c.t.files[file]
	for _, i := range f.numbers {
		if n, written := parseNumber(f.rows[row][i]); written && n == 0 {
			c.report(file, row, "not_positive", f.columns[i]+" is "+f.rows[row][i]+", not above 0", "leave the cell empty when the source does",
				"column", f.columns[i])
		}
	}
}

// rowsAreNamedOnce reports empty files and rows that repeat the key of another.
func (c *checker) rowsAreNamedOnce() {
	for i := range c.t.files {
		f := &c.t.files[i]
		if len(f.rows) == 0 {
			c.report(i, wholeFile, "no_rows", "the file has no rows", "a refresh must not lose a table")
		}
		first := make(map[string]int)
		for row := range f.rows {
			name := f.rowName(row)
			if earlier, seen := first[name]; seen {
				c.report(i, row, "repeated_row", "the row "+name+" stands in line "+strconv.Itoa(f.lines[earlier])+" already",
					"keep one of the two", "row", name)
				continue
			}
			first[name] = row
		}
	}
}

// sources: known how far checked, dated, licensed, used.
func (c *checker) sources() {
	used := make(map[string]bool)
	for i := range c.t.Benchmarks {
		used[c.t.Benchmarks[i].Source] = true
	}
	for i, s := range c.t.Sources {
		for _, cell := range [][2]string{{"id", s.ID}, {"classification", s.Classification}, {"release", s.Release},
			{"licence", s.Licence}, {"source", s.Source}} {
			c.filled(sourcesFile, i, cell[0], cell[1])
		}
		c.oneOf(sourcesFile, i, "checked", s.Checked, []string{"official file", "extract"})
		if !looksLike(s.Years, "9999") && !looksLike(s.Years, "9999-9999") {
			c.report(sourcesFile, i, "wrong_shape", "years is "+strconv.Quote(s.Years)+", not one year or two",
				"write the years the figures are about, like 2025 or 2017-2019", "column", "years", "got", s.Years)
		}
		if s.ID != "" && !used[s.ID] {
			c.report(sourcesFile, i, "unused_source", "no benchmark uses the source "+s.ID, "remove it, or name it in benchmarks.csv", "source", s.ID)
		}
	}
}

// benchmarks: each row by itself.
func (c *checker) benchmarks() {
	known := make(map[string]bool)
	for _, s := range c.t.Sources {
		known[s.ID] = true
	}
	for i := range c.t.Benchmarks {
		b := &c.t.Benchmarks[i]
		c.shaped(benchmarksFile, i, "country", b.Country, "AA")
		c.shaped(benchmarksFile, i, "currency", b.Currency, "AAA")
		c.filled(benchmarksFile, i, "occupation_code", b.OccupationCode)
		c.filled(benchmarksFile, i, "occupation_title", b.OccupationTitle)
		c.positive(benchmarksFile, i)
		if !known[b.Source] {
			c.report(benchmarksFile, i, "unknown_source", "the source "+strconv.Quote(b.Source)+" is not in sources.csv",
				"every row names the table it was read in", "source", b.Source)
		}
		for _, p := range periods {
			if p.key == b.Period && p.basis != b.GrossOrNet {
				c.report(benchmarksFile, i, "wrong_basis", "gross_or_net is "+strconv.Quote(b.GrossOrNet)+" but the period is "+b.Period,
					"write "+p.basis+", or another period", "got", b.GrossOrNet, "want", p.basis)
			}
		}
		var last float64
		var lastName string
		for _, q := range []struct {
			name  string
			value float64
		}{{"p10", b.P10}, {"p25", b.P25}, {"p50", b.P50}, {"p75", b.P75}, {"p90", b.P90}} {
			if q.value == 0 {
				continue
			}
			if q.value < last {
				c.report(benchmarksFile, i, "percentiles_out_of_order", q.name+" is "+number(q.value)+", below "+lastName+", which is "+number(last),
					"compare the row with its source", "column", q.name, "got", number(q.value), "min", number(last))
			}
			last, lastName = q.value, q.name
		}
	}
}

// occupations: the rows of one code agree with one another.
func (c *checker) occupations() {
	type place struct{ country, code string }
	first := make(map[place]int)
	rows := make(map[place][unitCount]int)
	for i := range c.t.Benchmarks {
		b := &c.t.Benchmarks[i]
		at := place{b.Country, b.OccupationCode}
		if j, seen := first[at]; !seen {
			first[at] = i
		} else if title := c.t.Benchmarks[j].OccupationTitle; title != b.OccupationTitle {
			c.report(benchmarksFile, i, "two_titles", "the title of "+b.OccupationCode+" is "+strconv.Quote(title)+" in line "+
				strconv.Itoa(c.t.files[benchmarksFile].lines[j]), "give one code one title", "code", b.OccupationCode)
		}
		have, unit := rows[at], unitOf(b.Period)
		if j := have[unit]; j > 0 && c.t.Benchmarks[j-1].Period != b.Period {
			c.report(benchmarksFile, i, "two_populations", b.OccupationCode+" has two rows for the same unit: "+c.t.Benchmarks[j-1].Period+" and "+b.Period,
				"keep the population that the country's other rows use", "code", b.OccupationCode)
		}
		have[unit] = i + 1
		rows[at] = have
	}
	for i := range c.t.Benchmarks {
		hour := &c.t.Benchmarks[i]
		j := rows[place{hour.Country, hour.OccupationCode}][byYear]
		if hour.Country != "US" || hour.Period != "hourly_gross" || j == 0 {
			continue
		}
		year := &c.t.Benchmarks[j-1]
		for _, q := range []struct {
			name       string
			hour, year float64
		}{
			{"p10", hour.P10, year.P10}, {"p25", hour.P25, year.P25}, {"p50", hour.P50, year.P50},
			{"p75", hour.P75, year.P75}, {"p90", hour.P90, year.P90}, {"mean", hour.Mean, year.Mean},
		} {
			// The last digits of both are rounded; the slack absorbs binary fractions.
			if math.Abs(q.year-q.hour*yearHoursUS) > yearRoundingUS+1e-6 {
				c.report(benchmarksFile, j-1, "annual_is_not_hourly", q.name+" is "+number(q.year)+" but 2080 hours at "+number(q.hour)+" are "+
					number(math.Round(q.hour*yearHoursUS)), "compare both rows of "+hour.OccupationCode+" with the A_ and H_ columns",
					"column", q.name, "got", number(q.year))
			}
		}
	}
}

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
		c.filled(minimumsFile, i, "basis", m.Basis)
		c.filled(minimumsFile, i, "source", m.Source)
		c.filled(minimumsFile, i, "checked", m.Checked)
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

func (c *checker) experience() {
	for i, e := range c.t.Experience {
		c.shaped(experienceFile, i, "onet_soc", e.ONetSOC, "99-9999.99")
		c.filled(experienceFile, i, "title", e.Title)
		c.filled(experienceFile, i, "source", e.Source)
		sum := e.UpTo1Year + e.Over1To2 + e.Over2To4 + e.Over4
		if e.Respondents == 0 {
			if sum != 0 || e.SurveyDate != "" {
				c.report(experienceFile, i, "no_respondents", "the row has percentages or a date but no respondents", "say how many people were asked")
			}
			continue
		}
		c.shaped(experienceFile, i, "survey_date", e.SurveyDate, "9999-99")
		if math.Abs(sum-100) > percentRounding {
			c.report(experienceFile, i, "not_all_respondents", "the percentages add up to "+number(math.Round(sum*10)/10)+", not to 100", "they share out all respondents", "got", number(sum))
		}
	}
}

// number writes a number for a message: no exponent, no needless digits.
func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
