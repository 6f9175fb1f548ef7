package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"bothends/app/i18n"
	"bothends/questions/jobad"
	"bothends/questions/packs"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// AdReader is the root in the browser on the page that reads a job ad. It
// stands beside the box with the text, which it reads and never draws, and
// shows what was found. Like Live it is prerendered empty.
type AdReader struct {
	app.Compo

	Checkup *packs.Checkup
	Voice   Voice

	rest    []func() error // what is still to be loaded before the first reading
	lexicon *jobad.Loading // and then
	reader  *jobad.Reader  // nil until all is loaded
	area    app.Value
	input   int      // counts inputs, to read once they pause
	text    string   // the ad that is shown, as it was given
	ad      jobad.Ad // everything found in it
	shown   bool
	large   bool
	removed []string // IDs of findings that are not right
	blocked bool     // the tab keeps nothing, so nothing can be taken along
}

// StartAd returns the root for the page of the job ad. The steps of rest
// complete the check-up, whose words and tables the result uses, and those of
// lexicon the reader of ads.
func StartAd(c *packs.Checkup, lang string, rest []func() error, lexicon *jobad.Loading) *AdReader {
	return &AdReader{Checkup: c, Voice: Voice{Printer: i18n.New(lang)}, rest: rest, lexicon: lexicon}
}

// pause is how long after the last input the ad is read by itself.
const pause = 600 * time.Millisecond

func (r *AdReader) OnMount(ctx app.Context) {
	settle(r.JSValue())
	doc := document()
	r.area = doc.Call("getElementById", "ad")
	listen(ctx, r.area, "input", r.onInput)
	listen(ctx, r.area, "change", func(ctx app.Context, _ app.Event) { r.read() })
	listen(ctx, doc, "bothends:read", func(ctx app.Context, _ app.Event) { r.onRead(ctx) })
	listen(ctx, doc, "bothends:erase", func(app.Context, app.Event) { r.forget() })

	data := doc.Get("documentElement").Get("dataset")
	data.Set("ready", "true")
	if data.Get("pending").Truthy() {
		data.Delete("pending")
		r.onRead(ctx)
		return
	}
	r.loadLater(ctx)
}

// loadLater loads a step at a time, and lets the page answer in between.
func (r *AdReader) loadLater(ctx app.Context) {
	ctx.After(betweenSteps, func(ctx app.Context) {
		if r.step() {
			r.loadLater(ctx)
		} else {
			r.read()
		}
	})
}

// step loads one more part, and reports whether there was one.
func (r *AdReader) step() bool {
	if len(r.rest) == 0 {
		if r.reader != nil {
			return false
		}
		if !r.lexicon.Step() {
			reader, problems := r.lexicon.Reader()
			if len(problems) > 0 {
				panic(problems[0])
			}
			r.reader = reader
		}
		return true
	}
	if err := r.rest[0](); err != nil {
		panic(err) // every build has opened the same files
	}
	r.rest = r.rest[1:]
	r.Voice.Pack = r.Checkup.Words[r.Voice.Lang()]
	return true
}

// onInput reads once the person pauses, so that nothing moves while they type.
func (r *AdReader) onInput(ctx app.Context, _ app.Event) {
	r.input++
	n := r.input
	ctx.After(pause, func(app.Context) {
		if n == r.input {
			r.read()
		}
	})
}

// onRead reads at the press of the button, and goes to what was found.
func (r *AdReader) onRead(ctx app.Context) {
	r.read()
	if r.shown {
		ctx.Defer(func(app.Context) {
			title := document().Call("getElementById", "ad-headline")
			if title.Truthy() {
				title.Call("focus", map[string]any{"preventScroll": true})
				document().Call("getElementById", "adresult").Call("scrollIntoView")
			}
		})
	}
}

// read reads what stands in the box. Findings that were taken out of the same
// text stay out.
func (r *AdReader) read() {
	for r.step() {
	}
	text := r.area.Get("value").String()
	if r.shown && text == r.text {
		return
	}
	r.take(text)
}

func (r *AdReader) take(text string) {
	r.forget()
	switch {
	case strings.TrimSpace(text) == "":
	case len(text) > MaxAd:
		r.large = true
	default:
		r.text, r.ad, r.shown = text, r.reader.Read(text), true
	}
}

func (r *AdReader) forget() {
	r.text, r.ad, r.shown, r.large, r.removed, r.blocked = "", jobad.Ad{}, false, false, nil, false
}

// all says everything that was found, and kept what is left of it.
func (r *AdReader) all() AdWords { return AdWords{r.Voice, r.Checkup, r.ad} }
func (r *AdReader) kept() AdWords {
	return AdWords{r.Voice, r.Checkup, Without(r.ad, r.removed)}
}

