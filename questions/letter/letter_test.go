package letter_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
	"bothends/questions/letter"
)

const small = `{
  "groups": [
    {
      "key": "hours",
      "statements": [
        {"key": "week", "question": "weekly_hours", "unit": "hours"},
        {"key": "rest", "question": "rest", "unit": "hours", "zero": true},
        {"key": "leave", "question": "leave", "unit": "weeks", "values": [0]},
        {"key": "cover", "question": "leave", "values": [0, 1]},
        {"key": "breaks", "question": "breaks", "options": ["never"]},
        {"key": "tasks", "question": "tasks", "none": true},
        {"key": "limit", "result": "limits"},
        {"key": "help", "result": "changes"},
        {"key": "pay", "result": "pay_rate"},
        {"key": "unpaid", "result": "unpaid_year", "unit": "hours"}
      ]
    },
    {
      "key": "health",
      "apart": true,
      "statements": [
        {"key": "signs", "result": "signs"},
        {"key": "tired", "question": "tired", "options": ["yes"]},
        {"key": "doctor", "always": true}
      ]
    }
  ]
}`

func number(of float64) *float64 { return &of }

var known = letter.Known{
	Pack: &questions.Pack{Sections: []questions.Section{{ID: "all", Questions: []questions.Question{
		{ID: "weekly_hours", Type: questions.Number, Min: number(0), Max: number(168)},
		{ID: "rest", Type: questions.Number, Min: number(0)},
		{ID: "leave", Type: questions.Number, Min: number(0), Max: number(52)},
		{ID: "breaks", Type: questions.Choice, Options: []string{"never", "always"}, NotApplicable: true},
		{ID: "tasks", Type: questions.List, Options: []string{"video", "photo"}},
		{ID: "country", Type: questions.Code},
		{ID: "tired", Type: questions.Choice, Options: []string{"yes", "no"}},
	}}}},
	Pay: true, Signs: []string{"tired"}, SignLevels: []string{"low", "high"},
}

func load(text string, known letter.Known) (*letter.Outline, []questions.Problem) {
	return letter.Load(fstest.MapFS{letter.File: {Data: []byte(text)}}, known)
}

func TestLoad(t *testing.T) {
	o, problems := load(small, known)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := []string{
		"letter.breaks.never", "letter.cover.0", "letter.cover.1", "letter.doctor", "letter.group.health", "letter.group.hours", "letter.help",
		"letter.leave", "letter.leave.0", "letter.limit", "letter.pay", "letter.pay.title", "letter.rest", "letter.signs.high", "letter.signs.low",
		"letter.tasks.none", "letter.tasks.one", "letter.tasks.option.photo", "letter.tasks.option.video", "letter.tasks.other",
		"letter.tired.yes", "letter.unit.hours.one", "letter.unit.hours.other", "letter.unit.weeks.one", "letter.unit.weeks.other",
		"letter.unpaid", "letter.week",
	}
	if got := o.WordKeys(known); !slices.Equal(got, want) {
		t.Errorf("got words %q, want %q", got, want)
	}
}

func TestLoadRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		old, new string
		want     []string // path: code
	}{
		"no group":                      {small, `{"groups": []}`, []string{"groups: empty_list"}},
		"nothing":                       {small, ``, []string{": empty"}},
		"cut off":                       {"      ]\n    }\n  ]\n}", ``, []string{": truncated"}},
		"an unknown field":              {`"zero"`, `"nil"`, []string{"groups[0].statements[1].nil: unknown_field"}},
		"a group without statements":    {`"statements": [`, `"statements": []}, {"key": "more", "statements": [`, []string{"groups[0].statements: empty_list"}},
		"a group without a name":        {`"key": "hours",`, ``, []string{"groups[0].key: missing_field"}},
		"a group with a bad name":       {`"key": "hours"`, `"key": "Hours"`, []string{"groups[0].key: bad_name"}},
		"a group twice":                 {`"key": "health"`, `"key": "hours"`, []string{"groups[1].key: duplicate_id"}},
		"two groups apart":              {`"key": "hours",`, `"key": "hours", "apart": true,`, []string{"groups[1].apart: misplaced"}},
		"a statement twice":             {`"key": "rest"`, `"key": "week"`, []string{"groups[0].statements[1].key: duplicate_id"}},
		"a name that words have":        {`"key": "week"`, `"key": "unit"`, []string{"groups[0].statements[0].key: bad_name"}},
		"a name with a digit first":     {`"key": "week"`, `"key": "1week"`, []string{"groups[0].statements[0].key: bad_name"}},
		"made from nothing":             {`, "always": true`, ``, []string{"groups[1].statements[2]: missing_field"}},
		"made from two things":          {`"result": "limits"`, `"result": "limits", "always": true`, []string{"groups[0].statements[6]: misplaced"}},
		"an unknown question":           {`"question": "rest"`, `"question": "sleep"`, []string{"groups[0].statements[1].question: unknown_reference"}},
		"a code":                        {`"question": "rest", "unit": "hours", "zero": true`, `"question": "country"`, []string{"groups[0].statements[1].question: misplaced"}},
		"a sign among the job":          {`"question": "breaks", "options": ["never"]`, `"question": "tired", "options": ["yes"]`, []string{"groups[0].statements[4].question: misplaced"}},
		"the signs among the job":       {`"result": "limits"`, `"result": "signs"`, []string{"groups[0].statements[6].result: misplaced"}},
		"a choice without answers":      {`["never"]`, `[]`, []string{"groups[0].statements[4].options: empty_list"}},
		"an unknown answer":             {`["never"]`, `["seldom"]`, []string{"groups[0].statements[4].options[0]: unknown_reference"}},
		"that it does not apply":        {`["never"]`, `["never", "not_applicable"]`, nil},
		"an answer twice":               {`["never"]`, `["never", "never"]`, []string{"groups[0].statements[4].options[1]: repeated_key"}},
		"a unit of a choice":            {`["never"]`, `["never"], "unit": "hours"`, []string{"groups[0].statements[4].unit: misplaced"}},
		"a number said in no way":       {`, "values": [0, 1]`, ``, []string{"groups[0].statements[3]: missing_field"}},
		"a bad unit":                    {`"unit": "weeks"`, `"unit": "full weeks"`, []string{"groups[0].statements[2].unit: bad_name"}},
		"zero without a unit":           {`[0, 1]`, `[0, 1], "zero": true`, []string{"groups[0].statements[3].zero: misplaced"}},
		"zero twice":                    {`"values": [0]`, `"values": [0], "zero": true`, []string{"groups[0].statements[2].zero: misplaced"}},
		"a value out of range":          {`[0, 1]`, `[53, -1]`, []string{"groups[0].statements[3].values[0]: out_of_range", "groups[0].statements[3].values[1]: out_of_range"}},
		"a value twice":                 {`[0, 1]`, `[1, 1]`, []string{"groups[0].statements[3].values[1]: repeated_key"}},
		"answers of a list":             {`"none": true`, `"options": ["video"]`, []string{"groups[0].statements[5].options: misplaced"}},
		"an unknown part of the result": {`"limits"`, `"limit"`, []string{"groups[0].statements[6].result: unknown_key"}},
		"unpaid hours without a unit":   {`"unpaid_year", "unit": "hours"`, `"unpaid_year"`, []string{"groups[0].statements[9].unit: missing_field"}},
		"a unit of limits":              {`"limits"`, `"limits", "unit": "hours"`, []string{"groups[0].statements[6].unit: misplaced"}},
		"a field of the always said":    {`"always": true`, `"always": true, "none": true`, []string{"groups[1].statements[2].none: misplaced"}},
		"a wrong type, once":            {`"options": ["never"]`, `"options": "never"`, []string{"groups[0].statements[4].options: wrong_type"}},
		"several things at a time":      {`"question": "weekly_hours", "unit": "hours"`, `"question": "hours", "units": "hours"`, []string{"groups[0].statements[0].units: unknown_field", "groups[0].statements[0].question: unknown_reference"}},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(small, tt.old) {
				t.Fatalf("there is no %s", tt.old)
			}
			o, problems := load(strings.Replace(small, tt.old, tt.new, 1), known)
			var got []string
			for _, p := range problems {
				got = append(got, p.Path+": "+p.Code)
				if p.File != letter.File {
					t.Errorf("%v names another file", p)
				}
			}
			if !slices.Equal(got, tt.want) || (o == nil) != (len(tt.want) > 0) {
				t.Errorf("got %q, want %q", problems, tt.want)
			}
		})
	}
}

