package ui

import (
	"maps"
	"reflect"
	"slices"
	"strconv"

	"bothends/app/say"
	"bothends/questions/whatif"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// move sets one lever, or forgets it when it is back where it was.
func (w *WhatIf) move(l *whatif.Lever, value any) {
	changed := maps.Clone(w.changed)
	if changed == nil {
		changed = map[string]any{}
	}
	changed[l.Question] = value
	if reflect.DeepEqual(value, l.Old) {
		delete(changed, l.Question)
	}
	w.set(changed)
}

// value is where a lever stands.
func (w *WhatIf) value(l *whatif.Lever) any {
	if value, ok := w.changed[l.Question]; ok {
		return value
	}
	return l.Old
}

// lever is the one whose control an event comes from.
func (w *WhatIf) lever(ctx app.Context) (*whatif.Lever, bool) {
	return w.Study.Lever(ctx.JSSrc().Get("dataset").Get("lever").String())
}

func (w *WhatIf) onSlide(ctx app.Context, _ app.Event) {
	w.Parent.skipParentRender()
	place, err := strconv.Atoi(ctx.JSSrc().Get("value").String())
	if l, ok := w.lever(ctx); ok && err == nil && place >= 0 && place < len(l.Stops) {
		w.move(l, l.Stops[place])
	}
}

func (w *WhatIf) onTick(ctx app.Context, _ app.Event) {
	w.Parent.skipParentRender()
	if l, ok := w.lever(ctx); ok {
		w.tick(l, ctx.JSSrc().Get("value").String(), ctx.JSSrc().Get("checked").Bool())
	}
}

// tick keeps the keys in the order of the question, so that a list that is back
// where it was is seen to be.
func (w *WhatIf) tick(l *whatif.Lever, key string, in bool) {
	keys := w.value(l).([]string)
	if slices.Contains(keys, key) == in {
		return
	}
	w.move(l, l.Toggle(keys, key))
}

// groups are the sliders, folded up by section of the questionnaire.
func (w *WhatIf) groups() []app.UI {
	body := []app.UI{app.H4().Body(Text(w.Voice, "whatif.set"))}
	p := w.Study.Checkup.Pack
	for _, section := range p.Sections {
		var values []any
		moved := 0
		for i := range w.Study.Levers {
			l := &w.Study.Levers[i]
			if l.Section != section.ID {
				continue
			}
			values = append(values, w.value(l))
			if _, ok := w.changed[l.Question]; ok {
				moved++
			}
		}
		if len(values) > 0 {
			body = append(body, &whatIfGroup{Owner: w, Study: w.Study, Section: section.ID, Values: values, Moved: moved})
		}
	}
	return body
}

// A whatIfGroup holds the levers of one section. It is a component so that a
// lever draws only its own group again.
type whatIfGroup struct {
	app.Compo

	Owner   *WhatIf
	Study   *whatif.Study
	Section string
	Values  []any // of its levers
	Moved   int   // how many of them are changed
}

func (g *whatIfGroup) Render() app.UI {
	v := g.Owner.Voice
	title := v.Pack.Get("section." + g.Section + ".title")
	if g.Moved > 0 {
		title = v.N("whatif.moved", g.Moved, "section", title)
	}
	body := []app.UI{app.Summary().Text(title)}
	for i := range g.Study.Levers {
		if l := &g.Study.Levers[i]; l.Section == g.Section {
			body = append(body, g.Owner.control(l))
		}
	}
	return app.Details().DataSet("group", g.Section).Body(body...)
}

func (w *WhatIf) control(l *whatif.Lever) app.UI {
	if l.IsList() {
		return w.boxes(l)
	}
	words := say.WhatIfWords{Voice: w.Voice, Study: w.Study}
	value := w.value(l)
	says, was := words.Value(l, value), ""
	if _, moved := w.changed[l.Question]; moved {
		was = w.Voice.T("whatif.was", "old", words.Value(l, l.Old))
	}
	id := "whatif-" + l.Question
	return app.Div().Class("lever").Body(
		app.Label().For(id).Text(words.Name(l.Question)),
		app.Span().Class("says").Aria("hidden", "true").Body(app.Strong().Text(says), app.Span().Text(was)),
		app.Input().Type("range").ID(id).DataSet("lever", l.Question).DataSet("act", "whatif-slide").
			Attr("min", "0").Attr("max", strconv.Itoa(len(l.Stops)-1)).Attr("step", "1").
			Attr("autocomplete", "off").
			Attr("value", strconv.Itoa(slices.Index(l.Stops, value))).
			Attr("aria-valuetext", says).OnInput(w.onSlide),
	)
}

// boxes are a list: what is ticked in the answers, and for what relief adds
// everything else too. Nobody tries what it would be to take on more tasks by
// scrolling through all that there are.
func (w *WhatIf) boxes(l *whatif.Lever) app.UI {
	words := say.WhatIfWords{Voice: w.Voice, Study: w.Study}
	keys := w.value(l).([]string)
	var boxes []app.UI
	for _, key := range l.Offered() {
		id := "whatif-" + l.Question + "-" + key
		boxes = append(boxes, app.Label().For(id).Class("option").Body(
			app.Input().Type("checkbox").ID(id).DataSet("lever", l.Question).DataSet("act", "whatif-tick").
				Attr("autocomplete", "off").Attr("value", key).
				Checked(slices.Contains(keys, key)).OnChange(w.onTick),
			app.Span().Text(w.Voice.Pack.Get(l.Question+".option."+key)),
		))
	}
	return app.FieldSet().Class("lever").Body(
		app.Legend().Text(words.Name(l.Question)),
		app.Div().Class("options list").Body(boxes...),
	)
}
