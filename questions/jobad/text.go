package jobad

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A glyph is one character of the text after cleaning: entities decoded, tags
// of a pasted page turned into line ends, ligatures taken apart. start and end
// are byte offsets into the text as given.
type glyph struct {
	r          rune
	start, end int
}

// Marks the cleaner puts where the page had structure. They are private-use
// characters, so no text means them otherwise.
const (
	headingMark = '\uE001' // <h1> to <h6> opens here
	itemMark    = '\uE002' // <li> opens here
)

// A cleaner hands out the glyphs of a text, in one pass.
type cleaner struct {
	text     string
	at       int
	letter   bool            // the last glyph was a letter
	pending  []glyph         // second halves of ligatures, marks after line ends
	unclosed map[string]bool // skipped elements known to have no end any more
}

// next returns the next glyph; ok is false at the end of the text.
func (c *cleaner) next() (g glyph, ok bool) {
	for {
		if n := len(c.pending); n > 0 {
			g, c.pending = c.pending[n-1], c.pending[:n-1]
			return g, true
		}
		if c.at >= len(c.text) {
			return glyph{}, false
		}
		start := c.at
		r, size := rune(c.text[start]), 1
		switch {
		case r == '<':
			if g, ok := c.tag(); ok {
				if g.r != 0 {
					c.letter = false
					return g, true
				}
				continue
			}
		case r == '\r':
			if c.at+1 < len(c.text) && c.text[c.at+1] == '\n' {
				c.at++
				continue
			}
		case r == '&':
			if decoded, n := entity(c.text[start:]); n > 0 {
				r, size = decoded, n
			}
		case r == '\\':
			if decoded, n := escape(c.text[start:]); n > 0 {
				r, size = decoded, n
			}
		case r >= utf8.RuneSelf:
			r, size = utf8.DecodeRuneInString(c.text[start:])
			if r >= 0xC2 && r <= 0xE2 {
				if decoded, n := misread(c.text[start:]); n > 0 {
					r, size = decoded, n
				}
			}
		}
		c.at += size
		if c.letter && isHyphen(r) {
			if n := c.cut(); n > 0 {
				c.at += n // "gra-", "phics": a word cut at the end of a line
				continue
			}
		}
		if r >= utf8.RuneSelf {
			if r = c.plain(r, start); r < 0 {
				continue
			}
			if r == utf8.RuneError && size == 1 {
				r = ' '
			}
		}
		c.letter = r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0xC0 && unicode.IsLetter(r)
		return glyph{r, start, c.at}, true
	}
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u00AD' }

// cut returns how many bytes behind a hyphen belong to the line end that cuts a
// word in two, 0 when no small letter goes on.
func (c *cleaner) cut() int {
	i := c.at
	for i < len(c.text) && (c.text[i] == ' ' || c.text[i] == '\t') {
		i++
	}
	if i < len(c.text) && c.text[i] == '\r' {
		i++
	}
	if i == len(c.text) || c.text[i] != '\n' && c.text[i-1] != '\r' {
		return 0
	}
	if c.text[i] == '\n' {
		i++
	}
	for i < len(c.text) && (c.text[i] == ' ' || c.text[i] == '\t') {
		i++
	}
	if r, _ := utf8.DecodeRuneInString(c.text[i:]); !unicode.IsLower(r) {
		return 0
	}
	return i - c.at
}

// plain turns a character that is not ASCII into what it stands for, or into
// -1 when it shows nothing. What remains of a ligature is left pending.
func (c *cleaner) plain(r rune, start int) rune {
	switch {
	case r == '\u00AD' || r >= '\u200B' && r <= '\u200F' || r == '\u2060' || r == '\uFEFF' || r >= '\uFE00' && r <= '\uFE0F' ||
		r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069':
		return -1 // soft hyphens, joiners, direction and variant marks
	case r >= 0xFB00 && r <= 0xFB06:
		letters := [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xFB00]
		for i := len(letters) - 1; i > 0; i-- {
			c.pending = append(c.pending, glyph{rune(letters[i]), start, c.at})
		}
		return rune(letters[0])
	case r >= 0x1D400 && r <= 0x1D6A3: // bold and italic letters, as social networks have no other bold
		return rune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[(r-0x1D400)%52])
	case r >= 0x1D7CE && r <= 0x1D7FF:
		return '0' + (r-0x1D7CE)%10
	case r >= 0xFF01 && r <= 0xFF5E && r != '\uFFE5': // full width
		return r - 0xFEE0
	case r >= 0x24B6 && r <= 0x24CF: // circled
		return 'A' + r - 0x24B6
	case r >= 0x24D0 && r <= 0x24E9:
		return 'a' + r - 0x24D0
	case r >= 0x1F130 && r <= 0x1F149: // squared
		return 'A' + r - 0x1F130
	case r >= 0x1F150 && r <= 0x1F169:
		return 'A' + r - 0x1F150
	case r >= 0x1F170 && r <= 0x1F189:
		return 'A' + r - 0x1F170
	case r >= 0x0660 && r <= 0x0669: // Arabic, Persian and Indian digits
		return '0' + r - 0x0660
	case r >= 0x06F0 && r <= 0x06F9:
		return '0' + r - 0x06F0
	case r >= 0x0966 && r <= 0x096F:
		return '0' + r - 0x0966
	case r == '\u2028' || r == '\u2029' || r == '\u0085':
		return '\n'
	case r >= 0x1D00 && r <= 0x1D22 || r >= 0x0262 && r <= 0x029F || r >= 0x2102 && r <= 0x2134 || r == '\uA730' || r == '\uA731':
		if letter, ok := lookalikes[r]; ok {
			return letter
		}
	}
	return r
}

