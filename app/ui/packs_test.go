package ui

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothends/app/say"
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
		if strings.Contains(markup, `"/ad/"`) || p.Path == "/ad/" {
			t.Errorf("%s speaks of job ads, which are read for another profession", p.Path)
		}
		if p.Path == "/fr/" && !strings.HasPrefix(p.Title, c.Words["fr"].Get("pack.title")) {
			t.Errorf("the title is %q", p.Title)
		}
	}
	names, _ := filepath.Glob(checkuptest.Folder(c.Pack.ID) + "/personas/*.expected.json")
	for _, name := range names {
		data, err := os.ReadFile(strings.Replace(name, ".expected", "", 1))
		if err != nil {
			t.Fatal(err)
		}
		answers, problems := c.Pack.Decode(data)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		for _, lang := range c.Pack.Languages {
			markup, text := draw(t, c, lang, answers)
			if strings.Contains(markup, "⟨") || strings.Contains(markup, `id="pay"`) {
				t.Errorf("%s in %s:\n%s", filepath.Base(name), lang, text)
			}
			report, err := c.Score(answers)
			if err != nil {
				t.Fatal(err)
			}
			// Nobody is asked for the country: it is the one whose help lines are chosen.
			markup = html.UnescapeString(app.HTMLString(&Result{
				Voice: say.NewVoice(c, lang), Checkup: c, Report: &report, Answers: answers, Country: "FR", Draft: &LetterDraft{},
			}))
			keys := say.Weighing(report.Result)
			for _, key := range keys {
				step, ok := c.Steps.Step(key)
				if want := c.Words[lang].Get(c.Steps.NameKey(step.Place, "FR")); !ok || !strings.Contains(markup, say.Capital(want)+".") {
					t.Errorf("%s in %s: no place to turn to for %s, want %q", filepath.Base(name), lang, key, want)
				}
			}
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
