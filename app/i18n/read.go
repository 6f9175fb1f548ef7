package i18n

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
)

// Read reads every language of a folder, each <tag>.json, and refuses them with
// every problem found, of all files at once: what a language has more or less
// than the reference one, and what its table may not hold. It is for the builder.
func Read(fsys fs.FS) (map[string]*Printer, []questions.Problem) {
	var problems []questions.Problem
	texts := map[string]map[string]string{}
	folder, _ := fs.ReadDir(fsys, ".") // none: the reference language is missed
	for _, tag := range tags(folder) {
		words := map[string]string{}
		problems = append(problems, questions.ReadJSON(fsys, tag+".json", &words)...)
		texts[tag] = words
	}
	if len(problems) > 0 { // of a file that cannot be read, nothing more is told
		return nil, questions.Locate(fsys, problems)
	}
	printers := map[string]*Printer{}
	pages := map[string]string{} // address to the key and file that have it
	for _, tag := range tags(folder) {
		f := file{tag: tag, words: texts[tag], reference: texts[Reference], pages: pages}
		f.check()
		problems = append(problems, f.problems...)
		printers[tag] = &Printer{f.words}
	}
	if len(problems) > 0 {
		return nil, locate(fsys, problems, texts)
	}
	return printers, nil
}

// formsOf are the forms that each rule of counting knows (see form).
var formsOf = map[string][]string{
	"none":      {"other"},
	"one":       {"one", "other"},
	"below-two": {"one", "other"},
	"russian":   {"one", "few", "many", "other"},
	"polish":    {"one", "few", "many", "other"},
	"czech":     {"one", "few", "many", "other"},
	"hebrew":    {"one", "two", "other"},
	"arabic":    {"zero", "one", "two", "few", "many", "other"},
}

// A file is one language while it is looked at.
type file struct {
	tag              string
	words, reference map[string]string
	pages            map[string]string
	problems         []questions.Problem
}

func (f *file) name() string { return f.tag + ".json" }

func (f *file) problem(key, code, message, hint string) {
	f.problems = append(f.problems, questions.Problem{
		File: f.name(), Path: key, Code: code, Args: map[string]string{"id": key}, Message: message, Hint: hint,
	})
}

func (f *file) check() {
	f.table()
	required := f.required()
	for _, key := range slices.Sorted(maps.Keys(required)) {
		if _, ok := f.words[key]; !ok {
			hint := ""
			if f.tag != Reference {
				hint = Reference + ".json says " + strconv.Quote(f.reference[required[key]])
			}
			f.problem(key, questions.MissingWord, "has no text", hint)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(f.words)) {
		like, known := required[key]
		switch text := f.words[key]; {
		case !known:
			f.problem(key, questions.UnknownWord, "nothing asks for this text", "")
		case text == "" || strings.TrimSpace(text) == "" && !strings.HasPrefix(key, "language."):
			f.problem(key, questions.EmptyWord, "the text is empty", "")
		default:
			counted := like != key || strings.HasSuffix(key, ".one") || strings.HasSuffix(key, ".other")
			got, want := placeholders(text, counted), placeholders(f.reference[like], counted)
			if got != want {
				f.problem(key, questions.OtherPlaceholder, "the placeholders are "+orNone(got)+", but "+orNone(want)+" in "+Reference+".json", "")
			}
		}
		if strings.HasPrefix(key, "route.") {
			f.page(key)
		}
	}
}

func orNone(names string) string {
	if names == "" {
		return "none"
	}
	return names
}

// required are the keys that a language must have, each with that of the
// reference language which says the same.
func (f *file) required() map[string]string {
	forms := formsOf[f.words["language.plural"]]
	if forms == nil { // a problem of its own
		forms = formsOf["one"]
	}
	keys := map[string]string{}
	for key := range f.reference {
		base, isOther := strings.CutSuffix(key, ".other")
		if _, both := f.reference[base+".one"]; isOther && both {
			for _, form := range forms {
				keys[base+"."+form] = key
				if form == "one" {
					keys[base+".one"] = base + ".one"
				}
			}
			continue
		}
		base, isOne := strings.CutSuffix(key, ".one")
		if _, both := f.reference[base+".other"]; !isOne || !both {
			keys[key] = key
		}
	}
	return keys
}

// placeholders lists the names in braces, each once. How often words that count
// say the number is a matter of the language.
func placeholders(text string, counted bool) string {
	var names []string
	for {
		_, rest, open := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			break
		}
		if !counted || name != "n" {
			names = append(names, "{"+name+"}")
		}
		text = after
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), ", ")
}

// table looks at what a language does by rule. What it lacks is named with all
// other keys.
func (f *file) table() {
	one := func(key string, allowed ...string) {
		if got, ok := f.words[key]; ok && !slices.Contains(allowed, got) {
			f.problem(key, questions.UnknownKey, strconv.Quote(got)+" is not one of "+strings.Join(allowed, ", "), "")
		}
	}
	one("language.tag", f.tag)
	one("language.direction", "ltr", "rtl")
	one("language.plural", slices.Sorted(maps.Keys(formsOf))...)
	one("language.hour", "8", "08")
	if short := strings.Split(f.words["month.short"], ","); len(short) != 12 {
		f.problem("month.short", questions.BadRange, fmt.Sprintf("has %d months", len(short)), "twelve, with a comma between two")
	}
}

// page looks at the address of a page: folders of the site, and no other page's.
func (f *file) page(key string) {
	address := f.words[key]
	plain := !strings.ContainsFunc(address, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '/'
	})
	if !plain || len(address) < 3 || address[0] != '/' || address[len(address)-1] != '/' || strings.Contains(address, "//") {
		f.problem(key, questions.BadLink, strconv.Quote(address)+" is not an address of the site", "folders of small letters a to z, digits and -, as in /fr/methode/")
		return
	}
	if other, taken := f.pages[address]; taken {
		f.problem(key, questions.DuplicateID, "the address "+address+" is that of "+other, "")
		return
	}
	f.pages[address] = key + " in " + f.name()
}

// locate gives problems their lines: what is missing that of the key it belongs
// after, as files are in the order of keys.
func locate(fsys fs.FS, problems []questions.Problem, texts map[string]map[string]string) []questions.Problem {
	at := slices.Clone(problems)
	for i, p := range at {
		if p.Code == questions.MissingWord {
			keys := slices.Sorted(maps.Keys(texts[strings.TrimSuffix(p.File, ".json")]))
			n, _ := slices.BinarySearch(keys, p.Path)
			at[i].Path = ""
			if n > 0 {
				at[i].Path = keys[n-1]
			}
		}
	}
	for i, p := range questions.Locate(fsys, at) {
		problems[i].Line = max(p.Line, 1)
	}
	return problems
}
