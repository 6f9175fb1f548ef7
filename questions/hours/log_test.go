package hours_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/hours"
)

// winter is a moment in Paris.
func winter(t testing.TB, s string) hours.Moment { t.Helper(); return at(t, s+"+01:00") }

func span(t testing.TB, from, to string) hours.Entry {
	t.Helper()
	return hours.Span(winter(t, from), winter(t, to), 0)
}

func day(t testing.TB, s string) hours.Day {
	t.Helper()
	d, ok := hours.ParseDay(s)
	if !ok {
		t.Fatal(s)
	}
	return d
}

func put(t testing.TB, l hours.Log, entries ...hours.Entry) hours.Log {
	t.Helper()
	for _, e := range entries {
		var fault *hours.Fault
		if l, fault = l.Put(e, hours.Entry{}, winter(t, "2026-12-31T23:00")); fault != nil {
			t.Fatalf("%v: %+v", e, fault)
		}
	}
	return l
}

func TestWhatCannotBeWrittenDown(t *testing.T) {
	l := put(t, hours.Log{}, span(t, "2026-11-25T09:00", "2026-11-25T17:00"), hours.Alone(day(t, "2026-11-26"), 20*60))
	for name, test := range map[string]struct {
		e    hours.Entry
		code string
	}{
		"beside":                  {span(t, "2026-11-25T17:00", "2026-11-25T18:00"), ""},
		"before":                  {span(t, "2026-11-25T08:00", "2026-11-25T09:00"), ""},
		"inside":                  {span(t, "2026-11-25T10:00", "2026-11-25T11:00"), hours.Overlaps},
		"around":                  {span(t, "2026-11-25T08:00", "2026-11-25T18:00"), hours.Overlaps},
		"over its end":            {span(t, "2026-11-25T16:59", "2026-11-25T18:00"), hours.Overlaps},
		"the same":                {span(t, "2026-11-25T09:00", "2026-11-25T17:00"), hours.Overlaps},
		"over midnight":           {span(t, "2026-11-25T20:00", "2026-11-26T02:00"), ""},
		"30 hours":                {span(t, "2026-11-27T08:00", "2026-11-28T14:00"), hours.TooLong},
		"24 hours":                {span(t, "2026-11-27T08:00", "2026-11-28T08:00"), ""},
		"30 hours alone":          {hours.Alone(day(t, "2026-11-27"), 30*60), hours.TooLong},
		"a day of more than 24":   {hours.Alone(day(t, "2026-11-26"), 5*60), hours.DayFull},
		"nothing":                 {span(t, "2026-11-27T08:00", "2026-11-27T08:00"), hours.Nothing},
		"nothing alone":           {hours.Alone(day(t, "2026-11-27"), 0), hours.Nothing},
		"backwards":               {span(t, "2026-11-27T08:00", "2026-11-27T07:00"), hours.Backwards},
		"less than nothing alone": {hours.Alone(day(t, "2026-11-27"), -5), hours.Backwards},
		"breaks":                  {hours.Span(winter(t, "2026-11-27T08:00"), winter(t, "2026-11-27T18:00"), 9*60), ""},
		"more than its times":     {hours.Span(winter(t, "2026-11-27T08:00"), winter(t, "2026-11-27T18:00"), 11*60), hours.Breaks},
		"tomorrow":                {hours.Alone(day(t, "2026-12-02"), 60), hours.Later},
		"later today":             {span(t, "2026-12-01T08:00", "2026-12-01T13:00"), hours.Later},
		"until now":               {span(t, "2026-12-01T08:00", "2026-12-01T12:00"), ""},
		"today":                   {hours.Alone(day(t, "2026-12-01"), 60), ""},
	} {
		before := slices.Clone(l.Entries)
		got, fault := l.Put(test.e, hours.Entry{}, winter(t, "2026-12-01T12:00"))
		code := ""
		if fault != nil {
			code = fault.Code
		}
		if code != test.code || !slices.Equal(l.Entries, before) || (code != "") != reflect.DeepEqual(got, l) {
			t.Errorf("%s: got %q, want %q", name, code, test.code)
		}
	}
}

