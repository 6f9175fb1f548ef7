package questions_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
)

func loadWords(lang, text string, required ...string) (questions.Words, []questions.Problem) {
	fsys := fstest.MapFS{questions.WordsFile(lang): {Data: []byte(text)}}
	return questions.LoadWords(fsys, lang, required)
}

func TestLoadWords(t *testing.T) {
	w, problems := loadWords("fr", `{"a.label": "Combien\u00a0?", "a.help": "Aide", "b": "{n} de {total}, {n}"}`, "a.label", "b")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if w.Lang() != "fr" || w.Get("a.label") != "Combien\u00a0?" || !w.Has("a.help") || w.Has("b.help") {
		t.Errorf("got %+v", w)
	}
	if got := w.Get("c"); got != "⟨c⟩" {
		t.Errorf("a missing text shows as %q", got)
	}
	if got, want := w.Keys(), []string{"a.help", "a.label", "b"}; !slices.Equal(got, want) {
		t.Errorf("keys %q, want %q", got, want)
	}
	for _, test := range []struct {
		pairs []string
		want  string
	}{
		{[]string{"n", "3", "total", "12"}, "3 de 12, 3"},
		{[]string{"total", "{n}", "n", "{total}"}, "{total} de {n}, {total}"},
		{[]string{"n", ""}, " de {total}, "},
		{[]string{"n"}, "{n} de {total}, {n}"},
		{nil, "{n} de {total}, {n}"},
	} {
		if got := w.Fill("b", test.pairs...); got != test.want {
			t.Errorf("Fill(%q) = %q, want %q", test.pairs, got, test.want)
		}
	}
}

// A language counts in forms of its own, which no other language lacks.
func TestFormsOfCounting(t *testing.T) {
	en, _ := loadWords("en", `{"n.one": "{n} day", "n.other": "{n} days", "other": "x"}`, "n.one", "n.other", "other")
	pl, problems := loadWords("pl", `{"n.one": "{n} dzień", "n.few": "{n} dni", "n.many": "{n} dni", "n.other": "{n} dnia", "other": "x"}`, "n.one", "n.other", "other")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, p := range append(questions.CompareWords(en, pl), questions.CompareWords(pl, en)...) {
		t.Error(p)
	}
	if _, problems := loadWords("pl", `{"n.one": "x", "n.few": "x", "other": "x", "other.few": "x"}`, "n.one", "other"); len(problems) != 2 {
		t.Errorf("forms of what is not counted: got %v", problems)
	}
}

func TestLoadWordsRefuses(t *testing.T) {
	required := []string{"a.label", "b"}
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"empty":           {"", []string{": empty"}},
		"truncated":       {`{"a.label": "x`, []string{": truncated"}},
		"a list":          {`[]`, []string{": wrong_type"}},
		"missing":         {`{"b": "x"}`, []string{"a.label: missing_word"}},
		"unknown":         {`{"a.label": "x", "b": "x", "c": "x", "b.help": "no question b"}`, []string{"b.help: unknown_word", "c: unknown_word"}},
		"twice":           {`{"a.label": "x", "b": "x", "b": "y"}`, []string{"b: duplicate_field"}},
		"not text":        {`{"a.label": 5, "b": null, "a.help": ["x"]}`, []string{"a.label: wrong_type", "b: wrong_type", "a.help: wrong_type"}},
		"empty texts":     {`{"a.label": "", "b": " \n", "a.help": "\u00a0"}`, []string{"a.help: empty_word", "a.label: empty_word", "b: empty_word"}},
		"braces":          {`{"a.label": "{n", "b": "n}", "a.help": "{}"}`, []string{"a.help: bad_name", "a.label: bad_name", "b: bad_name"}},
		"names in braces": {`{"a.label": "{a b}", "b": "{{n}}", "a.help": "{N}"}`, []string{"a.help: bad_name", "a.label: bad_name", "b: bad_name"}},
		"all at once":     {`{"a.label": "{", "c d": "x", "b": ""}`, []string{"a.label: bad_name", "b: empty_word", `["c d"]: unknown_word`}},
	} {
		t.Run(name, func(t *testing.T) {
			w, problems := loadWords("en", test.text, required...)
			if got := places(problems); !slices.Equal(got, test.want) || len(w.Keys()) > 0 {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
			for _, p := range problems {
				if p.File != "text.en.json" || p.Message == "" {
					t.Errorf("no file or no message: %+v", p)
				}
			}
		})
	}
	_, problems := questions.LoadWords(fstest.MapFS{}, "../secret", required)
	if got := places(problems); !slices.Equal(got, []string{": unreadable"}) {
		t.Errorf("outside the folder: %q", got)
	}
}

