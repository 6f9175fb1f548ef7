package score_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"bothends/questions"
	"bothends/questions/score"
)

// The tests of this file are the rules F1 to F19 of README.md, by number.

// full is a form without gaps whose answers differ from one another.
func full() questions.Answers {
	a, _ := workedExample()
	return form(a, "weekend_days", 3, "empty_start", "often", "effortful", "seldom", "manager_helps", "often", "pay_feeling", "bit_less")
}

func TestF01AbsentIsSkippedAndEmptyIsAnswered(t *testing.T) {
	m := model(t)
	none, answered := doseOf(t, m, "U5", nil, "protections", []string{})
	if !answered || none != 1 {
		t.Errorf("no protections: dose %v, want 1", none)
	}
	if _, answered := doseOf(t, m, "U5", nil, "protections", nil); answered {
		t.Error("protections skipped, but U5 has a dose")
	}
	if d, _ := doseOf(t, m, "R2", nil, "responsibilities", []string{}, "accounts", nil); d != 0 {
		t.Errorf("no responsibilities: dose %v, want 0", d)
	}
	var null any // as a decoder might leave it
	got := mustScore(t, m, form(full(), "unpaid_hours", nil), nil)
	a := full()
	a["unpaid_hours"] = null
	if want := mustScore(t, m, a, nil); !reflect.DeepEqual(got, want) {
		t.Error("absent and null differ")
	}
}

func TestF02UnitsAreConvertedBefore(t *testing.T) {
	m := model(t)
	quarter, _ := doseOf(t, m, "H1", nil, "weekly_hours", typed(t, "weekly_hours", "44h15"))
	if want := 0.15 + 0.35*4.25/8; !same(quarter, want) {
		t.Errorf("dose of 44h15 = %v, want %v", quarter, want)
	}
}

func TestF03Facets(t *testing.T) {
	m := model(t)
	r := mustScore(t, m, full(), nil)
	want := []score.Facet{{"exhaustion", 50}, {"distance", 50}, {"thinking", 50}, {"feelings", 50}, {"effectiveness", 25}}
	if !reflect.DeepEqual(r.Facets, want) {
		t.Errorf("facets %v, want %v", r.Facets, want)
	}
	// Answered items only, and a facet without one is left out.
	r = mustScore(t, m, form(full(), "set_off", nil, "empty_start", nil, "effortful", nil, "bitter", "always"), nil)
	want = []score.Facet{{"exhaustion", 50}, {"distance", 200. / 3}, {"thinking", 50}, {"effectiveness", 25}}
	if !reflect.DeepEqual(r.Facets, want) {
		t.Errorf("facets %v, want %v", r.Facets, want)
	}
}

func TestF04OneHalfOfRolesAndAccounts(t *testing.T) {
	m := model(t)
	for _, c := range []struct {
		roles    any
		accounts any
		want     float64
	}{
		{roles[:9], 5, 0.525}, {roles[:9], nil, 0.625}, {nil, 5, 0.375}, {roles[:3], nil, 0}, {nil, 12, 1},
	} {
		r := mustScore(t, m, form(full(), "responsibilities", c.roles, "accounts", c.accounts), nil)
		i := slices.IndexFunc(r.Factors, func(f score.Factor) bool { return f.ID == "R2" })
		if !same(r.Factors[i].Dose, c.want) {
			t.Errorf("dose of %v and %v = %v, want %v", c.roles, c.accounts, r.Factors[i].Dose, c.want)
		}
		if r.Strain.Answered != 1 || r.Strain.Low != r.Strain.High {
			t.Errorf("%v and %v: answered %v, bounds %v to %v", c.roles, c.accounts, r.Strain.Answered, r.Strain.Low, r.Strain.High)
		}
	}
	r := mustScore(t, m, form(full(), "responsibilities", nil, "accounts", nil), nil)
	if slices.ContainsFunc(r.Factors, func(f score.Factor) bool { return f.ID == "R2" }) || r.Counts.Weight != 97 {
		t.Error("neither half answered, but R2 counts")
	}
	// What is missing could still move E, by 1.8 points at most.
	for question, points := range map[string]float64{"responsibilities": 1.8, "accounts": 1.2} {
		r := mustScore(t, m, form(full(), question, nil), nil)
		if len(r.Gaps) != 1 || r.Gaps[0].Question != question || !same(r.Gaps[0].Points, points) {
			t.Errorf("gaps without %s: %v, want %v points", question, r.Gaps, points)
		}
	}
}

