package checkup

import (
	"io/fs"
	"maps"
	"slices"

	"bothends/questions"
	"bothends/questions/packs"
)

// Check opens a pack and proves what no single file shows: that languages
// differ in nothing but prose, that the pay tables hold together and know
// every responsibility asked for, that the personas get the results that are
// written beside them, and that the reader of job ads finds what its examples say.
func Check(fsys fs.FS) (*Checkup, []questions.Problem) {
	c, problems := Open(fsys)
	if c == nil {
		return nil, problems
	}
	first := c.Words[c.Pack.Languages[0]]
	for _, lang := range c.Pack.Languages[1:] {
		problems = append(problems, questions.CompareWords(first, c.Words[lang])...)
	}
	problems = append(problems, inFolder(packs.Pay, c.Tables.Check())...)
	problems = append(problems, c.checkResponsibilities()...)
	problems = append(problems, c.checkPersonas(fsys)...)
	problems = append(questions.Locate(fsys, problems), checkAdReader()...)
	if len(problems) > 0 {
		return nil, problems
	}
	return c, nil
}

// checkResponsibilities compares what is asked with what the tables can price.
func (c *Checkup) checkResponsibilities() []questions.Problem {
	q, ok := c.Pack.Question("responsibilities")
	if !ok {
		return nil // this questionnaire does not count jobs
	}
	priced := map[string]bool{}
	for _, r := range c.Tables.Responsibilities {
		priced[r.Key] = true
	}
	var problems []questions.Problem
	for _, key := range q.Options {
		if !priced[key] {
			problems = append(problems, questions.Problem{
				File: packs.Pay + "/responsibilities.csv", Path: key, Code: questions.MissingField,
				Message: "the questionnaire asks for this responsibility, but the pay tables do not know it",
				Hint:    "add a row that names its occupations",
			})
		}
		delete(priced, key)
	}
	for _, key := range slices.Sorted(maps.Keys(priced)) {
		problems = append(problems, questions.Problem{
			File: packs.Pay + "/responsibilities.csv", Path: key, Code: questions.UnknownKey,
			Message: "the pay tables know this responsibility, but the questionnaire does not ask for it",
			Hint:    "remove the row, or add the option to pack.json",
		})
	}
	return problems
}
