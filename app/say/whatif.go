package say

import (
	"strconv"
	"strings"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/pay"
	"bothends/questions/record"
	"bothends/questions/score"
	"bothends/questions/whatif"
)

// WhatIfWords say what changes would do. They speak of what the answers would
// come to, never of how a person would feel.
type WhatIfWords struct {
	Voice Voice
	Study *whatif.Study
}

// Name is that of a lever: "Weekly hours".
func (w WhatIfWords) Name(question string) string {
	return w.Voice.QuestionName(question)
}

// Value says what a lever that is no list is set to, with its unit.
func (w WhatIfWords) Value(l *whatif.Lever, value any) string {
	v := w.Voice
	switch value := value.(type) {
	case string:
		switch {
		case l.Ask.Word == value:
			return v.Pack.Get(l.Question + ".word." + value)
		case l.Ask.Scale != "":
			return v.Pack.Get("scale." + l.Ask.Scale + "." + value)
		}
		return v.Pack.Get(l.Question + ".option." + value)
	case float64:
		if l.Percent {
			return w.money(value)
		}
		return v.Pack.Fill(v.counted("lever."+l.Question, value), "n", v.Plain(value))
	}
	return ""
}

func (w WhatIfWords) money(amount float64) string {
	decimals := 2
	if amount == float64(int64(amount)) {
		decimals = 0
	}
	return w.Voice.Money(amount, w.Study.Base.Pay.Currency, decimals)
}

// Change says one change: "Weekly hours: from 58 to 55 hours".
func (w WhatIfWords) Change(c whatif.Change) string {
	v := w.Voice
	if len(c.Keys) > 0 {
		var names []string
		for _, key := range c.Keys {
			names = append(names, v.Pack.Get(c.Question+".option."+key))
		}
		n := float64(len(c.Keys))
		return v.Pack.Fill(v.counted("lever."+c.Question, n), "n", strconv.Itoa(len(c.Keys)), "keys", strings.Join(names, ", "))
	}
	l, _ := w.Study.Lever(c.Question)
	old, isNumber := c.Old.(float64)
	name, to := w.Name(c.Question), w.Value(l, c.New)
	switch {
	case !isNumber:
		return v.T("whatif.change.word", "name", name, "old", w.Value(l, c.Old), "new", to)
	case l.Percent:
		return v.T("whatif.change", "name", name, "old", w.money(old), "new", to)
	case c.New == 0.0: // the unit stands for both: "de 90 à 0 jours"
		to = v.Pack.Fill(v.counted("lever."+c.Question, max(1, old)), "n", v.Plain(0))
	}
	return v.T("whatif.change", "name", name, "old", v.Plain(old), "new", to)
}

// Effect says what a suggestion would do.
func (w WhatIfWords) Effect(s whatif.Suggestion) string {
	v := w.Voice
	var said []string
	if old, new := w.strain(w.Study.Base), w.strain(s.Report); old != new {
		said = append(said, v.T("whatif.strain", "old", old, "new", new))
	}
	if len(s.Limits) > 0 {
		said = append(said, v.T("whatif.limit", "limits", w.limits(s.Limits)))
	}
	if b := s.Report.Band; s.Reaches || b != nil && b.Number != w.Study.Base.Band.Number {
		said = append(said, w.place(s.Report))
	}
	if s.Step == "" { // whole steps stand apart by who takes them
		said = append(said, v.T("whatif.who."+who(s.Changes)))
	}
	return strings.Join(said, " ")
}

// Title names a whole step.
func (w WhatIfWords) Title(s whatif.Suggestion) string { return w.Voice.Pack.Get("step." + s.Step) }

func who(changes []whatif.Change) string {
	for _, c := range changes[1:] {
		if c.Who != changes[0].Who {
			return score.Both
		}
	}
	return changes[0].Who
}

func (w WhatIfWords) limits(keys []string) string {
	var names []string
	for _, key := range keys {
		names = append(names, w.Voice.T("whatif.quoted", "text", w.Voice.LimitName(key)))
	}
	return w.Voice.List(names)
}

func (w WhatIfWords) result(r checkup.Report) ResultWords {
	return ResultWords{Voice: w.Voice, Checkup: w.Study.Checkup, Report: &r}
}

func (w WhatIfWords) band(number int) string {
	return w.result(w.Study.Base).Band(number)
}

// strain is the strain with one decimal, so that old and new never look the same
// where a step was taken, and never at a level that it has not reached [F15].
func (w WhatIfWords) strain(r checkup.Report) string {
	shown := questions.Round(r.Strain.Score, 1)
	for _, l := range w.Study.Checkup.Model.Scoring.Strain.Levels {
		if from := float64(l.From); r.Strain.Score < from && shown >= from {
			shown = from - 0.1
		}
	}
	return w.Voice.Number(shown, 1)
}

// place says where a result would stand.
func (w WhatIfWords) place(r checkup.Report) string {
	if b := r.Band; b != nil && b.Number != w.Study.Base.Band.Number {
		return w.Voice.T("whatif.place", "band", w.band(b.Number))
	}
	return w.Voice.T("whatif.level", "level", w.Voice.T("level.strain."+r.Strain.LevelUsed))
}

// conditions say what a target takes.
func (w WhatIfWords) conditions(t whatif.Target) string {
	v := w.Voice
	var all []string
	if t.Below > 0 {
		all = append(all, v.T("whatif.if.strain", "n", strconv.Itoa(t.Below)))
	}
	switch {
	case t.Limits == 0:
		all = append(all, v.T("whatif.if.nolimit"))
	case t.Limits > 0:
		all = append(all, v.N("whatif.if.limits", t.Limits))
	}
	return v.List(all)
}

