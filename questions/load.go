package questions

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/go-playground/validator/v10"
)

// PackFile is the name of the questionnaire in a pack folder.
const PackFile = "pack.json"

// Load reads pack.json from the folder of a pack. Whatever is wrong with it is
// reported at once: names, types and forms of single fields, then references
// that lead nowhere and names given twice. The pack is nil if anything is.
func Load(fsys fs.FS) (*Pack, []Problem) {
	var p Pack
	found := problems{file: PackFile}
	found.list = ReadJSON(fsys, PackFile, &p)
	if found.covers("") {
		return nil, found.list
	}
	p.checkStructure(&found)
	p.checkReferences(&found)
	if len(found.list) > 0 {
		slices.SortStableFunc(found.list, func(a, b Problem) int { return comparePaths(a.Path, b.Path) })
		return nil, found.list
	}
	return &p, nil
}

// checkStructure applies the validate tags. Places that ReadJSON named already
// are left out: a field of the wrong type is not missing as well.
func (p *Pack) checkStructure(found *problems) {
	var failed validator.ValidationErrors
	errors.As(validate().Struct(p), &failed)
	var conditional []Problem // depend on the type of the question
	for _, e := range failed {
		_, path, _ := strings.Cut(e.Namespace(), ".")
		problem := structureProblem(path, e)
		switch {
		case found.covers(path):
		case strings.Contains(e.Tag(), "_if") || strings.Contains(e.Tag(), "_unless"):
			conditional = append(conditional, problem)
		default:
			found.add(problem)
		}
	}
	for _, problem := range conditional {
		question := problem.Path[:strings.LastIndexByte(problem.Path, '.')]
		if !found.covers(question + ".type") {
			found.add(problem)
		}
	}
}

// structureProblem says in a sentence which tag failed.
func structureProblem(path string, e validator.FieldError) Problem {
	problem := Problem{Path: path}
	got, isText := e.Value().(string)
	if isText {
		problem.Args = map[string]string{"got": shorten(got)}
	}
	fail := func(code, message, hint string) Problem {
		problem.Code, problem.Message, problem.Hint = code, message, hint
		return problem
	}
	_, ofType, _ := strings.Cut(e.Param(), " ")
	switch e.Tag() {
	case "required":
		return fail(MissingField, "is missing", "")
	case "required_if":
		return fail(MissingField, "is missing: a "+ofType+" question needs it", "")
	case "required_without":
		return fail(MissingField, "is missing: a line needs a number or a link", "")
	case "required_with":
		return fail(MissingField, "is missing: a number is reached by call, by text or by both", "")
	case "excluded_unless":
		return fail(Misplaced, "belongs to "+ofType+" questions only", "remove it or change the type")
	case "excluded_if":
		return fail(Misplaced, "a "+ofType+" question does not have it", "remove it or change the type")
	case "excluded_with", "excluded_without":
		other := strings.ToLower(e.Param())
		if e.Tag() == "excluded_with" {
			return fail(Misplaced, "cannot stand beside "+quote(other), "keep one of the two")
		}
		return fail(Misplaced, "needs "+quote(other)+" beside it", "")
	case "min":
		return fail(EmptyList, "needs more entries: at least "+e.Param(), "")
	case "unique":
		return fail(RepeatedKey, "holds the same entry twice", "keep one of them")
	case "oneof":
		allowed := strings.Fields(e.Param())
		return fail(UnknownKey, quote(got)+" is not one of "+strings.Join(allowed, ", "), didYouMean(got, allowed))
	case "key":
		return fail(BadName, quote(got)+" is not a name", "small letters a to z, digits and _, beginning with a letter")
	case "slug":
		return fail(BadName, quote(got)+" is not a name", "small letters a to z, digits and -, beginning with a letter")
	case "language":
		return fail(BadLanguage, quote(got)+" is not a language tag", `as in "en" or "fr"`)
	case "version":
		return fail(BadVersion, quote(got)+" is not a version", "three numbers, as in 1.4.0")
	case "datetime":
		return fail(BadDate, quote(got)+" is not a date", "year, month, day, as in 2026-01-31")
	case "https_url":
		return fail(BadLink, quote(got)+" is not an https address", "")
	case "startswith":
		return fail(BadName, quote(got)+" does not begin with "+quote(e.Param()), "")
	}
	// The only tag left joins two: eq=*|iso3166_1_alpha2.
	return fail(UnknownCode, quote(got)+" is not a country", `an ISO 3166-1 code of two capitals, as in "FR", or "*" for everywhere else`)
}

