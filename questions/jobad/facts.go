package jobad

import "slices"

// The facts patterns tell of, in the order of names[fact].
const (
	factManager = iota
	factEvenings
	factOnCall
	factTeam
	factAlone
	factExperience
	factNoExperience
	factWait
	factPay
	factNotPay
	factHour
	factDay
	factWeek
	factMonth
	factYear
	factFullWeek // a usual week, when nothing else says that hours are weekly
	factElsewhere
	factBenefit
	factAge
	factOneYear // "a year's experience"
	factDegree  // years of these are no experience
	factOpening // hours of these are nobody's week
	factFortnight
	factJob // the job itself: "this position", "poste"
	factTerm
)

var factNames = []string{
	"manager", "evenings", "on_call", "team", "alone", "experience", "no_experience", "wait", "pay", "not_pay",
	"hour", "day", "week", "month", "year", "full_week", "elsewhere", "benefit", "age", "one_year", "degree", "opening", "fortnight", "job", "term",
}

// A span is a run of words of a sentence.
type span struct{ from, to int }

// spans holds what the patterns of the last phase found in a sentence.
type spans struct {
	facts     [factTerm + 1][]span
	platforms []hit
	contracts []hit
	flags     []hit
}

type hit struct {
	name int
	span
}

// within reports a hit of fact f that begins between words from and to. Hits
// are in the order of the words: a sentence can be as long as a text.
func (f *spans) within(fact, from, to int) bool { return f.first(fact, from) < to }

// empty forgets everything but the memory it stands in.
func (f *spans) empty() {
	for i := range f.facts {
		f.facts[i] = f.facts[i][:0]
	}
	f.platforms, f.contracts, f.flags = f.platforms[:0], f.contracts[:0], f.flags[:0]
}

func (f *spans) has(fact int) bool { return len(f.facts[fact]) > 0 }

// reach is how many words behind a number its unit can stand.
const reach = 6

// A factReader gathers the facts of one ad.
type factReader struct {
	*Reader
	*scan
	ad        *Ad
	places    map[string]int // how often places with a currency are named
	pay       payOffer
	required  *int // years of experience
	preferred *int
	alone     bool
	term      []Evidence // "a contract of six months"
	flags     map[int][]Evidence
	found     spans // in the sentence that is read
	yielder   *yielder
}

// facts reads the facts and red flags of the sentences into ad.
func (r *Reader) facts(s *scan, sentences []sentence, cues []sentenceCues, ad *Ad, b *yielder) {
	f := &factReader{Reader: r, scan: s, ad: ad, places: map[string]int{}, flags: map[int][]Evidence{}, pay: payOffer{period: -1}, yielder: b}
	ad.Facts.Platforms, ad.Facts.Contract = []string{}, []string{}
	ad.Facts.Evidence = map[string][]Evidence{}
	header := true // the lines before the first long sentence
	for i := range sentences {
		t, c := &sentences[i], &cues[i]
		found := f.find(t)
		numbers := r.quantities(s, t.tokens)
		if !b.goesOn(len(numbers)) {
			return
		}
		header = header && i < headerLines && len(t.words) <= headerWords
		theirs := c.theirs(t)
		f.words(t, found, c, theirs, header)
		f.amounts(t, found, numbers, header)
		f.times(t, found, numbers)
		f.experience(t, found, c, numbers, theirs, header)
		f.wait(t, found, numbers)
	}
	f.settle()
	r.redFlags(f)
}

// The header of an ad: short lines with its title, place and the like.
const (
	headerLines = 6
	headerWords = 16
)

// find runs the patterns of the last phase over a sentence and the heading it
// stands under.
func (f *factReader) find(t *sentence) *spans {
	found := &f.found
	found.empty()
	m := matcher{words: t.words, barriers: &f.barriers, yielder: f.yielder}
	f.Reader.find(phaseOf[fact], &m, t.language, func(p *pattern, from, to int) {
		h := hit{p.group.name, span{from, to}}
		switch p.group.kind {
		case fact:
			found.facts[p.group.name] = append(found.facts[p.group.name], h.span)
		case money:
			f.places[f.moneys[p.group.name]]++
		case platform:
			found.platforms = append(found.platforms, h)
		case contract:
			found.contracts = append(found.contracts, h)
		case flag:
			found.flags = append(found.flags, h)
		}
	})
	return found
}

