package ui

import (
	"encoding/json"
	"slices"

	"bothends/app/browser"
	"bothends/app/say"
	"bothends/questions/letter"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// LetterDraft is what a person made of the note. It belongs to the root, so
// that a note written by hand outlives a new result, and like the answers it
// is kept for this tab, so that it outlives a reload.
type LetterDraft struct {
	To     string          `json:"to,omitempty"`     // one of the addressees; "" is the first
	Ticks  map[string]bool `json:"ticks,omitempty"`  // by the id of a statement
	Edited bool            `json:"edited,omitempty"` // changed by hand: ticks leave Text alone
	Text   string          `json:"text,omitempty"`   // of an edited note

	Appraisal string `json:"appraisal,omitempty"` // the page for a talk about pay, once it was changed by hand
}

// readLetterDraft reads a draft as it is stored. What cannot be read is none.
func readLetterDraft(text string) LetterDraft {
	var d LetterDraft
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		return LetterDraft{}
	}
	if d.To != say.ToHR && d.To != say.ToClient {
		d.To = ""
	}
	if !d.Edited {
		d.Text = ""
	}
	return d
}

func storedLetterDraft() LetterDraft {
	if text := browser.SessionStorage().Call("getItem", browser.KeyOf(browser.LetterName)); text.Truthy() {
		return readLetterDraft(text.String())
	}
	return LetterDraft{}
}

// store keeps the draft, unless the reader has left in a hurry: web/page.js has
// forgotten it then.
func (d *LetterDraft) store() {
	if browser.Document().Get("body").Get("hidden").Bool() {
		return
	}
	text, err := json.Marshal(d)
	if err != nil { // there is nothing in it that could fail
		app.Log(err)
		return
	}
	browser.SetItem(browser.SessionStorage(), browser.KeyOf(browser.LetterName), string(text))
}

// Letter is the note to an employer: what to say, for whom, and the text to
// change, copy, print or save. It is drawn once it is opened: the result does
// not wait for it.
type Letter struct {
	app.Compo

	Words say.LetterWords
	Draft *LetterDraft

	open   bool
	opened string // the note as its field was made with
	wrote  string // the note as the page last wrote it
	said   string // what became of copying or saving
	shares bool   // there is a way to hand text on
	hidden app.Func
}

// The ids of the text that can be changed, and of the one that is printed.
const (
	letterText  = "letter-text"
	letterPaper = "letter-paper"
)

// letterFile is what a note saved on a day is called. It does not tell what it is about.
func letterFile(day string) string { return "note-" + day + ".txt" }

func (l *Letter) Render() app.UI {
	v := l.Words.Voice
	body := []app.UI{app.Summary().DataSet("act", "letter").Body(Text(v, "letter.open"))}
	if l.open {
		body = append(body, l.form()...)
	}
	title := "letter.title"
	switch r := l.Words.Checkup.Steps.Reader(l.Words.Answers); {
	case !r.Employer:
		title = "letter.title.own"
	case r.Clients:
		title = "letter.title.both"
	}
	return app.Section().Class("letter").Body(
		app.H4().Text(v.T(title)),
		app.Details().ID("result-note").On("toggle", l.onToggle).Body(body...),
		// What is printed stands apart from the fold, which may be closed.
		app.Div().ID(letterPaper).Class("note"),
	)
}

func (l *Letter) form() []app.UI {
	v := l.Words.Voice
	statements := l.Words.Statements(l.to())
	body := []app.UI{
		P(v, "letter.what"), l.addressee(),
		app.Div().Class("actions").Body(
			Button(v, "letter-all", "letter.all", l.onAll),
			Button(v, "letter-none", "letter.none", l.onNone),
		),
	}
	for _, group := range l.Words.Checkup.Letter.Groups {
		var boxes []app.UI
		for _, s := range statements {
			if s.Group.Key == group.Key {
				boxes = append(boxes, l.box(s))
			}
		}
		if len(boxes) > 0 {
			body = append(body, l.group(group, boxes))
		}
	}
	return append(body,
		app.P().Body(app.Label().For(letterText).Class("label").Body(Text(v, "letter.text"))),
		app.Textarea().ID(letterText).Rows(16).DataSet("act", "letter-text").Attr("value", l.opened).OnChange(l.onEdit),
		app.Div().Role("status").Class("said").Body(l.status()...),
		app.Div().Class("actions").Body(
			Button(v, "letter-copy", "letter.copy", l.onCopy),
			app.If(l.shares, func() app.UI { return Button(v, "letter-share", "letter.share", l.onShare) }),
			Button(v, "letter-print", "letter.print", l.onPrint),
			Button(v, "letter-save", "letter.save", l.onSave),
		),
	)
}

