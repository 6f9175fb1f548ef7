package ui

import (
	"strings"

	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Table draws a table with a caption and column heads, in a box that scrolls
// by itself on a narrow screen.
func Table(caption string, heads []string, rows []app.UI) app.UI {
	var th []app.UI
	for _, h := range heads {
		th = append(th, app.Th().Scope("col").Text(h))
	}
	return app.Div().Class("scroll").Role("region").Aria("label", caption).TabIndex(0).Body(
		app.Table().Body(
			app.Caption().Text(caption),
			app.THead().Body(app.Tr().Body(th...)),
			app.TBody().Body(rows...),
		),
	)
}

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

// P is a paragraph of words of the interface, Small one in small print.
func P(v say.Voice, key string, pairs ...string) app.UI { return app.P().Text(v.T(key, pairs...)) }

func Small(v say.Voice, key string, pairs ...string) app.UI {
	return app.P().Class("small").Text(v.T(key, pairs...))
}

// H2, H3, H4 and Summary are headings of words of the interface.
func H2(v say.Voice, key string) app.UI { return app.H2().Text(v.T(key)) }

func H3(v say.Voice, key string) app.UI { return app.H3().Text(v.T(key)) }

func H4(v say.Voice, key string) app.UI { return app.H4().Text(v.T(key)) }

func Summary(v say.Voice, key string) app.UI { return app.Summary().Text(v.T(key)) }

// Button does something when it is pressed; act names it for scripts and tests.
func Button(v say.Voice, act, key string, pressed app.EventHandler) app.HTMLButton {
	return app.Button().Type("button").DataSet("act", act).OnClick(pressed).Text(v.T(key))
}

// Item is a list entry of words alone, and cells a row of a table.
func Item(text string) app.UI { return app.Li().Text(text) }

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
