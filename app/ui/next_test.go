package ui

import (
	"html"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup/checkuptest"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Everything that weighs gets three lines, three things at once and the rest
// behind a fold, with names of the country of the job.
func TestWhatToDoNext(t *testing.T) {
	c := checkuptest.Open(t)
	answers := checkuptest.Persona(t, c, "sports-league")
	for _, lang := range i18n.Languages() {
		for country, want := range map[string]map[string]string{
			"FR": {"en": "inspection du travail", "fr": "inspection du travail"},
			"GB": {"en": "Acas", "fr": "Acas"},
			"US": {"en": "Wage and Hour Division", "fr": "Wage and Hour Division"},
			"ZA": {"en": "labour ministry of your country", "fr": "ministère du Travail de votre pays"},
			"":   {"en": "labour ministry of your country", "fr": "ministère du Travail de votre pays"},
		} {
			delete(answers, "country")
			if country != "" {
				answers["country"] = country
			}
			markup, _ := draw(t, c, lang, answers)
			markup = html.UnescapeString(markup)
			report, err := c.Score(answers)
			if err != nil {
				t.Fatal(err)
			}
			keys := say.Weighing(report.Result)
			if got := strings.Count(markup, "data-step="); got != len(keys) || len(keys) <= nextMost {
				t.Errorf("%s %s: %d things to do, want %d", lang, country, got, len(keys))
			}
			shown, _, _ := strings.Cut(markup, `data-act="next-rest"`)
			if got := strings.Count(shown, "data-step="); got != nextMost {
				t.Errorf("%s %s: %d at once, want %d", lang, country, got, nextMost)
			}
			if got := strings.Count(markup, i18n.New(lang).T("next.place")); got != len(keys) {
				t.Errorf("%s %s: %d places to turn to, want %d", lang, country, got, len(keys))
			}
			if !strings.Contains(markup, want[lang]) {
				t.Errorf("%s %s: no %q", lang, country, want[lang])
			}
		}
	}
}

// Sources are named by author and year. What the method still has to check is
// named without its figure.
func TestSourcesOfStepsKeepBackWhatIsToBeChecked(t *testing.T) {
	c := checkuptest.Open(t)
	for _, lang := range i18n.Languages() {
		for _, s := range c.Model.Scoring.Sources {
			text := c.Words[lang].Get("source." + s.ID)
			if s.ToBeChecked && (strings.Contains(text, "25") || strings.Contains(text, "1.33") || strings.Contains(text, "1,33")) {
				t.Errorf("%s %s prints a figure that is to be checked: %q", lang, s.ID, text)
			}
		}
		markup, _ := draw(t, c, lang, checkuptest.Persona(t, c, "sports-league"))
		if !strings.Contains(markup, "van der Molen et al. 2020") || !strings.Contains(markup, "Directive 2003/88/EC") {
			t.Errorf("%s: the sources are not named", lang)
		}
	}
}

// A calm result has nothing to do, and says so.
func TestNothingToDo(t *testing.T) {
	c := checkuptest.Open(t)
	for _, lang := range i18n.Languages() {
		markup, text := draw(t, c, lang, checkuptest.Persona(t, c, "in-house-specialist"))
		if strings.Contains(markup, "data-step=") || !strings.Contains(html.UnescapeString(text), i18n.New(lang).T("next.keep")) {
			t.Errorf("%s: %s", lang, text)
		}
	}
}

// The tables say what the pictures say.
func TestPicturesAsTables(t *testing.T) {
	c := checkuptest.Open(t)
	answers := checkuptest.Persona(t, c, "sports-league")
	report, err := c.Score(answers)
	if err != nil {
		t.Fatal(err)
	}
	v := say.Voice{Printer: i18n.New("en"), Pack: c.Words["en"]}
	markup := app.HTMLString(&Tables{Voice: v, Checkup: c, Report: &report, Answers: answers, open: true})
	for _, want := range []string{">Strain<", ">Signs<", ">63<", ">77<", ">Amount of work<", ">1<", ">9<", `data-answer="weekly_hours"`, "60\u00a0hours a week"} {
		if !strings.Contains(markup, want) {
			t.Errorf("no %s", want)
		}
	}
	if got, want := strings.Count(markup, "<tr>"), 4+2+len(report.Drivers)+*report.Pay.Jobs; got != want {
		t.Errorf("%d rows, want %d", got, want)
	}
	// without the hours of the week there is no column of hours.
	without := questions.Answers{}
	for id, value := range answers {
		without[id] = value
	}
	delete(without, "weekly_hours")
	if markup := app.HTMLString(&Tables{Voice: v, Checkup: c, Report: &report, Answers: without, open: true}); strings.Contains(markup, v.T("tables.hours")) {
		t.Error("hours of jobs in a week of unknown hours")
	}
}

// The sheet says what the result says, whatever was answered.
func TestSheet(t *testing.T) {
	c := checkuptest.Open(t)
	answers := checkuptest.Persona(t, c, "sports-league")
	few := questions.Answers{"weekly_hours": 60.0}
	for _, lang := range i18n.Languages() {
		v := say.NewVoice(c, lang)
		for name, a := range map[string]questions.Answers{"all": answers, "few": few, "none": {}} {
			report, err := c.Score(a)
			if err != nil {
				t.Fatal(err)
			}
			text := html.UnescapeString(app.HTMLString(&Sheet{Voice: v, Checkup: c, Report: &report, Answers: a, drawn: true}))
			want := []string{v.T("result.notvalidated"), c.Pack.Version, `id="` + sheetDate + `"`}
			for _, key := range report.Limits {
				want = append(want, v.Pack.Get("limit."+key+".name"))
			}
			if report.Band != nil {
				want = append(want, v.Pack.Get("band."+report.Band.Key+".name"), v.T("map.you"), v.Pack.Get("signs."+report.Signs.Level), v.Pack.Get("strain."+report.Strain.Level))
			} else {
				want = append(want, v.T("reason.none"))
			}
			for _, w := range want {
				if !strings.Contains(text, w) {
					t.Errorf("%s %s: no %q", lang, name, w)
				}
			}
			// Hooks of the screen stand once in the page.
			for _, hook := range []string{"data-driver", "data-limit", "<input", "<button", "<details"} {
				if strings.Contains(text, hook) {
					t.Errorf("%s %s: %s on paper", lang, name, hook)
				}
			}
		}
	}
	if early := app.HTMLString(&Sheet{Voice: say.Voice{Printer: i18n.New("en")}, Checkup: c}); strings.Contains(early, "<h2") {
		t.Error("the result waits for the sheet")
	}
}

// Who has no employer is sent to no works council and no HR department.
func TestOnOwnAccount(t *testing.T) {
	c := checkuptest.Open(t)
	for lang, avoid := range map[string][]string{
		"en": {"Your employer can:", "CSE", "labour inspectorate", "HR"},
		"fr": {"Votre employeur peut", "CSE", "inspection du travail", "les RH"},
	} {
		answers := checkuptest.Persona(t, c, "sports-league")
		answers["manager_helps"], answers["country"] = questions.NotApplicable, "FR"
		markup, _ := draw(t, c, lang, answers)
		_, next, _ := strings.Cut(html.UnescapeString(markup), say.NewVoice(c, lang).T("next.title"))
		next, _, _ = strings.Cut(next, `data-act="next-places"`)
		if !strings.Contains(next, say.NewVoice(c, lang).T("next.clients")) {
			t.Errorf("%s: nothing is said to clients in %s", lang, next)
		}
		for _, word := range avoid {
			if strings.Contains(next, word) {
				t.Errorf("%s: %q is said to somebody on their own account", lang, word)
			}
		}
	}
}
