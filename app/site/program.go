package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"bothends/app/ui"
)

// Tags are the build tags of every binary of this project. Without this one
// the validator calls reflect's MethodByName, which keeps every exported
// method of every type: 3.4 MB more of wasm (measured, 13.2 MB and 9.78 MB).
const Tags = "validator_novalidatefn"

// The most bytes that the program may have: as it is compiled by the browser,
// and with gzip, which takes a second where Brotli takes half a minute. Brotli
// sends 0.71 of what gzip sends: 1.34 MB at this ceiling. go-app's own hello, as
// it comes, is 1.40 MB. (Joined data made it a tenth larger as it is compiled: see shed.)
const (
	ProgramCeiling       = 10_100_000
	ProgramCeilingZipped = 1_885_000
)

// ProgramPackage is the program for the browser.
const ProgramPackage = "bothends/cmd/wasm"

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

// BuildProgram compiles the program with the Go toolchain on PATH, which must
// be run in the module's folder or below. Replace maps source files to others
// that are compiled, or embedded, in their place.
func BuildProgram(replace map[string]string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "bothends-wasm-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	lean, err := leanFlags(dir, replace)
	if err != nil {
		return nil, err
	}
	out := filepath.Join(dir, "app.wasm")
	args := slices.Concat([]string{"build", "-o", out}, buildFlags, lean, []string{ProgramPackage})
	if _, err := goTool(wasmTarget, args...); err != nil {
		return nil, err
	}
	program, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	return shed(program)
}

// wasmTarget is the environment of builds for the browser. GOFLAGS and GOWASM
// of the person who builds would change the bytes.
var wasmTarget = []string{"GOOS=js", "GOARCH=wasm", "GOFLAGS=", "GOWASM="}

// WasmExec returns the toolchain's script that starts its programs. It must be
// of the very toolchain, so go-app's copies are not used.
func WasmExec() ([]byte, error) {
	root, err := goTool(nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	content, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("the Go toolchain has no wasm_exec.js: %w (hint: some systems package it apart; install Go from go.dev)", err)
	}
	return content, nil
}

// Modules lists the libraries inside the program, with the licence that their
// folder holds.
func Modules() ([]ui.Module, error) {
	dir, err := os.MkdirTemp("", "bothends-modules-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	lean, err := leanFlags(dir, nil)
	if err != nil {
		return nil, err
	}
	args := slices.Concat([]string{"list", "-deps", "-tags", Tags, "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}"},
		lean, []string{ProgramPackage})
	out, err := goTool(wasmTarget, args...)
	if err != nil {
		return nil, err
	}
	linked := map[string]bool{}
	for _, path := range strings.Fields(string(out)) {
		if _, own := shown[path]; own || leanModules[path] == "" { // not one that an empty folder stands in for
			linked[path] = true
		}
	}
	// Asked without the flags of the lean program, a module is where its licence is.
	if out, err = goTool(nil, append([]string{"list", "-m", "-json"}, sortedKeys(linked)...)...); err != nil {
		return nil, err
	}
	var modules []ui.Module
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var m struct{ Path, Version, Dir string }
		if err := d.Decode(&m); errors.Is(err, io.EOF) {
			return modules, nil
		} else if err != nil {
			return nil, fmt.Errorf("reading go list: %w", err)
		}
		modules = append(modules, ui.Module{Path: m.Path, Version: m.Version, License: licenceIn(m.Dir)})
	}
}

// licenceIn names the licence of a module by words that only its text has.
func licenceIn(dir string) string {
	names, _ := filepath.Glob(filepath.Join(dir, "LICEN[CS]E*")) // the pattern is well formed
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		text := strings.Join(strings.Fields(string(content)), " ")
		for _, licence := range []struct{ name, words string }{
			{"Apache-2.0", "Apache License Version 2.0"},
			{"MIT", "Permission is hereby granted, free of charge"},
			{"BSD-3-Clause", "Neither the name of"},
			{"BSD-2-Clause", "Redistributions in binary form must reproduce"},
			{"MPL-2.0", "Mozilla Public License"},
			{"ISC", "Permission to use, copy, modify, and/or distribute"},
		} {
			if strings.Contains(text, licence.words) {
				return licence.name
			}
		}
	}
	return ""
}

// goTool runs the go command and returns what it prints.
func goTool(env []string, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), env...)
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("the go command is not on PATH (hint: install Go, or add its bin folder to PATH)")
	case err != nil:
		return nil, fmt.Errorf("go %s failed: %s (hint: run it in the project's folder)", args[0], strings.TrimSpace(problems.String()))
	}
	return out, nil
}
