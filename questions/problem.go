package questions

import (
	"strconv"
	"strings"
	"unicode"
)

// A Problem is one thing that is wrong with a file, a pack or an answer. Code
// and Args let the page say it in the person's language; Message and Hint are
// the same in English, for the command line.
//
// Args holds, where they mean something: "id" (the question), "got" (what was
// given, at most 40 characters of it), "min" and "max" ("-∞" and "∞" where
// there is none), "allowed" (keys, separated by ", "), "want" ("text",
// "number", "list" or "object"), "line" and "column"; of a number that was typed
// also "part", "unit" and "example".
type Problem struct {
	File    string            // file name, empty for answers typed on the page
	Line    int               // of the file, from 1; 0 where it is not known (see Locate)
	Path    string            // where: "answers.weekly_hours", "factors[3].weight"
	Code    string            // stable key, such as "out_of_range"
	Args    map[string]string // what Code needs: "min", "max", "got"
	Message string            // one sentence: what is wrong and what is allowed
	Hint    string            // what to do, may be empty
}

// Codes of problems a person can meet: in an answers file or in an answer.
// They are keys of translations, so they never change their meaning.
const (
	// A file that cannot be read at all; nothing else is reported then.
	EmptyFile     = "empty"     // no bytes, or only white space
	TooLarge      = "too_large" // over MaxFileSize; max
	NotText       = "not_text"  // not UTF-8
	Truncated     = "truncated" // the JSON stops in the middle
	NotJSON       = "not_json"  // line, column
	TooDeep       = "too_deep"  // lists and objects nested deeper than any file of ours; max
	ForeignFormat = "foreign_format"

	// The head of an answers file, and any JSON object.
	NewerVersion   = "newer_version"   // written by a newer version of Both Ends; got, allowed
	UnknownVersion = "unknown_version" // a version there never was; got, allowed
	OtherPack      = "other_pack"      // answers to another questionnaire; got, allowed
	MissingField   = "missing_field"   // id (the field)
	UnknownField   = "unknown_field"   // id (the field), allowed
	DuplicateField = "duplicate_field" // the same name twice in one object; id (the field)
	WrongType      = "wrong_type"      // got, want
	BadDate        = "bad_date"        // not a day, or a day and time, that there is; got
	BadPlan        = "bad_plan"        // a plan that is too long, half or not to be read; max
	TooMany        = "too_many"        // more entries than a file may hold; max
	MixedVersions  = "mixed_versions"  // files that are read together answer different versions; got, allowed

	// One answer; each has id and got.
	UnknownID   = "unknown_id"    // there is no such question
	UnknownKey  = "unknown_key"   // allowed
	RepeatedKey = "repeated_key"  // a list is a set
	UnknownCode = "unknown_code"  // not a country or currency code; allowed (the standard)
	NotANumber  = "not_a_number"  // typed text without a number, NaN, infinite
	NotWhole    = "not_whole"     // a count with a fraction
	OutOfRange  = "out_of_range"  // min, max
	MustBeAbove = "must_be_above" // min, which itself is not allowed

	// What was typed into a number field; part is what was not understood, unit and
	// example are those of the question.
	NotUnderstood = "not_understood" // something around the number; part
	TwoNumbers    = "two_numbers"    // a range, or one number or another
	UnclearNumber = "unclear_number" // digits that are grouped as no number is
	TooLong       = "too_long"       // more than any number takes

	MoreProblems = "more" // the list of problems was cut; max
)

// Codes of problems only the makers of a pack can meet.
const (
	UnreadableFile   = "unreadable"        // missing, or the system refuses
	BadName          = "bad_name"          // an id, key or placeholder in a form that is not allowed
	BadVersion       = "bad_version"       // not a semantic version
	BadLanguage      = "bad_language"      // not a language tag
	BadLink          = "bad_link"          // not an https address
	BadRange         = "bad_range"         // min above max
	Misplaced        = "misplaced"         // a field that this type of question does not have
	EmptyList        = "empty_list"        // a list that needs entries
	DuplicateID      = "duplicate_id"      // two things of one name
	UnknownReference = "unknown_reference" // names something that does not exist
	MissingWord      = "missing_word"      // a key without a text
	UnknownWord      = "unknown_word"      // a text nothing asks for
	EmptyWord        = "empty_word"        // a text without text
	OtherPlaceholder = "other_placeholder" // languages disagree on the {placeholders} of a text
)

// AnswerCodes returns the codes that need words in every language: those a
// person can meet when typing an answer or opening a file.
func AnswerCodes() []string {
	return []string{
		EmptyFile, TooLarge, NotText, Truncated, NotJSON, TooDeep, ForeignFormat,
		NewerVersion, UnknownVersion, OtherPack, MissingField, UnknownField, DuplicateField, WrongType, BadDate, BadPlan, TooMany, MixedVersions,
		UnknownID, UnknownKey, RepeatedKey, UnknownCode, NotANumber, NotWhole, OutOfRange, MustBeAbove,
		NotUnderstood, TwoNumbers, UnclearNumber, TooLong,
		MoreProblems,
	}
}

// Error makes a Problem usable as an error: place, sentence, hint.
func (p Problem) Error() string {
	var b strings.Builder
	file := p.File
	if file != "" && p.Line > 0 {
		file += ":" + strconv.Itoa(p.Line)
	}
	for _, place := range []string{file, p.Path} {
		if place != "" {
			b.WriteString(place)
			b.WriteString(": ")
		}
	}
	b.WriteString(p.Message)
	if p.Hint != "" {
		b.WriteString(inBrackets(p.Hint))
	}
	return b.String()
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
func (f *problems) covers(path string) bool { return covered(f.list, path) }

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
