package score_test

import (
	"encoding/json"
	"maps"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"bothends/questions"
	"bothends/questions/score"
)

// The tests of this file are the invariants of README.md, by
// number, on thousands of random forms with gaps.

func TestInvariant01Bounds(t *testing.T) {
	m := model(t)
	forms(t, func(rng *rand.Rand, a questions.Answers, ratio *float64) {
		checkBounds(t, m, mustScore(t, m, a, ratio))
	})
}

func TestInvariant02Extremes(t *testing.T) {
	m := model(t)
	for _, want := range []struct {
		step          int
		s, e, er      float64
		number, limit int
	}{{0, 0, 0, 0.2, 1, 0}, {1, 50, 50, 1, 4, 1}, {2, 100, 100, 5, 4, 6}} {
		r := mustScore(t, m, evenForm(want.step), nil)
		// The middle rest, 10 h 20 min, is no binary fraction.
		if !same(r.Signs.Score, want.s) || !same(r.Strain.Score, want.e) || !same(*r.EffortReward, want.er) {
			t.Errorf("step %d: S %v, E %v, ER %v", want.step, r.Signs.Score, r.Strain.Score, *r.EffortReward)
		}
		if r.Band.Number != want.number || len(r.Limits) != want.limit {
			t.Errorf("step %d: band %d, limits %v", want.step, r.Band.Number, r.Limits)
		}
		if r.Strain.Low != r.Strain.Score || r.Strain.High != r.Strain.Score {
			t.Errorf("step %d: bounds %v to %v around %v", want.step, r.Strain.Low, r.Strain.High, r.Strain.Score)
		}
	}
	// An E of exactly 50 is high, whatever the last bit of its sum.
	if r := mustScore(t, m, evenForm(1), nil); r.Strain.Level != "high" || m.Show(r).Strain.Score != 50 {
		t.Errorf("E = %v is %s, shown %d", r.Strain.Score, r.Strain.Level, m.Show(r).Strain.Score)
	}
}

// worse returns an answer one step worse than the one given; ok is false when
// there is none.
func worse(rng *rand.Rand, id string, answer any) (value any, ok bool) {
	step := func(options ...string) (any, bool) {
		i := slices.Index(options, answer.(string))
		if i < 0 || i == len(options)-1 {
			return nil, false
		}
		return options[i+1+rng.IntN(len(options)-1-i)], true
	}
	more := func(by, most float64) (any, bool) {
		n := min(answer.(float64)+by, most)
		return n, n != answer.(float64)
	}
	less := func(by float64) (any, bool) {
		n := max(answer.(float64)-by, 0)
		return n, n != answer.(float64)
	}
	if slices.Contains(worseDown, id) {
		return step("always", "often", "sometimes", "seldom", "never")
	}
	switch id {
	case "responsibilities":
		keys := answer.([]string)
		for _, role := range roles {
			if !slices.Contains(keys, role) {
				return append(slices.Clone(keys), role), true
			}
		}
		return nil, false
	case "protections":
		keys := answer.([]string)
		if len(keys) == 0 {
			return nil, false
		}
		return slices.Delete(slices.Clone(keys), 0, 1), true
	case "hostile_content":
		return step("never", "rarely", "monthly", "weekly", "daily")
	case "threats":
		return step("no", "yes")
	case "pay_feeling":
		return step("about_right", "bit_less", "much_less")
	case "cover_wait_days":
		if answer == "none" {
			return nil, false
		}
		if rng.IntN(4) == 0 {
			return "none", true
		}
		return more(float64(1+rng.IntN(40)), 365)
	case "stand_ins", "weeks_off":
		return less(1)
	case "shortest_rest":
		return less(float64(1+rng.IntN(12)) / 4)
	case "accounts":
		return more(1, 200)
	case "live_days":
		return more(1, 28)
	case "evenings_per_week":
		return more(1, 7)
	case "weekend_days":
		return more(1, 8)
	case "levels_above_title":
		return more(1, 2)
	case "weekly_hours", "unpaid_hours":
		return more(float64(1+rng.IntN(20))/4, 168)
	case "longest_day":
		return more(float64(1+rng.IntN(12))/4, 24)
	}
	return step("never", "seldom", "sometimes", "often", "always")
}

