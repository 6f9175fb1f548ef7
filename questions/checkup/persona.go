package checkup

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strings"

	"bothends/questions"
)

// OtherResult is the code for a persona whose result is not the expected one.
const OtherResult = "other_result"

// checkPersonas reads the answers of every persona.
func (c *Checkup) checkPersonas(fsys fs.FS) []questions.Problem {
	names, _ := fs.Glob(fsys, "personas/*.json") // the pattern is well formed
	var problems []questions.Problem
	for _, name := range names {
		if strings.HasSuffix(name, ".expected.json") {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			problems = append(problems, questions.Problem{
				File: name, Code: questions.UnreadableFile, Message: fmt.Sprintf("cannot be read: %v", err),
			})
			continue
		}
		answers, wrong := c.Pack.Decode(data)
		if len(wrong) == 0 {
			wrong = c.Pack.Check(answers)
		}
		if len(wrong) == 0 {
			problems = append(problems, c.checkExpected(fsys, strings.TrimSuffix(name, ".json")+".expected.json", answers)...)
		}
		for _, p := range wrong {
			p.File = name
			problems = append(problems, p)
		}
	}
	return problems
}

// expectation is the result that a persona must get, as worked out apart from
// this program.
type expectation struct {
	Expected struct {
		Signs, Strain *struct{ Score float64 }
		Band          *struct{ Number int }
		Factors       map[string]float64
		Limits        []string
		EffortReward  *float64 `json:"effort_reward"`
	}
}

// nearEnough is the distance that two ways of adding up may have.
const nearEnough = 1e-9

// checkExpected scores a persona and compares, where a result is given.
func (c *Checkup) checkExpected(fsys fs.FS, name string, answers questions.Answers) []questions.Problem {
	var want expectation
	switch err := readJSON(fsys, name, &want); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return []questions.Problem{{File: name, Code: questions.UnreadableFile, Message: fmt.Sprintf("cannot be read: %v", err)}}
	}
	got, err := c.Score(answers)
	if err != nil {
		return []questions.Problem{{File: name, Code: questions.UnreadableFile, Message: err.Error()}}
	}
	var problems []questions.Problem
	differs := func(path string, got, want any) {
		problems = append(problems, questions.Problem{
			File: name, Path: "expected." + path, Code: OtherResult,
			Message: fmt.Sprintf("the persona gets %v, not %v", got, want),
			Hint:    "if the new result is right, work it out again by hand and write it here",
		})
	}
	near := func(path string, got *float64, want float64) {
		if got == nil {
			differs(path, "nothing", want)
		} else if math.Abs(*got-want) > nearEnough {
			differs(path, *got, want)
		}
	}
	e := want.Expected
	if e.Signs != nil {
		near("signs.score", scoreOf(got.Signs != nil, func() float64 { return got.Signs.Score }), e.Signs.Score)
	}
	if e.Strain != nil {
		near("strain.score", scoreOf(got.Strain != nil, func() float64 { return got.Strain.Score }), e.Strain.Score)
	}
	if e.Band != nil {
		near("band.number", scoreOf(got.Band != nil, func() float64 { return float64(got.Band.Number) }), float64(e.Band.Number))
	}
	if e.EffortReward != nil {
		near("effort_reward", got.EffortReward, *e.EffortReward)
	}
	if e.Limits != nil && !slices.Equal(got.Limits, e.Limits) {
		differs("limits", strings.Join(got.Limits, ", "), strings.Join(e.Limits, ", "))
	}
	contributions := map[string]float64{}
	for _, f := range got.Factors {
		contributions[f.ID] = f.Contribution
	}
	for _, id := range slices.Sorted(maps.Keys(e.Factors)) {
		n, there := contributions[id]
		near("factors."+id, scoreOf(there, func() float64 { return n }), e.Factors[id])
	}
	return problems
}

func scoreOf(there bool, score func() float64) *float64 {
	if !there {
		return nil
	}
	n := score()
	return &n
}
