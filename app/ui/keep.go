package ui

import (
	"strconv"
	"strings"
	"time"

	"bothends/app/browser"
	"bothends/app/calendar"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/record"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Keeping is what became of keeping the result that is shown.
type Keeping struct {
	Outcome record.KeepOutcome // "" before anything was asked
	Count   int                // results on this device
	Later   bool               // one of them has a later date: the clock may have been set back
	Framed  bool               // inside another site, which has a storage of its own
	Today   string             // for the reminder
}

// Keep is the end of a result: to keep it on the device, take it along, or be
// reminded. Nothing is kept unless the button is pressed.
type Keep struct {
	app.Compo

	Voice   say.Voice
	Pack    *questions.Pack
	Keeping Keeping
	Plan    *PlanDraft
	OnKeep  func(app.Context, app.Event)
	OnSave  func(app.Context, app.Event)
}

func (k *Keep) Render() app.UI {
	v := k.Voice
	return app.Div().Class("keep").Body(
		P(v, "keep.what"),
		app.Div().Class("actions").Body(
			Button(v, "keep", "keep.device", k.OnKeep).Attr("aria-describedby", "keep-shared"),
			Button(v, "save", "keep.file", k.OnSave),
		),
		app.P().ID("keep-shared").Class("small").Body(Text(v, "keep.shared")),
		app.Div().ID("kept").Role("status").DataSet("outcome", string(k.Keeping.Outcome)).Body(k.outcome()...),
		app.P().Class("links").Body(
			app.A().Href(v.Address("history")).DataSet("act", "history").Text(k.linkText()),
		),
		&Reminder{Voice: v, Pack: k.Pack, From: k.Keeping.Today, Plan: k.Plan},
	)
}

func (k *Keep) outcome() []app.UI {
	v := k.Voice
	if k.Keeping.Outcome == "" {
		return nil
	}
	class := "notice"
	var text []string
	switch k.Keeping.Outcome {
	case record.WasKept:
		text = append(text, v.T("keep.kept"))
		if k.Keeping.Later {
			text = append(text, v.T("keep.clock"))
		}
		if k.Keeping.Framed {
			text = append(text, v.T("keep.framed"))
		}
	case record.WasDuplicate:
		text = append(text, v.T("keep.already"))
	case record.StorageBlocked:
		class, text = "problem", append(text, v.T("keep.blocked"))
	case record.QuotaExceeded:
		class, text = "problem", append(text, v.T("keep.full"))
	case record.TooMany:
		class, text = "problem", append(text, v.T("keep.many", "max", strconv.Itoa(record.MaxRecords)))
	}
	return []app.UI{app.P().Class(class).Text(strings.Join(text, " "))}
}

func (k *Keep) linkText() string {
	if k.Keeping.Count == 0 {
		return k.Voice.T("keep.history")
	}
	return k.Voice.N("keep.count", k.Keeping.Count)
}

// onKeep keeps the result that is shown. What became of it is said anew, also when
// it is what was said before: a screen reader says only what changes.
func (l *Live) onKeep(ctx app.Context, _ app.Event) {
	shelf := storedShelf(l.Checkup.Pack)
	date := moment(time.Now())
	of, outcome := l.reportFor, l.keepResult(shelf, date)
	l.keeping.Outcome = ""
	ctx.Defer(func(ctx app.Context) {
		ctx.Dispatch(func(app.Context) {
			if l.reportFor == of {
				l.keeping.Outcome = outcome
			}
		})
	})
	l.keeping.Later = false
	for _, k := range shelf.Kept {
		l.keeping.Later = l.keeping.Later || k.Record.Date > date
	}
	l.countKept()
}

func (l *Live) keepResult(shelf record.Shelf, date string) record.KeepOutcome {
	if !browser.IsPersistent(browser.LocalStorage()) {
		return record.StorageBlocked
	}
	outcome, err := shelf.Keep(record.Record{Date: date, Answers: l.parsed.Answers, Plan: l.plan.plan(), Worked: l.plan.Worked}, deviceRecords{})
	if err != nil { // a clock beyond the year 9999
		app.Log(err)
		return record.QuotaExceeded
	}
	return outcome
}

// countKept brings the number up to date, also when another tab has changed it.
func (l *Live) countKept() {
	l.keeping.Count = len(storedRecords(l.Checkup.Pack))
	l.keeping.Framed = browser.Framed()
	l.keeping.Today = moment(time.Now())
}

// reminderDays is six weeks: the questions on signs ask about four, so that the
// two do not overlap.
const reminderDays = 42

// Reminder offers an appointment for the calendar. It does not say what it is
// about unless that is wanted: calendars are seen by others.
type Reminder struct {
	app.Compo

	Voice say.Voice
	Pack  *questions.Pack
	From  string     // today, as records write it
	Plan  *PlanDraft // nil where none is made
}

func (r *Reminder) Render() app.UI {
	v := r.Voice
	box := func(id, key string) app.HTMLP {
		return app.P().Body(app.Label().Class("option").For(id).Body(
			app.Input().Type("checkbox").ID(id).Attr("autocomplete", "off"),
			app.Span().Body(Text(v, key)),
		))
	}
	return app.Details().Class("reminder").Body(
		Summary(v, "remind.title"),
		P(v, "remind.what", "date", v.Day(moment(r.start()))),
		box("remind-name", "remind.name"),
		box("remind-plan", "remind.plan").Hidden(r.Plan == nil),
		app.P().Body(Button(v, "remind", "remind.file", r.onRemind)),
	)
}

// start is ten in the morning, six weeks on.
func (r *Reminder) start() time.Time {
	from, err := time.Parse("2006-01-02T15:04:05", r.From)
	if err != nil { // before the program has looked at the clock
		return time.Time{}
	}
	y, m, d := from.Date()
	return time.Date(y, m, d+reminderDays, 10, 0, 0, 0, time.UTC)
}

func (r *Reminder) onRemind(app.Context, app.Event) {
	ticked := func(id string) bool { return browser.Document().Call("getElementById", id).Get("checked").Bool() }
	plan := ""
	if ticked("remind-plan") {
		plan = r.Voice.Plan(r.Plan.plan())
	}
	where := browser.Location().Get("origin").String() + r.Voice.Address("checkup")
	browser.Download(r.Voice.T("remind.filename"), "text/calendar", r.event(ticked("remind-name"), plan, where, time.Now()).File())
}

// event names what it is about only if that is wanted; a plan is the person's own words.
func (r *Reminder) event(named bool, plan, link string, now time.Time) calendar.Event {
	v, start := r.Voice, r.start()
	e := calendar.Event{
		ID: "minutes-" + start.Format("2006-01-02"), Start: start, Minutes: 10, Stamp: now,
		Product: "-//Reminder//" + v.Lang(), Summary: v.T("remind.neutral"), Details: plan,
	}
	if named {
		e.Summary, e.Link = v.T("remind.named"), link
		e.Details = strings.TrimSpace(v.T("remind.details", "minutes", v.Minutes(r.Pack, r.Pack.ActsOrOne()[0])) + "\n" + plan)
	}
	return e
}
