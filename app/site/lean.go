package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The program leaves out what no browser runs: lean/README.md says what, why
// and how much it saves. The folders of lean/ replace three modules. In those of
// go-app and validator the go command is shown the pinned version's own files
// (an overlay), but for the few that are left out or shortened; nothing is
// copied or patched by hand.

const (
	goApp     = "github.com/maxence-charriere/go-app/v10"
	validator = "github.com/go-playground/validator/v10"
)

// leanModules maps modules to the folder of lean/ that replaces them.
var leanModules = map[string]string{
	goApp:                    "go-app",
	validator:                "validator",
	"github.com/google/uuid": "uuid",
}

// shown are the modules whose own files are shown in their folder: the version
// that was read, and what to change in its files.
var shown = map[string]struct {
	version  string
	patterns []string
	change   func(files map[string][]byte) error
}{
	goApp: {"v10.1.11", []string{"pkg/app/*.go", "pkg/errors/*.go"}, func(files map[string][]byte) error {
		// The server, regular expressions as routes, and encrypted storage;
		// left_out_wasm.go stands in for them.
		return leaveOut(files, "pkg/app/http.go", "pkg/app/resource.go", "pkg/app/route.go", "pkg/app/crypto.go")
	}},
	validator: {"v10.30.6", []string{"*.go"}, func(files map[string][]byte) error {
		if err := onlyTags(files, validatorTags); err != nil {
			return err
		}
		// All that is left of the regular expressions is the one that oneof.go
		// stands in for.
		return errors.Join(leaveOut(files, "regexes.go", "postcode_regexes.go"), dropUnused(files))
	}},
}

// leaveOut takes files away, which must be there.
func leaveOut(files map[string][]byte, names ...string) error {
	for _, name := range names {
		if files[name] == nil {
			return fmt.Errorf("there is no %s (hint: read app/site/lean/README.md)", name)
		}
		delete(files, name)
	}
	return nil
}

// validatorTags are what package questions asks of the validator. It knows 170
// more, each with its tables, patterns and libraries. A tag that is missing here
// panics when a pack is opened, which a test does with this very list.
var validatorTags = set("required", "required_if", "required_without_all",
	"excluded_if", "excluded_unless", "excluded_with", "excluded_without",
	"len", "min", "max", "eq", "ne", "gt", "gte", "lt", "lte", "oneof", "unique",
	"startswith", "https_url", "datetime", "iso3166_1_alpha2", "iso4217")

// onlyTags shortens validator's list of tags.
func onlyTags(files map[string][]byte, keep map[string]bool) error {
	before, rest, opened := bytes.Cut(files["baked_in.go"], []byte("bakedInValidators = map[string]Func{\n"))
	list, after, closed := bytes.Cut(rest, []byte("\n\t}\n"))
	if !opened || !closed {
		return errors.New("validator's list of tags is not where it was (hint: read app/site/lean/README.md)")
	}
	var b bytes.Buffer
	b.Write(before)
	b.WriteString("bakedInValidators = map[string]Func{\n")
	found := 0
	for line := range strings.Lines(string(list)) {
		name, _, _ := strings.Cut(strings.TrimLeft(line, "\t\""), "\"")
		if keep[name] {
			b.WriteString(strings.TrimRight(line, "\n") + "\n")
			found++
		}
	}
	if found != len(keep) {
		return fmt.Errorf("validator knows %d of our %d tags (hint: read app/site/lean/README.md)", found, len(keep))
	}
	b.WriteString("\t}\n")
	b.Write(after)
	files["baked_in.go"] = b.Bytes()
	return nil
}

// dropUnused takes out of the files of one package the functions and variables
// that nothing names any more, and with them the imports that only they need:
// the linker would drop the functions, but never a library that prepares itself
// at start-up.
func dropUnused(files map[string][]byte) error {
	set := token.NewFileSet()
	parsed := map[string]*ast.File{}
	named := map[string][]ast.Node{} // what can be dropped, by name
	var live []ast.Node
	for _, name := range sortedKeys(files) {
		file, err := parser.ParseFile(set, name, files[name], parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		parsed[name] = file
		for _, d := range file.Decls {
			for _, part := range droppable(d) {
				if part.name == "" || ast.IsExported(part.name) {
					live = append(live, part.node)
				} else {
					named[part.name] = append(named[part.name], part.node)
				}
			}
		}
	}
	used := map[ast.Node]bool{}
	for len(live) > 0 {
		node := live[len(live)-1]
		live = live[:len(live)-1]
		if used[node] {
			continue
		}
		used[node] = true
		ast.Inspect(node, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				live = append(live, named[id.Name]...)
			}
			return true
		})
	}
	for name, file := range parsed {
		var cut [][2]int
		mentioned := map[string]bool{}
		drop := func(n ast.Node) {
			cut = append(cut, [2]int{set.Position(n.Pos()).Offset, set.Position(n.End()).Offset})
		}
		for _, d := range file.Decls {
			parts := droppable(d)
			for _, part := range parts {
				if used[part.node] {
					ast.Inspect(part.node, func(n ast.Node) bool {
						if s, ok := n.(*ast.SelectorExpr); ok {
							if id, ok := s.X.(*ast.Ident); ok {
								mentioned[id.Name] = true
							}
						}
						return true
					})
				} else if parts != nil {
					drop(part.node)
				}
			}
		}
		for _, spec := range file.Imports {
			library := strings.Trim(spec.Path.Value, `"`)
			as := library[strings.LastIndexByte(library, '/')+1:]
			if spec.Name != nil {
				as = spec.Name.Name
			}
			if !mentioned[as] {
				drop(spec)
			}
		}
		slices.SortFunc(cut, func(a, b [2]int) int { return b[0] - a[0] })
		content := slices.Clone(files[name])
		for _, c := range cut {
			content = slices.Delete(content, c[0], c[1])
		}
		files[name] = content
	}
	return nil
}

