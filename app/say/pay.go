package say

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
	"bothends/questions/pay"
)

// PayWords say what the pay tables found about a job. The page and the terminal
// show the same sentences. Rules they keep: medians are never added up, the
// band is never called a percentile, old pay is named by its years, and a
// figure that is missing has its reason.
type PayWords struct {
	Voice  Voice
	Tables *pay.Tables
	Result *pay.Result // nil when no pay was given and nothing is ticked
}

// Pay published for years before this one is named by its years wherever
// something is compared with it: no gap against it is not no gap today.
const oldBefore = "2020"

func (w PayWords) old() bool { return w.Result.Years != "" && w.Result.Years < oldBefore }

// Title names the region: how many jobs the job holds.
func (w PayWords) Title() string {
	if w.Result == nil || w.Result.Jobs == nil || *w.Result.Jobs == 0 {
		return w.Voice.T("pay.plain.title")
	}
	return w.Voice.N("pay.title", *w.Result.Jobs)
}

// Silence is the one sentence for a person who said nothing about money; "" if
// they did.
func (w PayWords) Silence() string {
	switch r := w.Result; {
	case r == nil:
		return w.Voice.T("pay.nothing")
	case r.Reasons["own_hourly"] == pay.NoPay && r.Country == "":
		return w.Voice.T("pay.silent")
	}
	return ""
}

// Gist is the region in one line: how many jobs, and what the pay comes to.
func (w PayWords) Gist() string {
	if verdict := w.verdictOf(); verdict != "" {
		return w.Title() + ". " + verdict
	}
	return w.Title() + "."
}

func (w PayWords) verdictOf() string {
	if w.Result == nil {
		return ""
	}
	if lines := w.Verdict(); len(lines) > 0 {
		return lines[0]
	}
	return ""
}

// Counts say how many kinds of tasks there are and how many jobs that makes: a note
// says the first number, the title the second.
// One task needs no counting.
func (w PayWords) Counts() string {
	if len(w.Result.Parts) < 2 {
		return ""
	}
	return w.Voice.T("pay.counts",
		"tasks", w.Voice.N("pay.tasks", len(w.Result.Parts)),
		"jobs", w.Voice.N("pay.jobs", *w.Result.Jobs))
}

// CountedBy says by which directories that is.
func (w PayWords) CountedBy() string {
	return w.Voice.T("pay.counts.by", "occupations", w.Voice.N("pay.occupations", *w.Result.Occupations))
}

// Divided reports whether the person said how the week is divided among the tasks.
func (w PayWords) Divided() bool {
	return slices.ContainsFunc(w.Result.Parts, func(p pay.Part) bool { return p.Share != w.Result.Parts[0].Share })
}

// A Job is one of the jobs that the job holds, see [pay.Job].
type Job struct {
	Tasks string  // "Graphic design", "Scheduling + Community"
	Share float64 // of the working week, 0 to 1
}

// Jobs are in the order of the tasks.
func (w PayWords) Jobs() []Job {
	var jobs []Job
	for _, j := range w.Result.JobList() {
		var tasks []string
		for _, key := range j.Tasks {
			tasks = append(tasks, w.Task(key))
		}
		jobs = append(jobs, Job{strings.Join(tasks, " + "), j.Share})
	}
	return jobs
}

// Task names a responsibility.
func (w PayWords) Task(key string) string {
	return w.Voice.Pack.Get("responsibilities.option." + key)
}

// Percent writes a share of one.
func (w PayWords) Percent(share float64) string {
	return w.Voice.T("language.percent", "n", w.Voice.Plain(questions.Round(share*100, 1)))
}

// Shared says where the shares of the week come from.
func (w PayWords) Shared() string {
	if len(w.Result.Parts) < 2 {
		return ""
	}
	if reason := w.Result.Reasons[pay.ForShares]; reason != "" {
		return w.Voice.T("pay.share." + reason)
	}
	if w.Divided() {
		return w.Voice.T("pay.share.given")
	}
	return w.Voice.T("pay.share.equal")
}

