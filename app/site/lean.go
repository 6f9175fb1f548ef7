package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const (
	goApp = "github.com/maxence-charriere/go-app/v10"
	// leanGoApp is the version whose server files lean/go-app stands in for.
	leanGoApp = "v10.1.11"
)

// leanModules maps modules to the folder of lean/ that replaces them.
var leanModules = map[string]string{
	"github.com/gabriel-vasile/mimetype": "mimetype",
	"golang.org/x/text":                  "text",
}

// leanModfile writes, below dir, a go.mod that replaces what the browser does
// not need (see lean/README.md), and returns its name for -modfile. The go
// command forbids overlays of the module cache, so go-app is copied.
func leanModfile(dir string) (string, error) {
	gomod, err := goTool(nil, "env", "GOMOD")
	if err != nil {
		return "", err
	}
	root := filepath.Dir(strings.TrimSpace(string(gomod)))
	out, err := goTool(nil, "list", "-m", "-json", goApp)
	if err != nil {
		return "", err
	}
	var module struct{ Version, Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return "", fmt.Errorf("reading go list: %w", err)
	}
	if module.Version != leanGoApp {
		return "", fmt.Errorf("go.mod has go-app %s, but app/site/lean knows %s (hint: read its README.md)", module.Version, leanGoApp)
	}
	lean := filepath.Join(root, "app", "site", "lean")
	copied := filepath.Join(dir, "go-app")
	if err := copyGoApp(copied, module.Dir, filepath.Join(lean, "go-app")); err != nil {
		return "", fmt.Errorf("copying go-app: %w", err)
	}

	modfile := filepath.Join(dir, "go.mod")
	for _, name := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return "", err
		}
	}
	edit := []string{"mod", "edit", "-replace", goApp + "=" + copied}
	for _, name := range sortedKeys(leanModules) {
		edit = append(edit, "-replace", name+"="+filepath.Join(lean, leanModules[name]))
	}
	_, err = goTool(nil, append(edit, modfile)...)
	return modfile, err
}

// copyGoApp copies the packages of go-app that are linked into programs, with
// the server files kept out of wasm builds.
func copyGoApp(to, from, instead string) error {
	put := func(name string, content []byte) error {
		target := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o644)
	}
	files := os.DirFS(from)
	for _, pattern := range []string{"go.mod", "LICENSE", "pkg/app/*.go", "pkg/errors/*.go"} {
		names, err := fs.Glob(files, pattern)
		if err != nil {
			return err
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			content, err := fs.ReadFile(files, name)
			if err != nil {
				return err
			}
			if name == "pkg/app/http.go" || name == "pkg/app/resource.go" {
				content = append([]byte("//go:build !wasm\n\n"), content...)
			}
			if err := put(name, content); err != nil {
				return err
			}
		}
	}
	const added = "server_wasm.go"
	content, err := os.ReadFile(filepath.Join(instead, added))
	if err != nil {
		return err
	}
	return put("pkg/app/"+added, bytes.TrimSpace(content))
}
