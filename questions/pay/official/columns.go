package official

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
)

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
