package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Adopt prepares the document for go-app, which replaces the first element of
// the body: the live region is moved there, and a mark stays in its place.
// It must run before the app starts.
func Adopt() {
	doc := Document()
	// go-app scrolls to the fragment of the address when it has started, and the
	// reader may be elsewhere by then: it does not get to see it.
	if hash := app.Window().Get("location").Get("hash"); hash.Truthy() {
		fragment = hash.String()
		readdress("#")
	}
	region := doc.Call("getElementById", "live")
	if !region.Truthy() {
		return
	}
	mark := doc.Call("createElement", "div")
	mark.Set("id", "live-place")
	region.Call("replaceWith", mark)
	doc.Get("body").Call("prepend", region)
}

// fragment is that of the address while the app starts.
var fragment string

// readdress changes the fragment in the address bar and nothing else: no entry
// in the history, no event, no scrolling.
func readdress(fragment string) {
	history := app.Window().Get("history")
	history.Call("replaceState", history.Get("state"), "", fragment)
}

// Settle puts a root that has started back where Adopt found it.
func Settle(root app.Value) {
	if fragment != "" {
		readdress(fragment)
		fragment = ""
	}
	// go-app turns clicks on links into navigation inside the program. Every
	// page here is a document of its own, so links do what links do.
	app.Window().Set("onclick", nil)
	app.Window().Set("onpopstate", nil)
	if mark := Document().Call("getElementById", "live-place"); mark.Truthy() {
		mark.Call("replaceWith", root)
	}
}
