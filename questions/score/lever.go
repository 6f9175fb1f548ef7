package score

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"bothends/questions"
)

// A LeverRule names a condition of work that people can change, so that the
// page can show what a change would do to the strain. Signs are never levers:
// the method makes no causal claim, so no change of the job says anything
// about how a person would feel.
type LeverRule struct {
	Question string `json:"question"`
	Relief   string `json:"relief"` // the way that takes strain away: Less or More of it
	Who      string `json:"who"`    // can move it: Employer, Person or Both

	// Of a number: what one step is, where relief ends, and where a slider
	// ends on the other side. With Percent all three are percent added to the
	// answer, which is an amount of money.
	Step    float64 `json:"step"`
	Best    float64 `json:"best"`
	Worst   float64 `json:"worst"`
	Percent bool    `json:"percent"`
}

// The values of LeverRule.Relief.
const (
	Less = "less"
	More = "more"
)

// The values of LeverRule.Who.
const (
	Employer = "employer"
	Person   = "person"
	Both     = "both"
)

// wordKeys returns the keys of the words that say the value of a number, or
// what to do with so many keys of a list: one for each form that counting takes.
func (l LeverRule) wordKeys(q *questions.Question) []string {
	if q.Type == questions.Choice || l.Percent {
		return nil
	}
	return []string{"lever." + l.Question + ".one", "lever." + l.Question + ".other"}
}

// FactorsOf returns the ids of the factors whose dose is read from a question,
// in the order of the model.
func (m *Model) FactorsOf(question string) []string {
	var ids []string
	for i := range m.factors {
		f := &m.factors[i]
		reads := f.meter.plus != nil && f.meter.plus.id == question
		for j := range f.meter.parts {
			reads = reads || f.meter.parts[j].id == question
		}
		if reads {
			ids = append(ids, m.Scoring.Factors[i].ID)
		}
	}
	return ids
}

// UsedWith is the level of strain, by its place among the levels, that a band
// uses at least when so many limits are crossed.
func (m *Model) UsedWith(limits int) int { return m.strainUsed[limits] }

// Exactly brings a computed value to nine decimals before it is compared [F14].
// It is a whole number of billionths.
func Exactly(x float64) int64 { return nano(x) }

func (c *checker) levers(s *Scoring) {
	signs, first := map[string]bool{}, map[string]int{}
	for _, item := range s.Signs.Items {
		signs[item.Question] = true
	}
	// What does not fit a sign or a dose that is wrong itself would be noise.
	noisy := slices.ContainsFunc(c.Found, func(p questions.Problem) bool {
		return strings.HasPrefix(p.Path, "factors[") || strings.HasPrefix(p.Path, "signs.items[")
	})
	for i, l := range s.Levers {
		place := questions.At("levers", i)
		q, ok := c.ask(place+".question", l.Question)
		if !ok {
			continue
		}
		if j, twice := first[l.Question]; twice {
			c.add(place+".question", questions.DuplicateID, quote(l.Question)+" is there already, at "+questions.At("levers", j), "each question may be a lever once", "id", l.Question)
			continue
		}
		first[l.Question] = i
		if signs[l.Question] && !noisy {
			c.add(place+".question", questions.Misplaced, quote(l.Question)+" is a sign", "signs are never levers: no change of the job says how a person would feel", "id", l.Question)
			continue
		}
		if l.Relief != Less && l.Relief != More {
			c.unknown(place+".relief", "way", l.Relief, []string{Less, More})
			continue
		}
		if l.Who != Employer && l.Who != Person && l.Who != Both {
			c.unknown(place+".who", "one to move a lever", l.Who, []string{Employer, Person, Both})
		}
		switch q.Type {
		case questions.Number:
			c.leverRange(place, l, q)
		case questions.Choice, questions.List:
			if l.Step != 0 || l.Best != 0 || l.Worst != 0 || l.Percent {
				c.add(place, questions.Misplaced, "the steps of a "+q.Type+" question are its options", "remove step, best, worst and percent", "id", l.Question)
			}
		default:
			c.add(place+".question", questions.WrongType, quote(l.Question)+" is a "+q.Type+" question, which cannot be moved by steps",
				"a number, a choice or a list", "id", l.Question, "got", q.Type, "want", questions.Number)
			continue
		}
		if !noisy {
			c.leverRelief(place, l, q, s)
		}
	}
}

