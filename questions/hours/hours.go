// Package hours is a log of hours worked: when work began and ended, or only how
// long a day was, and what follows for a week, for limits and for the check-up.
//
//	hours.go   a moment on somebody's clock, and the days they count
//	log.go     what is written down, and what cannot be
//	file.go    a log as text, and back; csv.go for spreadsheets
//	weeks.go   days and weeks of it
//	answers.go what they answer of a questionnaire
//
// Moments come from the caller, because nothing under questions/ knows a clock.
package hours

import "time"

// A Moment is a minute on somebody's clock, and how far that is ahead of UTC: so an
// hour that a clock shows twice in October is counted twice, and one that it leaves
// out in March is not.
type Moment struct {
	UTC  int // minutes since 1970 began
	East int // minutes
}

const momentForm = "2006-01-02T15:04-07:00"

// ParseMoment reads "2026-11-25T09:05+01:00".
func ParseMoment(s string) (m Moment, ok bool) {
	t, err := time.Parse(momentForm, s)
	if err != nil || t.Unix() <= 0 {
		return Moment{}, false
	}
	_, east := t.Zone()
	m = Moment{int(t.Unix() / 60), east / 60}
	return m, m.String() == s // Parse takes an hour of one digit, too
}

func (m Moment) time() time.Time {
	return time.Unix(int64(m.UTC)*60, 0).In(time.FixedZone("", m.East*60))
}

func (m Moment) String() string { return m.time().Format(momentForm) }

// Clock is what the clock on the wall shows: "09:05".
func (m Moment) Clock() string { return m.time().Format("15:04") }

// wall is what it shows as minutes since 1970 began there.
func (m Moment) wall() int { return m.UTC + m.East }

// A Day is counted from 1 January 1970. It goes from four in the morning to four in
// the morning, as in diaries of time use (Eurostat, Harmonised European Time Use
// Surveys): what began before belongs to the day before.
type Day int

const (
	dayMinutes = 24 * 60
	dayBegins  = 4 * 60
	// eveningBegins is our judgement: work that lasts beyond 20:00, or begins after it,
	// is an evening's.
	eveningBegins = 20 * 60
)

// DayOf is the day to which a moment belongs.
func DayOf(m Moment) Day {
	minutes := m.wall() - dayBegins
	day := minutes / dayMinutes
	if minutes%dayMinutes < 0 {
		day--
	}
	return Day(day)
}

// ParseDay reads "2026-11-25".
func ParseDay(s string) (d Day, ok bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Unix() < 0 {
		return 0, false
	}
	return Day(t.Unix() / (dayMinutes * 60)), true
}

func (d Day) String() string {
	return time.Unix(int64(d)*dayMinutes*60, 0).UTC().Format(time.DateOnly)
}

// Weekday is 0 on Monday.
func (d Day) Weekday() int { return (int(d) + 3) % 7 } // the first was a Thursday

// Monday is the first day of its week (ISO 8601).
func (d Day) Monday() Day { return d - Day(d.Weekday()) }

// Weekend reports whether it is a Saturday or a Sunday.
func (d Day) Weekend() bool { return d.Weekday() >= 5 }
