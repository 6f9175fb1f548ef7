package say

import (
	"bothends/questions"
	"bothends/questions/checkup"
)

// AnswerText says an answer as the form does. nil is a skipped question.
func (v Voice) AnswerText(c *checkup.Checkup, id string, answer any) string {
	q, ok := c.Pack.Question(id)
	if !ok {
		return ""
	}
	switch x := answer.(type) {
	case nil:
		return v.T("change.skipped")
	case float64:
		text := v.Plain(x)
		if unit := v.Optional("unit." + q.Unit); unit != "" && q.Unit != questions.Money {
			text += "\u00a0" + unit
		}
		return text
	case string:
		return v.optionText(q, x)
	case []string:
		if len(x) == 0 {
			return v.Pack.Get("none." + id)
		}
		return v.Options(q, x)
	case map[string]float64:
		total := 0.0
		for _, share := range x {
			total += share
		}
		var parts []string
		for _, key := range c.Pack.QuestionOptions(q) {
			if share := x[key]; share > 0 {
				list, _ := c.Pack.Question(q.Of)
				parts = append(parts, v.T("change.share", "name", v.optionText(list, key), "percent", v.Number(share/total*100, 0)))
			}
		}
		return v.List(parts)
	}
	return ""
}

// Options lists keys in the order in which they are asked.
func (v Voice) Options(q *questions.Question, keys []string) string {
	given := map[string]bool{}
	for _, key := range keys {
		given[key] = true
	}
	var names []string
	for _, key := range q.Options {
		if given[key] {
			names = append(names, v.optionText(q, key))
		}
	}
	return v.List(names)
}

// optionText says one key of a question, or the word of a number.
func (v Voice) optionText(q *questions.Question, key string) string {
	switch {
	case key == questions.NotApplicable && q.NotApplicable:
		return v.Pack.Get("not_applicable." + q.ID)
	case q.Type == questions.Number:
		return v.Pack.Get(q.ID + ".word." + key)
	case q.Scale != "":
		return v.Pack.Get("scale." + q.Scale + "." + key)
	case q.Type == questions.Code:
		prefix := "country."
		if q.Standard == questions.Currencies {
			prefix = "currency."
		}
		if name := v.Optional(prefix + key); name != "" {
			return name
		}
		return key // any code of the standard is an answer
	}
	return v.Pack.Get(q.ID + ".option." + key)
}

// Picked is what a number that is picked stands for: the largest may mean more.
func (v Voice) Picked(q *questions.Question, n float64) string {
	if most := v.Optional(q.ID + ".most"); n == *q.Max && most != "" {
		return most
	}
	return v.Plain(n)
}
