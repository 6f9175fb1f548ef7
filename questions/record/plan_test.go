package record_test

import (
	"maps"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"bothends/questions/record"
)

var evening = record.Plan{If: "it is 19:00", Then: "I put the phone in the drawer"}

// A plan goes with its result and comes back; a result without one is written as it
// always was, so that an older program reads it.
func TestAPlanComesBackAsItWas(t *testing.T) {
	c := open(t)
	for _, tt := range []struct {
		plan    record.Plan
		worked  string
		version string
	}{
		{record.Plan{}, "", "1"}, {evening, "", "2"}, {record.Plan{}, record.No, "2"}, {evening, record.Partly, "2"},
	} {
		want := record.Record{Date: day, PackVersion: c.Pack.Version, Answers: hours(40), Plan: tt.plan, Worked: tt.worked}
		text, err := record.Encode(c.Pack, want)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), `"version": `+tt.version) || tt.version == "1" && strings.Contains(string(text), "plan") {
			t.Errorf("%v is not of version %s:\n%s", tt, tt.version, text)
		}
		if got, problems := record.Decode(c.Pack, text); len(problems) > 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("got %v (%v), want %v", got, problems, want)
		}
		if got, problems := record.ReadAny(c.Pack, record.EncodeMany([]string{string(text)}), day); len(problems) > 0 || !reflect.DeepEqual(got, []record.Record{want}) {
			t.Errorf("of a file: got %v (%v), want %v", got, problems, want)
		}
	}
	if _, err := record.Encode(c.Pack, record.Record{Date: day, Plan: record.Plan{If: "it is 19:00"}}); err == nil {
		t.Error("half a plan is kept")
	}
}

func TestNewPlan(t *testing.T) {
	long := strings.Repeat("é", 10000)
	for name, tt := range map[string]struct {
		when, then string
		want       record.Plan
	}{
		"as it is":           {"it is 19:00", "I put the phone in the drawer", evening},
		"with spaces":        {"  it is \t19:00\n", " I put the phone  in the drawer. ", evening},
		"control characters": {"it\x00is\x1b19:00", "I put the phone in the drawer\x7f", evening},
		"no when":            {" ", "I stop", record.Plan{}},
		"no then":            {"it is 19:00", "\x00", record.Plan{}},
		"long":               {long, "I stop", record.Plan{If: long[:2*record.MaxPlanPart], Then: "I stop"}},
		"no text":            {"it is \xff19:00", "I put the phone in the drawer", evening},
	} {
		if got := record.NewPlan(tt.when, tt.then); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// Whatever is typed is a plan that can be kept and read again, or none.
func FuzzNewPlan(f *testing.F) {
	f.Add("it is 19:00", "I stop")
	f.Add("\u2028", "\x00.\x00")
	f.Add(strings.Repeat("a ", 200), "...")
	c := open(f)
	f.Fuzz(func(t *testing.T, when, then string) {
		p := record.NewPlan(when, then)
		text, err := record.Encode(c.Pack, record.Record{Date: day, Plan: p})
		if err != nil {
			t.Fatal(err)
		}
		if got, problems := record.Decode(c.Pack, text); len(problems) > 0 || got.Plan != p {
			t.Errorf("%q comes back as %q (%v)", p, got.Plan, problems)
		}
		if again := record.NewPlan(p.If, p.Then); again != p || strings.ContainsFunc(p.If+p.Then, unicode.IsControl) {
			t.Errorf("%q is tidied to %q", p, again)
		}
	})
}

// The same answers of the same day are one result: a plan joins it, and nothing is
// lost for want of room.
func TestAPlanJoinsItsResult(t *testing.T) {
	c := open(t)
	text := func(r record.Record) string {
		data, err := record.Encode(c.Pack, r)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	without := record.Record{Date: day, Answers: hours(40)}
	with := without
	with.Plan, with.Worked = evening, record.Yes
	other := with
	other.Plan.Then = "I stop"
	for _, tt := range []struct {
		name       string
		there, now record.Record
		room       int
		want       record.KeepOutcome
		left       record.Record
	}{
		{"a plan joins", without, with, 9, record.WasKept, with},
		{"the same again", with, with, 9, record.WasDuplicate, with},
		{"another plan", with, other, 9, record.WasKept, other},
		{"no plan any more is not said", with, without, 9, record.WasDuplicate, with},
		{"no room", without, with, 1, record.QuotaExceeded, without},
	} {
		d := &disk{map[string]string{"1": text(tt.there)}, tt.room}
		got, err := record.ReadShelf(c.Pack, maps.Clone(d.texts)).Keep(tt.now, d)
		if got != tt.want || err != nil || len(d.texts) != 1 {
			t.Errorf("%s: %q (%v), %d are there", tt.name, got, err, len(d.texts))
		}
		for _, left := range d.texts {
			if left != text(tt.left) {
				t.Errorf("%s: left is %s", tt.name, left)
			}
		}
	}
}

func TestLastPlan(t *testing.T) {
	c := open(t)
	keep := func(records ...record.Record) record.Shelf {
		stored := map[string]string{"odd": "{"}
		for i, r := range records {
			r.Answers = hours(40)
			data, err := record.Encode(c.Pack, r)
			if err != nil {
				t.Fatal(err)
			}
			stored[string(rune('a'+i))] = string(data)
		}
		return record.ReadShelf(c.Pack, stored)
	}
	on := func(date string, p record.Plan, worked string) record.Record {
		return record.Record{Date: date + "T10:00:00", Plan: p, Worked: worked}
	}
	stop := record.Plan{If: "it is 18:00", Then: "I stop"}
	for name, tt := range map[string]struct {
		shelf record.Shelf
		want  record.Plan
	}{
		"nothing":                      {keep(), record.Plan{}},
		"no plan":                      {keep(on("2026-10-01", record.Plan{}, "")), record.Plan{}},
		"one":                          {keep(on("2026-10-01", evening, "")), evening},
		"of today":                     {keep(on("2026-11-25", evening, "")), record.Plan{}},
		"the last":                     {keep(on("2026-10-01", evening, ""), on("2026-10-02", stop, "")), stop},
		"with a result in between":     {keep(on("2026-10-01", evening, ""), on("2026-10-02", record.Plan{}, "")), evening},
		"asked already":                {keep(on("2026-10-01", evening, ""), on("2026-10-02", record.Plan{}, record.No)), record.Plan{}},
		"asked today":                  {keep(on("2026-10-01", evening, ""), on("2026-11-25", record.Plan{}, record.No)), record.Plan{}},
		"asked, and another one made":  {keep(on("2026-10-01", evening, ""), on("2026-10-02", stop, record.Yes)), stop},
		"another one, and of tomorrow": {keep(on("2026-10-01", evening, ""), on("2027-01-01", stop, "")), evening},
	} {
		got, ok := tt.shelf.LastPlan("2026-11-25")
		if got != tt.want || ok != (tt.want != record.Plan{}) {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}
