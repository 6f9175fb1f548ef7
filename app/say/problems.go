package say

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"bothends/questions"
)

// ProblemText says what is wrong in the person's language.
func (v Voice) ProblemText(p questions.Problem) string {
	key := "problem." + p.Code
	if !v.Has(key) {
		key = "problem.other"
	}
	var pairs []string
	for _, name := range []string{"id", "got", "part", "min", "max", "allowed", "line", "column", "example"} {
		arg := p.Args[name]
		if n, err := strconv.ParseFloat(arg, 64); err == nil && name != "got" && name != "part" {
			arg = v.Plain(n)
		}
		if name == "example" { // as the field reads it
			arg = v.withUnit(arg, p.Args["unit"])
		}
		pairs = append(pairs, name, arg)
	}
	return v.T(key, pairs...)
}

// withUnit writes a number and the words that stand beside its field.
func (v Voice) withUnit(number, unit string) string {
	return strings.TrimSpace(number + "\u00a0" + v.Optional("unit."+unit))
}

// ProblemWithPlace is problemText after the question it is about, for a list
// that stands away from the form.
func (v Voice) ProblemWithPlace(p questions.Problem) string {
	id := strings.TrimPrefix(p.Path, "answers.")
	id, _, _ = strings.Cut(id, "[")
	if short := v.Optional(id + ".short"); short != "" {
		return v.T("problem.line", "question", Capital(short), "problem", v.ProblemText(p))
	}
	return v.ProblemText(p)
}

// Capital begins a noun phrase of the pack as a line of its own.
func Capital(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:size]) + s[size:]
}
