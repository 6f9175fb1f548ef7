package ui

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Every line of every country, of both questionnaires and in every language, is
// offered as it is reached and in no other way, and is described so.
func TestLinesAreOfferedAsTheyAreReached(t *testing.T) {
	texting := regexp.MustCompile(`(?i)\bSMS\b|\btext(ing|s)?\b|text message`)
	for _, c := range []*checkup.Checkup{checkuptest.Open(t), checkuptest.OpenNewsroom(t)} {
		for _, lang := range c.Pack.Languages {
			v := say.NewVoice(c, lang)
			for _, h := range c.Pack.HelpLines {
				markup := app.HTMLString(HelpLine(v, h))
				for _, l := range slices.Concat(h.Emergency, h.Listening) {
					if l.Number == "" {
						continue
					}
					digits := regexp.MustCompile(`[^0-9+]`).ReplaceAllString(l.Number, "")
					call, text := strings.Contains(markup, `"tel:`+digits+`"`), strings.Contains(markup, `"sms:`+digits+`"`)
					if call != l.Takes(questions.ByCall) || text != l.Takes(questions.ByText) {
						t.Errorf("%s %s %s %s is reached by %v; offered as a call %v, as a text %v", c.Pack.ID, lang, h.Country, l.Number, l.By, call, text)
					}
					if said := v.Pack.Get(l.Word); l.Word != "" && !l.Takes(questions.ByText) && texting.MatchString(said) {
						t.Errorf("%s %s %s %s is called, but said to be %q", c.Pack.ID, lang, h.Country, l.Number, said)
					}
				}
			}
		}
	}
}

// A line that takes calls and texts is offered in both ways, in one sentence.
func TestALineForBothIsOneSentence(t *testing.T) {
	c := checkuptest.Open(t)
	for lang, want := range map[string]string{
		"en": "9-8-8 or by text message: 9-8-8 – Suicide Crisis Helpline, in English and French, day and night",
		"fr": "9-8-8 ou par SMS\u00a0: 9-8-8 – ligne d’aide en cas de crise de suicide, en anglais et français, jour et nuit",
	} {
		v := say.NewVoice(c, lang)
		i := slices.IndexFunc(c.Pack.HelpLines, func(h questions.HelpLine) bool { return h.Country == "CA" })
		markup := app.HTMLString(HelpLine(v, c.Pack.HelpLines[i]))
		text := strings.Join(strings.Fields(strings.ReplaceAll(html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(markup, "")), "\u00a0", "~")), " ")
		if !strings.Contains(text, strings.ReplaceAll(want, "\u00a0", "~")) {
			t.Errorf("got %q, want %q in it", text, want)
		}
	}
}
