package ui

import (
	"maps"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
	"bothends/questions/whatif"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// whatIf is the region as it stands once the search is done.
func whatIf(t testing.TB, c *checkup.Checkup, lang string, a questions.Answers) *WhatIf {
	t.Helper()
	s, err := whatif.New(c, a)
	if err != nil {
		t.Fatal(err)
	}
	w := &WhatIf{Voice: say.NewVoice(c, lang), Study: s}
	w.of = s
	w.set(nil)
	if w.possible() {
		w.search()
	}
	return w
}

// read is the region as markup and as text, without a word or a value missing.
func (w *WhatIf) read(t testing.TB) (markup, text string) {
	t.Helper()
	markup = app.HTMLString(w)
	if found := regexp.MustCompile(`\[[a-z_.0-9]+\]|\{[a-z_]+\}|lever\.[a-z_]+|NaN|<nil>`).FindAllString(markup, -1); len(found) > 0 {
		t.Errorf("words missing: %q", found)
	}
	text = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(markup, " ")
	return markup, strings.Join(strings.Fields(text), " ")
}

func withPay(a questions.Answers, country, currency string) questions.Answers {
	a = maps.Clone(a)
	maps.Copy(a, questions.Answers{
		"country": country, "currency": currency, "pay_amount": 1800.0, "pay_period": "month", "pay_basis": "net", "cadre": "no",
		"contract_hours": 35.0, "experience_years": 5.0,
	})
	return a
}

func TestWhatIfOfTheStartUpLead(t *testing.T) {
	c := checkuptest.Open(t)
	for lang, want := range map[string][]string{
		"en": {
			"Your strain is 55.8. To move down to “Keep an eye on it” on the map, you would need strain under 50.",
			"To ask for A week of 48 hours at most Weekly hours: from 58 to 48 hours Strain 52.0 instead of 55.8. No longer crossed: “A week of 55 hours or more”.",
			"In your own hands Evenings without work, and a real break most days Evenings worked: from 4 to 0 a week Real breaks: “Often” instead of “Seldom” Strain 53.6 instead of 55.8.",
			"Enough for “Keep an eye on it” Weekly hours: from 58 to 42.5 hours Strain 49.8 instead of 55.8. No longer crossed: “A week of 55 hours or more”. On the map: “Keep an eye on it”.",
			"Signs stay as you gave them",
		},
		"fr": {
			"Votre charge est de 55,8. Pour descendre d’un niveau sur la carte, à « À garder à l’œil », il faudrait une charge inférieure à 50.",
			"À demander Une semaine de 48 heures au plus Heures par semaine : de 58 à 48 heures Charge de 52,0 au lieu de 55,8.",
			"Heures par semaine : de 58 à 42,5 heures Charge de 49,8 au lieu de 55,8.",
			"Les signes restent tels que vous les avez indiqués",
		},
	} {
		w := whatIf(t, c, lang, checkuptest.Persona(t, c, "start-up-lead"))
		_, text := w.read(t)
		for _, want := range want {
			if !strings.Contains(text, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%s: nothing says %q in\n%s", lang, want, text)
			}
		}
	}
}

// A suggestion sets the sliders, and a second press takes it back.
func TestASuggestionSetsTheSliders(t *testing.T) {
	c := checkuptest.Open(t)
	a := checkuptest.Persona(t, c, "start-up-lead")
	before := maps.Clone(a)
	w := whatIf(t, c, "en", a)
	ideas := w.offered()
	last := ideas[len(ideas)-1]
	if last.kind != "way" || len(ideas) > 2*stepsMost+2 {
		t.Fatalf("%d suggestions, the last a %s", len(ideas), last.kind)
	}
	w.try(last)
	markup, text := w.read(t)
	for _, want := range []string{`data-band="2"`, `data-strain="49.8"`, `aria-valuetext="47.5 hours"`, `data-row="driver.weekly_hours"`, `data-row="limits"`, `data-row="balance"`} {
		if !strings.Contains(markup, want) {
			t.Errorf("no %s", want)
		}
	}
	// go-app prints a true attribute bare; in a browser it has its value.
	pressed := func(markup string) int { return len(regexp.MustCompile(`aria-pressed[ >]`).FindAllString(markup, -1)) }
	if pressed(markup) != 1 {
		t.Errorf("%d suggestions are pressed", pressed(markup))
	}
	for _, want := range []string{
		"Strain 49.8 of 100, moderate, instead of 55.8. “Keep an eye on it” instead of “Under pressure”.",
		"Week: 1 changed", "47.5 hours instead of 58 hours", "Weekly hours 8.3 points 4.3 points",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("nothing says %q in\n%s", want, text)
		}
	}
	w.try(last)
	if markup, _ = w.read(t); len(w.changed) > 0 || strings.Contains(markup, "data-band") || pressed(markup) > 0 {
		t.Error("a second press takes nothing back")
	}
	if !reflect.DeepEqual(a, before) {
		t.Error("the answers were changed")
	}
}

