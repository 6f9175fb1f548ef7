package ui

import (
	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// others is what others answered, nil where nothing is to be shown.
func (r *Result) others() []app.UI {
	var items []app.UI
	for _, o := range r.words().Others(r.Country, r.Keeping.Today) {
		items = append(items, other(o))
	}
	if items == nil {
		return nil
	}
	return []app.UI{P(r.Voice, "others.what"), app.Ul().Class("others").Body(items...)}
}

func other(o say.Other) app.UI {
	body := []app.UI{app.Text(o.Text)}
	if o.Own != "" {
		body = append(body, app.Strong().Text(o.Own))
	}
	return app.Li().DataSet("other", o.Key).Body(append(body, app.Small().Body(
		app.A().Href(o.Link).Rel("noopener noreferrer").Target("_blank").Text(o.Publisher),
		app.Text(", "+o.Source),
	))...)
}