func TestF05OneHalfOfEveningsAndWeekends(t *testing.T) {
	m := model(t)
	want := mustScore(t, m, form(full(), "evenings_per_week", nil, "weekend_days", nil), nil)
	for _, half := range [][]any{
		{"evenings_per_week", nil}, {"weekend_days", nil},
		{"evenings_per_week", nil, "weekend_days", 8}, {"evenings_per_week", 7, "weekend_days", nil},
	} {
		got := mustScore(t, m, form(full(), half...), nil)
		if !reflect.DeepEqual(got.Strain, want.Strain) || !reflect.DeepEqual(got.Factors, want.Factors) {
			t.Errorf("%v: E %v, want %v as without both", half, *got.Strain, *want.Strain)
		}
	}
}

func TestF06Threats(t *testing.T) {
	m := model(t)
	no := mustScore(t, m, form(full(), "threats", "no"), nil)
	skipped := mustScore(t, m, form(full(), "threats", nil), nil)
	if !reflect.DeepEqual(no.Strain, skipped.Strain) || !reflect.DeepEqual(no.Factors, skipped.Factors) {
		t.Error("threats skipped do not count as no")
	}
	if len(skipped.Gaps) != 1 || !same(skipped.Gaps[0].Points, 0.8) {
		t.Errorf("gaps %v, want threats with 0.8 points", skipped.Gaps)
	}
	for _, threats := range []any{"yes", "no", nil} {
		r := mustScore(t, m, form(full(), "hostile_content", nil, "threats", threats, "protections", protections[:1]), nil)
		if slices.ContainsFunc(r.Factors, func(f score.Factor) bool { return f.ID == "R5" }) {
			t.Errorf("hostile_content skipped, threats %v: R5 has a dose", threats)
		}
		if crossed := slices.Contains(r.Limits, "threats_unprotected"); crossed != (threats == "yes") {
			t.Errorf("hostile_content skipped, threats %v: limit crossed %v", threats, crossed)
		}
	}
}

func TestF07RatioBeforeFeeling(t *testing.T) {
	m := model(t)
	for _, c := range []struct {
		ratio   float64
		feeling any
		want    float64
	}{
		{0.9, "much_less", 1. / 3}, {0.9, nil, 1. / 3}, {1.4, "much_less", 0}, {0.5, "about_right", 1}, {0.85, nil, 0.5}, {0.7, nil, 1},
		{0, "about_right", 0}, {0, "bit_less", 0.5}, {0, "much_less", 1}, {0, nil, -1},
	} {
		var ratio *float64
		if c.ratio > 0 {
			ratio = &c.ratio
		}
		got, ok := doseOf(t, m, "P1", ratio, "pay_feeling", c.feeling)
		if ok != (c.want >= 0) || ok && !same(got, c.want) {
			t.Errorf("ratio %v, feeling %v: dose %v, want %v", c.ratio, c.feeling, got, c.want)
		}
	}
}

func TestF08NotApplicableKeepsTheBlock(t *testing.T) {
	m := model(t)
	r := mustScore(t, m, form(full(), "manager_helps", "not_applicable"), nil)
	if r.Counts.Applicable != 94 || r.Strain.Answered != 1 || r.Strain.Low != r.Strain.High {
		t.Errorf("applicable %d, answered %v, bounds %v to %v", r.Counts.Applicable, r.Strain.Answered, r.Strain.Low, r.Strain.High)
	}
	for _, f := range r.Factors {
		want := float64(f.Weight) * f.Dose
		if f.Block == "support" {
			want *= 24. / 18
		}
		if !same(f.Contribution, want) {
			t.Errorf("%s contributes %v, want %v", f.ID, f.Contribution, want)
		}
	}
	if len(r.Gaps) != 0 {
		t.Errorf("gaps %v, want none", r.Gaps)
	}
}

