package record_test

import (
	"slices"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/record"
)

func TestReadAny(t *testing.T) {
	c := open(t)
	city := persona(t, c, "city-hall")
	one := string(encode(t, c, "2026-06-01T09:05:00", city))
	answers := string(c.Pack.Encode(city))
	const modified = "2026-01-31T12:00:00"
	for name, test := range map[string]struct {
		text, modified string
		dates          []string
		code           string
	}{
		"one":               {one, modified, []string{"2026-06-01T09:05:00"}, ""},
		"many":              {string(record.EncodeMany([]string{one, one})), modified, []string{"2026-06-01T09:05:00", "2026-06-01T09:05:00"}, ""},
		"answers":           {answers, modified, []string{modified}, ""},
		"a wrong date":      {strings.Replace(one, "2026-06-01", "2026-06-31", 1), modified, nil, questions.BadDate},
		"a wrong answer":    {strings.Replace(answers, `"weekly_hours": 40`, `"weekly_hours": 400`, 1), modified, nil, questions.OutOfRange},
		"one wrong of many": {string(record.EncodeMany([]string{one, strings.Replace(one, "2026-06-01", "2026-06-31", 1)})), modified, nil, questions.BadDate},
		"a newer file":      {strings.Replace(one, `"version": 1`, `"version": 9`, 1), modified, nil, questions.NewerVersion},
		"foreign":           {`{"name": "x"}`, modified, nil, questions.ForeignFormat},
		"damaged":           {one[:50], modified, nil, questions.Truncated},
		"empty":             {"", modified, nil, questions.EmptyFile},

		// What disks say of their files: the last day of NTFS, and nothing.
		"answers of the year 30806":   {answers, "30806-10-02T05:28:03", nil, questions.BadDate},
		"answers of no time":          {answers, "", nil, questions.BadDate},
		"a record of a file of 30806": {one, "30806-10-02T05:28:03", []string{"2026-06-01T09:05:00"}, ""},
	} {
		records, problems := record.ReadAny(c.Pack, []byte(test.text), test.modified)
		var dates []string
		for _, r := range records {
			dates = append(dates, r.Date)
			if _, err := record.Encode(c.Pack, r); err != nil {
				t.Errorf("%s: it cannot be kept: %v", name, err)
			}
		}
		code := ""
		if len(problems) > 0 {
			code = problems[0].Code
		}
		if !slices.Equal(dates, test.dates) || code != test.code {
			t.Errorf("%s: got %q and %v", name, dates, problems)
		}
	}
}

// Dates are data: a file can have any.
func TestEncodeRefusesADateThatDecodeWould(t *testing.T) {
	c := open(t)
	for _, date := range []string{"", "2026-02-30T00:00:00", "10000-01-01T00:00:00", "-0001-01-01T00:00:00"} {
		if data, err := record.Encode(c.Pack, record.Record{Date: date, Answers: questions.Answers{}}); err == nil || data != nil {
			t.Errorf("%q: got %s and %v", date, data, err)
		}
	}
}
