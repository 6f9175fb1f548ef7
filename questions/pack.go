// Package questions is the vocabulary of Both Ends: a pack holds sections, a
// section holds questions, a question says what may be answered. Everything a
// profession needs is data; nothing here knows social media, a browser, a
// clock or a network.
package questions

// A Pack is a questionnaire for one profession, as read from pack.json.
type Pack struct {
	ID        string     `json:"id"`
	Version   string     `json:"version"` // semantic version of the questions
	Languages []string   `json:"languages"`
	Scales    []Scale    `json:"scales"`
	Sections  []Section  `json:"sections"`
	HelpLines []HelpLine `json:"help_lines"`
	Hints     []Hint     `json:"hints"`
}

// A Scale is an ordered list of options that several questions share.
type Scale struct {
	ID      string   `json:"id"` // "frequency"
	Options []string `json:"options"`
}

// A Section is one step of the check-up.
type Section struct {
	ID        string     `json:"id"`
	Questions []Question `json:"questions"`
}

// The types of a question.
const (
	Choice = "choice" // one key of Options or of the scale
	Number = "number" // a number between Min and Max
	List   = "list"   // any number of keys of Options
	Code   = "code"   // a code of a public standard, see Standard
	Shares = "shares" // a number per ticked key of another question
)

// A Question is one item: its id is the key in answers files and the name of
// its inputs on the page.
type Question struct {
	ID            string   `json:"id"`
	Type          string   `json:"type"`
	Scale         string   `json:"scale,omitempty"`          // choice: id of a shared scale
	Options       []string `json:"options,omitempty"`        // choice, list, code (proposed ones)
	NotApplicable bool     `json:"not_applicable,omitempty"` // choice: "not_applicable" is allowed too
	Min           *float64 `json:"min,omitempty"`            // number
	Max           *float64 `json:"max,omitempty"`            // number
	Above         bool     `json:"above,omitempty"`          // number: Min itself is not allowed
	Whole         bool     `json:"whole,omitempty"`          // number: no fraction
	Unit          string   `json:"unit,omitempty"`           // number: "hours_per_week", "days", ...
	Word          string   `json:"word,omitempty"`           // number: a word that is allowed instead ("none")
	Standard      string   `json:"standard,omitempty"`       // code: "iso3166-1-alpha-2" or "iso4217"
	Of            string   `json:"of,omitempty"`             // shares: the list question whose keys are shared out
}

// A HelpLine is what a person in one country can call now.
type HelpLine struct {
	Country   string `json:"country"`   // ISO 3166-1 alpha-2, or "*" for everywhere else
	Emergency []Line `json:"emergency"` // when life is in danger
	Listening []Line `json:"listening"` // somebody to talk to
	AsOf      string `json:"as_of"`     // date of the entry, YYYY-MM-DD
	Checked   string `json:"checked"`   // how far it was checked: "abstract read", "second-hand"
}

// A Line is one number or address.
type Line struct {
	Number string `json:"number,omitempty"` // as people read it: "3114", "0800 111 0 111"
	Text   string `json:"text,omitempty"`   // send this word to Number: "HOME"
	Link   string `json:"link,omitempty"`   // instead of a number: "https://findahelpline.com"
	Word   string `json:"word,omitempty"`   // key of a remark in the words: "help.day_and_night"
}

// A Hint is a pair of answers that can hardly both be true. It is shown beside
// the question and changes nothing (method, invariant 17).
type Hint struct {
	ID       string `json:"id"`
	Question string `json:"question"` // where the hint stands
	Exceeds  string `json:"exceeds"`  // the other question
	// From, if set, compares Question with From minus the other answer:
	// shortest_rest > 24 - longest_day.
	From *float64 `json:"from,omitempty"`
}
