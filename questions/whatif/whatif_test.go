package whatif_test

import (
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/whatif"
)

const personas = "../packs/social-media-manager/personas/"

func open(t testing.TB) *checkup.Checkup {
	t.Helper()
	c, problems := checkup.Open(checkup.Shipped())
	for _, p := range problems {
		t.Fatal(p)
	}
	return c
}

func persona(t testing.TB, c *checkup.Checkup, name string) questions.Answers {
	t.Helper()
	data, err := os.ReadFile(personas + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	a, problems := c.Pack.Decode(data)
	for _, p := range problems {
		t.Fatal(p)
	}
	return a
}

// paid gives a persona an amount that can be compared.
func paid(a questions.Answers) questions.Answers {
	a = maps.Clone(a)
	maps.Copy(a, questions.Answers{
		"country": "US", "currency": "USD", "pay_amount": 58000.0, "pay_period": "year", "pay_basis": "gross",
		"contract_hours": 40.0, "experience_years": 5.0,
	})
	return a
}

// everybody is all personas, with and without pay.
func everybody(t testing.TB, c *checkup.Checkup) map[string]questions.Answers {
	t.Helper()
	files, _ := filepath.Glob(personas + "*.expected.json")
	if len(files) == 0 {
		t.Fatal("no personas")
	}
	all := map[string]questions.Answers{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".expected.json")
		all[name] = persona(t, c, name)
		all[name+", paid"] = paid(all[name])
	}
	return all
}