// A part is a function or variable at the top level of a file; what has no name
// here, such as a method or a type, is always kept.
type part struct {
	name string
	node ast.Node
}

// droppable takes a declaration to pieces.
func droppable(d ast.Decl) []part {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil && d.Name.Name != "init" {
			return []part{{d.Name.Name, d}}
		}
	case *ast.GenDecl:
		if d.Tok == token.IMPORT {
			return nil
		}
		if d.Tok == token.VAR && d.Lparen.IsValid() {
			var parts []part
			for _, spec := range d.Specs {
				names := spec.(*ast.ValueSpec).Names
				if name := names[0].Name; len(names) == 1 && name != "_" {
					parts = append(parts, part{name, spec})
				} else {
					parts = append(parts, part{"", spec})
				}
			}
			return parts
		}
		if d.Tok == token.VAR {
			if names := d.Specs[0].(*ast.ValueSpec).Names; len(names) == 1 && names[0].Name != "_" {
				return []part{{names[0].Name, d}}
			}
		}
	}
	return []part{{"", d}}
}

// leanFlags returns the flags of the go command for the lean program, in which
// files are replaced too. The files it needs are written below dir. Addresses
// of replacements are relative, because the program records them.
func leanFlags(dir string, replace map[string]string) ([]string, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	files := maps.Clone(replace)
	if files == nil {
		files = map[string]string{}
	}
	for _, name := range sortedKeys(shown) {
		folder := filepath.Join(root, "app", "site", "lean", leanModules[name])
		if err := showModule(files, name, folder, dir); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": files})
	if err != nil {
		return nil, err
	}
	overlayFile, modfile := filepath.Join(dir, "overlay.json"), filepath.Join(dir, "go.mod")
	err = os.WriteFile(overlayFile, overlay, 0o644)
	for _, name := range []string{"go.mod", "go.sum"} {
		content, failed := os.ReadFile(filepath.Join(root, name))
		err = errors.Join(err, failed, os.WriteFile(filepath.Join(dir, name), content, 0o644))
	}
	if err != nil {
		return nil, err
	}
	edit := []string{"mod", "edit"}
	for _, name := range sortedKeys(leanModules) {
		edit = append(edit, "-replace", name+"=./app/site/lean/"+leanModules[name])
	}
	_, err = goTool(nil, append(edit, modfile)...)
	return []string{"-modfile", modfile, "-overlay", overlayFile}, err
}

// showModule adds to overlay, for the folder that stands in for a module, that
// module's own files. Changed ones are written below dir.
func showModule(overlay map[string]string, name, folder, dir string) error {
	out, err := goTool(nil, "list", "-m", "-json", name)
	if err != nil {
		return err
	}
	var module struct{ Version, Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return fmt.Errorf("reading go list: %w", err)
	}
	how := shown[name]
	if module.Version != how.version {
		return fmt.Errorf("go.mod has %s, but app/site/lean was made for %s (hint: read its README.md)", module.Version, how.version)
	}
	files, sources := map[string][]byte{}, map[string][]byte{}
	for _, pattern := range how.patterns {
		names, err := filepath.Glob(filepath.Join(module.Dir, filepath.FromSlash(pattern)))
		if err != nil {
			return err
		}
		for _, file := range names {
			in, err := filepath.Rel(module.Dir, file)
			if err != nil {
				return err
			}
			if strings.HasSuffix(in, "_test.go") {
				continue
			}
			content, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			files[filepath.ToSlash(in)], sources[filepath.ToSlash(in)] = content, content
		}
	}
	if err := how.change(files); err != nil {
		return err
	}
	for _, in := range sortedKeys(files) {
		file := filepath.Join(module.Dir, filepath.FromSlash(in))
		if !bytes.Equal(files[in], sources[in]) {
			file = filepath.Join(dir, leanModules[name]+"-"+strings.ReplaceAll(in, "/", "-"))
			if err := os.WriteFile(file, files[in], 0o644); err != nil {
				return err
			}
		}
		overlay[filepath.Join(folder, filepath.FromSlash(in))] = file
	}
	return nil
}

// moduleRoot is the folder of this project's go.mod.
func moduleRoot() (string, error) {
	gomod, err := goTool(nil, "env", "GOMOD")
	if err != nil {
		return "", err
	}
	name := strings.TrimSpace(string(gomod))
	if filepath.Base(name) != "go.mod" {
		return "", errors.New("this is not the project's folder (hint: run it where go.mod is)")
	}
	return filepath.Dir(name), nil
}
