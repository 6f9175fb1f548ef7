package score

import (
	"fmt"
	"math"
	"slices"

	"bothends/questions"
)

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

// Score computes the result of a. The ratio is own pay / reference pay, nil if
// there is none [F7]; one that is not a finite number above 0 is the only
// error. An answer that its question does not allow counts as skipped:
// questions.Pack.Check is where answers are judged.
func (m *Model) Score(a questions.Answers, ratio *float64) (Result, error) {
	if ratio != nil && !(*ratio > 0 && !math.IsInf(*ratio, 1)) {
		return Result{}, questions.WithHint(fmt.Errorf("the pay ratio %v is not a finite number above 0", *ratio), "leave it out when pay cannot be compared")
	}
	s := sheet{model: m, answers: a, ratio: ratio}
	s.Factors, s.Drivers, s.Limits = []Factor{}, []Driver{}, []string{}
	s.signs()
	s.measure()
	s.limits()
	s.strain()
	s.band()
	s.effortReward()
	return s.Result, nil
}

// A sheet is the paper on which one result is worked out.
type sheet struct {
	Result
	model   *Model
	answers questions.Answers
	ratio   *float64

	held   []held  // by factor
	blocks []tally // by block
}

// held is what is known of a factor.
type held struct {
	dose   float64
	status status
}

// A tally adds up a block. Weights are whole, so that their sums are exact.
type tally struct {
	answered   int     // a_b: weight of the factors that have a dose
	applicable int     // V_b: weight of all but those that do not apply
	sum        float64 // Σ w·d
}

func (s *sheet) because(what, reason string) {
	if s.Reasons == nil {
		s.Reasons = map[string]string{}
	}
	s.Reasons[what] = reason
}

func (s *sheet) signs() {
	rules := &s.model.Scoring.Signs
	type part struct {
		sum      float64
		answered int
	}
	var total part
	core := 0
	facets := make([]part, len(rules.Facets))
	for i := range s.model.items {
		item := &s.model.items[i]
		value, status := item.reading.dose(s.answers)
		if status != given {
			continue
		}
		total.sum += value
		total.answered++
		facets[item.facet].sum += value
		facets[item.facet].answered++
		if item.core {
			core++
		}
	}
	s.Counts.Items, s.Counts.CoreItems = total.answered, core
	switch {
	case total.answered < rules.MinimumItems:
		s.because("signs", NotEnoughAnswers)
		return
	case core < rules.MinimumCore:
		s.because("signs", NotEnoughCoreItems)
		return
	}
	n, all := float64(total.answered), float64(len(s.model.items))
	score := total.sum / n
	s.Signs = &Signs{
		Score:    score,
		Level:    s.model.signsLevels[levelOf(score, s.model.signsLevels)].Key,
		Low:      total.sum / all,
		High:     (total.sum + float64(100*(all-n))) / all,
		Error:    rules.Error.Constant / math.Sqrt(n),
		Answered: total.answered,
		Of:       len(s.model.items),
	}
	s.Facets = make([]Facet, 0, len(facets))
	for i, f := range facets {
		if f.answered > 0 {
			s.Facets = append(s.Facets, Facet{rules.Facets[i], f.sum / float64(f.answered)})
		}
	}
}

// measure takes the doses and adds up the blocks.
func (s *sheet) measure() {
	m := s.model
	s.held = make([]held, len(m.factors))
	s.blocks = make([]tally, len(m.blocks))
	for i := range m.factors {
		f := &m.factors[i]
		dose, status := f.meter.dose(s.answers, s.ratio)
		s.held[i] = held{dose, status}
		b := &s.blocks[f.block]
		if status == notApplicable {
			continue
		}
		b.applicable += f.weight
		if status == given {
			b.answered += f.weight
			b.sum += float64(float64(f.weight) * dose)
		}
	}
	for _, b := range s.blocks {
		s.Counts.Weight += b.answered
		s.Counts.Applicable += b.applicable
	}
	s.gaps()
}

