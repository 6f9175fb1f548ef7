package letter

import (
	"cmp"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
)

// Known is what a note may refer to.
type Known struct {
	Pack       *questions.Pack
	Pay        bool     // pay is asked for
	Signs      []string // questions on how the person is: only a group set apart says them
	SignLevels []string // keys
}

// Load reads letter.json from the folder of a pack and reports everything that
// is wrong with it at once. The outline is nil if anything is.
func Load(fsys fs.FS, known Known) (*Outline, []questions.Problem) {
	var o Outline
	c := checker{known, questions.Collector{File: File, Found: questions.ReadJSON(fsys, File, &o)}}
	for _, p := range c.Found {
		if p.Path == "" { // not one field could be read
			return nil, c.Found
		}
	}
	c.check(&o)
	if len(c.Found) > 0 {
		return nil, c.Found
	}
	return &o, nil
}

type checker struct {
	known Known
	questions.Collector
}

func (c *checker) add(path, code, message, hint string) {
	c.Add(questions.Problem{Path: path, Code: code, Message: message, Hint: hint})
}

func (c *checker) check(o *Outline) {
	if len(o.Groups) == 0 {
		c.add("groups", questions.EmptyList, "a note without groups says nothing", "where there is to be no note, remove the file")
	}
	groups, statements := map[string]string{}, map[string]string{}
	apart := ""
	for i, g := range o.Groups {
		path := questions.At("groups", i)
		c.named(path+".key", "group", g.Key, groups)
		if g.Apart && apart != "" {
			c.add(path+".apart", questions.Misplaced, "a group is set apart already, at "+apart, "move its statements there")
		}
		if g.Apart {
			apart = path
		}
		if len(g.Statements) == 0 {
			c.add(path+".statements", questions.EmptyList, "a group without statements is a heading over nothing", "remove it")
		}
		for j, s := range g.Statements {
			statement := questions.At(path+".statements", j)
			c.named(statement+".key", "statement", s.Key, statements)
			c.statement(statement, s, g.Apart)
		}
	}
}

// named checks a name and that nothing of its kind has it already.
func (c *checker) named(path, kind, name string, places map[string]string) {
	switch first, twice := places[name]; {
	case name == "":
		c.add(path, questions.MissingField, "is missing", "small letters a to z, digits and _, beginning with a letter")
	case !isKey(name):
		c.add(path, questions.BadName, strconv.Quote(name)+" is not a name", "small letters a to z, digits and _, beginning with a letter")
	case kind == "statement" && (name == "group" || name == "unit"):
		c.add(path, questions.BadName, strconv.Quote(name)+" is taken: the words of groups and units begin with it", "choose another name")
	case twice:
		c.add(path, questions.DuplicateID, "there is a "+kind+" "+strconv.Quote(name)+" already, at "+first, "each needs a name of its own")
	}
	places[name] = path
}

func (c *checker) statement(path string, s Statement, apart bool) {
	made := 0
	for _, is := range []bool{s.Question != "", s.Result != "", s.Always} {
		if is {
			made++
		}
	}
	switch {
	case made == 0:
		c.add(path, questions.MissingField, "says nothing of anything", `name a "question" or a "result", or say "always": true`)
	case made > 1:
		c.add(path, questions.Misplaced, "is made from more than one thing", `keep one of "question", "result" and "always"`)
	case s.Question != "":
		c.answer(path, s, apart)
	case s.Result != "":
		c.result(path, s, apart)
	default:
		c.only(path, "a statement that can always be made", s)
	}
}

func (c *checker) answer(path string, s Statement, apart bool) {
	q, ok := c.known.Pack.Question(s.Question)
	if !ok {
		c.add(path+".question", questions.UnknownReference, "there is no question "+strconv.Quote(s.Question),
			cmp.Or(questions.DidYouMean(s.Question, c.known.Pack.IDs()), "the questions are those of "+questions.PackFile))
		return
	}
	if slices.Contains(c.known.Signs, s.Question) && !apart {
		c.add(path+".question", questions.Misplaced, strconv.Quote(s.Question)+" is about how the person is", `move it to a group with "apart": true`)
	}
	switch q.Type {
	case questions.Choice:
		c.only(path, "a choice question", s, "options")
		c.options(path+".options", q, s.Options)
	case questions.Number:
		c.only(path, "a number question", s, "values", "unit", "zero")
		c.number(path, q, s)
	case questions.List:
		c.only(path, "a list question", s, "none")
	default:
		c.add(path+".question", questions.Misplaced, "the answer to a "+q.Type+" question cannot be said", "only those to a choice, a number or a list can")
	}
}

