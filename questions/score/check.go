package score

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
)

// Codes of problems that only a model can have, beside those of questions.
const (
	BadSum        = "bad_sum"        // weights or shares do not add up; got, want
	BadKnots      = "bad_knots"      // not rising in the answer, or up and down in the dose
	BadMatrix     = "bad_matrix"     // bands do not fit the levels, or fall where things get worse
	MissingOption = "missing_option" // an option of the question has no number; id
	NotAssigned   = "not_assigned"   // a factor without a driver, a facet without an item
)

// The weights of all factors together, so that a weight is a number of points.
const allWeight = 100

// A checker collects what is wrong with a Scoring.
type checker struct {
	questions.Collector
	questions map[string]question
	sources   map[string]int
}

func (c *checker) add(path, code, message, hint string, args ...string) {
	problem := questions.Problem{Path: path, Code: code, Message: message, Hint: hint}
	if len(args) > 0 {
		problem.Args = map[string]string{}
		for i := 0; i+1 < len(args); i += 2 {
			problem.Args[args[i]] = args[i+1]
		}
	}
	c.Add(problem)
}

func (c *checker) total(path, message, hint string, got, want int) {
	if got != want {
		c.add(path, BadSum, message, hint, "got", strconv.Itoa(got), "want", strconv.Itoa(want))
	}
}

func (c *checker) check(s *Scoring) {
	if s.Version < 1 {
		c.add("version", questions.MissingField, "the model needs a version of 1 or more", "raise it by 1 whenever a number of the model changes", "id", "version")
	}
	c.sources = names(c, "sources", s.Sources, func(s Source) string { return s.ID }, "id")
	grades := names(c, "grades", s.Grades, func(g Grade) string { return g.Key }, "key")
	names(c, "conversions", s.Conversions, func(v Conversion) string { return v.Key }, "key")
	names(c, "open_points", s.OpenPoints, func(key string) string { return key }, "")
	for i, g := range s.Grades {
		c.cited(questions.At("grades", i)+".sources", g.Sources)
	}
	for i, v := range s.Conversions {
		c.cited(questions.At("conversions", i)+".sources", v.Sources)
	}
	c.signs(&s.Signs)
	c.levels("strain.levels", s.Strain.Levels)
	c.within("strain.notable", s.Strain.Notable, 1, 100)
	c.within("strain.minimum.percent", s.Strain.Minimum.Percent, 1, 100)
	c.within("strain.minimum.block_percent", s.Strain.Minimum.BlockPercent, 1, 100)
	c.within("strain.minimum.blocks", s.Strain.Minimum.Blocks, 1, max(1, len(s.Blocks)))
	c.factors(s, grades)
	c.drivers(s)
	c.limits(s.Limits)
	c.bands(s)
	c.effortReward(s)
	c.levers(s)
	c.steps(s)
}

// names checks that a list has entries and that each has a name of its own.
// It returns where they are.
func names[T any](c *checker, path string, list []T, name func(T) string, field string) map[string]int {
	if len(list) == 0 {
		c.add(path, questions.EmptyList, "the list is empty", "the model cannot do without it")
	}
	first := map[string]int{}
	for i, element := range list {
		place := questions.At(path, i)
		if field != "" {
			place += "." + field
		}
		id := name(element)
		if !isKey(id) {
			c.add(place, questions.BadName, quote(id)+" is not a name", "letters a to z, digits, _ and -, beginning with a letter", "got", id)
			continue
		}
		if j, twice := first[id]; twice {
			c.add(place, questions.DuplicateID, quote(id)+" is there already, at "+questions.At(path, j), "each name may stand once", "id", id)
			continue
		}
		first[id] = i
	}
	return first
}

func (c *checker) within(path string, n, least, most int) {
	if n < least || n > most {
		c.add(path, questions.OutOfRange, fmt.Sprintf("%d is not between %d and %d", n, least, most), "",
			"got", strconv.Itoa(n), "min", strconv.Itoa(least), "max", strconv.Itoa(most))
	}
}

func (c *checker) fraction(path string, n, least, most float64) {
	if !(n >= least && n <= most) {
		c.add(path, questions.OutOfRange, fmt.Sprintf("%g is not between %g and %g", n, least, most), "",
			"got", fmt.Sprint(n), "min", fmt.Sprint(least), "max", fmt.Sprint(most))
	}
}

func (c *checker) unknown(path, kind, id string, known []string) {
	c.add(path, questions.UnknownReference, "there is no "+kind+" "+quote(id),
		cmp.Or(questions.DidYouMean(id, known), "one of "+strings.Join(known, ", ")), "id", id, "allowed", strings.Join(known, ", "))
}

