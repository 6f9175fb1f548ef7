// Package score turns answers into the result of a check-up: signs (index S),
// job strain (index E), the band they make together, what weighs most, limits
// crossed, and the ratio of effort to reward. It is the code half of the
// method; every number of it stands in scoring.json, beside its source, so
// that the page that explains the method is made from what scores.
//
// [Load] reads scoring.json against a questionnaire and compiles it to a
// [Model]. [Model.Score] is pure: the same answers give the same bits on every
// processor, in every language. [Model.Show] rounds a result for people; a
// [Result] itself is never rounded.
//
//	model.go             scoring.json; compile.go: what scores, made from it
//	check*.go            what is wrong with a scoring.json
//	score.go dose.go     Score: answers to doses, signs, gaps, limits and the band;
//	strain.go            strain and what weighs; result.go: what comes out
//	lever.go step.go     what could be changed; show.go: numbers as people read them
//
// README.md is the method. Marks such as [F14], here and in other packages, name
// its rules.
package score

// File is the name of the model in a pack folder.
const File = "scoring.json"

// Scoring is scoring.json. All lists keep the order of the file; factors,
// drivers and limits are reported in it.
type Scoring struct {
	Version      int               `json:"version"` // of the model: rises when any number changes
	Scales       []Scale           `json:"scales"`
	Signs        SignsRules        `json:"signs"`
	Strain       StrainRules       `json:"strain"`
	Blocks       []Block           `json:"blocks"`
	Factors      []FactorRule      `json:"factors"`
	Drivers      []DriverRule      `json:"drivers"`
	Limits       []LimitRule       `json:"limits"`
	Bands        BandRules         `json:"bands"`
	EffortReward EffortRewardRules `json:"effort_reward"`
	Levers       []LeverRule       `json:"levers"` // in the order in which equal ones are offered
	Steps        []StepRule        `json:"steps"`  // what a person could ask for; equal ones are offered in this order
	Grades       []Grade           `json:"grades"`
	Conversions  []Conversion      `json:"conversions"`
	OpenPoints   []string          `json:"open_points"` // keys of prose on what the model cannot do yet
	Sources      []Source          `json:"sources"`
}

// A Scale gives the doses of a shared list of options.
type Scale struct {
	ID    string             `json:"id"` // "up": the more often, the worse; "down"
	Doses map[string]float64 `json:"doses"`
}

// SignsRules say how S is computed: the mean of the answered items.
type SignsRules struct {
	Facets       []string       `json:"facets"` // in the order of display [F3]
	Items        []Item         `json:"items"`
	Values       map[string]int `json:"values"`        // points of each option, 0 to 100
	MinimumItems int            `json:"minimum_items"` // answered items that S needs
	MinimumCore  int            `json:"minimum_core"`  // of them core ones
	Levels       []Level        `json:"levels"`
	TextSplit    TextSplit      `json:"text_split"`
	Error        SignsError     `json:"error"`
	CutPoints    []CutPoint     `json:"cut_points"` // published ones, from which Levels are borrowed
}

// An Item is one question on signs.
type Item struct {
	Question string `json:"question"`
	Facet    string `json:"facet"`
	Core     bool   `json:"core"` // exhaustion, the core of the expert consensus (Guseva Canu 2021)
}

// A Level begins at From points and ends where the next one begins.
type Level struct {
	Key  string `json:"key"`
	From int    `json:"from"`
}

// A TextSplit is a place where the words may change inside the lowest level.
// It is a threshold of display [F15] only while they do.
type TextSplit struct {
	At    int  `json:"at"`
	InUse bool `json:"in_use"`
}

// SignsError is the expected error of S: Constant/√m points with m answered
// items, one standard error of measurement.
type SignsError struct {
	Constant        float64  `json:"constant"`
	Formula         string   `json:"formula"`
	ItemSD          float64  `json:"item_sd"`
	MeanCorrelation float64  `json:"mean_correlation"`
	Sources         []string `json:"sources"`
	Checked         string   `json:"checked"`
}

// A CutPoint is a published threshold of another instrument, brought to 0–100.
type CutPoint struct {
	Name        string   `json:"name"`
	Native      string   `json:"native"` // on the instrument's own scale
	Value       float64  `json:"value"`
	Sources     []string `json:"sources"`
	Checked     string   `json:"checked"`
	ToBeChecked bool     `json:"to_be_checked"` // must not be printed for the public
}

// StrainRules say when E is shown and how it is read.
type StrainRules struct {
	Levels  []Level       `json:"levels"`
	Notable int           `json:"notable"` // points from which a driver is called notable [F9]
	Minimum StrainMinimum `json:"minimum"`
}

// A StrainMinimum is what must be answered before there is an E [F12]:
// Percent of all applicable weight, and BlockPercent of the weight in at least
// Blocks blocks.
type StrainMinimum struct {
	Percent      int `json:"percent"`
	Blocks       int `json:"blocks"`
	BlockPercent int `json:"block_percent"`
}

// A Block is a group of factors that answers for the gaps inside it.
type Block struct {
	Key    string `json:"key"`
	Weight int    `json:"weight"` // sum of its factors
}

// A FactorRule is one condition of work.
type FactorRule struct {
	ID       string   `json:"id"` // "R1"
	Block    string   `json:"block"`
	Weight   int      `json:"weight"` // points of E at dose 1; all together 100
	Dose     Dose     `json:"dose"`
	Evidence Evidence `json:"evidence"`
}

