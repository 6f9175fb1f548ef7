package questions

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// What people type into a number field, and how it is read:
//
//	46.5  46,5  .5  46. 5     point and comma both work
//	1 850,50  1'850.50        spaces (of any width) and apostrophes group thousands,
//	1,850.50  1.850,50        so does the first of two kinds of separator,
//	1.234.567  12,00,000      and one that stands several times
//	12.000                    one separator before exactly three digits: a decimal, unless only
//	                          the thousands fit the question; in money always thousands
//	٤٦  ４６．５  37½  37 1/2   digits of other alphabets, halves and quarters
//	~40  about 40  env. 40    what is only roughly known counts as it stands
//	38 h  10 jours  3 days    the unit of the question, and "a week" where it is per week
//	46 heures par semaine     the words beside the field, in the language of the page
//	7h30  7 h 30  7:30        hours and minutes, where the unit is hours
//	45 min  2 ans 6 mois      a smaller unit, alone or behind
//	37 heures et demie
//	151,67 h par mois         hours of a month where those of a week are asked for [F2]
//	$58,000  35 k€  20 €/h    money: any currency, thousands, the period, gross or net; the
//	12€50  6'500.-  45k brut  questions on these say which they are, and Said what stands here
//
// Anything else is refused rather than guessed at, and what was not understood is
// named: 38-40, 1 8 5, 7h75, 10 % or 3 weeks in a field for days.

// maxTyped is the length in bytes beyond which nothing typed is a number.
const maxTyped = 120

// A Reading is what a person typed into the field of a number question.
type Reading struct {
	Value any      // float64 in the unit of the question, or its word; nil for an empty field
	Typed string   // as it was typed
	Said  []string // what else stands there of an amount: "hour", "month", "year", "gross", "net", "EUR"

	// Decimal is the other reading of an amount with one separator before three
	// digits, which is read as thousands: 24.038 beside 24038; 0 for none.
	Decimal float64
}

// Parse reads what a person typed into the field of a number question. Unit are
// the words that stand beside the field; they may be typed too.
func (q *Question) Parse(typed, unit string) (Reading, *Problem) {
	typed = strings.TrimSpace(typed)
	r := Reading{Typed: typed}
	if typed == "" {
		return r, nil
	}
	if len(typed) > maxTyped {
		return r, q.unreadable(TooLong, typed, "")
	}
	p := numberParser{q: q, rest: plain(typed), unit: plain(unit)}
	if q.Word != "" && strings.EqualFold(p.rest, q.Word) {
		r.Value = q.Word
		return r, nil
	}
	n, code := p.parse()
	if code != "" {
		return r, q.unreadable(code, typed, p.rest)
	}
	for _, e := range failures(n, numberRule(q)) {
		wrong := numberProblem(q, e, answerPath(q.ID))
		return r, &wrong
	}
	r.Value, r.Said, r.Decimal = n, p.said, p.decimal
	return r, nil
}

// unreadable says why nothing could be read, with an example of what can.
func (q *Question) unreadable(code, typed, part string) *Problem {
	example := formatNumber(q.example())
	p := &Problem{
		Path: answerPath(q.ID),
		Code: code,
		Args: map[string]string{"id": q.ID, "got": shorten(typed), "part": shorten(part), "unit": q.Unit, "example": example},
	}
	switch code {
	case NotUnderstood:
		p.Message = quote(part) + " was not understood"
	case TwoNumbers:
		p.Message = quote(typed) + " are two numbers, and one fits"
	case UnclearNumber:
		p.Message = "it is not clear how " + quote(typed) + " is grouped"
	case TooLong:
		p.Message = "this is too long for a number"
	default:
		p.Message = quote(typed) + " cannot be read as a number"
	}
	p.Hint = "digits, as in " + example
	if q.Word != "" {
		p.Hint += ", or " + quote(q.Word)
	}
	return p
}

// example is a number as it might be typed into this field.
func (q *Question) example() float64 {
	n := 2.5
	switch {
	case q.Unit == Money:
		n = 2150
	case q.Whole:
		n = 2
	case q.Unit == "hours_per_week":
		n = 37.5
	case q.what() == "hours":
		n = 9.5
	}
	if q.Min != nil {
		n = max(n, *q.Min)
	}
	if q.Max != nil {
		n = min(n, *q.Max)
	}
	return n
}

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

