package score

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"bothends/questions"
)

func (c *checker) drivers(s *Scoring) {
	factors := positions(s.Factors, func(f FactorRule) string { return f.ID })
	names(c, "drivers", s.Drivers, func(d DriverRule) string { return d.Key }, "key")
	in := map[string]string{}
	for i, d := range s.Drivers {
		place := questions.At("drivers", i) + ".factors"
		if len(d.Factors) == 0 {
			c.add(place, questions.EmptyList, "the driver "+quote(d.Key)+" has no factors", "")
		}
		for j, id := range d.Factors {
			c.member(questions.At(place, j), id, d.Key, factors, in)
		}
	}
	for i, f := range s.Factors {
		if in[f.ID] == "" {
			c.add(questions.At("factors", i), NotAssigned, quote(f.ID)+" is in no driver", "add it to the factors of one driver", "id", f.ID)
		}
	}
}

// member checks that a factor exists and stands in one group only.
func (c *checker) member(path, id, group string, factors map[string]int, in map[string]string) {
	if _, ok := factors[id]; !ok {
		c.add(path, questions.UnknownReference, "there is no factor "+quote(id),
			cmp.Or(questions.DidYouMean(id, slices.Sorted(maps.Keys(factors))), "the ids are in factors"), "id", id)
		return
	}
	if other, twice := in[id]; twice {
		c.add(path, questions.DuplicateID, quote(id)+" is already in "+quote(other), "a factor may stand once", "id", id)
		return
	}
	in[id] = group
}

func (c *checker) limits(limits []LimitRule) {
	names(c, "limits", limits, func(l LimitRule) string { return l.Key }, "key")
	for i, l := range limits {
		place := questions.At("limits", i)
		c.cited(place+".basis", l.Basis, judgement)
		if len(l.When) == 0 {
			c.add(place+".when", questions.EmptyList, "the limit "+quote(l.Key)+" has no condition", "it would always be crossed")
		}
		for j, w := range l.When {
			c.condition(questions.At(place+".when", j), w)
		}
	}
}

func (c *checker) condition(path string, w Condition) {
	compares := []string{">=", ">", "<", "<=", "="}
	if !slices.Contains(compares, w.Compare) {
		c.unknown(path+".compare", "comparison", w.Compare, compares)
	}
	q, ok := c.ask(path+".question", w.Question)
	if !ok {
		return
	}
	switch q.Type {
	case questions.Choice:
		if w.Value != nil || w.Skipped != nil || w.Compare != "=" {
			c.add(path, questions.Misplaced, "a choice is compared by = with a key", `as in "compare": "=", "key": "yes"`, "id", w.Question)
		}
		if !slices.Contains(q.options, w.Key) {
			c.add(path+".key", questions.UnknownKey, "the question "+quote(w.Question)+" has no option "+quote(w.Key),
				cmp.Or(questions.DidYouMean(w.Key, q.options), "its options are "+strings.Join(q.options, ", ")), "id", w.Question, "got", w.Key, "allowed", strings.Join(q.options, ", "))
		}
	case questions.Number, questions.List:
		if w.Key != "" {
			c.add(path+".key", questions.Misplaced, "a "+q.Type+" is compared with a value", "use value", "id", "key")
		}
		if w.Value == nil {
			c.add(path+".value", questions.MissingField, "the value to compare with is missing", "", "id", "value")
		}
	default:
		c.add(path+".question", questions.WrongType, quote(w.Question)+" is a "+q.Type+" question, which no limit can test",
			"test a choice, a number or a list", "id", w.Question, "got", q.Type, "want", questions.Number)
	}
}

func (c *checker) bands(s *Scoring) {
	names(c, "bands.keys", s.Bands.Keys, func(key string) string { return key }, "")
	rows := s.Bands.Matrix
	if len(rows) != len(s.Signs.Levels) {
		c.add("bands.matrix", BadMatrix, fmt.Sprintf("there are %d rows for %d levels of signs", len(rows), len(s.Signs.Levels)), "one row for each level")
		return
	}
	for i, row := range rows {
		place := questions.At("bands.matrix", i)
		if row.Signs != s.Signs.Levels[i].Key {
			c.add(place+".signs", BadMatrix, quote(row.Signs)+" stands where the level "+quote(s.Signs.Levels[i].Key)+" belongs", "rows stand in the order of the levels of signs")
		}
		if len(row.Bands) != len(s.Strain.Levels) {
			c.add(place+".bands", BadMatrix, fmt.Sprintf("there are %d bands for %d levels of strain", len(row.Bands), len(s.Strain.Levels)), "one band for each level")
			continue
		}
		for j, band := range row.Bands {
			c.within(questions.At(place+".bands", j), band, 1, len(s.Bands.Keys))
			if j > 0 && band < row.Bands[j-1] || i > 0 && j < len(rows[i-1].Bands) && band < rows[i-1].Bands[j] {
				c.add(questions.At(place+".bands", j), BadMatrix, "the band falls where things get worse", "bands rise to the right and downwards, or stay")
			}
		}
	}
	levels := positions(s.Strain.Levels, func(l Level) string { return l.Key })
	for i, r := range s.Bands.RaisedByLimits {
		place := questions.At("bands.raised_by_limits", i)
		c.within(place+".crossed", r.Crossed, 1, max(1, len(s.Limits)))
		if _, ok := levels[r.To]; !ok {
			c.unknown(place+".to", "level of strain", r.To, slices.Sorted(maps.Keys(levels)))
		}
	}
}

func (c *checker) effortReward(s *Scoring) {
	factors := positions(s.Factors, func(f FactorRule) string { return f.ID })
	in := map[string]string{}
	for _, side := range []struct {
		name string
		ids  []string
	}{{"effort", s.EffortReward.Effort}, {"reward", s.EffortReward.Reward}} {
		place := "effort_reward." + side.name
		if len(side.ids) == 0 {
			c.add(place, questions.EmptyList, "there is no factor of "+side.name, "")
		}
		for i, id := range side.ids {
			c.member(questions.At(place, i), id, side.name, factors, in)
		}
	}
	c.within("effort_reward.minimum_percent", s.EffortReward.MinimumPercent, 1, 100)
}
