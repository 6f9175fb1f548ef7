package browser

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// MarkField writes text beside the field with this id, or takes it away.
func MarkField(id, text string) {
	doc := Document()
	place := doc.Call("getElementById", id+"-problem")
	if !place.Truthy() {
		return
	}
	place.Set("textContent", text)
	place.Set("hidden", text == "")
	field := doc.Call("getElementById", id)
	if text == "" {
		field.Call("removeAttribute", "aria-invalid")
	} else {
		field.Call("setAttribute", "aria-invalid", "true")
	}
}

// FormState is what a form holds, in one text: name and value of everything that is
// filled in or ticked, in document order.
func FormState(form app.Value) string {
	w := app.Window()
	data := w.Get("FormData").New(form)
	return w.Get("JSON").Call("stringify", w.Get("Array").Call("from", data)).String()
}

// FormEntries reads what FormState returns.
func FormEntries(held string) [][2]string {
	var pairs [][2]string
	if err := json.Unmarshal([]byte(held), &pairs); err != nil {
		app.Log("reading the form:", err)
	}
	return pairs
}
