// Package checkuptest gives tests the questionnaire that is shipped and people
// who answer it. Nothing but tests imports it.
package checkuptest

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"bothends/questions"
	"bothends/questions/checkup"
)

// Folder is the folder of a pack on this disk, by its name.
func Folder(pack string) string {
	_, here, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(here), "..", "..", "packs", pack)
}

// Open opens the pack that is shipped.
func Open(t testing.TB) *checkup.Checkup { return open(t, checkup.Shipped()) }

// OpenNewsroom opens the second questionnaire, which asks neither for pay nor for
// what our pages on job ads know.
func OpenNewsroom(t testing.TB) *checkup.Checkup {
	return open(t, os.DirFS(Folder("newsroom-social-desk")))
}

func open(t testing.TB, pack fs.FS) *checkup.Checkup {
	t.Helper()
	c, problems := checkup.Open(pack)
	for _, p := range problems {
		t.Error(p)
	}
	if c == nil {
		t.FailNow()
	}
	return c
}

// Persona returns the answers of a persona of a pack, such as "sports-league".
func Persona(t testing.TB, c *checkup.Checkup, name string) questions.Answers {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(Folder(c.Pack.ID), "personas", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	answers, problems := c.Pack.Decode(data)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return answers
}

// With returns a copy of answers with other values, given in pairs of question
// and value; nil takes one away.
func With(a questions.Answers, pairs ...any) questions.Answers {
	b := maps.Clone(a)
	for i := 0; i < len(pairs); i += 2 {
		if b[pairs[i].(string)] = pairs[i+1]; pairs[i+1] == nil {
			delete(b, pairs[i].(string))
		}
	}
	return b
}

// PayExamples are the worked examples of questions/packs/pay/README.md, and the
// advertisement that this project began with.
var PayExamples = map[string]questions.Answers{
	"US": {
		"country": "US", "currency": "USD", "pay_amount": 58000.0, "pay_period": "year", "contract_hours": 40.0,
		"weekly_hours": 47.0, "unpaid_hours": 7.0, "weeks_off": 4.0, "experience_years": 4.0,
		"responsibilities": []string{"strategy", "copywriting", "graphic_design", "video", "community", "analytics"},
		"shares":           map[string]float64{"strategy": 20, "copywriting": 15, "graphic_design": 15, "video": 20, "community": 20, "analytics": 10},
	},
	"GB": {
		"country": "GB", "currency": "GBP", "pay_amount": 3100.0, "pay_period": "month", "contract_hours": 37.5,
		"weekly_hours": 39.5, "unpaid_hours": 2.0, "weeks_off": 7.0, "experience_years": 2.0,
		"responsibilities": []string{"copywriting", "scheduling", "community", "customer_support", "events"},
	},
	"FR": {
		"country": "FR", "currency": "EUR", "pay_amount": 1650.0, "pay_period": "month", "pay_basis": "net", "cadre": "no",
		"contract_hours": 35.0, "weekly_hours": 40.0, "unpaid_hours": 5.0, "weeks_off": 7.0, "experience_years": 9.0,
		"responsibilities": []string{"strategy", "copywriting", "graphic_design", "photography", "scheduling", "community"},
	},
	"advertisement": {
		"country": "US", "currency": "USD", "pay_amount": 20.0, "pay_period": "hour", "contract_hours": 40.0,
		"weekly_hours": 52.0, "experience_years": 2.0,
		"responsibilities": []string{
			"strategy", "copywriting", "graphic_design", "video", "live_coverage", "scheduling",
			"paid_ads", "influencers", "analytics", "email", "web_seo", "budget_pm",
		},
	},
}
