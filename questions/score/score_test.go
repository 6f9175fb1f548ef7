package score_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"bothends/questions"
	"bothends/questions/score"
)

// workedExample is the form of README.md's worked example, with its ratio.
func workedExample() (questions.Answers, float64) {
	return questions.Answers{
		"workload_overflow": "sometimes", "responsibilities": roles[:9], "accounts": 5.0, "conflicting_requests": "sometimes",
		"live_days": 6.0, "hostile_content": "weekly", "threats": "no", "hide_feelings": "often", "stand_ins": 1.0,
		"weekly_hours": 44.0, "longest_day": 11.0, "shortest_rest": 11.5, "cannot_switch_off": "sometimes",
		"evenings_per_week": 2.0, "real_breaks": "often", "weeks_off": 3.0,
		"unpaid_hours": 3.0, "cover_wait_days": 30.0, "levels_above_title": 1.0, "recognition": "seldom", "job_worry": "seldom",
		"manager_helps": "not_applicable", "colleagues_help": "often", "control_over_timing": "sometimes",
		"fair_decisions": "sometimes", "protections": protections[:2],
		// Ten items that sum to 450, two of the first four among them.
		"exhausted_evening": "sometimes", "unrefreshed": "sometimes", "stopped_caring": "sometimes", "avoid_messages": "sometimes",
		"bitter": "sometimes", "mind_slips": "sometimes", "unusual_slips": "sometimes", "set_off": "sometimes",
		"worthless_output": "seldom", "doubt_ability": "seldom",
	}, 0.90
}

func TestWorkedExample(t *testing.T) {
	m := model(t)
	a, ratio := workedExample()
	r := mustScore(t, m, a, &ratio)
	compare(t, m, r, scoreExactly(a, rat(9, 10)))

	dose := map[string]float64{
		"R1": 0.5, "R2": 0.525, "R3": 0.5, "R4": 0.625, "R5": 0.5, "R6": 0.75, "R7": 0.5,
		"H1": 0.325, "H2": 0.35, "H3": 0.15, "H4": 0.5, "H6": 0.25, "H7": 0.25,
		"P1": 1. / 3, "P2": 1. / 3, "P3": 1. / 3, "P4": 0.5, "P5": 0.75, "P6": 0.25,
		"U2": 0.25, "U3": 0.5, "U4": 0.5, "U5": 0.5,
	}
	if len(r.Factors) != len(dose) {
		t.Errorf("%d factors, want %d", len(r.Factors), len(dose))
	}
	block := map[string]float64{}
	for _, f := range r.Factors {
		if !same(f.Dose, dose[f.ID]) {
			t.Errorf("dose of %s = %v, want %v", f.ID, f.Dose, dose[f.ID])
		}
		block[f.Block] += f.Dose * float64(f.Weight)
	}
	for _, n := range []struct {
		what      string
		got, want float64
	}{
		{"Σ w·d of responsibilities", block["responsibilities"], 16.95},
		{"Σ w·d of hours", block["hours"], 8.975},
		{"Σ w·d of pay", block["pay"], 6 + 1./12},
		{"Σ w·d of support", block["support"], 7.5},
		{"E", r.Strain.Score, 16.95 + 30*8.975/27 + 6 + 1./12 + 24*7.5/18},
		{"E_lo", r.Strain.Low, 42 + 1./120},
		{"E_hi", r.Strain.High, 45 + 1./120},
		{"answered", r.Strain.Answered, 91. / 94},
		{"S", r.Signs.Score, 45},
		{"S_lo", r.Signs.Low, 37.5},
		{"S_hi", r.Signs.High, 650. / 12},
		{"SEM", r.Signs.Error, 21.4 / math.Sqrt(10)},
	} {
		if !same(n.got, n.want) {
			t.Errorf("%s = %v, want %v", n.what, n.got, n.want)
		}
	}
	if math.Abs(*r.EffortReward-0.8296) > 0.0001 {
		t.Errorf("effort-reward = %v, want 0.8296…", *r.EffortReward)
	}
	if len(r.Limits) != 0 {
		t.Errorf("limits = %v, want none", r.Limits)
	}
	if b := r.Band; b.Number != 3 || b.Low != 2 || b.High != 4 || !b.NearBoundary() {
		t.Errorf("band %d, %d to %d, want 3, 2 to 4", b.Number, b.Low, b.High)
	}

	shown := m.Show(r)
	if shown.Strain.Score != 43 || *shown.EffortReward != 0.83 || shown.Signs.Error != 7 {
		t.Errorf("shown %d, %v, ±%d, want 43, 0.83, ±7", shown.Strain.Score, *shown.EffortReward, shown.Signs.Error)
	}
	points := map[string]int{}
	for i, d := range r.Drivers {
		points[d.Key] = shown.Drivers[i]
	}
	want := map[string]int{
		"work_volume": 5, "breadth": 5, "conflicting_asks": 3, "emotional_load": 5, "weekly_hours": 3, "long_days": 3,
		"always_on": 3, "breaks_leave": 1, "pay_benefits": 3, "recognition_security": 3,
		"team_backup": 3, "control": 3, "fairness": 3,
	}
	if !reflect.DeepEqual(points, want) {
		t.Errorf("shown drivers %v, want %v", points, want)
	}
	wantGaps := []score.Gap{
		{Question: "weekend_days", Factor: "H5", Points: 3},
		{Question: "empty_start", Points: 100. / 12}, {Question: "effortful", Points: 100. / 12},
	}
	if !reflect.DeepEqual(r.Gaps, wantGaps) {
		t.Errorf("gaps %v, want %v", r.Gaps, wantGaps)
	}
}