func TestInvariant03Monotone(t *testing.T) {
	m := model(t)
	quarterSteps := slices.Concat(worseUp, worseDown)
	forms(t, func(rng *rand.Rand, a questions.Answers, ratio *float64) {
		before := mustScore(t, m, a, ratio)
		try := func(id string, strict bool, b questions.Answers, ratio *float64) {
			after := mustScore(t, m, b, ratio)
			if id == "hostile_content" || id == "threats" {
				// They also decide whether U5 counts at all [F18].
				_, hostile := a["hostile_content"]
				_, threats := a["threats"]
				if !hostile || !threats || after.Strain == nil {
					return
				}
			}
			if (before.Signs == nil) != (after.Signs == nil) || (before.Strain == nil) != (after.Strain == nil) {
				t.Errorf("%s: one is computed, the other not", id)
				return
			}
			if s := before.Signs; s != nil {
				if after.Signs.Score < s.Score-near || after.Signs.Low < s.Low-near || after.Signs.High < s.High-near {
					t.Errorf("%s worse: S falls from %v to %v", id, s.Score, after.Signs.Score)
				}
			}
			if s := before.Strain; s != nil {
				if after.Strain.Score < s.Score-near || after.Strain.Low < s.Low-near || after.Strain.High < s.High-near {
					t.Errorf("%s worse: E falls from %v to %v", id, s.Score, after.Strain.Score)
				}
				if strict && after.Strain.Score < s.Score+0.1 {
					t.Errorf("%s worse: E stays at %v", id, s.Score)
				}
			}
			if b := before.Band; b != nil && (after.Band.Number < b.Number || after.Band.Low < b.Low || after.Band.High < b.High) {
				t.Errorf("%s worse: the band falls from %v to %v", id, *b, *after.Band)
			}
			if len(after.Limits) < len(before.Limits) {
				t.Errorf("%s worse: limits go from %v to %v", id, before.Limits, after.Limits)
			}
		}
		for _, id := range slices.Sorted(maps.Keys(a)) {
			if a[id] == "not_applicable" {
				continue
			}
			if value, ok := worse(rng, id, a[id]); ok {
				try(id, slices.Contains(quarterSteps, id), form(a, id, value), ratio)
			}
		}
		if ratio != nil {
			lower := *ratio * (0.5 + rng.Float64()/2)
			try("pay ratio", false, a, &lower)
		}
	})
}

