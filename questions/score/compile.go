package score

import (
	"io/fs"

	"bothends/questions"
)

// A Model is a Scoring made ready for a questionnaire. It is safe for use by
// several goroutines.
type Model struct {
	Scoring Scoring // to be read only: for pages that explain the model

	items        []item
	factors      []factor
	blocks       []int         // weights, W_b
	drivers      [][]int       // positions of their factors
	limits       [][]condition // all of which must hold
	signsLevels  []Level
	strainLevels []Level
	strainUsed   []int // level of strain at least used, by number of limits crossed
	effort       side
	reward       side
	leverWords   []string
}

// Load reads scoring.json from the folder of the pack p. Whatever is wrong
// with it is reported at once; the model is nil if anything is.
func Load(fsys fs.FS, p *questions.Pack) (*Model, []questions.Problem) {
	var s Scoring
	found := questions.ReadJSON(fsys, File, &s)
	for _, problem := range found {
		if problem.Path == "" { // not one field could be read
			return nil, found
		}
	}
	c := checker{Collector: questions.Collector{File: File, Found: found}, questions: questionsOf(p)}
	c.check(&s)
	if len(c.Found) > 0 {
		return nil, c.Found
	}
	return compile(s, c.questions), nil
}

// New compiles a Scoring that Load has found right before, for the same pack.
// It proves nothing: the program in the browser uses it, where proving what
// was proved at build time would make the page wait.
func New(s Scoring, p *questions.Pack) *Model { return compile(s, questionsOf(p)) }

// question is a questions.Question with the options it really has.
type question struct {
	*questions.Question
	options []string
}

func questionsOf(p *questions.Pack) map[string]question {
	all := map[string]question{}
	for i := range p.Sections {
		for j := range p.Sections[i].Questions {
			q := &p.Sections[i].Questions[j]
			all[q.ID] = question{q, p.QuestionOptions(q)}
		}
	}
	return all
}

// The compiled model: indices instead of names.
type (
	item struct {
		input input // its dose is the value in points
		facet int
		core  bool
	}
	factor struct {
		meter  meter
		block  int
		weight int
	}
	side struct {
		factors []int
		weight  int // of all of them
	}
)

// compile translates a checked Scoring.
func compile(s Scoring, all map[string]question) *Model {
	m := &Model{Scoring: s, signsLevels: s.Signs.Levels, strainLevels: s.Strain.Levels}
	for _, l := range s.Levers {
		m.leverWords = append(m.leverWords, l.wordKeys(all[l.Question].Question)...)
	}
	for _, step := range s.Steps {
		m.leverWords = append(m.leverWords, step.wordKeys()...)
	}
	facets := positions(s.Signs.Facets, func(key string) string { return key })
	values := map[string]float64{}
	for key, value := range s.Signs.Values {
		values[key] = float64(value)
	}
	for _, i := range s.Signs.Items {
		m.items = append(m.items, item{
			input: newInput(Part{Question: i.Question, Options: values}, nil, all),
			facet: facets[i.Facet],
			core:  i.Core,
		})
	}

	scales := map[string]map[string]float64{}
	for _, scale := range s.Scales {
		scales[scale.ID] = scale.Doses
	}
	blocks := positions(s.Blocks, func(b Block) string { return b.Key })
	for _, b := range s.Blocks {
		m.blocks = append(m.blocks, b.Weight)
	}
	for _, f := range s.Factors {
		m.factors = append(m.factors, factor{
			meter:  newMeter(f.Dose, scales, all),
			block:  blocks[f.Block],
			weight: f.Weight,
		})
	}
	byID := positions(s.Factors, func(f FactorRule) string { return f.ID })
	for _, d := range s.Drivers {
		var members []int
		for _, id := range d.Factors {
			members = append(members, byID[id])
		}
		m.drivers = append(m.drivers, members)
	}
	for _, l := range s.Limits {
		var when []condition
		for _, c := range l.When {
			when = append(when, newCondition(c, all))
		}
		m.limits = append(m.limits, when)
	}
	levels := positions(s.Strain.Levels, func(l Level) string { return l.Key })
	m.strainUsed = make([]int, len(s.Limits)+1)
	for crossed := range m.strainUsed {
		for _, r := range s.Bands.RaisedByLimits {
			if crossed >= r.Crossed {
				m.strainUsed[crossed] = max(m.strainUsed[crossed], levels[r.To])
			}
		}
	}
	sideOf := func(ids []string) (all side) {
		for _, id := range ids {
			all.factors = append(all.factors, byID[id])
			all.weight += m.factors[byID[id]].weight
		}
		return all
	}
	m.effort, m.reward = sideOf(s.EffortReward.Effort), sideOf(s.EffortReward.Reward)
	return m
}

func positions[T any](list []T, name func(T) string) map[string]int {
	at := make(map[string]int, len(list))
	for i, element := range list {
		at[name(element)] = i
	}
	return at
}

// WordKeys returns the keys of all words that a result of this model needs.
func (m *Model) WordKeys() []string {
	var keys []string
	for _, facet := range m.Scoring.Signs.Facets {
		keys = append(keys, "facet."+facet)
	}
	for _, b := range m.Scoring.Blocks {
		keys = append(keys, "block."+b.Key)
	}
	for _, f := range m.Scoring.Factors {
		keys = append(keys, "factor."+f.ID+".name")
	}
	for _, d := range m.Scoring.Drivers {
		keys = append(keys, "driver."+d.Key+".name", "driver."+d.Key+".employer", "driver."+d.Key+".person")
	}
	for _, l := range m.Scoring.Limits {
		keys = append(keys, "limit."+l.Key+".name", "limit."+l.Key+".employer", "limit."+l.Key+".person")
	}
	for _, key := range m.Scoring.Bands.Keys {
		keys = append(keys, "band."+key+".name")
	}
	for _, signs := range m.signsLevels {
		keys = append(keys, "signs."+signs.Key)
	}
	for _, strain := range m.strainLevels {
		keys = append(keys, "strain."+strain.Key)
	}
	for _, signs := range m.signsLevels {
		for _, strain := range m.strainLevels {
			keys = append(keys, Cell{signs.Key, strain.Key}.WordKey())
		}
	}
	return append(keys, m.leverWords...)
}