func TestF09Drivers(t *testing.T) {
	m := model(t)
	r := mustScore(t, m, evenForm(2), nil) // every driver has its full weight
	type row struct {
		key     string
		rank    int
		notable bool
	}
	var got []row
	for _, d := range r.Drivers {
		got = append(got, row{d.Key, d.Rank, d.Notable})
	}
	want := []row{
		{"work_volume", 1, true}, {"weekly_hours", 1, true}, {"long_days", 1, true},
		{"breadth", 4, true}, {"emotional_load", 4, true}, {"always_on", 4, true}, {"pay_benefits", 4, true}, {"team_backup", 4, true},
		{"recognition_security", 9, true}, {"conflicting_asks", 10, true}, {"manager_support", 10, true},
		{"control", 12, true}, {"fairness", 12, true}, {"breaks_leave", 14, true},
	}
	if !slices.Equal(got, want) {
		t.Errorf("drivers %v, want %v", got, want)
	}

	// Exactly 3 points are notable, whatever the last bit of the sum; less is not.
	for answer, notable := range map[string]bool{"sometimes": true, "seldom": false} {
		r := mustScore(t, m, form(evenForm(0), "conflicting_requests", answer), nil)
		i := slices.IndexFunc(r.Drivers, func(d score.Driver) bool { return d.Key == "conflicting_asks" })
		if r.Drivers[i].Notable != notable {
			t.Errorf("%v points are notable: %v", r.Drivers[i].Contribution, r.Drivers[i].Notable)
		}
	}
	// A driver without a dose is not listed, and others may then exceed their weight.
	r = mustScore(t, m, form(evenForm(2), "manager_helps", nil, "protections", nil, "colleagues_help", nil), nil)
	for _, d := range r.Drivers {
		if d.Key == "manager_support" || d.Key == "team_backup" {
			t.Errorf("%s is listed without an answer", d.Key)
		}
		if d.Key == "control" && !same(d.Contribution, 12) {
			t.Errorf("control has %v points, want 12", d.Contribution)
		}
	}
	r = mustScore(t, m, form(full(), "protections", nil), nil)
	i := slices.IndexFunc(r.Drivers, func(d score.Driver) bool { return d.Key == "team_backup" })
	if !slices.Equal(r.Drivers[i].Factors, []string{"U2"}) {
		t.Errorf("team_backup is made of %v, want U2 alone", r.Drivers[i].Factors)
	}
}

func TestF10Limits(t *testing.T) {
	m := model(t)
	calm := form(evenForm(0), "protections", nil, "threats", nil)
	for _, c := range []struct {
		name   string
		change []any
		want   []string
	}{
		{"nothing", nil, nil},
		{"nothing answered", []any{"weekly_hours", nil, "longest_day", nil, "shortest_rest", nil, "weeks_off", nil, "unpaid_hours", nil}, nil},
		{"week just under", []any{"weekly_hours", 54.99}, nil},
		{"week", []any{"weekly_hours", 55}, []string{"weekly_hours"}},
		{"day of 12 h", []any{"longest_day", 12}, nil},
		{"day over 12 h", []any{"longest_day", 12.01}, []string{"longest_day"}},
		{"rest of 11 h", []any{"shortest_rest", 11}, nil},
		{"rest under 11 h", []any{"shortest_rest", 10.99}, []string{"short_rest"}},
		{"one week off", []any{"weeks_off", 1}, nil},
		{"no week off", []any{"weeks_off", 0}, []string{"no_leave"}},
		{"threats, protections skipped", []any{"threats", "yes"}, []string{"threats_unprotected"}},
		{"threats, none", []any{"threats", "yes", "protections", []string{}}, []string{"threats_unprotected"}},
		{"threats, one", []any{"threats", "yes", "protections", protections[:1]}, []string{"threats_unprotected"}},
		{"threats, two", []any{"threats", "yes", "protections", protections[:2]}, nil},
		{"no threats, none", []any{"threats", "no", "protections", []string{}}, nil},
		{"threats skipped, none", []any{"protections", []string{}}, nil},
		{"unpaid just under", []any{"unpaid_hours", 9.99}, nil},
		{"unpaid", []any{"unpaid_hours", 10}, []string{"unpaid_hours"}},
	} {
		if got := mustScore(t, m, form(calm, c.change...), nil).Limits; !slices.Equal(got, c.want) {
			t.Errorf("%s: limits %v, want %v", c.name, got, c.want)
		}
	}

	// Listed even when nothing else can be shown.
	alone := mustScore(t, m, questions.Answers{"weekly_hours": 70.0}, nil)
	if alone.Strain != nil || !slices.Equal(alone.Limits, []string{"weekly_hours"}) {
		t.Errorf("limits %v beside strain %v", alone.Limits, alone.Strain)
	}

	// E keeps its own level; the band uses the raised one, and the result says so.
	for _, c := range []struct {
		change []any
		used   string
		band   int
	}{
		{nil, "low", 1},
		{[]any{"weekly_hours", 55}, "moderate", 2},
		{[]any{"weekly_hours", 55, "weeks_off", 0}, "moderate", 2},
		{[]any{"weekly_hours", 55, "weeks_off", 0, "unpaid_hours", 10}, "high", 3},
	} {
		r := mustScore(t, m, form(evenForm(0), c.change...), nil)
		if r.Strain.Level != "low" || r.Strain.LevelUsed != c.used || r.Strain.RaisedByLimits != (c.used != "low") || r.Band.Number != c.band {
			t.Errorf("%v: level %s, used %s, raised %v, band %d", c.change, r.Strain.Level, r.Strain.LevelUsed, r.Strain.RaisedByLimits, r.Band.Number)
		}
		if want := (score.Cell{Signs: "low", Strain: c.used}); r.Band.Cell != want {
			t.Errorf("%v: cell %v, want %v", c.change, r.Band.Cell, want)
		}
	}
}

