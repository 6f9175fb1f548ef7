package jobad

import (
	"slices"

	"bothends/questions"
)

// The questions of a check-up that an ad can answer, where the pack has them.
const (
	askResponsibilities = "responsibilities"
	askHours            = "contract_hours"
	askExperience       = "experience_years"
	askAmount           = "pay_amount"
	askCurrency         = "currency"
	askPeriod           = "pay_period"
)

// payTogether are answers that mean something only together.
var payTogether = []string{askAmount, askCurrency, askPeriod}

// Answers are what a check-up can take over from the ad: only what stands there
// and what the pack allows. Of a range of pay it is the lower end; a range of
// hours is no answer.
func (ad Ad) Answers(p *questions.Pack) questions.Answers {
	a := questions.Answers{}
	if q, ok := p.Question(askResponsibilities); ok {
		options, keys := p.QuestionOptions(q), []string{}
		for _, f := range ad.Responsibilities {
			if slices.Contains(options, f.Key) {
				keys = append(keys, f.Key)
			}
		}
		if len(keys) > 0 {
			a[askResponsibilities] = keys
		}
	}
	if r := ad.Facts.HoursPerWeek; r != nil && r[0] == r[1] {
		a[askHours] = r[0]
	}
	if y := ad.Facts.YearsExperience; y != nil {
		a[askExperience] = float64(*y)
	}
	if pay := ad.Facts.Pay; pay != nil {
		amount, period := pay.Min, pay.Period
		switch period { // a table of pay has no weeks
		case "week":
			amount, period = amount*weeksPerYear, "year"
		case "fortnight":
			amount, period = amount*weeksPerYear/2, "year"
		}
		if proposes(p, askPeriod, period) && proposes(p, askCurrency, pay.Currency) {
			a[askAmount], a[askCurrency], a[askPeriod] = amount, pay.Currency, period
		}
	}
	for id, value := range a {
		if len(p.Check(questions.Answers{id: value})) > 0 {
			delete(a, id)
		}
	}
	if !whole(a) {
		dropPay(a)
	}
	return a
}

// proposes reports whether a question has this option.
func proposes(p *questions.Pack, question, option string) bool {
	q, ok := p.Question(question)
	return ok && slices.Contains(p.QuestionOptions(q), option)
}

func whole(a questions.Answers) bool {
	return !slices.ContainsFunc(payTogether, func(id string) bool { return a[id] == nil })
}

func dropPay(a questions.Answers) {
	for _, id := range payTogether {
		delete(a, id)
	}
}

// A Merge is what becomes of a form when answers of an ad are put into it.
type Merge struct {
	Values map[string][]string // what the form holds now, by the name of an input
	Filled []string            // questions that got an answer, in pack order
	Stayed []string            // questions whose other answer by the person stayed; of the pay only the amount, first
}

// MergeInto puts answers of an ad into a form. What a person answered stays, and
// pay is taken whole or not at all: half of it from the ad and half from the
// person would be nobody's. Point is the decimal sign of the form.
func MergeInto(p *questions.Pack, form map[string][]string, a questions.Answers, point string) Merge {
	offered := p.FormValues(a, point)
	m := Merge{Values: map[string][]string{}}
	for name, values := range form {
		if len(values) > 0 {
			m.Values[name] = values
		}
	}
	differs := func(id string) bool { return m.Values[id] != nil && !sameKeys(m.Values[id], offered[id]) }
	if slices.ContainsFunc(payTogether, differs) {
		if offered[askAmount] != nil {
			m.Stayed = append(m.Stayed, askAmount)
		}
		for _, id := range payTogether {
			delete(offered, id)
		}
	}
	for _, section := range p.Sections {
		for _, q := range section.Questions {
			switch values := offered[q.ID]; {
			case values == nil:
			case differs(q.ID):
				m.Stayed = append(m.Stayed, q.ID)
			case m.Values[q.ID] == nil:
				m.Values[q.ID] = values
				m.Filled = append(m.Filled, q.ID)
			}
		}
	}
	return m
}

// sameKeys reports whether two lists hold the same, in any order.
func sameKeys(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
