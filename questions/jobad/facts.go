package jobad

import (
	"slices"
	"strings"
)

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
	breath    *breath
}

// A payOffer is the most plausible amount found so far.
type payOffer struct {
	quantity
	period   int // factHour, factDay, factMonth, factYear; -1 when not said
	weight   int
	evidence Evidence
}

// facts reads the facts and red flags of the sentences into ad.
func (r *Reader) facts(s *scan, sentences []sentence, cues []sentenceCues, ad *Ad, b *breath) {
	f := &factReader{Reader: r, scan: s, ad: ad, places: map[string]int{}, flags: map[int][]Evidence{}, pay: payOffer{period: -1}, breath: b}
	ad.Facts.Platforms, ad.Facts.Contract = []string{}, []string{}
	ad.Facts.Evidence = map[string][]Evidence{}
	header := true // the lines before the first long sentence
	for i := range sentences {
		t, c := &sentences[i], &cues[i]
		found := f.find(t)
		numbers := r.quantities(s, t.tokens)
		if !b.did(len(numbers)) {
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
	m := matcher{words: t.words, barriers: &f.barriers, breath: f.breath}
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

// amounts looks for the pay. An amount counts when the sentence or its heading
// speaks of pay and nothing beside it speaks of budgets, bonuses or refunds. The
// weights and sizes are our own judgement, tried on advertisements: no wage table
// is behind them, and they decide only which number of a text is the pay.
func (f *factReader) amounts(t *sentence, found *spans, numbers []quantity, header bool) {
	if len(numbers) == 0 {
		return
	}
	under := f.underSays(t, factPay)
	enough := 3
	if t.section == apply || t.section == company {
		enough = 4 // revenues and the like stand here
	}
	for i, n := range numbers {
		from, to := t.wordAt(f.scan, n.from), t.wordAt(f.scan, n.to)
		if !n.typed || n.low <= 0 || found.within(factNotPay, f.edge(t, from, -3, apart), from) || found.within(factNotPay, to, f.edge(t, f.per(t, found, to), 3, apart)) {
			continue
		}
		next := len(t.words)
		if i+1 < len(numbers) {
			next = t.wordAt(f.scan, numbers[i+1].from)
		}
		scale := 1.0
		if !dear(n.currency) {
			scale = 100 // a rupee, a franc CFA
		}
		period, said := -1, false
		for _, p := range []int{factHour, factDay, factFortnight, factWeek, factMonth, factYear} {
			if (plausible(n.low, p) || scale > 1 && plausible(n.low/scale, p)) && found.within(p, to, min(to+reach, next)) && (!said || found.first(p, to) < found.first(period, to)) {
				period, said = p, true
			}
		}
		weight := 0
		if n.currency != "" {
			weight += 2
		}
		if under {
			weight += 5
		}
		if found.has(factPay) {
			weight += 2
		}
		if said && n.currency != "" || t.section == benefits && n.low >= 1000 {
			weight++
		}
		if n.currency != "" && n.low >= 10000 && n.high <= 300000 && (n.high > n.low || len(found.contracts) > 0) {
			weight++ // a range of the size of a year's pay is seldom anything else
		}
		if header && n.currency != "" && n.low >= 15000 && n.high <= 300000 {
			weight++ // of the size of a year's pay, beside the title
		}
		if n.currency == "" && !(under && n.low >= 1000) || weight < enough {
			continue
		}
		if best := &f.pay; weight > best.weight {
			if n.yearly {
				period = factYear
			}
			*best = payOffer{n, period, weight, f.evidenceOf(t.tokens[n.from:n.to])}
			if period < 0 {
				for _, p := range []int{factHour, factDay, factMonth, factYear} {
					if found.has(p) && (plausible(n.low, p) || scale > 1 && plausible(n.low/scale, p)) {
						best.period = p
						break
					}
				}
			}
		} else if said && best.period == period && weight == best.weight && best.evidence.End > int(t.tokens[0].start) && n.currency == best.currency {
			// "$16/hour (days) | $19/hour (nights)"
			best.low, best.high = min(best.low, n.low), max(best.high, n.high)
		}
	}
}

// underSays reports that the heading or label t stands under speaks of a fact.
func (f *factReader) underSays(t *sentence, name int) (says bool) {
	if len(t.under) > 0 {
		m := matcher{words: t.under, barriers: &f.barriers, breath: f.breath}
		f.Reader.find(phaseOf[fact], &m, anyLanguage, func(p *pattern, _, _ int) {
			says = says || p.group.kind == fact && p.group.name == name
		})
	}
	return says
}

// dear reports a money of which a thousand are paid for a month, not an hour.
func dear(currency string) bool {
	switch currency {
	case "", "$", "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD":
		return true
	}
	return false
}

// plausible reports whether somebody is paid so much per hour, day, month or
// year: a leave of two months in the same line says nothing of 38,000. The limits
// are our own judgement, wide enough for every currency that is known here.
func plausible(amount float64, period int) bool {
	switch period {
	case factHour:
		return amount < 300
	case factDay:
		return amount < 3000
	case factWeek, factFortnight:
		return amount >= 100 && amount < 9000
	case factMonth:
		return amount >= 100 && amount < 15000
	}
	return amount >= 3000
}

// per skips the period behind an amount: "$40k/month budget" is no pay.
func (f *factReader) per(t *sentence, found *spans, i int) int {
	if found.within(factMonth, i, i+1) || found.within(factYear, i, i+1) || found.within(factDay, i, i+1) {
		i++
	}
	return i
}

// apart are the signs that part one amount of money from the next.
const apart = ",+•·;—|()/&"

// edge moves from word i by n words, but not past one of the signs.
func (f *factReader) edge(t *sentence, i, n int, signs string) int {
	step := 1
	if n < 0 {
		step = -1
	}
	for ; n != 0 && i > 0 && i < len(t.words); n -= step {
		if step > 0 {
			switch f.lower(t.words[i]) {
			case "plus", "with", "and", "avec", "et":
				return i // "plus health insurance" says what comes on top
			}
		}
		for k := t.words[i-1].token + 1; k < t.words[i].token; k++ {
			if tk := &f.tokens[k]; tk.kind == symbol && strings.ContainsRune(signs, tk.r) {
				return i
			}
		}
		i += step
	}
	return i
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

// times looks for hours and days a week.
func (f *factReader) times(t *sentence, found *spans, numbers []quantity) {
	if t.section == company || t.section == apply || len(numbers) == 0 {
		return
	}
	facts := &f.ad.Facts
	hours := f.underSays(t, factHour) // "Hours: 20/week"
	for _, n := range numbers {
		if n.currency != "" {
			continue
		}
		from, to := t.wordAt(f.scan, n.from), t.wordAt(f.scan, n.to)
		if found.within(factOpening, from-openingWords, from) {
			continue // "open 66 hours a week"
		}
		aWeek := found.within(factWeek, to, f.edge(t, to, reach, ",|"))
		switch {
		case (found.within(factHour, to, to+1) || aWeek && (hours && found.within(factWeek, to, to+1) || found.within(factHour, from-2, from))) && (aWeek || (found.has(factFullWeek) || n.low > aDay) && !found.otherTerm(to)) &&
			n.low >= 1 && n.high <= 80 && facts.HoursPerWeek == nil:
			low, high := n.low, n.high
			if minutes := f.minutes(t, n.to); minutes > 0 { // "37h30"
				if low == high {
					low += minutes
				}
				high += minutes
			}
			if f.everyOtherWeek(t, to) { // "70 hours bi-weekly"
				low, high = low/2, high/2
			}
			facts.HoursPerWeek = &Range{low, high}
			f.ad.Facts.Evidence["hours_per_week"] = []Evidence{f.evidenceTo(t, n, to+1)}
		case found.within(factDay, to, to+1) && aWeek && n.low > 0 && n.high <= 6 && facts.DaysPerWeek == nil &&
			!found.has(factElsewhere) && !found.within(factEvenings, from-1, to+1):
			facts.DaysPerWeek = &Range{n.low, n.high}
			f.ad.Facts.Evidence["days_per_week"] = []Evidence{f.evidenceTo(t, n, to+1)}
		}
	}
}

// openingWords is how far before hours a word can stand that says whose they are.
const openingWords = 4

// aDay is more hours than a time of day or a working day has: "35h" alone is
// a week.
const aDay = 24

// otherTerm reports that the hours before word i are those of a day, a month
// or a year.
func (f *spans) otherTerm(i int) bool {
	return f.within(factDay, i, i+4) || f.within(factMonth, i, i+4) || f.within(factYear, i, i+4)
}

// everyOtherWeek reports that the hours before word i are those of two weeks.
func (f *factReader) everyOtherWeek(t *sentence, i int) bool {
	for _, w := range t.words[min(i, len(t.words)):min(i+3, len(t.words))] {
		switch f.lower(w) {
		case "bi", "biweekly", "fortnight", "fortnightly":
			return true
		}
	}
	return false
}

// minutes reads the 30 of "37h30" and "37 h 30 hebdo", as a part of an hour; i
// is the token of the h.
func (f *factReader) minutes(t *sentence, i int) float64 {
	q := quantityReader{f.Reader, f.scan, t.tokens}
	if i+1 < len(t.tokens) && q.word(i) == "h" && t.tokens[i+1].kind == digits && t.tokens[i+1].size == 2 && t.tokens[i+1].value < 60 &&
		(q.tight(i+1) || weekly(q.word(i+2)) || q.sign(i+2) == '/') {
		return float64(t.tokens[i+1].value) / 60
	}
	return 0
}

// weekly reports a word that says that hours are those of a week.
func weekly(w string) bool {
	switch w {
	case "hebdo", "hebdomadaire", "hebdomadaires", "par", "semaine":
		return true
	}
	return false
}

// evidenceTo is the text from a number to the word before end.
func (f *factReader) evidenceTo(t *sentence, n quantity, end int) Evidence {
	last := f.tokens[t.words[min(end, len(t.words))-1].token]
	start := int(t.tokens[n.from].start)
	return Evidence{f.text[start:last.end], start, int(last.end)}
}

// experience looks for the years asked.
func (f *factReader) experience(t *sentence, found *spans, c *sentenceCues, numbers []quantity, theirs, header bool) {
	if theirs || t.section == benefits || t.section == apply || t.section == company && !c.seen[cueRecruit] {
		return
	}
	keep := func(years int, e Evidence) {
		best := &f.required
		if c.seen[cuePlus] || t.section == nice {
			best = &f.preferred
		}
		if *best == nil || years < **best {
			*best = &years
		}
		f.ad.Facts.Evidence["years_experience_min"] = append(f.ad.Facts.Evidence["years_experience_min"], e)
	}
	for _, s := range found.facts[factNoExperience] {
		keep(0, f.evidence(t.words[s.from:s.to]))
	}
	for _, s := range found.facts[factOneYear] {
		keep(1, f.evidence(t.words[s.from:s.to]))
	}
	for _, n := range numbers {
		from, to := t.wordAt(f.scan, n.from), t.wordAt(f.scan, n.to)
		schooling := found.within(factDegree, from-3, to+3) && !found.within(factExperience, to, to+6)
		if n.currency != "" || n.high > 20 || schooling {
			continue
		}
		asked := t.section == profile || header && f.open(t, n.to) || c.seen[cueProfile] && c.at[cueProfile] <= 1 && !c.seen[cueCompany]
		if from > 0 && f.partOf(t, from-1) {
			continue // "8 ans d'expérience, dont 3 ans en gestion d'équipe"
		}
		years := found.within(factYear, to, to+2) || f.orMore(t, n.to) && found.within(factYear, to, to+4)
		switch {
		case years && !found.within(factAge, to, to+3) && (found.has(factExperience) || asked && n.low <= 15):
			keep(int(n.low), f.evidenceTo(t, n, found.first(factYear, to)+1))
		case n.low >= 12 && found.within(factMonth, to, to+2) && found.within(factExperience, to, to+5):
			keep(int(n.low)/12, f.evidenceTo(t, n, found.first(factMonth, to)+1)) // "18 months of experience"
		case !years && !n.typed && found.within(factExperience, from-3, from) && !found.within(factMonth, to, to+2) && n.low > 1:
			keep(int(n.low), f.evidenceTo(t, n, to)) // "une expérience de trois (3) dans ce métier", the years left out
		}
	}
}

// partOf reports that word i makes what follows a part of what was said before.
func (f *factReader) partOf(t *sentence, i int) bool {
	switch f.lower(t.words[i]) {
	case "dont", "including":
		return true
	}
	return false
}

// open reports that a plus sign stands at token i: "4+ yrs".
func (f *factReader) open(t *sentence, i int) bool {
	q := quantityReader{f.Reader, f.scan, t.tokens}
	return q.sign(i) == '+'
}

// orMore reports that "or more" begins at token i: "two or more years".
func (f *factReader) orMore(t *sentence, i int) bool {
	q := quantityReader{f.Reader, f.scan, t.tokens}
	w := q.word(i)
	return w == "or" || w == "ou" || w == "and"
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
	// What is listed in the order of the text is listed once per name.
	order := names[contract]
	for name, e := range facts.Evidence {
		facts.Evidence[name] = distinct(e)
	}
	slices.SortFunc(facts.Contract, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
}

// offer completes the pay with what goes without saying: whose dollars, and by
// the size of the amount what it is paid for.
func (f *factReader) offer() *Pay {
	p := &Pay{Min: f.pay.low, Max: f.pay.high, Currency: f.pay.currency}
	usual := "USD"
	if f.ad.Language == "fr" {
		usual = "CAD"
	}
	if p.Currency == "" {
		// An amount without a sign is in the money of the place.
		most := 0
		for _, code := range f.moneys {
			if n := f.places[code]; n > most {
				p.Currency, most = code, n
			}
		}
		switch {
		case p.Currency != "":
		case f.ad.Language == "fr":
			p.Currency = "EUR"
		default:
			p.Currency = usual
		}
	}
	p.Currency = f.moneyOf(p.Currency, f.places, usual)
	switch f.pay.period {
	case factHour:
		p.Period = "hour"
	case factDay:
		p.Period = "day"
	case factWeek: // a table of pay has no weeks
		p.Min, p.Max, p.Period = p.Min*weeksPerYear, p.Max*weeksPerYear, "year"
	case factFortnight:
		p.Min, p.Max, p.Period = p.Min*weeksPerYear/2, p.Max*weeksPerYear/2, "year"
	case factMonth:
		p.Period = "month"
	case factYear:
		p.Period = "year"
	default:
		switch {
		case !dear(p.Currency) && p.Max >= 100: // by the month as a rule, by the year when it is much
			p.Period = "month"
			if p.Max >= 2*lakh {
				p.Period = "year"
			}
		case p.Max < 100:
			p.Period = "hour"
		case p.Max < 1000:
			p.Period = "day"
		case p.Max < 10000:
			p.Period = "month"
		default:
			p.Period = "year"
		}
	}
	return p
}
