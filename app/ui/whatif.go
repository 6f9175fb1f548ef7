package ui

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"time"

	"bothends/app/browser"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/whatif"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// WhatIf is the region of the result that answers "what would have to change?":
// suggestions that set the sliders, the sliders, and the new result beside the
// old one. It changes nothing but itself: the answers, their draft and the
// result around it stay as they are.
type WhatIf struct {
	app.Compo

	Voice say.Voice
	Study *whatif.Study // nil without a result
	// Parent is kept from being drawn again: the whole result takes several frames
	// of a slow phone.
	Parent *Result

	of      *whatif.Study // that the fields below are about
	found   *whatif.Suggestions
	changed map[string]any // by question
	now     checkup.Report // with what is changed
	hints   []questions.Hint
}

func (w *WhatIf) OnMount(ctx app.Context) {
	w.Parent.skipParentRender()
	w.begin(ctx)
}

func (w *WhatIf) OnUpdate(ctx app.Context) { w.begin(ctx) }

// begin forgets what was about another result, and searches for suggestions
// once the result is on the screen: nobody waits for them.
func (w *WhatIf) begin(ctx app.Context) {
	if w.of == w.Study {
		return
	}
	w.of, w.found = w.Study, nil
	w.set(nil)
	if !w.possible() {
		return
	}
	of := w.of
	ctx.Async(func() {
		time.Sleep(betweenSteps)
		ctx.Dispatch(func(app.Context) {
			w.Parent.skipParentRender()
			if w.of == of {
				w.search()
			}
		})
	})
}

func (w *WhatIf) possible() bool { return w.Study != nil && w.Study.Possible() }

func (w *WhatIf) search() {
	found := w.Study.Suggest()
	w.found = &found
}

// set works out the result with these changes and no others.
func (w *WhatIf) set(changed map[string]any) {
	w.changed, w.hints = changed, nil
	if !w.possible() {
		return
	}
	now, hints, err := w.Study.Try(changed)
	if err != nil { // the sliders allow nothing that could fail
		app.Log(err)
		w.changed, now = nil, w.Study.Base
	}
	w.now, w.hints = now, hints
}

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

// onTry sets the sliders to a suggestion, and back when they stand there.
func (w *WhatIf) onTry(ctx app.Context, _ app.Event) {
	w.Parent.skipParentRender()
	n, err := strconv.Atoi(ctx.JSSrc().Get("dataset").Get("n").String())
	if all := w.offered(); err == nil && n >= 0 && n < len(all) {
		w.try(all[n])
	}
}

func (w *WhatIf) try(idea idea) {
	if w.stands(idea) {
		w.set(nil)
		return
	}
	w.set(idea.Values())
}

// stands reports whether the sliders stand at a suggestion.
func (w *WhatIf) stands(idea idea) bool {
	return len(w.changed) > 0 && reflect.DeepEqual(w.changed, idea.Values())
}

func (w *WhatIf) onReset(_ app.Context, _ app.Event) {
	w.Parent.skipParentRender()
	w.set(nil)
	// The button goes away with what it took back.
	if title := browser.Document().Call("getElementById", "whatif-title"); title.Truthy() {
		title.Call("focus", map[string]any{"preventScroll": true})
	}
}

// An idea is a suggestion and the list it stands in.
type idea struct {
	whatif.Suggestion
	kind string // step, pair, way
}

// How many suggestions of a kind are offered: more is a burden.
const (
	stepsMost = 3
	pairsMost = 1
)

// offered are the suggestions in the order they stand in. A pair is left out
// where there are two ways to get somewhere.
func (w *WhatIf) offered() []idea {
	if w.found == nil {
		return nil
	}
	var all []idea
	add := func(kind string, list []whatif.Suggestion) {
		for _, s := range list {
			all = append(all, idea{s, kind})
		}
	}
	steps, pairs := w.found.Steps, w.found.Pairs
	add("step", steps[:min(len(steps), stepsMost)])
	// A single step that leads somewhere is never left out.
	if i := slices.IndexFunc(steps, func(s whatif.Suggestion) bool { return s.Reaches }); i >= stepsMost {
		add("step", steps[i:i+1])
	}
	if len(w.found.Ways) < 2 {
		add("pair", pairs[:min(len(pairs), pairsMost)])
	}
	add("way", w.found.Ways)
	return all
}

func (w *WhatIf) Render() app.UI {
	region := app.Section().ID("whatif").Class("whatif").Aria("labelledby", "whatif-title")
	if !w.possible() {
		return region.Hidden(true)
	}
	v := w.Voice
	return region.Hidden(false).Body(
		app.H3().ID("whatif-title").TabIndex(-1).Body(Text(v, "whatif.title")),
		P(v, "whatif.intro"),
		&whatIfIdeas{Owner: w, Found: w.found, Pressed: w.pressed()},
		app.Div().Class("tryout").Body(w.groups()...),
		w.standing(),
		w.beside(),
		Small(v, "whatif.signs"),
	)
}

