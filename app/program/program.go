// Package program compiles the program for the browser, cmd/wasm, as small as it
// can be made.
//
//	program.go    Build: the compiled program and what it needs beside it
//	toolchain.go  the go command; modules.go the libraries inside, with licences
//	lean.go       what of three libraries is not compiled; unused.go: what follows
//	segments.go   what is taken out of the compiled program; functions.go a part of it
//	command.go    the command for a system, with the program inside; carried.go reads it
//
// README.md says what each step saves, and what to do when a library or a release
// of Go no longer fits.
package program

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// Tags are the build tags of every binary of this project. Without this one
// the validator calls reflect's MethodByName, which keeps every exported
// method of every type: 3.4 MB more of wasm (measured, 13.2 MB and 9.78 MB).
const Tags = "validator_novalidatefn"

// The most bytes that the program may have: as it is compiled by the browser,
// and with gzip, which takes a second where Brotli takes half a minute. Brotli
// sends 0.70 of what gzip sends: 1.22 MB at this ceiling. go-app's own hello, as it
// comes, is 1.40 MB. (As it is compiled, half a megabyte are zeros that cost nothing
// on the way: see shrinkWasm. Amounts as people write them, and doubts about slips,
// are 100 kB, 15 kB with gzip; acts, what they take and what would narrow a result, 55
// and 8; a result's first screen, and print of everything, 40 and 4;
// an ad turned round for its writer, rich text and messages, 45 and 10; the log of
// hours 211 and 42, as measured with and without its root.)
const (
	Ceiling       = 10_840_000
	CeilingZipped = 1_857_000
)

// mainPackage is the program for the browser.
const mainPackage = "bothends/cmd/wasm"

// Options say what is compiled.
type Options struct {
	// Plain leaves out all that makes the program small but for the compiler's
	// own flags. It compiles with any version of the libraries and of Go.
	Plain bool
	Wasm  string // a program that was compiled before; "" compiles it
}

// A Program is what a browser runs.
type Program struct {
	Wasm    []byte
	Exec    []byte   // wasm_exec.js of the toolchain that compiled Wasm, which starts it
	Modules []Module // the libraries inside, by path
}

// Build returns the program: the one that a released command carries, or one that
// it compiles with the Go toolchain on PATH, which must be run in the module's
// folder or below.
func Build(o Options) (Program, error) {
	if carried == nil {
		return compiled(o)
	}
	if o == (Options{}) {
		return unpack(carried)
	}
	p, err := compiled(o)
	if err != nil {
		err = fmt.Errorf("this command carries one program, and -plain and -wasm need another: %w", err)
	}
	return p, err
}

// compiled is Build without a carried program.
func compiled(o Options) (Program, error) {
	var p Program
	dir, err := os.MkdirTemp("", "bothends-program-")
	if err != nil {
		return p, err
	}
	defer os.RemoveAll(dir)
	flags, err := sourceFlags(dir, o.Plain)
	if err != nil {
		return p, err
	}
	if p.Modules, err = modulesOf(flags, o.Plain); err != nil {
		return p, err
	}
	if p.Exec, err = wasmExec(); err != nil {
		return p, err
	}
	if o.Wasm != "" {
		p.Wasm, err = os.ReadFile(o.Wasm)
		return p, err
	}
	p.Wasm, err = compile(flags, filepath.Join(dir, "app.wasm"), o.Plain)
	return p, err
}

// buildFlags make the wasm small and the same on every machine: no symbol
// tables, no paths, no revision of the working copy. Inlining is switched off
// except in the runtime: copies of small functions make up a tenth of the
// transfer (0.16 of 1.81 MB, measured), and what they speed up is mostly the
// runtime's own memory and map code. Without inlining there too, 0.05 MB less
// would travel, but starting takes twice as long.
var buildFlags = []string{
	"-tags", Tags, "-trimpath", "-buildvcs=false", "-ldflags=-s -w",
	"-gcflags=all=-l", "-gcflags=runtime=", "-gcflags=internal/runtime/...=",
}

// compile writes the program of these flags to out, and returns it as small as it can be.
func compile(flags []string, out string, plain bool) ([]byte, error) {
	args := slices.Concat([]string{"build", "-o", out}, buildFlags, flags, []string{mainPackage})
	if _, err := goTool(wasmTarget, args...); err != nil {
		return nil, err
	}
	wasm, err := os.ReadFile(out)
	if err != nil || plain {
		return wasm, err
	}
	return shrinkWasm(wasm)
}

// wasmTarget is the environment of builds for the browser. GOFLAGS and GOWASM
// of the person who builds would change the bytes.
var wasmTarget = []string{"GOOS=js", "GOARCH=wasm", "GOFLAGS=", "GOWASM="}
