// Package web holds the files of the site that are not Go: stylesheets,
// scripts and icons. They are embedded in the command, never in the program
// for the browser.
//
// A script beside this file is an entry point and becomes one file of the site;
// the folders hold the modules that entry points are made of (app/site/scripts.go).
// border.d.ts says what scripts and the program have in common.
package web

import "embed"

//go:embed *.css *.js *.svg border.d.ts border/*.js boot/*.js colour/*.js page/*.js
var Files embed.FS