func TestF11EffortReward(t *testing.T) {
	m := model(t)
	// Effort: 21 of 41 is enough, 20 is not. Reward: 8 of 15, not 7.
	effort := map[string]int{"workload_overflow": 9, "accounts": 3, "conflicting_requests": 6, "live_days": 3, "weekly_hours": 9, "longest_day": 6, "cannot_switch_off": 5}
	reward := map[string]int{"pay_feeling": 3, "unpaid_hours": 3, "cover_wait_days": 1, "levels_above_title": 1, "recognition": 3, "job_worry": 4}
	forms(t, func(rng *rand.Rand, _ questions.Answers, _ *float64) {
		a, sums := questions.Answers{}, [2]int{}
		for i, weights := range []map[string]int{effort, reward} {
			for id, w := range weights {
				if rng.IntN(2) == 0 {
					a[id] = evenForm(1)[id]
					sums[i] += w
				}
			}
		}
		r := mustScore(t, m, a, nil)
		want := ""
		switch {
		case sums[0] < 21 && sums[1] < 8:
			want = score.NotEnoughEffortNorReward
		case sums[0] < 21:
			want = score.NotEnoughEffort
		case sums[1] < 8:
			want = score.NotEnoughReward
		}
		if r.Reasons["effort_reward"] != want || (r.EffortReward != nil) != (want == "") {
			t.Errorf("effort %d, reward %d: %v, %q, want %q", sums[0], sums[1], r.EffortReward, r.Reasons["effort_reward"], want)
		}
		if r.EffortReward != nil && (!same(*r.EffortReward, 1) || *m.Show(r).EffortReward != 1) {
			t.Errorf("all in the middle: %v, shown %v, want 1", *r.EffortReward, *m.Show(r).EffortReward)
		}
	})
}

func TestF12Minimum(t *testing.T) {
	m := model(t)
	even := evenForm(1)
	only := func(ids ...string) questions.Answers {
		a := questions.Answers{}
		for _, id := range ids {
			a[id] = even[id]
		}
		return a
	}
	sixty := []string{
		"workload_overflow", "conflicting_requests", "hostile_content", "hide_feelings", "stand_ins", // 25 of 31
		"weekly_hours", "longest_day", "real_breaks", // 17 of 30
		"colleagues_help", "control_over_timing", "fair_decisions", "protections", // 18 of 24
	}
	for _, c := range []struct {
		name   string
		a      questions.Answers
		reason string
	}{
		{"60 of 100, three blocks", only(sixty...), ""},
		{"58 of 100", only(sixty[:len(sixty)-1]...), score.NotEnoughAnswers},
		{"58 of 94: a manager that does not apply", form(only(sixty[:len(sixty)-1]...), "manager_helps", "not_applicable"), ""},
		{"58 of 100, the manager skipped", form(only(sixty...), "stand_ins", nil), score.NotEnoughAnswers},
		{"61 of 100, but two blocks", form(even, "weekly_hours", nil, "longest_day", nil, "shortest_rest", nil, "cannot_switch_off", nil,
			"job_worry", nil, "recognition", nil, "unpaid_hours", nil), score.NotEnoughBlocks},
		{"nothing", questions.Answers{}, score.NotEnoughAnswers},
	} {
		r := mustScore(t, m, c.a, nil)
		if r.Reasons["strain"] != c.reason || (r.Strain == nil) != (c.reason != "") {
			t.Errorf("%s: reason %q, want %q (%d of %d)", c.name, r.Reasons["strain"], c.reason, r.Counts.Weight, r.Counts.Applicable)
		}
	}
	for n, c := range map[int]struct {
		core   int
		reason string
	}{12: {4, ""}, 10: {2, ""}, 9: {1, score.NotEnoughCoreItems}, 8: {0, score.NotEnoughCoreItems}} {
		a := form(even)
		for _, id := range exactItems[:12-n] {
			delete(a, id)
		}
		if r := mustScore(t, m, a, nil); r.Reasons["signs"] != c.reason || r.Counts.Items != n || r.Counts.CoreItems != c.core {
			t.Errorf("%d items, %d core: reason %q, want %q", r.Counts.Items, r.Counts.CoreItems, r.Reasons["signs"], c.reason)
		}
	}
	a := form(even)
	for _, id := range exactItems[7:] {
		delete(a, id)
	}
	r := mustScore(t, m, a, nil)
	if r.Signs != nil || r.Strain == nil || r.Reasons["signs"] != score.NotEnoughAnswers || r.Reasons["band"] != score.NoSigns || r.Facets != nil {
		t.Errorf("7 items: signs %v, reasons %v", r.Signs, r.Reasons)
	}
}

