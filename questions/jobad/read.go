package jobad

import "slices"

// A trade says what an ad is plainly for: another trade, nothing plain, or
// this profession.
type trade uint8

const (
	someTrade trade = iota
	anotherTrade
	thisTrade
)

// maxEvidence is how many places are kept per finding: a text of megabytes
// repeats itself, and a page that marks them all would stand still.
const maxEvidence = 100

// Read reads a job advertisement. It accepts any text, of any length, in time
// proportional to it.
func (r *Reader) Read(text string) Ad {
	ad, _ := r.read(text, nil)
	return ad
}

// ReadGently reads like Read, and calls rest every fraction of a millisecond so
// that something else can be done meanwhile. Once rest reports false it gives
// up, and so reports itself.
func (r *Reader) ReadGently(text string, rest func() bool) (ad Ad, whole bool) {
	return r.read(text, &yielder{rest: rest})
}

// read returns nothing when the reading is given up: every loop over the text
// ends then, and what it leaves behind is of no use.
func (r *Reader) read(text string, b *yielder) (ad Ad, whole bool) {
	s := r.vocabulary.take(text, b)
	main := r.languageOf(s, s.words)
	ad = Ad{Language: languages[main]}
	if main == anyLanguage {
		ad.Language = ""
	}
	sentences := r.outline(s, main, b)

	stances := make([]stance, len(sentences))
	cues := make([]sentenceCues, len(sentences))
	signs, titled, named, other, flowing := 0, false, false, false, false
	for i := range sentences {
		if !b.goesOn(1) {
			return Ad{}, false
		}
		t, c := &sentences[i], &cues[i]
		r.cues(t, c, b)
		if i > 0 && cues[i-1].employer() && s.opensWithPronoun(t) {
			c.seen[cuePerson], c.seen[cueCompany], c.at[cueCompany] = false, true, 0 // "Elle rayonne": the university of the sentence before
		}
		stances[i] = c.stance(t)
		// A plain sentence goes on with the duties the one before it told of.
		if stances[i] == nothing && t.section == unknown && !t.opening && flowing && c.plain() {
			stances[i] = everything
		} else {
			flowing = stances[i] == everything && (c.seen[cueRole] || c.seen[cuePerson] || c.seen[cueAction])
		}
		other = other || c.other && (t.section == title || i == 0 && len(t.words) <= titleWords)
		switch {
		case c.titled && t.section == title:
			titled = true
		case c.titled && i < headerLines && (len(t.words) <= headerWords || c.seen[cueRecruit]) && (t.section == unknown || t.section == headline):
			named = true // a board's page or a town hall puts its name above the title
			if stances[i] != nothing {
				signs += c.signs
			}
		case stances[i] != nothing:
			signs += c.signs
		}
	}
	// Without a section of duties, what opens like one is one: "What we look for"
	// stands above either.
	if !slices.ContainsFunc(sentences, func(t sentence) bool { return t.section == duties }) {
		for i := range sentences {
			if sentences[i].section == profile && stances[i] == skills && cues[i].opensLikeADuty(&sentences[i]) {
				stances[i] = everything
			}
		}
	}
	whose := someTrade
	switch {
	case titled || (named || signs >= 3) && !other:
		whose = thisTrade
	case other && signs < 99:
		whose = anotherTrade
	}

	names := map[int][]Evidence{}
	for i := range sentences {
		t, others := &sentences[i], cues[i].seen[cueOthers] // "reports to the community manager"
		if t.section == title || i < headerLines && len(t.words) <= headerWords && !others && (t.section == unknown || t.section == headline) {
			for _, n := range cues[i].names {
				names[n.key] = append(names[n.key], s.evidence(t.words[n.from:n.to]))
			}
		}
	}

	found := r.responsibilities(s, main, sentences, stances, cues, whose, b)
	// Nothing said what the ad is for, but its duties do.
	asked := countOf(stances, everything)
	if n := tradeKeys(found); whose == someTrade && !other && (n >= 2 || n == 1 && (signs >= 2 || asked <= 2)) {
		whose = thisTrade
		found = r.responsibilities(s, main, sentences, stances, cues, whose, b)
	}
	// An ad of this profession asks for something. Where hardly anything was
	// found, a heading was misread, and what opens like a duty is taken for one.
	if titled && len(found) < fewResponsibilities {
		for i := range sentences {
			if cues[i].opensLikeADuty(&sentences[i]) {
				stances[i] = everything
			}
		}
		found = r.responsibilities(s, main, sentences, stances, cues, whose, b)
	}
	if whose != anotherTrade {
		for key, e := range names {
			found[key] = append(found[key], e...)
		}
	}
	// Where neither the title nor many duties tell of this profession, one place is
	// a detail of another: the product owner who also writes release notes.
	if !titled && !named && 2*tradeKeys(found) < asked {
		for key, e := range found {
			if !domainFree(key) && len(e) < 2 {
				delete(found, key)
			}
		}
	}
	ad.Responsibilities = findings(Keys(), found)
	r.facts(s, sentences, cues, &ad, b)
	if b.stopped() {
		return Ad{}, false
	}
	return ad, true
}

