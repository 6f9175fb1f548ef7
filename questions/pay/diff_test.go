package pay_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions/pay"
)

// lines writes changes one a line, percentages with one decimal.
func lines(changes []pay.Change) string {
	var all []string
	for _, c := range changes {
		line := strings.Join([]string{c.File, c.Row, c.Column, c.Kind, c.Old, c.New}, "|")
		if c.Percent != nil {
			line += fmt.Sprintf("|%+.1f%%", *c.Percent)
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

func TestDiff(t *testing.T) {
	all := files(t)
	for _, e := range []edit{
		{"benchmarks.csv", "21.21,27.05,35.94", "22.00,,37.737"},
		{"benchmarks.csv", "19.00,23.58", "19,23.58"}, // the same number
		{"benchmarks.csv", "CA,CAD,10022,", "CA,CAD,10023,"},
		{"benchmarks.csv", "monthly_net_ft,net,,,1800", "monthly_net_ft,net,,1500,1800"},
		{"minimum_pay.csv", "GB,GBP,12.71", "GB,GBP,13.00"},
		{"responsibility_codes.csv", "strategy,GB,,3554", "strategy,GB,,2493"},
		{"sources.csv", "BLS OEWS May 2025", "BLS OEWS May 2026"},
	} {
		e.apply(t, all)
	}
	want := strings.TrimSpace(`
sources.csv|us-oews|release|changed|BLS OEWS May 2025 (2026-05-15)|BLS OEWS May 2026 (2026-05-15)
benchmarks.csv|CA 10022 hourly_gross||removed||
benchmarks.csv|CA 10023 hourly_gross||added||
benchmarks.csv|FR U0Z80 monthly_net_ft|p25|added||1500
benchmarks.csv|US 27-3031 hourly_gross|p10|changed|21.21|22.00|+3.7%
benchmarks.csv|US 27-3031 hourly_gross|p25|removed|27.05|
benchmarks.csv|US 27-3031 hourly_gross|p50|changed|35.94|37.737|+5.0%
responsibility_codes.csv|strategy GB|occupation_code|changed|3554|2493
minimum_pay.csv|GB|hourly_gross|changed|12.71|13.00|+2.3%`)
	if got := lines(pay.Diff(published(t), load(t, all))); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestOrderOfRowsIsNoChange(t *testing.T) {
	all := files(t)
	for name, file := range all {
		rows := strings.Split(strings.TrimSpace(string(file.Data)), "\n")
		slices.Reverse(rows[1:])
		all[name] = &fstest.MapFile{Data: []byte(strings.Join(rows, "\n") + "\n")}
	}
	if got := pay.Diff(published(t), load(t, all)); got != nil {
		t.Errorf("got\n%s", lines(got))
	}
}
