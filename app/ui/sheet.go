package ui

import (
	"strconv"
	"time"

	"bothends/app/browser"
	"bothends/app/picture"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Sheet is the result on one page of paper. It is not on the screen: when a
// result is printed, it is printed instead of the page. It is drawn a moment
// after the result, which does not wait for it.
type Sheet struct {
	app.Compo

	Voice   say.Voice
	Checkup *checkup.Checkup
	Report  *checkup.Report
	Answers questions.Answers
	Country string
	Parent  *Result // on the screen: not drawn again for what nobody sees there

	drawn bool
}

// sheetDate is the element that gets the date at the moment of printing: the
// program knows no clock of its own.
const sheetDate = "sheet-date"

// sheetPlan is the element that gets the plan at that moment.
const sheetPlan = "sheet-plan"

// sheetDrivers is how many drivers fit the page beside the limits. What is left
// out is counted.
const sheetDrivers = 6

// afterResult is long enough for the result to be painted.
const afterResult = 100 * time.Millisecond

func (s *Sheet) OnMount(ctx app.Context) {
	ctx.PreventUpdate() // nothing has changed yet
	ctx.Async(func() {
		time.Sleep(afterResult)
		ctx.Dispatch(func(ctx app.Context) {
			s.Parent.skipParentRender()
			s.drawn = true
			ctx.Defer(func(app.Context) { browser.MarkAround() })
		})
	})
}

func (s *Sheet) Render() app.UI {
	sheet := app.Div().Class("sheet")
	if !s.drawn {
		return sheet
	}
	v := s.Voice
	return sheet.Body(
		app.Div().Class("sheet-head").Body(
			app.H2().Class("sheet-title").Text(v.T("name")+" – "+v.T("sheet.title")),
			app.P().ID(sheetDate),
		),
		app.Div().Class("sheet-half").Body(app.Div().Body(s.verdict()...), app.Div().Body(s.measures()...)),
		s.place(),
		app.Div().Class("sheet-half sheet-wide").Body(app.Div().Body(s.drivers()...), app.Div().Body(s.limits()...)),
		app.Div().Class("sheet-half").Body(app.Div().Body(s.next()...), app.Div().Body(s.help()...)),
		app.Div().Class("sheet-pay").Body(s.pay()...),
		app.P().Class("sheet-foot").Text(v.T("result.notvalidated")+" "+v.T("sheet.version", "version", s.Report.PackVersion)),
	)
}

// result is the region of the screen whose words and pictures the sheet takes.
func (s *Sheet) result() *Result {
	return &Result{Voice: s.Voice, Checkup: s.Checkup, Report: s.Report, Answers: s.Answers, Country: s.Country}
}

// verdict is the two sentences and the name of the place on the map.
func (s *Sheet) verdict() []app.UI {
	words := s.result().words()
	var body []app.UI
	for _, line := range words.Verdict() {
		body = append(body, app.P().Text(line))
	}
	name, what := words.Place()
	body = append(body, app.P().Class("bandname").Text(name))
	if what != "" {
		body = append(body, app.P().Text(what))
	}
	return body
}

// measures are the candle with the two numbers.
func (s *Sheet) measures() []app.UI {
	return s.result().candle()
}

func (s *Sheet) place() app.UI {
	if s.Report.Band == nil {
		return app.Div()
	}
	return &picture.Matrix{Voice: s.Voice, Checkup: s.Checkup, Band: *s.Report.Band}
}

// drivers are those that weigh most, each on one line.
func (s *Sheet) drivers() []app.UI {
	v := s.Voice
	if s.Report.Strain == nil {
		return nil
	}
	var items []app.UI
	more := 0
	for _, d := range s.result().words().Drivers() {
		switch {
		case !d.Notable:
		case len(items) == sheetDrivers:
			more++
		default:
			items = append(items, app.Li().Body(
				app.Span().Text(strconv.Itoa(d.Rank)+". "+d.Name),
				picture.Bar(d.Contribution),
				app.Span().Class("num").Text(d.Points),
			))
		}
	}
	body := []app.UI{app.H3().Class("sheet-name").Body(Text(v, "drivers.title"))}
	if len(items) == 0 {
		return append(body, P(v, "drivers.none"))
	}
	body = append(body, app.Ul().Class("sheet-bars").Body(items...))
	if more > 0 {
		body = append(body, app.P().Class("small").Text(v.N("sheet.more", more)))
	}
	return body
}

func (s *Sheet) limits() []app.UI {
	words := s.result().words()
	body := []app.UI{app.H3().Class("sheet-name").Body(Text(s.Voice, "limits.title"))}
	if len(s.Report.Limits) == 0 {
		return append(body, app.P().Text(words.NoLimits()))
	}
	var items []app.UI
	for _, l := range words.Limits() {
		items = append(items, Item(l.Name))
	}
	return append(body, app.Ul().Body(items...))
}

// next is the first thing to do, by others and by the person.
func (s *Sheet) next() []app.UI {
	r, keys := s.result(), say.Weighing(s.Report.Result)
	if len(keys) == 0 {
		return nil
	}
	return []app.UI{
		app.H3().Class("sheet-name").Text(s.Voice.T("next.title")), r.stepList(keys[:1]),
		app.P().ID(sheetPlan).Hidden(true),
	}
}

// help is who can be called.
func (s *Sheet) help() []app.UI {
	line, ok := s.result().helpLine()
	if !ok {
		return nil
	}
	// All lines are more than the page holds.
	line.Emergency, line.Listening = line.Emergency[:min(1, len(line.Emergency))], line.Listening[:min(1, len(line.Listening))]
	return []app.UI{app.H3().Class("sheet-name").Text(s.Voice.T("talk")), HelpLine(s.Voice, line)}
}

// pay is the week cut into jobs, the rates, and what they come to.
func (s *Sheet) pay() []app.UI {
	v := s.Voice
	w := say.PayWords{Voice: v, Tables: s.Checkup.Tables, Result: s.Report.Pay}
	body := []app.UI{app.H3().Class("sheet-name").Text(w.Title())}
	if s.Report.Pay != nil {
		body = append(body, s.week(w)...)
	}
	if silence := w.Silence(); silence != "" {
		return append(body, app.P().Text(silence))
	}
	var rates []app.UI
	for _, rate := range w.Rates() {
		rates = append(rates, app.P().Body(app.Text(rate.Name+v.Colon()), app.Strong().Text(rate.Amount)))
	}
	if len(rates) > 0 {
		body = append(body, app.Div().Class("sheet-rates").Body(rates...))
	}
	if lines := w.Verdict(); len(lines) > 0 {
		// What the title alone would pay is for the screen.
		body = append(body, app.P().Text(sentences(lines[:min(2, len(lines))])))
	}
	if unpaid := w.Unpaid(); unpaid != "" {
		body = append(body, app.P().Text(unpaid))
	}
	return body
}

// week is the week cut into jobs, and what they are.
func (s *Sheet) week(w say.PayWords) []app.UI {
	v, jobs := s.Voice, w.Jobs()
	if len(jobs) == 0 {
		return nil
	}
	var items []app.UI
	for _, job := range jobs {
		items = append(items, Item(job.Tasks+"\u00a0"+w.Percent(job.Share)))
	}
	return []app.UI{
		picture.Week(jobs, v.T("pay.bar", "jobs", v.N("pay.jobs", len(jobs)))),
		app.Ol().Class("jobs").Body(items...),
	}
}

// paper offers the result for printing: on one page, which is what the browser
// prints by itself too, or all of it.
func (r *Result) paper() []app.UI {
	v := r.Voice
	return []app.UI{
		P(v, "sheet.what"),
		app.Div().Class("actions").Body(
			app.Button().Type("button").DataSet("act", "print").Body(Text(v, "sheet.print")),
			Button(v, "print-all", "sheet.all", r.onPrintAll),
		),
	}
}

// onPrintAll prints everything: what folds hold, what is drawn only once they are
// open, and the answers.
func (r *Result) onPrintAll(ctx app.Context, _ app.Event) {
	r.all = true
	ctx.Defer(func(app.Context) {
		browser.OpenFolds("#result details:not(.letter details)")
		browser.PrintOnly("all")
	})
}

// datesSheet writes the date, and the plan that is made by then, into the sheet before it is printed.
func (l *Live) datesSheet() {
	browser.OnPrint(func() {
		if place := browser.Document().Call("getElementById", sheetDate); place.Truthy() {
			place.Set("textContent", l.Voice.Day(browser.Today()))
		}
		if place := browser.Document().Call("getElementById", sheetPlan); place.Truthy() {
			said := l.Voice.Plan(l.plan.plan())
			place.Set("hidden", said == "")
			place.Set("textContent", l.Voice.T("plan.of", "plan", said))
		}
	})
}
