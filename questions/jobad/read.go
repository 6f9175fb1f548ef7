package jobad

import "slices"

// The cues, in the order of names[cue].
const (
	cueRole      = iota // the sentence is plainly about the job: "you will", "this role"
	cuePerson           // the sentence may be about the person hired: "she writes", "vous"
	cueRecruit          // what follows is what somebody is wanted for: "is looking for"
	cueAction           // opens a duty without a subject: "Gérer", "Manage"
	cueCompany          // the sentence is about the employer: "we are"
	cueProfile          // asks for skills or experience
	cuePlus             // nice to have
	cueKnowledge        // what follows is known or liked, not done
	cueReset            // ends what cueKnowledge and cueNegation began
	cueNegation         // what follows is not done
	cueBenefits         // what the person gets
	cueApply            // what an applicant does
)

// A stance says which patterns count in a sentence.
type stance uint8

const (
	nothing stance = iota
	skills         // hands-on skills only
	everything
)

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
	return r.read(text, &breath{rest: rest})
}

// read returns nothing when the reading is given up: every loop over the text
// ends then, and what it leaves behind is of no use.
func (r *Reader) read(text string, b *breath) (ad Ad, whole bool) {
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
		if !b.did(1) {
			return Ad{}, false
		}
		t, c := &sentences[i], &cues[i]
		r.cues(t, c, b)
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
	whose := someTrade
	switch {
	case titled || (named || signs >= 3) && !other:
		whose = thisTrade
	case other && signs < 2:
		whose = anotherTrade
	}

	found := r.responsibilities(s, sentences, stances, cues, whose, b)
	// An ad of this profession asks for something. Where hardly anything was
	// found, a heading was misread, and what opens like a duty is taken for one.
	if titled && len(found) < fewResponsibilities {
		for i := range sentences {
			if cues[i].opensLikeADuty(&sentences[i]) {
				stances[i] = everything
			}
		}
		found = r.responsibilities(s, sentences, stances, cues, whose, b)
	}
	ad.Responsibilities = findings(Keys(), found)
	r.facts(s, sentences, cues, &ad, b)
	if b.given() {
		return Ad{}, false
	}
	return ad, true
}

// fewResponsibilities are fewer than an ad of this profession asks for.
const fewResponsibilities = 3

