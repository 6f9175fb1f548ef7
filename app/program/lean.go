package program

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bothends/questions"
)

// The program leaves out what no browser runs: README.md says what, why and
// how much it saves. Folders of lean/ replace three modules and one file of the
// standard library. In those of
// go-app and validator the go command finds the pinned version's own files
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

// overlaid are the modules whose own files are compiled in their folder, by an
// overlay: the version that was read, and what to change in its files.
var overlaid = map[string]struct {
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
			return questions.WithHint(fmt.Errorf("there is no %s", name), "app/program/README.md says what to do; build -plain does without")
		}
		delete(files, name)
	}
	return nil
}

// validatorTags are what package questions asks of the validator. It knows 170
// more, each with its tables, patterns and libraries. A tag that is missing here
// panics when a pack is opened, which a test does with this very list.
var validatorTags = []string{"required", "required_if", "required_with", "required_without",
	"excluded_if", "excluded_unless", "excluded_with", "excluded_without",
	"len", "min", "max", "eq", "ne", "gt", "gte", "lt", "lte", "oneof", "unique",
	"startswith", "https_url", "datetime", "iso3166_1_alpha2", "iso4217"}

// onlyTags shortens validator's list of tags.
func onlyTags(files map[string][]byte, keep []string) error {
	before, rest, opened := bytes.Cut(files["baked_in.go"], []byte("bakedInValidators = map[string]Func{\n"))
	list, after, closed := bytes.Cut(rest, []byte("\n\t}\n"))
	if !opened || !closed {
		return questions.WithHint(errors.New("validator's list of tags is not where it was"), "app/program/README.md says what to do; build -plain does without")
	}
	var b bytes.Buffer
	b.Write(before)
	b.WriteString("bakedInValidators = map[string]Func{\n")
	found := 0
	for line := range strings.Lines(string(list)) {
		name, _, _ := strings.Cut(strings.TrimLeft(line, "\t\""), "\"")
		if slices.Contains(keep, name) {
			b.WriteString(strings.TrimRight(line, "\n") + "\n")
			found++
		}
	}
	if found != len(keep) {
		return questions.WithHint(fmt.Errorf("validator knows %d of our %d tags", found, len(keep)), "app/program/README.md says what to do; build -plain does without")
	}
	b.WriteString("\t}\n")
	b.Write(after)
	files["baked_in.go"] = b.Bytes()
	return nil
}

// sourceFlags returns the flags of the go command that choose the files it
// compiles: none for a plain program. The files it needs are written below dir.
func sourceFlags(dir string, plain bool) ([]string, error) {
	if plain {
		return nil, nil
	}
	flags, err := leanModfile(dir)
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	if err := overlayModules(files, dir); err != nil {
		return nil, err
	}
	if err := overlayStandard(files); err != nil {
		return nil, err
	}
	overlay, err := overlayFlag(dir, files)
	return append(flags, overlay...), err
}

// overlayFlag returns the flag of the go command that has it read other files, by
// the names of those in whose place they are. The file it needs is written below dir.
func overlayFlag(dir string, files map[string]string) ([]string, error) {
	overlay, err := json.Marshal(map[string]any{"Replace": files})
	if err != nil {
		return nil, err
	}
	name := filepath.Join(dir, "overlay.json")
	return []string{"-overlay", name}, os.WriteFile(name, overlay, 0o644)
}

// leanModfile writes a go.mod in which folders of lean/ replace modules. Their
// addresses are relative, because the program records them.
func leanModfile(dir string) (flags []string, err error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		content, failed := os.ReadFile(filepath.Join(root, name))
		err = errors.Join(err, failed, os.WriteFile(filepath.Join(dir, name), content, 0o644))
	}
	if err != nil {
		return nil, err
	}
	edit := []string{"mod", "edit"}
	for _, name := range slices.Sorted(maps.Keys(leanModules)) {
		edit = append(edit, "-replace", name+"=./app/program/lean/"+leanModules[name])
	}
	modfile := filepath.Join(dir, "go.mod")
	_, err = goTool(nil, append(edit, modfile)...)
	return []string{"-modfile", modfile}, err
}

// godebugFile is the one file of the standard library that another stands in for:
// what reads $GODEBUG, which no browser has, brings all metrics of the runtime.
const godebugFile = "src/internal/godebug/godebug.go"

// overlayStandard adds it to overlay.
func overlayStandard(overlay map[string]string) error {
	goroot, err := goTool(nil, "env", "GOROOT")
	if err != nil {
		return err
	}
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	file := filepath.Join(strings.TrimSpace(string(goroot)), filepath.FromSlash(godebugFile))
	if _, err := os.Stat(file); err != nil {
		return questions.WithHint(fmt.Errorf("there is no %s in the Go toolchain", godebugFile), "app/program/README.md says what to do; build -plain does without")
	}
	overlay[file] = filepath.Join(root, "app", "program", "lean", "godebug", "godebug.go")
	return nil
}

// overlayModules adds the files of all overlaid modules to overlay.
func overlayModules(overlay map[string]string, dir string) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(overlaid)) {
		folder := filepath.Join(root, "app", "program", "lean", leanModules[name])
		if err := overlayModule(overlay, name, folder, dir); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// overlayModule adds to overlay, for the folder that stands in for a module, that
// module's own files. Changed ones are written below dir.
func overlayModule(overlay map[string]string, name, folder, dir string) error {
	out, err := goTool(nil, "list", "-m", "-json", name)
	if err != nil {
		return err
	}
	var module struct{ Version, Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return fmt.Errorf("reading go list: %w", err)
	}
	how := overlaid[name]
	if module.Version != how.version {
		return questions.WithHint(fmt.Errorf("go.mod has %s, but app/program/lean was made for %s", module.Version, how.version), "app/program/README.md says what to do; build -plain does without")
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
	for _, in := range slices.Sorted(maps.Keys(files)) {
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
