package whatif_test

import (
	"io/fs"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"testing"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/score"
	"bothends/questions/whatif"
)

// Two numbers that can hardly both be true are named, and never suggested.
func TestNothingHardlyTrueIsSuggested(t *testing.T) {
	c := open(t)
	a := persona(t, c, "start-up-lead")
	a["longest_day"], a["shortest_rest"] = 14.0, 10.0
	s := study(t, c, a)
	_, hints, err := s.Try(map[string]any{"shortest_rest": 12.0})
	if err != nil || len(hints) != 1 || hints[0].ID != "rest_and_day" {
		t.Errorf("hints %v, %v; want that rest and day do not fit", hints, err)
	}
	for _, x := range s.Suggest().Steps {
		if x.Changes[0].Question == "shortest_rest" {
			t.Errorf("%s cannot be after a day of 14 hours", said(x))
		}
	}
}

// A day of 14 hours leaves no room for 11 hours of rest, so the limit on rest
// goes away only together with the long day.
func TestRestAndDayMoveTogether(t *testing.T) {
	c := open(t)
	a := persona(t, c, "in-house-specialist")
	a["longest_day"], a["shortest_rest"] = 14.0, 10.0
	found := study(t, c, a).Suggest()
	if found.Target.For != whatif.ForBand || found.Target.Limits != 0 {
		t.Fatalf("the target is %+v, want a band without limits", found.Target)
	}
	same(t, "steps", lines(found.Steps), []string{
		"days_rest: longest_day 14 to 10, shortest_rest 10 to 11: 5.7 -longest_day -short_rest !",
		"stop_at_12: longest_day 14 to 12, shortest_rest 10 to 11: 3.9 -longest_day -short_rest !",
	})
	if league := study(t, c, persona(t, c, "sports-league")).Suggest(); len(league.Most.Limits) > 0 {
		t.Errorf("everything at its best leaves %v crossed", league.Most.Limits)
	}
}

// random answers what it likes, and skips what it likes.
func random(r *rand.Rand, c *checkup.Checkup) questions.Answers {
	a := questions.Answers{}
	for _, section := range c.Pack.Sections {
		for i := range section.Questions {
			q := &section.Questions[i]
			options := c.Pack.QuestionOptions(q)
			if r.IntN(12) == 0 {
				continue
			}
			switch q.Type {
			case questions.Choice:
				a[q.ID] = options[r.IntN(len(options))]
			case questions.List:
				keys := []string{}
				for _, j := range r.Perm(len(options))[:r.IntN(len(options)+1)] {
					keys = append(keys, options[j])
				}
				a[q.ID] = keys
			case questions.Number:
				high := 60000.0
				if q.Max != nil {
					high = min(*q.Max, 80)
				}
				n := math.Round(r.Float64()*high*4) / 4
				if q.Whole {
					n = math.Round(n)
				}
				if q.Above {
					n++
				}
				a[q.ID] = n
				if q.Word != "" && r.IntN(4) == 0 {
					a[q.ID] = q.Word
				}
			}
		}
	}
	if r.IntN(2) == 0 {
		return a
	}
	return paid(a)
}

