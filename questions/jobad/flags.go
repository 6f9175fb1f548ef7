package jobad

import "slices"

// Limits of the red flags that follow from facts. No study draws these lines:
// they are our own judgement of what is worth a question to the employer. A flag asks;
// it does not accuse, and no number of a result depends on one.
const (
	flagPlatforms = 5  // networks named as part of the job
	flagCrafts    = 4  // of crafts
	flagScope     = 10 // responsibilities
	flagYears     = 3  // of experience asked of a "manager"
	flagWait      = 60 // days until a benefit begins
)

// crafts are the trades a person usually learns one of. Our own judgement: each
// of them is a profession of its own in ROME 4.0.
var crafts = []string{"copywriting", "graphic_design", "photography", "video", "paid_ads", "analytics"}

// lowPay is the gross hourly pay, in the currency, up to which the flag is
// raised, and the hours of a full-time week there. Our own judgement: a round
// number above the legal minimum of 2026 and far below the median of the
// profession (questions/packs/pay). The week is that of the law in France, and
// the customary one elsewhere.
var lowPay = map[string]struct{ hourly, week float64 }{
	"USD": {20, 40}, "CAD": {22, 40}, "EUR": {13, 35}, "GBP": {13, 40},
}

const weeksPerYear = 52

// low reports whether the lower end of the pay, by the hour, is at most lowPay.
// It is never so in a currency without a limit.
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
	case "week":
		hourly /= week
	case "fortnight":
		hourly /= 2 * week
	case "month":
		hourly *= 12 / (week * weeksPerYear)
	case "year":
		hourly /= week * weeksPerYear
	}
	return hourly <= limit.hourly
}

// due reports whether a flag follows from the responsibilities and the facts.
func (ad *Ad) due(flag string) bool {
	f := &ad.Facts
	switch flag {
	case "manager_title_low_exp":
		return f.TitleIsManager && f.YearsExperience != nil && *f.YearsExperience <= flagYears
	case "low_pay":
		if f.Pay == nil {
			return false
		}
		pay := *f.Pay
		if f.DollarOpen {
			pay.Currency = "USD" // the lowest limit of a dollar: low in whichever it is
		}
		return pay.low(f.HoursPerWeek)
	case "many_platforms":
		return len(f.Platforms) >= flagPlatforms
	case "many_crafts":
		n := 0
		for _, found := range ad.Responsibilities {
			if slices.Contains(crafts, found.Key) {
				n++
			}
		}
		return n >= flagCrafts
	case "broad_scope":
		return len(ad.Responsibilities) >= flagScope
	case "nights_weekends":
		return f.EveningsWeekend
	case "on_call":
		return f.OnCall
	case "benefits_wait":
		return f.BenefitsWait != nil && *f.BenefitsWait >= flagWait
	case "unpaid":
		return slices.Contains(f.Contract, "volunteer")
	}
	return false // a word raised it
}

// redFlags raises the flags of an ad: those a word raised, and those that
// follow from responsibilities and facts, with the words behind them.
func (r *Reader) redFlags(f *factReader) {
	ad, facts := f.ad, &f.ad.Facts
	flags := map[string][]Evidence{}
	for i, e := range f.flags {
		flags[names[flag][i]] = distinct(e)
	}
	raise := func(name string, evidence ...[]Evidence) {
		if ad.due(name) {
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
	raise("manager_title_low_exp", because("title_is_manager"), because("years_experience_min"))
	raise("low_pay", because("pay"))
	raise("many_platforms", because("platforms"))
	raise("many_crafts", first(crafts))
	raise("broad_scope", first(Keys()))
	raise("nights_weekends", because("evenings_weekends"))
	raise("on_call", because("on_call"))
	raise("benefits_wait", because("benefits_wait_days"))
	raise("unpaid", because("contract"))
	ad.RedFlags = []Finding{}
	for _, name := range FlagKeys() {
		if e, ok := flags[name]; ok {
			ad.RedFlags = append(ad.RedFlags, Finding{name, distinct(e)})
		}
	}
}
