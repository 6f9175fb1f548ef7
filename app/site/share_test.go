package site

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"strconv"
	"strings"
	"testing"

	qr "github.com/piglig/go-qr"
)

// Whoever shares a link shows its picture: of the right size, with words on it, and full.
func TestEveryPageHasAPictureForWhoSharesIt(t *testing.T) {
	documents, s := documentsOf(t)
	seen := map[string]string{}
	for _, p := range s.pages {
		if p.NoIndex {
			continue
		}
		var picture, alt, card string
		for _, m := range all(documents[p.Path], "meta") {
			switch attribute(m, "property") + attribute(m, "name") {
			case "og:image":
				picture = attribute(m, "content")
			case "og:image:alt":
				alt = attribute(m, "content")
			case "twitter:card":
				card = attribute(m, "content")
			}
		}
		name, ok := strings.CutPrefix(picture, "https://example.org/")
		img, err := png.Decode(bytes.NewReader(s.Files[name]))
		if !ok || err != nil || alt == "" || card != "summary_large_image" {
			t.Fatalf("%s is shared with %q (%v), %q, %q", p.Path, picture, err, alt, card)
		}
		if img.Bounds() != image.Rect(0, 0, shareWidth, shareHeight) {
			t.Errorf("%s measures %v", name, img.Bounds())
		}
		if p.Canonical == p.Path {
			if other := seen[string(s.Files[name])]; other != "" {
				t.Errorf("%s and %s look the same", p.Path, other)
			}
			seen[string(s.Files[name])] = p.Path
		}
		ink := 0
		for y := 300; y < shareHeight; y++ {
			for x := range shareWidth {
				if r, _, _, _ := img.At(x, y).RGBA(); r>>8 < 0x40 {
					ink++
				}
			}
		}
		if ink < 3000 {
			t.Errorf("%s has %d dark pixels where words should be", name, ink)
		}
	}
	for address := range s.names {
		if strings.HasPrefix(address, "/"+shareFolder) {
			t.Errorf("the worker would keep %s", address)
		}
	}
}

// A telephone reads the address from the poster as it is printed.
func TestThePosterCanBeRead(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org":                     "https://example.org/",
		"https://example.org/tools/check/":        "https://example.org/tools/check/",
		"https://les-deux-bouts.example.org/a/b/": "https://les-deux-bouts.example.org/a/b/",
	} {
		for _, lang := range []string{"en", "fr", "de"} {
			poster, err := Poster(address, lang)
			if err != nil {
				t.Fatal(err)
			}
			again, _ := Poster(address, lang)
			if !bytes.Equal(poster, again) {
				t.Error("the poster is another one each time")
			}
			path := regexp.MustCompile(`<path id="code" fill="#000000" d="([^"]+)"/>`).FindSubmatch(poster)
			if path == nil {
				t.Fatal("there is no code on the poster")
			}
			shape, err := outlines(string(path[1]))
			if err != nil {
				t.Fatal(err)
			}
			img := image.NewNRGBA(image.Rect(0, 0, posterWidth/2, posterHeight/2))
			for i := range img.Pix {
				img.Pix[i] = 255
			}
			for _, square := range shape {
				paint(img, [][]point{square}, .5, color.NRGBA{0, 0, 0, 255})
			}
			got, err := qr.Decode(img)
			if err != nil || got != want {
				t.Errorf("the poster for %s says %q (%v)", address, got, err)
			}
			// Nothing stands beyond the edges of the paper.
			for _, n := range regexp.MustCompile(`[ML]([-\d.]+) ([-\d.]+)`).FindAllSubmatch(poster, -1) {
				x, _ := strconv.ParseFloat(string(n[1]), 64)
				y, _ := strconv.ParseFloat(string(n[2]), 64)
				if x < 0 || x > posterWidth || y < 0 || y > posterHeight {
					t.Fatalf("something stands at %v, %v", x, y)
				}
			}
		}
	}
	for _, wrong := range []string{"", "example.org", "ftp://example.org", "https://"} {
		if _, err := Poster(wrong, "en"); err == nil {
			t.Errorf("%q is taken for an address", wrong)
		}
	}
}
