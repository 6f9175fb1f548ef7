package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// NextTask does something in the next task of the browser. After some milliseconds
// of work Context.After would do it in this one, because its time has come.
func NextTask(ctx app.Context, do func(app.Context)) {
	var once app.Func
	once = app.FuncOf(func(app.Value, []app.Value) any {
		once.Release()
		ctx.Dispatch(do)
		return nil
	})
	app.Window().Call("setTimeout", once)
}

// OnceDrawn does something in the task after the one in which go-app puts what
// has changed on the screen: so the browser lays that out in between.
func OnceDrawn(ctx app.Context, do func(app.Context)) {
	ctx.Defer(func(ctx app.Context) { NextTask(ctx, do) })
}
