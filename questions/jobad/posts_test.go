package jobad

import (
	"slices"
	"strings"
	"testing"
)

func TestSecondPost(t *testing.T) {
	for _, tt := range []struct{ tasks, want string }{
		{"", ""},
		{"video", ""},
		{"scheduling community", ""},
		{"scheduling community video", ""},
		{"scheduling community graphic_design video", "graphic_design video"},
		{"community graphic_design photography video paid_ads analytics", "paid_ads analytics"},
		{"scheduling community graphic_design photography video", "scheduling community"},
		{"strategy budget_pm people_management copywriting", ""},
	} {
		var ad Ad
		for _, key := range strings.Fields(tt.tasks) {
			ad.Responsibilities = append(ad.Responsibilities, Finding{Key: key})
		}
		if got := strings.Join(ad.SecondPost(), " "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.tasks, got, tt.want)
		}
	}
	for _, post := range posts {
		for _, key := range post {
			if !slices.Contains(Keys(), key) {
				t.Errorf("%s is no task", key)
			}
		}
	}
}
