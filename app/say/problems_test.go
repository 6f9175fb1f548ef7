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
		r := c.Pack.ParseForm(entries, v.Pack)
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

// What is wrong with a number is named, with an example of the field's own that
// the field reads.
func TestProblemsWithNumbersNameWhatWasNotUnderstood(t *testing.T) {
	c := checkuptest.Open(t)
	for _, test := range []struct{ lang, id, typed, part, example string }{
		{"en", "weekly_hours", "46 hours per moon", "“per moon”", "37.5 hours a week"},
		{"fr", "weekly_hours", "46 heures par lune", "« par lune »", "37,5 heures par semaine"},
		{"en", "weekly_hours", "35–40", "“35–40” is two numbers", "37.5 hours a week"},
		{"fr", "longest_day", "de 9h à 21h", "« de 9h à 21h »", "9,5 heures"},
		{"en", "pay_amount", "$750/week", "“/week”", "2,150 in this currency"},
		{"fr", "pay_amount", "200 €/jour", "« /jour »", "2 150 dans cette monnaie"},
		{"en", "cover_wait_days", "3 weeks", "“weeks”", "2 days"},
		{"fr", "accounts", "douze", "« douze »", "2 comptes"},
		{"en", "live_days", "1 2 3", "“1 2 3”", "2 days in 4 weeks"},
		{"en", "experience_years", strings.Repeat("about ", 30) + "2", "too long", "2.5 years"},
	} {
		v := NewVoice(c, test.lang)
		parsed := c.Pack.ParseForm([][2]string{{test.id, test.typed}}, v.Pack)
		if len(parsed.Problems) != 1 {
			t.Errorf("%s: %q is read as %v", test.id, test.typed, parsed.Answers)
			continue
		}
		text := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(v.ProblemText(parsed.Problems[0]))
		if !strings.Contains(text, test.part) || !strings.Contains(text, test.example) {
			t.Errorf("%s: %q is refused with %q, want %q and %q", test.id, test.typed, text, test.part, test.example)
		}
		if again := c.Pack.ParseForm([][2]string{{test.id, test.example}}, v.Pack); len(again.Problems) > 0 {
			t.Errorf("%s: the example %q is refused: %v", test.id, test.example, again.Problems)
		}
	}
}

// An amount that is shown, in any language and currency, is read as the same one.
func TestAmountsReadBack(t *testing.T) {
	c := checkuptest.Open(t)
	currencies, _ := c.Pack.Question("currency")
	for _, lang := range i18n.Languages() {
		v := NewVoice(c, lang)
		amount := func(typed string) any {
			return c.Pack.ParseForm([][2]string{{AskAmount, typed}}, v.Pack).Answers[AskAmount]
		}
		for _, x := range []float64{0.5, 7, 18.5, 24.04, 950, 1850.5, 2350, 58000, 1234567.25} {
			shown := []string{v.Typed(x), v.Number(x, 2), v.Plain(x) + " " + v.Pack.Get("unit.money")}
			for _, currency := range currencies.Options {
				if currency != "JPY" {
					shown = append(shown, v.Money(x, currency, 2))
				}
			}
			for _, text := range shown {
				if got := amount(text); got != x {
					t.Errorf("%s: %v is shown as %q and read as %v", lang, x, text, got)
				}
			}
		}
	}
}
