package ui

import (
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup/checkuptest"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestOthersStandBesideOnesOwnAnswer(t *testing.T) {
	c := checkuptest.Open(t)
	answers := checkuptest.Persona(t, c, "sports-league")
	report, err := c.Score(answers)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range i18n.Languages() {
		v := say.NewVoice(c, lang)
		on := func(a questions.Answers, day string) string {
			r := &Result{Voice: v, Checkup: c, Report: &report, Answers: a, Country: "FR", Keeping: Keeping{Today: day}}
			return app.HTMLString(app.Div().Body(r.others()...))
		}
		text := on(answers, "2026-12-01T08:00:00")
		for _, want := range []string{v.Pack.Get("context.happy"), v.Pack.Get("context.evenings"), ": 5</strong>", "Swello", "https://swello.com/"} {
			if !strings.Contains(strings.ReplaceAll(text, "\u00a0", ""), strings.ReplaceAll(want, "\u00a0", "")) {
				t.Errorf("%s: %q is missing in %s", lang, want, text)
			}
		}
		figures := strings.Count(text, "<li")
		notDrawn := strings.Count(text, strings.SplitN(v.T("others.source"), "{n}", 2)[1])
		if figures < 3 || figures > 5 || notDrawn != figures {
			t.Errorf("%s: %d figures, %d of them by people who chose to answer, in %s", lang, figures, notDrawn, text)
		}
		if late := on(answers, "2033-01-01T08:00:00"); strings.Contains(late, "Hootsuite") {
			t.Errorf("%s: in 2033 a figure of 2023 is still shown: %s", lang, late)
		}
		hidden := questions.Answers{"weekly_hours": 60.0}
		if text := on(hidden, "2026-12-01T08:00:00"); strings.Contains(text, "Swello") || strings.Count(text, "<li") > 4 {
			t.Errorf("%s: shown about what was not answered: %s", lang, text)
		}
	}
}
