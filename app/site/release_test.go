package site

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// Two people who build the same source, each in a folder of their own and one
// of them over an earlier site, have the same archive.
func TestArchivesAreTheSameByteForByte(t *testing.T) {
	var archives [][]byte
	for i := range 2 {
		in := small()
		s := mustMake(t, in)
		s.Files = compressed(s.Files, cache{})
		dir := filepath.Join(t.TempDir(), "dist")
		for range i + 1 {
			if err := write(dir, s.Files); err != nil {
				t.Fatal(err)
			}
		}
		files := map[string][]byte{} // in another order, from a disk of another time
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			name, _ := filepath.Rel(dir, path)
			files[filepath.ToSlash(name)], err = os.ReadFile(path)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		archive, err := archived(files)
		if err != nil {
			t.Fatal(err)
		}
		archives = append(archives, archive)

		r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
		if err != nil || len(r.File) != len(s.Files) {
			t.Fatalf("the archive has %d files, want %d (%v)", len(r.File), len(s.Files), err)
		}
		for _, f := range r.File {
			entry, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(entry)
			if err != nil || !bytes.Equal(content, s.Files[f.Name]) {
				t.Errorf("%s is not the file of the site (%v)", f.Name, err)
			}
			if !f.Modified.Equal(beginning) || f.Mode() != 0o644 {
				t.Errorf("%s is of %v, mode %v", f.Name, f.Modified, f.Mode())
			}
		}
	}
	if !bytes.Equal(archives[0], archives[1]) {
		t.Error("two archives of the same source differ")
	}
}
