package whatif_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/score"
	"bothends/questions/whatif"
)

// A tried is what the search by brute force knows of a set of changes.
type tried struct {
	line   string
	steps  int
	relief int64
	limits int
	order  []int
	meets  bool
	step   string
	odd    bool // two numbers can hardly both be true
}

func (a tried) less(b tried) int {
	for _, d := range []int64{b.relief - a.relief, int64(b.limits - a.limits)} {
		if d != 0 {
			return int(max(-1, min(1, d)))
		}
	}
	return slices.Compare(a.order, b.order)
}

// brute works out every step of every lever and every two of them, with no
// thought of what adds up.
type brute struct {
	t    testing.TB
	c    *checkup.Checkup
	s    *whatif.Study
	a    questions.Answers
	goal whatif.Target
	all  [][]setting // by lever
}

type setting struct {
	lever int
	value any
	keys  []string
	steps int
}

func (b *brute) work(settings ...setting) (tried, bool) {
	changed := map[string]any{}
	var x whatif.Suggestion
	var out tried
	for _, set := range settings {
		l := b.s.Levers[set.lever]
		changed[l.Question] = set.value
		x.Changes = append(x.Changes, whatif.Change{Question: l.Question, Old: l.Old, New: set.value, Keys: set.keys})
		out.order = append(out.order, set.lever)
		out.steps += set.steps
	}
	r, hints, err := b.s.Try(changed)
	if err != nil {
		b.t.Fatal(err)
	}
	base := b.s.Base
	out.odd = len(hints) > len(b.c.Pack.HintsFor(b.a))
	if len(r.Factors) != len(base.Factors) || len(r.Limits) > len(base.Limits) {
		return out, false
	}
	for i, f := range r.Factors {
		if f.ID != base.Factors[i].ID || score.Exactly(f.Dose) > score.Exactly(base.Factors[i].Dose) {
			return out, false
		}
	}
	if ratio, was := r.Pay.Ratio(), base.Pay.Ratio(); ratio != nil && was != nil && score.Exactly(*ratio) < score.Exactly(*was) {
		return out, false
	}
	x.Relief, x.Limits = base.Strain.Score-r.Strain.Score, whatif.Removed(base, r)
	out.relief, out.limits = score.Exactly(x.Relief), len(x.Limits)
	x.Reaches = b.goal.For != whatif.ForPoints && (b.goal.Below == 0 || score.Exactly(r.Strain.Score) < score.Exactly(float64(b.goal.Below))) &&
		(b.goal.Limits < 0 || len(r.Limits) <= b.goal.Limits)
	out.line, out.meets = said(x), x.Reaches
	return out, out.relief > 0 || out.limits > 0
}

// settings lists where one lever can go.
func (b *brute) settings(i int) {
	l := b.s.Levers[i]
	var all []setting
	if keys, isList := l.Old.([]string); isList {
		type one struct {
			setting
			tried
		}
		var singles []one
		options := slices.Clone(l.Ask.Options)
		if l.Relief == score.Less {
			slices.Reverse(options)
		}
		toggled := func(keys []string, moved ...string) []string {
			out := []string{}
			for _, key := range l.Ask.Options {
				if slices.Contains(keys, key) != slices.Contains(moved, key) {
					out = append(out, key)
				}
			}
			return out
		}
		for place, key := range options {
			if slices.Contains(keys, key) != (l.Relief == score.Less) {
				continue
			}
			set := setting{i, toggled(keys, key), []string{key}, 1}
			if x, ok := b.work(set); ok && !x.odd {
				x.order = []int{place}
				singles = append(singles, one{set, x})
			}
		}
		slices.SortStableFunc(singles, func(a, b one) int { return a.tried.less(b.tried) })
		var moved []string
		for n, x := range singles {
			moved = append(moved, x.keys...)
			set := setting{i, toggled(keys, moved...), slices.Clone(moved), n + 1}
			if _, ok := b.work(set); ok {
				all = append(all, set)
			}
		}
	} else {
		steps := 0
		for d := 1; d < len(l.Stops); d++ {
			at := l.At - d
			if l.Relief == score.More {
				at = l.At + d
			}
			if at < 0 || at >= len(l.Stops) {
				break
			}
			old, isNumber := l.Old.(float64)
			n, ok := l.Stops[at].(float64)
			if ok && isNumber && !l.Percent && math.Abs(n-old) < l.Step/2 && n != l.Best {
				continue
			}
			if ok && !l.Percent && n != l.Best && n != l.Worst && math.Mod(n, l.Step) != 0 {
				continue // only a whole step stops there
			}
			steps++
			set := setting{i, l.Stops[at], nil, steps}
			if _, ok := b.work(set); ok {
				all = append(all, set)
			}
		}
	}
	b.all = append(b.all, all)
}

