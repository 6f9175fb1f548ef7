package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"bothends/questions"
)

// The sizes of paper that people print on, in inches.
var papers = map[string][2]float64{"A4": {8.27, 11.69}, "Letter": {8.5, 11}}

// pages counts the pages of a PDF as Chromium writes it.
func pages(pdf []byte) int {
	return len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1))
}

// awaitSheet waits until the page for paper is drawn, a moment after the result.
func awaitSheet(p *Person) {
	p.t.Helper()
	p.Until("the page for paper is drawn", `() => !!document.querySelector(".sheet h2")`)
}

// paid answers of the sports league, with pay in France, where there is most to
// say about it.
func paid(t *testing.T) questions.Answers {
	t.Helper()
	answers := questions.Answers{
		"country": "FR", "currency": "EUR", "pay_amount": 1950.0, "pay_period": "month", "pay_basis": "net", "cadre": "no",
		"contract_hours": 35.0, "experience_years": 4.0,
	}
	for id, value := range personaNamed(t, "sports-league").answers {
		if _, ok := answers[id]; !ok {
			answers[id] = value
		}
	}
	return answers
}

// heaviest answers cross every limit and hold every task, so that nothing has
// more to say than their result.
func heaviest(t *testing.T) questions.Answers {
	t.Helper()
	answers := paid(t)
	q, _ := shippedPack().Pack.Question("responsibilities")
	answers["responsibilities"] = slices.Clone(q.Options)
	for id, value := range map[string]any{
		"weekly_hours": 80.0, "longest_day": 16.0, "shortest_rest": 6.0, "weeks_off": 0.0, "unpaid_hours": 30.0,
		"threats": "yes", "protections": []string{}, "stand_ins": 0.0, "levels_above_title": 2.0, "accounts": 30.0,
		"live_days": 20.0, "weekend_days": 8.0, "evenings_per_week": 7.0, "real_breaks": "never", "fair_decisions": "never",
		"control_over_timing": "never", "manager_helps": "never", "colleagues_help": "never", "recognition": "never", "job_worry": "always",
	} {
		answers[id] = value
	}
	return answers
}

func TestAResultIsPrintedOnOnePage(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t)
			p.Open(lang)
			for name, answers := range map[string]questions.Answers{
				"sports-league": paid(t),
				"heaviest":      heaviest(t),
			} {
				p.AnswerAll(answers)
				p.Finish()
				awaitSheet(p)
				for paper, size := range papers {
					pdf := p.Print(size[0], size[1])
					if got := pages(pdf); got != 1 {
						t.Errorf("%s takes %d pages of %s, want 1", name, got, paper)
					}
					if folder := os.Getenv("BOTHENDS_SHOTS"); folder != "" {
						if err := os.WriteFile(filepath.Join(folder, lang+"-"+name+"-"+paper+".pdf"), pdf, 0o644); err != nil {
							t.Error(err)
						}
					}
				}
				// Printing writes the date of the day on it. Midnight may pass.
				date := Eval[string](p, `() => document.querySelector("#sheet-date").textContent`)
				if year := regexp.MustCompile(`\b20\d\d$`).FindString(date); year != time.Now().Format("2006") && year != time.Now().AddDate(0, 0, -1).Format("2006") {
					t.Errorf("the page is dated %q", date)
				}
				p.Act("edit")
			}
		})
	}
}
