package i18n

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// units are what a figure must not be parted from at the end of a line.
const units = `(%|€|h|min|ans?|années?|heures?|jours?|semaines?|mois|ko|Mo|points?|pixels?|études?|échantillons?|personnes?|pays|soirs?|niveaux?|caractères|tâches?|changements?|questions?|signes|résultats?|fichiers?|comptes?|facteurs?|métiers?|professions?|réponses?|limites?)`

// French is set as it is in print: a thin space that may not break before ; ? and
// !, a full one before : and inside « », and between a figure and its unit; curly
// apostrophes, and N°. It holds for every text of the interface, of both
// questionnaires and of the help lines.
func TestFrenchIsSetAsInPrint(t *testing.T) {
	rules := map[string]*regexp.Regexp{
		"; ? or ! without U+202F before it":      regexp.MustCompile(`[^\x{202f}?!;…][;?!](\s|$)`),
		": without U+00A0 before it":             regexp.MustCompile(`[^\x{00a0}:/a-z0-9][:](\s|$)|[a-zéèà]:(\s|$)`),
		"« without U+00A0 behind it":             regexp.MustCompile(`«[^\x{00a0}]`),
		"» without U+00A0 before it":             regexp.MustCompile(`[^\x{00a0}]»`),
		"a straight quotation mark":              regexp.MustCompile(`['"]`),
		"a masculine ordinal for the sign of N°": regexp.MustCompile(`[Nn]º`),
		"a figure that can part from its unit":   regexp.MustCompile(`(\d|\{(n|error|percent|minimum|max|points)\}) ` + units + `(\P{L}|$)`),
		"a figure that can part in itself":       regexp.MustCompile(`\d \d{3}(\D|$)`),
		"a dash for a hyphen":                    regexp.MustCompile(`\pL–\pL`),
	}
	files, err := filepath.Glob("../../questions/packs/*/text.fr.json")
	if err != nil || len(files) < 3 {
		t.Fatalf("only %q were found (%v)", files, err)
	}
	for _, file := range append(files, "fr.json") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(data, &texts); err != nil {
			t.Fatal(err)
		}
		delete(texts, "$schema")
		delete(texts, "ad.example.text") // as employers type it
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			for what, rule := range rules {
				if found := rule.FindString(texts[key]); found != "" {
					t.Errorf("%s: %s: %s: %q in %q", filepath.Base(filepath.Dir(file)), key, what, found, texts[key])
				}
			}
		}
	}
}
