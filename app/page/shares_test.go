package page

import (
	"regexp"
	"strings"
	"testing"

	"bothends/questions/checkup/checkuptest"
)

func TestShareRows(t *testing.T) {
	c, pages := checkuptest.Open(t), rendered(t)
	list, _ := c.Pack.Question("responsibilities")
	for _, path := range []string{"/en/", "/fr/"} {
		for _, key := range list.Options {
			row := regexp.MustCompile(`<input[^>]*name="shares.` + key + `"[^>]*>`).FindString(pages[path])
			if !strings.Contains(row, `type="range"`) || !strings.Contains(row, "disabled") {
				t.Errorf("%s: %q is not a slider that is off", path, row)
			}
		}
		if got := strings.Count(pages[path], `type="range"`); got != len(list.Options) {
			t.Errorf("%s: %d sliders, want %d", path, got, len(list.Options))
		}
	}
}
