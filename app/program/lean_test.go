package program

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// leanGo runs the go command on the lean program, in which files of lean/ are
// replaced by what replace maps them to, and returns all that it prints.
func leanGo(t *testing.T, replace map[string]string, command string, args ...string) string {
	t.Helper()
	lean := filepath.Join(projectFolder(t), "app", "program", "lean")
	files := map[string]string{}
	for name, by := range replace {
		files[filepath.Join(lean, filepath.FromSlash(name))] = by
	}
	flags, err := sourceFlags(t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	// The overlay is written already, and what a test replaces comes on top.
	overlay := struct{ Replace map[string]string }{}
	name := flags[len(flags)-1]
	content, err := os.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(content, &overlay)
	}
	if err != nil {
		t.Fatal(err)
	}
	maps.Copy(overlay.Replace, files)
	if content, err = json.Marshal(overlay); err == nil {
		err = os.WriteFile(name, content, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", slices.Concat([]string{command, "-tags", Tags}, flags, args)...)
	cmd.Env = append(os.Environ(), wasmTarget...)
	out, _ := cmd.CombinedOutput() // what it prints says whether it failed
	return string(out)
}

// These names of what is left out are used by what stays, so lean/ must stand in
// for them, and for nothing else. A new version of a library that uses more of
// them is found out here: the compiler is asked, without the file that stands in.
func TestNamesOfWhatIsLeftOut(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.go")
	if err := os.WriteFile(empty, []byte("package uuid\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		library, standIn, by string
		want                 []string
	}{
		{goApp + "/pkg/app", "go-app/pkg/app/left_out_wasm.go", "",
			[]string{"Handler", "clientResourceResolver", "decrypt", "encrypt", "makeRouter", "router"}},
		{validator, "validator/oneof.go", "", []string{"splitParamsRegex"}},
		{goApp + "/pkg/app", "uuid/uuid.go", empty, []string{"uuid.NewString"}},
	} {
		printed := leanGo(t, map[string]string{c.standIn: c.by}, "build", "-gcflags=-e", c.library)
		used := map[string]bool{}
		for _, m := range regexp.MustCompile(`undefined: (\S+)`).FindAllStringSubmatch(printed, -1) {
			used[m[1]] = true
		}
		if got := slices.Sorted(maps.Keys(used)); !slices.Equal(got, c.want) {
			t.Errorf("without %s, %s lacks %q, want %q\n%s", c.standIn, c.library, got, c.want, printed)
		}
	}
}

// exported are the names that a file offers, and those of what its types do.
func exported(t *testing.T, name string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			names = append(names, d.Name.Name)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					names = append(names, spec.Name.Name)
				case *ast.ValueSpec:
					for _, id := range spec.Names {
						names = append(names, id.Name)
					}
				}
			}
		}
	}
	names = slices.DeleteFunc(names, func(name string) bool { return !ast.IsExported(name) || name == "Write" })
	slices.Sort(names)
	return names
}

// What stands in for a file of Go offers what that one does.
func TestWhatStandsInForGoIsWhole(t *testing.T) {
	files := map[string]string{}
	if err := overlayStandard(files); err != nil {
		t.Fatal(err)
	}
	for standard, by := range files {
		if got, want := exported(t, by), exported(t, standard); !slices.Equal(got, want) {
			t.Errorf("%s offers %q, want %q", by, got, want)
		}
	}
}

// What stands in lies in modules of its own, which no other vet looks into.
func TestWhatStandsInIsVetted(t *testing.T) {
	long(t)
	for _, library := range []string{goApp + "/pkg/app", validator, "github.com/google/uuid"} {
		for line := range strings.Lines(leanGo(t, nil, "vet", library)) {
			for _, ours := range []string{"left_out_wasm.go", "oneof.go", "uuid.go"} {
				if strings.Contains(line, ours) {
					t.Error(line)
				}
			}
		}
	}
}

// A library that is newer than lean/ stops the lean build, never the plain one.
func TestPlain(t *testing.T) {
	long(t)
	lean, plain := overlaid[goApp], overlaid[goApp]
	plain.version = "v10.0.0"
	overlaid[goApp] = plain
	defer func() { overlaid[goApp] = lean }()
	if _, err := compiled(Options{}); err == nil || !strings.Contains(err.Error(), "build -plain") {
		t.Errorf("an unknown version: got %v, want a word about -plain", err)
	}
	p, err := compiled(Options{Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(p.Wasm), "\x00asm\x01\x00\x00\x00") || len(p.Wasm) < Ceiling {
		t.Errorf("the plain program has %d bytes and begins with %q", len(p.Wasm), p.Wasm[:8])
	}
	if !slices.ContainsFunc(p.Modules, func(m Module) bool { return m.Path == "github.com/google/uuid" && m.License != "" }) {
		t.Errorf("the plain program has another library than it says: %v", p.Modules)
	}
}