func TestF13BandInterval(t *testing.T) {
	m := model(t)
	// All bad and all well: the ends are clipped to 0 and 100.
	for step, want := range map[int][2]int{0: {0, 6}, 2: {94, 100}} {
		shown := m.Show(mustScore(t, m, evenForm(step), nil))
		if shown.Signs.Low != want[0] || shown.Signs.High != want[1] {
			t.Errorf("shown range of signs %d to %d, want %v", shown.Signs.Low, shown.Signs.High, want)
		}
	}
	// Both ends use the limits of the answers given.
	r := mustScore(t, m, form(evenForm(0), "weekly_hours", 55, "weeks_off", 0, "unpaid_hours", 10), nil)
	if r.Band.Low != 3 || r.Band.High != 3 || r.Band.NearBoundary() {
		t.Errorf("band %d to %d, want 3 to 3", r.Band.Low, r.Band.High)
	}
	// 45.83 less 6.18 is low and 45.83 plus 6.18 is high, so the ends differ; both cells are named.
	r = mustScore(t, m, form(evenForm(1), "unrefreshed", "never", "shortest_rest", 12), nil)
	if b := r.Band; !b.NearBoundary() || b.LowCell != (score.Cell{Signs: "low", Strain: "moderate"}) || b.HighCell != (score.Cell{Signs: "high", Strain: "moderate"}) {
		t.Errorf("band %+v", *b)
	}
}

func TestF14NineDecimalsBeforeComparing(t *testing.T) {
	// 6 × 0.35 + 3 × 0.3 is 3, but not in binary: notable, and a tie with 6 × 0.5.
	m := model(t)
	r := mustScore(t, m, form(evenForm(0), "longest_day", 11, "shortest_rest", 11, "conflicting_requests", "sometimes"), nil)
	if d := r.Drivers[1]; d.Key != "long_days" || d.Contribution == 3 || !d.Notable || d.Rank != 1 || r.Drivers[0].Key != "conflicting_asks" {
		t.Errorf("%+v and %+v, want a tie of notable drivers in the fixed order", r.Drivers[0], r.Drivers[1])
	}

	// Sums of thirds and tenths that are 25 or 50 in fractions are found.
	rng := rand.New(rand.NewPCG(14, 14))
	hit := 0
	for range 5 * cases {
		a := evenForm(1)
		for _, id := range slices.Concat(worseUp, worseDown) {
			a[id] = frequency[rng.IntN(5)]
		}
		pick := func(of ...float64) float64 { return of[rng.IntN(len(of))] }
		a["weekly_hours"] = pick(35, 40, 48, 55, 60)
		a["longest_day"] = pick(8, 10, 12, 13, 14)
		a["shortest_rest"] = pick(8, 10, 11, 12)
		a["cover_wait_days"] = pick(0, 30, 60, 90)
		a["unpaid_hours"] = pick(0, 2, 3, 4)
		a["hostile_content"] = []string{"rarely", "monthly", "daily"}[rng.IntN(3)]
		n := int64(pick(80, 85, 90, 95, 100))
		ratio := float64(n) / 100
		r := mustScore(t, m, a, &ratio)
		if !same(r.Strain.Score, 25) && !same(r.Strain.Score, 50) {
			continue
		}
		hit++
		x := scoreExactly(a, rat(n, 100))
		if !x.e.IsInt() {
			t.Errorf("E = %v is only near a threshold: %v", x.e, a)
		}
		compare(t, m, r, x)
	}
	if hit < 10 {
		t.Errorf("only %d forms hit a threshold", hit)
	}
}

