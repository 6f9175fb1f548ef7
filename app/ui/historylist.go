package ui

import (
	"slices"
	"strconv"
	"strings"

	"bothends/app/browser"
	"bothends/questions/record"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// onOpen puts a kept result back into the check-up of this tab and shows it.
func (h *History) onOpen(ctx app.Context, _ app.Event) {
	e := h.entry(ctx.JSSrc().Get("dataset").Get("key").String())
	if e == nil {
		return
	}
	if !browser.OpenCheckUp(h.Checkup.Pack.FormValues(e.Record.Answers, h.Voice.T("language.point")), true, "") {
		h.said = h.Voice.T("history.open.blocked")
		return
	}
	location := browser.Location()
	looks := "" // of a frame, as in web/frame.js
	if browser.Framed() {
		looks = location.Get("search").String()
	}
	location.Call("assign", h.Voice.Address("checkup")+looks)
}

func (h *History) onDelete(ctx app.Context, _ app.Event) {
	deviceRecords{}.Drop(ctx.JSSrc().Get("dataset").Get("key").String())
	h.said = h.Voice.T("history.deleted")
	h.afterDelete(ctx)
}

func (h *History) onDeleteAll(ctx app.Context, _ app.Event) {
	for key := range storedRecords(h.Checkup.Pack) {
		deviceRecords{}.Drop(key)
	}
	h.said = h.Voice.T("history.deleted.all")
	h.afterDelete(ctx)
}

// afterDelete shuts what was unfolded for a result that is gone, because the
// next one stands there now, and keeps the focus on the page.
func (h *History) afterDelete(ctx app.Context) {
	h.file = FileState{}
	h.refresh(ctx)
	ctx.Defer(func(app.Context) {
		folds := browser.Document().Call("querySelectorAll", "#history details")
		for i := range folds.Get("length").Int() {
			folds.Index(i).Set("open", false)
		}
		if title := browser.Document().Call("getElementById", "history-said"); title.Truthy() {
			title.Call("focus")
		}
	})
}

// list is every result, the latest first.
func (h *History) list() []app.UI {
	v := h.Voice
	if len(h.entries) == 0 {
		return nil
	}
	var items []app.UI
	for _, e := range slices.Backward(h.entries) {
		items = append(items, h.item(e))
	}
	return []app.UI{H2(v, "history.list"), app.Ul().Class("kept").Body(items...)}
}

func (h *History) item(e Entry) app.UI {
	v := h.Voice
	li := app.Li().DataSet("record", e.Key).DataSet("date", e.Record.Date)
	text := []string{}
	if s := e.Shown.Signs; s != nil {
		li = li.DataSet("signs", oneDecimal(e.Report.Signs.Score))
		text = append(text, v.T("result.signs")+" "+strconv.Itoa(s.Score))
	}
	if s := e.Shown.Strain; s != nil {
		li = li.DataSet("strain", oneDecimal(e.Report.Strain.Score))
		text = append(text, v.T("result.strain")+" "+strconv.Itoa(s.Score))
	}
	if n := len(e.Report.Limits); n > 0 {
		text = append(text, v.N("history.limits", n))
	}
	when := v.Moment(e.Record.Date)
	return li.Body(
		app.Div().Class("row").Body(app.Strong().Text(when), app.Span().Text(e.band(v))),
		app.P().Class("small").Text(strings.Join(text, " · ")),
		app.Div().Class("small").Body(h.plan(e.Record)...),
		app.Details().Class("more").Body(
			app.Summary().Body(Text(v, "history.more"), app.Span().Class("unseen").Text(" "+when)),
			Small(v, "history.open.what"),
			app.Div().Class("actions").Body(
				Button(v, "reopen", "history.open", h.onOpen).DataSet("key", e.Key),
				Button(v, "save-one", "history.save", h.onSaveOne).DataSet("key", e.Key),
			),
			h.deleting(e.Key),
		),
	)
}

// plan is what the person meant to do, and what became of what was meant before.
func (h *History) plan(r record.Record) (body []app.UI) {
	v := h.Voice
	if r.Worked != "" {
		body = append(body, app.P().DataSet("worked", r.Worked).Text(v.T("plan.before", "worked", v.T("plan.worked."+r.Worked))))
	}
	if said := v.Plan(r.Plan); said != "" {
		body = append(body, app.P().DataSet("plan", "true").Text(v.T("plan.of", "plan", said)))
	}
	return body
}

// deleting asks once more, in place.
func (h *History) deleting(key string) app.UI {
	v := h.Voice
	return app.Details().Class("delete").Body(
		Summary(v, "history.delete"),
		P(v, "history.delete.sure"),
		Button(v, "delete", "history.delete.yes", h.onDelete).DataSet("key", key),
	)
}

// oddOnes names what is kept and cannot be read here. It stays as it is.
func (h *History) oddOnes() []app.UI {
	v := h.Voice
	if len(h.odd) == 0 {
		return nil
	}
	var items []app.UI
	for _, k := range h.odd {
		text, kind := v.T("history.damaged"), "damaged"
		if record.Newer(k.Problems) {
			text, kind = v.T("history.newer"), "newer"
		}
		var problems []app.UI
		if kind == "damaged" {
			for _, p := range k.Problems {
				problems = append(problems, Item(v.ProblemWithPlace(p)))
			}
		}
		items = append(items, app.Li().DataSet("odd", kind).Body(
			app.P().Text(text), app.Ul().Body(problems...), h.deleting(k.Key),
		))
	}
	return []app.UI{app.H2().Text(v.N("history.odd", len(h.odd))), app.Ul().Class("kept odd").Body(items...)}
}
