package ui

import (
	"strconv"
	"strings"

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

	Voice  Voice
	State  FileState
	OnFile func(app.Context, app.Value)
}

func (o *OpenFile) Render() app.UI {
	v := o.Voice
	return app.Details().Class("openfile").Body(
		app.Summary().Body(v.text("open.title")),
		app.P().Body(
			app.Label().For("answers-file").Body(v.text("open.label")),
			app.Input().Type("file").ID("answers-file").Accept(".json,application/json").
				DataSet("act", "open").OnChange(o.onChange),
		),
		app.Div().Role("status").Body(o.outcome()...),
	)
}

func (o *OpenFile) outcome() []app.UI {
	v := o.Voice
	switch {
	case len(o.State.Problems) > 0:
		var items []app.UI
		for _, p := range o.State.Problems {
			items = append(items, app.Li().Text(v.problemWithPlace(p)))
		}
		return []app.UI{app.P().Class("problem").Body(v.text("open.refused")), app.Ul().Body(items...)}
	case o.State.Opened:
		return []app.UI{app.P().Body(v.text("open.done"))}
	}
	return nil
}

func (o *OpenFile) onChange(ctx app.Context, e app.Event) {
	input := e.Get("target")
	if file := input.Get("files").Index(0); file.Truthy() {
		o.OnFile(ctx, file)
	}
	// The same file can be chosen again after it was mended.
	input.Set("value", "")
}

// onFile reads the chosen file. A file that is too large is refused by its
// size, before a byte of it is read.
func (l *Live) onFile(ctx app.Context, file app.Value) {
	if size := file.Get("size").Int(); size > questions.MaxFileSize {
		l.file = FileState{Problems: []questions.Problem{{
			Code: questions.TooLarge,
			Args: map[string]string{"max": strconv.Itoa(questions.MaxFileSize)},
		}}}
		return
	}
	file.Call("text").Then(func(text app.Value) {
		data := text.String()
		ctx.Dispatch(func(ctx app.Context) { l.take(ctx, data) })
	})
}

// take puts the answers of a file into the form.
func (l *Live) take(ctx app.Context, data string) {
	l.complete()
	answers, problems := l.Checkup.Pack.Decode([]byte(data))
	if len(problems) > 0 {
		l.file = FileState{Problems: problems}
		return
	}
	l.file = FileState{Opened: true}
	l.report, l.wrong = nil, nil
	tell("bothends:fill", formValues(answers, l.Voice.Lang()))
	l.reread()
}

// onSave hands the answers over as a file of design section 7.
func (l *Live) onSave(app.Context, app.Event) {
	w := app.Window()
	data := string(l.Checkup.Pack.Encode(l.reading.Answers))
	blob := w.Get("Blob").New([]any{data}, map[string]any{"type": "application/json"})
	url := w.Get("URL").Call("createObjectURL", blob)
	link := document().Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", "answers.json")
	link.Call("click")
	w.Get("URL").Call("revokeObjectURL", url)
}

// formValues writes answers the way the form holds them: values by input name,
// as JSON for web/page.js.
func formValues(a questions.Answers, lang string) string {
	values := map[string]any{}
	for id, answer := range a {
		switch x := answer.(type) {
		case string:
			values[id] = []string{x}
		case float64:
			values[id] = []string{typed(x, lang)}
		case []string:
			if len(x) == 0 {
				x = []string{NoneKey}
			}
			values[id] = x
		case map[string]float64:
			for key, share := range x {
				values[id+"."+key] = []string{typed(share, "en")}
			}
		}
	}
	return encodeJSON(values)
}

// typed writes a number as a person of this language types it.
func typed(x float64, lang string) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if lang == "fr" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}
