package site

import (
	"html"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothends/app/page"
	"bothends/web"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// webFile reads a file of web/ as it is served.
func webFile(t *testing.T, name string) string {
	t.Helper()
	content, err := fs.ReadFile(web.Files, name)
	if err != nil {
		t.Fatal(err)
	}
	colours, problems := coloursOf(web.Files)
	content, wrong := smaller(web.Files, name, content, builtModules(realPages(t), colours))
	if problems = append(problems, wrong...); len(problems) > 0 {
		t.Fatal(problems)
	}
	return string(content)
}

// Pages of other sites carry embed.js, so it stays small; and it is read in
// their encoding, whatever that is.
func TestEmbedIsSmallAndPlain(t *testing.T) {
	script := webFile(t, embedFile)
	if len(script) >= 3000 { // about 130 of them for each language
		t.Errorf("embed.js is served with %d bytes, and 3000 are too many", len(script))
	}
	for i, r := range script {
		if r > 126 {
			t.Errorf("embed.js has a sign beyond ASCII at byte %d: %q", i, r)
		}
	}
}

// Without leave from the page around, "copy" inside a frame can only select.
func TestFramesMayCopy(t *testing.T) {
	if script := webFile(t, embedFile); !strings.Contains(script, `allow:"clipboard-write"`) {
		t.Error("the frame of embed.js may not copy")
	}
	if script := webFile(t, "editors.js"); !strings.Contains(script, ` allow="clipboard-write"`) {
		t.Error("the plain frame that the page for editors writes may not copy")
	}
	pages := realPages(t)
	shown := 0
	for _, p := range pages {
		if markup := html.UnescapeString(app.HTMLString(p.Body)); strings.Contains(markup, `<iframe src="https://HOST`) {
			shown++
			if !strings.Contains(markup, ` allow="clipboard-write"`) {
				t.Errorf("the plain frame shown on %s may not copy", p.Path)
			}
		}
	}
	if shown == 0 {
		t.Error("no page shows a plain frame")
	}
}

// What web/embed.js and web/frame.js know of pages.
func TestScriptsKnowThePagesThatMayStandInFrames(t *testing.T) {
	pages := realPages(t)
	built := builtModules(pages, nil)
	firstQuestion := func(lang string) string {
		return pages[slices.IndexFunc(pages, func(p page.Page) bool { return p.Lang == lang && p.BlockingPath != "" })].FirstQuestion
	}
	embed := built["embed"].(map[string]any)["languages"].(map[string]embedding)
	want := map[string]embedding{
		"en": {"job-posting/", "Both Ends, a private check-up", firstQuestion("en"), "Nothing more from {host} until you press.", "Show"},
		"de": {"de/stellen-check/", "Both Ends, ein privater Selbstcheck", firstQuestion("de"), "Vor dem Klick kommt nichts mehr von {host}.", "Zeigen"},
		"fr": {"fr/annonce/", "Les deux bouts, un bilan confidentiel", firstQuestion("fr"), "Rien de plus de {host} avant votre clic.", "Afficher"},
	}
	if !maps.Equal(embed, want) {
		t.Errorf("embed.js is told %v, want %v", embed, want)
	}
	framed := built["pages"].(map[string]any)["framed"].([]string)
	for _, p := range pages {
		if got := slices.Contains(framed, strings.TrimPrefix(p.Path, "/")); got != (p.Embeddable && p.Path != "/") {
			t.Errorf("frame.js keeps %s in the frame: %v", p.Path, got)
		}
	}
	for lang, e := range embed {
		if !slices.Contains(framed, "embed/"+lang+"/") || !slices.Contains(framed, e[embedAd]) {
			t.Errorf("embed.js leads to a page that may not stand in a frame: %v", e)
		}
	}
}

// Both dark themes, the one that is chosen and the one of the device, are the same;
// colours are read from the first.
func TestBothDarkThemesAreOne(t *testing.T) {
	sheet, err := fs.ReadFile(web.Files, coloursFile)
	if err != nil {
		t.Fatal(err)
	}
	chosen := themeRules[dark].FindSubmatch(sheet)
	device := regexp.MustCompile(`(?s):root:not\(\[data-theme="light"\]\) \{(.*?)\}`).FindSubmatch(sheet)
	if chosen == nil || device == nil {
		t.Fatal("there are no two dark themes")
	}
	if got, want := strings.Fields(string(device[1])), strings.Fields(string(chosen[1])); !slices.Equal(got, want) {
		t.Errorf("the dark theme of the device is %v, the chosen one %v", got, want)
	}
}

// A frame is made as high as its content. What is measured by the height of
// the window would make it grow for ever, unless it is a rule for elsewhere.
func TestNoStyleOfAFrameDependsOnTheHeightOfTheWindow(t *testing.T) {
	names, err := fs.Glob(web.Files, "*.css")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	elsewhere := regexp.MustCompile(`:root:not\(\[data-embed\]\)[^,{}]*\{[^{}]*\}`)
	for _, name := range names {
		style := elsewhere.ReplaceAllString(webFile(t, name), "")
		if found := regexp.MustCompile(`[\d.]+[sdl]?v(h|b|max|min)\b`).FindString(style); found != "" {
			t.Errorf("web/%s measures by the height of the window: %s", name, found)
		}
	}
}

// Only the page for editors shows frames, and only those of the site.
func TestFramesAreForThePageForEditors(t *testing.T) {
	in := small()
	in.Pages[1].Frames = true
	s := mustMake(t, in)
	headers := string(s.Files["_headers"])
	if n := strings.Count(headers, "frame-src"); n != 1 || !strings.Contains(headers, "frame-src 'self';") {
		t.Errorf("%d pages may show frames, want one, of the site itself:\n%s", n, headers)
	}
	if !strings.Contains(string(s.Files["en/about/index.html"]), "frame-src 'self'") {
		t.Error("the page itself does not allow its frames")
	}
	if page := string(s.Files["en/index.html"]); !strings.Contains(page, `data-frame="/web/frame.`) || strings.Contains(page, "frame-src") {
		t.Error("the page that may stand in a frame does not name what it loads there, or may show frames itself")
	}
	if strings.Contains(string(s.Files["fr/index.html"]), "data-frame") {
		t.Error("a page that may not stand in a frame names what it loads there")
	}
}
