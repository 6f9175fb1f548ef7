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

// A line is one line of the text as a person sees it, without its bullet.
type line struct {
	from, to int32 // tokens
	bullet   bool
	numbered bool // the bullet is a number or a letter
	mark     bool // the page or the markdown calls it a heading
	dressed  bool // begins with an emoji or bold marks
	emoji    rune // which one
	blank    bool // an empty line stands before it
	colon    bool // ends with a colon
	stop     bool // ends with a full stop, comma or the like
}

// A sentence is a line, or a part of one.
type sentence struct {
	tokens   []token
	words    []word
	section  sectionName
	language int    // english, french, or anyLanguage when there is nothing to tell by
	bullet   bool   // one point of a list
	opening  bool   // first sentence of its line
	under    []word // the heading or label it stands under
}

// isBullet reports characters that open a point of a list; inside says that
// they do so even in the middle of a line.
func isBullet(r rune) (bullet, inside bool) {
	switch r {
	case '•', '▪', '●', '◦', '■', '□', '►', '▶', '✓', '✔', '✅', '➢', '☑', '❖', '⁃', '\uF0B7', '\uF0A7', itemMark:
		return true, true
	case '-', '*', '·', '–', '—', '−', '+', '»', '>', '○', '→', '➔', '➜', '➡', '‣', '∙', '◆', '◇', '★', '⇒':
		return true, false
	}
	return false, false
}

// lines cuts the tokens into lines, joining lines a mail program has wrapped.
func (s *scan) lines() []line {
	var lines []line
	blank := true
	for i := 0; i < len(s.tokens); {
		if s.tokens[i].kind == newline {
			blank = blank || i == 0 || s.tokens[i-1].kind == newline
			i++
			continue
		}
		l := line{blank: blank}
		blank = false
		i = s.open(i, &l)
		l.from = int32(i)
		for i < len(s.tokens) && s.tokens[i].kind != newline {
			if t := &s.tokens[i]; t.kind == symbol && t.flags&spaced != 0 && i > int(l.from) {
				if _, inside := isBullet(t.r); inside {
					break
				}
			}
			i++
		}
		l.to = int32(i)
		s.finish(&l)
		if l.from < l.to {
			lines = append(lines, l)
		}
	}
	// An emoji that opens one line dresses it up; one that opens several lines
	// in a row is the bullet of a list.
	for i := 1; i < len(lines); i++ {
		if a, b := &lines[i-1], &lines[i]; a.emoji != 0 && a.emoji == b.emoji {
			a.bullet, b.bullet = true, true
		}
	}
	return s.unwrap(lines)
}

// open reads the bullet, number or decoration a line begins with.
func (s *scan) open(i int, l *line) int {
	for i < len(s.tokens) {
		t := &s.tokens[i]
		next := token{kind: newline}
		if i+1 < len(s.tokens) {
			next = s.tokens[i+1]
		}
		bullet, _ := isBullet(t.r)
		switch {
		case t.kind == symbol && t.r == headingMark, t.kind == symbol && t.r == '#':
			l.mark = true
		case t.kind == symbol && t.r == '*' && next.kind != newline && next.flags&spaced == 0, t.kind == symbol && t.r == '_':
			l.dressed = true // **bold**
		case t.kind == symbol && bullet && (next.flags&spaced != 0 || t.r > 0x7F):
			l.bullet = true
		case t.kind == symbol && t.r > 0x2000 && t.r != '€' && !isQuote(t.r):
			l.dressed = true
			if l.emoji == 0 {
				l.emoji = t.r
			}
		case (t.kind == digits || t.kind == letters) && t.end-t.start <= 2 && next.kind == symbol &&
			(next.r == ')' || next.r == '.' && t.kind == digits) && next.flags&spaced == 0 &&
			i+2 < len(s.tokens) && s.tokens[i+2].flags&spaced != 0:
			l.bullet, l.numbered = true, true
			i++
		case t.kind == letters && t.end-t.start == 1 && s.text[t.start] == 'o' && next.kind == letters && next.flags&capital != 0:
			l.bullet = true // second level of lists in word processors
		case t.kind == ignored:
		default:
			return i
		}
		i++
	}
	return i
}

