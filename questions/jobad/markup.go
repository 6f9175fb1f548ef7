package jobad

import (
	"strconv"
	"strings"
)

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