// Every suggestion holds what it says, makes nothing worse and leaves signs
// alone, whoever answers.
func TestSuggestionsKeepTheirWord(t *testing.T) {
	c := open(t)
	r := rand.New(rand.NewPCG(7, 11))
	signs := map[string]bool{}
	for _, item := range c.Model.Scoring.Signs.Items {
		signs[item.Question] = true
	}
	looked := 0
	for range 250 {
		a := random(r, c)
		before := maps.Clone(a)
		s := study(t, c, a)
		found := s.Suggest()
		if again := study(t, c, a).Suggest(); !reflect.DeepEqual(found, again) {
			t.Fatalf("two searches differ for %v", a)
		}
		if !reflect.DeepEqual(a, before) {
			t.Fatal("the answers were changed")
		}
		for _, x := range slices.Concat(found.Steps, found.Ways) {
			looked++
			b := maps.Clone(a)
			for _, change := range x.Changes {
				if _, answered := a[change.Question]; !answered || signs[change.Question] {
					t.Fatalf("%s moves what was not answered, or a sign", said(x))
				}
				if !reflect.DeepEqual(change.Old, a[change.Question]) {
					t.Errorf("%s begins at %v, not at %v", said(x), change.Old, a[change.Question])
				}
				b[change.Question] = change.New
			}
			if problems := c.Pack.Check(b); len(problems) > 0 {
				t.Fatalf("%s is no answer: %v", said(x), problems[0])
			}
			want, err := c.Score(b)
			if err != nil || !reflect.DeepEqual(x.Report, want) {
				t.Fatalf("%s differs from what scoring says, %v", said(x), err)
			}
			if tried, _, err := s.Try(x.Values()); err != nil || !reflect.DeepEqual(tried, want) {
				t.Fatalf("%s cannot be tried: %v", said(x), err)
			}
			if x.Relief != s.Base.Strain.Score-want.Strain.Score || x.Relief < 0 {
				t.Errorf("%s: strain goes from %v to %v", said(x), s.Base.Strain.Score, want.Strain.Score)
			}
			if score.Exactly(x.Relief) == 0 && len(x.Limits) == 0 {
				t.Errorf("%s does nothing", said(x))
			}
			if !reflect.DeepEqual(want.Signs, s.Base.Signs) {
				t.Errorf("%s moves signs", said(x))
			}
			if len(want.Limits)+len(x.Limits) != len(s.Base.Limits) {
				t.Errorf("%s: limits %v become %v", said(x), s.Base.Limits, want.Limits)
			}
			if b := s.Base.Band; b != nil && want.Band.Number > b.Number {
				t.Errorf("%s leads from band %d to %d", said(x), b.Number, want.Band.Number)
			}
			if er := s.Base.EffortReward; er != nil && score.Exactly(*want.EffortReward) > score.Exactly(*er) {
				t.Errorf("%s makes effort outweigh reward more", said(x))
			}
			for i, f := range want.Factors {
				if was := s.Base.Factors[i]; f.ID != was.ID || score.Exactly(f.Dose) > score.Exactly(was.Dose) {
					t.Errorf("%s: %s rises", said(x), f.ID)
				}
			}
		}
	}
	if looked < 1000 {
		t.Errorf("only %d suggestions were looked at", looked)
	}
}

// A step names nothing below what is worth asking for, and is the step of the data
// with nothing left out but what brings this person no relief.
func TestStepsAreWhole(t *testing.T) {
	for _, folder := range []fs.FS{checkup.Shipped(), os.DirFS("../packs/newsroom-social-desk")} {
		c, problems := checkup.Open(folder)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		rules := map[string]score.StepRule{}
		for _, step := range c.Model.Scoring.Steps {
			rules[step.Key] = step
		}
		r, seen := rand.New(rand.NewPCG(5, 9)), map[string]int{}
		for range 400 {
			a := random(r, c)
			s := study(t, c, a)
			steps := s.Suggest().Steps
			for i, x := range steps {
				seen[x.Step]++
				rule := rules[x.Step]
				if score.Exactly(x.Relief) < score.Exactly(score.LeastRelief) && len(x.Limits) == 0 {
					t.Errorf("%s is less than a step", said(x))
				}
				if x.Who != rule.Who || x.Changes[0].Question != rule.Moves[0].Question || len(x.Changes) > len(rule.Moves) {
					t.Errorf("%s of %s is not the step of the data", said(x), x.Who)
				}
				if i > 0 && score.Exactly(x.Relief) > score.Exactly(steps[i-1].Relief) {
					t.Errorf("%s stands behind %s", said(x), said(steps[i-1]))
				}
				for _, change := range x.Changes {
					l, _ := s.Lever(change.Question)
					m := rule.Moves[slices.IndexFunc(rule.Moves, func(m score.MoveRule) bool { return m.Question == change.Question })]
					if want, ok := asked(l, m, a); ok && !reflect.DeepEqual(change.New, want) {
						t.Errorf("%s: %s goes to %v, want %v", said(x), change.Question, change.New, want)
					}
				}
			}
		}
		for key := range rules {
			if seen[key] == 0 {
				t.Errorf("nobody of 400 is ever offered %s", key)
			}
		}
	}
}

// asked is where the data takes a number or a choice, said once more and plainly.
func asked(l *whatif.Lever, m score.MoveRule, a questions.Answers) (any, bool) {
	old, _ := l.Old.(float64)
	switch {
	case m.Option != "":
		return m.Option, true
	case m.To != nil:
		return *m.To, true
	case m.As != "":
		return a[m.As], true
	case m.Best || l.IsList():
		return nil, false
	case m.Times != 0 && l.Ask.Whole:
		return math.Floor(max(old*m.Times, l.Best)), true
	case m.Times != 0:
		return max(old*m.Times, l.Best), true
	case l.Relief == score.More:
		return min(old+m.By, l.Best), true
	}
	return max(old-m.By, l.Best), true
}