func TestF15NeverShownAsReached(t *testing.T) {
	m := model(t)
	for _, c := range []struct {
		signs, strain         float64
		wantSigns, wantStrain int
	}{
		{39.6, 24.7, 39, 24}, {40, 25, 40, 25}, {49.99, 49.5, 49, 49}, {50, 50, 50, 50}, {39.4, 24.4, 39, 24}, {40.5, 25.5, 41, 26},
		{24.7, 39.6, 25, 40}, {39.9999999999, 24.9999999999, 40, 25}, {0, 0, 0, 0}, {100, 100, 100, 100},
	} {
		r := score.Result{Signs: &score.Signs{Score: c.signs}, Strain: &score.Strain{Score: c.strain}}
		shown := m.Show(r)
		if shown.Signs.Score != c.wantSigns || shown.Strain.Score != c.wantStrain {
			t.Errorf("%v and %v are shown as %d and %d, want %d and %d", c.signs, c.strain, shown.Signs.Score, shown.Strain.Score, c.wantSigns, c.wantStrain)
		}
	}
	// The ends of ranges follow the same rule.
	r := mustScore(t, m, full(), nil)
	r.Strain.Low, r.Strain.High, r.Counts.Weight = 24.9, 49.8, 99
	if s := m.Show(r).Strain; s.Low != 24 || s.High != 49 || !s.HasRange {
		t.Errorf("range %d to %d, want 24 to 49", s.Low, s.High)
	}
	// Nothing skipped: no range.
	if s := m.Show(mustScore(t, m, full(), nil)).Strain; s.HasRange || s.Low != s.Score || s.High != s.Score {
		t.Errorf("a full form has the range %d to %d", s.Low, s.High)
	}
}

func TestF15TextSplitCountsWhileInUse(t *testing.T) {
	m := load(t, edit{`"in_use": false`, `"in_use": true`})
	for x, want := range map[float64]int{24.6: 24, 24.4: 24, 25: 25, 39.7: 39} {
		if got := m.Show(score.Result{Signs: &score.Signs{Score: x}}).Signs.Score; got != want {
			t.Errorf("%v is shown as %d, want %d", x, got, want)
		}
	}
}

