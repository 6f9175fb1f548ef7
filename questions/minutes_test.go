package questions_test

import (
	"strings"
	"testing"

	"bothends/questions"
)

// The claim follows from the questions and their words, and from nothing else.
func TestMinutes(t *testing.T) {
	words := func(n int, of ...string) string { return strings.Repeat(strings.Join(append(of, "word "), ""), n) }
	scale := questions.Scale{ID: "often", Options: []string{"no", "yes"}}
	choice := questions.Question{ID: "tired", Type: questions.Choice, Scale: "often"}
	number := questions.Question{ID: "hours", Type: questions.Number, Unit: "a_week"}
	list := questions.Question{ID: "tasks", Type: questions.List, Options: []string{"a", "b", "c"}}
	shares := questions.Question{ID: "shares", Type: questions.Shares, Of: "tasks"}
	again, hundred := choice, choice
	hundred.ID, hundred.Scale, hundred.Options = "hundred", "", []string{"a"}
	again.ID = "tired_again"
	pack := func(all ...questions.Question) *questions.Pack {
		return &questions.Pack{Scales: []questions.Scale{scale}, Sections: []questions.Section{{ID: "all", Questions: all}}}
	}
	texts := map[string]string{
		"tired.label": words(100, "a"), "tired.help": words(50), "scale.often.no": words(30), "scale.often.yes": words(20),
		"tired_again.label": words(200), "hours.label": words(10), "tasks.label": words(10, "a"), "tasks.option.a": words(30),
		"hundred.label": words(100, "b"), "shares.label": words(1000), "section.all.title": words(100, "b"), "section.all.intro": words(100, "c"),
	}
	for _, c := range []struct {
		name string
		pack *questions.Pack
		want int
	}{
		{"a choice: 400 words and 5 s", pack(choice), 3},
		{"the scale is read once", pack(choice, again), 4},        // 600 words, 10 s
		{"a number: 210 words and 20 s", pack(number), 2},         // 63 + 20 s
		{"the same words are read once", pack(hundred), 2},        // 200 words, 5 s, and not 300 words
		{"a list: 240 words and 2 ticks of 3", pack(list), 2},     // 72 + 4 s
		{"shares are folded", pack(list, shares), 2},              //
		{"four numbers", pack(number, number, number, number), 3}, // 240 words, 80 s
	} {
		w := questions.NewWords("en", texts)
		if got := c.pack.Minutes(c.pack.ActsOrOne()[0], w); got != c.want {
			t.Errorf("%s: %d minutes, want %d", c.name, got, c.want)
		}
	}
}

func TestAsks(t *testing.T) {
	yes, no := true, false
	met := questions.Prerequisite{Question: "met", Is: []string{"often", "always"}}
	status := questions.Prerequisite{Question: "status", Not: []string{"own"}}
	paid := questions.Prerequisite{Question: "amount", Answered: &yes}
	abroad := questions.Prerequisite{Question: "money", Not: []string{"EUR"}, And: &questions.Condition{Question: "land", Is: []string{"FR"}}}
	unpaid := questions.Prerequisite{Question: "amount", Answered: &no}
	for _, c := range []struct {
		if_  []questions.Prerequisite
		a    questions.Answers
		want bool
	}{
		{nil, nil, true},
		{[]questions.Prerequisite{met}, nil, false},
		{[]questions.Prerequisite{met}, questions.Answers{"met": "often"}, true},
		{[]questions.Prerequisite{met}, questions.Answers{"met": "never"}, false},
		{[]questions.Prerequisite{status}, nil, true},
		{[]questions.Prerequisite{status}, questions.Answers{"status": "both"}, true},
		{[]questions.Prerequisite{status}, questions.Answers{"status": "own"}, false},
		{[]questions.Prerequisite{paid}, questions.Answers{"amount": 3.0}, true},
		{[]questions.Prerequisite{paid}, nil, false},
		{[]questions.Prerequisite{unpaid}, nil, true},
		{[]questions.Prerequisite{paid, met}, questions.Answers{"met": "always"}, true},
		{[]questions.Prerequisite{abroad}, questions.Answers{"money": "USD", "land": "FR"}, true},
		{[]questions.Prerequisite{abroad}, questions.Answers{"land": "FR"}, true},
		{[]questions.Prerequisite{abroad}, questions.Answers{"money": "EUR", "land": "FR"}, false},
		{[]questions.Prerequisite{abroad}, questions.Answers{"money": "USD", "land": "US"}, false},
		{[]questions.Prerequisite{paid, met}, questions.Answers{"status": "own"}, false},
	} {
		var p questions.Pack
		if got := p.Asks(&questions.Question{AskedIf: c.if_}, c.a); got != c.want {
			t.Errorf("%+v after %v: asked is %v, want %v", c.if_, c.a, got, c.want)
		}
	}
}
