package say

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
)

var update = flag.Bool("update", false, "write the notes anew")

// The whole note of every persona, and the page for a talk about pay, to be read as
// a person would send them. After a
// change of words, rules or figures, write them anew and read what changed:
//
//	go test -tags validator_novalidatefn ./app/say -run TestNotes -update
func TestNotes(t *testing.T) {
	for _, pack := range []string{"social-media-manager", "newsroom-social-desk"} {
		folder := checkuptest.Folder(pack)
		c, problems := checkup.Open(os.DirFS(folder))
		if c == nil {
			t.Fatal(problems)
		}
		files, _ := filepath.Glob(filepath.Join(folder, "personas", "*.expected.json"))
		for _, file := range files {
			name := strings.TrimSuffix(filepath.Base(file), ".expected.json")
			for _, lang := range c.Pack.Languages {
				w := letterWords(t, c, lang, checkuptest.Persona(t, c, name))
				ticked := map[string]bool{}
				for _, s := range w.Statements(w.Addressees()[len(w.Addressees())-1]) {
					ticked[s.ID] = true
				}
				to := w.Addressees()[len(w.Addressees())-1]
				for folder, text := range map[string]string{"notes": w.Note(to, ticked), "appraisals": w.Appraisal(to)} {
					compareWithKept(t, filepath.Join("testdata", folder, pack, name+"."+lang+".txt"), text)
				}
			}
		}
	}
}

// compareWithKept compares a text with the file of a name, or writes it there.
func compareWithKept(t *testing.T, kept, text string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(kept), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(kept, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	got, read := strings.Split(text, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(read)) {
		if i >= len(got) || i >= len(read) || got[i] != read[i] {
			t.Errorf("%s differs from line %d on (hint: run this test with -update, and read what changed)", kept, i+1)
			return
		}
	}
}
