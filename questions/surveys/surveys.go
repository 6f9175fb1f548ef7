// Package surveys holds what others answered: published figures of surveys, each
// about a question of a pack, and which of them are shown to one person. Its file
// is a pack's context.json; the sentences are words of the pack.
//
//	surveys.go  the figures, and those for one person
//	load.go     reading the file, and all that is wrong with it
package surveys

import (
	"slices"
	"strconv"
)

// File is the name of the figures in a pack folder.
const File = "context.json"

// MaxAge is how old a figure may be, in years.
const MaxAge = 8

// Signs stands for all questions on signs at once.
const Signs = "signs"

// How many figures are shown to one person: more are no longer read.
const (
	mostWorrying   = 3
	mostReassuring = 2
)

// A Context is the file.
type Context struct {
	// Date is the day on which the figures were last looked at, "2026-12-01": the
	// age of a figure counts from it, as this file knows no other day.
	Date    string   `json:"date"`
	Surveys []Survey `json:"surveys"`
	Figures []Figure `json:"figures"`
}

// A Survey is one that people chose to answer. Nobody drew them at random.
type Survey struct {
	ID         string   `json:"id"`
	Publisher  string   `json:"publisher"`
	ReportedBy string   `json:"reported_by"` // who reports it, where nobody here read it at the publisher's
	Year       int      `json:"year"`        // in which it was answered
	Countries  []string `json:"countries"`   // ISO 3166-1 alpha-2; none where the publisher names none
	N          int      `json:"n"`           // people who answered
	Over       bool     `json:"over"`        // the publisher says "more than n"
	Link       string   `json:"link"`        // https
}

// A Figure is one number of a survey, said by the words "context.<key>".
type Figure struct {
	Key        string `json:"key"`
	Question   string `json:"question"` // shown to those who answered it; Signs is all questions on signs
	Survey     string `json:"survey"`
	Reassuring bool   `json:"reassuring"` // where others are well; every person sees one of these
	Own        bool   `json:"own"`        // the person's own answer stands beside it
}

// Survey returns the survey of a figure.
func (c *Context) Survey(f Figure) Survey {
	return c.Surveys[slices.IndexFunc(c.Surveys, func(s Survey) bool { return s.ID == f.Survey })]
}

// For returns the figures for a person in a country ("" for an unknown one): about
// questions that they answered, the newest enough on a day ("2026-12-01"; "" for
// any), one of each kind about a question, those of their country first. It returns
// none where not one is reassuring: half the truth is not told.
func (c *Context) For(answered func(question string) bool, country, day string) []Figure {
	var chosen []Figure
	room := map[bool]int{false: mostWorrying, true: mostReassuring}
	for rank := range 3 {
		for _, f := range c.Figures {
			s := c.Survey(f)
			taken := slices.ContainsFunc(chosen, func(g Figure) bool { return g.Question == f.Question && g.Reassuring == f.Reassuring })
			if s.rank(country) != rank || taken || tooOld(s.Year, day) || !answered(f.Question) || room[f.Reassuring] == 0 {
				continue
			}
			room[f.Reassuring]--
			chosen = append(chosen, f)
		}
	}
	if room[true] == mostReassuring {
		return nil
	}
	slices.SortStableFunc(chosen, func(a, b Figure) int { return slices.Index(c.Figures, a) - slices.Index(c.Figures, b) })
	return chosen
}

// rank is how near a survey is to a country: there, nowhere named, elsewhere.
func (s Survey) rank(country string) int {
	switch {
	case slices.Contains(s.Countries, country):
		return 0
	case len(s.Countries) == 0:
		return 1
	}
	return 2
}

// tooOld reports whether a year lies more than MaxAge before a day.
func tooOld(year int, day string) bool {
	if len(day) < 4 {
		return false
	}
	now, err := strconv.Atoi(day[:4])
	return err == nil && now-year > MaxAge
}

// WordKeys returns the keys of the texts that the figures need, sorted.
func (c *Context) WordKeys() []string {
	var keys []string
	for _, f := range c.Figures {
		keys = append(keys, "context."+f.Key)
	}
	for _, s := range c.Surveys {
		for _, country := range s.Countries {
			keys = append(keys, "country."+country)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
