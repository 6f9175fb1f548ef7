package jobad

import (
	"iter"
	"math/bits"
	"slices"
)

// A vocabulary knows every word of the lexicon in all its forms. A word of the
// lexicon is called an atom; a word of a text may be a form of several.
type vocabulary struct {
	exact   map[string]int32      // "newsletter"
	stems   map[string][]stemForm // "creat" of creat~
	tails   map[string]int32      // "er" of *er
	endings []map[string]bool     // sets of endings stemForm.endings points into
	ids     map[notation]int32    // atoms while compiling
	count   int32
	longest int // of all endings
}

// A notation is how an atom is written: a word or stem, and its ending set.
type notation struct {
	word    string
	endings int // -1 for none
}

// A stemForm is an atom written with a mark for endings.
type stemForm struct {
	atom    int32
	endings int
}

// The atom every run of digits is a form of, written # in patterns.
const numberAtom = 0

func newVocabulary() *vocabulary {
	return &vocabulary{exact: map[string]int32{}, stems: map[string][]stemForm{}, tails: map[string]int32{}, ids: map[notation]int32{}, count: numberAtom + 1}
}

// atoms returns the atoms a word is a form of.
func (v *vocabulary) atoms(w []byte, kind tokenKind) []int32 {
	var found []int32
	if kind == digits {
		found = append(found, numberAtom)
	}
	if len(w) > maxWord {
		return found
	}
	if a, ok := v.exact[string(w)]; ok {
		found = append(found, a)
	}
	if kind == digits {
		return found
	}
	for cut := max(2, len(w)-v.longest); cut <= len(w); cut++ {
		for _, f := range v.stems[string(w[:cut])] {
			if v.endings[f.endings][string(w[cut:])] {
				found = append(found, f.atom)
			}
		}
	}
	for n := 2; n <= 4 && n+3 <= len(w); n++ {
		if a, ok := v.tails[string(w[len(w)-n:])]; ok {
			found = append(found, a)
		}
	}
	return found
}

// add returns the atom for a word of the lexicon; set is its ending set, -1
// for none.
func (v *vocabulary) add(w string, set int) int32 {
	id := notation{w, set}
	if a, ok := v.ids[id]; ok {
		return a
	}
	a := v.count
	v.count++
	v.ids[id] = a
	if set < 0 {
		v.exact[w] = a
	} else {
		v.stems[w] = append(v.stems[w], stemForm{a, set})
	}
	return a
}

// tail returns the atom for words that end in w.
func (v *vocabulary) tail(w string) int32 {
	a, ok := v.tails[w]
	if !ok {
		a = v.count
		v.count++
		v.tails[w] = a
	}
	return a
}

// A set of atoms: a short list, or one bit for each.
type set struct {
	few  []int32
	bits []uint64
}

// fewAtoms is the longest list; beyond it bits are faster to ask and to add to.
const fewAtoms = 8

func (s *set) has(atoms []int32) bool {
	for _, a := range atoms {
		if i := int(a >> 6); i < len(s.bits) && s.bits[i]&(1<<(a&63)) != 0 || slices.Contains(s.few, a) {
			return true
		}
	}
	return false
}

func (s *set) add(a int32) {
	switch {
	case s.bits == nil && slices.Contains(s.few, a):
	case s.bits == nil && len(s.few) < fewAtoms:
		s.few = append(s.few, a)
	default:
		few := s.few
		s.few = nil
		for _, a := range append(few, a) {
			if n := int(a>>6) + 1; n > len(s.bits) {
				s.bits = append(s.bits, make([]uint64, n-len(s.bits))...)
			}
			s.bits[a>>6] |= 1 << (a & 63)
		}
	}
}

func (s *set) addAll(other *set) {
	for a := range other.all() {
		s.add(a)
	}
}

// all yields the atoms of the set.
func (s *set) all() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for _, a := range s.few {
			if !yield(a) {
				return
			}
		}
		for i, w := range s.bits {
			for ; w != 0; w &= w - 1 {
				if !yield(int32(i<<6 + bits.TrailingZeros64(w))) {
					return
				}
			}
		}
	}
}

func (s *set) empty() bool { return len(s.few) == 0 && s.bits == nil }
