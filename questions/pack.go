// Package questions is the vocabulary of Both Ends: a pack holds sections, a
// section holds questions, a question says what may be answered. Everything a
// profession needs is data; nothing here knows social media, a browser, a
// clock or a network.
package questions

import "slices"

// A Pack is a questionnaire for one profession, as read from pack.json. The
// validate tags say what can be said about one field; what connects fields
// stands in load.go.
type Pack struct {
	ID        string    `json:"id" validate:"required,slug"`
	Version   string    `json:"version" validate:"required,version"` // semantic version of the questions
	Languages []string  `json:"languages" validate:"min=1,unique,dive,language"`
	Scales    []Scale   `json:"scales" validate:"dive"`
	Sections  []Section `json:"sections" validate:"min=1,dive"`
	Acts      []Act     `json:"acts" validate:"dive"` // none: all sections are one
	Hints     []Hint    `json:"hints" validate:"dive"`
	Doubts    []Doubt   `json:"doubts,omitempty" validate:"dive"`

	HelpLines []HelpLine `json:"-" validate:"-"` // of LoadHelp: not in pack.json, as all packs share them
}

// A Scale is an ordered list of options that several questions share.
type Scale struct {
	ID      string   `json:"id" validate:"required,key"` // "frequency"
	Options []string `json:"options" validate:"min=2,unique,dive,key"`
}

// A Section is one step of the check-up.
type Section struct {
	ID        string     `json:"id" validate:"required,key"`
	Questions []Question `json:"questions" validate:"min=1,dive"`
}

// An Act is what is answered in one go, with a result at its end: one or more
// sections. The first is enough for a result; the others make it more exact and
// are the person's choice.
type Act struct {
	ID       string   `json:"id" validate:"required,key"`
	Sections []string `json:"sections" validate:"min=1,dive,key"` // ids, in the order of the pack

	// Agreement says how near its result comes to that of all questions; a test of the
	// pack works it out.
	Agreement *Agreement `json:"agreement,omitempty"`
}

// An Agreement is between results of one act and those of all, of invented complete
// forms.
type Agreement struct {
	Forms    int     `json:"forms"`     // at least 1
	Points   float64 `json:"points"`    // mean distance of E, 0 to 100
	SameBand int     `json:"same_band"` // percent of the forms
}

// The types of a question.
const (
	Choice = "choice" // one key of Options or of the scale
	Number = "number" // a number between Min and Max
	List   = "list"   // any number of keys of Options
	Code   = "code"   // a code of a public standard, see Standard
	Shares = "shares" // a number, 0 or more, per key of another question's options
)

// The standards a code question can follow.
const (
	Countries  = "iso3166-1-alpha-2" // "FR"
	Currencies = "iso4217"           // "EUR"
)

// NotApplicable is the key of the answer "this does not apply to me", where a
// question allows it.
const NotApplicable = "not_applicable"

// Money is the unit of an amount in the person's own currency.
const Money = "money"

