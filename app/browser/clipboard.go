package browser

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Clipboard is where text can be copied to; not truthy where the page may not (a
// frame, an old browser).
func Clipboard() app.Value { return app.Window().Get("navigator").Get("clipboard") }