// asked is where a move of the data takes a lever, if that brings relief.
func (b *brute) asked(i int, m score.MoveRule) (setting, bool) {
	l := &b.s.Levers[i]
	if m.Best {
		if len(b.all[i]) == 0 {
			return setting{}, false
		}
		return slices.MinFunc(b.all[i], func(x, y setting) int {
			one, _ := b.work(x)
			two, _ := b.work(y)
			one.order, two.order = nil, nil
			return one.less(two)
		}), true
	}
	if l.IsList() {
		n := slices.IndexFunc(b.all[i], func(x setting) bool { return x.steps == int(m.By) })
		if n < 0 {
			return setting{}, false
		}
		return b.all[i][n], true
	}
	if _, isNumber := l.Old.(float64); !isNumber && (m.By != 0 || m.Times != 0) || m.As != "" && b.a[m.As] == nil {
		return setting{}, false
	}
	to, ok := asked(l, m, b.a)
	at := slices.Index(l.Stops, to)
	return setting{i, to, nil, 0}, ok && at >= 0 && at != l.At && (at < l.At) == (l.Relief == score.Less)
}

func TestBruteForceFindsTheSame(t *testing.T) {
	c := open(t)
	all := everybody(t, c)
	r := rand.New(rand.NewPCG(3, 5))
	for i := range 6 {
		all[fmt.Sprint("random ", i)] = random(r, c)
	}
	for name, a := range all {
		t.Run(name, func(t *testing.T) {
			s := study(t, c, a)
			found := s.Suggest()
			if !s.Possible() {
				return
			}
			b := &brute{t: t, c: c, s: s, a: a, goal: found.Target}
			for i := range s.Levers {
				b.settings(i)
			}
			var steps []tried
			for _, rule := range c.Model.Scoring.Steps {
				var sets []setting
				for k, m := range rule.Moves {
					i := slices.IndexFunc(s.Levers, func(l whatif.Lever) bool { return l.Question == m.Question })
					if i >= 0 {
						if set, ok := b.asked(i, m); ok {
							sets = append(sets, set)
						}
					}
					if k == 0 && len(sets) == 0 {
						break
					}
				}
				if len(sets) == 0 {
					continue
				}
				x, ok := b.work(sets...)
				if ok && !x.odd && (x.relief >= score.Exactly(score.LeastRelief) || x.limits > 0) && !slices.ContainsFunc(steps, func(o tried) bool { return o.line == x.line }) {
					x.order, x.step = nil, rule.Key
					steps = append(steps, x)
				}
			}
			text := func(list []tried) (out []string) {
				for _, x := range list {
					if x.step != "" {
						x.line = x.step + ": " + x.line
					}
					out = append(out, x.line)
				}
				return out
			}
			slices.SortStableFunc(steps, tried.less)
			same(t, "steps", lines(found.Steps), text(steps))

			if found.Target.For == whatif.ForPoints || slices.ContainsFunc(steps, func(x tried) bool { return x.meets }) {
				same(t, "ways", lines(found.Ways), nil)
				return
			}
			var one, two []tried
			for i := range b.all {
				for _, set := range b.all[i] {
					if x, ok := b.work(set); ok && x.meets && !x.odd {
						one = append(one, x)
					}
					for j := i + 1; j < len(b.all); j++ {
						for _, other := range b.all[j] {
							if x, ok := b.work(set, other); ok && x.meets && !x.odd {
								two = append(two, x)
							}
						}
					}
				}
			}
			smallest := func(a, b tried) int {
				if a.steps != b.steps {
					return a.steps - b.steps
				}
				return a.less(b)
			}
			var want []string
			if len(one) > 0 {
				want = append(want, slices.MinFunc(one, smallest).line)
			}
			if len(two) > 0 {
				want = append(want, slices.MinFunc(two, smallest).line)
			}
			same(t, "ways", lines(found.Ways), want)
		})
	}
}
