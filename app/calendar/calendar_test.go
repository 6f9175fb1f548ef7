package calendar

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// parse reads a file the way a calendar program does: unfolded lines, each a
// name and a value.
func parse(t *testing.T, file []byte) [][2]string {
	t.Helper()
	text := string(file)
	if !utf8.ValidString(text) || !strings.HasSuffix(text, "\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Fatalf("not lines that end with CR LF: %q", text)
	}
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
	var out [][2]string
	for _, line := range strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("%q is no property", line)
		}
		out = append(out, [2]string{name, value})
	}
	return out
}

// plain undoes the escapes of TEXT.
func plain(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(s)
}

func TestAnEventCanBeReadBack(t *testing.T) {
	paris := time.FixedZone("", 3600)
	for name, e := range map[string]Event{
		"neutral": {ID: "minutes-2027-01-06", Start: time.Date(2027, 1, 6, 10, 0, 0, 0, paris), Minutes: 10,
			Stamp: time.Date(2026, 11, 25, 0, 31, 7, 0, paris), Product: "-//Calendar//EN", Summary: "A few minutes for yourself"},
		"French, long": {ID: "x", Start: time.Date(2024, 2, 28, 23, 55, 0, 0, time.UTC), Minutes: 10, Stamp: time.Unix(0, 0),
			Product: "-//x//FR", Summary: strings.Repeat("Où en êtes-vous ? ", 20), Details: "Réponses : «\u00a0là\u00a0»", Link: "https://example.org/fr/"},
		"awkward": {ID: "x", Start: time.Unix(0, 0).UTC(), Stamp: time.Unix(0, 0), Product: "x", Summary: "a;b,c\\d\r\nEND:VEVENT\nx\x07",
			Details: strings.Repeat("€", 200), Link: "https://example.org/\r\nATTACH:x"},
	} {
		t.Run(name, func(t *testing.T) {
			lines := parse(t, e.File())
			var names []string
			got := map[string]string{}
			for _, l := range lines {
				names = append(names, l[0])
				if _, twice := got[l[0]]; !twice {
					got[l[0]] = l[1]
				}
			}
			if n := len(slices.DeleteFunc(slices.Clone(names), func(s string) bool { return s != "BEGIN" })); n != 3 {
				t.Errorf("%d parts begin", n)
			}
			for _, l := range [][2]string{lines[0], lines[len(lines)-1]} {
				if l[1] != "VCALENDAR" {
					t.Errorf("the file is framed by %v", l)
				}
			}
			if slices.Contains(names, "ATTACH") {
				t.Error("a line break in the address begins a property")
			}
			want := map[string]string{
				"VERSION": "2.0", "UID": e.ID, "CLASS": "PRIVATE", "TRANSP": "TRANSPARENT", "ACTION": "DISPLAY", "TRIGGER": "PT0M",
				"DTSTAMP": e.Stamp.UTC().Format("20060102T150405Z"), "DTSTART": e.Start.Format("20060102T150405"),
			}
			for name, value := range want {
				if got[name] != value {
					t.Errorf("%s is %q, want %q", name, got[name], value)
				}
			}
			summary := strings.NewReplacer("\r\n", "\n", "\x07", "").Replace(e.Summary)
			if plain(got["SUMMARY"]) != summary {
				t.Errorf("the summary is %q, want %q", plain(got["SUMMARY"]), summary)
			}
			if e.Details != "" && plain(got["DESCRIPTION"]) != e.Details {
				t.Errorf("the details are %q", plain(got["DESCRIPTION"]))
			}
			if e.Details == "" && slices.Index(names, "DESCRIPTION") < slices.Index(names, "ACTION") {
				t.Error("there are details")
			}
		})
	}
}

func TestTheSameEventIsTheSameFile(t *testing.T) {
	e := Event{ID: "a", Start: time.Unix(1e9, 0), Stamp: time.Unix(2e9, 0), Summary: "x"}
	if first, second := e.File(), e.File(); string(first) != string(second) {
		t.Error("two files differ")
	}
}
