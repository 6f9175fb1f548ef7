package official

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"bothends/questions"
	"bothends/questions/pay"
)

// An Edition is a folder of pay tables of which some files were changed in
// memory: fs.ReadFile reads those as they are now.
type Edition struct {
	fs.FS
	changed map[string][]byte
}

// ReadFile implements fs.ReadFileFS.
func (e Edition) ReadFile(name string) ([]byte, error) {
	if data, ok := e.changed[name]; ok {
		return data, nil
	}
	return fs.ReadFile(e.FS, name)
}

// sheet is a CSV file of the tables, by the names of its columns. pay.Load has
// proved its form before.
type sheet struct {
	name   string
	header []string
	rows   [][]string
}

func readSheet(fsys fs.FS, name string) (*sheet, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, err
	}
	return &sheet{name, rows[0], rows[1:]}, nil
}

// cell is the cell of a row, to read and to write.
func (s *sheet) cell(row []string, column string) *string {
	return &row[slices.Index(s.header, column)]
}

func (s *sheet) bytes() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(s.header) // writing to a buffer does not fail
	w.WriteAll(s.rows)
	return b.Bytes()
}

// An Update is what became of the tables.
type Update struct {
	Tables   Edition
	Read     []string // one line per file and period, with tabs between file, period and count
	Notes    []string // what a person should look at
	Problems []questions.Problem
}

// Apply puts what was published into the rows that the tables have. It adds no
// row. A row that its publisher no longer has loses its figures: under the name
// of the new release they would be wrong.
func Apply(base fs.FS, all []Publication) (Update, error) {
	u := Update{Tables: Edition{FS: base}}
	benchmarks, err := readSheet(base, "benchmarks.csv")
	if err != nil {
		return u, err
	}
	sources, err := readSheet(base, "sources.csv")
	if err != nil {
		return u, err
	}
	usedBefore := used(benchmarks)
	claimed := make(map[string]string) // country and period: file
	for _, p := range all {
		lines := make(map[string]line)
		for _, l := range p.lines {
			lines[l.code+" "+l.period] = l
		}
		stated := make(map[string]release) // by id of the source
		for _, period := range p.periods {
			if other := claimed[p.country+" "+period]; other != "" {
				u.Problems = append(u.Problems, questions.Problem{File: p.file, Message: "it holds " + p.country + " " + period + ", as " + other + " does",
					Hint: "give one file for each table"})
				continue
			}
			claimed[p.country+" "+period] = p.file
			have, got := 0, 0
			for _, row := range benchmarks.rows {
				if *benchmarks.cell(row, "country") != p.country || *benchmarks.cell(row, "period") != period {
					continue
				}
				have++
				code := *benchmarks.cell(row, "occupation_code")
				l, ok := lines[code+" "+period]
				if !ok {
					u.Problems = append(u.Problems, vanished(p, code, period))
				} else {
					got++
					u.Notes = append(u.Notes, renamed(p, l, *benchmarks.cell(row, "occupation_title"))...)
					u.source(p, l, benchmarks.cell(row, "source"), stated)
				}
				for i, column := range figureColumns {
					put(benchmarks.cell(row, column), l.figures[i])
				}
			}
			u.Read = append(u.Read, fmt.Sprintf("%s\t%s %s\t%d of %d rows", p.file, p.country, period, got, have))
		}
		u.sources(p, sources, stated)
	}
	u.dropUnused(sources, usedBefore, used(benchmarks))
	u.Tables.changed = map[string][]byte{benchmarks.name: benchmarks.bytes(), sources.name: sources.bytes()}
	return u, nil
}

// put leaves a cell as it is written when the number is the same: 19.00 and 19.
func put(cell *string, figure string) {
	if *cell == figure || strings.Contains(*cell, ".") && strings.TrimRight(strings.TrimRight(*cell, "0"), ".") == figure {
		return
	}
	*cell = figure
}

func vanished(p Publication, code, period string) questions.Problem {
	message, hint := p.country+" "+code+" "+period+" is no longer published there, so its figures were taken out",
		"find its successor in the classification, or lead its responsibilities to another occupation, in a copy of the tables"
	for _, l := range p.lines {
		if l.code == code && !slices.Contains(p.periods, l.period) {
			message += "; there is " + l.period + " only"
		}
	}
	return questions.Problem{File: p.file, Message: message, Hint: hint}
}

// renamed notes an occupation of another name: a code may have changed its
// meaning. Germany's titles and those of all employees are worded by us.
func renamed(p Publication, l line, title string) []string {
	if l.title == "" || l.code == "ALL" || plain(l.title) == plain(title) {
		return nil
	}
	note := fmt.Sprintf("%s %s is %q there and %q here: is it the same occupation?", p.country, l.code, l.title, title)
	return []string{note}
}

// source notes which release stands behind a row.
func (u *Update) source(p Publication, l line, id *string, stated map[string]release) {
	if l.source != "" {
		*id = l.source
	}
	if had, seen := stated[*id]; seen && had != l.release {
		u.Problems = append(u.Problems, questions.Problem{File: p.file,
			Message: fmt.Sprintf("%s %s is about %s and other rows of %s are about %s", p.country, l.code, l.release.years, *id, had.years),
			Hint:    "a reference is shown with its years: give this row a source of its own in sources.csv by hand"})
		return
	}
	stated[*id] = l.release
}

// sources writes release, years and address of the sources behind the rows.
func (u *Update) sources(p Publication, sources *sheet, stated map[string]release) {
	known := make(map[string]bool)
	for _, row := range sources.rows {
		id := *sources.cell(row, "id")
		known[id] = true
		r, ok := stated[id]
		if !ok {
			continue
		}
		if r.name == "" {
			u.Notes = append(u.Notes, p.file+" does not say of which year it is: write release, years and source of "+id+" into sources.csv yourself")
			continue
		}
		if r.address == "" {
			r.address, _, _ = strings.Cut(*sources.cell(row, "source"), " (")
		}
		*sources.cell(row, "release") = r.name
		*sources.cell(row, "years") = r.years
		*sources.cell(row, "checked") = "official file"
		*sources.cell(row, "source") = r.address + " (" + r.name + "; " + p.mark + ")"
	}
	for id := range stated {
		if !known[id] {
			u.Problems = append(u.Problems, questions.Problem{File: p.file, Message: "some rows now rest on " + id + ", which is not in sources.csv",
				Hint: "add its row to a copy of the tables and run this again with -tables"})
		}
	}
}

func used(benchmarks *sheet) map[string]bool {
	ids := make(map[string]bool)
	for _, row := range benchmarks.rows {
		ids[*benchmarks.cell(row, "source")] = true
	}
	return ids
}

// dropUnused takes out a source that lost its last row to another one.
func (u *Update) dropUnused(sources *sheet, before, after map[string]bool) {
	sources.rows = slices.DeleteFunc(sources.rows, func(row []string) bool {
		id := *sources.cell(row, "id")
		return before[id] && !after[id]
	})
}

// occupationsOf lists the codes of each country.
func occupationsOf(t *pay.Tables) map[string]occupations {
	all := make(map[string]occupations)
	for _, b := range t.Benchmarks {
		if all[b.Country] == nil {
			all[b.Country] = make(occupations)
		}
		all[b.Country][b.OccupationCode] = true
	}
	return all
}
