package questions

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// What people type into a number field, and how it is read:
//
//	46.5  46,5  .5            point and comma both work
//	1 850,50  1'850.50        spaces (of any width) and apostrophes group thousands,
//	1,850.50  1.850,50        so does the first of two kinds of separator,
//	1.234.567  12,00,000      and one that stands several times
//	12.000                    one separator before exactly three digits: a decimal, unless only
//	                          the thousands fit the question; in money always thousands
//	38 h  10 jours  3 days    the unit of the question, and "a week" where it is per week
//	7h30  7 h 30  7:30        hours and minutes, where the unit is hours
//	45 min                    minutes, where the unit is hours
//	$58,000  35 k€  20/h      money: any currency, thousands, the period; the questions on
//	                          currency and period say which they are, not this field
//
// Anything else is refused rather than guessed at: 38-40, 1 8 5, 7h75, 10 % or
// 3 weeks in a field for days.

// maxTyped is the length in bytes beyond which nothing typed is a number.
const maxTyped = 64

// Parse reads what a person typed into the field of a number question. The
// value is a float64 in the unit of the question, or the word the question
// allows instead, in capitals or not. ok is false without a problem when the
// field was left empty.
func (q *Question) Parse(typed string) (value any, ok bool, problem *Problem) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return nil, false, nil
	}
	n, ok := 0.0, false
	if len(typed) <= maxTyped {
		text := plain(typed)
		if q.Word != "" && strings.EqualFold(text, q.Word) {
			return q.Word, true, nil
		}
		n, ok = q.parseQuantity(text)
	}
	if !ok {
		return nil, false, q.notANumber(typed)
	}
	for _, e := range failures(n, numberRule(q)) {
		wrong := numberProblem(q, e, answerPath(q.ID))
		return nil, false, &wrong
	}
	return n, true, nil
}

func (q *Question) notANumber(typed string) *Problem {
	example := "46.5"
	switch {
	case q.what() == "hours":
		example = "7.5 or 7h30"
	case q.Whole:
		example = "12"
	}
	if q.Word != "" {
		example += ", or " + quote(q.Word)
	}
	return &Problem{
		Path:    answerPath(q.ID),
		Code:    NotANumber,
		Args:    map[string]string{"id": q.ID, "got": shorten(typed)},
		Message: quote(typed) + " cannot be read as a number",
		Hint:    "digits, as in " + example,
	}
}

// plain maps the characters that keyboards and copied text put in place of
// ASCII ones, drops invisible ones, and makes letters small.
func plain(typed string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r): // with U+00A0 and U+202F
			return ' '
		case unicode.Is(unicode.Cf, r): // marks of direction and width
			return -1
		case r == '\u2212' || r == '\u2013': // minus sign, en dash
			return '-'
		case r == '\u2019' || r == '\u02BC': // apostrophes
			return '\''
		case '\uFF01' <= r && r <= '\uFF5E': // full-width forms
			r += '!' - '\uFF01'
		}
		return unicode.ToLower(r)
	}, typed))
}

// parseQuantity reads a sign, a number and what may stand around it.
func (q *Question) parseQuantity(text string) (n float64, ok bool) {
	negative := false
	text, signed := cutSign(text, &negative)
	if q.Unit == Money {
		text, _ = cutCurrency(text)
		if !signed {
			text, _ = cutSign(text, &negative)
		}
	}
	digits := numberRun(text)
	rest := strings.TrimSpace(text[len(digits):])
	digits = strings.TrimRight(digits, " ")

	switch q.what() {
	case Money:
		n, ok = parseMoney(digits, rest)
	case "hours":
		n, ok = q.parseHours(digits, rest)
	default:
		n, ok = q.parseDecimal(digits)
		rest, _ = cutWord(rest, unitWords[q.what()])
		ok = ok && q.isPeriod(rest)
	}
	if negative {
		n = -n
	}
	return n + 0, ok // -0 becomes 0
}

func parseMoney(digits, rest string) (n float64, ok bool) {
	exponent := ""
	if after, ok := cutThousand(rest); ok {
		rest, exponent = after, "e3"
	}
	rest, _ = cutCurrency(rest)
	if rest != "" && !cutPeriod(rest, payPeriods) {
		return 0, false
	}
	decimal, thousands := readings(digits)
	switch {
	case thousands == "":
		return toFloat(decimal + exponent)
	case exponent == "": // no currency has thousandths that people are paid in
		return toFloat(thousands)
	}
	return 0, false // 1,250k may mean a thousand times more or less
}

// parseHours reads hours, minutes, or both.
func (q *Question) parseHours(digits, rest string) (n float64, ok bool) {
	if after, isMinutes := cutWord(rest, minuteWords); isMinutes {
		n, ok = q.parseDecimal(digits)
		return n / 60, ok && q.isPeriod(after)
	}
	clock, isClock := strings.CutPrefix(rest, ":")
	if !isClock {
		after, isHours := cutWord(rest, unitWords["hours"])
		if !isHours || numberRun(after) == "" {
			n, ok = q.parseDecimal(digits)
			return n, ok && q.isPeriod(after)
		}
		clock = after
	}
	minutes := strings.TrimRight(numberRun(clock), " ")
	after := strings.TrimSpace(clock[len(minutes):])
	if isClock {
		after, _ = cutWord(after, unitWords["hours"]) // 7:30 h
	} else {
		spelledOut := false
		if after, spelledOut = cutWord(after, minuteWords); spelledOut && len(minutes) == 1 {
			minutes = "0" + minutes // 7 h 5 min, but 7h5 could be half past seven
		}
	}
	hour, hourErr := strconv.ParseUint(digits, 10, 16)
	minute, minuteErr := strconv.ParseUint(minutes, 10, 16)
	ok = hourErr == nil && minuteErr == nil && len(minutes) == 2 && minute < 60 && q.isPeriod(after)
	return (float64(hour)*60 + float64(minute)) / 60, ok
}

