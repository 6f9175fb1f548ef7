package ui

import (
	"bothends/app/browser"
	"bothends/app/say"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Appraisal is one page for a talk about pay: text to change, copy, print or save. It
// is written once it is opened, like the note beside it, and its edits are kept in the
// note's draft.
type Appraisal struct {
	app.Compo

	Words say.LetterWords
	Draft *LetterDraft

	client bool // chosen, where there are an employer and clients
	open   bool
	opened string // the page as its field was made with
	said   string
}

const (
	appraisalText = "appraisal-text"
	appraisalFile = "talk-" // and the day; does not tell what it is about
)

func (a *Appraisal) Render() app.UI {
	v := a.Words.Voice
	body := []app.UI{app.Summary().DataSet("act", "appraisal").Text(v.T(a.title()))}
	if a.open {
		body = append(body, P(v, "appraisal.what"))
		body = append(body, a.choice()...)
		body = append(body,
			app.Textarea().ID(appraisalText).Rows(16).Aria("label", v.T(a.title())).DataSet("act", "appraisal-text").Attr("value", a.opened).OnInput(a.onEdit),
			app.Div().Role("status").Class("said").Text(a.said),
			app.Div().Class("actions").Body(
				Button(v, "appraisal-copy", "letter.copy", a.onCopy),
				Button(v, "appraisal-print", "letter.print", a.onPrint),
				Button(v, "appraisal-save", "letter.save", a.onSave),
				Button(v, "appraisal-again", "appraisal.again", a.onAgain),
			),
		)
	}
	return app.Section().Class("letter").Body(app.Details().ID("result-appraisal").On("toggle", a.onToggle).Body(body...))
}

// choice is for somebody with an employer and clients.
func (a *Appraisal) choice() []app.UI {
	r := a.Words.Checkup.Steps.Reader(a.Words.Answers)
	if !r.Employer || !r.Clients {
		return nil
	}
	var choices []app.UI
	for _, to := range []string{say.ToManager, say.ToClient} {
		choices = append(choices, option(a.Words.Voice.T("letter.to."+to),
			app.Input().Type("radio").Name("appraisal-to").Value(to).Checked(a.to() == to).DataSet("act", "appraisal-to").OnChange(a.onTo)))
	}
	return []app.UI{app.FieldSet().Body(app.Legend().Body(Text(a.Words.Voice, "letter.to")), app.Div().Class("options").Body(choices...))}
}

func (a *Appraisal) to() string {
	r := a.Words.Checkup.Steps.Reader(a.Words.Answers)
	if r.Clients && (a.client || !r.Employer) {
		return say.ToClient
	}
	return say.ToManager
}

func (a *Appraisal) title() string {
	if a.to() == say.ToClient {
		return "appraisal.client.title"
	}
	return "appraisal.job.title"
}

// text is the page as it is to be shown: by hand, or from the answers.
func (a *Appraisal) text() string {
	if a.Draft.Appraisal != "" {
		return a.Draft.Appraisal
	}
	return a.Words.Appraisal(a.to())
}

func (a *Appraisal) onToggle(_ app.Context, e app.Event) {
	if !a.open && e.Get("target").Get("open").Bool() {
		a.open, a.opened = true, a.text()
	}
}

// OnUpdate brings the page up to date with another result.
func (a *Appraisal) OnUpdate(app.Context) { a.write() }

// write puts the text into its field at once, as the note does.
func (a *Appraisal) write() {
	if area := browser.Document().Call("getElementById", appraisalText); area.Truthy() {
		a.opened = a.text()
		if area.Get("value").String() != a.opened { // setting it moves the caret
			area.Set("value", a.opened)
		}
	}
}

// onEdit keeps what is written by hand. Nothing is drawn for it.
func (a *Appraisal) onEdit(ctx app.Context, e app.Event) {
	ctx.PreventUpdate()
	a.Draft.Appraisal = e.Get("target").Get("value").String()
	a.Draft.store()
}

func (a *Appraisal) onTo(_ app.Context, e app.Event) {
	a.client = e.Get("target").Get("value").String() == say.ToClient
	a.write()
}

// onAgain writes the page from the answers, over what was changed by hand.
func (a *Appraisal) onAgain(app.Context, app.Event) {
	a.Draft.Appraisal, a.said = "", ""
	a.Draft.store()
	a.write()
}

func (a *Appraisal) onCopy(ctx app.Context, _ app.Event) {
	browser.CopyField(ctx, appraisalText, func(copied bool) { a.said = copiedText(a.Words.Voice, copied) })
}

func (a *Appraisal) onPrint(app.Context, app.Event) { printText(a.text()) }

func (a *Appraisal) onSave(app.Context, app.Event) {
	a.said = saveText(a.Words.Voice, appraisalFile+browser.Today()+".txt", a.text())
}
