package jobad

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
