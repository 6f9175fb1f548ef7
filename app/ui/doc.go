// Package ui draws Both Ends with go-app components.
package ui

import _ "github.com/maxence-charriere/go-app/v10/pkg/app"
