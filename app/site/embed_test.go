package site

import (
	"fmt"
	"html"
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

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
	return string(slim(name, content))
}

// Pages of other sites carry embed.js, so it stays small; and it is read in
// their encoding, whatever that is.
func TestEmbedIsSmallAndPlain(t *testing.T) {
	script := webFile(t, embedFile)
	if len(script) >= 3000 {
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
	if script := webFile(t, embedFile); !strings.Contains(script, `allow: "clipboard-write"`) {
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

// embed.js names pages by addresses that the builder does not write.
func TestEmbedLeadsToPagesThatMayStandInFrames(t *testing.T) {
	pages := realPages(t)
	embeddable := map[string]bool{}
	for _, p := range pages {
		embeddable[p.Path] = p.Embeddable
	}
	entries := regexp.MustCompile(`(?m)^(\w+): \["([^"]*)", "([^"]*)", "`).FindAllStringSubmatch(webFile(t, embedFile), -1)
	if len(entries) != 2 {
		t.Fatalf("embed.js names %d languages, want 2", len(entries))
	}
	for _, m := range entries {
		for _, path := range m[2:] {
			if !embeddable["/"+path] {
				t.Errorf("embed.js leads to /%s, which may not stand in a frame", path)
			}
		}
	}
}

// luminance is that of WCAG 2.
func luminance(hex string) float64 {
	sum := 0.0
	for i, part := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		c := float64(n) / 255
		if c > 0.04045 {
			c = math.Pow((c+0.055)/1.055, 2.4)
		} else {
			c /= 12.92
		}
		sum += part * c
	}
	return sum
}

// The limits that embed.js compares accents with are those of 4.5:1 to the
// pages of both themes, rounded to the safe side; the other two scripts name
// the colours themselves.
func TestAccentsAreMeasuredAgainstTheRealPages(t *testing.T) {
	dim, bright := (luminance(lightColour)+0.05)/4.5-0.05, (luminance(darkColour)+0.05)*4.5-0.05
	for _, want := range []string{
		strings.TrimPrefix(fmt.Sprintf("light <= %.4f", math.Floor(dim*1e4)/1e4), "0"),
		fmt.Sprintf("light >= %.4f", math.Ceil(bright*1e4)/1e4),
	} {
		want = strings.Replace(want, "= 0.", "= .", 1)
		if !strings.Contains(webFile(t, embedFile), want) {
			t.Errorf("embed.js does not say %q", want)
		}
	}
	for _, name := range []string{"frame.js", "editors.js"} {
		for _, colour := range []string{lightColour, darkColour} {
			if !strings.Contains(webFile(t, name), colour) {
				t.Errorf("%s does not know the page %s", name, colour)
			}
		}
	}
	for _, colour := range regexp.MustCompile(`"(#[0-9a-f]{6})"`).FindAllStringSubmatch(webFile(t, "frame.js"), -1) {
		if !strings.Contains(webFile(t, "page.css"), colour[1]) {
			t.Errorf("frame.js names %s, which is no colour of page.css", colour[1])
		}
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

// web/frame.js keeps the pages that may stand in a frame inside it.
func TestFramesKnowThePagesThatMayStandInThem(t *testing.T) {
	pages := realPages(t)
	want := map[string]bool{}
	for _, p := range pages {
		if p.Embeddable && p.Path != "/" {
			want[p.Path[1:]] = true
		}
	}
	list := regexp.MustCompile(`framed = "([^"]*)"`).FindStringSubmatch(webFile(t, "frame.js"))
	if list == nil {
		t.Fatal("frame.js lists no pages")
	}
	for _, path := range strings.Fields(list[1]) {
		if !want[path] {
			t.Errorf("frame.js keeps /%s in the frame, which may not stand there or is listed twice", path)
		}
		delete(want, path)
	}
	for path := range want {
		t.Errorf("frame.js opens /%s outside, which may stand in the frame", path)
	}
}
