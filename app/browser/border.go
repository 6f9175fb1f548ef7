package browser

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The border between the program and the scripts of the page. web/border.d.ts says
// what each event carries and who sends it; a test holds the names to it.

// Events that the program sends over the document.
const (
	EventAhead      = "ahead"
	EventAnswer     = "answer"
	EventDamaged    = "damaged"
	EventFill       = "fill"
	EventOpen       = "open"
	EventShow       = "show"
	EventUnreadable = "unreadable"
	EventWhole      = "whole"
)

// Events that the program hears there.
const (
	EventErase   = "erase"
	EventFinish  = "finish"
	EventLexicon = "lexicon"
	EventRead    = "read"
	EventShown   = "shown"
)

// What "show" asks for.
const (
	ShowResult   = "result"
	ShowProblems = "problems"
)

// Data of the document's element.
const (
	DataEmbed   = "embed"
	DataKeys    = "keys"
	DataPending = "pending"
	DataReady   = "ready"
)

// What is kept, by the name in its key.
const (
	DraftName  = "draft"
	LetterName = "letter"
	RecordName = "record"

	HoursName  = "hours"  // on the device
	UnkeptName = "unkept" // for the tab
)

// eventPrefix begins the name of each event on the document.
const eventPrefix = "bothends:"

// keyStart begins every key.
const keyStart = "bothends."

// KeyOf is the key of something that is kept; web/border/keys.js says what it is
// made of, and web/page/storage.js what "Erase everything" takes.
func KeyOf(name string) string { return keyStart + name + RootData().Get(DataKeys).String() }

// RootData is the data of the document's element.
func RootData() app.Value { return Document().Get("documentElement").Get("dataset") }

// Tell sends an event to the scripts, and reports whether one of them has answered
// by preventing what else would follow.
func Tell(name string, detail any) (answered bool) {
	event := app.Window().Get("CustomEvent").New(eventPrefix+name, map[string]any{"detail": detail, "cancelable": true})
	return !Document().Call("dispatchEvent", event).Bool()
}

// Listen calls handler on the program's own goroutine for each event of this name.
func Listen(ctx app.Context, name string, handler func(app.Context, app.Event)) {
	AddEventListener(ctx, Document(), eventPrefix+name, handler)
}

// OpenCheckUp hands answers over to the check-up, by input name, as what is opened
// on its page next; done shows their result, taken is what to tell once of the ad
// they came from. It reports whether they could be kept for that page: the script of
// the page does so, which may itself be missing.
func OpenCheckUp(values map[string][]string, done bool, taken string) (kept bool) {
	opened := map[string]any{"answers": JSValues(values), "done": done}
	if taken != "" {
		opened["taken"] = taken
	}
	return Tell(EventOpen, opened)
}

// JSValues are values by input name as scripts take them.
func JSValues(values map[string][]string) map[string]any {
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

// KeptAnswers are the answers of the draft that is kept for this tab.
func KeptAnswers() map[string][]string {
	text := SessionStorage().Call("getItem", KeyOf(DraftName))
	if !text.Truthy() {
		return nil
	}
	return DraftAnswers(text.String())
}

// DraftAnswers are the answers of a draft as a text. One that cannot be read is none.
func DraftAnswers(text string) map[string][]string {
	var draft struct {
		Version int                 `json:"v"`
		Answers map[string][]string `json:"answers"`
	}
	if json.Unmarshal([]byte(text), &draft) != nil || draft.Version != 1 {
		return nil
	}
	return draft.Answers
}
