package jobad

import "strings"

// A quantity is a number of a text, or a range of two: "35", "2-3",
// "$45,000-$52,000", "35 à 38 k€", "three (3) to five (5)".
type quantity struct {
	low, high float64
	currency  string // "USD", "EUR", ..., or "$" when the sign does not say whose
	from, to  int    // tokens of the sentence
	typed     bool   // in digits
}

// quantities reads the numbers of a sentence from left to right.
func (r *Reader) quantities(s *scan, tokens []token) []quantity {
	var list []quantity
	q := quantityReader{r, s, tokens}
	for i := 0; i < len(tokens); {
		n, ok := q.one(i)
		if !ok {
			i++
			continue
		}
		i = n.to
		j, between := q.connector(n.to)
		if m, ok := q.one(j); between && ok {
			low, high := n.low, m.low
			if low < 1000 && high >= 1000 && low*100 < high {
				low *= 1000 // "35 à 38 k€", and the thousands a typist lost: "$65,00 - $72,000"
			}
			if low <= high {
				n.low, n.high, n.to, i = low, high, m.to, m.to
				if n.currency == "" || n.currency == "$" && m.currency != "" {
					n.currency = m.currency
				}
			}
		}
		list = append(list, n)
	}
	return list
}

type quantityReader struct {
	*Reader
	*scan
	list []token
}

// text returns token i, "" behind the last one.
func (q *quantityReader) word(i int) string {
	if i < 0 || i >= len(q.list) {
		return ""
	}
	return q.text[q.list[i].start:q.list[i].end]
}

// tight reports that no white space stands before token i.
func (q *quantityReader) tight(i int) bool {
	return i < len(q.list) && q.list[i].flags&spaced == 0
}

// one reads a single amount at token i, with its currency and thousands.
func (q *quantityReader) one(i int) (quantity, bool) {
	n := quantity{from: i}
	if c, j := q.currency(i); c != "" {
		n.currency, i = c, j
	}
	value, j, ok := q.number(i)
	if !ok {
		return n, false
	}
	n.typed = q.list[i].kind == digits
	if n.currency == "" && i > 0 && q.list[i-1].kind == letters && q.tight(i) && n.typed {
		return n, false // "web3", "H24"
	}
	// "three (3)": the figure repeats the word.
	if !n.typed && q.word(j) == "(" && q.word(j+2) == ")" {
		j += 3
	}
	if w := q.word(j); (w == "k" || w == "K") && (q.tight(j) || value >= 10 && value < 1000) {
		value *= 1000
		j++
	}
	if c, k := q.currency(j); c != "" && (n.currency == "" || n.currency == "$") {
		n.currency, j = c, k
	}
	n.low, n.high, n.to = value, value, j
	return n, true
}

// number reads digits with their separators, or a number word.
func (q *quantityReader) number(i int) (value float64, end int, ok bool) {
	if i >= len(q.list) {
		return 0, 0, false
	}
	t := &q.list[i]
	if t.kind == letters {
		value, ok = q.named(i)
		if unit, found := q.named(i + 2); ok && found && value >= 20 && unit < 10 && q.word(i+1) == "-" {
			return value + unit, i + 3, true // "thirty-five"
		}
		return value, i + 1, ok
	}
	if t.kind != digits || t.end-t.start > 9 {
		return 0, 0, false
	}
	value = q.digits(i)
	i++
	for grouped := t.end-t.start <= 3; grouped; {
		switch {
		case q.three(i) && !q.tight(i): // "35 000"
			value, i = value*1000+q.digits(i), i+1
		case q.separator(i, ",.'’") && q.three(i+1) && q.tight(i+1): // "35,000"
			value, i = value*1000+q.digits(i+1), i+2
		default:
			grouped = false
		}
	}
	if q.separator(i, ",.") && i+1 < len(q.list) && q.list[i+1].kind == digits && q.tight(i+1) && len(q.word(i+1)) <= 2 {
		fraction := q.digits(i + 1)
		if len(q.word(i+1)) == 1 {
			fraction *= 10
		}
		value, i = value+fraction/100, i+2
	}
	return value, i, true
}

