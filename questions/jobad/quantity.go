package jobad

import "strings"

// A quantity is a number of a text, or a range of two: "35", "2-3",
// "$45,000-$52,000", "35 à 38 k€", "three (3) to five (5)", "4-6 lakhs".
type quantity struct {
	low, high float64
	currency  string // ISO 4217, or "$" when the sign does not say whose
	from, to  int    // tokens of the sentence
	typed     bool   // in digits
	yearly    bool   // "6 LPA", lakhs a year
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
			switch {
			case low < 1000 && high >= lakh && low*lakh <= high:
				low *= lakh // "4-6 lakhs"
			case low < 1000 && high >= 1000 && low*100 < high:
				low *= 1000 // "35 à 38 k€", and the thousands a typist lost: "$65,00 - $72,000"
			}
			if low <= high {
				n.low, n.high, n.to, i, n.yearly = low, high, m.to, m.to, n.yearly || m.yearly
				if n.currency == "" || n.currency == "$" && m.currency != "" {
					n.currency = m.currency
				}
			}
		}
		list = append(list, n)
	}
	return list
}

// lakh is the Indian hundred thousand.
const lakh = 100_000

type quantityReader struct {
	*Reader
	*scan
	list []token
}

// word is token i in small letters without accents, "" for signs and behind
// the last one. Numbers are in ASCII digits, whatever they were typed in.
func (q *quantityReader) word(i int) string {
	if i < 0 || i >= len(q.list) {
		return ""
	}
	t := &q.list[i]
	if t.kind != letters && t.kind != digits && t.kind != ignored {
		return ""
	}
	return q.folded(t)
}

// sign is the character of token i, 0 when it is none.
func (q *quantityReader) sign(i int) rune {
	if i < 0 || i >= len(q.list) || q.list[i].kind != symbol {
		return 0
	}
	return q.list[i].r
}

// tight reports that no white space stands before token i.
func (q *quantityReader) tight(i int) bool {
	return i < len(q.list) && q.list[i].flags&spaced == 0
}

// one reads a single amount at token i, with its currency and thousands.
func (q *quantityReader) one(i int) (quantity, bool) {
	n := quantity{from: i}
	if i < len(q.list) && q.list[i].kind == newline {
		return n, false
	}
	single := false
	if c, j := q.currency(i); c != "" {
		single = q.list[i].kind == letters && q.list[i].end-q.list[i].start == 1 && j == i+1
		n.currency, i = c, j
	}
	value, j, ok := q.number(i)
	if !ok || single && (!q.tight(i) || value < 20) {
		return n, false // "R2", "N 12" are no money
	}
	n.typed = q.list[i].kind == digits
	if n.currency == "" && i > 0 && q.list[i-1].kind == letters && q.tight(i) && n.typed {
		return n, false // "web3", "H24"
	}
	// "three (3)": the figure repeats the word.
	if !n.typed && q.sign(j) == '(' && q.sign(j+2) == ')' {
		j += 3
	}
	switch w := q.word(j); w {
	case "k":
		if q.tight(j) || value >= 10 && value < 1000 {
			value *= 1000
			j++
		}
	case "lakh", "lakhs", "lac", "lacs", "lpa":
		if value < 1000 {
			value *= lakh
			n.yearly = w == "lpa"
			j++
			if n.currency == "" {
				n.currency = "INR"
			}
		}
	}
	if q.sign(j) == '.' && q.tight(j) && q.sign(j+1) == '-' && q.tight(j+1) {
		j += 2 // "6500.-"
	}
	if c, k := q.currency(j); c != "" && (n.currency == "" || n.currency == "$") && !q.soft(j, k) {
		n.currency, j = c, k
	}
	for k := j; n.currency == "$" && k < min(j+6, len(q.list)); k++ { // "$24/hour (CAD)"
		if t := &q.list[k]; t.kind == letters && t.flags&shout != 0 && t.end-t.start == 3 && dollars[q.word(k)] != "" {
			n.currency = dollars[q.word(k)]
		}
	}
	n.low, n.high, n.to = value, value, j
	return n, true
}

// soft reports that the currency at tokens i to end is one letter, which only
// stands before an amount, or belongs to a word behind it: "3 CAD designers".
func (q *quantityReader) soft(i, end int) bool {
	if q.list[i].kind != letters {
		return false
	}
	if q.list[i].end-q.list[i].start == 1 && end == i+1 {
		return true
	}
	switch q.word(end) {
	case "software", "designer", "designers", "drawing", "drawings", "files", "file", "operator", "operators", "technician", "tools", "models":
		return true
	}
	return false
}

// number reads digits with their separators, or a number word.
func (q *quantityReader) number(i int) (value float64, end int, ok bool) {
	if i >= len(q.list) {
		return 0, 0, false
	}
	t := &q.list[i]
	if t.kind == letters {
		value, ok = q.named(i)
		if unit, found := q.named(i + 2); ok && found && value >= 20 && unit < 10 && q.sign(i+1) == '-' {
			return value + unit, i + 3, true // "thirty-five"
		}
		return value, i + 1, ok
	}
	if t.kind != digits || t.size > 9 {
		return 0, 0, false
	}
	value = float64(t.value)
	i++
	if t.size <= 2 && q.two(i) && q.two(i+2) && q.separator(i+4, ",") && q.three(i+5) && q.tight(i+5) { // "1,20,50,000"
		value, i = (value*100+float64(q.list[i+1].value))*100+float64(q.list[i+3].value), i+4
	} else if t.size <= 2 && q.two(i) && q.separator(i+2, ",") && q.three(i+3) && q.tight(i+3) { // "4,50,000"
		value, i = value*100+float64(q.list[i+1].value), i+2
	}
	for grouped := t.size <= 3; grouped; {
		switch {
		case q.three(i) && !q.tight(i): // "35 000"
			value, i = value*1000+float64(q.list[i].value), i+1
		case q.separator(i, ",.'’‘´`′") && q.three(i+1) && q.tight(i+1): // "35,000"
			value, i = value*1000+float64(q.list[i+1].value), i+2
		default:
			grouped = false
		}
	}
	if q.separator(i, ",.") && i+1 < len(q.list) && q.list[i+1].kind == digits && q.tight(i+1) && q.list[i+1].size <= 2 {
		fraction := float64(q.list[i+1].value)
		if q.list[i+1].size == 1 {
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
	return q.sign(i) != 0 && q.tight(i) && strings.ContainsRune(of, q.sign(i))
}

func (q *quantityReader) three(i int) bool {
	return i < len(q.list) && q.list[i].kind == digits && q.list[i].size == 3
}

// two reports a comma and two digits at token i.
func (q *quantityReader) two(i int) bool {
	return q.separator(i, ",") && i+1 < len(q.list) && q.list[i+1].kind == digits && q.list[i+1].size == 2 && q.tight(i+1)
}

// connector skips what joins the two ends of a range.
func (q *quantityReader) connector(i int) (end int, ok bool) {
	for ; i < len(q.list); i++ {
		t := &q.list[i]
		switch {
		case t.kind == newline: // the line goes on: see unwrap
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
	low, high := &q.list[i-1], &q.list[i+1]
	if low.kind != digits || high.kind != digits || low.size != high.size || low.value >= high.value {
		return false
	}
	currency, _ := q.currency(i + 2)
	return currency != "" || q.word(i+2) == "k"
}

func isConnector(w string) bool {
	switch w {
	case "to", "a", "and", "et", "or", "ou", "au":
		return true
	}
	return false
}
