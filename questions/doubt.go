package questions

import (
	"math"
	"slices"
)

// A Doubt is an answer that is likely a slip: the person is asked whether it is
// right, and the result waits for yes or another answer. It changes no answer.
type Doubt struct {
	ID       string `json:"id" validate:"required,key"`
	Question string `json:"question" validate:"required"` // a number, which is doubted

	// Above doubts hours a week above this number, which are likely those of a
	// month: 151.67 for 35 (12 months = 52 weeks).
	Above float64 `json:"above,omitempty"`
	// Beside doubts an amount where something else is typed with it than what is
	// chosen for this question: "2 100 € a month" beside "year".
	Beside string `json:"beside,omitempty"`
}

// A Doubtful answer is one that a doubt applies to.
type Doubtful struct {
	Doubt
	Read    float64 // the answer
	Instead float64 // what was more likely meant; 0 where nobody can tell
	Chosen  string  // the answer to Doubt.Beside
}

// Doubtful returns the doubts that apply to a form, in the order of the pack.
func (p *Pack) Doubtful(f Parsed) []Doubtful {
	var list []Doubtful
	for _, d := range p.Doubts {
		read, ok := f.Answers.Number(d.Question)
		if !ok {
			continue
		}
		one := Doubtful{Doubt: d, Read: read}
		if d.Beside == "" {
			if read <= d.Above {
				continue
			}
			one.Instead = Round(read*12/52, 1)
			if q, ok := p.Question(d.Question); ok && q.Whole {
				one.Instead = math.Round(one.Instead)
			}
			list = append(list, one)
			continue
		}
		if one.Chosen, ok = f.Answers.Choice(d.Beside); ok && p.says(f.Typed[d.Question].Said, d.Beside, one.Chosen) {
			list = append(list, one)
		}
	}
	return list
}

// says reports whether something was said that answers a question otherwise than
// it was answered.
func (p *Pack) says(said []string, question, chosen string) bool {
	q, ok := p.Question(question)
	if !ok || slices.Contains(said, chosen) {
		return false
	}
	return slices.ContainsFunc(said, func(key string) bool {
		return slices.Contains(q.Options, key) || q.Standard == Currencies && len(failures(key, codeRule(q))) == 0
	})
}
