package hours

import "cmp"

// An Entry is one stretch of work, or the hours of a day of which no more is known.
type Entry struct {
	Day     Day    // on which it counts
	From    Moment // zero where only the hours are known
	To      Moment // zero, too, while it runs
	Minutes int    // worked, long breaks left out; 0 while it runs
}

// Span is work from one moment to another. It lasted as long as lies between them, or
// less by its breaks: minutes, 0 for all of it.
func Span(from, to Moment, minutes int) Entry {
	if minutes == 0 {
		minutes = to.UTC - from.UTC
	}
	return Entry{DayOf(from), from, to, minutes}
}

// Alone are the hours of a day without their times.
func Alone(day Day, minutes int) Entry { return Entry{Day: day, Minutes: minutes} }

// Timed reports whether its times are known.
func (e Entry) Timed() bool { return e.From != Moment{} }

// Runs reports whether it has begun and not ended.
func (e Entry) Runs() bool { return e.Timed() && e.To == Moment{} }

// A Log is what somebody has written down.
type Log struct {
	Contract float64 // hours a week that are paid for; 0 where that is not said
	Entries  []Entry // by day and time; hours alone come first in their day
}

// MaxEntries is how many a log may have: three a working day for six years, a third
// of what a file of ours may weigh.
const MaxEntries = 4000

// A Fault is why something was not written down.
type Fault struct {
	Code    string
	Other   Entry // with which it overlaps
	Minutes int   // that it, or its day, would have
}

// Codes of faults.
const (
	Backwards = "backwards" // it ends before it begins, or the clock was set back
	Nothing   = "nothing"   // less than a minute
	TooLong   = "too_long"  // over 24 hours
	Breaks    = "breaks"    // more hours than lie between its times
	Later     = "later"     // it has not happened yet
	Overlaps  = "overlaps"  // with another
	DayFull   = "day_full"  // its day would have more than 24 hours
	LogFull   = "log_full"  // there are MaxEntries
)

// check looks at an entry alone.
func (e Entry) check() *Fault {
	if e.Runs() {
		return nil
	}
	long := e.Minutes
	if e.Timed() {
		long = e.To.UTC - e.From.UTC
	}
	switch {
	case long < 0:
		return &Fault{Code: Backwards}
	case long == 0 || e.Minutes <= 0:
		return &Fault{Code: Nothing}
	case long > dayMinutes:
		return &Fault{Code: TooLong, Minutes: long}
	case e.Minutes > long:
		return &Fault{Code: Breaks, Minutes: long}
	}
	return nil
}

// overlaps reports whether two entries share a minute. One that runs has no end yet.
func (e Entry) overlaps(other Entry) bool {
	before := func(a, b Entry) bool { return !a.Runs() && a.To.UTC <= b.From.UTC }
	return e.Timed() && other.Timed() && !before(e, other) && !before(other, e)
}

func compare(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.From.UTC, b.From.UTC))
}

// Put returns the log with e in the place of old, or added where old is the zero
// Entry; now is the moment at which it is written down. Where there is a fault the
// log is as it was.
func (l Log) Put(e, old Entry, now Moment) (Log, *Fault) {
	if fault := e.check(); fault != nil {
		return l, fault
	}
	if e.Timed() && max(e.From.UTC, e.To.UTC) > now.UTC || e.Day > DayOf(now) {
		return l, &Fault{Code: Later}
	}
	rest := l.Without(old)
	if len(rest.Entries) >= MaxEntries {
		return l, &Fault{Code: LogFull}
	}
	day := e.Minutes
	for _, other := range rest.Entries {
		if e.overlaps(other) {
			return l, &Fault{Code: Overlaps, Other: other}
		}
		if other.Day == e.Day {
			day += other.Minutes
		}
	}
	if day > dayMinutes {
		return l, &Fault{Code: DayFull, Minutes: day}
	}
	list := append(rest.Entries, e)
	for i := len(list) - 1; i > 0 && compare(list[i], list[i-1]) < 0; i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	rest.Entries = list
	return rest, nil
}

// Without returns the log without an entry. It shares nothing with l.
func (l Log) Without(e Entry) Log {
	rest := Log{Contract: l.Contract}
	for _, other := range l.Entries {
		if other != e {
			rest.Entries = append(rest.Entries, other)
		} else {
			e = Entry{} // one is enough
		}
	}
	return rest
}

// Running returns the entry that has begun and not ended.
func (l Log) Running() (e Entry, ok bool) {
	for _, e := range l.Entries {
		if e.Runs() {
			return e, true
		}
	}
	return Entry{}, false
}

// Start begins an entry, unless one runs.
func (l Log) Start(now Moment) (Log, *Fault) {
	if _, runs := l.Running(); runs {
		return l, nil
	}
	return l.Put(Entry{Day: DayOf(now), From: now}, Entry{}, now)
}

// Stop ends the entry that runs. One of less than a minute is dropped; with any other
// fault it goes on.
func (l Log) Stop(now Moment) (Log, *Fault) {
	e, runs := l.Running()
	if !runs {
		return l, nil
	}
	stopped, fault := l.Put(Span(e.From, now, 0), e, now)
	if fault != nil && fault.Code == Nothing {
		return l.Without(e), fault
	}
	return stopped, fault
}
