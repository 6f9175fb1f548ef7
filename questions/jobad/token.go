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

// maxKnown bounds how many words of one text are remembered.
const maxKnown = 1 << 12

// take splits text into tokens and looks every word up.
func (v *vocabulary) take(text string, b *breath) *scan {
	s := &scan{text: text, tokens: make([]token, 0, len(text)/4+8), words: make([]word, 0, len(text)/6+8)}
	c := cleaner{text: text}
	var buf []byte
	known := map[string][]int32{} // atoms of the words met so far
	var open token                // the word or number being read
	reading := false
	flags, lower, parted := uint8(0), false, false
	size := 0
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
		open.word = int32(len(s.words))
		atoms, ok := known[string(buf)]
		if !ok {
			atoms = v.atoms(buf, open.kind)
			if len(known) < maxKnown {
				known[string(buf)] = atoms
			}
		}
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
			if len(buf) <= maxWord {
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
		if !b.did(1) {
			break
		}
		switch kind {
		case ignored: // white space
			flags |= spaced
			continue
		case letters, digits:
			reading = true
			open = token{start: int32(g.start), end: int32(g.end), kind: kind, flags: flags}
			buf, size = appendFolded(buf[:0], g.r), 1
			lower = !unicode.IsUpper(g.r)
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
