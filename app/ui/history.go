package ui

import (
	"slices"
	"strconv"
	"time"

	"bothends/app/browser"
	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions/checkup"
	"bothends/questions/record"
	"bothends/questions/score"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// An Entry is a kept result with what is said about it, worked out with the
// model of today.
type Entry struct {
	record.Kept
	Report checkup.Report
	Shown  score.Display
}

// History is the root in the browser on the page of kept results.
type History struct {
	app.Compo

	Checkup *checkup.Checkup
	Voice   say.Voice

	loader  *checkup.Loader
	ready   bool
	blocked bool          // the browser keeps nothing for this page
	entries []Entry       // the oldest first
	odd     []record.Kept // those that cannot be read here
	earlier string        // keys of the two that are compared; "" is the default
	later   string
	said    string // what was just done
	file    FileState
	today   string
}

// StartHistory returns the root for the page of kept results, which the
// loader completes.
func StartHistory(c *checkup.Checkup, p *i18n.Printer, loader *checkup.Loader) *History {
	return &History{Checkup: c, Voice: say.Voice{Printer: p}, loader: loader}
}

func (h *History) OnMount(ctx app.Context) {
	browser.Settle(h.JSValue())
	browser.Listen(ctx, browser.EventErase, func(ctx app.Context, _ app.Event) {
		h.said, h.file = "", FileState{}
		h.refresh(ctx)
	})
	browser.OnShelf(ctx, h.refresh)
	browser.AcceptDrops(ctx, ".dropzone", h.onFiles)
	completeThen(ctx, h.Checkup, h.loader, &h.Voice, func(ctx app.Context) {
		h.ready = true
		h.refresh(ctx)
	})
}

// completeThen completes a check-up, lets the page answer in between, and then
// calls done. The page says that it is ready once what done
// changed is drawn.
func completeThen(ctx app.Context, c *checkup.Checkup, loader *checkup.Loader, v *say.Voice, done func(app.Context)) {
	ctx.After(betweenSteps, func(ctx app.Context) {
		more, err := loader.Next()
		if err != nil {
			panic(err) // every build has opened the same files
		}
		if more {
			ctx.PreventUpdate() // nothing to see yet
			completeThen(ctx, c, loader, v, done)
			return
		}
		v.Pack = c.Words[v.Lang()]
		done(ctx)
		ctx.Defer(func(app.Context) {
			browser.RootData().Set(browser.DataReady, "true")
		})
	})
}

// refresh reads the shelf anew: this tab or another one has changed it.
func (h *History) refresh(ctx app.Context) {
	if !h.ready {
		return
	}
	h.blocked = !browser.IsPersistent(browser.LocalStorage())
	h.today = moment(time.Now())
	h.show(storedShelf(h.Checkup.Pack).Kept)
	// What a person chose in a list outlives the attributes of its options, so a
	// list that got other options is told what it shows.
	ctx.Defer(func(app.Context) {
		if len(h.entries) < 2 {
			return
		}
		a, b := h.pair()
		for id, key := range map[string]string{"history-earlier": a.Key, "history-later": b.Key} {
			if list := browser.Document().Call("getElementById", id); list.Truthy() {
				list.Set("value", key)
			}
		}
	})
}

// show takes a shelf onto the page.
func (h *History) show(shelf []record.Kept) {
	h.entries, h.odd = nil, nil
	for _, k := range shelf {
		if len(k.Problems) > 0 {
			h.odd = append(h.odd, k)
			continue
		}
		report, err := h.Checkup.Score(k.Record.Answers)
		if err != nil { // answers were checked, so this is a fault of ours
			app.Log(err)
			h.odd = append(h.odd, k)
			continue
		}
		h.entries = append(h.entries, Entry{k, report, h.Checkup.Model.Show(report.Result)})
	}
	if h.entry(h.earlier) == nil {
		h.earlier = ""
	}
	if h.entry(h.later) == nil {
		h.later = ""
	}
}

func (h *History) entry(key string) *Entry {
	i := slices.IndexFunc(h.entries, func(e Entry) bool { return e.Key == key })
	if i < 0 {
		return nil
	}
	return &h.entries[i]
}

// pair returns the two that are compared, the last two unless others were
// chosen.
func (h *History) pair() (a, b *Entry) {
	n := len(h.entries)
	if a = h.entry(h.earlier); a == nil {
		a = &h.entries[n-2]
	}
	if b = h.entry(h.later); b == nil {
		b = &h.entries[n-1]
	}
	return a, b
}

func (h *History) onEarlier(ctx app.Context, _ app.Event) {
	h.earlier = ctx.JSSrc().Get("value").String()
}

func (h *History) onLater(ctx app.Context, _ app.Event) {
	h.later = ctx.JSSrc().Get("value").String()
}

func (h *History) Render() app.UI {
	region := app.Section().ID("history").DataSet("count", strconv.Itoa(len(h.entries)))
	if !h.ready {
		return app.Div().ID("live").Body(region.Hidden(true))
	}
	return app.Div().ID("live").Body(region.Hidden(false).Body(
		app.Div().ID("history-said").TabIndex(-1).Role("status").Body(h.news()...),
		app.Div().Body(h.over()...),
		app.Div().Body(h.compare()...),
		app.Div().Body(h.list()...),
		app.Div().Body(h.oddOnes()...),
		h.inAndOut(),
		&Reminder{Voice: h.Voice, Pack: h.Checkup.Pack, From: h.today},
		app.P().Class("links").Body(
			app.A().Href(h.Voice.Address("group")).Body(Text(h.Voice, "history.group")),
		),
		app.P().Class("links").Hidden(len(h.entries) == 0).Body( // which has the same link
			app.A().Href(h.Voice.Address("checkup")).DataSet("act", "checkup").Body(Text(h.Voice, "history.empty.link")),
		),
	))
}

func (h *History) news() []app.UI {
	var body []app.UI
	if h.said != "" {
		body = append(body, app.P().Class("notice").Text(h.said))
	}
	if h.blocked {
		body = append(body, app.P().Class("problem").DataSet("blocked", "true").Body(Text(h.Voice, "history.blocked")))
	}
	return body
}

// compare offers any two and says what changed between them.
func (h *History) compare() []app.UI {
	v := h.Voice
	if len(h.entries) < 2 {
		return nil
	}
	a, b := h.pair()
	body := []app.UI{
		H2(v, "change.title"),
		app.Div().Class("two").Body(
			h.choice("earlier", v.T("change.from"), a.Key, h.onEarlier),
			h.choice("later", v.T("change.to"), b.Key, h.onLater),
		),
	}
	if a.Key == b.Key {
		return append(body, app.P().Role("status").Body(Text(v, "change.same")))
	}
	// Whichever was chosen first, a change goes from the earlier to the later.
	if i, j := slices.IndexFunc(h.entries, func(e Entry) bool { return e.Key == a.Key }),
		slices.IndexFunc(h.entries, func(e Entry) bool { return e.Key == b.Key }); i > j {
		a, b = b, a
	}
	return append(body, &Changes{Voice: v, Checkup: h.Checkup, Earlier: *a, Later: *b})
}

func (h *History) choice(act, name, chosen string, onChange app.EventHandler) app.UI {
	var options []app.UI
	for _, e := range h.entries {
		options = append(options, app.Option().Value(e.Key).Selected(e.Key == chosen).Text(h.Voice.Moment(e.Record.Date)))
	}
	return app.P().Body(
		app.Label().For("history-"+act).Text(name),
		app.Select().ID("history-"+act).DataSet("act", act).Attr("autocomplete", "off").OnChange(onChange).Body(options...),
	)
}
