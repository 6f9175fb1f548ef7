package program

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Module is a library inside the program.
type Module struct {
	Path    string // "github.com/maxence-charriere/go-app/v10"
	Version string // "v10.1.11"
	License string // SPDX identifier; "" if its folder has none that is known
}

// modulesOf lists the libraries inside the program of these flags (see sourceFlags),
// with the licence that their folder holds.
func modulesOf(flags []string, plain bool) ([]Module, error) {
	args := slices.Concat([]string{"list", "-deps", "-tags", Tags, "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}"},
		flags, []string{mainPackage})
	out, err := goTool(wasmTarget, args...)
	if err != nil {
		return nil, err
	}
	linked := map[string]bool{}
	for _, path := range strings.Fields(string(out)) {
		if _, own := overlaid[path]; plain || own || leanModules[path] == "" { // not one that an empty folder stands in for
			linked[path] = true
		}
	}
	// Asked without the flags of the lean program, a module is where its licence is.
	if out, err = goTool(nil, append([]string{"list", "-m", "-json"}, slices.Sorted(maps.Keys(linked))...)...); err != nil {
		return nil, err
	}
	var modules []Module
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var m struct{ Path, Version, Dir string }
		if err := d.Decode(&m); errors.Is(err, io.EOF) {
			return modules, nil
		} else if err != nil {
			return nil, fmt.Errorf("reading go list: %w", err)
		}
		modules = append(modules, Module{Path: m.Path, Version: m.Version, License: licenceIn(m.Dir)})
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
