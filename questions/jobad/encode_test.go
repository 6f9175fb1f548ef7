package jobad

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// texts are the ads of the project, and what fuzzing has kept.
func texts(tb testing.TB) []string {
	tb.Helper()
	var list []string
	for _, pattern := range []string{"testdata/ads/*.txt", "testdata/ads/*.html", "testdata/fuzz/FuzzRead/*"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			tb.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				tb.Fatal(err)
			}
			list = append(list, string(data), strings.ToUpper(string(data)))
		}
	}
	if len(list) < 10 {
		tb.Fatalf("only %d texts", len(list))
	}
	return list
}

func asJSON(tb testing.TB, ad Ad) string {
	tb.Helper()
	data, err := json.Marshal(ad)
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// What was decoded reads every text as what was encoded, to the byte: whole ads,
// and both examples of every pattern.
func TestADecodedLexiconReadsTheSame(t *testing.T) {
	r := reader(t)
	encoded := r.Encode()
	d, err := Decode(string(encoded))
	if err != nil {
		t.Fatal(err)
	}
	all := texts(t)
	for _, p := range r.patterns {
		all = append(all, p.entry.matches, p.entry.misses)
	}
	for _, text := range all {
		if got, want := asJSON(t, d.Read(text)), asJSON(t, r.Read(text)); got != want {
			t.Errorf("%q\nreads  %s\nand was %s", text, got, want)
		}
	}
	if again := reader(t).Encode(); !bytes.Equal(again, encoded) {
		t.Error("encoding again gives other bytes")
	}
}

func TestADamagedLexiconIsRefused(t *testing.T) {
	whole := string(reader(t).Encode())
	for name, text := range map[string]string{
		"empty":             "",
		"something else":    "<!doctype html>\n<title>404</title>\n",
		"cut off":           whole[:len(whole)/2],
		"without its end":   whole[:len(whole)-2],
		"longer":            whole + "A",
		"more numbers":      strings.TrimSuffix(whole, "\n") + "A\n",
		"another version":   strings.Replace(whole, encodedMark, "bothends-lexicon 1", 1),
		"another number":    strings.Replace(whole, "\nA", "\nB", 1),
		"an unknown group":  strings.Replace(whole, "duty.video", "duty.vudeo", 1),
		"no set of endings": strings.Replace(whole, "~A", "~Z", 1),
		"no number at all":  whole[:strings.LastIndex(whole[:len(whole)-1], "\n")+1] + "\n",
		"a sign of another": strings.TrimSuffix(whole, "A\n") + "!\n",
	} {
		if r, err := Decode(text); err == nil || r != nil {
			t.Errorf("%s: it is decoded", name)
		}
	}
}

// Whatever is decoded, nothing panics, and what is accepted can be read with.
func FuzzDecode(f *testing.F) {
	tiny, problems := Load(small(func(map[string]string) {}))
	if tiny == nil {
		f.Fatal(problems)
	}
	f.Add(string(tiny.Encode()))
	f.Add(encodedMark + "\n\n\n\nAAAAA\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := Decode(text)
		if err != nil {
			return
		}
		r.Read("Social media manager\n- You will write three posts for Instagram after 90 days.\n")
	})
}

func BenchmarkDecode(b *testing.B) {
	text := string(reader(b).Encode())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Decode(text); err != nil {
			b.Fatal(err)
		}
	}
}
