package official

import (
	"regexp"
	"slices"
	"strings"

	"bothends/questions"
)

// fullTime is the sheet of an ASHE workbook about full-time employees.
const fullTime = "full-time"

// Table 14 of the Annual Survey of Hours and Earnings is a workbook for each
// kind of pay: 14.5a gross pay by the hour, 14.7a by the year, and others that
// are passed over; those that end in b are about quality. The title stands
// above the header. "x" is too unreliable, ".." disclosive, ":" not available.
var (
	asheTitle = regexp.MustCompile(`Table\s+14\.(\d+)\s*([ab])`)
	asheYear  = regexp.MustCompile(`\b20\d\d\b`)

	ashePeriods = map[string]string{"5a": "hourly_gross_ft", "7a": "annual_gross_ft"}
	asheFigures = [...]string{"10", "25", "Median", "75", "90", "Mean"}
)

// The title is in the first rows, the header some rows below it.
const asheHead = 15

// asheHeading is the title of a sheet, and which table it is: "7a".
func asheHeading(doc document) (title, table string) {
	for _, row := range doc.rows[:min(len(doc.rows), asheHead)] {
		for _, cell := range row {
			if m := asheTitle.FindStringSubmatch(cell); m != nil {
				return cell, m[1] + m[2]
			}
		}
	}
	return "", ""
}

func isASHE(doc document) bool {
	_, table := asheHeading(doc)
	return table != "" && plain(doc.sheet) == fullTime
}

func readASHE(doc document, ours occupations) (lines []line, periods []string, found []questions.Problem) {
	title, table := asheHeading(doc)
	period := ashePeriods[table]
	if period == "" {
		return nil, nil, nil
	}
	at := slices.IndexFunc(doc.rows[:min(len(doc.rows), asheHead)], func(row []string) bool { return has(row, "Description") && has(row, "Code") })
	if at < 0 {
		return nil, nil, []questions.Problem{{File: doc.place, Message: "the columns Description and Code are missing in its first rows",
			Hint: "the publisher changed the layout, or this is another table"}}
	}
	h, found := find(doc, at, append(exactly("Description", "Code"), exactly(asheFigures[:]...)...), []string{"x", "..", ":", "-"})
	if len(found) > 0 {
		return nil, nil, found
	}
	r := release{}
	if years := asheYear.FindAllString(title, -1); years != nil {
		r.years = years[len(years)-1]
		r.name = "ONS ASHE " + r.years
		if strings.Contains(doc.place, "PROV") { // the title does not say it
			r.name += " provisional"
		}
	}
	for row := at + 1; row < len(doc.rows); row++ {
		code, description := h.text(row, "Code"), h.text(row, "Description")
		if code == "" && plain(description) == "all employees" {
			code = "ALL"
		}
		if !ours[code] {
			continue
		}
		cells, bad := h.figures(row, asheFigures)
		found = append(found, bad...)
		lines = append(lines, line{code: code, title: description, period: period, figures: cells, release: r})
	}
	return lines, []string{period}, found
}
