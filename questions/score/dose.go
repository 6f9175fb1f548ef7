package score

import (
	"math"
	"slices"

	"bothends/questions"
)

// A status says what became of a question or of a factor.
type status uint8

const (
	skipped status = iota
	given
	notApplicable // an answer that takes the factor out of the weights
)

// An input turns the answer to one question into a dose. An answer that the
// question does not allow counts as skipped: files and forms refuse it before
// it comes here, with a message.
type input struct {
	id            string
	share         float64
	number        bool
	list          bool
	notApplicable bool // may be answered so
	whole         bool
	above         bool    // min itself is not allowed
	min, max      float64 // of a number
	keys          []string
	doses         []float64 // of keys
	curve         curve     // of a number, or of the count of keys
}

func newInput(p Part, scales map[string]map[string]float64, all map[string]question) input {
	q := all[p.Question]
	r := newAnswer(q)
	r.share = p.Share
	doses := p.Options
	if p.Scale != "" {
		doses = scales[p.Scale]
	}
	if q.Type == questions.Number && q.Word != "" {
		r.keys = []string{q.Word}
	}
	for _, key := range r.keys {
		r.doses = append(r.doses, doses[key])
	}
	r.curve = newCurve(p.Knots)
	return r
}

// newAnswer is an input that only knows what the question allows.
func newAnswer(q question) input {
	r := input{
		id:            q.ID,
		number:        q.Type == questions.Number,
		list:          q.Type == questions.List,
		notApplicable: q.NotApplicable,
		whole:         q.Whole,
		above:         q.Above,
		min:           math.Inf(-1),
		max:           math.Inf(1),
		keys:          q.options,
	}
	if q.Min != nil {
		r.min = *q.Min
	}
	if q.Max != nil {
		r.max = *q.Max
	}
	return r
}

func (r *input) dose(a questions.Answers) (float64, status) {
	switch answer := a[r.id].(type) {
	case string:
		if r.list {
			return 0, skipped
		}
		for i, key := range r.keys {
			if key == answer {
				return r.doses[i], given
			}
		}
		if r.notApplicable && answer == questions.NotApplicable {
			return 0, notApplicable
		}
	case float64:
		if r.allows(answer) {
			return r.curve.at(answer), given
		}
	case []string:
		if r.list && answer != nil {
			return r.curve.at(float64(r.count(answer))), given
		}
	}
	return 0, skipped
}

// value is the raw answer as a number: itself, or the count of a list.
func (r *input) value(a questions.Answers) (float64, status) {
	switch answer := a[r.id].(type) {
	case float64:
		if r.allows(answer) {
			return answer, given
		}
	case []string:
		if r.list && answer != nil {
			return float64(r.count(answer)), given
		}
	}
	return 0, skipped
}

// allows is false for NaN, which compares with nothing.
func (r *input) allows(n float64) bool {
	return r.number && n >= r.min && n <= r.max && !math.IsInf(n, 0) &&
		!(r.above && n == r.min) && !(r.whole && n != math.Trunc(n))
}

// count counts the keys of the question that are ticked: a list is a set [F1].
func (r *input) count(ticked []string) int {
	n := 0
	for _, key := range r.keys {
		for _, t := range ticked {
			if t == key {
				n++
				break
			}
		}
	}
	return n
}

// A meter measures the dose of one factor.
type meter struct {
	parts      []input
	otherAlone bool // what to do when one of two parts is missing
	plus       *input
	plusMost   float64
	ratio      curve // nil if a pay ratio means nothing to this factor

	harmlessIf      []answer
	notApplicableIf *answer
}

// answer is one key of a choice.
type answer struct {
	question input
	key      string
}

func newAnswerKey(g Given, all map[string]question) answer {
	return answer{newAnswer(all[g.Question]), g.Key}
}

// is reports whether a choice was answered, and whether with this key.
func (k *answer) is(a questions.Answers) (known, is bool) {
	given, ok := a.Choice(k.question.id)
	if !ok || !slices.Contains(k.question.keys, given) {
		return false, false
	}
	return true, given == k.key
}

func newMeter(d Dose, scales map[string]map[string]float64, all map[string]question) meter {
	m := meter{otherAlone: d.MissingPart == otherAlone, ratio: newCurve(d.Ratio)}
	parts := d.Parts
	if len(parts) == 0 {
		parts = []Part{d.own()}
	}
	for _, p := range parts {
		m.parts = append(m.parts, newInput(p, scales, all))
	}
	if d.Plus != nil {
		plus := newInput(*d.Plus, scales, all)
		m.plus = &plus
		for _, dose := range plus.doses {
			m.plusMost = max(m.plusMost, dose)
		}
	}
	for _, g := range d.HarmlessIf {
		m.harmlessIf = append(m.harmlessIf, newAnswerKey(g, all))
	}
	if d.NotApplicableIf != nil {
		key := newAnswerKey(*d.NotApplicableIf, all)
		m.notApplicableIf = &key
	}
	return m
}

