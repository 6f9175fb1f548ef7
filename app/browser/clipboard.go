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
	var shared, failed app.Func
	release := func() {
		shared.Release()
		failed.Release()
	}
	shared = app.FuncOf(func(app.Value, []app.Value) any {
		release()
		return nil
	})
	failed = app.FuncOf(func(_ app.Value, args []app.Value) any {
		release()
		if args[0].Get("name").String() != "AbortError" {
			refused()
		}
		return nil
	})
	app.Window().Get("navigator").Call("share", map[string]any{"text": text}).Call("then", shared, failed)
}