// responsibilities looks for what the sentences ask, as far as their stances
// let it count.
func (r *Reader) responsibilities(s *scan, sentences []sentence, stances []stance, cues []sentenceCues, whose trade, b *breath) map[int][]Evidence {
	found := map[int][]Evidence{}
	for i := range sentences {
		t := &sentences[i]
		if stances[i] == nothing {
			continue
		}
		m := matcher{words: t.words, barriers: &r.barriers, blocked: cues[i].blocked, breath: b}
		r.find(phaseOf[duty], &m, t.language, func(p *pattern, from, to int) {
			if p.group.kind != skill && stances[i] < everything || p.group.kind == weak && whose != thisTrade || whose == anotherTrade && !domainFree(p.group.name) {
				return
			}
			if excepted(cues[i].nots, p.group.name, from, to) {
				return
			}
			found[p.group.name] = append(found[p.group.name], s.evidence(t.words[from:to]))
		})
	}
	return found
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

// sentenceCues is what the cues of a sentence say together.
type sentenceCues struct {
	seen    [cueApply + 1]bool
	at      [cueApply + 1]int // first word of the first match
	masked  []bool            // words that mean something else here
	blocked []bool            // these, and what is only known or is not done
	nots    []exception
	signs   int  // of the profession
	titled  bool // a title of the profession
	other   bool // a title of another trade
}

// An exception is a run of words in which no match for a key may end.
type exception struct {
	key, from, to int
	joined        bool // it begins with a verb that "and" or a comma joins to another
}

// excepted reports whether a match for key from word from to word to ends in
// an exception. Exceptions are in the order of their first word, and short.
// "Publish content" is no writing, "create and publish content" is: what is
// joined to a verb does not except what began with that verb.
func excepted(nots []exception, key, from, to int) bool {
	for i := len(nots) - 1; i >= 0; i-- {
		n := nots[i]
		if n.key == key && n.from < to && to <= n.to && !(n.joined && from < n.from) {
			return true
		}
		if n.from < to-maxException {
			break
		}
	}
	return false
}

// maxException is more words than any exception of a lexicon spans.
const maxException = 64

// cues matches the cues and masks of a sentence into c, and blocks the words
// that patterns must not use.
func (r *Reader) cues(t *sentence, c *sentenceCues, b *breath) {
	n := len(t.words)
	flags := make([]bool, 2*n)
	c.masked, c.blocked = flags[:n:n], flags[n:]
	var resets, scopes []int
	m := matcher{words: t.words, barriers: &r.barriers, breath: b}
	r.find(phaseOf[cue], &m, t.language, func(p *pattern, from, to int) {
		switch p.group.kind {
		case cue:
			n := p.group.name
			if !c.seen[n] {
				c.seen[n], c.at[n] = true, from
			}
			switch n {
			case cueReset:
				resets = append(resets, from)
			case cueKnowledge, cueNegation:
				scopes = append(scopes, from)
			}
		case mask:
			for i := from; i < to; i++ {
				c.masked[i] = true
			}
		case not:
			c.nots = append(c.nots, exception{p.group.name, from, to, from > 0 && p.verbal && (t.words[from].parted || r.joins.has(t.words[from-1].atoms))})
		case domain:
			switch p.group.name {
			case 0:
				c.titled = true
			case 1:
				c.signs++
			default:
				c.other = true
			}
		}
	})
	// What is known or not done reaches to the end of the sentence, or to a
	// word that turns to what is done.
	inside := false
	for i := range t.words {
		for len(resets) > 0 && resets[0] <= i {
			inside, resets = false, resets[1:]
		}
		for len(scopes) > 0 && scopes[0] <= i {
			inside, scopes = true, scopes[1:]
		}
		c.blocked[i] = c.masked[i] || inside
	}
}

// stance decides whose work a sentence tells of.
func (c *sentenceCues) stance(t *sentence) stance {
	if c.seen[cueApply] {
		return nothing
	}
	person := c.seen[cueRole] || c.seen[cuePerson]
	theirs := c.seen[cueCompany] && !person && !c.seen[cueRecruit]
	asked := c.seen[cueProfile] && (!person || c.at[cueProfile] <= c.firstPerson())
	switch t.section {
	case duties:
		switch {
		case theirs && !t.bullet || c.seen[cueBenefits] && !c.seen[cueAction]:
			return nothing
		case asked && c.at[cueProfile] <= 1 && !c.seen[cueAction] && !t.bullet:
			return skills
		}
		return everything
	case profile:
		switch {
		case c.seen[cuePlus] || theirs:
			return nothing
		case c.seen[cueRole] && !c.seen[cueProfile]:
			return everything
		}
		return skills
	case company:
		switch {
		case c.seen[cueBenefits] || asked:
			return nothing
		case c.seen[cueRecruit] || c.seen[cueRole]:
			return everything
		}
	case unknown:
		switch {
		case c.seen[cueBenefits] && !person:
			return nothing
		case c.seen[cueAction] && !c.seen[cuePlus] && !theirs:
			return everything
		case asked && c.seen[cuePlus]:
			return nothing
		case asked && !c.seen[cueRecruit]:
			return skills
		case c.seen[cueRecruit] || person:
			return everything
		case t.bullet && !theirs:
			return everything
		}
	}
	return nothing
}

// theirs reports that the sentence tells of the employer, not of the job.
func (c *sentenceCues) theirs(t *sentence) bool {
	return c.stance(t) == nothing && (t.section == company || c.seen[cueCompany] && !c.seen[cueRecruit])
}

// denied reports that word i is only known, or said not to be.
func (c *sentenceCues) denied(i int) bool { return c.blocked[i] && !c.masked[i] }

// opensLikeADuty reports a point of a list that begins with what somebody does,
// and that nothing speaks against but the heading it stands under.
func (c *sentenceCues) opensLikeADuty(t *sentence) bool {
	return t.bullet && (t.section == profile || t.section == company || t.section == benefits) &&
		c.seen[cueAction] && c.at[cueAction] == 0 && c.plain() && !c.seen[cueKnowledge]
}

// plain reports that nothing in the sentence speaks against its being a duty.
func (c *sentenceCues) plain() bool {
	return !(c.seen[cueCompany] || c.seen[cueProfile] || c.seen[cuePlus] || c.seen[cueBenefits] || c.seen[cueApply] || c.seen[cueNegation])
}

// firstPerson is the first word of the first cue for the person.
func (c *sentenceCues) firstPerson() int {
	switch {
	case !c.seen[cueRole]:
		return c.at[cuePerson]
	case !c.seen[cuePerson]:
		return c.at[cueRole]
	}
	return min(c.at[cueRole], c.at[cuePerson])
}
