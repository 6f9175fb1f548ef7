// Package steps reads what can be done about what weighs: for each driver and
// each limit of a model, the place to turn to and the sources behind it. What
// to change and what to try are words of the pack, and so are the names of the
// places, which differ from country to country.
package steps

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
)

// File is the name of the steps in a pack folder.
const File = "steps.json"

// Judgement stands in for a source where no study says where the line is.
const Judgement = "judgement"

// A Guide is the file.
type Guide struct {
	AsOf string   `json:"as_of"` // month in which the names of places were collected, "2026-11"
	Law  []string `json:"law"`   // countries whose law on hours and rest has words of its own; none: no such words
	// Status is the question for whom a person works, a choice with the option
	// "own_account", and "both" where that can be said too. Empty where nobody is asked.
	Status string `json:"status"`
	// OwnAccount is the question whose answer "not_applicable" says that a person
	// works on their own account, where Status says nothing. Empty where none does.
	OwnAccount string   `json:"own_account"`
	LawSources []Domain `json:"law_sources"`
	Places     []Place  `json:"places"`
	Steps      []Step   `json:"steps"`
}

// A Place is somebody to turn to. Every place has words for everywhere;
// Countries are those where it has a name of its own.
type Place struct {
	Key       string   `json:"key"`
	Countries []string `json:"countries"` // ISO 3166-1 alpha-2
	Own       bool     `json:"own"`       // has words for people on their own account, in all countries
}

// A Domain is where a source is the law of employees: it is named to nobody
// elsewhere, and to nobody without an employer.
type Domain struct {
	Source    string   `json:"source"`    // id of a source of the model
	Countries []string `json:"countries"` // ISO 3166-1 alpha-2
}

// A Step belongs to a driver or to a limit.
type Step struct {
	Driver  string   `json:"driver"`
	Limit   string   `json:"limit"`
	Place   string   `json:"place"`
	Sources []string `json:"sources"` // ids of the model's sources, or Judgement
	Law     bool     `json:"law"`     // what the law says on hours and rest bears on it
	Own     bool     `json:"own"`     // has words for people on their own account and their clients
}

// Key begins the keys of the words of a step: "driver.work_volume".
func (s Step) Key() string {
	if s.Limit != "" {
		return "limit." + s.Limit
	}
	return "driver." + s.Driver
}

// Step returns the step for a driver or a limit by the beginning of its words.
func (g *Guide) Step(key string) (Step, bool) {
	i := slices.IndexFunc(g.Steps, func(s Step) bool { return s.Key() == key })
	if i < 0 {
		return Step{}, false
	}
	return g.Steps[i], true
}

// Options of the question on the status of a person.
const (
	OwnAccount = "own_account"
	Both       = "both"
)

// A Reader is whom the advice speaks to: somebody with an employer, somebody with
// clients and no works council, or somebody with both.
type Reader struct{ Employer, Clients bool }

// Reader returns whom the advice speaks to, by the answers.
func (g *Guide) Reader(a questions.Answers) Reader {
	if g.Status != "" {
		switch key, _ := a.Choice(g.Status); key {
		case "":
		case OwnAccount:
			return Reader{Clients: true}
		case Both:
			return Reader{Employer: true, Clients: true}
		default:
			return Reader{Employer: true}
		}
	}
	if key, _ := a.Choice(g.OwnAccount); g.OwnAccount != "" && key == questions.NotApplicable {
		return Reader{Clients: true}
	}
	return Reader{Employer: true}
}

// OnOwnAccount reports whether a says that there is no employer.
func (g *Guide) OnOwnAccount(a questions.Answers) bool { return !g.Reader(a).Employer }

// Words returns the keys of what others can change and of what the person can
// try. Where there is no employer, the others are clients.
func (g *Guide) Words(key string, own bool) (others, person string) {
	if s, ok := g.Step(key); ok && own && s.Own {
		return key + ".clients", key + ".own"
	}
	return key + ".employer", key + ".person"
}

// Names reports whether a source is to be named to somebody whose job is in a
// country, "" for an unknown one.
func (g *Guide) Names(source, country string, own bool) bool {
	i := slices.IndexFunc(g.LawSources, func(d Domain) bool { return d.Source == source })
	return i < 0 || !own && (country == "" || slices.Contains(g.LawSources[i].Countries, country))
}