// A numberParser takes a number and what stands around it from the front of rest.
type numberParser struct {
	q       *Question
	rest    string // what is left
	unit    string // the words beside the field
	said    []string
	decimal float64
}

// parse reads a sign, a number and what may stand around it. Code says why it
// could not; what was not understood is left in rest.
func (p *numberParser) parse() (n float64, code string) {
	negative := false
	for p.cut("~", "≈", "±") || p.cutWord(roughWords) {
	}
	signed := p.cutSign(&negative)
	if p.q.Unit == Money && p.cutCurrency() && !signed {
		p.cutSign(&negative)
	}
	if !startsNumber(p.rest) {
		return 0, p.refuseStart()
	}
	digits := p.cutDigits()
	fraction := p.cutFraction(&digits)
	switch p.q.what() {
	case Money:
		n, code = p.parseMoney(digits, fraction)
	case "hours":
		n, code = p.parseUnit(digits, fraction, "minutes", 60)
	case "years":
		n, code = p.parseUnit(digits, fraction, "months", 12)
	default:
		n, code = p.parseUnit(digits, fraction, "", 0)
	}
	if code == "" && p.rest != "" {
		code = NotUnderstood
		if p.secondNumber() {
			code = TwoNumbers
		}
	}
	if negative {
		n = -n
	}
	return n + 0, code // -0 becomes 0
}

// refuseStart says what stands before the first digit; without one it is no number.
func (p *numberParser) refuseStart() string {
	first := strings.IndexAny(p.rest, "0123456789")
	if first <= 0 || strings.Trim(p.rest[:first], " .,'-+") == "" {
		return NotANumber
	}
	if behind := p.rest[first:]; strings.ContainsAny(strings.TrimLeft(behind, "0123456789.,' "), "0123456789") {
		return TwoNumbers // between 35 and 40
	}
	p.rest = strings.TrimSpace(p.rest[:first])
	return NotUnderstood
}

// secondNumber reports whether what is left is one more number: "-40", "or 40", "/40".
func (p *numberParser) secondNumber() bool {
	after := strings.TrimLeft(p.rest, "-/+& ")
	if word := letterRun(after); hasWord(orWords, strings.ToLower(word)) {
		after = strings.TrimSpace(after[len(word):])
	} else if after == p.rest {
		return false
	}
	return startsNumber(after)
}

// parseMoney reads thousands, cents, the currency, the period, and gross or net.
func (p *numberParser) parseMoney(digits string, fraction float64) (n float64, code string) {
	if strings.TrimRight(digits, ".,") != digits { // 6'500.- and 1850,- have no cents
		p.rest = strings.TrimLeft(p.rest, "-")
	}
	exponent := p.cutMultiplier()
	currency := p.cutCurrency()
	if cents := digitRun(p.rest); currency && exponent == "" && len(cents) == 2 && fraction == 0 && !strings.ContainsAny(digits, ".,") {
		digits += "." + cents // 12€50
		p.cutText(cents)
	}
	for p.rest != "" {
		p.rest = strings.TrimLeft(p.rest, ",; ")
		before := p.rest
		period := p.cutPeriod()
		switch {
		case period == "hour" || period == "month" || period == "year":
			p.said = append(p.said, period)
		case period != "":
			p.rest = before
			return 0, NotUnderstood
		case p.cutWord(netWords):
			p.said = append(p.said, "net")
		case p.cutWord(grossWords):
			p.said = append(p.said, "gross")
		case !currency && p.cutCurrency():
			currency = true
		case p.cutWord(roughWords), p.cutOwnUnit(), p.cutEnd():
		default:
			return 0, p.unlessDigits(digits)
		}
	}
	decimal, thousands := readings(digits)
	if thousands != "" {
		if exponent != "" {
			return 0, UnclearNumber // 1,250k may mean a thousand times more or less
		}
		// No currency has thousandths that people are paid in.
		p.decimal, _ = toFloat(decimal)
		decimal = thousands
	}
	n, ok := toFloat(decimal + exponent)
	if !ok {
		return 0, UnclearNumber
	}
	return n + fraction, ""
}

