package score_test

import (
	"maps"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"testing"

	"bothends/questions"
	"bothends/questions/score"
)

const folder = "../packs/social-media-manager"

var loaded = sync.OnceValues(func() (*questions.Pack, []questions.Problem) {
	return questions.Load(os.DirFS(folder))
})

func pack(t testing.TB) *questions.Pack {
	t.Helper()
	p, problems := loaded()
	for _, problem := range problems {
		t.Fatal(problem)
	}
	return p
}

func model(t testing.TB) *score.Model {
	t.Helper()
	m, problems := score.Load(os.DirFS(folder), pack(t))
	for _, problem := range problems {
		t.Error(problem)
	}
	if m == nil {
		t.FailNow()
	}
	return m
}

func mustScore(t testing.TB, m *score.Model, a questions.Answers, ratio *float64) score.Result {
	t.Helper()
	r, err := m.Score(a, ratio)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// form is a full set of answers, changed by pairs of id and answer; nil skips.
func form(base questions.Answers, change ...any) questions.Answers {
	a := maps.Clone(base)
	for i := 0; i < len(change); i += 2 {
		id := change[i].(string)
		switch v := change[i+1].(type) {
		case nil:
			delete(a, id)
		case int:
			a[id] = float64(v)
		default:
			a[id] = v
		}
	}
	return a
}

var (
	frequency   = []string{"never", "seldom", "sometimes", "often", "always"}
	roles       = []string{"strategy", "copywriting", "graphic_design", "photography", "video", "live_coverage", "scheduling", "community", "customer_support", "paid_ads", "influencers", "analytics", "email", "web_seo", "pr_crisis", "events", "budget_pm", "people_management", "ecommerce_sales"}
	protections = []string{"moderation_policy", "right_to_step_away", "pile_on_relief", "counselling"}

	worseUp   = []string{"workload_overflow", "conflicting_requests", "hide_feelings", "cannot_switch_off", "job_worry"}
	worseDown = []string{"real_breaks", "recognition", "manager_helps", "colleagues_help", "control_over_timing", "fair_decisions"}
)

// evenForm has dose d (0, 0.5 or 1, as 0, 1, 2) everywhere and every sign at
// the same step.
func evenForm(step int) questions.Answers {
	a := questions.Answers{}
	for _, id := range worseUp {
		a[id] = frequency[2*step]
	}
	for _, id := range worseDown {
		a[id] = frequency[4-2*step]
	}
	for _, id := range exactItems {
		a[id] = frequency[2*step]
	}
	for id, n := range map[string][3]float64{
		"accounts": {2, 6, 12}, "live_days": {0, 4, 12}, "stand_ins": {2, 1, 0}, "weekly_hours": {35, 48, 60},
		"longest_day": {8, 12, 14}, "shortest_rest": {12, 10 + 1.0/3, 8}, "evenings_per_week": {0, 3, 5},
		"weekend_days": {0, 4, 8}, "weeks_off": {4, 2, 0}, "unpaid_hours": {0, 5, 10}, "cover_wait_days": {0, 45, 90},
		"levels_above_title": {0, 1, 2},
	} {
		a[id] = n[step]
	}
	a["responsibilities"] = roles[:[]int{3, 8, 12}[step]]
	a["hostile_content"] = []string{"never", "weekly", "daily"}[step]
	a["threats"] = []string{"no", "no", "yes"}[step]
	a["pay_feeling"] = []string{"about_right", "bit_less", "much_less"}[step]
	a["protections"] = protections[:4-2*step]
	return a
}

// randomForm answers at random, each question with the given chance of being
// skipped. Numbers are multiples of a quarter, so that they are exact in
// binary; limits and knots come up often.
func randomForm(rng *rand.Rand, skip float64) (a questions.Answers, ratio *float64, exact *big.Rat) {
	a = questions.Answers{}
	put := func(id string, value any) {
		if rng.Float64() >= skip {
			a[id] = value
		}
	}
	pick := func(options ...string) string { return options[rng.IntN(len(options))] }
	some := func(options []string) []string {
		keys := slices.Clone(options)
		rng.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		return keys[:rng.IntN(len(keys)+1)]
	}
	quarters := func(low, high int) float64 {
		if rng.IntN(2) == 0 {
			return float64(low + rng.IntN(high-low+1))
		}
		return float64(4*low+rng.IntN(4*(high-low)+1)) / 4
	}
	whole := func(high int) float64 { return float64(rng.IntN(high + 1)) }

	for _, id := range slices.Concat(worseUp, worseDown, exactItems) {
		put(id, pick(frequency...))
	}
	if rng.IntN(6) == 0 {
		put("manager_helps", "not_applicable")
	}
	put("responsibilities", some(roles))
	put("protections", some(protections))
	put("accounts", whole(15))
	put("live_days", whole(15))
	put("hostile_content", pick("never", "rarely", "monthly", "weekly", "daily"))
	put("threats", pick("yes", "no", "no"))
	put("stand_ins", whole(2))
	put("weekly_hours", quarters(30, 66))
	put("longest_day", quarters(7, 16))
	put("shortest_rest", quarters(7, 14))
	put("evenings_per_week", whole(7))
	put("weekend_days", whole(8))
	put("weeks_off", whole(6))
	put("pay_feeling", pick("about_right", "bit_less", "much_less"))
	put("unpaid_hours", quarters(0, 12))
	if rng.IntN(5) == 0 {
		put("cover_wait_days", "none")
	} else {
		put("cover_wait_days", whole(120))
	}
	put("levels_above_title", whole(2))
	put("work_status", pick("employed", "own_account", "both"))
	if rng.IntN(2) == 0 {
		n := 60 + rng.IntN(60)
		f := float64(n) / 100
		ratio, exact = &f, rat(int64(n), 100)
	}
	return a, ratio, exact
}

// cases is how many random forms each property is tried on.
const cases = 4000

// forms calls try for many random forms, from full ones to nearly empty ones.
func forms(t *testing.T, try func(rng *rand.Rand, a questions.Answers, ratio *float64)) {
	t.Helper()
	rng := rand.New(rand.NewPCG(7, uint64(len(t.Name()))))
	for i := range cases {
		skip := []float64{0, 0, 0.05, 0.2, 0.35, 0.7}[i%6]
		a, ratio, _ := randomForm(rng, skip)
		try(rng, a, ratio)
		if t.Failed() {
			t.Fatalf("form %d: %v, ratio %v", i, a, ratio)
		}
	}
}
