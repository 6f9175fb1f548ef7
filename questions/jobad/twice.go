package jobad

import (
	"fmt"
	"strings"
)

// A list of the lexicon is a set. What stands in it twice changes no reading,
// but it is longer to look through, and whoever takes one of the two out
// wonders why nothing happens: [Load] refuses it.

// A once notes what stands in one list, and what stands there again.
type once struct {
	seen  map[string]bool
	again []string // in the order of the list, each once
}

func newOnce() *once { return &once{seen: map[string]bool{}} }

// add notes words, however they are joined or parted.
func (o *once) add(words string) {
	words = strings.Join(strings.FieldsFunc(words, func(r rune) bool { return r == '_' || r == ' ' }), " ")
	if again, met := o.seen[words]; !met {
		o.seen[words] = false
	} else if !again {
		o.seen[words] = true
		o.again = append(o.again, words)
	}
}

// repeatedWords returns what stands twice in a list of words.
func repeatedWords(list string) []string {
	o := newOnce()
	for _, w := range strings.Fields(list) {
		o.add(w)
	}
	return o.again
}

// repeatedInClass returns what stands twice in the body of a class: as an entry,
// or as one of several words that an entry consists of.
func repeatedInClass(body string) []string {
	o := newOnce()
	for entry := range strings.SplitSeq(body, ",") {
		fields := strings.Fields(entry)
		if len(fields) == 1 && !strings.HasPrefix(fields[0], "?") && !strings.HasPrefix(fields[0], "!") {
			for alternative := range strings.SplitSeq(fields[0], "|") {
				o.add(alternative)
			}
			continue
		}
		o.add(strings.Join(fields, " "))
		o.again = append(o.again, repeatedInFields(fields)...)
	}
	return o.again
}

// repeatedInFields returns what stands twice between bars, as in "video|photo|video".
func repeatedInFields(fields []string) []string {
	var again []string
	for _, f := range fields {
		o := newOnce()
		for alternative := range strings.SplitSeq(strings.TrimLeft(f, "?!"), "|") {
			o.add(alternative)
		}
		again = append(again, o.again...)
	}
	return again
}

// repeated looks for what stands twice in a list of the file, and reports each
// with its place.
func (f *file) repeated(report func(path, message string)) {
	tell := func(path string, again []string) {
		for _, words := range again {
			report(path, fmt.Sprintf("%q stands twice in this list", words))
		}
	}
	for _, list := range []struct{ path, words string }{
		{"verb_endings", f.Verbs}, {"noun_endings", f.Nouns}, {"function_words", f.FunctionWords},
		{"barriers", f.Barriers}, {"joins", f.Joins},
	} {
		tell(list.path, repeatedWords(list.words))
	}
	for _, name := range sortedKeys(f.Classes) {
		tell("classes."+name, repeatedInClass(f.Classes[name]))
	}
	for _, name := range sortedKeys(f.Patterns) {
		group := newOnce()
		for i, fields := range f.Patterns[name] {
			if len(fields) == 0 {
				continue // refused elsewhere
			}
			path := fmt.Sprintf("patterns.%s[%d]", name, i)
			before := len(group.again)
			for one := range strings.SplitSeq(fields[0], ",") {
				group.add(one)
				tell(path, repeatedInFields(strings.Fields(one)))
			}
			tell(path, group.again[before:])
		}
	}
}
