package checkup

import (
	"fmt"
	"strconv"
)

// How long what was looked up is relied on, in months: a number that does not
// answer harms at once, pay and law change with the year.
const (
	HelpMonths = 6
	YearMonths = 13
)

// Later returns the month that is so many months after a date: "2027-05" is six
// after "2026-11-30". It needs year and month, as every date of the data has them.
func Later(date string, months int) string {
	if len(date) < len("2026-11") {
		return date
	}
	year, _ := strconv.Atoi(date[:4])
	month, _ := strconv.Atoi(date[5:7])
	month += months - 1
	return fmt.Sprintf("%04d-%02d", year+month/12, month%12+1)
}

// Due says on a day, YYYY-MM-DD, what somebody has to look at again: in what order
// the data have it, one line each.
func (c *Checkup) Due(day string) []string {
	var due []string
	past := func(date string, months int) bool {
		return len(day) >= len("2026-11") && Later(date, months) <= day[:7]
	}
	for _, h := range c.Pack.HelpLines {
		if past(h.AsOf, HelpMonths) {
			due = append(due, "help lines of "+h.Country+": collected on "+h.AsOf)
		}
	}
	if c.Steps.AsOf != "" && past(c.Steps.AsOf, YearMonths) {
		due = append(due, "places to turn to and the law: collected in "+c.Steps.AsOf)
	}
	for i, m := range c.Tables.Minimums {
		followed := false
		for _, other := range c.Tables.Minimums[i+1:] {
			followed = followed || other.Country == m.Country
		}
		switch {
		case m.ValidUntil != "" && m.ValidUntil < day && !followed:
			due = append(due, "minimum pay of "+m.Country+": ended on "+m.ValidUntil+", and no later row follows")
		case (m.ValidUntil == "" || day <= m.ValidUntil) && past(m.Looked, YearMonths):
			due = append(due, "minimum pay of "+m.Country+": last looked at on "+m.Looked)
		}
	}
	return due
}
