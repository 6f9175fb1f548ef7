package jobad

import (
	"fmt"
	"slices"
	"strings"
)

// An encoded lexicon is what a compiled one comes to, without the notation and
// the examples, as text: a browser decodes it in a few milliseconds, where
// compiling takes a third of a second, and any host compresses text. Five lines:
//
//	1  what it is, and the version of this form
//	2  the sets of endings, with commas between; "-" is the empty ending
//	3  the atoms from 1 on: "word", "stem~A" with the first set of endings, "*tail"
//	4  the groups that runs of patterns belong to, "duty.video"
//	5  numbers: function words of each language, barriers, joins, number words, and
//	   the patterns of each group
//
// A set of atoms or a choice stands where it is first named, after a 0; later it
// is named by how many there have been since. Atoms are numbered in that order
// too, so that most of the numbers are small and the same: that compresses.
const encodedMark = "bothends-lexicon 3"

// digits64 write numbers: five bits each, the lowest first, and 32 more where
// another digit follows.
const digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// Encode writes a lexicon for Decode. The same lexicon gives the same bytes.
func (r *Reader) Encode() []byte {
	e := &encoder{Reader: r, numbered: make([]int32, r.vocabulary.count),
		setNames: map[string]int{}, choiceNames: map[*choice]int{}}
	e.notations()

	for language := range r.function {
		e.set(&r.function[language])
	}
	e.set(&r.barriers)
	e.set(&r.joins)
	e.numberWords()
	groups := e.patterns()
	return []byte(strings.Join([]string{
		encodedMark, e.endings(), strings.Join(e.atoms, " "), strings.Join(groups, " "), string(e.out),
	}, "\n") + "\n")
}

// An encoder gives everything a new number when it is first named.
type encoder struct {
	*Reader
	out         []byte   // the last line
	written     []string // how each old atom is written
	stem        []string // of each old atom, "" when it is none
	numbered    []int32  // new numbers of old atoms, 0 for none yet
	atoms       []string // how new atoms are written
	last        int      // the highest atom in a set so far
	setNames    map[string]int
	choiceNames map[*choice]int
}

func (e *encoder) add(n int) {
	for ; n >= 32; n >>= 5 {
		e.out = append(e.out, digits64[n&31|32])
	}
	e.out = append(e.out, digits64[n])
}

// addSigned writes numbers around 0.
func (e *encoder) addSigned(n int) {
	if n < 0 {
		e.add(-n<<1 | 1)
	} else {
		e.add(n << 1)
	}
}

func (e *encoder) endings() string {
	var all []string
	for _, set := range e.vocabulary.endings {
		list := sortedKeys(set)
		for i, ending := range list {
			if ending == "" {
				list[i] = "-"
			}
		}
		all = append(all, strings.Join(list, " "))
	}
	return strings.Join(all, ",")
}

// notations prepares how atoms are written.
func (e *encoder) notations() {
	v := e.vocabulary
	e.written, e.stem = make([]string, v.count), make([]string, v.count)
	for w, a := range v.exact {
		e.written[a] = w
	}
	for w, forms := range v.stems {
		for _, f := range forms {
			e.written[f.atom], e.stem[f.atom] = w+"~"+string(rune('A'+f.endings)), w
		}
	}
	for w, a := range v.tails {
		e.written[a] = "*" + w
	}
}

// atom returns the new number of an atom. A word finds the forms of a stem in
// their order, and what is found first can decide: the order is kept.
func (e *encoder) atom(old int32) int32 {
	if old == numberAtom || e.numbered[old] > 0 {
		return e.numbered[old]
	}
	for _, f := range e.vocabulary.stems[e.stem[old]] {
		if f.atom == old {
			break
		}
		if e.numbered[f.atom] == 0 {
			e.number(f.atom)
		}
	}
	return e.number(old)
}

func (e *encoder) number(old int32) int32 {
	e.atoms = append(e.atoms, e.written[old])
	e.numbered[old] = int32(len(e.atoms))
	return e.numbered[old]
}

// set names a set, and writes a new one: how many atoms, the highest beside the
// highest so far, and the steps down from there.
func (e *encoder) set(s *set) {
	atoms := slices.Sorted(s.all())
	for i, old := range atoms {
		atoms[i] = e.atom(old)
	}
	slices.SortFunc(atoms, func(a, b int32) int { return int(b - a) })
	key := fmt.Sprint(atoms)
	if n, known := e.setNames[key]; known {
		e.add(len(e.setNames) - n)
		return
	}
	e.setNames[key] = len(e.setNames)
	e.add(0)
	e.add(len(atoms))
	for i, a := range atoms {
		if i == 0 {
			e.addSigned(int(a) - e.last)
			e.last = max(e.last, int(a))
		} else {
			e.add(int(atoms[i-1] - a))
		}
	}
}

func (e *encoder) numberWords() {
	e.add(len(e.numbers))
	for old := range e.numbered { // in their order: a map has none
		if value, ok := e.numbers[int32(old)]; ok {
			e.add(int(e.atom(int32(old))))
			e.add(value)
		}
	}
}

// choice names a choice, in a number whose lowest two bits say what for, and
// writes a new one.
func (e *encoder) choice(c *choice, bits int) {
	if n, known := e.choiceNames[c]; known {
		e.add((len(e.choiceNames)-n)<<2 | bits)
		return
	}
	e.add(bits)
	e.set(&c.words)
	e.add(len(c.phrases))
	for _, phrase := range c.phrases {
		e.add(len(phrase))
		for _, s := range phrase {
			e.set(s)
		}
	}
	e.add(len(c.classes))
	for _, class := range c.classes {
		e.choice(class, elementPlain)
	}
	e.choiceNames[c] = len(e.choiceNames)
}

// What an element is, in the lowest bits of its number.
const (
	elementPlain = iota
	elementOptional
	elementNegative
	elementGap
)

// patterns writes the patterns of all groups, and returns these.
func (e *encoder) patterns() (groups []string) {
	for from := 0; from < len(e.Reader.patterns); {
		run := e.Reader.patterns[from:]
		first := run[0].group
		n := 1
		for n < len(run) && run[n].group == first && run[n].language == run[0].language {
			n++
		}
		name := names[first.kind]
		switch first.kind {
		case platform:
			name = e.platforms
		case money:
			name = e.moneys
		}
		groups = append(groups, kindNames[first.kind]+"."+name[first.name])
		e.add(run[0].language)
		e.add(n)
		for _, p := range run[:n] {
			e.pattern(p)
		}
		from += n
	}
	return groups
}

func (e *encoder) pattern(p *pattern) {
	e.add(len(p.elements)<<3 | bit(p.verbal && p.group.kind == not)<<2 | bit(p.finish)<<1 | bit(p.start))
	for i := range p.elements {
		switch el := &p.elements[i]; {
		case el.gap > 0:
			e.add((el.gap<<2|bit(el.close)<<1|bit(el.open))<<2 | elementGap)
		case el.negative:
			e.choice(el.choice, elementNegative)
		case el.optional:
			e.choice(el.choice, elementOptional)
		default:
			e.choice(el.choice, elementPlain)
		}
	}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