func TestCompareWords(t *testing.T) {
	en, _ := loadWords("en", `{"a.label": "{n} of {total}", "a.help": "x", "b": "x", "c": "{n} {n}"}`, "a.label", "b", "c")
	fr, _ := loadWords("fr", `{"a.label": "{total}, {n}", "b": "{n}", "b.help": "x", "b.label": "x", "c": "{n}"}`, "a.label", "b", "b.label", "c")
	var got []string
	for _, p := range questions.CompareWords(en, fr) {
		got = append(got, p.Error())
	}
	want := []string{
		"text.fr.json: a.help: has no text",
		"text.fr.json: b: the placeholders are {n}, but none in text.en.json",
		"text.en.json: b.help: has no text",
		"text.en.json: b.label: has no text",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if problems := questions.CompareWords(en, en); problems != nil {
		t.Errorf("with itself: %v", problems)
	}
}

func TestWordKeys(t *testing.T) {
	p := deskPack(t)
	want := strings.Fields(`
		amount.label amount.short boss_helps.label boss_helps.short contract_hours.label contract_hours.short
		country.FR country.US country.label country.other country.short currency.label currency.short
		days_off.label days_off.short days_off.word.none desks.label desks.short
		hint.rest_and_day hint.unpaid_above_week
		longest_day.label longest_day.short noise.label noise.option.loud noise.option.quiet noise.short
		none.tasks not_applicable.boss_helps overflow.label overflow.short pack.profession pack.title
		scale.frequency.always scale.frequency.never scale.frequency.often scale.frequency.seldom scale.frequency.sometimes
		section.hours.title section.pay.title section.work.title
		shares.label shares.short shortest_rest.label shortest_rest.short
		tasks.label tasks.option.filing tasks.option.mail tasks.option.phone tasks.short
		unit.days unit.desks unit.hours unit.hours_per_week unit.money
		unpaid_hours.label unpaid_hours.short weekly_hours.label weekly_hours.short`)
	if got := p.WordKeys(); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	optional := p.OptionalWordKeys()
	if len(optional) != 26 || !slices.Contains(optional, "section.pay.intro") || optional[1] != "amount.most" || optional[0] != "amount.help" {
		t.Errorf("optional: %q", optional)
	}
}

// The words of the real questionnaire agree with one another and hold what it
// asks for. (What they hold beyond that is for the model to ask.)
func TestSocialMediaManagerWords(t *testing.T) {
	folder := os.DirFS("packs/social-media-manager")
	if _, err := fs.Stat(folder, "pack.json"); err != nil {
		t.Skip("the pack is not here")
	}
	p, problems := questions.Load(folder)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, lang := range p.Languages {
		_, problems := questions.LoadWords(folder, lang, p.WordKeys())
		for _, problem := range problems {
			// The names of countries stand with the help lines, for all questionnaires.
			if problem.Code != questions.UnknownWord && !strings.HasPrefix(problem.Path, "country.") {
				t.Error(problem)
			}
		}
	}
}

// Words that load can be filled and compared, whatever they say.
func FuzzWords(f *testing.F) {
	f.Add(`{"a.label": "{n} of {total}", "a.help": "x"}`)
	f.Add(`{"a.label": "{n", "b": "}"}`)
	f.Add(`{"a.label": "x", "a.label": ""}`)
	f.Add("\uFEFF{}")
	f.Fuzz(func(t *testing.T, text string) {
		w, problems := loadWords("en", text, "a.label")
		if w.Has("a.label") != (len(problems) == 0) {
			t.Fatalf("words %q with problems %v", w.Keys(), problems)
		}
		for _, key := range w.Keys() {
			if w.Fill(key) != w.Get(key) {
				t.Errorf("filling nothing changes %q", w.Get(key))
			}
			w.Fill(key, "n", "{n}")
		}
		if problems := questions.CompareWords(w, w); problems != nil {
			t.Errorf("differs from itself: %v", problems)
		}
	})
}
