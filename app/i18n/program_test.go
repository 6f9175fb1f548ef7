package i18n

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// literals are the strings in the code of a room of this module and of those that it
// imports. They are asked for by what is linked, not by a list of rooms.
func literals(t *testing.T, room string, seen map[string]bool, found map[string]string) {
	t.Helper()
	if seen[room] {
		return
	}
	seen[room] = true
	names, _ := filepath.Glob(filepath.Join("..", "..", filepath.FromSlash(room), "*.go"))
	if len(names) == 0 {
		t.Fatalf("%s has no code", room)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range file.Imports {
			if of, ours := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), "bothends/"); ours {
				literals(t, of, seen, found)
			}
		}
		if name == filepath.Join("..", "..", "app", "i18n", "program.go") {
			continue // says what is left out
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if text, err := strconv.Unquote(literal.Value); err == nil {
					found[text] = name
				}
			}
			return true
		})
	}
}

// What the program asks for begins with a string in its code, the key or what it puts
// together to one. So it says nothing of a group, the keys with the same beginning, with
// which no string begins; and such a group is one that nobody has to download.
func TestWordsOfPagesAlone(t *testing.T) {
	found := map[string]string{}
	literals(t, "cmd/wasm", map[string]bool{}, found)
	if len(found) < 1000 {
		t.Fatalf("only %d strings were found", len(found))
	}
	says := func(group string) (string, bool) {
		for text, where := range found {
			if strings.HasPrefix(text, group+".") || text == group && New(Reference).Has(group) {
				return strconv.Quote(text) + " in " + where, true
			}
		}
		return "", false
	}
	for _, group := range inPages {
		if what, said := says(group); said {
			t.Errorf("the program says %s, but the words of %q are left out: take it from inPages (program.go)", what, group)
		}
	}
	groups := map[string]bool{}
	for _, key := range New(Reference).Keys() {
		group, _, _ := strings.Cut(key, ".")
		groups[group] = true
	}
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		if group == "script" {
			continue // read there by scripts (web/boot/data.js)
		}
		if _, said := says(group); !said && !isInPages(group) {
			t.Errorf("the program says no word of %q, which everybody downloads: add it to inPages (program.go)", group)
		}
	}
}

func TestForProgram(t *testing.T) {
	content, err := os.ReadFile("fr.json")
	if err != nil {
		t.Fatal(err)
	}
	all, left := map[string]string{}, map[string]string{}
	if err := json.Unmarshal(content, &all); err != nil {
		t.Fatal(err)
	}
	told, err := ForProgram(content)
	if err == nil {
		err = json.Unmarshal(told, &left)
	}
	if err != nil {
		t.Fatal(err)
	}
	for key, text := range all {
		if got, ok := left[key]; ok == isInPages(key) || ok && got != text {
			t.Errorf("%s: got %q, %v", key, got, ok)
		}
	}
	if _, err := Parse(told); err != nil {
		t.Error(err)
	}
	if _, err := ForProgram([]byte("no JSON")); err == nil {
		t.Error("a file that is no JSON was taken")
	}
}
