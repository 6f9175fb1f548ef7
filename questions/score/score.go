package score

import (
	"fmt"
	"math"

	"bothends/questions"
)

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
	s.gaps()
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
		value, status := item.input.dose(s.answers)
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
		for j := range f.meter.harmlessIf { // whether there is anything to guard against
			if known, _ := f.meter.harmlessIf[j].is(s.answers); !known && f.meter.exposure(s.answers) == exposureUnknown {
				gap(f.meter.harmlessIf[j].question.id, 1)
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
		if _, status := m.items[i].input.dose(s.answers); status != given {
			s.Gaps = append(s.Gaps, Gap{Question: m.items[i].input.id, Points: 100 / float64(len(m.items))})
		}
	}
}

func (s *sheet) limits() {
	for i, when := range s.model.limits {
		crossed, kept := true, false
		for j := range when {
			holds := when[j].holds(s.answers)
			crossed = crossed && holds
			kept = kept || !holds && when[j].known(s.answers)
		}
		switch {
		case crossed:
			s.Limits = append(s.Limits, s.model.Scoring.Limits[i].Key)
		case !kept:
			s.Unchecked++
		}
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
