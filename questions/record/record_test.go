package record_test

import (
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/record"
)

func open(t testing.TB) *checkup.Checkup {
	t.Helper()
	c, problems := checkup.Open(checkup.Shipped())
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

func persona(t testing.TB, c *checkup.Checkup, name string) questions.Answers {
	t.Helper()
	data, err := os.ReadFile("../packs/social-media-manager/personas/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	a, problems := c.Pack.Decode(data)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return a
}

const day = "2026-11-25T21:31:07"

func encode(t testing.TB, c *checkup.Checkup, date string, a questions.Answers) []byte {
	t.Helper()
	data, err := record.Encode(c.Pack, record.Record{Date: date, Answers: a})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// codes writes problems as "path: code".
func codes(problems []questions.Problem) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.Path+": "+p.Code)
	}
	return out
}

func TestARecordComesBackAsItWas(t *testing.T) {
	c := open(t)
	for _, name := range []string{"city-hall", "freelancer", "sports-league"} {
		want := record.Record{Date: day, PackVersion: c.Pack.Version, Answers: persona(t, c, name)}
		text := encode(t, c, day, want.Answers)
		got, problems := record.Decode(c.Pack, text)
		if len(problems) > 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v (%v)\nwant %v", name, got, problems, want)
		}
		if again := encode(t, c, day, got.Answers); string(again) != string(text) {
			t.Errorf("%s: the second time it is written as\n%s", name, again)
		}
	}
}

func TestDecodeRefusesARecordWithEveryProblem(t *testing.T) {
	c := open(t)
	whole := string(encode(t, c, day, questions.Answers{"weekly_hours": 40.0}))
	with := func(pairs ...string) string {
		text := whole
		for i := 0; i < len(pairs); i += 2 {
			changed := strings.Replace(text, pairs[i], pairs[i+1], 1)
			if changed == text {
				t.Fatalf("%q is not in %s", pairs[i], text)
			}
			text = changed
		}
		return text
	}
	for name, test := range map[string]struct {
		text  string
		want  []string
		newer bool
	}{
		"nothing":         {"", []string{": empty"}, false},
		"cut off":         {whole[:60], []string{": truncated"}, false},
		"an answers file": {string(c.Pack.Encode(questions.Answers{})), []string{"format: foreign_format", "date: missing_field"}, false},
		"no date":         {with(` "date": "`+day+`",`, ""), []string{"date: missing_field"}, false},
		"a number":        {with(`"`+day+`"`, "20261125"), []string{"date: wrong_type"}, false},
		"a day alone":     {with(day, "2026-11-25"), []string{"date: bad_date"}, false},
		"no such day":     {with(day, "2026-02-29T10:00:00"), []string{"date: bad_date"}, false},
		"script as date":  {with(day, "<script>alert(1)</script>"), []string{"date: bad_date"}, false},
		"newer":           {with(`"version": 1`, `"version": 3`), []string{"version: newer_version"}, true},
		"version 0":       {with(`"version": 1`, `"version": 0`), []string{"version: unknown_version"}, false},
		"version 1.5":     {with(`"version": 1`, `"version": 1.5`), []string{"version: unknown_version"}, false},
		"half a plan":     {with(`"version": 1`, `"version": 2, "plan_if": "it is 19:00"`), []string{"plan_then: bad_plan"}, false},
		"a long plan": {with(`"version": 1`, `"version": 2, "plan_if": "it is 19:00", "plan_then": "`+strings.Repeat("a", 10000)+`"`),
			[]string{"plan_then: bad_plan"}, false},
		"a plan nobody can read": {with(`"version": 1`, `"version": 2, "plan_if": "it is\u0000 19:00\u001b[2J", "plan_then": "I stop"`), []string{"plan_if: bad_plan"}, false},
		"a plan of another kind": {with(`"version": 1`, `"version": 2, "plan_if": {"hour": 19}, "plan_then": "I stop"`), []string{"plan_if: wrong_type"}, false},
		"a plan of later":        {with(`"version": 1`, `"version": 3, "plan_place": "desk"`), []string{"version: newer_version", "plan_place: unknown_field"}, true},
		"worked well":            {with(`"version": 1`, `"version": 2, "plan_worked": "well"`), []string{"plan_worked: unknown_key"}, false},
		"newer and more": {with(`"version": 1`, `"version": 4, "mood": "blue"`),
			[]string{"version: newer_version", "mood: unknown_field"}, true},
		"newer questions": {with(`"pack_version": "1`, `"pack_version": "9`), []string{"pack_version: newer_version"}, true},
		"other pack":      {with(c.Pack.ID, "nurse"), []string{"pack: other_pack"}, false},
		"two things":      {with(`40`, `400`, `"version": 1`, `"version": 1, "date": "x"`), []string{"date: duplicate_field", "answers.weekly_hours: out_of_range"}, false},
		"unknown answer":  {with(`"weekly_hours"`, `"weekly_hour"`), []string{"answers.weekly_hour: unknown_id"}, false},
	} {
		got, problems := record.Decode(c.Pack, []byte(test.text))
		if !slices.Equal(codes(problems), test.want) || !reflect.DeepEqual(got, record.Record{}) {
			t.Errorf("%s: got %v and %q, want %q", name, got, codes(problems), test.want)
		}
		if newer := record.Newer(problems); newer != test.newer {
			t.Errorf("%s: newer is %v", name, newer)
		}
	}
}

