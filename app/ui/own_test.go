package ui

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// everything is all that a result says: the page, the paper and the whole note,
// for each of those it can be for.
func everything(t *testing.T, c *checkup.Checkup, lang string, a questions.Answers) string {
	t.Helper()
	_, page := draw(t, c, lang, a)
	w := letterWords(t, c, lang, a)
	report, err := c.Score(a)
	if err != nil {
		t.Fatal(err)
	}
	letter := &Letter{Words: w, Draft: &LetterDraft{}, open: true}
	all := []string{page, app.HTMLString(letter), app.HTMLString(&Sheet{Voice: say.NewVoice(c, lang), Checkup: c, Report: &report, drawn: true})}
	ticked := map[string]bool{}
	for _, s := range w.Statements() {
		ticked[s.ID] = true
	}
	for _, to := range w.Addressees() {
		all = append(all, w.Note(to, ticked))
	}
	return html.UnescapeString(strings.Join(all, "\n"))
}

// around is the first match with the words beside it.
func around(text string, found []int) string {
	return text[max(0, found[0]-60):min(len(text), found[1]+60)]
}

var personas = []string{"in-house-specialist", "freelancer", "city-hall", "start-up-lead", "retail-fixed-term", "sports-league"}

// Who works on their own account has no employer, no works council and no HR, and
// the law of employees does not protect them.
func TestOnOwnAccountNobodySpeaksOfAnEmployer(t *testing.T) {
	c := checkuptest.Open(t)
	avoid := map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`\bHR\b|CSE|[Ww]orks council|[Ee]mployers?\b|[Yy]our manager|staff rep|abour inspect|Working Time|Fair Labor|2003/88|European Union|legal minimum|Acas|occupational (health|physician)`),
		"fr": regexp.MustCompile(`\bRH\b|CSE|employeur|hiérarchie|encadre\b|du personnel|nspection du travail|[Dd]roit français|2003/88|Union européenne|minimum légal|SMIC|médecine du travail|Acas`),
	}
	for _, name := range personas {
		for _, country := range []string{"FR", "US", ""} {
			a := checkuptest.With(checkuptest.Persona(t, c, name), "manager_helps", questions.NotApplicable, "country", nil,
				"contract_hours", 35.0, "pay_amount", 1500.0, "pay_period", "month")
			if country != "" {
				currency := map[string]string{"FR": "EUR", "US": "USD"}[country]
				a = checkuptest.With(a, "country", country, "currency", currency, "pay_basis", "gross")
			}
			for _, lang := range i18n.Languages() {
				text := everything(t, c, lang, a)
				if found := avoid[lang].FindStringIndex(text); found != nil {
					t.Errorf("%s in %s, %q: somebody on their own account reads %q", name, lang, country, around(text, found))
				}
				v := say.NewVoice(c, lang)
				for _, key := range []string{"letter.title.own", "letter.to.client"} {
					if !strings.Contains(text, v.T(key)) {
						t.Errorf("%s in %s: the note is not for a client: no %q", name, lang, v.T(key))
					}
				}
				if strings.Contains(text, v.T("letter.to.hr")) || strings.Contains(text, v.T("letter.to.manager")) {
					t.Errorf("%s in %s: the note can be for an employer", name, lang)
				}
			}
		}
	}
	// Everybody else has them all.
	text := everything(t, c, "fr", checkuptest.With(checkuptest.Persona(t, c, "sports-league"), "country", "FR"))
	for _, want := range []string{"Votre employeur peut", "CSE", "Droit français", "2003/88", "Les RH", "La personne qui m’encadre"} {
		if !strings.Contains(text, want) {
			t.Errorf("somebody with an employer does not read %q", want)
		}
	}
}

// A note for a manager is not kept for a client.
func TestTheAddresseeFollowsTheAnswers(t *testing.T) {
	c := checkuptest.Open(t)
	for _, tt := range []struct{ persona, chosen, want string }{
		{"freelancer", "", say.ToClient}, {"freelancer", say.ToHR, say.ToClient}, {"freelancer", say.ToClient, say.ToClient},
		{"sports-league", "", say.ToManager}, {"sports-league", say.ToHR, say.ToHR}, {"sports-league", say.ToClient, say.ToManager},
	} {
		l := Letter{Words: letterWords(t, c, "en", checkuptest.Persona(t, c, tt.persona)), Draft: &LetterDraft{To: tt.chosen}}
		if got := l.to(); got != tt.want {
			t.Errorf("%s chose %q: the note is for %q, want %q", tt.persona, tt.chosen, got, tt.want)
		}
	}
}

// The law of Europe is named to nobody in the United States.
func TestNoEuropeanLawInTheUnitedStates(t *testing.T) {
	c := checkuptest.Open(t)
	avoid := map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`European|2003/88|\bEU\b|[Ll]abour inspect|Working Time`),
		"fr": regexp.MustCompile(`européen|2003/88|\bUE\b|[Ii]nspection du travail|Code du travail`),
	}
	for _, name := range personas {
		a := checkuptest.With(checkuptest.Persona(t, c, name), "country", "US")
		if name == "sports-league" { // so that every limit is crossed
			a = checkuptest.With(a, "weekly_hours", 70.0, "longest_day", 16.0, "shortest_rest", 5.0, "weeks_off", 0.0, "unpaid_hours", 20.0, "threats", "yes", "protections", []string{})
		}
		for _, lang := range i18n.Languages() {
			text := everything(t, c, lang, a)
			if found := avoid[lang].FindStringIndex(text); found != nil {
				t.Errorf("%s in %s: somebody in the United States reads %q", name, lang, around(text, found))
			}
			if strings.Contains(text, "Retirer du travail jusqu") {
				t.Errorf("%s in %s: hours are asked for instead of taken away", name, lang)
			}
		}
	}
}
