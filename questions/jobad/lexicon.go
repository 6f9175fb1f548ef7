package jobad

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"bothends/questions"
)

// The files of a lexicon, in the order they are read; classes of the first one
// can be used by the others.
var files = []string{"shared.json", "en.json", "fr.json"}

// Languages of patterns and sentences.
const (
	anyLanguage = iota
	english
	french
)

var languages = []string{"*", "en", "fr"}

// file is the shape of a lexicon file.
type file struct {
	Language      string                `json:"language"`
	Verbs         string                `json:"verb_endings"`   // what ~ stands for
	Nouns         string                `json:"noun_endings"`   // what + stands for
	FunctionWords string                `json:"function_words"` // tell the language of a sentence
	Joins         string                `json:"joins"`          // "and" and the like
	Barriers      string                `json:"barriers"`       // no gap .. passes over these words
	Numbers       map[string]int        `json:"numbers"`        // "three": 3
	Classes       map[string]string     `json:"classes"`
	Patterns      map[string][][]string `json:"patterns"` // group: [pattern, text it matches, text it does not match]
}

// An entry is one line of the lexicon: patterns that mean the same, and the
// examples they stand or fall by.
type entry struct {
	file    string // "en.json"
	path    string // "patterns.duty.video[3]"
	source  string // the patterns as written
	matches string // a text one of them matches
	misses  string // a text none of them matches
}

// A group says what a match means: a kind and a name within it.
type group struct {
	kind kind
	name int // index in the names of the kind
}

type kind uint8

const (
	section  kind = iota // the heading of a section
	lead                 // the end of a line with a colon that opens one: "you will:"
	cue                  // decides whose work a sentence is about
	mask                 // words that mean something else here
	domain               // signs that the ad is of this profession
	not                  // words that mean something else for one responsibility
	duty                 // a responsibility
	weak                 // a responsibility, in an ad of this profession
	skill                // a responsibility even when asked as a skill
	hint                 // half of one: a second place has to say it too
	titular              // a responsibility that a title names
	flag                 // a red flag
	platform             // a social platform
	contract             // a kind of contract
	money                // the money of places
	fact                 // any other fact
	kinds
)

var kindNames = [kinds]string{"section", "lead", "cue", "mask", "domain", "not", "duty", "weak", "skill", "hint", "title", "flag", "platform", "contract", "money", "fact"}

// names are the allowed names of each kind; nil allows any.
var names = [kinds][]string{
	section: {"duties", "profile", "nice", "benefits", "company", "apply", "details", "title", "desired"},
	lead:    {"duties", "profile"},
	cue:     {"role", "person", "recruit", "action", "company", "profile", "plus", "knowledge", "reset", "negation", "benefits", "apply", "others", "aside", "purpose"},
	mask:    {"words"},
	domain:  {"title", "words", "other"},
	not:     Keys(),
	duty:    Keys(),
	weak:    Keys(),
	skill:   Keys(),
	hint:    Keys(),
	titular: Keys(),
	flag:    {"discriminatory", "fast_paced", "hype", "many_hats", "other_duties", "own_equipment", "pressure", "unpaid"},
	contract: {"full-time", "part-time", "permanent", "temporary", "freelance", "internship", "volunteer",
		"civic-service"},
	fact: factNames,
}

// phases are the groups of kinds matched in one pass over a sentence.
var phaseOf = [kinds]int{section: 0, lead: 0, cue: 1, mask: 1, domain: 1, not: 1, duty: 2, weak: 2, skill: 2, hint: 2, titular: 1, flag: 3, platform: 3, contract: 3, money: 3, fact: 3}

const phases = 4

// A Reader reads job advertisements. It never changes, so many goroutines can
// share one.
type Reader struct {
	vocabulary *vocabulary
	patterns   []*pattern
	index      [phases][][]int32 // patterns by the atom they can begin with
	function   [3]set            // function words by language
	barriers   set
	joins      set           // "and", "et"
	numbers    map[int32]int // values of number words
	platforms  []string
	moneys     []string // codes of ISO 4217
}

