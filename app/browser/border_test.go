package browser

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bothends/app/browser/bordertest"
)

// constants are the values of the constants of border.go whose names begin so.
func constants(t *testing.T, prefix string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "border.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, prefix) {
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			values = append(values, value)
		}
		return true
	})
	if len(values) == 0 {
		t.Fatalf("border.go has no constants %s…", prefix)
	}
	return values
}

// The program and web/border.d.ts know the same events; of data and keys the program
// needs some.
func TestTheProgramKeepsToTheBorder(t *testing.T) {
	known := slices.Sorted(slices.Values(constants(t, "Event")))
	want := slices.Sorted(slices.Values(append(bordertest.Names(t, "FromProgram"), bordertest.Names(t, "ToProgram")...)))
	if !slices.Equal(known, want) {
		t.Errorf("border.go has the events %q, web/border.d.ts %q", known, want)
	}
	for _, name := range constants(t, "Data") {
		if !slices.Contains(bordertest.Names(t, "RootData"), name) {
			t.Errorf("web/border.d.ts does not state %q among RootData", name)
		}
	}
	for _, name := range []string{DraftName, LetterName, RecordName, HoursName, UnkeptName} {
		if !slices.Contains(bordertest.Names(t, "Keys"), name) {
			t.Errorf("web/border.d.ts does not state the key %q", name)
		}
	}
}

func TestWhatIsHandedOverIsMadeForScripts(t *testing.T) {
	got := JSValues(map[string][]string{"a": {"1", "2"}, "b": {}})
	if list, ok := got["a"].([]any); !ok || !slices.Equal(list, []any{"1", "2"}) {
		t.Errorf("a is %#v", got["a"])
	}
	if list, ok := got["b"].([]any); !ok || len(list) != 0 {
		t.Errorf("b is %#v", got["b"])
	}
}
