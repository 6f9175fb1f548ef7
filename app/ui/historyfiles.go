package ui

import (
	"strconv"

	"bothends/app/browser"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/record"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

func (h *History) onSaveOne(ctx app.Context, _ app.Event) {
	if e := h.entry(ctx.JSSrc().Get("dataset").Get("key").String()); e != nil {
		browser.Download("answers-"+e.Record.Date[:len("2026-11-25")]+".json", "application/json", h.Checkup.Pack.Encode(e.Record.Answers))
	}
}

// onSaveAll hands every result over in one file, those of newer versions too.
func (h *History) onSaveAll(app.Context, app.Event) {
	var texts []string
	for _, e := range h.entries {
		texts = append(texts, e.Text)
	}
	for _, k := range h.odd {
		texts = append(texts, k.Text)
	}
	browser.Download("results-"+browser.Today()+".json", "application/json", record.EncodeMany(texts))
}

func (h *History) onChoose(ctx app.Context, e app.Event) {
	if files := browser.Chosen(e.Get("target")); len(files) > 0 {
		h.onFiles(ctx, files)
	}
}

func (h *History) onFiles(ctx app.Context, files []app.Value) {
	if len(files) > 1 {
		h.said, h.file = "", FileState{Problems: []questions.Problem{{Code: oneFileOnly}}}
		return
	}
	browser.ReadFiles(ctx, files, questions.MaxFileSize, func(ctx app.Context, read []browser.File) { h.take(ctx, read[0]) })
}

// take puts the results of a file on the shelf, all of them or none.
func (h *History) take(ctx app.Context, f browser.File) {
	h.said, h.file = "", FileState{}
	var records []record.Record
	problems := refusedFile(f)
	if problems == nil {
		records, problems = record.ReadAny(h.Checkup.Pack, []byte(f.Text), moment(f.Modified))
	}
	if len(problems) > 0 {
		h.file.Problems = problems
		return
	}
	fresh, outcome, err := storedShelf(h.Checkup.Pack).TakeIn(records, deviceRecords{})
	if err != nil { // ReadAny reads no record that cannot be kept, so this is a fault of ours
		app.Log(err)
		return
	}
	switch outcome {
	case record.TooMany:
		h.said = h.Voice.T("keep.many", "max", strconv.Itoa(record.MaxRecords))
		return
	case record.QuotaExceeded:
		h.said = h.Voice.T("history.full")
	default:
		h.said = h.Voice.N("history.taken", fresh)
		if there := len(records) - fresh; there > 0 {
			h.said += " " + h.Voice.N("history.there", there)
		}
	}
	h.refresh(ctx)
}

// inAndOut brings results in from a file and takes all of them out, or away.
func (h *History) inAndOut() app.UI {
	v := h.Voice
	body := []app.UI{
		H2(v, "history.files"),
		app.Div().Class("dropzone").Body(
			app.Label().For("history-file").Body(Text(v, "history.import")),
			app.Input().Type("file").ID("history-file").Accept(".json,application/json").DataSet("act", "import").OnChange(h.onChoose),
			P(v, "open.drop"),
		),
		app.Div().Role("status").Body(h.refused()...),
	}
	if len(h.entries)+len(h.odd) > 0 {
		body = append(body,
			Small(v, "history.export.what"),
			app.Div().Class("actions").Body(
				Button(v, "export", "history.export", h.onSaveAll),
			),
			app.Details().Class("delete all").Body(
				Summary(v, "history.delete.all"),
				P(v, "history.delete.all.sure"),
				Button(v, "delete-all", "history.delete.all.yes", h.onDeleteAll),
			),
		)
	}
	return app.Div().Class("inandout").Body(body...)
}

func (h *History) refused() []app.UI {
	if len(h.file.Problems) == 0 {
		return nil
	}
	return refused(h.Voice, h.Voice.T("history.refused"), h.file.Problems)
}

// refused lists everything that is wrong with a file.
func refused(v say.Voice, title string, problems []questions.Problem) []app.UI {
	var items []app.UI
	for _, p := range problems {
		items = append(items, Item(v.ProblemWithPlace(p)))
	}
	return []app.UI{app.P().Class("problem").Text(title), app.Ul().Class("refused").Body(items...)}
}
