package say

import (
	"slices"
	"strconv"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/score"
)

// ResultWords say what the answers came to. The page, the paper and the terminal
// show the same sentences, words before numbers.
type ResultWords struct {
	Voice   Voice
	Checkup *checkup.Checkup
	Report  *checkup.Report
	Answers questions.Answers // that it is of, nil where they are not said
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
	Range     string // what stands behind the number: "56 to 69", or "of 100"
	Note      string // the range or the error in words
}

// Measures are the two indices, as far as they are known.
func (w ResultWords) Measures() []Measure {
	v, shown := w.Voice, w.Checkup.Model.Show(w.Report.Result)
	var all []Measure
	if s := shown.Signs; s != nil {
		all = append(all, Measure{"signs", v.T("result.signs"), s.Score, v.T("level.signs." + w.Report.Signs.Level), s.Low, s.High,
			v.T("result.span", "low", strconv.Itoa(s.Low), "high", strconv.Itoa(s.High)),
			v.T("result.likely", "low", strconv.Itoa(s.Low), "high", strconv.Itoa(s.High), "error", strconv.Itoa(s.Error))})
	}
	if s := shown.Strain; s != nil {
		note, span := v.T("result.complete"), v.T("result.hundred")
		if s.HasRange {
			span = v.T("result.span", "low", strconv.Itoa(s.Low), "high", strconv.Itoa(s.High))
			note = v.T("result.range", "low", strconv.Itoa(s.Low), "high", strconv.Itoa(s.High))
		}
		if raised := w.Raised(); raised != "" {
			note += " " + raised
		}
		all = append(all, Measure{"strain", v.T("result.strain"), s.Score, v.T("level.strain." + w.Report.Strain.Level), s.Low, s.High, span, note})
	}
	return all
}

// Raised says that limits place strain higher than its number does [F10], "" where
// they do not.
func (w ResultWords) Raised() string {
	if s := w.Report.Strain; s != nil && s.RaisedByLimits {
		return w.Voice.T("result.raised_by_limits", "level", w.Voice.T("level.strain."+s.LevelUsed))
	}
	return ""
}

// Spot says the place on the map in a few words, "" where there is none.
func (w ResultWords) Spot() string {
	b := w.Report.Band
	switch {
	case b == nil:
		return ""
	case b.NearBoundary():
		return w.Voice.T("map.spot.near", "low", w.Band(b.Low), "high", w.Band(b.High))
	}
	return w.Voice.T("map.spot")
}

// Agreement says how near the first act comes to all questions, "" once more than
// that is answered.
func (w ResultWords) Agreement() string {
	for i, act := range w.Checkup.Pack.Acts {
		for _, q := range w.Checkup.Pack.ActQuestions(act) {
			if i > 0 && w.Answers[q.ID] != nil {
				return ""
			}
		}
	}
	if len(w.Checkup.Pack.Acts) == 0 || w.Checkup.Pack.Acts[0].Agreement == nil {
		return ""
	}
	g := w.Checkup.Pack.Acts[0].Agreement
	return w.Voice.T("act.agreement", "forms", w.Voice.Plain(float64(g.Forms)), "points", w.Voice.Plain(g.Points), "same", w.Voice.Plain(float64(g.SameBand)))
}

// Notable says how many parts of the job weigh.
func (w ResultWords) Notable() string {
	n := 0
	for _, d := range w.Report.Drivers {
		if d.Notable {
			n++
		}
	}
	if n == 0 {
		return w.Voice.T("drivers.none")
	}
	return w.Voice.N("drivers.count", n)
}

// LimitsCount says how many limits are crossed.
func (w ResultWords) LimitsCount() string {
	if n := len(w.Report.Limits); n > 0 {
		return w.Voice.N("limits.count", n, "of", strconv.Itoa(len(w.Checkup.Model.Scoring.Limits)))
	}
	return w.NoLimits()
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
	Of     string // "9 of 9", "" where skipped questions stretch what there could be
	Answer string // that weighs most in it, "" where none says it in a few words
}

// Behind is the answer behind a driver and what it weighs: "60 hours a week · 9 of 9".
func (d Driver) Behind() string {
	weight := d.Of
	if weight == "" {
		weight = d.Points
	}
	if d.Answer == "" {
		return weight
	}
	return d.Answer + " · " + weight
}

// Drivers are all of them, the heaviest first.
func (w ResultWords) Drivers() []Driver {
	shown := w.Checkup.Model.Show(w.Report.Result)
	ranks := shown.Ranks()
	var all []Driver
	for i, d := range w.Report.Drivers {
		driver := Driver{d, ranks[i], w.Voice.DriverName(d.Key), w.Voice.N("drivers.points", shown.Drivers[i]), "", w.behind(d)}
		if most := w.most(d); shown.Drivers[i] <= most {
			driver.Of = w.Voice.T("drivers.of", "n", strconv.Itoa(shown.Drivers[i]), "of", strconv.Itoa(most))
		}
		all = append(all, driver)
	}
	return all
}

// most is the weight of a driver, its points where nothing is skipped and everything
// is as heavy as it can be.
func (w ResultWords) most(d score.Driver) int {
	most := 0
	for _, f := range w.Report.Factors {
		if slices.Contains(d.Factors, f.ID) {
			most += f.Weight
		}
	}
	return most
}

// behind is the answer that weighs most in a driver.
func (w ResultWords) behind(d score.Driver) string {
	var heaviest score.Factor
	for _, f := range w.Report.Factors {
		if slices.Contains(d.Factors, f.ID) && f.Contribution > heaviest.Contribution {
			heaviest = f
		}
	}
	if w.Report.Pay.Ratio() != nil && slices.ContainsFunc(w.Checkup.Model.Scoring.Factors, func(f score.FactorRule) bool {
		return f.ID == heaviest.ID && f.Dose.Ratio != nil
	}) {
		return "" // pay was compared, and how it feels did not count
	}
	for _, s := range w.Checkup.Pack.Sections {
		for i := range s.Questions {
			q := &s.Questions[i]
			answer := w.Answers[q.ID]
			if answer == nil || !slices.Contains(w.Checkup.Model.FactorsOf(q.ID), heaviest.ID) {
				continue
			}
			if list, ok := answer.([]string); ok {
				return w.Voice.N("drivers.ticked", len(list))
			}
			text := w.Voice.AnswerText(w.Checkup, q.ID, answer)
			if _, number := answer.(float64); number && q.Unit == questions.Money || text == "" {
				return ""
			}
			if len(d.Factors) > 1 {
				return w.Voice.QuestionName(q.ID) + w.Voice.Colon() + text
			}
			return text
		}
	}
	return ""
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
