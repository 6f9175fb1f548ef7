package jobad

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// A choice is what may stand in one place: one word out of a set, or a phrase.
type choice struct {
	words   set
	phrases [][]*set  // the words each place of a phrase may hold
	heads   set       // the first words of phrases
	classes []*choice // choices this one takes in
}

// An element is one step of a pattern: a choice or a gap.
type element struct {
	*choice
	optional bool
	negative bool // takes no word; the next one must not be of the choice
	gap      int  // most words it may pass over; then there is no choice
	open     bool // the gap may pass over barriers
	close    bool // the gap does not even pass over a comma
}

// A pattern is a sequence of elements. See the package comment for the
// notation.
type pattern struct {
	group    group
	language int    // index in languages
	entry    *entry // where it is written; nil when decoded
	elements []element
	start    bool // ^: only at the start of a sentence
	finish   bool // $: only at its end
	verbal   bool // begins with a verb
}

// A compiler turns the notation into patterns.
type compiler struct {
	vocabulary *vocabulary
	classes    map[string]string  // own classes and shared ones, by name
	compiled   map[string]*choice // classes by name, other choices as written
	open       map[string]bool    // classes being compiled, to find circles
	verbs      int                // ending sets of ~ and +
	nouns      int
	language   int
}

const (
	gapWords    = 6 // words ".." may pass over
	gapWordsMax = 12
)

// patterns compiles an entry: patterns separated by commas.
func (c *compiler) patterns(source string) ([]*pattern, error) {
	var list []*pattern
	for one := range strings.SplitSeq(source, ",") {
		p, err := c.pattern(one)
		if err != nil {
			return nil, err
		}
		list = append(list, p)
	}
	return list, nil
}

// pattern compiles one pattern.
func (c *compiler) pattern(source string) (*pattern, error) {
	p := &pattern{}
	fields := strings.Fields(source)
	p.verbal = len(fields) > 0 && (strings.Contains(fields[0], "~") || strings.HasPrefix(fields[0], "mettre"))
	p.elements = make([]element, 0, len(fields))
	for i, f := range fields {
		switch {
		case f == "^" && i == 0:
			p.start = true
		case f == "$" && i == len(fields)-1:
			p.finish = true
		case strings.HasPrefix(f, ".."), strings.HasPrefix(f, "--"):
			e := element{gap: gapWords, close: f[0] == '-'}
			f = f[2:]
			if strings.HasPrefix(f, ".") {
				e.open, f = true, f[1:]
			}
			if f != "" {
				if _, err := fmt.Sscanf(f, "%d", &e.gap); err != nil || e.gap < 1 || e.gap > gapWordsMax {
					return nil, fmt.Errorf("a gap is .., ... or -- and a number from 1 to %d, not %q", gapWordsMax, fields[i])
				}
			}
			p.elements = append(p.elements, e)
		default:
			e, err := c.element(f)
			if err != nil {
				return nil, err
			}
			p.elements = append(p.elements, e)
		}
	}
	return p, p.check()
}

// check reports what would make a pattern slow or meaningless.
func (p *pattern) check() error {
	gaps, needed := 0, false
	for i, e := range p.elements {
		if e.gap > 0 {
			gaps++
			if i == 0 || p.elements[i-1].gap > 0 || !needed {
				return errors.New("a gap stands between words, and before it one that has to be there")
			}
		}
		needed = needed || required(e)
	}
	if n := len(p.elements); n == 0 || p.elements[n-1].gap > 0 || p.elements[n-1].optional && !p.finish {
		return errors.New("a pattern begins and ends with a word it needs")
	}
	if gaps > 3 {
		return errors.New("a pattern has at most three gaps, so that reading stays fast")
	}
	return nil
}

// element compiles one step that is no gap.
func (c *compiler) element(f string) (e element, err error) {
	switch f[0] {
	case '?':
		e.optional, f = true, f[1:]
	case '!':
		e.negative, f = true, f[1:]
	}
	e.choice, err = c.choice(f)
	return e, err
}

// required reports whether a match holds words of an element.
func required(e element) bool { return e.gap == 0 && !e.optional && !e.negative }

// choice compiles alternatives separated by |. The same alternatives are often
// written again, and compiled once.
func (c *compiler) choice(f string) (*choice, error) {
	if k, ok := c.compiled[f]; ok {
		return k, nil
	}
	k := &choice{}
	for alternative := range strings.SplitSeq(f, "|") {
		if name, ok := strings.CutPrefix(alternative, "@"); ok {
			class, err := c.class(name)
			if err != nil {
				return nil, err
			}
			if len(alternative) == len(f) {
				return class, nil
			}
			k.classes = append(k.classes, class)
			continue
		}
		if a, ok := c.word(alternative); ok {
			k.words.add(a)
			continue
		}
		atoms, err := c.phrase(alternative)
		if err != nil {
			return nil, err
		}
		if len(atoms) == 1 {
			k.words.add(atoms[0])
			continue
		}
		phrase := make([]*set, len(atoms))
		for i, a := range atoms {
			phrase[i] = &set{few: []int32{a}}
		}
		k.phrases = append(k.phrases, phrase)
		k.heads.add(atoms[0])
	}
	c.compiled[f] = k
	return k, nil
}

