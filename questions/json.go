package questions

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits of every file this package reads. The largest real one is a few tens
// of kilobytes and four levels deep.
const (
	MaxFileSize = 1 << 20 // bytes
	maxDepth    = 16      // lists and objects inside one another
	maxProblems = 1000    // reported of one file: the page has to draw them all
)

// An object is a JSON object in the order of the file.
type object []member

type member struct {
	name  string
	value any // nil, bool, json.Number, string, []any or object
}

// get returns the value of a member; of a repeated one the last, as
// encoding/json does.
func (o object) get(name string) (value any, ok bool) {
	for _, m := range o {
		if m.name == name {
			value, ok = m.value, true
		}
	}
	return value, ok
}

// parseJSON reads data into a tree that keeps what encoding/json drops: the
// order of names and the digits of numbers. ok is false when data is not a
// JSON text at all; names that stand twice in one object are problems, but the
// tree is there.
func parseJSON(data []byte, found *problems) (value any, ok bool) {
	// The size comes first: nothing may be done with 50 MB but refuse them.
	if len(data) > MaxFileSize {
		found.add(Problem{
			Code:    TooLarge,
			Args:    map[string]string{"max": strconv.Itoa(MaxFileSize)},
			Message: "the file is larger than 1 MiB",
			Hint:    "no file of Both Ends comes near this size: is it the right one?",
		})
		return nil, false
	}
	data, isText := DecodeUnicode(data)
	if !isText {
		found.add(Problem{Code: NotText, Message: "the file is not UTF-8 text", Hint: "save it as UTF-8"})
		return nil, false
	}
	if len(bytes.TrimSpace(data)) == 0 {
		found.add(Problem{Code: EmptyFile, Message: "the file is empty"})
		return nil, false
	}
	if !json.Valid(data) {
		var whole json.RawMessage
		found.add(syntaxProblem(data, json.Unmarshal(data, &whole)))
		return nil, false
	}
	p := parser{text: string(data), found: found}
	value = p.value("", 0)
	if p.tooDeep {
		found.list = nil
		found.add(tooDeep())
		return nil, false
	}
	return value, true
}

func tooDeep() Problem {
	limit := strconv.Itoa(maxDepth)
	return Problem{
		Code:    TooDeep,
		Args:    map[string]string{"max": limit},
		Message: "lists and objects are nested deeper than " + limit + " levels",
		Hint:    "no file of Both Ends comes near this depth: is it the right one?",
	}
}

func syntaxProblem(data []byte, err error) Problem {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) { // not seen from Unmarshal into raw JSON
		return Problem{Code: NotJSON, Message: "the file is not JSON: " + err.Error()}
	}
	// encoding/json has no other mark for these two than their wording, which
	// the tests hold.
	switch {
	case strings.Contains(syntax.Error(), "unexpected end"):
		return Problem{
			Code:    Truncated,
			Message: "the file stops in the middle",
			Hint:    "it was cut off when it was saved or copied; save it again",
		}
	case strings.Contains(syntax.Error(), "exceeded max depth"): // 10,000 levels
		return tooDeep()
	}
	// Offset counts the bytes read, the offending one included.
	before := data[:max(0, min(int(syntax.Offset)-1, len(data)))]
	line := 1 + bytes.Count(before, []byte("\n"))
	column := 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	return Problem{
		Code:    NotJSON,
		Args:    map[string]string{"line": strconv.Itoa(line), "column": strconv.Itoa(column)},
		Message: "the file is not JSON from line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column) + " on: " + syntax.Error(),
	}
}

// A parser walks a text that is known to be valid JSON, so that nothing can go
// wrong but the depth. (With json.Decoder.Token instead, Decode took 218 µs for
// a persona, against 94.)
type parser struct {
	text    string
	at      int
	found   *problems
	tooDeep bool
}

// next skips white space and punctuation up to the next value, name or end of
// a list or object, and returns its first byte.
func (p *parser) next() byte {
	for strings.IndexByte(" \t\r\n,:", p.text[p.at]) >= 0 {
		p.at++
	}
	return p.text[p.at]
}

func (p *parser) value(path string, depth int) any {
	switch p.next() {
	case '{', '[':
		if p.tooDeep = p.tooDeep || depth == maxDepth; p.tooDeep {
			return nil
		}
		if p.text[p.at] == '{' {
			return p.object(path, depth+1)
		}
		return p.list(path, depth+1)
	case '"':
		return p.string()
	case 't':
		p.at += len("true")
		return true
	case 'f':
		p.at += len("false")
		return false
	case 'n':
		p.at += len("null")
		return nil
	}
	digits := p.text[p.at:]
	digits = digits[:len(digits)-len(strings.TrimLeft(digits, "+-.0123456789eE"))]
	p.at += len(digits)
	return json.Number(digits)
}

func (p *parser) list(path string, depth int) []any {
	list := []any{}
	for p.at++; p.next() != ']'; {
		list = append(list, p.value(index(path, len(list)), depth))
		if p.tooDeep {
			return nil
		}
	}
	p.at++
	return list
}

func (p *parser) object(path string, depth int) object {
	fields := object{}
	seen := map[string]bool{}
	for p.at++; p.next() != '}'; {
		name := p.string()
		place := field(path, name)
		if seen[name] {
			p.found.add(Problem{
				Path:    place,
				Code:    DuplicateField,
				Args:    map[string]string{"id": shorten(name)},
				Message: quote(name) + " stands twice here",
				Hint:    "keep one of them",
			})
		}
		seen[name] = true
		fields = append(fields, member{name, p.value(place, depth)})
		if p.tooDeep {
			return nil
		}
	}
	p.at++
	return fields
}

func (p *parser) string() string {
	start, escaped := p.at, false
	for p.at++; p.text[p.at] != '"'; p.at++ {
		if p.text[p.at] == '\\' {
			escaped = true
			p.at++
		}
	}
	p.at++
	quoted := p.text[start:p.at]
	if !escaped {
		return quoted[1 : len(quoted)-1]
	}
	var text string
	json.Unmarshal([]byte(quoted), &text) // valid, as the whole is
	return text
}

// describeJSON names a value as a reader of the file sees it.
func describeJSON(value any) string {
	switch v := value.(type) {
	case string:
		return quote(v)
	case json.Number:
		return shorten(string(v))
	case bool:
		return strconv.FormatBool(v)
	case []any:
		return "a list"
	case object:
		return "an object"
	}
	return "null"
}
