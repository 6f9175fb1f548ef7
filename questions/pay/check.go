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
		c.oneOf(sourcesFile, i, "checked", s.Checked, []string{"official file", "official page", "extract"})
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
