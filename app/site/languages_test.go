package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothends/app/i18n/pseudo"
	"bothends/questions/checkup"
)

// otherLanguages are folders with an interface and our questionnaire in the
// languages of package pseudo.
func otherLanguages(t *testing.T) (words, pack string) {
	t.Helper()
	words, pack = t.TempDir(), t.TempDir()
	if err := pseudo.Interface(words); err != nil {
		t.Fatal(err)
	}
	if err := pseudo.Pack(checkup.Shipped(), pack); err != nil {
		t.Fatal(err)
	}
	return words, pack
}

// Everything that is missing of a language, in the interface and in the
// questionnaire, is told at once, and before a program is compiled.
func TestBuildTellsOfHalfALanguage(t *testing.T) {
	words, pack := otherLanguages(t)
	without := func(file string, keys ...string) {
		t.Helper()
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var kept []string
		for _, line := range strings.SplitAfter(string(data), "\n") {
			gone := false
			for _, key := range keys {
				gone = gone || strings.HasPrefix(line, ` "`+key+`":`)
			}
			if !gone {
				kept = append(kept, line)
			}
		}
		if err := os.WriteFile(file, []byte(strings.Join(kept, "")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	without(filepath.Join(words, "eo.json"), "language.point", "talk", "drivers.points.other")
	without(filepath.Join(words, "he.json"), "drivers.points.two")
	without(filepath.Join(pack, "text.he.json"), "weekly_hours.label", "driver.work_volume.name")
	_, problems := Build(Options{Out: filepath.Join(t.TempDir(), "site"), Base: "/", Interface: words, Pack: pack})
	var all strings.Builder
	for _, p := range problems {
		all.WriteString(p.Error() + "\n")
	}
	for _, want := range []string{
		"eo.json:", ": language.point: has no text", ": talk: has no text (hint: en.json says \"I need to talk", ": drivers.points.other: has no text",
		"he.json:", ": drivers.points.two: has no text",
		"text.he.json:1: weekly_hours.label: has no text (hint: text.en.json, line ", "text.he.json:1: driver.work_volume.name: has no text",
	} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("nothing says %q in\n%s", want, all.String())
		}
	}
	if len(problems) != 6 {
		t.Errorf("there are %d problems:\n%s", len(problems), all.String())
	}
}