// finish looks at the end of a line.
func (s *scan) finish(l *line) {
	for i := l.to - 1; i >= l.from; i-- {
		t := &s.tokens[i]
		switch {
		case t.kind == ignored || t.kind == symbol && (t.r == '*' || t.r == '_' || t.r == '#' || t.r > 0x2100 && !isQuote(t.r)):
			continue
		case t.kind == symbol && t.r == ':':
			l.colon = true
		case t.kind == symbol && (t.r == '.' || t.r == ',' || t.r == ';' || t.r == '…'):
			l.stop = true
		}
		return
	}
}

func isQuote(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '«', '»', '‘', '’', '‹', '›', '„', '–', '—':
		return true
	}
	return false
}

// Widths of lines a mail program makes, in bytes.
const (
	wrapLow  = 55
	wrapHigh = 90
)

// unwrap joins a line to the one before when the sentence plainly goes on: it
// begins without a capital, or, in a text wrapped to a width, its first word
// had no room on the line before.
func (s *scan) unwrap(lines []line) []line {
	within, widest := 0, int32(0)
	for i := range lines {
		w := s.width(&lines[i])
		if w >= wrapLow && w <= wrapHigh {
			within++
		}
		widest = max(widest, w)
	}
	wrapped := within >= 5 && widest <= wrapHigh
	ragged := s.ragged(lines)
	out := lines[:0]
	for i, l := range lines {
		if n := len(out); n > 0 && !l.blank && !l.bullet && !l.mark && !l.dressed {
			before := &out[n-1]
			first := &s.tokens[l.from]
			last := s.lastWidth(before)
			full := wrapped && last+1+first.end-first.start > widest
			lower := !ragged[i] && !before.stop && last >= wrapLow-10 && first.kind == letters && first.flags&capital == 0
			if !before.colon && !before.mark && (full || s.goesOn(before, first) || lower && !s.shouts(s.wordsIn(before.from, before.to))) {
				before.to, before.colon, before.stop = l.to, l.colon, l.stop
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// goesOn reports that a line breaks off within an amount: "$48,000 to" and
// "$55,000", "40" and "hours per week".
func (s *scan) goesOn(before *line, first *token) bool {
	last := &s.tokens[before.to-1]
	amount := first.kind == digits || first.kind == symbol && currencySigns[first.r] != ""
	switch last.kind {
	case letters:
		return amount && isConnector(s.folded(last)) && before.to-before.from > 1
	case digits:
		return first.kind == letters && first.flags&capital == 0 || first.kind == symbol && currencySigns[first.r] != ""
	case symbol:
		return amount && currencySigns[last.r] != "" && first.kind == digits || amount && (last.r == '-' || last.r == '–') && s.tokens[before.to-2].kind == digits
	}
	return false
}

// ragged tells the lines of blocks that no program has wrapped: a line but the
// last had room for the first word of the next one.
func (s *scan) ragged(lines []line) []bool {
	ragged := make([]bool, len(lines))
	for from := 0; from < len(lines); {
		to, widest := from+1, s.width(&lines[from])
		for to < len(lines) && !lines[to].blank && !lines[to].bullet {
			widest = max(widest, s.width(&lines[to]))
			to++
		}
		for i := from + 1; i < to-1; i++ {
			next := &s.tokens[lines[i+1].from]
			if s.width(&lines[i])+1+next.end-next.start <= widest {
				for j := from; j < to; j++ {
					ragged[j] = true
				}
				break
			}
		}
		from = to
	}
	return ragged
}

// width is how many bytes a line takes.
func (s *scan) width(l *line) int32 { return s.tokens[l.to-1].end - s.tokens[l.from].start }

// lastWidth is the width of the last of the lines joined to l.
func (s *scan) lastWidth(l *line) int32 {
	i := l.to - 1
	for i > l.from && s.tokens[i-1].kind != newline {
		i--
	}
	return s.tokens[l.to-1].end - s.tokens[i].start
}

// wordsIn returns the words of a range of tokens.
func (s *scan) wordsIn(from, to int32) []word {
	first, last := int32(-1), int32(-1)
	for i := from; i < to; i++ {
		if w := s.tokens[i].word; w >= 0 && s.tokens[i].kind != ignored {
			if first < 0 {
				first = w
			}
			last = w
		}
	}
	if first < 0 {
		return nil
	}
	return s.words[first : last+1]
}

// sentences cuts the tokens from..to at full stops and semicolons.
func (s *scan) sentences(from, to int32, add func(from, to int32)) {
	start := from
	for i := from; i < to; i++ {
		t := &s.tokens[i]
		if t.kind != symbol {
			continue
		}
		switch t.r {
		case ';', '?', '!', '…':
		case '.':
			if i+1 < to && s.tokens[i+1].flags&spaced == 0 && s.tokens[i+1].kind != newline {
				continue // "3.5", "site.org"
			}
			if i > from && s.abbreviates(i) {
				continue
			}
		default:
			continue
		}
		end := i + 1
		for end < to && s.tokens[end].kind == symbol && s.tokens[end].flags&spaced == 0 {
			end++ // closing quotes and brackets
		}
		if end < to && t.r != ';' {
			// A sentence begins with a capital, a number or a quote.
			if next := &s.tokens[end]; next.kind == letters && next.flags&capital == 0 {
				continue
			}
		}
		add(start, end)
		start, i = end, end-1
	}
	if start < to {
		add(start, to)
	}
}

// abbreviates reports whether the full stop at i belongs to a short form.
func (s *scan) abbreviates(i int32) bool {
	t := &s.tokens[i-1]
	if t.kind != letters || t.flags&spaced == 0 && t.end-t.start > 1 && s.tokens[max(0, i-2)].kind == symbol {
		return false
	}
	switch w := s.text[t.start:t.end]; w {
	case "Rs", "Fr", "Frs", "Ksh", "Kshs", "Ush", "e", "g", "ex", "vs", "approx", "incl", "env", "St", "Ste", "Dr", "Mr", "Mrs", "Ms", "Mme", "M", "no", "No", "art", "min", "max":
		return true
	}
	return false
}

// languageOf tells the language of words by the small words between them.
func (r *Reader) languageOf(s *scan, words []word) int {
	en, fr := 0, 0
	for i := range words {
		if r.function[english].has(words[i].atoms) {
			en += 2
		}
		if r.function[french].has(words[i].atoms) {
			fr += 2
		}
		if s.tokens[words[i].token].flags&accent != 0 {
			fr++
		}
	}
	switch {
	case en > fr:
		return english
	case fr > en:
		return french
	}
	return anyLanguage
}

// outline cuts the text into sentences and says which section each is in.
func (r *Reader) outline(s *scan, main int, b *breath) []sentence {
	lines := s.lines()
	o := &outliner{Reader: r, scan: s, main: main, lines: lines, current: unknown, breath: b,
		out: make([]sentence, 0, len(lines)+len(lines)/2)}
	for i := range o.lines {
		if !b.did(1) {
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
	breath  *breath
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
		m := matcher{words: words, barriers: &o.barriers, breath: o.breath}
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

// opensWithAction reports a line that begins with what somebody does.
func (o *outliner) opensWithAction(l *line) (opens bool) {
	words := o.wordsIn(l.from, l.to)
	m := matcher{words: words[:min(4, len(words))], barriers: &o.barriers, breath: o.breath}
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
	m := matcher{words: t.words, barriers: &o.barriers, breath: o.breath}
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
