package questions_test

import (
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bothends/questions"
)

func TestParseForm(t *testing.T) {
	p := deskPack(t)
	for _, tt := range []struct {
		name     string
		entries  [][2]string
		want     questions.Answers
		problems []string // id and code
	}{
		{"nothing", nil, questions.Answers{}, nil},
		{"blank fields are skipped", [][2]string{{"weekly_hours", "  "}, {"country", ""}}, questions.Answers{}, nil},
		{"a choice", [][2]string{{"overflow", "often"}}, questions.Answers{"overflow": "often"}, nil},
		{"a list", [][2]string{{"tasks", "mail"}, {"tasks", "phone"}}, questions.Answers{"tasks": []string{"mail", "phone"}}, nil},
		{"none of these is an empty list", [][2]string{{"tasks", "none"}}, questions.Answers{"tasks": []string{}}, nil},
		{"a decimal comma", [][2]string{{"weekly_hours", "46,5"}}, questions.Answers{"weekly_hours": 46.5}, nil},
		{"hours and minutes", [][2]string{{"longest_day", "9h30"}}, questions.Answers{"longest_day": 9.5}, nil},
		{"the word's box wins over a number", [][2]string{{"days_off", "90"}, {"days_off", "none"}}, questions.Answers{"days_off": "none"}, nil},
		{"shares", [][2]string{{"tasks", "mail"}, {"shares.mail", "60"}},
			questions.Answers{"tasks": []string{"mail"}, "shares": map[string]float64{"mail": 60}}, nil},
		{"letters", [][2]string{{"weekly_hours", "a lot"}, {"overflow", "often"}},
			questions.Answers{"overflow": "often"}, []string{"weekly_hours not_a_number"}},
		{"500 hours a week and a day of 30", [][2]string{{"weekly_hours", "500"}, {"longest_day", "30"}},
			questions.Answers{}, []string{"weekly_hours out_of_range", "longest_day out_of_range"}},
		{"negative", [][2]string{{"unpaid_hours", "-3"}}, questions.Answers{}, []string{"unpaid_hours out_of_range"}},
		{"a fraction of a desk", [][2]string{{"desks", "2,5"}}, questions.Answers{}, []string{"desks not_whole"}},
		{"a share of a task that is none", [][2]string{{"tasks", "mail"}, {"shares.cooking", "60"}},
			questions.Answers{"tasks": []string{"mail"}}, []string{"shares unknown_key"}},
		{"a share that is no number", [][2]string{{"shares.mail", "60"}, {"shares.phone", "x"}}, questions.Answers{}, []string{"shares not_a_number"}},
		{"a value that is not offered", [][2]string{{"overflow", "daily"}}, questions.Answers{}, []string{"overflow unknown_key"}},
		{"a key twice", [][2]string{{"tasks", "mail"}, {"tasks", "mail"}}, questions.Answers{}, []string{"tasks repeated_key"}},
		{"problems stand in pack order", [][2]string{{"weekly_hours", "x"}, {"noise", "x"}, {"desks", "x"}},
			questions.Answers{}, []string{"desks not_a_number", "noise unknown_key", "weekly_hours not_a_number"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := p.ParseForm(tt.entries, questions.Words{})
			if !reflect.DeepEqual(got.Answers, tt.want) {
				t.Errorf("answers %v, want %v", got.Answers, tt.want)
			}
			var problems []string
			for _, p := range got.Problems {
				problems = append(problems, p.Path+" "+p.Code)
			}
			if !reflect.DeepEqual(problems, tt.problems) {
				t.Errorf("problems %v, want %v", problems, tt.problems)
			}
		})
	}
	hours := [][2]string{{"unpaid_hours", "50"}, {"weekly_hours", "40"}}
	if got := p.ParseForm(hours, questions.Words{}).Hints; len(got) != 1 || got[0].ID != "unpaid_above_week" {
		t.Errorf("hints for %v: %v", hours, got)
	}
}

