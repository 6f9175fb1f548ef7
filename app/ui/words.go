package ui

import (
	"strings"

	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Text returns the interface's words for key as a text node.
func Text(v say.Voice, key string, pairs ...string) app.UI {
	return app.Text(v.T(key, pairs...))
}

// Paragraphs splits the words for key at blank lines.
func Paragraphs(v say.Voice, key string, pairs ...string) []app.UI {
	var out []app.UI
	for _, p := range strings.Split(v.T(key, pairs...), "\n\n") {
		out = append(out, app.P().Text(p))
	}
	return out
}

// Small elements that hold nothing but words. They are written once, because
// each element that is put together where it stands costs 300 bytes of program.

func P(v say.Voice, key string, pairs ...string) app.UI { return app.P().Text(v.T(key, pairs...)) }

func Small(v say.Voice, key string, pairs ...string) app.UI {
	return app.P().Class("small").Text(v.T(key, pairs...))
}

func H2(v say.Voice, key string) app.UI { return app.H2().Text(v.T(key)) }

func H3(v say.Voice, key string) app.UI { return app.H3().Text(v.T(key)) }

func Summary(v say.Voice, key string) app.UI { return app.Summary().Text(v.T(key)) }

func Button(v say.Voice, act, key string, pressed app.EventHandler) app.HTMLButton {
	return app.Button().Type("button").DataSet("act", act).OnClick(pressed).Text(v.T(key))
}

// item is a list entry of words alone, and cells a row of a table.
func item(text string) app.UI { return app.Li().Text(text) }

func cells(texts ...string) app.HTMLTr { return row(len(texts), texts...) }

// row is cells of which those from number on hold numbers.
func row(number int, texts ...string) app.HTMLTr {
	var tds []app.UI
	for i, text := range texts {
		td := app.Td().Text(text)
		if i >= number {
			td = td.Class("num")
		}
		tds = append(tds, td)
	}
	return app.Tr().Body(tds...)
}