func (c *checker) options(path string, q *questions.Question, options []string) {
	if len(options) == 0 {
		c.add(path, questions.EmptyList, "names no answer to say", "list those that are news to an employer")
	}
	allowed := c.known.Pack.QuestionOptions(q)
	if q.NotApplicable {
		allowed = append(slices.Clone(allowed), questions.NotApplicable)
	}
	for i, option := range options {
		switch {
		case !slices.Contains(allowed, option):
			c.add(questions.At(path, i), questions.UnknownReference, strconv.Quote(option)+" is no answer to "+strconv.Quote(q.ID),
				cmp.Or(questions.DidYouMean(option, allowed), "its answers are "+strings.Join(allowed, ", ")))
		case slices.Contains(options[:i], option):
			c.add(questions.At(path, i), questions.RepeatedKey, strconv.Quote(option)+" stands in this list already", "keep one of them")
		}
	}
}

func (c *checker) number(path string, q *questions.Question, s Statement) {
	switch {
	case s.Unit == "" && len(s.Values) == 0:
		c.add(path, questions.MissingField, "does not say how to say the number", `name a "unit" that counts it, or "values" with words of their own`)
	case s.Unit != "" && !isKey(s.Unit):
		c.add(path+".unit", questions.BadName, strconv.Quote(s.Unit)+" is not a name", "small letters a to z, digits and _, beginning with a letter")
	case s.Unit == "" && s.Zero:
		c.add(path+".zero", questions.Misplaced, "there is no unit to count 0 with", `name a "unit", or give 0 words of its own in "values"`)
	case s.Zero && slices.Contains(s.Values, 0):
		c.add(path+".zero", questions.Misplaced, `0 has words of its own in "values"`, "keep one of the two")
	}
	for i, value := range s.Values {
		switch x := float64(value); {
		case value < 0 || q.Min != nil && x < *q.Min || q.Max != nil && x > *q.Max:
			c.add(questions.At(path+".values", i), questions.OutOfRange, strconv.Itoa(value)+" is no answer to "+strconv.Quote(q.ID), "")
		case slices.Contains(s.Values[:i], value):
			c.add(questions.At(path+".values", i), questions.RepeatedKey, strconv.Itoa(value)+" stands in this list already", "keep one of them")
		}
	}
}

func (c *checker) result(path string, s Statement, apart bool) {
	allowed := []string{}
	switch s.Result {
	case PayRate, UnpaidYear:
		if !c.known.Pay {
			c.add(path+".result", questions.UnknownReference, "the questionnaire asks for no pay", "remove the statement")
		}
		if s.Result == UnpaidYear {
			allowed = append(allowed, "unit")
			if !isKey(s.Unit) {
				c.add(path+".unit", questions.MissingField, "names no unit that counts the hours of a week", `as in "hours"`)
			}
		}
	case Signs:
		if !apart {
			c.add(path+".result", questions.Misplaced, "signs are about how the person is", `move it to a group with "apart": true`)
		}
	case Limits, Changes:
	default:
		c.add(path+".result", questions.UnknownKey, strconv.Quote(s.Result)+" is no part of the result", "the parts are "+strings.Join(results, ", "))
		return
	}
	c.only(path, "a statement of "+s.Result, s, allowed...)
}

// only reports fields that a kind of statement does not have.
func (c *checker) only(path, kind string, s Statement, allowed ...string) {
	for _, f := range []struct {
		name string
		set  bool
	}{
		{"options", s.Options != nil}, {"values", s.Values != nil}, {"unit", s.Unit != ""}, {"zero", s.Zero}, {"none", s.None},
	} {
		if f.set && !slices.Contains(allowed, f.name) {
			c.add(path+"."+f.name, questions.Misplaced, kind+" does not have it", "remove it")
		}
	}
}

func isKey(s string) bool {
	for i, r := range s {
		if (r < 'a' || 'z' < r) && (i == 0 || r != '_' && (r < '0' || '9' < r)) {
			return false
		}
	}
	return s != ""
}
