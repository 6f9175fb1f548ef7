package site

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"bothends/app/program"
	"bothends/questions"
)

// checksumsFile lists the archives as sha256sum -c reads them.
const checksumsFile = "SHA256SUMS"

// An Archive is one file of a release.
type Archive struct{ Name, Sum string }

// Release writes the site as one archive into the folder o.Out, and beside it the
// plugin for WordPress, the command for every system, which builds sites without Go,
// and the checksums of all.
// Whoever builds the same source with the same Go toolchain gets the same bytes,
// and can compare. A zip of a site can be dropped on most hosts as it is.
func Release(o Options) ([]Archive, []error) {
	if o.Quick {
		return nil, []error{questions.WithHint(errors.New("a release is compressed as far as it goes"), "leave out -quick")}
	}
	s, compiled, problems := assemble(o)
	if len(problems) > 0 {
		return nil, problems
	}
	contents := map[string][]byte{}
	var err error
	if contents["both-ends-"+s.Version+".zip"], err = archived(s.Files); err != nil {
		return nil, []error{err}
	}
	if contents["both-ends-wordpress-"+program.Version+".zip"], problems = WordPress(o); len(problems) > 0 {
		return nil, problems
	}
	for _, t := range program.Targets {
		name := "bothends-" + program.Version + "-" + t.String() + ".zip"
		if contents[name], err = commandFor(t, compiled); err != nil {
			return nil, []error{err}
		}
	}
	archives, err := writeRelease(o.Out, contents)
	if err != nil {
		return nil, []error{err}
	}
	return archives, nil
}

// commandFor is the archive of the command for a system.
func commandFor(t program.Target, p program.Program) ([]byte, error) {
	binary, err := program.Command(p, t)
	if err != nil {
		return nil, err
	}
	notices, err := program.Notices(t)
	if err != nil {
		return nil, err
	}
	return archived(map[string][]byte{t.Executable(): binary, "LICENCES.txt": notices})
}

// writeRelease writes files into a folder, with their checksums.
func writeRelease(dir string, contents map[string][]byte) ([]Archive, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	var archives []Archive
	var sums bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(contents)) {
		digest := sha256.Sum256(contents[name])
		archives = append(archives, Archive{name, hex.EncodeToString(digest[:])})
		fmt.Fprintf(&sums, "%x  %s\n", digest, name)
		if err := os.WriteFile(filepath.Join(dir, name), contents[name], 0o644); err != nil {
			return nil, err
		}
	}
	return archives, os.WriteFile(filepath.Join(dir, checksumsFile), sums.Bytes(), 0o644)
}

// beginning is the time of every entry: the first that a zip can hold.
var beginning = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// archived puts files into a zip, in order, with one time and one mode, but for a
// command, which may be run. What is compressed already is stored.
func archived(files map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range sortedKeys(files) {
		header := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: beginning}
		switch filepath.Ext(name) {
		case ".br", ".gz", ".png", ".woff2":
			header.Method = zip.Store
		}
		header.SetMode(0o644)
		if name == "bothends" {
			header.SetMode(0o755)
		}
		entry, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(files[name]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}
