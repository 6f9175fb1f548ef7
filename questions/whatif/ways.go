package whatif

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"

	"bothends/questions/score"
)

// mostPairs are kept.
const mostPairs = 3

// pairs are the best single steps of two levers together.
func (s *Study) pairs(t Target, reaches []reach) []Suggestion {
	type pair struct {
		a, b   move
		relief int64
	}
	var likely []pair
	var found []Suggestion
	for i := range reaches {
		for j := i + 1; j < len(reaches); j++ {
			a, b := reaches[i].first, reaches[j].first
			if len(a) == 0 || len(b) == 0 {
				continue
			}
			if !(reaches[i].reprices && reaches[j].reprices) {
				likely = append(likely, pair{a[0], b[0], a[0].relief + b[0].relief})
				continue
			}
			var together []Suggestion
			for _, a := range a {
				for _, b := range b {
					if one, ok := s.suggestion(t, a.change, b.change); ok {
						together = append(together, one)
					}
				}
			}
			if len(together) > 0 {
				found = append(found, slices.MinFunc(together, bySize))
			}
		}
	}
	sort.SliceStable(likely, func(i, j int) bool { return likely[i].relief > likely[j].relief })
	for i, p := range likely {
		// The same sum may come out a billionth apart, so equal ones are all
		// worked out before the list is cut.
		if i >= mostPairs && p.relief < likely[i-1].relief-rounding {
			break
		}
		if one, ok := s.suggestion(t, p.a.change, p.b.change); ok {
			found = append(found, one)
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return cmp.Or(bySize(found[i], found[j]), s.order(found[i], found[j])) < 0 })
	return found[:min(len(found), mostPairs)]
}

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
func (s *Study) ways(t Target, reaches []reach, steps []Suggestion) []Suggestion {
	if t.For == ForPoints {
		return nil
	}
	var found []Suggestion
	one, least, ok := s.way(t, reaches, 1)
	if ok && least == 1 && slices.ContainsFunc(steps, func(x Suggestion) bool { return x.Reaches }) {
		return nil // a single step does: it stands among them
	}
	if ok {
		found = append(found, one)
	}
	if two, _, ok := s.way(t, reaches, 2); ok {
		found = append(found, two)
	}
	if len(found) == 0 {
		if several, ok := s.several(t, reaches); ok {
			found = append(found, several)
		}
	}
	return found
}

// way is the smallest change of one lever or of two that reaches the target.
func (s *Study) way(t Target, reaches []reach, levers int) (best Suggestion, least int, ok bool) {
	type candidate struct {
		a, b   *move // b is nil for one lever
		steps  int
		relief int64
	}
	base := score.Exactly(s.Base.Strain.Score)
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
	return best, least, ok
}

// several takes the step that takes most strain away, again and again, until
// the target is reached, and then drops every lever that was not needed.
func (s *Study) several(t Target, reaches []reach) (Suggestion, bool) {
	at := make([]int, len(reaches)) // moves taken
	changes := func() (all []Change) {
		for i, n := range at {
			if n > 0 {
				all = append(all, reaches[i].moves[n-1].change)
			}
		}
		return all
	}
	reached := func() (Suggestion, bool) {
		one, ok := s.suggestion(t, changes()...)
		return one, ok && one.Reaches
	}
	for {
		next, most := -1, move{}
		for i := range reaches {
			if at[i] == len(reaches[i].moves) {
				continue
			}
			gain := reaches[i].moves[at[i]]
			if at[i] > 0 {
				gain.relief -= reaches[i].moves[at[i]-1].relief
				gain.limits &^= reaches[i].moves[at[i]-1].limits
			}
			if next < 0 || gain.size(most) < 0 {
				next, most = i, gain
			}
		}
		if next < 0 {
			return Suggestion{}, false
		}
		at[next]++
		if _, ok := reached(); ok {
			break
		}
	}
	for i := len(at) - 1; i >= 0; i-- {
		n := at[i]
		for at[i] = 0; at[i] < n; at[i]++ {
			if _, ok := reached(); ok {
				break
			}
		}
	}
	return reached()
}
