package ui

import (
	"bothends/app/browser"
	"bothends/app/say"
	"bothends/questions/checkup"
	"bothends/questions/group"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Assessment is the draft for an employer's risk assessment, below the summary of a
// group: to change, print and save. It stays in this page, like the files.
type Assessment struct {
	app.Compo

	Voice   say.Voice
	Checkup *checkup.Checkup
	Summary group.Summary

	open  bool
	wrote string // what the page last wrote into the field
	said  string
}

const (
	assessmentText  = "assessment-text"
	assessmentPaper = "assessment-paper"
)

func (a *Assessment) Render() app.UI {
	v := a.Voice
	body := []app.UI{app.Summary().DataSet("act", "assessment").Text(v.T("draft.open"))}
	if a.open {
		body = append(body,
			P(v, "draft.how"),
			app.P().Body(app.Label().For(assessmentText).Class("label").Body(Text(v, "draft.text"))),
			// Drawing leaves the field alone: what is in it was written once.
			app.Textarea().ID(assessmentText).Rows(20),
			app.Div().Role("status").Class("said").Body(app.P().Text(a.said)),
			app.Div().Class("actions").Body(
				Button(v, "assessment-print", "group.print", a.onPrint),
				Button(v, "assessment-save", "letter.save", a.onSave),
				Button(v, "assessment-again", "draft.again", a.onAgain),
			),
		)
	}
	return app.Section().Class("letter").Body(
		app.Details().ID("assessment").On("toggle", a.onToggle).Body(body...),
		app.Div().ID(assessmentPaper).Class("note"),
	)
}

func (a *Assessment) onToggle(_ app.Context, e app.Event) {
	if e.Get("target").Get("open").Bool() {
		a.open = true
	}
}

// OnUpdate writes the draft where none is, and anew when the group has changed,
// but never over what somebody has changed by hand.
func (a *Assessment) OnUpdate(app.Context) {
	if area := a.area(); area.Truthy() && area.Get("value").String() == a.wrote {
		a.write(area)
	}
}

func (a *Assessment) write(area app.Value) {
	area.Set("value", a.Voice.Assessment(a.Checkup, a.Summary))
	a.wrote = area.Get("value").String()
}

func (a *Assessment) area() app.Value {
	return browser.Document().Call("getElementById", assessmentText)
}

func (a *Assessment) onAgain(app.Context, app.Event) {
	a.said = ""
	a.write(a.area())
	a.area().Call("focus")
}

func (a *Assessment) onPrint(app.Context, app.Event) {
	browser.Document().Call("getElementById", assessmentPaper).Set("textContent", a.area().Get("value"))
	browser.PrintOnly("letter")
}

func (a *Assessment) onSave(app.Context, app.Event) {
	name := a.Voice.T("draft.file") + "-" + browser.Today() + ".txt"
	browser.Download(name, "text/plain;charset=utf-8", []byte(a.area().Get("value").String()))
	a.said = a.Voice.T("letter.saved", "file", name)
}
