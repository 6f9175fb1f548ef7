package ui

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"bothends/questions"
)

// problemText says what is wrong in the person's language.
func (v Voice) problemText(p questions.Problem) string {
	key := "problem." + p.Code
	if !v.Has(key) {
		key = "problem.other"
	}
	var pairs []string
	for _, name := range []string{"id", "got", "min", "max", "allowed", "line", "column"} {
		arg := p.Args[name]
		if n, err := strconv.ParseFloat(arg, 64); err == nil && name != "got" {
			arg = v.Plain(n)
		}
		pairs = append(pairs, name, arg)
	}
	return v.T(key, pairs...)
}

// problemWithPlace is problemText after the question it is about, for a list
// that stands away from the form.
func (v Voice) problemWithPlace(p questions.Problem) string {
	id := strings.TrimPrefix(p.Path, "answers.")
	id, _, _ = strings.Cut(id, "[")
	if short := v.optional(id + ".short"); short != "" {
		return v.T("problem.line", "question", capital(short), "problem", v.problemText(p))
	}
	return v.problemText(p)
}

// capital begins a noun phrase of the pack as a line of its own.
func capital(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:size]) + s[size:]
}
