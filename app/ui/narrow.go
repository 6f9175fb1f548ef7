package ui

import (
	"bothends/app/browser"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Narrow asks, beside a result with a range, what would narrow it most, and takes
// the answers right there. Questions with many boxes are left to the form.
type Narrow struct {
	app.Compo

	Voice    say.Voice
	Checkup  *checkup.Checkup
	Report   *checkup.Report
	Answers  questions.Answers
	OnAnswer func(ctx app.Context, id, value string)

	wrong map[string]string // by question: what cannot be, and why
}

// mostAsked is how many questions stand beside a result: more would be the form again.
const mostAsked = 3

// asks are the questions of the most points, in their order.
func (n *Narrow) asks() []*questions.Question {
	if n.Report.Strain == nil {
		return nil
	}
	var list []*questions.Question
	for _, narrowing := range n.Checkup.Model.Narrow(n.Checkup.Pack, n.Answers, n.Report.Pay.Ratio()) {
		q, _ := n.Checkup.Pack.Question(narrowing.Question)
		if q.Type != questions.List && len(list) < mostAsked {
			list = append(list, q)
		}
	}
	return list
}

func (n *Narrow) Render() app.UI {
	v := n.Voice
	region := app.Div().Class("narrow")
	asks := n.asks()
	if len(asks) == 0 {
		return region.Hidden(true)
	}
	shown := n.Checkup.Model.Show(n.Report.Result).Strain
	body := []app.UI{
		app.H3().ID(narrowTitle).TabIndex(-1).Body(Text(v, "narrow.title")),
		P(v, "narrow.what", "low", v.Plain(float64(shown.Low)), "high", v.Plain(float64(shown.High))),
	}
	for _, q := range asks {
		body = append(body, n.ask(q))
	}
	return region.Hidden(false).Body(body...)
}

const narrowTitle = "narrow-title"

func (n *Narrow) ask(q *questions.Question) app.UI {
	v := n.Voice
	field := app.FieldSet().Class("ask").DataSet("asks", q.ID)
	body := []app.UI{app.Legend().Text(v.Pack.Get(q.ID + ".label"))}
	if help := v.Optional(q.ID + ".help"); help != "" {
		body = append(body, app.P().Class("help").Text(help))
	}
	var choices []app.UI
	choose := func(value, label string) {
		choices = append(choices, app.Button().Type("button").DataSet("act", "narrow").Value(value).Text(label).
			OnClick(func(ctx app.Context, _ app.Event) { n.answer(ctx, q, value) }, app.EventScope(q.ID, value)))
	}
	switch {
	case n.Checkup.Pack.IsPicked(q):
		for i := *q.Min; i <= *q.Max; i++ {
			choose(v.Typed(i), v.Picked(q, i))
		}
	case q.Type == questions.Number:
		id := "narrow-" + q.ID
		choices = append(choices, app.Input().Type("text").ID(id).Attr("inputmode", "decimal").Attr("autocomplete", "off").
			Aria("label", v.Pack.Get(q.ID+".label")).Attr("aria-describedby", id+"-problem"))
		if q.Unit != "" {
			choices = append(choices, app.Span().Class("unit").Attr("aria-hidden", "true").Text(v.Pack.Get("unit."+q.Unit)))
		}
		choices = append(choices, app.Button().Type("button").DataSet("act", "narrow").Body(Text(v, "narrow.take")).
			OnClick(func(ctx app.Context, _ app.Event) {
				field := browser.Document().Call("getElementById", id)
				if n.answer(ctx, q, field.Get("value").String()) {
					field.Set("value", "") // the same field may be that of another question now
				}
			}, app.EventScope(q.ID)))
		if q.Word != "" {
			choose(q.Word, v.Pack.Get(q.ID+".word."+q.Word))
		}
		choices = append(choices, app.P().Class("problem").ID(id+"-problem").Role("status").Text(n.wrong[q.ID]))
	}
	for _, key := range n.Checkup.Pack.QuestionOptions(q) {
		choose(key, v.Pack.Get(q.OptionWord(key)))
	}
	if q.NotApplicable {
		choose(questions.NotApplicable, v.Pack.Get("not_applicable."+q.ID))
	}
	return field.Body(append(body, app.Div().Class("answers").Body(choices...))...)
}

// answer hands over what the form would take, and says in place what it would not.
func (n *Narrow) answer(ctx app.Context, q *questions.Question, text string) (taken bool) {
	parsed := n.Checkup.Pack.ParseForm([][2]string{{q.ID, text}}, n.Voice.Pack)
	if len(parsed.Problems) > 0 {
		n.wrong = map[string]string{q.ID: n.Voice.ProblemText(parsed.Problems[0])}
		return false
	}
	n.wrong = nil
	if _, taken = parsed.Answers[q.ID]; taken {
		n.OnAnswer(ctx, q.ID, text)
	}
	return taken
}

// onAnswer puts an answer into the form, where the page keeps it, and draws the result
// that follows.
func (l *Live) onAnswer(ctx app.Context, id, value string) {
	browser.Tell(browser.EventAnswer, browser.JSValues(map[string][]string{id: {value}}))
	l.reread()
	if len(l.parsed.Problems) > 0 || l.workOut() != nil {
		return // something else in the form is wrong, which finishing says
	}
	drawn := l.reportFor
	ctx.Defer(func(app.Context) {
		browser.Tell(browser.EventAhead, drawn)
		// What was pressed is another question now.
		if title := browser.Document().Call("getElementById", narrowTitle); title.Truthy() {
			title.Call("focus", map[string]any{"preventScroll": true})
		}
	})
}
