package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	_ "image/png"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/app/i18n"
	"bothends/app/page"
	"bothends/questions/checkup"
	"bothends/web"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// small is a site of two languages with everything that can go wrong in it.
func small() Input {
	made := func(path, lang string) page.Page {
		return page.Page{
			Path: path, Lang: lang, Words: i18n.New(lang), Canonical: path, Title: "T & <t>", Description: `D "d"`,
			Alternates: map[string]string{"en": "/en/", "fr": "/fr/"},
			Styles:     []string{"/web/a.css"}, Scripts: []string{"/web/early.js"}, Defer: []string{"/web/later.js"},
			Body: app.Div().ID("top").Body(app.A().Href("/fr/#top").Text("x"), app.Img().Src("/web/icon.svg").Alt("y")),
		}
	}
	en, fr := made("/en/", "en"), made("/fr/", "fr")
	en.Program, en.Embeddable = true, true
	fr.Program = true
	root := en
	root.Path = "/"
	root.Body = app.Div().ID("top")
	about := made("/en/about/", "en")
	missing := page.Page{Path: "/404.html", Lang: "en", Words: i18n.New("en"), Title: "?", NoIndex: true, Body: app.P().Body(app.A().Href("/en/").Text("x"))}
	icon, err := fs.ReadFile(web.Files, "icon.svg")
	if err != nil {
		panic(err)
	}
	worker, err := fs.ReadFile(web.Files, "worker.js")
	if err != nil {
		panic(err)
	}
	language, err := fs.ReadFile(web.Files, "border/language.js")
	if err != nil {
		panic(err)
	}
	style, err := fs.ReadFile(web.Files, "page.css")
	if err != nil {
		panic(err)
	}
	return Input{
		Pages: []page.Page{en, about, fr, root, missing},
		Web: fstest.MapFS{
			"a.css":              {Data: []byte("/* why */\n p { background: url(/web/icon.svg); }\n")},
			"page.css":           {Data: style},
			"early.js":           {Data: []byte("// why\n  early();\n")},
			"later.js":           {Data: []byte("import { later } from \"./later/one.js\";\nlater();\n")},
			"later/one.js":       {Data: []byte("export const later = () => once();\n")},
			"later_test.js":      {Data: []byte("test();\n")},
			"boot.js":            {Data: []byte("boot();\n")},
			"frame.js":           {Data: []byte("frame();\n")},
			"embed.js":           {Data: []byte("embed();\n")},
			"worker.js":          {Data: worker},
			"border/language.js": {Data: language},
			"icon.svg":           {Data: icon},
			"icon-maskable.svg":  {Data: icon},
			"screenshot.png":     {Data: []byte("a picture of the project")},
			"web.go":             {Data: []byte("package web")},
		},
		Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec();\n"), Transfer: 4},
		Data:    someData,
	}
}

// someData stands for what the program is told in each language.
var someData = map[string][]byte{"en": []byte("told"), "fr": []byte("dit"), "de": []byte("dit")}

func mustMake(t *testing.T, in Input) *Site {
	t.Helper()
	s, problems := Make(in)
	for _, p := range problems {
		t.Error(p)
	}
	if s == nil {
		t.FailNow()
	}
	return s
}

