package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// AddEventListener calls handler on the program's own goroutine. The listeners live as
// long as the page, so they are never released.
func AddEventListener(ctx app.Context, target app.Value, event string, handler func(app.Context, app.Event)) {
	target.Call("addEventListener", event, app.FuncOf(func(this app.Value, args []app.Value) any {
		ctx.Dispatch(func(ctx app.Context) { handler(ctx, app.Event{Value: args[0]}) })
		return nil
	}))
}

func Document() app.Value { return app.Window().Get("document") }

// Has reports whether the document has an element with this id.
func Has(id string) bool { return app.Window().GetElementByID(id).Truthy() }

// Location is the address of the page.
func Location() app.Value { return app.Window().Get("location") }
