package checkup

import (
	"reflect"
	"testing"
	"testing/fstest"
)

// What is read without checks is what Open has checked.
func TestReadIsOpenWithoutChecks(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		want, problems := Open(Shipped(), lang)
		for _, p := range problems {
			t.Fatal(p)
		}
		got := readAll(t, lang)
		if !reflect.DeepEqual(got.Words, want.Words) {
			t.Error(lang, "words differ")
		}
		if !reflect.DeepEqual(got.Model.Scoring, want.Model.Scoring) {
			t.Error(lang, "the scoring differs")
		}
		if !reflect.DeepEqual(got.Steps, want.Steps) {
			t.Error(lang, "the steps differ")
		}
		if !reflect.DeepEqual(got.Letter, want.Letter) {
			t.Error(lang, "what a note can say differs")
		}
		if !reflect.DeepEqual(got.Pack.Sections, want.Pack.Sections) || !reflect.DeepEqual(got.Pack.HelpLines, want.Pack.HelpLines) {
			t.Error(lang, "the questionnaire differs")
		}
	}
	_, loader, err := Read(Shipped(), "xx")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := loader.Next(); err == nil {
		t.Error("a language without words was read")
	}
}

func readAll(t testing.TB, lang string) *Checkup {
	t.Helper()
	files, err := Files(Shipped(), lang)
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: content}
	}
	c, loader, err := Read(fsys, lang)
	for more := true; more && err == nil; {
		more, err = loader.Next()
	}
	if err != nil || !loader.Done() {
		t.Fatal(err)
	}
	return c
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		readAll(b, "fr")
	}
}
