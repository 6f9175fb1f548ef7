package ui

import (
	"strings"
	"sync/atomic"
	"time"

	"bothends/app/browser"
	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions/checkup"
	"bothends/questions/jobad"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// MaxAdSize is the longest ad that the page reads, in bytes of UTF-8. The longest
// of real ads are a hundredth of it.
const MaxAdSize = 1 << 20

// AdReader is the root in the browser on the page that reads a job ad. It
// stands beside the box with the text, which it reads and never draws, and
// shows what was found. Like Live it is prerendered empty.
//
// Nothing here holds up the browser for long, however long the ad is: an ad is
// read on a goroutine of its own that yields every few milliseconds, and drawn a
// piece at a time (admarks.go).
type AdReader struct {
	app.Compo

	Checkup *checkup.Checkup
	Voice   say.Voice

	loader  *checkup.Loader // completes the check-up before the first reading
	reader  *jobad.Reader   // nil until its lexicon has come, too
	loading bool            // the next step is on its way
	area    app.Value
	writer  app.Value // the switch that turns the words round
	input   int       // counts inputs, to read once they pause
	asked   bool      // something is to be read once all is loaded
	pressed bool      // by somebody who wants to see what is found
	turn    atomic.Int64
	reading bool // an ad, which takes a while
	adShown
	refused string // the key of why a text is not read
	blocked bool   // the tab keeps nothing, so nothing can be taken along
	ads     int    // counts what was shown
}

// An adShown is an ad that was read, and what is shown of it.
type adShown struct {
	shown   bool
	text    string // as it was given
	ad      jobad.Ad
	all     []say.Found // everything found in it
	quotes  []string    // the words behind each of them
	removed []string    // IDs of findings that are not right
	kept    say.AdWords // without these
	left    []string    // IDs of what is left
	marks   adMarks
	note    string // the key of what the text was taken out of
	lists   int    // parts below the text that are drawn
}

// StartAd returns the root for the page of the job ad. The loader completes the
// check-up, whose words and tables the result uses.
func StartAd(c *checkup.Checkup, p *i18n.Printer, loader *checkup.Loader) *AdReader {
	return &AdReader{Checkup: c, Voice: say.Voice{Printer: p}, loader: loader}
}

const (
	// typingPause is how long after the last input the ad is read by itself.
	typingPause = 600 * time.Millisecond

	// timeSlice is how long the program works before the browser has its turn.
	timeSlice = 8 * time.Millisecond

	// slow is how long a reading takes until the page says that it reads.
	slow = 200 * time.Millisecond
)

func (r *AdReader) OnMount(ctx app.Context) {
	browser.Settle(r.JSValue())
	doc := browser.Document()
	r.area = doc.Call("getElementById", "ad")
	browser.AddEventListener(ctx, r.area, "input", r.onInput)
	browser.AddEventListener(ctx, r.area, "change", func(ctx app.Context, _ app.Event) { r.read(ctx) })
	r.writer = doc.Call("getElementById", "ad-writer")
	browser.AddEventListener(ctx, r.writer, "change", func(ctx app.Context, _ app.Event) { r.onTurn(ctx) })
	browser.Listen(ctx, browser.EventRead, func(ctx app.Context, _ app.Event) { r.onRead(ctx) })
	browser.Listen(ctx, browser.EventErase, func(app.Context, app.Event) { r.forget() })
	browser.Listen(ctx, browser.EventLexicon, func(ctx app.Context, _ app.Event) { r.loadLater(ctx) })

	data := browser.RootData()
	data.Set(browser.DataReady, "true")
	if data.Get(browser.DataPending).Truthy() {
		data.Delete(browser.DataPending)
		r.onRead(ctx)
		return
	}
	r.asked = true // what stands in the box
	r.loadLater(ctx)
}

// loadLater loads a step at a time, and lets the page answer in between, for
// longer while nobody waits.
func (r *AdReader) loadLater(ctx app.Context) {
	if r.loading {
		return
	}
	r.loading = true
	later := func(do func(app.Context)) { ctx.After(betweenSteps, do) }
	if r.pressed {
		later = func(do func(app.Context)) { browser.NextTask(ctx, do) }
	}
	later(func(ctx app.Context) {
		r.loading = false
		switch {
		case r.step():
			r.loadLater(ctx)
		case r.reader != nil && r.asked:
			r.read(ctx)
		}
	})
}

// step loads one more part, and reports whether there was one. The lexicon is
// there once the page has fetched it, and not before.
func (r *AdReader) step() bool {
	if !r.loader.Done() {
		if _, err := r.loader.Next(); err != nil {
			panic(err) // every build has opened the same files
		}
		r.Voice.Pack = r.Checkup.Words[r.Voice.Lang()]
		return true
	}
	fetched := r.area.Get("lexicon")
	if r.reader != nil || fetched.Type() != app.TypeString {
		return false
	}
	reader, err := jobad.Decode(fetched.String())
	if err != nil {
		browser.Tell(browser.EventDamaged, nil)
		return false
	}
	r.reader = reader
	r.area.Delete("lexicon") // there is another copy now
	return true
}

// onInput reads once the person pauses, so that nothing moves while they type.
// Whatever is being read now is no longer what stands in the box.
func (r *AdReader) onInput(ctx app.Context, _ app.Event) {
	r.stop()
	r.input++
	n := r.input
	ctx.After(typingPause, func(ctx app.Context) {
		if n == r.input {
			r.read(ctx)
		}
	})
}

// onRead reads at the press of the button, and goes to what was found.
func (r *AdReader) onRead(ctx app.Context) {
	r.pressed = true
	r.read(ctx)
}

// show goes to what was found when somebody has pressed for it.
func (r *AdReader) show(ctx app.Context) {
	if !r.pressed || !r.shown {
		return
	}
	r.pressed = false
	browser.OnceDrawn(ctx, func(app.Context) {
		title := browser.Document().Call("getElementById", "ad-headline")
		if title.Truthy() {
			title.Call("focus", map[string]any{"preventScroll": true})
			browser.Document().Call("getElementById", "adresult").Call("scrollIntoView")
		}
	})
}

// read reads what stands in the box. Findings that were taken out of the same
// text stay out.
func (r *AdReader) read(ctx app.Context) {
	if r.reader == nil || !r.loader.Done() {
		r.asked = true
		r.loadLater(ctx)
		if r.pressed {
			ctx.After(slow, func(app.Context) {
				// The page itself says when it waits in vain.
				if r.asked && browser.Document().Call("getElementById", "ad-lexicon").Get("textContent").String() == "" {
					r.say("ad.waiting")
				}
			})
		}
		return
	}
	r.asked = false
	text := r.area.Get("value").String()
	note := ""
	if len(text) <= MaxAdSize {
		if words, format := jobad.TextOf(text); format != jobad.Plain && words != "" {
			r.area.Set("value", words) // to be checked, and read again
			text, note = words, "ad.format."+string(format)
		}
	}
	if r.shown && text == r.text {
		r.stop()
		r.show(ctx)
		return
	}
	if !r.accepts(text) {
		r.pressed = false
		return
	}
	r.stop()
	turn := r.turn.Load()
	r.reading = true
	ctx.After(slow, func(app.Context) {
		if r.reading && turn == r.turn.Load() {
			r.say("ad.reading")
		}
	})
	ctx.Async(func() {
		found, whole := r.take(text, r.yielder(turn))
		ctx.Dispatch(func(ctx app.Context) {
			if !whole || turn != r.turn.Load() {
				return
			}
			r.stop()
			if r.shown { // what stands there changes its words
				found.lists = allLists
			}
			r.adShown, r.refused, r.blocked = found, "", false
			r.note = note
			on := r.writer.Get("checked")
			r.turnRound(on.Type() == app.TypeBoolean && on.Bool()) // anything, in a rehearsal (web/rehearsal.js)
			r.ads++
			r.show(ctx)
			r.draw(ctx)
		})
	})
}

// yielder returns what a reading calls every now and then: it lets the browser
// have its turn, and ends the reading when there is another.
func (r *AdReader) yielder(turn int64) func() bool {
	last := time.Now()
	return func() bool {
		if time.Since(last) >= timeSlice {
			time.Sleep(time.Millisecond)
			last = time.Now()
		}
		return turn == r.turn.Load()
	}
}

// stop gives up the reading of an earlier text.
func (r *AdReader) stop() {
	r.turn.Add(1)
	r.reading = false
	r.say("")
}

// say tells what the page is doing; "" is nothing in particular.
func (r *AdReader) say(key string) {
	text := ""
	if key != "" {
		text = r.Voice.T(key)
	}
	if state := browser.Document().Call("getElementById", "ad-state"); state.Truthy() {
		state.Set("textContent", text)
	}
}

// accepts reports whether a text can be read, and otherwise shows why not.
func (r *AdReader) accepts(text string) bool {
	why := ""
	switch format := jobad.FormatOf(text); {
	case len(text) > MaxAdSize:
		why = "ad.problem.large"
	case format != jobad.Plain:
		why = "ad.problem." + string(format)
	case strings.TrimSpace(text) != "":
		return true
	}
	r.forget()
	r.refused = why
	return false
}

// take reads a text and prepares what is said of it, yielding in between.
func (r *AdReader) take(text string, yield func() bool) (s adShown, whole bool) {
	s = adShown{shown: true, text: text}
	if s.ad, whole = r.reader.ReadGently(text, yield); !whole {
		return adShown{}, false
	}
	s.kept = say.AdWords{Voice: r.Voice, Checkup: r.Checkup, Ad: s.ad}
	s.all, s.left = s.kept.Found(), s.kept.IDs()
	for _, f := range s.all {
		s.quotes = append(s.quotes, f.Quoted(r.Voice, text))
		if !yield() {
			return adShown{}, false
		}
	}
	if len(s.all) > 0 && yield() {
		s.marks = markings(text, s.all)
	} else {
		s.lists = allLists // there are none
	}
	return s, yield()
}

// draw puts one more part on the screen: what is read first, then the lists, then
// the rest of a long text.
func (r *AdReader) draw(ctx app.Context) {
	switch {
	case len(r.marks.made) > 0 && r.lists == 0:
		r.lists = 1
	case len(r.marks.made) > 0 && r.lists < allLists:
		r.lists = allLists
	default:
		for began := time.Now(); r.marks.next(r.Voice) && len(r.marks.made) > 1 && time.Since(began) < timeSlice; {
		}
	}
	if r.drawn() {
		ctx.Defer(func(app.Context) { browser.Tell(browser.EventWhole, nil) })
		return
	}
	ad, turn := r.ads, r.marks.turn
	browser.OnceDrawn(ctx, func(ctx app.Context) {
		if ad == r.ads && turn == r.marks.turn {
			r.draw(ctx)
		}
	})
}

// drawn reports whether everything is drawn as it is to be.
func (r *AdReader) drawn() bool { return !r.marks.busy() && r.lists == allLists }

// whole reports whether that is all that is to be expected, too.
func (r *AdReader) whole() bool { return r.drawn() && !r.reading && !r.asked }

func (r *AdReader) forget() {
	r.stop()
	r.adShown, r.refused, r.blocked = adShown{}, "", false
}
