package score_test

import (
	"cmp"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/score"
)

// everyAnswer is what can be answered, in steps that meet every knot.
func everyAnswer(p *questions.Pack, q *questions.Question) []any {
	var all []any
	switch q.Type {
	case questions.Choice:
		for _, key := range p.QuestionOptions(q) {
			all = append(all, key)
		}
		if q.NotApplicable {
			all = append(all, "not_applicable")
		}
	case questions.Number:
		for n := *q.Min; n <= min(*q.Max, 70); n++ {
			all = append(all, n)
		}
		if q.Word != "" {
			all = append(all, q.Word)
		}
	case questions.List:
		for n := range q.Options {
			all = append(all, q.Options[:n])
		}
	}
	return all
}

// What would narrow the range most is what a result for each possible answer says.
func TestNarrowIsExact(t *testing.T) {
	m, p := model(t), pack(t)
	rng := rand.New(rand.NewPCG(20, 2))
	tried := 0
	for tried < 60 {
		a, ratio, _ := randomForm(rng, []float64{0.1, 0.25, 0.4}[tried%3])
		before := mustScore(t, m, a, ratio).Strain
		if before == nil {
			continue
		}
		tried++
		var want []score.Narrowing
		for _, section := range p.Sections {
			for i := range section.Questions {
				q := &section.Questions[i]
				if _, answered := a[q.ID]; answered || q.Unit == questions.Money || !p.Asks(q, a) {
					continue
				}
				answers := everyAnswer(p, q)
				if len(answers) == 0 {
					continue
				}
				least := before.High - before.Low
				for _, answer := range answers {
					after := mustScore(t, m, form(a, q.ID, answer), ratio).Strain
					if after == nil {
						t.Fatalf("answering %s takes the strain away", q.ID)
					}
					least = min(least, before.High-before.Low-(after.High-after.Low))
				}
				if least > near {
					want = append(want, score.Narrowing{Question: q.ID, Points: least})
				}
			}
		}
		slices.SortStableFunc(want, func(x, y score.Narrowing) int {
			return cmp.Compare(questions.Round(y.Points, 6), questions.Round(x.Points, 6))
		})
		got := m.Narrow(p, a, ratio)
		if !slices.EqualFunc(got, want, func(x, y score.Narrowing) bool { return x.Question == y.Question && same(x.Points, y.Points) }) {
			t.Fatalf("%v:\ngot  %v\nwant %v", a, got, want)
		}
	}
}

func TestNarrowLeavesNothingToAFullForm(t *testing.T) {
	m, p := model(t), pack(t)
	if got := m.Narrow(p, form(full(), "work_status", nil), nil); len(got) > 0 {
		t.Errorf("a full form could be narrowed by %v", got)
	}
}

// shortOf keeps the answers that the short check asks for.
func shortOf(p *questions.Pack, a questions.Answers) questions.Answers {
	short := questions.Answers{}
	for _, q := range p.ActQuestions(p.Acts[0]) {
		if answer, ok := a[q.ID]; ok {
			short[q.ID] = answer
		}
	}
	return short
}

// What the page says of the short check beside the whole is what comes out here.
func TestTheShortCheckAgreesAsIsSaid(t *testing.T) {
	m, p := model(t), pack(t)
	said := p.Acts[0].Agreement
	rng := rand.New(rand.NewPCG(20, 500))
	distance, same, width := 0.0, 0, 0.0
	for range said.Forms {
		a, _, _ := randomForm(rng, 0)
		whole, short := mustScore(t, m, a, nil), mustScore(t, m, shortOf(p, a), nil)
		if short.Band == nil {
			t.Fatalf("%v: the short check has no band: %v", a, short.Reasons)
		}
		distance += max(whole.Strain.Score-short.Strain.Score, short.Strain.Score-whole.Strain.Score)
		width += short.Strain.High - short.Strain.Low
		if whole.Band.Number == short.Band.Number {
			same++
		}
	}
	n := float64(said.Forms)
	t.Logf("%.2f points away, %.1f wide, the same band in %.1f %%", distance/n, width/n, 100*float64(same)/n)
	if questions.Round(distance/n, 1) != said.Points || int(questions.Round(100*float64(same)/n, 0)) != said.SameBand {
		t.Errorf("pack.json says %+v", *said)
	}
}

func TestPersonasKeepTheirBandInTheShortCheck(t *testing.T) {
	m, p := model(t), pack(t)
	files, err := filepath.Glob(folder + "/personas/*.expected.json")
	if err != nil || len(files) != 6 {
		t.Fatalf("found %d personas (%v), want 6", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(strings.TrimSuffix(file, ".expected.json") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		a, problems := p.Decode(data)
		for _, problem := range problems {
			t.Fatal(problem)
		}
		whole, short := mustScore(t, m, a, nil), mustScore(t, m, shortOf(p, a), nil)
		if short.Band == nil || short.Band.Number != whole.Band.Number {
			t.Errorf("%s: the short check says %+v, the whole one %+v", filepath.Base(file), short.Band, *whole.Band)
		}
	}
}
