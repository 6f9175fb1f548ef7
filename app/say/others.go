package say

import (
	"strconv"

	"bothends/questions/surveys"
)

// An Other is what others answered, with its source.
type Other struct {
	Key       string
	Text      string // "67% work 40 hours or more a week."
	Publisher string
	Link      string
	Source    string // year, place, how many, and that nobody was chosen at random
	Own       string // the person's own answer, "" where it is not to be compared
}

// Others are the figures for a person in a country ("" for an unknown one), on a day.
func (w ResultWords) Others(country, day string) []Other {
	v := w.Voice
	answered := func(question string) bool {
		if question == surveys.Signs {
			return w.Report.Signs != nil
		}
		return w.Answers[question] != nil
	}
	var all []Other
	for _, f := range w.Checkup.Others.For(answered, country, day) {
		s := w.Checkup.Others.Survey(f)
		place := v.T("others.anywhere")
		if len(s.Countries) > 0 {
			var names []string
			for _, code := range s.Countries {
				names = append(names, CountryName(v, code))
			}
			place = v.List(names)
		}
		n := v.Number(float64(s.N), 0)
		if s.Over {
			n = v.T("others.over", "n", n)
		}
		publisher := s.Publisher
		if s.ReportedBy != "" {
			publisher = v.T("others.reported", "publisher", publisher, "by", s.ReportedBy)
		}
		o := Other{Key: f.Key, Text: v.Pack.Get("context." + f.Key), Publisher: publisher, Link: s.Link,
			Source: v.T("others.source", "year", strconv.Itoa(s.Year), "place", place, "n", n)}
		if f.Own {
			o.Own = v.T("others.own", "question", v.Pack.Get(f.Question+".short"), "answer", w.bare(f.Question))
		}
		all = append(all, o)
	}
	return all
}

// bare is an answer without its unit, which the name of the question says.
func (w ResultWords) bare(id string) string {
	q, _ := w.Checkup.Pack.Question(id)
	if n, ok := w.Answers[id].(float64); ok && q.Max != nil {
		return w.Voice.Picked(q, n)
	}
	return w.Voice.AnswerText(w.Checkup, id, w.Answers[id])
}