func study(t testing.TB, c *checkup.Checkup, a questions.Answers) *whatif.Study {
	t.Helper()
	s, err := whatif.New(c, a)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// said is a suggestion in one line.
func said(x whatif.Suggestion) string {
	var parts []string
	for _, c := range x.Changes {
		if c.Keys != nil {
			parts = append(parts, fmt.Sprintf("%s %+d", c.Question, len(c.New.([]string))-len(c.Old.([]string))))
		} else {
			parts = append(parts, fmt.Sprintf("%s %v to %v", c.Question, c.Old, c.New))
		}
	}
	if x.Step != "" {
		parts[0] = x.Step + ": " + parts[0]
	}
	line := fmt.Sprintf("%s: %.4g", strings.Join(parts, ", "), questions.Round(x.Relief, 3))
	for _, key := range x.Limits {
		line += " -" + key
	}
	if x.Reaches {
		line += " !"
	}
	return line
}

func lines(all []whatif.Suggestion) (out []string) {
	for _, x := range all {
		out = append(out, said(x))
	}
	return out
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\ngot\n  %s\nwant\n  %s", what, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// The start-up lead works 58 hours and is well: the job alone holds band 3, and
// strain of 55.8 has to come under 50. Worked out with a pencil: 58 hours weigh
// 9 × 0.92 points; at 42.5 hours they weigh 9 × 0.2594, which is 5.95 less.
func TestTheStartUpLeadGetsDownFromBandThree(t *testing.T) {
	c := open(t)
	s := study(t, c, persona(t, c, "start-up-lead"))
	found := s.Suggest()
	want := whatif.Target{For: whatif.ForBand, Below: 50, Limits: -1, Band: 2, Level: "moderate"}
	if found.Target != want || found.Wanted != want {
		t.Errorf("the target is %+v of %+v, want %+v", found.Target, found.Wanted, want)
	}
	same(t, "steps", lines(found.Steps), []string{
		"week_48: weekly_hours 58 to 48: 3.78 -weekly_hours",
		"paid_hours: unpaid_hours 12 to 0: 3 -unpaid_hours",
		"two_tasks: responsibilities -2, weekly_hours 58 to 53: 2.301 -weekly_hours",
		"evenings_off: evenings_per_week 4 to 0, real_breaks seldom to often: 2.125",
		"live_day_off: live_days 4 to 0, evenings_per_week 4 to 3, weekend_days 4 to 3: 2.063",
		"stand_in: stand_ins 0 to 1, weeks_off 2 to 4: 2",
		"unpaid_halved: unpaid_hours 12 to 6: 1.2 -unpaid_hours",
	})
	same(t, "ways", lines(found.Ways), []string{
		"weekly_hours 58 to 42.5: 5.946 -weekly_hours !",
		"weekly_hours 58 to 47.5, stand_ins 0 to 2: 5.977 -weekly_hours !",
	})
	for _, way := range found.Ways {
		r, _, err := s.Try(way.Values())
		if err != nil || r.Band.Number != 2 || r.Strain.Level != "moderate" {
			t.Errorf("%s leads to band %+v, %v; want 2", said(way), r.Band, err)
		}
	}
	if s.Base.Band.Number != 3 {
		t.Error("the search changed the result of the answers")
	}
}

// Where each persona can get to.
func TestTargets(t *testing.T) {
	c := open(t)
	all := everybody(t, c)
	threats := maps.Clone(all["in-house-specialist"])
	threats["threats"], threats["protections"] = "yes", []string{}
	noSigns := maps.Clone(all["sports-league"])
	for _, item := range c.Model.Scoring.Signs.Items {
		delete(noSigns, item.Question)
	}
	stuck := maps.Clone(all["in-house-specialist"]) // high strain that no lever moves
	for _, f := range c.Model.Scoring.Factors {
		if q, _ := c.Pack.Question(f.Dose.Question); q != nil && q.Scale != "" {
			stuck[q.ID] = map[string]string{"up": "always", "down": "never"}[f.Dose.Scale]
		}
	}
	stuck["weeks_off"] = 0.0
	for name, tt := range map[string]struct {
		answers questions.Answers
		wanted  whatif.Target
		target  whatif.Target
	}{
		// Signs are high: strain would have to be low for another band, which
		// the levers cannot bring about, so the level of strain is what is left.
		"signs hold the band": {all["retail-fixed-term"],
			whatif.Target{For: whatif.ForBand, Below: 25, Limits: 0, Band: 3, Level: "low"},
			whatif.Target{For: whatif.ForLevel, Below: 50, Limits: -1, Level: "moderate"}},
		"limits raise the level too": {all["sports-league"],
			whatif.Target{For: whatif.ForBand, Below: 25, Limits: 0, Band: 3, Level: "low"},
			whatif.Target{For: whatif.ForLevel, Below: 50, Limits: 2, Level: "moderate"}},
		"next band": {all["freelancer"],
			whatif.Target{For: whatif.ForBand, Below: 25, Limits: -1, Band: 1, Level: "low"},
			whatif.Target{For: whatif.ForBand, Below: 25, Limits: -1, Band: 1, Level: "low"}},
		"next band out of reach": {all["city-hall"],
			whatif.Target{For: whatif.ForBand, Below: 25, Limits: -1, Band: 2, Level: "low"},
			whatif.Target{For: whatif.ForPoints, Limits: -1}},
		"nothing to reach": {all["in-house-specialist"],
			whatif.Target{For: whatif.ForPoints, Limits: -1},
			whatif.Target{For: whatif.ForPoints, Limits: -1}},
		"a limit alone holds the band": {threats,
			whatif.Target{For: whatif.ForBand, Limits: 0, Band: 1, Level: "low"},
			whatif.Target{For: whatif.ForBand, Limits: 0, Band: 1, Level: "low"}},
		"no band without signs": {noSigns,
			whatif.Target{For: whatif.ForLevel, Below: 50, Limits: 2, Level: "moderate"},
			whatif.Target{For: whatif.ForLevel, Below: 50, Limits: 2, Level: "moderate"}},
		"a limit less": {stuck,
			whatif.Target{For: whatif.ForBand, Below: 50, Limits: -1, Band: 2, Level: "moderate"},
			whatif.Target{For: whatif.ForLimits, Limits: 0}},
	} {
		t.Run(name, func(t *testing.T) {
			found := study(t, c, tt.answers).Suggest()
			// "at most 0 limits" stands only where some are crossed.
			if crossed := study(t, c, tt.answers).Base.Limits; len(crossed) == 0 {
				tt.wanted.Limits, tt.target.Limits = -1, -1
			}
			if found.Wanted != tt.wanted || found.Target != tt.target {
				t.Errorf("wanted %+v\ntarget %+v\nwant %+v\n     %+v", found.Wanted, found.Target, tt.wanted, tt.target)
			}
			if met := found.Target.For == whatif.ForPoints || len(found.Most.Limits) <= max(found.Target.Limits, 0) || found.Target.Limits < 0; !met {
				t.Error("not even everything leads to a target that can be reached")
			}
			for _, x := range found.Ways {
				if !x.Reaches || len(x.Changes) > 2 {
					t.Errorf("%s is no way", said(x))
				}
			}
		})
	}
}

func TestLevers(t *testing.T) {
	c := open(t)
	a := persona(t, c, "start-up-lead")
	for _, tt := range []struct {
		question string
		answer   any
		stops    string
	}{
		{"weekly_hours", 58.0, "35 37.5 40 42.5 45 47.5 48 50 52.5 53 55 57.5 [58] 60 62.5 65 67.5 70"},
		{"weekly_hours", 20.0, "[20] 35 37.5 40 42.5 45 47.5 50 52.5 55 57.5 60 62.5 65 67.5 70"},
		{"weekly_hours", 168.0, "35 37.5 40 42.5 45 47.5 48 50 52.5 55 57.5 60 62.5 65 67.5 70 163 [168]"},
		{"shortest_rest", 10.75, "6 6.5 7 7.5 8 8.5 9 9.5 10 10.5 [10.75] 11 11.5 12"},
		{"cover_wait_days", "none", "0 30 60 90 [none]"},
		{"cover_wait_days", 45.0, "0 30 [45] 60 90 none"},
		{"stand_ins", 2.0, "0 1 [2]"},
		{"real_breaks", "seldom", "never [seldom] sometimes often always"},
	} {
		a[tt.question] = tt.answer
		l, ok := study(t, c, a).Lever(tt.question)
		if !ok {
			t.Errorf("%s is no lever", tt.question)
			continue
		}
		var got []string
		for i, stop := range l.Stops {
			s := fmt.Sprint(stop)
			if i == l.At {
				s = "[" + s + "]"
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != tt.stops {
			t.Errorf("%s %v: got %s, want %s", tt.question, tt.answer, strings.Join(got, " "), tt.stops)
		}
	}
}

// Only what was answered and moves the result is offered.
func TestOnlyAnsweredConditionsAreOffered(t *testing.T) {
	c := open(t)
	all := persona(t, c, "start-up-lead")
	offered := func(a questions.Answers) (ids []string) {
		for _, l := range study(t, c, a).Levers {
			ids = append(ids, l.Question)
		}
		return ids
	}
	without := func(ids ...string) questions.Answers {
		a := maps.Clone(all)
		for _, id := range ids {
			delete(a, id)
		}
		return a
	}
	if slices.Contains(offered(all), "pay_amount") || !slices.Contains(offered(paid(all)), "pay_amount") {
		t.Error("pay is offered when it can be compared, and only then")
	}
	if ids := offered(without("weekly_hours", "stand_ins")); slices.Contains(ids, "weekly_hours") || slices.Contains(ids, "stand_ins") {
		t.Errorf("a skipped question is offered: %v", ids)
	}
	if ids := offered(without("weekend_days")); slices.Contains(ids, "evenings_per_week") {
		t.Errorf("evenings count only beside weekend days, and are offered: %v", ids)
	}
	if s := study(t, c, questions.Answers{"weekly_hours": 50.0}); s.Possible() {
		t.Error("something can be changed where strain is not known")
	} else if found := s.Suggest(); len(found.Steps)+len(found.Ways) > 0 {
		t.Error("something is suggested where strain is not known")
	}
}

func TestSetRefuses(t *testing.T) {
	c := open(t)
	a := persona(t, c, "start-up-lead")
	delete(a, "accounts")
	s := study(t, c, a)
	for name, changed := range map[string]map[string]any{
		"a sign":                         {"bitter": "never"},
		"a condition that is no lever":   {"workload_overflow": "never"},
		"a skipped question":             {"accounts": 3.0},
		"an unknown question":            {"coffee": 3.0},
		"a number between stops":         {"weekly_hours": 41.0},
		"a number out of range":          {"weekly_hours": -1.0},
		"not a number":                   {"weekly_hours": math.NaN()},
		"text for a number":              {"weekly_hours": "42.5"},
		"an unknown option":              {"real_breaks": "hourly"},
		"a list with an unknown key":     {"protections": []string{"dog"}},
		"a list with a key twice":        {"protections": []string{"counselling", "counselling"}},
		"a number for a list":            {"protections": 2.0},
		"a list for a number":            {"weekly_hours": []string{}},
		"one that is and one that isn't": {"weekly_hours": 42.5, "bitter": "never"},
	} {
		if _, _, err := s.Try(changed); err == nil {
			t.Errorf("%s was changed", name)
		}
	}
	if r, _, err := s.Try(nil); err != nil || !reflect.DeepEqual(r, s.Base) {
		t.Errorf("without changes the result differs: %v", err)
	}
}

// Pay and its reference move like those of anybody with these answers.
func TestPayMovesWithTheChanges(t *testing.T) {
	c := open(t)
	a := paid(persona(t, c, "start-up-lead"))
	s := study(t, c, a)
	changed := map[string]any{"pay_amount": 63800.0, "responsibilities": []string{"strategy", "copywriting"}}
	got, _, err := s.Try(changed)
	if err != nil {
		t.Fatal(err)
	}
	b := maps.Clone(a)
	maps.Copy(b, changed)
	want, err := c.Score(b)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v, %v", got, want, err)
	}
	if *got.Pay.ReferenceHourly == *s.Base.Pay.ReferenceHourly || *got.Pay.RatioRole <= *s.Base.Pay.RatioRole {
		t.Errorf("the reference stays %v or the ratio %v does not rise", *got.Pay.ReferenceHourly, *got.Pay.RatioRole)
	}
}

func BenchmarkTry(b *testing.B) {
	c := open(b)
	s := study(b, c, paid(persona(b, c, "start-up-lead")))
	changed := map[string]any{"weekly_hours": 47.5, "stand_ins": 2.0}
	for b.Loop() {
		if _, _, err := s.Try(changed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSuggest(b *testing.B) {
	c := open(b)
	for _, name := range []string{"start-up-lead", "sports-league"} {
		s := study(b, c, paid(persona(b, c, name)))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s.Suggest()
			}
		})
	}
}
