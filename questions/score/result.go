package score

// A Result is what the answers say, in full precision. Signs, Strain, Band and
// EffortReward are nil when too little was answered for them; Reasons says why.
type Result struct {
	Signs        *Signs            `json:"signs"`
	Strain       *Strain           `json:"strain"`
	Band         *Band             `json:"band"`
	Factors      []Factor          `json:"factors"` // those with a dose, in the order of the model; none without Strain
	Drivers      []Driver          `json:"drivers"` // largest first [F9]; none without Strain
	Limits       []string          `json:"limits"`  // keys of limits crossed, in the order of the model
	EffortReward *float64          `json:"effort_reward"`
	Reasons      map[string]string `json:"reasons,omitempty"` // by JSON name of what is null

	// Facts that the page tells and the file does not.
	Facets []Facet `json:"-"` // in the order of the model; none without Signs
	Gaps   []Gap   `json:"-"` // skipped questions that could change the result, in the order of the model
	Counts Counts  `json:"-"`

	// Unchecked is how many limits are not crossed only because what they ask
	// about was skipped.
	Unchecked int `json:"-"`
}

// Signs is the index S, 0 to 100: the mean of the answered items.
type Signs struct {
	Score    float64 `json:"score"`
	Level    string  `json:"level"` // low, raised, high
	Low      float64 `json:"low"`   // if all skipped items were "never"
	High     float64 `json:"high"`  // if all skipped items were "always"
	Error    float64 `json:"error"` // one standard error of measurement, points
	Answered int     `json:"answered"`
	Of       int     `json:"of"`
}

// Strain is the index E, 0 to 100: the weighted mean of the doses.
type Strain struct {
	Score    float64 `json:"score"`
	Level    string  `json:"level"`    // low, moderate, high: that of Score alone
	Low      float64 `json:"low"`      // if all skipped doses were 0
	High     float64 `json:"high"`     // if all skipped doses were 1
	Answered float64 `json:"answered"` // share of the applicable weight, 0 to 1

	LevelUsed      string `json:"-"` // by the band, after limits
	RaisedByLimits bool   `json:"-"` // LevelUsed is above Level: say so next to it [F10]
}

// Band is where the levels of signs and strain meet.
type Band struct {
	Number int    `json:"number"`
	Key    string `json:"key"`
	Low    int    `json:"low"`  // at the lower ends of both ranges, signs less one error [F13]
	High   int    `json:"high"` // at the upper ends

	Cell, LowCell, HighCell Cell `json:"-"`
}

// NearBoundary reports whether the range of the answers spans two bands or more.
func (b *Band) NearBoundary() bool { return b.Low != b.High }

// A Cell is a field of the map of signs and strain, by the levels used.
type Cell struct{ Signs, Strain string }

// WordKey is the key of what is said about the cell.
func (c Cell) WordKey() string { return "cell." + c.Signs + "." + c.Strain }

// A Factor is one condition of work as it was answered.
type Factor struct {
	ID           string  `json:"id"`
	Block        string  `json:"block"`
	Dose         float64 `json:"dose"` // 0 to 1
	Weight       int     `json:"weight"`
	Contribution float64 `json:"contribution"` // points of E
}

// A Driver is a named sum of factors.
type Driver struct {
	Key          string   `json:"key"`
	Contribution float64  `json:"contribution"` // points of E
	Factors      []string `json:"factors"`      // ids of those with a dose

	Rank    int  `json:"-"` // 1 for the largest; equal contributions share a rank, and the next rank counts them
	Notable bool `json:"-"`
}

// A Facet is the mean of the answered items of one side of the signs [F3].
type Facet struct {
	Key   string
	Score float64
}

// A Gap is a skipped question. When both halves of a factor are skipped, each
// names all its points.
type Gap struct {
	Question string
	Factor   string  // empty for an item of signs
	Points   float64 // of S or E, between its best and its worst answer
}

// Counts tell how much was answered, also when that was too little.
type Counts struct {
	Items, CoreItems   int // answered items of signs
	Weight, Applicable int // of factors: answered, and all but those that do not apply
}

// The reasons why something is null, by its JSON name. The page translates
// them.
const (
	// signs; strain (under 60 % of the applicable weight)
	NotEnoughAnswers = "not_enough_answers"
	// signs: enough items, but too few of the first four
	NotEnoughCoreItems = "not_enough_core_items"
	// strain: enough weight, but too few blocks are half answered
	NotEnoughBlocks = "not_enough_blocks"
	// band
	NoSigns          = "no_signs"
	NoStrain         = "no_strain"
	NoSignsNorStrain = "no_signs_nor_strain"
	// effort_reward: under half the weight on one side, on the other, on both
	NotEnoughEffort          = "not_enough_effort"
	NotEnoughReward          = "not_enough_reward"
	NotEnoughEffortNorReward = "not_enough_effort_nor_reward"
)

// Reasons lists all reason keys: each needs words in every language.
func Reasons() []string {
	return []string{
		NotEnoughAnswers, NotEnoughCoreItems, NotEnoughBlocks,
		NoSigns, NoStrain, NoSignsNorStrain,
		NotEnoughEffort, NotEnoughReward, NotEnoughEffortNorReward,
	}
}