func TestInvariant04Knots(t *testing.T) {
	m := model(t)
	type knot struct{ at, dose float64 }
	for _, curve := range []struct {
		factor, question string
		step, most       float64
		knots            []knot
		clear            []any
	}{
		{"R2", "accounts", 1, 200, []knot{{2, 0}, {6, 0.5}, {12, 1}}, []any{"responsibilities", nil}},
		{"R4", "live_days", 1, 28, []knot{{0, 0}, {4, 0.5}, {12, 1}}, nil},
		{"R7", "stand_ins", 1, 2, []knot{{0, 1}, {1, 0.5}, {2, 0}}, nil},
		{"H1", "weekly_hours", 0.125, 168, []knot{{35, 0}, {40, 0.15}, {48, 0.5}, {55, 0.8}, {60, 1}}, nil},
		{"H2", "longest_day", 0.125, 24, []knot{{8, 0}, {10, 0.2}, {12, 0.5}, {13, 0.75}, {14, 1}}, nil},
		{"H3", "shortest_rest", 0.125, 24, []knot{{8, 1}, {10, 0.6}, {11, 0.3}, {12, 0}}, nil},
		{"H7", "weeks_off", 1, 52, []knot{{0, 1}, {1, 0.75}, {2, 0.5}, {3, 0.25}, {4, 0}}, nil},
		{"P2", "unpaid_hours", 0.125, 168, []knot{{0, 0}, {2, 0.25}, {5, 0.5}, {10, 1}}, nil},
		{"P3", "cover_wait_days", 1, 365, []knot{{0, 0}, {90, 1}}, nil},
		{"P4", "levels_above_title", 1, 2, []knot{{0, 0}, {1, 0.5}, {2, 1}}, nil},
	} {
		dose := func(x float64) float64 {
			t.Helper()
			d, ok := doseOf(t, m, curve.factor, nil, append(curve.clear, curve.question, x)...)
			if !ok {
				t.Fatalf("%s has no dose at %v", curve.factor, x)
			}
			return d
		}
		for _, k := range curve.knots {
			if got := dose(k.at); got != k.dose {
				t.Errorf("dose of %s at the knot %v = %v, want %v exactly", curve.factor, k.at, got, k.dose)
			}
		}
		first, last := curve.knots[0], curve.knots[len(curve.knots)-1]
		sign := math.Copysign(1, last.dose-first.dose)
		steepest := 0.0
		for i := 1; i < len(curve.knots); i++ {
			a, b := curve.knots[i-1], curve.knots[i]
			steepest = max(steepest, math.Abs((b.dose-a.dose)/(b.at-a.at)))
		}
		previous := dose(0)
		for x := curve.step; x <= curve.most; x += curve.step {
			d := dose(x)
			if sign*(d-previous) < 0 {
				t.Errorf("dose of %s turns back at %v: %v after %v", curve.factor, x, d, previous)
			}
			if math.Abs(d-previous) > steepest*curve.step+near {
				t.Errorf("dose of %s jumps at %v: %v after %v", curve.factor, x, d, previous)
			}
			if x < first.at && d != first.dose || x > last.at && d != last.dose {
				t.Errorf("dose of %s at %v = %v is not clamped", curve.factor, x, d)
			}
			previous = d
		}
	}
}

func TestInvariant05Sums(t *testing.T) {
	s := model(t).Scoring
	sum, blocks := 0, map[string]int{}
	for _, f := range s.Factors {
		sum += f.Weight
		blocks[f.Block] += f.Weight
	}
	want := map[string]int{"responsibilities": 31, "hours": 30, "pay": 15, "support": 24}
	if sum != 100 || !maps.Equal(blocks, want) {
		t.Errorf("weights sum to %d and %v", sum, blocks)
	}
	drivers := map[string]int{}
	for _, d := range s.Drivers {
		for _, id := range d.Factors {
			drivers[d.Key] += s.Factors[slices.IndexFunc(s.Factors, func(f score.FactorRule) bool { return f.ID == id })].Weight
		}
	}
	if want := map[string]int{"work_volume": 9, "breadth": 8, "conflicting_asks": 6, "emotional_load": 8, "weekly_hours": 9,
		"long_days": 9, "always_on": 8, "breaks_leave": 4, "pay_benefits": 8, "recognition_security": 7,
		"manager_support": 6, "team_backup": 8, "control": 5, "fairness": 5}; !maps.Equal(drivers, want) {
		t.Errorf("weights of drivers are %v", drivers)
	}

	// In fractions the contributions add up to E exactly; checkBounds holds the
	// package to nine decimals.
	rng := rand.New(rand.NewPCG(5, 5))
	for i := range cases / 2 {
		a, _, ratio := randomForm(rng, []float64{0, 0.1, 0.3}[i%3])
		x := scoreExactly(a, ratio)
		if x.e == nil {
			continue
		}
		factors, drivers := rat(0, 1), rat(0, 1)
		for _, c := range x.contribution {
			factors = add(factors, c)
		}
		shown := 0
		for _, d := range x.drivers {
			drivers = add(drivers, d.contribution)
			shown += d.shown
		}
		if factors.Cmp(x.e) != 0 || drivers.Cmp(x.e) != 0 || shown != shownExactly(x.e, 25, 50) {
			t.Fatalf("E %v, factors %v, drivers %v, shown drivers %d: %v", x.e, factors, drivers, shown, a)
		}
	}
}