// fewResponsibilities are fewer than an ad of this profession asks for.
const fewResponsibilities = 3

// countOf counts the sentences of a stance.
func countOf(stances []stance, s stance) (n int) {
	for _, other := range stances {
		if other == s {
			n++
		}
	}
	return n
}

// responsibilities looks for what the sentences ask, as far as their stances
// let it count.
func (r *Reader) responsibilities(s *scan, main int, sentences []sentence, stances []stance, cues []sentenceCues, whose trade, b *yielder) map[int][]Evidence {
	found, hints := map[int][]Evidence{}, map[int][]Evidence{}
	var hinted [keys]int // sentences with a hint at each
	for i := range sentences {
		t := &sentences[i]
		if stances[i] == nothing {
			continue
		}
		var here [keys]bool
		m := matcher{words: t.words, barriers: &r.barriers, blocked: cues[i].blocked, yielder: b}
		language := t.language
		if language == anyLanguage {
			language = main // "Community management" is another thing in each
		}
		r.find(phaseOf[duty], &m, language, func(p *pattern, from, to int) {
			key, kind := p.group.name, p.group.kind
			if kind != skill && stances[i] < everything || (kind == weak || kind == hint) && whose != thisTrade || whose == anotherTrade && !domainFree(key) {
				return
			}
			if excepted(cues[i].nots, key, from, to) {
				return
			}
			e := s.evidence(t.words[from:to])
			if kind != hint {
				found[key] = append(found[key], e)
				return
			}
			hints[key] = append(hints[key], e)
			if !here[key] {
				here[key] = true
				hinted[key]++
			}
		})
	}
	for key, e := range hints {
		if len(found[key]) > 0 || hinted[key] >= enoughHints {
			found[key] = append(found[key], e...)
		}
	}
	return found
}

// enoughHints are the sentences that have to hint at a responsibility none of
// them asks for plainly: one sentence names videos where it tells of anything.
const enoughHints = 2

// tradeKeys counts the responsibilities found that belong to this profession
// alone.
func tradeKeys(found map[int][]Evidence) (n int) {
	for key := range found {
		if !domainFree(key) {
			n++
		}
	}
	return n
}

// domainFree reports a responsibility that means the same in every trade: the
// statistics of a coach or the drawings of a teacher are not those asked here.
func domainFree(key int) bool {
	switch Keys()[key] {
	case "customer_support", "events", "budget_pm", "people_management", "ecommerce_sales":
		return true
	}
	return false
}

// evidence is the piece of text the words stand in.
func (s *scan) evidence(words []word) Evidence {
	start, end := s.tokens[words[0].token].start, s.tokens[words[len(words)-1].token].end
	return Evidence{s.text[start:end], int(start), int(end)}
}

// findings puts what was found by name into a list. Of pieces that overlap the
// longest one is kept.
func findings(names []string, found map[int][]Evidence) []Finding {
	list := []Finding{}
	for i, name := range names {
		if e := found[i]; len(e) > 0 {
			list = append(list, Finding{name, distinct(e)})
		}
	}
	return list
}

func distinct(all []Evidence) []Evidence {
	slices.SortStableFunc(all, func(a, b Evidence) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	kept := all[:1]
	for _, e := range all[1:] {
		last := &kept[len(kept)-1]
		switch {
		case e.Start >= last.End:
			kept = append(kept, e)
		case e.End-e.Start > last.End-last.Start:
			*last = e
		}
		if len(kept) == maxEvidence {
			break
		}
	}
	return slices.Clip(kept)
}
