package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"bothends/questions"
)

// Limits on what is read. The largest official file, the wages of Job Bank, has
// some 44,000 rows and 12 MB; ASHE Table 14 is a zip of some forty workbooks.
const (
	maxOfficialFile = 64 << 20
	maxUnpacked     = 256 << 20 // of all that is packed in one file
	maxEntries      = 200
	maxSheetRows    = 20_000
	maxCSVRows      = 500_000
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

// A publication is what was read in one official file.
type publication struct {
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

// readOfficial recognises a file by its content and reads what it says about
// the occupations that the tables have, by country.
func readOfficial(name string, ours map[string]occupations) (publication, []questions.Problem) {
	refuse := func(message, hint string) (publication, []questions.Problem) {
		return publication{}, []questions.Problem{{File: name, Message: message, Hint: hint}}
	}
	data, err := readLimited(name)
	if err != nil {
		return refuse(err.Error(), "name the file as it was downloaded")
	}
	documents, err := unpack(filepath.Base(name), data)
	if err != nil {
		return refuse(err.Error(), "download it again; a workbook is read as .xlsx, a table as CSV")
	}
	p := publication{file: name}
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
func twice(p publication) (found []questions.Problem) {
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

func readLimited(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		if bad, ok := errors.AsType[*os.PathError](err); ok {
			err = bad.Err
		}
		return nil, fmt.Errorf("it cannot be read: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxOfficialFile+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("it cannot be read: %w", err)
	case len(data) > maxOfficialFile:
		return nil, fmt.Errorf("it is larger than %d MB, which no official file is", maxOfficialFile>>20)
	case len(data) == 0:
		return nil, errors.New("it is empty")
	}
	return data, nil
}

// unpack turns a file into its tables: a CSV file, a workbook, or a zip of both.
func unpack(place string, data []byte) ([]document, error) {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		doc, err := fromCSV(place, data)
		if err != nil {
			return nil, err
		}
		return []document{doc}, nil
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("the zip is damaged or incomplete")
	}
	if isWorkbook(archive) {
		if err := fits(archive); err != nil {
			return nil, err
		}
		doc, err := fromWorkbook(place, data)
		if err != nil {
			return nil, err
		}
		return []document{doc}, nil
	}
	if len(archive.File) > maxEntries {
		return nil, fmt.Errorf("the zip holds %d files, more than %d", len(archive.File), maxEntries)
	}
	var documents []document
	left := int64(maxUnpacked)
	for _, entry := range archive.File {
		if entry.FileInfo().IsDir() || strings.HasPrefix(path.Base(entry.Name), ".") {
			continue
		}
		r, err := entry.Open()
		if err != nil {
			return nil, fmt.Errorf("%q in the zip cannot be read", entry.Name)
		}
		content, err := io.ReadAll(io.LimitReader(r, min(left, maxOfficialFile)+1))
		r.Close()
		if err != nil {
			return nil, fmt.Errorf("%q in the zip is damaged", entry.Name)
		}
		if left -= int64(len(content)); left < 0 || len(content) > maxOfficialFile {
			return nil, fmt.Errorf("%q in the zip is too large; at most %d MB are unpacked", entry.Name, maxUnpacked>>20)
		}
		// A zip within the zip is read only if it is a workbook; notes and
		// licences beside the tables are passed over.
		if inner, err := zip.NewReader(bytes.NewReader(content), int64(len(content))); err == nil {
			if !isWorkbook(inner) {
				continue
			}
			if err := fits(inner); err != nil {
				return nil, err
			}
			doc, err := fromWorkbook(place+"/"+path.Base(entry.Name), content)
			if err != nil {
				return nil, err
			}
			documents = append(documents, doc)
		} else if doc, err := fromCSV(place+"/"+path.Base(entry.Name), content); err == nil {
			documents = append(documents, doc)
		}
	}
	return documents, nil
}

func isWorkbook(archive *zip.Reader) bool {
	return slices.ContainsFunc(archive.File, func(f *zip.File) bool { return f.Name == "xl/workbook.xml" })
}

// fits refuses a workbook that says it unpacks to more than is read.
func fits(archive *zip.Reader) error {
	var size uint64
	for _, f := range archive.File {
		size += f.UncompressedSize64
		if f.UncompressedSize64 > maxUnpacked || size > maxUnpacked {
			return fmt.Errorf("the workbook unpacks to more than %d MB", maxUnpacked>>20)
		}
	}
	return nil
}

// fromCSV reads rows parted by commas or semicolons, whichever the first line
// has more of. Text that is not UTF-8 is Latin-1, as older files are.
func fromCSV(place string, data []byte) (document, error) {
	doc := document{place: place}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return doc, errors.New("it is a workbook in the old .xls form, which is not read")
	case bytes.IndexByte(data, 0) >= 0:
		return doc, errors.New("it is neither a zip, a workbook nor a table of text")
	case !utf8.Valid(data):
		runes := make([]rune, len(data))
		for i, b := range data {
			runes[i] = rune(b)
		}
		data = []byte(string(runes))
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	in := csv.NewReader(bytes.NewReader(data))
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		in.Comma = ';'
	}
	in.FieldsPerRecord = -1
	in.LazyQuotes = true
	for {
		row, err := in.Read()
		switch {
		case err == io.EOF:
			return doc, nil
		case err != nil:
			return doc, errors.New("it is not CSV")
		case len(doc.rows) == maxCSVRows:
			return doc, fmt.Errorf("it has more than %d rows", maxCSVRows)
		}
		doc.rows = append(doc.rows, row)
	}
}

// A column is one that a reader needs. A spelling that ends in * is the
// beginning of a name. Case and space do not count.
type column struct {
	name      string // as the publisher writes it
	spellings []string
}

// exactly are columns with one spelling each.
func exactly(names ...string) []column {
	columns := make([]column, len(names))
	for i, name := range names {
		columns[i] = column{name, []string{name}}
	}
	return columns
}

func plain(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// has tells whether a header has a column of that name.
func has(header []string, spelling string) bool {
	return position(header, column{spelling, []string{spelling}}) >= 0
}

func position(header []string, c column) int {
	for _, spelling := range c.spellings {
		start, isStart := strings.CutSuffix(plain(spelling), "*")
		if i := slices.IndexFunc(header, func(cell string) bool {
			cell = plain(cell)
			return cell == start || isStart && strings.HasPrefix(cell, start)
		}); i >= 0 {
			return i
		}
	}
	return -1
}

// header is where the columns of a document stand.
type header struct {
	doc document
	at  map[string]int
	// suppressed are the marks that stand for a figure that is not published.
	suppressed []string
}

// find finds columns in a row of a document, or names all that are missing.
func find(doc document, row int, columns []column, suppressed []string) (header, []questions.Problem) {
	h := header{doc, make(map[string]int), suppressed}
	var missing []string
	for _, c := range columns {
		i := position(doc.rows[row], c)
		if i < 0 {
			missing = append(missing, c.name)
			continue
		}
		h.at[c.name] = i
	}
	if len(missing) == 0 {
		return h, nil
	}
	what, hint := "the columns "+strings.Join(missing, ", ")+" are missing", "the publisher changed the layout, or this is another table"
	if len(missing) == 1 {
		what = "the column " + missing[0] + " is missing"
	}
	return h, []questions.Problem{{File: doc.place, Path: fmt.Sprintf("row %d", row+1), Message: what,
		Hint: hint + "; its columns are: " + shortList(doc.rows[row])}}
}

// shortList is what a person needs to see that a column was renamed.
func shortList(cells []string) string {
	const most = 40
	var names []string
	for _, cell := range cells {
		if cell = strings.Join(strings.Fields(cell), " "); cell != "" && len(names) < most {
			names = append(names, fmt.Sprintf("%.40s", cell))
		}
	}
	return strings.Join(names, ", ")
}

func (h header) text(row int, name string) string {
	i := h.at[name]
	if cells := h.doc.rows[row]; i < len(cells) {
		return strings.TrimSpace(cells[i])
	}
	return ""
}

var thousands = regexp.MustCompile(`^\d{1,3}(,\d{3})+(\.\d+)?$`)

// figures reads the cells of a row, in the order of figureColumns; an empty
// name is a figure that the publisher does not give.
func (h header) figures(row int, names [len(figureColumns)]string) (cells [len(figureColumns)]string, found []questions.Problem) {
	for i, name := range names {
		if name == "" {
			continue
		}
		text := h.text(row, name)
		if text == "" || slices.Contains(h.suppressed, text) {
			continue
		}
		number := text
		if thousands.MatchString(number) {
			number = strings.ReplaceAll(number, ",", "")
		}
		n, err := strconv.ParseFloat(strings.Replace(number, ",", ".", 1), 64)
		if err != nil || math.IsInf(n, 0) || !(n > 0) || n > 1e9 {
			found = append(found, questions.Problem{File: h.doc.place, Path: fmt.Sprintf("row %d, column %s", row+1, name),
				Message: fmt.Sprintf("%.40q is not an amount", text),
				Hint:    "amounts are above 0; a figure that is not published is empty or one of: " + strings.Join(h.suppressed, " ")})
			continue
		}
		// Workbooks hold 17.18 as 17.179999999999999; pay is published to the cent.
		cells[i] = strconv.FormatFloat(math.Round(n*100)/100, 'f', -1, 64)
	}
	return cells, found
}