// parseUnit reads a number in the unit of the question, in a smaller one, of which
// so many make one, or in both.
func (p *numberParser) parseUnit(digits string, fraction float64, smaller string, many float64) (n float64, code string) {
	own := p.cutOwnUnit()
	switch {
	case own && p.rest == "":
	case smaller != "" && p.cutUnit(smaller):
		if n, code = p.count(digits, false); code != "" {
			return 0, code
		}
		n = (n + fraction) / many
		code = p.parsePeriod(&n)
		return n, code
	case smaller == "minutes" && strings.HasPrefix(p.rest, ":"):
		if n, code = p.clock(digits); code != "" {
			return 0, code
		}
		code = p.parsePeriod(&n)
		return n, code
	case own || p.cutUnit(p.q.what()):
		if p.cutHalf() {
			fraction += 0.5
			break
		}
		before := p.rest
		p.cutWord(andWords)
		if minor := digitRun(p.rest); minor != "" {
			if smaller == "minutes" && before == p.rest {
				if n, code = p.clock(digits); code != "" {
					return 0, code
				}
				code = p.parsePeriod(&n)
				return n, code
			}
			part := p.rest
			p.cutText(minor)
			if smaller == "" || !p.cutUnit(smaller) {
				p.rest = part
				return 0, NotUnderstood
			}
			less, _ := toFloat(minor)
			if less >= many || strings.ContainsAny(digits, ".,") {
				p.rest = part
				return 0, NotUnderstood
			}
			if n, code = p.count(digits, true); code != "" {
				return 0, code
			}
			n = (n*many + less) / many
			code = p.parsePeriod(&n)
			return n, code
		}
		p.rest = before
	default:
		if p.cutHalf() { // seven and a half hours
			fraction += 0.5
			p.cutUnit(p.q.what())
		}
	}
	n, code = p.count(digits, true)
	if code != "" {
		return 0, p.unlessRead(code)
	}
	n += fraction
	code = p.parsePeriod(&n)
	return n, code
}

// clock reads the minutes of 7:30, 7h30 and 7 h 5 min.
func (p *numberParser) clock(digits string) (n float64, code string) {
	part := p.rest
	isClock := p.cut(":")
	minutes := digitRun(p.rest)
	p.cutText(minutes)
	if isClock {
		p.cutUnit("hours") // 7:30 h
	} else if p.cutUnit("minutes") && len(minutes) == 1 {
		minutes = "0" + minutes // 7 h 5 min, but 7h5 could be half past seven
	}
	hour, hourErr := strconv.ParseUint(digits, 10, 16)
	minute, minuteErr := strconv.ParseUint(minutes, 10, 16)
	if hourErr != nil || minuteErr != nil || len(minutes) != 2 || minute >= 60 || startsNumber(p.rest) {
		p.rest = part
		return 0, NotUnderstood
	}
	return float64(hour*60+minute) / 60, ""
}

// parsePeriod reads the second half of the unit: "/week", "a week", "par semaine".
func (p *numberParser) parsePeriod(n *float64) (code string) {
	_, per, _ := strings.Cut(p.q.Unit, "_per_")
	for p.rest != "" {
		p.rest = strings.TrimLeft(p.rest, ",; ")
		before := p.rest
		period := p.cutPeriod()
		switch {
		case period == "" && (p.cutWord(roughWords) || p.cutEnd()):
		case period == "":
			return "" // what is left is told
		case period == per, per == "" && p.q.Unit == "hours" && period == "day", per == "4_weeks" && period == "month":
		case per == "week" && period == "month" && p.q.what() == "hours":
			*n = *n * 12 / 52 // [F2]
		default:
			p.rest = before
			return NotUnderstood
		}
	}
	return ""
}

// count picks the reading of an ambiguous number that the question allows; the
// decimal one if it allows both or neither, or if it is of another unit.
func (p *numberParser) count(digits string, own bool) (n float64, code string) {
	decimal, thousands := readings(digits)
	n, ok := toFloat(decimal)
	if !ok {
		return 0, UnclearNumber
	}
	rule := numberRule(p.q)
	if own && thousands != "" && len(failures(n, rule)) > 0 {
		if t, ok := toFloat(thousands); ok && len(failures(t, rule)) == 0 {
			return t, ""
		}
	}
	return n, ""
}

// unlessRead is the code of digits that make no number, unless something behind
// them says more.
func (p *numberParser) unlessRead(code string) string {
	if p.secondNumber() {
		return TwoNumbers
	}
	return code
}

