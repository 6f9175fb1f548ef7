package site

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"time"

	"bothends/questions"
)

// checksumsFile lists the archive as sha256sum -c reads it.
const checksumsFile = "SHA256SUMS"

// Release writes the site as one archive with its checksum into the folder
// o.Out. Whoever builds the same source with the same Go toolchain gets the
// same bytes, and can compare. A zip can be dropped on most hosts as it is.
func Release(o Options) (archive string, sum string, problems []error) {
	if o.Quick {
		return "", "", []error{questions.WithHint(errors.New("a release is compressed as far as it goes"), "leave out -quick")}
	}
	s, problems := assemble(o)
	if len(problems) > 0 {
		return "", "", problems
	}
	content, err := archived(s.Files)
	if err != nil {
		return "", "", []error{err}
	}
	name := "both-ends-" + s.Version + ".zip"
	digest := sha256.Sum256(content)
	sum = hex.EncodeToString(digest[:])
	if err := os.MkdirAll(o.Out, 0o755); err != nil {
		return "", "", []error{err}
	}
	archive = filepath.Join(o.Out, name)
	for target, content := range map[string][]byte{
		archive:                             content,
		filepath.Join(o.Out, checksumsFile): []byte(sum + "  " + name + "\n"),
	} {
		if err := os.WriteFile(target, content, 0o644); err != nil {
			return "", "", []error{err}
		}
	}
	return archive, sum, nil
}

// beginning is the time of every entry: the first that a zip can hold.
var beginning = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// archived puts files into a zip, in order, with one time and one mode. What is
// compressed already is stored.
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