func TestValidDate(t *testing.T) {
	for date, want := range map[string]bool{
		"2026-11-25T21:31:07": true, "2024-02-29T00:00:00": true, "2000-02-29T23:59:59": true,
		"2026-02-29T10:00:00": false, "1900-02-29T10:00:00": false, "2026-13-01T10:00:00": false, "2026-00-10T10:00:00": false,
		"2026-04-31T10:00:00": false, "2026-04-00T10:00:00": false, "2026-04-30T24:00:00": false, "2026-04-30T10:60:00": false,
		"2026-04-30T10:00:60": false, "2026-04-30 10:00:00": false, "2026-04-30T10:00:00Z": false, "２026-04-30T10:00:0": false, "": false,
		"2026-04-30T10:00:00.5": false, "2026-04-30T1:00:00": false, "10000-04-30T10:00:00": false, "0000-02-29T00:00:00": true,
	} {
		if got := record.ValidDate(date); got != want {
			t.Errorf("%q: got %v", date, got)
		}
	}
}

func TestManyRecordsInOneFile(t *testing.T) {
	c := open(t)
	a := string(encode(t, c, day, persona(t, c, "city-hall")))
	b := string(encode(t, c, "2027-01-06T10:00:00", persona(t, c, "freelancer")))
	newer := strings.Replace(a, `"version": 1`, `"version": 9`, 1)

	got, problems := record.DecodeMany(c.Pack, record.EncodeMany([]string{a, "not JSON", "[]", "null", b}))
	if len(problems) > 0 || len(got) != 2 || got[0].Date != day || got[1].Date != "2027-01-06T10:00:00" {
		t.Fatalf("got %v and %v", got, problems)
	}
	if got, problems := record.DecodeMany(c.Pack, record.EncodeMany(nil)); len(got) != 0 || len(problems) > 0 {
		t.Errorf("no record: got %v and %v", got, problems)
	}
	file := record.EncodeMany([]string{a, newer})
	if !strings.Contains(string(file), `"version": 9`) {
		t.Error("a record of a newer version is not in the file")
	}

	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"one of them newer": {string(file), []string{"records[1].version: newer_version"}},
		"two damaged": {string(record.EncodeMany([]string{strings.Replace(a, `"weekly_hours": 40`, `"weekly_hours": -1`, 1), strings.Replace(b, "2027-01-06", "2027-99-06", 1)})),
			[]string{"records[0].answers.weekly_hours: out_of_range", "records[1].date: bad_date"}},
		"an answers file": {string(c.Pack.Encode(questions.Answers{})), []string{"format: foreign_format"}},
		"newer file":      {`{"format": "bothends-records", "version": 2, "records": []}`, []string{"version: newer_version"}},
		"no list":         {`{"format": "bothends-records", "version": 1}`, []string{"records: missing_field"}},
		"no version":      {`{"format": "bothends-records", "records": []}`, []string{"version: missing_field"}},
		"a list of other": {`{"format": "bothends-records", "version": "1", "records": [1, {}], "x": 1}`, []string{"version: wrong_type", "x: unknown_field", "records[0]: wrong_type"}},
		"no list at all":  {`{"format": "bothends-records", "version": 1, "records": {}}`, []string{"records: wrong_type"}},
		"too many":        {`{"format": "bothends-records", "version": 1, "records": [{}` + strings.Repeat(",{}", record.MaxRecords) + `]}`, []string{"records: too_many"}},
		"not an object":   {`[]`, []string{": wrong_type"}},
	} {
		if got, problems := record.DecodeMany(c.Pack, []byte(test.text)); !slices.Equal(codes(problems), test.want) || got != nil {
			t.Errorf("%s: got %v and %q, want %q", name, got, codes(problems), test.want)
		}
	}
}

