// Package i18n holds the words of the interface and writes numbers the way
// each language does. A language is a flat JSON file of keys "area.thing";
// {name} marks a placeholder; a key that counts something has two entries,
// "….one" and "….other".
//
// The words of a questionnaire live in its pack, not here.
package i18n

import (
	"embed"
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"
)

//go:embed en.json fr.json
var files embed.FS

// Languages lists the languages of the interface, the reference one first.
var Languages = []string{"en", "fr"}

// A Printer speaks one language.
type Printer struct {
	lang  string
	words map[string]string
}

// New returns the printer of a language; an unknown one speaks English.
func New(lang string) *Printer {
	data, err := files.ReadFile(lang + ".json")
	if err != nil {
		lang = Languages[0]
		data, _ = files.ReadFile(lang + ".json")
	}
	p := &Printer{lang: lang}
	if err := json.Unmarshal(data, &p.words); err != nil {
		panic(fmt.Sprintf("app/i18n/%s.json: %v", lang, err)) // held by a test
	}
	return p
}

// Lang returns the language code, as in <html lang>.
func (p *Printer) Lang() string { return p.lang }

// Keys returns every key, sorted.
func (p *Printer) Keys() []string {
	keys := make([]string, 0, len(p.words))
	for k := range p.words {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

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

// N is T for a count: it picks "key.one" or "key.other" and fills {n}. French
// says "one" for 0 and 1, English for 1 only (Unicode CLDR plural rules).
func (p *Printer) N(key string, n int, pairs ...string) string {
	form := ".other"
	if n == 1 || n == 0 && p.lang == "fr" {
		form = ".one"
	}
	return p.T(key+form, append(pairs, "n", strconv.Itoa(n))...)
}

// List joins items as a sentence does: "a, b and c".
func (p *Printer) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + p.T("list.and") + items[last]
}

// Number writes x with a fixed number of decimals, rounded half up: 1,850.50
// in English, 1 850,50 in French with a narrow no-break space.
func (p *Printer) Number(x float64, decimals int) string {
	scale := math.Pow(10, float64(decimals))
	s := strconv.FormatFloat(math.Floor(x*scale+0.5+1e-9)/scale, 'f', decimals, 64)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "−", s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	group, point := ",", "."
	if p.lang == "fr" {
		group, point = "\u202f", ","
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + group + whole[i:]
	}
	if fraction != "" {
		whole += point + fraction
	}
	return sign + whole
}

// Plain writes x with as many decimals as it needs, three at most.
func (p *Printer) Plain(x float64) string {
	for decimals := range 3 {
		scale := math.Pow(10, float64(decimals))
		if math.Abs(x*scale-math.Round(x*scale)) < 1e-9 {
			return p.Number(x, decimals)
		}
	}
	return p.Number(x, 3)
}
