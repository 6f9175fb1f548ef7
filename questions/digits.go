package questions

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// plain maps the characters that keyboards and copied text put in place of
// ASCII ones, and drops invisible ones.
func plain(typed string) string {
	var b strings.Builder
	for _, r := range typed {
		switch {
		case unicode.IsSpace(r), strings.ContainsRune("()[]*", r): // with U+00A0 and U+202F
			r = ' '
		case unicode.In(r, unicode.Cf, unicode.Mn): // marks of direction, of width and of emoji
			continue
		case '\uFF01' <= r && r <= '\uFF5E': // full-width forms
			r += '!' - '\uFF01'
		case r > unicode.MaxASCII && unicode.IsDigit(r):
			r = '0' + digitOf(r)
		}
		switch r {
		case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212': // hyphens, dashes, minus sign
			r = '-'
		case '\u2018', '\u2019', '\u201B', '\u02BC', '\u2032', '\u00B4', '`', '\u066C': // apostrophes, primes, accents, Arabic thousands
			r = '\''
		case '\u066B': // Arabic decimal separator
			r = ','
		case '·': // a point at half height
			r = '.'
		case '\u2044', '\u2215': // fraction and division slash
			r = '/'
		case '\u2236', '\uA789': // ratio, modifier colon
			r = ':'
		case '½':
			b.WriteString(" 1/2")
			continue
		case '¼':
			b.WriteString(" 1/4")
			continue
		case '¾':
			b.WriteString(" 3/4")
			continue
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// digitOf is the value of a decimal digit of any alphabet. Unicode keeps the ten
// of each together, from zero; tables of several sets begin with a zero too.
func digitOf(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return (r - rune(t.Lo)) % 10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return (r - rune(t.Lo)) % 10
		}
	}
	return 0
}

// readings rewrites digits and separators as Go writes numbers. decimal is
// empty when the separators make no sense; thousands is set only when the one
// separator there is could be either: 12.000.
func readings(digits string) (decimal, thousands string) {
	points, commas := strings.Count(digits, "."), strings.Count(digits, ",")
	separator := max(strings.LastIndexByte(digits, '.'), strings.LastIndexByte(digits, ','))
	switch {
	case points == 0 && commas == 0, points > 1 && commas == 0, commas > 1 && points == 0:
		decimal, _ = ungroup(digits)
		return decimal, ""
	case points > 1 && digits[separator] == '.', commas > 1 && digits[separator] == ',':
		return "", ""
	}
	whole, fraction := digits[:separator], digits[separator+1:]
	if !isDigits(fraction) || whole+fraction == "" {
		return "", ""
	}
	if len(fraction) == 3 && isDigits(whole) && 1 <= len(whole) && len(whole) <= 3 && whole[0] != '0' {
		thousands = whole + fraction
	}
	whole, ok := ungroup(whole)
	if !ok {
		return "", ""
	}
	return whole + "." + fraction, thousands
}

// ungroup removes one kind of separator between groups of three digits, or
// of two before the last three, as in India.
func ungroup(digits string) (string, bool) {
	if isDigits(digits) {
		return digits, true
	}
	separator := strings.IndexAny(digits, " '.,")
	groups := strings.Split(digits, digits[separator:separator+1])
	first, middle, last := groups[0], groups[1:len(groups)-1], groups[len(groups)-1]
	size := 3
	if len(middle) > 0 {
		size = len(middle[0])
	}
	ok := len(last) == 3 && 1 <= len(first) && len(first) <= size && (size == 2 || size == 3)
	for _, group := range middle {
		ok = ok && len(group) == size
	}
	joined := strings.Join(groups, "")
	if !ok || !isDigits(joined) {
		return "", false
	}
	return joined, true
}

// toFloat parses what readings returned; the empty string is no number.
func toFloat(number string) (n float64, ok bool) {
	n, err := strconv.ParseFloat(number, 64)
	return n, err == nil && !math.IsInf(n, 0)
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// startsNumber reports whether text begins with a digit, or a separator before one.
func startsNumber(text string) bool {
	return digitRun(strings.TrimLeft(text, ".,")) != "" && len(text)-len(strings.TrimLeft(text, ".,")) <= 1
}

func digitRun(text string) string {
	return text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
}

// cutDigits cuts digits and separators, without a space beside a decimal sign.
func (p *numberParser) cutDigits() string {
	digits := p.rest[:len(p.rest)-len(strings.TrimLeft(p.rest, "0123456789.,' "))]
	p.rest = strings.TrimSpace(p.rest[len(digits):])
	digits = strings.TrimRight(digits, " '")
	digits = strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(digits, " .", "."), ". ", "."), " ,", ",")
	if p.q.Unit == Money {
		digits = strings.ReplaceAll(digits, ", ", ",")
	}
	return digits
}

// cutFraction cuts the end of 37 1/2, whose digits were cut as "37 1".
func (p *numberParser) cutFraction(digits *string) float64 {
	of := map[string]float64{"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
	start := strings.LastIndexByte(*digits, ' ') + 1
	if len(p.rest) < 2 || len(p.rest) > 2 && isDigits(p.rest[2:3]) {
		return 0
	}
	fraction, ok := of[(*digits)[start:]+p.rest[:2]]
	if !ok {
		return 0
	}
	p.cutText(p.rest[:2])
	*digits = strings.TrimSpace((*digits)[:start])
	if *digits == "" {
		*digits = "0"
	}
	return fraction
}
