package jobad

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
