package questions

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of every file this package reads. The largest real one is a few tens
// of kilobytes and four levels deep.
const (
	MaxFileSize = 1 << 20 // bytes
	maxDepth    = 16      // lists and objects inside one another
	maxProblems = 1000    // reported of one file: the page has to draw them all
)

// ReadJSON reads the JSON file name into the struct, map or slice that into
// points to. It reports everything encoding/json would let pass or stop at:
// names the struct does not have (compared exactly, not by case), names that
// stand twice in one object, null, and every value of the wrong type. What
// could be read is in into even then, so that the caller can go on looking for
// problems; a problem with an empty Path means that nothing could.
func ReadJSON(fsys fs.FS, name string, into any) []Problem {
	found := problems{file: name}
	data, ok := readFile(fsys, name, &found)
	if !ok {
		return found.list
	}
	value, ok := parseJSON(data, &found)
	if !ok {
		return found.list
	}
	f := filler{&found, map[reflect.Type]map[string]int{}}
	f.fill(value, reflect.ValueOf(into).Elem(), "")
	return found.list
}

// problems collects what is wrong with one file, up to maxProblems.
type problems struct {
	file string
	list []Problem
}

func (f *problems) full() bool { return len(f.list) > maxProblems }

func (f *problems) add(p Problem) {
	switch {
	case len(f.list) < maxProblems:
		p.File = f.file
		f.list = append(f.list, p)
	case len(f.list) == maxProblems:
		limit := strconv.Itoa(maxProblems)
		f.list = append(f.list, Problem{
			File:    f.file,
			Code:    MoreProblems,
			Args:    map[string]string{"max": limit},
			Message: "there are more problems than the " + limit + " listed",
		})
	}
}

// covers reports whether a problem stands at path or around it.
func (f *problems) covers(path string) bool {
	return slices.ContainsFunc(f.list, func(p Problem) bool {
		rest, inside := strings.CutPrefix(path, p.Path)
		return inside && (rest == "" || p.Path == "" || rest[0] == '.' || rest[0] == '[')
	})
}

func readFile(fsys fs.FS, name string, found *problems) ([]byte, bool) {
	file, err := fsys.Open(name)
	var data []byte
	if err == nil {
		defer file.Close()
		data, err = io.ReadAll(io.LimitReader(file, MaxFileSize+1))
	}
	if err != nil {
		message := "cannot be read: " + err.Error()
		if errors.Is(err, fs.ErrNotExist) {
			message = "there is no such file"
		}
		found.add(Problem{Code: UnreadableFile, Message: message})
		return nil, false
	}
	return data, true
}

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
	data = withoutMark(data)
	if !utf8.Valid(data) {
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

// withoutMark drops the byte order mark that some editors put before UTF-8.
func withoutMark(data []byte) []byte {
	return bytes.TrimPrefix(data, []byte("\uFEFF"))
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

// A filler copies a JSON tree into Go values and reports what does not fit. It
// knows the types that packs are made of.
type filler struct {
	found  *problems
	fields map[reflect.Type]map[string]int // of structs, by JSON name
}

func (f *filler) fill(value any, into reflect.Value, path string) {
	want := ""
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		f.fill(value, into.Elem(), path)
		return
	case reflect.String:
		if text, ok := value.(string); ok {
			into.SetString(text)
			return
		}
		want = "text"
	case reflect.Bool:
		if yes, ok := value.(bool); ok {
			into.SetBool(yes)
			return
		}
		want = "true or false"
	case reflect.Float64:
		number, _ := value.(json.Number)
		if n, err := strconv.ParseFloat(string(number), 64); err == nil {
			into.SetFloat(n)
			return
		}
		want = "number"
	case reflect.Int:
		number, _ := value.(json.Number)
		if n, err := strconv.Atoi(string(number)); err == nil {
			into.SetInt(int64(n))
			return
		}
		want = "whole number"
	case reflect.Slice:
		if list, ok := value.([]any); ok {
			into.Set(reflect.MakeSlice(into.Type(), len(list), len(list)))
			for i, v := range list {
				f.fill(v, into.Index(i), index(path, i))
			}
			return
		}
		want = "list"
	case reflect.Map:
		if fields, ok := value.(object); ok {
			into.Set(reflect.MakeMapWithSize(into.Type(), len(fields)))
			for _, m := range fields {
				element := reflect.New(into.Type().Elem()).Elem()
				f.fill(m.value, element, field(path, m.name))
				into.SetMapIndex(reflect.ValueOf(m.name), element)
			}
			return
		}
		want = "object"
	case reflect.Struct:
		if fields, ok := value.(object); ok {
			f.fillStruct(fields, into, path)
			return
		}
		want = "object"
	default:
		panic("questions: ReadJSON does not fill a " + into.Type().String())
	}
	f.found.add(wrongType(path, "", describeJSON(value), want))
}

func (f *filler) fillStruct(fields object, into reflect.Value, path string) {
	t := into.Type()
	numbers, ok := f.fields[t]
	if !ok {
		numbers = map[string]int{}
		for i := range t.NumField() {
			if name := jsonName(t.Field(i)); name != "" {
				numbers[name] = i
			}
		}
		f.fields[t] = numbers
	}
	for _, m := range fields {
		if i, ok := numbers[m.name]; ok {
			f.fill(m.value, into.Field(i), field(path, m.name))
		} else if !f.found.full() {
			names := make([]string, 0, len(numbers))
			for i := range t.NumField() {
				if name := jsonName(t.Field(i)); name != "" {
					names = append(names, name)
				}
			}
			f.found.add(unknownField(field(path, m.name), m.name, names))
		}
	}
}

// jsonName returns the name of a field in files, or nothing for one that no
// file sets.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if name == "-" {
		return ""
	}
	return name
}

