package checkup

import (
	"regexp"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/letter"
)

// employers finds the people and bodies that only employees have.
var employers = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\bHR\b|\bCSE\b|works council|\bemployers?\b|\bmanagers?\b|\beditor-in-chief\b|staff rep|labour inspect|occupational|legal minimum|\bEAP\b`),
	"de": regexp.MustCompile(`(?i)\bCSE\b|Betriebsrat|Personalrat|Personalabteilung|Personalvertretung|Arbeitgeber|Führungskraft|Redaktionsleitung|Chefredaktion|Arbeitsinspekt|betriebsärztlich|arbeitsmedizin|Mindestlohn|\bEAP\b`),
	"fr": regexp.MustCompile(`(?i)\bRH\b|\bCSE\b|comité d’entreprise|employeur|hiérarchie|vous encadre|m’encadre|élue? du personnel|inspection du travail|médecine du travail|minimum légal|\bPAE\b`),
}

// For people on their own account there is somebody to turn to, something to ask of
// clients and something to try for all that weighs, and a note for a client; none of
// it names a works council, HR or a manager.
func TestNothingSaidOnOwnAccountNamesAnEmployer(t *testing.T) {
	for lang, old := range map[string]string{
		"fr": "Le CSE, s’il y en a un, qui a un droit d’alerte, ou la médecine du travail.",
		"en": "Ask your manager for a short, regular check-in.",
		"de": "Bitte deine Führungskraft um ein kurzes, regelmäßiges Gespräch.",
	} {
		if !employers[lang].MatchString(old) {
			t.Errorf("%q would be let through", old)
		}
	}
	for _, c := range both(t) {
		for _, s := range c.Steps.Steps {
			if !s.Own {
				t.Errorf("%s: %s has no words for people on their own account", c.Pack.ID, s.Key())
			}
		}
		for _, lang := range c.Pack.Languages {
			words := c.Words[lang]
			for _, country := range []string{"FR", "US", "GB", ""} {
				for _, s := range c.Steps.Steps {
					others, person := c.Steps.Words(s.Key(), true)
					for _, key := range []string{others, person, c.Steps.NameKey(s.Place, country, true), c.Steps.WhatKey(s.Place, true)} {
						if found := employers[lang].FindString(words.Get(key)); found != "" {
							t.Errorf("%s, %s, %q: %s says %q: %s", c.Pack.ID, lang, country, key, found, words.Get(key))
						}
					}
				}
			}
			for key, text := range noteForClient(c, words) {
				if found := employers[lang].FindString(text); found != "" {
					t.Errorf("%s, %s: a note for a client says %q in %s: %s", c.Pack.ID, lang, found, key, text)
				}
			}
		}
	}
}

// noteForClient are the sentences that a note for a client can hold, by key.
func noteForClient(c *Checkup, words questions.Words) map[string]string {
	texts := map[string]string{}
	for _, g := range c.Letter.Groups {
		one := letter.Outline{Groups: []letter.Group{{Key: g.Key, Apart: g.Apart}}}
		for _, s := range g.Statements {
			if !s.Employed {
				one.Groups[0].Statements = append(one.Groups[0].Statements, s)
			}
		}
		keys := one.WordKeys(knownToLetter(c.Pack, c.Model))
		for _, key := range keys {
			texts[key] = words.Get(key)
		}
		for _, s := range one.Groups[0].Statements {
			for key := range texts { // those for an employer stand beside others
				if s.Client && strings.HasPrefix(key, s.Word()) && s.ForClient(key) != key && words.Has(s.ForClient(key)) {
					delete(texts, key)
				}
			}
		}
	}
	return texts
}
