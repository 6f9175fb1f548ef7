package whatif

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"

	"bothends/questions/score"
)

// rounding is more than sums of contributions can be off, in billionths.
const rounding = 100

// order compares by the places of the levers in the model.
func (s *Study) order(a, b Suggestion) int {
	places := func(x Suggestion) (all []int) {
		for _, c := range x.Changes {
			all = append(all, slices.IndexFunc(s.Levers, func(l Lever) bool { return l.Question == c.Question }))
		}
		return all
	}
	return slices.Compare(places(a), places(b))
}

// ways are the smallest changes that reach the target: fewest levers first,
// then fewest steps, then most strain taken away.
func (s *Study) ways(t Target, reaches []reach) []Suggestion {
	if t.For == ForPoints {
		return nil
	}
	var found []Suggestion
	one, ok := s.way(t, reaches, 1)
	if ok {
		found = append(found, one)
	}
	if two, ok := s.way(t, reaches, 2); ok {
		found = append(found, two)
	}
	return found
}

// way is the smallest change of one lever or of two that reaches the target.
func (s *Study) way(t Target, reaches []reach, levers int) (best Suggestion, ok bool) {
	type candidate struct {
		a, b   *move // b is nil for one lever
		steps  int
		relief int64
	}
	base, least := score.Exactly(s.Base.Strain.Score), 0
	var likely []candidate
	for i := range reaches {
		for x := range reaches[i].moves {
			a := &reaches[i].moves[x]
			if levers == 1 {
				if t.allows(base-a.relief, len(s.Base.Limits)-bits.OnesCount(a.limits)) {
					likely = append(likely, candidate{a, nil, a.steps, a.relief})
				}
				continue
			}
			for j := i + 1; j < len(reaches); j++ {
				reprices := reaches[i].reprices && reaches[j].reprices
				for y := range reaches[j].moves {
					b := &reaches[j].moves[y]
					relief := a.relief + b.relief
					if reprices || t.allows(base-relief-rounding, len(s.Base.Limits)-bits.OnesCount(a.limits|b.limits)) {
						likely = append(likely, candidate{a, b, a.steps + b.steps, relief})
					}
				}
			}
		}
	}
	sort.SliceStable(likely, func(i, j int) bool { return likely[i].steps < likely[j].steps })
	for _, c := range likely {
		if ok && c.steps > least {
			break
		}
		changes := []Change{c.a.change}
		if c.b != nil {
			changes = append(changes, c.b.change)
		}
		one, works := s.suggestion(t, changes...)
		if works && one.Reaches && (!ok || cmp.Or(bySize(one, best), s.order(one, best)) < 0) {
			best, least, ok = one, c.steps, true
		}
	}
	return best, ok
}
