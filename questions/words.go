package questions

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// Words are the texts of a pack in one language, read from text.<lang>.json:
// one flat JSON object, key to text. A text may hold placeholders, {name},
// which Fill replaces.
type Words struct {
	lang  string
	texts map[string]string
}

// WordsFile returns the name of the words of a language in a pack folder.
func WordsFile(lang string) string { return "text." + lang + ".json" }

// LoadWords reads the words of one language. Every required key must have a
// text and every text must be required; only the help of a question,
// "<question>.help", may be there or not, and the forms that counting takes in
// some languages: "<key>.few" beside "<key>.one" and "<key>.other".
func LoadWords(fsys fs.FS, lang string, required []string) (Words, []Problem) {
	texts := map[string]string{}
	found := problems{file: WordsFile(lang)}
	found.list = ReadJSON(fsys, found.file, &texts)
	if found.covers("") {
		return Words{}, found.list
	}
	known := map[string]bool{}
	for _, key := range required {
		known[key] = true
		if _, ok := texts[key]; !ok {
			found.add(missingWord(key))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		if path := field("", key); !found.full() && !found.covers(path) {
			if !known[key] && !isOptional(key, known) && !isForm(key, func(k string) bool { return known[k] }) {
				found.add(wordProblem(key, UnknownWord, "nothing asks for this text", didYouMean(key, required)))
				continue
			}
			checkText(key, texts[key], &found)
		}
	}
	if len(found.list) > 0 {
		return Words{}, found.list
	}
	return Words{lang, texts}, nil
}

// isOptional reports whether key is one of [Pack.OptionalWordKeys].
func isOptional(key string, known map[string]bool) bool {
	of, last := key, ""
	if dot := strings.LastIndexByte(key, '.'); dot >= 0 {
		of, last = key[:dot], key[dot:]
	}
	switch last {
	case ".help", ".most":
		return known[of+".label"]
	case ".intro":
		return known[of+".title"]
	}
	return false
}

// isForm reports whether key is a further form of a counted text: those of
// Unicode CLDR beside "one" and "other", which every language file has.
func isForm(key string, has func(string) bool) bool {
	for _, form := range []string{".zero", ".two", ".few", ".many"} {
		if base, ok := strings.CutSuffix(key, form); ok {
			return has(base+".one") && has(base+".other")
		}
	}
	return false
}

func checkText(key, text string, found *problems) {
	if strings.TrimSpace(text) == "" {
		found.add(wordProblem(key, EmptyWord, "the text is empty", ""))
	}
	if _, ok := placeholders(text); !ok {
		found.add(wordProblem(key, BadName, "a brace stands alone or around something that is not a name",
			"a placeholder is small letters, digits and _ in braces, as in {hours}"))
	}
}

// CompareWords reports where two languages differ in anything but their
// prose: keys that only one of them has, but for forms of counting, and texts of
// one key with different placeholders. Problems name the file of b, or that of a where a lacks a key.
func CompareWords(a, b Words) []Problem {
	found := problems{file: WordsFile(b.lang)}
	for _, key := range a.Keys() {
		text, ok := b.texts[key]
		if !ok {
			if !isForm(key, a.Has) {
				found.add(missingWord(key))
			}
			continue
		}
		want, _ := placeholders(a.texts[key])
		got, _ := placeholders(text)
		if !slices.Equal(got, want) {
			found.add(wordProblem(key, OtherPlaceholder,
				"the placeholders are "+listNames(got)+", but "+listNames(want)+" in "+WordsFile(a.lang), ""))
		}
	}
	found.file = WordsFile(a.lang)
	for _, key := range b.Keys() {
		if !a.Has(key) && !isForm(key, b.Has) {
			found.add(missingWord(key))
		}
	}
	return found.list
}

func listNames(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return "{" + strings.Join(names, "}, {") + "}"
}

func missingWord(key string) Problem { return wordProblem(key, MissingWord, "has no text", "") }

func wordProblem(key, code, message, hint string) Problem {
	return Problem{
		Path:    field("", key),
		Code:    code,
		Args:    map[string]string{"id": shorten(key)},
		Message: message,
		Hint:    hint,
	}
}

// NewWords returns texts that were proved before: what the program in the
// browser reads was checked when the site was built.
func NewWords(lang string, texts map[string]string) Words { return Words{lang, texts} }

// Lang returns the language tag: "fr".
func (w Words) Lang() string { return w.lang }

// Keys returns all keys, sorted.
func (w Words) Keys() []string { return slices.Sorted(maps.Keys(w.texts)) }

// Has reports whether there is a text for key.
func (w Words) Has(key string) bool {
	_, ok := w.texts[key]
	return ok
}

// Get returns the text for key. LoadWords has made sure that there is one for
// every key that code may ask for; for any other it returns the key in ⟨⟩,
// which no reader of the page and no test overlooks.
func (w Words) Get(key string) string {
	if text, ok := w.texts[key]; ok {
		return text
	}
	return "⟨" + key + "⟩"
}

// Fill returns the text for key with its placeholders replaced: pairs are
// names and what to put in their place. A placeholder without a pair stays.
func (w Words) Fill(key string, pairs ...string) string {
	text := w.Get(key)
	var b strings.Builder
	for {
		before, name, after, ok := cutPlaceholder(text)
		if !ok {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(before)
		b.WriteString(valueOf(name, pairs))
		text = after
	}
}

func valueOf(name string, pairs []string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1]
		}
	}
	return "{" + name + "}"
}

