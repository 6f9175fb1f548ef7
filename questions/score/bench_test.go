package score_test

import (
	"os"
	"testing"

	"bothends/questions/score"
)

func BenchmarkScore(b *testing.B) {
	m := model(b)
	a := form(evenForm(1), "responsibilities", roles[:12])
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Score(a, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScoreWithGaps(b *testing.B) {
	m := model(b)
	a, ratio := workedExample()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Score(a, &ratio); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	p := pack(b)
	fsys := os.DirFS(folder)
	for b.Loop() {
		if _, problems := score.Load(fsys, p); len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}