// amount writes money with the basis it is on, where that is known.
func (w PayWords) amount(x float64, currency, basis string, decimals int) string {
	if decimals > 0 {
		x = pay.RoundCents(x)
	}
	money := w.Voice.Money(x, currency, decimals)
	if basis == "" {
		return money
	}
	return w.Voice.T("pay.amount."+basis, "amount", money)
}

// own writes an amount of the person's; decimals 2 is by the hour. Gross or net
// is said once the amount was compared, and so is known to be on the same basis.
func (w PayWords) own(x float64, decimals int) string {
	basis := ""
	if w.Result.RatioRole != nil || w.Result.RatioDefault != nil {
		basis = w.Result.Basis
	}
	return w.amount(x, w.Result.Currency, basis, decimals)
}

// Published writes an hourly amount of the tables.
func (w PayWords) Published(x float64) string {
	return w.amount(x, w.currency(), w.Result.Basis, 2)
}

// currency is the one of the tables for the country of the job.
func (w PayWords) currency() string {
	c, _ := w.Tables.Country(w.Result.Country)
	return c.Currency
}

func (w PayWords) hourly(amount string) string {
	return w.Voice.T("pay.hourly", "amount", amount)
}

// Method says how the reference was put together, "" without one.
func (w PayWords) Method() string {
	if w.Result.ReferenceHourly == nil {
		return ""
	}
	return w.Voice.T("pay.step." + w.Result.Step)
}

// dated says which years the published pay is about.
func (w PayWords) dated() string { return w.Voice.T("pay.dated", "years", w.Result.Years) }

// Verdict sets the rate on paper against the reference, or says nothing when
// the two cannot be compared.
func (w PayWords) Verdict() []string {
	r := w.Result
	switch {
	case r.Verdict != "":
		lines := []string{w.verdict(r.Verdict, *r.RatioRole), w.difference(*r.RatioRole, *r.ReferenceHourly, r.GapYear)}
		if r.VerdictDefault != "" {
			lines = append(lines, w.titleAlone())
		}
		return lines
	case r.VerdictDefault != "":
		return []string{
			w.verdict(r.VerdictDefault, *r.RatioDefault),
			w.difference(*r.RatioDefault, *r.ReferenceDefaultHourly, r.GapYearDefault),
		}
	}
	return nil
}

func (w PayWords) verdict(verdict string, ratio float64) string {
	key := "pay.verdict."
	if w.old() {
		key = "pay.old."
	}
	return w.Voice.T(key+verdict, "ratio", w.ratio(ratio), "years", w.Result.Years, "basis", w.Voice.T("pay.basisword."+w.Result.Basis))
}

func (w PayWords) ratio(ratio float64) string { return w.Voice.Number(pay.RoundCents(ratio), 2) }

// difference is between the amounts as they are shown, so that a reader with a
// pencil finds the same.
func (w PayWords) difference(ratio, reference float64, year *float64) string {
	if pay.RoundCents(ratio) == 1 {
		return w.Voice.T("pay.same")
	}
	hour := pay.RoundCents(*w.Result.OwnHourly) - pay.RoundCents(reference)
	key := "pay.more"
	if hour < 0 {
		key = "pay.less"
	}
	perHour := w.Voice.Money(pay.RoundCents(math.Abs(hour)), w.Result.Currency, 2)
	if year == nil {
		return w.Voice.T(key, "hour", perHour)
	}
	return w.Voice.T(key+".year", "hour", perHour, "year", w.Voice.Money(math.Abs(*year), w.Result.Currency, 0))
}

// titleAlone compares with what the title pays without the tasks.
func (w PayWords) titleAlone() string {
	r, key := w.Result, "pay.title_alone"
	if w.old() {
		key += ".old"
	}
	if r.VerdictDefault == pay.NoGap {
		key += ".no_gap"
	}
	return w.Voice.T(key, "amount", w.hourly(w.Published(*r.ReferenceDefaultHourly)), "occupation", r.Default.Title,
		"ratio", w.ratio(*r.RatioDefault), "years", r.Years)
}

