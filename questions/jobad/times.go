package jobad

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
