// Package readability estimates at which age a text is read with ease, by the
// established formulas of each language:
//
//	en  Flesch-Kincaid grade: 0.39 words/sentence + 11.8 syllables/word − 15.59; a grade is the age less 5
//	fr  Kandel-Moles ease: 207 − 1.015 words/sentence − 73.6 syllables/word (the form of Flesch for French);
//	    ages by the table of Flesch: 90 is 11 years, 80 12, 70 13, 60 15, 50 17, 30 20
//	de  Amstad ease: 180 − words/sentence − 58.5 syllables/word (the form of Flesch for German); ages by the same table
//
// They count words and syllables and know nothing of sense: good for finding long
// sentences of long words, not for proving that a text is clear. Sources: Kincaid
// et al. 1975; Kandel and Moles 1958; Amstad 1978; Flesch 1949.
package readability

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Languages are those with a formula.
var Languages = []string{"en", "fr", "de"}

// A Sentence is one sentence of a text with the age at which it is read with ease.
type Sentence struct {
	Key  string // of the text
	Text string
	Age  float64 // years
}

// least is the fewest words of a sentence that the formulas can judge: a label of
// three long words is no hard sentence.
const least = 6

// Judge returns the sentences of texts, hardest first, and the age at which they
// are read with ease on the whole. ok is false for a language without a formula,
// and where there is nothing to judge.
func Judge(lang string, texts map[string]string) (sentences []Sentence, age float64, ok bool) {
	if !slices.Contains(Languages, lang) {
		return nil, 0, false
	}
	words, syllables := 0, 0
	for key, text := range texts {
		for _, s := range split(text) {
			w, y := count(lang, s)
			if w < least {
				continue
			}
			words += w
			syllables += y
			sentences = append(sentences, Sentence{key, s, ageOf(lang, float64(w), float64(y)/float64(w))})
		}
	}
	if len(sentences) == 0 {
		return nil, 0, false
	}
	slices.SortFunc(sentences, func(a, b Sentence) int {
		return cmp.Or(cmp.Compare(b.Age, a.Age), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Text, b.Text))
	})
	return sentences, ageOf(lang, float64(words)/float64(len(sentences)), float64(syllables)/float64(words)), true
}

// ageOf is the formula of a language: words per sentence, syllables per word.
func ageOf(lang string, words, syllables float64) float64 {
	switch lang {
	case "en":
		return max(5, 0.39*words+11.8*syllables-15.59+5)
	case "de":
		return ageOfEase(180 - words - 58.5*syllables)
	}
	return ageOfEase(207 - 1.015*words - 73.6*syllables)
}

// flesch is the table of Flesch, ease to years, in between by a straight line.
var flesch = [][2]float64{{100, 10}, {90, 11}, {80, 12}, {70, 13}, {60, 15}, {50, 17}, {30, 20}, {0, 24}}

func ageOfEase(ease float64) float64 {
	if ease >= flesch[0][0] {
		return flesch[0][1]
	}
	for i := 1; i < len(flesch); i++ {
		if a, b := flesch[i-1], flesch[i]; ease >= b[0] {
			return a[1] + (a[0]-ease)/(a[0]-b[0])*(b[1]-a[1])
		}
	}
	return flesch[len(flesch)-1][1]
}

// split cuts a text into sentences. A colon or a semicolon ends one for a reader
// who needs rest.
func split(text string) []string {
	var out []string
	start := 0
	runes := []rune(text)
	for i, r := range runes {
		ends := strings.ContainsRune(".!?:;\n", r) && (i+1 == len(runes) || unicode.IsSpace(runes[i+1]) || r == '\n')
		if ends || i+1 == len(runes) {
			if s := strings.TrimSpace(string(runes[start : i+1])); s != "" {
				out = append(out, s)
			}
			start = i + 1
		}
	}
	return out
}

// count returns words and syllables. Names in brackets and placeholders count as
// one short word each.
func count(lang, sentence string) (words, syllables int) {
	for _, field := range strings.FieldsFunc(sentence, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("’'-–/()«»“”„", r)
	}) {
		letters := strings.ToLower(strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		switch {
		case letters == "":
		case strings.HasPrefix(field, "{") || unicode.IsDigit([]rune(letters)[0]):
			words, syllables = words+1, syllables+1
		default:
			words, syllables = words+1, syllables+syllablesOf(lang, letters)
		}
	}
	return words, syllables
}

const vowels = "aeiouyàâäéèêëîïôöùûüœæ"

// syllablesOf counts groups of vowels, less an e at the end that is not heard.
func syllablesOf(lang, word string) int {
	groups, in := 0, false
	for _, r := range word {
		vowel := strings.ContainsRune(vowels, r)
		if vowel && !in {
			groups++
		}
		in = vowel
	}
	silent := strings.HasSuffix(word, "e") && !(lang == "en" && strings.HasSuffix(word, "le"))
	switch {
	case groups > 1 && lang == "en" && (silent || strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ted") && !strings.HasSuffix(word, "ded")):
		groups--
	case groups > 1 && lang == "fr" && (silent || strings.HasSuffix(word, "es")):
		groups--
	}
	return max(1, groups)
}
