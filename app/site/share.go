package site

import (
	"bytes"
	"fmt"
	"image"
	compose "image/draw"
	"image/png"
	"io/fs"
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

// shareFiles draws one picture for each page that search engines know, once the address of
// the site is known: without one no link to it could be full.
func shareFiles(pages []page.Page, origin string, web fs.FS, colours map[string]palette) (map[string][]byte, error) {
	files := map[string][]byte{}
	if origin == "" {
		return files, nil
	}
	icon, err := fs.ReadFile(web, "icon.svg")
	if err != nil {
		return nil, err
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

func drawShare(p page.Page, icon []byte, background string) ([]byte, error) {
	const margin, iconSize = 80.0, 180.0
	img := image.NewNRGBA(image.Rect(0, 0, shareWidth, shareHeight))
	fill, err := parseColour(background)
	if err != nil {
		return nil, err
	}
	compose.Draw(img, img.Bounds(), image.NewUniform(fill), image.Point{}, compose.Src)
	drawing, err := svg(icon)
	if err != nil {
		return nil, err
	}
	// The icon is 512 units wide and stands at the origin: so does what is painted here.
	corner := image.NewNRGBA(image.Rect(0, 0, iconSize, iconSize))
	drawing.walk(func(n *node) {
		if n != drawing && err == nil {
			err = paintElement(corner, n, iconSize/512)
		}
	})
	if err != nil {
		return nil, err
	}
	at := image.Pt(margin, margin)
	compose.Draw(img, image.Rectangle{at, at.Add(corner.Bounds().Size())}, corner, image.Point{}, compose.Over)

	bold, regular := lettersOf(true), lettersOf(false)
	name := p.Words.T("name")
	title := p.Title
	for _, join := range []string{" – ", " - "} {
		title = strings.TrimSuffix(title, join+name)
	}
	words := func(l *letters, text string, size, x, y, most float64, lines int, colour string) (float64, error) {
		if !l.covers(text) || p.Words.RightToLeft() {
			return y, nil // a script that the font lacks: the candle stands alone
		}
		fill, err := parseColour(colour)
		if err != nil {
			return y, err
		}
		for i, line := range l.wrap(text, size, most) {
			if i == lines {
				break
			}
			for _, part := range l.path(line, size, x, y) {
				shape, err := outlines(part)
				if err != nil {
					return y, err
				}
				paint(img, shape, 1, fill)
			}
			y += size * 1.25
		}
		return y, nil
	}
	if _, err = words(bold, name, 64, margin+iconSize+48, margin+iconSize/2+24, 800, 1, inkOfShares); err != nil {
		return nil, err
	}
	y, err := words(bold, title, 58, margin, 370, shareWidth-2*margin, 2, inkOfShares)
	if err != nil {
		return nil, err
	}
	if _, err = words(regular, p.Description, 34, margin, y+14, shareWidth-2*margin, 3, inkOfShares); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, img)
	return b.Bytes(), err
}

// inkOfShares is dark on the light page in every theme.
const inkOfShares = "#12343a"