// A Question is one item: its id is the key in answers files and the name of
// its inputs on the page. The fields after Type belong to some types only.
type Question struct {
	ID   string `json:"id" validate:"required,key"`
	Type string `json:"type" validate:"required,oneof=choice number list code shares"`

	// Choice: the id of a shared scale, or own options; and whether
	// "not_applicable" is allowed too.
	Scale         string `json:"scale,omitempty" validate:"excluded_unless=Type choice"`
	NotApplicable bool   `json:"not_applicable,omitempty" validate:"excluded_unless=Type choice"`

	// Choice, list: the keys. Code: the proposed codes, others are allowed.
	Options []string `json:"options,omitempty" validate:"excluded_with=Scale,required_if=Type list,excluded_if=Type number,excluded_if=Type shares,omitempty,min=1,unique"`

	// Number: its range, which Above narrows to numbers above Min and Whole to
	// numbers without a fraction; the unit ("hours_per_week", "days", "money");
	// and a word that is allowed instead of a number ("none").
	Min   *float64 `json:"min,omitempty" validate:"excluded_unless=Type number"`
	Max   *float64 `json:"max,omitempty" validate:"excluded_unless=Type number"`
	Above bool     `json:"above,omitempty" validate:"excluded_unless=Type number"`
	Whole bool     `json:"whole,omitempty" validate:"excluded_unless=Type number"`

	// OrMore makes Max stand for itself and all above: who types 5 where it is 2 has
	// said "2 or more". A file holds Max.
	OrMore bool   `json:"or_more,omitempty" validate:"excluded_unless=Type number"`
	Unit   string `json:"unit,omitempty" validate:"excluded_unless=Type number,omitempty,key"`
	Word   string `json:"word,omitempty" validate:"excluded_unless=Type number,omitempty,key"`

	// AskedIf holds where one of its conditions does, and always where there is
	// none. Elsewhere the answer would change nothing, so the page does not show the
	// question. An answer that is there counts all the same.
	AskedIf []Prerequisite `json:"asked_if,omitempty" validate:"dive"`

	// Propose is what other answers suggest for a number.
	Propose *Proposal `json:"propose,omitempty" validate:"excluded_unless=Type number"`

	// Code: the standard whose codes are allowed, Countries or Currencies.
	Standard string `json:"standard,omitempty" validate:"required_if=Type code,excluded_unless=Type code,omitempty,oneof=iso3166-1-alpha-2 iso4217"`

	// Shares: the list question whose options are shared out.
	Of string `json:"of,omitempty" validate:"required_if=Type shares,excluded_unless=Type shares"`
}

// A Prerequisite is about the answer to another question. One of Is, Not and Answered
// says what that has to be.
type Prerequisite struct {
	Question string `json:"question" validate:"required"`
	// Is holds for an answer among these keys, Not for any other and for none.
	Is  []string `json:"is,omitempty" validate:"omitempty,min=1,unique"`
	Not []string `json:"not,omitempty" validate:"omitempty,min=1,unique"`
	// Answered holds where there is an answer, or where there is none.
	Answered *bool `json:"answered,omitempty"`
	// And has to hold as well.
	And *Condition `json:"and,omitempty"`
}

// A Condition is a [Prerequisite] that stands beside another one, about a choice.
type Condition struct {
	Question string   `json:"question" validate:"required"`
	Is       []string `json:"is,omitempty" validate:"omitempty,min=1,unique"`
	Not      []string `json:"not,omitempty" validate:"omitempty,min=1,unique"`
}

// Alone is the condition as a prerequisite of its own.
func (c *Condition) Alone() *Prerequisite {
	return &Prerequisite{Question: c.Question, Is: c.Is, Not: c.Not}
}

// A Proposal is a number that is offered beside a field, and taken only by a press:
// the answer to Question less that to Less, if that is above 0, or Value where If
// holds.
type Proposal struct {
	Question string        `json:"question,omitempty"`
	Less     string        `json:"less,omitempty"`
	Value    *float64      `json:"value,omitempty"`
	If       *Prerequisite `json:"if,omitempty"`
}

// Proposed returns what is proposed for a question after the answers a.
func (q *Question) Proposed(a Answers) (n float64, ok bool) {
	switch p := q.Propose; {
	case p == nil:
		return 0, false
	case p.Value != nil:
		return *p.Value, p.If == nil || p.If.holds(a)
	default:
		whole, known := a.Number(p.Question)
		less, alsoKnown := a.Number(p.Less)
		return whole - less, known && alsoKnown && whole > less
	}
}

// A Hint is a pair of answers that can hardly both be true. It is shown beside
// the question and changes nothing (score/README.md, invariant 17).
type Hint struct {
	ID       string `json:"id" validate:"required,key"`
	Question string `json:"question" validate:"required"` // where the hint stands
	Exceeds  string `json:"exceeds" validate:"required"`  // the other question
	// From, if set, compares Question with From minus the other answer:
	// shortest_rest > 24 - longest_day.
	From *float64 `json:"from,omitempty"`
}