func side(t testing.TB, c *checkup.Checkup, a questions.Answers) record.Side {
	t.Helper()
	r, err := c.Score(a)
	if err != nil {
		t.Fatal(err)
	}
	return record.Side{Answers: a, Result: r.Result}
}

// changed is a copy of answers with some of them changed; nil skips one.
func changed(a questions.Answers, pairs ...any) questions.Answers {
	out := questions.Answers{}
	for id, answer := range a {
		out[id] = answer
	}
	for i := 0; i < len(pairs); i += 2 {
		if out[pairs[i].(string)] = pairs[i+1]; pairs[i+1] == nil {
			delete(out, pairs[i].(string))
		}
	}
	return out
}

func reversed(keys []string) []string {
	keys = slices.Clone(keys)
	slices.Reverse(keys)
	return keys
}

func TestCompare(t *testing.T) {
	c := open(t)
	before := persona(t, c, "city-hall")
	after := changed(before,
		"weekly_hours", 56.0, "workload_overflow", "always", "unpaid_hours", nil, "protections", []string{"counselling", "moderation_policy"},
		"exhausted_evening", "often",
		// The same said otherwise is no change.
		"responsibilities", reversed(before["responsibilities"].([]string)))
	got := record.Compare(c.Pack, c.Model, side(t, c, before), side(t, c, after))

	var ids []string
	for _, shift := range got.Answers {
		ids = append(ids, shift.ID)
	}
	if want := []string{"workload_overflow", "exhausted_evening", "weekly_hours", "unpaid_hours", "protections"}; !slices.Equal(ids, want) {
		t.Errorf("answers that changed are %q, want %q", ids, want)
	}
	if shift := got.Answers[3]; shift.Old != 2.0 || shift.New != nil {
		t.Errorf("a skipped answer is %v", shift)
	}
	if shift := got.Answers[4]; !slices.Equal(shift.Added, []string{"counselling"}) || shift.Removed != nil {
		t.Errorf("a longer list is %v", shift)
	}
	if !slices.Equal(got.Gained, []string{"weekly_hours"}) || got.Lost != nil {
		t.Errorf("limits gained %q and lost %q", got.Gained, got.Lost)
	}
	// One item one step up: 25/12 points, against an error of √2 · 21.4/√12.
	if s := got.Signs; s == nil || math.Abs(s.By-25.0/12) > 1e-9 || math.Abs(s.Error-21.4/math.Sqrt(6)) > 1e-9 || !s.Within {
		t.Errorf("signs changed by %+v", s)
	}
	// A skipped question opens a range of 15 · 3/15 points; the rest is more.
	if s := got.Strain; s == nil || s.By < 9 || s.Within {
		t.Errorf("strain changed by %+v", s)
	}
	if d := got.Drivers; len(d) < 3 || d[0].Key != "weekly_hours" || math.Abs(d[0].By-(9*0.84-9*0.15)) > 1e-9 || d[1].Key != "work_volume" {
		t.Errorf("drivers moved by %+v", d)
	}
	back := record.Compare(c.Pack, c.Model, side(t, c, after), side(t, c, before))
	if !slices.Equal(back.Lost, got.Gained) || back.Signs.By != -got.Signs.By || len(back.Drivers) != len(got.Drivers) || back.Drivers[0].By != -got.Drivers[0].By {
		t.Errorf("the other way round it is %+v", back)
	}
}

