package pay

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"unicode/utf8"

	"bothends/questions"
)

// The files, in the order in which problems and changes are listed.
const (
	sourcesFile = iota
	benchmarksFile
	responsibilitiesFile
	codesFile
	defaultsFile
	minimumsFile
	experienceFile
	fileCount
)

// A layout is the header a file must have, the columns that together name a
// row and the columns that hold numbers.
type layout struct {
	name    string
	columns []string
	key     []int
	numbers []int
}

var layouts = [fileCount]layout{
	sourcesFile: {"sources.csv", []string{
		"id", "classification", "release", "years", "licence", "checked", "source"}, []int{0}, nil},
	benchmarksFile: {"benchmarks.csv", []string{
		"country", "currency", "occupation_code", "occupation_title", "period", "gross_or_net",
		"p10", "p25", "p50", "p75", "p90", "mean", "source"}, []int{0, 2, 4}, []int{6, 7, 8, 9, 10, 11}},
	responsibilitiesFile: {"responsibilities.csv", []string{
		"key", "soc", "isco08", "rome", "reason"}, []int{0}, nil},
	codesFile: {"responsibility_codes.csv", []string{
		"key", "country", "level", "occupation_code", "fit", "basis"}, []int{0, 1, 2}, nil},
	defaultsFile: {"default_benchmark.csv", []string{
		"country", "level", "occupation_code", "occupation_title", "period", "fit", "basis"}, []int{0, 1}, nil},
	minimumsFile: {"minimum_pay.csv", []string{
		"country", "currency", "hourly_gross", "monthly_gross", "basis", "valid_from",
		"full_time_weekly_hours", "source", "checked", "valid_until", "looked"}, []int{0, 9}, []int{2, 3, 6}},
	experienceFile: {"manager_experience.csv", []string{
		"onet_soc", "title", "management_occupation", "survey_date", "respondents",
		"pct_up_to_1_year", "pct_over_1_to_2_years", "pct_over_2_to_4_years", "pct_over_4_years",
		"bls_experience_required", "source"}, []int{0}, []int{4, 5, 6, 7, 8}},
}

// Files are the names of the tables, in the order in which they are read.
func Files() []string {
	var names []string
	for _, l := range layouts {
		names = append(names, l.name)
	}
	return names
}

// A file is one CSV file as read: its rows without the header, and where each
// of them begins.
type file struct {
	layout
	rows  [][]string
	lines []int
}

// place names a row the way editors do: "benchmarks.csv:12".
func (f *file) place(row int) string {
	return f.name + ":" + strconv.Itoa(f.lines[row])
}

