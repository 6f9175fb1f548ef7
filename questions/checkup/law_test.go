package checkup

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"bothends/questions"
)

// European finds the law of the European Union by its names.
var european = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`Europe|2003/88|\bEU\b`),
	"de": regexp.MustCompile(`[Ee]urop|2003/88|\bEU\b|Union`),
	"fr": regexp.MustCompile(`[Ee]urop|2003/88|\bUE\b|Union`),
}

// outside are countries that the questionnaires propose and that the European Union
// has no law in.
var outside = []string{"US", "CA", "GB", "CH", "AU", "NZ", "IN", "JP"}

// said are all texts about what weighs that somebody in a country can read: what to
// change and to try, whom to turn to, what a place does, the law, the sources, and
// what a note says, by key.
func said(c *Checkup, words questions.Words, country string, own bool) map[string]string {
	keys := c.Letter.WordKeys(knownToLetter(c.Pack, c.Model))
	for _, s := range c.Steps.Steps {
		others, person := c.Steps.Words(s.Key(), own)
		keys = append(keys, others, person, s.Key()+".name", c.Steps.NameKey(s.Place, country, own), c.Steps.WhatKey(s.Place, own))
		for _, id := range s.Sources {
			if c.Steps.Names(id, country, own) {
				keys = append(keys, "source."+id)
			}
		}
	}
	if law, ok := c.Steps.LawKey(country, own); ok {
		keys = append(keys, law)
	}
	texts := map[string]string{}
	for _, key := range keys {
		texts[key] = words.Get(key)
	}
	return texts
}

// both are the questionnaires of this repository.
func both(t *testing.T) []*Checkup {
	t.Helper()
	newsroom, problems := Open(os.DirFS("../packs/newsroom-social-desk"))
	if newsroom == nil {
		t.Fatal(problems)
	}
	return []*Checkup{open(t), newsroom}
}

// The law of Europe is named to nobody whose job is elsewhere, in no step, limit,
// place, source or sentence of a note.
func TestEuropeanLawIsNamedInEuropeOnly(t *testing.T) {
	for _, old := range []string{ // what was printed for everybody
		"Take work away until the week is 48 hours at most, the average limit in European Union law.",
		"The law differs from country to country. In the European Union, with exceptions: 48 hours a week on average.",
		"Directive 2003/88/EC",
	} {
		if !european["en"].MatchString(old) {
			t.Errorf("%q would be let through", old)
		}
	}
	for _, c := range both(t) {
		for _, lang := range c.Pack.Languages {
			for _, country := range outside {
				for key, text := range said(c, c.Words[lang], country, false) {
					if found := european[lang].FindString(text); found != "" {
						t.Errorf("%s, %s: somebody in %s reads %q in %s: %s", c.Pack.ID, lang, country, found, key, text)
					}
				}
			}
			// Where it is the law, and where the country is not known, it is named.
			for _, country := range []string{"FR", "DE", "IT", ""} {
				if !european[lang].MatchString(said(c, c.Words[lang], country, false)["source.directive-2003-88-ec"]) {
					t.Errorf("%s, %s: somebody in %q does not read of the directive", c.Pack.ID, lang, country)
				}
			}
		}
	}
}

// reversed finds what can be read as its opposite: "take away up to 48 hours" means
// to bring the week down to 48 hours, and says to take 48 hours out of it.
var reversed = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(take|cut|remove|reduce|lower|lighten|drop)\b[^.;:]*\b(up to|until|as much as)\s+[0-9]`),
	"de": regexp.MustCompile(`(?i)\b(wegnehm|kürz|streich|senk|verringer|abbau)\w*[^.;:]*\b(bis zu|um bis zu)\s+[0-9]|\b(bis zu)\s+[0-9][^.;:]*\b(wegnehm|kürz|streich|senk|verringer|abbau)`),
	"fr": regexp.MustCompile(`(?i)\b(retir|enlev|rédui|supprim|ôt|allég|dimin|baiss)\w*[^.;:]*jusqu’à\s+[0-9]`),
}

func TestNoSentenceCanBeReadAsItsOpposite(t *testing.T) {
	for lang, old := range map[string]string{
		"fr": "Retirer du travail jusqu’à 48 heures par semaine au plus, la limite moyenne du droit de l’Union européenne.",
		"en": "Take work away up to 48 hours a week at most.",
		"de": "Die Arbeit um bis zu 48 Stunden pro Woche verringern.",
	} {
		if !reversed[lang].MatchString(old) {
			t.Errorf("%q would be let through", old)
		}
	}
	for _, c := range both(t) {
		for _, lang := range c.Pack.Languages {
			for _, own := range []bool{false, true} {
				for key, text := range said(c, c.Words[lang], "FR", own) {
					if found := reversed[lang].FindString(strings.ReplaceAll(text, "\u00a0", " ")); found != "" {
						t.Errorf("%s, %s: %s says %q", c.Pack.ID, lang, key, found)
					}
				}
			}
		}
	}
}