// checkReferences finds what no single field shows.
func (p *Pack) checkReferences(found *problems) {
	once := func(kind string) func(path, id string) {
		seen := map[string]string{}
		return func(path, id string) {
			if first, ok := seen[id]; ok && id != "" {
				found.add(Problem{
					Path:    path,
					Code:    DuplicateID,
					Args:    map[string]string{"id": shorten(id)},
					Message: "the " + kind + " " + quote(id) + " is there already, at " + first,
				})
				return
			}
			seen[id] = path
		}
	}
	scale, section, question := once("scale"), once("section"), once("question")
	hint := once("hint")
	for i, s := range p.Scales {
		scale(index("scales", i)+".id", s.ID)
	}
	for i, s := range p.Sections {
		section(index("sections", i)+".id", s.ID)
	}
	for path, q := range p.questions {
		question(path+".id", q.ID)
		p.checkQuestion(path, q, found)
	}
	p.checkActs(found)
	for i, h := range p.Hints {
		path := index("hints", i)
		hint(path+".id", h.ID)
		p.checkReference(path+".question", h.Question, Number, found)
		p.checkReference(path+".exceeds", h.Exceeds, Number, found)
	}
	doubt := once("doubt")
	for i, d := range p.Doubts {
		path := index("doubts", i)
		doubt(path+".id", d.ID)
		p.checkReference(path+".question", d.Question, Number, found)
		if d.Beside == "" {
			if d.Above <= 0 {
				found.add(Problem{Path: path, Code: MissingField, Message: `has neither "above" nor "beside": nothing would be doubted`})
			}
		} else if q, ok := p.Question(d.Beside); !ok || q.Type != Choice && q.Type != Code {
			found.add(unknownReference(path+".beside", d.Beside, "choice or code question"))
		}
	}
}

// checkConditions looks up what decides whether a question is asked, and what is
// proposed for it.
func (p *Pack) checkConditions(path string, q *Question, found *problems) {
	for i := range q.AskedIf {
		p.checkPrerequisite(index(path+".asked_if", i), q, &q.AskedIf[i], found)
	}
	propose := q.Propose
	if propose == nil || found.covers(path+".propose") {
		return
	}
	path += ".propose"
	if (propose.Question != "" || propose.Less != "") == (propose.Value != nil) {
		found.add(Problem{Path: path, Code: MissingField, Args: map[string]string{"id": "propose"}, Message: `proposes nothing or too much: "value", or "question" less "less"`})
		return
	}
	if propose.Value == nil {
		p.checkReference(path+".question", propose.Question, Number, found)
		p.checkReference(path+".less", propose.Less, Number, found)
		if propose.Question == "" || propose.Less == "" {
			found.add(Problem{Path: path, Code: MissingField, Args: map[string]string{"id": "propose"}, Message: `needs both "question" and "less"`})
		}
	}
	if propose.If != nil {
		p.checkPrerequisite(path+".if", q, propose.If, found)
	}
}

func (p *Pack) checkPrerequisite(path string, q *Question, c *Prerequisite, found *problems) {
	if c.And != nil {
		p.checkPrerequisite(path+".and", q, c.And.Alone(), found)
	}
	if c.Question == "" || found.covers(path+".question") {
		return
	}
	other, ok := p.Question(c.Question)
	if !ok || other.ID == q.ID {
		found.add(unknownReference(path+".question", c.Question, "other question"))
		return
	}
	said := 0
	for _, there := range []bool{c.Is != nil, c.Not != nil, c.Answered != nil} {
		if there {
			said++
		}
	}
	if said != 1 {
		found.add(Problem{
			Path: path, Code: MissingField, Args: map[string]string{"id": shorten(c.Question)},
			Message: `says nothing or too much: one of "is", "not" and "answered" has to stand beside "question"`,
		})
	}
	if (c.Is != nil || c.Not != nil) && other.Type != Choice && other.Type != Code {
		found.add(Problem{
			Path: path + ".question", Code: WrongType, Args: map[string]string{"id": shorten(c.Question), "got": other.Type, "want": Choice},
			Message: quote(c.Question) + " is a " + other.Type + ` question: only "answered" can be said of it`,
		})
		return
	}
	options := p.QuestionOptions(other)
	for _, list := range []struct {
		name string
		keys []string
	}{{"is", c.Is}, {"not", c.Not}} {
		for j, key := range list.keys {
			if !slices.Contains(options, key) && !(other.NotApplicable && key == NotApplicable) {
				found.add(unknownKey(index(path+"."+list.name, j), c.Question, key, options))
			}
		}
	}
}

