package ui

import (
	"reflect"
	"slices"
	"strconv"
	"time"

	"bothends/app/browser"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/score"
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
	Plan  *PlanDraft
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
	kind string // who takes a step: score.Employer or Person; or way
}

// stepsMost is how many steps of each are offered: more is a burden.
const stepsMost = 4

// offered are the suggestions in the order they stand in.
func (w *WhatIf) offered() []idea {
	if w.found == nil {
		return nil
	}
	var all []idea
	for _, who := range []string{score.Employer, score.Person} {
		n := 0
		for _, s := range w.found.Steps {
			// A step that leads somewhere is never left out.
			if s.Who == who && (n < stepsMost || s.Reaches) {
				all = append(all, idea{s, who})
				n++
			}
		}
	}
	for _, s := range w.found.Ways {
		all = append(all, idea{s, "way"})
	}
	return all
}

func (w *WhatIf) Render() app.UI {
	region := app.Section().ID("whatif").Class("whatif").Aria("labelledby", "whatif-title")
	if !w.possible() {
		return region.Hidden(true)
	}
	v := w.Voice
	return region.Hidden(false).Body(
		P(v, "whatif.intro"),
		&whatIfIdeas{Owner: w, Found: w.found, Pressed: w.pressed()},
		w.plan(),
		app.Div().Class("tryout").Body(w.groups()...),
		w.standing(),
		w.beside(),
		Small(v, "whatif.signs"),
	)
}

// plan is there with the steps that are offered.
func (w *WhatIf) plan() app.UI {
	var steps []whatif.Suggestion
	for _, idea := range w.offered() {
		if idea.Step != "" {
			steps = append(steps, idea.Suggestion)
		}
	}
	if len(steps) == 0 || w.Plan == nil {
		return app.Div().Hidden(true)
	}
	return &PlanForm{Voice: w.Voice, Words: say.WhatIfWords{Voice: w.Voice, Study: w.Study}, Steps: steps, Draft: w.Plan, Parent: w.Parent}
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

func (w *WhatIf) idea(words say.WhatIfWords, idea idea, n int, pressed bool) app.UI {
	button := app.Button().Type("button").DataSet("act", "whatif-try").DataSet("n", n).
		Aria("pressed", strconv.FormatBool(pressed)).OnClick(w.onTry)
	li := app.Li().DataSet("idea", idea.kind).DataSet("reaches", strconv.FormatBool(idea.Reaches))
	effect := app.Span().Class("effect").Text(words.Effect(idea.Suggestion))
	var lines []app.UI
	if idea.Step != "" {
		lines = append(lines, app.Strong().Text(words.Title(idea.Suggestion)))
	}
	for _, c := range idea.Changes {
		lines = append(lines, app.Span().Text(words.Change(c)))
	}
	return li.Body(button.Body(append(lines, effect)...))
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
