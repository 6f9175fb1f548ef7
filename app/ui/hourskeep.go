package ui

import (
	"strings"

	"bothends/app/browser"
	"bothends/app/say"
	"bothends/questions/checkup"
	"bothends/questions/hours"
	"bothends/questions/record"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// area is where the log is kept, under a key of its own: on the device once that was
// asked for, until then for the tab.
func area(kept bool) (storage app.Value, key string) {
	if kept {
		return browser.LocalStorage(), browser.KeyOf(browser.HoursName)
	}
	return browser.SessionStorage(), browser.KeyOf(browser.UnkeptName)
}

// load reads the log, unless what is here found no room.
func (h *Hours) load() {
	if h.unstored {
		return
	}
	h.log, h.kept, h.odd = hours.Log{}, false, ""
	kind := ""
	for _, kept := range []bool{true, false} {
		storage, key := area(kept)
		text := storage.Call("getItem", key)
		if !text.Truthy() {
			continue
		}
		l, problems := hours.Decode([]byte(text.String()))
		if len(problems) == 0 {
			h.log, h.kept = l, kept
			break
		}
		if kept { // a log of the tab that cannot be read is none, as a draft
			if h.odd, kind = text.String(), "damaged"; record.Newer(problems) {
				kind = "newer"
			}
		}
	}
	notices := browser.Document().Call("querySelectorAll", "main > [data-odd]")
	for i := range notices.Get("length").Int() {
		notice := notices.Index(i)
		notice.Set("hidden", notice.Get("dataset").Get("odd").String() != kind)
	}
}

// store keeps the log where it is kept, and reports whether there was room.
func (h *Hours) store() bool {
	storage, key := area(h.kept)
	h.unstored = !browser.SetItem(storage, key, string(h.log.Encode()))
	return !h.unstored
}

// keep moves the log to the device, or back to the tab.
func (h *Hours) keep(kept bool) {
	h.load()
	h.tell("", "", false)
	was := h.kept
	h.kept = kept
	if h.store() {
		if storage, key := area(was); was != kept {
			storage.Call("removeItem", key)
		}
	} else {
		h.kept, h.unstored = was, false
		h.tell(byKeep, h.Voice.T("hours.full"), true)
	}
	h.refresh()
}

func (h *Hours) csv() {
	v := h.Voice
	heads := []string{v.T("hours.day"), v.T("hours.from"), v.T("hours.to"), v.T("hours.worked"), v.T("hours.evening"), v.T("hours.weekend")}
	browser.Download("hours-"+browser.Today()+".csv", "text/csv", h.log.CSV(heads, v.T("language.point")))
}

func (h *Hours) erase() {
	for _, kept := range []bool{true, false} {
		storage, key := area(kept)
		storage.Call("removeItem", key)
	}
	h.forget()
	h.tell(byKeep, h.Voice.T("hours.erased"), false)
}

// forget takes away what was erased.
func (h *Hours) forget() {
	h.unstored = false
	h.tell("", "", false)
	h.refresh()
	h.fillForm(hours.Entry{})
	folds := browser.Document().Call("querySelectorAll", "main .delete")
	for i := range folds.Get("length").Int() {
		folds.Index(i).Set("open", false)
	}
}

// use puts what the log answers into the check-up and goes there. What was answered
// otherwise before is told.
func (h *Hours) use() {
	v, p := h.Voice, h.Checkup.Pack
	values := browser.KeptAnswers()
	if values == nil {
		values = map[string][]string{}
	}
	offered := p.FormValues(h.facts().Answers, v.T("language.point"))
	var filled, before []string
	for _, id := range p.IDs() {
		if offered[id] == nil {
			continue
		}
		short, now := v.Pack.Get(id+".short")+" ", strings.Join(offered[id], "")
		if was := strings.Join(values[id], ""); was != "" && was != now {
			before = append(before, short+was)
		}
		filled = append(filled, short+now)
		values[id] = offered[id]
	}
	taken := v.T("hours.taken", "list", v.List(filled))
	if len(before) > 0 {
		taken += " " + v.T("hours.taken.before", "list", v.List(before))
	}
	if !browser.OpenCheckUp(values, false, taken) {
		h.tell(byUse, v.T("history.open.blocked"), true)
		return
	}
	browser.Location().Call("assign", v.Address("checkup"))
}

// hoursLink leads to the log of hours, where a questionnaire has one.
func hoursLink(v say.Voice, c *checkup.Checkup) []app.UI {
	if !say.LogsHours(c) {
		return nil
	}
	return []app.UI{app.P().Class("links").Body(app.A().Href(v.Address("hours")).DataSet("act", "hours").Body(Text(v, "hours.link")))}
}
