package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"image"
	_ "image/png"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/app/i18n"
	"bothends/app/page"
	"bothends/questions/checkup"
	"bothends/web"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"
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
	style, err := fs.ReadFile(web.Files, "page.css")
	if err != nil {
		panic(err)
	}
	return Input{
		Pages: []page.Page{en, about, fr, root, missing},
		Web: fstest.MapFS{
			"a.css":             {Data: []byte("/* why */\n p { background: url(/web/icon.svg); }\n")},
			"page.css":          {Data: style},
			"early.js":          {Data: []byte("// why\n  early();\n")},
			"later.js":          {Data: []byte("import { later } from \"./later/one.js\";\nlater();\n")},
			"later/one.js":      {Data: []byte("export const later = () => once();\n")},
			"later_test.js":     {Data: []byte("test();\n")},
			"boot.js":           {Data: []byte("boot();\n")},
			"frame.js":          {Data: []byte("frame();\n")},
			"embed.js":          {Data: []byte("embed();\n")},
			"worker.js":         {Data: worker},
			"icon.svg":          {Data: icon},
			"icon-maskable.svg": {Data: icon},
			"screenshot.png":    {Data: []byte("a picture of the project")},
			"web.go":            {Data: []byte("package web")},
		},
		Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec();\n"), Transfer: 4},
		Data:    someData,
	}
}

// someData stands for what the program is told in each language.
var someData = map[string][]byte{"en": []byte("told"), "fr": []byte("dit")}

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
			for _, lang := range []string{"en", "fr"} {
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
	if required := offlineFiles(in.Pages, Addresses{"/", s.names}).required; !strings.Contains(worker, name) || !slices.Contains(required, "/"+name) {
		t.Errorf("the worker does without it: %s", required)
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
		most := 5 // pages with stylesheets of their own
		if strings.HasPrefix(size.What, "/en/ ") || strings.HasPrefix(size.What, "/fr/ ") {
			most = 1
		}
		if size.Brotli > FirstAnswerCeiling || size.Files > most {
			t.Errorf("%s: %d bytes (Brotli) in %d files, at most %d in %d are allowed", size.What, size.Brotli, size.Files, FirstAnswerCeiling, most)
		}
	}
	if found < 4 {
		t.Errorf("only %d pages were weighed", found)
	}
}