// Placeholders returns the names that stand in braces in a text, sorted, each
// once.
func Placeholders(text string) []string {
	names, _ := placeholders(text)
	return names
}

// placeholders returns the names in braces, sorted, each once; ok is false
// when a brace stands alone or around something else.
func placeholders(text string) (names []string, ok bool) {
	for {
		before, name, after, found := cutPlaceholder(text)
		if strings.ContainsAny(before, "{}") {
			return nil, false
		}
		if !found {
			slices.Sort(names)
			return slices.Compact(names), true
		}
		if !isID(name, '_') {
			return nil, false
		}
		names = append(names, name)
		text = after
	}
}

// cutPlaceholder slices text around its first {name}. Without one, before is
// the whole text.
func cutPlaceholder(text string) (before, name, after string, found bool) {
	before, rest, open := strings.Cut(text, "{")
	name, after, closed := strings.Cut(rest, "}")
	if !open || !closed {
		return text, "", "", false
	}
	return before, name, after, true
}

// WordKeys returns the keys of the texts that the questionnaire needs, sorted:
//
//	pack.title, pack.profession
//	act.<act>.title, .adds             what it adds to the result
//	section.<section>.title
//	<question>.label, .short           short is a noun phrase for lists, "hours a week"
//	<question>.option.<key>            own options; those of a scale are scale.<scale>.<key>
//	<question>.word.<word>             the word instead of a number
//	not_applicable.<question>, none.<question>
//	unit.<unit>, hint.<hint>
//	doubt.<doubt>                      {got} and {instead}, or {typed} and {chosen}
//	country.<code>, currency.<code>    proposed answers
//	country.other                      everywhere else
func (p *Pack) WordKeys() []string {
	keys := []string{"pack.title", "pack.profession"}
	for _, a := range p.Acts {
		keys = append(keys, "act."+a.ID+".title", "act."+a.ID+".adds")
	}
	for _, s := range p.Sections {
		keys = append(keys, "section."+s.ID+".title")
	}
	for _, s := range p.Scales {
		keys = appendEach(keys, "scale."+s.ID+".", s.Options)
	}
	for _, q := range p.questions {
		keys = append(keys, q.ID+".label", q.ID+".short")
		switch {
		case q.Type == List:
			keys = append(keys, "none."+q.ID)
			keys = appendEach(keys, q.ID+".option.", q.Options)
		case q.Type == Choice:
			keys = appendEach(keys, q.ID+".option.", q.Options)
		case q.Type == Code && q.Standard == Currencies:
			keys = appendEach(keys, "currency.", q.Options)
		case q.Type == Code:
			keys = appendEach(keys, "country.", append([]string{"other"}, q.Options...))
		}
		if q.NotApplicable {
			keys = append(keys, "not_applicable."+q.ID)
		}
		if q.Unit != "" {
			keys = append(keys, "unit."+q.Unit)
		}
		if q.Word != "" {
			keys = append(keys, q.ID+".word."+q.Word)
		}
	}
	for _, h := range p.Hints {
		keys = append(keys, "hint."+h.ID)
	}
	for _, d := range p.Doubts {
		keys = append(keys, "doubt."+d.ID)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// OptionalWordKeys returns the keys that may be left out, sorted: a sentence above
// each section, "section.<section>.intro", one of help for each question,
// "<question>.help", and what the most that a number may be stands for,
// "<question>.most" ("2 or more").
func (p *Pack) OptionalWordKeys() []string {
	var keys []string
	for _, s := range p.Sections {
		keys = append(keys, "section."+s.ID+".intro")
	}
	for _, q := range p.questions {
		keys = append(keys, q.ID+".help")
		if q.Type == Number {
			keys = append(keys, q.ID+".most")
		}
	}
	slices.Sort(keys)
	return keys
}

func appendEach(keys []string, prefix string, names []string) []string {
	for _, name := range names {
		keys = append(keys, prefix+name)
	}
	return keys
}