// leverRange checks the numbers of a lever that is a number.
func (c *checker) leverRange(place string, l LeverRule, q question) {
	least, most := -math.MaxFloat64, math.MaxFloat64
	switch {
	case l.Percent && q.Unit != "money":
		c.add(place+".percent", questions.Misplaced, quote(l.Question)+" is not an amount of money", "only pay moves by percent", "id", "percent")
	case l.Percent:
		least, most = 0, 100
	default:
		if q.Min != nil {
			least = *q.Min
		}
		if q.Max != nil {
			most = *q.Max
		}
	}
	c.fraction(place+".best", l.Best, least, most)
	c.fraction(place+".worst", l.Worst, least, most)
	width := l.Worst - l.Best
	if l.Relief == More {
		width = -width
	}
	if !(width > 0) {
		c.add(place+".worst", questions.BadRange, fmt.Sprintf("%g to %g is not the way from worse to better when relief is %q", l.Worst, l.Best, l.Relief),
			"correct relief, or exchange best and worst", "min", fmt.Sprint(l.Best), "max", fmt.Sprint(l.Worst))
		return
	}
	// A slider of more places than that cannot be set with a thumb.
	c.fraction(place+".step", l.Step, width/100, width)
	if q.Whole && !(l.Step == math.Trunc(l.Step) && l.Best == math.Trunc(l.Best) && l.Worst == math.Trunc(l.Worst)) {
		c.add(place+".step", questions.NotWhole, quote(l.Question)+" is a count, and its steps are not", "whole numbers for step, best and worst", "id", l.Question)
	}
}

// leverRelief checks that a lever moves a dose, and that no dose rises while it
// moves the way it says.
func (c *checker) leverRelief(place string, l LeverRule, q question, s *Scoring) {
	scales := map[string]map[string]float64{}
	for _, scale := range s.Scales {
		scales[scale.ID] = scale.Doses
	}
	moves, wrong := false, false
	falls := func(doses []float64) { // in the order of the answers
		moves = true
		for i := 1; i < len(doses); i++ {
			wrong = wrong || l.Relief == Less && doses[i] < doses[i-1] || l.Relief == More && doses[i] > doses[i-1]
		}
	}
	for _, f := range s.Factors {
		parts := append([]Part{f.Dose.own()}, f.Dose.Parts...)
		if f.Dose.Plus != nil {
			parts = append(parts, *f.Dose.Plus)
		}
		for _, p := range parts {
			if p.Question != l.Question {
				continue
			}
			var doses []float64
			for _, k := range p.Knots {
				if len(k) == 2 {
					doses = append(doses, k[1])
				}
			}
			if q.Type == questions.Choice {
				numbers := p.Options
				if p.Scale != "" {
					numbers = scales[p.Scale]
				}
				for _, key := range q.options {
					doses = append(doses, numbers[key])
				}
			}
			falls(doses)
		}
		moves = moves || l.Percent && f.Dose.Ratio != nil
	}
	switch {
	case !moves:
		c.add(place+".question", NotAssigned, "no dose is read from "+quote(l.Question), "a lever that moves nothing would mislead", "id", l.Question)
	case wrong, l.Percent && q.Unit == "money" && l.Relief != More:
		c.add(place+".relief", BadKnots, "with "+l.Relief+" of "+quote(l.Question)+" a dose rises", "relief is the way in which no dose does: "+strings.Join([]string{Less, More}, " or "), "id", l.Question)
	}
}
