package i18n

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
)

func TestLanguagesThatAreShippedAreWhole(t *testing.T) {
	printers, problems := Read(Files())
	for _, p := range problems {
		t.Error(p)
	}
	for _, lang := range Languages() {
		if got := printers[lang]; got == nil || got.Lang() != lang || New(lang).Lang() != lang {
			t.Errorf("%s: got %v", lang, got)
		}
		data, err := files.ReadFile(lang + ".json")
		if keys := regexp.MustCompile(`(?m)^ "[^"]+`).FindAllString(string(data), -1); err != nil || !slices.IsSorted(keys) {
			t.Errorf("%s.json: the keys are not in order (%v)", lang, err)
		}
	}
	if Languages()[0] != Reference || len(Languages()) < 2 {
		t.Errorf("the languages are %v", Languages())
	}
	if got := New("xx").Lang(); got != Reference {
		t.Errorf("an unknown language speaks %q", got)
	}
}

// French sets a space that may not break before : ; ? ! and inside « ». An ad is as
// employers type it.
func TestFrenchSpaces(t *testing.T) {
	p := New("fr")
	wrong := regexp.MustCompile(`[^\x{00a0}\x{202f}:?!;/][:;?!](\s|$)|«[^\x{00a0}\x{202f}]|[^\x{00a0}\x{202f}]»|'`)
	for _, k := range p.Keys() {
		if m := wrong.FindString(p.T(k)); m != "" && k != "ad.example.text" {
			t.Errorf("%q: %q in %q", k, m, p.T(k))
		}
	}
}

// small is a language with one text of each kind.
const small = `{
 "count.one": "{n} dog",
 "count.other": "{n} dogs",
 "language.and": " and ",
 "language.direction": "ltr",
 "language.group": ",",
 "language.hour": "08",
 "language.plural": "one",
 "language.tag": "en",
 "month.short": "1,2,3,4,5,6,7,8,9,10,11,12",
 "route.home": "/en/",
 "said": "{who} said"
}
`

// Whatever is wrong with a language is told at once, each with file, key and line.
func TestReadTellsEverythingThatIsWrong(t *testing.T) {
	type problem struct {
		file string
		line int
		key  string
		code string
	}
	for _, tt := range []struct {
		name  string
		other string // the file of a second language
		want  []problem
	}{
		{"a whole language", strings.NewReplacer(`"en"`, `"xx"`, `/en/`, `/xx/`).Replace(small), nil},
		{"a language that counts otherwise", `{
 "count.few": "few {n}",
 "count.many": "many {n}",
 "count.one": "one",
 "count.other": "{n}",
 "language.and": " i ",
 "language.direction": "rtl",
 "language.group": " ",
 "language.hour": "8",
 "language.plural": "polish",
 "language.tag": "xx",
 "month.short": "1,2,3,4,5,6,7,8,9,10,11,12",
 "route.home": "/xx/",
 "said": "{who}"
}`, nil},
		{"half of a language", `{
 "count.one": "{n} x",
 "language.and": "",
 "language.direction": "up",
 "language.group": "\u202f",
 "language.hour": "9",
 "language.plural": "dual",
 "language.tag": "yy",
 "month.short": "1,2",
 "more": "x",
 "route.home": "/en/",
 "said": "{whom} said"
}`, []problem{
			{"xx.json", 2, "count.other", questions.MissingWord},
			{"xx.json", 3, "language.and", questions.EmptyWord},
			{"xx.json", 4, "language.direction", questions.UnknownKey},
			{"xx.json", 6, "language.hour", questions.UnknownKey},
			{"xx.json", 7, "language.plural", questions.UnknownKey},
			{"xx.json", 8, "language.tag", questions.UnknownKey},
			{"xx.json", 9, "month.short", questions.BadRange},
			{"xx.json", 10, "more", questions.UnknownWord},
			{"xx.json", 11, "route.home", questions.DuplicateID},
			{"xx.json", 12, "said", questions.OtherPlaceholder},
		}},
		{"forms that its counting needs", `{
 "count.one": "{n} x",
 "count.other": "{n} x",
 "language.and": " i ",
 "language.direction": "ltr",
 "language.group": " ",
 "language.hour": "8",
 "language.plural": "russian",
 "language.tag": "xx",
 "month.short": "1,2,3,4,5,6,7,8,9,10,11,12",
 "route.home": "xx",
 "said": " "
}`, []problem{
			{"xx.json", 1, "count.few", questions.MissingWord},
			{"xx.json", 1, "count.many", questions.MissingWord},
			{"xx.json", 11, "route.home", questions.BadLink},
			{"xx.json", 12, "said", questions.EmptyWord},
		}},
		{"no JSON", "{\n x}", []problem{{"xx.json", 2, "", questions.NotJSON}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			printers, problems := Read(fstest.MapFS{"en.json": {Data: []byte(small)}, "xx.json": {Data: []byte(tt.other)}})
			var got []problem
			for _, p := range problems {
				got = append(got, problem{p.File, p.Line, p.Path, p.Code})
			}
			slices.SortFunc(got, func(a, b problem) int { return strings.Compare(a.key, b.key) })
			if !slices.Equal(got, tt.want) {
				t.Errorf("got\n%v, want\n%v", got, tt.want)
			}
			if (len(printers) == 2) != (len(tt.want) == 0) {
				t.Errorf("%d languages can be spoken", len(printers))
			}
		})
	}
	if _, problems := Read(fstest.MapFS{}); len(problems) != 1 || problems[0].File != "en.json" {
		t.Errorf("no file at all: got %v", problems)
	}
}