// A Dose says how answers become a number from 0 (the reference condition of
// the literature or the law) to 1 (the odds about doubled, or a legal limit
// clearly broken). It is read from one question, or from Parts.
type Dose struct {
	Question string             `json:"question"`
	Scale    string             `json:"scale"`   // choice: id of a scale of the model
	Options  map[string]float64 `json:"options"` // choice: dose of each key; number: dose of its word
	Knots    [][]float64        `json:"knots"`   // number, or count of a list: [answer, dose], straight lines between
	Basis    []string           `json:"basis"`   // ids of sources, "convention", "judgement"

	Ratio [][]float64 `json:"ratio"` // knots of own pay / reference pay, used instead when there is one [F7]
	Plus  *Part       `json:"plus"`  // added, if answered; the sum ends at 1 [F6]

	// HarmlessIf names the answers that together leave nothing to guard against:
	// the dose is then 0. Where none of them is known to be another answer, the
	// factor is skipped [F18].
	HarmlessIf []Given `json:"harmless_if"`
	// NotApplicableIf is the answer with which a skipped question does not apply [F19].
	NotApplicableIf *Given `json:"not_applicable_if"`

	Parts       []Part `json:"parts"`        // two questions, weighed by Share
	MissingPart string `json:"missing_part"` // "other_alone" [F4] or "skip" [F5]
}

// Given is one answer to a choice.
type Given struct {
	Question string `json:"question"`
	Key      string `json:"key"`
}

// A Part is the share of one question in a dose.
type Part struct {
	Question string             `json:"question"`
	Share    float64            `json:"share"` // of Parts, together 1
	Scale    string             `json:"scale"`
	Options  map[string]float64 `json:"options"`
	Knots    [][]float64        `json:"knots"`
	Basis    []string           `json:"basis"`
}

// The values of Dose.MissingPart.
const (
	otherAlone = "other_alone" // the dose of the answered part is the dose
	skipWhole  = "skip"        // the factor is skipped
)

// The reserved entries of Basis.
const (
	convention = "convention"
	judgement  = "judgement"
)

// own is the dose's own question as a part.
func (d Dose) own() Part {
	return Part{Question: d.Question, Share: 1, Scale: d.Scale, Options: d.Options, Knots: d.Knots, Basis: d.Basis}
}

// Evidence tells why a factor weighs what it weighs. Weights are integers by
// largest remainder from Raw.
type Evidence struct {
	Grade       string   `json:"grade"`      // keys of grades, joined by "/"
	Derivation  string   `json:"derivation"` // formula of Raw
	Raw         float64  `json:"raw"`        // ln OR × g
	Share       float64  `json:"share"`      // percent of the sum of Raw
	Sources     []string `json:"sources"`
	Checked     string   `json:"checked"`
	ToBeChecked bool     `json:"to_be_checked"` // Derivation, Raw and Share must not be printed for the public
}

// A DriverRule is a named sum of factors, what the page calls "what weighs most".
type DriverRule struct {
	Key     string   `json:"key"`
	Factors []string `json:"factors"`
}

// A LimitRule is crossed when all of When hold.
type LimitRule struct {
	Key   string      `json:"key"`
	When  []Condition `json:"when"`
	Basis []string    `json:"basis"`
}

// A Condition compares a raw answer: a number, the count of a list, or with
// "=" a key. A skipped answer fulfils nothing, unless Skipped says what it
// counts as [F10].
type Condition struct {
	Question string   `json:"question"`
	Compare  string   `json:"compare"` // one of >= > < <= =
	Value    *float64 `json:"value"`
	Key      string   `json:"key"`
	Skipped  *float64 `json:"skipped"`
}

// BandRules turn a level of signs and one of strain into a band.
type BandRules struct {
	Keys           []string  `json:"keys"`   // of band 1, 2, ...
	Matrix         []BandRow `json:"matrix"` // a row for each level of signs
	RaisedByLimits []Raise   `json:"raised_by_limits"`
}

// A BandRow holds the bands of one level of signs, by level of strain.
type BandRow struct {
	Signs string `json:"signs"`
	Bands []int  `json:"bands"`
}

// A Raise lifts the level of strain that the band uses to at least To when at
// least Crossed limits are crossed.
type Raise struct {
	Crossed int    `json:"crossed"`
	To      string `json:"to"`
}

// EffortRewardRules define the ratio "in the spirit of" Siegrist: both sides
// run from 1 to 5, so the ratio runs from 0.2 to 5.
type EffortRewardRules struct {
	Effort         []string `json:"effort"`
	Reward         []string `json:"reward"`
	MinimumPercent int      `json:"minimum_percent"` // of the weight, on each side [F11]
}

// A Grade of evidence multiplies ln OR.
type Grade struct {
	Key     string   `json:"key"`
	Factor  float64  `json:"factor"` // 0 where there is none: judgement
	Meaning string   `json:"meaning"`
	Sources []string `json:"sources"`
}

// A Conversion brings another unit of the literature to ln OR.
type Conversion struct {
	Key     string   `json:"key"`
	Formula string   `json:"formula"`
	Value   float64  `json:"value"`
	Sources []string `json:"sources"`
}

// A Source is a publication or a data file.
type Source struct {
	ID          string `json:"id"`
	Cite        string `json:"cite"`
	Finding     string `json:"finding"` // what the model takes from it
	Checked     string `json:"checked"` // how far: "abstract read", "second-hand", "computed", "to be checked"
	ToBeChecked bool   `json:"to_be_checked"`
}