func (r *AdReader) onRemove(ctx app.Context, e app.Event) { r.toggle(ctx, e, true) }
func (r *AdReader) onUndo(ctx app.Context, e app.Event)   { r.toggle(ctx, e, false) }

// toggle takes a finding out or puts it back. The two buttons change places,
// so the one that is there now gets the focus.
func (r *AdReader) toggle(ctx app.Context, _ app.Event, out bool) {
	id := ctx.JSSrc().Get("dataset").Get("finding").String()
	r.removed = slices.DeleteFunc(r.removed, func(o string) bool { return o == id })
	if out {
		r.removed = append(r.removed, id)
	}
}

// onTake puts what was found under the answers of the check-up and goes there.
func (r *AdReader) onTake(ctx app.Context, _ app.Event) {
	w := r.kept()
	storage := app.Window().Get("sessionStorage")
	// Where storage is blocked, web/early.js has put a stand-in, which does
	// not outlive the page.
	if storage.Call("toString").String() != "[object Storage]" {
		r.blocked = true
		return
	}
	held := ""
	if value := storage.Call("getItem", draftKey); value.Truthy() {
		held = value.String()
	}
	merged, filled, stayed := w.mergeDraft(held)
	if !keep(storage, draftKey, merged) || !keep(storage, takenKey, w.taken(filled, stayed)) {
		r.blocked = true
		return
	}
	app.Window().Get("location").Call("assign", document().Call("getElementById", "to-checkup").Get("href"))
}

// Keys of the tab's storage, as in web/page.js.
const (
	draftKey = "bothends.draft"
	takenKey = "bothends.taken" // what the check-up tells about the ad, once
)

// keep reports whether a value could be stored.
func keep(storage app.Value, key, value string) (ok bool) {
	defer func() {
		if recover() != nil { // how the browser says that there is no room
			ok = false
		}
	}()
	storage.Call("setItem", key, value)
	return true
}

func (r *AdReader) Render() app.UI {
	region := app.Section().ID("adresult")
	switch {
	case r.large:
		region = region.Body(app.P().Class("problem").Role("alert").Body(r.Voice.text("ad.problem.large")))
	case r.shown:
		kept := r.kept()
		region = region.
			DataSet("language", r.ad.Language).
			DataSet("responsibilities", strings.Join(keysOf(kept.Ad.Responsibilities), ",")).
			DataSet("flags", strings.Join(keysOf(kept.Ad.RedFlags), ",")).
			DataSet("jobs", strconv.Itoa(kept.Jobs())).
			Body(r.result(kept)...)
	default:
		region = region.Hidden(true)
	}
	return app.Div().ID("live").Body(region)
}

func (r *AdReader) result(kept AdWords) []app.UI {
	v := r.Voice
	all := r.all().Found()
	inAd := kept.ids()
	is := func(f Found) bool { return slices.Contains(inAd, f.ID()) }
	body := []app.UI{
		app.H2().ID("ad-headline").TabIndex(-1).Text(kept.Headline()),
		app.P().Class("lead").Text(kept.Summary()),
	}
	if len(all) == 0 {
		return body
	}
	body = append(body, r.marked(slices.DeleteFunc(slices.Clone(all), func(f Found) bool { return !is(f) }))...)
	for _, part := range []struct{ kind, note string }{{duty, ""}, {flag, "ad.flags.what"}, {term, ""}} {
		var items []app.UI
		for _, f := range ofKind(part.kind, all) {
			switch {
			case is(f):
				items = append(items, r.item(f))
			case slices.Contains(r.removed, f.ID()):
				items = append(items, r.gone(f))
			}
		}
		if len(items) == 0 {
			continue
		}
		body = append(body, app.H3().Body(v.text("ad."+part.kind+".title")))
		if part.note != "" {
			body = append(body, app.P().Class("small").Body(v.text(part.note)))
		}
		body = append(body, app.Ul().Class("found "+part.kind).Body(items...))
	}
	if asks := kept.Asks(); len(asks) > 0 {
		var items []app.UI
		for _, ask := range asks {
			items = append(items, app.Li().Text(ask))
		}
		body = append(body, app.H3().Body(v.text("ad.asks.title")), app.Ul().Class("asks").Body(items...))
	}
	return append(body, r.along(kept)...)
}

// ids names everything that is said.
func (w AdWords) ids() []string {
	var ids []string
	for _, f := range w.Found() {
		ids = append(ids, f.ID())
	}
	return ids
}

