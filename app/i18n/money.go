package i18n

import "math"

// symbols are the units of money of each language, as in Unicode CLDR. English
// writes them before the amount, French after it. A currency that is not here
// is written by its code.
var symbols = map[string]map[string]string{
	"en": {"AUD": "A$", "CAD": "CA$", "EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥", "NZD": "NZ$", "USD": "$"},
	"fr": {"AUD": "$AU", "CAD": "$CA", "EUR": "€", "GBP": "£GB", "INR": "₹", "NZD": "$NZ", "USD": "$US"},
}

// Money writes an amount in a currency (ISO 4217): $27.88 in English, 27,88 $US
// in French. Without a currency it is a plain number. Yen have no decimals, and
// neither have amounts beyond which a cent is not in the number.
func (p *Printer) Money(x float64, currency string, decimals int) string {
	if currency == "JPY" || math.Abs(x) >= 1e13 {
		decimals = 0
	}
	sign := ""
	if x < 0 {
		sign, x = "−", -x
	}
	number := p.Number(x, decimals)
	if currency == "" {
		return sign + number
	}
	symbol, known := symbols[p.lang][currency]
	if !known {
		symbol = currency
	}
	switch {
	case p.lang == "fr":
		return sign + number + "\u00a0" + symbol
	case known:
		return sign + symbol + number
	default:
		return sign + symbol + "\u00a0" + number
	}
}
