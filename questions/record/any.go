package record

import (
	"slices"

	"bothends/questions"
)

// ReadAny reads a file of many results, of one, or of answers alone, which carry
// no date: they get that of the file, as records write it. A file is read whole
// or refused with every problem.
func ReadAny(p *questions.Pack, data []byte, date string) ([]Record, []questions.Problem) {
	many, wrongMany := DecodeMany(p, data)
	if len(wrongMany) == 0 {
		return many, nil
	}
	one, wrongOne := Decode(p, data)
	if len(wrongOne) == 0 {
		return []Record{one}, nil
	}
	c, wrongAnswers := p.DecodeFile(questions.AnswersFormat, data)
	switch {
	case len(wrongAnswers) > 0:
	case !ValidDate(date):
		return nil, []questions.Problem{badDate(date)}
	default:
		return []Record{{Date: date, PackVersion: c.PackVersion, Answers: c.Answers}}, nil
	}
	// The problems of the format that it says it has are the ones to mend.
	for _, list := range [][]questions.Problem{wrongMany, wrongOne} {
		if !slices.ContainsFunc(list, func(p questions.Problem) bool { return p.Code == questions.ForeignFormat }) {
			return nil, list
		}
	}
	return nil, wrongAnswers
}
