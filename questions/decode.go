package questions

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Format is a kind of file that holds the answers of one person.
type Format struct {
	Name    string   // in "format"
	Version int      // the newest that can be read
	Fields  []string // texts that such a file holds beside what all have: "date"
	May     []string // texts that it may hold as well
	Oldest  int      // the oldest that can be read; 0 where there is only one
}

// AnswersFormat is that of the file that people save, open and hand over.
var AnswersFormat = Format{Name: "bothends-answers", Version: 1}

// head are the fields of every file of answers.
var head = []string{"format", "version", "pack", "pack_version", "answers"}

// A Content is what a file of answers holds.
type Content struct {
	PackVersion string            // that of the questions when they were answered
	Texts       map[string]string // by name, those of Format.Fields
	Answers     Answers
}

// Decode reads an answers file:
//
//	{"format": "bothends-answers", "version": 1, "pack": "social-media-manager", "pack_version": "1.0.0",
//	 "answers": {"responsibilities": ["strategy", "video"], "weekly_hours": 46.5,
//	             "manager_helps": "not_applicable", "cover_wait_days": "none"}}
//
// An absent answer and null are skipped questions [F1]. A file with anything
// wrong in it is refused whole, with every problem listed: nobody should score
// half of what they answered.
func (p *Pack) Decode(data []byte) (Answers, []Problem) {
	content, problems := p.DecodeFile(AnswersFormat, data)
	return content.Answers, problems
}

// DecodeFile reads a file of answers of any format, as strictly as Decode.
func (p *Pack) DecodeFile(f Format, data []byte) (Content, []Problem) {
	var found problems
	root, ok := parseJSON(data, &found)
	if !ok {
		return Content{}, found.list
	}
	top, ok := root.(object)
	if !ok {
		found.add(wrongType("", "", describeJSON(root), "object"))
		return Content{}, found.list
	}
	value, _ := top.get("answers")
	fields, hasAnswers := value.(object)
	if !f.checkFormat(top, &found) && !hasAnswers {
		return Content{}, found.list // another kind of file: its names say nothing here
	}
	p.checkHead(f, top, &found)
	answers := make(Answers, len(fields))
	for _, m := range fields {
		p.decodeAnswer(m, answers, &found)
	}
	if len(found.list) > 0 {
		return Content{}, found.list
	}
	c := Content{Answers: answers, Texts: map[string]string{}}
	version, _ := top.get("pack_version")
	c.PackVersion = version.(string)
	for _, name := range slices.Concat(f.Fields, f.May) {
		if text, ok := top.get(name); ok {
			c.Texts[name] = text.(string)
		}
	}
	return c, nil
}

// checkFormat reports whether a file says that it is of this format.
func (f Format) checkFormat(top object, found *problems) bool {
	format, _ := top.get("format")
	if format == any(f.Name) {
		return true
	}
	got := "nothing"
	if format != nil {
		got = describeJSON(format)
	}
	found.add(Problem{
		Path:    "format",
		Code:    ForeignFormat,
		Args:    map[string]string{"got": got, "allowed": f.Name},
		Message: "this is not a file of answers of Both Ends: the format is " + got + ", not " + quote(f.Name),
	})
	return false
}

// checkHead checks everything but the format and the answers themselves.
func (p *Pack) checkHead(f Format, top object, found *problems) {
	must := slices.Concat(head, f.Fields)
	fields := slices.Concat(must, f.May)
	wants := map[string]string{"version": "number", "answers": "object"}
	for _, name := range fields[1:] {
		want := wants[name]
		if want == "" {
			want = "text"
		}
		value, ok := top.get(name)
		switch {
		case !ok:
			if slices.Contains(must, name) {
				found.add(missingField(name))
			}
		case jsonType(value) != want:
			found.add(wrongType(name, "", describeJSON(value), want))
		case name == "version":
			f.checkVersion(value.(json.Number), found)
		case name == "pack" && value != any(p.ID):
			found.add(Problem{
				Path:    name,
				Code:    OtherPack,
				Args:    map[string]string{"got": shorten(value.(string)), "allowed": p.ID},
				Message: "these are answers to " + describeJSON(value) + ", not to " + quote(p.ID),
			})
		case name == "pack_version":
			p.checkPackVersion(value.(string), found)
		}
	}
	for _, m := range top {
		if !slices.Contains(fields, m.name) && !found.full() {
			found.add(unknownField(field("", m.name), m.name, fields))
		}
	}
}

func (f Format) checkVersion(number json.Number, found *problems) {
	version, _ := strconv.ParseFloat(string(number), 64)
	newest := float64(f.Version)
	if version == newest || f.Oldest > 0 && version >= float64(f.Oldest) && version < newest && version == math.Trunc(version) {
		return
	}
	allowed := strconv.Itoa(f.Version)
	if version > newest && version == math.Trunc(version) {
		found.add(newerVersion("version", string(number), allowed))
		return
	}
	found.add(Problem{
		Path:    "version",
		Code:    UnknownVersion,
		Args:    map[string]string{"got": shorten(string(number)), "allowed": allowed},
		Message: "there is no version " + shorten(string(number)) + " of this format, only " + allowed,
	})
}

