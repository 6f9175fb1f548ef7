package score

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
)

// Knots lie within this distance of 0: answers are hours, days and counts.
const furthestKnot = 1e6

func (c *checker) factors(s *Scoring, grades map[string]int) {
	names(c, "scales", s.Scales, func(s Scale) string { return s.ID }, "id")
	scales := map[string]Scale{}
	for i, scale := range s.Scales {
		scales[scale.ID] = scale
		for _, key := range slices.Sorted(maps.Keys(scale.Doses)) {
			c.fraction(questions.At("scales", i)+".doses."+key, scale.Doses[key], 0, 1)
		}
	}
	blocks := names(c, "blocks", s.Blocks, func(b Block) string { return b.Key }, "key")
	names(c, "factors", s.Factors, func(f FactorRule) string { return f.ID }, "id")

	sum, blockSum, always := 0, make([]int, len(s.Blocks)), make([]bool, len(s.Blocks))
	for i, f := range s.Factors {
		place := questions.At("factors", i)
		b, ok := blocks[f.Block]
		if !ok {
			c.unknown(place+".block", "block", f.Block, slices.Sorted(maps.Keys(blocks)))
		}
		c.within(place+".weight", f.Weight, 1, allWeight)
		mayDrop := c.dose(place+".dose", f.Dose, scales)
		if weight := min(max(f.Weight, 0), allWeight); ok { // huge ones must not overflow
			blockSum[b] += weight
			always[b] = always[b] || !mayDrop
			sum += weight
		}
		for _, grade := range strings.Split(f.Evidence.Grade, "/") {
			if _, ok := grades[grade]; !ok {
				c.unknown(place+".evidence.grade", "grade", grade, slices.Sorted(maps.Keys(grades)))
			}
		}
		c.cited(place+".evidence.sources", f.Evidence.Sources)
	}
	// A sum that is wrong because a summand is would be noise.
	if slices.ContainsFunc(c.Found, func(p questions.Problem) bool {
		return strings.HasPrefix(p.Path, "factors[") && (strings.HasSuffix(p.Path, ".weight") || strings.HasSuffix(p.Path, ".block"))
	}) {
		return
	}
	c.total("factors", fmt.Sprintf("the weights of all factors are %d together, not %d", sum, allWeight),
		"a weight is a number of points of 100", sum, allWeight)
	for i, b := range s.Blocks {
		if blocks[b.Key] != i {
			continue
		}
		place := questions.At("blocks", i)
		c.within(place+".weight", b.Weight, 1, allWeight)
		c.total(place+".weight", fmt.Sprintf("the factors of %s weigh %d together, not %d", quote(b.Key), blockSum[i], b.Weight),
			"correct the block or its factors", blockSum[i], b.Weight)
		if blockSum[i] > 0 && !always[i] {
			c.add(place, NotAssigned, "every factor of "+quote(b.Key)+" can be not applicable", "a block needs one that always counts", "id", b.Key)
		}
	}
}

// dose checks one dose and reports whether its question may be not applicable.
func (c *checker) dose(path string, d Dose, scales map[string]Scale) (mayDrop bool) {
	if len(d.Parts) == 0 {
		if d.MissingPart != "" {
			c.add(path+".missing_part", questions.Misplaced, "only a dose of two parts can miss one", "remove it", "id", "missing_part")
		}
		mayDrop = c.part(path, d.own(), scales)
	} else {
		c.parts(path, d, scales)
	}
	for i, g := range d.HarmlessIf {
		c.given(questions.At(path+".harmless_if", i), g)
	}
	if d.NotApplicableIf != nil {
		c.given(path+".not_applicable_if", *d.NotApplicableIf)
		mayDrop = true
	}
	if len(d.Parts) > 0 && (d.HarmlessIf != nil || d.NotApplicableIf != nil) {
		c.add(path, questions.Misplaced, "a dose of parts has neither harmless_if nor not_applicable_if", "only a dose of one question has", "id", "parts")
	}
	if d.Ratio != nil {
		c.knots(path+".ratio", d.Ratio)
	}
	if d.Plus != nil {
		if d.Plus.Share != 0 {
			c.add(path+".plus.share", questions.Misplaced, "what is added has no share", "remove it", "id", "share")
		}
		c.part(path+".plus", *d.Plus, scales)
	}
	return mayDrop
}

// given checks a reference to one answer of a choice.
func (c *checker) given(path string, g Given) {
	q, ok := c.ask(path+".question", g.Question)
	switch {
	case !ok:
	case q.Type != questions.Choice:
		c.add(path+".question", questions.WrongType, quote(g.Question)+" is not a choice", "only a choice has keys", "id", g.Question, "got", q.Type, "want", questions.Choice)
	case !slices.Contains(q.options, g.Key):
		c.add(path+".key", questions.UnknownKey, "the question "+quote(g.Question)+" has no option "+quote(g.Key),
			cmp.Or(questions.DidYouMean(g.Key, q.options), "its options are "+strings.Join(q.options, ", ")), "id", g.Question, "got", g.Key, "allowed", strings.Join(q.options, ", "))
	}
}

