package pay

import (
	"encoding/json"
	"slices"
)

// A Result is what the tables say about one person's job. Its JSON is the
// object "pay" of a result file; fields without a JSON name are for the page.
// A nil figure cannot be computed and has an entry in Reasons under its JSON
// name. Nothing is rounded.
type Result struct {
	Country  string `json:"country"`  // as answered, null in JSON when skipped
	Currency string `json:"currency"` // as answered; every amount below is in it

	OwnHourly       *float64 `json:"own_hourly"`        // (a) stated pay per paid hour
	EffectiveHourly *float64 `json:"effective_hourly"`  // (f) per hour really worked
	UnpaidValueYear *float64 `json:"unpaid_value_year"` // (g) unpaid hours at OwnHourly, per year

	ReferenceHourly        *float64 `json:"reference_hourly"`         // (c) weighted over the ticked responsibilities
	RatioRole              *float64 `json:"ratio"`                    // (e) OwnHourly / ReferenceHourly; the file has Ratio() here
	ReferenceDefaultHourly *float64 `json:"reference_default_hourly"` // (d) the plain title
	RatioDefault           *float64 `json:"ratio_default"`            // (e)
	BandLow                *float64 `json:"band_low"`                 // (c) typical band: not a percentile, to be labelled so
	BandHigh               *float64 `json:"band_high"`

	MinimumHourly *float64 `json:"minimum_hourly"` // (h) legal minimum, gross
	Jobs          *int     `json:"jobs"`           // (i) different ROME jobs; never a multiplier of pay
	Occupations   *int     `json:"occupations"`    // (i) different SOC occupations

	// Reasons says by figure why it is nil, and under ForShares and
	// ForComparison what else a reader must know. Values are ReasonKeys.
	Reasons map[string]string `json:"reasons,omitempty"`

	// Parts are the ticked responsibilities in the order of the tables.
	Parts []Part `json:"-"`
	// Default is the occupation behind ReferenceDefaultHourly, nil if none.
	Default *Part `json:"-"`
	// Basis is what the references are, Gross or Net; empty without any.
	Basis string `json:"-"`
	// Years are the years of the reference pay ("2017-2019" for France), to be
	// shown beside every verdict: no gap against the pay of those years is not
	// no gap today.
	Years string `json:"-"`
	// Step is how experience moved the references, see StepKeys.
	Step string `json:"-"`
	// Verdict and VerdictDefault put RatioRole and RatioDefault in words, see
	// VerdictKeys; empty without a ratio. Verdict is read first.
	Verdict        string `json:"-"`
	VerdictDefault string `json:"-"`
	// GapYear and GapYearDefault are own minus reference pay in a year of 52
	// paid weeks at the contract's hours; below 0, the person is paid less.
	GapYear        *float64 `json:"-"`
	GapYearDefault *float64 `json:"-"`
	// UnpaidHours are the hours a week that UnpaidValueYear counts.
	// UnpaidDerived tells that they were not answered but taken as the hours
	// worked beyond the contract.
	UnpaidHours   *float64 `json:"-"`
	UnpaidDerived bool     `json:"-"`
	// PaidHours and WorkedHours are those of a week, nil when not known; WorkedHours
	// are never fewer than the paid and the unpaid ones together.
	PaidHours   *float64 `json:"-"`
	WorkedHours *float64 `json:"-"`
	// FreeUntil is (j), a day of a year of 365 days, 1 to 365; 0 where no unpaid
	// hours were answered.
	FreeUntil int `json:"-"`
	// Minimum sets pay against MinimumHourly, nil for a country without one.
	Minimum *MinimumCheck `json:"-"`
	// Title is what a manager title usually asks for, nil when the person did
	// not say how long they have worked.
	Title *TitleCheck `json:"-"`
}

// A Part is one ticked responsibility with the occupation it leads to in the
// person's country. Without a country that has benchmarks, or without the
// answer cadre where it decides, only Key, SOC, ROME and Share are set.
type Part struct {
	Key   string
	SOC   string
	ROME  string
	Share float64 // of all ticked responsibilities, 0 to 1; they add up to 1

	Code  string // national occupation code
	Title string // in the language of the national classification
	Fit   string // see FitKeys
	Basis string // what the link rests on
	// Reference is the pay per hour after the step for experience, in Currency
	// of the country, which is not always the person's; nil when there is none.
	Reference *float64
	Source    *Source // nil when there is no reference
}

// A Job is one of the jobs that a job holds (i): the ticked tasks of one ROME title.
type Job struct {
	ROME  string
	Tasks []string // keys of responsibilities, in the order of the tables
	Share float64  // of the working week, 0 to 1
}

// JobList returns the jobs, in the order of their first tasks.
func (r *Result) JobList() []Job {
	var jobs []Job
	for _, p := range r.Parts {
		i := slices.IndexFunc(jobs, func(j Job) bool { return j.ROME == p.ROME })
		if i < 0 {
			i = len(jobs)
			jobs = append(jobs, Job{ROME: p.ROME})
		}
		jobs[i].Tasks = append(jobs[i].Tasks, p.Key)
		jobs[i].Share += p.Share
	}
	return jobs
}

// A MinimumCheck is a remark, not a legal finding: the law decides which hours
// and which pay count.
type MinimumCheck struct {
	Row *Minimum
	// Reason is why the person's pay may not be set against the minimum, a
	// reason key; empty when it was.
	Reason string
	// OwnBelow and EffectiveBelow compare OwnHourly and EffectiveHourly with
	// MinimumHourly as [RoundCents] has them; nil when they may not or cannot be compared.
	OwnBelow       *bool
	EffectiveBelow *bool
}