// Levers move one by one, and a lever that is back is not a change.
func TestLeversMove(t *testing.T) {
	c := checkuptest.Open(t)
	w := whatIf(t, c, "en", checkuptest.Persona(t, c, "start-up-lead"))
	hours, _ := w.Study.Lever("weekly_hours")
	tasks, _ := w.Study.Lever("responsibilities")
	w.move(hours, 42.5)
	w.tick(tasks, "paid_ads", false)
	if len(w.changed) != 2 || w.now.Strain.Score >= w.Study.Base.Strain.Score-5.9 {
		t.Errorf("changed %v, strain %v", w.changed, w.now.Strain.Score)
	}
	w.tick(tasks, "paid_ads", true)
	w.move(hours, 58.0)
	if len(w.changed) != 0 || w.now.Strain.Score != w.Study.Base.Strain.Score {
		t.Errorf("back where they were, levers still change %v", w.changed)
	}
	// Worse can be tried too, and is said.
	w.move(hours, 70.0)
	if _, text := w.read(t); !strings.Contains(text, "Strain 56.5 of 100, high, instead of 55.8") {
		t.Errorf("more hours do not show in\n%s", text)
	}
	day, _ := w.Study.Lever("longest_day")
	w.move(day, 16.0)
	if _, text := w.read(t); !strings.Contains(text, "Crossed as well: “A working day of more than 12 hours”") || !strings.Contains(text, "add up to more than 24 hours") {
		t.Errorf("a limit or a hint is not named in\n%s", text)
	}
}

// Where pay is known its figures move too.
func TestWhatIfMovesPay(t *testing.T) {
	c := checkuptest.Open(t)
	for _, lang := range i18n.Languages() {
		w := whatIf(t, c, lang, withPay(checkuptest.Persona(t, c, "start-up-lead"), "FR", "EUR"))
		pay, ok := w.Study.Lever("pay_amount")
		if !ok {
			t.Fatal("pay cannot be moved")
		}
		w.move(pay, pay.Stops[2])
		tasks, _ := w.Study.Lever("responsibilities")
		w.tick(tasks, "strategy", false)
		markup, text := w.read(t)
		for _, row := range []string{"own_hourly", "effective_hourly", "reference_hourly", "ratio", "driver.pay_benefits"} {
			if !strings.Contains(markup, `data-row="`+row+`"`) {
				t.Errorf("%s: %s does not move in\n%s", lang, row, text)
			}
		}
		want := map[string]string{"en": "€1,980", "fr": "1 980 €"}[lang]
		if !strings.Contains(strings.NewReplacer("\u202f", " ", "\u00a0", " ").Replace(text), want) {
			t.Errorf("%s: no %s in\n%s", lang, want, text)
		}
	}
}

// Everybody gets words, whoever they are, and nobody a promise.
func TestWhatIfOfPersonas(t *testing.T) {
	c := checkuptest.Open(t)
	for _, name := range []string{"in-house-specialist", "freelancer", "city-hall", "start-up-lead", "retail-fixed-term", "sports-league"} {
		for _, lang := range i18n.Languages() {
			w := whatIf(t, c, lang, checkuptest.Persona(t, c, name))
			_, text := w.read(t)
			ideas := w.offered()
			if len(ideas) > 2*stepsMost+2 {
				t.Errorf("%s %s: %d suggestions", name, lang, len(ideas))
			}
			if none := w.Voice.T("whatif.target.none"); (len(ideas) == 0) != strings.Contains(text, strings.Join(strings.Fields(none), " ")) && w.found.Wanted.For == whatif.ForPoints {
				t.Errorf("%s %s: with %d suggestions it says\n%s", name, lang, len(ideas), text)
			}
			for _, idea := range ideas {
				w.set(nil)
				w.try(idea)
				w.read(t)
			}
			for _, word := range []string{"will ", "risk of", "risque de", "you would feel better"} {
				if strings.Contains(strings.ToLower(text), word) {
					t.Errorf("%s %s says %q", name, lang, word)
				}
			}
		}
	}
}

func TestWhatIfIsHiddenWithoutStrain(t *testing.T) {
	c := checkuptest.Open(t)
	a := questions.Answers{"weekly_hours": 50.0}
	if markup, text := whatIf(t, c, "en", a).read(t); !strings.Contains(markup, "hidden") || text != "" {
		t.Errorf("without strain it says %q", text)
	}
	if markup := app.HTMLString(&WhatIf{Voice: say.Voice{Printer: i18n.New("en")}}); !strings.Contains(markup, "hidden") {
		t.Errorf("without a result it draws %s", markup)
	}
}

func BenchmarkWhatIfChange(b *testing.B) {
	c := checkuptest.Open(b)
	w := whatIf(b, c, "fr", withPay(checkuptest.Persona(b, c, "start-up-lead"), "FR", "EUR"))
	hours, _ := w.Study.Lever("weekly_hours")
	for i := 0; b.Loop(); i++ {
		w.move(hours, hours.Stops[i%len(hours.Stops)])
		w.Render()
	}
}