// WhatKey returns the key of the words that say what a place does.
func (g *Guide) WhatKey(place string, own bool) string {
	if own && slices.ContainsFunc(g.Places, func(p Place) bool { return p.Key == place && p.Own }) {
		return "place." + place + ".own.what"
	}
	return "place." + place + ".what"
}

// NameKey returns the key of the words that name a place in a country, or for
// people on their own account.
func (g *Guide) NameKey(place, country string, own bool) string {
	for _, p := range g.Places {
		if p.Key == place && own && p.Own {
			return "place." + place + ".own"
		}
		if p.Key == place && slices.Contains(p.Countries, country) {
			return "place." + place + "." + country
		}
	}
	return "place." + place + ".other"
}

// LawKey returns the key of the words that say what the law of a country sets for
// hours and rest, if the guide has such words. That law is about employees: there
// are none for people on their own account. The words for every other country may
// name the law of a union of countries: they are not said where it is known that
// this law does not hold.
func (g *Guide) LawKey(country string, own bool) (key string, ok bool) {
	switch {
	case own || len(g.Law) == 0:
		return "", false
	case slices.Contains(g.Law, country):
		return "law." + country, true
	}
	for _, d := range g.LawSources {
		if !g.Names(d.Source, country, own) {
			return "", false
		}
	}
	return "law.other", true
}

