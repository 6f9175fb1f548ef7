package score

import "slices"

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