// doseOf scores an otherwise even form and returns the dose of one factor.
func doseOf(t *testing.T, m *score.Model, factor string, ratio *float64, change ...any) (dose float64, ok bool) {
	t.Helper()
	r := mustScore(t, m, form(evenForm(1), change...), ratio)
	for _, f := range r.Factors {
		if f.ID == factor {
			return f.Dose, true
		}
	}
	return 0, false
}

func TestDosesBetweenKnots(t *testing.T) {
	m := model(t)
	for _, d := range []struct {
		factor string
		want   float64
		answer []any
	}{
		{"H1", 0.325, []any{"weekly_hours", 44}},
		{"H1", 0.5 + 0.3*4/7, []any{"weekly_hours", 52}},
		{"H1", 0.92, []any{"weekly_hours", 58}},
		{"H2", 0.1, []any{"longest_day", 9}},
		{"H2", 0.625, []any{"longest_day", 12.5}},
		{"H3", 0.45, []any{"shortest_rest", 10.5}},
		{"H3", 0.8, []any{"shortest_rest", 9}},
		{"R2", 0.2, []any{"responsibilities", roles[:5], "accounts", nil}},
		{"R2", 0.75, []any{"responsibilities", roles[:10], "accounts", nil}},
		{"R2", 0.25, []any{"responsibilities", nil, "accounts", 4}},
		{"R4", 0.625, []any{"live_days", 6}},
		{"H5", (0.75 + 0.25) / 2, []any{"evenings_per_week", 4, "weekend_days", 2}},
		{"H5", 0.375, []any{"evenings_per_week", 4, "weekend_days", 0}},
		{"H5", 0.125, []any{"evenings_per_week", 0, "weekend_days", 2}},
		{"P2", 0.7, []any{"unpaid_hours", 7}},
		{"P3", 0.5, []any{"cover_wait_days", 45}},
		{"P3", 1, []any{"cover_wait_days", "none"}},
		{"P3", 1, []any{"cover_wait_days", 365}},
		{"R5", 1, []any{"hostile_content", "daily", "threats", "yes"}},
		{"R5", 0.35, []any{"hostile_content", "rarely", "threats", "yes"}},
		{"R7", 0.5, []any{"stand_ins", 1}},
		{"U5", 0.25, []any{"protections", protections[1:]}},
	} {
		if got, ok := doseOf(t, m, d.factor, nil, d.answer...); !ok || !same(got, d.want) {
			t.Errorf("dose of %s for %v = %v, want %v", d.factor, d.answer, got, d.want)
		}
	}
	ratio := 0.90
	if got, _ := doseOf(t, m, "P1", &ratio); !same(got, 1./3) {
		t.Errorf("dose of P1 at ratio 0.90 = %v, want 1/3", got)
	}
}