// formOf is what a form that was filled with values sends.
func formOf(values map[string][]string) [][2]string {
	var entries [][2]string
	for name, list := range values {
		for _, v := range list {
			entries = append(entries, [2]string{name, v})
		}
	}
	slices.SortStableFunc(entries, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	return entries
}

// Answers that go into the form come out the same, with either decimal sign.
func TestFormRoundTrip(t *testing.T) {
	media, problems := questions.Load(os.DirFS("packs/social-media-manager"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for _, p := range []*questions.Pack{deskPack(t), media} {
		for range 500 {
			want := randomAnswers(p, r)
			for id, answer := range want {
				if shares, ok := answer.(map[string]float64); ok && len(shares) == 0 {
					delete(want, id)
				}
			}
			for _, point := range []string{".", ","} {
				form := formOf(p.FormValues(want, point))
				got := p.ParseForm(form, questions.Words{})
				if len(got.Problems) > 0 || !reflect.DeepEqual(got.Answers, want) {
					t.Fatalf("%v with %q as\n%v: %v,\nwant %v", got.Problems, point, form, got.Answers, want)
				}
			}
		}
	}
}

// A number of three decimals could be thousands; the field says which.
func TestFormTextIsReadBack(t *testing.T) {
	for _, q := range []questions.Question{weekly, longest, wait, live, accounts, leave, years, pay, posts, degrees} {
		for _, x := range []float64{0, 1, 0.5, 1.5, 7.125, 12.125, 100.001, 1250, 1234.5, 2350.125, 1e6, 0.1 + 0.2, 9007199254740993} {
			for _, point := range []string{".", ","} {
				text := q.FormText(x, point)
				r, problem := q.Parse(text, "")
				if problem != nil && slices.Contains([]string{questions.OutOfRange, questions.NotWhole, questions.MustBeAbove}, problem.Code) {
					continue // not an answer to this question
				}
				if r.Value != x {
					t.Errorf("%s: %v is written as %q and read as %v (%v)", q.ID, x, text, r.Value, problem)
				}
			}
		}
	}
}

// FuzzParseForm fills in lines of "name=value". Whatever the form holds, nothing
// of it is dropped in silence, and what was read fills the form again.
func FuzzParseForm(f *testing.F) {
	p := deskPack(f)
	for _, form := range []string{
		"", "weekly_hours=46,5\nlongest_day=9h30", "tasks=mail\nshares.mail=60\nshares.phone=x", "shares.mail=\nshares=0",
		"shares.=NaN\nshares.mail=Inf", "days_off=90\ndays_off=none", "tasks=none\ntasks=phone", "tasks=}",
		"overflow=daily\nboss_helps=not_applicable", "country=ZZ\ncurrency=", "amount=12,00,000\namount=12.125", "=\n=x\nx=",
	} {
		f.Add(form)
	}
	f.Fuzz(func(t *testing.T, form string) {
		var entries [][2]string
		given := map[string]bool{}
		for line := range strings.Lines(form) {
			name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
			entries = append(entries, [2]string{name, value})
			id, _, isShare := strings.Cut(name, ".")
			if q, asked := p.Question(id); asked && (q.Type == questions.Shares) == isShare && strings.TrimSpace(value) != "" {
				given[id] = true
			}
		}
		r := p.ParseForm(entries, questions.Words{})
		wrong := map[string]bool{}
		for _, problem := range r.Problems {
			wrong[problem.Path] = true
			if !slices.Contains(questions.AnswerCodes(), problem.Code) || problem.Message == "" {
				t.Errorf("a problem without words: %+v", problem)
			}
		}
		for id := range given {
			if (r.Answers[id] == nil) != wrong[id] {
				t.Errorf("%s: answer %v, and a problem: %v", id, r.Answers[id], wrong[id])
			}
		}
		if problems := p.Check(r.Answers); len(problems) > 0 {
			t.Errorf("answers were read that are none: %v", problems)
		}
		for id, answer := range r.Answers {
			if n, ok := answer.(float64); ok && (n > 1e50 || n < 1e-20) {
				delete(r.Answers, id) // too long to be typed
			}
		}
		again := p.ParseForm(formOf(p.FormValues(r.Answers, ",")), questions.Words{})
		if len(again.Problems) > 0 || !reflect.DeepEqual(again.Answers, r.Answers) {
			t.Errorf("%v fills the form so that it reads %v (%v)", r.Answers, again.Answers, again.Problems)
		}
	})
}

// Whoever has five colleagues who can stand in has two or more.
func TestAboveTheMostIsTheMost(t *testing.T) {
	two := 2.0
	p := &questions.Pack{Sections: []questions.Section{{ID: "all", Questions: []questions.Question{
		{ID: "stand_ins", Type: questions.Number, Max: &two, Whole: true, OrMore: true},
		{ID: "children", Type: questions.Number, Max: &two, Whole: true},
	}}}}
	parsed := p.ParseForm([][2]string{{"stand_ins", "5"}, {"children", "5"}}, questions.Words{})
	if n, _ := parsed.Answers.Number("stand_ins"); n != 2 {
		t.Errorf("5 where 2 is the most and means more is %v", parsed.Answers)
	}
	if len(parsed.Problems) != 1 || parsed.Problems[0].Path != "children" {
		t.Errorf("problems %v, want one of children", parsed.Problems)
	}
	if parsed = p.ParseForm([][2]string{{"stand_ins", "2.5"}}, questions.Words{}); len(parsed.Problems) == 0 && parsed.Answers["stand_ins"] != 2.0 {
		t.Errorf("2.5 is %v", parsed.Answers)
	}
}
