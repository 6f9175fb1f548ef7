package score_test

import (
	"os"
	"testing"

	"bothends/questions"
	"bothends/questions/score"
)

// A limit that nobody could check is not said to be kept.
func TestUncheckedLimits(t *testing.T) {
	fsys := os.DirFS("../packs/social-media-manager")
	pack, problems := questions.Load(fsys)
	if pack == nil {
		t.Fatal(problems)
	}
	m, problems := score.Load(fsys, pack)
	if m == nil {
		t.Fatal(problems)
	}
	all := questions.Answers{"weekly_hours": 40.0, "longest_day": 9.0, "shortest_rest": 12.0, "weeks_off": 4.0, "threats": "no", "unpaid_hours": 0.0}
	for name, tt := range map[string]struct {
		answers questions.Answers
		want    int
	}{
		"nothing answered":                    {questions.Answers{}, len(m.Scoring.Limits)},
		"all kept":                            {all, 0},
		"one crossed, the others skipped":     {questions.Answers{"weekly_hours": 60.0}, 5},
		"threats without protections asked":   {questions.Answers{"threats": "yes"}, 5}, // skipped protections count as none: it is crossed
		"enough protections, threats skipped": {questions.Answers{"protections": []string{"counselling", "moderation_policy"}}, 5},
	} {
		r, err := m.Score(tt.answers, nil)
		if err != nil {
			t.Fatal(err)
		}
		if r.Unchecked != tt.want {
			t.Errorf("%s: %d could not be checked, want %d (crossed %v)", name, r.Unchecked, tt.want, r.Limits)
		}
	}
}
