package whatif

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
	"sort"

	"bothends/questions/checkup"
	"bothends/questions/score"
)

// A Suggestion is a set of changes that makes something better and nothing
// worse.
type Suggestion struct {
	Step    string // key of the whole step, "" for one that was searched for
	Who     string // takes it: score.Employer or Person
	Changes []Change
	Report  checkup.Report // with the changes
	Relief  float64        // points of strain taken away
	Limits  []string       // crossed before, and not with the changes
	Reaches bool           // the target
}

// Values are the changed answers, for Study.Try.
func (s Suggestion) Values() map[string]any {
	values := map[string]any{}
	for _, c := range s.Changes {
		values[c.Question] = c.New
	}
	return values
}

// Suggestions are what a search found.
type Suggestions struct {
	Target Target
	// Wanted is the next place down, whether or not the levers can reach it.
	Wanted Target
	Steps  []Suggestion // whole steps, most strain taken away first
	// Ways are the smallest changes that reach the target where no step does: the
	// smallest of one lever and the smallest of two. More at once is nothing that
	// anybody asks for.
	Ways []Suggestion
	Most checkup.Report // with every lever as far as it brings relief
}

// A move is one lever set to one value.
type move struct {
	change Change
	steps  int   // how many stops away, or how many keys
	relief int64 // billionths of a point
	limits uint  // removed ones, a bit for each that base crosses
	alone  bool  // can be true without another one: rest of 12 hours cannot, after a day of 14
}

// A reach is everywhere one lever can go.
type reach struct {
	moves    []move // in steps, each of them better than the answers as they are; some not alone
	reprices bool   // pay compares otherwise after a move
}

// Suggest searches. Its order is fixed: strain taken away, then limits
// removed, then the order of levers in the model.
//
// Contributions of levers add up, because each moves its own share of a dose.
// Pay and its reference are the exception: what is paid more and what is handed
// over meet in one ratio, so those are worked out together. Sums only choose
// what to look at; every suggestion is worked out in full.
func (s *Study) Suggest() Suggestions {
	var found Suggestions
	if !s.Possible() {
		return found
	}
	reaches := make([]reach, len(s.Levers))
	for i := range s.Levers {
		reaches[i] = s.reach(&s.Levers[i])
	}
	found.Most = s.most(reaches)
	found.Wanted, found.Target = s.target(found.Most)

	found.Steps = s.whole(found.Target, reaches)
	if !slices.ContainsFunc(found.Steps, func(x Suggestion) bool { return x.Reaches }) {
		found.Ways = s.ways(found.Target, reaches)
	}
	return found
}

func bySize(a, b Suggestion) int {
	return cmp.Or(cmp.Compare(score.Exactly(b.Relief), score.Exactly(a.Relief)), cmp.Compare(len(b.Limits), len(a.Limits)))
}

func (m move) size(o move) int {
	return cmp.Or(cmp.Compare(o.relief, m.relief), cmp.Compare(bits.OnesCount(o.limits), bits.OnesCount(m.limits)))
}

// work works out changes in full, and reports whether they are better and
// whether they can well be true.
func (s *Study) work(changes ...Change) (r checkup.Report, better, likely bool) {
	a := maps.Clone(s.answers)
	for _, c := range changes {
		a[c.Question] = c.New
	}
	r, err := s.Checkup.Score(a)
	return r, err == nil && s.better(r), s.likely(a)
}

func (s *Study) suggestion(t Target, changes ...Change) (Suggestion, bool) {
	r, better, likely := s.work(changes...)
	if !better || !likely {
		return Suggestion{}, false
	}
	return Suggestion{
		Changes: changes,
		Report:  r,
		Relief:  s.Base.Strain.Score - r.Strain.Score,
		Limits:  Removed(s.Base, r),
		Reaches: t.met(r),
	}, true
}

// reach works out everywhere that one lever can go.
func (s *Study) reach(l *Lever) (all reach) {
	try := func(value any, keys []string, steps int) (move, bool) {
		m := move{change: Change{l.Question, l.Old, value, keys, l.Who}, steps: steps}
		r, better, likely := s.work(m.change)
		if !better {
			return m, false
		}
		m.alone = likely
		m.relief = score.Exactly(s.Base.Strain.Score - r.Strain.Score)
		for i, key := range s.Base.Limits {
			if !slices.Contains(r.Limits, key) {
				m.limits |= 1 << i
			}
		}
		ratio, was := r.Pay.Ratio(), s.Base.Pay.Ratio()
		all.reprices = all.reprices || (ratio == nil) != (was == nil) || ratio != nil && *ratio != *was
		return m, true
	}
	if !l.IsList() {
		for i, stop := range l.chain() {
			if m, ok := try(stop, nil, i+1); ok {
				all.moves = append(all.moves, m)
			}
		}
		return all
	}
	var single []move // one for each key
	for _, key := range l.loose() {
		if m, ok := try(l.with(key), []string{key}, 1); ok {
			single = append(single, m)
		}
	}
	sort.SliceStable(single, func(i, j int) bool { return single[i].size(single[j]) < 0 })
	var keys []string
	for i, m := range single {
		keys = append(keys, m.change.Keys...)
		if i == 0 {
			all.moves = append(all.moves, m)
		} else if m, ok := try(l.with(keys...), slices.Clone(keys), i+1); ok {
			all.moves = append(all.moves, m)
		}
	}
	return all
}

// most is the result with every lever as far as it brings relief. Where handing
// over tasks and pay meet in one ratio, tasks are kept if that is better, and
// what cannot be true beside the rest is left out.
func (s *Study) most(reaches []reach) checkup.Report {
	best := s.Base
	for _, keep := range []bool{false, true} { // tasks
		for _, alone := range []bool{false, true} {
			var changes []Change
			for i, r := range reaches {
				moves := slices.Clone(r.moves)
				if alone {
					moves = slices.DeleteFunc(moves, func(m move) bool { return !m.alone })
				}
				if len(moves) > 0 && !(keep && r.reprices && s.Levers[i].IsList()) {
					changes = append(changes, slices.MinFunc(moves, move.size).change)
				}
			}
			r, _, likely := s.work(changes...)
			if likely && r.Strain.Score < best.Strain.Score {
				best = r
			}
		}
	}
	return best
}
