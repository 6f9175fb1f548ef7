// Package official reads the files in which statistical offices publish pay, and
// puts their figures into a copy of the pay tables.
//
//	official.go            Read: one file, recognised by what stands in it
//	unpack.go workbook.go  zips, CSV and workbooks as rows of cells
//	columns.go             columns by their published names, amounts
//	us.go gb.go ca.go de.go fr.go  the layout of each publisher
//	tables.go              Apply: next year's tables, and what a person must look at
//
// Nothing is guessed: a layout that changed, a row that vanished and a figure that
// is none are problems that a person reads. The program in the browser does not
// link this package, which brings a reader of workbooks along.
package official

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"bothends/questions"
	"bothends/questions/pay"
)

// figureColumns are the columns of benchmarks.csv that official files fill.
var figureColumns = [...]string{"p10", "p25", "p50", "p75", "p90", "mean"}

// A line is what an official file publishes about one occupation and period.
type line struct {
	code, title string
	period      string                     // as in benchmarks.csv
	figures     [len(figureColumns)]string // empty where the source suppresses the cell
	source      string                     // id in sources.csv; empty: the one that the row has
	release     release
}

// A release is what a file says about itself, for sources.csv.
type release struct {
	name    string // empty when the file does not say of which year it is
	years   string // "2025", "2023-2024"
	address string // replaces the address when it carries the year
}

// A Publication is what was read in one official file.
type Publication struct {
	file    string   // as the person named it
	mark    string   // name and sha256, for sources.csv
	country string   // of every line
	periods []string // those the file replaces: a row of ours with none of its lines has vanished
	lines   []line
}

// A document is one table of cells: a CSV file, or the sheet of a workbook that
// matters.
type document struct {
	place string // "oesm26nat.zip/national_M2026_dl.xlsx"
	sheet string // empty for CSV
	rows  [][]string
}

// A publisher knows the layout of one official file.
type publisher struct {
	name    string
	country string
	// knows recognises a document by what stands in it.
	knows func(document) bool
	read  func(document, occupations) (lines []line, periods []string, problems []questions.Problem)
}

var publishers = []publisher{
	{"BLS OEWS, national (oesmYYnat.zip)", "US", isOEWS, readOEWS},
	{"ONS ASHE Table 14 (14.5a and 14.7a)", "GB", isASHE, readASHE},
	{"ESDC Job Bank wages (CSV)", "CA", isJobBank, readJobBank},
	{"Destatis GENESIS table 62361-0030 (flat CSV)", "DE", isGenesis, readGenesis},
	{"Insee DS_DERA_PRIVE_ANNUEL", "FR", isInsee, refuseInsee},
}

// occupations are the codes that benchmarks.csv has of one country. Lines about
// others are left out: no row is ever added.
type occupations map[string]bool

const asDownloaded = "name the file as it was downloaded"

// Read recognises a file by its content and reads what it says about the
// occupations that the tables have. Name is the file as a person named it.
func Read(name string, data []byte, tables *pay.Tables) (Publication, []questions.Problem) {
	refuse := func(message, hint string) (Publication, []questions.Problem) {
		return Publication{}, []questions.Problem{{File: name, Message: message, Hint: hint}}
	}
	switch {
	case len(data) > MaxFile:
		return refuse(fmt.Sprintf("it is larger than %d MB, which no official file is", MaxFile>>20), asDownloaded)
	case len(data) == 0:
		return refuse("it is empty", asDownloaded)
	}
	ours := occupationsOf(tables)
	documents, err := unpack(filepath.Base(name), data)
	if err != nil {
		return refuse(err.Error(), "download it again; a workbook is read as .xlsx, a table as CSV")
	}
	p := Publication{file: name}
	sum := sha256.Sum256(data)
	p.mark = filepath.Base(name) + " sha256 " + hex.EncodeToString(sum[:])
	var found []questions.Problem
	for _, doc := range documents {
		i := slices.IndexFunc(publishers, func(p publisher) bool { return p.knows(doc) })
		if i < 0 {
			continue
		}
		by := publishers[i]
		if p.country != "" && p.country != by.country {
			return refuse("it holds files of "+p.country+" and of "+by.country, "give the files of each publisher as they were downloaded")
		}
		p.country = by.country
		lines, periods, problems := by.read(doc, ours[by.country])
		p.lines = append(p.lines, lines...)
		p.periods = append(p.periods, periods...)
		found = append(found, problems...)
	}
	switch {
	case len(found) > 0:
		return p, found
	case p.country == "":
		return refuse("it is none of the official files known here"+seen(documents), "the files are: "+known())
	case len(p.periods) == 0:
		return refuse("it is from "+p.country+", but holds none of the tables that are needed", "the files are: "+known())
	}
	return p, twice(p)
}

// known lists what can be read.
func known() string {
	var names []string
	for _, p := range publishers[:len(publishers)-1] { // Insee is known only to be refused
		names = append(names, p.name)
	}
	return strings.Join(names, "; ")
}

// seen quotes the first row of a file that nobody knows.
func seen(documents []document) string {
	for _, doc := range documents {
		if len(doc.rows) > 0 {
			return fmt.Sprintf("; its first row is %.120q", strings.Join(doc.rows[0], ", "))
		}
	}
	return ""
}

// twice reports lines that a file repeats: then it is not the national table,
// and which of the two is meant cannot be known.
func twice(p Publication) (found []questions.Problem) {
	have := make(map[string]bool)
	for _, l := range p.lines {
		name := strings.Join([]string{p.country, l.code, l.period}, " ")
		if have[name] {
			found = append(found, questions.Problem{File: p.file, Message: "it has two rows for " + name,
				Hint: "take the national table of all industries; one row per occupation is needed"})
		}
		have[name] = true
	}
	return found
}