func unknownField(path, name string, names []string) Problem {
	allowed := strings.Join(names, ", ")
	return Problem{
		Path:    path,
		Code:    UnknownField,
		Args:    map[string]string{"id": shorten(name), "allowed": allowed},
		Message: quote(name) + " is not known here, only " + allowed,
		Hint:    didYouMean(name, names),
	}
}

func wrongType(path, id, got, want string) Problem {
	args := map[string]string{"got": got, "want": want}
	if id != "" {
		args["id"] = id
	}
	return Problem{
		Path:    path,
		Code:    WrongType,
		Args:    args,
		Message: got + " stands where " + withArticle(want) + " belongs",
	}
}

func withArticle(want string) string {
	switch want {
	case "text", "true or false":
		return want
	case "object":
		return "an " + want
	}
	return "a " + want
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

func index(path string, i int) string {
	return path + "[" + strconv.Itoa(i) + "]"
}

// field appends a name to a path: sections[1].id, but answers["a name"] when
// the name would be unreadable or misleading without quotes. At the top of a
// file it may hold points, as the keys of words do.
func field(path, name string) string {
	switch {
	case path == "" && isName(strings.ReplaceAll(name, ".", "")):
		return name
	case !isName(name):
		return path + "[" + quote(name) + "]"
	}
	return path + "." + name
}

func isName(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for _, r := range s {
		if r != '_' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// shorten cuts foreign text to what a message can carry, and drops characters
// that would disturb a terminal or the line.
func shorten(s string) string {
	const limit = 40
	var b strings.Builder
	n := 0
	for _, r := range s {
		if n == limit {
			b.WriteString("…")
			break
		}
		if !unicode.IsGraphic(r) {
			r = ' '
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

func quote(s string) string {
	return `"` + shorten(s) + `"`
}

// didYouMean returns a hint with the nearest of names, or nothing when none
// is near: one typing slip for every two letters, two at most.
func didYouMean(got string, names []string) string {
	best, distance := "", 1+min(len(got)/2, 2)
	for _, name := range names {
		if d := slips(got, name, distance); d < distance {
			best, distance = name, d
		}
	}
	if best == "" {
		return ""
	}
	return "did you mean " + quote(best) + "?"
}

// slips counts the letters to add, drop or replace to get from a to b
// (Levenshtein 1966), giving up at limit.
func slips(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	previous := make([]int, len(b)+1)
	current := make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := range len(a) {
		current[0] = i + 1
		for j := range len(b) {
			replace := previous[j]
			if a[i] != b[j] {
				replace++
			}
			current[j+1] = min(replace, previous[j+1]+1, current[j]+1)
		}
		previous, current = current, previous
	}
	return min(previous[len(b)], limit)
}
