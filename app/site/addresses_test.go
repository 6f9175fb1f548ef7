package site

import (
	"bytes"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"golang.org/x/net/html"
)

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
				case "href", "src", "data-href", "data-frame", "data-lexicon", "data-wasm", "data-exec", "data-worker":
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
