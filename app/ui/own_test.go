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
	country, _ := a.Choice("country")
	appraisal := &Appraisal{Words: w, Draft: &LetterDraft{}, open: true}
	card := &JobCard{Words: say.PayWords{Voice: w.Voice, Tables: c.Tables, Result: report.Pay}, open: true}
	all := []string{page, app.HTMLString(letter), app.HTMLString(appraisal), app.HTMLString(card), app.HTMLString(&Sheet{Voice: say.NewVoice(c, lang), Checkup: c, Report: &report, Answers: a, Country: country, drawn: true})}
	for _, to := range w.Addressees() {
		ticked := map[string]bool{}
		for _, s := range w.Statements(to) {
			ticked[s.ID] = true
		}
		all = append(all, w.Note(to, ticked), w.Appraisal(to))
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
		"de": regexp.MustCompile(`CSE|Betriebsrat|Personalrat|Personalabteilung|Personalvertretung|Arbeitgeber|Führungskraft|Arbeitsinspekt|betriebsärztlich|arbeitsmedizin|Working Time|Fair Labor|2003/88|Europäische|Mindestlohn|Acas`),
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
		"de": regexp.MustCompile(`[Ee]uropäisch|2003/88|\bEU\b|[Aa]rbeitsinspekt|Arbeitszeitgesetz`),
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

// Who says so is spoken to of clients, and who has both of both: what either can do,
// what to try with either, whom to turn to for either, and a note for either.
func TestTheAdviceFollowsTheStatus(t *testing.T) {
	avoid := map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`\bHR\b|CSE|[Ww]orks council|[Ee]mployer can|managing editor|staff rep|abour inspect|occupational`),
		"de": regexp.MustCompile(`CSE|dein Arbeitgeber tun kann|Redaktionsleitung kann|Chefredaktion|Personalrat|Betriebsrat|Arbeitsinspekt|arbeitsmedizin`),
		"fr": regexp.MustCompile(`\bRH\b|CSE|[Ee]mployeur peut|direction de la rédaction|élue? du personnel|nspection du travail|médecine du travail`),
	}
	for name, c := range map[string]*checkup.Checkup{
		"night-live-desk": checkuptest.OpenNewsroom(t), "day-desk-agency": checkuptest.OpenNewsroom(t), "regional-desk-of-one": checkuptest.OpenNewsroom(t),
		"sports-league": checkuptest.Open(t), "city-hall": checkuptest.Open(t), "start-up-lead": checkuptest.Open(t),
	} {
		for _, lang := range i18n.Languages() {
			v := say.NewVoice(c, lang)
			says := func(text, key string) bool {
				return strings.Contains(text, strings.Join(strings.Fields(v.T(key)), " "))
			}
			persona := checkuptest.Persona(t, c, name)
			own := everything(t, c, lang, checkuptest.With(persona, "work_status", "own_account", "manager_helps", nil))
			if found := avoid[lang].FindStringIndex(own); found != nil {
				t.Errorf("%s in %s: somebody on their own account reads %q", name, lang, around(own, found))
			}
			answers := checkuptest.With(persona, "work_status", "both")
			both := everything(t, c, lang, answers)
			for _, key := range []string{"next.employer", "next.clients", "next.person", "next.person.own", "next.place", "next.place.own",
				"letter.title.both", "letter.to.manager", "letter.to.hr", "letter.to.client"} {
				if !says(both, key) {
					t.Errorf("%s in %s: somebody with an employer and clients does not read %q", name, lang, v.T(key))
				}
			}
			w := letterWords(t, c, lang, answers)
			ask := func(to string) string {
				var texts []string
				for _, s := range w.Statements(to) {
					if s.Group.Key == "help" {
						texts = append(texts, s.Text)
					}
				}
				return strings.Join(texts, "\n")
			}
			if name == "night-live-desk" && ask(say.ToManager) == ask(say.ToClient) {
				t.Errorf("%s in %s: a client is asked for what an employer is", name, lang)
			}
			for _, skipped := range []questions.Answers{checkuptest.With(persona, "work_status", nil), checkuptest.With(persona, "work_status", "employed")} {
				if text := everything(t, c, lang, skipped); !says(text, "next.employer") || says(text, "next.clients") {
					t.Errorf("%s in %s: an employee is spoken to of clients", name, lang)
				}
			}
		}
	}
}
