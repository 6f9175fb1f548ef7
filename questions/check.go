package questions

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"
)

// Check reports everything in a that this pack does not allow: what Decode
// refuses in a file, for answers built in Go. It goes in pack order; unknown
// ids come last.
func (p *Pack) Check(a Answers) []Problem {
	var found problems
	known := 0
	for _, q := range p.questions {
		value, answered := a[q.ID]
		if !answered {
			continue
		}
		known++
		for _, problem := range p.checkAnswer(q, value) {
			found.add(problem)
		}
	}
	if known == len(a) {
		return found.list
	}
	for _, id := range slices.Sorted(maps.Keys(a)) {
		if _, ok := p.Question(id); !ok && !found.full() {
			found.add(p.unknownID(answerPath(id), id))
		}
	}
	return found.list
}

func (p *Pack) checkAnswer(q *Question, value any) []Problem {
	path := answerPath(q.ID)
	switch {
	case value == nil: // skipped, as null in a file [F1]
		return nil
	case goType(value) != q.wantType() && !q.isWord(value):
		return []Problem{wrongType(path, q.ID, fmt.Sprintf("%T", value), q.wantType())}
	}
	return p.checkValue(q, value, path)
}

// HintsFor returns the hints that apply to a: both questions are answered and
// the first number is larger than the other allows.
func (p *Pack) HintsFor(a Answers) []Hint {
	var hints []Hint
	for _, h := range p.Hints {
		number, ok := a.Number(h.Question)
		limit, otherOK := a.Number(h.Exceeds)
		if h.From != nil {
			limit = *h.From - limit
		}
		if ok && otherOK && number > limit {
			hints = append(hints, h)
		}
	}
	return hints
}

// validate returns the one validator of this package. It is built when first
// needed: its tables cost a phone milliseconds that no answer waits for.
var validate = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(jsonName)
	own := map[string]func(v reflect.Value) bool{
		"key":      func(v reflect.Value) bool { return isID(v.String(), '_') },
		"slug":     func(v reflect.Value) bool { return isID(v.String(), '-') },
		"language": func(v reflect.Value) bool { return isLanguage(v.String()) },
		"version":  func(v reflect.Value) bool { return isVersion(v.String()) },
		"whole":    func(v reflect.Value) bool { return v.Float() == math.Trunc(v.Float()) },
		"finite":   func(v reflect.Value) bool { return !math.IsInf(v.Float(), 0) && !math.IsNaN(v.Float()) },
	}
	for tag, holds := range own {
		err := v.RegisterValidation(tag, func(fl validator.FieldLevel) bool { return holds(fl.Field()) })
		if err != nil {
			panic(err) // only for a tag name that validator keeps for itself
		}
	}
	return v
})

// isID reports whether s is made of small letters, digits and the joint, and
// begins with a letter.
func isID(s string, joint rune) bool {
	for i, r := range s {
		letter := 'a' <= r && r <= 'z'
		if !letter && (i == 0 || r != joint && (r < '0' || '9' < r)) {
			return false
		}
	}
	return s != ""
}

// isLanguage reports whether s looks like a language tag: "fr", "pt-BR". This
// and isVersion stand in for tags of validator that wake tables and regular
// expressions, measured at 40 ms of start-up in WebAssembly.
func isLanguage(s string) bool {
	language, region, _ := strings.Cut(s, "-")
	short := len(language) == 2 || len(language) == 3
	return short && isID(language, '-') && isID("x"+strings.ToLower(region), '-')
}

// isVersion reports whether s is three numbers with points between them, and
// perhaps a mark behind: "1.4.0-beta".
func isVersion(s string) bool {
	s, _, _ = strings.Cut(s, "-")
	parts := strings.Split(s, ".")
	for _, part := range parts {
		if part == "" || !isDigits(part) {
			return false
		}
	}
	return len(parts) == 3
}

// failures applies a validator rule to a value that stands alone.
func failures(value any, rule string) validator.ValidationErrors {
	var failed validator.ValidationErrors
	errors.As(validate().Var(value, rule), &failed)
	return failed
}

// checkValue checks a value of the right Go type against the question.
func (p *Pack) checkValue(q *Question, value any, path string) []Problem {
	if q.isWord(value) {
		return nil
	}
	options := p.QuestionOptions(q)
	var found problems
	switch q.Type {
	case Choice:
		if q.NotApplicable {
			options = append(slices.Clone(options), NotApplicable)
		}
		for range failures(value, oneOf(options)) {
			found.add(unknownKey(path, q.ID, value.(string), options))
		}
	case Code:
		for range failures(value, codeRule(q)) {
			found.add(unknownCode(path, q.ID, value.(string), q.Standard))
		}
	case Number:
		for _, e := range failures(value, numberRule(q)) {
			found.add(numberProblem(q, e, path))
		}
	case List:
		keys := value.([]string)
		for range failures(keys, "unique") { // says that, not which
			seen := map[string]bool{}
			for i, key := range keys {
				if seen[key] {
					found.add(repeatedKey(index(path, i), q.ID, key))
				}
				seen[key] = true
			}
		}
		for _, e := range failures(keys, "dive,"+oneOf(options)) {
			if !found.full() {
				found.add(unknownKey(path+e.Namespace(), q.ID, e.Value().(string), options))
			}
		}
	case Shares:
		for _, e := range failures(value, "dive,keys,"+oneOf(options)+",endkeys,gte=0,finite") {
			key := strings.TrimSuffix(strings.TrimPrefix(e.Namespace(), "["), "]")
			place := field(path, key)
			switch {
			case found.full():
			case e.Tag() == "oneof":
				found.add(unknownKey(place, q.ID, key, options))
			default:
				zero := 0.0
				found.add(numberProblem(&Question{ID: q.ID, Min: &zero}, e, place))
			}
		}
		// The shares come out of a Go map, in any order.
		slices.SortFunc(found.list, func(a, b Problem) int { return cmp.Compare(a.Path, b.Path) })
	}
	return found.list
}

