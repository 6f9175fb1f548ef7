package i18n

import "math"

// Money writes an amount in a currency (ISO 4217): $27.88 in English, 27,88 $US
// in French. Without a currency it is a plain number, and one for which the
// language has no "language.money.<code>" is written by its code. Yen have no
// decimals, and neither have amounts beyond which a cent is not in the number.
func (p *Printer) Money(x float64, currency string, decimals int) string {
	if currency == "JPY" || math.Abs(x) >= 1e13 {
		decimals = 0
	}
	sign := ""
	if x < 0 {
		sign, x = p.T("language.minus"), -x
	}
	number := p.Number(x, decimals)
	if currency == "" {
		return sign + number
	}
	if symbol := "language.money." + currency; p.Has(symbol) {
		return sign + p.T("language.money", "n", number, "unit", p.T(symbol))
	}
	return sign + p.T("language.money.code", "n", number, "unit", currency)
}
