package site

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"bothends/questions"
)

// Some systems take icons as PNG only. They are drawn at build time from the
// same SVG files that browsers get, so there is one source and no binary in
// the repository. Only what our two drawings use is understood: <svg viewBox
// "0 0 n n">, <rect> and <path> of absolute M, L, C and Z, each with a fill.
// Anything else is a problem, so that no drawing is silently left out.

// icons lists the PNG files: name without extension, SVG source, edge length.
var icons = []struct {
	name, source string
	size         int
}{
	{"icon-32", "icon.svg", 32},
	{"icon-180", "icon-maskable.svg", 180}, // apple-touch-icon is cut to shape
	{"icon-192", "icon.svg", 192},
	{"icon-512", "icon.svg", 512},
	{"icon-maskable-192", "icon-maskable.svg", 192},
	{"icon-maskable-512", "icon-maskable.svg", 512},
}

// drawIcons returns the PNG icons by name ("web/icon-192.png").
func drawIcons(web fs.FS) (map[string][]byte, []error) {
	files := map[string][]byte{}
	var problems []error
	for _, icon := range icons {
		source, err := fs.ReadFile(web, icon.source)
		if err == nil {
			files["web/"+icon.name+".png"], err = drawSVG(source, icon.size)
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("web/%s: %w", icon.source, err))
		}
	}
	return files, problems
}

// drawSVG returns the drawing as a PNG of size by size pixels.
func drawSVG(source []byte, size int) ([]byte, error) {
	drawing, err := svg(source)
	if err != nil {
		return nil, err
	}
	scale := 0.0
	box := strings.Fields(drawing.attrs["viewBox"])
	if len(box) == 4 && box[0] == "0" && box[1] == "0" && box[2] == box[3] {
		n, _ := strconv.ParseFloat(box[2], 64)
		scale = float64(size) / n
	}
	if !(scale > 0) || math.IsInf(scale, 0) {
		return nil, fmt.Errorf("the viewBox %q is not a square from 0 0", drawing.attrs["viewBox"])
	}
	img := image.NewNRGBA(image.Rect(0, 0, size, size))
	drawing.walk(func(n *node) {
		if n != drawing && err == nil {
			err = paintElement(img, n, scale)
		}
	})
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = png.Encode(&b, img)
	return b.Bytes(), err
}

func paintElement(img *image.NRGBA, n *node, scale float64) error {
	var shape [][]point
	var err error
	switch n.tag {
	case "rect":
		shape, err = rectangle(n.attrs)
	case "path":
		shape, err = outlines(n.attrs["d"])
	default:
		err = questions.WithHint(fmt.Errorf("<%s> cannot be drawn", n.tag), "use rect and path")
	}
	if err != nil {
		return err
	}
	fill, err := parseColour(n.attrs["fill"])
	if err != nil {
		return err
	}
	paint(img, shape, scale, fill)
	return nil
}

type point struct{ x, y float64 }

func parseColour(s string) (color.NRGBA, error) {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		return color.NRGBA{}, fmt.Errorf("the fill %q is not a colour like #0b5f6b", s)
	}
	return color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}, nil
}

// rectangle returns the outline of a <rect>; its corners are drawn as cubic
// curves (0.5523 is the usual handle of a quarter circle).
func rectangle(attrs map[string]string) ([][]point, error) {
	number := func(name string) float64 { n, _ := strconv.ParseFloat(attrs[name], 64); return n }
	x, y, w, h, r := number("x"), number("y"), number("width"), number("height"), number("rx")
	k := r * (1 - 0.5523)
	d := fmt.Sprintf("M%g %gL%g %gC%g %g %g %g %g %gL%g %gC%g %g %g %g %g %gL%g %gC%g %g %g %g %g %gL%g %gC%g %g %g %g %g %gZ",
		x+r, y, x+w-r, y, x+w-k, y, x+w, y+k, x+w, y+r,
		x+w, y+h-r, x+w, y+h-k, x+w-k, y+h, x+w-r, y+h,
		x+r, y+h, x+k, y+h, x, y+h-k, x, y+h-r,
		x, y+r, x, y+k, x+k, y, x+r, y)
	return outlines(d)
}