func TestAnEntryIsChangedInItsPlace(t *testing.T) {
	old := span(t, "2026-11-25T09:00", "2026-11-25T17:00")
	l := put(t, hours.Log{Contract: 35}, old, span(t, "2026-11-25T18:00", "2026-11-25T19:00"))
	e := span(t, "2026-11-25T09:30", "2026-11-25T17:30")
	got, fault := l.Put(e, old, winter(t, "2026-12-01T12:00"))
	if fault != nil || len(got.Entries) != 2 || got.Entries[0] != e || got.Contract != 35 {
		t.Errorf("got %v, %+v", got, fault)
	}
	if got, fault := l.Put(span(t, "2026-11-25T09:30", "2026-11-25T18:30"), old, winter(t, "2026-12-01T12:00")); fault == nil || len(got.Entries) != 2 || got.Entries[0] != old {
		t.Errorf("one that cannot be changed: got %v", got)
	}
}

func TestTwoTaps(t *testing.T) {
	l, fault := hours.Log{}.Start(winter(t, "2026-11-25T22:00"))
	if e, runs := l.Running(); fault != nil || !runs || e.Day != day(t, "2026-11-25") {
		t.Fatalf("got %v, %+v", l, fault)
	}
	if again, fault := l.Start(winter(t, "2026-11-25T22:30")); fault != nil || len(again.Entries) != 1 {
		t.Error("it is begun twice")
	}
	for now, code := range map[string]string{
		"2026-11-25T22:01": "", "2026-11-26T02:10": "", "2026-11-26T22:00": "",
		"2026-11-26T22:01": hours.TooLong, "2026-11-25T21:00": hours.Backwards, "2026-11-25T22:00": hours.Nothing,
	} {
		got, fault := l.Stop(winter(t, now))
		_, runs := got.Running()
		switch {
		case code == "" && (fault != nil || runs || len(got.Entries) != 1):
			t.Errorf("%s: got %v, %+v", now, got, fault)
		case code == hours.Nothing && (fault == nil || len(got.Entries) != 0):
			t.Errorf("%s: got %v, %+v", now, got, fault)
		case code != "" && code != hours.Nothing && (fault == nil || fault.Code != code || !runs):
			t.Errorf("%s: got %v, %+v", now, got, fault)
		}
	}
	if got, fault := l.Put(span(t, "2026-11-25T23:00", "2026-11-25T23:30"), hours.Entry{}, winter(t, "2026-12-01T12:00")); fault == nil {
		t.Errorf("inside one that runs: got %v", got)
	}
	if got, fault := (hours.Log{}).Stop(winter(t, "2026-11-25T22:00")); fault != nil || len(got.Entries) != 0 {
		t.Error("nothing ran")
	}
}

func TestALogThatIsFull(t *testing.T) {
	l := hours.Log{}
	for d := range hours.MaxEntries {
		l.Entries = append(l.Entries, hours.Alone(hours.Day(10_000+d), 60))
	}
	if _, fault := l.Put(hours.Alone(9_000, 60), hours.Entry{}, winter(t, "2026-12-01T12:00")); fault == nil || fault.Code != hours.LogFull {
		t.Errorf("got %+v", fault)
	}
	if n := len(l.Encode()); n > questions.MaxFileSize/3 {
		t.Errorf("it has %d bytes", n)
	}
	if got, problems := hours.Decode(l.Encode()); len(problems) > 0 || len(got.Entries) != hours.MaxEntries {
		t.Errorf("it cannot be read back: %v", problems)
	}
}

// Whatever is put in, in whatever order: entries are in order, share no minute, and no
// day has more than 24 hours; and the log comes back as it was.
func TestAnyLogIsPossible(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	now := winter(t, "2026-12-31T23:00")
	for range 300 {
		l := hours.Log{Contract: float64(r.IntN(80)) / 2}
		for range 40 {
			from := winter(t, "2026-10-20T00:00")
			from.UTC += r.IntN(10 * 24 * 60)
			from.East = 60 * (1 + r.IntN(2))
			to := hours.Moment{UTC: from.UTC + r.IntN(16*60) - 60, East: 60 * (1 + r.IntN(2))}
			e := hours.Span(from, to, 0)
			switch r.IntN(6) {
			case 0:
				e = hours.Alone(hours.DayOf(from), r.IntN(15*60))
			case 1:
				l, _ = l.Start(from)
				continue
			case 2:
				l, _ = l.Stop(to)
				continue
			}
			l, _ = l.Put(e, hours.Entry{}, now)
		}
		days := map[hours.Day]int{}
		for i, e := range l.Entries {
			if days[e.Day] += e.Minutes; days[e.Day] > 24*60 {
				t.Fatalf("%s has %d minutes", e.Day, days[e.Day])
			}
			for _, other := range l.Entries[:i] {
				if e.Timed() && other.Timed() && !e.Runs() && !other.Runs() && e.From.UTC < other.To.UTC && other.From.UTC < e.To.UTC {
					t.Fatalf("%v and %v overlap", e, other)
				}
			}
		}
		got, problems := hours.Decode(l.Encode())
		if len(problems) > 0 || got.Contract != l.Contract || !slices.Equal(got.Entries, l.Entries) {
			t.Fatalf("got %v (%v)\nwant %v", got, problems, l)
		}
		total := 0
		for _, w := range l.Weeks() {
			if total += w.Minutes; w.Evenings > 7 || w.Weekend > 2 || w.Monday.Weekday() != 0 {
				t.Fatalf("a week is %+v", w)
			}
		}
		for _, e := range l.Entries {
			total -= e.Minutes
		}
		if total != 0 {
			t.Fatalf("weeks have %d minutes more than entries", total)
		}
	}
}

