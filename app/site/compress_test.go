package site

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestCompressed(t *testing.T) {
	noise := make([]byte, 2000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	text := bytes.Repeat([]byte("again and "), 100)
	got := compressed(map[string][]byte{
		"a.html": text, "a.png": text, "short.css": text[:100], "noise.js": noise,
	}, cache{})
	want := map[string]bool{"a.html": true, "a.html.br": true, "a.html.gz": true, "a.png": true, "short.css": true, "noise.js": true}
	for name := range got {
		if !want[name] {
			t.Errorf("%s is there", name)
		}
	}
	for name := range want {
		if got[name] == nil {
			t.Errorf("%s is not there", name)
		}
	}
	if !unsqueezes(got["a.html.br"], text) {
		t.Error("the Brotli copy is not the file")
	}
}

func TestCacheIsNeverBelieved(t *testing.T) {
	c := cache{dir: filepath.Join(t.TempDir(), "new")}
	content := bytes.Repeat([]byte("0123456789abcdef"), slowToCompress/16)
	want := squeezed(content, squeeze)
	if got := c.brotli(content); !bytes.Equal(got, want) {
		t.Fatal("the first time differs")
	}
	names, err := filepath.Glob(filepath.Join(c.dir, "*"))
	if err != nil || len(names) != 1 {
		t.Fatalf("got entries %v (%v), want one", names, err)
	}
	for _, damage := range [][]byte{nil, []byte("nonsense"), squeezed([]byte("another file"), squeeze)} {
		if err := os.WriteFile(names[0], damage, 0o644); err != nil {
			t.Fatal(err)
		}
		if got := c.brotli(content); !bytes.Equal(got, want) {
			t.Errorf("a damaged entry %q was used", damage)
		}
	}
	// Quick uses what is there, and keeps nothing that is less compressed.
	other := append(content[1:], 'x')
	c.quick = true
	if got := c.brotli(content); !bytes.Equal(got, want) {
		t.Error("quick does not use the cache")
	}
	if small := c.brotli(other); !unsqueezes(small, other) {
		t.Error("quick is wrong")
	}
	if names, _ = filepath.Glob(filepath.Join(c.dir, "*")); len(names) != 1 {
		t.Errorf("quick keeps what it made: %v", names)
	}
}

func TestCacheStaysSmall(t *testing.T) {
	c := cache{dir: t.TempDir()}
	for i := range entriesKept + 5 {
		name := filepath.Join(c.dir, "entry-"+string(rune('a'+i)))
		c.keep(name, []byte("x"))
		when := time.Unix(int64(1000+i), 0)
		if err := os.Chtimes(name, when, when); err != nil {
			t.Fatal(err)
		}
	}
	c.prune()
	names, err := filepath.Glob(filepath.Join(c.dir, "*"))
	if err != nil || len(names) != entriesKept || filepath.Base(names[0]) != "entry-f" {
		t.Errorf("got %v (%v), want the %d newest", names, err, entriesKept)
	}
}