// Load compiles the lexicon in fsys, or returns every problem of its files.
// What it returns can be encoded, for programs that cannot wait for a compiler.
func Load(fsys fs.FS) (*Reader, []questions.Problem) {
	l := &loading{reader: &Reader{vocabulary: newVocabulary(), numbers: map[int32]int{}}, shared: map[string]string{}}
	for language, name := range files {
		l.read(fsys, name, language)
	}
	if len(l.problems) > 0 {
		return nil, l.problems
	}
	l.reader.vocabulary.ids = nil // only compiling needs it
	l.reader.sort()
	return l.reader, nil
}

// A loading is a lexicon that is being compiled.
type loading struct {
	reader   *Reader
	problems []questions.Problem
	shared   map[string]string // classes of the first file
}

// read reads and compiles one file.
func (l *loading) read(fsys fs.FS, name string, language int) {
	var f file
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		l.problems = append(l.problems, questions.Problem{File: name, Code: questions.UnreadableFile,
			Message: "the file cannot be read: " + err.Error(),
			Hint:    "a lexicon is " + strings.Join(files, ", ")})
		return
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&f); err != nil {
		l.problems = append(l.problems, questions.Problem{File: name, Code: questions.NotJSON,
			Message: "the file is no lexicon: " + err.Error()})
		return
	}
	l.compile(name, language, &f)
}

func (l *loading) compile(name string, language int, f *file) {
	problem := func(path, code, message, hint string) {
		l.problems = append(l.problems, questions.Problem{File: name, Path: path, Code: code, Message: message, Hint: hint})
	}
	if f.Language != languages[language] {
		problem("language", questions.BadLanguage, fmt.Sprintf("the language is %q, and must be %q in this file", f.Language, languages[language]), "")
	}
	r := l.reader
	v := r.vocabulary
	c := &compiler{vocabulary: v, classes: map[string]string{}, compiled: map[string]*choice{}, open: map[string]bool{},
		verbs: v.endingSet(f.Verbs), nouns: v.endingSet(f.Nouns), language: language}
	for k, body := range l.shared {
		c.classes[k] = body
	}
	for k, body := range f.Classes {
		if _, taken := l.shared[k]; taken && language != anyLanguage {
			problem("classes."+k, questions.DuplicateID, "this class is in "+files[0]+" too", "give it another name")
		}
		c.classes[k] = body
		if language == anyLanguage {
			l.shared[k] = body
		}
	}
	f.repeated(func(path, message string) { problem(path, Repeated, message, "take one of the two out") })
	for _, k := range sortedKeys(f.Classes) {
		if _, err := c.class(k); err != nil {
			problem("classes."+k, BadPattern, err.Error(), "")
		}
	}
	words := func(path, list string) (s set) {
		for _, w := range strings.Fields(list) {
			phrase, err := c.phrase(w)
			if err != nil || len(phrase) != 1 {
				problem(path, BadPattern, fmt.Sprintf("%q is not one word", w), "")
				continue
			}
			s.add(phrase[0])
		}
		return s
	}
	r.function[language] = words("function_words", f.FunctionWords)
	barriers := words("barriers", f.Barriers)
	r.barriers.addAll(&barriers)
	joins := words("joins", f.Joins)
	r.joins.addAll(&joins)
	for _, w := range sortedKeys(f.Numbers) {
		words("numbers", w)
		r.numbers[v.add(w, -1)] = f.Numbers[w]
	}
	for _, full := range sortedKeys(f.Patterns) {
		g, ok := r.group(full)
		if !ok {
			problem("patterns."+full, questions.UnknownKey, "there is no such group of patterns", "groups are "+strings.Join(kindNames[:], ", ")+", a dot and a name")
			continue
		}
		for i, fields := range f.Patterns[full] {
			path := fmt.Sprintf("patterns.%s[%d]", full, i)
			if len(fields) != 3 || slices.Contains(fields, "") {
				problem(path, questions.MissingField, "an entry is a pattern, a text it matches and a text it does not match", "")
				continue
			}
			patterns, err := c.patterns(fields[0])
			if err != nil {
				problem(path, BadPattern, err.Error(), "")
				continue
			}
			e := &entry{name, path, fields[0], fields[1], fields[2]}
			for _, p := range patterns {
				p.group, p.language, p.entry = g, language, e
			}
			r.patterns = append(r.patterns, patterns...)
		}
	}
}

