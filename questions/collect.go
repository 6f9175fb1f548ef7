package questions

import (
	"slices"
	"strings"
)

// A Collector collects what is wrong with one file, for the rooms that read the
// other files of a pack.
type Collector struct {
	File  string
	Found []Problem
}

// Add reports a problem, unless one stands at its place or around it: what could
// not be read is empty in Go, and that is one problem, not two.
func (c *Collector) Add(p Problem) {
	if !covered(c.Found, p.Path) {
		p.File = c.File
		c.Found = append(c.Found, p)
	}
}

// covered reports whether a problem stands at path or around it.
func covered(found []Problem, path string) bool {
	return slices.ContainsFunc(found, func(p Problem) bool {
		rest, inside := strings.CutPrefix(path, p.Path)
		return inside && (rest == "" || p.Path == "" || rest[0] == '.' || rest[0] == '[')
	})
}

// At is the path of an entry of a list: "factors[3]".
func At(path string, i int) string { return index(path, i) }

// DidYouMean returns a hint with the nearest of names, or nothing when none is
// near.
func DidYouMean(got string, names []string) string { return didYouMean(got, names) }

// IDs returns the ids of the questions, in pack order.
func (p *Pack) IDs() []string {
	var ids []string
	for _, q := range p.questions {
		ids = append(ids, q.ID)
	}
	return ids
}