// gaps lists what was skipped: factors first, as the questionnaire does.
func (s *sheet) gaps() {
	m := s.model
	for i := range m.factors {
		f := &m.factors[i]
		alone := len(f.meter.parts) == 1 && f.meter.plus == nil
		if status := s.held[i].status; status == notApplicable || status == given && alone || s.ratio != nil && f.meter.ratio != nil {
			continue
		}
		block := f.block
		points := float64(m.blocks[block]*f.weight) / float64(s.blocks[block].applicable)
		gap := func(question string, share float64) {
			s.Gaps = append(s.Gaps, Gap{question, m.Scoring.Factors[i].ID, points * share})
		}
		for j := range f.meter.parts {
			part := &f.meter.parts[j]
			if _, status := part.dose(s.answers); status != skipped {
				continue
			}
			if s.held[i].status == given {
				gap(part.id, part.share) // the other part stands alone [F4]
			} else {
				gap(part.id, 1)
			}
		}
		if plus := f.meter.plus; plus != nil {
			if _, status := plus.dose(s.answers); status != given {
				gap(plus.id, f.meter.plusMost)
			}
		}
	}
	if s.Counts.Items == len(m.items) {
		return
	}
	for i := range m.items {
		if _, status := m.items[i].reading.dose(s.answers); status != given {
			s.Gaps = append(s.Gaps, Gap{Question: m.items[i].reading.id, Points: 100 / float64(len(m.items))})
		}
	}
}

func (s *sheet) limits() {
	for i, when := range s.model.limits {
		crossed := true
		for j := range when {
			crossed = crossed && when[j].holds(s.answers)
		}
		if crossed {
			s.Limits = append(s.Limits, s.model.Scoring.Limits[i].Key)
		}
	}
}

func (s *sheet) strain() {
	m := s.model
	rule := m.Scoring.Strain.Minimum
	half := 0
	for _, b := range s.blocks {
		if 100*b.answered >= rule.BlockPercent*b.applicable {
			half++
		}
	}
	switch { // [F12]
	case 100*s.Counts.Weight < rule.Percent*s.Counts.Applicable:
		s.because("strain", NotEnoughAnswers)
		return
	case half < rule.Blocks:
		s.because("strain", NotEnoughBlocks)
		return
	}

	var score, low, high float64
	total := 0 // T: weight of the blocks with an answer
	for i, b := range s.blocks {
		weight := float64(m.blocks[i]) // N included [F8]
		applicable := float64(b.applicable)
		low += float64(weight*b.sum) / applicable
		high += float64(weight*(b.sum+float64(b.applicable-b.answered))) / applicable
		if b.answered > 0 {
			score += float64(weight*b.sum) / float64(b.answered)
			total += m.blocks[i]
		}
	}
	score = outOf(score, total)
	level := levelOf(score, m.strainLevels)
	used := s.used(level)
	s.Strain = &Strain{
		Score:          score,
		Level:          m.strainLevels[level].Key,
		Low:            low,
		High:           high,
		Answered:       float64(s.Counts.Weight) / float64(s.Counts.Applicable),
		LevelUsed:      m.strainLevels[used].Key,
		RaisedByLimits: used > level,
	}
	s.contributions(total)
}

// outOf scales points of a total weight to points of 100. It leaves them alone
// when the total is 100, so that a form without gaps has bounds of no width.
func outOf(points float64, total int) float64 {
	if total == allWeight {
		return points
	}
	return float64(points*allWeight) / float64(total)
}

// used is the level of strain after limits [F10].
func (s *sheet) used(level int) int {
	return max(level, s.model.strainUsed[len(s.Limits)])
}

// contributions shares E out among factors and drivers: Σ c_k = E.
func (s *sheet) contributions(total int) {
	m := s.model
	count := 0
	for _, h := range s.held {
		if h.status == given {
			count++
		}
	}
	s.Factors = make([]Factor, 0, count)
	points := make([]float64, len(m.factors))
	for i, h := range s.held {
		if h.status != given {
			continue
		}
		f := &m.factors[i]
		weight := float64(m.blocks[f.block] * f.weight)
		points[i] = outOf(float64(weight*h.dose)/float64(s.blocks[f.block].answered), total)
		s.Factors = append(s.Factors, Factor{
			ID:           m.Scoring.Factors[i].ID,
			Block:        m.Scoring.Factors[i].Block,
			Dose:         h.dose,
			Weight:       f.weight,
			Contribution: points[i],
		})
	}

	s.drivers(points, count)
}