func (m *meter) dose(a questions.Answers, ratio *float64) (float64, status) {
	if m.ratio != nil && ratio != nil {
		return m.ratio.at(*ratio), given // [F7]
	}
	if len(m.harmlessIf) > 0 { // [F18]
		switch m.exposure(a) {
		case unexposed:
			return 0, given
		case exposureUnknown:
			return 0, skipped
		}
	}
	if len(m.parts) > 1 {
		return m.mean(a)
	}
	dose, status := m.parts[0].dose(a)
	if m.plus != nil && status == given {
		if more, answered := m.plus.dose(a); answered == given { // [F6]
			dose = min(1, dose+more)
		}
	}
	if m.notApplicableIf != nil && status == skipped { // [F19]
		if _, is := m.notApplicableIf.is(a); is {
			return 0, notApplicable
		}
	}
	return dose, status
}

// exposure tells whether there is anything that a factor guards against.
func (m *meter) exposure(a questions.Answers) exposure {
	unexposedSoFar := true
	for i := range m.harmlessIf {
		known, is := m.harmlessIf[i].is(a)
		if known && !is {
			return exposed
		}
		unexposedSoFar = unexposedSoFar && is
	}
	if unexposedSoFar {
		return unexposed
	}
	return exposureUnknown
}

type exposure uint8

const (
	exposureUnknown exposure = iota
	exposed
	unexposed
)

// mean weighs the parts. With one of them missing the other stands alone [F4],
// or the factor is skipped [F5].
func (m *meter) mean(a questions.Answers) (float64, status) {
	var sum, alone float64
	answered := 0
	for i := range m.parts {
		part := &m.parts[i]
		dose, status := part.dose(a)
		if status != given {
			continue
		}
		answered++
		alone = dose
		sum += float64(part.share * dose)
	}
	switch {
	case answered == len(m.parts):
		return min(1, sum), given
	case answered == 1 && m.otherAlone:
		return alone, given
	}
	return 0, skipped
}

// A curve is straight between its knots and level outside them.
type curve []knot

type knot struct{ at, dose float64 }

func newCurve(knots [][]float64) curve {
	var c curve
	for _, k := range knots {
		c = append(c, knot{k[0], k[1]})
	}
	return c
}

// at hits the knots exactly and never overshoots one by a rounding error. The
// conversions keep the compiler from fusing multiplication and addition, which
// some processors would do [F14].
func (c curve) at(x float64) float64 {
	if x <= c[0].at {
		return c[0].dose
	}
	for i := 1; i < len(c); i++ {
		a, b := c[i-1], c[i]
		switch {
		case x == b.at:
			return b.dose
		case x < b.at:
			dose := a.dose + float64(float64((b.dose-a.dose)*(x-a.at))/(b.at-a.at))
			return min(max(dose, min(a.dose, b.dose)), max(a.dose, b.dose))
		}
	}
	return c[len(c)-1].dose
}

// A condition is one comparison of a limit.
type condition struct {
	answer  input
	compare string
	value   float64
	key     string
	assumed bool    // whether a skipped answer counts as
	skipped float64 // this number
}

func newCondition(c Condition, all map[string]question) condition {
	compiled := condition{answer: newAnswer(all[c.Question]), compare: c.Compare, key: c.Key}
	if c.Value != nil {
		compiled.value = *c.Value
	}
	if c.Skipped != nil {
		compiled.assumed, compiled.skipped = true, *c.Skipped
	}
	return compiled
}

// holds looks at the raw answer, unrounded [F14].
// known reports whether anything was answered that holds can tell from.
func (c *condition) known(a questions.Answers) bool {
	if c.key != "" {
		_, answered := a.Choice(c.answer.id)
		return answered
	}
	_, status := c.answer.value(a)
	return status == given || c.assumed
}

func (c *condition) holds(a questions.Answers) bool {
	if c.key != "" {
		key, _ := a.Choice(c.answer.id)
		return key == c.key
	}
	n, status := c.answer.value(a)
	if status != given {
		if !c.assumed {
			return false
		}
		n = c.skipped // [F10]
	}
	switch c.compare {
	case ">=":
		return n >= c.value
	case ">":
		return n > c.value
	case "<":
		return n < c.value
	case "<=":
		return n <= c.value
	}
	return n == c.value
}