func (c *checker) cited(path string, ids []string, reserved ...string) {
	for i, id := range ids {
		if _, ok := c.sources[id]; !ok && !slices.Contains(reserved, id) {
			c.add(questions.At(path, i), questions.UnknownReference, "there is no source "+quote(id),
				cmp.Or(questions.DidYouMean(id, slices.Sorted(maps.Keys(c.sources))), "add it to sources, or correct the id"), "id", id)
		}
	}
}

// ask looks a question up.
func (c *checker) ask(path, id string) (question, bool) {
	q, ok := c.questions[id]
	switch {
	case id == "":
		c.add(path, questions.MissingField, "a question is missing", "give the id of a question of "+questions.PackFile, "id", "question")
	case !ok:
		c.add(path, questions.UnknownReference, "there is no question "+quote(id),
			cmp.Or(questions.DidYouMean(id, slices.Sorted(maps.Keys(c.questions))), "the ids of questions are in "+questions.PackFile), "id", id)
	}
	return q, ok
}

// options checks that every option has a number and every number an option.
func options[N int | float64](c *checker, path, id string, numbers map[string]N, options []string, most N) {
	for _, key := range slices.Sorted(maps.Keys(numbers)) {
		if !slices.Contains(options, key) {
			c.add(path+"."+key, questions.UnknownKey, "the question "+quote(id)+" has no option "+quote(key),
				cmp.Or(questions.DidYouMean(key, options), "its options are "+strings.Join(options, ", ")), "id", id, "got", key, "allowed", strings.Join(options, ", "))
		} else if n := numbers[key]; !(n >= 0 && n <= most) {
			c.fraction(path+"."+key, float64(n), 0, float64(most))
		}
	}
	for _, key := range options {
		if _, ok := numbers[key]; !ok {
			c.add(path, MissingOption, "the option "+quote(key)+" of "+quote(id)+" has no number here", "every option needs one", "id", key)
		}
	}
}

func (c *checker) levels(path string, levels []Level) {
	names(c, path, levels, func(l Level) string { return l.Key }, "key")
	for i, l := range levels {
		place := questions.At(path, i) + ".from"
		switch {
		case i == 0 && l.From != 0:
			c.add(place, questions.OutOfRange, "the first level begins at 0", "", "got", strconv.Itoa(l.From), "min", "0", "max", "0")
		case i > 0:
			c.within(place, l.From, levels[i-1].From+1, 100)
		}
	}
}

func (c *checker) signs(s *SignsRules) {
	facets := names(c, "signs.facets", s.Facets, func(key string) string { return key }, "")
	names(c, "signs.items", s.Items, func(i Item) string { return i.Question }, "question")
	used, core := map[string]bool{}, 0
	valuesChecked := map[string]bool{}
	for i, it := range s.Items {
		place := questions.At("signs.items", i)
		if q, ok := c.ask(place+".question", it.Question); ok {
			if q.Type != questions.Choice {
				c.add(place+".question", questions.WrongType, quote(it.Question)+" is not a choice", "signs are asked as choices", "id", it.Question, "got", q.Type, "want", questions.Choice)
			} else if same := strings.Join(q.options, " "); !valuesChecked[same] {
				valuesChecked[same] = true // usually one scale for all
				options(c, "signs.values", it.Question, s.Values, q.options, 100)
			}
		}
		if _, ok := facets[it.Facet]; !ok {
			c.unknown(place+".facet", "facet", it.Facet, s.Facets)
		}
		used[it.Facet] = true
		if it.Core {
			core++
		}
	}
	for i, key := range s.Facets {
		if !used[key] {
			c.add(questions.At("signs.facets", i), NotAssigned, "no item belongs to the facet "+quote(key), "remove it, or give it items", "id", key)
		}
	}
	c.within("signs.minimum_items", s.MinimumItems, 1, max(1, len(s.Items)))
	c.within("signs.minimum_core", s.MinimumCore, 0, core)
	c.levels("signs.levels", s.Levels)
	if len(s.Levels) > 1 {
		c.within("signs.text_split.at", s.TextSplit.At, 1, max(1, s.Levels[1].From-1))
	}
	c.fraction("signs.error.constant", s.Error.Constant, 1, 100)
	c.cited("signs.error.sources", s.Error.Sources)
	for i, cut := range s.CutPoints {
		c.fraction(questions.At("signs.cut_points", i)+".value", cut.Value, 0, 100)
		c.cited(questions.At("signs.cut_points", i)+".sources", cut.Sources)
	}
}

func quote(s string) string {
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return strconv.Quote(s)
}

// isKey reports whether s can be part of a word key and of a path.
func isKey(s string) bool {
	for i, r := range s {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (i == 0 || r != '_' && r != '-' && (r < '0' || r > '9')) {
			return false
		}
	}
	return s != ""
}