// drivers sums the points of factors, largest driver first, equal ones in the
// order of the model [F9]. A driver whose factors all lack a dose is left out.
func (s *sheet) drivers(points []float64, factors int) {
	m := s.model
	sums := make([]float64, len(m.drivers))
	order := make([]int, 0, len(m.drivers))
	for i := range m.drivers {
		answered := false
		for _, f := range m.drivers[i] {
			if s.held[f].status == given {
				answered = true
				sums[i] += points[f]
			}
		}
		if !answered {
			continue
		}
		place := len(order)
		for place > 0 && nano(sums[order[place-1]]) < nano(sums[i]) {
			place--
		}
		order = slices.Insert(order, place, i)
	}

	s.Drivers = make([]Driver, 0, len(order))
	ids := make([]string, 0, factors)
	for place, i := range order {
		d := Driver{
			Key:          m.Scoring.Drivers[i].Key,
			Contribution: sums[i],
			Rank:         place + 1,
			Notable:      nano(sums[i]) >= whole(m.Scoring.Strain.Notable),
		}
		if place > 0 && nano(sums[i]) == nano(sums[order[place-1]]) {
			d.Rank = s.Drivers[place-1].Rank
		}
		first := len(ids)
		for _, f := range m.drivers[i] {
			if s.held[f].status == given {
				ids = append(ids, m.Scoring.Factors[f].ID)
			}
		}
		d.Factors = ids[first:len(ids):len(ids)]
		s.Drivers = append(s.Drivers, d)
	}
}

func (s *sheet) band() {
	switch {
	case s.Signs == nil && s.Strain == nil:
		s.because("band", NoSignsNorStrain)
		return
	case s.Signs == nil:
		s.because("band", NoSigns)
		return
	case s.Strain == nil:
		s.because("band", NoStrain)
		return
	}
	number, cell := s.bandOf(s.Signs.Score, s.Strain.Score)
	low, lowCell := s.bandOf(clip(s.Signs.Low-s.Signs.Error), s.Strain.Low)
	high, highCell := s.bandOf(clip(s.Signs.High+s.Signs.Error), s.Strain.High)
	s.Band = &Band{
		Number: number, Key: s.model.Scoring.Bands.Keys[number-1],
		Low: low, High: high,
		Cell: cell, LowCell: lowCell, HighCell: highCell,
	}
}

func (s *sheet) bandOf(signs, strain float64) (number int, cell Cell) {
	m := s.model
	i := levelOf(signs, m.signsLevels)
	j := s.used(levelOf(strain, m.strainLevels))
	return m.Scoring.Bands.Matrix[i].Bands[j], Cell{m.signsLevels[i].Key, m.strainLevels[j].Key}
}

func (s *sheet) effortReward() {
	effort, enoughEffort := s.mean(s.model.effort)
	reward, enoughReward := s.mean(s.model.reward)
	switch {
	case !enoughEffort && !enoughReward:
		s.because("effort_reward", NotEnoughEffortNorReward)
	case !enoughEffort:
		s.because("effort_reward", NotEnoughEffort)
	case !enoughReward:
		s.because("effort_reward", NotEnoughReward)
	default:
		ratio := (1 + float64(4*effort)) / (5 - float64(4*reward))
		s.EffortReward = &ratio
	}
}

// mean is the weighted mean dose of one side, and whether enough of it was
// answered [F11].
func (s *sheet) mean(all side) (mean float64, enough bool) {
	answered, sum := 0, 0.0
	for _, f := range all.factors {
		if s.held[f].status == given {
			answered += s.model.factors[f].weight
			sum += float64(float64(s.model.factors[f].weight) * s.held[f].dose)
		}
	}
	if answered == 0 || 100*answered < s.model.Scoring.EffortReward.MinimumPercent*all.weight {
		return 0, false
	}
	return sum / float64(answered), true
}
