package say

import (
	"strconv"

	"bothends/questions/checkup"
	"bothends/questions/score"
)

// Weighing names what there is to do something about, by the beginning of its
// words: the limits crossed, then the drivers that weigh most.
func Weighing(r score.Result) []string {
	var keys []string
	for _, key := range r.Limits {
		keys = append(keys, "limit."+key)
	}
	for _, d := range r.Drivers {
		if d.Notable {
			keys = append(keys, "driver."+d.Key)
		}
	}
	return keys
}

// LimitsKept says that no limit is crossed, as far as it could be checked.
func LimitsKept(v Voice, c *checkup.Checkup, r score.Result) string {
	switch r.Unchecked {
	case 0:
		return v.T("limits.none")
	case len(c.Model.Scoring.Limits):
		return v.T("limits.unknown")
	}
	return v.T("limits.none.checked") + " " + LimitsLeft(v, c, r)
}

// LimitsLeft says how many limits could not be checked, "" for none.
func LimitsLeft(v Voice, c *checkup.Checkup, r score.Result) string {
	if r.Unchecked == 0 {
		return ""
	}
	return v.N("limits.unchecked", r.Unchecked, "of", strconv.Itoa(len(c.Model.Scoring.Limits)))
}
