package questions

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// Locate gives every problem with a JSON file of fsys the line it is about:
// that of its path or, where something is missing, of what it is missing from.
// It is for those who edit packs; a browser never needs it.
func Locate(fsys fs.FS, problems []Problem) []Problem {
	lines := map[string]map[string]int{} // by file, then by path
	for i, p := range problems {
		if path.Ext(p.File) != ".json" {
			continue
		}
		if line, err := strconv.Atoi(p.Args["line"]); err == nil { // not JSON from there on
			problems[i].Line = line
			continue
		}
		if lines[p.File] == nil {
			data, _ := fs.ReadFile(fsys, p.File) // none: the problem says so
			lines[p.File] = linesOf(data)
		}
		problems[i].Line = lineOf(lines[p.File], p.Path)
	}
	return problems
}

// lineOf looks path up, or what stands around it. The file as a whole has no
// line.
func lineOf(lines map[string]int, path string) int {
	if path == "" {
		return 0
	}
	for path != "" {
		if line, ok := lines[path]; ok {
			return line
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return lines[""]
}

// linesOf returns the line on which each value of a JSON file begins, by path;
// for members that of their name, of those that stand twice the last.
func linesOf(data []byte) map[string]int {
	data, _ = DecodeUnicode(data)
	l := locator{data: data, decoder: json.NewDecoder(bytes.NewReader(data)), lines: map[string]int{}}
	l.value("", 0)
	return l.lines
}

type locator struct {
	data    []byte
	decoder *json.Decoder
	lines   map[string]int
	line    int // of the byte at, counted from 0
	at      int
}

// note remembers the line of the token that ends where the decoder is.
func (l *locator) note(path string) {
	end := int(l.decoder.InputOffset())
	l.line += bytes.Count(l.data[l.at:end], []byte("\n"))
	l.at = end
	l.lines[path] = l.line + 1
}

// value walks one value and reports whether there was one. A file that ends in
// the middle is walked as far as it goes.
func (l *locator) value(path string, depth int) bool {
	token, err := l.decoder.Token()
	if err != nil || depth > maxDepth {
		return false
	}
	if path != "" && l.lines[path] == 0 || depth == 0 {
		l.note(path)
	}
	switch token {
	case json.Delim('['):
		for i := 0; l.decoder.More(); i++ {
			if !l.value(index(path, i), depth+1) {
				return false
			}
		}
	case json.Delim('{'):
		for l.decoder.More() {
			name, err := l.decoder.Token()
			if err != nil {
				return false
			}
			place := field(path, name.(string))
			l.note(place)
			if !l.value(place, depth+1) {
				return false
			}
		}
	default:
		return true
	}
	_, err = l.decoder.Token() // the end of the list or object
	return err == nil
}
