package jobad

// headingOf is heading, with what depends on the lines before: the first line
// is the title, and what is desired is all that is asked when nothing else is.
func (o *outliner) headingOf(i int, next *line) (name sectionName, content int32, ok bool) {
	l := &o.lines[i]
	name, content, ok = o.heading(l, next)
	words := o.wordsIn(l.from, l.to)
	if i == 0 && name != title && !(ok && content < l.to) && len(words) <= titleWords && !l.stop && !l.bullet {
		whole := false
		if ok {
			_, whole = o.headingName(words, 1, l.colon)
		}
		if !whole {
			if ok && name == duties { // "Acme Editor Job Description" is a title and opens the duties
				o.current = duties
			}
			return title, l.from, true
		}
	}
	switch {
	case !ok || name != nice && name != desired:
	case l.bullet && o.current == duties:
		name = duties // "Bonus: edit videos", among the duties
	case name == desired && !o.asked:
		name = profile
	default:
		name = nice
	}
	return name, content, ok
}

// Longest headings, in words.
const (
	headingWords     = 9
	headingWordsLong = 30 // when a colon says that something follows
	labelWords       = 6  // of "label: content"
	titleWords       = 16
)

// heading reads l as the heading of a section. content is where the text
// behind it begins, l.to when the line is all heading.
func (o *outliner) heading(l, next *line) (name sectionName, content int32, ok bool) {
	words := o.wordsIn(l.from, l.to)
	if len(words) == 0 {
		return 0, 0, false
	}
	if !l.colon {
		if name, content, ok := o.label(l.from, l.to); ok {
			return name, content, true
		}
	}
	limit := headingWords
	if l.colon && !l.bullet {
		limit = headingWordsLong
	}
	if len(words) > limit || l.stop || l.bullet && !l.mark && !l.colon && !l.numbered {
		return 0, 0, false
	}
	// The less a line looks like a heading, the more of it must be one.
	share := 4.0 / 5
	switch {
	case l.numbered && !l.colon:
		share = 1
	case l.mark, l.colon, o.shouts(words), l.dressed, l.blank && (next == nil || next.blank || next.bullet):
		share = 1.0 / 3
	case l.blank:
		share = 1.0 / 2
	}
	name, ok = o.headingName(words, share, l.colon)
	if name == title || name == details && !l.colon && !l.mark && !l.dressed && len(words) > 4 {
		return 0, 0, false
	}
	return name, l.to, ok
}

// shouts reports words in capitals throughout.
func (s *scan) shouts(words []word) bool {
	for _, w := range words {
		if t := &s.tokens[w.token]; t.kind == letters && t.flags&shout == 0 {
			return false
		}
	}
	return len(words) > 0
}

// label reads the beginning of a text such as "Missions : animer nos réseaux".
func (o *outliner) label(from, to int32) (name sectionName, content int32, ok bool) {
	for i := from; i < min(to, from+2*labelWords+4); i++ {
		t := &o.tokens[i]
		if t.kind != symbol || t.r != ':' || i+1 < to && o.tokens[i+1].flags&spaced == 0 {
			continue
		}
		label := o.wordsIn(from, i)
		if len(label) == 0 || len(label) > labelWords {
			break
		}
		share := 1.0 / 2
		if len(label) <= 2 {
			share = 1
		}
		name, ok = o.headingName(label, share, true)
		return name, i + 1, ok
	}
	return 0, 0, false
}

// headingName finds the section the words of a heading name. The longest match
// wins; the matches for that section must make up a share of the words that
// carry meaning. leads says that a colon follows.
func (o *outliner) headingName(words []word, share float64, leads bool) (name sectionName, ok bool) {
	best, bestAt := 0, 0
	var covered [unknown]int
	for _, language := range []int{o.main, anyLanguage} {
		m := matcher{words: words, barriers: &o.barriers, yielder: o.yielder}
		last, until := unknown, 0
		o.find(phaseOf[section], &m, language, func(p *pattern, from, to int) {
			s := sectionName(p.group.name)
			if p.group.kind == lead {
				if !leads {
					return
				}
				s = leadSections[p.group.name]
			}
			n := to - from
			if s == duties && from == 0 {
				n += len(words) // "Missions / conditions d'exercice": the duties come first
			}
			if n > best || n == best && from < bestAt {
				best, bestAt, name = n, from, s
			}
			if s == last {
				from = max(from, until)
			}
			covered[s] += max(0, to-from)
			last, until = s, max(until, to)
		})
		if best > 0 {
			break
		}
	}
	if best == 0 {
		return 0, false
	}
	content := 0
	for i := range words {
		if !o.function[english].has(words[i].atoms) && !o.function[french].has(words[i].atoms) {
			content++
		}
	}
	return name, len(words) > headingWords || float64(covered[name]) >= share*float64(max(1, content))
}

// foreignHeading reports a line that looks like a heading the lexicon does not
// know: it ends the benefits or the company section before it.
func (o *outliner) foreignHeading(i int, next *line) bool {
	l := &o.lines[i]
	words := o.wordsIn(l.from, l.to)
	if l.bullet || l.stop || len(words) == 0 || len(words) > headingWords || i == 0 {
		return false
	}
	alone := next != nil && (next.blank || next.bullet || (o.current == company || o.current == benefits) && len(words) <= 4 && o.opensWithAction(next))
	return l.mark || o.shouts(words) && len(words) > 1 || l.blank && alone && !l.colon && len(words) <= 6
}
