// Package i18n holds the words of the interface and writes numbers, money and
// counts the way each language does.
//
// A language is one file, <tag>.json: a flat JSON object, key to text, in the
// order of the keys. {name} marks a placeholder. A key that counts something has
// an entry for each form of counting that the language knows: "….one" and
// "….other" in English. The keys "language.…" are the table of what a language does
// by rule, and "route.…" where its pages stand; README.md says what each may hold.
//
// The words of a questionnaire live in its pack, not here.
package i18n

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
)

// A Printer speaks one language.
type Printer struct{ words map[string]string }

// Parse reads the file of one language. It trusts the file to be whole, as the
// program in the browser does: Read finds everything that may be wrong.
func Parse(data []byte) (*Printer, error) {
	p := &Printer{}
	if err := json.Unmarshal(data, &p.words); err != nil {
		return nil, fmt.Errorf("the words of the interface: %w", err)
	}
	if p.Form(1) == "" {
		return nil, fmt.Errorf("the words of the interface: there is no way of counting called %q", p.words["language.plural"])
	}
	return p, nil
}

// Lang returns the language tag, as in <html lang>.
func (p *Printer) Lang() string { return p.words["language.tag"] }

// RightToLeft reports whether lines begin at the right, as in <html dir="rtl">.
func (p *Printer) RightToLeft() bool { return p.words["language.direction"] == "rtl" }

// Keys returns every key, sorted.
func (p *Printer) Keys() []string { return slices.Sorted(maps.Keys(p.words)) }

// Has reports whether there are words for key.
func (p *Printer) Has(key string) bool {
	_, ok := p.words[key]
	return ok
}

// T returns the words for key with its placeholders filled from pairs of name
// and value. An unknown key comes back in brackets; a test proves that the
// interface asks for none.
func (p *Printer) T(key string, pairs ...string) string {
	text, ok := p.words[key]
	if !ok {
		return "[" + key + "]"
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}

// N is T for a count: it picks the entry of the form that n takes, "key.one" or
// "key.other" in most languages, and fills {n}.
func (p *Printer) N(key string, n int, pairs ...string) string {
	return p.T(key+"."+p.Form(float64(n)), append(pairs, "n", strconv.Itoa(n))...)
}

// Quantity is N for a number that may have a fraction, written by Plain.
func (p *Printer) Quantity(key string, x float64, pairs ...string) string {
	return p.T(key+"."+p.Form(x), append(pairs, "n", p.Plain(x))...)
}

// Form returns the form of counting that x takes in this language, by the rules
// of Unicode CLDR: "one" for 1 alone in English, for everything below 2 in French.
func (p *Printer) Form(x float64) string { return form(p.words["language.plural"], math.Abs(x)) }

// List joins items as a sentence does: "a, b and c".
func (p *Printer) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := len(items) - 1
	return strings.Join(items[:last], p.T("language.comma")) + p.T("language.and") + items[last]
}

// Colon is how a value is introduced: "Signs: 62".
func (p *Printer) Colon() string { return p.T("language.colon") }

// Number writes x with a fixed number of decimals, rounded half up: 1,850.50
// in English, 1 850,50 in French with a narrow no-break space.
func (p *Printer) Number(x float64, decimals int) string {
	s := strconv.FormatFloat(questions.Round(x, decimals), 'f', decimals, 64)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = p.T("language.minus"), s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + p.T("language.group") + whole[i:]
	}
	if fraction != "" {
		whole += p.T("language.point") + fraction
	}
	return sign + whole
}

// Plain writes x with as many decimals as it needs, three at most.
func (p *Printer) Plain(x float64) string {
	for decimals := range 3 {
		if questions.Round(x, decimals) == questions.Round(x, 9) {
			return p.Number(x, decimals)
		}
	}
	return p.Number(x, 3)
}

// Typed writes x the way a person types it into a field: all its digits, in no
// groups.
func (p *Printer) Typed(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', -1, 64), ".", p.T("language.point"), 1)
}