// Target says what the next place down is and whether it is within reach.
func (w WhatIfWords) Target(found *whatif.Suggestions) string {
	v, t, wanted := w.Voice, found.Target, found.Wanted
	goal := func(t whatif.Target, key string) string {
		pairs := []string{"conditions", w.conditions(t), "now", w.strain(w.Study.Base), "most", w.strain(found.Most)}
		if t.Band > 0 {
			pairs = append(pairs, "band", w.band(t.Band))
		}
		if t.Level != "" {
			pairs = append(pairs, "level", v.T("level.strain."+t.Level))
		}
		return v.T("whatif.target."+key, pairs...)
	}
	switch {
	case wanted.For == whatif.ForPoints && len(found.Steps) == 0:
		return v.T("whatif.target.none")
	case wanted.For == whatif.ForPoints:
		return v.T("whatif.target.low")
	case t == wanted:
		return goal(t, t.For)
	}
	far := goal(wanted, "far."+wanted.For)
	if t.For == whatif.ForPoints {
		if len(found.Steps) == 0 {
			return far
		}
		return far + " " + v.T("whatif.target.still")
	}
	return far + " " + goal(t, "near."+t.For)
}

// Heading names a list of suggestions.
func (w WhatIfWords) Heading(kind string, t whatif.Target) string {
	v := w.Voice
	switch {
	case kind == score.Employer || kind == score.Person:
		return v.T("whatif.step." + kind)
	case t.For == whatif.ForBand:
		return v.T("whatif.way.band", "band", w.band(t.Band))
	case t.For == whatif.ForLevel:
		return v.T("whatif.way.level", "level", v.T("level.strain."+t.Level))
	}
	return v.T("whatif.way.limits")
}

// Now says where the sliders lead, in two sentences: it stays in sight while
// they move, so what it does not say stands in the table.
func (w WhatIfWords) Now(r checkup.Report) string {
	v, base := w.Voice, w.Study.Base
	old, new, level := w.strain(base), w.strain(r), v.T("level.strain."+r.Strain.Level)
	said := []string{v.T("whatif.now", "old", old, "new", new, "level", level)}
	if old == new {
		said[0] = v.T("whatif.now.still", "new", new, "level", level)
	}
	if b := r.Band; b != nil && b.Number != base.Band.Number {
		said = append(said, v.T("whatif.now.band", "old", w.band(base.Band.Number), "new", w.band(b.Number)))
	} else if b != nil {
		said = append(said, v.T("whatif.now.same", "band", w.band(b.Number)))
	}
	if more := whatif.Removed(r, base); len(more) > 0 {
		said = append(said, v.T("whatif.limit.more", "limits", w.limits(more)))
	}
	return strings.Join(said, " ")
}

// A Row sets one figure beside what it was.
type Row struct {
	Key, Name, Old, New string
}

// Rows are the strain and its place, and whatever else the changes move.
func (w WhatIfWords) Rows(r checkup.Report) []Row {
	v, base := w.Voice, w.Study.Base
	level := func(r checkup.Report) string {
		return w.strain(r) + ", " + v.T("level.strain."+r.Strain.Level)
	}
	rows := []Row{{"strain", v.T("result.strain"), level(base), level(r)}}
	if base.Band != nil && r.Band != nil {
		rows = append(rows, Row{"band", v.T("map.title"), w.band(base.Band.Number), w.band(r.Band.Number)})
	}
	changed := func(key, name, old, new string) {
		if old != new {
			rows = append(rows, Row{key, name, old, new})
		}
	}
	limits := func(r checkup.Report) string {
		var names []string
		for _, l := range w.result(r).Limits() {
			names = append(names, l.Name)
		}
		if len(names) == 0 {
			return v.T("whatif.none")
		}
		return strings.Join(names, " · ")
	}
	changed("limits", v.T("limits.title"), limits(base), limits(r))
	points := map[string]float64{}
	for _, d := range r.Drivers {
		points[d.Key] = d.Contribution
	}
	for _, d := range base.Drivers {
		old, new := questions.Round(d.Contribution, 1), questions.Round(points[d.Key], 1)
		changed("driver."+d.Key, v.DriverName(d.Key), v.Quantity("whatif.points", old), v.Quantity("whatif.points", new))
	}
	shown := w.Study.Checkup.Model.Show(base.Result).EffortReward
	if now := w.Study.Checkup.Model.Show(r.Result).EffortReward; shown != nil && now != nil {
		changed("balance", v.T("balance.title"), v.Number(*shown, 2), v.Number(*now, 2))
	}
	return append(rows, w.payRows(r.Pay)...)
}

// payRows are the rates by the hour that move, and the ratio.
func (w WhatIfWords) payRows(now *pay.Result) []Row {
	was := w.Study.Base.Pay
	if was == nil || now == nil {
		return nil
	}
	tables := w.Study.Checkup.Tables
	old := map[string]string{}
	for _, rate := range (PayWords{w.Voice, tables, was}).Rates() {
		old[rate.Figure] = rate.Amount
	}
	var rows []Row
	words := PayWords{w.Voice, tables, now}
	for _, rate := range words.Rates() {
		if before, ok := old[rate.Figure]; ok && before != rate.Amount {
			rows = append(rows, Row{rate.Figure, rate.Name, before, rate.Amount})
		}
	}
	if a, b := was.Ratio(), now.Ratio(); a != nil && b != nil && words.ratio(*a) != words.ratio(*b) {
		rows = append(rows, Row{"ratio", w.Voice.T("whatif.ratio"), words.ratio(*a), words.ratio(*b)})
	}
	return rows
}

// Plan says a plan in one sentence, and nothing where there is none.
func (v Voice) Plan(p record.Plan) string {
	if p == (record.Plan{}) {
		return ""
	}
	return v.T("plan.sentence", "if", p.If, "then", p.Then)
}
