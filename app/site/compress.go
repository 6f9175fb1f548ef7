package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"github.com/andybalholm/brotli"
)

// compressible are the kinds of files that shrink. PNG is compressed already.
var compressible = set(".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest", ".xml")

// worthCompressing is the least size in bytes: below, headers weigh more.
const worthCompressing = 512

// compressed adds a Brotli and a gzip copy of every file that shrinks. Hosts
// without a compressor of their own, or with a quicker one, send the copies.
func compressed(files map[string][]byte, c cache) map[string][]byte {
	out := map[string][]byte{}
	for name, content := range files {
		out[name] = content
		if !compressible[path.Ext(name)] || len(content) < worthCompressing {
			continue
		}
		for ext, small := range map[string][]byte{".br": c.brotli(content), ".gz": zipped(content)} {
			if len(small) < len(content) {
				out[name+ext] = small
			}
		}
	}
	return out
}

func zipped(content []byte) []byte {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		panic(err) // the level is valid
	}
	w.Write(content) // a Buffer does not fail
	w.Close()
	return b.Bytes()
}

// A cache is a folder for what takes long to compress: the wasm needs a good
// half minute. Entries are named after what they are made from, so they
// cannot be out of date.
type cache struct {
	dir   string // "" is no cache
	quick bool   // what is not there yet is compressed in a second, not as far
}

// userCache is the cache of the person who builds, or none.
func userCache() cache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return cache{}
	}
	return cache{dir: filepath.Join(dir, "bothends", "brotli")}
}

// slowToCompress is the size in bytes from which the cache is asked.
const slowToCompress = 1 << 20

func (c cache) brotli(content []byte) []byte {
	if c.dir == "" || len(content) < slowToCompress {
		return squeezed(content, squeeze)
	}
	sum := sha256.Sum256(content)
	name := filepath.Join(c.dir, squeezeName+"-"+hex.EncodeToString(sum[:]))
	if small, err := os.ReadFile(name); err == nil && unsqueezes(small, content) {
		return small
	}
	if c.quick {
		return squeezed(content, brotli.WriterOptions{Quality: 5, LGWin: 24})
	}
	small := squeezed(content, squeeze)
	c.keep(name, small)
	return small
}

// keep writes an entry whole or not at all. A cache that cannot be written
// only costs time, so problems are not reported.
func (c cache) keep(name string, content []byte) {
	if os.MkdirAll(c.dir, 0o755) != nil {
		return
	}
	f, err := os.CreateTemp(c.dir, "new-*")
	if err != nil {
		return
	}
	_, err = f.Write(content)
	if closed := f.Close(); err == nil && closed == nil && os.Rename(f.Name(), name) == nil {
		c.prune()
		return
	}
	os.Remove(f.Name())
}

// entriesKept are enough for a few branches and path prefixes; each has a
// megabyte or two.
const entriesKept = 12

// prune removes the oldest entries, which nobody will build again.
func (c cache) prune() {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	age := map[string]time.Time{}
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			age[e.Name()] = info.ModTime()
		}
	}
	newest := slices.SortedFunc(maps.Keys(age), func(a, b string) int { return age[b].Compare(age[a]) })
	for _, name := range newest[min(entriesKept, len(newest)):] {
		os.Remove(filepath.Join(c.dir, name))
	}
}

// squeeze are the strongest settings: a window of 16 MB holds all of the wasm,
// which saves 17 kB of 2.15 MB against the usual 4 MB (measured).
var squeeze = brotli.WriterOptions{Quality: 11, LGWin: 24}

// squeezeName changes when other settings would give other bytes.
const squeezeName = "11-24"

func squeezed(content []byte, o brotli.WriterOptions) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterOptions(&b, o)
	w.Write(content) // a Buffer does not fail
	w.Close()
	return b.Bytes()
}

// unsqueezes reports whether small is really the compressed content: a cache
// folder can be damaged, a site must not.
func unsqueezes(small, content []byte) bool {
	var b bytes.Buffer
	_, err := b.ReadFrom(brotli.NewReader(bytes.NewReader(small)))
	return err == nil && bytes.Equal(b.Bytes(), content)
}
