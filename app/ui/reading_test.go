package ui

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/score"

	"bothends/app/i18n"
)

func TestRead(t *testing.T) {
	c := open(t)
	for _, tt := range []struct {
		name     string
		entries  [][2]string
		want     questions.Answers
		problems []string // id and code
	}{
		{"nothing", nil, questions.Answers{}, nil},
		{"blank fields are skipped", [][2]string{{"weekly_hours", "  "}, {"country", ""}}, questions.Answers{}, nil},
		{"a choice", [][2]string{{"recognition", "often"}}, questions.Answers{"recognition": "often"}, nil},
		{"a list", [][2]string{{"responsibilities", "video"}, {"responsibilities", "email"}},
			questions.Answers{"responsibilities": []string{"video", "email"}}, nil},
		{"none of these is an empty list", [][2]string{{"protections", "none"}}, questions.Answers{"protections": []string{}}, nil},
		{"a decimal comma", [][2]string{{"weekly_hours", "46,5"}}, questions.Answers{"weekly_hours": 46.5}, nil},
		{"hours and minutes", [][2]string{{"longest_day", "9h30"}}, questions.Answers{"longest_day": 9.5}, nil},
		{"the word's box wins over a number", [][2]string{{"cover_wait_days", "90"}, {"cover_wait_days", "none"}},
			questions.Answers{"cover_wait_days": "none"}, nil},
		{"shares", [][2]string{{"responsibilities", "video"}, {"shares.video", "60"}},
			questions.Answers{"responsibilities": []string{"video"}, "shares": map[string]float64{"video": 60}}, nil},
		{"letters", [][2]string{{"weekly_hours", "a lot"}, {"recognition", "often"}},
			questions.Answers{"recognition": "often"}, []string{"weekly_hours not_a_number"}},
		{"500 hours a week and a day of 30", [][2]string{{"weekly_hours", "500"}, {"longest_day", "30"}},
			questions.Answers{}, []string{"weekly_hours out_of_range", "longest_day out_of_range"}},
		{"negative", [][2]string{{"unpaid_hours", "-3"}}, questions.Answers{}, []string{"unpaid_hours out_of_range"}},
		{"a fraction of an account", [][2]string{{"accounts", "2,5"}}, questions.Answers{}, []string{"accounts not_whole"}},
		{"a share of a task that is none", [][2]string{{"responsibilities", "video"}, {"shares.cooking", "60"}},
			questions.Answers{"responsibilities": []string{"video"}}, []string{"shares unknown_key"}},
		{"a value that is not offered", [][2]string{{"recognition", "daily"}}, questions.Answers{}, []string{"recognition unknown_key"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Read(c.Pack, tt.entries)
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
}

// A file of answers that goes into the form comes out the same, in every
// language and with its decimal sign.
func TestFormValuesRoundTrip(t *testing.T) {
	c := open(t)
	files, _ := filepath.Glob("../../questions/packs/social-media-manager/personas/*.json")
	for _, name := range files {
		if strings.HasSuffix(name, ".expected.json") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		answers, problems := c.Pack.Decode(data)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		answers["shares"] = map[string]float64{"video": 12.5}
		for _, lang := range i18n.Languages {
			values := map[string][]string{}
			if err := json.Unmarshal([]byte(formValues(answers, lang)), &values); err != nil {
				t.Fatal(err)
			}
			var entries [][2]string
			for id, list := range values {
				for _, v := range list {
					entries = append(entries, [2]string{id, v})
				}
			}
			sort.SliceStable(entries, func(i, j int) bool { return entries[i][0] < entries[j][0] })
			got := Read(c.Pack, entries)
			if len(got.Problems) > 0 || !reflect.DeepEqual(got.Answers, answers) {
				t.Errorf("%s in %s: %v, want %v (%v)", name, lang, got.Answers, answers, got.Problems)
			}
		}
	}
}

// Everything that can be wrong with an answer, and every reason why there is
// no result, has words.
func TestProblemsAndReasonsHaveWords(t *testing.T) {
	for _, lang := range i18n.Languages {
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
	c := open(f)
	v := voice(c, "fr")
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
		r := Read(c.Pack, entries)
		wrong := map[string]bool{}
		for _, p := range r.Problems {
			wrong[p.Path] = true
			if text := v.problemText(p); text == "" || strings.ContainsAny(text, "{}") && !strings.ContainsAny(form, "{}") {
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
