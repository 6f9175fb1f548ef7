package say

import (
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup/checkuptest"
	"bothends/questions/score"
)

// Everything that can be wrong with an answer, and every reason why there is
// no result, has words.
func TestProblemsAndReasonsHaveWords(t *testing.T) {
	for _, lang := range i18n.Languages() {
		p := i18n.New(lang)
		for _, code := range questions.AnswerCodes() {
			if !p.Has("problem." + code) {
				t.Errorf("%s: no words for problem.%s", lang, code)
			}
		}
		for _, key := range []string{
			"signs." + score.NotEnoughAnswers, "signs." + score.NotEnoughCoreItems,
			"strain." + score.NotEnoughAnswers, "strain." + score.NotEnoughBlocks,
		} {
			if !p.Has("reason." + key) {
				t.Errorf("%s: no words for reason.%s", lang, key)
			}
		}
	}
}

// FuzzRead fills in lines of "name=value". Whatever the form holds, nothing of
// it is dropped in silence, every problem has words, and what is left scores.
func FuzzRead(f *testing.F) {
	c := checkuptest.Open(f)
	v := NewVoice(c, "fr")
	for _, form := range []string{
		"", "weekly_hours=46,5\nlongest_day=9h30", "responsibilities=video\nshares.video=60\nshares.email=x",
		"shares.=NaN\nshares.video=Inf", "cover_wait_days=90\ncover_wait_days=none", "protections=none\nprotections=counselling",
		"recognition=daily", "country=ZZ\ncurrency=", "pay_amount=12,00,000\npay_basis=gross\npay_period=year", "=\n=x\nx=",
	} {
		f.Add(form)
	}
	f.Fuzz(func(t *testing.T, form string) {
		var entries [][2]string
		given := map[string]bool{}
		for line := range strings.Lines(form) {
			name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
			entries = append(entries, [2]string{name, value})
			given[name] = given[name] || strings.TrimSpace(value) != ""
		}
		r := c.Pack.ParseForm(entries)
		wrong := map[string]bool{}
		for _, p := range r.Problems {
			wrong[p.Path] = true
			if text := v.ProblemText(p); text == "" || strings.ContainsAny(text, "{}") && !strings.ContainsAny(form, "{}") {
				t.Errorf("%+v is told as %q", p, text)
			}
		}
		for id := range given {
			// Shares come one by one, as "shares.video".
			if q, asked := c.Pack.Question(id); asked && q.Type != questions.Shares && given[id] && r.Answers[id] == nil && !wrong[id] {
				t.Errorf("the answer to %s is dropped in silence: %q", id, form)
			}
		}
		if problems := c.Pack.Check(r.Answers); len(problems) > 0 {
			t.Errorf("answers were read that are none: %v", problems)
		}
		if _, err := c.Score(r.Answers); err != nil {
			t.Errorf("%v cannot be scored: %v", r.Answers, err)
		}
	})
}

func TestCapital(t *testing.T) {
	for text, want := range map[string]string{"": "", "work": "Work", "événements": "Événements"} {
		if got := Capital(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
