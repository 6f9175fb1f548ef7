package say

import (
	"bothends/questions"
	"bothends/questions/pay"
)

// Advised are the questions on pay beside which the program may advise.
var Advised = []string{AskAmount, AskCurrency, askShares}

// PayAdvice are the doubts about answers on pay, by question; "" for none.
// They change nothing; that about the amount waits for yes or no (see Doubts).
func (v Voice) PayAdvice(t *pay.Tables, a questions.Answers) map[string]string {
	advice := make(map[string]string, len(Advised))
	for _, id := range Advised {
		advice[id] = ""
	}
	code, _ := a.Choice(AskCountry)
	currency, _ := a.Choice(AskCurrency)
	country, known := t.Country(code)
	if known && currency != "" && currency != country.Currency {
		advice[AskCurrency] = v.T("pay.hint.currency", "currency", v.Pack.Get("currency."+country.Currency))
	}
	if h := t.Hint(a); h != nil {
		advice[AskAmount] = v.T("pay.hint."+h.Key, "hourly", v.roughly(h.Hourly, currency), "reference", v.roughly(h.Reference, currency))
	}
	if _, shared := a.Shares(askShares); shared {
		if r := t.Compute(a); r != nil && r.Reasons[pay.ForShares] != "" {
			advice[askShares] = v.T("pay.share." + r.Reasons[pay.ForShares])
		}
	}
	return advice
}

// roughly writes an amount with cents only where they matter.
func (v Voice) roughly(x float64, currency string) string {
	if x >= 100 {
		return v.Money(x, currency, 0)
	}
	return v.Money(pay.RoundCents(x), currency, 2)
}
