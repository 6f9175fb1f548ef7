package questions

import (
	"strings"
	"unicode"
)

func letterRun(text string) string {
	return text[:len(text)-len(strings.TrimLeftFunc(text, unicode.IsLetter))]
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

// cutRough cuts what says that a number is only roughly known.
func (p *numberParser) cutRough() bool {
	if word := letterRun(p.rest); strings.EqualFold(word, "ca") && strings.HasPrefix(p.rest[len(word):], "$") {
		return false // Canada's
	}
	return p.cut("~", "≈", "±", "à peu près", "en moyenne", "on average", "or so") || p.cutWord(roughWords)
}

// cutBasis cuts gross or net.
func (p *numberParser) cutBasis() bool {
	switch {
	case p.cutWord(netWords):
		p.said = append(p.said, "net")
	case p.cutWord(grossWords):
		p.said = append(p.said, "gross")
	default:
		return false
	}
	return true
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
			if !p.cutUnit(what) && (what != "months" || !p.cutWord("m")) && (what != "years" || !slash || !p.cutWord("a")) {
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
		p.cutWord(currencyOf)
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
		"days":     "d day days j jour jours tag tage tagen",
		"evenings": "evening evenings soir soirs soirée soirées abend abende abenden",
		"hours":    "h hr hrs hour hours heure heures std stunde stunden wochenstunden",
		"levels":   "level levels niveau niveaux",
		"minutes":  "m mn min mins minute minutes minuten",
		"months":   "mo mos mth mths month months mois monat monate monaten",
		"people":   "person people personne personnes personen",
		"weeks":    "w wk wks week weeks sem semaine semaines woche wochen",
		"years":    "y yr yrs year years an ans année années annum jahr jahre",
	}
	periodUnits = []string{"hours", "days", "weeks", "months", "years"}
	periodWords = map[string]string{
		"hour":  "hourly horaire horaires stündlich ph",
		"day":   "daily quotidien quotidiens quotidiennes",
		"week":  "weekly hebdo hebdomadaire hebdomadaires wöchentlich pw",
		"month": "monthly mensuel mensuels mensuelle mensuelles monatlich pm pcm",
		"year":  "yearly annual annually annuel annuels annuelle annuelles jährlich pa",
	}
	perWords      = "a an per par in over sur each every chaque the la pro je im am"
	andWords      = "and et und"
	halfWords     = "half demi demie"
	orWords       = "or to ou à and et bis"
	roughWords    = "about around approx approximately roughly c ca circa ish env environ etwa ungefähr vers"
	thousandWords = "k mille thousand tsd"
	netWords      = "net nets nette netto"
	grossWords    = "gross brut bruts brute brutto"
	currencyWords = "euro euros dollar dollars pound pounds livre livres franc francs fr sfr yen yens rupee rupees roupie roupies rs fcfa cfa dh dhs dirham dirhams dt real reais kr zł zl"
	currencyOf    = "canadian canadien canadiens américain américains australian australien australiens cfa"
	currencySigns = map[string]string{"€": "EUR", "£": "GBP", "₹": "INR"} // what others share is no code
	dollars       = map[string]string{"US": "USD", "CA": "CAD", "C": "CAD", "CAD": "CAD", "USD": "USD", "A": "AUD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "S": "SGD"}
)
