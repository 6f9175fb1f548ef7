package jobad

import (
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"bothends/questions"
)

// lexicon is the folder of the lexicon the program ships.
const lexicon = "../packs/jobad"

var shipped = sync.OnceValues(func() (*Reader, []questions.Problem) { return Load(os.DirFS(lexicon)) })

// reader returns a reader with the shipped lexicon.
func reader(tb testing.TB) *Reader {
	tb.Helper()
	r, problems := shipped()
	for _, p := range problems {
		tb.Error(p)
	}
	if r == nil {
		tb.FailNow()
	}
	return r
}

func TestEveryPatternKeepsItsExamples(t *testing.T) {
	for _, p := range reader(t).Check() {
		t.Error(p)
	}
}

// Every responsibility can be found in both languages, and every worded flag.
func TestLexiconIsComplete(t *testing.T) {
	have := map[group]map[int]bool{}
	for _, p := range reader(t).patterns {
		g := p.group
		if g.kind == weak || g.kind == skill {
			g.kind = duty
		}
		if have[g] == nil {
			have[g] = map[int]bool{}
		}
		have[g][p.language] = true
	}
	for _, kind := range []kind{duty, flag, cue, contract, section} {
		for i, name := range names[kind] {
			for _, language := range []int{english, french} {
				g := group{kind, i}
				if !have[g][language] && !have[g][anyLanguage] && !(kind == section && (name == "desired")) &&
					!(kind == contract && name == "civic-service") {
					t.Errorf("%s.%s has no pattern in %s", kindNames[kind], name, languages[language])
				}
			}
		}
	}
}

