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
	cueOthers           // what follows is somebody else's work, up to a comma
	cueAside            // what follows is said of a team or an employer, up to a word about the person
	cuePurpose          // what follows is what the thing made is for
)

// A stance says which patterns count in a sentence.
type stance uint8

const (
	nothing stance = iota
	skills         // hands-on skills only
	everything
)

// sentenceCues is what the cues of a sentence say together.
type sentenceCues struct {
	seen    [cuePurpose + 1]bool
	at      [cuePurpose + 1]int // first word of the first match
	masked  []bool              // words that mean something else here
	blocked []bool              // these, and what is only known or is not done
	nots    []exception
	signs   int        // of the profession
	titled  bool       // a title of the profession
	other   bool       // a title of another trade
	names   []keyMatch // what a title names
}

// An exception is a run of words in which no match for a key may end.
type exception struct {
	key, from, to int
	joined        bool // it begins with a verb that "and" or a comma joins to another
}

// A keyMatch is where words for a responsibility stand.
type keyMatch struct{ key, from, to int }

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

// cues matches the cues and masks of a sentence into c, and turns the words
// that patterns must not use.
func (r *Reader) cues(t *sentence, c *sentenceCues, b *yielder) {
	n := len(t.words)
	flags := make([]bool, 2*n)
	c.masked, c.blocked = flags[:n:n], flags[n:]
	var turns []turn
	m := matcher{words: t.words, barriers: &r.barriers, yielder: b}
	r.find(phaseOf[cue], &m, t.language, func(p *pattern, from, to int) {
		switch p.group.kind {
		case cue:
			n := p.group.name
			if !c.seen[n] {
				c.seen[n], c.at[n] = true, from
			}
			switch n {
			case cueReset, cueRole, cueKnowledge, cueNegation:
				turns = append(turns, turn{from, n})
			case cueOthers, cueAside, cuePurpose:
				turns = append(turns, turn{to, n})
			}
		case mask:
			for i := from; i < to; i++ {
				c.masked[i] = true
			}
		case not:
			c.nots = append(c.nots, exception{p.group.name, from, to, p.verbal && r.joined(t, from)})
		case titular:
			c.names = append(c.names, keyMatch{p.group.name, from, to})
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
	slices.SortStableFunc(turns, func(a, b turn) int { return a.at - b.at })
	// What is known or not done reaches to the end of the sentence, or to a
	// word that turns to what is done. What others do ends at a comma too, and
	// what is said of a team where the person is named.
	known, others, aside, purpose := false, false, false, false
	for i := range t.words {
		others = others && !t.words[i].parted
		for ; len(turns) > 0 && turns[0].at <= i; turns = turns[1:] {
			switch turns[0].cue {
			case cueReset:
				known, others, purpose = false, false, false
			case cueRole: // "in liaison with the heads of projects, the officer is in charge of"
				aside, others = false, false
			case cueOthers:
				others = true
			case cueAside:
				aside = true
			case cuePurpose:
				purpose = true
			default:
				known = true
			}
		}
		c.masked[i] = c.masked[i] || others || aside || purpose
		c.blocked[i] = c.masked[i] || known
	}
}

// joined reports that "and" or a comma joins word i to what stands before it,
// over the "de" of "d'écrire et de mettre".
func (r *Reader) joined(t *sentence, i int) bool {
	if i > 1 && (r.function[french].has(t.words[i-1].atoms) && r.joins.has(t.words[i-2].atoms)) {
		return true
	}
	return i > 0 && (t.words[i].parted || r.joins.has(t.words[i-1].atoms))
}

// A turn is a word from which on what a sentence says counts, or counts not.
type turn struct{ at, cue int }

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
		case theirs && (!t.bullet || c.at[cueCompany] == 0 && !c.seen[cueAction]) || c.seen[cueBenefits] && !c.seen[cueAction]:
			return nothing
		case asked && c.at[cueProfile] <= 1 && !c.seen[cueAction]:
			if c.seen[cuePlus] {
				return nothing
			}
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

// employer reports a sentence about the employer and nobody else.
func (c *sentenceCues) employer() bool {
	return c.seen[cueCompany] && !c.seen[cueRole] && !c.seen[cuePerson] && !c.seen[cueRecruit]
}

// opensWithPronoun reports that the first word of t stands for somebody or
// something of the sentence before.
func (s *scan) opensWithPronoun(t *sentence) bool {
	switch s.lower(t.words[0]) {
	case "it", "they", "she", "he", "il", "elle", "ils", "elles":
		return true
	}
	return false
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
