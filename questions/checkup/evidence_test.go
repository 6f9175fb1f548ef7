package checkup

import (
	"slices"
	"strings"
	"testing"
)

func TestLater(t *testing.T) {
	for _, tt := range []struct {
		date   string
		months int
		want   string
	}{
		{"2026-11-30", 6, "2027-05"}, {"2026-11", 13, "2027-12"}, {"2026-12-01", 1, "2027-01"}, {"2026-01-31", 0, "2026-01"}, {"2026-06-01", 18, "2027-12"},
	} {
		if got := Later(tt.date, tt.months); got != tt.want {
			t.Errorf("%s and %d months: %s, want %s", tt.date, tt.months, got, tt.want)
		}
	}
}

// Nothing is due on the day it was collected; help lines are after half a year, pay
// and law after a year and a month.
func TestDue(t *testing.T) {
	c := open(t)
	for day, want := range map[string][]string{
		"2026-11-30": nil,
		"2027-05-01": {"help lines of FR: collected on 2026-11-30"},
		"2027-12-01": {"help lines of FR", "places to turn to", "minimum pay of GB: last looked at on 2026-11-30"},
	} {
		due := c.Due(day)
		if len(want) == 0 && len(due) > 0 {
			t.Errorf("%s: %q", day, due)
		}
		for _, w := range want {
			if !slices.ContainsFunc(due, func(d string) bool { return strings.HasPrefix(d, w) }) {
				t.Errorf("%s: nothing about %q in %q", day, w, due)
			}
		}
	}
	c.Tables.Minimums[0].ValidUntil = "2026-12-31"
	if due := c.Due("2027-01-01"); len(due) != 1 || !strings.Contains(due[0], "no later row follows") {
		t.Errorf("an amount that ended: %q", due)
	}
}