// sort indexes the patterns by the atoms they can begin with, once all are
// there. Lists stand in one piece of memory for each phase.
func (r *Reader) sort() {
	type beginning struct{ atom, id int32 }
	var all [phases][]beginning
	var counts [phases][]int32
	last := [phases][]int32{} // the last pattern that an atom was noted for, and one
	for phase := range phases {
		counts[phase] = make([]int32, r.vocabulary.count)
		last[phase] = make([]int32, r.vocabulary.count)
	}
	for i, p := range r.patterns {
		phase, id := phaseOf[p.group.kind], int32(i)
		note := func(a int32) {
			if last[phase][a] == id+1 {
				return
			}
			last[phase][a] = id + 1
			counts[phase][a]++
			all[phase] = append(all[phase], beginning{a, id})
		}
		for _, e := range p.elements {
			if !e.negative {
				e.choice.begin(note)
			}
			if !e.optional && !e.negative {
				break
			}
		}
	}
	for phase := range phases {
		ids, index, at := make([]int32, len(all[phase])), make([][]int32, r.vocabulary.count), 0
		for a, n := range counts[phase] {
			index[a] = ids[at : at : at+int(n)]
			at += int(n)
		}
		for _, b := range all[phase] {
			index[b.atom] = append(index[b.atom], b.id)
		}
		r.index[phase] = index
	}
}

// Codes of problems only a lexicon has.
const (
	BadPattern  = "bad_pattern"  // the notation is wrong
	Repeated    = "repeated"     // a list holds the same twice
	ExampleMiss = "example_miss" // a pattern does not match its own example
	ExampleHit  = "example_hit"  // a pattern matches the example it must not
)

// group finds the group a name in the file stands for.
func (r *Reader) group(full string) (group, bool) {
	first, rest, _ := strings.Cut(full, ".")
	k := slices.Index(kindNames[:], first)
	if k < 0 || rest == "" {
		return group{}, false
	}
	switch kind(k) {
	case platform:
		return group{platform, nameIn(&r.platforms, rest)}, true
	case money:
		return group{money, nameIn(&r.moneys, rest)}, true
	}
	i := slices.Index(names[k], rest)
	return group{kind(k), i}, i >= 0
}

// nameIn returns the place of a name in a list, where it is put when it is new.
func nameIn(list *[]string, name string) int {
	i := slices.Index(*list, name)
	if i < 0 {
		i = len(*list)
		*list = append(*list, name)
	}
	return i
}

// endingSet registers a list of endings; "-" is the empty one.
func (v *vocabulary) endingSet(list string) int {
	endings := map[string]bool{}
	for _, e := range strings.Fields(list) {
		if e == "-" {
			e = ""
		}
		endings[e] = true
		v.longest = max(v.longest, len(e))
	}
	v.endings = append(v.endings, endings)
	return len(v.endings) - 1
}

func sortedKeys[T any](m map[string]T) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// find reports every match of the patterns of a phase in the words of m, in
// the order of the text; language anyLanguage tries the patterns of all.
func (r *Reader) find(phase int, m *matcher, language int, report func(p *pattern, from, to int)) {
	index := r.index[phase]
	for i := range m.words {
		if !m.yielder.goesOn(1) {
			return
		}
		for n, a := range m.words[i].atoms {
			for _, id := range index[a] {
				p := r.patterns[id]
				if language != anyLanguage && p.language != anyLanguage && p.language != language {
					continue
				}
				if n > 0 && r.tried(id, m.words[i].atoms[:n], phase) {
					continue
				}
				if end := m.match(p, i); end >= 0 {
					report(p, i, end)
				}
			}
		}
	}
}

// tried reports whether pattern id was tried for an earlier atom of the word.
func (r *Reader) tried(id int32, atoms []int32, phase int) bool {
	for _, a := range atoms {
		if _, ok := slices.BinarySearch(r.index[phase][a], id); ok {
			return true
		}
	}
	return false
}
