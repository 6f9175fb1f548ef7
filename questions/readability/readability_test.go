package readability_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"bothends/questions/readability"
)

func TestJudge(t *testing.T) {
	for _, tt := range []struct {
		lang, easy, hard string
	}{
		{"en", "The cat sat on the mat and saw a dog.", "Notwithstanding considerable organisational transformation, administrative responsibilities proliferated extraordinarily."},
		{"de", "Der Hund schläft auf dem Bett und träumt ein wenig.", "Ungeachtet organisatorischer Umstrukturierungen vervielfältigten sich außerordentliche Verwaltungszuständigkeiten kontinuierlich."},
		{"fr", "Le chat dort sur le lit et il rêve un peu.", "Nonobstant d’importantes transformations organisationnelles, les responsabilités administratives proliféraient considérablement."},
	} {
		sentences, age, ok := readability.Judge(tt.lang, map[string]string{"a": tt.easy, "b": tt.hard})
		if !ok || len(sentences) != 2 || sentences[0].Key != "b" || sentences[1].Age > 11 || sentences[0].Age < 20 {
			t.Errorf("%s: %v, %v", tt.lang, sentences, ok)
		}
		if age <= sentences[1].Age || age >= sentences[0].Age || math.IsNaN(age) {
			t.Errorf("%s: %.1f on the whole", tt.lang, age)
		}
	}
	if _, _, ok := readability.Judge("nl", map[string]string{"a": "Zes korte woorden staan in een zin."}); ok {
		t.Error("there is no formula for Dutch")
	}
	if _, _, ok := readability.Judge("en", map[string]string{"a": "Two words."}); ok {
		t.Error("two words were judged")
	}
}

// mostAge is the age at which texts are to be read with ease, on average.
const mostAge = 14

// Every file of words is read with ease at 14 on average, the method and the names
// of offices included.
func TestOurWordsAreReadAtFourteen(t *testing.T) {
	files, err := filepath.Glob("../packs/*/text.*.json")
	if err != nil {
		t.Fatal(err)
	}
	judged := 0
	for _, file := range append(files, "../../app/i18n/en.json", "../../app/i18n/fr.json", "../../app/i18n/de.json") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(data, &texts); err != nil {
			t.Fatal(err)
		}
		delete(texts, "$schema")
		lang := regexp.MustCompile(`(en|fr|de)\.json$`).FindStringSubmatch(file)[1]
		sentences, age, ok := readability.Judge(lang, texts)
		if !ok {
			continue // the help lines have remarks only
		}
		judged++
		t.Logf("%s: %d sentences, read with ease at %.1f", file, len(sentences), age)
		if age > mostAge {
			t.Errorf("%s is read with ease at %.1f on average, want %d; the hardest sentence is of %s at %.0f: %s",
				file, age, mostAge, sentences[0].Key, sentences[0].Age, sentences[0].Text)
		}
	}
	if judged < 9 {
		t.Errorf("only %d files were judged", judged)
	}
}
