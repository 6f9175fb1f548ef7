package jobad

import "strings"

// A payOffer is the most plausible amount found so far.
type payOffer struct {
	quantity
	period   int // factHour, factDay, factMonth, factYear; -1 when not said
	weight   int
	evidence Evidence
}

// amounts looks for the pay. An amount counts when the sentence or its heading
// speaks of pay and nothing beside it speaks of budgets, bonuses or refunds. The
// weights and sizes are our own judgement, tried on advertisements: no wage table
// is behind them, and they decide only which number of a text is the pay.
func (f *factReader) amounts(t *sentence, found *spans, numbers []quantity, header bool) {
	if len(numbers) == 0 {
		return
	}
	under := f.underSays(t, factPay)
	enough := 3
	if t.section == apply || t.section == company {
		enough = 4 // revenues and the like stand here
	}
	for i, n := range numbers {
		from, to := t.wordAt(f.scan, n.from), t.wordAt(f.scan, n.to)
		if !n.typed || n.low <= 0 || found.within(factNotPay, f.edge(t, from, -3, apart), from) || found.within(factNotPay, to, f.edge(t, f.per(t, found, to), 3, apart)) {
			continue
		}
		next := len(t.words)
		if i+1 < len(numbers) {
			next = t.wordAt(f.scan, numbers[i+1].from)
		}
		scale := 1.0
		if !dear(n.currency) {
			scale = 100 // a rupee, a franc CFA
		}
		period, said := -1, false
		for _, p := range []int{factHour, factDay, factFortnight, factWeek, factMonth, factYear} {
			if (plausible(n.low, p) || scale > 1 && plausible(n.low/scale, p)) && found.within(p, to, min(to+reach, next)) && (!said || found.first(p, to) < found.first(period, to)) {
				period, said = p, true
			}
		}
		weight := 0
		if n.currency != "" {
			weight += 2
		}
		if under {
			weight += 5
		}
		if found.has(factPay) {
			weight += 2
		}
		if said && n.currency != "" || t.section == benefits && n.low >= 1000 {
			weight++
		}
		if n.currency != "" && n.low >= 10000 && n.high <= 300000 && (n.high > n.low || len(found.contracts) > 0) {
			weight++ // a range of the size of a year's pay is seldom anything else
		}
		if header && n.currency != "" && n.low >= 15000 && n.high <= 300000 {
			weight++ // of the size of a year's pay, beside the title
		}
		if n.currency == "" && !(under && n.low >= 1000) || weight < enough {
			continue
		}
		if best := &f.pay; weight > best.weight {
			if n.yearly {
				period = factYear
			}
			*best = payOffer{n, period, weight, f.evidenceOf(t.tokens[n.from:n.to])}
			if period < 0 {
				for _, p := range []int{factHour, factDay, factMonth, factYear} {
					if found.has(p) && (plausible(n.low, p) || scale > 1 && plausible(n.low/scale, p)) {
						best.period = p
						break
					}
				}
			}
		} else if said && best.period == period && weight == best.weight && best.evidence.End > int(t.tokens[0].start) && n.currency == best.currency {
			// "$16/hour (days) | $19/hour (nights)"
			best.low, best.high = min(best.low, n.low), max(best.high, n.high)
		}
	}
}

// underSays reports that the heading or label t stands under speaks of a fact.
func (f *factReader) underSays(t *sentence, name int) (says bool) {
	if len(t.under) > 0 {
		m := matcher{words: t.under, barriers: &f.barriers, yielder: f.yielder}
		f.Reader.find(phaseOf[fact], &m, anyLanguage, func(p *pattern, _, _ int) {
			says = says || p.group.kind == fact && p.group.name == name
		})
	}
	return says
}

// dear reports a money of which a thousand are paid for a month, not an hour.
func dear(currency string) bool {
	switch currency {
	case "", "$", "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD":
		return true
	}
	return false
}

// plausible reports whether somebody is paid so much per hour, day, month or
// year: a leave of two months in the same line says nothing of 38,000. The limits
// are our own judgement, wide enough for every currency that is known here.
func plausible(amount float64, period int) bool {
	switch period {
	case factHour:
		return amount < 300
	case factDay:
		return amount < 3000
	case factWeek, factFortnight:
		return amount >= 100 && amount < 9000
	case factMonth:
		return amount >= 100 && amount < 15000
	}
	return amount >= 3000
}

// per skips the period behind an amount: "$40k/month budget" is no pay.
func (f *factReader) per(t *sentence, found *spans, i int) int {
	if found.within(factMonth, i, i+1) || found.within(factYear, i, i+1) || found.within(factDay, i, i+1) {
		i++
	}
	return i
}

// apart are the signs that part one amount of money from the next.
const apart = ",+•·;—|()/&"

// edge moves from word i by n words, but not past one of the signs.
func (f *factReader) edge(t *sentence, i, n int, signs string) int {
	step := 1
	if n < 0 {
		step = -1
	}
	for ; n != 0 && i > 0 && i < len(t.words); n -= step {
		if step > 0 {
			switch f.lower(t.words[i]) {
			case "plus", "with", "and", "avec", "et":
				return i // "plus health insurance" says what comes on top
			}
		}
		for k := t.words[i-1].token + 1; k < t.words[i].token; k++ {
			if tk := &f.tokens[k]; tk.kind == symbol && strings.ContainsRune(signs, tk.r) {
				return i
			}
		}
		i += step
	}
	return i
}

// offer completes the pay with what goes without saying: whose dollars, and by
// the size of the amount what it is paid for.
func (f *factReader) offer() *Pay {
	p := &Pay{Min: f.pay.low, Max: f.pay.high, Currency: f.pay.currency}
	usual := "USD"
	if f.ad.Language == "fr" {
		usual = "CAD"
	}
	if p.Currency == "" {
		// An amount without a sign is in the money of the place.
		most := 0
		for _, code := range f.moneys {
			if n := f.places[code]; n > most {
				p.Currency, most = code, n
			}
		}
		switch {
		case p.Currency != "":
		case f.ad.Language == "fr":
			p.Currency = "EUR"
		default:
			p.Currency = usual
		}
	}
	mark := p.Currency
	p.Currency = f.moneyOf(mark, f.places, usual)
	f.ad.Facts.DollarOpen = mark == "$" && f.moneyOf(mark, f.places, "") == ""
	switch f.pay.period {
	case factHour:
		p.Period = "hour"
	case factDay:
		p.Period = "day"
	case factWeek:
		p.Period = "week"
	case factFortnight:
		p.Period = "fortnight"
	case factMonth:
		p.Period = "month"
	case factYear:
		p.Period = "year"
	default:
		switch {
		case !dear(p.Currency) && p.Max >= 100: // by the month as a rule, by the year when it is much
			p.Period = "month"
			if p.Max >= 2*lakh {
				p.Period = "year"
			}
		case p.Max < 100:
			p.Period = "hour"
		case p.Max < 1000:
			p.Period = "day"
		case p.Max < 10000:
			p.Period = "month"
		default:
			p.Period = "year"
		}
	}
	return p
}
