package questions

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/go-playground/validator/v10"
)

// HelpFile is the name of the help lines in their folder.
const HelpFile = "lines.json"

// Help is that file: who listens, by country. All questionnaires share it.
type Help struct {
	Lines []HelpLine `json:"lines" validate:"min=1,dive"`
}

// A HelpLine is what a person in one country can call now.
type HelpLine struct {
	Country   string   `json:"country" validate:"required,eq=*|iso3166_1_alpha2"`            // ISO 3166-1 alpha-2, or "*" for everywhere else
	UsualIn   []string `json:"usual_in,omitempty" validate:"omitempty,unique,dive,language"` // languages of the pages that hold these lines themselves; all others fetch them from the page of help lines
	Emergency []Line   `json:"emergency" validate:"dive"`                                    // when life is in danger
	Listening []Line   `json:"listening" validate:"min=1,dive"`                              // somebody to talk to
	AsOf      string   `json:"as_of" validate:"required,datetime=2006-01-02"`                // date of the entry, YYYY-MM-DD
	Checked   string   `json:"checked" validate:"required,oneof=second-hand own_page"`       // "second-hand": in texts about the service; "own_page": on its own site
}

// A Line is one number or address. What a page says of it is put together from
// the fields, so that no sentence can contradict the link.
type Line struct {
	Number    string   `json:"number,omitempty" validate:"required_without=Link,excluded_with=Link"`                                             // as people read it: "3114", "0800 111 0 111"
	By        []string `json:"by,omitempty" validate:"required_with=Number,excluded_without=Number,omitempty,min=1,unique,dive,oneof=call text"` // how Number is reached: "call", "text", or both
	Text      string   `json:"text,omitempty" validate:"excluded_without=Number"`                                                                // send this word to Number: "HOME"; only where By is "text" alone
	Link      string   `json:"link,omitempty" validate:"omitempty,https_url"`                                                                    // instead of a number: "https://findahelpline.com"
	Name      string   `json:"name,omitempty"`                                                                                                   // of the service, the same in every language: "Samaritans"
	Languages []string `json:"languages,omitempty" validate:"omitempty,unique,dive,language"`                                                    // in which it answers, where known
	Free      bool     `json:"free,omitempty"`                                                                                                   // known to cost nothing
	Always    bool     `json:"always,omitempty"`                                                                                                 // known to answer day and night
	Word      string   `json:"word,omitempty" validate:"omitempty,startswith=help."`                                                             // key of a remark in the words: "help.police"
	Sources   []string `json:"sources" validate:"min=1,unique,dive,required"`                                                                    // the texts it rests on, each a name or an address and, where known, its year or month: "RTBF 2023", "CNA 2025-06"
}

// The ways to reach a number. A line that takes one of them only must never be
// offered by the other: a call to 114 in France rings nowhere.
const (
	ByCall = "call"
	ByText = "text"
)

// byTextWord begins the keys of remarks about lines that take text messages only.
const byTextWord = "help.by_text"

// Takes reports whether the number of l is reached in this way.
func (l Line) Takes(way string) bool { return slices.Contains(l.By, way) }

// LoadHelp reads the help lines from their folder and reports everything that
// is wrong with them at once.
func LoadHelp(fsys fs.FS) ([]HelpLine, []Problem) {
	var h Help
	found := problems{file: HelpFile}
	found.list = ReadJSON(fsys, HelpFile, &h)
	if found.covers("") {
		return nil, found.list
	}
	var failed validator.ValidationErrors
	errors.As(validate().Struct(&h), &failed)
	for _, e := range failed {
		if _, path, _ := strings.Cut(e.Namespace(), "."); !found.covers(path) {
			found.add(structureProblem(path, e))
		}
	}
	h.check(&found)
	if len(found.list) > 0 {
		slices.SortStableFunc(found.list, func(a, b Problem) int { return comparePaths(a.Path, b.Path) })
		return nil, found.list
	}
	return h.Lines, nil
}

func (h *Help) check(found *problems) {
	countries := map[string]string{}
	for i, line := range h.Lines {
		path := index("lines", i)
		if first, twice := countries[line.Country]; twice && line.Country != "" {
			found.add(Problem{
				Path: path + ".country", Code: DuplicateID, Args: map[string]string{"id": shorten(line.Country)},
				Message: "the country " + quote(line.Country) + " is there already, at " + first,
			})
		}
		countries[line.Country] = path + ".country"
		for j, l := range line.Emergency {
			l.check(index(path+".emergency", j), found)
		}
		for j, l := range line.Listening {
			place := index(path+".listening", j)
			l.check(place, found)
			if l.Name == "" && l.Word == "" && !found.covers(place+".name") && !found.covers(place+".word") {
				found.add(Problem{Path: place + ".name", Code: MissingField, Message: "is missing: a person in distress should know who answers"})
			}
		}
	}
	if _, elsewhere := countries["*"]; len(h.Lines) > 0 && !elsewhere && !found.covers("lines") {
		found.add(Problem{
			Path: "lines", Code: MissingField,
			Message: `there is no entry for the country "*", everywhere else`,
			Hint:    "a person in any other country would find nothing",
		})
	}
}

// check holds what is said of a number to the ways in which it is reached.
func (l Line) check(path string, found *problems) {
	textOnly := l.Text != "" || strings.HasPrefix(l.Word, byTextWord)
	if textOnly && l.Takes(ByCall) && !found.covers(path+".by") {
		found.add(Problem{
			Path: path + ".by", Code: Misplaced,
			Message: "the line is said to take text messages only, but would be called",
			Hint:    `write "by": ["text"], or give it another word`,
		})
	}
}

// HelpWordKeys returns the keys of the texts that help lines need, sorted:
//
//	country.<code>, country.other       the name of the country, and of everywhere else
//	help.<remark>                       remarks, as the file names them
//	help.language.<code>                "French", where a line answers in it
//	help.in, help.free, help.always     how these are said
func HelpWordKeys(lines []HelpLine) []string {
	keys := []string{"country.other", "help.always", "help.free", "help.in"}
	for _, h := range lines {
		if h.Country != "*" {
			keys = append(keys, "country."+h.Country)
		}
		for _, l := range slices.Concat(h.Emergency, h.Listening) {
			keys = appendEach(keys, "help.language.", l.Languages)
			if l.Word != "" {
				keys = append(keys, l.Word)
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Join returns w with the texts of other beside its own.
func (w Words) Join(other Words) Words {
	texts := make(map[string]string, len(w.texts)+len(other.texts))
	for _, from := range []Words{other, w} {
		for key, text := range from.texts {
			texts[key] = text
		}
	}
	return Words{w.lang, texts}
}