// outlines reads path data into closed polygons; curves become 24 lines each.
func outlines(d string) ([][]point, error) {
	var shape [][]point
	var current []point
	for len(d) > 0 {
		command := d[0]
		end := strings.IndexAny(d[1:], "MLCZ") + 1
		if end == 0 {
			end = len(d)
		}
		var n []float64
		for _, field := range strings.FieldsFunc(d[1:end], func(r rune) bool { return r == ' ' || r == ',' }) {
			x, err := strconv.ParseFloat(field, 64)
			if err != nil {
				return nil, fmt.Errorf("the path has %q where a number should be", field)
			}
			n = append(n, x)
		}
		d = d[end:]
		switch {
		case command == 'M' && len(n) == 2:
			if current != nil {
				shape = append(shape, current)
			}
			current = []point{{n[0], n[1]}}
		case command == 'L' && len(n) == 2 && current != nil:
			current = append(current, point{n[0], n[1]})
		case command == 'C' && len(n) == 6 && current != nil:
			from := current[len(current)-1]
			for i := 1; i <= 24; i++ {
				t := float64(i) / 24
				current = append(current, point{
					cubic(from.x, n[0], n[2], n[4], t),
					cubic(from.y, n[1], n[3], n[5], t),
				})
			}
		case command == 'Z' && len(n) == 0 && current != nil:
			shape = append(shape, current)
			current = nil
		default:
			return nil, questions.WithHint(fmt.Errorf("the path has %q with %d numbers", command, len(n)), "use M, L, C and Z, absolute")
		}
	}
	if current != nil {
		shape = append(shape, current)
	}
	return shape, nil
}

// cubic is a point of a Bézier curve. The conversions keep processors that can
// multiply and add in one step from rounding differently, so every machine
// draws the same bytes.
func cubic(a, b, c, d, t float64) float64 {
	u := 1 - t
	return float64(a*u*u*u) + float64(3*b*u*u*t) + float64(3*c*u*t*t) + float64(d*t*t*t)
}

const rowsPerPixel = 8

// paint fills the polygons (even-odd). Each row of pixels is cut into lines;
// along a line the covered part of every pixel is exact.
func paint(img *image.NRGBA, shape [][]point, scale float64, fill color.NRGBA) {
	cover := make([]float64, img.Bounds().Dx())
	from, to := rowsOf(shape, scale)
	for y := max(from, 0); y < min(to, img.Bounds().Dy()); y++ {
		clear(cover)
		for row := range rowsPerPixel {
			at := float64(y) + (float64(row)+0.5)/rowsPerPixel
			for crossings := range slices.Chunk(crossingsAt(shape, scale, at), 2) {
				if len(crossings) == 2 {
					addSpan(cover, crossings[0], crossings[1])
				}
			}
		}
		for x, c := range cover {
			if c == 0 {
				continue
			}
			alpha := min(c/rowsPerPixel, 1)
			old := img.NRGBAAt(x, y)
			img.SetNRGBA(x, y, over(old, fill, alpha))
		}
	}
}

// rowsOf are the rows of pixels that the outlines reach into.
func rowsOf(shape [][]point, scale float64) (from, to int) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, polygon := range shape {
		for _, p := range polygon {
			low, high = min(low, p.y*scale), max(high, p.y*scale)
		}
	}
	if low > high {
		return 0, 0
	}
	return int(math.Floor(low)), int(math.Ceil(high))
}

// crossingsAt returns where the outlines cross the line at height y, sorted.
func crossingsAt(shape [][]point, scale, y float64) []float64 {
	var xs []float64
	for _, polygon := range shape {
		a := polygon[len(polygon)-1]
		for _, b := range polygon {
			ay, by := float64(a.y*scale), float64(b.y*scale)
			if (ay <= y) != (by <= y) {
				t := (y - ay) / (by - ay)
				xs = append(xs, float64(a.x*scale)+float64((b.x-a.x)*scale*t))
			}
			a = b
		}
	}
	slices.Sort(xs)
	return xs
}

// addSpan adds how much of each pixel lies between from and to.
func addSpan(cover []float64, from, to float64) {
	from, to = max(from, 0), min(to, float64(len(cover)))
	for x := int(from); float64(x) < to; x++ {
		cover[x] += min(to, float64(x+1)) - max(from, float64(x))
	}
}

// over lays fill with alpha over old (source over, colours not premultiplied).
func over(old, fill color.NRGBA, alpha float64) color.NRGBA {
	below := float64(old.A) / 255 * (1 - alpha)
	total := alpha + below
	mix := func(top, bottom uint8) uint8 {
		return uint8(math.Round((float64(float64(top)*alpha) + float64(float64(bottom)*below)) / total))
	}
	return color.NRGBA{mix(fill.R, old.R), mix(fill.G, old.G), mix(fill.B, old.B), uint8(math.Round(total * 255))}
}