// Unpaid says what the unpaid hours of a year are worth, "" if not known.
func (w PayWords) Unpaid() string {
	v, r := w.Voice, w.Result
	switch {
	case r.UnpaidValueYear == nil:
		return ""
	case *r.UnpaidHours == 0:
		return v.T("pay.unpaid.none")
	}
	key := "pay.unpaid"
	if r.UnpaidDerived {
		key = "pay.unpaid.derived"
	}
	return v.T(key, "hours", v.Plain(*r.UnpaidHours), "year", w.own(*r.UnpaidValueYear, 0))
}

// Minimum is the remark on the legal minimum, nil when pay was not set against
// it.
func (w PayWords) Minimum() []string {
	v, m := w.Voice, w.Result.Minimum
	if m == nil || m.Reason != "" {
		return nil
	}
	note := m.Row.Basis
	if key := "pay.minimum." + m.Row.Country; v.Has(key) {
		note = v.T(key)
	}
	finding := "pay.minimum.above"
	switch {
	case m.OwnBelow != nil && *m.OwnBelow:
		finding = "pay.minimum.below"
	case m.EffectiveBelow != nil && *m.EffectiveBelow:
		finding = "pay.minimum.effective"
	}
	key := "pay.minimum"
	if m.Row.ValidUntil != "" {
		key = "pay.minimum.until"
	}
	return []string{
		v.T(key, "amount", w.minimum(), "note", note, "date", Month(v, m.Row.ValidFrom), "until", Month(v, m.Row.ValidUntil)),
		v.T(finding),
		v.T("pay.minimum.remark"),
	}
}

// minimum is the legal minimum by the hour, which is gross everywhere.
func (w PayWords) minimum() string {
	return w.hourly(w.amount(*w.Result.MinimumHourly, w.currency(), pay.Gross, 2))
}

// marketingManagers is the occupation whose survey the title check quotes.
const marketingManagers = "11-2021.00"

// Manager is the title check: a question, and why it is asked. It is nil for a
// person with the experience that managers usually have.
func (w PayWords) Manager() []string {
	check := w.Result.Title
	if check == nil || !check.Short {
		return nil
	}
	v := w.Voice
	for _, m := range check.Managers {
		if m.ONetSOC == marketingManagers && len(m.SurveyDate) >= 4 {
			return []string{
				v.T("pay.manager.title"),
				v.T("pay.manager", "years", v.Quantity("pay.years", check.Years), "year", m.SurveyDate[:4],
					"percent", v.T("language.percent", "n", v.Number(m.Over4, 0)), "n", strconv.Itoa(m.Respondents)),
				v.T("pay.manager.ask"),
			}
		}
	}
	return nil
}

// A Gap is a reason with the figures that are missing for it.
type Gap struct {
	Reason   string
	Question string // that would close it, "" if none would
	Figures  string
}

// Gaps are in the order of the figures. What only repeats another one is left
// out: a comparison with the plain title that fails for the same reason as the
// one with the tasks.
func (w PayWords) Gaps() []Gap {
	v, reasons := w.Voice, w.Result.Reasons
	var order []string
	figures := map[string][]string{}
	for _, name := range []string{
		"own_hourly", "effective_hourly", "unpaid_value_year", "jobs", "reference_hourly", "ratio", "band_low",
		"reference_default_hourly", "ratio_default", "minimum_hourly", pay.ForComparison,
	} {
		reason := reasons[name]
		if reason == "" || reason == reasons[repeats[name]] {
			continue
		}
		word := v.T("pay.figure." + name)
		if name == pay.ForComparison {
			word = v.T("pay.figure."+name, "amount", w.minimum())
		}
		if figures[reason] == nil {
			order = append(order, reason)
		}
		figures[reason] = append(figures[reason], word)
	}
	gaps := make([]Gap, len(order))
	for i, reason := range order {
		why := v.T("pay.reason." + reason)
		if reason == pay.NetForGross && w.Result.Basis == pay.Net {
			// Net pay was asked for and is compared: only the minimum is gross.
			why = v.T("pay.reason.minimum_is_gross")
		}
		gaps[i] = Gap{why, pay.QuestionFor(reason), v.T("pay.missing.line", "figures", v.List(figures[reason]))}
	}
	return gaps
}

var repeats = map[string]string{"reference_default_hourly": "reference_hourly", "ratio_default": "ratio"}
