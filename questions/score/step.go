package score

import (
	"fmt"
	"slices"
	"strings"

	"bothends/questions"
)

// LeastRelief is the strain, in points, that a whole step has to take away to be
// named, unless it ends a limit. It is a judgement: steps of a point or less were
// read as "nothing helps", and the scale is not finer than its weights.
const LeastRelief = 2

// A StepRule is a whole step that a person could ask for or take: several answers
// change together, as they do in a job. A move that brings no relief to a person is
// left out of the step; without its first move there is no step.
type StepRule struct {
	Key   string     `json:"key"`
	Who   string     `json:"who"` // takes it: Employer or Person
	Moves []MoveRule `json:"moves"`
}

// A MoveRule says where one lever goes, in exactly one way.
type MoveRule struct {
	Question string   `json:"question"`
	To       *float64 `json:"to"`     // a number: this much
	As       string   `json:"as"`     // a number: as much as another question was answered with
	By       float64  `json:"by"`     // a number: so much further; a list: so many keys
	Times    float64  `json:"times"`  // a number of which less is better: this share of it is left
	Option   string   `json:"option"` // a choice: this answer
	Best     bool     `json:"best"`   // as far as it brings relief, and no further
}

// wordKeys are the name of a step, and the plan that is proposed for it.
func (s StepRule) wordKeys() []string {
	return []string{"step." + s.Key, "step." + s.Key + ".if", "step." + s.Key + ".then"}
}

func (c *checker) steps(s *Scoring) {
	// What moves a lever that is wrong itself would be noise.
	if len(s.Steps) == 0 || slices.ContainsFunc(c.Found, func(p questions.Problem) bool { return strings.HasPrefix(p.Path, "levers[") }) {
		return
	}
	names(c, "steps", s.Steps, func(s StepRule) string { return s.Key }, "key")
	levers := map[string]LeverRule{}
	var known []string
	for _, l := range s.Levers {
		levers[l.Question] = l
		known = append(known, l.Question)
	}
	noisy := len(c.Found) > 0 // what a step can do is worked out from what is right
	for i, step := range s.Steps {
		place := questions.At("steps", i)
		if step.Who != Employer && step.Who != Person {
			c.unknown(place+".who", "one to take a step", step.Who, []string{Employer, Person})
		}
		if len(step.Moves) == 0 {
			c.add(place+".moves", questions.EmptyList, "the step "+quote(step.Key)+" moves nothing", "name what would change, by question")
			continue
		}
		wrong := len(c.Found)
		for j, m := range step.Moves {
			at := questions.At(place+".moves", j)
			l, ok := levers[m.Question]
			if !ok {
				c.unknown(at+".question", "lever", m.Question, known)
				continue
			}
			if slices.ContainsFunc(step.Moves[:j], func(o MoveRule) bool { return o.Question == m.Question }) {
				c.add(at+".question", questions.DuplicateID, "the step moves "+quote(m.Question)+" twice", "one move for each question", "id", m.Question)
				continue
			}
			c.move(at, m, l, c.questions[m.Question])
		}
		if points, ends := s.reach(step); !noisy && len(c.Found) == wrong && points < LeastRelief && !ends {
			c.add(place, NotAssigned, fmt.Sprintf("the step %s can take away %.2g points at most and ends no limit, so nobody would ever see it", quote(step.Key), points),
				fmt.Sprintf("move more with it, so that it can take away %d", LeastRelief), "id", step.Key)
		}
	}
}

// move checks that a lever is moved in one way, which suits it.
func (c *checker) move(at string, m MoveRule, l LeverRule, q question) {
	set := map[string]bool{
		"to": m.To != nil, "as": m.As != "", "by": m.By != 0, "times": m.Times != 0, "option": m.Option != "", "best": m.Best,
	}
	ways := map[string][]string{questions.Number: {"to", "as", "by", "times", "best"}, questions.Choice: {"option", "best"}, questions.List: {"by", "best"}}[q.Type]
	if l.Percent {
		ways = []string{"best"}
	}
	said := 0
	for _, way := range []string{"to", "as", "by", "times", "option", "best"} {
		if !set[way] {
			continue
		}
		if said++; !slices.Contains(ways, way) {
			c.add(at+"."+way, questions.Misplaced, quote(m.Question)+" cannot be moved by "+quote(way), "one of "+strings.Join(ways, ", "), "id", way)
			return
		}
	}
	if said != 1 {
		c.add(at, questions.MissingField, fmt.Sprintf("the move of %s says %d ways to go, not one", quote(m.Question), said), "one of "+strings.Join(ways, ", "), "id", strings.Join(ways, ", "))
		return
	}
	low, high := min(l.Best, l.Worst), max(l.Best, l.Worst)
	whole := func(way string, n float64) {
		if (q.Whole || q.Type == questions.List) && n != float64(int(n)) {
			c.add(at+"."+way, questions.NotWhole, quote(m.Question)+" is a count, and this is not", "a whole number", "id", m.Question)
		}
	}
	switch {
	case m.To != nil:
		c.fraction(at+".to", *m.To, low, high)
		whole("to", *m.To)
	case m.As != "":
		if other, ok := c.ask(at+".as", m.As); ok && (other.Type != questions.Number || other.Unit != q.Unit) {
			c.add(at+".as", questions.WrongType, quote(m.As)+" is not counted as "+quote(m.Question)+" is", "a number with the same unit", "id", m.As, "got", other.Type, "want", questions.Number)
		}
	case m.By != 0 && q.Type == questions.List:
		c.fraction(at+".by", m.By, 1, float64(len(q.options)))
		whole("by", m.By)
	case m.By != 0:
		c.fraction(at+".by", m.By, l.Step/2, high-low)
		whole("by", m.By)
	case m.Times != 0:
		if c.fraction(at+".times", m.Times, 0.05, 0.95); l.Relief != Less {
			c.add(at+".times", questions.Misplaced, "more of "+quote(m.Question)+" is better, so a share of it is no relief", "use to or by", "id", "times")
		}
	case m.Option != "" && !slices.Contains(q.options, m.Option):
		c.unknown(at+".option", "option", m.Option, q.options)
	}
}

// reach is the most that a step can take away, in points, and whether it moves
// something that a limit is about.
func (s *Scoring) reach(step StepRule) (points float64, ends bool) {
	moved := func(question string) bool {
		return slices.ContainsFunc(step.Moves, func(m MoveRule) bool { return m.Question == question })
	}
	paid := slices.ContainsFunc(s.Levers, func(l LeverRule) bool { return l.Percent && moved(l.Question) })
	for _, f := range s.Factors {
		share := 0.0
		for _, p := range f.Dose.Parts {
			if moved(p.Question) {
				share += p.Share
				if f.Dose.MissingPart == otherAlone {
					share = 1
				}
			}
		}
		if moved(f.Dose.Question) || f.Dose.Plus != nil && moved(f.Dose.Plus.Question) || paid && f.Dose.Ratio != nil {
			share = 1
		}
		points += float64(f.Weight) * min(share, 1)
	}
	for _, l := range s.Limits {
		ends = ends || slices.ContainsFunc(l.When, func(w Condition) bool { return moved(w.Question) })
	}
	return points, ends
}