// class compiles a class once; its entries are separated by commas.
func (c *compiler) class(name string) (*choice, error) {
	if k, ok := c.compiled["@"+name]; ok {
		return k, nil
	}
	body, ok := c.classes[name]
	if !ok {
		return nil, fmt.Errorf("there is no class @%s", name)
	}
	if c.open[name] {
		return nil, fmt.Errorf("class @%s contains itself", name)
	}
	c.open[name] = true
	defer delete(c.open, name)
	k := &choice{}
	for entry := range strings.SplitSeq(body, ",") {
		fields := strings.Fields(entry)
		if len(fields) == 0 {
			return nil, fmt.Errorf("class @%s has an empty entry", name)
		}
		phrases := [][]*set{nil}
		for _, f := range fields {
			e, err := c.element(f)
			if err != nil {
				return nil, fmt.Errorf("class @%s: %w", name, err)
			}
			if len(fields) == 1 && !e.optional && !e.negative {
				k.take(e.choice)
				phrases = nil
				break
			}
			var longer [][]*set
			for _, p := range phrases {
				for part := range e.choice.parts() {
					longer = append(longer, slices.Concat(p, part))
				}
				if e.optional {
					longer = append(longer, p)
				}
			}
			phrases = longer
		}
		for _, p := range phrases {
			switch len(p) {
			case 0:
				return nil, fmt.Errorf("class @%s has an entry that may be empty", name)
			case 1:
				k.words.addAll(p[0])
			default:
				k.phrases = append(k.phrases, p)
				k.heads.addAll(p[0])
			}
		}
	}
	c.compiled["@"+name] = k
	return k, nil
}

// take adds the words and phrases of other.
func (k *choice) take(other *choice) {
	k.words.addAll(&other.words)
	k.heads.addAll(&other.heads)
	k.phrases = append(k.phrases, other.phrases...)
	for _, class := range other.classes {
		k.take(class)
	}
}

// parts yields the alternatives of a choice as phrases.
func (k *choice) parts() iter.Seq[[]*set] {
	return func(yield func([]*set) bool) {
		if !k.words.empty() && !yield([]*set{&k.words}) {
			return
		}
		for _, p := range k.phrases {
			if !yield(p) {
				return
			}
		}
		for _, class := range k.classes {
			for p := range class.parts() {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// begin calls note with every atom the choice can begin with, some perhaps twice.
func (k *choice) begin(note func(atom int32)) {
	for _, s := range []*set{&k.words, &k.heads} {
		for a := range s.all() {
			note(a)
		}
	}
	for _, class := range k.classes {
		class.begin(note)
	}
}

// phrase compiles one alternative: words joined by underscores.
func (c *compiler) phrase(alternative string) ([]int32, error) {
	var phrase []int32
	for literal := range strings.SplitSeq(alternative, "_") {
		words, err := c.literal(literal)
		if err != nil {
			return nil, err
		}
		phrase = append(phrase, words...)
	}
	return phrase, nil
}

// word compiles an alternative that is a single plain word, as most are.
func (c *compiler) word(alternative string) (atom int32, ok bool) {
	stem, endings := alternative, -1
	switch alternative[max(0, len(alternative)-1):] {
	case "~":
		stem, endings = alternative[:len(alternative)-1], c.verbs
	case "+":
		stem, endings = alternative[:len(alternative)-1], c.nouns
	}
	if len(stem) < 2 || !plain(stem) {
		return 0, false
	}
	return c.vocabulary.add(stem, endings), true
}

// literal compiles one word, or several when it is cut as texts are.
func (c *compiler) literal(literal string) ([]int32, error) {
	if literal == "#" {
		return []int32{numberAtom}, nil
	}
	if tail, ok := strings.CutPrefix(literal, "*"); ok {
		if len(tail) < 2 || len(tail) > 4 {
			return nil, fmt.Errorf("%q: a tail has two to four letters", literal)
		}
		return []int32{c.vocabulary.tail(tail)}, nil
	}
	endings := -1
	if rest, ok := strings.CutSuffix(literal, "~"); ok {
		literal, endings = rest, c.verbs
	} else if rest, ok := strings.CutSuffix(literal, "+"); ok {
		literal, endings = rest, c.nouns
	}
	// Cutting the literal as texts are cut makes "l'équipe" and "e-mail" mean
	// in a pattern what they mean in an ad.
	taken := c.vocabulary.take(literal, nil)
	var phrase []int32
	for _, t := range taken.tokens {
		if t.kind == symbol && strings.ContainsRune("~+@?!^$#.", t.r) {
			return nil, fmt.Errorf("%q has %q where it means nothing", literal, t.r)
		}
	}
	for i, w := range taken.words {
		t := taken.tokens[w.token]
		var folded []byte
		for _, r := range taken.text[t.start:t.end] {
			folded = appendFolded(folded, r)
		}
		set := -1
		if i == len(taken.words)-1 {
			set = endings
		}
		if set >= 0 && len(folded) < 2 {
			return nil, fmt.Errorf("%q: a stem has at least two letters", literal)
		}
		phrase = append(phrase, c.vocabulary.add(string(folded), set))
	}
	if len(phrase) == 0 {
		return nil, fmt.Errorf("%q has no letters", literal)
	}
	return phrase, nil
}

// plain reports a word of small letters without accents, as most are.
func plain(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return true
}
