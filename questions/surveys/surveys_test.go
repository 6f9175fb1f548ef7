package surveys_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
	"bothends/questions/surveys"
)

const small = `{
  "date": "2026-12-01",
  "surveys": [
    {"id": "a", "publisher": "A", "year": 2023, "countries": [], "n": 900, "link": "https://a.example/report"},
    {"id": "f", "publisher": "F", "year": 2019, "countries": ["FR"], "n": 300, "link": "https://f.example/report"}
  ],
  "figures": [
    {"key": "happy", "question": "signs", "survey": "a", "reassuring": true},
    {"key": "hours", "question": "hours", "survey": "a", "own": true},
    {"key": "hours_fr", "question": "hours", "survey": "f"},
    {"key": "pay", "question": "pay", "survey": "a"}
  ]
}`

var known = surveys.Known{Questions: []string{"hours", "pay"}, Countries: []string{"FR", "US"}}

func load(text string) (*surveys.Context, []questions.Problem) {
	return surveys.Load(fstest.MapFS{surveys.File: {Data: []byte(text)}}, known)
}

func TestFiguresForAPerson(t *testing.T) {
	c, problems := load(small)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for name, tt := range map[string]struct{ answered, country, day, want string }{
		"what was answered":                {"signs hours", "US", "2026-12-01", "happy hours"},
		"one's own country first":          {"signs hours pay", "FR", "2026-12-01", "happy hours_fr pay"},
		"half the truth is not told":       {"hours pay", "FR", "2026-12-01", ""},
		"nothing before an answer":         {"", "FR", "2026-12-01", ""},
		"the old one is left out":          {"signs hours", "FR", "2028-01-01", "happy hours"},
		"its last year":                    {"signs hours", "FR", "2027-12-31", "happy hours_fr"},
		"all of them are too old one day":  {"signs hours pay", "FR", "2032-01-01", ""},
		"a reader whose day nobody knows":  {"signs hours", "FR", "", "happy hours_fr"},
		"a person whose country is hidden": {"signs hours", "", "2026-12-01", "happy hours"},
	} {
		answered := strings.Fields(tt.answered)
		var got []string
		for _, f := range c.For(func(q string) bool { return slices.Contains(answered, q) }, tt.country, tt.day) {
			got = append(got, f.Key)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %v, want %s", name, got, tt.want)
		}
	}
	if got, want := strings.Join(c.WordKeys(), " "), "context.happy context.hours context.hours_fr context.pay country.FR"; got != want {
		t.Errorf("got words %s, want %s", got, want)
	}
}

func TestLoadRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		old, new, path, code, says string
	}{
		"no day":            {`2026-12-01`, `2026-12`, "date", questions.BadDate, "is not a day"},
		"no source":         {`"publisher": "F"`, `"publisher": " "`, "surveys[1].publisher", questions.MissingField, "hearsay"},
		"no link":           {`https://f.example/report`, `f.example`, "surveys[1].link", questions.BadLink, "without a link"},
		"no n":              {`"n": 300, `, ``, "surveys[1].n", questions.MissingField, "unknown number"},
		"no year":           {`"year": 2019, `, ``, "surveys[1].year", questions.MissingField, "without a year"},
		"nine years old":    {`2019`, `2017`, "surveys[1].year", questions.OutOfRange, "more than 8 years older than the date of this file, 2026-12-01"},
		"of next year":      {`2019`, `2027`, "surveys[1].year", questions.OutOfRange, "after the date"},
		"an unknown land":   {`"FR"`, `"XX"`, "surveys[1].countries[0]", questions.UnknownReference, "no country"},
		"a survey for none": {`"hours", "survey": "f"`, `"hours", "survey": "a"`, "surveys[1]", questions.UnknownReference, "no figure"},
		"an unknown survey": {`"hours", "survey": "f"`, `"hours", "survey": "g"`, "figures[2].survey", questions.UnknownReference, "no survey"},
		"another question":  {`"question": "pay"`, `"question": "pays"`, "figures[3].question", questions.UnknownReference, "no question"},
		"a key twice":       {`"hours_fr"`, `"hours"`, "figures[2].key", questions.DuplicateID, "key of its own"},
		"an id twice":       {`"id": "f"`, `"id": "a"`, "surveys[1].id", questions.DuplicateID, "id of its own"},
		"own answer on all": {`"reassuring": true`, `"reassuring": true, "own": true`, "figures[0].own", questions.Misplaced, "no one answer"},
		"only the alarming": {`, "reassuring": true`, ``, "figures", questions.MissingField, "half the truth"},
		"not a known field": {`"n": 300`, `"n": 300, "m": 1`, "surveys[1].m", questions.UnknownField, ""},
	} {
		text := strings.Replace(small, tt.old, tt.new, 1)
		if text == small {
			t.Fatalf("%s: nothing was replaced", name)
		}
		c, problems := load(text)
		if c != nil || !slices.ContainsFunc(problems, func(p questions.Problem) bool {
			return p.File == surveys.File && p.Path == tt.path && p.Code == tt.code && strings.Contains(p.Message, tt.says)
		}) {
			t.Errorf("%s: got %v, want %s at %s", name, problems, tt.code, tt.path)
		}
	}
	// An age is one of the file: the same file is taken on any day.
	if c, problems := load(strings.ReplaceAll(small, "2026-12-01", "2027-12-31")); c == nil {
		t.Error(problems)
	}
}
