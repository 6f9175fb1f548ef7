package picture

import (
	"html"
	"math"
	"strconv"
	"strings"
	"unicode"

	"bothends/app/say"
)

// Card draws the job as a document of its own: with colours and fonts in attributes,
// so that it looks the same on the page, in a file and as a PNG. It is 1080 x 1350, or
// 1200 x 630 when wide. Texts are shrunk and broken into lines to fit.
func Card(c say.Card, wide bool) string {
	width, height := CardSize(wide)
	draw := (*drawing).tall
	if wide {
		draw = (*drawing).wide
	}
	for scale := 1.0; ; scale -= .1 {
		d := &drawing{scale: scale}
		d.add(`<svg xmlns="http://www.w3.org/2000/svg" width="`, strconv.Itoa(width), `" height="`, strconv.Itoa(height),
			`" viewBox="0 0 `, strconv.Itoa(width), ` `, strconv.Itoa(height), `" font-family="system-ui,sans-serif">`)
		d.rect(0, 0, float64(width), float64(height), paper)
		if draw(d, c) || scale < .4 {
			d.add(`</svg>`)
			return d.String()
		}
	}
}

// CardSize is what the picture measures, in pixels.
func CardSize(wide bool) (width, height int) {
	if wide {
		return 1200, 630
	}
	return 1080, 1350
}

// The palette of the light theme; each text has a contrast of 4.5:1 or better.
const (
	paper = "#fbfaf7"
	night = "#0a4a54"
	ink   = "#1d2b2f"
	soft  = "#4d5d62"
	warm  = "#8a4b08"
	flame = "#f2ac4a"
	snow  = "#f2f8f8"
)

var tones = []string{"#7fb6bb", "#bfdcde"}

// tall draws from top to bottom, and reports whether the list had room.
func (d *drawing) tall(c say.Card) bool {
	const left, width, right = 72.0, 936.0, 1080.0
	// What stands below the list is drawn first: the list takes what is left.
	foot := &drawing{scale: d.scale}
	y := foot.block(left, 0, width, 2, face{40, 26, ink, true}, c.Hours)
	y = foot.block(left, y+8, width, 1, face{56, 32, warm, true}, c.Free)
	y = foot.block(left, y, width, 3, face{26, 20, soft, false}, c.Counted)
	y = foot.block(left, y+10, width, 4, face{26, 18, ink, false}, strings.Join(c.Pay, " "))
	end := 1350 - 100 - y

	head := &drawing{scale: d.scale}
	top := head.head(c, left, 64, width, 116) + 28
	d.rect(0, 0, right, top, night)
	d.add(head.String())
	top += 36
	d.week(c, left, top, width, 104)
	room := d.jobs(c, left, top+130, width, end-top-150, 32)
	d.add(`<g transform="translate(0 `, coord(end), `)">`, foot.String(), `</g>`)
	d.text(left, 1350-40, face{26, 26, soft, false}, "", c.Name)
	return room
}

// wide draws a panel on the left and the list beside it.
func (d *drawing) wide(c say.Card) bool {
	const panel, left, right, width = 540.0, 48.0, 588.0, 564.0
	d.rect(0, 0, panel, 630, night)
	y := d.head(c, left, 48, panel-2*left, 76)
	y = d.block(left, y+22, panel-2*left, 2, face{28, 20, snow, true}, c.Hours)
	y = d.block(left, y+8, panel-2*left, 1, face{40, 26, flame, true}, c.Free)
	y = d.block(left, y+2, panel-2*left, 4, face{20, 16, snow, false}, c.Counted)

	pay := &drawing{scale: d.scale}
	end := 630 - 66 - pay.block(right, 0, width, 4, face{20, 14, ink, false}, strings.Join(c.Pay, " "))
	d.week(c, right, 48, width, 84)
	room := d.jobs(c, right, 152, width, end-152-14, 20)
	d.add(`<g transform="translate(0 `, coord(end), `)">`, pay.String(), `</g>`)
	d.text(right, 630-36, face{22, 22, soft, false}, "", c.Name)
	return room && y < 630-24
}

// head is whose job it is, if that is told, and how many jobs it holds.
func (d *drawing) head(c say.Card, x, y, width, size float64) float64 {
	y = d.block(x, y, width, 3, face{size * .4, 18, snow, true}, c.Title)
	y = d.block(x, y, width, 3, face{size * .28, 16, snow, false}, c.Place)
	for i, line := range c.Head {
		y = d.block(x, y-size*.06, width, 1, face{size, 20, []string{snow, flame}[i], true}, line)
	}
	return y
}

