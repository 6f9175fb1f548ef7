// Package web holds the files of the site that are not Go: stylesheets,
// scripts and icons. They are embedded in the command, never in the program
// for the browser.
package web

import "embed"

//go:embed *.css *.js *.svg
var Files embed.FS