// TestWeightsFollowFromEvidence works the weights out of the derivations anew:
// integers by largest remainder from ln OR × g.
func TestWeightsFollowFromEvidence(t *testing.T) {
	ln := math.Log
	perR := ln(1.6) / 0.435
	reward := (ln(1.9) - ln(1.6) + ln(1.9)) / 2
	material := ln(1.65)/2 + reward/3 + reward/6
	short := 0.35 * math.Pi / math.Sqrt(3) * 0.16
	raw := map[string]float64{
		"R1": ln(1.6), "R2": ln(1.6) * 0.32, "R3": 0.30 * perR, "R4": ln(1.6) * 0.32, "R5": ln(1.6) / 2, "R6": ln(1.6) / 2, "R7": ln(1.35) * 0.32,
		"H1": ln(2) * 0.64, "H2": ln(1.26) / 0.5 * 0.64, "H3": ln(1.26) / 0.5 * 0.32, "H4": 0.25 * perR, "H5": 0.25 * perR / 2, "H6": short, "H7": short,
		"P1": 0.40 * material, "P2": 0.30 * material, "P3": 0.15 * material, "P4": 0.15 * material, "P5": reward / 3, "P6": reward/6 + ln(1.33)/2,
		"U1": ln(1.35), "U2": ln(1.35), "U3": ln(1.3), "U4": ln(1.65) / 2, "U5": ln(1.35) * 0.32,
	}
	factors := model(t).Scoring.Factors
	if len(factors) != len(raw) {
		t.Fatalf("%d factors, want %d", len(factors), len(raw))
	}
	sum := 0.0
	for _, f := range factors {
		sum += raw[f.ID]
	}
	weight := map[string]int{}
	left := 100
	for id, r := range raw {
		weight[id] = int(100 * r / sum)
		left -= weight[id]
	}
	ids := slices.SortedFunc(slices.Values(factors), func(a, b score.FactorRule) int {
		_, fa := math.Modf(100 * raw[a.ID] / sum)
		_, fb := math.Modf(100 * raw[b.ID] / sum)
		return int(math.Copysign(1, fb-fa))
	})
	for _, f := range ids[:left] {
		weight[f.ID]++
	}
	for _, f := range factors {
		e := f.Evidence
		if f.Weight != weight[f.ID] {
			t.Errorf("weight of %s = %d, want %d", f.ID, f.Weight, weight[f.ID])
		}
		if math.Abs(e.Raw-raw[f.ID]) > 0.00051 || math.Abs(e.Share-100*raw[f.ID]/sum) > 0.0051 {
			t.Errorf("%s: raw %v, share %v, want %.4f, %.3f", f.ID, e.Raw, e.Share, raw[f.ID], 100*raw[f.ID]/sum)
		}
	}
	if e := model(t).Scoring.Signs.Error; math.Abs(e.ItemSD*math.Sqrt(1-e.MeanCorrelation)-e.Constant) > 0.05 {
		t.Errorf("the error constant %v does not follow from %v and %v", e.Constant, e.ItemSD, e.MeanCorrelation)
	}
}

