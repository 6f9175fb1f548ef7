package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// The program leaves out what no browser runs: lean/README.md says what, why
// and how much it saves. Nothing is copied or patched. The folders of lean/
// replace three modules, and in that of go-app the go command is shown the
// pinned version's own files (an overlay), except the two that are its server.

const (
	goApp = "github.com/maxence-charriere/go-app/v10"
	// leanGoApp is the version whose server lean/go-app stands in for.
	leanGoApp = "v10.1.11"
)

// serverFiles of go-app import net/http.
var serverFiles = set("pkg/app/http.go", "pkg/app/resource.go")

// leanModules maps modules to the folder of lean/ that replaces them. What is
// not go-app is gone altogether.
var leanModules = map[string]string{
	goApp:                                "go-app",
	"github.com/gabriel-vasile/mimetype": "mimetype",
	"golang.org/x/text":                  "text",
}

// leanFlags returns the flags of go build for the lean program, in which files
// are replaced too. The files it needs are written below dir. Addresses are
// relative, because the program records them.
func leanFlags(dir string, files map[string]string) ([]string, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	show, err := goAppFiles(filepath.Join(root, "app", "site", "lean", leanModules[goApp]))
	if err != nil {
		return nil, err
	}
	maps.Copy(show, files)
	overlay, err := json.Marshal(map[string]any{"Replace": show})
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

// goAppFiles maps the files of a folder that stands in for go-app to those of
// the module cache.
func goAppFiles(folder string) (map[string]string, error) {
	out, err := goTool(nil, "list", "-m", "-json", goApp)
	if err != nil {
		return nil, err
	}
	var module struct{ Version, Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return nil, fmt.Errorf("reading go list: %w", err)
	}
	if module.Version != leanGoApp {
		return nil, fmt.Errorf("go.mod has go-app %s, but app/site/lean stands in for the server of %s (hint: read its README.md)", module.Version, leanGoApp)
	}
	files := map[string]string{}
	for _, pattern := range []string{"pkg/app/*.go", "pkg/errors/*.go"} {
		names, err := filepath.Glob(filepath.Join(module.Dir, filepath.FromSlash(pattern)))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			in, err := filepath.Rel(module.Dir, name)
			if err != nil {
				return nil, err
			}
			if !strings.HasSuffix(in, "_test.go") && !serverFiles[filepath.ToSlash(in)] {
				files[filepath.Join(folder, in)] = name
			}
		}
	}
	return files, nil
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