func (p *Pack) checkQuestion(path string, q *Question, found *problems) {
	p.checkConditions(path, q, found)
	switch q.Type {
	case Choice:
		known := slices.ContainsFunc(p.Scales, func(s Scale) bool { return s.ID == q.Scale })
		if q.Scale != "" && !known {
			found.add(unknownReference(path+".scale", q.Scale, "scale"))
		}
		if q.Scale == "" && q.Options == nil && !found.covers(path+".options") && !found.covers(path+".scale") {
			found.add(Problem{Path: path, Code: MissingField, Message: `has neither "scale" nor "options": nothing could be answered`})
		}
	case Number:
		if q.Min != nil && q.Max != nil && (*q.Min > *q.Max || q.Above && *q.Min == *q.Max) {
			found.add(Problem{
				Path:    path + ".max",
				Code:    BadRange,
				Args:    map[string]string{"min": formatNumber(*q.Min), "max": formatNumber(*q.Max)},
				Message: "no number lies between " + formatNumber(*q.Min) + " and " + formatNumber(*q.Max),
			})
		}
		if q.OrMore && q.Max == nil && !found.covers(path+".max") {
			found.add(Problem{Path: path + ".or_more", Code: MissingField, Message: `needs "max" beside it`})
		}
		if q.Above && q.Min == nil && !found.covers(path+".min") {
			found.add(Problem{Path: path + ".above", Code: MissingField, Message: `needs "min" beside it`})
		}
	case Shares:
		if q.Of != "" {
			p.checkReference(path+".of", q.Of, List, found)
		}
	}
	for i, option := range q.Options {
		place := index(path+".options", i)
		switch {
		case found.covers(place):
		case q.Type == Code:
			if q.Standard != "" && len(failures(option, codeRule(q))) > 0 {
				found.add(unknownCode(place, "", option, q.Standard))
			}
		case q.Type == List && option == NoneOfThese:
			found.add(Problem{
				Path:    place,
				Code:    BadName,
				Args:    map[string]string{"got": option},
				Message: quote(option) + " cannot name an option: every list has a box for none of these",
				Hint:    "leave it out, and write its words under none." + q.ID,
			})
		case len(failures(option, "key")) > 0 || option == NotApplicable:
			found.add(Problem{
				Path:    place,
				Code:    BadName,
				Args:    map[string]string{"got": shorten(option)},
				Message: quote(option) + " cannot name an option",
				Hint:    `small letters a to z, digits and _, beginning with a letter; "not_applicable": true is a field of its own`,
			})
		}
	}
}

// checkReference reports an id that is not that of a question of this type.
func (p *Pack) checkReference(path, id, wantType string, found *problems) {
	if id == "" || found.covers(path) {
		return
	}
	if q, ok := p.Question(id); !ok || q.Type != wantType {
		found.add(unknownReference(path, id, wantType+" question"))
	}
}

func unknownReference(path, id, kind string) Problem {
	return Problem{
		Path:    path,
		Code:    UnknownReference,
		Args:    map[string]string{"id": shorten(id)},
		Message: "there is no " + kind + " " + quote(id),
	}
}

// comparePaths orders paths as a reader goes through the file: numbers in
// brackets by value, everything else by the alphabet.
func comparePaths(a, b string) int {
	for {
		aHead, aRest, aMore := strings.Cut(a, "[")
		bHead, bRest, bMore := strings.Cut(b, "[")
		if c := cmp.Compare(aHead, bHead); c != 0 || !aMore || !bMore {
			return cmp.Or(c, cmp.Compare(len(a), len(b)))
		}
		aIndex, a2, _ := strings.Cut(aRest, "]")
		bIndex, b2, _ := strings.Cut(bRest, "]")
		if c := cmp.Or(cmp.Compare(len(aIndex), len(bIndex)), cmp.Compare(aIndex, bIndex)); c != 0 {
			return c
		}
		a, b = a2, b2
	}
}