// oneOf is the rule for keys. Names from a loaded pack need no quoting.
func oneOf(options []string) string {
	if len(options) == 0 {
		return "oneof=''" // a rule without options would be none
	}
	return "oneof=" + strings.Join(options, " ")
}

func codeRule(q *Question) string {
	if q.Standard == Currencies {
		return "iso4217"
	}
	return "iso3166_1_alpha2"
}

// numberRule holds the range first, so that an infinite number is out of it.
func numberRule(q *Question) string {
	var rules []string
	if q.Min != nil {
		tag := "gte="
		if q.Above {
			tag = "gt="
		}
		rules = append(rules, tag+formatNumber(*q.Min))
	}
	if q.Max != nil {
		rules = append(rules, "lte="+formatNumber(*q.Max))
	}
	if q.Whole {
		rules = append(rules, "whole")
	}
	return strings.Join(append(rules, "finite"), ",")
}

func numberProblem(q *Question, e validator.FieldError, path string) Problem {
	n := e.Value().(float64)
	args := map[string]string{"id": q.ID, "got": shorten(formatNumber(n)), "min": "-∞", "max": "∞"}
	allowed := ""
	if q.Min != nil {
		args["min"] = formatNumber(*q.Min)
		allowed = "at least " + args["min"]
		if q.Above {
			allowed = "above " + args["min"]
		}
	}
	if q.Max != nil {
		args["max"] = formatNumber(*q.Max)
		switch {
		case q.Min == nil:
			allowed = "at most " + args["max"]
		case q.Above:
			allowed += " and at most " + args["max"]
		default:
			allowed = "from " + args["min"] + " to " + args["max"]
		}
	}
	problem := Problem{Path: path, Args: args}
	switch {
	case math.IsNaN(n) || e.Tag() == "finite":
		problem.Code, problem.Message = NotANumber, args["got"]+" is not a number that can be used"
	case e.Tag() == "whole":
		problem.Code, problem.Message = NotWhole, args["got"]+" is not a whole number"
		problem.Hint = "this is a count: leave out the fraction"
	case e.Tag() == "gt":
		problem.Code, problem.Message = MustBeAbove, args["got"]+" is not allowed: the number must be "+allowed
	default:
		problem.Code, problem.Message = OutOfRange, args["got"]+" is not allowed: the number must be "+allowed
	}
	return problem
}

func (p *Pack) unknownID(path, id string) Problem {
	return Problem{
		Path:    path,
		Code:    UnknownID,
		Args:    map[string]string{"id": shorten(id), "got": shorten(id)},
		Message: "there is no question " + quote(id),
		Hint:    didYouMean(id, p.IDs()),
	}
}

func unknownKey(path, id, got string, options []string) Problem {
	allowed := strings.Join(options, ", ")
	return Problem{
		Path:    path,
		Code:    UnknownKey,
		Args:    map[string]string{"id": id, "got": shorten(got), "allowed": allowed},
		Message: quote(got) + " is not one of " + allowed,
		Hint:    didYouMean(got, options),
	}
}

func repeatedKey(path, id, got string) Problem {
	return Problem{
		Path:    path,
		Code:    RepeatedKey,
		Args:    map[string]string{"id": id, "got": shorten(got)},
		Message: quote(got) + " stands in this list already",
		Hint:    "keep one of them",
	}
}

func unknownCode(path, id, got, standard string) Problem {
	name, example := "a country code of ISO 3166-1", "FR"
	if standard == Currencies {
		name, example = "a currency code of ISO 4217", "EUR"
	}
	return Problem{
		Path:    path,
		Code:    UnknownCode,
		Args:    map[string]string{"id": id, "got": shorten(got), "allowed": standard},
		Message: quote(got) + " is not " + name,
		Hint:    "capital letters, as in " + quote(example),
	}
}

// wantType names the JSON type of an answer, in the words of wrongType.
func (q *Question) wantType() string {
	switch q.Type {
	case Number:
		return "number"
	case List:
		return "list"
	case Shares:
		return "object"
	}
	return "text"
}

// goType names the JSON type that a Go value stands for.
func goType(value any) string {
	switch value.(type) {
	case string:
		return "text"
	case float64:
		return "number"
	case []string:
		return "list"
	case map[string]float64:
		return "object"
	}
	return ""
}

// isWord reports whether value is the word allowed instead of a number.
func (q *Question) isWord(value any) bool {
	return q.Type == Number && q.Word != "" && value == any(q.Word)
}

func answerPath(id string) string { return field("answers", id) }

// formatNumber writes a number the way people do: 0.5, 168, 1000000.
func formatNumber(n float64) string {
	return strconv.FormatFloat(n, 'f', -1, 64)
}
