package jobad

import "slices"

// Limits of the red flags that follow from facts.
const (
	flagPlatforms = 5
	flagCrafts    = 4
	flagScope     = 10 // responsibilities
	flagYears     = 3  // of experience asked of a "manager"
	flagWait      = 60 // days until a benefit begins
)

// crafts are the trades a person usually learns one of.
var crafts = []string{"copywriting", "graphic_design", "photography", "video", "paid_ads", "analytics"}

// lowPay is the hourly pay up to which the flag is raised, and the hours of a
// full-time week there.
var lowPay = map[string]struct{ hourly, week float64 }{
	"USD": {20, 40}, "CAD": {22, 40}, "EUR": {13, 35}, "GBP": {13, 40},
}

const weeksPerYear = 52

// hourly converts the lower end of the pay; ok is false for currencies without
// a limit.
func (p *Pay) low(hours *Range) bool {
	limit, ok := lowPay[p.Currency]
	if !ok {
		return false
	}
	week := limit.week
	if hours != nil {
		week = hours[1]
	}
	hourly := p.Min
	switch p.Period {
	case "day":
		hourly /= limit.week / 5
	case "month":
		hourly *= 12 / (week * weeksPerYear)
	case "year":
		hourly /= week * weeksPerYear
	}
	return hourly <= limit.hourly
}

// redFlags raises the flags of an ad: those a word raised, and those that
// follow from responsibilities and facts, with the words behind them.
func (r *Reader) redFlags(f *factReader) {
	ad, facts := f.ad, &f.ad.Facts
	flags := map[string][]Evidence{}
	for i, e := range f.flags {
		flags[names[flag][i]] = distinct(e)
	}
	raise := func(name string, when bool, evidence ...[]Evidence) {
		if when {
			flags[name] = append(flags[name], slices.Concat(evidence...)...)
		}
	}
	because := func(name string) []Evidence { return facts.Evidence[name] }
	first := func(keys []string) (list []Evidence) {
		for _, found := range ad.Responsibilities {
			if slices.Contains(keys, found.Key) {
				list = append(list, found.Evidence[0])
			}
		}
		return list
	}
	raise("manager_title_low_exp", facts.TitleIsManager && facts.YearsExperience != nil && *facts.YearsExperience <= flagYears,
		because("title_is_manager"), because("years_experience_min"))
	raise("low_pay", facts.Pay != nil && facts.Pay.low(facts.HoursPerWeek), because("pay"))
	raise("many_platforms", len(facts.Platforms) >= flagPlatforms, because("platforms"))
	raise("many_crafts", len(first(crafts)) >= flagCrafts, first(crafts))
	raise("broad_scope", len(ad.Responsibilities) >= flagScope, first(Keys()))
	raise("nights_weekends", facts.EveningsWeekend, because("evenings_weekends"))
	raise("on_call", facts.OnCall, because("on_call"))
	raise("benefits_wait", facts.BenefitsWait != nil && *facts.BenefitsWait >= flagWait, because("benefits_wait_days"))
	raise("unpaid", slices.Contains(facts.Contract, "volunteer"), because("contract"))
	ad.RedFlags = []Finding{}
	for _, name := range FlagKeys() {
		if e, ok := flags[name]; ok {
			ad.RedFlags = append(ad.RedFlags, Finding{name, distinct(e)})
		}
	}
}
