package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"bothends/app/browser"
	"bothends/app/i18n"
	"bothends/app/picture"
	"bothends/app/say"
	"bothends/questions"
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
	browser.Hear(ctx, browser.EventErase, func(ctx app.Context, _ app.Event) {
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
	h.blocked = !browser.IsPersistent(browser.Device())
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

func (h *History) onSaveOne(ctx app.Context, _ app.Event) {
	if e := h.entry(ctx.JSSrc().Get("dataset").Get("key").String()); e != nil {
		browser.Download("answers-"+e.Record.Date[:len("2026-11-25")]+".json", "application/json", h.Checkup.Pack.Encode(e.Record.Answers))
	}
}

// onSaveAll hands every result over in one file, those of newer versions too.
func (h *History) onSaveAll(app.Context, app.Event) {
	var texts []string
	for _, e := range h.entries {
		texts = append(texts, e.Text)
	}
	for _, k := range h.odd {
		texts = append(texts, k.Text)
	}
	browser.Download("results.json", "application/json", record.EncodeMany(texts))
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

func (h *History) onChoose(ctx app.Context, e app.Event) {
	if files := browser.Chosen(e.Get("target")); len(files) > 0 {
		h.onFiles(ctx, files)
	}
}

func (h *History) onFiles(ctx app.Context, files []app.Value) {
	if len(files) > 1 {
		h.said, h.file = "", FileState{Problems: []questions.Problem{{Code: oneFileOnly}}}
		return
	}
	browser.ReadFiles(ctx, files, func(ctx app.Context, read []browser.File) { h.take(ctx, read[0]) })
}

// take puts the results of a file on the shelf, all of them or none.
func (h *History) take(ctx app.Context, f browser.File) {
	h.said, h.file = "", FileState{}
	records, problems := []record.Record(nil), []questions.Problem(nil)
	if f.Problem != nil {
		problems = []questions.Problem{*f.Problem}
	} else {
		records, problems = record.ReadAny(h.Checkup.Pack, []byte(f.Text), moment(f.Modified))
	}
	if len(problems) > 0 {
		h.file.Problems = problems
		return
	}
	fresh, outcome, err := storedShelf(h.Checkup.Pack).TakeIn(records, deviceRecords{})
	if err != nil { // ReadAny reads no record that cannot be kept, so this is a fault of ours
		app.Log(err)
		return
	}
	switch outcome {
	case record.TooMany:
		h.said = h.Voice.T("keep.many", "max", strconv.Itoa(record.Most))
		return
	case record.QuotaExceeded:
		h.said = h.Voice.T("history.full")
	default:
		h.said = h.Voice.N("history.taken", fresh)
		if there := len(records) - fresh; there > 0 {
			h.said += " " + h.Voice.N("history.there", there)
		}
	}
	h.refresh(ctx)
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
		&Reminder{Voice: h.Voice, From: h.today},
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

// timelineMost is how many results fit side by side on a phone.
const timelineMost = 8

// over is what became of the numbers from one result to the next.
func (h *History) over() []app.UI {
	v := h.Voice
	switch len(h.entries) {
	case 0:
		return []app.UI{app.Div().Class("notice empty").DataSet("empty", "true").Body(
			app.P().Body(app.Strong().Body(Text(v, "history.empty"))),
			P(v, "history.empty.what"),
			app.P().Body(app.A().Href(v.Address("checkup")).Body(Text(v, "history.empty.link"))),
		)}
	case 1:
		return []app.UI{P(v, "history.one")}
	}
	latest := h.entries[max(0, len(h.entries)-timelineMost):]
	var signs, strain []picture.Point
	var rows []app.UI
	for _, e := range latest {
		signs = append(signs, point(e, e.Shown.Signs))
		strain = append(strain, point(e, e.Shown.Strain))
	}
	for i, e := range latest {
		rows = append(rows, cells(v.Moment(e.Record.Date), h.number(signs[i]), h.number(strain[i]), h.bandName(e)))
	}
	s := h.Checkup.Model.Scoring
	body := []app.UI{
		H2(v, "history.over"),
		app.Div().Class("timelines").Body(
			&picture.Timeline{Voice: v, Name: v.T("result.signs"), Class: "signs", Points: signs, Lines: picture.LevelStarts(s.Signs.Levels)},
			&picture.Timeline{Voice: v, Name: v.T("result.strain"), Class: "strain", Points: strain, Lines: picture.LevelStarts(s.Strain.Levels)},
		),
		Small(v, "history.key"),
	}
	if len(latest) < len(h.entries) {
		body = append(body, Small(v, "history.latest", "n", strconv.Itoa(timelineMost)))
	}
	return append(body, app.Details().Class("table").Body(
		Summary(v, "history.table"),
		Table(v.T("history.over"), []string{v.T("history.date"), v.T("result.signs"), v.T("result.strain"), v.T("change.band")}, rows),
	))
}

func point(e Entry, s *score.DisplayIndex) picture.Point {
	p := picture.Point{Date: e.Record.Date}
	if s != nil {
		p.Has, p.Value, p.Low, p.High = true, s.Score, s.Low, s.High
	}
	return p
}

func (h *History) number(p picture.Point) string {
	v := h.Voice
	switch {
	case !p.Has:
		return v.T("history.nothing")
	case p.Low == p.High:
		return strconv.Itoa(p.Value)
	}
	return v.T("history.value", "n", strconv.Itoa(p.Value), "low", strconv.Itoa(p.Low), "high", strconv.Itoa(p.High))
}

func (h *History) bandName(e Entry) string {
	if e.Report.Band == nil {
		return h.Voice.T("history.nothing")
	}
	return h.Voice.Pack.Get("band." + e.Report.Band.Key + ".name")
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
		app.Div().Class("row").Body(app.Strong().Text(when), app.Span().Text(h.bandName(e))),
		app.P().Class("small").Text(strings.Join(text, " · ")),
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

// inAndOut brings results in from a file and takes all of them out, or away.
func (h *History) inAndOut() app.UI {
	v := h.Voice
	body := []app.UI{
		H2(v, "history.files"),
		app.Div().Class("dropzone").Body(
			app.Label().For("history-file").Body(Text(v, "history.import")),
			app.Input().Type("file").ID("history-file").Accept(".json,application/json").DataSet("act", "import").OnChange(h.onChoose),
			P(v, "open.drop"),
		),
		app.Div().Role("status").Body(h.refused()...),
	}
	if len(h.entries)+len(h.odd) > 0 {
		body = append(body,
			Small(v, "history.export.what"),
			app.Div().Class("actions").Body(
				Button(v, "export", "history.export", h.onSaveAll),
			),
			app.Details().Class("delete all").Body(
				Summary(v, "history.delete.all"),
				P(v, "history.delete.all.sure"),
				Button(v, "delete-all", "history.delete.all.yes", h.onDeleteAll),
			),
		)
	}
	return app.Div().Class("inandout").Body(body...)
}

func (h *History) refused() []app.UI {
	if len(h.file.Problems) == 0 {
		return nil
	}
	return refused(h.Voice, h.Voice.T("history.refused"), h.file.Problems)
}

// refused lists everything that is wrong with a file.
func refused(v say.Voice, title string, problems []questions.Problem) []app.UI {
	var items []app.UI
	for _, p := range problems {
		items = append(items, Item(v.ProblemWithPlace(p)))
	}
	return []app.UI{app.P().Class("problem").Text(title), app.Ul().Class("refused").Body(items...)}
}
