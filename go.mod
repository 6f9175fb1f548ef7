module bothends

go 1.26.0

// A release in which no known hole of the standard library is reached
// (make vuln). Go fetches it by itself, unless GOTOOLCHAIN=local.
toolchain go1.26.11

// Tools from npm bring packages in Go that are none of ours.
ignore node_modules

require (
	// Precompresses the built site (pure Go, so no tool has to be installed);
	// linked into the command only, never into the wasm.
	github.com/andybalholm/brotli v1.2.8
	// Drives Chromium in the browser journeys of app/e2e: a test tool, linked
	// into neither the command nor the wasm.
	github.com/chromedp/cdproto v0.159.0
	github.com/chromedp/chromedp v0.23.0
	// Bundles and minifies web/ (scripts, stylesheets); linked into the command
	// only, never into the wasm.
	github.com/evanw/esbuild v0.28.2
	// Checks the structure of packs and the values of answers (built with the
	// tag validator_novalidatefn, which keeps the linker's dead-code elimination).
	github.com/go-playground/validator/v10 v10.30.6
	// The screen: components rendered to static HTML and, in the browser, as WebAssembly.
	github.com/maxence-charriere/go-app/v10 v10.1.11
	// Makes the QR code of a poster ("bothends poster"), and reads it again in a test:
	// pure Go, no library of its own at run time; linked into the command only.
	github.com/piglig/go-qr v1.1.0
	// Runs the command's tests as scripts of what a person types (testscript).
	github.com/rogpeppe/go-internal v1.16.0
	// Holds packs against their JSON Schemas in tests; linked into nothing else.
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.2
	// Reads the workbooks of the BLS and the ONS for "bothends refresh"; linked
	// into the command only, never into the wasm.
	github.com/xuri/excelize/v2 v2.11.1
	// The Go fonts and their outlines, for the words of link previews and posters, which
	// no font of a machine may change; linked into the command only.
	golang.org/x/image v0.47.0
	// Parses built pages in tests as a browser would, to compare trees.
	golang.org/x/net v0.62.0
	// Holds what the program is told of a questionnaire and a language in one file
	// (txtar), which pages fetch beside the program.
	golang.org/x/tools v0.51.0
)

require (
	github.com/gabriel-vasile/mimetype v1.4.16 // indirect
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/go-playground/locales v0.14.2 // indirect
	github.com/go-playground/universal-translator v0.18.2 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/leodido/go-urn v1.5.0 // indirect
	github.com/richardlehane/mscfb v1.0.9 // indirect
	github.com/richardlehane/msoleps v1.0.6 // indirect
	github.com/tiendc/go-deepcopy v1.7.2 // indirect
	github.com/xuri/efp v0.0.3-0.20260924042702-217b81952dec // indirect
	github.com/xuri/nfp v0.0.2-0.20250530014748-2ddeb826f9a9 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)
