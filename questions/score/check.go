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

// Codes of problems that only a model can have, beside those of questions.
const (
	BadSum        = "bad_sum"        // weights or shares do not add up; got, want
	BadKnots      = "bad_knots"      // not rising in the answer, or up and down in the dose
	BadMatrix     = "bad_matrix"     // bands do not fit the levels, or fall where things get worse
	MissingOption = "missing_option" // an option of the question has no number; id
	NotAssigned   = "not_assigned"   // a factor without a driver, a facet without an item
)

// The weights of all factors together, so that a weight is a number of points.
const allWeight = 100

// Knots lie within this distance of 0: answers are hours, days and counts.
const furthestKnot = 1e6

// A checker collects what is wrong with a Scoring.
type checker struct {
	questions.Collector
	questions map[string]question
	sources   map[string]int
}

func (c *checker) add(path, code, message, hint string, args ...string) {
	problem := questions.Problem{Path: path, Code: code, Message: message, Hint: hint}
	if len(args) > 0 {
		problem.Args = map[string]string{}
		for i := 0; i+1 < len(args); i += 2 {
			problem.Args[args[i]] = args[i+1]
		}
	}
	c.Add(problem)
}

func (c *checker) total(path, message, hint string, got, want int) {
	if got != want {
		c.add(path, BadSum, message, hint, "got", strconv.Itoa(got), "want", strconv.Itoa(want))
	}
}

func (c *checker) check(s *Scoring) {
	if s.Version < 1 {
		c.add("version", questions.MissingField, "the model needs a version of 1 or more", "raise it by 1 whenever a number of the model changes", "id", "version")
	}
	c.sources = names(c, "sources", s.Sources, func(s Source) string { return s.ID }, "id")
	grades := names(c, "grades", s.Grades, func(g Grade) string { return g.Key }, "key")
	names(c, "conversions", s.Conversions, func(v Conversion) string { return v.Key }, "key")
	names(c, "open_points", s.OpenPoints, func(key string) string { return key }, "")
	for i, g := range s.Grades {
		c.cited(questions.At("grades", i)+".sources", g.Sources)
	}
	for i, v := range s.Conversions {
		c.cited(questions.At("conversions", i)+".sources", v.Sources)
	}
	c.signs(&s.Signs)
	c.levels("strain.levels", s.Strain.Levels)
	c.within("strain.notable", s.Strain.Notable, 1, 100)
	c.within("strain.minimum.percent", s.Strain.Minimum.Percent, 1, 100)
	c.within("strain.minimum.block_percent", s.Strain.Minimum.BlockPercent, 1, 100)
	c.within("strain.minimum.blocks", s.Strain.Minimum.Blocks, 1, max(1, len(s.Blocks)))
	c.factors(s, grades)
	c.drivers(s)
	c.limits(s.Limits)
	c.bands(s)
	c.effortReward(s)
	c.levers(s)
}

// names checks that a list has entries and that each has a name of its own.
// It returns where they are.
func names[T any](c *checker, path string, list []T, name func(T) string, field string) map[string]int {
	if len(list) == 0 {
		c.add(path, questions.EmptyList, "the list is empty", "the model cannot do without it")
	}
	first := map[string]int{}
	for i, element := range list {
		place := questions.At(path, i)
		if field != "" {
			place += "." + field
		}
		id := name(element)
		if !isKey(id) {
			c.add(place, questions.BadName, quote(id)+" is not a name", "letters a to z, digits, _ and -, beginning with a letter", "got", id)
			continue
		}
		if j, twice := first[id]; twice {
			c.add(place, questions.DuplicateID, quote(id)+" is there already, at "+questions.At(path, j), "each name may stand once", "id", id)
			continue
		}
		first[id] = i
	}
	return first
}

func (c *checker) within(path string, n, least, most int) {
	if n < least || n > most {
		c.add(path, questions.OutOfRange, fmt.Sprintf("%d is not between %d and %d", n, least, most), "",
			"got", strconv.Itoa(n), "min", strconv.Itoa(least), "max", strconv.Itoa(most))
	}
}

func (c *checker) fraction(path string, n, least, most float64) {
	if !(n >= least && n <= most) {
		c.add(path, questions.OutOfRange, fmt.Sprintf("%g is not between %g and %g", n, least, most), "",
			"got", fmt.Sprint(n), "min", fmt.Sprint(least), "max", fmt.Sprint(most))
	}
}

func (c *checker) unknown(path, kind, id string, known []string) {
	c.add(path, questions.UnknownReference, "there is no "+kind+" "+quote(id),
		cmp.Or(questions.DidYouMean(id, known), "one of "+strings.Join(known, ", ")), "id", id, "allowed", strings.Join(known, ", "))
}

