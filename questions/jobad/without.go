package jobad

import (
	"slices"
	"strings"
)

// The kinds of what is found in an ad.
const (
	Duty = "duty" // a responsibility
	Flag = "flag" // a red flag
	Term = "term" // a fact about the terms, by its JSON name
)

// ID names a finding among all of an ad: "duty.video", "flag.hype", "term.pay".
func ID(kind, key string) string { return kind + "." + key }

// Without returns the ad as if the findings with these IDs were not in it, nor
// the flags that followed from them. The ad itself stays as it is.
func (ad Ad) Without(ids []string) Ad {
	left := ad
	gone := func(kind, key string) bool { return slices.Contains(ids, ID(kind, key)) }
	left.Responsibilities = slices.DeleteFunc(slices.Clone(ad.Responsibilities), func(f Finding) bool { return gone(Duty, f.Key) })

	facts := &left.Facts
	for _, id := range ids {
		kind, name, _ := strings.Cut(id, ".")
		if kind != Term {
			continue
		}
		switch name {
		case "pay":
			facts.Pay, facts.DollarOpen = nil, false
		case "hours_per_week":
			facts.HoursPerWeek = nil
		case "days_per_week":
			facts.DaysPerWeek = nil
		case "contract":
			facts.Contract = nil
		case "years_experience_min":
			facts.YearsExperience = nil
		case "platforms":
			facts.Platforms = nil
		case "evenings_weekends":
			facts.EveningsWeekend = false
		case "on_call":
			facts.OnCall = false
		case "benefits_wait_days":
			facts.BenefitsWait = nil
		case "team":
			facts.Team = nil
		}
	}

	left.RedFlags = slices.DeleteFunc(slices.Clone(ad.RedFlags), func(f Finding) bool {
		return gone(Flag, f.Key) || ad.due(f.Key) && !left.due(f.Key)
	})
	return left
}