// small is a lexicon of one pattern a language, with one change.
func small(change func(files map[string]string)) fstest.MapFS {
	head := `"function_words": "the", "verb_endings": "- s ing", "noun_endings": "- s", "barriers": "that", "numbers": {"two": 2},`
	files := map[string]string{
		"shared.json": `{"language": "*", ` + head + `"classes": {"thing": "post+, web page+"}, "patterns": {}}`,
		"en.json":     `{"language": "en", ` + head + `"classes": {}, "patterns": {"duty.copywriting": [["writ~ .. @thing", "writing posts", "sitting"]]}}`,
		"fr.json":     `{"language": "fr", ` + head + `"classes": {}, "patterns": {}}`,
	}
	change(files)
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

func TestLoadNamesEveryProblem(t *testing.T) {
	swap := func(file, old, new string) func(map[string]string) {
		return func(files map[string]string) {
			if !strings.Contains(files[file], old) {
				panic(old)
			}
			files[file] = strings.Replace(files[file], old, new, 1)
		}
	}
	tests := []struct {
		name   string
		change func(map[string]string)
		want   []string // "file path code", in order
	}{
		{"nothing wrong", func(map[string]string) {}, nil},
		{"a file is missing", func(f map[string]string) { delete(f, "fr.json") }, []string{"fr.json  unreadable"}},
		{"no JSON", swap("en.json", "{", "["), []string{"en.json  not_json"}},
		{"unknown field", swap("en.json", `"classes"`, `"clases"`), []string{"en.json  not_json"}},
		{"another language", swap("fr.json", `"fr"`, `"de"`), []string{"fr.json language bad_language"}},
		{"unknown group", swap("en.json", "duty.copywriting", "duty.cooking"), []string{"en.json patterns.duty.cooking unknown_key"}},
		{"no counter-example", swap("en.json", `, "sitting"`, ""), []string{"en.json patterns.duty.copywriting[0] missing_field"}},
		{"unknown class", swap("en.json", "@thing", "@nothing"), []string{"en.json patterns.duty.copywriting[0] bad_pattern"}},
		{"gap at the end", swap("en.json", ".. @thing", ".."), []string{"en.json patterns.duty.copywriting[0] bad_pattern"}},
		{"gap after what must not be there", swap("en.json", "writ~ ..", "!writ~ .."), []string{"en.json patterns.duty.copywriting[0] bad_pattern"}},
		{"gap after what need not be there", swap("en.json", "writ~ ..", "?writ~ .."), []string{"en.json patterns.duty.copywriting[0] bad_pattern"}},
		{"gap too wide", swap("en.json", "..", "..99"), []string{"en.json patterns.duty.copywriting[0] bad_pattern"}},
		{"optional at the end", swap("en.json", "@thing", "?post"), []string{"en.json patterns.duty.copywriting[0] bad_pattern"}},
		{"sign without meaning", swap("en.json", "@thing", "po?st"), []string{"en.json patterns.duty.copywriting[0] bad_pattern"}},
		{"class of a class of itself", swap("shared.json", "web page+", "@thing"), []string{
			"shared.json classes.thing bad_pattern", "en.json patterns.duty.copywriting[0] bad_pattern"}},
		{"class twice", swap("fr.json", `"classes": {}`, `"classes": {"thing": "chose"}`), []string{"fr.json classes.thing duplicate_id"}},
		{"word twice in a class", swap("shared.json", "post+", "post+, blog, post+"), []string{"shared.json classes.thing repeated"}},
		{"word twice between bars and commas", swap("shared.json", "post+", "blog|post+, post+"), []string{"shared.json classes.thing repeated"}},
		{"phrase twice, joined and parted", swap("shared.json", "post+", "blog|web_page+"), []string{"shared.json classes.thing repeated"}},
		{"word twice in a pattern", swap("en.json", "writ~ ..", "?the|a|the writ~ .."), []string{"en.json patterns.duty.copywriting[0] repeated"}},
		{"pattern twice in an entry", swap("en.json", "writ~ .. @thing", "writ~ .. @thing, writ~  ..  @thing"), []string{"en.json patterns.duty.copywriting[0] repeated"}},
		{"pattern twice in a group", swap("en.json", `"sitting"]`, `"sitting"], ["writ~ .. @thing", "writing a post", "sitting"]`), []string{"en.json patterns.duty.copywriting[1] repeated"}},
		{"word twice in a list of words", swap("fr.json", `"that"`, `"that who that"`), []string{"fr.json barriers repeated"}},
		{"ending twice", swap("en.json", `"- s ing"`, `"- s ing s"`), []string{"en.json verb_endings repeated"}},
		{"the same word in two fields", swap("en.json", "writ~ ..", "writ~|post+ .."), nil},
		{"two files wrong", func(f map[string]string) { delete(f, "en.json"); delete(f, "fr.json") }, []string{"en.json  unreadable", "fr.json  unreadable"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := Load(small(tt.change))
			var got []string
			for _, p := range problems {
				got = append(got, p.File+" "+p.Path+" "+p.Code)
				if p.Message == "" {
					t.Errorf("%v has no message", p)
				}
			}
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestCheckTriesExamples(t *testing.T) {
	fsys := small(func(f map[string]string) {
		f["en.json"] = strings.Replace(f["en.json"], `"writing posts", "sitting"`, `"sitting", "writing web pages"`, 1)
	})
	r, problems := Load(fsys)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, p := range r.Check() {
		got = append(got, p.Code)
	}
	if want := "example_miss example_hit"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzLoad writes text over a place of a small lexicon, so that most of what it
// tries is nearly right. What loads also checks and reads.
func FuzzLoad(f *testing.F) {
	names := []string{"en.json", "fr.json", "shared.json"}
	for i, text := range []string{`[`, `"*"`, `@thing`, `..9`, `{"a": `, `"x": "@x", `, `~ .. ?a+ | b`, "9999999999", "\xff", ""} {
		f.Add(uint8(i), uint(i*17), uint(i%5), text)
	}
	whole := small(func(map[string]string) {})
	f.Fuzz(func(t *testing.T, which uint8, at, cut uint, text string) {
		name := names[int(which)%len(names)]
		data := string(whole[name].Data)
		from := int(at % uint(len(data)+1))
		to := from + int(cut%uint(len(data)-from+1))
		r, problems := Load(small(func(files map[string]string) { files[name] = data[:from] + text + data[to:] }))
		for _, p := range problems {
			if p.File == "" || p.Message == "" {
				t.Errorf("a problem without a place or words: %+v", p)
			}
		}
		if len(problems) > 0 {
			return
		}
		r.Check()
		const ad = "Writing the web pages, two posts a day.\n- writing posts\n"
		evidenceHolds(t, ad, r.Read(ad))
	})
}
