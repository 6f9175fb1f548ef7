package site

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The map of a room names every file in it.
func TestMapsAreComplete(t *testing.T) {
	for _, room := range []string{"say", "picture", "browser", "ui", "page"} {
		folder := filepath.Join("..", room)
		doc, err := os.ReadFile(filepath.Join(folder, "doc.go"))
		if err != nil {
			t.Fatal(err)
		}
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			name = filepath.Base(name)
			if name != "doc.go" && !strings.HasSuffix(name, "_test.go") && !strings.Contains(string(doc), "//\t"+name+" ") {
				t.Errorf("the map of app/%s leaves out %s", room, name)
			}
		}
	}
}

// Only package browser names the window.
func TestOneDoorToTheBrowser(t *testing.T) {
	for _, pattern := range []string{"../*/*.go", "../../cmd/*/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range files {
			source, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(source), "app.Window(") && !strings.HasPrefix(name, "../browser/") && !strings.HasSuffix(name, "_test.go") {
				t.Errorf("%s names the window", name)
			}
		}
	}
}

// Documents are made when the site is built, and are never part of the program.
func TestDocumentsAreNotInTheProgram(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "../../cmd/wasm").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if !slices.Contains(deps, "bothends/app/ui") || slices.Contains(deps, "bothends/app/page") {
		t.Error("the program links app/page, or not app/ui")
	}
}
