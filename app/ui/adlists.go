package ui

import (
	"slices"
	"strconv"
	"strings"

	"bothends/app/say"
	"bothends/questions/jobad"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// An AdList is everything of one kind that was found in an ad. It is drawn again
// only when a field changes, not with each piece of the text above it.
type AdList struct {
	app.Compo

	Reader *AdReader
	Kind   string
	Ad     int    // counts the ads that were read
	Left   string // IDs of what is shown and what was taken out
}

// list returns the list of one kind as it is to be now.
func (r *AdReader) list(kind string) *AdList {
	var ids strings.Builder
	for _, f := range r.all {
		switch {
		case f.Kind != kind:
		case r.stays(f):
			ids.WriteString(f.Key + " ")
		case slices.Contains(r.removed, f.ID()):
			ids.WriteString("-" + f.Key + " ")
		}
	}
	return &AdList{Reader: r, Kind: kind, Ad: r.ads, Left: ids.String()}
}

func (l *AdList) Render() app.UI {
	r := l.Reader
	var items []app.UI
	for i, f := range r.all {
		switch {
		case f.Kind != l.Kind:
		case r.stays(f):
			items = append(items, l.item(f, r.quotes[i]))
		case slices.Contains(r.removed, f.ID()):
			items = append(items, l.gone(f))
		}
	}
	if len(items) == 0 {
		return app.Div()
	}
	body := []app.UI{app.H3().Text(r.kept.T("ad." + l.Kind + ".title"))}
	if l.Kind == jobad.Flag {
		body = append(body, app.P().Class("small").Text(r.kept.T("ad.flags.what")))
	}
	return app.Div().Body(append(body, app.Ul().Class("found "+l.Kind).Body(items...))...)
}

// item is one finding with the words that say so.
func (l *AdList) item(f say.Found, quoted string) app.UI {
	v := l.Reader.Voice
	name := f.Name
	if f.Kind == jobad.Term {
		name = v.T("ad.term", "name", f.Name, "value", f.Text)
	}
	body := []app.UI{
		app.Div().Class("row").Body(
			app.Span().Class("n").Text(strconv.Itoa(f.Number)),
			app.Strong().Text(name),
			app.Button().Type("button").Class("plain").DataSet("act", "remove").DataSet("finding", f.ID()).
				Aria("label", v.T("ad.wrong.label", "name", f.Name)).OnClick(l.Reader.onRemove).Body(Text(v, "ad.wrong")),
		),
	}
	if f.Kind == jobad.Flag {
		body = append(body, app.P().Text(f.Text))
	}
	if quoted != "" {
		body = append(body, app.P().Class("small").Attr("dir", "auto").Text(quoted))
	}
	return app.Li().DataSet("found", f.Key).Body(body...)
}

// gone keeps the place of a finding that was taken out.
func (l *AdList) gone(f say.Found) app.UI {
	v := l.Reader.Voice
	return app.Li().DataSet("removed", f.Key).Body(
		app.Div().Class("row").Body(
			app.Span().Class("n").Text(strconv.Itoa(f.Number)),
			app.Span().Class("quiet").Text(v.T("ad.removed", "name", f.Name)),
			app.Button().Type("button").Class("plain").DataSet("act", "undo").DataSet("finding", f.ID()).
				Aria("label", v.T("ad.undo.label", "name", f.Name)).OnClick(l.Reader.onUndo).Body(Text(v, "ad.undo")),
		),
	)
}