// The check-up is written twice: once to be painted before any other file has
// come, once to wait for its first script, and is otherwise the same.
func TestFormsOfTheCheckup(t *testing.T) {
	s := mustMake(t, Input{Pages: realPages(t), Web: web.Files, Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec")}, Lexicon: []byte("words"), Data: someData})
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
			for _, want := range []string{"<style>" + style + "</style>", allowed, `<link rel="expect" href="#accounts" blocking="render">`} {
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
		if n := strings.Count(string(s.Files[headersFile]), allowed); n != 5 {
			t.Errorf("the headers allow the style %d times, not for both forms in both languages and the page without a language", n)
		}
		if !strings.Contains(string(s.Files[workerFile]), `"/`+lang+`/":"/embed/`+lang+`/"`) {
			t.Errorf("the worker keeps another form of /%s/", lang)
		}
	}
}

func TestSearchEnginesAreToldFullAddressesOrNone(t *testing.T) {
	pages := func(url string) map[string]string {
		in := small()
		in.URL = url
		heads := map[string]string{}
		for name, content := range mustMake(t, in).Files {
			if path.Ext(name) == ".html" {
				heads[name] = string(content)
			}
		}
		return heads
	}
	link := regexp.MustCompile(`<link rel="(?:canonical|alternate)"[^>]* href="([^"]*)">`)
	for name, page := range pages("https://example.org") {
		for _, found := range link.FindAllStringSubmatch(page, -1) {
			if !strings.HasPrefix(found[1], "https://example.org/") {
				t.Errorf("%s names %q", name, found[0])
			}
		}
	}
	for name, page := range pages("") {
		found := link.FindAllString(page, -1)
		switch {
		case name == "index.html" && len(found) > 0, strings.HasPrefix(name, "embed/"):
		case len(found) > 0:
			t.Errorf("%s names %q, and nobody knows where it is", name, found)
		case name == "index.html":
			t.Error("the page of no language finds no other")
		}
	}
}

// checkAddresses follows every address of every page the way a browser under
// that base would.
func checkAddresses(t *testing.T, s *Site, base string) {
	t.Helper()
	for name, content := range s.Files {
		if path.Ext(name) != ".html" {
			continue
		}
		root, err := html.Parse(bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				switch a.Key {
				case "href", "src", "data-frame", "data-lexicon", "data-wasm", "data-exec", "data-worker":
				default:
					continue
				}
				address, _, _ := strings.Cut(strings.TrimPrefix(a.Val, "https://example.org"), "#")
				if address == "" || strings.Contains(address, ":") {
					continue
				}
				file, below := strings.CutPrefix(address, base)
				if !below {
					t.Errorf("%s: <%s %s=%q> is outside of %s", name, n.Data, a.Key, a.Val, base)
				} else if file == "" || strings.HasSuffix(file, "/") {
					file += "index.html"
				}
				if s.Files[file] == nil && below {
					t.Errorf("%s: <%s %s=%q> leads nowhere", name, n.Data, a.Key, a.Val)
				}
			}
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
		`data-bytes="4"`, `data-worker="/tools/check/worker.js"`, `content="https://example.org/tools/check/web/icon-512.`)
	contains("404.html", `content="noindex"`)
	if strings.Contains(string(s.Files["404.html"]), "og:") || strings.Contains(string(s.Files["sitemap.xml"]), "404") {
		t.Error("the page for missing addresses is offered to the world")
	}
	contains("worker.js", `"`+s.Version+`"`, `"/tools/check/404.html"`)
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

func TestMakeWithoutAnAddressHasNoFullOnes(t *testing.T) {
	s := mustMake(t, small())
	for name, content := range s.Files {
		if path.Ext(name) == ".html" && regexp.MustCompile(`(href|src|content)="https?://`).Match(content) {
			t.Errorf("%s names a host, but none is known", name)
		}
	}
	if s.Files["sitemap.xml"] != nil {
		t.Error("a sitemap needs full addresses")
	}
}

func TestDrawingsStandInThePage(t *testing.T) {
	in := small()
	in.Web.(fstest.MapFS)["icon.svg"].Data = []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
  <!-- why -->
  <rect width="9" height="9" fill="#000000"/>
  <path fill="#ffffff" d="M1 1L2 1L2 2Z"/>
</svg>`)
	in.Pages[1].Body = app.P().Body(
		app.Img().Src("/web/icon.svg").DataSet("inline", true).Attr("alt", "\x00").Width(28).Height(28),
		app.Img().Src("/web/icon.svg").Alt("y"),
	)
	s := mustMake(t, in)
	want := `<p><svg aria-hidden="true" height="28" viewBox="0 0 9 9" width="28">` +
		`<rect fill="#000000" height="9" width="9"></rect><path d="M1 1L2 1L2 2Z" fill="#ffffff"></path></svg>` +
		`<img alt="y" src="/` + s.names["/web/icon.svg"] + `"></p>`
	if page := string(s.Files["en/about/index.html"]); !strings.Contains(page, want) {
		t.Errorf("got %s\nwant %s", page, want)
	}
}

func TestMakeRefuses(t *testing.T) {
	link := func(u app.UI) func(*Input) { return func(in *Input) { in.Pages[1].Body = app.Div().Body(u) } }
	inline := func(address string) app.HTMLImg { return app.Img().Src(address).DataSet("inline", true) }
	tests := map[string]struct {
		change func(*Input)
		want   string
	}{
		"a link to no page":          {link(app.A().Href("/nowhere/")), "/en/about/: <a href=\"/nowhere/\"> leads nowhere"},
		"a link to no file":          {link(app.Img().Src("/web/no.png")), "there is no such page or file"},
		"a link to no id":            {link(app.A().Href("#no")), "the page has no such id"},
		"a link to no id there":      {link(app.A().Href("/en/#no")), "that page has no such id"},
		"a relative link":            {link(app.A().Href("about/")), "it is relative"},
		"a link without scheme":      {link(app.A().Href("//example.org/")), "it has no scheme"},
		"an id twice":                {link(app.Div().Body(app.P().ID("a"), app.P().ID("a"))), `the id "a" stands twice`},
		"a label for nothing":        {link(app.Label().For("no")), "names an id that the page does not have"},
		"a described-by for nothing": {link(app.P().Aria("describedby", "no")), "names an id"},
		"a style attribute":          {link(app.P().Style("color", "red")), "blocked by the site's own Content-Security-Policy"},
		"an inline script":           {link(app.Script().Text("x()")), "an inline <script> is blocked"},
		"raw markup":                 {link(app.Raw("<p><b>x</b> y</p>")), "app.Elem"},
		"a drawing of no file":       {link(inline("/web/no.svg")), `/en/about/: <img src="/web/no.svg" data-inline> cannot be drawn: there is no such file`},
		"a drawing that is none":     {link(inline("/web/early.js")), "it is not an SVG file"},
		"a drawing that says a word": {link(inline("/web/icon.svg").Alt("a candle")), "its alt would be lost"},
		"no such stylesheet":         {func(in *Input) { in.Pages[0].Styles = []string{"/web/no.css"} }, "there is no file /web/no.css"},
		"no such alternate":          {func(in *Input) { in.Pages[0].Alternates["de"] = "/de/" }, "there is no page /de/"},
		"no program":                 {func(in *Input) { in.Program = Program{} }, "loads the program, but there is none"},
		"a dead url() in CSS": {
			func(in *Input) { in.Web.(fstest.MapFS)["a.css"].Data = []byte("p{background:url(/web/no.png)}") },
			"web/a.css: url(/web/no.png) leads nowhere",
		},
		"an icon that cannot be drawn": {
			func(in *Input) {
				in.Web.(fstest.MapFS)["icon.svg"].Data = []byte(`<svg viewBox="0 0 9 9"><circle r="3"/></svg>`)
			},
			"web/icon.svg: <circle> cannot be drawn",
		},
		"a script that is none": {
			func(in *Input) { in.Web.(fstest.MapFS)["later.js"].Data = []byte("later();\n  const x = ;\n") },
			"web/later.js:2:13: Unexpected \";\"",
		},
		"a mistake in a module": {
			func(in *Input) { in.Web.(fstest.MapFS)["later/one.js"].Data = []byte("export const other = 1;\n") },
			"web/later.js:1:10: No matching export in",
		},
		"a script that is likely wrong": {
			func(in *Input) { in.Web.(fstest.MapFS)["later.js"].Data = []byte("if (x === NaN) later();\n") },
			"web/later.js:1:7: Comparison with NaN",
		},
		"no such module": {
			func(in *Input) { in.Web.(fstest.MapFS)["later.js"].Data = []byte("import \"./none.js\";\n") },
			"web/later.js:1:8: there is no web/none.js",
		},
		"a module from elsewhere": {
			func(in *Input) { in.Web.(fstest.MapFS)["later.js"].Data = []byte("import \"lodash\";\n") },
			"web/later.js:1:8: \"lodash\" is neither a file of web/ nor a module of the builder (hint: write",
		},
		"a module that nobody writes": {
			func(in *Input) { in.Web.(fstest.MapFS)["later.js"].Data = []byte("import \"site:none\";\n") },
			"the builder writes no module \"site:none\"",
		},
		"a stylesheet that is none": {
			func(in *Input) { in.Web.(fstest.MapFS)["a.css"].Data = []byte("p { color: red;\n") },
			"web/a.css:",
		},
		"no colours": {
			func(in *Input) { in.Web.(fstest.MapFS)["page.css"].Data = []byte(":root {\n  --page: white;\n}\n") },
			"web/page.css: the light theme has no --page written as #rrggbb",
		},
		"no worker":     {func(in *Input) { delete(in.Web.(fstest.MapFS), "worker.js") }, "web/worker.js"},
		"a bad base":    {func(in *Input) { in.Base = "tools" }, "does not start at the root"},
		"a bad address": {func(in *Input) { in.URL = "example.org" }, "is not the address of a site"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			in := small()
			tt.change(&in)
			s, problems := Make(in)
			if s != nil || len(problems) == 0 {
				t.Fatal("nothing was refused")
			}
			found := false
			for _, p := range problems {
				found = found || strings.Contains(p.Error(), tt.want)
			}
			if !found {
				t.Errorf("got %v, want %q", problems, tt.want)
			}
		})
	}
}

func TestMakeListsAllProblems(t *testing.T) {
	in := small()
	in.Pages[0].Body = app.Div().ID("top").Body(app.A().Href("/a/"), app.A().Href("/b/"))
	in.Pages[1].Body = app.A().Href("/c/")
	_, problems := Make(in)
	if len(problems) != 3 {
		t.Errorf("got %d problems %v, want 3", len(problems), problems)
	}
}

func TestCleanBase(t *testing.T) {
	tests := map[string]struct {
		want string
		ok   bool
	}{
		"": {"/", true}, "/": {"/", true}, "/a": {"/a/", true}, "/a/": {"/a/", true}, "/tools/check-up_1.0/": {"/tools/check-up_1.0/", true},
		"a": {}, "a/": {}, "//": {}, "/a//b/": {}, "/../": {}, "/./": {}, "/a b/": {}, "/é/": {}, "/a?b/": {}, "/a%20b/": {}, `/a"/`: {}, "https://x/": {},
	}
	for give, tt := range tests {
		got, err := cleanBase(give)
		if got != tt.want || (err == nil) != tt.ok {
			t.Errorf("cleanBase(%q): got %q, %v, want %q", give, got, err, tt.want)
		}
		if err != nil && !strings.Contains(err.Error(), "(hint: ") {
			t.Errorf("cleanBase(%q): %v has no hint", give, err)
		}
	}
}

func TestResolve(t *testing.T) {
	a := Addresses{"/t/", map[string]string{"/web/a.css": "web/a.0123456789.css"}}
	for give, want := range map[string]string{
		"/":                    "/t/",
		"/fr/methode/":         "/t/fr/methode/",
		"/fr/#result":          "/t/fr/#result",
		"/web/a.css":           "/t/web/a.0123456789.css",
		"/web/a.css?x#y":       "/t/web/a.0123456789.css?x#y",
		"/web/unknown.css":     "/t/web/unknown.css",
		"#id":                  "#id",
		"tel:3114":             "tel:3114",
		"mailto:a@example.org": "mailto:a@example.org",
		"https://example.org/": "https://example.org/",
		"//example.org/":       "//example.org/",
		"data:,x":              "data:,x",
		"":                     "",
	} {
		if got := a.Resolve(give); got != want {
			t.Errorf("Resolve(%q): got %q, want %q", give, got, want)
		}
	}
	n := mustRender(t, app.Img().Src("/web/a.css").SrcSet("/web/a.css 1x").SrcSet("/fr/ 2x"))
	a.resolve(n)
	if got, want := n.attrs["srcset"], "/t/web/a.0123456789.css 1x, /t/fr/ 2x"; got != want {
		t.Errorf("srcset: got %q, want %q", got, want)
	}
}

func TestManifest(t *testing.T) {
	in := small()
	in.Base = "/tools/check/"
	s := mustMake(t, in)
	var m manifest
	if err := json.Unmarshal(s.Files["manifest.fr.webmanifest"], &m); err != nil {
		t.Fatal(err)
	}
	if m.ID != "/tools/check/" || m.Scope != "/tools/check/" || m.StartURL != "/tools/check/fr/" || m.Lang != "fr" || m.Name != "Les deux bouts" {
		t.Errorf("got %+v", m)
	}
	purposes := map[string]int{}
	for _, icon := range m.Icons {
		purposes[icon.Purpose]++
		content := s.Files[strings.TrimPrefix(icon.Src, "/tools/check/")]
		if content == nil {
			t.Errorf("there is no icon %s", icon.Src)
			continue
		}
		if icon.Type != "image/png" {
			continue
		}
		c, _, err := image.DecodeConfig(bytes.NewReader(content))
		if err != nil || icon.Sizes != strings.Join([]string{itoa(c.Width), itoa(c.Height)}, "x") {
			t.Errorf("%s: got %d by %d (%v), want %s", icon.Src, c.Width, c.Height, err, icon.Sizes)
		}
	}
	if purposes["any"] != 3 || purposes["maskable"] != 3 {
		t.Errorf("got icons for %v", purposes)
	}
	if err := json.Unmarshal(s.Files["manifest.en.webmanifest"], &m); err != nil || len(m.Shortcuts) != 1 || m.Shortcuts[0].URL != "/tools/check/en/about/" {
		t.Errorf("got shortcuts %v (%v)", m.Shortcuts, err)
	}
}

// Whom to call is kept before anything that is only good to have.
func TestHelpLinesAreKeptFirst(t *testing.T) {
	required := offlineFiles(realPages(t), Addresses{base: "/"}).required
	for _, want := range []string{"/en/help/", "/fr/aide/"} {
		if !slices.Contains(required, want) {
			t.Errorf("%s is not required", want)
		}
	}
}

// The worker fails to install without a required file, so each of its files
// must be there, and only the check-up's own may be required.
func TestWorkerFiles(t *testing.T) {
	in := small()
	in.Base = "/t/"
	s := mustMake(t, in)
	keep := offlineFiles(in.Pages, Addresses{"/t/", s.names})
	worker := string(s.Files["worker.js"])
	seen := map[string]bool{}
	for _, address := range slices.Concat(keep.required, keep.optional) {
		if !strings.Contains(worker, `"`+address+`"`) {
			t.Errorf("the worker does not name %s", address)
		}
		if seen[address] {
			t.Errorf("%s is kept twice", address)
		}
		seen[address] = true
		if name := strings.TrimPrefix(address, "/t"); s.Files[fileOf(name)] == nil {
			t.Errorf("%s is not a file of the site", address)
		}
	}
	required := strings.Join(keep.required, " ")
	for _, address := range []string{"/", "/en/", "/fr/", "/web/app.wasm", "/web/wasm_exec.js", "/web/boot.js", "/web/early.js", "/web/later.js", "/web/a.css"} {
		if want := (Addresses{"/t/", s.names}).Resolve(address); !strings.Contains(required, want) {
			t.Errorf("%s is not required", want)
		}
	}
	if strings.Contains(required, "about") || strings.Contains(required, "icon") {
		t.Errorf("too much is required: %s", required)
	}
	for name := range s.Files {
		if strings.HasPrefix(name, "web/") && !seen["/t/"+name] {
			t.Errorf("%s is not kept", name)
		}
	}
}

func TestDrawingsTravelWithoutCommentsAndIndentation(t *testing.T) {
	if got, want := string(slimDrawing([]byte("<svg>\n  <!-- why -->\n  <g/>\n</svg>\n"))), "<svg>\n<g/>\n</svg>\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// No script may hold an address, because it would miss its hash and prefix.
func TestScriptsNameNoAddress(t *testing.T) {
	for name, script := range scriptsOf(t) {
		if found := regexp.MustCompile("[\"\x60]/web/[^\"\x60]*").FindString(script); found != "" {
			t.Errorf("web/%s names %s (hint: take it from an attribute that the builder writes)", name, found)
		}
	}
}

// What the scripts hold is said in the language of the page: all of it comes from
// attributes that the builder writes.
func TestScriptsKnowNoLanguage(t *testing.T) {
	for name, script := range scriptsOf(t) {
		if found := regexp.MustCompile(`[=!]== ?"(en|fr)"`).FindString(script); found != "" {
			t.Errorf("web/%s asks which language it is: %s (hint: take what differs from an attribute)", name, found)
		}
	}
}

// scriptsOf returns every script of web/, modules too, by name.
func scriptsOf(t *testing.T) map[string]string {
	t.Helper()
	scripts := map[string]string{}
	err := fs.WalkDir(web.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" || isScriptTest(name) {
			return err
		}
		content, err := fs.ReadFile(web.Files, name)
		scripts[name] = string(content)
		return err
	})
	if err != nil || len(scripts) < 20 {
		t.Fatal(len(scripts), err)
	}
	return scripts
}

func itoa(n int) string { b, _ := json.Marshal(n); return string(b) }

// Nobody has to know an address, and nobody has to answer first: the documents
// themselves lead to every page of a language.
func TestEveryPageIsReachedFromTheCheckUp(t *testing.T) {
	pages := realPages(t)
	links := map[string][]string{}
	for _, p := range pages {
		body, err := render(p.Body)
		if err != nil {
			t.Fatal(err)
		}
		body.walk(func(n *node) {
			if n.tag == "a" {
				links[p.Path] = append(links[p.Path], n.attrs["href"])
			}
		})
	}
	reached := map[string]bool{}
	var visit func(path string)
	visit = func(path string) {
		if reached[path] {
			return
		}
		reached[path] = true
		for _, to := range links[path] {
			visit(to)
		}
	}
	visit("/en/") // the other language is one link away
	for _, p := range pages {
		if p.Path == p.Canonical && !reached[p.Path] {
			t.Errorf("no link leads to %s", p.Path)
		}
	}
}
