package say

import (
	"strconv"

	"bothends/questions/checkup"
	"bothends/questions/score"
)

// ResultWords say what the answers came to. The page, the paper and the terminal
// show the same sentences, words before numbers.
type ResultWords struct {
	Voice   Voice
	Checkup *checkup.Checkup
	Report  *checkup.Report
}

// Verdict is a sentence for each index that is known.
func (w ResultWords) Verdict() []string {
	var lines []string
	if s := w.Report.Signs; s != nil {
		lines = append(lines, w.Voice.Pack.Get("signs."+s.Level))
	}
	if s := w.Report.Strain; s != nil {
		lines = append(lines, w.Voice.Pack.Get("strain."+s.Level))
	}
	return lines
}

// Place is the name of the place on the map and what it means; what says "" where
// there is no place.
func (w ResultWords) Place() (name, what string) {
	b := w.Report.Band
	if b == nil {
		return w.Voice.T("reason.none"), ""
	}
	return w.Band(b.Number), w.Voice.Pack.Get(b.Cell.WordKey())
}

// Band is the name of a place, by its number.
func (w ResultWords) Band(number int) string {
	return w.Voice.BandName(w.Checkup.Model.Scoring.Bands.Keys[number-1])
}

// Near says how sure the place is, "" where there is none.
func (w ResultWords) Near() string {
	switch b := w.Report.Band; {
	case b == nil:
		return ""
	case b.NearBoundary():
		return w.Voice.T("map.near", "low", w.Band(b.Low), "high", w.Band(b.High))
	}
	return w.Voice.T("map.clear")
}

// Missing says why an index is not known.
func (w ResultWords) Missing() []string {
	var lines []string
	for _, part := range []string{"signs", "strain"} {
		if key := w.Report.Reasons[part]; key != "" {
			lines = append(lines, w.Voice.T("reason."+part+"."+key))
		}
	}
	return lines
}

// A Measure is an index as it is shown.
type Measure struct {
	Key       string // "signs", "strain"
	Name      string
	Value     int // of 100
	Level     string
	Low, High int    // ends of its range; the same when there is none
	Note      string // the range or the error in words
}

// Measures are the two indices, as far as they are known.
func (w ResultWords) Measures() []Measure {
	v, shown := w.Voice, w.Checkup.Model.Show(w.Report.Result)
	var all []Measure
	if s := shown.Signs; s != nil {
		all = append(all, Measure{"signs", v.T("result.signs"), s.Score, v.T("level.signs." + w.Report.Signs.Level), s.Low, s.High,
			v.T("result.likely", "low", strconv.Itoa(s.Low), "high", strconv.Itoa(s.High), "error", strconv.Itoa(s.Error))})
	}
	if s := shown.Strain; s != nil {
		note := v.T("result.complete")
		if s.HasRange {
			note = v.T("result.range", "low", strconv.Itoa(s.Low), "high", strconv.Itoa(s.High))
		}
		if w.Report.Strain.RaisedByLimits {
			note += " " + v.T("result.raised_by_limits", "level", v.T("level.strain."+w.Report.Strain.LevelUsed))
		}
		all = append(all, Measure{"strain", v.T("result.strain"), s.Score, v.T("level.strain." + w.Report.Strain.Level), s.Low, s.High, note})
	}
	return all
}

// Balance sets what is given against what comes back, "" if not known.
func (w ResultWords) Balance() string {
	ratio := w.Checkup.Model.Show(w.Report.Result).EffortReward
	if ratio == nil {
		return ""
	}
	key := "balance.even"
	switch {
	case *ratio > 1:
		key = "balance.above"
	case *ratio < 1:
		key = "balance.below"
	}
	return w.Voice.T(key, "ratio", w.Voice.Number(*ratio, 2))
}

// A Driver is a part of the job that adds to the strain.
type Driver struct {
	score.Driver
	Rank   int // among the points as they are shown
	Name   string
	Points string // "8 points"
}

// Drivers are all of them, the heaviest first.
func (w ResultWords) Drivers() []Driver {
	shown := w.Checkup.Model.Show(w.Report.Result)
	ranks := shown.Ranks()
	var all []Driver
	for i, d := range w.Report.Drivers {
		all = append(all, Driver{d, ranks[i], w.Voice.DriverName(d.Key), w.Voice.N("drivers.points", shown.Drivers[i])})
	}
	return all
}

// A Limit is one that was crossed.
type Limit struct{ Key, Name string }

// Limits are those that were crossed.
func (w ResultWords) Limits() []Limit {
	var all []Limit
	for _, key := range w.Report.Limits {
		all = append(all, Limit{key, w.Voice.LimitName(key)})
	}
	return all
}

// NoLimits says that no limit is crossed, as far as it could be checked.
func (w ResultWords) NoLimits() string {
	switch w.Report.Unchecked {
	case 0:
		return w.Voice.T("limits.none")
	case len(w.Checkup.Model.Scoring.Limits):
		return w.Voice.T("limits.unknown")
	}
	return w.Voice.T("limits.none.checked") + " " + w.UncheckedLimits()
}

// UncheckedLimits says how many limits could not be checked, "" for none.
func (w ResultWords) UncheckedLimits() string {
	if w.Report.Unchecked == 0 {
		return ""
	}
	return w.Voice.N("limits.unchecked", w.Report.Unchecked, "of", strconv.Itoa(len(w.Checkup.Model.Scoring.Limits)))
}

// Skipped says what the questions that were skipped could change.
type Skipped struct {
	Strain    string   // how far strain could move, "" for not at all
	Questions []string // IDs of those that could move it, those that matter most first
	Signs     string   // what stands in for a skipped sign, "" for none
}

// Skipped tells of the questions that were left out and could move the result.
func (w ResultWords) Skipped() Skipped {
	var skipped Skipped
	signs := 0
	for _, gap := range w.Report.Gaps {
		if gap.Factor == "" {
			signs++
		} else {
			skipped.Questions = append(skipped.Questions, gap.Question)
		}
	}
	if s := w.Checkup.Model.Show(w.Report.Result).Strain; s != nil && len(skipped.Questions) > 0 {
		skipped.Strain = w.Voice.N("skipped", len(skipped.Questions), "low", strconv.Itoa(s.Low), "high", strconv.Itoa(s.High))
	}
	if signs > 0 && w.Report.Signs != nil {
		skipped.Signs = w.Voice.N("skipped.signs", signs)
	}
	return skipped
}

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
