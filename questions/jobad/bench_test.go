package jobad

import (
	"os"
	"strings"
	"testing"
)

// sample is an own ad repeated to about 4 kB.
func sample(tb testing.TB) string {
	data, err := os.ReadFile("testdata/ads/agency-en.txt")
	if err != nil {
		tb.Fatal(err)
	}
	text := string(data)
	for len(text) < 4000 {
		text += "\n\n" + string(data)
	}
	return text[:4000]
}

func BenchmarkRead(b *testing.B) {
	r := reader(b)
	text := sample(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Read(text)
	}
}

func BenchmarkReadLong(b *testing.B) {
	r := reader(b)
	text := strings.Repeat(sample(b)+"\n\n", 25)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r.Read(text)
	}
}

func BenchmarkLoad(b *testing.B) {
	fsys := os.DirFS(lexicon)
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Load(fsys); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
