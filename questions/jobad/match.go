package jobad

import "slices"

// A matcher tries patterns on the words of one sentence.
type matcher struct {
	words    []word
	blocked  []bool // words no element may use; nil for none
	barriers *set
	yielder  *yielder
	elements []element
	finish   bool
}

// match returns where the pattern ends when it begins at word i, or -1.
func (m *matcher) match(p *pattern, i int) int {
	if p.start && i > 0 {
		return -1
	}
	m.elements, m.finish = p.elements, p.finish
	return m.from(0, i)
}

func (m *matcher) from(k, i int) int {
	if k == len(m.elements) {
		if m.finish && i < len(m.words) {
			return -1
		}
		return i
	}
	e := &m.elements[k]
	if e.gap > 0 {
		for n := 0; n <= e.gap && i+n < len(m.words); n++ {
			if e.close && m.words[i+n].parted {
				break
			}
			if end := m.from(k+1, i+n); end >= 0 {
				return end
			}
			if !e.open && m.barriers.has(m.words[i+n].atoms) {
				break
			}
		}
		return -1
	}
	if e.negative {
		if m.taken(e.choice, i) {
			return -1
		}
		return m.from(k+1, i)
	}
	if end := m.choose(e.choice, k, i); end >= 0 {
		return end
	}
	if e.optional {
		return m.from(k+1, i)
	}
	return -1
}

// choose tries what may stand at word i, and the rest of the pattern behind it.
func (m *matcher) choose(c *choice, k, i int) int {
	if i >= len(m.words) {
		return -1
	}
	atoms := m.words[i].atoms
	if len(atoms) == 0 {
		return -1
	}
	if c.words.has(atoms) && m.free(i, 1) {
		if end := m.from(k+1, i+1); end >= 0 {
			return end
		}
	}
	if c.heads.has(atoms) {
		for _, p := range c.phrases {
			if m.phrase(p, i) {
				if end := m.from(k+1, i+len(p)); end >= 0 {
					return end
				}
			}
		}
	}
	for _, class := range c.classes {
		if end := m.choose(class, k, i); end >= 0 {
			return end
		}
	}
	return -1
}

// taken reports whether a word or phrase of the choice begins at word i.
func (m *matcher) taken(c *choice, i int) bool {
	if i >= len(m.words) {
		return false
	}
	atoms := m.words[i].atoms
	return c.words.has(atoms) || c.heads.has(atoms) && slices.ContainsFunc(c.phrases, func(p []*set) bool { return m.phrase(p, i) }) ||
		slices.ContainsFunc(c.classes, func(class *choice) bool { return m.taken(class, i) })
}

// phrase reports whether the words from i on are p, and free to use.
func (m *matcher) phrase(p []*set, i int) bool {
	if i+len(p) > len(m.words) || !m.free(i, len(p)) {
		return false
	}
	for j, s := range p {
		if !s.has(m.words[i+j].atoms) {
			return false
		}
	}
	return true
}

// free reports whether no one of n words from i on is blocked.
func (m *matcher) free(i, n int) bool {
	return m.blocked == nil || !slices.Contains(m.blocked[i:i+n], true)
}
