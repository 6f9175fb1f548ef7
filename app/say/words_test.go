package say_test

import (
	"strings"
	"testing"
	"unicode"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions/checkup/checkuptest"
)

// An index is named by one word, and a place on the map by another: a strain of 56 is
// not said to be "under strain".
func TestNoPlaceOnTheMapIsCalledAsAnIndex(t *testing.T) {
	c := checkuptest.Open(t)
	for _, lang := range i18n.Languages() {
		v := say.NewVoice(c, lang)
		indices := map[string]string{}
		for _, name := range []string{v.T("result.signs"), v.T("result.strain"), v.T("candle.strain"), v.T("balance.title")} {
			for _, word := range nouns(name) {
				indices[word] = name
			}
		}
		for _, key := range c.Model.Scoring.Bands.Keys {
			for _, word := range nouns(v.BandName(key)) {
				if index, same := indices[word]; same {
					t.Errorf("%s: the place “%s” is called as the index “%s”", lang, v.BandName(key), index)
				}
			}
		}
	}
}

// nouns are the words of a name that are long enough to be no article.
func nouns(name string) []string {
	var words []string
	for _, word := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) > 4 {
			words = append(words, word)
		}
	}
	return words
}
