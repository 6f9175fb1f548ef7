package i18n

import "math"

// A pluralRule is a way of counting: the forms that words take beside a number,
// and which of them x takes, x at least 0.
type pluralRule struct {
	forms []string // in the order of Unicode CLDR; the last is "other"
	form  func(x float64) string
}

// pluralRules are those that most languages share, by the name that a file gives
// as "language.plural". Source: Unicode CLDR 48, supplemental/plurals.xml, cardinal,
// for numbers that are written without zeros at their end.
var pluralRules = map[string]pluralRule{
	// Japanese, Chinese, Korean, Vietnamese, Indonesian, Thai.
	"none": {[]string{"other"}, func(float64) string { return "other" }},
	// English, German, Dutch, Swedish, Italian, Spanish, Greek, Turkish, Hungarian.
	"one": {[]string{"one", "other"}, func(x float64) string {
		if x == 1 {
			return "one"
		}
		return "other"
	}},
	// French, Brazilian Portuguese, Armenian.
	"below-two": {[]string{"one", "other"}, func(x float64) string {
		if x < 2 {
			return "one"
		}
		return "other"
	}},
	// Russian, Ukrainian.
	"russian": {[]string{"one", "few", "many", "other"}, func(x float64) string {
		ten, hundred := math.Mod(x, 10), math.Mod(x, 100)
		switch {
		case x != math.Trunc(x):
			return "other"
		case ten == 1 && hundred != 11:
			return "one"
		case ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14):
			return "few"
		}
		return "many"
	}},
	"polish": {[]string{"one", "few", "many", "other"}, func(x float64) string {
		ten, hundred := math.Mod(x, 10), math.Mod(x, 100)
		switch {
		case x != math.Trunc(x):
			return "other"
		case x == 1:
			return "one"
		case ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14):
			return "few"
		}
		return "many"
	}},
	// Czech, Slovak.
	"czech": {[]string{"one", "few", "many", "other"}, func(x float64) string {
		switch {
		case x != math.Trunc(x):
			return "many"
		case x == 1:
			return "one"
		case x >= 2 && x <= 4:
			return "few"
		}
		return "other"
	}},
	"arabic": {[]string{"zero", "one", "two", "few", "many", "other"}, func(x float64) string {
		hundred := math.Mod(x, 100)
		switch {
		case x != math.Trunc(x):
			return "other"
		case x == 0:
			return "zero"
		case x == 1:
			return "one"
		case x == 2:
			return "two"
		case hundred >= 3 && hundred <= 10:
			return "few"
		case hundred >= 11:
			return "many"
		}
		return "other"
	}},
	// Hebrew.
	"hebrew": {[]string{"one", "two", "other"}, func(x float64) string {
		switch {
		case x == 1 || x > 0 && x < 1:
			return "one"
		case x == 2:
			return "two"
		}
		return "other"
	}},
}
