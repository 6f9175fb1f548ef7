package i18n

import "math"

// form returns the form that words take beside the number x, at least 0, by the
// rule that a file names as "language.plural"; "" where there is no such rule.
// Source: Unicode CLDR 48, supplemental/plurals.xml, cardinal, for numbers that are
// written without zeros at their end.
func form(rule string, x float64) string {
	whole := x == math.Trunc(x)
	ten, hundred := math.Mod(x, 10), math.Mod(x, 100)
	few := whole && ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14)
	switch rule {
	case "none": // Japanese, Chinese, Korean, Vietnamese, Indonesian, Thai
	case "one": // English, German, Dutch, Swedish, Italian, Spanish, Greek, Turkish, Hungarian
		if x == 1 {
			return "one"
		}
	case "below-two": // French, Brazilian Portuguese, Armenian
		if x < 2 {
			return "one"
		}
	case "russian": // and Ukrainian
		switch {
		case whole && ten == 1 && hundred != 11:
			return "one"
		case few:
			return "few"
		case whole:
			return "many"
		}
	case "polish":
		switch {
		case x == 1:
			return "one"
		case few:
			return "few"
		case whole:
			return "many"
		}
	case "czech": // and Slovak
		switch {
		case x == 1:
			return "one"
		case !whole:
			return "many"
		case x >= 2 && x <= 4:
			return "few"
		}
	case "hebrew":
		switch {
		case x == 1 || x > 0 && x < 1:
			return "one"
		case x == 2:
			return "two"
		}
	case "arabic":
		switch {
		case x == 0:
			return "zero"
		case x == 1:
			return "one"
		case x == 2:
			return "two"
		case whole && hundred >= 3 && hundred <= 10:
			return "few"
		case whole && hundred >= 11:
			return "many"
		}
	default:
		return ""
	}
	return "other"
}
