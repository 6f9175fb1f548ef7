package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Print opens the browser's way of printing.
// Firefox for Android before 114 has none.
func Print() {
	if app.Window().Get("print").Truthy() {
		app.Window().Call("print")
	}
}

// PrintOnly prints a part of the page, which web/result.css knows by its name.
// Printing takes the mark away again (see OnPrint).
func PrintOnly(part string) {
	RootData().Set("print", part)
	MarkAround()
	Print()
}

// alone are the classes of what can be printed by itself.
var alone = []string{"note", "sheet"}

// MarkAround marks what stands around each of them, for the stylesheet, with the
// class "holds-" and its name. Not every browser knows :has().
func MarkAround() {
	for _, name := range alone {
		class := "holds-" + name
		for {
			marked := Document().Call("querySelector", "."+class)
			if !marked.Truthy() {
				break
			}
			marked.Get("classList").Call("remove", class)
		}
		part := Document().Call("querySelector", "."+name)
		if !part.Truthy() || !part.Get("firstChild").Truthy() {
			continue
		}
		for e := part.Get("parentElement"); e.Truthy(); e = e.Get("parentElement") {
			e.Get("classList").Call("add", class)
		}
	}
}

// OnPrint calls prepare before the page is printed, however that began, and brings
// the page back afterwards. Both must happen before the event is over: a dispatched
// function would come too late.
func OnPrint(prepare func()) {
	w := app.Window()
	w.Call("addEventListener", "beforeprint", app.FuncOf(func(app.Value, []app.Value) any {
		prepare()
		MarkAround()
		return nil
	}))
	w.Call("addEventListener", "afterprint", app.FuncOf(func(app.Value, []app.Value) any {
		RootData().Delete("print")
		return nil
	}))
}

// OpenFolds opens folds for paper; those that were closed are closed again once the
// page is printed.
func OpenFolds(selector string) {
	folds := Document().Call("querySelectorAll", selector)
	var opened []app.Value
	for i := range folds.Get("length").Int() {
		if fold := folds.Index(i); !fold.Get("open").Bool() {
			fold.Set("open", true)
			opened = append(opened, fold)
		}
	}
	var closing app.Func
	closing = app.FuncOf(func(app.Value, []app.Value) any {
		app.Window().Call("removeEventListener", "afterprint", closing)
		closing.Release()
		for _, fold := range opened {
			fold.Set("open", false)
		}
		return nil
	})
	app.Window().Call("addEventListener", "afterprint", closing)
}

// Today is the day on the person's clock, "2026-11-25".
func Today() string {
	// Swedish writes dates as ISO 8601 does, and in local time.
	return app.Window().Get("Date").New().Call("toLocaleDateString", "sv").String()
}
