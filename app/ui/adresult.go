package ui

import (
	"slices"
	"strconv"
	"strings"

	"bothends/app/browser"
	"bothends/app/say"
	"bothends/questions/jobad"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func (r *AdReader) onRemove(ctx app.Context, _ app.Event) { r.toggle(ctx, true) }

func (r *AdReader) onUndo(ctx app.Context, _ app.Event) { r.toggle(ctx, false) }

// toggle takes a finding out or puts it back. The two buttons change places,
// so the one that is there now gets the focus.
func (r *AdReader) toggle(ctx app.Context, out bool) {
	id := ctx.JSSrc().Get("dataset").Get("finding").String()
	r.removed = slices.DeleteFunc(r.removed, func(o string) bool { return o == id })
	if out {
		r.removed = append(r.removed, id)
	}
	r.applyRemovals()
	r.draw(ctx)
}

// applyRemovals works out what is left of the ad without the findings that were taken
// out, nor those that follow from such. Its words are marked anew.
func (r *AdReader) applyRemovals() {
	r.kept.Ad = r.ad.Without(r.removed)
	r.left = r.kept.IDs()
	r.marks.mark(slices.DeleteFunc(slices.Clone(r.all), func(f say.Found) bool { return !r.stays(f) }))
}

// stays reports whether a finding was not taken out.
func (s *adShown) stays(f say.Found) bool { return slices.Contains(s.left, f.ID()) }

// onTurn says the same for whoever writes the ad, or for whoever reads it.
func (r *AdReader) onTurn(ctx app.Context) {
	if !r.shown {
		return
	}
	r.turnRound(r.writer.Get("checked").Bool())
	r.ads++ // the lists change their words
	r.draw(ctx)
}

// turnRound changes what is said of what was found, and nothing else.
func (s *adShown) turnRound(writer bool) {
	s.kept.Writer = writer
	all := s.kept
	all.Ad = s.ad
	s.all = all.Found()
}

// onTake puts what was found under the answers of the check-up and goes there.
func (r *AdReader) onTake(ctx app.Context, _ app.Event) {
	w := r.kept
	p := w.Checkup.Pack
	m := jobad.MergeInto(p, browser.KeptAnswers(), w.Ad.Answers(p), w.Voice.T("language.point"))
	if !browser.OpenCheckUp(m.Values, false, w.Taken(m.Filled, m.Stayed)) {
		r.blocked = true
		return
	}
	browser.Location().Call("assign", browser.Document().Call("getElementById", "to-checkup").Get("href"))
}

func (r *AdReader) Render() app.UI {
	region := app.Section().ID("adresult")
	switch {
	case r.refused != "":
		region = region.Body(app.P().Class("problem").Role("alert").Body(Text(r.Voice, r.refused)))
	case r.shown:
		region = region.
			DataSet("language", r.ad.Language).
			DataSet("responsibilities", strings.Join(say.KeysOf(r.kept.Ad.Responsibilities), ",")).
			DataSet("flags", strings.Join(say.KeysOf(r.kept.Ad.RedFlags), ",")).
			DataSet("jobs", strconv.Itoa(r.kept.Jobs())).
			DataSet("whole", strconv.FormatBool(r.whole())).
			Body(r.result()...)
	default:
		region = region.Hidden(true)
	}
	return app.Div().ID("live").Body(region)
}

// allLists is how many parts stand below the text: a list for each kind, and
// what to ask and to take along.
const allLists = 4

func (r *AdReader) result() []app.UI {
	body := []app.UI{
		app.H2().ID("ad-headline").TabIndex(-1).Text(r.kept.Headline()),
		app.P().Class("lead").Text(r.kept.Summary()),
	}
	if r.note != "" {
		body = append(body, app.P().Class("notice").ID("ad-note").Role("status").Body(Text(r.Voice, r.note)))
	}
	if len(r.all) == 0 {
		return body
	}
	body = append(body, r.marked()...)
	for i, kind := range []string{jobad.Duty, jobad.Flag, jobad.Term} {
		if r.lists > i {
			body = append(body, r.list(kind))
		}
	}
	if r.lists == allLists {
		body = append(append(append(body, r.asks()...), r.second()...), r.along()...)
	}
	return body
}

// marked is the ad as text, with the words that were found underlined and
// numbered as in the lists.
func (r *AdReader) marked() []app.UI {
	v := r.Voice
	var legend []app.UI
	for _, kind := range []string{jobad.Duty, jobad.Flag, jobad.Term} {
		if slices.ContainsFunc(r.all, func(f say.Found) bool { return f.Kind == kind && r.stays(f) }) {
			legend = append(legend, app.Li().Body(app.Elem("mark").Class(kind).Body(Text(v, "ad.legend."+kind))))
		}
	}
	text := app.Div().ID("marked-text").Class("adtext").TabIndex(0).Role("region").
		Aria("label", v.T("ad.marks.label")).Aria("busy", strconv.FormatBool(r.marks.busy())).
		Attr("dir", "auto").Body(r.marks.drawn()...)
	if r.ad.Language != "" && r.ad.Language != v.Lang() {
		text = text.Lang(r.ad.Language)
	}
	return []app.UI{app.Ul().Class("legend").Aria("label", v.T("ad.legend")).Body(legend...), text}
}

// asks are questions about what the ad does not say.
func (r *AdReader) asks() []app.UI {
	var items []app.UI
	for _, ask := range r.kept.Asks() {
		items = append(items, Item(ask))
	}
	if len(items) == 0 {
		return nil
	}
	return []app.UI{app.H3().Text(r.kept.T("ad.asks.title")), app.Ul().Class("asks").Body(items...)}
}

// second is what the writer of an ad could give to somebody else.
func (r *AdReader) second() []app.UI {
	var items []app.UI
	for _, name := range r.kept.SecondPost() {
		items = append(items, Item(name))
	}
	if len(items) == 0 || !r.kept.Writer {
		return nil
	}
	return []app.UI{H3(r.Voice, "ad.writer.post.title"), app.Ul().ID("second-post").Class("asks").Body(items...), P(r.Voice, "ad.writer.post")}
}

// along offers to take everything into the check-up.
func (r *AdReader) along() []app.UI {
	v := r.Voice
	if r.kept.Writer || len(r.kept.Ad.Answers(r.Checkup.Pack)) == 0 {
		return nil
	}
	body := []app.UI{
		H3(v, "ad.take.title"),
		P(v, "ad.take.what"),
		app.P().Body(app.Button().Type("button").Class("main").DataSet("act", "take").OnClick(r.onTake).Body(Text(v, "ad.take"))),
	}
	if r.blocked {
		body = append(body, app.P().Class("problem").Role("alert").Body(Text(v, "ad.take.blocked")))
	}
	return []app.UI{app.Div().Class("notice take").Body(body...)}
}
