package hours

import (
	"strconv"
	"strings"
)

// sheetForm is how a day and time stand in a spreadsheet.
const sheetForm = "2006-01-02 15:04"

// CSV writes a log for spreadsheets (RFC 4180): day, beginning, end, hours, evening,
// weekend. Where the point of numbers is a comma, fields are parted by semicolons, as
// spreadsheets there expect.
func (l Log) CSV(heads []string, point string) []byte {
	comma := ","
	if point == "," {
		comma = ";"
	}
	var b strings.Builder
	b.WriteString("\ufeff") // or some spreadsheets take it for a text of Windows
	line := func(fields ...string) { b.WriteString(strings.Join(fields, comma) + "\r\n") }
	line(heads...)
	mark := func(is bool) string {
		if is {
			return "1"
		}
		return "0"
	}
	for _, e := range l.Entries {
		if e.Runs() {
			continue
		}
		from, to := "", ""
		if e.Timed() {
			from, to = e.From.time().Format(sheetForm), e.To.time().Format(sheetForm)
		}
		evenings, days := e.Marks()
		weekend := false
		for _, day := range days {
			weekend = weekend || day.Weekend()
		}
		hours := e.Minutes * 100 / 60
		line(e.Day.String(), from, to, strconv.Itoa(hours/100)+point+strconv.Itoa(100 + hours%100)[1:], mark(len(evenings) > 0), mark(weekend))
	}
	return []byte(b.String())
}
