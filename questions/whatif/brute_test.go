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
	t     testing.TB
	c     *checkup.Checkup
	s     *whatif.Study
	a     questions.Answers
	goal  whatif.Target
	first [][]setting // by lever
	all   [][]setting
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
	var first, all []setting
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
			first = append(first, x.setting)
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
			if n, ok := l.Stops[at].(float64); ok && isNumber && !l.Percent && math.Abs(n-old) < l.Step/2 && n != l.Best {
				continue
			}
			steps++
			set := setting{i, l.Stops[at], nil, steps}
			if x, ok := b.work(set); ok {
				all = append(all, set)
				if !x.odd && len(first) == 0 {
					first = []setting{set}
				}
			}
		}
	}
	b.first, b.all = append(b.first, first), append(b.all, all)
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
			var steps, pairs []tried
			for i := range b.first {
				var best []tried
				for _, set := range b.first[i] {
					if x, ok := b.work(set); ok && !x.odd {
						best = append(best, x)
					}
				}
				if len(best) > 0 {
					steps = append(steps, slices.MinFunc(best, tried.less))
				}
				for j := i + 1; j < len(b.first); j++ {
					var best []tried
					for _, one := range b.first[i] {
						for _, two := range b.first[j] {
							if x, ok := b.work(one, two); ok && !x.odd {
								best = append(best, x)
							}
						}
					}
					if len(best) > 0 {
						pairs = append(pairs, slices.MinFunc(best, tried.less))
					}
				}
			}
			text := func(list []tried) (out []string) {
				for _, x := range list {
					out = append(out, x.line)
				}
				return out
			}
			slices.SortStableFunc(steps, tried.less)
			slices.SortStableFunc(pairs, tried.less)
			same(t, "steps", lines(found.Steps), text(steps))
			same(t, "pairs", lines(found.Pairs), text(pairs[:min(3, len(pairs))]))

			if found.Target.For == whatif.ForPoints {
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
				if x := slices.MinFunc(one, smallest); x.steps == 1 && slices.ContainsFunc(steps, func(x tried) bool { return x.meets }) {
					same(t, "ways", lines(found.Ways), nil)
					return
				} else {
					want = append(want, x.line)
				}
			}
			if len(two) > 0 {
				want = append(want, slices.MinFunc(two, smallest).line)
			}
			if len(want) > 0 {
				same(t, "ways", lines(found.Ways), want)
			} else if len(found.Ways) != 1 || len(found.Ways[0].Changes) < 3 || !found.Ways[0].Reaches {
				t.Errorf("several levers together: got %v", lines(found.Ways))
			}
		})
	}
}
