package i18n

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
)

// Reference is the language that the others are compared with.
const Reference = "en"

//go:embed *.json
var files embed.FS

// Files are the languages that Both Ends ships, a file each.
func Files() fs.FS { return files }

// Languages lists the languages of the interface, the reference one first.
var Languages = tags(files)

// tags lists the languages whose files lie in fsys, the reference one first.
func tags(fsys fs.FS) []string {
	names, _ := fs.Glob(fsys, "*.json") // the pattern is well formed
	list := []string{Reference}
	for _, name := range names {
		if tag := strings.TrimSuffix(name, ".json"); !slices.Contains(list, tag) {
			list = append(list, tag)
		}
	}
	return list
}

// New returns the printer of a language that is shipped; any other speaks the
// reference one.
func New(lang string) *Printer {
	data, err := files.ReadFile(lang + ".json")
	if err != nil {
		data, _ = files.ReadFile(Reference + ".json")
	}
	p, err := Parse(data)
	if err != nil {
		panic(err) // held by a test
	}
	return p
}