// note keeps the words behind a fact.
func (f *factReader) note(name string, t *sentence, s span) {
	if s.from < s.to && len(f.ad.Facts.Evidence[name]) < maxEvidence {
		f.ad.Facts.Evidence[name] = append(f.ad.Facts.Evidence[name], f.evidence(t.words[s.from:s.to]))
	}
}

// evidenceOf is the piece of text the tokens stand in.
func (f *factReader) evidenceOf(tokens []token) Evidence {
	start, end := int(tokens[0].start), int(tokens[len(tokens)-1].end)
	return Evidence{f.text[start:end], start, end}
}

// words reads the facts that are words: platforms, contract, title, evenings,
// on-call, team, and the red flags a word raises.
func (f *factReader) words(t *sentence, found *spans, c *sentenceCues, theirs, header bool) {
	facts := &f.ad.Facts
	asked := !theirs && !c.seen[cueApply] && t.section != apply && t.section != benefits
	if asked && t.section != nice && t.section != details && t.section != headline && t.section != company || t.section == company && c.seen[cueRole] {
		for _, h := range found.platforms {
			if name := f.platforms[h.name]; !slices.Contains(facts.Platforms, name) {
				facts.Platforms = append(facts.Platforms, name)
			}
			f.note("platforms", t, h.span)
		}
	}
	if !theirs && t.section != nice {
		for _, h := range found.contracts {
			// Among duties and wishes a contract is named as the job's own, or it is
			// somebody else's: "part-time staff".
			named := t.section != apply && t.section != profile && t.section != benefits && !(t.section == duties && t.bullet)
			if c.denied(h.from) || !named && !found.within(factJob, h.from-3, h.to+3) {
				continue // "pas d'alternance"
			}
			if name := names[contract][h.name]; !slices.Contains(facts.Contract, name) {
				facts.Contract = append(facts.Contract, name)
			}
			f.note("contract", t, h.span)
		}
	}
	if !theirs && t.section != nice && len(f.term) == 0 {
		for _, s := range found.facts[factTerm] {
			f.term = append(f.term, f.evidence(t.words[s.from:s.to]))
		}
	}
	if header && (t.section == title || t.section == unknown) && found.has(factManager) && !facts.TitleIsManager {
		facts.TitleIsManager = true
		f.note("title_is_manager", t, found.facts[factManager][0])
	}
	if t.section != apply && !theirs {
		for _, s := range found.facts[factEvenings] {
			if !c.denied(s.from) && !f.inName(t, s) {
				facts.EveningsWeekend = true
				f.note("evenings_weekends", t, s)
			}
		}
		for _, s := range found.facts[factOnCall] {
			if !c.denied(s.from) {
				facts.OnCall = true
				f.note("on_call", t, s)
			}
		}
	}
	if t.section != apply && t.section != benefits && t.section != profile {
		switch {
		case found.has(factAlone) && !theirs:
			f.alone = true
			f.note("team", t, found.facts[factAlone][0])
		case found.has(factTeam) && !f.alone && facts.Team == nil:
			team := "team"
			facts.Team = &team
			f.note("team", t, found.facts[factTeam][0])
		}
	}
	for _, h := range found.flags {
		switch names[flag][h.name] {
		case "discriminatory", "own_equipment", "unpaid":
			if theirs {
				continue
			}
		}
		f.flags[h.name] = append(f.flags[h.name], f.evidence(t.words[h.from:h.to]))
	}
}

// inName reports a day that is part of a name: "Sunday Papers Ltd".
func (f *factReader) inName(t *sentence, s span) bool {
	if s.to-s.from != 1 || s.to >= len(t.words) {
		return false
	}
	a, b := &f.tokens[t.words[s.from].token], &f.tokens[t.words[s.to].token]
	if a.flags&shout != 0 || a.flags&capital == 0 || b.kind != letters || b.flags&(capital|shout) != capital || t.words[s.to].parted {
		return false
	}
	return !slices.ContainsFunc(f.found.facts[factEvenings], func(o span) bool { return o.from == s.to })
}

