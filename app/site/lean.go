package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// The program leaves out what no browser runs: lean/README.md says what, why
// and how much it saves. The folders of lean/ replace four modules. In those of
// go-app and validator the go command is shown the pinned version's own files
// (an overlay), but for the few that are left out or shortened; nothing is
// copied or patched by hand.

const (
	goApp     = "github.com/maxence-charriere/go-app/v10"
	validator = "github.com/go-playground/validator/v10"
)

// leanModules maps modules to the folder of lean/ that replaces them.
var leanModules = map[string]string{
	goApp:                                "go-app",
	validator:                            "validator",
	"github.com/gabriel-vasile/mimetype": "mimetype",
	"golang.org/x/text":                  "text",
}

// shown are the modules whose own files are shown in their folder: the version
// that was read, and what to do with single files.
var shown = map[string]struct {
	version  string
	patterns []string
	change   func(name string, content []byte) ([]byte, error) // nil content leaves the file out
}{
	goApp: {"v10.1.11", []string{"pkg/app/*.go", "pkg/errors/*.go"}, func(name string, content []byte) ([]byte, error) {
		if name == "pkg/app/http.go" || name == "pkg/app/resource.go" {
			return nil, nil // the server; server_wasm.go stands in for it
		}
		return content, nil
	}},
	validator: {"v10.30.6", []string{"*.go"}, func(name string, content []byte) ([]byte, error) {
		if name == "baked_in.go" {
			return onlyTags(content, validatorTags)
		}
		return content, nil
	}},
}

// validatorTags are what package questions asks of the validator. It knows 170
// more, each with its tables, patterns and libraries; without an entry in its
// list the linker drops them. A tag that is missing here panics when a pack is
// opened, which a test does with this very list.
var validatorTags = set("required", "required_if", "required_without_all",
	"excluded_if", "excluded_unless", "excluded_with", "excluded_without",
	"len", "min", "max", "eq", "ne", "gt", "gte", "lt", "lte", "oneof", "unique",
	"startswith", "https_url", "datetime", "iso3166_1_alpha2", "iso4217")

// onlyTags shortens validator's list of tags.
func onlyTags(content []byte, keep map[string]bool) ([]byte, error) {
	before, rest, opened := bytes.Cut(content, []byte("bakedInValidators = map[string]Func{\n"))
	list, after, closed := bytes.Cut(rest, []byte("\n\t}\n"))
	if !opened || !closed {
		return nil, errors.New("validator's list of tags is not where it was (hint: read app/site/lean/README.md)")
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
		return nil, fmt.Errorf("validator knows %d of our %d tags (hint: read app/site/lean/README.md)", found, len(keep))
	}
	b.WriteString("\t}\n")
	b.Write(after)
	return b.Bytes(), nil
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

// showModule adds to files, for the folder that stands in for a module, that
// module's own files. Changed ones are written below dir.
func showModule(files map[string]string, name, folder, dir string) error {
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
			changed, err := how.change(filepath.ToSlash(in), content)
			switch {
			case err != nil:
				return err
			case changed == nil:
				continue
			case !bytes.Equal(changed, content):
				file = filepath.Join(dir, filepath.Base(in))
				if err := os.WriteFile(file, changed, 0o644); err != nil {
					return err
				}
			}
			files[filepath.Join(folder, in)] = file
		}
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