func (c *checker) cited(path string, ids []string, reserved ...string) {
	for i, id := range ids {
		if _, ok := c.sources[id]; !ok && !slices.Contains(reserved, id) {
			c.add(questions.At(path, i), questions.UnknownReference, "there is no source "+quote(id),
				cmp.Or(questions.DidYouMean(id, slices.Sorted(maps.Keys(c.sources))), "add it to sources, or correct the id"), "id", id)
		}
	}
}

// ask looks a question up.
func (c *checker) ask(path, id string) (question, bool) {
	q, ok := c.questions[id]
	switch {
	case id == "":
		c.add(path, questions.MissingField, "a question is missing", "give the id of a question of "+questions.PackFile, "id", "question")
	case !ok:
		c.add(path, questions.UnknownReference, "there is no question "+quote(id),
			cmp.Or(questions.DidYouMean(id, slices.Sorted(maps.Keys(c.questions))), "the ids of questions are in "+questions.PackFile), "id", id)
	}
	return q, ok
}

// options checks that every option has a number and every number an option.
func options[N int | float64](c *checker, path, id string, numbers map[string]N, options []string, most N) {
	for _, key := range slices.Sorted(maps.Keys(numbers)) {
		if !slices.Contains(options, key) {
			c.add(path+"."+key, questions.UnknownKey, "the question "+quote(id)+" has no option "+quote(key),
				cmp.Or(questions.DidYouMean(key, options), "its options are "+strings.Join(options, ", ")), "id", id, "got", key, "allowed", strings.Join(options, ", "))
		} else if n := numbers[key]; !(n >= 0 && n <= most) {
			c.fraction(path+"."+key, float64(n), 0, float64(most))
		}
	}
	for _, key := range options {
		if _, ok := numbers[key]; !ok {
			c.add(path, MissingOption, "the option "+quote(key)+" of "+quote(id)+" has no number here", "every option needs one", "id", key)
		}
	}
}

func (c *checker) levels(path string, levels []Level) {
	names(c, path, levels, func(l Level) string { return l.Key }, "key")
	for i, l := range levels {
		place := questions.At(path, i) + ".from"
		switch {
		case i == 0 && l.From != 0:
			c.add(place, questions.OutOfRange, "the first level begins at 0", "", "got", strconv.Itoa(l.From), "min", "0", "max", "0")
		case i > 0:
			c.within(place, l.From, levels[i-1].From+1, 100)
		}
	}
}

func (c *checker) signs(s *SignsRules) {
	facets := names(c, "signs.facets", s.Facets, func(key string) string { return key }, "")
	names(c, "signs.items", s.Items, func(i Item) string { return i.Question }, "question")
	used, core := map[string]bool{}, 0
	valuesChecked := map[string]bool{}
	for i, it := range s.Items {
		place := questions.At("signs.items", i)
		if q, ok := c.ask(place+".question", it.Question); ok {
			if q.Type != questions.Choice {
				c.add(place+".question", questions.WrongType, quote(it.Question)+" is not a choice", "signs are asked as choices", "id", it.Question, "got", q.Type, "want", questions.Choice)
			} else if same := strings.Join(q.options, " "); !valuesChecked[same] {
				valuesChecked[same] = true // usually one scale for all
				options(c, "signs.values", it.Question, s.Values, q.options, 100)
			}
		}
		if _, ok := facets[it.Facet]; !ok {
			c.unknown(place+".facet", "facet", it.Facet, s.Facets)
		}
		used[it.Facet] = true
		if it.Core {
			core++
		}
	}
	for i, key := range s.Facets {
		if !used[key] {
			c.add(questions.At("signs.facets", i), NotAssigned, "no item belongs to the facet "+quote(key), "remove it, or give it items", "id", key)
		}
	}
	c.within("signs.minimum_items", s.MinimumItems, 1, max(1, len(s.Items)))
	c.within("signs.minimum_core", s.MinimumCore, 0, core)
	c.levels("signs.levels", s.Levels)
	if len(s.Levels) > 1 {
		c.within("signs.text_split.at", s.TextSplit.At, 1, max(1, s.Levels[1].From-1))
	}
	c.fraction("signs.error.constant", s.Error.Constant, 1, 100)
	c.cited("signs.error.sources", s.Error.Sources)
	for i, cut := range s.CutPoints {
		c.fraction(questions.At("signs.cut_points", i)+".value", cut.Value, 0, 100)
		c.cited(questions.At("signs.cut_points", i)+".sources", cut.Sources)
	}
}

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

func quote(s string) string {
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return strconv.Quote(s)
}

// isKey reports whether s can be part of a word key and of a path.
func isKey(s string) bool {
	for i, r := range s {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (i == 0 || r != '_' && r != '-' && (r < '0' || r > '9')) {
			return false
		}
	}
	return s != ""
}
