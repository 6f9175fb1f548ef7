package score

import (
	"math"

	"bothends/questions"
)

// Sums of binary fractions differ in the last bit, so an exact 25, 40 or 50 can
// be missed. Before every test on a computed value, and before every rounding
// for display, it is therefore brought to nine decimals, half up [F14]: here to
// a whole number of billionths, which compares exactly.

// billion is one point in billionths.
const billion = 1_000_000_000

func nano(x float64) int64 {
	return int64(math.Floor(float64(x*billion) + 0.5))
}

// whole is n points in billionths.
func whole(n int) int64 { return int64(n) * billion }

// levelOf returns the highest level that x has reached.
func levelOf(x float64, levels []Level) int {
	n := nano(x)
	level := 0
	for i := range levels {
		if n >= whole(levels[i].From) {
			level = i
		}
	}
	return level
}

// clip brings the end of a range back to 0–100 [F13].
func clip(x float64) float64 { return min(max(x, 0), 100) }

// A Display is a result in the numbers that people read.
type Display struct {
	Signs        *DisplayIndex // nil as in the result
	Strain       *DisplayIndex
	Drivers      []int    // points, beside Result.Drivers; they add up to Strain.Score [F16]
	EffortReward *float64 // two decimals; what is said about it follows this value [F11]
}

// A DisplayIndex is S or E in whole points, 0 to 100.
type DisplayIndex struct {
	Score     int
	HasRange  bool // not for E when nothing was skipped
	Low, High int  // ends of the range; both Score without one
	Error     int  // of S: one standard error, not a limit [F17]
}

// Show rounds a result for display. A value below a threshold is never shown as
// having reached it [F15].
func (m *Model) Show(r Result) Display {
	var shown Display
	if s := r.Signs; s != nil {
		shown.Signs = &DisplayIndex{
			Score:    m.shownSigns(s.Score),
			HasRange: true,
			Low:      m.shownSigns(clip(s.Low - s.Error)),
			High:     m.shownSigns(clip(s.High + s.Error)),
			Error:    int(questions.Round(s.Error, 0)),
		}
	}
	if s := r.Strain; s != nil {
		score := shownBelow(s.Score, m.strainLevels)
		shown.Strain = &DisplayIndex{Score: score, Low: score, High: score}
		if r.Counts.Weight < r.Counts.Applicable {
			shown.Strain.HasRange = true
			shown.Strain.Low = shownBelow(s.Low, m.strainLevels)
			shown.Strain.High = shownBelow(s.High, m.strainLevels)
		}
		shown.Drivers = addUp(r.Drivers, score)
	}
	if r.EffortReward != nil {
		ratio := questions.Round(*r.EffortReward, 2)
		shown.EffortReward = &ratio
	}
	return shown
}

func (m *Model) shownSigns(x float64) int {
	n := shownBelow(x, m.signsLevels)
	if split := m.Scoring.Signs.TextSplit; split.InUse && n >= split.At && nano(x) < whole(split.At) {
		return split.At - 1
	}
	return n
}

// shownBelow rounds half up, but not over the beginning of a level that x has
// not reached [F15].
func shownBelow(x float64, levels []Level) int {
	n := int(questions.Round(x, 0))
	for i := len(levels) - 1; i >= 0; i-- {
		if t := levels[i].From; n >= t && nano(x) < whole(t) {
			n = t - 1
		}
	}
	return n
}

// addUp gives each driver a whole number so that all add up to total, by
// largest remainder: equal remainders go to the larger contribution first, then
// to the order of the model, which is the order the drivers stand in [F16].
func addUp(drivers []Driver, total int) []int {
	shown := make([]int, len(drivers))
	rest := make([]int64, len(drivers))
	missing := total
	for i, d := range drivers {
		n := nano(d.Contribution)
		shown[i] = int(n / billion)
		rest[i] = n % billion
		missing -= shown[i]
	}
	for ; missing > 0 && len(drivers) > 0; missing-- {
		best := 0
		for i := range rest {
			if rest[i] > rest[best] {
				best = i
			}
		}
		shown[best]++
		rest[best] = -1
	}
	// Contributions less than half a billionth below a whole number round up to
	// it, while their sum may stay below a threshold: then one too many is out.
	for ; missing < 0; missing++ {
		worst := -1
		for i := range rest {
			if shown[i] > 0 && (worst < 0 || rest[i] <= rest[worst]) {
				worst = i
			}
		}
		shown[worst]--
		rest[worst] += billion
	}
	return shown
}

// Ranks returns the ranks of Drivers, 1 for the most points: those that show equal
// points share a rank, and the next rank counts them. So no rank contradicts the
// points beside it.
func (d Display) Ranks() []int {
	ranks := make([]int, len(d.Drivers))
	for i, points := range d.Drivers {
		ranks[i] = i + 1
		if i > 0 && points == d.Drivers[i-1] {
			ranks[i] = ranks[i-1]
		}
	}
	return ranks
}
