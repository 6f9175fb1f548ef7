package ui

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The border between the program and the scripts of the page. web/border.d.ts says
// what each event carries and who sends it; a test holds the names to it.

// Events that the program sends over the document.
const (
	eventAhead      = "ahead"
	eventDamaged    = "damaged"
	eventFill       = "fill"
	eventOpen       = "open"
	eventShow       = "show"
	eventUnreadable = "unreadable"
	eventWhole      = "whole"
)

// Events that the program hears there.
const (
	eventErase   = "erase"
	eventFinish  = "finish"
	eventLexicon = "lexicon"
	eventRead    = "read"
	eventShown   = "shown"
)

// What "show" asks for.
const (
	showResult   = "result"
	showProblems = "problems"
)

// Data of the document's element.
const (
	dataEmbed   = "embed"
	dataKeys    = "keys"
	dataPending = "pending"
	dataReady   = "ready"
)

// What is kept, by the name in its key.
const (
	draftName  = "draft"
	letterName = "letter"
	recordName = "record"
)

// eventPrefix begins the name of each event on the document.
const eventPrefix = "bothends:"

// keyStart begins every key.
const keyStart = "bothends."

// keyOf is the key of something that is kept; web/border/keys.js says what it is
// made of, and web/page/storage.js what "Erase everything" takes.
func keyOf(name string) string { return keyStart + name + rootData().Get(dataKeys).String() }

// rootData is the data of the document's element.
func rootData() app.Value { return document().Get("documentElement").Get("dataset") }

// tell sends an event to the scripts, and reports whether one of them has answered
// by preventing what else would follow.
func tell(name string, detail any) (answered bool) {
	event := app.Window().Get("CustomEvent").New(eventPrefix+name, map[string]any{"detail": detail, "cancelable": true})
	return !document().Call("dispatchEvent", event).Bool()
}

// hear calls handler on the program's own goroutine for each event of this name.
func hear(ctx app.Context, name string, handler func(app.Context, app.Event)) {
	listen(ctx, document(), eventPrefix+name, handler)
}

// openCheckUp hands answers over to the check-up, by input name, as what is opened
// on its page next; done shows their result, taken is what to tell once of the ad
// they came from. It reports whether they could be kept for that page: the script of
// the page does so, which may itself be missing.
func openCheckUp(values map[string][]string, done bool, taken string) (kept bool) {
	opened := map[string]any{"answers": jsValues(values), "done": done}
	if taken != "" {
		opened["taken"] = taken
	}
	return tell(eventOpen, opened)
}

// jsValues are values by input name as scripts take them.
func jsValues(values map[string][]string) map[string]any {
	object := map[string]any{}
	for name, list := range values {
		items := make([]any, len(list))
		for i, value := range list {
			items[i] = value
		}
		object[name] = items
	}
	return object
}

// keptAnswers are the answers of the draft that is kept for this tab.
func keptAnswers() map[string][]string {
	text := tabStorage().Call("getItem", keyOf(draftName))
	if !text.Truthy() {
		return nil
	}
	return draftAnswers(text.String())
}

// draftAnswers are the answers of a draft as a text. One that cannot be read is none.
func draftAnswers(text string) map[string][]string {
	var draft struct {
		Version int                 `json:"v"`
		Answers map[string][]string `json:"answers"`
	}
	if json.Unmarshal([]byte(text), &draft) != nil || draft.Version != 1 {
		return nil
	}
	return draft.Answers
}