// parseDecimal picks the reading of an ambiguous number that the question
// allows; the decimal one if it allows both or neither.
func (q *Question) parseDecimal(digits string) (n float64, ok bool) {
	decimal, thousands := readings(digits)
	n, ok = toFloat(decimal)
	if thousands != "" && len(failures(n, numberRule(q))) > 0 {
		if t, ok := toFloat(thousands); ok && len(failures(t, numberRule(q))) == 0 {
			return t, true
		}
	}
	return n, ok
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
	return n, err == nil
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// numberRun returns the digits and separators that text begins with.
func numberRun(text string) string {
	return text[:len(text)-len(strings.TrimLeft(text, "0123456789.,' "))]
}

func cutSign(text string, negative *bool) (rest string, found bool) {
	if text == "" || text[0] != '-' && text[0] != '+' {
		return text, false
	}
	*negative = text[0] == '-'
	return strings.TrimSpace(text[1:]), true
}

// The words of units, small letters, English and French. A unit that is not
// here is typed without words.
var (
	unitWords = map[string][]string{
		"accounts": {"account", "accounts", "compte", "comptes"},
		"days":     {"d", "day", "days", "j", "jour", "jours"},
		"evenings": {"evening", "evenings", "soir", "soirs", "soirée", "soirées"},
		"hours":    {"h", "hr", "hrs", "hour", "hours", "heure", "heures"},
		"levels":   {"level", "levels", "niveau", "niveaux"},
		"people":   {"person", "people", "personne", "personnes"},
		"weeks":    {"w", "wk", "wks", "week", "weeks", "sem", "semaine", "semaines"},
		"years":    {"y", "yr", "yrs", "year", "years", "an", "ans", "année", "années"},
	}
	minuteWords   = []string{"m", "mn", "min", "mins", "minute", "minutes"}
	thousandWords = []string{"k"}
	currencyWords = []string{
		"euro", "euros", "dollar", "dollars", "pound", "pounds", "livre", "livres",
		"franc", "francs", "fr", "yen", "yens", "rupee", "rupees", "roupie", "roupies", "rs",
	}
	periodWords = map[string][]string{
		"hour":  {"h", "hr", "hour", "heure"},
		"week":  {"w", "wk", "week", "sem", "semaine"},
		"month": {"mo", "month", "mois"},
		"year":  {"y", "yr", "year", "an", "année", "annum"},
	}
	payPeriods = []string{"hour", "month", "year"}
	perWords   = []string{"a", "an", "per", "par"}
)

// what returns the first half of a unit: "hours" of "hours_per_week".
func (q *Question) what() string {
	what, _, _ := strings.Cut(q.Unit, "_per_")
	return what
}

// isPeriod reports whether text is empty or the second half of the unit:
// "/week", "a week", "par semaine".
func (q *Question) isPeriod(text string) bool {
	_, per, _ := strings.Cut(q.Unit, "_per_")
	return text == "" || cutPeriod(text, []string{per})
}

// cutPeriod reports whether text is one of the periods and nothing else.
func cutPeriod(text string, periods []string) bool {
	text, found := strings.CutPrefix(text, "/")
	if !found {
		if text, found = cutWord(text, perWords); !found {
			if text, found = strings.CutPrefix(text, "de l'"); !found {
				return false
			}
		}
	}
	return slices.ContainsFunc(periods, func(period string) bool {
		rest, found := cutWord(strings.TrimSpace(text), periodWords[period])
		return found && rest == ""
	})
}

// cutThousand cuts the k of 58k, 35 k€ and 35 keur.
func cutThousand(text string) (rest string, found bool) {
	if rest, found = cutWord(text, thousandWords); found {
		return rest, true
	}
	if rest, found = strings.CutPrefix(text, "k"); found {
		_, found = cutCurrency(rest)
	}
	if !found {
		return text, false
	}
	return rest, true
}

// cutCurrency cuts a symbol (€, US$), a code (CHF) or a word (euros).
func cutCurrency(text string) (rest string, found bool) {
	letters := letterRun(text)
	after := text[len(letters):]
	symbol := strings.TrimLeftFunc(after, func(r rune) bool { return unicode.Is(unicode.Sc, r) })
	switch {
	case len(symbol) < len(after) && len(letters) <= 3:
		return strings.TrimSpace(symbol), true
	case letters != "" && len(failures(strings.ToUpper(letters), "iso4217")) == 0:
		return strings.TrimSpace(after), true
	}
	return cutWord(text, currencyWords)
}

// cutWord cuts one of words, with the point that may end an abbreviation.
func cutWord(text string, words []string) (rest string, found bool) {
	word := letterRun(text)
	if !slices.Contains(words, word) {
		return text, false
	}
	return strings.TrimSpace(strings.TrimPrefix(text[len(word):], ".")), true
}

func letterRun(text string) string {
	return text[:len(text)-len(strings.TrimLeftFunc(text, unicode.IsLetter))]
}
