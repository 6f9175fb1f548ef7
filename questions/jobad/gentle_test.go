package jobad

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// However often a reading rests, and whatever is read meanwhile, it finds what
// reading at once finds, to the byte.
func TestAGentleReadingReadsTheSame(t *testing.T) {
	r := reader(t)
	random := rand.New(rand.NewPCG(1, 2))
	all := texts(t)
	whole := strings.Join(all, "\n\n")
	for range 200 { // pieces that begin and end anywhere
		from := random.IntN(len(whole))
		all = append(all, whole[from:min(len(whole), from+random.IntN(8000))])
	}
	all = append(all, whole, strings.ReplaceAll(whole, "\n", " "))
	for i, text := range all {
		want, rests := asJSON(t, r.Read(text)), 0
		ad, finished := r.ReadGently(text, func() bool {
			if rests++; rests%50 == 1 {
				other := all[random.IntN(len(all)-2)]
				r.Read(other[:min(len(other), 500)])
			}
			return true
		})
		if got := asJSON(t, ad); !finished || got != want {
			t.Errorf("text %d (finished: %v):\n%s\nreads  %s\nand was %s", i, finished, text, got, want)
		}
		if least := len(text) / 2000; rests < least {
			t.Errorf("text %d of %d bytes: %d rests", i, len(text), rests)
		}
	}
}

// A reading that is given up ends at once, wherever it is.
func TestAReadingThatIsGivenUpEnds(t *testing.T) {
	r := reader(t)
	data, err := os.ReadFile(filepath.Join("testdata", "ads", "agency-en.txt"))
	if err != nil {
		t.Fatal(err)
	}
	all := 0
	r.ReadGently(string(data), func() bool { all++; return true })
	for last := 1; last <= all; last++ {
		rests := 0
		ad, finished := r.ReadGently(string(data), func() bool { rests++; return rests < last })
		if finished || rests != last {
			t.Errorf("given up at rest %d of %d: finished is %v, and there were %d", last, all, finished, rests)
		}
		if len(ad.Responsibilities)+len(ad.RedFlags) > 0 {
			t.Errorf("given up at rest %d, it found %v", last, ad)
		}
	}
}
