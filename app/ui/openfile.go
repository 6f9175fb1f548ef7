package ui

import (
	"strconv"

	"bothends/app/browser"
	"bothends/app/say"
	"bothends/questions"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// FileState is what became of the last file that was opened.
type FileState struct {
	Opened   bool
	Problems []questions.Problem // why it was refused; all of them
}

// OpenFile brings answers back from a file. A file is read whole or not at
// all, in the browser, and forgotten.
type OpenFile struct {
	app.Compo

	Voice  say.Voice
	State  FileState
	OnFile func(app.Context, []app.Value)
}

// Render is prerendered too, closed and without what only the program can do.
func (o *OpenFile) Render() app.UI {
	v := o.Voice
	details := app.Details().Class("openfile")
	if o.OnFile == nil {
		return details.Body(Summary(v, "open.title"))
	}
	return details.Body(
		Summary(v, "open.title"),
		app.Div().Class("dropzone").Body(
			app.Label().For("answers-file").Body(Text(v, "open.label")),
			app.Input().Type("file").ID("answers-file").Accept(".json,application/json").
				DataSet("act", "open").OnChange(o.onChange),
			P(v, "open.drop"),
		),
		app.Div().Role("status").Body(o.outcome()...),
		app.P().Body(app.A().Href(v.Address("history")).Body(Text(v, "keep.history"))),
	)
}

func (o *OpenFile) outcome() []app.UI {
	v := o.Voice
	switch {
	case len(o.State.Problems) > 0:
		var items []app.UI
		for _, p := range o.State.Problems {
			items = append(items, Item(v.ProblemWithPlace(p)))
		}
		return []app.UI{app.P().Class("problem").Body(Text(v, "open.refused")), app.Ul().Body(items...)}
	case o.State.Opened:
		return []app.UI{
			P(v, "open.done"),
			app.P().Body(app.Button().Type("button").Class("main").DataSet("act", "finish").Body(Text(v, "finish"))),
		}
	}
	return nil
}

func (o *OpenFile) onChange(ctx app.Context, e app.Event) {
	if files := browser.Chosen(e.Get("target")); len(files) > 0 {
		o.OnFile(ctx, files)
	}
}

// onFile reads the chosen file. Of several that were dropped together, none can
// be meant more than the others.
func (l *Live) onFile(ctx app.Context, files []app.Value) {
	if len(files) > 1 {
		l.file = FileState{Problems: []questions.Problem{{Code: oneFileOnly}}}
		return
	}
	browser.ReadFiles(ctx, files, questions.MaxFileSize, func(ctx app.Context, read []browser.File) {
		if problems := refusedFile(read[0]); problems != nil {
			l.file = FileState{Problems: problems}
			return
		}
		l.take(ctx, read[0].Text)
	})
}

// refusedFile is why a file was not read, nil if it was.
func refusedFile(f browser.File) []questions.Problem {
	switch f.Refused {
	case browser.TooLarge:
		return []questions.Problem{{Code: questions.TooLarge, Args: map[string]string{"max": strconv.Itoa(questions.MaxFileSize)}}}
	case browser.Unreadable:
		return []questions.Problem{{Code: questions.UnreadableFile}}
	}
	return nil
}

// oneFileOnly is a problem with what was dropped, not with a file.
const oneFileOnly = "one_file"

// take puts the answers of a file into the form.
func (l *Live) take(ctx app.Context, data string) {
	l.complete()
	answers, problems := l.Checkup.Pack.Decode([]byte(data))
	if len(problems) > 0 {
		l.file = FileState{Problems: problems}
		return
	}
	l.file = FileState{Opened: true}
	l.forget()
	l.wrong = nil
	browser.Tell(browser.EventFill, browser.JSValues(l.Checkup.Pack.FormValues(answers, l.Voice.T("language.point"))))
	l.reread()
}

// onSave hands the answers over as a file of design section 7.
func (l *Live) onSave(app.Context, app.Event) {
	browser.Download("answers-"+browser.Today()+".json", "application/json", l.Checkup.Pack.Encode(l.parsed.Answers))
}
