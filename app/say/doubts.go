package say

import (
	"maps"
	"slices"

	"bothends/questions"
	"bothends/questions/pay"
)

// A Doubt asks whether an answer is right. The result waits for yes, or for
// another answer.
type Doubt struct {
	Question string
	Text     string // with the answer as it was read
	Instead  string // what to put into the field if the answer to it is no; "" where nobody can tell
	Label    string // of the button that does so
}

// DoubtedQuestions are the questions whose answer may be doubted.
func DoubtedQuestions(p *questions.Pack) []string {
	ids := map[string]bool{}
	for _, d := range p.Doubts {
		ids[d.Question] = true
	}
	if _, asked := p.Question(AskAmount); asked {
		ids[AskAmount] = true
	}
	return slices.Sorted(maps.Keys(ids))
}

// Doubts are the answers of a form that are likely slips, the first of each
// question.
func (v Voice) Doubts(p *questions.Pack, t *pay.Tables, f questions.Parsed) []Doubt {
	var doubts []Doubt
	add := func(d Doubt) {
		if !slices.ContainsFunc(doubts, func(other Doubt) bool { return other.Question == d.Question }) {
			doubts = append(doubts, d)
		}
	}
	for _, one := range p.Doubtful(f) {
		q, _ := p.Question(one.Question)
		d := Doubt{Question: one.Question}
		instead := v.withUnit(v.Plain(one.Instead), q.Unit)
		d.Text = v.Pack.Fill("doubt."+one.ID, "got", v.withUnit(v.Plain(one.Read), q.Unit), "instead", instead,
			"typed", f.Typed[one.Question].Typed, "chosen", v.chosen(p, one.Beside, one.Chosen))
		if one.Instead != 0 {
			d.Instead, d.Label = q.FormText(one.Instead, v.T("language.point")), v.T("doubt.instead", "n", instead)
		}
		add(d)
	}
	if text := v.PayAdvice(t, f.Answers)[AskAmount]; text != "" {
		add(v.amountDoubt(p, t, f, text))
	}
	return doubts
}

// Conversions say how a number is read that was typed in another unit, by question.
func (v Voice) Conversions(p *questions.Pack, f questions.Parsed) map[string]string {
	texts := map[string]string{}
	for id, typed := range f.Typed {
		if n, isNumber := typed.Value.(float64); typed.Converted && isNumber {
			q, _ := p.Question(id)
			texts[id] = v.T("doubt.converted", "n", v.withUnit(v.Plain(questions.Round(n, 2)), q.Unit))
		}
	}
	return texts
}

// amountDoubt is that of an amount which is far from what similar work pays. Where
// it may be written with decimals, 24.038, and these are likely, they are proposed.
func (v Voice) amountDoubt(p *questions.Pack, t *pay.Tables, f questions.Parsed, text string) Doubt {
	d := Doubt{Question: AskAmount, Text: text}
	typed := f.Typed[AskAmount]
	if typed.Decimal == 0 {
		return d
	}
	currency, _ := f.Answers.Choice(AskCurrency)
	read, _ := f.Answers.Number(AskAmount)
	d.Text = v.T("doubt.read", "typed", typed.Typed, "amount", v.Money(read, currency, 0)) + " " + text
	other := maps.Clone(f.Answers)
	other[AskAmount] = typed.Decimal
	if v.PayAdvice(t, other)[AskAmount] == "" {
		q, _ := p.Question(AskAmount)
		d.Instead = q.FormText(typed.Decimal, v.T("language.point"))
		d.Label = v.T("doubt.instead", "n", v.Money(typed.Decimal, currency, 3))
	}
	return d
}

// chosen is what was chosen for a question, in words.
func (v Voice) chosen(p *questions.Pack, question, key string) string {
	q, ok := p.Question(question)
	switch {
	case !ok:
		return ""
	case q.Standard == questions.Currencies:
		return v.Optional("currency." + key)
	}
	return v.Optional(q.OptionWord(key))
}
