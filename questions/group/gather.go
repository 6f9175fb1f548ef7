package group

import (
	"slices"
	"sort"

	"bothends/questions"
)

// MaxFiles is how many files are read together.
const MaxFiles = 500

// An Opened is a file that somebody chose.
type Opened struct {
	Name string
	Data []byte
}

// A Gathering is what came out of the files. It names files and no people.
type Gathering struct {
	People  []questions.Answers // sorted, so that their order tells nothing
	Twice   []string            // names of files whose answers another file holds too; counted once
	Refused []Refusal           // sorted by name
}

// A Refusal is a file that was left out, with every reason.
type Refusal struct {
	Name     string
	Problems []questions.Problem
}

// Gather reads files of answers. One that is damaged, foreign or of another
// version of the questions than the newest here is left out whole; the order of
// the files does not matter.
func Gather(p *questions.Pack, files []Opened) Gathering {
	type read struct {
		name, version, content string
		answers                questions.Answers
	}
	var g Gathering
	var good []read
	newest := ""
	for _, f := range files {
		c, problems := p.DecodeFile(questions.AnswersFormat, f.Data)
		if len(problems) > 0 {
			g.Refused = append(g.Refused, Refusal{f.Name, problems})
			continue
		}
		if newest == "" || questions.CompareVersions(c.PackVersion, newest) > 0 {
			newest = c.PackVersion
		}
		good = append(good, read{f.Name, c.PackVersion, string(p.Encode(c.Answers)), c.Answers})
	}
	// By what is in them first: which of two equal files counts as the second
	// then depends on their names alone.
	sort.SliceStable(good, func(i, j int) bool {
		a, b := good[i], good[j]
		return a.content < b.content || a.content == b.content && a.name < b.name
	})
	counted := ""
	for _, r := range good {
		switch {
		case questions.CompareVersions(r.version, newest) != 0:
			g.Refused = append(g.Refused, Refusal{r.name, []questions.Problem{{
				Path:    "pack_version",
				Code:    questions.MixedVersions,
				Args:    map[string]string{"got": r.version, "allowed": newest},
				Message: "the answers are to version " + r.version + " of the questions, those of other files to " + newest,
				Hint:    "open the file in the check-up and save it again",
			}}})
		case r.content == counted:
			g.Twice = append(g.Twice, r.name)
		default:
			g.People = append(g.People, r.answers)
			counted = r.content
		}
	}
	sort.SliceStable(g.Refused, func(i, j int) bool { return g.Refused[i].Name < g.Refused[j].Name })
	slices.Sort(g.Twice)
	return g
}
