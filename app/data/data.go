// Package data puts everything that the program needs for one questionnaire in
// one language into one file, which pages fetch beside the program: questions,
// scoring, steps, pay tables, and the words of both the questionnaire and the
// interface. So one program serves every questionnaire and every language, and
// nobody downloads the words of a language that they do not read.
//
// The file is a txtar archive (golang.org/x/tools/txtar): plain text, a line
// "-- name --" before each file. Its comment says which format it is of, and an
// empty file "end" that it is whole. The browser checks its hash as well, so
// Decode refuses only what a hash cannot show: a file of another version.
package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	"golang.org/x/tools/txtar"
)

const (
	format = "bothends-data 1\n"
	end    = "end"
)

// Interface is the name of the words of the interface (app/i18n) in the data. The
// names of the other files are those of a pack folder (questions/checkup).
const Interface = "interface.json"

// ErrFormat is returned for what is not a whole file of this format.
var ErrFormat = errors.New("this is no whole data file of this version")

// Encode returns files, by their names ("pack.json", "pay/benchmarks.csv"), as
// one file. JSON loses the white space that only people need.
func Encode(files map[string][]byte) ([]byte, error) {
	archive := &txtar.Archive{Comment: []byte(format)}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		content := files[name]
		if path.Ext(name) == ".json" {
			var b bytes.Buffer
			if err := json.Compact(&b, content); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			content = append(b.Bytes(), '\n')
		}
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: content})
	}
	// A line of a file that looks like the head of another would cut it in two.
	if read := txtar.Parse(txtar.Format(archive)); !slices.EqualFunc(read.Files, archive.Files, same) {
		return nil, errors.New("a file cannot be put into the data: it has a line such as \"-- name --\", or does not end with a line's end")
	}
	archive.Files = append(archive.Files, txtar.File{Name: end})
	return txtar.Format(archive), nil
}

func same(a, b txtar.File) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }

// Decode returns the files in content, which must not change afterwards.
func Decode(content []byte) (fs.FS, error) {
	archive := txtar.Parse(content)
	last := len(archive.Files) - 1
	if string(archive.Comment) != format || last < 0 || archive.Files[last].Name != end {
		return nil, ErrFormat
	}
	archive.Files = archive.Files[:last]
	return txtar.FS(archive)
}