// wordAt returns the first word of t that begins at token i or behind it.
func (t *sentence) wordAt(s *scan, i int) int {
	if i >= len(t.tokens) {
		return len(t.words)
	}
	n, _ := slices.BinarySearchFunc(t.words, t.tokens[i].start, func(w word, start int32) int {
		return int(s.tokens[w.token].start - start)
	})
	return n
}

// lower returns a word in small letters, without accents.
func (s *scan) lower(w word) string {
	return s.folded(&s.tokens[w.token])
}

// first returns where the first hit of fact at word from or behind it begins.
func (f *spans) first(fact, from int) int {
	hits := f.facts[fact]
	if i, _ := slices.BinarySearchFunc(hits, from, func(s span, from int) int { return s.from - from }); i < len(hits) {
		return hits[i].from
	}
	return 1 << 30
}

// otherTerm reports that the hours before word i are those of a day, a month
// or a year.
func (f *spans) otherTerm(i int) bool {
	return f.within(factDay, i, i+4) || f.within(factMonth, i, i+4) || f.within(factYear, i, i+4)
}

// evidenceTo is the text from a number to the word before end.
func (f *factReader) evidenceTo(t *sentence, n quantity, end int) Evidence {
	last := f.tokens[t.words[min(end, len(t.words))-1].token]
	start := int(t.tokens[n.from].start)
	return Evidence{f.text[start:last.end], start, int(last.end)}
}

// wait looks for benefits that begin later.
func (f *factReader) wait(t *sentence, found *spans, numbers []quantity) {
	if !found.has(factBenefit) {
		return
	}
	for _, s := range found.facts[factWait] {
		i, _ := slices.BinarySearchFunc(numbers, s.from, func(n quantity, from int) int { return t.wordAt(f.scan, n.from) - from })
		if i == len(numbers) || t.wordAt(f.scan, numbers[i].from) >= s.to {
			continue
		}
		n, end, days := numbers[i], t.wordAt(f.scan, numbers[i].to), 0
		switch {
		case found.within(factDay, end, end+2):
			days = int(n.low)
		case found.within(factWeek, end, end+2):
			days = int(n.low * 7)
		case found.within(factMonth, end, end+2):
			days = int(n.low * 30)
		case found.within(factYear, end, end+2):
			days = int(n.low * 365)
		}
		if wait := f.ad.Facts.BenefitsWait; days > 0 && days <= 3*365 {
			if wait == nil || days > *wait {
				f.ad.Facts.BenefitsWait = &days
			}
			f.note("benefits_wait_days", t, s)
		}
	}
}

// partTimeHours a week are no full post in any country whose ads are read.
const partTimeHours = 26

// settle turns what was gathered into facts.
func (f *factReader) settle() {
	facts := &f.ad.Facts
	if facts.YearsExperience = f.required; facts.YearsExperience == nil {
		facts.YearsExperience = f.preferred
	}
	if f.alone {
		alone := "alone"
		facts.Team = &alone
	}
	if f.pay.weight > 0 {
		facts.Pay = f.offer()
		facts.Evidence["pay"] = []Evidence{f.pay.evidence}
	}
	// Who is hired for a number of months is hired for a time; who works on their
	// own account is hired by nobody.
	if len(f.term) > 0 && !slices.Contains(facts.Contract, "temporary") && !slices.Contains(facts.Contract, "freelance") {
		facts.Contract = append(facts.Contract, "temporary")
		facts.Evidence["contract"] = append(facts.Evidence["contract"], f.term...)
	}
	// A few hours, or one day, a week is part-time, whatever it is called.
	if h, d := facts.HoursPerWeek, facts.DaysPerWeek; !slices.Contains(facts.Contract, "part-time") && !slices.Contains(facts.Contract, "full-time") &&
		(h != nil && h[1] <= partTimeHours || d != nil && d[1] <= 1) {
		facts.Contract = append(facts.Contract, "part-time")
		facts.Evidence["contract"] = append(facts.Evidence["contract"], slices.Concat(facts.Evidence["hours_per_week"], facts.Evidence["days_per_week"])...)
	}
	// What is listed in the order of the text is listed once per name.
	order := names[contract]
	for name, e := range facts.Evidence {
		facts.Evidence[name] = distinct(e)
	}
	slices.SortFunc(facts.Contract, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
}
