package say

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
)

func payWords(t testing.TB, c *checkup.Checkup, lang string, a questions.Answers) PayWords {
	t.Helper()
	report, err := c.Score(a)
	if err != nil {
		t.Fatal(err)
	}
	return PayWords{Voice: NewVoice(c, lang), Tables: c.Tables, Result: report.Pay}
}

func TestCard(t *testing.T) {
	c := checkuptest.Open(t)
	lead := checkuptest.With(checkuptest.Persona(t, c, "start-up-lead"), "contract_hours", 40.0, "country", "US", "currency", "USD",
		"pay_amount", 58000.0, "pay_period", "year", "pay_basis", "gross", "unpaid_hours", 7.0, "weekly_hours", 47.0)
	for name, tt := range map[string]struct {
		lang    string
		answers questions.Answers
		choices CardChoices
		want    []string
		not     []string
	}{
		"hours and the day": {"en", lead, CardChoices{}, []string{"One title. Eleven jobs.", "– Graphics", "40 hours paid a week, 47 worked", "I work for free until 24\u00a0February"},
			[]string{"United States", "$", "%", "58,000"}},
		"in French": {"fr", lead, CardChoices{}, []string{"Un seul intitulé. Onze\u00a0métiers.", "40\u00a0heures payées par semaine, 47 travaillées", "Je travaille gratuitement jusqu’au 24\u00a0février"},
			[]string{"États-Unis", "$"}},
		"ticked": {"en", lead, CardChoices{Title: "  Social\u00a0media\tlead ", Employer: "Acme", Country: true, Pay: true},
			[]string{"Social media lead\nAcme · United States", "Similar work: $", "Typical band", "Pay published for"}, []string{"58,000"}},
		"a first of the month": {"fr", checkuptest.With(lead, "unpaid_hours", 8.0, "weekly_hours", 49.0), CardChoices{}, []string{"jusqu’au 1er\u00a0mars"}, nil},
		"shares":               {"en", checkuptest.With(lead, "shares", map[string]float64{"video": 3, "analytics": 1}), CardChoices{}, []string{"– Video 75%", "– Analytics 25%"}, nil},
		"nothing but a task":   {"en", questions.Answers{"responsibilities": []string{"video"}}, CardChoices{Country: true, Pay: true}, []string{"One title. One job.\n– Video\nBoth Ends"}, nil},
		"nothing unpaid":       {"en", checkuptest.With(lead, "unpaid_hours", 0.0), CardChoices{}, []string{"47 worked"}, []string{"free", "TUC"}},
	} {
		w := payWords(t, c, tt.lang, tt.answers)
		got := w.Card(tt.choices).Alt()
		for _, want := range tt.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: got %q, want %q in it", name, got, want)
			}
		}
		for _, not := range tt.not {
			if strings.Contains(got, not) {
				t.Errorf("%s: got %q, with %q", name, got, not)
			}
		}
	}
	for _, a := range []questions.Answers{{}, {"weekly_hours": 40.0}, {"responsibilities": []string{}}} {
		if payWords(t, c, "en", a).HasCard() {
			t.Errorf("%v gives a picture of no jobs", a)
		}
	}
}

// Whatever is answered about signs, strain and people, the picture of the job and the
// page for a talk about pay stay the same to the letter.
func TestCardAndAppraisalKnowNothingOfThePerson(t *testing.T) {
	job := []string{"responsibilities", "shares", "country", "currency", "cadre", "pay_amount", "pay_period", "pay_basis", "pay_feeling", "contract_hours",
		"weekly_hours", "unpaid_hours", "weeks_off", "experience_years", "work_status"}
	c := checkuptest.Open(t)
	all := CardChoices{Title: "Lead", Employer: "Acme", Country: true, Pay: true}
	for _, lang := range i18n.Languages() {
		base := checkuptest.With(checkuptest.Persona(t, c, "start-up-lead"), "contract_hours", 40.0, "country", "US", "currency", "USD",
			"pay_amount", 58000.0, "pay_period", "year", "pay_basis", "gross")
		said := func(a questions.Answers) string {
			w := letterWords(t, c, lang, a)
			return payWords(t, c, lang, a).Card(all).Alt() + w.Appraisal(ToManager) + w.Appraisal(ToClient)
		}
		want := said(base)
		random := rand.New(rand.NewPCG(21, 6))
		for range 200 {
			a := checkuptest.With(base)
			for _, id := range c.Pack.IDs() {
				q, _ := c.Pack.Question(id)
				if slices.Contains(job, id) {
					continue
				}
				delete(a, q.ID)
				switch {
				case random.IntN(4) == 0:
				case q.Type == questions.Choice && len(q.Options) > 0:
					a[q.ID] = q.Options[random.IntN(len(q.Options))]
				case q.Type == questions.Number:
					a[q.ID] = *q.Min
					if q.Max != nil && random.IntN(2) == 0 {
						a[q.ID] = *q.Max
					}
				case q.Type == questions.List && len(q.Options) > 0:
					a[q.ID] = q.Options[:random.IntN(len(q.Options)+1)]
				}
			}
			if got := said(a); got != want {
				t.Fatalf("%v is seen in %q, want %q", a, got, want)
			}
		}
	}
}

func TestAppraisal(t *testing.T) {
	c := checkuptest.Open(t)
	lead := checkuptest.With(checkuptest.Persona(t, c, "start-up-lead"), "contract_hours", 40.0, "country", "US", "currency", "USD",
		"pay_amount", 58000.0, "pay_period", "year", "pay_basis", "gross", "shares", map[string]float64{"video": 3, "analytics": 1})
	for name, tt := range map[string]struct {
		lang, to string
		answers  questions.Answers
		want     []string
		not      []string
	}{
		"an employer": {"en", ToManager, lead, []string{"Before the appraisal\n", "My one title holds 11 jobs, so ", "– My week: video: filming and editing 75%; analytics and reporting 25%.\n",
			"On paper I am paid $27.88", "– Typical band: $", "My unpaid hours (12 hours a week) come to $16,731", "no budget", "three in four", "3,842, not chosen at random"}, []string{"fee"}},
		"a client": {"en", ToClient, lead, []string{"Before talking about the fee\n", "This one assignment holds", "employees are paid", "the fee for the next period"},
			[]string{"On paper", "my pay", "three in four", "appraisal", "title"}},
		"un client":        {"fr", ToClient, lead, []string{"tarif"}, []string{"entretien annuel", "augmentation", "intitulé", "employeur"}},
		"nothing is known": {"en", ToManager, questions.Answers{}, []string{"I would like us to look at my tasks", "no budget"}, []string{"{", "Hours and rest", "Tasks and cover", "Pay\n"}},
	} {
		got := letterWords(t, c, tt.lang, tt.answers).Appraisal(tt.to)
		for _, want := range tt.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: got %q, want %q in it", name, got, want)
			}
		}
		for _, not := range tt.not {
			if strings.Contains(got, not) {
				t.Errorf("%s: got %q, with %q", name, got, not)
			}
		}
	}
}
