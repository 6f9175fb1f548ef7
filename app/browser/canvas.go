package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// PNG makes a picture of the drawing at this address. What done gets is nil where the
// browser cannot.
func PNG(ctx app.Context, address string, width, height int, done func(app.Context, app.Value)) {
	var loaded, failed, made app.Func
	finish := func(blob app.Value) {
		for _, f := range []app.Func{loaded, failed, made} {
			f.Release()
		}
		ctx.Dispatch(func(ctx app.Context) { done(ctx, blob) })
	}
	image := app.Window().Get("Image").New()
	loaded = app.FuncOf(func(app.Value, []app.Value) any {
		defer func() {
			if recover() != nil { // no canvas, or none that gives its picture away
				finish(nil)
			}
		}()
		canvas := Document().Call("createElement", "canvas")
		canvas.Set("width", width)
		canvas.Set("height", height)
		canvas.Call("getContext", "2d").Call("drawImage", image, 0, 0, width, height)
		canvas.Call("toBlob", made, "image/png")
		return nil
	})
	made = app.FuncOf(func(_ app.Value, args []app.Value) any {
		if args[0].Truthy() {
			finish(args[0])
		} else {
			finish(nil)
		}
		return nil
	})
	failed = app.FuncOf(func(app.Value, []app.Value) any {
		finish(nil)
		return nil
	})
	image.Set("onload", loaded)
	image.Set("onerror", failed)
	image.Set("src", address)
}

// CanShare reports whether the browser has a way of sharing, perhaps not for files.
func CanShare() bool { return app.Window().Get("navigator").Get("canShare").Truthy() }

// Share hands a file to the system's way of sharing. Done is not called when the person
// thought better of it.
func Share(ctx app.Context, name string, blob app.Value, done func(ctx app.Context, shared bool)) {
	navigator := app.Window().Get("navigator")
	file := app.Window().Get("File").New([]any{blob}, name, map[string]any{"type": blob.Get("type")})
	data := map[string]any{"files": []any{file}}
	if !navigator.Call("canShare", data).Bool() {
		done(ctx, false)
		return
	}
	share(data, func(shared bool) { ctx.Dispatch(func(ctx app.Context) { done(ctx, shared) }) })
}
