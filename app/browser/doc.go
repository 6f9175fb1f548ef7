// Package browser is the program's door to the browser: the only package that names
// [app.Window]. It knows no questionnaire and says nothing.
//
//	adopt.go      the root of the page: out of go-app's way, and back in its place
//	border.go     names that the scripts of the page and the program share, as
//	              web/border.d.ts states them
//	document.go   the document, its elements and its address
//	form.go       what a form holds, and what is wrong with a field
//	clock.go      what the clock on the wall shows, and how far it is from UTC
//	turns.go      the next task of the browser, and the one after drawing
//	storage.go    what is kept on the device and for the tab
//	files.go      files that are chosen, dropped and handed over
//	clipboard.go  copying
//	canvas.go     a drawing as a PNG, and sharing it
//	print.go      printing
package browser
