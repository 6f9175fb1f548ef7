package say

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"bothends/app/i18n"
	"bothends/questions/checkup/checkuptest"
)

// What stands below a number is a paragraph of its own: sentences, with a capital and
// a full stop.
func TestNotesOnNumbersAreSentences(t *testing.T) {
	c := checkuptest.Open(t)
	whole := checkuptest.Persona(t, c, "sports-league")
	for _, answers := range []map[string]any{whole, checkuptest.With(whole, "weekly_hours", nil, "shortest_rest", nil)} {
		report, err := c.Score(answers)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range i18n.Languages() {
			for _, m := range (ResultWords{Voice: NewVoice(c, lang), Checkup: c, Report: &report}).Measures() {
				first, _ := utf8.DecodeRuneInString(m.Note)
				if last := m.Note[len(m.Note)-1]; !unicode.IsUpper(first) || last != '.' {
					t.Errorf("%s, %s: %q", lang, m.Key, m.Note)
				}
			}
		}
	}
}
