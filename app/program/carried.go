package program

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
)

// A released command carries the program, so that building a site needs no Go. It
// is compiled with the build tag of released.go; any other compiles the program
// anew.

// carried holds the files of a released command, and is nil in any other.
var carried fs.FS

// IsCarried reports whether Build needs no Go toolchain.
func IsCarried() bool { return carried != nil }

// The files that a released command carries.
const (
	carriedFolder  = "released"
	carriedWasm    = "app.wasm.gz" // 10 MB as it is
	carriedExec    = "wasm_exec.js"
	carriedModules = "modules.json"
)

// pack writes p as the files that a command carries, by name.
func pack(p Program) (map[string][]byte, error) {
	modules, err := json.Marshal(p.Modules)
	if err != nil {
		return nil, err
	}
	var wasm bytes.Buffer
	w, err := gzip.NewWriterLevel(&wasm, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(p.Wasm); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return map[string][]byte{carriedWasm: wasm.Bytes(), carriedExec: p.Exec, carriedModules: modules}, nil
}

// unpack is the opposite of pack.
func unpack(files fs.FS) (Program, error) {
	var p Program
	content := map[string][]byte{}
	for _, name := range []string{carriedWasm, carriedExec, carriedModules} {
		var err error
		if content[name], err = fs.ReadFile(files, carriedFolder+"/"+name); err != nil {
			return p, err
		}
	}
	r, err := gzip.NewReader(bytes.NewReader(content[carriedWasm]))
	if err == nil {
		p.Wasm, err = io.ReadAll(r)
	}
	if err == nil {
		err = json.Unmarshal(content[carriedModules], &p.Modules)
	}
	if err != nil {
		return Program{}, fmt.Errorf("the program that this command carries cannot be read: %w", err)
	}
	p.Exec = content[carriedExec]
	return p, nil
}