// named reads the number word at token i.
func (q *quantityReader) named(i int) (value float64, ok bool) {
	if i >= len(q.list) || q.list[i].kind != letters || q.list[i].word < 0 {
		return 0, false
	}
	for _, a := range q.words[q.list[i].word].atoms {
		if v, ok := q.numbers[a]; ok {
			return float64(v), true
		}
	}
	return 0, false
}

func (q *quantityReader) separator(i int, of string) bool {
	return i < len(q.list) && q.list[i].kind == symbol && q.tight(i) && strings.ContainsRune(of, q.list[i].r)
}

func (q *quantityReader) three(i int) bool {
	return i < len(q.list) && q.list[i].kind == digits && q.list[i].end-q.list[i].start == 3
}

// digits is the value of token i; digits of other scripts count as none.
func (q *quantityReader) digits(i int) (value float64) {
	for _, d := range []byte(q.word(i)) {
		if d >= '0' && d <= '9' {
			value = value*10 + float64(d-'0')
		}
	}
	return value
}

// currency reads a sign or a code at token i.
func (q *quantityReader) currency(i int) (code string, end int) {
	if i >= len(q.list) {
		return "", i
	}
	w, next := q.word(i), q.word(i+1)
	if !maybeCurrency(w, next) {
		return "", i
	}
	w = strings.ToUpper(w)
	switch w {
	case "€", "EUR", "EURO", "EUROS":
		return "EUR", i + 1
	case "£", "GBP":
		return "GBP", i + 1
	case "CHF", "USD", "CAD", "AUD":
		return w, i + 1
	case "US", "CA", "C", "A":
		if next == "$" && q.tight(i+1) {
			return map[string]string{"US": "USD", "CA": "CAD", "C": "CAD", "A": "AUD"}[w], i + 2
		}
	case "$":
		switch strings.ToUpper(next) {
		case "CA", "CAD", "CAN":
			return "CAD", i + 2
		case "US", "USD":
			return "USD", i + 2
		}
		return "$", i + 1
	case "DOLLARS":
		return "$", i + 1
	}
	return "", i
}

// maybeCurrency reports whether a word is worth a closer look, which costs memory.
func maybeCurrency(w, next string) bool {
	if w == "" || len(w) > len("dollars") {
		return false
	}
	switch w[0] {
	case "€"[0], "£"[0], '$', 'e', 'E', 'g', 'G', 'd', 'D':
		return true
	case 'u', 'U', 'c', 'C', 'a', 'A':
		return len(w) == 3 || len(w) < 3 && next == "$"
	}
	return false
}

// connector skips what joins the two ends of a range.
func (q *quantityReader) connector(i int) (end int, ok bool) {
	for ; i < len(q.list); i++ {
		t := &q.list[i]
		switch {
		case t.kind == symbol && t.r == '/' && q.slash(i):
			ok = true
		case t.kind == symbol && strings.ContainsRune("-–—−", t.r), t.kind == letters && isConnector(q.word(i)):
			ok = true
		case t.kind == symbol && t.r == '+', t.kind == ignored:
		case t.kind == symbol && t.r == '.' && !ok && q.tight(i): // "82'000.- à"
		default:
			// "three-five years" has nothing else between the two words.
			return i, ok
		}
	}
	return i, false
}

// slash reports that token i is the stroke of "38/45 K€", and not of a date or
// a fraction: two figures of one length, with thousands or a currency behind.
func (q *quantityReader) slash(i int) bool {
	if i == 0 || i+2 >= len(q.list) || !q.tight(i) || !q.tight(i+1) {
		return false
	}
	low, high := q.word(i-1), q.word(i+1)
	if q.list[i-1].kind != digits || q.list[i+1].kind != digits || len(low) != len(high) || low >= high {
		return false
	}
	currency, _ := q.currency(i + 2)
	return currency != "" || strings.EqualFold(q.word(i+2), "k")
}

func isConnector(w string) bool {
	switch strings.ToLower(w) {
	case "to", "à", "a", "and", "et", "or", "ou", "au":
		return true
	}
	return false
}
