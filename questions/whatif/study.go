package whatif

import (
	"fmt"
	"maps"
	"slices"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/score"
)

// A Change sets one lever to another value.
type Change struct {
	Question string
	Old, New any
	Keys     []string // of a list: those handed over or added
	Who      string   // can do it: score.Employer, Person or Both
}

// A Study is one person's answers, to be changed on paper only: the answers
// themselves stay as they are.
type Study struct {
	Checkup *checkup.Checkup
	Base    checkup.Report // of the answers as they were given
	Levers  []Lever

	answers questions.Answers
	hints   map[string]bool // that applied from the start
}

// New studies answers that the pack accepts. It keeps a copy of them.
func New(c *checkup.Checkup, a questions.Answers) (*Study, error) {
	base, err := c.Score(a)
	if err != nil {
		return nil, err
	}
	s := &Study{Checkup: c, Base: base, Levers: levers(c, a, base), answers: maps.Clone(a), hints: map[string]bool{}}
	for _, h := range c.Pack.HintsFor(a) {
		s.hints[h.ID] = true
	}
	return s, nil
}

// Possible reports whether there is anything to change and to see it change.
func (s *Study) Possible() bool { return s.Base.Strain != nil && len(s.Levers) > 0 }

// Lever returns the lever of a question.
func (s *Study) Lever(question string) (*Lever, bool) {
	for i := range s.Levers {
		if s.Levers[i].Question == question {
			return &s.Levers[i], true
		}
	}
	return nil, false
}

// Set is the answers with some of them changed, by question. A question that is
// no lever of this person, and a value that its lever cannot be set to, is
// refused.
func (s *Study) Set(changed map[string]any) (questions.Answers, error) {
	a := maps.Clone(s.answers)
	for _, question := range slices.Sorted(maps.Keys(changed)) {
		l, ok := s.Lever(question)
		if !ok {
			return nil, questions.WithHint(fmt.Errorf("%s is not a condition of work that was answered and can be changed", question), "signs stay as they are")
		}
		if !l.allows(changed[question]) {
			return nil, fmt.Errorf("%s cannot be set to %v", question, changed[question])
		}
		a[question] = changed[question]
	}
	return a, nil
}

// Try works out the result with some answers changed, as that of any answers.
// The hints are the pairs of numbers that can hardly both be true now.
func (s *Study) Try(changed map[string]any) (checkup.Report, []questions.Hint, error) {
	a, err := s.Set(changed)
	if err != nil {
		return checkup.Report{}, nil, err
	}
	report, err := s.Checkup.Score(a)
	if err != nil {
		return checkup.Report{}, nil, err
	}
	return report, s.Checkup.Pack.HintsFor(a), nil
}

// Removed are the limits that base crosses and report does not.
func Removed(base, report checkup.Report) []string {
	var removed []string
	for _, key := range base.Limits {
		if !slices.Contains(report.Limits, key) {
			removed = append(removed, key)
		}
	}
	return removed
}

// better reports whether the result is better than that of the answers in
// something and worse in nothing: no factor gained or lost, none heavier, no
// limit crossed anew, pay no further from its reference.
func (s *Study) better(r checkup.Report) bool {
	b := s.Base
	if r.Strain == nil || len(r.Factors) != len(b.Factors) || len(Removed(r, b)) > 0 {
		return false
	}
	for i, f := range r.Factors {
		was := b.Factors[i]
		if f.ID != was.ID || score.Exactly(f.Contribution) > score.Exactly(was.Contribution) {
			return false
		}
	}
	if ratio, was := r.Pay.Ratio(), b.Pay.Ratio(); ratio != nil && was != nil && score.Exactly(*ratio) < score.Exactly(*was) {
		return false
	}
	return score.Exactly(r.Strain.Score) < score.Exactly(b.Strain.Score) || len(r.Limits) < len(b.Limits)
}

// likely reports whether no two numbers that can hardly both be true come up
// that were not in the answers already.
func (s *Study) likely(a questions.Answers) bool {
	for _, h := range s.Checkup.Pack.HintsFor(a) {
		if !s.hints[h.ID] {
			return false
		}
	}
	return true
}
