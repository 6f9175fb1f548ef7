package questions

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// NoneOfThese is the value of the box "none of these" of a list: it makes an
// empty answer different from a skipped question. No option can have this key.
const NoneOfThese = "none"

// Parsed is what a form holds: the answers that could be read, and what is
// wrong with the rest. Nothing is dropped in silence.
type Parsed struct {
	Answers  Answers
	Problems []Problem          // Path is the question's id; in pack order
	Hints    []Hint             // answers that can hardly both be true
	Typed    map[string]Reading // of the number fields that could be read
}

// ParseForm turns the entries of a form, name and value in document order, into
// answers. An input has the name of its question, that of a share "shares.video".
// Choices and lists arrive as keys, shares as Go writes numbers, numbers as
// people type them, in the words of the page if they like. An input that is blank
// is a skipped question [F1].
func (p *Pack) ParseForm(entries [][2]string, words Words) Parsed {
	values := map[string][]string{}
	for _, e := range entries {
		if v := strings.TrimSpace(e[1]); v != "" {
			values[e[0]] = append(values[e[0]], v)
		}
	}
	f := Parsed{Answers: Answers{}, Typed: map[string]Reading{}}
	for _, q := range p.questions {
		value, problem := q.parseInputs(values, words)
		if r, typed := value.(Reading); typed {
			if value = r.Value; value != nil {
				f.Typed[q.ID] = r
			}
		}
		wrong := p.checkAnswer(q, value)
		if problem != nil {
			wrong = []Problem{*problem}
		}
		for _, problem := range wrong {
			problem.Path = q.ID
			f.Problems = append(f.Problems, problem)
		}
		if value != nil && len(wrong) == 0 {
			f.Answers[q.ID] = value
		}
	}
	f.Hints = p.HintsFor(f.Answers)
	return f
}

// parseInputs reads one question; nil is a skipped one, a Reading what was typed.
func (q *Question) parseInputs(values map[string][]string, words Words) (any, *Problem) {
	given := values[q.ID]
	switch q.Type {
	case Shares:
		return q.parseShares(values)
	case List:
		if len(given) == 0 {
			return nil, nil
		}
		return slices.DeleteFunc(append([]string{}, given...), func(v string) bool { return v == NoneOfThese }), nil
	case Number:
		// The box of the word ("no cover at all") counts more than what was typed:
		// ticking it is the later, clearer statement, and the text stays in the field.
		if q.Word != "" && slices.Contains(given, q.Word) {
			return q.Word, nil
		}
	}
	if len(given) == 0 {
		return nil, nil
	}
	if q.Type == Number {
		unit := ""
		if key := "unit." + q.Unit; words.Has(key) {
			unit = words.Get(key)
		}
		r, problem := q.Parse(given[0], unit)
		return r, problem
	}
	return given[0], nil
}

func (q *Question) parseShares(values map[string][]string) (any, *Problem) {
	shares := map[string]float64{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		key, ok := strings.CutPrefix(name, q.ID+".")
		if !ok {
			continue
		}
		given := values[name]
		n, err := strconv.ParseFloat(given[0], 64)
		if err != nil {
			return nil, q.unreadable(NotANumber, given[0], "")
		}
		shares[key] = n
	}
	if len(shares) == 0 {
		return nil, nil
	}
	return shares, nil
}

// FormValues writes answers the way the form holds them: values by the name of
// their input. ParseForm reads them back to the same answers, except that a
// form cannot hold shares of nothing, nor a number of more than 64 digits.
// Point is the decimal sign of the person's language.
func (p *Pack) FormValues(a Answers, point string) map[string][]string {
	values := map[string][]string{}
	for _, q := range p.questions {
		switch x := a[q.ID].(type) {
		case string:
			values[q.ID] = []string{x}
		case float64:
			values[q.ID] = []string{q.FormText(x, point)}
		case []string:
			if len(x) == 0 {
				x = []string{NoneOfThese}
			}
			values[q.ID] = x
		case map[string]float64:
			for key, share := range x {
				values[q.ID+"."+key] = []string{formatNumber(share)}
			}
		}
	}
	return values
}

// FormText writes a number as a person types it into the field of this
// question, so that Parse reads the same number.
func (q *Question) FormText(x float64, point string) string {
	whole, fraction, _ := strings.Cut(formatNumber(x), ".")
	if fraction == "" {
		return whole
	}
	if q.Unit == Money && len(fraction) == 3 {
		fraction += "0" // 12.125 would be read as thousands
	}
	return whole + point + fraction
}
