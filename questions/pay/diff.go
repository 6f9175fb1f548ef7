package pay

import "slices"

// The kinds of a Change.
const (
	Added   = "added"
	Removed = "removed"
	Changed = "changed"
)

// A Change is a row or a cell that differs between two sets of tables.
type Change struct {
	File   string // "benchmarks.csv"
	Row    string // what names the row: "US 27-3031 hourly_gross"
	Column string // empty when the whole row was added or removed
	Kind   string // Added, Removed or Changed
	Old    string // the cell as written; empty for Added
	New    string // empty for Removed
	// Percent is how much a number changed, in percent of the old one; nil for
	// words, codes and everything that was added or removed.
	Percent *float64
}

// Diff lists what changed from old to new: for review of a yearly refresh,
// when a figure read in the wrong column hides among hundreds of right ones.
// Changes are sorted by file, then by row, then by column; the order of the
// rows in a file does not matter.
func Diff(old, new *Tables) []Change {
	var all []Change
	for i := range layouts {
		a, b := &old.files[i], &new.files[i]
		before, after := a.byName(), b.byName()
		names := make([]string, 0, len(before)+len(after))
		for name := range before {
			names = append(names, name)
		}
		for name := range after {
			if before[name] == nil {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		for _, name := range names {
			all = append(all, diffRow(a.layout, name, before[name], after[name])...)
		}
	}
	return all
}

// diffRow compares two versions of a row, of which one may be nil.
func diffRow(l layout, name string, before, after []string) []Change {
	switch {
	case before == nil:
		return []Change{{File: l.name, Row: name, Kind: Added}}
	case after == nil:
		return []Change{{File: l.name, Row: name, Kind: Removed}}
	}
	var changes []Change
	for i, column := range l.columns {
		c := Change{File: l.name, Row: name, Column: column, Kind: Changed, Old: before[i], New: after[i]}
		a, isNumber := parseNumber(c.Old)
		b, areNumbers := parseNumber(c.New)
		areNumbers = areNumbers && isNumber && slices.Contains(l.numbers, i)
		switch {
		case c.Old == c.New, areNumbers && a == b:
			continue
		case c.Old == "":
			c.Kind = Added
		case c.New == "":
			c.Kind = Removed
		case areNumbers && a != 0:
			c.Percent = finite((b - a) / a * 100)
		}
		changes = append(changes, c)
	}
	return changes
}

// byName finds rows by what names them. Of a repeated name the first counts.
func (f *file) byName() map[string][]string {
	rows := make(map[string][]string, len(f.rows))
	for i, row := range f.rows {
		if name := f.rowName(i); rows[name] == nil {
			rows[name] = row
		}
	}
	return rows
}
