package whatif_test

import (
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/whatif"
)

// What one step of a lever, or of two, does for the start-up lead. Each of these is
// less than anybody would ask for, and none is suggested.
func TestSingleSteps(t *testing.T) {
	c := open(t)
	s := study(t, c, persona(t, c, "start-up-lead"))
	for _, tt := range []struct {
		changed map[string]any
		relief  float64
		ends    string
	}{
		{map[string]any{"weekly_hours": 55.0}, 1.080, ""},
		{map[string]any{"stand_ins": 1.0}, 1, ""},
		{map[string]any{"longest_day": 11.0}, 0.9, ""},
		{map[string]any{"unpaid_hours": 8.0}, 0.6, "unpaid_hours"},
		{map[string]any{"real_breaks": "sometimes"}, 0.5, ""},
		{map[string]any{"weeks_off": 3.0}, 0.5, ""},
		{map[string]any{"protections": []string{"moderation_policy"}}, 0.5, ""},
		{map[string]any{"shortest_rest": 11.5}, 0.45, ""},
		{map[string]any{"evenings_per_week": 3.0}, 0.375, ""},
		{map[string]any{"live_days": 3.0}, 0.375, ""},
		{map[string]any{"cover_wait_days": 30.0}, 0.333, ""},
		{map[string]any{"weekend_days": 3.0}, 0.188, ""},
		{map[string]any{"accounts": 7.0}, 0.1, ""},
		{map[string]any{"weekly_hours": 55.0, "stand_ins": 1.0}, 2.08, ""},
		{map[string]any{"weekly_hours": 55.0, "longest_day": 11.0}, 1.98, ""},
		{map[string]any{"longest_day": 11.0, "stand_ins": 1.0}, 1.9, ""},
	} {
		r, _, err := s.Try(tt.changed)
		if err != nil {
			t.Error(err)
			continue
		}
		relief, ends := questions.Round(s.Base.Strain.Score-r.Strain.Score, 3), strings.Join(whatif.Removed(s.Base, r), " ")
		if relief != tt.relief || ends != tt.ends {
			t.Errorf("%v takes away %v and ends %q, want %v and %q", tt.changed, relief, ends, tt.relief, tt.ends)
		}
	}
}
