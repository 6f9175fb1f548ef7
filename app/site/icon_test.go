package site

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"bothends/web"
)

func draw(t *testing.T, source string, size int) image.Image {
	t.Helper()
	content, err := drawSVG([]byte(source), size)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func at(img image.Image, x, y int) color.NRGBA {
	return color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
}

func TestDrawSVG(t *testing.T) {
	// A square from 2 to 6 of 8, with a triangle over its upper left half.
	img := draw(t, `<svg viewBox="0 0 8 8">
		<rect x="2" y="2" width="4" height="4" fill="#0000ff"/>
		<path fill="#ff0000" d="M2 2L6 2L2 6Z"/></svg>`, 80)
	blue, red, none := color.NRGBA{B: 255, A: 255}, color.NRGBA{R: 255, A: 255}, color.NRGBA{}
	for _, tt := range []struct {
		x, y int
		want color.NRGBA
	}{{10, 10, none}, {19, 40, none}, {20, 20, red}, {25, 25, red}, {55, 55, blue}, {59, 59, blue}, {60, 60, none}} {
		if got := at(img, tt.x, tt.y); got != tt.want {
			t.Errorf("at %d, %d: got %v, want %v", tt.x, tt.y, got, tt.want)
		}
	}
	// On the slanted edge the colours mix.
	if got := at(img, 40, 39); got.R < 64 || got.B < 64 || got.A != 255 {
		t.Errorf("on the edge: got %v", got)
	}
}

func TestDrawSVGCoversPartsOfPixels(t *testing.T) {
	img := draw(t, `<svg viewBox="0 0 4 4"><path fill="#000000" d="M0.5 0L4 0L4 4L0.5 4Z"/></svg>`, 4)
	if got := at(img, 0, 1).A; got != 128 {
		t.Errorf("half a pixel: got alpha %d, want 128", got)
	}
	if got := at(img, 1, 1).A; got != 255 {
		t.Errorf("a whole pixel: got alpha %d, want 255", got)
	}
}

func TestDrawSVGRefuses(t *testing.T) {
	for source, want := range map[string]string{
		`<svg viewBox="0 0 8 8"><circle r="3" fill="#000000"/></svg>`:           "<circle> cannot be drawn",
		`<svg viewBox="0 0 8 9"></svg>`:                                         "not a square",
		`<svg viewBox="0 0 0 0"></svg>`:                                         "not a square",
		`<svg viewBox="0 0 8 8"><rect width="8" height="8" fill="red"/></svg>`:  "not a colour",
		`<svg viewBox="0 0 8 8"><rect width="8" height="8"/></svg>`:             "not a colour",
		`<svg viewBox="0 0 8 8"><path d="m0 0" fill="#000000"/></svg>`:          "use M, L, C and Z",
		`<svg viewBox="0 0 8 8"><path d="L0 0" fill="#000000"/></svg>`:          "use M, L, C and Z",
		`<svg viewBox="0 0 8 8"><path d="M0 0A1 1" fill="#000000"/></svg>`:      "where a number should be",
		`<svg viewBox="0 0 8 8"><path d="M0 zero" fill="#000000"/></svg>`:       "where a number should be",
		`<svg viewBox="0 0 8 8"><rect width="8" height="8" fill="#000000"></g>`: "closed by",
	} {
		if _, err := drawSVG([]byte(source), 8); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("drawSVG(%s): got %v, want %q", source, err, want)
		}
	}
}

// The icons are a candle on a ground: corners cut round except where systems
// cut them themselves, wax in the middle, a flame at either end.
func TestIcons(t *testing.T) {
	files, problems := drawIcons(web.Files)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	ground, wax, flame := color.NRGBA{0x0b, 0x5f, 0x6b, 255}, color.NRGBA{0xef, 0xe3, 0xcf, 255}, color.NRGBA{0xf2, 0xac, 0x4a, 255}
	for _, icon := range icons {
		img, err := png.Decode(bytes.NewReader(files["web/"+icon.name+".png"]))
		if err != nil {
			t.Fatal(err)
		}
		if got := img.Bounds().Dx(); got != icon.size {
			t.Errorf("%s: got %d pixels, want %d", icon.name, got, icon.size)
		}
		if icon.size < 180 {
			continue
		}
		maskable := icon.source == "icon-maskable.svg"
		if corner := at(img, 0, 0); maskable && corner != ground || !maskable && corner.A != 0 {
			t.Errorf("%s: got a corner of %v", icon.name, corner)
		}
		middle := icon.size/2 - icon.size/50
		if got := at(img, middle, middle); got != wax {
			t.Errorf("%s: got a middle of %v", icon.name, got)
		}
		// Outside of the circle of 40 % a maskable icon is all ground.
		far := 0
		for y := range icon.size {
			for x := range icon.size {
				dx, dy := x-icon.size/2, y-icon.size/2
				if c := at(img, x, y); c == flame {
					far = max(far, dx*dx+dy*dy)
				}
			}
		}
		safe := icon.size * 4 / 10
		if far == 0 || maskable && far > safe*safe {
			t.Errorf("%s: flames reach %d squared pixels from the middle, %d are safe", icon.name, far, safe*safe)
		}
	}
	again, _ := drawIcons(web.Files)
	for name := range files {
		if !bytes.Equal(files[name], again[name]) {
			t.Errorf("%s differs from one drawing to the next", name)
		}
	}
}