// marked is the ad as text, with the words that were found underlined and
// numbered as in the lists.
func (r *AdReader) marked(found []Found) []app.UI {
	v := r.Voice
	var legend []app.UI
	for _, kind := range []string{duty, flag, term} {
		if len(ofKind(kind, found)) > 0 {
			legend = append(legend, app.Li().Body(app.Elem("mark").Class(kind).Body(v.text("ad.legend."+kind))))
		}
	}
	text := app.Div().ID("ad-text").Class("adtext").TabIndex(0).Role("region").
		Aria("label", v.T("ad.marks.label")).Attr("dir", "auto").Body(app.Raw(markedText(v, r.text, found)))
	if r.ad.Language != "" && r.ad.Language != v.Lang() {
		text = text.Lang(r.ad.Language)
	}
	return []app.UI{app.Ul().Class("legend").Aria("label", v.T("ad.legend")).Body(legend...), text}
}

// escaper writes text as HTML that reads as that text, in elements and between
// double quotes. A parser of HTML would drop zero characters.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\r", "&#13;", "\x00", "\ufffd")

// markedText is the text as HTML. It holds no tags but those written here:
// markup in the ad stays to be read. A long ad has thousands of marks, and one
// string is on the screen ten times sooner than as many elements of go-app.
func markedText(v Voice, text string, found []Found) string {
	var b strings.Builder
	b.WriteString("<div>")
	for _, p := range Pieces(text, found) {
		if len(p.Covers) == 0 {
			escaper.WriteString(&b, p.Text)
			continue
		}
		var names, keys, kinds, numbers, ended []string
		for _, i := range p.Covers {
			names = append(names, found[i].Name)
			keys = append(keys, found[i].Key)
			if !slices.Contains(kinds, found[i].Kind) {
				kinds = append(kinds, found[i].Kind)
			}
		}
		for _, i := range p.Ends {
			numbers = append(numbers, strconv.Itoa(found[i].Number))
			ended = append(ended, found[i].Name)
		}
		b.WriteString(`<mark class="` + strings.Join(kinds, " ") + `" data-keys="` + strings.Join(keys, ",") + `" title="`)
		escaper.WriteString(&b, v.List(names))
		if len(ended) > 0 {
			b.WriteString(`" data-n="` + strings.Join(numbers, "·"))
		}
		b.WriteString(`">`)
		escaper.WriteString(&b, p.Text)
		if len(ended) > 0 {
			// The number is drawn by the stylesheet; the name is for those who listen.
			b.WriteString(`<span class="unseen"> (`)
			escaper.WriteString(&b, v.List(ended))
			b.WriteString(`) </span>`)
		}
		b.WriteString(`</mark>`)
	}
	b.WriteString("</div>")
	return b.String()
}

// item is one finding with the words that say so.
func (r *AdReader) item(f Found) app.UI {
	v := r.Voice
	name := f.Name
	if f.Kind == term {
		name = v.T("ad.term", "name", f.Name, "value", f.Text)
	}
	body := []app.UI{
		app.Div().Class("row").Body(
			app.Span().Class("n").Text(strconv.Itoa(f.Number)),
			app.Strong().Text(name),
			app.Button().Type("button").Class("plain").DataSet("act", "remove").DataSet("finding", f.ID()).
				Aria("label", v.T("ad.wrong.label", "name", f.Name)).OnClick(r.onRemove).Body(v.text("ad.wrong")),
		),
	}
	if f.Kind == flag {
		body = append(body, app.P().Text(f.Text))
	}
	if quoted := f.Quoted(v, r.text); quoted != "" {
		body = append(body, app.P().Class("small").Attr("dir", "auto").Text(quoted))
	}
	return app.Li().DataSet("found", f.Key).Body(body...)
}

// gone keeps the place of a finding that was taken out.
func (r *AdReader) gone(f Found) app.UI {
	v := r.Voice
	return app.Li().DataSet("removed", f.Key).Body(
		app.Div().Class("row").Body(
			app.Span().Class("n").Text(strconv.Itoa(f.Number)),
			app.Span().Class("quiet").Text(v.T("ad.removed", "name", f.Name)),
			app.Button().Type("button").Class("plain").DataSet("act", "undo").DataSet("finding", f.ID()).
				Aria("label", v.T("ad.undo.label", "name", f.Name)).OnClick(r.onUndo).Body(v.text("ad.undo")),
		),
	)
}

// along offers to take everything into the check-up.
func (r *AdReader) along(kept AdWords) []app.UI {
	v := r.Voice
	if len(kept.answers()) == 0 {
		return nil
	}
	body := []app.UI{
		app.H3().Body(v.text("ad.take.title")),
		app.P().Body(v.text("ad.take.what")),
		app.P().Body(app.Button().Type("button").Class("main").DataSet("act", "take").OnClick(r.onTake).Body(v.text("ad.take"))),
	}
	if r.blocked {
		body = append(body, app.P().Class("problem").Role("alert").Body(v.text("ad.take.blocked")))
	}
	return []app.UI{app.Div().Class("notice take").Body(body...)}
}
