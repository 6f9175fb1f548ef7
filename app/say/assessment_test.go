package say

import (
	"path/filepath"
	"strings"
	"testing"

	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
	"bothends/questions/group"
	"bothends/questions/score"
	"bothends/questions/steps"
)

// The draft of the six personas of the questionnaire, in every language, to be read
// as a works council would.
func TestAssessmentOfTheSixPersonas(t *testing.T) {
	c := checkuptest.Open(t)
	summary := summaryOf(t, c, "city-hall", "freelancer", "in-house-specialist", "retail-fixed-term", "sports-league", "start-up-lead")
	for _, lang := range c.Pack.Languages {
		v := NewVoice(c, lang)
		text := v.Assessment(c, summary)
		compareWithKept(t, filepath.Join("testdata", "assessments", lang+".txt"), text)
		if strings.ContainsAny(text, "{}⟨⟩") {
			t.Errorf("%s: a placeholder was left in %s", lang, text)
		}
		for _, f := range summary.Findings() {
			name, measure := v.DriverName(f.Key), "driver."+f.Key+".employer"
			if f.Limit {
				name, measure = v.LimitName(f.Key), "limit."+f.Key+".employer"
			}
			if !strings.Contains(text, ". "+name+"\n"+v.T(map[bool]string{true: "draft.crossed", false: "draft.weighs"}[f.Limit], "count", v.People(f.People))) {
				t.Errorf("%s: %s is not told with its count", lang, f.Key)
			}
			if !strings.Contains(text, v.Pack.Get(measure)) {
				t.Errorf("%s: no measure for %s", lang, f.Key)
			}
		}
		for _, l := range summary.Limits {
			if l.People.Kind == group.Fewer && strings.Contains(text, v.LimitName(l.Key)) {
				t.Errorf("%s: %s concerns fewer than %d, and is told", lang, l.Key, group.Few)
			}
		}
	}
}

func TestAssessmentWithoutSteps(t *testing.T) {
	c := checkuptest.Open(t)
	summary := group.Summary{People: 6, Limits: []group.Limit{{Key: "no_leave", People: group.Cell{Kind: group.Nearly}}}}
	bare := *c
	bare.Steps = &steps.Guide{}
	for name, tt := range map[string]struct {
		c    *checkup.Checkup
		s    group.Summary
		want string
	}{
		"steps":    {c, summary, NewVoice(c, "en").Pack.Get("limit.no_leave.employer")},
		"no steps": {&bare, summary, "Measure: ___"},
		"nothing":  {c, group.Summary{People: 6}, "Nothing was found"},
	} {
		if got := NewVoice(tt.c, "en").Assessment(tt.c, tt.s); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q is missing in %s", name, tt.want, got)
		}
	}
}

func summaryOf(t *testing.T, c *checkup.Checkup, personas ...string) group.Summary {
	t.Helper()
	var results []score.Result
	for _, name := range personas {
		report, err := c.Score(checkuptest.Persona(t, c, name))
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, report.Result)
	}
	summary, ok := group.Summarise(c.Model, results)
	if !ok {
		t.Fatalf("%d are too few", len(personas))
	}
	return summary
}
