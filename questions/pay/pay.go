// Package pay shows the jobs inside a job, what published wage tables pay for
// them, and what an hour really brings in.
//
// [Tables] are the seven CSV files of questions/packs/pay. A [Benchmark] is one
// published line: what an occupation of one [Country] is paid, by the hour,
// month or year. A [Responsibility] is one key a person can tick; a [Code] leads
// it to the occupation of a country, a [Default] does the same for the plain
// title of social media manager. [Minimum] is the legal minimum pay,
// [Experience] what American employers ask for before a manager title.
//
// [Load] reads them, [Tables.Check] proves them, [Tables.Compute] sets a
// person's answers against them, [Tables.Hint] asks whether an amount was typed
// into the wrong period, [Diff] says what a yearly refresh changed.
//
// Rules that hold everywhere: medians are weighted, never added up; nothing is
// converted, neither currencies nor net to gross (France is net, the others are
// gross); no figure is rounded here; what cannot be computed is nil and has a
// reason. Below, "hourly" means the country's currency per paid hour, and 12
// months are 52 weeks.
package pay

// What a country's references are. The key is also the value of the answer
// pay_basis.
const (
	Gross = "gross"
	Net   = "net" // before income tax; France only
)

// The levels of a country that pays two groups by status (France). An empty
// level is a country without such groups.
const (
	Cadre    = "cadre"
	NonCadre = "non_cadre"
)

// How well the link from a responsibility to an occupation is documented. The
// first four stand in the classification itself; the last is a judgement of
// this project and is shown as approximate.
const (
	FitOfficial     = "official"
	FitOfficialLink = "official link"
	FitTitleListed  = "title listed"
	FitTaskNamed    = "task named"
	FitNearestGroup = "nearest group"
)

// FitKeys lists the fits, best documented first.
func FitKeys() []string {
	return []string{FitOfficial, FitOfficialLink, FitTitleListed, FitTaskNamed, FitNearestGroup}
}

// A unit is the time a published figure is for. The order is the order of
// preference: the hourly row, if none the annual one, if none the monthly one.
type unit int

const (
	byHour unit = iota
	byYear
	byMonth
	unitCount
)

// periods are the values of the column period: unit, basis and population in
// one word ("ft": full-time employees, "fte": full-time equivalents).
var periods = []struct {
	key   string
	unit  unit
	basis string
}{
	{"hourly_gross", byHour, Gross},
	{"annual_gross", byYear, Gross},
	{"hourly_gross_ft", byHour, Gross},
	{"annual_gross_ft", byYear, Gross},
	{"monthly_gross_ft", byMonth, Gross},
	{"monthly_net_ft", byMonth, Net},
	{"monthly_net_fte", byMonth, Net},
}
