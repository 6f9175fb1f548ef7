package picture

import (
	"regexp"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func TestTimelineOfGapsAndEnds(t *testing.T) {
	markup := app.HTMLString(&Timeline{Voice: say.Voice{Printer: i18n.New("en")}, Name: "Signs", Lines: []int{0, 40},
		Points: []Point{{Date: "2026-06-01T00:00:00", Has: true, Value: 100, Low: 94, High: 100}, {Date: "2026-06-02T00:00:00"}, {Date: "?", Has: true}}})
	if strings.Count(markup, `class="dot"`) != 2 || strings.Count(markup, `class="range"`) != 1 || !strings.Contains(markup, "too few answers") {
		t.Errorf("got %s", markup)
	}
	for _, m := range regexp.MustCompile(` (?:cy|y|height)="([^"]*)"`).FindAllStringSubmatch(markup, -1) {
		if strings.HasPrefix(m[1], "-") {
			t.Errorf("out of the picture: %s", m[0])
		}
	}
}
