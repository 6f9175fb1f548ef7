// Package letter reads what a note to an employer can say: groups of
// statements in the order of the note, each made from one answer or from one
// part of the result. The sentences are words of the pack. Rules that no pack
// can break: a statement says an answer that was given, or it is not offered;
// nothing about how the person is stands among the statements about the job.
package letter

import (
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
)

// File is the name of the note in a pack folder. A pack without it offers none.
const File = "letter.json"

// An Outline is the file.
type Outline struct {
	Groups []Group `json:"groups"`
}

// A Group is a heading and what can be said below it.
type Group struct {
	Key        string      `json:"key"`
	Apart      bool        `json:"apart"` // about the person, not the job: offered by itself and never ticked with the rest
	Statements []Statement `json:"statements"`
}

// A Statement is made from exactly one of Question, Result and Always. The
// fields after these belong to some kinds only.
type Statement struct {
	Key      string `json:"key"`
	Question string `json:"question"` // an answer: of a choice, a number or a list
	Result   string `json:"result"`   // a part of the result
	Always   bool   `json:"always"`   // nothing: it can be said whatever the answers are

	Options []string `json:"options"` // choice: the answers that are said, each in words of its own; the others are no news
	Values  []int    `json:"values"`  // number: answers with words of their own
	Unit    string   `json:"unit"`    // number, unpaid_year: the words that count it
	Zero    bool     `json:"zero"`    // number with a unit: 0 is said like any other amount; else it is no news
	None    bool     `json:"none"`    // list: that it was left empty is said as well

	Employed bool `json:"employed"` // said to an employer only
	Client   bool `json:"client"`   // has words of its own for a client
}

// The parts of the result that a statement can be made from.
const (
	PayRate    = "pay_rate"    // the rate on paper beside the published one
	UnpaidYear = "unpaid_year" // what the unpaid hours of a year are worth
	Limits     = "limits"      // the limits that are crossed: one statement each
	Changes    = "changes"     // what an employer can do about what weighs: one statement each
	Signs      = "signs"       // the level of signs
)

var results = []string{PayRate, UnpaidYear, Limits, Changes, Signs}

// Word returns the key of words of the statement: "letter.weekly_hours",
// "letter.real_breaks.never".
func (s Statement) Word(parts ...string) string {
	return "letter." + strings.Join(append([]string{s.Key}, parts...), ".")
}

// ForClient returns the key of the words for a client that stand beside those of a
// key of the statement: "letter.responsibilities.client.other".
func (s Statement) ForClient(key string) string {
	if rest, ok := strings.CutPrefix(key, s.Word()); ok && s.Client {
		return s.Word("client") + rest
	}
	return key
}

// Word returns the key of the heading of the group.
func (g Group) Word() string { return "letter.group." + g.Key }

// UnitWord returns the key of the words that count a unit, without the form
// that counting takes.
func UnitWord(unit string) string { return "letter.unit." + unit }

// Says returns the key of the words for a number that was answered, and
// whether they hold the amount. The key is empty where the number is no news.
func (s Statement) Says(x float64) (word string, amount bool) {
	for _, value := range s.Values {
		if x == float64(value) {
			return s.Word(strconv.Itoa(value)), false
		}
	}
	if s.Unit == "" || x == 0 && !s.Zero {
		return "", false
	}
	return s.Word(), true
}

// WordKeys returns the keys of the texts that the note needs, sorted:
//
//	letter.group.<group>                     a heading
//	letter.<statement>                       a sentence; {<unit>} is a counted amount
//	letter.<statement>.<option>, .<value>    the sentence for an answer
//	letter.<statement>.one, .other           the sentence for a list, with {n} and {list}
//	letter.<statement>.none                  the sentence for an empty list; {list} is all there could be
//	letter.<statement>.option.<option>       an answer as it stands in {list}
//	letter.<statement>.client…               the same sentences for a client
//	letter.<statement>.title                 pay_rate beside the nearest occupation, {occupation}
//	letter.unit.<unit>.one, .other           a counted amount, with {n}
func (o *Outline) WordKeys(known Known) []string {
	var keys []string
	for _, t := range o.texts(known) {
		keys = append(keys, t.key)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// A text is a key of words and the placeholders that are filled in them.
type text struct {
	key   string
	fills []string
}

func (o *Outline) texts(known Known) []text {
	var all []text
	add := func(key string, fills ...string) { all = append(all, text{key, fills}) }
	for _, g := range o.Groups {
		add(g.Word())
		for _, s := range g.Statements {
			if s.Unit != "" {
				add(UnitWord(s.Unit)+".one", "n")
				add(UnitWord(s.Unit)+".other", "n")
			}
			first := len(all)
			switch q, _ := known.Pack.Question(s.Question); {
			case s.Always:
				add(s.Word())
			case q != nil && q.Type == questions.List:
				add(s.Word("one"), "n", "list")
				add(s.Word("other"), "n", "list")
				if s.None {
					add(s.Word("none"), "list")
				}
				for _, option := range q.Options {
					add(s.Word("option", option))
				}
			case q != nil:
				for _, option := range s.Options {
					add(s.Word(option))
				}
				for _, value := range s.Values {
					add(s.Word(strconv.Itoa(value)))
				}
				if s.Unit != "" {
					add(s.Word(), s.Unit)
				}
			case s.Result == PayRate:
				add(s.Word(), "own", "years", "reference")
				add(s.Word("title"), "own", "years", "reference", "occupation")
			case s.Result == UnpaidYear:
				add(s.Word(), s.Unit, "amount")
			case s.Result == Limits:
				add(s.Word(), "limit")
			case s.Result == Changes:
				add(s.Word(), "change")
			case s.Result == Signs:
				for _, level := range known.SignLevels {
					add(s.Word(level))
				}
			}
			for _, t := range all[first:] {
				if s.Client && !strings.HasPrefix(t.key, s.Word("option")+".") {
					add(s.ForClient(t.key), t.fills...)
				}
			}
		}
	}
	return all
}

// CheckWords reports placeholders that the note does not fill: they would
// stand in it in braces.
func (o *Outline) CheckWords(words questions.Words, known Known) []questions.Problem {
	var found []questions.Problem
	for _, t := range o.texts(known) {
		if !words.Has(t.key) {
			continue // told already
		}
		for _, name := range questions.Placeholders(words.Get(t.key)) {
			if slices.Contains(t.fills, name) {
				continue
			}
			hint := "it can hold none"
			if len(t.fills) > 0 {
				hint = "it can hold {" + strings.Join(t.fills, "}, {") + "}"
			}
			found = append(found, questions.Problem{
				File: questions.WordsFile(words.Lang()), Path: t.key, Code: questions.OtherPlaceholder,
				Message: "nothing fills {" + name + "} in this text", Hint: hint,
			})
		}
	}
	return found
}
