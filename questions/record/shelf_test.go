package record_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"testing"

	"bothends/questions"
	"bothends/questions/record"
)

// A disk is a storage with room for so many texts.
type disk struct {
	texts map[string]string
	room  int
}

func (d *disk) Put(text string) (string, bool) {
	if len(d.texts) >= d.room {
		return "", false
	}
	key := "new" + strconv.Itoa(len(d.texts))
	d.texts[key] = text
	return key, true
}

func (d *disk) Drop(key string) { delete(d.texts, key) }

func hours(n float64) questions.Answers { return questions.Answers{"weekly_hours": n} }

func TestShelfHasOneOrderWhateverTheStorage(t *testing.T) {
	c := open(t)
	at := func(date string) string { return string(encode(t, c, date, hours(40))) }
	stored := map[string]string{
		"b": at(day), "a": at(day), // the same second
		"z": at("2020-01-01T00:00:00"), // the clock was set back
		"c": "{", "0": at("2027-01-01T00:00:00"), "1": "",
	}
	for range 20 {
		var keys []string
		for _, k := range record.ReadShelf(c.Pack, stored).Kept {
			keys = append(keys, k.Key)
			if k.Text != stored[k.Key] || (len(k.Problems) > 0) != (k.Key == "c" || k.Key == "1") {
				t.Fatalf("%s is %+v", k.Key, k)
			}
		}
		if want := []string{"z", "a", "b", "0", "1", "c"}; !slices.Equal(keys, want) {
			t.Fatalf("got %q, want %q", keys, want)
		}
	}
}

func TestKeepingAResultOfNow(t *testing.T) {
	c := open(t)
	full := map[string]string{"odd": "{"}
	for i := range record.MaxRecords - 1 {
		full[fmt.Sprint(i)] = string(encode(t, c, day, hours(float64(i%100))))
	}
	one := map[string]string{"1": string(encode(t, c, day, hours(40)))}
	for _, tt := range []struct {
		name   string
		stored map[string]string
		date   string
		hours  float64
		room   int
		want   record.KeepOutcome
	}{
		{"the first", nil, day, 40, 9, record.WasKept},
		{"the same again", one, day, 40, 9, record.WasDuplicate},
		{"the same, later that day", one, "2026-11-25T23:00:00", 40, 9, record.WasDuplicate},
		{"the same, the next day", one, "2026-11-26T21:31:07", 40, 9, record.WasKept},
		{"other answers", one, day, 41, 9, record.WasKept},
		{"beside one that cannot be read", map[string]string{"odd": "{"}, day, 40, 9, record.WasKept},
		{"one too many, with those that cannot be read", full, "2027-01-01T00:00:00", 40, 1000, record.TooMany},
		{"no room", one, day, 41, 1, record.QuotaExceeded},
	} {
		d := &disk{maps.Clone(tt.stored), tt.room}
		if d.texts == nil {
			d.texts = map[string]string{}
		}
		got, err := record.ReadShelf(c.Pack, tt.stored).Keep(record.Record{Date: tt.date, Answers: hours(tt.hours)}, d)
		grown := len(d.texts) - len(tt.stored)
		if got != tt.want || err != nil || (grown == 1) != (got == record.WasKept) || grown > 1 {
			t.Errorf("%s: %q (%v), and %d more are there; want %q", tt.name, got, err, grown, tt.want)
		}
	}
	if got, err := record.ReadShelf(c.Pack, nil).Keep(record.Record{Date: "10000-01-01T00:00:00"}, &disk{map[string]string{}, 9}); err == nil {
		t.Errorf("a result of the year 10000 is %q", got)
	}
}

// A file is taken in whole or not at all.
func TestTakingInResultsOfAFile(t *testing.T) {
	c := open(t)
	var records []record.Record
	for i := range 5 {
		records = append(records, record.Record{Date: fmt.Sprintf("2026-11-%02dT10:00:00", i+1), Answers: hours(40)})
	}
	there := map[string]string{"1": string(encode(t, c, records[1].Date, hours(40))), "2": string(encode(t, c, records[2].Date, hours(7)))}
	many := slices.Repeat(records, record.MaxRecords)
	for _, tt := range []struct {
		name    string
		records []record.Record
		room    int
		fresh   int
		want    record.KeepOutcome
	}{
		{"nothing", nil, 9, 0, record.WasKept},
		{"what is there", records[1:2], 2, 0, record.WasKept},
		{"most of them new", records, 9, 4, record.WasKept},
		{"room for three of four", records, 5, 4, record.QuotaExceeded},
		{"room for none", records, 2, 4, record.QuotaExceeded},
		{"too many", many, 9999, 4 * record.MaxRecords, record.TooMany},
	} {
		d := &disk{maps.Clone(there), tt.room}
		fresh, got, err := record.ReadShelf(c.Pack, there).TakeIn(tt.records, d)
		if fresh != tt.fresh || got != tt.want || err != nil {
			t.Errorf("%s: %d new and %q (%v), want %d and %q", tt.name, fresh, got, err, tt.fresh, tt.want)
		}
		if got == record.WasKept && len(d.texts) != len(there)+fresh || got != record.WasKept && !maps.Equal(d.texts, there) {
			t.Errorf("%s: %d texts are there", tt.name, len(d.texts))
		}
		// What was kept is there the next time.
		if again, _, _ := record.ReadShelf(c.Pack, d.texts).TakeIn(tt.records, d); got == record.WasKept && again != 0 {
			t.Errorf("%s: %d are new the second time", tt.name, again)
		}
	}
}

func TestKeysNameTheQuestionnaire(t *testing.T) {
	c := open(t)
	for key, want := range map[string]bool{
		"bothends.record.1:social-media-manager/":              true,
		"bothends.record.1:social-media-manager/tools/check/":  true, // the site has moved
		"bothends.record.1:another-pack/":                      false,
		"bothends.record.1:another-pack/social-media-manager/": false,
		"bothends.record.1":                                    false,
		"":                                                     false,
	} {
		if got := record.KeyIsOf(c.Pack, key); got != want {
			t.Errorf("%q: %v, want %v", key, got, want)
		}
	}
}