// checkPackVersion lets older packs pass: ids never change their meaning, and
// one that was dropped is reported by name.
func (p *Pack) checkPackVersion(version string, found *problems) {
	if !isVersion(version) {
		found.add(Problem{
			Path:    "pack_version",
			Code:    UnknownVersion,
			Args:    map[string]string{"got": shorten(version), "allowed": p.Version},
			Message: quote(version) + " is not a version",
			Hint:    "three numbers, as in " + p.Version,
		})
		return
	}
	if majorOf(version) > majorOf(p.Version) {
		found.add(newerVersion("pack_version", version, p.Version))
	}
}

// majorOf returns the first number of a version; one that is too long for an
// integer counts as the largest.
func majorOf(version string) int {
	first, _, _ := strings.Cut(version, ".")
	major, _ := strconv.Atoi(first)
	return major
}

func newerVersion(path, got, allowed string) Problem {
	return Problem{
		Path:    path,
		Code:    NewerVersion,
		Args:    map[string]string{"got": shorten(got), "allowed": allowed},
		Message: "this file was written by a newer version of Both Ends (" + shorten(got) + ", this one reads " + allowed + ")",
		Hint:    "reload the page or update the program, then open the file again",
	}
}

// decodeAnswer puts one member of "answers" into answers, or its problems into
// found.
func (p *Pack) decodeAnswer(m member, answers Answers, found *problems) {
	path := answerPath(m.name)
	q, ok := p.Question(m.name)
	if !ok {
		if !found.full() {
			found.add(p.unknownID(path, m.name))
		}
		return
	}
	if m.value == nil { // skipped [F1]
		return
	}
	var wrong problems
	value, ok := q.decode(m.value, path, &wrong)
	for _, problem := range wrong.list {
		found.add(problem)
	}
	if !ok || found.full() {
		return
	}
	for _, problem := range p.checkValue(q, value, path) {
		if !wrong.covers(problem.Path) {
			found.add(problem)
		}
	}
	answers[q.ID] = value
}

// decode turns a JSON value into the Go value of an answer. Parts of the wrong
// type are reported and replaced by zeros, so that the others can be checked
// at their own places.
func (q *Question) decode(value any, path string, wrong *problems) (any, bool) {
	want := q.wantType()
	if q.isWord(value) {
		return value, true
	}
	if jsonType(value) != want {
		problem := wrongType(path, q.ID, describeJSON(value), want)
		if _, isText := value.(string); isText && want == "number" {
			problem.Hint = "write the number without quotes"
			if q.Word != "" {
				problem.Hint += ", or " + quote(q.Word)
			}
		}
		wrong.add(problem)
		return nil, false
	}
	switch v := value.(type) {
	case json.Number:
		return decodeNumber(v), true
	case []any:
		keys := make([]string, len(v))
		for i, element := range v {
			key, ok := element.(string)
			if !ok {
				wrong.add(wrongType(index(path, i), q.ID, describeJSON(element), "text"))
			}
			keys[i] = key
		}
		return keys, true
	case object:
		shares := make(map[string]float64, len(v))
		for _, m := range v {
			number, ok := m.value.(json.Number)
			if !ok && m.value != nil {
				wrong.add(wrongType(field(path, m.name), q.ID, describeJSON(m.value), "number"))
			}
			if ok || m.value != nil {
				shares[m.name] = decodeNumber(number)
			}
		}
		return shares, true
	}
	return value, true
}

// decodeNumber returns the nearest float64; infinity for a number that has
// none, which no question allows.
func decodeNumber(number json.Number) float64 {
	n, _ := strconv.ParseFloat(string(number), 64)
	return n + 0 // -0 becomes 0
}

func jsonType(value any) string {
	switch value.(type) {
	case string:
		return "text"
	case json.Number:
		return "number"
	case []any:
		return "list"
	case object:
		return "object"
	}
	return ""
}

// CompareVersions orders two versions that a decoder let pass: negative when a
// is the older. What stands after a hyphen counts last, as text.
func CompareVersions(a, b string) int {
	x, xRest, _ := strings.Cut(a, "-")
	y, yRest, _ := strings.Cut(b, "-")
	xs, ys := strings.Split(x, "."), strings.Split(y, ".")
	for i := range min(len(xs), len(ys)) {
		m, n := strings.TrimLeft(xs[i], "0"), strings.TrimLeft(ys[i], "0")
		// Of whole numbers the one with more digits is larger, however long.
		if c := cmp.Or(cmp.Compare(len(m), len(n)), strings.Compare(m, n)); c != 0 {
			return c
		}
	}
	return strings.Compare(xRest, yRest)
}