// A pack that asks for no pay cannot say any.
func TestPayNeedsQuestionsOnPay(t *testing.T) {
	unpaid := known
	unpaid.Pay = false
	_, problems := load(small, unpaid)
	if len(problems) != 2 || problems[0].Path != "groups[0].statements[8].result" || problems[1].Path != "groups[0].statements[9].result" {
		t.Errorf("got %v", problems)
	}
}

func TestSays(t *testing.T) {
	for _, tt := range []struct {
		name   string
		s      letter.Statement
		x      float64
		word   string
		amount bool
	}{
		{"an amount", letter.Statement{Key: "week", Unit: "hours"}, 46.5, "letter.week", true},
		{"no hours", letter.Statement{Key: "week", Unit: "hours"}, 0, "", false},
		{"no rest", letter.Statement{Key: "rest", Unit: "hours", Zero: true}, 0, "letter.rest", true},
		{"no leave", letter.Statement{Key: "leave", Unit: "weeks", Values: []int{0}}, 0, "letter.leave.0", false},
		{"some leave", letter.Statement{Key: "leave", Unit: "weeks", Values: []int{0}}, 3, "letter.leave", true},
		{"nobody", letter.Statement{Key: "cover", Values: []int{0, 1}}, 0, "letter.cover.0", false},
		{"two", letter.Statement{Key: "cover", Values: []int{0, 1}}, 2, "", false},
	} {
		if word, amount := tt.s.Says(tt.x); word != tt.word || amount != tt.amount {
			t.Errorf("%s: got %q, %v, want %q, %v", tt.name, word, amount, tt.word, tt.amount)
		}
	}
}

func TestCheckWords(t *testing.T) {
	o, _ := load(small, known)
	texts := map[string]string{
		"letter.week": "I work {hours} a week.", "letter.leave": "I had {hours} off.", "letter.doctor": "I {want} a doctor.",
		"letter.tasks.one": "{n}: {list}", "letter.pay": "{own} and {occupation}",
	}
	for _, key := range o.WordKeys(known) {
		if texts[key] == "" {
			texts[key] = "…"
		}
	}
	var got []string
	for _, p := range o.CheckWords(questions.NewWords("en", texts), known) {
		got = append(got, p.Error())
	}
	want := []string{
		"text.en.json: letter.leave: nothing fills {hours} in this text (hint: it can hold {weeks})",
		"text.en.json: letter.pay: nothing fills {occupation} in this text (hint: it can hold {own}, {years}, {reference})",
		"text.en.json: letter.doctor: nothing fills {want} in this text (hint: it can hold none)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Whatever the file holds, it is read or refused, and what is read can be said.
func FuzzLoad(f *testing.F) {
	f.Add(small)
	f.Add(`{"groups": [{"key": "a", "statements": [{"key": "b", "question": "leave", "values": [0, 1e9], "unit": ""}]}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		o, problems := load(text, known)
		if (o == nil) != (len(problems) > 0) {
			t.Fatalf("read %v with %v", o, problems)
		}
		if o == nil {
			return
		}
		for _, g := range o.Groups {
			for _, s := range g.Statements {
				word, amount := s.Says(1)
				if amount && s.Unit == "" || word != "" && !slices.Contains(o.WordKeys(known), word) && s.Question != "" {
					t.Errorf("%+v says %q, which needs no words", s, word)
				}
			}
		}
	})
}