func (c *checker) parts(path string, d Dose, scales map[string]Scale) {
	if own := d.own(); own.Question != "" || own.Scale != "" || own.Options != nil || own.Knots != nil || own.Basis != nil || d.Plus != nil {
		c.add(path, questions.Misplaced, "a dose is read from one question or from parts, not from both", "move question, scale, options, knots, basis and plus into parts, or drop parts", "id", "parts")
	}
	if len(d.Parts) != 2 {
		c.add(path+".parts", questions.OutOfRange, fmt.Sprintf("there are %d parts, not 2", len(d.Parts)), "", "got", strconv.Itoa(len(d.Parts)), "min", "2", "max", "2")
	}
	if d.MissingPart != otherAlone && d.MissingPart != skipWhole {
		c.unknown(path+".missing_part", "way to miss a part", d.MissingPart, []string{otherAlone, skipWhole})
	}
	shares := 0.0
	seen := map[string]bool{}
	for i, p := range d.Parts {
		place := questions.At(path+".parts", i)
		c.fraction(place+".share", p.Share, 0.01, 1)
		shares += p.Share
		if seen[p.Question] {
			c.add(place+".question", questions.DuplicateID, quote(p.Question)+" is asked twice", "two parts need two questions", "id", p.Question)
		}
		seen[p.Question] = true
		if c.part(place, p, scales) {
			c.add(place+".question", questions.Misplaced, quote(p.Question)+" may be not applicable", "a part of a dose may not", "id", p.Question)
		}
	}
	if nano(shares) != nano(1) {
		c.add(path+".parts", BadSum, fmt.Sprintf("the shares are %g together, not 1", shares), "", "got", fmt.Sprint(shares), "want", "1")
	}
}

// part checks how one question is read and reports whether it may be not
// applicable.
func (c *checker) part(path string, p Part, scales map[string]Scale) (mayDrop bool) {
	c.cited(path+".basis", p.Basis, convention, judgement)
	q, ok := c.ask(path+".question", p.Question)
	if !ok {
		return false
	}
	misplaced := func(field string) {
		c.add(path+"."+field, questions.Misplaced, "a "+q.Type+" question is not read by "+field, "remove it, or ask another question", "id", field)
	}
	if q.Type != questions.Choice && p.Scale != "" {
		misplaced("scale")
	}
	switch q.Type {
	case questions.Choice:
		if p.Knots != nil {
			misplaced("knots")
		}
		scale, known := scales[p.Scale]
		switch {
		case p.Scale != "" && p.Options != nil:
			c.add(path+".options", questions.Misplaced, "options cannot stand beside scale", "keep one of the two", "id", "options")
		case p.Scale != "" && !known:
			c.unknown(path+".scale", "scale", p.Scale, slices.Sorted(maps.Keys(scales)))
		case p.Scale != "":
			options(c, path+".scale", p.Question, scale.Doses, q.options, 1)
		default:
			options(c, path+".options", p.Question, p.Options, q.options, 1)
		}
	case questions.Number:
		var words []string
		if q.Word != "" {
			words = []string{q.Word}
		}
		options(c, path+".options", p.Question, p.Options, words, 1)
		c.knots(path+".knots", p.Knots)
	case questions.List:
		if p.Options != nil {
			misplaced("options")
		}
		c.knots(path+".knots", p.Knots)
	default:
		c.add(path+".question", questions.WrongType, quote(p.Question)+" is a "+q.Type+" question, which gives no dose",
			"ask a choice, a number or a list", "id", p.Question, "got", q.Type, "want", questions.Choice)
	}
	return q.NotApplicable
}

// knots checks that a curve rises in the answer, and goes one way in the dose.
func (c *checker) knots(path string, knots [][]float64) {
	if len(knots) < 2 {
		c.add(path, BadKnots, "a curve needs two knots or more", "each is a pair: [answer, dose]")
		return
	}
	for i, k := range knots {
		if len(k) != 2 {
			c.add(questions.At(path, i), BadKnots, fmt.Sprintf("a knot has two numbers, not %d", len(k)), "the answer, then the dose")
			return
		}
		c.fraction(questions.At(path, i)+"[0]", k[0], -furthestKnot, furthestKnot)
		c.fraction(questions.At(path, i)+"[1]", k[1], 0, 1)
	}
	direction := knots[len(knots)-1][1] - knots[0][1]
	for i := 1; i < len(knots); i++ {
		if !(knots[i][0] > knots[i-1][0]) {
			c.add(questions.At(path, i), BadKnots, fmt.Sprintf("the answer %g does not lie above %g", knots[i][0], knots[i-1][0]), "put the knots in rising order of the answer")
		}
		if step := knots[i][1] - knots[i-1][1]; step*direction < 0 || direction == 0 && step != 0 {
			c.add(questions.At(path, i), BadKnots, fmt.Sprintf("the dose turns back at %g", knots[i][0]), "a dose rises with worse conditions, or stays")
		}
	}
}
