package page

import (
	"encoding/json"
	"strings"
	"testing"

	"bothends/questions/checkup/checkuptest"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Somebody's own questionnaire has its own ids, and leaves out what it likes.
// Nothing on its pages asks for a word of ours, and nothing speaks of pay or ads.
func TestPagesOfAnotherQuestionnaire(t *testing.T) {
	c := checkuptest.OpenNewsroom(t)
	pages, err := Pages(c, Facts{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		markup := app.HTMLString(p.Body)
		for _, sign := range []string{"⟨", "[level.", "[method.", "<nil>"} {
			if i := strings.Index(markup, sign); i >= 0 {
				t.Errorf("%s: a word is missing: %s", p.Path, markup[i:min(i+80, len(markup))])
			}
		}
		if strings.Contains(markup, `"/job-posting/"`) || p.Path == "/job-posting/" {
			t.Errorf("%s speaks of job ads, which are read for another profession", p.Path)
		}
		if p.Path == "/fr/" && !strings.HasPrefix(p.Title, c.Words["fr"].Get("pack.title")) {
			t.Errorf("the title is %q", p.Title)
		}
	}
}

// A model with a level that the interface cannot name is refused, and the words
// that it lacks are listed.
func TestPagesRefuseAModelWithoutWords(t *testing.T) {
	c := checkuptest.OpenNewsroom(t)
	data, err := json.Marshal(c.Model.Scoring.Signs.Levels)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(strings.Replace(string(data), `"raised"`, `"elevated"`, 1)), &c.Model.Scoring.Signs.Levels); err != nil {
		t.Fatal(err)
	}
	_, err = Pages(c, Facts{})
	if err == nil || !strings.Contains(err.Error(), "level.signs.elevated") || !strings.Contains(err.Error(), "(hint: ") {
		t.Errorf("got %v", err)
	}
}
