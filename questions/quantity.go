package questions

import (
	"strconv"
	"strings"
)

// A numberParser takes a number and what stands around it from the front of rest.
type numberParser struct {
	q       *Question
	rest    string // what is left
	unit    string // the words beside the field
	said    []string
	decimal float64

	converted bool // from a month to a week
}

// parse reads a sign, a number and what may stand around it. Code says why it
// could not; what was not understood is left in rest.
func (p *numberParser) parse() (n float64, code string) {
	negative := false
	for p.cutRough() || p.q.Unit == Money && p.cutBasis() {
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
	p.rest = strings.TrimPrefix(p.rest, "/-") // Rs 45,000/-
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
		case p.cutBasis():
		case !currency && p.cutCurrency():
			currency = true
		case p.cutRough(), p.cutOwnUnit(), p.cutEnd():
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
		case period == "" && (p.cutRough() || p.cutEnd()):
		case period == "":
			return "" // what is left is told
		case period == per, per == "" && p.q.Unit == "hours" && period == "day", per == "4_weeks" && period == "month":
		case per == "week" && period == "month" && p.q.what() == "hours":
			*n = *n * 12 / 52 // [F2]
			p.converted = true
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
