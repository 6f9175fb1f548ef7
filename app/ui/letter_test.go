package ui

import (
	"encoding/json"
	"html"
	"reflect"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
	"bothends/questions/letter"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func letterWords(t testing.TB, c *checkup.Checkup, lang string, a questions.Answers) say.LetterWords {
	t.Helper()
	report, err := c.Score(a)
	if err != nil {
		t.Fatal(err)
	}
	return say.LetterWords{Voice: say.NewVoice(c, lang), Checkup: c, Report: &report, Answers: a}
}

// A pack without letter.json has no note.
func TestNoNoteWithoutStatements(t *testing.T) {
	c := checkuptest.OpenNewsroom(t)
	answers := checkuptest.Persona(t, c, "night-live-desk")
	for _, want := range []bool{true, false} {
		if markup, _ := draw(t, c, "en", answers); strings.Contains(markup, `data-act="letter"`) != want {
			t.Errorf("a note is offered: %v, want %v", !want, want)
		}
		c.Letter = &letter.Outline{}
	}
}

// A note changed by hand is never overwritten by ticks; one that is as the
// ticks say is not taken for changed.
func TestADraftKeepsWhatIsWrittenByHand(t *testing.T) {
	c := checkuptest.Open(t)
	l := Letter{Words: letterWords(t, c, "en", checkuptest.Persona(t, c, "sports-league")), Draft: &LetterDraft{}}
	l.Draft.tick("longest_day", true)
	l.Draft.edit(l.text(), l.written())
	if l.Draft.Edited {
		t.Fatal("an untouched note is taken for changed")
	}
	mine := l.text() + "PS: see you on Monday.\n"
	l.Draft.edit(mine, l.written())
	l.Draft.tick("weekly_hours", true)
	if l.text() != mine {
		t.Errorf("a tick changed the note to %q", l.text())
	}
	l.Draft.edit("", l.written())
	if l.text() != "" || !l.Draft.Edited {
		t.Error("a note that was emptied came back")
	}
	l.Draft.edit(l.written(), l.written())
	if l.Draft.Edited || !strings.Contains(l.text(), "In a usual week") {
		t.Errorf("a note brought back by hand does not follow the ticks: %q", l.text())
	}
}

func TestADraftOfTheNoteIsReadAsItWasStored(t *testing.T) {
	for _, tt := range []struct {
		stored string
		want   LetterDraft
	}{
		{``, LetterDraft{}},
		{`{"to":"hr","ticks":{"weekly_hours":true},"edited":true,"text":"Dear Ada"}`,
			LetterDraft{To: say.ToHR, Ticks: map[string]bool{"weekly_hours": true}, Edited: true, Text: "Dear Ada"}},
		{`{"to":"the press","text":"of the ticks"}`, LetterDraft{}},
		{`{"ticks":["weekly_hours"]}`, LetterDraft{}},
		{`{"to":"hr"`, LetterDraft{}},
	} {
		if got := readLetterDraft(tt.stored); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s is read as %+v, want %+v", tt.stored, got, tt.want)
		}
	}
}

// Nothing is ticked to begin with, and what is about health stands apart.
func TestTheFormOfTheNote(t *testing.T) {
	c := checkuptest.Open(t)
	for _, lang := range i18n.Languages() {
		l := &Letter{Words: letterWords(t, c, lang, checkuptest.Persona(t, c, "sports-league")), Draft: &LetterDraft{}, open: true}
		markup := app.HTMLString(l)
		if strings.Count(markup, " checked")-strings.Count(markup, ` checked="false"`) != 1 || !strings.Contains(markup, `value="manager"`) {
			t.Errorf("%s: something but the addressee is chosen beforehand", lang)
		}
		_, health, ok := strings.Cut(markup, `data-group="health"`)
		if !ok {
			t.Fatalf("%s: health has no group of its own", lang)
		}
		health, _, _ = strings.Cut(health, "</fieldset>")
		for _, id := range []string{"signs", "doctor"} {
			if box := `value="` + id + `"`; !strings.Contains(health, box) || strings.Count(markup, box) != 1 {
				t.Errorf("%s: %s stands outside the choice about health", lang, id)
			}
		}
		for _, s := range l.Words.Statements(l.to()) {
			if !strings.Contains(html.UnescapeString(markup), s.Text) {
				t.Errorf("%s: %s is not offered with its words", lang, s.ID)
			}
		}
		if closed := app.HTMLString(&Letter{Words: l.Words, Draft: l.Draft}); strings.Contains(closed, "checkbox") {
			t.Errorf("%s: the note is drawn before it is asked for", lang)
		}
	}
	if name := letterFile("2026-12-01"); name != "note-2026-12-01.txt" {
		t.Errorf("the name of the file tells something, or not the day: %s", name)
	}
}

func FuzzLetterDraft(f *testing.F) {
	for _, s := range []string{``, `{"to":"hr","ticks":{"weekly_hours":true},"edited":true,"text":"Dear Ada"}`, `{"text":"\ud800"}`, `[]`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, stored string) {
		d := readLetterDraft(stored)
		again, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if got := readLetterDraft(string(again)); len(d.Ticks) > 0 && !reflect.DeepEqual(got, d) || got.Text != d.Text || got.To != d.To {
			t.Errorf("stored anew it is %+v, was %+v", got, d)
		}
	})
}
