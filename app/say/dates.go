package say

import (
	"strconv"
	"strings"
)

// Day writes "2026-11-25T21:31:07" as a day: 25 November 2026. What has another
// form comes back as it is.
func (v Voice) Day(date string) string {
	year, month, day, ok := dateParts(date)
	if !ok {
		return date
	}
	return v.dayOfMonth(day) + " " + v.T("month."+month) + " " + year
}

// ShortDay is day without the year, for a chart: 25 Nov.
func (v Voice) ShortDay(date string) string {
	_, month, day, ok := dateParts(date)
	n, _ := strconv.Atoi(month)
	short := strings.Split(v.T("month.short"), ",")
	if !ok || n < 1 || n > len(short) {
		return date
	}
	return v.dayOfMonth(day) + " " + short[n-1]
}

// Moment is day with hours and minutes.
func (v Voice) Moment(date string) string {
	_, clock, ok := strings.Cut(date, "T")
	if !ok || len(clock) < 5 {
		return v.Day(date)
	}
	hour := clock[:2]
	if v.T("language.hour") == "8" { // not 08
		hour = strings.TrimPrefix(hour[:1], "0") + hour[1:]
	}
	return v.T("month.moment", "day", v.Day(date), "hour", hour, "minute", clock[3:5])
}

func dateParts(date string) (year, month, day string, ok bool) {
	date, _, _ = strings.Cut(date, "T")
	parts := strings.Split(date, "-")
	if len(parts) != 3 {
		return "", "", "", false
	}
	return parts[0], parts[1], parts[2], true
}

func (v Voice) dayOfMonth(day string) string {
	if day = strings.TrimPrefix(day, "0"); day == "1" {
		return v.T("language.first")
	}
	return v.T("language.day", "n", day)
}
