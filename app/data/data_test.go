package data

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
)

func encoded(t testing.TB, files map[string]string) []byte {
	t.Helper()
	contents := map[string][]byte{}
	for name, content := range files {
		contents[name] = []byte(content)
	}
	out, err := Encode(contents)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestRoundTrip(t *testing.T) {
	files := map[string]string{
		"pack.json":     "{\n  \"id\": \"désk — a\"\n}\n",
		"pay/pay.csv":   "a,b\n1,2\n",
		"text.json":     `{"a": "-- b --"}`,
		"interface.txt": "",
	}
	fsys, err := Decode(encoded(t, files))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"pack.json":     "{\"id\":\"désk — a\"}\n",
		"pay/pay.csv":   files["pay/pay.csv"],
		"text.json":     "{\"a\":\"-- b --\"}\n",
		"interface.txt": "",
	} {
		if got, err := fs.ReadFile(fsys, name); err != nil || string(got) != want {
			t.Errorf("%s: got %q, %v, want %q", name, got, err, want)
		}
	}
	if _, err := fs.Stat(fsys, end); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the end mark is a file: %v", err)
	}
	if sub, err := fs.Sub(fsys, "pay"); err != nil {
		t.Error(err)
	} else if _, err := fs.ReadFile(sub, "pay.csv"); err != nil {
		t.Error(err)
	}
}

func TestSameFilesGiveTheSameBytes(t *testing.T) {
	files := map[string]string{"b.json": "{}", "a.csv": "x\n", "c.json": "[1, 2]"}
	first := encoded(t, files)
	for range 20 {
		if !bytes.Equal(encoded(t, files), first) {
			t.Fatal("the order of a map shows")
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	for name, files := range map[string]map[string][]byte{
		"JSON that is none":          {"a.json": []byte("{")},
		"a line like a file's head":  {"a.csv": []byte("x\n-- b --\ny\n")},
		"no end of the last line":    {"a.csv": []byte("x")},
		"a name with blanks outside": {" a.csv": []byte("x\n")},
	} {
		if _, err := Encode(files); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestDecodeRefusesWhatIsNotWhole(t *testing.T) {
	whole := encoded(t, map[string]string{"a.json": "{}", "b.csv": "x,y\n"})
	for name, content := range map[string]string{
		"nothing":         "",
		"another version": strings.Replace(string(whole), "data 1", "data 2", 1),
		"a page instead":  "<!doctype html><title>404</title>",
		"cut":             strings.TrimSuffix(string(whole), "-- end --\n"),
		"no comment":      strings.TrimPrefix(string(whole), format),
	} {
		if _, err := Decode([]byte(content)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encoded(f, map[string]string{"a.json": "{}", "b/c.csv": "x,y\n"}))
	f.Add([]byte(format + "-- a --\n-- a --\n-- end --\n"))
	f.Add([]byte(format + "-- ../a --\n-- end --\n"))
	f.Add([]byte(""))
	f.Fuzz(func(t *testing.T, content []byte) {
		fsys, err := Decode(content)
		if err != nil {
			return
		}
		if err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				_, err = fs.ReadFile(fsys, name)
			}
			return err
		}); err != nil {
			t.Error(err)
		}
	})
}
