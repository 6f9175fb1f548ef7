// Package pseudo makes languages that nobody speaks out of English, to prove that
// one is data and nothing else: that every word of a page is translated, that
// longer words have room, and that a page reads from right to left.
//
// Nothing that ships imports it.
package pseudo

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/packs"
)

// A Language writes English in other letters. The tags are those of languages
// that exist, so that browsers and checkers know their form.
type Language struct {
	Tag     string
	letters *strings.Replacer
	longer  string            // what texts are lengthened with, "" for none
	table   map[string]string // what it does by rule
}

// Accented is "[Ŝéĺƒ-çħéçķ ŵóŕđ]": every text is in brackets and 40 % longer. A text
// put together of pieces shows by its brackets, one that is not translated by its
// plain letters.
var Accented = Language{
	Tag:    "eo",
	longer: " ŵóŕđ ĺóñĝéŕ ţéẋţ ñóŵ",
	letters: strings.NewReplacer(pairs(
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
		"áƀçđéƒĝħíĵķĺɱñóƥɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓƤɊŔŜŢÚṼŴẊÝŽ")...),
	table: map[string]string{
		"locale": "eo_EO", "group": "\u00a0", "point": ",", "colon": "\u00a0: ", "hour": "8", "first": "1-a",
		"money": "{n}\u00a0{unit}", "percent": "{n}\u00a0%",
	},
}

// Mirrored has the letters of Hebrew, which stand from right to left, and its way
// of counting.
var Mirrored = Language{
	Tag: "he",
	letters: strings.NewReplacer(pairs(
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
		"אבצדעפגהיזכלמנוםקרסטחךשץןתאבצדעפגהיזכלמנוםקרסטחךשץןת")...),
	table: map[string]string{
		"locale": "he_IL", "direction": "rtl", "plural": "hebrew", "minus": "\u200e−", "plus": "\u200e+", "arrow": "←",
		"money": "{n}\u00a0{unit}", "percent": "{n}%",
	},
}

// All are the languages of this package.
var All = []Language{Accented, Mirrored}

func pairs(from, to string) []string {
	var list []string
	letters := []rune(to)
	for i, r := range []rune(from) {
		list = append(list, string(r), string(letters[i]))
	}
	return list
}

var placeholder = regexp.MustCompile(`\{[a-z_]+\}`)

// Text writes an English text in the language; placeholders stay.
func (l Language) Text(english string) string {
	if strings.TrimSpace(english) == "" {
		return english
	}
	var b strings.Builder
	last := 0
	for _, at := range placeholder.FindAllStringIndex(english, -1) {
		b.WriteString(l.letters.Replace(english[last:at[0]]))
		b.WriteString(english[at[0]:at[1]])
		last = at[1]
	}
	b.WriteString(l.letters.Replace(english[last:]))
	if l.longer == "" {
		return b.String()
	}
	more := utf8.RuneCountInString(english) * 2 / 5
	filler := []rune(strings.Repeat(l.longer, more/utf8.RuneCountInString(l.longer)+1))
	return "[" + b.String() + strings.TrimRight(string(filler[:more]), " ") + "]"
}

// Interface writes the languages beside English into an empty folder, as app/i18n
// has them.
func Interface(folder string) error {
	english, err := fs.ReadFile(i18n.Files(), i18n.Reference+".json")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, i18n.Reference+".json"), english, 0o644); err != nil {
		return err
	}
	var words map[string]string
	if err := json.Unmarshal(english, &words); err != nil {
		return err
	}
	for _, l := range All {
		if err := writeJSON(filepath.Join(folder, l.Tag+".json"), l.words(words)); err != nil {
			return err
		}
	}
	return nil
}

func (l Language) words(english map[string]string) map[string]string {
	out := map[string]string{}
	for key, text := range english {
		_, rule := strings.CutPrefix(key, "language.")
		page, address := strings.CutPrefix(key, "route.")
		switch {
		case page == "waiting":
			out[key] = "/embed/" + l.Tag + "/"
		case page == "checkup":
			out[key] = "/" + l.Tag + "/"
		case address:
			out[key] = "/" + l.Tag + "/" + page + "/"
		case rule:
			out[key] = text
		case key == "month.short":
			out[key] = l.letters.Replace(text)
		default:
			out[key] = l.Text(text)
		}
		if base, counts := strings.CutSuffix(key, ".other"); counts && l.table["plural"] == "hebrew" && english[base+".one"] != "" {
			out[base+".two"] = l.Text(text)
		}
	}
	out["language.tag"] = l.Tag
	out["language.name"] = l.Text(english["language.name"])
	out["language.and"] = l.letters.Replace(english["language.and"])
	for key, text := range l.table {
		out["language."+key] = text
	}
	return out
}

var languages = regexp.MustCompile(`"languages": \[[^\]]*\]`)

// Pack writes the questionnaire of another folder into an empty one, with the
// languages of this package beside English.
func Pack(from fs.FS, folder string) error {
	names, err := fs.Glob(from, "*.json")
	if err != nil {
		return err
	}
	tags := []string{i18n.Reference}
	for _, l := range All {
		tags = append(tags, l.Tag)
	}
	list, err := json.Marshal(tags)
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		if name == questions.PackFile {
			if !languages.Match(data) {
				return fmt.Errorf("%s names no languages", name)
			}
			data = languages.ReplaceAll(data, append([]byte(`"languages": `), list...))
		}
		if strings.HasPrefix(name, "text.") && name != questions.WordsFile(i18n.Reference) {
			continue
		}
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			return err
		}
	}
	if err := translate(from, folder); err != nil {
		return err
	}
	// The words of the help lines are those of all questionnaires.
	help, err := fs.Sub(packs.Files, packs.Help)
	if err != nil {
		return err
	}
	folder = filepath.Join(folder, packs.Help)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return translate(help, folder)
}

// translate writes the words of every language, made of the reference in from.
func translate(from fs.FS, folder string) error {
	data, err := fs.ReadFile(from, questions.WordsFile(i18n.Reference))
	if err != nil {
		return err
	}
	var words map[string]string
	if err := json.Unmarshal(data, &words); err != nil {
		return err
	}
	for _, l := range All {
		out := map[string]string{}
		for key, text := range words {
			out[key] = text
			if key != questions.SchemaKey {
				out[key] = l.Text(text)
			}
		}
		if err := writeJSON(filepath.Join(folder, questions.WordsFile(l.Tag)), out); err != nil {
			return err
		}
	}
	return nil
}

// writeJSON writes a map in the order of its keys.
func writeJSON(name string, words map[string]string) error {
	data, err := json.MarshalIndent(words, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(data, '\n'), 0o644)
}
