package score_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"bothends/questions"
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

func TestPersonas(t *testing.T) {
	m, p := model(t), pack(t)
	files, err := filepath.Glob(folder + "/personas/*.expected.json")
	if err != nil || len(files) != 6 {
		t.Fatalf("found %d personas (%v), want 6", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".expected.json")
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name + ".json")
			if err != nil {
				t.Fatal(err)
			}
			a, problems := p.Decode(data)
			for _, problem := range problems {
				t.Fatal(problem)
			}
			var want struct {
				Expected struct {
					Signs        score.Signs        `json:"signs"`
					Strain       score.Strain       `json:"strain"`
					Band         score.Band         `json:"band"`
					Limits       []string           `json:"limits"`
					Factors      map[string]float64 `json:"factors"`
					Drivers      map[string]float64 `json:"drivers"`
					EffortReward float64            `json:"effort_reward"`
				} `json:"expected"`
			}
			data, err = os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			w, got := want.Expected, mustScore(t, m, a, nil)

			numbers := map[string][2]float64{
				"signs": {got.Signs.Score, w.Signs.Score}, "signs low": {got.Signs.Low, w.Signs.Low},
				"signs high": {got.Signs.High, w.Signs.High}, "error": {got.Signs.Error, w.Signs.Error},
				"strain": {got.Strain.Score, w.Strain.Score}, "strain low": {got.Strain.Low, w.Strain.Low},
				"strain high": {got.Strain.High, w.Strain.High}, "answered": {got.Strain.Answered, w.Strain.Answered},
				"effort-reward": {*got.EffortReward, w.EffortReward},
			}
			if len(got.Factors) != len(w.Factors) || len(got.Drivers) != len(w.Drivers) {
				t.Errorf("%d factors and %d drivers, want %d and %d", len(got.Factors), len(got.Drivers), len(w.Factors), len(w.Drivers))
			}
			for _, f := range got.Factors {
				numbers[f.ID] = [2]float64{f.Contribution, w.Factors[f.ID]}
			}
			for _, d := range got.Drivers {
				numbers[d.Key] = [2]float64{d.Contribution, w.Drivers[d.Key]}
			}
			for what, n := range numbers {
				if !same(n[0], n[1]) {
					t.Errorf("%s = %v, want %v", what, n[0], n[1])
				}
			}
			words := func(s score.Signs, e score.Strain, b score.Band, limits []string) string {
				return fmt.Sprint(s.Level, s.Answered, s.Of, e.Level, b.Number, b.Key, b.Low, b.High, limits)
			}
			if got, want := words(*got.Signs, *got.Strain, *got.Band, got.Limits), words(w.Signs, w.Strain, w.Band, w.Limits); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			compare(t, m, got, scoreExactly(a, nil))
		})
	}
}

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

func TestBadRatio(t *testing.T) {
	m := model(t)
	for _, ratio := range []float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1)} {
		if _, err := m.Score(evenForm(1), &ratio); err == nil || !strings.Contains(err.Error(), "hint:") {
			t.Errorf("ratio %v: error %v, want one with a hint", ratio, err)
		}
	}
}