// lookalikes are small capitals, and the letters of the mathematical alphabets
// that stand elsewhere.
var lookalikes = func() map[rune]rune {
	m := map[rune]rune{}
	fancy := []rune("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ" + "ℎℬℰℱℋℐℒℳℛℯℊℴℭℌℑℜℨℂℍℕℙℚℝℤ")
	for i, r := range "abcdefghijklmnoprstuvwyz" + "hBEFHILMRegoCHIRZCHNPQRZ" {
		m[fancy[i]] = r
	}
	return m
}()

// misread decodes a character whose UTF-8 was read as Windows-1252 on the way,
// "Ã©" for é; size is 0 when s begins with none.
func misread(s string) (r rune, size int) {
	var raw [4]byte
	n := 0
	for i, c := range s {
		b := windows1252(c)
		if b < 0x80 || n == len(raw) || n > 0 && b > 0xBF {
			break
		}
		raw[n] = b
		n, size = n+1, i+utf8.RuneLen(c)
		if n > 1 && utf8.Valid(raw[:n]) {
			r, _ = utf8.DecodeRune(raw[:n])
			if unicode.IsLetter(r) && r <= 0x17F || r >= 0xA0 && r <= 0xBF || r >= 0x2010 && r <= 0x2044 || r == '€' || r == '\u202F' || r == '•' {
				return r, size
			}
			return 0, 0
		}
	}
	return 0, 0
}

// windowsHigh are the characters of Windows-1252 from 0x80 on; zeros have none.
const windowsHigh = "€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ"

// windows1252 is the byte of a character, 0 when it has none.
func windows1252(r rune) byte {
	if r >= 0x80 && r <= 0xFF {
		return byte(r)
	}
	b := byte(0x80)
	for _, c := range windowsHigh {
		if c == r && c != 0 {
			return b
		}
		b++
	}
	return 0
}

// appendFolded adds the letter r in lower case and without its accents: ads
// are typed on every kind of keyboard, and capitals often lose theirs.
func appendFolded(word []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(word, byte(r))
	}
	if r >= 0xC0 && r <= 0x17F {
		// One letter per code point from U+00C0 to U+017F; '1' to '5' stand
		// for two letters, '.' for none.
		const latin = "aaaaaa1ceeeeiiiidnooooo.ouuuuy23" + "aaaaaa1ceeeeiiiidnooooo.ouuuuy2y" +
			"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkklllllll" +
			"lllnnnnnnnnnoooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
		switch f := latin[r-0xC0]; f {
		case '1':
			return append(word, "ae"...)
		case '2':
			return append(word, "th"...)
		case '3':
			return append(word, "ss"...)
		case '4':
			return append(word, "ij"...)
		case '5':
			return append(word, "oe"...)
		case '.':
			return word
		default:
			return append(word, f)
		}
	}
	if unicode.Is(unicode.Mn, r) {
		return word
	}
	return utf8.AppendRune(word, unicode.ToLower(r))
}

// isAccent reports letters that only French has, of the two languages.
func isAccent(r rune) bool {
	return strings.ContainsRune("àâçèéêëîïôùûœÀÂÇÈÉÊËÎÏÔÙÛŒ", r)
}
