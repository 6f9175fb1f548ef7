package pay

import (
	"io/fs"
	"slices"

	"bothends/questions"
)

// A Source is one release of one publisher's table.
type Source struct {
	ID             string // "us-oews"; the same from year to year
	Classification string // "SOC 2018 (OEWS national, all industries)"
	Release        string // "BLS OEWS May 2025 (2026-05-15)"
	Years          string // the years the figures are about: "2025", "2017-2019"
	Licence        string // its name, PublicDomain or NotConfirmed; the release names the publisher, as licences ask
	Checked        string // "official file", "official page" or "extract" (a third party's)
	Source         string // address, name and sha256 of the official file
}

// A Benchmark is one published line of pay. 0 stands for a cell that the
// source leaves blank or suppresses. P50 is the median.
type Benchmark struct {
	Country         string // ISO 3166-1 alpha-2
	Currency        string // ISO 4217
	OccupationCode  string // national: SOC 2018, SOC 2020, NOC 2021, KldB 2010, FAP 2009
	OccupationTitle string // in the language of the classification
	Period          string // "hourly_gross"; see periods
	GrossOrNet      string // Gross or Net, as Period says
	P10, P25, P50   float64
	P75, P90, Mean  float64
	Source          string // id of a Source
}

// A Responsibility is one key of the answer responsibilities, with one code of
// each international or reference classification.
type Responsibility struct {
	Key    string
	SOC    string // SOC 2018: the statistical occupation, counted as Result.Occupations
	ISCO08 string // ISCO-08
	ROME   string // ROME 4.0: the separate job, counted as Result.Jobs
	Reason string // which published tasks and titles the three codes rest on
}

// A Code leads a responsibility to an occupation of one country.
type Code struct {
	Key            string
	Country        string
	Level          string // Cadre, NonCadre or empty
	OccupationCode string
	Fit            string // see FitKeys
	Basis          string // the task, title or table that the link rests on
}

// A Default is the occupation nearest to the plain title of social media
// manager in one country. No country publishes pay for that title itself.
type Default struct {
	Country         string
	Level           string
	OccupationCode  string
	OccupationTitle string
	Period          string
	Fit             string
	Basis           string
}

// A Minimum is a country's legal minimum pay, gross. 0 stands for not known.
type Minimum struct {
	Country             string
	Currency            string
	HourlyGross         float64
	MonthlyGross        float64
	Basis               string // which rate, for whom
	ValidFrom           string // YYYY-MM-DD
	FullTimeWeeklyHours float64
	Source              string // names and addresses, parted by semicolons, see Sources
	Checked             string // how each figure was: "quoted (hourly); official file (hours)", see Checks
	ValidUntil          string // last day, YYYY-MM-DD; "" while no end is known
	Looked              string // day on which somebody last looked whether it still holds
}

// An Experience is the related work experience that American job holders say
// their occupation asks for (O*NET 29.3 survey) and what the Bureau of Labor
// Statistics says. Small samples, one country: the base of a question, not of
// a verdict.
type Experience struct {
	ONetSOC      string // "11-2021.00"
	Title        string
	Management   bool
	SurveyDate   string  // YYYY-MM, empty when not surveyed
	Respondents  int     // 0 when not surveyed
	UpTo1Year    float64 // percent of respondents, as the next three
	Over1To2     float64
	Over2To4     float64
	Over4        float64
	BLSStatement string
	Source       string
}

// Tables are the wage tables, as Load reads them. They are not changed after
// that and may be shared.
type Tables struct {
	Sources          []Source
	Benchmarks       []Benchmark
	Responsibilities []Responsibility
	Codes            []Code
	Defaults         []Default
	Minimums         []Minimum
	Experience       []Experience

	files     [fileCount]file // the cells behind the slices above, row by row
	countries map[string]*Country
	managers  []Experience // the management occupations
}

// A Country gathers what the tables hold about one country.
type Country struct {
	Code     string
	Currency string
	// Basis is Gross or Net, empty for a country without benchmarks, of which
	// only the minimum pay is known.
	Basis string
	// Levels tells that the answer cadre is needed to find a reference.
	Levels bool
	// FullTimeWeeklyHours is H of the formulas, 0 when not known.
	FullTimeWeeklyHours float64

	minimum     *Minimum
	occupations map[string]*occupation
	codes       map[levelKey]*Code
	defaults    map[string]*Default // by level
}

// occupation is one code of a country with its rows by unit.
type occupation struct {
	rows [unitCount]*Benchmark
}

type levelKey struct{ level, key string }

// Country returns what is known of a country; ok is false when nothing is.
func (t *Tables) Country(code string) (c Country, ok bool) {
	if found := t.countries[code]; found != nil {
		return *found, true
	}
	return Country{}, false
}

