package score

import (
	"cmp"
	"slices"

	"bothends/questions"
)

// A Narrowing is what an answer to a skipped question takes from the range of E,
// whatever that answer is.
type Narrowing struct {
	Question string
	Points   float64 // of E
}

// Narrow returns the skipped questions of p that would narrow the range of E, the
// most first, and equal ones in the order of the questionnaire. It counts what an
// answer surely takes away: half of two questions that only count together is
// nothing. Questions that are not asked after these answers are left out.
func (m *Model) Narrow(p *questions.Pack, a questions.Answers, ratio *float64) []Narrowing {
	width := func(a questions.Answers) float64 {
		s := sheet{model: m, answers: a, ratio: ratio}
		s.measure()
		total := 0.0
		for i, b := range s.blocks {
			total += float64(m.blocks[i]*(b.applicable-b.answered)) / float64(b.applicable)
		}
		return total
	}
	now := width(a)
	var all []Narrowing
	for i := range p.Sections {
		for j := range p.Sections[i].Questions {
			q := &p.Sections[i].Questions[j]
			if _, answered := a[q.ID]; answered || !m.reads(q.ID) || !p.Asks(q, a) {
				continue
			}
			with := make(questions.Answers, len(a)+1)
			for id, answer := range a {
				with[id] = answer
			}
			most := 0.0
			for _, answer := range kinds(p, q) {
				with[q.ID] = answer
				most = max(most, width(with))
			}
			if points := now - most; nano(points) > 0 {
				all = append(all, Narrowing{q.ID, points})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y Narrowing) int { return cmp.Compare(nano(y.Points), nano(x.Points)) })
	return all
}

// reads reports whether any factor depends on a question.
func (m *Model) reads(id string) bool {
	return slices.ContainsFunc(m.factors, func(f factor) bool {
		return f.meter.plus != nil && f.meter.plus.id == id ||
			slices.ContainsFunc(f.meter.parts, func(part input) bool { return part.id == id }) ||
			slices.ContainsFunc(f.meter.harmlessIf, func(k answer) bool { return k.question.id == id })
	})
}

// kinds holds an answer of every kind that can make a range another one: each key of
// a choice, and one number or list for all, because a dose does not widen anything.
func kinds(p *questions.Pack, q *questions.Question) []any {
	switch q.Type {
	case questions.Choice:
		var keys []any
		for _, key := range p.QuestionOptions(q) {
			keys = append(keys, key)
		}
		if q.NotApplicable {
			keys = append(keys, questions.NotApplicable)
		}
		return keys
	case questions.Number:
		n := 1.0
		switch {
		case q.Max != nil:
			n = *q.Max
		case q.Min != nil:
			n += *q.Min
		}
		return []any{n}
	case questions.List:
		return []any{[]string{}}
	}
	return nil
}
