package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Small elements that hold nothing but words. They are written once, because
// each element that is put together where it stands costs 300 bytes of program.

func (v Voice) p(key string, pairs ...string) app.UI { return app.P().Text(v.T(key, pairs...)) }

func (v Voice) small(key string, pairs ...string) app.UI {
	return app.P().Class("small").Text(v.T(key, pairs...))
}

func (v Voice) h2(key string) app.UI      { return app.H2().Text(v.T(key)) }
func (v Voice) h3(key string) app.UI      { return app.H3().Text(v.T(key)) }
func (v Voice) summary(key string) app.UI { return app.Summary().Text(v.T(key)) }

func (v Voice) button(act, key string, pressed app.EventHandler) app.HTMLButton {
	return app.Button().Type("button").DataSet("act", act).OnClick(pressed).Text(v.T(key))
}

// item is a list entry of words alone, and cells a row of a table.
func item(text string) app.UI { return app.Li().Text(text) }

func cells(texts ...string) app.HTMLTr {
	var tds []app.UI
	for _, text := range texts {
		tds = append(tds, app.Td().Text(text))
	}
	return app.Tr().Body(tds...)
}

// numbers is cells whose texts after the first are numbers.
func numbers(name string, texts ...string) app.HTMLTr {
	tds := []app.UI{app.Td().Text(name)}
	for _, text := range texts {
		tds = append(tds, app.Td().Class("num").Text(text))
	}
	return app.Tr().Body(tds...)
}