func TestParse(t *testing.T) {
	if p, err := Parse([]byte(small)); err != nil || p.N("count", 1) != "1 dog" || p.RightToLeft() {
		t.Errorf("got %v, %v", p, err)
	}
	for _, data := range []string{"", "[]", `{"a": 1}`, `{"language.plural": "dual"}`, "{}"} {
		if p, err := Parse([]byte(data)); err == nil {
			t.Errorf("%q was read as %v", data, p)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		lang     string
		x        float64
		decimals int
		want     string
	}{
		{"en", 1850.5, 2, "1,850.50"},
		{"fr", 1850.5, 2, "1\u202f850,50"},
		{"en", 0.5, 0, "1"},
		{"fr", 1234567, 0, "1\u202f234\u202f567"},
		{"en", 999.999, 2, "1,000.00"},
		{"en", -3.25, 1, "−3.2"},
		{"en", 1.005, 2, "1.01"},
	} {
		if got := New(tt.lang).Number(tt.x, tt.decimals); got != tt.want {
			t.Errorf("%s Number(%v, %d) = %q, want %q", tt.lang, tt.x, tt.decimals, got, tt.want)
		}
	}
}

func TestPlainAndTyped(t *testing.T) {
	for _, tt := range []struct {
		lang         string
		x            float64
		plain, typed string
	}{
		{"en", 38, "38", "38"}, {"fr", 46.5, "46,5", "46,5"}, {"en", 0.125, "0.125", "0.125"},
		{"fr", 7.25, "7,25", "7,25"}, {"en", 1850.5, "1,850.5", "1850.5"}, {"fr", 1850.0625, "1\u202f850,063", "1850,0625"},
	} {
		p := New(tt.lang)
		if plain, typed := p.Plain(tt.x), p.Typed(tt.x); plain != tt.plain || typed != tt.typed {
			t.Errorf("%s: %v is written %q and typed %q, want %q and %q", tt.lang, tt.x, plain, typed, tt.plain, tt.typed)
		}
	}
}

func TestList(t *testing.T) {
	for _, tt := range []struct {
		items []string
		want  string
	}{{nil, ""}, {[]string{"a"}, "a"}, {[]string{"a", "b"}, "a et b"}, {[]string{"a", "b", "c"}, "a, b et c"}} {
		if got := New("fr").List(tt.items); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// The forms of numbers that Unicode CLDR 48 gives as samples of each rule.
func TestPluralRules(t *testing.T) {
	for name, samples := range map[string]map[string][]float64{
		"none":      {"other": {0, 1, 2, 15, 0.5, 1.5}},
		"one":       {"one": {1}, "other": {0, 2, 16, 100, 0.1, 1.1, 1.5}},
		"below-two": {"one": {0, 1, 0.1, 1.5, 1.9}, "other": {2, 17, 100, 2.1, 3.5}},
		"russian": {"one": {1, 21, 31, 101, 1001}, "few": {2, 3, 4, 22, 34, 102}, "many": {0, 5, 11, 12, 14, 19, 25, 100, 111, 112},
			"other": {0.1, 1.5, 2.5, 10.1}},
		"polish": {"one": {1}, "few": {2, 3, 4, 22, 24, 102}, "many": {0, 5, 11, 12, 14, 19, 21, 25, 101, 112}, "other": {0.1, 1.5, 2.5}},
		"czech":  {"one": {1}, "few": {2, 3, 4}, "many": {0.1, 1.5, 4.5}, "other": {0, 5, 19, 22, 101}},
		"arabic": {"zero": {0}, "one": {1}, "two": {2}, "few": {3, 10, 103, 1010}, "many": {11, 26, 99, 111, 1011},
			"other": {100, 102, 200, 1000, 0.1, 1.1, 10.1}},
		"hebrew": {"one": {1, 0.5, 0.1}, "two": {2}, "other": {0, 3, 17, 102, 1.2, 2.5}},
	} {
		for wanted, numbers := range samples {
			if !slices.Contains(formsOf[name], wanted) {
				t.Errorf("%s does not name %q", name, wanted)
			}
			for _, x := range numbers {
				if got := form(name, x); got != wanted {
					t.Errorf("%s: %v is %q, want %q", name, x, got, wanted)
				}
			}
		}
		if len(formsOf[name]) != len(samples) {
			t.Errorf("%s names %v", name, formsOf[name])
		}
	}
	if len(formsOf) != 8 {
		t.Errorf("there are %d rules, of which 8 are looked at", len(formsOf))
	}
}

func TestCounts(t *testing.T) {
	for _, tt := range []struct {
		lang string
		x    float64
		want string
	}{
		{"en", 0, "0 points"}, {"en", 1, "1 point"}, {"en", 2, "2 points"}, {"en", 1.5, "1.5 points"},
		{"fr", 0, "0\u00a0point"}, {"fr", 1, "1\u00a0point"}, {"fr", 1.5, "1,5\u00a0point"}, {"fr", 2, "2\u00a0points"},
	} {
		p := New(tt.lang)
		if got := p.Quantity("drivers.points", tt.x); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.lang, got, tt.want)
		}
		if got := p.N("drivers.points", int(tt.x)); tt.x == float64(int(tt.x)) && got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.lang, got, tt.want)
		}
	}
}
