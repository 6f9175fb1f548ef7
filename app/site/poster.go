package site

import (
	"fmt"
	"io/fs"
	"strings"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/web"

	qr "github.com/piglig/go-qr"
)

// A poster measures A4 in tenths of a millimetre.
const (
	posterWidth  = 2100
	posterHeight = 2970
)

// Poster returns an A4 page with the way to a site, as SVG: words in outlines, a QR code of
// black squares with four squares of white around, nothing that a printer has to have.
func Poster(address, lang string) ([]byte, error) {
	full, err := posterAddress(address)
	if err != nil {
		return nil, err
	}
	words := i18n.New(lang)
	code, err := qr.EncodeText(full, qr.Medium)
	if err != nil {
		return nil, questions.WithHint(fmt.Errorf("%q is too long for a QR code", address), "use the address of the first page")
	}
	icon, err := fs.ReadFile(web.Files, "icon.svg")
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	title := words.T("name") + words.Colon() + " " + words.T("poster.question")
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 %d %d" role="img" lang="%s">`+"\n", posterWidth, posterHeight, lang)
	fmt.Fprintf(&b, "<title>%s</title>\n<desc>%s %s</desc>\n", textEscaper.Replace(title), textEscaper.Replace(words.T("poster.promise")), textEscaper.Replace(full))
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", posterWidth, posterHeight)
	candle := string(slimDrawing(icon))
	fmt.Fprintf(&b, `<g transform="translate(850 180) scale(.78125)">%s</g>`+"\n", candle[strings.Index(candle, ">")+1:strings.LastIndex(candle, "</svg>")])

	bold, regular := lettersOf(true), lettersOf(false)
	middle := func(l *letters, text string, size, y, most float64) float64 {
		for _, line := range l.wrap(text, size, most) {
			fmt.Fprintf(&b, `<path fill="%s" d="%s"/>`+"\n", inkOfShares, strings.Join(l.path(line, size, (posterWidth-l.width(line, size))/2, y), ""))
			y += size * 1.25
		}
		return y
	}
	y := middle(bold, words.T("name"), 170, 820, 1800)
	y = middle(bold, words.T("poster.question"), 105, y+20, 1700)
	middle(regular, words.T("poster.promise"), 62, y+20, 1600)

	const size, top = 900.0, 1640.0
	square := size / float64(code.Size()+8)
	left := (posterWidth - size) / 2
	var path strings.Builder
	for row := range code.Size() {
		for column := range code.Size() {
			if code.Module(column, row) {
				x, y := left+float64(column+4)*square, top+float64(row+4)*square
				fmt.Fprintf(&path, "M%.3f %.3fL%.3f %.3fL%.3f %.3fL%.3f %.3fZ", x, y, x+square, y, x+square, y+square, x, y+square)
			}
		}
	}
	fmt.Fprintf(&b, `<path id="code" fill="#000000" d="%s"/>`+"\n", path.String())
	shown := strings.TrimSuffix(strings.TrimPrefix(full, "https://"), "/")
	middle(bold, shown, min(80, 80*1800/regular.width(shown, 88)), 2640, posterWidth)
	middle(regular, words.T("foot.note"), 40, 2800, 1800)
	b.WriteString("</svg>\n")
	return []byte(b.String()), nil
}

// posterAddress checks the address and gives it the slash that pages have.
func posterAddress(address string) (string, error) {
	if address == "" {
		return "", questions.WithHint(fmt.Errorf("the address of the site is missing"), "give it with -url https://example.org")
	}
	scheme, rest, _ := strings.Cut(address, "://")
	_, path, _ := strings.Cut(rest, "/")
	base, err := cleanBase("/" + path)
	if err != nil {
		return "", err
	}
	origin, err := originOf(scheme+"://"+strings.TrimSuffix(rest, "/"), base)
	return origin + base, err
}
