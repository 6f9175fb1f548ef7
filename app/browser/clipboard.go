package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// CopyField hands the text of a field to the clipboard. Where the page may not (a
// frame, an old browser), the text is selected, for the person to copy it.
func CopyField(ctx app.Context, id string, done func(copied bool)) {
	choose := func() {
		field := app.Window().GetElementByID(id)
		field.Call("focus")
		field.Call("select")
		done(Document().Call("execCommand", "copy").Bool())
	}
	clipboard := app.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		choose()
		return
	}
	var good, bad app.Func
	after := func(what func()) app.Func {
		return app.FuncOf(func(app.Value, []app.Value) any {
			good.Release()
			bad.Release()
			ctx.Dispatch(func(app.Context) { what() })
			return nil
		})
	}
	good, bad = after(func() { done(true) }), after(choose)
	clipboard.Call("writeText", app.Window().GetElementByID(id).Get("value").String()).Call("then", good, bad)
}

// SharesText reports whether the system has a way to hand text on.
func SharesText() bool { return app.Window().Get("navigator").Get("share").Truthy() }

// ShareText hands text on. refused is called where that was not allowed, as in some
// frames, and not for a reader who thought better of it.
func ShareText(text string, refused func()) {
	share(map[string]any{"text": text}, func(shared bool) {
		if !shared {
			refused()
		}
	})
}

// share calls done unless the reader thought better of it.
func share(data map[string]any, done func(shared bool)) {
	var good, bad app.Func
	after := func(shared bool) app.Func {
		return app.FuncOf(func(_ app.Value, args []app.Value) any {
			good.Release()
			bad.Release()
			if shared || args[0].Get("name").String() != "AbortError" {
				done(shared)
			}
			return nil
		})
	}
	good, bad = after(true), after(false)
	app.Window().Get("navigator").Call("share", data).Call("then", good, bad)
}
