package ui

import (
	"math"
	"strconv"
	"strings"

	"bothends/app/browser"
	"bothends/questions"
	"bothends/questions/hours"
)

func typed(id string) string { return strings.TrimSpace(field(id).Get("value").String()) }

const dateLength = len("2026-11-25")

// fillForm puts an entry into the form, to be changed, or nothing but today.
func (h *Hours) fillForm(e hours.Entry) {
	h.changing = e
	day, from, to, worked := h.now.String()[:dateLength], "", "", ""
	changes := e != hours.Entry{}
	switch {
	case e.Timed():
		day, from = e.From.String()[:dateLength], e.From.Clock()
	case changes:
		day = e.Day.String()
	}
	if e.Timed() && !e.Runs() {
		to = e.To.Clock()
	}
	if e.Minutes != e.To.UTC-e.From.UTC && !e.Runs() {
		worked = strconv.Itoa(e.Minutes/60) + ":" + strconv.Itoa(100 + e.Minutes%60)[1:]
	}
	for id, text := range map[string]string{"hours-day": day, "hours-from": from, "hours-to": to, "hours-worked": worked} {
		field(id).Set("value", text)
	}
	for _, act := range []string{"drop", "leave-as-is"} {
		browser.Document().Call("querySelector", "button[data-act="+act+"]").Set("hidden", !changes)
	}
}

// open brings an entry into the form.
func (h *Hours) open(key string) {
	if at, err := strconv.Atoi(key); err == nil && at < len(h.log.Entries) {
		h.tell("", "", false)
		h.openForm(h.log.Entries[at])
	}
}

func (h *Hours) openForm(e hours.Entry) {
	h.fillForm(e)
	form := field("hours-form")
	form.Set("open", true)
	form.Call("scrollIntoView", map[string]any{"block": "center"})
	field("hours-to").Call("focus")
}

// write writes down what was typed.
func (h *Hours) write() {
	e, wrong := h.typedEntry()
	if wrong != "" {
		h.tell(byForm, wrong, true)
		return
	}
	old := h.changing
	fault := h.change(byForm, func(l hours.Log) (hours.Log, *hours.Fault) { return l.Put(e, old, h.now) })
	if fault != nil || h.unstored {
		return
	}
	v := h.Voice
	h.tell(byForm, v.T("hours.written")+v.Colon()+joined([]string{v.Weekday(e.Day), v.Times(e), v.Worked(e.Minutes)}), false)
	h.fillForm(hours.Entry{})
}

// typedEntry reads the form; wrong says what is missing or cannot be read.
func (h *Hours) typedEntry() (e hours.Entry, wrong string) {
	v := h.Voice
	day, from, to := typed("hours-day"), typed("hours-from"), typed("hours-to")
	date, isDay := hours.ParseDay(day)
	if !isDay {
		return e, v.T("hours.fault.day")
	}
	n, given, wrong := h.number("hours-worked", hours.AskDay)
	minutes := int(math.Round(n * 60))
	switch {
	case wrong != "":
		return e, wrong
	case from == "" && to == "" && given:
		return hours.Alone(date, minutes), ""
	case given && minutes == 0:
		return e, v.HoursFault(hours.Fault{Code: hours.Nothing})
	case from != "" && to == "" && !given && h.changing.Runs():
		begins := momentAt(day, from)
		return hours.Entry{Day: hours.DayOf(begins), From: begins}, ""
	case from == "" || to == "":
		return e, v.T("hours.fault.times")
	}
	until := day
	if to < from { // after midnight
		until = (date + 1).String()
	}
	return hours.Span(momentAt(day, from), momentAt(until, to), minutes), ""
}

// number reads a field as that of a question of the check-up.
func (h *Hours) number(id, question string) (n float64, given bool, wrong string) {
	text := typed(id)
	q, asked := h.Checkup.Pack.Question(question)
	if text == "" || !asked {
		return 0, false, ""
	}
	reading, problem := q.Parse(text, h.Voice.Optional("unit."+q.Unit))
	if problem != nil {
		return 0, false, h.Voice.ProblemText(*problem)
	}
	n, given = reading.Value.(float64)
	return n, given, ""
}

// momentAt is what the clock shows at a time of a day.
func momentAt(day, time string) hours.Moment {
	utc, east, _ := browser.Clock(day + "T" + time)
	return hours.Moment{UTC: utc, East: east}
}

func (h *Hours) drop() {
	e := h.changing
	h.change(byForm, func(l hours.Log) (hours.Log, *hours.Fault) { return l.Without(e), nil })
	if !h.unstored {
		h.tell(byForm, h.Voice.T("hours.deleted"), false)
	}
	h.fillForm(hours.Entry{})
}

// contract takes the hours that are paid for.
func (h *Hours) contract() {
	paid, _, wrong := h.number("hours-contract", hours.AskContract)
	if wrong != "" {
		h.tell(byPaid, wrong, true)
		return
	}
	h.change(byPaid, func(l hours.Log) (hours.Log, *hours.Fault) {
		l.Contract = questions.Round(paid, 2)
		return l, nil
	})
}
