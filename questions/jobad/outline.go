package jobad

// A sectionName says what a part of an ad is about. The first ones are indexes
// of names[section].
type sectionName int8

const (
	duties sectionName = iota
	profile
	nice
	benefits
	company
	apply
	details // place, dates, contract: lines of "label: value"
	title
	desired // what is nice to have, or all that is asked when nothing else is
	unknown
	headline // a heading itself
)

// outline cuts the text into sentences and says which section each is in.
func (r *Reader) outline(s *scan, main int, b *yielder) []sentence {
	lines := s.lines()
	o := &outliner{Reader: r, scan: s, main: main, lines: lines, current: unknown, yielder: b,
		out: make([]sentence, 0, len(lines)+len(lines)/2)}
	for i := range o.lines {
		if !b.goesOn(1) {
			break
		}
		o.line(i)
	}
	return o.out
}

// An outliner walks down the lines of an ad.
type outliner struct {
	*Reader
	*scan
	main    int // the language of the ad
	lines   []line
	out     []sentence
	current sectionName // as the last heading says
	under   []word      // the last heading or label
	list    sectionName // as the line before a list says
	listed  bool        // list holds for the lines that follow
	bullets bool        // which have bullets; otherwise it ends at an empty line
	yielder *yielder
	asked   bool // a profile was seen
	applied bool // how to apply was said
}

// line reads line i: a heading changes the section, anything else is cut into
// sentences.
func (o *outliner) line(i int) {
	l := &o.lines[i]
	var next *line
	if i+1 < len(o.lines) {
		next = &o.lines[i+1]
	}
	if o.listed && (o.bullets && !l.bullet || !o.bullets && l.blank) {
		o.listed = false
	}
	here := o.current
	if o.listed {
		here = o.list
	}
	name, content, ok := o.headingOf(i, next)
	o.asked = o.asked || ok && name == profile
	o.applied = o.applied || ok && name == apply
	// A list follows, with bullets or, without an empty line, as plain lines.
	listFollows := next != nil && !l.bullet && (next.bullet || l.colon && !next.blank)
	switch {
	case ok && content == l.to && name != title:
		o.current, o.listed, o.under = name, false, o.wordsIn(l.from, l.to)
		if name != duties && len(o.under) <= headingWords {
			o.headline(l.from, l.to)
			return
		}
		here, ok = name, false // "Press relations" among the duties, or a whole sentence, may tell of one
	case ok && name == title:
		here = title
	case ok && (name == duties || name == profile):
		here, o.current, o.listed = name, name, false
	case ok: // "Salary: ..." speaks for its line and the list below it
		here = name
		if listFollows {
			o.begin(name, next)
		}
	case o.foreignHeading(i, next):
		o.listed = false
		if o.current == duties {
			here = duties // a title inside the list: "Newsletters (30%)"
			break
		}
		switch {
		case o.current == profile || o.current == nice:
		case o.applied:
			o.current = company // what follows is said of every job there
		default:
			o.current = unknown
		}
		o.headline(l.from, l.to)
		return
	}
	above := o.under
	switch {
	case !ok:
		content = l.from
	case content > l.from:
		above = o.wordsIn(l.from, content)
		if name == duties {
			content = l.from // "Press relations: ..." is a duty too
		} else {
			o.headline(l.from, content)
		}
	}
	said := o.cut(l, content, here, above)
	if n := len(o.out); !ok && listFollows && l.colon && n > 0 {
		if said == unknown {
			said = o.leadSection(&o.out[n-1])
		}
		if said != unknown {
			o.begin(said, next)
		}
	}
}

// begin says what the list that begins with line next is.
func (o *outliner) begin(name sectionName, next *line) {
	o.list, o.listed, o.bullets = name, true, next.bullet
}

// headline keeps a heading or label: it tells nothing of duties, but of terms.
func (o *outliner) headline(from, to int32) {
	t := sentence{tokens: o.tokens[from:to], words: o.wordsIn(from, to), section: headline, opening: true}
	if len(t.words) > 0 {
		t.language = o.languageOf(o.scan, t.words)
		o.out = append(o.out, t)
	}
}

// cut cuts a line into sentences, from its content on. A label inside it, such
// as "Au programme :", changes the section for the rest. When nothing of the
// line is left behind it, cut returns what the lines that follow are.
func (o *outliner) cut(l *line, content int32, here sectionName, above []word) (said sectionName) {
	opening := true
	said = unknown
	o.sentences(content, l.to, func(from, to int32) {
		if !opening {
			if name, content, ok := o.label(from, to); ok && name != title && name != details {
				here, from = name, content
				if from >= to {
					said = name
				}
			}
		}
		t := sentence{tokens: o.tokens[from:to], words: o.wordsIn(from, to), section: here, bullet: l.bullet, opening: opening, under: above}
		opening = false
		if len(t.words) > 0 {
			t.language = o.languageOf(o.scan, t.words)
			o.out = append(o.out, t)
		}
	})
	return said
}

// opensWithAction reports a line that begins with what somebody does.
func (o *outliner) opensWithAction(l *line) (opens bool) {
	words := o.wordsIn(l.from, l.to)
	m := matcher{words: words[:min(4, len(words))], barriers: &o.barriers, yielder: o.yielder}
	o.find(phaseOf[cue], &m, o.main, func(p *pattern, from, _ int) {
		opens = opens || p.group == group{cue, cueAction} && from == 0
	})
	return opens
}

// leadSections are what the patterns of names[lead] open.
var leadSections = []sectionName{duties, profile}

// leadSection says what the list under a sentence such as "You will:" is.
func (o *outliner) leadSection(t *sentence) sectionName {
	language := t.language
	if language == anyLanguage {
		language = o.main
	}
	// What stands just before the colon says most: "Curious and kind, you will:".
	m := matcher{words: t.words, barriers: &o.barriers, yielder: o.yielder}
	name, longest := unknown, 0
	o.find(phaseOf[lead], &m, language, func(p *pattern, from, to int) {
		if p.group.kind == lead && to == len(t.words) && to-from > longest {
			name, longest = leadSections[p.group.name], to-from
		}
	})
	if name != unknown {
		return name
	}
	var seen [cuePurpose + 1]bool
	o.find(phaseOf[cue], &m, language, func(p *pattern, _, _ int) {
		if p.group.kind == cue {
			seen[p.group.name] = true
		}
	})
	switch {
	case seen[cueApply]:
		return apply
	case seen[cuePlus]:
		return nice
	case seen[cueBenefits]:
		return benefits
	case seen[cueProfile]:
		return profile
	case seen[cueRole] || seen[cuePerson]:
		return duties
	}
	return unknown
}
