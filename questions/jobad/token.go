package jobad

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	newline tokenKind = iota
	letters           // a word
	digits            // a run of digits
	symbol            // anything else that shows
	ignored           // "·e" of "chargé·e", "l'" of "l'équipe", "'s"
)

// Flags of tokens.
const (
	spaced  uint8 = 1 << iota // white space stands before it
	capital                   // begins with a capital letter
	shout                     // has two letters or more, all capitals
	accent                    // has a French accent
	suffix                    // reads like a feminine or plural ending
)

// A token is a word, a number, a symbol or the end of a line.
type token struct {
	start, end int32 // bytes of the text as given
	r          rune  // symbols: the character
	word       int32 // letters and digits: index in scan.words
	kind       tokenKind
	flags      uint8
	size       uint8 // digits: how many, up to 255
	value      int32 // digits: the number, when it has nine at most
}

// A word is what patterns see of a token.
type word struct {
	atoms  []int32 // the words of the lexicon this is a form of
	token  int32   // index in scan.tokens
	parted bool    // a comma, colon or bracket stands before it
}

// A scan is a text taken apart.
type scan struct {
	text   string
	tokens []token
	words  []word
}

// maxWord is the length in bytes above which letters without a space are no
// word of any lexicon.
const maxWord = 40

// maxGlued is the length up to which words that a page glued together are
// looked at, and maxSeams how many of them.
const (
	maxGlued = 3 * maxWord
	maxSeams = 4
)

// A seam is where two words may have been glued together: "contenusMontage".
type seam struct {
	letter int   // of the folded word
	at     int32 // byte of the text as given
}

// unglue returns the seams between words that are known, nil when one of them
// is not: "YouTube" and the names of firms are one word.
func (v *vocabulary) unglue(word []byte, seams []seam) (parts []seam) {
	const least = 4
	from := 0
	for i := 0; i <= len(seams); i++ {
		to := len(word)
		if i < len(seams) {
			to = min(seams[i].letter, len(word))
		}
		if to-from < least || len(v.atoms(word[from:to], letters)) == 0 {
			return nil
		}
		from = to
	}
	return append(parts, seams...)
}

// maxKnown bounds how many words of one text are remembered.
const maxKnown = 1 << 12

// take splits text into tokens and looks every word up.
func (v *vocabulary) take(text string, b *yielder) *scan {
	s := &scan{text: text, tokens: make([]token, 0, len(text)/4+8), words: make([]word, 0, len(text)/6+8)}
	c := cleaner{text: text}
	var buf []byte
	known := map[string][]int32{} // atoms of the words met so far
	var open token                // the word or number being read
	reading := false
	flags, lower, small, parted := uint8(0), false, false, false
	size := 0
	var seams []seam // where a small letter and a capital meet in it
	look := func(word []byte, kind tokenKind) []int32 {
		atoms, ok := known[string(word)]
		if !ok {
			atoms = v.atoms(word, kind)
			if len(known) < maxKnown {
				known[string(word)] = atoms
			}
		}
		return atoms
	}
	flush := func() {
		if !reading {
			return
		}
		reading = false
		if open.kind == letters {
			if !lower && size > 1 {
				open.flags |= shout
			}
			if isSuffix(buf) {
				open.flags |= suffix
			}
		}
		atoms := look(buf, open.kind)
		if len(atoms) == 0 && len(seams) > 0 {
			if parts := v.unglue(buf, seams); parts != nil {
				from, start := 0, open.start
				for i, at := range append(parts, seam{len(buf), open.end}) {
					part := open
					part.start, part.end, part.word = start, at.at, int32(len(s.words))
					if i > 0 {
						// What was glued were two points of a list.
						s.tokens = append(s.tokens, token{start: start, end: start, r: itemMark, word: -1, kind: symbol, flags: spaced})
						part.flags = spaced | capital
					}
					s.words = append(s.words, word{look(buf[from:at.letter], letters), int32(len(s.tokens)), parted || i > 0})
					s.tokens = append(s.tokens, part)
					from, start = at.letter, at.at
				}
				parted = false
				return
			}
		}
		open.word = int32(len(s.words))
		s.words = append(s.words, word{atoms, int32(len(s.tokens)), parted})
		parted = false
		s.tokens = append(s.tokens, open)
	}
	for {
		g, ok := c.next()
		if !ok {
			break
		}
		kind := kindOf(g.r)
		if reading && kind == open.kind && flags&spaced == 0 {
			open.end = int32(g.end)
			if kind == digits {
				open.count(g.r)
				buf = append(buf, byte(g.r))[:min(len(buf)+1, maxWord+1)]
				continue
			}
			if unicode.IsUpper(g.r) && small && len(seams) < maxSeams {
				seams = append(seams, seam{len(buf), int32(g.start)})
			}
			small = !unicode.IsUpper(g.r)
			if len(buf) <= maxGlued {
				buf = appendFolded(buf, g.r)
			}
			size++
			if unicode.IsLower(g.r) {
				lower = true
			}
			if isAccent(g.r) {
				open.flags |= accent
			}
			continue
		}
		flush()
		if !b.goesOn(1) {
			break
		}
		switch kind {
		case ignored: // white space
			flags |= spaced
			continue
		case letters, digits:
			reading = true
			open = token{start: int32(g.start), end: int32(g.end), kind: kind, flags: flags}
			if kind == digits {
				open.count(g.r)
			}
			buf, size = appendFolded(buf[:0], g.r), 1
			lower = !unicode.IsUpper(g.r)
			small, seams = lower, seams[:0]
			if !lower {
				open.flags |= capital
			}
			if isAccent(g.r) {
				open.flags |= accent
			}
		default:
			parted = parted || strings.ContainsRune(",:;()[]–—•", g.r)
			s.tokens = append(s.tokens, token{start: int32(g.start), end: int32(g.end), r: g.r, word: -1, kind: kind, flags: flags})
		}
		flags = 0
	}
	flush()
	s.dropEndings()
	return s
}

