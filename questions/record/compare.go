package record

import (
	"math"
	"reflect"
	"slices"
	"sort"

	"bothends/questions"
	"bothends/questions/score"
)

// A Side is one of two results that are compared.
type Side struct {
	Answers questions.Answers
	Result  score.Result
}

// A Change is what differs between an earlier and a later result. It says what,
// and never why: two results do not show what brought about a difference.
type Change struct {
	Signs   *SignsShift // nil when one side has no signs
	Strain  *StrainShift
	Gained  []string // limits crossed only in the later one, in the order of the model
	Lost    []string // limits crossed only in the earlier one
	Drivers []DriverShift
	Answers []AnswerShift // in pack order
}

// A SignsShift is the change of S beside its error.
type SignsShift struct {
	By float64 // later less earlier
	// Error is one standard error of the difference: both numbers have an error
	// of their own, and the two are independent, so their squares add.
	Error  float64
	Within bool // By is not larger than Error, so it is no clear change
}

// A StrainShift is the change of E. Its only uncertainty is that of skipped
// questions.
type StrainShift struct {
	By     float64
	Within bool // the two ranges overlap: skipped answers alone could make the difference
}

// A DriverShift is a driver whose contribution changed.
type DriverShift struct {
	Key        string
	Old, New   float64 // points of E; 0 where nothing of it was answered
	By         float64
	OnlyOneHas bool // in one of the two nothing of it was answered
}

// An AnswerShift is an answer that is another one now. Old or New is nil when
// the question was skipped. For a list, Added and Removed say it shorter.
type AnswerShift struct {
	ID             string
	Old, New       any
	Added, Removed []string
}

// Compare says what changed from an earlier to a later result.
func Compare(p *questions.Pack, m *score.Model, earlier, later Side) Change {
	c := Change{Answers: answerShifts(p, earlier.Answers, later.Answers)}
	a, b := earlier.Result, later.Result
	if a.Signs != nil && b.Signs != nil {
		s := &SignsShift{By: b.Signs.Score - a.Signs.Score, Error: math.Hypot(a.Signs.Error, b.Signs.Error)}
		s.Within = questions.Round(math.Abs(s.By), 9) <= questions.Round(s.Error, 9)
		c.Signs = s
	}
	if a.Strain != nil && b.Strain != nil {
		c.Strain = &StrainShift{By: b.Strain.Score - a.Strain.Score, Within: overlap(a.Strain, b.Strain)}
		c.Drivers = driverShifts(m, a.Drivers, b.Drivers)
	}
	for _, rule := range m.Scoring.Limits {
		was, is := slices.Contains(a.Limits, rule.Key), slices.Contains(b.Limits, rule.Key)
		switch {
		case is && !was:
			c.Gained = append(c.Gained, rule.Key)
		case was && !is:
			c.Lost = append(c.Lost, rule.Key)
		}
	}
	return c
}

// overlap reports whether the ranges of two results share a value. Where
// nothing was skipped a range is one point, and then only equal numbers do.
func overlap(a, b *score.Strain) bool {
	round := func(x float64) float64 { return questions.Round(x, 9) }
	return round(a.Low) <= round(b.High) && round(b.Low) <= round(a.High)
}

// driverShifts lists what moved, the largest first, then in the order of the
// model.
func driverShifts(m *score.Model, a, b []score.Driver) []DriverShift {
	points := func(drivers []score.Driver, key string) (float64, bool) {
		i := slices.IndexFunc(drivers, func(d score.Driver) bool { return d.Key == key })
		if i < 0 {
			return 0, false
		}
		return drivers[i].Contribution, true
	}
	var out []DriverShift
	for _, rule := range m.Scoring.Drivers {
		was, had := points(a, rule.Key)
		is, has := points(b, rule.Key)
		if by := questions.Round(is-was, 9); by != 0 {
			out = append(out, DriverShift{Key: rule.Key, Old: was, New: is, By: by, OnlyOneHas: had != has})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return math.Abs(out[i].By) > math.Abs(out[j].By) })
	return out
}

func answerShifts(p *questions.Pack, a, b questions.Answers) []AnswerShift {
	var out []AnswerShift
	for _, section := range p.Sections {
		for _, q := range section.Questions {
			was, is := settled(a[q.ID]), settled(b[q.ID])
			if reflect.DeepEqual(was, is) {
				continue
			}
			shift := AnswerShift{ID: q.ID, Old: a[q.ID], New: b[q.ID]}
			before, isList := was.([]string)
			after, staysList := is.([]string)
			if isList && staysList {
				shift.Added, shift.Removed = without(q.Options, after, before), without(q.Options, before, after)
			}
			out = append(out, shift)
		}
	}
	return out
}

// settled is an answer in the one form that equal answers have: lists are sets,
// and shares may have any scale.
func settled(answer any) any {
	switch x := answer.(type) {
	case []string:
		return append([]string{}, slices.Sorted(slices.Values(x))...)
	case map[string]float64:
		total := 0.0
		for _, key := range sortedKeys(x) {
			total += x[key]
		}
		whole := map[string]float64{}
		for key, share := range x {
			if share > 0 {
				whole[key] = questions.Round(share/total, 6)
			}
		}
		return whole
	}
	return answer
}

func sortedKeys(m map[string]float64) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// without returns the keys of list that other lacks, in the order of the
// question.
func without(order, list, other []string) []string {
	var out []string
	for _, key := range order {
		if slices.Contains(list, key) && !slices.Contains(other, key) {
			out = append(out, key)
		}
	}
	return out
}
