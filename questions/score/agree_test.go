package score_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"bothends/questions/score"
)

// near is the precision in which floating point and fractions must agree.
const near = 1e-9

func same(a, b float64) bool { return math.Abs(a-b) <= near }

// compare holds a result against the exact one.
func compare(t testing.TB, m *score.Model, got score.Result, want *exactly) {
	t.Helper()
	check := func(what string, got, want any) bool {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s = %v, want %v", what, got, want)
			return false
		}
		return true
	}
	number := func(what string, got float64, want float64) {
		t.Helper()
		if !same(got, want) {
			t.Errorf("%s = %.12f, want %.12f", what, got, want)
		}
	}
	shown := m.Show(got)

	if check("has signs", got.Signs != nil, want.s != nil) && want.s != nil {
		number("signs", got.Signs.Score, float(want.s))
		number("signs low", got.Signs.Low, float(want.sLow))
		number("signs high", got.Signs.High, float(want.sHigh))
		number("signs error", got.Signs.Error, float(want.sem))
		check("signs level", got.Signs.Level, []string{"low", "raised", "high"}[level(want.s, 40, 50)])
		check("shown signs", shown.Signs.Score, shownExactly(want.s, 40, 50))
		check("shown signs low", shown.Signs.Low, shownExactly(clipped(sub(want.sLow, want.sem)), 40, 50))
		check("shown signs high", shown.Signs.High, shownExactly(clipped(add(want.sHigh, want.sem)), 40, 50))
	}
	if check("has strain", got.Strain != nil, want.e != nil) && want.e != nil {
		number("strain", got.Strain.Score, float(want.e))
		number("strain low", got.Strain.Low, float(want.eLow))
		number("strain high", got.Strain.High, float(want.eHigh))
		number("strain answered", got.Strain.Answered, float(want.answered))
		check("strain level", got.Strain.Level, []string{"low", "moderate", "high"}[level(want.e, 25, 50)])
		check("shown strain", shown.Strain.Score, shownExactly(want.e, 25, 50))
		check("strain has a range", shown.Strain.HasRange, want.answered.Cmp(rat(1, 1)) < 0)
		check("shown strain low", shown.Strain.Low, shownExactly(want.eLow, 25, 50))
		check("shown strain high", shown.Strain.High, shownExactly(want.eHigh, 25, 50))
	}
	if check("has band", got.Band != nil, want.band != 0) && want.band != 0 {
		check("band", []int{got.Band.Number, got.Band.Low, got.Band.High}, []int{want.band, want.low, want.high})
	}
	check("limits", got.Limits, want.limits)
	if check("has effort-reward", got.EffortReward != nil, want.er != nil) && want.er != nil {
		number("effort-reward", *got.EffortReward, float(want.er))
		hundredths := floor(add(mul(nine(want.er), rat(100, 1)), rat(1, 2)))
		check("shown effort-reward", *shown.EffortReward, float64(hundredths.Int64())/100)
	}

	check("number of factors", len(got.Factors), len(want.contribution))
	for _, f := range got.Factors {
		if want.dose[f.ID] == nil {
			t.Errorf("%s has a dose, want none", f.ID)
			continue
		}
		number(f.ID+" dose", f.Dose, float(want.dose[f.ID]))
		number(f.ID+" contribution", f.Contribution, float(want.contribution[f.ID]))
	}
	if check("number of drivers", len(got.Drivers), len(want.drivers)) {
		for i, d := range got.Drivers {
			w := want.drivers[i]
			check("driver", d.Key, exactDriverKeys[w.order])
			check(d.Key+" factors", slices.Sorted(slices.Values(d.Factors)), slices.Sorted(slices.Values(w.factors)))
			check(d.Key+" rank", d.Rank, w.rank)
			check(d.Key+" notable", d.Notable, nine(w.contribution).Cmp(rat(3, 1)) >= 0)
			check(d.Key+" shown", shown.Drivers[i], w.shown)
			number(d.Key, d.Contribution, float(w.contribution))
		}
	}
	reasons := got.Reasons
	if reasons == nil {
		reasons = map[string]string{}
	}
	check("reasons", reasons, want.reasons)
}

func TestAgreesWithFractions(t *testing.T) {
	m := model(t)
	rng := rand.New(rand.NewPCG(1, 2))
	computed := map[string]int{}
	for i := range cases / 2 {
		a, ratio, exact := randomForm(rng, []float64{0, 0.03, 0.1, 0.25, 0.4, 0.6}[i%6])
		got, want := mustScore(t, m, a, ratio), scoreExactly(a, exact)
		compare(t, m, got, want)
		if t.Failed() {
			t.Fatalf("form %d: %v, ratio %v", i, a, ratio)
		}
		for what, reason := range got.Reasons {
			computed[what+" "+reason]++
		}
	}
	for _, reason := range []string{
		"signs not_enough_answers", "signs not_enough_core_items", "strain not_enough_answers", "strain not_enough_blocks",
		"band no_signs", "band no_strain", "band no_signs_nor_strain",
		"effort_reward not_enough_effort", "effort_reward not_enough_reward", "effort_reward not_enough_effort_nor_reward",
	} {
		if computed[reason] == 0 {
			t.Errorf("no form was without %s: the forms are too tame", reason)
		}
	}
}
