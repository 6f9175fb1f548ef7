package ui

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bothends/questions"
)

// A Reading is what a form holds: the answers that could be read, and what is
// wrong with the rest. Nothing is dropped in silence.
type Reading struct {
	Answers  questions.Answers
	Problems []questions.Problem // Path is the question's id; in pack order
	Hints    []questions.Hint    // answers that can hardly both be true
}

// Read turns the entries of the form, name and value in document order, into
// answers. Choices and lists arrive as keys; numbers as people type them.
func Read(p *questions.Pack, entries [][2]string) Reading {
	raw := map[string][]string{}
	for _, e := range entries {
		if v := strings.TrimSpace(e[1]); v != "" {
			raw[e[0]] = append(raw[e[0]], v)
		}
	}
	r := Reading{Answers: questions.Answers{}}
	for i := range p.Sections {
		for j := range p.Sections[i].Questions {
			r.read(&p.Sections[i].Questions[j], raw)
		}
	}
	for _, problem := range p.Check(r.Answers) {
		problem.Path = strings.TrimPrefix(problem.Path, "answers.")
		id := problem.Path // or "tasks[2]", "shares.video"
		if end := strings.IndexAny(id, "[."); end >= 0 {
			id = id[:end]
		}
		delete(r.Answers, id)
		problem.Path = id
		r.Problems = append(r.Problems, problem)
	}
	r.Hints = p.HintsFor(r.Answers)
	return r
}

func (r *Reading) read(q *questions.Question, raw map[string][]string) {
	values := raw[q.ID]
	switch q.Type {
	case questions.List:
		if len(values) == 0 {
			return
		}
		keys := []string{}
		for _, v := range values {
			if v != NoneKey {
				keys = append(keys, v)
			}
		}
		r.Answers[q.ID] = keys
	case questions.Number:
		r.readNumber(q, values)
	case questions.Shares:
		shares := map[string]float64{}
		for name, typed := range raw {
			key, ok := strings.CutPrefix(name, q.ID+".")
			if !ok {
				continue
			}
			if n, err := strconv.ParseFloat(typed[0], 64); err == nil {
				shares[key] = n
			}
		}
		if len(shares) > 0 {
			r.Answers[q.ID] = shares
		}
	default:
		if len(values) > 0 {
			r.Answers[q.ID] = values[0]
		}
	}
}

// readNumber takes the word's box over a typed number: ticking "no cover at
// all" is the later, clearer statement, and what was typed stays in the field.
func (r *Reading) readNumber(q *questions.Question, values []string) {
	for _, v := range values {
		if q.Word != "" && v == q.Word {
			r.Answers[q.ID] = q.Word
			return
		}
	}
	if len(values) == 0 {
		return
	}
	value, ok, problem := q.Parse(values[0])
	if problem != nil {
		problem.Path = q.ID
		r.Problems = append(r.Problems, *problem)
		return
	}
	if ok {
		r.Answers[q.ID] = value
	}
}

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
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func encodeJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings and lists of strings always encode
	}
	return string(data)
}
