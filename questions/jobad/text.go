package jobad

import (
	"strconv"
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

// escape decodes what JSON writes for a character, "\u00e9", or for a line end;
// size is 0 when s begins with none.
func escape(s string) (r rune, size int) {
	if len(s) >= 6 && s[1] == 'u' {
		n, err := strconv.ParseUint(s[2:6], 16, 16)
		if err != nil || n == 0 {
			return 0, 0
		}
		if n >= 0xD800 && n <= 0xDFFF {
			return ' ', 6 // half of an emoji
		}
		return rune(n), 6
	}
	if len(s) >= 3 && (s[1] == 'n' || s[1] == 'r') && (s[2] < 'a' || s[2] > 'z') {
		return '\n', 2
	}
	return 0, 0
}

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

// windows1252 is the byte of a character, 0 when it has none.
func windows1252(r rune) byte {
	if r >= 0x80 && r <= 0xFF {
		return byte(r)
	}
	const high = "€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ"
	b := byte(0x80)
	for _, c := range high {
		if c == r && c != 0 {
			return b
		}
		b++
	}
	return 0
}

// tag reads an element tag at c.at. It answers ok only for names of HTML, so
// that "<name>" typed by a person stays text; r is 0 for a tag that leaves no
// trace. The content of scripts and styles is passed over.
func (c *cleaner) tag() (g glyph, ok bool) {
	rest := c.text[c.at:]
	if strings.HasPrefix(rest, "<!--") {
		start := c.at
		return glyph{' ', start, start}, c.skip("-->")
	}
	i := 1
	closing := i < len(rest) && rest[i] == '/'
	if closing || strings.HasPrefix(rest, "<!") {
		i++
	}
	name := i
	for i < len(rest) && i-name < 12 && (rest[i]|0x20 >= 'a' && rest[i]|0x20 <= 'z' || i > name && rest[i] >= '1' && rest[i] <= '6') {
		i++
	}
	if i == name || i == len(rest) || !strings.ContainsRune(" \t\r\n/>", rune(rest[i])) {
		return glyph{}, false
	}
	nameEnd := i
	kind, known := tags[strings.ToLower(rest[name:i])]
	if !known {
		return glyph{}, false
	}
	// A tag ends at the next '>' and holds no '<': without this limit a text
	// of nothing but opening tags would be searched to its end again and again.
	for i < len(rest) && rest[i] != '>' && rest[i] != '<' {
		i++
	}
	if i == len(rest) || rest[i] == '<' {
		return glyph{}, false
	}
	start := c.at
	c.at += i + 1
	g = glyph{0, start, start}
	switch {
	case kind == inline:
	case kind == hidden:
		g.r = ' '
		if !closing {
			c.skip("</" + strings.ToLower(rest[name:nameEnd]))
		}
	case kind == cell:
		g.r = ' '
	default:
		g.r = '\n'
		if kind == item && !closing {
			c.pending = append(c.pending, glyph{itemMark, start, start})
		}
		if kind == heading && !closing {
			c.pending = append(c.pending, glyph{headingMark, start, start})
		}
	}
	return g, true
}

// skip moves to the next occurrence of end, which is in lower case, and behind
// it when it is the end of a comment; an end tag is left to be read as a tag.
// Without one it stays, and never searches for it again.
func (c *cleaner) skip(end string) bool {
	if c.unclosed[end] {
		return false
	}
	for i := c.at; i+len(end) <= len(c.text); i++ {
		if c.text[i] == end[0] && strings.EqualFold(c.text[i:i+len(end)], end) {
			c.at = i
			if end[0] == '-' {
				c.at += len(end)
			}
			return true
		}
	}
	if c.unclosed == nil {
		c.unclosed = make(map[string]bool)
	}
	c.unclosed[end] = true
	return false
}

type tagKind uint8

const (
	inline tagKind = iota
	block
	cell
	item
	heading
	hidden
)

// tags are the elements job boards use; any other name between angle brackets
// is text.
var tags = map[string]tagKind{
	"a": inline, "abbr": inline, "b": inline, "code": inline, "em": inline, "font": inline, "html": block,
	"i": inline, "img": cell, "input": cell, "label": cell, "link": inline, "mark": inline, "meta": inline,
	"wbr": inline, "small": inline, "span": inline, "strong": inline, "sub": inline, "sup": inline, "time": inline, "u": inline,
	"button": cell, "option": cell, "td": cell, "th": cell,
	"address": block, "article": block, "aside": block, "blockquote": block, "body": block, "br": block,
	"dd": block, "div": block, "dl": block, "doctype": block, "dt": block, "footer": block, "form": block,
	"header": block, "hr": block, "main": block, "nav": block, "ol": block, "p": block, "pre": block,
	"section": block, "table": block, "tbody": block, "thead": block, "tr": block, "ul": block,
	"li": item,
	"h1": heading, "h2": heading, "h3": heading, "h4": heading, "h5": heading, "h6": heading,
	"script": hidden, "style": hidden, "head": hidden, "noscript": hidden, "template": hidden, "title": block,
	"svg": inline, "path": inline, "iframe": hidden,
}

// entity decodes the entity s begins with, encoded once or twice; size is 0 when
// there is none.
func entity(s string) (r rune, size int) {
	end := strings.IndexByte(s[:min(len(s), 10)], ';')
	if end < 2 {
		return 0, 0
	}
	name := s[1:end]
	if name == "amp" {
		if end := strings.IndexByte(s[:min(len(s), 14)][5:], ';'); end > 1 {
			if r, ok := named(s[5 : 5+end]); ok {
				return r, 5 + end + 1
			}
		}
	}
	if r, ok := named(name); ok {
		return r, end + 1
	}
	return 0, 0
}

// named returns the character an entity stands for.
func named(name string) (rune, bool) {
	if name[0] == '#' {
		base, digits := 10, name[1:]
		if digits != "" && digits[0]|0x20 == 'x' {
			base, digits = 16, digits[1:]
		}
		n, err := strconv.ParseUint(digits, base, 21)
		return rune(n), err == nil && n != 0
	}
	if r, ok := entities[name]; ok {
		return r, true
	}
	// "eacute", "Ccedil": a letter and its accent.
	if len(name) < 4 || name[0]|0x20 < 'a' || name[0]|0x20 > 'z' {
		return 0, false
	}
	at := strings.IndexByte("AEIOUNCYaeiounycz", name[0])
	letters, ok := accents[name[1:]]
	if !ok || at < 0 {
		return 0, false
	}
	r := []rune(letters)[at]
	return r, r != '-'
}

// accents are the letters of entities, in the order of "AEIOUNCYaeiounycz".
var accents = map[string]string{
	"acute": "ÁÉÍÓÚŃĆÝáéíóúńýćź", "grave": "ÀÈÌÒÙ---àèìòù----", "circ": "ÂÊÎÔÛ-ĈŶâêîôû-ŷĉ-", "uml": "ÄËÏÖÜ--Ÿäëïöü-ÿ--",
	"tilde": "Ã-ĨÕŨÑ--ã-ĩõũñ---", "cedil": "-----ŅÇ------ņ-ç-", "ring": "Å---Ů---å---ů----",
}

var entities = map[string]rune{
	"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\'', "nbsp": '\u00A0', "ensp": ' ', "emsp": ' ', "thinsp": ' ', "shy": '\u00AD', "zwj": '\u200D',
	"zwnj": '\u200C', "rsquo": '’', "lsquo": '‘', "sbquo": '‚', "ldquo": '“', "rdquo": '”', "bdquo": '„', "laquo": '«', "raquo": '»', "lsaquo": '‹', "rsaquo": '›',
	"hellip": '…', "ndash": '–', "mdash": '—', "minus": '−', "bull": '•', "middot": '·', "euro": '€', "pound": '£', "dollar": '$', "yen": '¥', "cent": '¢', "deg": '°',
	"times": '×', "rarr": '→', "copy": '©', "reg": '®', "trade": '™', "sect": '§', "para": '¶', "plusmn": '±', "frac12": '½', "sup2": '²', "szlig": 'ß',
	"aelig": 'æ', "AElig": 'Æ', "oelig": 'œ', "OElig": 'Œ', "oslash": 'ø', "Oslash": 'Ø', "check": '✓', "percnt": '%', "comma": ',', "period": '.', "colon": ':',
	"semi": ';', "lpar": '(', "rpar": ')', "sol": '/', "plus": '+', "num": '#', "ast": '*', "hyphen": '‐', "NewLine": '\n', "Tab": '\t',
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
