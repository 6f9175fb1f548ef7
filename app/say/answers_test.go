package say

import (
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup/checkuptest"
)

func TestEveryAnswerHasWords(t *testing.T) {
	c := checkuptest.Open(t)
	for _, lang := range i18n.Languages() {
		v := NewVoice(c, lang)
		for _, section := range c.Pack.Sections {
			for _, q := range section.Questions {
				options := c.Pack.QuestionOptions(&q)
				answers := []any{nil}
				switch q.Type {
				case questions.Number:
					answers = append(answers, 1.5)
					if q.Word != "" {
						answers = append(answers, q.Word)
					}
				case questions.List:
					answers = append(answers, []string{}, options)
				case questions.Shares:
					answers = append(answers, map[string]float64{options[0]: 1, options[1]: 3})
				default:
					for _, key := range options {
						answers = append(answers, key)
					}
					if q.NotApplicable {
						answers = append(answers, questions.NotApplicable)
					}
				}
				for _, a := range answers {
					if text := v.AnswerText(c, q.ID, a); text == "" || strings.ContainsAny(text, "⟨⟩[]{}") {
						t.Errorf("%s: %s %v is said as %q", lang, q.ID, a, text)
					}
				}
			}
		}
	}
}
