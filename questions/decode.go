package questions

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
)

// The head of an answers file.
const (
	answersFormat  = "bothends-answers"
	answersVersion = 1
)

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
	var found problems
	root, ok := parseJSON(data, &found)
	if !ok {
		return nil, found.list
	}
	top, ok := root.(object)
	if !ok {
		found.add(wrongType("", "", describeJSON(root), "object"))
		return nil, found.list
	}
	value, _ := top.get("answers")
	fields, hasAnswers := value.(object)
	format, _ := top.get("format")
	if format != any(answersFormat) {
		found.add(foreignFormat(format))
		if !hasAnswers { // another kind of file: its names say nothing here
			return nil, found.list
		}
	}
	p.checkHead(top, &found)
	answers := make(Answers, len(fields))
	for _, m := range fields {
		p.decodeAnswer(m, answers, &found)
	}
	if len(found.list) > 0 {
		return nil, found.list
	}
	return answers, nil
}

func foreignFormat(format any) Problem {
	got := "nothing"
	if format != nil {
		got = describeJSON(format)
	}
	return Problem{
		Path:    "format",
		Code:    ForeignFormat,
		Args:    map[string]string{"got": got, "allowed": answersFormat},
		Message: "this is not an answers file of Both Ends: the format is " + got + ", not " + quote(answersFormat),
	}
}

// checkHead checks everything but the format and the answers themselves.
func (p *Pack) checkHead(top object, found *problems) {
	fields := []string{"format", "version", "pack", "pack_version", "answers"}
	wants := map[string]string{"version": "number", "pack": "text", "pack_version": "text", "answers": "object"}
	for _, name := range fields[1:] {
		value, ok := top.get(name)
		switch {
		case !ok:
			found.add(Problem{
				Path:    name,
				Code:    MissingField,
				Args:    map[string]string{"id": name},
				Message: "is missing",
			})
		case jsonType(value) != wants[name]:
			found.add(wrongType(name, "", describeJSON(value), wants[name]))
		case name == "version":
			checkVersion(value.(json.Number), found)
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

func checkVersion(number json.Number, found *problems) {
	version, _ := strconv.ParseFloat(string(number), 64)
	if version == answersVersion {
		return
	}
	allowed := strconv.Itoa(answersVersion)
	if version > answersVersion && version == math.Trunc(version) {
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
