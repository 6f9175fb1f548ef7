package whatif

import (
	"math"
	"reflect"
	"slices"
	"sort"

	"bothends/questions"
	"bothends/questions/score"
)

// goal is where a move takes a number or a choice. It is false where it would bring no
// relief, or follows from a question that was not answered.
func (l *Lever) goal(m score.MoveRule, a questions.Answers) (any, bool) {
	old, isNumber := l.Old.(float64)
	less := l.Relief == score.Less
	var to float64
	switch {
	case m.Option != "":
		at := slices.Index(l.Stops, any(m.Option))
		return m.Option, at >= 0 && at != l.At && (at < l.At) == less
	case m.To != nil:
		to = *m.To
	case m.As != "":
		other, ok := a[m.As].(float64)
		if !ok {
			return nil, false
		}
		to = other
	case !isNumber || m.Best:
		return nil, false
	case m.Times != 0 && less:
		to = max(old*m.Times, l.Best)
	case less:
		to = max(old-m.By, l.Best)
	default:
		to = min(old+m.By, l.Best)
	}
	if l.Ask.Whole && less {
		to = math.Floor(to)
	} else if l.Ask.Whole {
		to = math.Ceil(to)
	}
	// A word stands on the side of worse.
	return to, !isNumber || to != old && (to < old) == less
}

// meet makes the places stops at which whole steps end, so that a slider can stand
// there. The search for the smallest change passes them over.
func (l *Lever) meet(steps []score.StepRule, a questions.Answers) {
	for _, step := range steps {
		for _, m := range step.Moves {
			if m.Question != l.Question || l.IsList() {
				continue
			}
			to, ok := l.goal(m, a)
			n, isNumber := to.(float64)
			if !ok || !isNumber || slices.Contains(l.Stops, to) {
				continue
			}
			i := slices.IndexFunc(l.Stops, func(stop any) bool { x, ok := stop.(float64); return ok && x > n })
			if i < 0 {
				if i = len(l.Stops); l.Stops[i-1] == any(l.Ask.Word) {
					i--
				}
			}
			l.Stops, l.between = slices.Insert(l.Stops, i, to), append(l.between, to)
			l.At = slices.Index(l.Stops, l.Old)
		}
	}
}

// changes are the moves of a step that a person has, none without the first.
func (s *Study) changes(step score.StepRule, reaches []reach) (all []Change) {
	for i, m := range step.Moves {
		at := slices.IndexFunc(s.Levers, func(l Lever) bool { return l.Question == m.Question })
		if at >= 0 {
			l, moves := &s.Levers[at], reaches[at].moves
			var found []move
			switch to, ok := any(nil), false; {
			case m.Best && len(moves) > 0:
				found = []move{slices.MinFunc(moves, move.size)}
			case l.IsList():
				if n := slices.IndexFunc(moves, func(x move) bool { return x.steps == int(m.By) }); n >= 0 {
					found = moves[n : n+1]
				}
			default:
				if to, ok = l.goal(m, s.answers); ok {
					found = []move{{change: Change{l.Question, l.Old, to, nil, step.Who}}}
				}
			}
			for _, x := range found {
				x.change.Who = step.Who
				all = append(all, x.change)
			}
		}
		if i == 0 && len(all) == 0 {
			return nil
		}
	}
	return all
}

// whole are the steps of the model that do something for this person: each is
// worked out in full, as any answers are.
func (s *Study) whole(t Target, reaches []reach) (found []Suggestion) {
	for _, step := range s.Checkup.Model.Scoring.Steps {
		changes := s.changes(step, reaches)
		if len(changes) == 0 {
			continue
		}
		one, ok := s.suggestion(t, changes...)
		if !ok || score.Exactly(one.Relief) < score.Exactly(score.LeastRelief) && len(one.Limits) == 0 {
			continue
		}
		one.Step, one.Who = step.Key, step.Who
		if !slices.ContainsFunc(found, func(o Suggestion) bool { return reflect.DeepEqual(o.Values(), one.Values()) }) {
			found = append(found, one)
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return bySize(found[i], found[j]) < 0 })
	return found
}
