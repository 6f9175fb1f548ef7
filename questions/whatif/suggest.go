package whatif

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"

	"bothends/questions/checkup"
	"bothends/questions/score"
)

// A Suggestion is a set of changes that makes something better and nothing
// worse.
type Suggestion struct {
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

// What a target is about.
const (
	ForBand   = "band"   // the next band down
	ForLevel  = "level"  // the next level of strain down: signs alone hold the band, or nothing reaches the next
	ForLimits = "limits" // one limit less: no level down can be reached
	ForPoints = "points" // less strain, which is low already or cannot reach any of these
)

// A Target is the next place down that changes of work can reach. It is met
// when both of its conditions hold.
type Target struct {
	For    string
	Below  int    // strain must be under so many points; 0 when it is low enough as it is
	Limits int    // at most so many limits may be crossed; -1 when it does not matter
	Band   int    // ForBand: its number
	Level  string // ForBand, ForLevel: the level of strain
}

func (t Target) met(r checkup.Report) bool {
	return t.For != ForPoints && t.allows(score.Exactly(r.Strain.Score), len(r.Limits))
}

func (t Target) allows(strain int64, limits int) bool {
	return (t.Below == 0 || strain < score.Exactly(float64(t.Below))) && (t.Limits < 0 || limits <= t.Limits)
}

// Suggestions are what a search found.
type Suggestions struct {
	Target Target
	// Wanted is the next place down, whether or not the levers can reach it.
	Wanted Target
	Steps  []Suggestion // the best single step of each lever, most strain taken away first
	Pairs  []Suggestion // the best single steps of two levers together, likewise
	// Ways are the smallest changes that reach the target: the smallest of one
	// lever, the smallest of two, and where neither exists one of several. None
	// repeats another one or a step.
	Ways []Suggestion
	Most checkup.Report // with every lever as far as it brings relief
}

// mostPairs are kept.
const mostPairs = 3

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
	first    []move // single steps: one, or one for each key of a list, best first
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

	for _, r := range reaches {
		if len(r.first) > 0 {
			if one, ok := s.suggestion(found.Target, r.first[0].change); ok {
				found.Steps = append(found.Steps, one)
			}
		}
	}
	slices.SortStableFunc(found.Steps, bySize)
	found.Pairs = s.pairs(found.Target, reaches)
	found.Ways = s.ways(found.Target, reaches, found.Steps)
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
		if i := slices.IndexFunc(all.moves, func(m move) bool { return m.alone }); i >= 0 {
			all.first = all.moves[i : i+1 : i+1]
		}
		return all
	}
	for _, key := range l.loose() {
		if m, ok := try(l.with(key), []string{key}, 1); ok {
			all.first = append(all.first, m)
		}
	}
	slices.SortStableFunc(all.first, move.size)
	var keys []string
	for i, m := range all.first {
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

// target is the next place down, and the next that the levers can reach: a
// band, else a level of strain, else one limit less.
func (s *Study) target(most checkup.Report) (wanted, reached Target) {
	m := s.Checkup.Model
	levels := m.Scoring.Strain.Levels
	used := slices.IndexFunc(levels, func(l score.Level) bool { return l.Key == s.Base.Strain.LevelUsed })
	down := func(to int) Target { // to a lower level of strain
		t := Target{For: ForLevel, Level: levels[to].Key, Limits: -1}
		if below := levels[to+1].From; score.Exactly(s.Base.Strain.Score) >= score.Exactly(float64(below)) {
			t.Below = below
		}
		for n := len(s.Base.Limits); n >= 0 && m.UsedWith(n) > to; n-- {
			t.Limits = n - 1
		}
		return t
	}
	var targets []Target
	if b := s.Base.Band; b != nil {
		row := slices.IndexFunc(m.Scoring.Bands.Matrix, func(r score.BandRow) bool { return r.Signs == s.Base.Signs.Level })
		for to := used - 1; to >= 0; to-- {
			if band := m.Scoring.Bands.Matrix[row].Bands[to]; band < b.Number {
				t := down(to)
				t.For, t.Band = ForBand, band
				targets = append(targets, t)
				break
			}
		}
	}
	if used > 0 {
		targets = append(targets, down(used-1))
	}
	if n := len(s.Base.Limits); n > 0 {
		targets = append(targets, Target{For: ForLimits, Limits: n - 1})
	}
	targets = append(targets, Target{For: ForPoints, Limits: -1})
	for _, t := range targets {
		if t.For == ForPoints || t.met(most) {
			return targets[0], t
		}
	}
	panic("unreachable: the last target is for points")
}

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
	slices.SortStableFunc(likely, func(a, b pair) int { return cmp.Compare(b.relief, a.relief) })
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
	slices.SortStableFunc(found, func(a, b Suggestion) int { return cmp.Or(bySize(a, b), s.order(a, b)) })
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
	slices.SortStableFunc(likely, func(a, b candidate) int { return cmp.Compare(a.steps, b.steps) })
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
