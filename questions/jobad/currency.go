package jobad

import "strings"

// A family are the moneys that one sign or word stands for. Which it is, the
// places an ad names decide.
type family struct {
	codes string // ISO 4217, with spaces between
	usual string // what it is where no place is named, "" where nobody can tell
}

// families go by a mark that is no code.
var families = map[string]family{
	"$":        {"USD CAD AUD NZD HKD SGD TWD MXN JMD TTD BBD BZD FJD NAD XCD BSD GYD ZWL", ""}, // the language decides, in offer
	"Rs":       {"INR PKR LKR NPR MUR", "INR"},
	"CFA":      {"XOF XAF", "XOF"},
	"DH":       {"MAD AED", "MAD"},
	"yen":      {"JPY CNY", ""},
	"kr":       {"SEK NOK DKK ISK", ""},
	"peso":     {"MXN PHP ARS COP CLP UYU DOP CUP", ""},
	"shilling": {"KES UGX TZS SOS", ""},
	"dinar":    {"TND DZD KWD BHD JOD IQD LYD RSD", ""},
	"franc":    {"CHF XOF XAF CDF RWF BIF GNF DJF KMF XPF", ""},
	"riyal":    {"SAR QAR OMR YER", ""},
}

// The signs of money.
var currencySigns = map[rune]string{
	'$': "$", '€': "EUR", '£': "GBP", '₹': "INR", '₨': "Rs", '₱': "PHP", '₦': "NGN", '₵': "GHS", '₪': "ILS", '₺': "TRY", '₽': "RUB",
	'₩': "KRW", '₫': "VND", '฿': "THB", '₴': "UAH", '₸': "KZT", '₡': "CRC", '₲': "PYG", '₭': "LAK", '₮': "MNT", '₾': "GEL", '¥': "yen",
}

// The short forms that stand before a dollar sign, and in two letters behind it.
var dollars = map[string]string{
	"us": "USD", "ca": "CAD", "c": "CAD", "cad": "CAD", "can": "CAD", "cdn": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD", "nz": "NZD", "nzd": "NZD",
	"hk": "HKD", "hkd": "HKD", "s": "SGD", "sg": "SGD", "sgd": "SGD", "r": "BRL", "nt": "TWD", "mx": "MXN", "j": "JMD", "tt": "TTD", "bz": "BZD",
	"fj": "FJD", "bb": "BBD", "bds": "BBD", "n": "NAD", "ec": "XCD", "z": "ZWL", "usd": "USD",
}

// The words for money.
var currencyWords = map[string]string{
	"euro": "EUR", "euros": "EUR", "dollars": "$", "dollar": "$", "fcfa": "CFA", "cfa": "CFA", "francs": "franc", "dh": "DH", "dhs": "DH", "dirhams": "DH",
	"dirham": "DH", "dt": "TND", "da": "DZD", "rs": "Rs", "rupees": "Rs", "roupies": "Rs", "ksh": "KES", "kshs": "KES", "ush": "UGX", "tsh": "TZS",
	"shillings": "shilling", "naira": "NGN", "nairas": "NGN", "ghc": "GHS", "cedis": "GHS", "rand": "ZAR", "rands": "ZAR", "zl": "PLN", "zloty": "PLN",
	"rm": "MYR", "rp": "IDR", "fr": "CHF", "frs": "CHF", "sfr": "CHF", "ft": "HUF", "kc": "CZK", "lei": "RON", "birr": "ETB", "ariary": "MGA", "gourdes": "HTG", "kwacha": "ZMW",
	"pula": "BWP", "yen": "JPY", "yens": "JPY", "yuan": "CNY", "rmb": "CNY", "won": "KRW", "baht": "THB", "reais": "BRL", "shekels": "ILS", "sterling": "GBP",
	"pesos": "peso", "kr": "kr", "kroner": "kr", "kronor": "kr", "couronnes": "kr", "dinars": "dinar", "riyals": "riyal", "usdc": "USDC", "usdt": "USDT",
}

// capitals are words that are money only with a capital: "da", "fr" and "won"
// are words like any other.
const capitals = " da dt dh rs fr frs ft rm rp won lei kc "

// isoCodes are the codes of ISO 4217, by the letters they begin with.
const isoCodes = " AED AFN AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP " +
	"DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD " +
	"MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SOS SRD SSP " +
	"SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL "

// currency reads a sign, a code or a word for money at token i.
func (q *quantityReader) currency(i int) (code string, end int) {
	if i >= len(q.list) {
		return "", i
	}
	t := &q.list[i]
	switch t.kind {
	case symbol:
		code = currencySigns[t.r]
		if code == "$" {
			if own, ok := dollars[q.word(i+1)]; ok && q.list[i+1].flags&shout != 0 {
				return own, i + 2 // "$ CA"
			}
		}
		if code != "" {
			return code, i + 1
		}
		return "", i
	case letters:
		if t.end-t.start > maxCurrencyWord {
			return "", i
		}
	default:
		return "", i
	}
	w := q.word(i)
	if q.sign(i+1) == '$' && q.tight(i+1) {
		if code, ok := dollars[w]; ok && t.flags&capital != 0 {
			return code, i + 2
		}
	}
	switch {
	case w == "f" && q.word(i+1) == "cfa":
		return "CFA", i + 2
	case len(w) == 1 && t.flags&capital != 0 && (w == "r" || w == "n"):
		return map[string]string{"r": "ZAR", "n": "NGN"}[w], i + 1
	}
	code, known := currencyWords[w]
	switch {
	case known && strings.Contains(capitals, " "+w+" ") && t.flags&capital == 0:
		return "", i
	case known:
	case len(w) == 3 && strings.Contains(isoCodes, " "+strings.ToUpper(w)+" ") && (t.flags&shout != 0 || strings.Contains(isoUsual, w)):
		code = strings.ToUpper(w)
	default:
		return "", i
	}
	end = i + 1
	if q.sign(end) == '.' && q.tight(end) && end+1 < len(q.list) && (q.list[end+1].kind == digits) {
		end++ // "Rs. 20,000", "Fr. 82'000"
	}
	return code, end
}

// isoUsual are the codes that people write in small letters too.
const isoUsual = "eur gbp usd cad aud chf inr"

// maxCurrencyWord is the length of the longest word for money, with an entity
// or two in it.
const maxCurrencyWord = 16

// moneyOf tells which money a mark stands for, by how often the places of each
// are named; usual is what the language of the ad says of dollars.
func (r *Reader) moneyOf(mark string, named map[string]int, usual string) string {
	f, ok := families[mark]
	if !ok {
		return mark
	}
	best := f.usual
	if mark == "$" {
		best = usual
	}
	most := 0
	for code := range strings.FieldsSeq(f.codes) {
		if n := named[code]; n > most {
			best, most = code, n
		}
	}
	return best
}
