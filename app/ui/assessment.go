package ui

import (
	"bothends/app/browser"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The draft for an employer's risk assessment, below the summary of a group: to
// change, print and save. It stays in this page, like the files. It is no component
// of its own: each of those is 30 kB of program.

const assessmentText = "assessment-text"

// draft is what was written into the field when it was made, and what last.
type draft struct {
	opened, wrote string
	said          string
}

func (g *Group) assessment() app.UI {
	v := g.Voice
	body := []app.UI{app.Summary().DataSet("act", "assessment").Text(v.T("draft.open"))}
	if g.draft.opened != "" {
		body = append(body,
			P(v, "draft.how"),
			app.P().Body(app.Label().For(assessmentText).Class("label").Body(Text(v, "draft.text"))),
			app.Textarea().ID(assessmentText).Rows(20).Attr("value", g.draft.opened),
			app.Div().Role("status").Class("said").Body(app.P().Text(g.draft.said)),
			app.Div().Class("actions").Body(
				Button(v, "assessment-print", "draft.print", g.onPrintDraft),
				Button(v, "assessment-save", "letter.save", g.onSaveDraft),
				Button(v, "assessment-again", "draft.again", g.onAgainDraft),
			),
		)
	}
	return app.Section().Class("letter").Body(
		app.Details().ID("assessment").On("toggle", g.onToggleDraft).Body(body...),
		app.Div().ID(letterPaper).Class("note"),
	)
}

func (g *Group) assess() string { return g.Voice.Assessment(g.Checkup, g.summary) }

func (g *Group) onToggleDraft(_ app.Context, e app.Event) {
	if g.draft.opened == "" && e.Get("target").Get("open").Bool() {
		g.draft.opened = g.assess()
		g.draft.wrote = g.draft.opened
	}
}

// renewDraft writes the draft anew when the group has changed, but never over what
// somebody has changed by hand.
func (g *Group) renewDraft() {
	if field := draftField(); field.Truthy() && field.Get("value").String() == g.draft.wrote {
		g.writeDraft()
	}
}

func (g *Group) writeDraft() {
	g.draft.said, g.draft.wrote = "", g.assess()
	draftField().Set("value", g.draft.wrote)
}

func draftField() app.Value { return browser.Document().Call("getElementById", assessmentText) }

func (g *Group) onAgainDraft(app.Context, app.Event) {
	g.writeDraft()
	draftField().Call("focus")
}

func (g *Group) onPrintDraft(app.Context, app.Event) {
	printText(draftField().Get("value").String())
}

func (g *Group) onSaveDraft(app.Context, app.Event) {
	g.draft.said = saveText(g.Voice, g.Voice.T("draft.file")+"-"+browser.Today()+".txt", draftField().Get("value").String())
}