func (l *Letter) addressee() app.UI {
	v := l.Words.Voice
	choice := func(to string) app.UI {
		return app.Label().Class("option").Body(
			app.Input().Type("radio").Name("letter-to").Value(to).Checked(l.to() == to).DataSet("act", "letter-to").OnChange(l.onTo),
			app.Span().Text(v.T("letter.to."+to)),
		)
	}
	var choices []app.UI
	for _, to := range l.Words.Addressees() {
		choices = append(choices, choice(to))
	}
	return app.FieldSet().Body(
		app.Legend().Body(Text(v, "letter.to")),
		app.Div().Class("options").Body(choices...),
	)
}

// group is a set of statements. The one about how the person is stands apart
// and says so.
func (l *Letter) group(g letter.Group, boxes []app.UI) app.UI {
	v := l.Words.Voice
	if !g.Apart {
		return app.FieldSet().DataSet("group", g.Key).Body(
			app.Legend().Text(l.Words.Heading(g)),
			app.Div().Class("options").Body(boxes...),
		)
	}
	return app.FieldSet().DataSet("group", g.Key).Class("health").Aria("describedby", "letter-health").Body(
		app.Legend().Text(v.T("letter.health")),
		app.P().ID("letter-health").Class("small").Text(v.T("letter.health.what")),
		app.Div().Class("options").Body(boxes...),
	)
}

func (l *Letter) box(s say.Statement) app.UI {
	return app.Label().Class("option").Body(
		app.Input().Type("checkbox").Value(s.ID).Checked(l.Draft.Ticks[s.ID]).DataSet("act", "letter-tick").OnChange(l.onTick),
		app.Span().Text(s.Text),
	)
}

// status says what happened, or what stands in the way of the ticks.
func (l *Letter) status() []app.UI {
	v := l.Words.Voice
	var body []app.UI
	if l.said != "" {
		body = append(body, app.P().Text(l.said))
	}
	if l.Draft.Edited {
		body = append(body,
			P(v, "letter.edited"),
			app.P().Body(Button(v, "letter-again", "letter.again", l.onAgain)),
		)
	}
	return body
}

func (l *Letter) to() string {
	// The answers may have changed since it was chosen.
	to := l.Words.Addressees()
	if slices.Contains(to, l.Draft.To) {
		return l.Draft.To
	}
	return to[0]
}

// text is the note as it is to be shown: by hand, or from the ticks.
func (l *Letter) text() string {
	if l.Draft.Edited {
		return l.Draft.Text
	}
	return l.written()
}

func (l *Letter) written() string { return l.Words.Note(l.to(), l.Draft.Ticks) }

// tick takes a statement into the note or out of it.
func (d *LetterDraft) tick(id string, on bool) {
	if d.Ticks == nil {
		d.Ticks = map[string]bool{}
	}
	if on {
		d.Ticks[id] = true
	} else {
		delete(d.Ticks, id)
	}
}

// edit keeps what was changed by hand. Text that is what the ticks say is not.
func (d *LetterDraft) edit(text, written string) {
	d.Edited = text != written
	d.Text = text
	if !d.Edited {
		d.Text = ""
	}
}

func (l *Letter) onToggle(_ app.Context, e app.Event) {
	if !l.open && e.Get("target").Get("open").Bool() {
		l.open = true
		l.shares = browser.SharesText()
		l.wrote = l.text()
		l.opened = l.wrote
	}
}

// OnUpdate brings the note up to date with another result.
func (l *Letter) OnUpdate(app.Context) {
	l.keepEdits()
	l.write()
	l.opened = l.wrote // for a field that is made anew
}

