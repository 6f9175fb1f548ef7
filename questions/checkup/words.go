package checkup

import (
	"io/fs"
	"strconv"

	"bothends/questions"
)

// withReference tells, of each text that a language lacks, what the first language
// says and where: a translator looks there next.
func withReference(fsys fs.FS, first string, problems []questions.Problem) []questions.Problem {
	file := questions.WordsFile(first)
	texts := map[string]string{}
	questions.ReadJSON(fsys, file, &texts) // what is wrong with it is told already
	var there []questions.Problem
	var missing []int
	for i, p := range problems {
		if _, ok := texts[p.Path]; ok && p.Code == questions.MissingWord && p.File != file {
			there = append(there, questions.Problem{File: file, Path: p.Path})
			missing = append(missing, i)
		}
	}
	for i, p := range questions.Locate(fsys, there) {
		problems[missing[i]].Hint = file + ", line " + strconv.Itoa(p.Line) + ", says " + strconv.Quote(texts[p.Path])
	}
	return problems
}
