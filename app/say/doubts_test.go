package say

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
)

// A slip is doubted with what was read, and what is proposed instead is read and
// not doubted.
func TestDoubts(t *testing.T) {
	c := checkuptest.Open(t)
	us := [][2]string{{"country", "US"}, {"currency", "USD"}, {"pay_period", "hour"}, {"contract_hours", "40"}}
	fr := [][2]string{{"country", "FR"}, {"currency", "EUR"}, {"pay_period", "month"}, {"pay_basis", "net"}}
	for _, test := range []struct {
		name         string
		form         [][2]string
		field, typed string
		en, fr, de   string // "" for no doubt
		instead      string // in English
	}{
		{"the hours of a French month", append(fr, [2]string{"pay_amount", "1950"}), "contract_hours", "151,67",
			"You wrote 151.67 hours a week. Are these the hours of a month? That would be 35 hours a week.",
			"Vous avez écrit 151,67 heures par semaine. Est-ce pour un mois ? Cela ferait 35 heures par semaine.",
			"Du hast 151,67 Stunden pro Woche geschrieben. Sind das die Stunden eines Monats? Das wären 35 Stunden pro Woche.", "35"},
		{"thousands of an hour", us, "pay_amount", "24.038",
			"You wrote “24.038”, and it is read as $24,038. Is that $24,038 an hour?", "Vous avez écrit « 24.038 », lu comme 24 038 $US.", "Du hast „24.038“ geschrieben, gelesen als 24.038 US$.", "24.0380"},
		{"a month of pay for an hour", us, "pay_amount", "3200", "Is that $3,200 an hour?", "Cela ferait 3 200 $US de l’heure ?", "Sind das 3.200 US$ pro Stunde?", ""},
		{"a month beside an hour", us, "pay_amount", "25 a month", "You wrote “25 a month” and chose “One hour”", "« 25 a month » et choisi « Une heure »", "Du hast „25 a month“ geschrieben und als Zeitraum „Eine Stunde“ gewählt.", ""},
		{"likely pay", us, "pay_amount", "24.04", "", "", "", ""},
		{"likely hours", fr, "contract_hours", "35", "", "", "", ""},
	} {
		for _, lang := range i18n.Languages() {
			v := NewVoice(c, lang)
			want := map[string]string{"en": test.en, "fr": test.fr, "de": test.de}[lang]
			doubts := func(typed string) []Doubt {
				form := [][2]string{{test.field, typed}}
				for _, entry := range test.form {
					if entry[0] != test.field {
						form = append(form, entry)
					}
				}
				return v.Doubts(c.Pack, c.Tables, c.Pack.ParseForm(form, v.Pack))
			}
			got := doubts(test.typed)
			if want == "" {
				if len(got) > 0 {
					t.Errorf("%s in %s: %q", test.name, lang, got)
				}
				continue
			}
			if len(got) != 1 || got[0].Question != test.field {
				t.Errorf("%s in %s: %q", test.name, lang, got)
				continue
			}
			d := got[0]
			text := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(d.Text)
			if !strings.Contains(text, want) {
				t.Errorf("%s in %s: %q, want %q", test.name, lang, text, want)
			}
			if strings.ReplaceAll(d.Instead, ",", ".") != test.instead || (d.Label == "") != (d.Instead == "") {
				t.Errorf("%s in %s: %q is proposed as %q, want %q", test.name, lang, d.Instead, d.Label, test.instead)
			}
			if d.Instead != "" {
				if again := doubts(d.Instead); len(again) > 0 {
					t.Errorf("%s in %s: %q is doubted too: %q", test.name, lang, d.Instead, again)
				}
			}
		}
	}
}

func TestConversions(t *testing.T) {
	c := checkuptest.Open(t)
	for lang, want := range map[string]string{"en": "This is read as 35 hours a week.", "de": "Gelesen wird das als 35 Stunden pro Woche.", "fr": "C’est lu comme 35 heures par semaine."} {
		v := NewVoice(c, lang)
		form := c.Pack.ParseForm([][2]string{{"contract_hours", "151,67 h par mois"}, {"weekly_hours", "38 h"}}, v.Pack)
		got := v.Conversions(c.Pack, form)
		if text := strings.ReplaceAll(got["contract_hours"], "\u00a0", " "); len(got) != 1 || text != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// Nobody of the examples is doubted: a doubt is for what can hardly be meant.
func TestNoExampleIsDoubted(t *testing.T) {
	for pack, c := range map[string]*checkup.Checkup{"social-media-manager": checkuptest.Open(t), "newsroom-social-desk": checkuptest.OpenNewsroom(t)} {
		files, err := filepath.Glob("../../questions/packs/" + pack + "/personas/*.json")
		if err != nil || len(files) < 2 {
			t.Fatalf("%q (%v)", files, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			answers, problems := c.Pack.Decode(data)
			if len(problems) > 0 {
				continue // what came out, not what was answered
			}
			for _, lang := range i18n.Languages() {
				v := NewVoice(c, lang)
				var form [][2]string
				for name, values := range c.Pack.FormValues(answers, v.T("language.point")) {
					for _, value := range values {
						form = append(form, [2]string{name, value})
					}
				}
				if doubts := v.Doubts(c.Pack, c.Tables, c.Pack.ParseForm(form, v.Pack)); len(doubts) > 0 {
					t.Errorf("%s in %s: %q", file, lang, doubts)
				}
			}
		}
	}
}
