package say

import (
	"strconv"
	"strings"

	"bothends/questions/checkup"
	"bothends/questions/hours"
)

// LogsHours reports whether a log of hours answers enough of this questionnaire to
// have a page.
func LogsHours(c *checkup.Checkup) bool { return Asks(c, hours.AskWeek) && Asks(c, hours.AskDay) }

// Worked writes minutes as hours: 7 h 30.
func (v Voice) Worked(minutes int) string {
	h, m := strconv.Itoa(minutes/60), minutes%60
	if m == 0 {
		return v.T("hours.amount.whole", "h", h)
	}
	return v.T("hours.amount", "h", h, "m", strconv.Itoa(100 + m)[1:])
}

// Weekday writes a day with its name, without the year: Tue 1 Dec.
func (v Voice) Weekday(d hours.Day) string {
	return strings.Split(v.T("hours.weekdays"), ",")[d.Weekday()] + " " + v.ShortDay(d.String())
}

// Times are those of an entry, or the words for one without: 09:00–17:30.
func (v Voice) Times(e hours.Entry) string {
	switch {
	case e.Runs():
		return v.T("hours.since", "time", e.From.Clock())
	case e.Timed():
		return e.From.Clock() + "–" + e.To.Clock()
	}
	return v.T("hours.alone")
}

// HoursFault says why something was not written down.
func (v Voice) HoursFault(f hours.Fault) string {
	return v.T("hours.fault."+f.Code, "hours", v.Worked(f.Minutes), "max", strconv.Itoa(hours.MaxEntries),
		"other", v.Weekday(f.Other.Day)+v.T("language.comma")+v.Times(f.Other))
}

// WeekMarks are the evenings and the days of a weekend in a week.
func (v Voice) WeekMarks(w *hours.Week) []string {
	var marks []string
	if w.Evenings > 0 {
		marks = append(marks, v.N("hours.evenings", w.Evenings))
	}
	if w.Weekend > 0 {
		marks = append(marks, v.N("hours.weekends", w.Weekend))
	}
	return marks
}

// DayMarks are what a day is besides its hours.
func (v Voice) DayMarks(d *hours.Worked) []string {
	var marks []string
	if d.Evening {
		marks = append(marks, v.T("hours.evening"))
	}
	if d.Day.Weekend() {
		marks = append(marks, v.T("hours.weekend"))
	}
	return marks
}

// HoursAnswer writes a number as a lever counts it, or alone where there is none.
func (v Voice) HoursAnswer(id string, n float64) string {
	if key := v.counted("lever."+id, n); v.Pack.Has(key) {
		return v.Pack.Fill(key, "n", v.Plain(n))
	}
	return v.Plain(n)
}
