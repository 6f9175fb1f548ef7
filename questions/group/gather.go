package group

import (
	"maps"
	"slices"
	"strings"

	"bothends/questions"
)

// Most is how many files are read together.
const Most = 500

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
	var g Gathering
	type read struct {
		name, version string
		answers       questions.Answers
	}
	// By what is in them first: which of two equal files counts as the second
	// then depends on their names alone. Names of answers hold no zero byte.
	good := map[string]read{}
	var order []string
	newest := ""
	refused := map[string][]questions.Problem{}
	for i, f := range files {
		c, problems := p.DecodeFile(questions.AnswersFile, f.Data)
		if len(problems) > 0 {
			refused[ranked(f.Name, i)] = problems
			continue
		}
		if newest == "" || questions.CompareVersions(c.PackVersion, newest) > 0 {
			newest = c.PackVersion
		}
		key := string(p.Encode(c.Answers)) + "\x00" + ranked(f.Name, i)
		good[key] = read{f.Name, c.PackVersion, c.Answers}
		order = append(order, key)
	}
	slices.Sort(order)
	last := ""
	for i, key := range order {
		r := good[key]
		content, _, _ := strings.Cut(key, "\x00")
		switch {
		case questions.CompareVersions(r.version, newest) != 0:
			refused[ranked(r.name, len(files)+i)] = []questions.Problem{{
				Path:    "pack_version",
				Code:    questions.MixedVersions,
				Args:    map[string]string{"got": r.version, "allowed": newest},
				Message: "the answers are to version " + r.version + " of the questions, those of other files to " + newest,
				Hint:    "open the file in the check-up and save it again",
			}}
		case content == last:
			g.Twice = append(g.Twice, r.name)
		default:
			g.People = append(g.People, r.answers)
			last = content
		}
	}
	for _, key := range slices.Sorted(maps.Keys(refused)) {
		name, _, _ := strings.Cut(key, "\x00")
		g.Refused = append(g.Refused, Refusal{name, refused[key]})
	}
	slices.Sort(g.Twice)
	return g
}

// ranked sorts by name, and keeps files of one name apart.
func ranked(name string, i int) string {
	return strings.ReplaceAll(name, "\x00", "") + "\x00" + string(rune(0xf0000+i))
}