// Countries lists the countries with benchmarks or with a minimum pay, in
// alphabetical order of their codes.
func (t *Tables) Countries() []string {
	codes := make([]string, 0, len(t.countries))
	for code := range t.countries {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// Load reads the CSV files at the root of fsys. It refuses files that are
// missing or not well formed, all problems at once, each with its place
// ("benchmarks.csv:12") in Path. What the figures mean is left to Check, so
// that a browser need not prove again what was proved before publishing.
func Load(fsys fs.FS) (*Tables, []questions.Problem) {
	var (
		r reader
		t Tables
	)
	for i, layout := range layouts {
		t.files[i] = r.read(fsys, layout)
	}
	t.Sources = rows(&r, &t.files[sourcesFile], func(c cells) Source {
		return Source{c.text(0), c.text(1), c.text(2), c.text(3), c.text(4), c.text(5), c.text(6)}
	})
	t.Benchmarks = rows(&r, &t.files[benchmarksFile], func(c cells) Benchmark {
		return Benchmark{
			Country: c.text(0), Currency: c.text(1), OccupationCode: c.text(2), OccupationTitle: c.text(3),
			Period: c.period(4), GrossOrNet: c.text(5),
			P10: c.number(6), P25: c.number(7), P50: c.number(8), P75: c.number(9), P90: c.number(10), Mean: c.number(11),
			Source: c.text(12),
		}
	})
	t.Responsibilities = rows(&r, &t.files[responsibilitiesFile], func(c cells) Responsibility {
		return Responsibility{c.text(0), c.text(1), c.text(2), c.text(3), c.text(4)}
	})
	t.Codes = rows(&r, &t.files[codesFile], func(c cells) Code {
		return Code{c.text(0), c.text(1), c.text(2), c.text(3), c.text(4), c.text(5)}
	})
	t.Defaults = rows(&r, &t.files[defaultsFile], func(c cells) Default {
		return Default{c.text(0), c.text(1), c.text(2), c.text(3), c.period(4), c.text(5), c.text(6)}
	})
	t.Minimums = rows(&r, &t.files[minimumsFile], func(c cells) Minimum {
		return Minimum{
			Country: c.text(0), Currency: c.text(1), HourlyGross: c.number(2), MonthlyGross: c.number(3),
			Basis: c.text(4), ValidFrom: c.text(5), FullTimeWeeklyHours: c.number(6), Source: c.text(7), Checked: c.text(8),
			ValidUntil: c.text(9), Looked: c.text(10),
		}
	})
	t.Experience = rows(&r, &t.files[experienceFile], func(c cells) Experience {
		return Experience{
			ONetSOC: c.text(0), Title: c.text(1), Management: c.yes(2), SurveyDate: c.text(3), Respondents: c.count(4),
			UpTo1Year: c.number(5), Over1To2: c.number(6), Over2To4: c.number(7), Over4: c.number(8),
			BLSStatement: c.text(9), Source: c.text(10),
		}
	})
	if len(r.problems) > 0 {
		return nil, r.problems
	}
	t.index()
	return &t, nil
}

// index finds what Compute needs by country. Of two rows that claim the same
// place the first one counts; Check reports the second.
func (t *Tables) index() {
	t.countries = make(map[string]*Country)
	country := func(code, currency string) *Country {
		c := t.countries[code]
		if c == nil {
			c = &Country{Code: code, Currency: currency}
			t.countries[code] = c
		}
		return c
	}
	for i := range t.Benchmarks {
		b := &t.Benchmarks[i]
		c := country(b.Country, b.Currency)
		if c.occupations == nil {
			c.Basis = b.GrossOrNet
			c.occupations = make(map[string]*occupation)
			c.codes = make(map[levelKey]*Code)
			c.defaults = make(map[string]*Default)
		}
		o := c.occupations[b.OccupationCode]
		if o == nil {
			o = new(occupation)
			c.occupations[b.OccupationCode] = o
		}
		if unit := unitOf(b.Period); o.rows[unit] == nil {
			o.rows[unit] = b
		}
	}
	for i := range t.Codes {
		code := &t.Codes[i]
		c, place := t.countries[code.Country], levelKey{code.Level, code.Key}
		if c != nil && c.codes[place] == nil {
			c.codes[place] = code
		}
	}
	for i := range t.Defaults {
		d := &t.Defaults[i]
		if c := t.countries[d.Country]; c != nil && c.defaults[d.Level] == nil {
			c.defaults[d.Level] = d
			c.Levels = c.Levels || d.Level != ""
		}
	}
	for i := range t.Minimums {
		m := &t.Minimums[i]
		if c := country(m.Country, m.Currency); c.minimum == nil {
			c.take(m)
		}
	}
	for _, e := range t.Experience {
		if e.Management {
			t.managers = append(t.managers, e)
		}
	}
}

// row is the published line that formula (b) uses: hourly, else annual, else
// monthly.
func (o *occupation) row() (*Benchmark, unit) {
	for i, b := range o.rows {
		if b != nil {
			return b, unit(i)
		}
	}
	return nil, byHour
}

// unitOf returns the unit of a period that Load let pass.
func unitOf(period string) unit {
	for _, p := range periods {
		if p.key == period {
			return p.unit
		}
	}
	return byHour
}

// SetDay makes t compare with the minimum pay that is in force on a day, YYYY-MM-DD.
// Without it, and for a country of which no row holds on that day, the first row
// counts: the one that was in force when the tables were collected.
func (t *Tables) SetDay(day string) {
	for i := range t.Minimums {
		if m := &t.Minimums[i]; m.holds(day) {
			t.countries[m.Country].take(m)
		}
	}
}

func (m *Minimum) holds(day string) bool {
	return m.ValidFrom <= day && (m.ValidUntil == "" || day <= m.ValidUntil)
}

func (c *Country) take(m *Minimum) {
	c.minimum, c.FullTimeWeeklyHours = m, m.FullTimeWeeklyHours
}
