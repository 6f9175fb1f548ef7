package ui

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions/checkup/checkuptest"
)

// A note counts what was ticked and the result counts jobs, of which there are
// fewer: two numbers with one name would look like a mistake. Each has a name of
// its own, and the result says both and how one becomes the other.
func TestTasksAndJobsAreTwoCountsWithTwoNames(t *testing.T) {
	c := checkuptest.Open(t)
	jobs := regexp.MustCompile(`[0-9][ \x{a0}](jobs|roles|occupations|métiers|rôles|professions)\b`)
	differ := false
	for _, name := range personas {
		a := checkuptest.With(checkuptest.Persona(t, c, name), "country", "FR", "currency", "EUR")
		ticked, _ := a.Keys(say.AskResponsibilities)
		for _, lang := range i18n.Languages() {
			v := say.NewVoice(c, lang)
			tasks := v.N("pay.tasks", len(ticked))
			w := letterWords(t, c, lang, a)
			all := w.Statements(say.ToManager)
			i := slices.IndexFunc(all, func(s say.Statement) bool { return s.ID == "responsibilities" })
			if i < 0 || !strings.Contains(all[i].Text, tasks) || jobs.MatchString(all[i].Text) {
				t.Errorf("%s in %s: the note does not count %q", name, lang, tasks)
				continue
			}
			r := w.Report.Pay
			differ = differ || *r.Jobs != len(ticked)
			page, _ := draw(t, c, lang, a)
			page = html.UnescapeString(page)
			for _, want := range []string{tasks, v.N("pay.title", *r.Jobs), v.N("pay.jobs", *r.Jobs)} {
				if !strings.Contains(page, want) {
					t.Errorf("%s in %s: the result does not say %q", name, lang, want)
				}
			}
		}
	}
	if !differ {
		t.Error("no persona has fewer jobs than kinds of tasks")
	}
}