// rowName joins the cells that name a row.
func (f *file) rowName(row int) string {
	var parts []string
	for _, column := range f.key {
		if text := f.rows[row][column]; text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}

// reader collects problems while files are read.
type reader struct {
	problems []questions.Problem
}

func (r *reader) report(place, code string, args map[string]string, message, hint string) {
	r.problems = append(r.problems, questions.Problem{
		Path: place, Code: code, Args: args, Message: message, Hint: hint,
	})
}

// read reads one file and keeps the rows that have the right number of cells.
func (r *reader) read(fsys fs.FS, l layout) file {
	f := file{layout: l}
	data, err := fs.ReadFile(fsys, l.name)
	if err != nil {
		r.report(l.name, "cannot_read", nil, "the file cannot be read: "+cause(err),
			"put it beside the other wage tables")
		return f
	}
	if !utf8.Valid(data) {
		r.report(l.name, "not_utf8", nil, "the file is not UTF-8", "save it as UTF-8 without a byte order mark")
		return f
	}
	if i := bytes.IndexByte(data, '\r'); i >= 0 {
		line := strconv.Itoa(1 + bytes.Count(data[:i], []byte{'\n'}))
		r.report(l.name+":"+line, "carriage_return", nil, "the line ends with CR LF; lines end with LF alone",
			"save the file with Unix line ends")
		return f
	}
	in := csv.NewReader(bytes.NewReader(data))
	in.FieldsPerRecord = -1 // counted below, so that every bad row is listed
	for first := true; ; first = false {
		record, err := in.Read()
		if err == io.EOF {
			if first {
				r.report(l.name, "wrong_header", nil, "the file is empty", "begin with the header: "+strings.Join(l.columns, ","))
			}
			return f
		}
		if err != nil {
			place, message := l.name, err.Error()
			if bad, ok := errors.AsType[*csv.ParseError](err); ok {
				place, message = l.name+":"+strconv.Itoa(bad.Line), bad.Err.Error()
			}
			r.report(place, "not_csv", nil, "the line is not CSV: "+message, `put a cell that holds " or , between quotes and double the quotes inside it`)
			return f // a lost quote makes the rest of the file unreadable
		}
		line, _ := in.FieldPos(0)
		place := func() string { return l.name + ":" + strconv.Itoa(line) }
		switch {
		case first:
			if got, want := strings.Join(record, ","), strings.Join(l.columns, ","); got != want {
				r.report(place(), "wrong_header", map[string]string{"got": got, "want": want},
					"the header is "+strconv.Quote(got), "write "+want)
				return f
			}
		case len(record) != len(l.columns):
			got, want := strconv.Itoa(len(record)), strconv.Itoa(len(l.columns))
			r.report(place(), "wrong_cell_count", map[string]string{"got": got, "want": want},
				"the row has "+got+" cells; it needs "+want, "leave a cell empty rather than out")
		default:
			f.rows = append(f.rows, record)
			f.lines = append(f.lines, line)
		}
	}
}

// cause is the reason of a failed read without the path, which the place says.
func cause(err error) string {
	if bad, ok := errors.AsType[*fs.PathError](err); ok {
		return bad.Err.Error()
	}
	return err.Error()
}

// rows turns every row of a file into a T; cells that cannot be read are
// reported.
func rows[T any](r *reader, f *file, from func(cells) T) []T {
	all := make([]T, len(f.rows))
	for i := range f.rows {
		all[i] = from(cells{r, f, i})
	}
	return all
}

// cells is one row, read by column.
type cells struct {
	reader *reader
	file   *file
	row    int
}

func (c cells) text(column int) string { return c.file.rows[c.row][column] }

// refuse reports the cell in column, which is not what it should be.
func (c cells) refuse(column int, code, what, hint string) {
	name, got := c.file.columns[column], c.text(column)
	c.reader.report(c.file.place(c.row), code, map[string]string{"column": name, "got": got},
		name+" is "+strconv.Quote(got)+", not "+what, hint)
}

// number reads digits with an optional decimal point; an empty cell is 0, not
// known. Signs, exponents, separators, "NaN" and the like are refused.
func (c cells) number(column int) float64 {
	text := c.text(column)
	if text == "" {
		return 0
	}
	n, ok := parseNumber(text)
	if !ok {
		c.refuse(column, "not_a_number", "a number", "write digits with a point before the decimals, or leave the cell empty")
	}
	return n
}

func parseNumber(text string) (n float64, ok bool) {
	if text == "" || strings.Trim(text, "0123456789.") != "" || text[0] == '.' || text[len(text)-1] == '.' {
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil
}

// count reads a whole number; an empty cell is 0.
func (c cells) count(column int) int {
	text := c.text(column)
	if text == "" {
		return 0
	}
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil {
		c.refuse(column, "not_a_number", "a whole number", "write digits, or leave the cell empty")
	}
	return int(n)
}

func (c cells) yes(column int) bool {
	switch c.text(column) {
	case "yes":
		return true
	case "no":
	default:
		c.refuse(column, "unknown_word", "yes or no", "write one of the two")
	}
	return false
}

func (c cells) period(column int) string {
	text := c.text(column)
	for _, p := range periods {
		if p.key == text {
			return text
		}
	}
	var known []string
	for _, p := range periods {
		known = append(known, p.key)
	}
	c.refuse(column, "unknown_period", "a known period", "write one of: "+strings.Join(known, ", "))
	return text
}
