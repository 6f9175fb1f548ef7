package site

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"bothends/web"

	"golang.org/x/net/html"
)

// The rules of oEmbed 1.0, section 2.3.4, for the type "rich", and what WordPress 6
// (wp_filter_oembed_result) asks for: one <iframe> with full address, closed at once, after
// a <blockquote>, without which it loads no script that follows the height.
func TestAPastedAddressIsToldAsOEmbedHasIt(t *testing.T) {
	const origin = "https://example.org"
	for _, base := range []string{"/", "/tools/check/"} {
		t.Run(base, func(t *testing.T) {
			s := mustMake(t, Input{
				Pages: realPages(t), Web: web.Files, Base: base, URL: origin,
				Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec"), Transfer: 4}, Lexicon: []byte("words"), Data: someData,
			})
			rules, err := readRules(strings.NewReader(string(s.Files[headersFile])))
			if err != nil {
				t.Fatal(err)
			}
			frames := map[string]string{} // what stands in the frame, by the page that was pasted
			for _, p := range s.pages {
				document := string(s.Files[fileOf(p.Path)])
				link := regexp.MustCompile(`<link rel="alternate" type="application/json\+oembed" href="([^"]+)" title="[^"]+">`).FindAllStringSubmatch(document, -1)
				if len(link) == 0 {
					continue
				}
				name, ok := strings.CutPrefix(link[0][1], origin+base)
				if len(link) != 1 || !ok || s.Files[name] == nil {
					t.Fatalf("%s leads to %q", p.Path, link)
				}
				var told map[string]any
				if err := json.Unmarshal(s.Files[name], &told); err != nil {
					t.Fatal(err)
				}
				width, _ := told["width"].(float64)
				height, _ := told["height"].(float64)
				age, _ := told["cache_age"].(float64)
				if told["version"] != "1.0" || told["type"] != "rich" || told["title"] == "" || told["provider_name"] == "" || told["provider_url"] != origin+base ||
					width != 600 || height != 1000 || age <= 0 {
					t.Errorf("%s tells %v", name, told)
				}
				markup := told["html"].(string)
				if !regexp.MustCompile(`^<blockquote hidden><a href="https://example\.org/[^"<>]*">[^<>]+</a></blockquote><iframe [^<>]*></iframe>$`).MatchString(markup) {
					t.Fatalf("%s shows %s", name, markup)
				}
				nodes, err := html.ParseFragment(strings.NewReader(markup), nil)
				if err != nil {
					t.Fatal(err)
				}
				attrs := map[string]string{}
				var find func(*html.Node)
				find = func(n *html.Node) {
					for _, a := range n.Attr {
						attrs[a.Key] = a.Val
					}
					for c := n.FirstChild; c != nil; c = c.NextSibling {
						find(c)
					}
				}
				for _, n := range nodes {
					find(n)
				}
				src, err := url.Parse(attrs["src"])
				if err != nil || src.Scheme != "https" || src.Host != "example.org" || attrs["title"] == "" || attrs["width"] != "600" || attrs["height"] != "1000" {
					t.Errorf("%s shows a frame with %v", name, attrs)
				}
				inside := "/" + strings.TrimPrefix(src.Path, base)
				frames[p.Path] = inside
				if s.Files[fileOf(inside)] == nil {
					t.Errorf("%s shows %s, and there is none", name, inside)
				}
				sent := http.Header{}
				apply(rules, base+name, sent)
				if sent.Get("Access-Control-Allow-Origin") != "*" || sent.Get("Cache-Control") != revalidate || len(sent.Values("Cache-Control")) != 1 {
					t.Errorf("%s is sent with %v", name, sent)
				}
				page := http.Header{}
				apply(rules, src.Path, page)
				if !strings.Contains(page.Get("Content-Security-Policy"), "frame-ancestors *") {
					t.Errorf("%s may not stand in a frame", inside)
				}
			}
			for pasted, want := range map[string]string{
				"/": "/embed/en/", "/en/": "/embed/en/", "/fr/": "/embed/fr/", "/embed/fr/": "/embed/fr/", "/job-posting/": "/job-posting/", "/fr/annonce/": "/fr/annonce/",
			} {
				if frames[pasted] != want {
					t.Errorf("%s, pasted, becomes %q, want %s", pasted, frames[pasted], want)
				}
			}
			for _, p := range s.pages {
				if !p.Embeddable && frames[p.Path] != "" {
					t.Errorf("%s may not stand in a frame, and tells of one", p.Path)
				}
			}
		})
	}
}

func TestWithoutAnAddressNothingIsToldOfAFrame(t *testing.T) {
	s := mustMake(t, Input{
		Pages: realPages(t), Web: web.Files, Base: "/",
		Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec"), Transfer: 4}, Lexicon: []byte("words"), Data: someData,
	})
	for name, content := range s.Files {
		if strings.HasPrefix(name, oembedFolder) || strings.Contains(string(content), "json+oembed") {
			t.Errorf("%s tells of a frame without knowing where it is", name)
		}
	}
}

// A page that has moved leads on at once: a delay would move the page while it is read.
func TestAPageThatMovedLeadsOnAtOnce(t *testing.T) {
	in := small()
	moved := in.Pages[1]
	moved.Path, moved.Onward, moved.Canonical = "/en/old/", "/en/about/", "/en/about/"
	in.Pages = append(in.Pages, moved)
	if page := string(mustMake(t, in).Files["en/old/index.html"]); !strings.Contains(page, `<meta http-equiv="refresh" content="0; url=/en/about/">`) {
		t.Errorf("the page that moved is %.900s", page)
	}
}