// unlessDigits is NotUnderstood for what is left, or what is wrong with the digits.
func (p *numberParser) unlessDigits(digits string) string {
	switch decimal, _ := readings(digits); {
	case p.secondNumber():
		return TwoNumbers
	case decimal == "":
		return UnclearNumber
	}
	return NotUnderstood
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

func letterRun(text string) string {
	return text[:len(text)-len(strings.TrimLeftFunc(text, unicode.IsLetter))]
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

// cutText cuts what is known to stand at the front.
func (p *numberParser) cutText(text string) { p.rest = strings.TrimSpace(p.rest[len(text):]) }

// cut cuts one of some signs.
func (p *numberParser) cut(signs ...string) bool {
	for _, sign := range signs {
		if strings.HasPrefix(p.rest, sign) {
			p.cutText(sign)
			return true
		}
	}
	return false
}

func (p *numberParser) cutSign(negative *bool) bool {
	*negative = strings.HasPrefix(p.rest, "-")
	return p.cut("-", "+")
}

// cutEnd cuts a full stop or a mark that ends a sentence.
func (p *numberParser) cutEnd() bool {
	if strings.Trim(p.rest, ".!") != "" {
		return false
	}
	p.rest = ""
	return true
}

// cutWord cuts one of words, with the point that may end an abbreviation.
func (p *numberParser) cutWord(words string) bool {
	word := letterRun(p.rest)
	if !hasWord(words, strings.ToLower(word)) {
		return false
	}
	p.cutText(word)
	p.cut(".")
	return true
}

// hasWord reports whether a list holds a word. Lists are texts: they take no code to
// set up.
func hasWord(words, word string) bool {
	return word != "" && strings.Contains(" "+words+" ", " "+word+" ")
}

func (p *numberParser) cutUnit(what string) bool { return p.cutWord(unitWords[what]) }

// cutOwnUnit cuts the words beside the field, or the first of them.
func (p *numberParser) cutOwnUnit() bool {
	first, _, _ := strings.Cut(p.unit, " ")
	for _, unit := range []string{p.unit, first} {
		n := len(unit)
		if n > 0 && len(p.rest) >= n && strings.EqualFold(p.rest[:n], unit) && letterRun(p.rest[n:]) == "" {
			p.cutText(unit)
			return true
		}
	}
	return false
}

// cutHalf cuts "et demie" and "and a half".
func (p *numberParser) cutHalf() bool {
	before := p.rest
	if p.cutWord(andWords) {
		p.cutWord("a")
		if p.cutWord(halfWords) {
			return true
		}
	}
	p.rest = before
	return false
}

// cutPeriod cuts a period: "/week", "a week", "de l'heure", "sur 4 semaines",
// "weekly", "p.a."; "" when none stands there.
func (p *numberParser) cutPeriod() string {
	before := p.rest
	for _, short := range []struct{ text, period string }{{"p.a", "year"}, {"p.h", "hour"}, {"p.m", "month"}, {"p.w", "week"}} {
		if len(p.rest) >= 3 && strings.EqualFold(p.rest[:3], short.text) && letterRun(p.rest[3:]) == "" {
			p.cutText(short.text)
			p.cut(".")
			return short.period
		}
	}
	for period, words := range periodWords {
		if p.cutWord(words) {
			return period
		}
	}
	slash := p.cut("/")
	if p.cutWord("p") && !p.cut("/") { // p/h
		p.rest = before
		return ""
	}
	article := p.cut("de l'", "l'")
	if slash || article || before != p.rest || p.cutWord(perWords) {
		count := digitRun(p.rest)
		p.cutText(count)
		for _, what := range periodUnits {
			if !p.cutUnit(what) && (what != "months" || !p.cutWord("m")) {
				continue
			}
			switch {
			case count == "" || count == "1":
				return strings.TrimSuffix(what, "s")
			case count == "4" && what == "weeks":
				return "4_weeks"
			case count == "12" && what == "months":
				return "year"
			}
			break
		}
	}
	p.rest = before
	return ""
}

// cutMultiplier cuts the k of 58k, 35 k€ and 35 keur, and lakhs.
func (p *numberParser) cutMultiplier() (exponent string) {
	switch {
	case p.cutWord(thousandWords):
		return "e3"
	case p.cutWord("lakh lakhs lac lacs"):
		return "e5"
	case p.cutWord("lpa"):
		p.said = append(p.said, "year")
		return "e5"
	}
	before, said := p.rest, p.said
	if p.cut("k", "K", "T") && p.cutCurrency() {
		p.rest, p.said = strings.TrimSpace(before[1:]), said
		return "e3"
	}
	p.rest, p.said = before, said
	return ""
}

// cutCurrency cuts a symbol (€, US$), a code (CHF) or a word (euros), and keeps
// the code where only one currency is meant.
func (p *numberParser) cutCurrency() bool {
	letters := letterRun(p.rest)
	after := p.rest[len(letters):]
	symbol := after[:len(after)-len(strings.TrimLeftFunc(after, func(r rune) bool { return unicode.Is(unicode.Sc, r) }))]
	code := strings.ToUpper(letters)
	switch {
	case symbol != "" && len(letters) <= 3:
		p.cutText(letters + symbol)
		if letters == "" {
			code = currencySigns[symbol]
		} else if symbol == "$" {
			code = dollars[code]
		}
		if letters == "" { // 58 000 $ CA, 24 000 £GB
			word := strings.ToUpper(letterRun(p.rest))
			if symbol == "$" && dollars[word] != "" {
				p.cutText(word)
				code = dollars[word]
			} else if symbol == "£" && word == "GB" {
				p.cutText(word)
			}
		}
	case letters != "" && len(failures(code, "iso4217")) == 0:
		p.cutText(letters)
		p.cut(".")
	default:
		code = ""
		if strings.HasPrefix(strings.ToLower(p.rest), "f cfa") {
			p.cutText("f cfa")
			break
		}
		if !p.cutWord(currencyWords) {
			return false
		}
		if strings.HasPrefix(letters, "euro") {
			code = "EUR"
		}
	}
	if len(code) == 3 && len(failures(code, "iso4217")) == 0 {
		p.said = append(p.said, code)
	}
	return true
}

// The words of units, small letters, English and French, and what is short in
// German; the words beside the field come from the questionnaire.
var (
	unitWords = map[string]string{
		"accounts": "account accounts compte comptes",
		"days":     "d day days j jour jours",
		"evenings": "evening evenings soir soirs soirée soirées",
		"hours":    "h hr hrs hour hours heure heures std stunde stunden",
		"levels":   "level levels niveau niveaux",
		"minutes":  "m mn min mins minute minutes",
		"months":   "mo mos mth mths month months mois monat monate",
		"people":   "person people personne personnes",
		"weeks":    "w wk wks week weeks sem semaine semaines woche wochen",
		"years":    "y yr yrs year years an ans année années annum jahr jahre",
	}
	periodUnits = []string{"hours", "days", "weeks", "months", "years"}
	periodWords = map[string]string{
		"hour":  "hourly horaire horaires ph",
		"day":   "daily quotidien quotidiens quotidiennes",
		"week":  "weekly hebdo hebdomadaire hebdomadaires pw",
		"month": "monthly mensuel mensuels mensuelle mensuelles pm pcm",
		"year":  "yearly annual annually annuel annuels annuelle annuelles pa",
	}
	perWords      = "a an per par in over sur each every chaque the la pro je"
	andWords      = "and et"
	halfWords     = "half demi demie"
	orWords       = "or to ou à and et bis"
	roughWords    = "about around approx approximately roughly ca circa env environ etwa vers"
	thousandWords = "k mille thousand tsd"
	netWords      = "net nets nette netto"
	grossWords    = "gross brut bruts brute brutto"
	currencyWords = "euro euros dollar dollars pound pounds livre livres franc francs fr sfr yen yens rupee rupees roupie roupies rs fcfa cfa dh dhs dt kr zł zl"
	currencySigns = map[string]string{"€": "EUR", "£": "GBP", "₹": "INR"} // what others share is no code
	dollars       = map[string]string{"US": "USD", "CA": "CAD", "C": "CAD", "CAD": "CAD", "USD": "USD", "A": "AUD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "S": "SGD"}
)

// what returns the first half of a unit: "hours" of "hours_per_week".
func (q *Question) what() string {
	what, _, _ := strings.Cut(q.Unit, "_per_")
	return what
}