func TestOddAnswersCountAsSkipped(t *testing.T) {
	m := model(t)
	for _, id := range []string{"workload_overflow", "weekly_hours", "protections", "cover_wait_days", "manager_helps", "exhausted_evening", "threats", "hostile_content"} {
		want := mustScore(t, m, form(evenForm(1), id, nil), nil)
		for _, odd := range []any{true, nil, "nonsense", "not_applicable", -1.0, math.NaN(), math.Inf(1), 1e300, map[string]float64{"a": 1}, []string(nil), struct{}{}, 3} {
			if id == "manager_helps" && odd == "not_applicable" {
				continue
			}
			a := evenForm(1)
			a[id] = odd
			if got := mustScore(t, m, a, nil); !reflect.DeepEqual(got, want) {
				t.Errorf("%s = %#v does not count as skipped", id, odd)
			}
		}
	}
	// Counts must be whole, and a list is a set of known keys.
	skipped := mustScore(t, m, form(evenForm(1), "live_days", nil), nil)
	if got := mustScore(t, m, form(evenForm(1), "live_days", 4.5), nil); !reflect.DeepEqual(got, skipped) {
		t.Error("half a day counts")
	}
	once := mustScore(t, m, form(evenForm(1), "protections", protections[:1]), nil)
	if got := mustScore(t, m, form(evenForm(1), "protections", []string{protections[0], protections[0], "hope"}), nil); !reflect.DeepEqual(got, once) {
		t.Error("a repeated or unknown key counts")
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
	// each, 4 bands, 3 and 3 levels, 9 cells, two forms of 13 counted levers.
	if want := 5 + 4 + 25 + 3*14 + 3*6 + 4 + 3 + 3 + 9 + 2*13; len(keys) != want {
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

func FuzzScore(f *testing.F) {
	m, p := model(f), pack(f)
	f.Add([]byte{}, 0.0)
	f.Add([]byte("a long enough line of text to answer every question somehow, twice over and more"), 0.9)
	f.Add([]byte(strings.Repeat("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09", 20)), math.Inf(1))
	f.Fuzz(func(t *testing.T, data []byte, n float64) {
		next := func() int {
			if len(data) == 0 {
				return 0
			}
			b := data[0]
			data = data[1:]
			return int(b)
		}
		a := questions.Answers{}
		for i := range p.Sections {
			for j := range p.Sections[i].Questions {
				q := &p.Sections[i].Questions[j]
				options := p.QuestionOptions(q)
				option := func() string {
					if k := next(); k < len(options) {
						return options[k]
					}
					return []string{"", "none", "not_applicable", "yes", "often"}[next()%5]
				}
				switch next() % 6 {
				case 1:
					a[q.ID] = float64(next()) / 4
				case 2:
					a[q.ID] = n
				case 3:
					keys := []string{}
					for range next() % 20 {
						keys = append(keys, option())
					}
					a[q.ID] = keys
				case 4, 5:
					a[q.ID] = option()
				}
			}
		}
		var ratio *float64
		if next()%2 == 1 {
			ratio = &n
		}
		r, err := m.Score(a, ratio)
		if valid := ratio == nil || n > 0 && !math.IsInf(n, 1); (err == nil) != valid {
			t.Fatalf("ratio %v: error %v", n, err)
		}
		if err == nil {
			checkBounds(t, m, r)
		}
	})
}

// checkBounds holds for the result of any answers (invariants 1, 5, 11, 14).
func checkBounds(t testing.TB, m *score.Model, r score.Result) {
	t.Helper()
	hold := func(what string, ok bool) {
		if !ok {
			t.Errorf("%s does not hold: %+v %+v %+v", what, r.Signs, r.Strain, r.Band)
		}
	}
	if _, err := json.Marshal(r); err != nil { // refuses NaN and infinities
		t.Error(err)
	}
	shown := m.Show(r)
	if s := r.Signs; s != nil {
		hold("0 ≤ S_lo ≤ S ≤ S_hi ≤ 100", 0 <= s.Low && s.Low <= s.Score+near && s.Score <= s.High+near && s.High <= 100)
		hold("shown signs in order", 0 <= shown.Signs.Low && shown.Signs.Low <= shown.Signs.Score && shown.Signs.Score <= shown.Signs.High && shown.Signs.High <= 100)
	}
	if s := r.Strain; s != nil {
		hold("0 ≤ E_lo ≤ E ≤ E_hi ≤ 100", 0 <= s.Low && s.Low <= s.Score+near && s.Score <= s.High+near && s.High <= 100+near && s.Score <= 100)
		hold("shown strain in order", 0 <= shown.Strain.Low && shown.Strain.Low <= shown.Strain.Score && shown.Strain.Score <= shown.Strain.High && shown.Strain.High <= 100)
		sum, whole := 0.0, 0
		for _, f := range r.Factors {
			hold("0 ≤ dose ≤ 1, 0 ≤ c", 0 <= f.Dose && f.Dose <= 1 && 0 <= f.Contribution)
			sum += f.Contribution
		}
		hold("Σ c = E", same(sum, s.Score))
		sum = 0
		for i, d := range r.Drivers {
			sum += d.Contribution
			whole += shown.Drivers[i]
			hold("0 ≤ shown driver", 0 <= shown.Drivers[i])
			hold("largest first", i == 0 || d.Contribution <= r.Drivers[i-1].Contribution+near)
		}
		hold("Σ drivers = E", same(sum, s.Score))
		hold("Σ shown drivers = shown E", whole == shown.Strain.Score)
		order := []string{"low", "moderate", "high"}
		used := slices.Index(order, s.LevelUsed)
		hold("limits only raise e", used >= slices.Index(order, s.Level) && s.RaisedByLimits == (s.Level != s.LevelUsed))
		hold("one limit is moderate, three are high", (len(r.Limits) < 1 || used >= 1) && (len(r.Limits) < 3 || used == 2))
	}
	if b := r.Band; b != nil {
		hold("1 ≤ low ≤ band ≤ high ≤ 4", 1 <= b.Low && b.Low <= b.Number && b.Number <= b.High && b.High <= 4)
	}
	if er := r.EffortReward; er != nil {
		hold("0.2 ≤ ER ≤ 5", 0.2-near <= *er && *er <= 5+near)
	}
	for what, null := range map[string]bool{"signs": r.Signs == nil, "strain": r.Strain == nil, "band": r.Band == nil, "effort_reward": r.EffortReward == nil} {
		hold("a reason for each null: "+what, null == (r.Reasons[what] != ""))
	}
}

func BenchmarkScore(b *testing.B) {
	m := model(b)
	a := form(evenForm(1), "responsibilities", roles[:12])
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Score(a, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScoreWithGaps(b *testing.B) {
	m := model(b)
	a, ratio := workedExample()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Score(a, &ratio); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	p := pack(b)
	fsys := os.DirFS(folder)
	for b.Loop() {
		if _, problems := score.Load(fsys, p); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
