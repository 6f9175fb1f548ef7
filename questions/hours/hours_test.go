package hours_test

import (
	"testing"
	"time"

	"bothends/questions/hours"
)

func at(t testing.TB, s string) hours.Moment {
	t.Helper()
	m, ok := hours.ParseMoment(s)
	if !ok {
		t.Fatalf("%q is no moment", s)
	}
	return m
}

func TestParseMoment(t *testing.T) {
	for text, want := range map[string]bool{
		"2026-11-25T09:05+01:00": true, "2026-11-25T09:05+00:00": true, "2024-02-29T00:00-03:30": true,
		"2026-11-25T9:05+01:00": false, "2026-11-25T09:05Z": false, "2026-11-25T09:05": false, "2026-02-29T09:05+01:00": false,
		"2026-11-25T24:00+01:00": false, "1969-12-31T09:05+01:00": false, "0001-01-01T00:00+00:00": false, "": false, "x": false,
	} {
		m, got := hours.ParseMoment(text)
		if got != want || got && m.String() != text {
			t.Errorf("%q: got %v, %v", text, m, got)
		}
	}
}

func TestAnHourThatIsShownTwiceIsCountedTwice(t *testing.T) {
	from, to := at(t, "2026-10-25T01:30+02:00"), at(t, "2026-10-25T02:30+01:00")
	if got := hours.Span(from, to, 0).Minutes; got != 120 {
		t.Errorf("October: got %d minutes", got)
	}
	from, to = at(t, "2026-03-29T01:30+01:00"), at(t, "2026-03-29T03:30+02:00")
	if got := hours.Span(from, to, 0).Minutes; got != 60 {
		t.Errorf("March: got %d minutes", got)
	}
	// Begun before the clock went back, ended when it shows less.
	from, to = at(t, "2026-10-25T02:50+02:00"), at(t, "2026-10-25T02:10+01:00")
	if got := hours.Span(from, to, 0); got.Minutes != 20 {
		t.Errorf("within: got %v", got)
	}
}

func TestDays(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-25T09:05+01:00": "2026-11-25", "2026-11-25T04:00+01:00": "2026-11-25", "2026-11-25T03:59+01:00": "2026-11-24",
		"2026-11-25T23:59-08:00": "2026-11-25", "2026-01-01T00:00+13:00": "2025-12-31", "1970-01-01T02:00+00:00": "1969-12-31",
	} {
		if got := hours.DayOf(at(t, text)).String(); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	first, _ := hours.ParseDay("2019-12-20")
	for d := first; d < first+800; d++ {
		date, err := time.Parse(time.DateOnly, d.String())
		if back, ok := hours.ParseDay(d.String()); err != nil || !ok || back != d {
			t.Fatal(d, err)
		}
		year, week := date.ISOWeek()
		monday, _ := time.Parse(time.DateOnly, d.Monday().String())
		y, w := monday.ISOWeek()
		if monday.Weekday() != time.Monday || y != year || w != week || d.Weekend() != (date.Weekday() == time.Saturday || date.Weekday() == time.Sunday) {
			t.Errorf("%s: Monday %s, weekend %v", d, d.Monday(), d.Weekend())
		}
	}
	for _, text := range []string{"", "2026-02-30", "2026-2-3", "1969-12-31", "10000-01-01"} {
		if d, ok := hours.ParseDay(text); ok {
			t.Errorf("%q: got %v", text, d)
		}
	}
}
