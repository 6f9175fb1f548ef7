// Package whatif answers "what would have to change?": it works out a result
// for answers with some conditions of work changed, and searches for the
// smallest changes that would move it.
//
//	lever.go    which answers can be changed, and to what
//	study.go    one person's answers with changes, worked out as any answers are
//	target.go   the next place down that changes of work can reach
//	steps.go    whole steps that a person could ask for
//	suggest.go  the search: what each lever can do; ways.go: the smallest ways there
//
// Only answers that were given are changed, only conditions of work and never
// signs: the method makes no causal claim, so signs stay as they are. Nothing
// here is an estimate. Each result comes from [checkup.Checkup.Score], pay and
// its reference included.
package whatif

import (
	"math"
	"slices"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/score"
)

// A Lever is a condition of work that can be changed, as one person answered
// it.
type Lever struct {
	score.LeverRule
	Ask     *questions.Question
	Section string // that asks it
	Old     any    // the answer: a number, a word or a key, or the keys of a list

	// Stops are what a number or a choice can be set to, in the order of the
	// question, and At is where Old stands among them. A list has none: each
	// key is in or out.
	Stops []any
	At    int

	between []any // those of Stops that only a whole step asks for
}

// IsList reports whether the lever is a list of keys.
func (l *Lever) IsList() bool { return l.Ask.Type == questions.List }

// keys are the ticked keys of a list.
func (l *Lever) keys() []string {
	keys, _ := l.Old.([]string)
	return keys
}

// levers are those of the questionnaire that have an answer which moves the
// result: without pay that can be compared, say, an amount moves nothing.
func levers(c *checkup.Checkup, a questions.Answers, base checkup.Report) []Lever {
	dosed := map[string]bool{}
	for _, f := range base.Factors {
		dosed[f.ID] = true
	}
	var found []Lever
	for _, rule := range c.Model.Scoring.Levers {
		q, ok := c.Pack.Question(rule.Question)
		if !ok || a[rule.Question] == nil {
			continue
		}
		moves := rule.Percent && base.Pay.Ratio() != nil
		for _, id := range c.Model.FactorsOf(rule.Question) {
			moves = moves || dosed[id]
		}
		if !moves {
			continue
		}
		l := Lever{LeverRule: rule, Ask: q, Section: sectionOf(c.Pack, q), Old: a[rule.Question]}
		switch old := l.Old.(type) {
		case []string:
			l.Old = slices.Clone(old)
		case float64:
			l.Stops = l.numbers(old)
		case string:
			switch {
			case q.Type == questions.Number: // the word instead of a number
				l.Stops = l.numbers(math.NaN())
			default:
				for _, key := range c.Pack.QuestionOptions(q) {
					l.Stops = append(l.Stops, key)
				}
			}
		}
		if !l.IsList() {
			if l.At = slices.Index(l.Stops, l.Old); l.At < 0 { // "not applicable" has no place between keys
				continue
			}
			l.meet(c.Model.Scoring.Steps, a)
		}
		found = append(found, l)
	}
	return found
}

func sectionOf(p *questions.Pack, q *questions.Question) string {
	for _, s := range p.Sections {
		for i := range s.Questions {
			if &s.Questions[i] == q {
				return s.ID
			}
		}
	}
	return ""
}

// numbers are the multiples of the step from one end of the lever to the
// other, both ends and the answer included, and the word on the side of worse.
func (l *Lever) numbers(old float64) []any {
	if l.Percent {
		var stops []any
		for percent := l.Worst; percent <= l.Best; percent += l.Step {
			// Whole cents, so that the amount on the screen is the amount counted.
			stops = append(stops, math.Floor(old*(100+percent)+0.5)/100)
		}
		stops[0] = old
		return stops
	}
	low, high := min(l.Best, l.Worst), max(l.Best, l.Worst)
	at := []float64{low, high}
	for n := math.Ceil(low/l.Step) * l.Step; n <= high; n += l.Step {
		at = append(at, n)
	}
	if !math.IsNaN(old) {
		at = append(at, old)
	}
	slices.Sort(at)
	var stops []any
	for _, n := range slices.Compact(at) {
		stops = append(stops, n)
	}
	switch {
	case l.Ask.Word == "":
	case l.Relief == score.Less:
		stops = append(stops, l.Ask.Word)
	default:
		stops = slices.Insert(stops, 0, any(l.Ask.Word))
	}
	return stops
}

// chain are the stops from the answer on, in the direction of relief, nearest
// first. A stop that is less than half a step away is passed over: from 58
// hours the next is 55, not 57.5.
func (l *Lever) chain() []any {
	var chain []any
	ahead := slices.Clone(l.Stops[l.At+1:])
	if l.Relief == score.Less {
		ahead = slices.Clone(l.Stops[:l.At])
		slices.Reverse(ahead)
	}
	old, isNumber := l.Old.(float64)
	for _, stop := range ahead {
		if slices.Contains(l.between, stop) {
			continue
		}
		n, ok := stop.(float64)
		if ok && isNumber && !l.Percent && math.Abs(n-old) < l.Step/2 && n != l.Best {
			continue
		}
		chain = append(chain, stop)
	}
	return chain
}

// loose are the keys of a list that can be moved in the direction of relief:
// handed over, or added. A list of tasks goes from the heart of the job
// outwards, so the last are handed over first.
func (l *Lever) loose() []string {
	var keys []string
	for _, key := range l.Ask.Options {
		if slices.Contains(l.keys(), key) == (l.Relief == score.Less) {
			keys = append(keys, key)
		}
	}
	if l.Relief == score.Less {
		slices.Reverse(keys)
	}
	return keys
}

// with is the list with keys moved, in the order of the question.
func (l *Lever) with(moved ...string) []string {
	keys := []string{}
	for _, key := range l.Ask.Options {
		if slices.Contains(l.keys(), key) != slices.Contains(moved, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// Offered are the keys of a list that can be moved: those that were ticked, and
// for a list of which more is better all others too.
func (l *Lever) Offered() []string {
	if l.Relief == score.More {
		return l.Ask.Options
	}
	var keys []string
	for _, key := range l.Ask.Options {
		if slices.Contains(l.keys(), key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// Toggle puts a key of a list in or takes it out. The new list is in the order
// of the question, or that of the answer when it holds the same.
func (l *Lever) Toggle(keys []string, key string) []string {
	out := []string{}
	for _, option := range l.Ask.Options {
		if slices.Contains(keys, option) != (option == key) {
			out = append(out, option)
		}
	}
	old := slices.Clone(l.keys())
	slices.SortFunc(old, func(a, b string) int { return slices.Index(l.Ask.Options, a) - slices.Index(l.Ask.Options, b) })
	if slices.Equal(out, old) {
		return slices.Clone(l.keys())
	}
	return out
}

// allows reports whether the lever can be set to value.
func (l *Lever) allows(value any) bool {
	keys, isList := value.([]string)
	if isList != l.IsList() {
		return false
	}
	if !isList {
		return slices.Contains(l.Stops, value)
	}
	for i, key := range keys {
		if !slices.Contains(l.Ask.Options, key) || slices.Contains(keys[:i], key) {
			return false
		}
	}
	return true
}
