package jobad

import (
	"errors"
	"strings"
)

// ErrDamaged says that what was to be decoded is no lexicon of this version.
var ErrDamaged = errors.New("the lexicon of job ads is damaged, or of another version")

// Decode returns the lexicon that Encode wrote. It never panics: what is not
// whole is refused.
func Decode(encoded string) (r *Reader, err error) {
	lines := strings.Split(encoded, "\n")
	if len(lines) != 6 || lines[0] != encodedMark || lines[5] != "" {
		return nil, ErrDamaged
	}
	r = &Reader{vocabulary: newVocabulary(), numbers: map[int32]int{}}
	d := &decoder{reader: r, text: lines[4]}
	d.vocabulary(strings.Split(lines[1], ","), strings.Fields(lines[2]))
	for language := range r.function {
		r.function[language] = *d.set()
	}
	r.barriers = *d.set()
	r.joins = *d.set()
	d.numberWords()
	d.patterns(strings.Fields(lines[3]))
	if d.damaged || d.at != len(d.text) {
		return nil, ErrDamaged
	}
	r.sort()
	return r, nil
}

// limit is more than any number of a lexicon.
const limit = 1 << 24

type decoder struct {
	reader  *Reader
	text    string
	at      int
	damaged bool // what is read from here on means nothing
	last    int  // the highest atom in a set so far
	sets    []*set
	choices []*choice
}

// int reads a number below a limit; one that is not is 0.
func (d *decoder) int(limit int) int {
	n := 0
	for shift := 0; d.at < len(d.text) && shift < 25; shift += 5 {
		c := value64(d.text[d.at])
		d.at++
		if c < 0 {
			break
		}
		n |= (c & 31) << shift
		if c < 32 {
			if n < limit {
				return n
			}
			break
		}
	}
	d.damaged = true
	return 0
}

// count reads how many follow; each takes a digit at least, so that a few bytes
// cannot ask for much memory.
func (d *decoder) count() int { return d.int(len(d.text) - d.at + 1) }

func value64(c byte) int {
	switch {
	case c >= 'A' && c <= 'Z':
		return int(c - 'A')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 26
	case c >= '0' && c <= '9':
		return int(c-'0') + 52
	case c == '-':
		return 62
	case c == '_':
		return 63
	}
	return -1
}

// vocabulary reads the atoms. The form of a stem that stands first is tried
// first.
func (d *decoder) vocabulary(endings, atoms []string) {
	v := d.reader.vocabulary
	v.ids = nil // only compiling needs it
	for _, list := range endings {
		v.endingSet(list)
	}
	v.exact = make(map[string]int32, len(atoms))
	v.stems = make(map[string][]stemForm, len(atoms)/2)
	for _, w := range atoms {
		stem, set, inflected := strings.Cut(w, "~")
		tail, ending := strings.CutPrefix(w, "*")
		switch {
		case ending:
			v.tails[tail] = v.count
		case !inflected:
			v.exact[w] = v.count
		case len(set) == 1 && set[0] >= 'A' && int(set[0]-'A') < len(v.endings):
			v.stems[stem] = append(v.stems[stem], stemForm{v.count, int(set[0] - 'A')})
		default:
			d.damaged = true
		}
		v.count++
	}
}

func (d *decoder) numberWords() {
	for range d.count() {
		a := int32(d.int(int(d.reader.vocabulary.count)))
		d.reader.numbers[a] = d.int(limit)
	}
}

// set reads the name of a set, or a new one.
func (d *decoder) set() *set {
	if back := d.int(len(d.sets) + 1); back > 0 {
		return d.sets[len(d.sets)-back]
	}
	s, n, a := &set{}, d.count(), 0
	for i := range n {
		if i > 0 {
			a -= d.int(a + 1)
		} else if step := d.int(limit); step&1 > 0 {
			a = d.last - step>>1
		} else {
			a = d.last + step>>1
		}
		if d.damaged = d.damaged || a < 0 || a >= int(d.reader.vocabulary.count); d.damaged {
			return s
		}
		d.last = max(d.last, a)
		if n <= fewAtoms {
			s.few = append(s.few, int32(a))
			continue
		}
		if i == 0 {
			s.bits = make([]uint64, a>>6+1)
		}
		s.bits[a>>6] |= 1 << (a & 63)
	}
	d.sets = append(d.sets, s)
	return s
}

// choice reads the name of a choice, with bits that say what for, or a new one.
// Classes take in no others, so that no choice is deep.
func (d *decoder) choice(n int, isClass bool) *choice {
	if back := n >> 2; back > len(d.choices) {
		d.damaged = true
		return &choice{}
	} else if back > 0 {
		return d.choices[len(d.choices)-back]
	}
	c := &choice{words: *d.set()}
	for range d.count() {
		phrase := make([]*set, d.count())
		for i := range phrase {
			phrase[i] = d.set()
		}
		if d.damaged = d.damaged || len(phrase) == 0; d.damaged {
			return c
		}
		c.phrases = append(c.phrases, phrase)
		c.heads.addAll(phrase[0])
	}
	for range d.count() {
		class := &choice{}
		if !isClass {
			class = d.choice(d.int(limit), true)
		}
		if d.damaged = d.damaged || isClass || len(class.classes) > 0; d.damaged {
			return c
		}
		c.classes = append(c.classes, class)
	}
	d.choices = append(d.choices, c)
	return c
}

func (d *decoder) patterns(groups []string) {
	r := d.reader
	for _, name := range groups {
		g, known := r.group(name)
		language := d.int(len(languages))
		n := d.count()
		if d.damaged = d.damaged || !known; d.damaged {
			return
		}
		all := make([]pattern, n)
		for i := range all {
			all[i].group, all[i].language = g, language
			if d.pattern(&all[i]); d.damaged {
				return
			}
			r.patterns = append(r.patterns, &all[i])
		}
	}
}

func (d *decoder) pattern(p *pattern) {
	n := d.int(1 << 10)
	p.start, p.finish, p.verbal = n&1 > 0, n&2 > 0, n&4 > 0
	p.elements = make([]element, n>>3)
	for i := range p.elements {
		e := &p.elements[i]
		n := d.int(limit)
		if n&3 == elementGap {
			e.gap, e.close, e.open = n>>4, n&8 > 0, n&4 > 0
			d.damaged = d.damaged || e.gap < 1 || e.gap > gapWordsMax
		} else {
			e.optional, e.negative = n&3 == elementOptional, n&3 == elementNegative
			e.choice = d.choice(n, false)
		}
		if d.damaged {
			return
		}
	}
	d.damaged = d.damaged || p.check() != nil
}
