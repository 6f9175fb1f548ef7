package say

import (
	"testing"

	"bothends/questions/checkup/checkuptest"
	"bothends/questions/whatif"
)

// The unit of a change stands for both of its numbers.
func TestAChangeToNothingIsCountedByWhatItWas(t *testing.T) {
	c := checkuptest.Open(t)
	study, err := whatif.New(c, checkuptest.With(checkuptest.Persona(t, c, "city-hall"), "cover_wait_days", 90.0))
	if err != nil {
		t.Fatal(err)
	}
	for lang, wants := range map[string]map[float64]string{
		"en": {90: "Wait for health or sick cover: from 90 to 0 days"},
		"fr": {90: "Attente de la couverture santé ou maladie\u00a0: de 90 à 0\u00a0jours", 1: "Attente de la couverture santé ou maladie\u00a0: de 1 à 0\u00a0jour"},
	} {
		w := WhatIfWords{Voice: NewVoice(c, lang), Study: study}
		for old, want := range wants {
			if got := w.Change(whatif.Change{Question: "cover_wait_days", Old: old, New: 0.0}); got != want {
				t.Errorf("%s: got %q, want %q", lang, got, want)
			}
		}
	}
}
