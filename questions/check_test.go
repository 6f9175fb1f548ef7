package questions_test

import (
	"math"
	"slices"
	"testing"

	"bothends/questions"
)

func TestCheck(t *testing.T) {
	p := deskPack(t)
	got := places(p.Check(questions.Answers{
		"tasks":          []any{"mail"},
		"desks":          12, // an int
		"overflow":       "perhaps",
		"noise":          nil,
		"weekly_hours":   math.NaN(),
		"unpaid_hours":   math.Inf(1),
		"longest_day":    math.Inf(-1),
		"days_off":       "some",
		"amount":         math.Inf(1),
		"contract_hours": math.NaN(),
		"shares":         map[string]float64{"mail": math.NaN(), "phone": math.Inf(1)},
		"zebra":          1.0,
		"aardvark":       "x",
	}))
	want := []string{
		"answers.tasks: wrong_type", "answers.desks: wrong_type", "answers.overflow: unknown_key",
		"answers.shares.mail: not_a_number", "answers.shares.phone: not_a_number",
		"answers.weekly_hours: not_a_number", "answers.unpaid_hours: out_of_range", "answers.longest_day: out_of_range",
		"answers.days_off: wrong_type", "answers.amount: not_a_number", "answers.contract_hours: not_a_number",
		"answers.aardvark: unknown_id", "answers.zebra: unknown_id",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if problems := p.Check(nil); problems != nil {
		t.Errorf("no answers: %v", problems)
	}
}

func TestHintsFor(t *testing.T) {
	p := deskPack(t)
	for name, test := range map[string]struct {
		a    questions.Answers
		want []string
	}{
		"nothing":          {nil, nil},
		"one of two":       {questions.Answers{"unpaid_hours": 50.0, "shortest_rest": 24.0}, nil},
		"equal":            {questions.Answers{"unpaid_hours": 40.0, "weekly_hours": 40.0, "shortest_rest": 14.0, "longest_day": 10.0}, nil},
		"more unpaid":      {questions.Answers{"unpaid_hours": 41.0, "weekly_hours": 40.0}, []string{"unpaid_above_week"}},
		"a day of 26 h":    {questions.Answers{"shortest_rest": 14.0, "longest_day": 12.0}, []string{"rest_and_day"}},
		"both":             {questions.Answers{"unpaid_hours": 41.0, "weekly_hours": 40.0, "shortest_rest": 15.0, "longest_day": 10.0}, []string{"unpaid_above_week", "rest_and_day"}},
		"word, not number": {questions.Answers{"unpaid_hours": "none", "weekly_hours": 0.0}, nil},
	} {
		var got []string
		for _, h := range p.HintsFor(test.a) {
			got = append(got, h.ID)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", name, got, test.want)
		}
	}
}