func TestDecodeRefusesALogWhole(t *testing.T) {
	const good = `{"format":"bothends-hours","version":1,"contract":35,"entries":[{"from":"2026-11-25T09:00+01:00","to":"2026-11-25T17:00+01:00","minutes":450},{"day":"2026-11-26","minutes":60},{"from":"2026-11-27T09:00+01:00"}]}`
	l, problems := hours.Decode([]byte(good))
	if len(problems) > 0 || len(l.Entries) != 3 || l.Contract != 35 || string(l.Encode()) != good {
		t.Fatalf("got %s (%v)", l.Encode(), problems)
	}
	for name, test := range map[string][3]string{
		"newer":             {`"version":1`, `"version":2`, questions.NewerVersion},
		"no version":        {`"version":1,`, ``, questions.MissingField},
		"foreign":           {`bothends-hours`, `bothends-record`, questions.ForeignFormat},
		"cut off":           {`{"day"`, ``, questions.NotJSON},
		"unknown":           {`"contract"`, `"contrat"`, questions.UnknownField},
		"contract of text":  {`:35`, `:"35"`, questions.WrongType},
		"contract too long": {`:35`, `:169`, questions.OutOfRange},
		"no such day":       {`2026-11-26`, `2026-11-31`, questions.BadDate},
		"no such time":      {`T17:00`, `T27:00`, questions.BadDate},
		"overlap":           {`T17:00+01:00","minutes":450`, `T17:00-14:00","minutes":450},{"from":"2026-11-25T23:00+01:00","to":"2026-11-26T01:00+01:00","minutes":20`, questions.BadDate},
		"30 hours":          {`"minutes":60`, `"minutes":1800`, questions.BadDate},
		"two run":           {`{"day":"2026-11-26","minutes":60}`, `{"from":"2026-11-26T09:00+01:00"}`, questions.BadDate},
		"two on a full day": {`{"day":"2026-11-26","minutes":60}`, `{"day":"2026-11-25","minutes":1000}`, questions.BadDate},
		"backwards":         {`"from":"2026-11-25T09:00`, `"from":"2026-11-25T18:00`, questions.BadDate},
		"minutes of text":   {`"minutes":450`, `"minutes":"450"`, questions.BadDate},
		"day and time":      {`{"from":"2026-11-25`, `{"day":"2026-11-25","from":"2026-11-25`, questions.BadDate},
		"unknown in one":    {`"minutes":60`, `"minutes":60,"mood":1`, questions.BadDate},
		"no list":           {`"entries":[`, `"list":[`, questions.UnknownField},
	} {
		text := strings.Replace(good, test[0], test[1], 1)
		if text == good {
			t.Fatalf("%s: nothing was changed", name)
		}
		got, problems := hours.Decode([]byte(text))
		if len(problems) == 0 || problems[0].Code != test[2] || !reflect.DeepEqual(got, hours.Log{}) {
			t.Errorf("%s: got %v and %v, want %s", name, got, problems, test[2])
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"format":"bothends-hours","version":1,"contract":35,"entries":[{"from":"2026-11-25T09:00+01:00","to":"2026-11-25T17:00+01:00","minutes":450},{"day":"2026-11-26","minutes":60},{"from":"2026-11-27T09:00+01:00"}]}`))
	f.Add([]byte(`{"format":"bothends-hours","version":9}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, problems := hours.Decode(data)
		if len(problems) > 0 {
			return
		}
		again, problems := hours.Decode(l.Encode())
		if len(problems) > 0 || !slices.Equal(again.Entries, l.Entries) || again.Contract != l.Contract {
			t.Errorf("%s\nbecomes %s (%v)", data, l.Encode(), problems)
		}
		l.Weeks()
		l.CSV(make([]string, 6), ",")
	})
}
