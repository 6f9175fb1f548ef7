package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The map of a room names every file in it.
func TestMapsAreComplete(t *testing.T) {
	for _, room := range []string{"say", "picture", "ui", "page"} {
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
