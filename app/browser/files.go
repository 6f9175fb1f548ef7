package browser

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A File is one that somebody chose or dropped. Its bytes are decoded by whoever
// reads it (questions.DecodeUnicode).
type File struct {
	Name     string
	Modified time.Time
	Text     string
	Refused  Refusal // "" when it was read
}

// A Refusal is why a file was not read.
type Refusal string

const (
	TooLarge   Refusal = "too large"
	Unreadable Refusal = "unreadable" // gone or locked by now, or a folder
)

// ReadFiles reads files and hands them over in the order given, all together.
// One of more than most bytes is refused by its size, before a byte of it is read.
func ReadFiles(ctx app.Context, files []app.Value, most float64, done func(app.Context, []File)) {
	read := make([]File, len(files))
	left := len(files)
	finish := func() {
		if left--; left == 0 {
			ctx.Dispatch(func(ctx app.Context) { done(ctx, read) })
		}
	}
	for i, file := range files {
		read[i] = File{Name: file.Get("name").String(), Modified: time.UnixMilli(int64(file.Get("lastModified").Float()))}
		if file.Get("size").Float() > most {
			read[i].Refused = TooLarge
			finish()
			continue
		}
		// The promise of a file that cannot be read is refused, which Value.Then
		// does not hear.
		var good, bad app.Func
		good = app.FuncOf(func(_ app.Value, args []app.Value) any {
			good.Release()
			bad.Release()
			bytes := app.Window().Get("Uint8Array").New(args[0])
			content := make([]byte, bytes.Get("length").Int())
			app.CopyBytesToGo(content, bytes)
			read[i].Text = string(content)
			finish()
			return nil
		})
		bad = app.FuncOf(func(app.Value, []app.Value) any {
			good.Release()
			bad.Release()
			read[i].Refused = Unreadable
			finish()
			return nil
		})
		file.Call("arrayBuffer").Call("then", good, bad)
	}
}

// Chosen returns the files of an input and empties it, so that the same file
// can be chosen again after it was mended.
func Chosen(input app.Value) []app.Value {
	files := listed(input.Get("files"))
	input.Set("value", "")
	return files
}

func listed(files app.Value) []app.Value {
	var list []app.Value
	for i := range files.Get("length").Int() {
		list = append(list, files.Index(i))
	}
	return list
}

// AcceptDrops takes files that are dropped anywhere on the page while the zone
// of this selector is on the screen. A file dropped elsewhere is refused: the
// browser would leave the page for it, and what was typed would be gone.
func AcceptDrops(ctx app.Context, selector string, take func(app.Context, []app.Value)) {
	doc := Document()
	zone := func() app.Value {
		z := doc.Call("querySelector", selector)
		if z.Truthy() && z.Call("getClientRects").Get("length").Int() > 0 {
			return z
		}
		return nil
	}
	mark := func(over bool) {
		z := zone()
		if z == nil {
			return
		}
		z.Get("classList").Call("toggle", "over", over)
		if over && z.Get("tagName").String() == "DETAILS" {
			z.Set("open", true)
		}
	}
	on := func(name string, handle func(event app.Value)) {
		doc.Call("addEventListener", name, app.FuncOf(func(_ app.Value, args []app.Value) any {
			if data := args[0].Get("dataTransfer"); data.Truthy() && data.Get("types").Call("includes", "Files").Bool() {
				handle(args[0])
			}
			return nil
		}))
	}
	on("dragover", func(event app.Value) {
		if event.Get("defaultPrevented").Bool() {
			return // somebody else takes it
		}
		event.Call("preventDefault")
		if zone() == nil {
			event.Get("dataTransfer").Set("dropEffect", "none")
		}
		mark(true)
	})
	on("dragleave", func(event app.Value) {
		if !event.Get("relatedTarget").Truthy() { // out of the window
			mark(false)
		}
	})
	on("drop", func(event app.Value) {
		if event.Get("defaultPrevented").Bool() {
			return
		}
		event.Call("preventDefault")
		open := zone() != nil
		mark(false)
		if files := listed(event.Get("dataTransfer").Get("files")); open && len(files) > 0 {
			ctx.Dispatch(func(ctx app.Context) { take(ctx, files) })
		}
	})
}

// Download hands a file over, as if it had come from a link.
func Download(name, kind string, data []byte) {
	DownloadBlob(name, app.Window().Get("Blob").New([]any{string(data)}, map[string]any{"type": kind}))
}

// DownloadBlob is Download of what the browser made itself.
func DownloadBlob(name string, blob app.Value) {
	w := app.Window()
	url := w.Get("URL").Call("createObjectURL", blob)
	link := Document().Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")
	w.Get("URL").Call("revokeObjectURL", url)
}