func TestInvariant06Permutation(t *testing.T) {
	m := model(t)
	forms(t, func(rng *rand.Rand, a questions.Answers, ratio *float64) {
		want := mustScore(t, m, a, ratio)
		b := questions.Answers{}
		ids := slices.Sorted(maps.Keys(a))
		rng.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		for _, id := range ids {
			b[id] = a[id]
			if keys, ok := a.Keys(id); ok {
				shuffled := slices.Clone(keys)
				rng.Shuffle(len(keys), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
				b[id] = shuffled
			}
		}
		if got := mustScore(t, m, b, ratio); !reflect.DeepEqual(got, want) {
			t.Errorf("another order gives another result")
		}
	})
}

// typed reads what a person types into a number field.
func typed(t *testing.T, id, text string) any {
	t.Helper()
	q, ok := pack(t).Question(id)
	if !ok {
		t.Fatalf("no question %s", id)
	}
	read, problem := q.Parse(text, "")
	if read.Value == nil || problem != nil {
		t.Fatalf("%s: %q cannot be read: %v", id, text, problem)
	}
	return read.Value
}

func TestInvariant07Locale(t *testing.T) {
	m := model(t)
	want := mustScore(t, m, form(evenForm(1), "weekly_hours", typed(t, "weekly_hours", "46.7")), nil)
	got := mustScore(t, m, form(evenForm(1), "weekly_hours", typed(t, "weekly_hours", "46,7")), nil)
	if !reflect.DeepEqual(got, want) {
		t.Error("decimal comma and point differ")
	}
}

func TestInvariant08Currency(t *testing.T) {
	m := model(t)
	pay, reference := 24.60, 31.10
	want := pay / reference
	base := mustScore(t, m, evenForm(1), &want)
	for _, factor := range []float64{0.001, 0.93, 7, 110, 1300} {
		ratio := (pay * factor) / (reference * factor)
		got := mustScore(t, m, evenForm(1), &ratio)
		if !same(got.Strain.Score, base.Strain.Score) || got.Band.Number != base.Band.Number {
			t.Errorf("pay times %v: E %v, want %v", factor, got.Strain.Score, base.Strain.Score)
		}
	}
	// Only the ratio counts, not the answers it was made from.
	forms(t, func(rng *rand.Rand, a questions.Answers, ratio *float64) {
		b := form(a, "country", "FR", "currency", "EUR", "pay_amount", 2600, "pay_period", "month", "pay_basis", "net",
			"cadre", "no", "contract_hours", 35, "experience_years", 4, "shares", map[string]float64{"video": 1})
		if !reflect.DeepEqual(mustScore(t, m, b, ratio), mustScore(t, m, a, ratio)) {
			t.Error("answers on pay change the score beside the ratio")
		}
	})
}

func TestInvariant09Units(t *testing.T) {
	m := model(t)
	for _, text := range []string{"10.5", "10h30", "10:30"} {
		d, _ := doseOf(t, m, "H3", nil, "shortest_rest", typed(t, "shortest_rest", text))
		if !same(d, 0.45) {
			t.Errorf("dose of %s = %v, want 0.45", text, d)
		}
	}
}

func TestInvariant10Deterministic(t *testing.T) {
	m := model(t)
	forms(t, func(rng *rand.Rand, a questions.Answers, ratio *float64) {
		before, _ := json.Marshal(a)
		first, _ := json.Marshal(mustScore(t, m, a, ratio))
		second, _ := json.Marshal(mustScore(t, m, a, ratio))
		after, _ := json.Marshal(a)
		if string(first) != string(second) || string(before) != string(after) {
			t.Errorf("%s, then %s", first, second)
		}
	})
}

func TestInvariant11BoundsContain(t *testing.T) {
	m := model(t)
	forms(t, func(rng *rand.Rand, a questions.Answers, ratio *float64) {
		r := mustScore(t, m, a, ratio) // checkBounds: the bounds contain the estimate
		if r.Counts.Items == 12 && (r.Signs.Low != r.Signs.Score || r.Signs.High != r.Signs.Score) {
			t.Error("all items answered, but S has bounds")
		}
		if s := r.Strain; s != nil && r.Counts.Weight == r.Counts.Applicable && (!same(s.Low, s.Score) || !same(s.High, s.Score)) {
			t.Errorf("nothing skipped, but E = %v lies in %v to %v", s.Score, s.Low, s.High)
		}
		full, _, _ := randomForm(rng, 0)
		full = form(full, "manager_helps", []string{"seldom", "often", "not_applicable"}[rng.IntN(3)])
		for _, id := range slices.Sorted(maps.Keys(full)) {
			if _, answered := a[id]; answered {
				continue
			}
			after := mustScore(t, m, form(a, id, full[id]), ratio)
			if s := r.Strain; s != nil && after.Strain.High-after.Strain.Low > s.High-s.Low+near {
				t.Errorf("answering %s widens E from %v to %v", id, *s, *after.Strain)
			}
			if s := r.Signs; s != nil && after.Signs.High-after.Signs.Low > s.High-s.Low+near {
				t.Errorf("answering %s widens S from %v to %v", id, *s, *after.Signs)
			}
		}
	})
}

func TestInvariant12MeanStandsIn(t *testing.T) {
	m := model(t)
	tried := 0
	forms(t, func(rng *rand.Rand, a questions.Answers, ratio *float64) {
		without := mustScore(t, m, form(a, "weekly_hours", nil), ratio)
		if without.Strain == nil {
			return
		}
		// The mean of the other hours as weekly hours: the inverse of H1.
		sum, weight := 0.0, 0.0
		for _, f := range without.Factors {
			if f.Block == "hours" {
				sum += f.Dose * float64(f.Weight)
				weight += float64(f.Weight)
			}
		}
		if weight == 0 {
			return
		}
		mean := sum / weight
		at, dose := []float64{35, 40, 48, 55, 60}, []float64{0, 0.15, 0.5, 0.8, 1}
		i := 1
		for dose[i] < mean {
			i++
		}
		hours := at[i-1] + (mean-dose[i-1])/(dose[i]-dose[i-1])*(at[i]-at[i-1])
		with := mustScore(t, m, form(a, "weekly_hours", hours), ratio)
		if !same(with.Strain.Score, without.Strain.Score) {
			t.Errorf("E = %v with %v hours, %v without", with.Strain.Score, hours, without.Strain.Score)
		}
		tried++
	})
	if tried < cases/2 {
		t.Errorf("only %d forms were fit for the test", tried)
	}
}

func TestInvariant13Independence(t *testing.T) {
	m := model(t)
	forms(t, func(rng *rand.Rand, a questions.Answers, ratio *float64) {
		other, otherRatio, _ := randomForm(rng, 0.1)
		otherWork, otherSigns := maps.Clone(other), maps.Clone(a)
		for _, id := range exactItems {
			delete(otherWork, id)
			delete(otherSigns, id)
			if v, ok := a[id]; ok {
				otherWork[id] = v
			}
			if v, ok := other[id]; ok {
				otherSigns[id] = v
			}
		}
		r := mustScore(t, m, a, ratio)
		if got := mustScore(t, m, otherWork, otherRatio); !reflect.DeepEqual(got.Signs, r.Signs) {
			t.Error("other work, other signs")
		}
		got := mustScore(t, m, otherSigns, ratio)
		if !reflect.DeepEqual(got.Strain, r.Strain) || !reflect.DeepEqual(got.Drivers, r.Drivers) || !reflect.DeepEqual(got.EffortReward, r.EffortReward) {
			t.Error("other signs, other strain")
		}
	})
}

func TestInvariant14Limits(t *testing.T) {
	m := model(t)
	crossing := []any{"weekly_hours", 55, "longest_day", 12.25, "shortest_rest", 10.75, "weeks_off", 0,
		"threats", "yes", "unpaid_hours", 10}
	forms(t, func(rng *rand.Rand, a questions.Answers, ratio *float64) {
		// Start uncrossed, cross one more at a time: E may rise, the band may not fall.
		a = form(a, "weekly_hours", 54.75, "longest_day", 12, "shortest_rest", 11, "weeks_off", 1, "threats", "no",
			"unpaid_hours", 9.75, "protections", []string{})
		before := mustScore(t, m, a, ratio)
		if len(before.Limits) != 0 {
			t.Fatalf("limits %v already", before.Limits)
		}
		order := rng.Perm(6)
		for n, i := range order {
			a = form(a, crossing[2*i:2*i+2]...)
			after := mustScore(t, m, a, ratio)
			if len(after.Limits) != n+1 {
				t.Fatalf("limits %v after %v", after.Limits, crossing[2*i:2*i+2])
			}
			if before.Band != nil && after.Band.Number < before.Band.Number {
				t.Errorf("the band falls from %d to %d with %v", before.Band.Number, after.Band.Number, after.Limits)
			}
			before = after
		}
	})
}

func TestInvariant15NoProtectedAttribute(t *testing.T) {
	want := slices.Concat(worseUp, worseDown, exactItems, []string{"responsibilities", "accounts", "live_days", "hostile_content",
		"threats", "stand_ins", "weekly_hours", "longest_day", "shortest_rest", "evenings_per_week", "weekend_days", "weeks_off",
		"pay_feeling", "unpaid_hours", "cover_wait_days", "levels_above_title", "protections"})
	var got []string
	s := model(t).Scoring
	for _, i := range s.Signs.Items {
		got = append(got, i.Question)
	}
	for _, f := range s.Factors {
		if f.Dose.Question != "" {
			got = append(got, f.Dose.Question)
		}
		for _, p := range f.Dose.Parts {
			got = append(got, p.Question)
		}
		if f.Dose.Plus != nil {
			got = append(got, f.Dose.Plus.Question)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("the model asks %v, want %v", got, want)
	}
}

func TestInvariant16Refused(t *testing.T) {
	p := pack(t)
	for _, bad := range []struct {
		id    string
		value any
	}{
		{"weekly_hours", 168.5}, {"weekly_hours", -0.5}, {"weekly_hours", math.NaN()}, {"weekly_hours", math.Inf(1)},
		{"longest_day", 24.5}, {"shortest_rest", 25.0}, {"shortest_rest", -1.0}, {"weekend_days", 9.0}, {"weeks_off", 53.0},
		{"accounts", 201.0}, {"live_days", 29.0}, {"live_days", 2.5}, {"stand_ins", 3.0}, {"evenings_per_week", 8.0},
		{"unpaid_hours", 169.0}, {"cover_wait_days", 366.0}, {"levels_above_title", 3.0}, {"hostile_content", "hourly"},
		{"colleagues_help", "not_applicable"}, {"protections", []string{"counselling", "counselling"}},
	} {
		if problems := p.Check(form(evenForm(1), bad.id, bad.value)); len(problems) != 1 {
			t.Errorf("%s = %v: %d problems, want 1", bad.id, bad.value, len(problems))
		}
	}
	if problems := p.Check(evenForm(1)); len(problems) != 0 {
		t.Errorf("a good form has problems: %v", problems)
	}
}

func TestInvariant17HintsAlterNothing(t *testing.T) {
	m, p := model(t), pack(t)
	a := form(evenForm(1), "longest_day", 14, "shortest_rest", 13, "weekly_hours", 5, "unpaid_hours", 8)
	if hints := p.HintsFor(a); len(hints) != 2 {
		t.Errorf("%d hints, want 2", len(hints))
	}
	r := mustScore(t, m, a, nil)
	for _, f := range r.Factors {
		want, ok := map[string]float64{"H1": 0, "H2": 1, "H3": 0, "P2": 0.8}[f.ID]
		if ok && !same(f.Dose, want) {
			t.Errorf("dose of %s = %v, want %v", f.ID, f.Dose, want)
		}
	}
	compare(t, m, r, scoreExactly(a, nil))
}

// Twelve constructed profiles, kept in testdata/golden.
func TestInvariant18GoldenProfiles(t *testing.T) {
	m, p := model(t), pack(t)
	for i := range 12 {
		t.Run(strconv.Itoa(i+1), func(t *testing.T) { checkGolden(t, m, p, i) })
	}
}
