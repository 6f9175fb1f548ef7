package site

import (
	"bytes"
	"fmt"
	"image"
	compose "image/draw"
	"image/png"
	"io/fs"
	"strconv"
	"strings"

	"bothends/app/page"
)

// What a link to a page looks like where it is shared: the candle, the title, what the page
// is for. Only other sites ask for these pictures, so the worker keeps none of them.
const (
	shareFolder = "share/"
	shareWidth  = 1200 // as Facebook, LinkedIn and others show it
	shareHeight = 630
)

// shareName is the file of a page's picture, below the base.
func shareName(p page.Page) string {
	return shareFolder + strings.ReplaceAll(strings.Trim(p.Canonical, "/"), "/", "-") + ".png"
}

// shareFiles draws the screens of the manifest, and one picture for each page that search
// engines know once the address of the site is known: without one no link to it is full.
func shareFiles(pages []page.Page, origin string, web fs.FS, colours map[string]palette) (map[string][]byte, error) {
	files := map[string][]byte{}
	icon, err := fs.ReadFile(web, "icon.svg")
	if err != nil {
		return nil, err
	}
	for _, p := range pages {
		for _, s := range screens {
			if p.FirstQuestion == "" || p.Canonical != p.Path {
				continue
			}
			if files[s.file(p.Lang)], err = drawScreen(p, s, icon, colours[light]); err != nil {
				return nil, fmt.Errorf("%s: %w", p.Path, err)
			}
		}
	}
	if origin == "" {
		return files, nil
	}
	for _, p := range pages {
		if p.NoIndex || p.Canonical != p.Path {
			continue
		}
		if files[shareName(p)], err = drawShare(p, icon, colours[light].Page); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Path, err)
		}
	}
	return files, nil
}

// screens are the pictures of the manifest: the first screen, drawn with its own words.
// Browsers take 320 to 3840 pixels, the longer edge at most 2.3 times the shorter.
var screens = []screen{{"wide", 1280, 800}, {"narrow", 720, 1280}}

type screen struct {
	form          string
	width, height int
}

func (s screen) file(lang string) string {
	return shareFolder + "screen-" + s.form + "-" + lang + ".png"
}

// drawScreen shows the name, what it is for, and the first question with what it offers.
func drawScreen(p page.Page, s screen, icon []byte, colours palette) ([]byte, error) {
	c, err := newCanvas(s.width, s.height, colours.Page)
	if err != nil {
		return nil, err
	}
	const margin = 48.0
	c.icon(icon, 72, margin, 40)
	most := min(float64(s.width)-2*margin, 900)
	left := (float64(s.width) - most) / 2
	c.words(p, lettersOf(true), p.Words.T("name"), 36, margin+96, 88, most, 1)
	y := c.words(p, lettersOf(true), titleOf(p), 40, left, 210, most, 3)
	y = c.words(p, lettersOf(false), p.Description, 26, left, y+8, most, 3)
	top, bottom := y+10, float64(s.height)
	c.box(left, top, most, bottom-top+40, colours.Card, "#cfd8d6")
	y = c.words(p, lettersOf(true), p.FirstQuestion, 30, left+32, top+60, most-64, 3) + 16
	for _, option := range p.FirstOptions {
		if y > bottom-20 {
			break
		}
		c.box(left+32, y-26, 30, 30, colours.Page, inkOfShares)
		y = c.words(p, lettersOf(false), option, 26, left+82, y, most-120, 1) + 26
	}
	return c.png()
}

// titleOf is the title of a page without the name of the site.
func titleOf(p page.Page) string { return strings.TrimSuffix(p.Title, " – "+p.Words.T("name")) }

func drawShare(p page.Page, icon []byte, background string) ([]byte, error) {
	const margin, size = 80.0, 180
	c, err := newCanvas(shareWidth, shareHeight, background)
	if err != nil {
		return nil, err
	}
	c.icon(icon, size, margin, margin)
	most := shareWidth - 2*margin
	c.words(p, lettersOf(true), p.Words.T("name"), 64, margin+size+48, margin+size/2+24, 800, 1)
	y := c.words(p, lettersOf(true), titleOf(p), 58, margin, 370, most, 2)
	c.words(p, lettersOf(false), p.Description, 34, margin, y+14, most, 3)
	return c.png()
}

// A canvas is painted on with the painter of the icons. Its first failure is its last word.
type canvas struct {
	img *image.NRGBA
	err error
}

func newCanvas(width, height int, background string) (*canvas, error) {
	fill, err := parseColour(background)
	c := &canvas{image.NewNRGBA(image.Rect(0, 0, width, height)), err}
	compose.Draw(c.img, c.img.Bounds(), image.NewUniform(fill), image.Point{}, compose.Src)
	return c, err
}

// icon draws the square drawing of the site, which is 512 units wide.
func (c *canvas) icon(source []byte, size, x, y int) {
	drawing, err := svg(source)
	if err != nil {
		c.err = err
		return
	}
	corner := image.NewNRGBA(image.Rect(0, 0, size, size))
	drawing.walk(func(n *node) {
		if n != drawing && c.err == nil {
			c.err = paintElement(corner, n, float64(size)/512)
		}
	})
	at := image.Pt(x, y)
	compose.Draw(c.img, image.Rectangle{at, at.Add(corner.Bounds().Size())}, corner, image.Point{}, compose.Over)
}

// words writes a text in lines, and returns where the next would stand. A script that the
// font lacks, or that runs from right to left, is left out: the candle stands alone.
func (c *canvas) words(p page.Page, l *letters, text string, size, x, y, most float64, lines int) float64 {
	ink, err := parseColour(inkOfShares)
	if err != nil || !l.covers(text) || p.Words.RightToLeft() {
		return y
	}
	for i, line := range l.wrap(text, size, most) {
		if i == lines {
			break
		}
		for _, part := range l.path(line, size, x, y) {
			shape, err := outlines(part)
			if err != nil {
				c.err = err
				return y
			}
			paint(c.img, shape, 1, ink)
		}
		y += size * 1.25
	}
	return y
}

// box draws a rounded rectangle with an edge.
func (c *canvas) box(x, y, width, height float64, fill, edge string) {
	for i, colour := range []string{edge, fill} {
		d := float64(2 * i)
		attrs := map[string]string{"fill": colour}
		for name, value := range map[string]float64{"x": x + d, "y": y + d, "width": width - 2*d, "height": height - 2*d, "rx": 8} {
			attrs[name] = strconv.FormatFloat(value, 'f', -1, 64)
		}
		if err := paintElement(c.img, &node{tag: "rect", attrs: attrs}, 1); err != nil {
			c.err = err
		}
	}
}

func (c *canvas) png() ([]byte, error) {
	if c.err != nil {
		return nil, c.err
	}
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, c.img)
	return b.Bytes(), err
}

// inkOfShares is dark on the light page in every theme.
const inkOfShares = "#12343a"
