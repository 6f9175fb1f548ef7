package pay

import (
	"slices"
	"strings"
)

// Licences that are no names. Every language has words for them.
const (
	PublicDomain = "public domain"
	NotConfirmed = "not confirmed"
)

// A Check says how one figure of a row was checked. Both are words of a closed
// list, so that every language can say them.
type Check struct {
	Part string // "hourly"
	How  string // "official page"
}

// checkedParts are the figures of a row on minimum pay, checkedHow the ways in which
// one was checked: on a page of the body that sets it, in its file, in an extract
// that somebody else made of it, in another text, or worked out from other figures.
var (
	checkedParts = []string{"hourly", "monthly", "hours"}
	checkedHow   = []string{"official page", "official file", "extract", "quoted", "derived"}
)

// CheckKeys are all parts and all ways of a Check.
func CheckKeys() (parts, how []string) { return slices.Clone(checkedParts), slices.Clone(checkedHow) }

// Checks reads how the figures were checked.
func (m Minimum) Checks() []Check {
	var checks []Check
	for text := range strings.SplitSeq(m.Checked, "; ") {
		how, part, _ := strings.Cut(text, " (")
		checks = append(checks, Check{strings.TrimSuffix(part, ")"), how})
	}
	return checks
}

// Sources are the names and addresses that the row rests on.
func (m Minimum) Sources() []string { return strings.Split(m.Source, "; ") }
