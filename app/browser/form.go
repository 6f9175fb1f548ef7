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

// Advise writes text beside the field with this id, or takes it away. One that asks
// has a box to say yes, and a button with this label that puts instead into the field.
func Advise(id, text string, asks bool, instead, label string) {
	doc := Document()
	place := doc.Call("getElementById", id+"-advice")
	if !place.Truthy() {
		return
	}
	place.Set("textContent", text)
	if box := doc.Call("getElementById", id+"-sure"); box.Truthy() {
		box.Set("hidden", !asks)
		button := box.Call("querySelector", "button")
		button.Set("hidden", instead == "")
		button.Set("value", instead)
		button.Set("textContent", label)
	}
}

// IsSure reports whether the person has said that the number in this field is right.
func IsSure(id string) bool {
	box := sureBox(id)
	return box.Truthy() && box.Get("checked").Truthy() // anything, in a rehearsal (web/rehearsal.js)
}

// Unsure takes that back.
func Unsure(id string) { sureBox(id).Set("checked", false) }

func sureBox(id string) app.Value {
	return Document().Call("querySelector", "#"+id+"-sure input")
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
