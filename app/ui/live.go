package ui

import (
	"time"

	"bothends/app/browser"
	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/whatif"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Live is the root in the browser. It stands in the document beside the form,
// reads it, and owns what follows from the answers: what is wrong with them
// and the result. It is prerendered too, without a Checkup, so that it takes no
// more room when it comes to life.
type Live struct {
	app.Compo

	Checkup *checkup.Checkup
	Voice   say.Voice

	loader    *checkup.Loader // reads what a result needs
	form      app.Value
	formState string            // the form as JSON when last read; equal means nothing changed
	reportFor string            // the formState that report was computed from
	marked    map[string]string // field id -> problem that stands beside it
	parsed    questions.Parsed  // the form, as last read
	report    *checkup.Report   // nil until a verdict is drawn
	study     *whatif.Study     // of the answers that report is about
	part      Part              // how much of the result is drawn yet
	wrong     []questions.Problem
	doubts    []say.Doubt       // that wait for yes or no
	asking    bool              // the result was asked for, and waits for them
	advised   map[string]string // field id -> what is written beside it; nil before the first time
	file      FileState
	answers   questions.Answers // that report was computed from
	letter    LetterDraft
	place     string // country whose help lines come first
	keeping   Keeping
	plan      PlanDraft
}

// Unreadable tells the page that the data it has fetched is not what this program
// reads.
func Unreadable() { browser.Tell(browser.EventUnreadable, nil) }

// Start returns the root for the page of the check-up, which the loader completes.
func Start(c *checkup.Checkup, p *i18n.Printer, loader *checkup.Loader) *Live {
	return &Live{Checkup: c, Voice: say.Voice{Printer: p}, loader: loader}
}

// OnMount puts the region back where it was and listens to the form. From here
// on the page says that it is ready.
func (l *Live) OnMount(ctx app.Context) {
	browser.Settle(l.JSValue())
	l.letter = storedLetterDraft()
	doc := browser.Document()
	l.form = doc.Call("getElementById", "checkup")
	browser.AddEventListener(ctx, l.form, "change", l.onChange)
	browser.AddEventListener(ctx, l.form, "input", l.onInput)
	browser.Listen(ctx, browser.EventFinish, l.onFinish)
	browser.Listen(ctx, browser.EventShown, l.onShown)
	browser.Listen(ctx, browser.EventErase, l.onErase)
	browser.AcceptDrops(ctx, "details.openfile", l.onFile)
	browser.OnShelf(ctx, func(app.Context) {
		l.countKept()
		l.askAboutPlan()
	})
	if talk := doc.Call("getElementById", "talk-country"); talk.Truthy() {
		browser.AddEventListener(ctx, talk, "change", l.onPlace)
	}
	l.datesSheet()

	data := browser.RootData()
	data.Set(browser.DataReady, "true")
	if data.Get(browser.DataPending).Truthy() {
		data.Delete(browser.DataPending)
		l.onFinish(ctx, app.Event{})
		return
	}
	l.completeLater(ctx)
}

// completeLater reads what a result needs, a step at a time, and lets the page
// answer to its reader in between.
func (l *Live) completeLater(ctx app.Context) {
	ctx.After(betweenSteps, func(ctx app.Context) {
		if l.step() {
			ctx.PreventUpdate() // nothing to see yet
			l.completeLater(ctx)
			return
		}
		l.reread()
		if len(l.parsed.Answers) > 0 { // given before the program came
			l.renderEarly(ctx)
		}
	})
}

// betweenSteps is long enough for the browser to take an input and paint.
const betweenSteps = 20 * time.Millisecond

// step reads one more part, and reports whether there was one.
func (l *Live) step() bool {
	if l.loader.Done() {
		return false
	}
	more, err := l.loader.Next()
	if err != nil {
		panic(err) // every build has opened the same files
	}
	if !more {
		l.Checkup.Tables.SetDay(time.Now().Format(time.DateOnly)) // the minimum pay in force
		l.askAboutPlan()
	}
	l.formState = "" // more can be said about the same answers now
	l.Voice.Pack = l.Checkup.Words[l.Voice.Lang()]
	return true
}

// complete reads all that is left: the reader waits for something.
func (l *Live) complete() {
	for l.step() {
	}
}

func (l *Live) onChange(ctx app.Context, _ app.Event) {
	l.check(ctx)
	l.renderEarly(ctx)
}

// check reads the form while somebody fills it in. What is wrong with a field is
// written beside it; only a list of all problems, where there is one, is drawn again.
func (l *Live) check(ctx app.Context) {
	if len(l.wrong) == 0 && !l.asking {
		ctx.PreventUpdate()
	}
	l.reread()
}

// renderEarly draws the first part of a speculative result once nothing was changed
// for a moment. The page shows it at once if the form has not changed when Finish is
// pressed. Saves 20 of 65 ms until that press is painted (Chromium, slowed 4x).
func (l *Live) renderEarly(ctx app.Context) {
	state := l.formState
	ctx.After(settled, func(ctx app.Context) {
		due := l.formState == state && l.reportFor != state && len(l.parsed.Problems) == 0 && len(l.doubts) == 0 && l.loader.Done()
		if !due || l.workOut() != nil {
			ctx.PreventUpdate()
			return
		}
		l.draw(ctx, func() {})
	})
}

// draw draws the verdict of what was worked out, tells the page what it is of, so
// that the page can show it by itself, and then does something.
func (l *Live) draw(ctx app.Context, then func()) {
	l.part = Verdict
	drawn := l.reportFor
	ctx.Defer(func(app.Context) {
		if l.reportFor == drawn { // nothing else was worked out, and nothing erased, in between
			browser.Tell(browser.EventAhead, drawn)
			then()
		}
	})
}

// settled is longer than somebody takes who ticks several boxes in a row.
const settled = 200 * time.Millisecond

// onInput checks while typing only where something was wrong, so that the
// message goes away as soon as it is right, and never comes while a number is
// half typed.
func (l *Live) onInput(ctx app.Context, e app.Event) {
	if l.marked[e.Get("target").Get("name").String()] == "" {
		ctx.PreventUpdate()
		return
	}
	l.check(ctx)
}

// onFinish draws a result that nothing is drawn of yet.
func (l *Live) onFinish(ctx app.Context, _ app.Event) {
	l.complete()
	l.reread()
	l.wrong = l.parsed.Problems
	l.asking = len(l.wrong) == 0 && len(l.doubts) > 0
	if len(l.wrong) > 0 || l.asking {
		l.forget()
		ctx.Defer(func(app.Context) { browser.Tell(browser.EventShow, browser.ShowProblems) })
		return
	}
	if err := l.workOut(); err != nil {
		// Answers were checked above, so this is a fault of ours: say so
		// rather than show a result that could be wrong.
		app.Log(err)
		l.wrong = []questions.Problem{{Code: "other", Message: err.Error()}}
		ctx.Defer(func(app.Context) { browser.Tell(browser.EventShow, browser.ShowProblems) })
		return
	}
	l.draw(ctx, func() { browser.Tell(browser.EventShow, browser.ShowResult) })
	l.drawOn(ctx)
}

// onShown draws the rest of a result that was drawn ahead.
func (l *Live) onShown(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	l.drawOn(ctx)
}

// onPlace is called when help is wanted for another country. What is drawn may
// begin with a help line.
func (l *Live) onPlace(ctx app.Context, _ app.Event) {
	ctx.PreventUpdate()
	if l.place != l.country() {
		browser.Tell(browser.EventAhead, "")
	}
}

// forget takes away what followed from the answers.
func (l *Live) forget() {
	l.report, l.study, l.reportFor = nil, nil, ""
	l.keeping.Outcome = ""
	browser.Tell(browser.EventAhead, "")
}

// workOut is what follows from the answers that were read last.
func (l *Live) workOut() error {
	l.forget()
	study, err := whatif.New(l.Checkup, l.parsed.Answers)
	if err != nil {
		return err
	}
	l.report, l.study, l.reportFor, l.answers, l.place = &study.Base, study, l.formState, l.parsed.Answers, l.country()
	return nil
}

// drawOn draws the result part by part: what somebody reads first is on the
// screen before the rest is drawn.
func (l *Live) drawOn(ctx app.Context) {
	ctx.After(betweenSteps, func(ctx app.Context) {
		if l.part = l.part.next(); l.part != Whole {
			ctx.Defer(l.drawOn) // once this one is there, or both come in one task
			return
		}
		l.countKept()
		ctx.Defer(func(app.Context) { browser.Tell(browser.EventWhole, nil) })
	})
}

func (l *Live) onErase(app.Context, app.Event) {
	l.forget()
	l.wrong, l.asking, l.file, l.letter, l.plan = nil, false, FileState{}, LetterDraft{}, PlanDraft{}
	l.countKept()
	l.reread()
}

// reread takes the answers from the form and writes beside each field what is
// wrong with it. The fields are not components, so that typing never waits for
// a drawing. A form that has not changed is not read again: most of the time that
// is so when somebody asks for the result.
func (l *Live) reread() {
	state := browser.FormState(l.form)
	if state == l.formState {
		return
	}
	l.formState = state
	l.parsed = l.Checkup.Pack.ParseForm(browser.FormEntries(state), l.Voice.Pack)
	problems := map[string]string{}
	for _, p := range l.parsed.Problems {
		problems[p.Path] = l.Voice.ProblemText(p)
	}
	for id := range l.marked {
		if problems[id] == "" {
			browser.MarkField(id, "")
		}
	}
	for id, text := range problems {
		if l.marked[id] != text {
			browser.MarkField(id, text)
		}
	}
	l.marked = problems
	if len(l.wrong) > 0 {
		l.wrong = l.parsed.Problems
	}

	apply := map[string]bool{}
	for _, h := range l.parsed.Hints {
		apply[h.ID] = true
	}
	for _, h := range l.Checkup.Pack.Hints {
		if p := browser.Document().Call("getElementById", h.ID+"-hint"); p.Truthy() {
			p.Set("hidden", !apply[h.ID])
		}
	}
	l.advise()
	l.asking = l.asking && len(l.doubts) > 0
}

func (l *Live) Render() app.UI {
	return app.Div().ID("live").Body(
		&Problems{Voice: l.Voice, Problems: l.wrong, Doubts: l.asked()},
		l.openFile(),
		&Result{
			Voice:    l.Voice,
			Checkup:  l.Checkup,
			Report:   l.report,
			Answers:  l.answers,
			Draft:    &l.letter,
			Country:  l.place,
			Part:     l.part,
			OnSave:   l.onSave,
			Keeping:  l.keeping,
			OnKeep:   l.onKeep,
			OnAnswer: l.onAnswer,
			Study:    l.study,
			Plan:     &l.plan,
		},
	)
}

// openFile is prerendered without what only the program can do.
func (l *Live) openFile() app.UI {
	if l.Checkup == nil {
		return &OpenFile{Voice: l.Voice}
	}
	return &OpenFile{Voice: l.Voice, State: l.file, OnFile: l.onFile}
}

// country is the one whose help lines come first: that of the job, or the one
// chosen under "I need to talk to someone now", which starts as a guess from
// the browser's language.
func (l *Live) country() string {
	if code, ok := l.parsed.Answers.Choice("country"); ok {
		return code
	}
	if choice := browser.Document().Call("getElementById", "talk-country"); choice.Truthy() {
		return choice.Get("value").String()
	}
	return ""
}

// advise writes doubts and advice into their places. A doubt that was met with yes
// counts no more, until the number is another one.
func (l *Live) advise() {
	if !l.loader.Done() {
		return // the pay tables are not read yet
	}
	texts := l.Voice.PayAdvice(l.Checkup.Tables, l.parsed.Answers)
	asked := map[string]say.Doubt{}
	l.doubts = nil
	for _, d := range l.Voice.Doubts(l.Checkup.Pack, l.Checkup.Tables, l.parsed) {
		texts[d.Question], asked[d.Question] = d.Text, d
	}
	for id, text := range l.Voice.Conversions(l.Checkup.Pack, l.parsed) {
		if texts[id] == "" {
			texts[id] = text
		}
	}
	stale := false
	for _, id := range say.DoubtedQuestions(l.Checkup.Pack) {
		d, doubted := asked[id]
		sure := browser.IsSure(id)
		if sure && l.advised != nil && l.advised[id] != d.Text || sure && !doubted {
			browser.Unsure(id)
			sure, stale = false, true
		}
		if doubted && !sure {
			l.doubts = append(l.doubts, d)
		}
		if _, said := texts[id]; !said {
			texts[id] = "" // takes away what stands there
		}
	}
	for id, text := range texts {
		if l.advised[id] != text {
			d, asks := asked[id]
			browser.Advise(id, text, asks, d.Instead, d.Label)
		}
	}
	l.advised = texts
	if stale {
		l.formState = browser.FormState(l.form)
	}
}

// asked are the doubts that a result waits for.
func (l *Live) asked() []say.Doubt {
	if !l.asking {
		return nil
	}
	return l.doubts
}
