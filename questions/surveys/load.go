package surveys

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"time"

	"bothends/questions"
)

// Known is what figures may refer to.
type Known struct {
	Questions []string // ids
	Countries []string // that the questionnaire proposes, or has help lines for
}

// Load reads context.json from the folder of a pack and reports everything that is
// wrong with it at once. The figures are nil if anything is.
func Load(fsys fs.FS, known Known) (*Context, []questions.Problem) {
	var c Context
	check := checker{questions.Collector{File: File, Found: questions.ReadJSON(fsys, File, &c)}}
	for _, p := range check.Found {
		if p.Path == "" { // not one field could be read
			return nil, check.Found
		}
	}
	check.surveys(&c, known)
	check.figures(&c, known)
	if len(check.Found) > 0 {
		return nil, check.Found
	}
	return &c, nil
}

type checker struct{ questions.Collector }

func (c *checker) add(path, code, message, hint string) {
	c.Add(questions.Problem{Path: path, Code: code, Message: message, Hint: hint})
}

func (c *checker) surveys(file *Context, known Known) {
	if _, err := time.Parse(time.DateOnly, file.Date); err != nil {
		c.add("date", questions.BadDate, strconv.Quote(file.Date)+" is not a day", "the day on which the figures were last looked at, as in 2026-12-01")
	}
	seen := map[string]bool{}
	for i, s := range file.Surveys {
		path := questions.At("surveys", i)
		if s.ID == "" || seen[s.ID] {
			c.add(path+".id", questions.DuplicateID, "every survey needs an id of its own", "give it one, such as publisher_2026")
		}
		seen[s.ID] = true
		if strings.TrimSpace(s.Publisher) == "" {
			c.add(path+".publisher", questions.MissingField, "a figure without a source is hearsay", "name who published the survey")
		}
		if host, https := strings.CutPrefix(s.Link, "https://"); !https || host == "" || host[0] == '/' || strings.ContainsAny(host, " \t\n") {
			c.add(path+".link", questions.BadLink, "nobody can look the figure up without a link", "give the https address where it was read")
		}
		if s.N < 1 {
			c.add(path+".n", questions.MissingField, "a share of an unknown number of people says nothing", "say in n how many answered, or leave the survey out")
		}
		switch {
		case s.Year == 0:
			c.add(path+".year", questions.MissingField, "a figure without a year cannot be told from an old one", "say in year when the survey was answered")
		case tooOld(s.Year, file.Date):
			c.add(path+".year", questions.OutOfRange, "the survey of "+strconv.Itoa(s.Year)+" is more than "+strconv.Itoa(MaxAge)+" years older than the date of this file, "+file.Date,
				"look for a newer one, or leave it out")
		case len(file.Date) > 4 && strconv.Itoa(s.Year) > file.Date[:4]:
			c.add(path+".year", questions.OutOfRange, "the year "+strconv.Itoa(s.Year)+" lies after the date of this file, "+file.Date, "set right one of the two")
		}
		for j, country := range s.Countries {
			c.among(questions.At(path+".countries", j), "country", country, known.Countries)
		}
		if !slices.ContainsFunc(file.Figures, func(f Figure) bool { return f.Survey == s.ID }) {
			c.add(path, questions.UnknownReference, "no figure is of this survey", "remove it, or add a figure")
		}
	}
}

func (c *checker) figures(file *Context, known Known) {
	var ids []string
	for _, s := range file.Surveys {
		ids = append(ids, s.ID)
	}
	asked := append([]string{Signs}, known.Questions...)
	seen := map[string]bool{}
	kinds := map[bool]bool{}
	for i, f := range file.Figures {
		path := questions.At("figures", i)
		if f.Key == "" || seen[f.Key] {
			c.add(path+".key", questions.DuplicateID, "every figure needs a key of its own: its words stand under it", "give it one, such as long_weeks")
		}
		seen[f.Key] = true
		kinds[f.Reassuring] = true
		c.among(path+".question", "question", f.Question, asked)
		c.among(path+".survey", "survey", f.Survey, ids)
		if f.Own && f.Question == Signs {
			c.add(path+".own", questions.Misplaced, "there is no one answer about all signs to stand beside this figure", `leave "own" out`)
		}
	}
	if len(file.Figures) > 0 && !(kinds[true] && kinds[false]) {
		c.add("figures", questions.MissingField, "all figures are of one kind, and half the truth is not told",
			"add one that is reassuring, or one that is not, or leave the file out")
	}
}

// among reports a name that is not one of those known.
func (c *checker) among(path, kind, name string, known []string) {
	if !slices.Contains(known, name) {
		c.add(path, questions.UnknownReference, "there is no "+kind+" "+strconv.Quote(name), questions.DidYouMean(name, known))
	}
}
