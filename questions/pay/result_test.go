package pay_test

import (
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"bothends/questions"
	"bothends/questions/pay"
)

// Jobs are the ticked tasks by ROME title: as many as the figure says, every task
// in one of them, and together the whole week.
func TestJobList(t *testing.T) {
	tables := published(t)
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		r := tables.Compute(random(rng))
		if r == nil || len(r.Parts) == 0 {
			continue
		}
		jobs := r.JobList()
		if len(jobs) != *r.Jobs {
			t.Errorf("%d jobs are listed and %d counted", len(jobs), *r.Jobs)
		}
		total := 0.0
		var tasks, titles []string
		for _, job := range jobs {
			total += job.Share
			tasks = append(tasks, job.Tasks...)
			titles = append(titles, job.ROME)
			for _, p := range r.Parts {
				if slices.Contains(job.Tasks, p.Key) != (p.ROME == job.ROME) {
					t.Errorf("%s, which is %s, stands in %+v", p.Key, p.ROME, job)
				}
			}
		}
		if math.Abs(total-1) > 1e-9 || len(tasks) != len(r.Parts) || len(slices.Compact(slices.Sorted(slices.Values(titles)))) != len(titles) {
			t.Errorf("got %+v", jobs)
		}
	}
}

// Who answers the question behind a reason does not get that reason again.
func TestQuestionForTakesTheReasonAway(t *testing.T) {
	tables := published(t)
	p, problems := questions.Load(os.DirFS("../packs/social-media-manager"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	answers := map[string]any{
		"pay_amount": 30.0, "pay_period": "hour", "contract_hours": 35.0, "weekly_hours": 40.0, "unpaid_hours": 1.0, "weeks_off": 5.0,
		"country": "US", "currency": "USD", "cadre": "no", "responsibilities": []string{"video"}, "pay_basis": "gross",
	}
	closed := map[string]bool{}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		a := random(rng)
		r := tables.Compute(a)
		if r == nil {
			continue
		}
		for figure, reason := range r.Reasons {
			id := pay.QuestionFor(reason)
			if id == "" || reason == pay.OutOfRange { // which can come of hours too, that nobody types
				continue
			}
			if _, asked := p.Question(id); !asked {
				t.Fatalf("%s is closed by %s, which nobody is asked", reason, id)
			}
			value := answers[id]
			switch id {
			case "currency":
				if c, ok := tables.Country(r.Country); ok {
					value = c.Currency
				}
			case "pay_basis":
				if c, ok := tables.Country(r.Country); ok && c.Basis == pay.Net && reason != pay.NetForGross {
					value = pay.Net
				}
			}
			was := a[id]
			a[id] = value
			if now := tables.Compute(a); now != nil && now.Reasons[figure] == reason {
				t.Errorf("%s is %s although %s is %v: %v", figure, reason, id, value, a)
			}
			if a[id] = was; was == nil {
				delete(a, id)
			}
			closed[reason] = true
		}
	}
	for _, reason := range pay.ReasonKeys() {
		if pay.QuestionFor(reason) != "" && !closed[reason] && reason != pay.OutOfRange {
			t.Errorf("no answers have the reason %s", reason)
		}
	}
}
