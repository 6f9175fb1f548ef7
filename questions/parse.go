package questions

import "strings"

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

	Converted bool // from hours of a month, as they were typed, to those of a week
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
	if q.OrMore {
		n = min(n, *q.Max)
	}
	for _, e := range failures(n, numberRule(q)) {
		wrong := numberProblem(q, e, answerPath(q.ID))
		return r, &wrong
	}
	r.Value, r.Said, r.Decimal, r.Converted = n, p.said, p.decimal, p.converted
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

// what returns the first half of a unit: "hours" of "hours_per_week".
func (q *Question) what() string {
	what, _, _ := strings.Cut(q.Unit, "_per_")
	return what
}
