package pseudo

import (
	"os"
	"testing"
	"unicode/utf8"

	"bothends/app/i18n"
	"bothends/questions/checkup"
)

func TestText(t *testing.T) {
	for _, tt := range []struct {
		language      Language
		english, want string
	}{
		{Accented, "Self-check", "[Ŝéĺƒ-çħéçķ ŵóŕ]"},
		{Accented, "{n} of {total}", "[{n} óƒ {total} ŵóŕđ]"},
		{Accented, "", ""},
		{Mirrored, "{n} days", "{n} דאןס"},
	} {
		if got := tt.language.Text(tt.english); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.english, got, tt.want)
		}
	}
	if got := utf8.RuneCountInString(Accented.Text("about as long as one line is on a phone")); got < 55 || got > 58 {
		t.Errorf("39 letters became %d", got)
	}
}

// What is made of English is whole: as the interface, and as a questionnaire.
func TestLanguagesAreWhole(t *testing.T) {
	words, pack := t.TempDir(), t.TempDir()
	if err := Interface(words); err != nil {
		t.Fatal(err)
	}
	printers, problems := i18n.Read(os.DirFS(words))
	for _, p := range problems {
		t.Error(p)
	}
	for _, l := range All {
		if p := printers[l.Tag]; p == nil || p.RightToLeft() != (l.Tag == "he") {
			t.Errorf("%s: got %v", l.Tag, p)
		}
	}
	if err := Pack(os.DirFS(pack), pack); err == nil {
		t.Error("an empty folder was taken for a questionnaire")
	}
	if err := Pack(checkup.Shipped(), pack); err != nil {
		t.Fatal(err)
	}
	_, problems = checkup.Check(os.DirFS(pack))
	for _, p := range problems {
		t.Error(p)
	}
}