// realPages returns every page of the questionnaire that is published.
func realPages(t *testing.T, modules ...page.Module) []page.Page {
	t.Helper()
	c, problems := checkup.Open(checkup.Shipped())
	if c == nil {
		t.Fatal(problems)
	}
	pages, err := page.Pages(c, page.Facts{Modules: modules})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestMakeTheRealSite(t *testing.T) {
	pages := realPages(t, page.Module{Path: "example.org/m", Version: "v1", License: "MIT"})
	for _, base := range []string{"/", "/tools/check/"} {
		t.Run(base, func(t *testing.T) {
			s := mustMake(t, Input{
				Pages: pages, Web: web.Files, Base: base, URL: "https://example.org",
				Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec"), Transfer: 4}, Lexicon: []byte("words"), Data: someData,
			})
			checkAddresses(t, s, base)
			for _, lang := range []string{"en", "fr", "de"} {
				page := string(s.Files[lang+"/index.html"])
				for _, hook := range []string{`id="checkup"`, `data-boot=`, `data-update=`, `data-act="finish"`, `<html lang="` + lang + `"`} {
					if !strings.Contains(page, hook) {
						t.Errorf("/%s/ has no %s", lang, hook)
					}
				}
			}
		})
	}
}

// The lexicon goes to the pages that read with it, can be told from a broken
// copy, is kept for offline use, and is in no site that reads no ads.
func TestTheLexiconIsAFileOfThePagesThatNeedIt(t *testing.T) {
	in := small()
	in.Lexicon = []byte("words")
	if s := mustMake(t, in); s.names[page.LexiconFile] != "" {
		t.Error("a site without ads has a lexicon")
	}
	in.Pages[0].Lexicon = page.LexiconFile
	in.Pages[0].Program = true
	s := mustMake(t, in)
	name := s.names[page.LexiconFile]
	if got := string(s.Files[name]); got != "words" || !hashed.MatchString(name) {
		t.Errorf("%s holds %q", name, got)
	}
	page, worker := string(s.Files[fileOf(in.Pages[0].Path)]), string(s.Files[workerFile])
	sum := sha256.Sum256([]byte("words"))
	for _, attribute := range []string{`data-lexicon="` + "/" + name + `"`,
		`data-integrity="sha256-` + base64.StdEncoding.EncodeToString(sum[:]) + `"`} {
		if !strings.Contains(page, attribute) {
			t.Errorf("the page has no %s", attribute)
		}
	}
	if optional := offlineFiles(in.Pages, Addresses{"/", s.names}).Shared.Optional; !strings.Contains(worker, name) || !slices.Contains(optional, "/"+name) {
		t.Errorf("the worker does without it: %s", optional)
	}
	if other := string(s.Files[fileOf(in.Pages[1].Path)]); strings.Contains(other, name) {
		t.Error("another page has it too")
	}
	in.Lexicon = nil
	if _, problems := Make(in); len(problems) == 0 {
		t.Error("a page without its lexicon is built")
	}
}

// FirstAnswerCeiling, and the page alone: a first answer is waited for.
func TestWhatIsNeededBeforeTheFirstAnswer(t *testing.T) {
	pages := realPages(t)
	s := mustMake(t, Input{Pages: pages, Web: web.Files, Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec"), Transfer: 4}, Lexicon: []byte("words"), Data: someData})
	s.Files = compressed(s.Files, cache{})
	found := 0
	for _, size := range s.sizes() {
		if !strings.HasSuffix(size.What, "before the first answer") {
			continue
		}
		found++
		t.Logf("%s: %d bytes in %d files", size.What, size.Brotli, size.Files)
		most := 6                                                  // pages with stylesheets of their own; the log of hours has two
		if len(size.What) == len("/en/ before the first answer") { // a check-up
			most = 1
		}
		if size.Brotli > FirstAnswerCeiling || size.Files > most {
			t.Errorf("%s: %d bytes (Brotli) in %d files, at most %d in %d are allowed", size.What, size.Brotli, size.Files, FirstAnswerCeiling, most)
		}
	}
	if found < 12 {
		t.Errorf("only %d pages were weighed", found)
	}
}

// The check-up is written twice: once to be painted before any other file has
// come, once to wait for its first script, and is otherwise the same.
func TestFormsOfTheCheckup(t *testing.T) {
	pages := realPages(t)
	second := pages[0].PaintAfter
	s := mustMake(t, Input{Pages: pages, Web: web.Files, Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec")}, Lexicon: []byte("words"), Data: someData})
	early := `<script src="/` + s.names["/web/early.js"] + `"></script>`
	style := string(s.Files[s.names["/web/page.css"]])
	allowed := "style-src 'self' '" + integrityOf([]byte(style)) + "';"
	for _, lang := range i18n.Languages() {
		split := func(name string) (head, body string) {
			page := string(s.Files[name])
			head, body, ok := strings.Cut(page, "<body>")
			if !ok {
				t.Fatalf("%s has no body", name)
			}
			if n := strings.Count(page, early); n != 1 {
				t.Errorf("%s has the first script %d times", name, n)
			}
			for _, want := range []string{`<style data-href="/` + s.names["/web/page.css"] + `">` + style + "</style>", allowed, `<link rel="expect" href="#` + second + `" blocking="render">`} {
				if !strings.Contains(head, want) {
					t.Errorf("the head of %s has no %s", name, want)
				}
			}
			// What only browsers without scripts load, and what is tested above.
			for _, passes := range []string{early, `<noscript><link rel="stylesheet" href="/` + s.names[noscriptFile] + `"></noscript>`} {
				head = strings.Replace(head, passes, "", 1)
			}
			if strings.Contains(head, "stylesheet") || strings.Contains(head, "<script") {
				t.Errorf("the head of %s waits for something else:\n%s", name, head)
			}
			return head, body
		}
		_, first := split(lang + "/index.html")
		head, waiting := split("embed/" + lang + "/index.html")
		before, after, ok := strings.Cut(first, early)
		if !ok {
			t.Fatalf("/%s/ has its first script in the head", lang)
		}
		if !strings.HasSuffix(before, "</section>") || strings.Count(before, "<section class=\"step\"") != 1 {
			t.Errorf("/%s/ has its first script elsewhere than behind the first section", lang)
		}
		if before+after != waiting {
			t.Errorf("the bodies of /%s/ and /embed/%[1]s/ differ", lang)
		}
		if !strings.Contains(head, `<link rel="canonical" href="/`+lang+`/">`) {
			t.Errorf("/embed/%s/ is a page of its own for search engines", lang)
		}
		if n := strings.Count(string(s.Files[headersFile]), allowed); n != 7 {
			t.Errorf("the headers allow the style %d times, not for both forms in each language and the page without a language", n)
		}
		if !strings.Contains(string(s.Files[workerFile]), `"/`+lang+`/":"/embed/`+lang+`/"`) {
			t.Errorf("the worker keeps another form of /%s/", lang)
		}
	}
}

func TestMakeIsTheSameEveryTime(t *testing.T) {
	want := mustMake(t, small())
	for range 5 {
		got := mustMake(t, small())
		if got.Version != want.Version || !maps.EqualFunc(got.Files, want.Files, bytes.Equal) {
			t.Fatal("two builds of the same source differ")
		}
	}
}

// Whatever changes, the version changes: browsers would otherwise keep what
// they have.
func TestVersionFollowsEverything(t *testing.T) {
	seen := map[string]string{mustMake(t, small()).Version: "nothing"}
	changes := map[string]func(*Input){
		"a stylesheet":        func(in *Input) { in.Web.(fstest.MapFS)["a.css"].Data = []byte("p{}") },
		"the worker":          func(in *Input) { w := in.Web.(fstest.MapFS)["worker.js"]; w.Data = append(w.Data, "more();\n"...) },
		"the words of a page": func(in *Input) { in.Pages[1].Body = app.P().Text("other") },
		"a title":             func(in *Input) { in.Pages[1].Title = "other" },
		"the program":         func(in *Input) { in.Program.Wasm = []byte("\x00asm2") },
		"what starts it":      func(in *Input) { in.Program.Exec = []byte("other") },
		"the base":            func(in *Input) { in.Base = "/x/" },
		"an icon": func(in *Input) {
			in.Web.(fstest.MapFS)["icon.svg"].Data = []byte(`<svg viewBox="0 0 9 9"><rect width="9" height="9" fill="#000000"/></svg>`)
		},
	}
	for _, name := range sortedKeys(changes) {
		in := small()
		changes[name](&in)
		version := mustMake(t, in).Version
		if other, ok := seen[version]; ok {
			t.Errorf("%s changed, the version is that of %q", name, other)
		}
		seen[version] = name
	}
}

func TestMakeFiles(t *testing.T) {
	in := small()
	in.Base, in.URL = "/tools/check", "https://example.org/tools/check/"
	s := mustMake(t, in)
	for _, want := range []string{"index.html", "en/index.html", "en/about/index.html", "404.html", "worker.js", "embed.js",
		"manifest.en.webmanifest", "manifest.fr.webmanifest", "robots.txt", "sitemap.xml", "_headers"} {
		if s.Files[want] == nil {
			t.Errorf("there is no %s", want)
		}
	}
	for name := range s.Files {
		if strings.HasPrefix(name, "web/") && !hashed.MatchString(name) {
			t.Errorf("%s has no hash in its name", name)
		}
		if strings.Contains(name, "screenshot") || strings.HasSuffix(name, ".go") {
			t.Errorf("%s is not for readers", name)
		}
	}
	contains := func(name string, wants ...string) {
		t.Helper()
		for _, want := range wants {
			if !strings.Contains(string(s.Files[name]), want) {
				t.Errorf("%s has no %s:\n%s", name, want, s.Files[name])
			}
		}
	}
	contains("sitemap.xml", "<loc>https://example.org/tools/check/en/</loc>", `hreflang="fr" href="https://example.org/tools/check/fr/"`)
	contains("robots.txt", "Sitemap: https://example.org/tools/check/sitemap.xml")
	contains("en/index.html",
		"<title>T &amp; &lt;t&gt;</title>", `content="D &quot;d&quot;"`,
		`<link rel="canonical" href="https://example.org/tools/check/en/">`,
		`<html lang="en" data-base="/tools/check/" data-version="`+s.Version+`" data-step="1">`,
		`data-bytes="4"`, `data-worker="/tools/check/worker.js"`, `content="https://example.org/tools/check/share/en.png`)
	contains("404.html", `content="noindex"`)
	if strings.Contains(string(s.Files["404.html"]), "og:") || strings.Contains(string(s.Files["sitemap.xml"]), "404") {
		t.Error("the page for missing addresses is offered to the world")
	}
	contains("worker.js", `"`+s.Version+`"`, `"/tools/check/en/"`)
	contains(s.names["/web/later.js"], "once()")
	for _, name := range []string{"/web/later/one.js", "/web/later_test.js"} {
		if s.names[name] != "" {
			t.Errorf("%s is a file of the site, and is part of one, or for tests", name)
		}
	}
	stylesheet := string(s.Files[s.names["/web/a.css"]])
	if want := `p{background:url("/tools/check/` + s.names["/web/icon.svg"] + `")}` + "\n"; stylesheet != want {
		t.Errorf("got stylesheet %q, want %q", stylesheet, want)
	}
}

func itoa(n int) string { b, _ := json.Marshal(n); return string(b) }