func TestFiguresToBeCheckedAreMarked(t *testing.T) {
	s := model(t).Scoring
	marked := []string{}
	for _, f := range s.Factors {
		if f.Evidence.ToBeChecked != (f.Evidence.Checked == "to be checked") {
			t.Errorf("%s is %q, marked %v", f.ID, f.Evidence.Checked, f.Evidence.ToBeChecked)
		}
		if f.Evidence.ToBeChecked {
			marked = append(marked, f.ID)
		}
	}
	for _, c := range s.Signs.CutPoints {
		if c.ToBeChecked != (c.Checked == "to be checked") {
			t.Errorf("%s is %q, marked %v", c.Name, c.Checked, c.ToBeChecked)
		}
		if c.ToBeChecked {
			marked = append(marked, c.Name)
		}
	}
	for _, source := range s.Sources {
		if source.ToBeChecked != (source.Checked == "to be checked") {
			t.Errorf("%s is %q, marked %v", source.ID, source.Checked, source.ToBeChecked)
		}
	}
	if want := []string{"H4", "H5", "P6", "BAT-23, at risk", "BAT-23, severe"}; !slices.Equal(marked, want) {
		t.Errorf("marked %v, want %v", marked, want)
	}
}

func TestResultAsJSON(t *testing.T) {
	m := model(t)
	a, ratio := workedExample()
	full, err := json.Marshal(mustScore(t, m, a, &ratio))
	if err != nil {
		t.Fatal(err)
	}
	const head = `{"signs":{"score":45,"level":"raised","low":37.5,"high":54.166666666666664,"error":6.767274192760331,"answered":10,"of":12},"strain":{"score":`
	if !strings.HasPrefix(string(full), head) {
		t.Errorf("begins %s, want %s", full[:min(len(full), len(head))], head)
	}
	for _, part := range []string{
		`"band":{"number":3,"key":"under_strain","low":2,"high":4},"factors":[{"id":"R1","block":"responsibilities","dose":0.5,"weight":9,"contribution":4.5}`,
		`"drivers":[{"key":"emotional_load","contribution":5,"factors":["R5","R6"]},`,
		`"limits":[],"effort_reward":0.829`,
	} {
		if !strings.Contains(string(full), part) {
			t.Errorf("%s is not in %s", part, full)
		}
	}

	empty, err := json.Marshal(mustScore(t, m, questions.Answers{}, nil))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"signs":null,"strain":null,"band":null,"factors":[],"drivers":[],"limits":[],"effort_reward":null,` +
		`"reasons":{"band":"no_signs_nor_strain","effort_reward":"not_enough_effort_nor_reward","signs":"not_enough_answers","strain":"not_enough_answers"}}`
	if string(empty) != want {
		t.Errorf("nothing answered: %s, want %s", empty, want)
	}
}

func TestConcurrentScoring(t *testing.T) {
	m := model(t)
	want := mustScore(t, m, evenForm(2), nil)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				if got, err := m.Score(evenForm(2), nil); err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("differs: %v, %v", got, err)
				}
			}
		})
	}
	all.Wait()
}

func TestWordKeys(t *testing.T) {
	keys := model(t).WordKeys()
	seen := map[string]bool{}
	for _, key := range keys {
		if seen[key] {
			t.Errorf("%s twice", key)
		}
		seen[key] = true
	}
	// 5 facets, 4 blocks, 25 factors, 14 drivers and 6 limits with three words
	// each, 4 bands, 3 and 3 levels, 9 cells, two forms of 13 counted levers, 16 steps with a plan of two
	// parts each.
	if want := 5 + 4 + 25 + 3*14 + 3*6 + 4 + 3 + 3 + 9 + 2*13 + 3*16; len(keys) != want {
		t.Errorf("%d keys, want %d", len(keys), want)
	}
	for _, lang := range pack(t).Languages {
		data, err := os.ReadFile(folder + "/text." + lang + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]string
		if err := json.Unmarshal(data, &words); err != nil {
			t.Fatal(err)
		}
		for _, key := range keys {
			if words[key] == "" {
				t.Errorf("no %s word for %s", lang, key)
			}
		}
	}
}

func TestReasonsAreListed(t *testing.T) {
	m := model(t)
	forms(t, func(rng *rand.Rand, a questions.Answers, ratio *float64) {
		for _, reason := range mustScore(t, m, a, ratio).Reasons {
			if !slices.Contains(score.Reasons(), reason) {
				t.Errorf("%s is not in Reasons", reason)
			}
		}
	})
}