// pressed is the suggestion that the sliders stand at, -1 for none.
func (w *WhatIf) pressed() int { return slices.IndexFunc(w.offered(), w.stands) }

// whatIfIdeas are the suggestions. They stand first: a person who touches no
// slider has read them. They are a component so that a slider does not draw
// them again.
type whatIfIdeas struct {
	app.Compo

	Owner   *WhatIf
	Found   *whatif.Suggestions // nil while the search is on
	Pressed int
}

func (i *whatIfIdeas) Render() app.UI {
	w := i.Owner
	words := say.WhatIfWords{Voice: w.Voice, Study: w.Study}
	if i.Found == nil {
		return app.Div().Class("ideas").Body(app.P().Class("quiet").Body(Text(w.Voice, "whatif.searching")))
	}
	body := []app.UI{app.P().Text(words.Target(i.Found))}
	kind := ""
	var items []app.UI
	flush := func() {
		if len(items) > 0 {
			body = append(body, app.H4().Text(words.Heading(kind, i.Found.Target)), app.Ul().Body(items...))
		}
		items = nil
	}
	for n, idea := range w.offered() {
		if idea.kind != kind {
			flush()
			kind = idea.kind
		}
		items = append(items, w.idea(words, idea, n, n == i.Pressed))
	}
	flush()
	return app.Div().Class("ideas").DataSet("found", "true").Body(body...)
}

// longIdea is the number of changes from which a suggestion is folded up.
const longIdea = 4

func (w *WhatIf) idea(words say.WhatIfWords, idea idea, n int, pressed bool) app.UI {
	button := app.Button().Type("button").DataSet("act", "whatif-try").DataSet("n", n).
		Aria("pressed", strconv.FormatBool(pressed)).OnClick(w.onTry)
	li := app.Li().DataSet("idea", idea.kind).DataSet("reaches", strconv.FormatBool(idea.Reaches))
	effect := app.Span().Class("effect").Text(words.Effect(idea.Suggestion))
	if len(idea.Changes) >= longIdea {
		var lines []app.UI
		for _, c := range idea.Changes {
			lines = append(lines, Item(words.Change(c)))
		}
		return li.Body(
			button.Body(app.Span().Text(w.Voice.N("whatif.together", len(idea.Changes))), effect),
			app.Details().Body(Summary(w.Voice, "whatif.which"), app.Ul().Body(lines...)),
		)
	}
	var lines []app.UI
	for _, c := range idea.Changes {
		lines = append(lines, app.Span().Text(words.Change(c)))
	}
	return li.Body(button.Body(append(lines, effect)...))
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

// standing says in one sentence where the sliders lead. It stays in sight while
// they move, and screen readers hear it when the hand rests.
func (w *WhatIf) standing() app.UI {
	words := say.WhatIfWords{Voice: w.Voice, Study: w.Study}
	text, idle := "", len(w.changed) == 0
	box := app.Div().Class("standing").DataSet("idle", strconv.FormatBool(idle))
	if !idle {
		text = words.Now(w.now)
		box = box.DataSet("strain", oneDecimal(w.now.Strain.Score))
		if b := w.now.Band; b != nil {
			box = box.DataSet("band", strconv.Itoa(b.Number))
		}
	}
	var hints []app.UI
	for _, h := range w.hints {
		hints = append(hints, app.P().Class("hint").Text(w.Voice.Pack.Get("hint."+h.ID)))
	}
	return box.Body(
		app.P().Role("status").Text(text),
		app.Div().Body(hints...),
		app.Button().Type("button").DataSet("act", "whatif-reset").Hidden(idle).OnClick(w.onReset).Body(Text(w.Voice, "whatif.reset")),
	)
}

// beside sets the new result beside the old one.
func (w *WhatIf) beside() app.UI {
	box := app.Div().Class("beside")
	if len(w.changed) == 0 {
		return box.Hidden(true)
	}
	v := w.Voice
	var rows []app.UI
	for _, r := range (say.WhatIfWords{Voice: v, Study: w.Study}).Rows(w.now) {
		rows = append(rows, app.Tr().DataSet("row", r.Key).Body(
			app.Th().Scope("row").Text(r.Name), app.Td().Text(r.Old), app.Td().Text(r.New)))
	}
	return box.Hidden(false).Body(app.Table().Body(
		app.Caption().Body(Text(v, "whatif.beside")),
		app.THead().Body(app.Tr().Body(
			app.Td(), app.Th().Scope("col").Body(Text(v, "whatif.old")), app.Th().Scope("col").Body(Text(v, "whatif.new")))),
		app.TBody().Body(rows...),
	))
}
