package hours_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/hours"
)

// fortnight is two weeks with a day of 14 hours and a night.
func fortnight(t testing.TB) hours.Log {
	var entries []hours.Entry
	for _, d := range []string{"16", "17", "18", "19", "20", "23", "24", "26", "27"} {
		entries = append(entries, span(t, "2026-11-"+d+"T09:00", "2026-11-"+d+"T18:00"))
	}
	return put(t, hours.Log{Contract: 35}, append(entries,
		hours.Span(winter(t, "2026-11-25T08:00"), winter(t, "2026-11-25T23:00"), 14*60), // of which an hour of break
		span(t, "2026-11-28T20:00", "2026-11-29T05:00"),                                 // a night, Saturday to Sunday
	)...)
}

func open(t testing.TB) *checkup.Checkup {
	t.Helper()
	c, problems := checkup.Open(checkup.Shipped())
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

func TestTwoWeeksWithALongDayAndANight(t *testing.T) {
	c := open(t)
	l := fortnight(t)
	weeks := l.Weeks()
	if len(weeks) != 2 || weeks[0].Minutes != 45*60 || weeks[1].Minutes != (36+14+9)*60 ||
		weeks[0].Evenings != 0 || weeks[1].Evenings != 2 || weeks[0].Weekend != 0 || weeks[1].Weekend != 2 {
		t.Errorf("weeks are %+v", weeks)
	}
	got := l.Facts(c.Pack, day(t, "2026-12-01"))
	want := questions.Answers{"weekly_hours": 52.0, "longest_day": 14.0, "shortest_rest": 10.0, "evenings_per_week": 1.0, "weekend_days": 4.0, "unpaid_hours": 17.0}
	if !reflect.DeepEqual(got.Answers, want) || got.Weeks != 2 || got.Open || got.Alone || got.First.String() != "2026-11-16" || got.Last.String() != "2026-11-29" {
		t.Errorf("got %+v", got)
	}
	report, err := c.Score(got.Answers)
	if err != nil {
		t.Fatal(err)
	}
	if limits := report.Limits; !slices.Equal(limits, []string{"longest_day", "short_rest", "unpaid_hours"}) {
		t.Errorf("limits are %q", limits)
	}
}

func TestFacts(t *testing.T) {
	c := open(t)
	p := c.Pack
	week := func(monday string, minutes ...int) (list []hours.Entry) {
		for i, n := range minutes {
			list = append(list, hours.Alone(day(t, monday)+hours.Day(i), n))
		}
		return list
	}
	for name, test := range map[string]struct {
		l    hours.Log
		want questions.Answers
		open bool
		of   int
	}{
		"nothing": {hours.Log{}, questions.Answers{}, true, 0},
		"this week alone": {put(t, hours.Log{}, week("2026-11-30", 480)...),
			questions.Answers{"weekly_hours": 8.0, "longest_day": 8.0, "weekend_days": 0.0}, true, 1},
		"this week does not count beside one that is over": {put(t, hours.Log{}, append(week("2026-11-30", 480), week("2026-11-23", 600, 600)...)...),
			questions.Answers{"weekly_hours": 20.0, "longest_day": 10.0, "weekend_days": 0.0}, false, 1},
		"a week off is no usual week": {put(t, hours.Log{}, append(week("2026-11-02", 600), week("2026-11-23", 300)...)...),
			questions.Answers{"weekly_hours": 7.5, "longest_day": 10.0, "weekend_days": 0.0}, false, 2},
		"the last four": {put(t, hours.Log{}, slices.Concat(week("2026-10-26", 1200), week("2026-11-02", 60), week("2026-11-09", 60), week("2026-11-16", 60), week("2026-11-23", 60))...),
			questions.Answers{"weekly_hours": 1.0, "longest_day": 1.0, "weekend_days": 0.0}, false, 4},
		"hours are rounded down": {put(t, hours.Log{Contract: 1}, week("2026-11-23", 719)...),
			questions.Answers{"weekly_hours": 11.98, "longest_day": 11.98, "weekend_days": 0.0, "unpaid_hours": 10.98}, false, 1},
		"no more than the contract": {put(t, hours.Log{Contract: 35}, week("2026-11-23", 600)...),
			questions.Answers{"weekly_hours": 10.0, "longest_day": 10.0, "weekend_days": 0.0, "unpaid_hours": 0.0}, false, 1},
		"a day without times says nothing of rest": {put(t, hours.Log{}, span(t, "2026-11-23T09:00", "2026-11-23T23:00"), hours.Alone(day(t, "2026-11-24"), 60), span(t, "2026-11-25T05:00", "2026-11-25T08:00")),
			questions.Answers{"weekly_hours": 18.0, "longest_day": 14.0, "weekend_days": 0.0, "evenings_per_week": 1.0}, false, 1},
		"a rest is a day at most": {put(t, hours.Log{}, span(t, "2026-11-23T09:00", "2026-11-23T12:00"), span(t, "2026-11-27T09:00", "2026-11-27T12:00")),
			questions.Answers{"weekly_hours": 6.0, "longest_day": 3.0, "weekend_days": 0.0, "evenings_per_week": 0.0, "shortest_rest": 24.0}, false, 1},
		"a weekend": {put(t, hours.Log{}, week("2026-11-28", 60, 60)...),
			questions.Answers{"weekly_hours": 2.0, "longest_day": 1.0, "weekend_days": 8.0}, false, 1},
		"an hour after midnight is of the evening before": {put(t, hours.Log{}, span(t, "2026-11-28T00:30", "2026-11-28T03:30")),
			questions.Answers{"weekly_hours": 3.0, "longest_day": 3.0, "weekend_days": 0.0, "evenings_per_week": 1.0}, false, 1},
		"until eight is no evening": {put(t, hours.Log{}, span(t, "2026-11-27T10:00", "2026-11-27T20:00")),
			questions.Answers{"weekly_hours": 10.0, "longest_day": 10.0, "weekend_days": 0.0, "evenings_per_week": 0.0}, false, 1},
	} {
		got := test.l.Facts(p, day(t, "2026-12-01"))
		if !reflect.DeepEqual(got.Answers, test.want) || got.Open != test.open || got.Weeks != test.of {
			t.Errorf("%s: got %+v", name, got)
		}
		if problems := p.Check(got.Answers); len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func TestWhatRunsIsNotCountedYet(t *testing.T) {
	l, _ := fortnight(t).Start(winter(t, "2026-11-30T09:00"))
	if got, want := l.Facts(open(t).Pack, day(t, "2026-12-01")), fortnight(t).Facts(open(t).Pack, day(t, "2026-12-01")); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if weeks := l.Weeks(); len(weeks) != 3 || len(weeks[2].Days) != 1 || weeks[2].Minutes != 0 {
		t.Errorf("weeks are %+v", weeks)
	}
}

func TestCSV(t *testing.T) {
	l := put(t, hours.Log{}, span(t, "2026-11-28T20:00", "2026-11-29T05:05"), hours.Alone(day(t, "2026-11-30"), 425))
	l, _ = l.Start(winter(t, "2026-12-01T09:00"))
	heads := []string{"Day", "From", "To", "Hours", "Evening", "Weekend"}
	const want = "\ufeffDay,From,To,Hours,Evening,Weekend\r\n2026-11-28,2026-11-28 20:00,2026-11-29 05:05,9.08,1,1\r\n2026-11-30,,,7.08,0,0\r\n"
	if got := string(l.CSV(heads, ".")); got != want {
		t.Errorf("got %q", got)
	}
	if got := string(l.CSV(heads, ",")); got != strings.NewReplacer(",", ";", "9.08", "9,08", "7.08", "7,08").Replace(want) {
		t.Errorf("got %q", got)
	}
}
