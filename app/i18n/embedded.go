package i18n

import (
	"embed"
	"io/fs"
	"strings"
)

// Reference is the language that the others are compared with.
const Reference = "en"

//go:embed *.json
var files embed.FS

// Files are the languages that Both Ends ships, a file each.
func Files() fs.FS { return files }

// Languages lists the languages of the interface, the reference one first. It is
// no variable, which would keep the words of all of them in the program.
func Languages() []string {
	entries, _ := files.ReadDir(".") // it is there
	return tags(entries)
}

// tags lists the languages of a folder, the reference one first. (fs.Glob would
// make the program 0.1 MB larger.)
func tags(folder []fs.DirEntry) []string {
	list := []string{Reference}
	for _, entry := range folder {
		if tag, ok := strings.CutSuffix(entry.Name(), ".json"); ok && tag != Reference {
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
