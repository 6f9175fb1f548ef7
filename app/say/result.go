package say

import "bothends/questions/score"

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
