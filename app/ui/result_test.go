package ui

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
	"bothends/questions/packs"
	"bothends/questions/whatif"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"
)

// draw renders the result of answers, as text too.
func draw(t testing.TB, c *checkup.Checkup, lang string, a questions.Answers) (markup, text string) {
	t.Helper()
	report, err := c.Score(a)
	if err != nil {
		t.Fatal(err)
	}
	country, _ := a.Choice("country")
	markup = app.HTMLString(&Result{
		Voice: say.NewVoice(c, lang), Checkup: c, Report: &report, Answers: a, Country: country, Draft: &LetterDraft{},
	})
	if found := regexp.MustCompile(`\[[a-z_.0-9]+\]|\{[a-z_]+\}`).FindAllString(markup, -1); len(found) > 0 {
		t.Errorf("%s: words missing: %q", lang, found)
	}
	text = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(markup, " ")
	return markup, strings.Join(strings.Fields(text), " ")
}

func TestResultOfPersonas(t *testing.T) {
	c := checkuptest.Open(t)
	for _, name := range []string{"in-house-specialist", "freelancer", "city-hall", "start-up-lead", "retail-fixed-term", "sports-league"} {
		data, err := os.ReadFile(filepath.Join(checkuptest.Folder(packs.Pack), "personas", name+".expected.json"))
		if err != nil {
			t.Fatal(err)
		}
		var want struct {
			Expected struct {
				Signs, Strain struct{ Score float64 }
				Band          struct{ Number int }
				Limits        []string
			}
		}
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		for _, lang := range i18n.Languages() {
			t.Run(name+" "+lang, func(t *testing.T) {
				markup, text := draw(t, c, lang, checkuptest.Persona(t, c, name))
				e := want.Expected
				for _, attr := range []string{
					`data-signs="` + strconv.FormatFloat(questions.Round(e.Signs.Score, 1), 'f', 1, 64) + `"`,
					`data-strain="` + strconv.FormatFloat(questions.Round(e.Strain.Score, 1), 'f', 1, 64) + `"`,
					`data-band="` + strconv.Itoa(e.Band.Number) + `"`,
				} {
					if !strings.Contains(markup, attr) {
						t.Errorf("no %s", attr)
					}
				}
				if got := strings.Count(markup, "data-limit="); got != len(e.Limits) {
					t.Errorf("%d limits listed, want %v", got, e.Limits)
				}
				v := i18n.New(lang)
				first := strings.Contains(text, v.T("result.first"))
				if high := e.Signs.Score >= 50; first != high {
					t.Errorf("help lines first: %v, signs %v", first, e.Signs.Score)
				}
				if first && strings.Index(text, v.T("result.first")) > strings.Index(text, v.T("result.signs")+" ") {
					t.Error("help lines stand after the number")
				}
				for _, word := range []string{"burnt out", "diagnosed", "risk of", "risque de"} {
					if strings.Contains(strings.ToLower(text), word) {
						t.Errorf("the result says %q", word)
					}
				}
			})
		}
	}
}

// A form with too few answers gets a sentence, never a number.
func TestResultWithoutEnoughAnswers(t *testing.T) {
	c := checkuptest.Open(t)
	all := checkuptest.Persona(t, c, "sports-league")
	only := func(keep func(id string) bool) questions.Answers {
		a := questions.Answers{}
		for id, v := range all {
			if keep(id) {
				a[id] = v
			}
		}
		return a
	}
	signs := map[string]bool{}
	for _, item := range c.Model.Scoring.Signs.Items {
		signs[item.Question] = true
	}
	for _, tt := range []struct {
		name         string
		answers      questions.Answers
		with, absent []string
	}{
		{"nothing", questions.Answers{}, nil, []string{"data-signs", "data-strain", "data-band"}},
		{"signs only", only(func(id string) bool { return signs[id] }), []string{"data-signs"}, []string{"data-strain", "data-band"}},
		{"job only", only(func(id string) bool { return !signs[id] }), []string{"data-strain", "data-limit"}, []string{"data-signs", "data-band"}},
	} {
		for _, lang := range i18n.Languages() {
			t.Run(tt.name+" "+lang, func(t *testing.T) {
				markup, text := draw(t, c, lang, tt.answers)
				for _, want := range tt.with {
					if !strings.Contains(markup, want) {
						t.Errorf("no %s", want)
					}
				}
				for _, not := range tt.absent {
					if strings.Contains(markup, not) {
						t.Errorf("%s in %s", not, text)
					}
				}
				if !strings.Contains(text, i18n.New(lang).T("reason.none")) {
					t.Errorf("does not say that there is no result: %s", text)
				}
			})
		}
	}
}

// The help lines of the country of the job come first; without a country, the
// directory for everywhere.
func TestHelpLinesFollowTheCountry(t *testing.T) {
	c := checkuptest.Open(t)
	a := checkuptest.Persona(t, c, "sports-league")
	for country, want := range map[string]string{"FR": "tel:3114", "US": "tel:988", "KE": "findahelpline.com", "ZA": "tel:0800567567", "": "findahelpline.com"} {
		if country != "" {
			a["country"] = country
		}
		if markup, _ := draw(t, c, "en", a); !strings.Contains(markup, want) {
			t.Errorf("%q: no %s", country, want)
		}
		delete(a, "country")
	}
}

// TestAResultIsDrawnInPartsThatGrow holds that every part begins with all of the
// one before it, so that nothing a person reads moves, and that only the last one
// says that it is whole.
func TestAResultIsDrawnInPartsThatGrow(t *testing.T) {
	c := checkuptest.Open(t)
	study, err := whatif.New(c, checkuptest.Persona(t, c, "sports-league"))
	if err != nil {
		t.Fatal(err)
	}
	before := ""
	for part, steps := Verdict, 0; ; part, steps = part.next(), steps+1 {
		markup := app.HTMLString(&Result{
			Voice: say.Voice{Printer: i18n.New("en"), Pack: c.Words["en"]}, Checkup: c, Report: &study.Base, Study: study, Draft: &LetterDraft{}, Part: part,
		})
		opening, _, _ := strings.Cut(markup, ">")
		if brief := strings.Contains(opening, "data-brief"); brief != (part != Whole) {
			t.Errorf("part %d: said to be brief: %v", part, brief)
		}
		// Attributes come in any order: tags are compared by their names.
		body := strings.Join(strings.Fields(regexp.MustCompile(`<(/?\w+)[^>]*>`).ReplaceAllString(markup, "<$1>")), " ")
		body = strings.TrimSuffix(body, " </section>")
		if !strings.HasPrefix(body, before) || len(body) == len(before) {
			t.Errorf("part %d does not hold the one before it and more", part)
		}
		if part == Whole {
			break
		}
		if steps > int(Advice) {
			t.Fatal("the parts never end")
		}
		before = body
	}
	if Whole.next() != Whole {
		t.Error("something follows the whole")
	}
}

// The result of somebody's own questionnaire asks for no word of ours and does
// not speak of pay.
func TestResultOfAnotherQuestionnaire(t *testing.T) {
	c := checkuptest.OpenNewsroom(t)
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
				if want := c.Words[lang].Get(c.Steps.NameKey(step.Place, "FR", false)); !ok || !strings.Contains(markup, say.Capital(want)+".") {
					t.Errorf("%s in %s: no place to turn to for %s, want %q", filepath.Base(name), lang, key, want)
				}
			}
		}
	}
}
