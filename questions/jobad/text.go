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
		switch c.text[start] {
		case '<':
			if g, ok := c.tag(); ok {
				if g.r != 0 {
					return g, true
				}
				continue
			}
		case '\r':
			if c.at+1 < len(c.text) && c.text[c.at+1] == '\n' {
				c.at++
				continue
			}
		case '&':
			if r, size := entity(c.text[start:]); size > 0 {
				c.at += size
				return glyph{r, start, c.at}, true
			}
		}
		r, size := utf8.DecodeRuneInString(c.text[start:])
		c.at += size
		if r < utf8.RuneSelf {
			return glyph{r, start, c.at}, true
		}
		switch {
		case r == '\u00AD' || r >= '\u200B' && r <= '\u200F' || r == '\u2060' || r == '\uFEFF' ||
			r >= '\uFE00' && r <= '\uFE0F' || r >= '\u202A' && r <= '\u202E':
			continue // soft hyphens, joiners, direction and variant marks
		case r >= 0xFB00 && r <= 0xFB06:
			letters := [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xFB00]
			for i := len(letters) - 1; i > 0; i-- {
				c.pending = append(c.pending, glyph{rune(letters[i]), start, c.at})
			}
			r = rune(letters[0])
		case r >= 0x1D400 && r <= 0x1D6A3: // bold and italic letters, as social networks have no other bold
			r = rune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[(r-0x1D400)%52])
		case r >= 0x1D7CE && r <= 0x1D7FF:
			r = '0' + (r-0x1D7CE)%10
		case r >= 0xFF01 && r <= 0xFF5E: // full width
			r -= 0xFEE0
		case r == '\u2028' || r == '\u2029' || r == '\u0085':
			r = '\n'
		case r == utf8.RuneError && size == 1:
			r = ' '
		}
		return glyph{r, start, c.at}, true
	}
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
	"small": inline, "span": inline, "strong": inline, "sub": inline, "sup": inline, "time": inline, "u": inline,
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

// entity decodes the entity s begins with; size is 0 when there is none.
func entity(s string) (r rune, size int) {
	end := strings.IndexByte(s[:min(len(s), 10)], ';')
	if end < 2 {
		return 0, 0
	}
	name := s[1:end]
	if name[0] == '#' {
		base, digits := 10, name[1:]
		if digits != "" && digits[0]|0x20 == 'x' {
			base, digits = 16, digits[1:]
		}
		n, err := strconv.ParseUint(digits, base, 21)
		if err != nil || n == 0 {
			return 0, 0
		}
		return rune(n), end + 1
	}
	if r, ok := entities[name]; ok {
		return r, end + 1
	}
	return 0, 0
}

var entities = map[string]rune{
	"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\'', "nbsp": ' ', "ensp": ' ', "emsp": ' ', "thinsp": ' ',
	"rsquo": '’', "lsquo": '‘', "ldquo": '“', "rdquo": '”', "laquo": '«', "raquo": '»', "hellip": '…',
	"ndash": '–', "mdash": '—', "bull": '•', "middot": '·', "euro": '€', "pound": '£', "dollar": '$',
	"agrave": 'à', "acirc": 'â', "aelig": 'æ', "ccedil": 'ç', "eacute": 'é', "egrave": 'è', "ecirc": 'ê',
	"euml": 'ë', "icirc": 'î', "iuml": 'ï', "ocirc": 'ô', "oelig": 'œ', "ugrave": 'ù', "ucirc": 'û',
	"Agrave": 'À', "Ccedil": 'Ç', "Eacute": 'É', "Egrave": 'È', "Ecirc": 'Ê', "OElig": 'Œ',
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