// Section returns the section of that id.
func (p *Pack) Section(id string) (*Section, bool) {
	for i := range p.Sections {
		if s := &p.Sections[i]; s.ID == id {
			return s, true
		}
	}
	return nil, false
}

// Question returns the question of that id.
func (p *Pack) Question(id string) (*Question, bool) {
	for i := range p.Sections {
		for j := range p.Sections[i].Questions {
			if q := &p.Sections[i].Questions[j]; q.ID == id {
				return q, true
			}
		}
	}
	return nil, false
}

// ActsOrOne returns the acts of the pack, or one of all sections and without an
// id where it has none.
func (p *Pack) ActsOrOne() []Act {
	if len(p.Acts) > 0 {
		return p.Acts
	}
	var all Act
	for i := range p.Sections {
		all.Sections = append(all.Sections, p.Sections[i].ID)
	}
	return []Act{all}
}

func (a *Act) holds(section string) bool { return slices.Contains(a.Sections, section) }

// ActQuestions returns the questions of an act, in pack order.
func (p *Pack) ActQuestions(a Act) []*Question {
	var all []*Question
	for i := range p.Sections {
		if s := &p.Sections[i]; a.holds(s.ID) {
			for j := range s.Questions {
				all = append(all, &s.Questions[j])
			}
		}
	}
	return all
}

// Asks reports whether a question matters after the answers a.
func (p *Pack) Asks(q *Question, a Answers) bool {
	return len(q.AskedIf) == 0 || slices.ContainsFunc(q.AskedIf, func(c Prerequisite) bool { return c.holds(a) })
}

func (c *Prerequisite) holds(a Answers) bool {
	if c.And != nil && !c.And.Alone().holds(a) {
		return false
	}
	value, answered := a[c.Question]
	key, _ := value.(string)
	switch {
	case c.Answered != nil:
		return answered == *c.Answered
	case c.Is != nil:
		return slices.Contains(c.Is, key)
	}
	return !slices.Contains(c.Not, key)
}

// QuestionOptions returns the keys that q can be answered with, in order: its
// own, those of its scale, or those of the list whose shares it asks for. For
// a code question they are only the proposed ones. "not_applicable" is not
// among them.
func (p *Pack) QuestionOptions(q *Question) []string {
	switch {
	case q.Type == Shares:
		if list, ok := p.Question(q.Of); ok {
			return list.Options
		}
	case q.Scale != "":
		i := slices.IndexFunc(p.Scales, func(s Scale) bool { return s.ID == q.Scale })
		if i >= 0 {
			return p.Scales[i].Options
		}
	}
	return q.Options
}

// OptionWord returns the key of the words of an option of a choice.
func (q *Question) OptionWord(option string) string {
	if q.Scale != "" {
		return "scale." + q.Scale + "." + option
	}
	return q.ID + ".option." + option
}

// questions yields every question with its path, in pack order.
func (p *Pack) questions(yield func(path string, q *Question) bool) {
	for i := range p.Sections {
		section := index("sections", i) + ".questions"
		for j := range p.Sections[i].Questions {
			if !yield(index(section, j), &p.Sections[i].Questions[j]) {
				return
			}
		}
	}
}

// IsPicked reports whether a number is picked rather than typed: a whole one of at most
// 8, as nine buttons of 37 px are what a phone of 360 px has room for. A hint about a
// number stands beside a field.
func (p *Pack) IsPicked(q *Question) bool {
	return q.Whole && q.Word == "" && q.Min != nil && *q.Min >= 0 && q.Max != nil && *q.Max <= 8 &&
		!slices.ContainsFunc(p.Hints, func(h Hint) bool { return h.Question == q.ID })
}