// OnMount keeps what is being written when the page goes out of sight: a phone
// may never show it again, and a reload tells nobody that the text was changed.
func (l *Letter) OnMount(ctx app.Context) {
	ctx.PreventUpdate() // nothing to see
	l.hidden = app.FuncOf(func(app.Value, []app.Value) any {
		if browser.Document().Get("hidden").Bool() {
			l.keepEdits()
		}
		return nil
	})
	browser.Document().Call("addEventListener", "visibilitychange", l.hidden)
}

func (l *Letter) OnDismount() {
	browser.Document().Call("removeEventListener", "visibilitychange", l.hidden)
	l.hidden.Release()
}

func (l *Letter) onTo(_ app.Context, e app.Event) {
	l.keepEdits()
	l.Draft.To = e.Get("target").Get("value").String()
	l.show()
}

func (l *Letter) onTick(_ app.Context, e app.Event) {
	l.keepEdits()
	box := e.Get("target")
	l.Draft.tick(box.Get("value").String(), box.Get("checked").Bool())
	l.show()
}

// onAll ticks what is about the job; how the person is stays as it is.
func (l *Letter) onAll(app.Context, app.Event) {
	l.keepEdits()
	for _, s := range l.Words.Statements(l.to()) {
		if !s.Group.Apart {
			l.Draft.tick(s.ID, true)
		}
	}
	l.show()
}

func (l *Letter) onNone(app.Context, app.Event) {
	l.keepEdits()
	l.Draft.Ticks = nil
	l.show()
}

func (l *Letter) onEdit(app.Context, app.Event) { l.keepEdits() }

// onAgain writes the note from the ticks, over what was changed by hand.
func (l *Letter) onAgain(app.Context, app.Event) {
	l.Draft.Edited, l.Draft.Text = false, ""
	l.show()
	if area := l.area(); area.Truthy() {
		area.Call("focus")
	}
}

func (l *Letter) show() {
	l.said = ""
	l.Draft.store()
	l.write()
}

// write puts the note into its field at once. Drawing leaves the field alone:
// it comes later, and would undo what was typed or ticked in between.
func (l *Letter) write() {
	if area := l.area(); area.Truthy() {
		l.wrote = l.text()
		area.Set("value", l.wrote)
	}
}

// keepEdits takes over what the text holds now, so that no way of changing it
// is missed and nothing written by hand is ever overwritten.
func (l *Letter) keepEdits() {
	area := l.area()
	if !area.Truthy() {
		return
	}
	if text := area.Get("value").String(); text != l.wrote {
		l.Draft.edit(text, l.written())
		l.Draft.store()
	}
}

func (l *Letter) area() app.Value {
	return browser.Document().Call("getElementById", letterText)
}

// onShare hands the note on. Where that is not allowed, it is copied.
func (l *Letter) onShare(ctx app.Context, e app.Event) {
	l.keepEdits()
	browser.ShareText(l.area().Get("value").String(), func() { ctx.Dispatch(func(ctx app.Context) { l.onCopy(ctx, e) }) })
}

func (l *Letter) onCopy(ctx app.Context, _ app.Event) {
	l.keepEdits()
	browser.CopyField(ctx, letterText, func(copied bool) { l.said = copiedText(l.Words.Voice, copied) })
}

// copiedText says what became of copying.
func copiedText(v say.Voice, copied bool) string {
	if copied {
		return v.T("letter.copied")
	}
	return v.T("letter.copy.failed")
}

func (l *Letter) onPrint(app.Context, app.Event) {
	l.keepEdits()
	printText(l.text())
}

// printText prints a text alone.
func printText(text string) {
	browser.Document().Call("getElementById", letterPaper).Set("textContent", text)
	browser.PrintOnly("letter")
}

func (l *Letter) onSave(app.Context, app.Event) {
	l.keepEdits()
	l.said = saveText(l.Words.Voice, letterFile(browser.Today()), l.text())
}

// saveText hands a text to the browser as a file, and says so.
func saveText(v say.Voice, name, text string) (said string) {
	browser.Download(name, "text/plain;charset=utf-8", []byte(text))
	return v.T("letter.saved", "file", name)
}