// A TitleCheck holds what American sources say about experience and manager
// titles. Only for a person with such a title, and only as a question.
type TitleCheck struct {
	Years float64 // the person's years of experience
	// Short tells that Years does not reach "over 4 years", the answer that
	// 70.2 % of 37 marketing managers gave (O*NET 29.3, survey of 2015).
	Short    bool
	Managers []Experience // the management occupations; shared, not to be changed
}

// usualManagerYears is where the highest answer of the O*NET survey begins.
const usualManagerYears = 4

// Ratio is the ratio that enters the score as the raw answer of factor P1: the
// role-weighted one, or the default one when nothing is ticked. It is nil or a
// finite number above 0. A nil Result has none.
func (r *Result) Ratio() *float64 {
	switch {
	case r == nil:
		return nil
	case len(r.Parts) == 0:
		return r.RatioDefault
	}
	return r.RatioRole
}

// MarshalJSON writes a skipped country or currency as null, and as "ratio" the
// one that enters the score.
func (r Result) MarshalJSON() ([]byte, error) {
	type figures Result
	r.RatioRole = r.Ratio()
	return json.Marshal(struct {
		Country  *string `json:"country"`
		Currency *string `json:"currency"`
		figures
	}{given(r.Country), given(r.Currency), figures(r)})
}

func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// The keys of Reasons that are not figures.
const (
	ForShares     = "shares"             // why the shares given were not used as they are
	ForComparison = "minimum_comparison" // why MinimumHourly is known and not compared
)

// Reasons. Where several hold, the first of this order that stands in the way
// of a figure is given.
const (
	NoPay        = "no_pay"            // pay_amount skipped
	NoPeriod     = "no_period"         // pay_period skipped
	NoContract   = "no_contract_hours" // contract_hours skipped
	OutOfRange   = "out_of_range"      // too large or too small to be a number
	NoWeekly     = "no_weekly_hours"   // weekly_hours skipped
	NoUnpaid     = "no_unpaid_hours"   // unpaid_hours skipped and not to be derived
	NoWeeksOff   = "no_weeks_off"      // weeks_off skipped
	NoCountry    = "no_country"        // country skipped
	NoBenchmarks = "country_without_benchmarks"
	NoMinimum    = "country_without_minimum"
	OtherMoney   = "other_currency"     // not the currency of the country; nothing is converted
	NoCadre      = "cadre_missing"      // France pays cadres and non-cadres apart
	NoTicks      = "nothing_ticked"     // no responsibility ticked
	NoBenchmark  = "no_benchmark"       // the tables lead nowhere; Check prevents it
	NoFullTime   = "no_full_time_hours" // the country's full-time week is not known
	NoBand       = "no_percentiles"     // a 25th or 75th percentile is not published
	NoCurrency   = "no_currency"        // currency skipped, so pay cannot be compared
	NoBasis      = "no_basis"           // pay_basis skipped where references are net
	NetForGross  = "net_instead_of_gross"
	GrossForNet  = "gross_instead_of_net"

	SharesZero    = "shares_sum_zero" // no share for anything ticked: equal shares used
	SharesPartial = "shares_partial"  // ticked responsibilities without a share count 0
)

// ReasonKeys lists every value of Result.Reasons, for translators.
func ReasonKeys() []string {
	return []string{
		NoPay, NoPeriod, NoContract, OutOfRange, NoWeekly, NoUnpaid, NoWeeksOff, NoCountry, NoBenchmarks, NoMinimum,
		OtherMoney, NoCadre, NoTicks, NoBenchmark, NoFullTime, NoBand, NoCurrency, NoBasis, NetForGross, GrossForNet,
		SharesZero, SharesPartial,
	}
}

// QuestionFor returns the question whose answer takes a reason away, "" if none
// does.
func QuestionFor(reason string) string {
	switch reason {
	case NoPay, OutOfRange:
		return payAmount
	case NoPeriod:
		return payPeriod
	case NoContract:
		return contractHours
	case NoWeekly:
		return weeklyHours
	case NoUnpaid:
		return unpaidHours
	case NoWeeksOff:
		return weeksOff
	case NoCountry:
		return country
	case OtherMoney, NoCurrency:
		return currency
	case NoCadre:
		return cadre
	case NoTicks:
		return responsibilities
	case NoBasis, NetForGross, GrossForNet:
		return payBasis
	}
	return ""
}

// Verdicts.
const (
	NoGap          = "no_gap"          // a ratio shown as 1.00 or more
	InsideBand     = "inside_band"     // below the reference, inside the typical band
	BelowBand      = "below_band"      // below the typical band
	BelowReference = "below_reference" // below, and there is no band
)

// VerdictKeys lists the verdicts, best first.
func VerdictKeys() []string { return []string{NoGap, InsideBand, BelowBand, BelowReference} }

// Steps of formula (d), a stated judgement of this project and not a published
// scale.
const (
	StepStarting    = "starting"    // under 3 years: between the 25th percentile and the median
	StepMedian      = "median"      // 3 to under 8 years, or years not known
	StepExperienced = "experienced" // 8 years or more: between the median and the 75th percentile
)

// StepKeys lists the steps, fewest years first.
func StepKeys() []string { return []string{StepStarting, StepMedian, StepExperienced} }
