package ui

import (
	"slices"
	"strconv"
	"strings"

	"bothends/app/browser"
	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions/checkup"
	"bothends/questions/hours"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Hours is the root in the browser on the page of the log of hours. What is pressed and
// typed there is the document's; this draws what is written down.
type Hours struct {
	app.Compo

	Checkup *checkup.Checkup
	Voice   say.Voice

	loader   *checkup.Loader
	ready    bool
	log      hours.Log
	kept     bool   // on the device; else in the tab
	unstored bool   // the last change found no room
	odd      string // what is kept and cannot be read here; it stays as it is
	now      hours.Moment
	changing hours.Entry // zero while a new one is typed
}

// Parts of the page that say something.
const (
	byTap  = "tap"
	byKeep = "keep"
	byForm = "form"
	byPaid = "contract"
	byUse  = "use"
)

// StartHours returns the root for the page of the log of hours, which the loader
// completes.
func StartHours(c *checkup.Checkup, p *i18n.Printer, loader *checkup.Loader) *Hours {
	return &Hours{Checkup: c, Voice: say.Voice{Printer: p}, loader: loader}
}

func (h *Hours) OnMount(ctx app.Context) {
	browser.Settle(h.JSValue())
	completeThen(ctx, h.Checkup, h.loader, &h.Voice, func(ctx app.Context) {
		h.ready = true
		h.refresh()
		h.fillForm(hours.Entry{})
		parts := browser.Document().Call("querySelectorAll", ".controls")
		for i := range parts.Get("length").Int() {
			parts.Index(i).Set("hidden", false)
		}
		browser.AddEventListener(ctx, field("main"), "click", h.onPress)
		browser.AddEventListener(ctx, field("main"), "change", h.onChange)
		browser.Listen(ctx, browser.EventErase, func(app.Context, app.Event) { h.forget() })
		browser.OnKept(ctx, browser.KeyOf(browser.HoursName), func(app.Context) { h.refresh() })
		// A telephone shows the page again on another day.
		browser.AddEventListener(ctx, browser.Document(), "visibilitychange", func(app.Context, app.Event) { h.refresh() })
	})
}

// field is an element of the document.
func field(id string) app.Value { return browser.Document().Call("getElementById", id) }

// tell says what a press did, or why not.
func (h *Hours) tell(by, text string, wrong bool) {
	for _, part := range []string{byTap, byKeep, byForm, byPaid, byUse} {
		place := field("hours-said-" + part)
		if !place.Truthy() {
			continue // a questionnaire that does not ask for a contract
		}
		said, class := "", ""
		if part == by && text != "" {
			if said, class = text, "notice"; wrong {
				class = "problem"
			}
		}
		place.Set("textContent", said)
		place.Set("className", class)
	}
}

// onPress is called for every press on the page.
func (h *Hours) onPress(ctx app.Context, e app.Event) {
	button := e.Get("target").Call("closest", "button[data-act]")
	if !button.Truthy() {
		ctx.PreventUpdate()
		return
	}
	switch button.Get("dataset").Get("act").String() {
	case "tap":
		h.tap()
	case "change":
		h.open(button.Get("dataset").Get("key").String())
	case "write":
		h.write()
	case "drop":
		h.drop()
	case "leave-as-is":
		h.tell("", "", false)
		h.fillForm(hours.Entry{})
	case "use":
		h.use()
	case "csv":
		h.csv()
	case "print-hours":
		browser.OpenFolds("#hours details")
		browser.Print()
	case "save-odd":
		browser.Download("hours-"+browser.Today()+".json", "application/json", []byte(h.odd))
	case "erase-hours":
		h.erase()
	}
}

func (h *Hours) onChange(_ app.Context, e app.Event) {
	switch e.Get("target").Get("id").String() {
	case "hours-keep":
		h.keep(e.Get("target").Get("checked").Bool())
	case "hours-contract":
		h.contract()
	}
}

// refresh reads the log anew, and brings the document up to date: this tab or another
// one has changed it, or the day.
func (h *Hours) refresh() {
	utc, east, _ := browser.Clock("")
	h.now = hours.Moment{UTC: utc, East: east}
	h.load()
	v := h.Voice
	label, since := "hours.start", ""
	running, runs := h.log.Running()
	if runs {
		label, since = "hours.stop", v.Times(running)
		if running.Day != hours.DayOf(h.now) {
			since = v.Weekday(running.Day) + v.T("language.comma") + since
		}
	}
	find := func(act string) app.Value {
		return browser.Document().Call("querySelector", "button[data-act="+act+"]")
	}
	find("tap").Set("textContent", v.T(label))
	find("use").Set("hidden", h.facts().Weeks == 0)
	field("hours-end").Set("hidden", len(h.log.Entries) == 0)
	field("hours-since").Set("textContent", since)
	field("hours-keep").Set("checked", h.kept)
	blocked := !browser.IsPersistent(browser.LocalStorage())
	field("hours-keeping").Set("hidden", blocked || h.odd != "")
	text := "hours.keep.what"
	if blocked {
		text = "hours.blocked"
	} else if h.kept {
		text = "keep.shared"
	}
	field("hours-shared").Set("textContent", v.T(text))
	if f := field("hours-contract"); f.Truthy() {
		paid := ""
		if h.log.Contract > 0 {
			paid = v.Typed(h.log.Contract)
		}
		f.Set("value", paid)
	}
}

// change does something with the log as it is kept now, keeps what comes of it, and
// reports whether it did.
func (h *Hours) change(by string, do func(hours.Log) (hours.Log, *hours.Fault)) *hours.Fault {
	h.refresh()
	l, fault := do(h.log)
	h.log = l
	text := ""
	if fault != nil {
		text = h.Voice.HoursFault(*fault)
	}
	if !h.store() {
		text = h.Voice.T("hours.full")
	}
	h.tell(by, text, true)
	h.refresh()
	return fault
}

// tap starts or stops. What cannot be stopped, because it was forgotten or the clock
// was set back, is typed.
func (h *Hours) tap() {
	running, runs := h.log.Running()
	fault := h.change(byTap, func(l hours.Log) (hours.Log, *hours.Fault) {
		if runs {
			return l.Stop(h.now)
		}
		return l.Start(h.now)
	})
	if runs && fault != nil && fault.Code != hours.Nothing {
		h.tell(byForm, h.Voice.HoursFault(*fault)+" "+h.Voice.T("hours.stopped"), true)
		h.openForm(running)
	}
}

func (h *Hours) Render() app.UI {
	_, runs := h.log.Running()
	region := app.Section().ID("hours").DataSet("running", strconv.FormatBool(runs)).DataSet("kept", strconv.FormatBool(h.kept)).
		DataSet("entries", strconv.Itoa(len(h.log.Entries)))
	if !h.ready {
		return app.Div().ID("live").Body(region.Hidden(true))
	}
	v, monday := h.Voice, hours.DayOf(h.now).Monday()
	weeks := h.log.Weeks()
	if n := len(weeks); n == 0 || weeks[n-1].Monday < monday {
		weeks = append(weeks, hours.Week{Monday: monday})
	}
	var body, folds []app.UI
	for i := len(weeks) - 1; i >= 0; i-- {
		w := &weeks[i]
		crossed := h.limits(w)
		total := joined(append([]string{h.total(w)}, v.WeekMarks(w)...))
		if w.Monday >= monday {
			body = append(body, H2(v, "hours.week"),
				app.P().Class("total").DataSet("week", strconv.Itoa(w.Minutes)).Text(total),
				h.days(w, crossed))
			continue
		}
		if len(crossed) > 0 {
			total += " · " + v.N("history.limits", len(crossed))
		}
		folds = append(folds, app.Details().DataSet("monday", w.Monday.String()).Body(
			app.Summary().Body(app.Strong().Text(h.span(w.Monday, w.Monday+6)), app.Span().Text(" "+total)),
			h.days(w, crossed),
		))
	}
	if len(folds) > 0 {
		body = append(append(body, H2(v, "hours.earlier")), folds...)
	}
	return app.Div().ID("live").Body(region.Hidden(false).Body(
		app.Div().Body(body...),
		app.Div().Body(h.answers()...),
	))
}

func joined(parts []string) string { return strings.Join(parts, " · ") }

// span names the days from one to another.
func (h *Hours) span(first, last hours.Day) string {
	return h.Voice.T("hours.week.of", "first", h.Voice.ShortDay(first.String()), "last", h.Voice.ShortDay(last.String()))
}

// total is the length of a week beside the contract.
func (h *Hours) total(w *hours.Week) string {
	v := h.Voice
	text := v.Worked(w.Minutes)
	if paid := int(h.log.Contract * 60); paid > 0 {
		text = v.T("hours.of", "n", text, "of", v.Worked(paid))
		if over := w.Minutes - paid; over > 0 {
			text += v.T("language.comma") + v.T("hours.over", "n", v.Worked(over))
		}
	}
	return text
}

// limits are those that a week crosses by itself.
func (h *Hours) limits(w *hours.Week) []string {
	report, err := h.Checkup.Score(h.log.Of(h.Checkup.Pack, []hours.Week{*w}).Answers)
	if err != nil { // Of gives answers that can be, so this is a fault of ours
		app.Log(err)
	}
	return report.Limits
}

// days are those of a week, the latest first, with what is written down of each.
func (h *Hours) days(w *hours.Week, crossed []string) app.UI {
	v := h.Voice
	var items []app.UI
	for _, key := range crossed {
		items = append(items, app.Li().Class("crossed").DataSet("limit", key).Text(v.T("hours.crossed")+v.Colon()+v.LimitName(key)))
	}
	for i := len(w.Days) - 1; i >= 0; i-- {
		d := &w.Days[i]
		name := v.Weekday(d.Day)
		if d.Day == hours.DayOf(h.now) {
			name = v.T("hours.today") + v.T("language.comma") + name
		}
		rows := []app.UI{app.Div().Class("row").Body(
			app.Strong().Text(name),
			app.Strong().Text(joined(append(v.DayMarks(d), v.Worked(d.Minutes)))),
		)}
		for _, e := range d.Entries {
			rows = append(rows, h.entry(e))
		}
		items = append(items, app.Li().DataSet("day", d.Day.String()).Body(rows...))
	}
	if len(items) == 0 {
		items = append(items, Item(v.T("hours.none")))
	}
	return app.Ul().Class("kept").Body(items...)
}

func (h *Hours) entry(e hours.Entry) app.UI {
	v := h.Voice
	text := v.Times(e)
	if !e.Runs() {
		text += " · " + v.Worked(e.Minutes)
	}
	return app.Div().Class("row entry").Body(
		app.Span().Text(text),
		app.Button().Type("button").Class("plain").DataSet("act", "change").DataSet("key", strconv.Itoa(slices.Index(h.log.Entries, e))).
			Aria("label", v.T("hours.change")+v.Colon()+v.Weekday(e.Day)+" "+text).Text(v.T("hours.change")),
	)
}

func (h *Hours) facts() hours.Facts { return h.log.Facts(h.Checkup.Pack, hours.DayOf(h.now)) }

// answers are what the log answers of the check-up, before it is taken there.
func (h *Hours) answers() []app.UI {
	v, f := h.Voice, h.facts()
	if f.Weeks == 0 {
		return nil
	}
	note := v.T("hours.use.what", "weeks", h.span(f.First, f.Last))
	if f.Open {
		note += " " + v.T("hours.use.open")
	}
	if f.Alone {
		note += " " + v.T("hours.use.alone")
	}
	var items []app.UI
	for _, id := range h.Checkup.Pack.IDs() {
		if n, answered := f.Answers.Number(id); answered {
			items = append(items, app.Li().DataSet("fact", id).Text(v.QuestionName(id)+v.Colon()+v.HoursAnswer(id, n)))
		}
	}
	return []app.UI{H2(v, "hours.use.title"), app.P().Text(note), app.Ul().Body(items...)}
}
