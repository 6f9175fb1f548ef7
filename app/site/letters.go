package site

import (
	"fmt"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Words in pictures are drawn as outlines, with the painter of the icons: the same bytes on
// every machine, whatever fonts it has.
type letters struct {
	font *sfnt.Font
	buf  sfnt.Buffer
}

func lettersOf(bold bool) *letters {
	data := goregular.TTF
	if bold {
		data = gobold.TTF
	}
	f, err := sfnt.Parse(data)
	if err != nil {
		panic(err) // it comes with the module
	}
	return &letters{font: f}
}

// plain are signs that the font lacks, with what stands for them in a picture.
var plain = strings.NewReplacer("\u202f", "\u00a0", "\u2011", "-")

// covers reports whether the font has every sign of a text.
func (l *letters) covers(text string) bool {
	for _, r := range plain.Replace(text) {
		if i, err := l.font.GlyphIndex(&l.buf, r); err != nil || i == 0 {
			return false
		}
	}
	return true
}

// units is the size at which outlines are read, so that they come in whole units.
func (l *letters) units() fixed.Int26_6 { return fixed.I(int(l.font.UnitsPerEm())) }

// width of a text at a size in pixels.
func (l *letters) width(text string, size float64) float64 {
	total := 0
	for _, r := range plain.Replace(text) {
		i, _ := l.font.GlyphIndex(&l.buf, r)
		advance, err := l.font.GlyphAdvance(&l.buf, i, l.units(), font.HintingNone)
		if err == nil {
			total += int(advance)
		}
	}
	return float64(total) / 64 * size / float64(l.font.UnitsPerEm())
}

// path returns a line of text as SVG path data of absolute M, L, C and Z, one part for each
// sign, its baseline at x and y.
func (l *letters) path(text string, size, x, y float64) []string {
	scale := size / float64(l.font.UnitsPerEm()) / 64
	var parts []string
	at := 0
	for _, r := range plain.Replace(text) {
		i, _ := l.font.GlyphIndex(&l.buf, r)
		segments, err := l.font.LoadGlyph(&l.buf, i, l.units(), nil)
		if err == nil && len(segments) > 0 {
			parts = append(parts, outlineOf(segments, func(p fixed.Point26_6) point {
				return point{x + float64(float64(at+int(p.X))*scale), y + float64(float64(p.Y)*scale)}
			}))
		}
		if advance, err := l.font.GlyphAdvance(&l.buf, i, l.units(), font.HintingNone); err == nil {
			at += int(advance)
		}
	}
	return parts
}

func outlineOf(segments sfnt.Segments, place func(fixed.Point26_6) point) string {
	var b strings.Builder
	var last point
	for i, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				b.WriteString("Z")
			}
			last = place(s.Args[0])
			fmt.Fprintf(&b, "M%.1f %.1f", last.x, last.y)
		case sfnt.SegmentOpLineTo:
			last = place(s.Args[0])
			fmt.Fprintf(&b, "L%.1f %.1f", last.x, last.y)
		case sfnt.SegmentOpQuadTo: // as a cubic curve
			c, to := place(s.Args[0]), place(s.Args[1])
			a, d := third(last, c), third(to, c)
			fmt.Fprintf(&b, "C%.1f %.1f %.1f %.1f %.1f %.1f", a.x, a.y, d.x, d.y, to.x, to.y)
			last = to
		case sfnt.SegmentOpCubeTo:
			a, d, to := place(s.Args[0]), place(s.Args[1]), place(s.Args[2])
			fmt.Fprintf(&b, "C%.1f %.1f %.1f %.1f %.1f %.1f", a.x, a.y, d.x, d.y, to.x, to.y)
			last = to
		}
	}
	return b.String() + "Z"
}

// third is two thirds of the way to the control point of a quadratic curve.
func third(end, control point) point {
	return point{end.x + float64((control.x-end.x)*2/3), end.y + float64((control.y-end.y)*2/3)}
}

// wrap breaks a text into lines that fit, between its words.
func (l *letters) wrap(text string, size, most float64) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		if n := len(lines); n > 0 && l.width(lines[n-1]+" "+word, size) <= most {
			lines[n-1] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}