func TestComparingWithItselfFindsNothing(t *testing.T) {
	c := open(t)
	for _, name := range []string{"city-hall", "freelancer", "start-up-lead"} {
		s := side(t, c, changed(persona(t, c, name), "shares", map[string]float64{"strategy": 1, "copywriting": 3}))
		other := side(t, c, changed(s.Answers, "shares", map[string]float64{"strategy": 10, "copywriting": 30, "events": 0}))
		got := record.Compare(c.Pack, c.Model, s, other)
		if len(got.Answers)+len(got.Gained)+len(got.Lost)+len(got.Drivers) > 0 || got.Signs.By != 0 || !got.Signs.Within || got.Strain.By != 0 || !got.Strain.Within {
			t.Errorf("%s: got %+v", name, got)
		}
	}
}

func TestComparingWithTooFewAnswersSaysNothingOfTheNumbers(t *testing.T) {
	c := open(t)
	full := side(t, c, persona(t, c, "city-hall"))
	for _, sides := range [][2]record.Side{{full, side(t, c, questions.Answers{})}, {side(t, c, questions.Answers{}), full}} {
		got := record.Compare(c.Pack, c.Model, sides[0], sides[1])
		if got.Signs != nil || got.Strain != nil || got.Drivers != nil || len(got.Answers) != len(full.Answers) {
			t.Errorf("got %+v", got)
		}
	}
}

// Skipping alone never looks like a clear change. The halves of one factor are
// left out: the other half stands for both, which opens no range [F4].
func TestASkippedAnswerIsNeverAClearChange(t *testing.T) {
	c := open(t)
	full := persona(t, c, "sports-league")
	for id := range full {
		if id == "responsibilities" || id == "accounts" {
			continue
		}
		got := record.Compare(c.Pack, c.Model, side(t, c, full), side(t, c, changed(full, id, nil)))
		if got.Strain != nil && !got.Strain.Within || got.Signs != nil && !got.Signs.Within {
			t.Errorf("without %s: signs %+v, strain %+v", id, got.Signs, got.Strain)
		}
	}
}

func FuzzDecode(f *testing.F) {
	c := open(f)
	f.Add(encode(f, c, day, persona(f, c, "city-hall")))
	f.Add([]byte(`{"format": "bothends-record", "version": 1, "date": "` + day + `", "pack": "social-media-manager", "pack_version": "1.0.0", "answers": {"weekly_hours": 7}}`))
	f.Add([]byte(`{"format": "bothends-record", "date": [], "version": {}, "answers": []}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, problems := record.Decode(c.Pack, data)
		if len(problems) > 0 {
			for _, p := range problems {
				if !slices.Contains(questions.AnswerCodes(), p.Code) || p.Message == "" {
					t.Errorf("nobody can be told %+v", p)
				}
			}
			return
		}
		again, problems := record.Decode(c.Pack, encode(t, c, r.Date, r.Answers))
		again.PackVersion = r.PackVersion
		if len(problems) > 0 || !reflect.DeepEqual(again, r) {
			t.Errorf("got %v (%v), want %v", again, problems, r)
		}
	})
}

func FuzzDecodeMany(f *testing.F) {
	c := open(f)
	one := string(encode(f, c, day, questions.Answers{"weekly_hours": 40.0}))
	f.Add(record.EncodeMany([]string{one, one}))
	f.Add([]byte(`{"format": "bothends-records", "version": 1, "records": [{}, 1, null]}`))
	f.Add([]byte(`{"records": {"records": []}, "records": [], "format": "bothends-records", "version": 1e0}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		records, problems := record.DecodeMany(c.Pack, data)
		if (len(problems) > 0) != (records == nil) {
			t.Errorf("got %v and %v", records, problems)
		}
		for _, p := range problems {
			if !slices.Contains(questions.AnswerCodes(), p.Code) || p.Message == "" {
				t.Errorf("nobody can be told %+v", p)
			}
		}
	})
}