// count adds a digit to a number.
func (t *token) count(r rune) {
	if t.size < 255 {
		t.size++
	}
	if t.size <= 9 {
		t.value = t.value*10 + r - '0'
	}
}

// folded is a word or number as it is compared: in small letters without
// accents, entities and other disguises.
func (s *scan) folded(t *token) string {
	text := s.text[t.start:t.end]
	clean := true
	for i := 0; i < len(text) && clean; i++ {
		clean = text[i] >= 'a' && text[i] <= 'z' || text[i] >= '0' && text[i] <= '9'
	}
	if clean {
		return text
	}
	var word []byte
	c := cleaner{text: text}
	for {
		g, ok := c.next()
		if !ok {
			return string(word)
		}
		if kind := kindOf(g.r); kind == letters || kind == digits {
			word = appendFolded(word, g.r)
		}
	}
}

// kindOf sorts characters; ignored stands for white space.
func kindOf(r rune) tokenKind {
	if r < utf8.RuneSelf {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			return letters
		case r >= '0' && r <= '9':
			return digits
		case r == '\n' || r == '\r' || r == '\f' || r == '\v':
			return newline
		case r <= ' ' || r == 0x7F:
			return ignored
		}
		return symbol
	}
	switch {
	case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
		return letters
	case unicode.IsSpace(r):
		return ignored
	}
	return symbol
}

// dropEndings hides what would stand between the words of a phrase without
// adding to it: inclusive endings ("chargé·e", "motivé(e)", "animateur/trice"),
// French elisions ("l'équipe") and the English possessive.
func (s *scan) dropEndings() {
	at := func(i int) *token {
		if i < 0 || i >= len(s.tokens) {
			return &token{word: -1}
		}
		return &s.tokens[i]
	}
	hide := func(t *token) {
		t.kind = ignored
		if t.word >= 0 {
			s.words[t.word].token = -1
		}
	}
	hidden := false
	for i := 1; i < len(s.tokens); i++ {
		t, before, after := at(i), at(i-1), at(i+1)
		if t.kind != symbol || t.flags&spaced != 0 || after.kind != letters || after.flags&spaced != 0 ||
			before.kind != letters && before.kind != ignored {
			continue
		}
		switch t.r {
		case '\'', '’', '‘', 'ʼ', '´', '`':
			switch {
			case before.kind == letters && before.end-before.start <= 2 && isElision(s.text[before.start:before.end]):
				hide(before)
				hide(t)
				// What follows opens the phrase; the space belongs to it.
				after.flags |= before.flags & spaced
				hidden = true
			case s.text[after.start:after.end] == "s":
				hide(t)
				hide(after)
				hidden = true
			}
		case '·', '•', '‧', '∙', '⋅', '․', '.', '-', '‐', '‑', '/', '(':
			if after.flags&suffix == 0 || t.r == '.' && after.flags&capital != 0 {
				continue
			}
			end := at(i + 2)
			if t.r == '(' && (end.kind != symbol || end.r != ')') {
				continue
			}
			if (t.r == '-' || t.r == '/' || t.r == '.') && after.end-after.start == 1 && before.kind == letters && before.end-before.start <= 1 {
				continue // "e-s", "i.e", "s/e" are no endings
			}
			hide(t)
			hide(after)
			if t.r == '(' {
				hide(end)
			}
			hidden = true
		}
	}
	if !hidden {
		return
	}
	kept := s.words[:0]
	for _, w := range s.words {
		if w.token < 0 {
			continue
		}
		s.tokens[w.token].word = int32(len(kept))
		kept = append(kept, w)
	}
	s.words = kept
}

func isSuffix(b []byte) bool {
	switch string(b) {
	case "e", "s", "es", "ne", "nes", "le", "lle", "elle", "te", "se", "ses", "ve", "ere", "iere", "fe", "euse",
		"euses", "trice", "trices", "rice", "rices", "ice", "ale", "eure", "enne":
		return true
	}
	return false
}

func isElision(s string) bool {
	switch s {
	case "l", "d", "c", "j", "m", "t", "s", "n", "qu", "L", "D", "C", "J", "M", "T", "S", "N", "Qu", "QU":
		return true
	}
	return false
}
