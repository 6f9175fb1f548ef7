package ui

import (
	"encoding/json"
	"slices"

	"bothends/questions"
)

// adAnswers are what the check-up can take over from the ad, as the form holds
// it: only what stands there and what the form can hold. Of a range of pay it
// is the lower end; a range of hours is no answer.
func adAnswers(w AdWords) map[string][]string {
	f := w.Ad.Facts
	typed := func(id string, x float64) []string {
		q, _ := w.Checkup.Pack.Question(id)
		return []string{q.FormText(x, decimalPoint(w.Voice.Lang()))}
	}
	list := map[string][]string{}
	if keys := keysOf(w.Ad.Responsibilities); len(keys) > 0 {
		list[askResponsibilities] = keys
	}
	if r := f.HoursPerWeek; r != nil && r[0] == r[1] {
		list[askHours] = typed(askHours, r[0])
	}
	if y := f.YearsExperience; y != nil {
		list[askExperience] = typed(askExperience, float64(*y))
	}
	if p := f.Pay; p != nil && accepts(w.Checkup.Pack, askPeriod, p.Period) && accepts(w.Checkup.Pack, askCurrency, p.Currency) {
		list[askAmount] = typed(askAmount, p.Min)
		list[askCurrency] = []string{p.Currency}
		list[askPeriod] = []string{p.Period}
	}
	return list
}

// accepts reports whether a question of the check-up has this option.
func accepts(p *questions.Pack, question, option string) bool {
	q, ok := p.Question(question)
	return ok && slices.Contains(p.QuestionOptions(q), option)
}

// A draft of the check-up, as web/page.js keeps it for the tab.
type draft struct {
	Version int                        `json:"v"`
	Answers map[string]json.RawMessage `json:"answers"`
	Step    int                        `json:"step"`
	Done    bool                       `json:"done"`
}

// payTogether are answers that mean something only together.
var payTogether = []string{askAmount, askCurrency, askPeriod}

// mergeDraft puts answers under those of a kept draft, whose answers stay as
// they are. It returns the draft, and the questions in the order of the pack
// that were filled in and that stayed.
func mergeDraft(w AdWords, kept string) (merged string, filled, stayed []string) {
	d := draft{}
	var earlier struct {
		Version int                        `json:"v"`
		Answers map[string]json.RawMessage `json:"answers"`
	}
	if json.Unmarshal([]byte(kept), &earlier) == nil && earlier.Version == 1 {
		d.Answers = earlier.Answers
	}
	if d.Answers == nil {
		d.Answers = map[string]json.RawMessage{}
	}
	d.Version, d.Step = 1, 1

	answers := adAnswers(w)
	has := func(id string) bool { return len(d.Answers[id]) > 0 }
	// Half of a pay from the ad and half from the person would be nobody's.
	if slices.ContainsFunc(payTogether, func(id string) bool { return has(id) && !sameAnswer(d.Answers[id], answers[id]) }) {
		if _, offered := answers[askAmount]; offered {
			stayed = append(stayed, askAmount)
		}
		for _, id := range payTogether {
			delete(answers, id)
		}
	}
	for _, section := range w.Checkup.Pack.Sections {
		for _, q := range section.Questions {
			values, offered := answers[q.ID]
			switch {
			case !offered:
			case has(q.ID):
				if !sameAnswer(d.Answers[q.ID], values) {
					stayed = append(stayed, q.ID)
				}
			default:
				d.Answers[q.ID], _ = json.Marshal(values) // strings always encode
				filled = append(filled, q.ID)
			}
		}
	}
	data, _ := json.Marshal(d) // as above
	return string(data), filled, stayed
}

func sameAnswer(kept json.RawMessage, values []string) bool {
	var list []string
	if json.Unmarshal(kept, &list) != nil {
		return false
	}
	slices.Sort(list)
	values = slices.Sorted(slices.Values(values))
	return slices.Equal(list, values)
}