// WordKeys returns the keys of the texts that the guide needs, sorted:
//
//	law.other, law.<country>            what the law sets for hours and rest, one to three sentences
//	place.<place>.what                  what it does, one or two sentences
//	place.<place>.other, .<country>     its name, a noun phrase
//	place.<place>.own, .own.what        its name and what it does for people on their own account
//	<step>.clients, <step>.own          what clients can change and what to try, for people on their own account
//	source.<id>                         what a source says, one sentence
func (g *Guide) WordKeys() []string {
	var keys []string
	for _, p := range g.Places {
		keys = append(keys, "place."+p.Key+".what", "place."+p.Key+".other")
		for _, country := range p.Countries {
			keys = append(keys, "place."+p.Key+"."+country)
		}
		if p.Own {
			keys = append(keys, "place."+p.Key+".own", "place."+p.Key+".own.what")
		}
	}
	if len(g.Law) > 0 {
		keys = append(keys, "law.other")
	}
	for _, country := range g.Law {
		keys = append(keys, "law."+country)
	}
	for _, s := range g.Steps {
		if s.Own {
			keys = append(keys, s.Key()+".clients", s.Key()+".own")
		}
		for _, id := range s.Sources {
			keys = append(keys, "source."+id)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Known is what a guide may refer to.
type Known struct {
	Drivers, Limits []string // each of them needs a step
	Sources         []string // ids
	Countries       []string // that the questionnaire proposes, or has help lines for
	Status          []string // questions with the option OwnAccount
	NotApplicable   []string // questions that can be answered "not_applicable"
}

// Load reads steps.json from the folder of a pack and reports everything that
// is wrong with it at once. The guide is nil if anything is.
func Load(fsys fs.FS, known Known) (*Guide, []questions.Problem) {
	var g Guide
	c := checker{questions.Collector{File: File, Found: questions.ReadJSON(fsys, File, &g)}}
	for _, p := range c.Found {
		if p.Path == "" { // not one field could be read
			return nil, c.Found
		}
	}
	c.check(&g, known)
	if len(c.Found) > 0 {
		return nil, c.Found
	}
	return &g, nil
}

type checker struct{ questions.Collector }

func (c *checker) add(path, code, message, hint string) {
	c.Add(questions.Problem{Path: path, Code: code, Message: message, Hint: hint})
}

// among reports a name that is not one of those known.
func (c *checker) among(path, kind, name string, known []string) {
	if !slices.Contains(known, name) {
		c.add(path, questions.UnknownReference, "there is no "+kind+" "+strconv.Quote(name), questions.DidYouMean(name, known))
	}
}

func (c *checker) check(g *Guide, known Known) {
	if !isMonth(g.AsOf) {
		c.add("as_of", questions.BadDate, strconv.Quote(g.AsOf)+" is not a month", "year and month, as in 2026-11")
	}
	c.countries("law", g.Law, known.Countries)
	if g.Status != "" {
		c.among("status", `question with the option "`+OwnAccount+`":`, g.Status, known.Status)
	}
	if g.OwnAccount != "" {
		c.among("own_account", `question that can be answered "not_applicable":`, g.OwnAccount, known.NotApplicable)
	}
	for i, d := range g.LawSources {
		path := questions.At("law_sources", i)
		c.among(path+".source", "source", d.Source, known.Sources)
		c.countries(path+".countries", d.Countries, known.Countries)
	}
	places := c.places(g, known.Countries)
	steps := map[string]string{}
	used := map[string]bool{}
	for i, s := range g.Steps {
		path := questions.At("steps", i)
		used[s.Place] = true
		switch {
		case s.Driver == "" && s.Limit == "":
			c.add(path, questions.MissingField, "names neither a driver nor a limit", "")
			continue
		case s.Driver != "" && s.Limit != "":
			c.add(path, questions.Misplaced, "names both a driver and a limit", "make it two steps")
			continue
		case s.Driver != "":
			c.among(path+".driver", "driver", s.Driver, known.Drivers)
		default:
			c.among(path+".limit", "limit", s.Limit, known.Limits)
		}
		if first, twice := steps[s.Key()]; twice {
			c.add(path, questions.DuplicateID, "there is a step for "+strconv.Quote(s.Key())+" already, at "+first, "keep one of them")
		}
		steps[s.Key()] = path
		c.among(path+".place", "place", s.Place, places)
		c.sources(path+".sources", s.Sources, known.Sources)
		if s.Law && len(g.Law) == 0 {
			c.add(path+".law", questions.MissingField, "the law bears on this step, but no country has words on it", `name the countries in "law" at the top`)
		}
	}
	c.covered("driver", known.Drivers, steps)
	c.covered("limit", known.Limits, steps)
	for i, p := range g.Places {
		if !used[p.Key] {
			c.add(questions.At("places", i), questions.UnknownReference, "no step leads to "+strconv.Quote(p.Key), "remove it, or lead a step there")
		}
	}
}

// places checks the places and returns their keys.
func (c *checker) places(g *Guide, countries []string) []string {
	var keys []string
	for i, p := range g.Places {
		path := questions.At("places", i)
		switch {
		case !isKey(p.Key):
			c.add(path+".key", questions.BadName, strconv.Quote(p.Key)+" is not a name", "small letters a to z and _")
		case slices.Contains(keys, p.Key):
			c.add(path+".key", questions.DuplicateID, "the place "+strconv.Quote(p.Key)+" is there already", "keep one of them")
		}
		keys = append(keys, p.Key)
		c.countries(path+".countries", p.Countries, countries)
	}
	return keys
}

func (c *checker) countries(path string, named, known []string) {
	for i, country := range named {
		c.among(questions.At(path, i), "country in the questionnaire:", country, known)
		if slices.Contains(named[:i], country) {
			c.add(questions.At(path, i), questions.RepeatedKey, strconv.Quote(country)+" stands in this list already", "keep one of them")
		}
	}
}

func (c *checker) sources(path string, ids, known []string) {
	if len(ids) == 0 {
		c.add(path, questions.EmptyList, "names no source", `where it is judgement, say "judgement"`)
	}
	for i, id := range ids {
		if id != Judgement {
			c.among(questions.At(path, i), "source", id, known)
		}
		if slices.Contains(ids[:i], id) {
			c.add(questions.At(path, i), questions.RepeatedKey, strconv.Quote(id)+" stands in this list already", "keep one of them")
		}
	}
}

// covered reports what has no step.
func (c *checker) covered(kind string, keys []string, steps map[string]string) {
	for _, key := range keys {
		if _, ok := steps[kind+"."+key]; !ok {
			c.add("steps."+kind+"."+key, questions.MissingField, "there is no step for the "+kind+" "+strconv.Quote(key),
				"say which place to turn to and what it rests on")
		}
	}
}

func isKey(s string) bool {
	outside := func(r rune) bool { return r != '_' && (r < 'a' || 'z' < r) }
	return s != "" && s[0] != '_' && strings.IndexFunc(s, outside) < 0
}

// isMonth reports whether s is a year and a month, "2026-11".
func isMonth(s string) bool {
	year, month, _ := strings.Cut(s, "-")
	y, err := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	return err == nil && err2 == nil && !strings.Contains(s, "+") && len(year) == 4 && len(month) == 2 && y >= 2000 && 1 <= m && m <= 12
}