// week is the working week, cut into jobs with the numbers of the list.
func (d *drawing) week(c say.Card, x, y, width, height float64) {
	for i, j := range c.Jobs {
		w := j.Share * width
		d.rect(x, y, w, height, tones[i%2])
		if number := strconv.Itoa(i + 1); w > 44 {
			d.text(x+w/2, y+height/2+9, face{26, 26, ink, true}, "middle", number)
		}
		x += w
	}
}

// jobs lists them in the height there is, and reports whether each line had as much
// as it needs at least.
func (d *drawing) jobs(c say.Card, x, y, width, height, least float64) bool {
	rows := len(c.Jobs)
	if width > 900 && rows > 7 { // beside each other they are larger
		rows, width = (rows+1)/2, width/2-12
	}
	pitch := min(56, max(12, height/float64(rows)))
	size := min(36, pitch*.72)
	list := &drawing{scale: 1}
	for i, j := range c.Jobs {
		if i == rows {
			x += width + 24
		}
		base := y + pitch*float64(i%rows) + pitch*.72
		d.text(x, base, face{size, size, soft, true}, "", strconv.Itoa(i+1))
		room := width - 2*size
		if j.Part != "" {
			d.text(x+width, base, face{size, size, ink, false}, "end", j.Part)
			room -= 3.6 * size
		}
		// A name too long for a line takes two small ones.
		name := face{size, size * .7, ink, false}
		if fit := room / name.width(j.Tasks); fit >= name.least {
			name.size = min(size, fit)
			d.text(x+2*size, base, name, "", j.Tasks)
		} else {
			list.block(x+2*size, base-pitch*.66, room, 2, face{pitch * .42, pitch * .2, ink, false}, j.Tasks)
		}
	}
	d.add(list.String())
	return pitch >= least
}

// A drawing is a document as it is written. Where all of it has no room, it is drawn
// again with smaller texts.
type drawing struct {
	strings.Builder
	scale float64 // of texts, from 1 down
}

func (d *drawing) add(parts ...string) {
	for _, p := range parts {
		d.WriteString(p)
	}
}

func (d *drawing) rect(x, y, width, height float64, fill string) {
	d.add(`<rect x="`, coord(x), `" y="`, coord(y), `" width="`, coord(width), `" height="`, coord(height), `" fill="`, fill, `"/>`)
}

// A face is how a text is written: as large as wished, never smaller than least
// unless a single word is too long for its line.
type face struct {
	size, least float64
	fill        string
	bold        bool
}

// text writes one line on its base line.
func (d *drawing) text(x, y float64, f face, anchor, text string) {
	d.add(`<text x="`, coord(x), `" y="`, coord(y), `" font-size="`, coord(f.size), `" fill="`, f.fill, `"`)
	if f.bold {
		d.add(` font-weight="700"`)
	}
	if anchor != "" {
		d.add(` text-anchor="`, anchor, `"`)
	}
	d.add(`>`, html.EscapeString(text), `</text>`)
}

// block writes a text in lines below y, as large as they fit, and returns where the
// next may begin. Nothing takes no room.
func (d *drawing) block(x, y, width float64, most int, f face, text string) float64 {
	if text == "" {
		return y
	}
	f.size, f.least = f.size*d.scale, f.least*d.scale
	lines := f.wrap(text, width)
	for len(lines) > most && f.size > f.least {
		f.size = max(f.least, f.size-1)
		lines = f.wrap(text, width)
	}
	for _, line := range lines {
		f.size = min(f.size, width/f.width(line))
	}
	for _, line := range lines {
		d.text(x, y+f.size, f, "", line)
		y += f.size * 1.22
	}
	return y + f.size*.2
}

// wrap breaks a text at spaces, and a word that is longer than a line nowhere: it is
// written smaller.
func (f face) wrap(text string, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Split(text, " ") {
		if line != "" && f.width(line+" "+word)*f.size > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}

// width is about how wide a text is in system fonts, rather more than less, in units
// of its size: no font can be measured here.
func (f face) width(text string) float64 {
	w := 0.0
	for _, r := range text {
		switch {
		case strings.ContainsRune(" .,:;!|'’ijltfrI()\u00a0\u202f·-", r):
			w += .38
		case strings.ContainsRune("mwMW%—", r):
			w += .97
		case unicode.IsUpper(r):
			w += .72
		case r < 0x250 || r == '–':
			w += .62
		default:
			w++
		}
	}
	if f.bold {
		w *= 1.1
	}
	return math.Max(w, .1)
}