func TestF16ShownDriversAddUp(t *testing.T) {
	m := model(t)
	show := func(total float64, contributions ...float64) []int {
		r := score.Result{Strain: &score.Strain{Score: total}}
		for _, c := range contributions {
			r.Drivers = append(r.Drivers, score.Driver{Contribution: c})
		}
		return m.Show(r).Drivers
	}
	for _, c := range []struct {
		name          string
		total         float64
		contributions []float64
		want          []int
	}{
		{"largest remainders", 10, []float64{4.2, 3.7, 2.1}, []int{4, 4, 2}},
		{"equal remainders: the larger first", 10, []float64{4.5, 3.5, 2}, []int{5, 3, 2}},
		{"equal all: the fixed order", 5, []float64{2.5, 2.5}, []int{3, 2}},
		{"rounded down at a threshold", 24.9, []float64{12.6, 12.3}, []int{12, 12}},
		{"rounded up at a half", 42.5, []float64{30.25, 12.25}, []int{31, 12}},
		{"rounded up at the ninth decimal, then one too many", 24.9999999991, []float64{12.9999999996, 11.9999999995}, []int{13, 11}},
		{"nothing", 0, []float64{0, 0}, []int{0, 0}},
	} {
		if got := show(c.total, c.contributions...); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestF17ShownError(t *testing.T) {
	m := model(t)
	for answered, want := range map[int]int{8: 8, 9: 7, 10: 7, 11: 6, 12: 6} {
		a := evenForm(1)
		for _, id := range exactItems[answered:] {
			delete(a, id)
		}
		if got := m.Show(mustScore(t, m, a, nil)).Signs.Error; got != want {
			t.Errorf("%d items: ±%d, want ±%d", answered, got, want)
		}
	}
}

func TestF18ProtectionWhereThereIsExposure(t *testing.T) {
	m := model(t)
	none, two, skipped := []string{}, protections[:2], any(nil)
	const absent = -1
	for _, c := range []struct {
		hostile, threats, protections any
		want                          float64 // dose of U5
	}{
		{"never", "no", none, 0},
		{"never", "no", two, 0},
		{"never", "no", skipped, 0},
		{"rarely", "no", none, 1},
		{"rarely", skipped, two, 0.5},
		{"daily", "yes", two, 0.5},
		{"daily", "yes", skipped, absent},
		{"never", "yes", none, 1},
		{skipped, "yes", two, 0.5},
		{"never", skipped, two, absent},
		{skipped, "no", none, absent},
		{skipped, skipped, two, absent},
	} {
		got, ok := doseOf(t, m, "U5", nil, "hostile_content", c.hostile, "threats", c.threats, "protections", c.protections)
		if !ok {
			got = absent
		}
		if got != c.want {
			t.Errorf("met %v, threats %v, protections %v: dose %v, want %v", c.hostile, c.threats, c.protections, got, c.want)
		}
	}
	// Whether there is exposure is worth what hangs on it.
	r := mustScore(t, m, form(evenForm(1), "hostile_content", "never", "threats", nil), nil)
	var points float64
	for _, g := range r.Gaps {
		if g.Question == "threats" && g.Factor == "U5" {
			points = g.Points
		}
	}
	if !same(points, 2) {
		t.Errorf("threats unanswered leave %v points of U5 open, want 2: %v", points, r.Gaps)
	}
}

func TestF19OwnAccount(t *testing.T) {
	m := model(t)
	for _, c := range []struct {
		status, manager, levels any
		applicable              int
	}{
		{"own_account", nil, nil, 93},
		{"own_account", "often", nil, 99},
		{"own_account", nil, 1, 94},
		{"own_account", "often", 1, 100},
		{"own_account", "not_applicable", nil, 93},
		{"employed", nil, nil, 100},
		{"both", nil, nil, 100},
		{nil, nil, nil, 100},
	} {
		r := mustScore(t, m, form(evenForm(1), "work_status", c.status, "manager_helps", c.manager, "levels_above_title", c.levels), nil)
		if r.Counts.Applicable != c.applicable {
			t.Errorf("%v, manager %v, levels %v: weight %d applies, want %d", c.status, c.manager, c.levels, r.Counts.Applicable, c.applicable)
		}
		for _, g := range r.Gaps {
			if c.status == "own_account" && (g.Question == "manager_helps" || g.Question == "levels_above_title") {
				t.Errorf("%v: %s is a gap", c.status, g.Question)
			}
		}
	}
}

// Who answers everything has the result of version 1, but for [F18].
func TestVersion2ChangesNothingElse(t *testing.T) {
	m := model(t)
	first := m.Scoring
	first.Factors = slices.Clone(first.Factors)
	for i := range first.Factors {
		first.Factors[i].Dose.HarmlessIf, first.Factors[i].Dose.NotApplicableIf = nil, nil
	}
	version1 := score.New(first, pack(t))
	harmless := 0
	rng := rand.New(rand.NewPCG(18, 19))
	for range cases {
		a, ratio, _ := randomForm(rng, 0)
		got, want := mustScore(t, m, a, ratio), mustScore(t, version1, a, ratio)
		if a["hostile_content"] == "never" && a["threats"] == "no" {
			harmless++
			keys, _ := a.Keys("protections")
			less := 2 * float64(4-len(keys)) / 4
			if a["manager_helps"] == "not_applicable" {
				less *= 24. / 18
			}
			if !same(got.Strain.Score, want.Strain.Score-less) || !reflect.DeepEqual(got.Signs, want.Signs) || !slices.Equal(got.Limits, want.Limits) {
				t.Fatalf("%v: E %v, was %v, should have lost %v", a, got.Strain.Score, want.Strain.Score, less)
			}
			continue
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%v: %v, was %v", a, got, want)
		}
	}
	if harmless == 0 {
		t.Error("no form without exposure: the forms are too tame")
	}
}

// Whoever shows equal points shares a rank, however far apart the full figures are.
func TestRanksAreThoseOfShownPoints(t *testing.T) {
	d := score.Display{Drivers: []int{9, 9, 8, 5, 4, 4, 0}}
	if got, want := d.Ranks(), []int{1, 1, 3, 4, 5, 5, 7}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
