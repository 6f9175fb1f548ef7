package e2e

import (
	"crypto/sha256"
	"runtime"
	"sync"
	"testing"
	"time"
)

// A short run (make test, go test -short) is the core set: every promise, and
// every kind of fault once. What else there is, the long tail, make test-all runs
// too. What a short run leaves out says so, and which is which stands beside the
// journey: nothing is left out in another way.

// core marks a journey that a short run leaves out unless it is kept.
func core(t testing.TB, kept bool) {
	t.Helper()
	if testing.Short() && !kept {
		t.Skip("part of the long tail: make test-all")
	}
}

// long marks a journey of the long tail.
func long(t testing.TB) {
	t.Helper()
	core(t, false)
}

// few is all of what a journey is to meet, and in a short run the first n.
func few[T any](t testing.TB, n int, all []T) []T {
	t.Helper()
	if !testing.Short() || n >= len(all) {
		return all
	}
	t.Logf("%d of %d, the others are part of the long tail: make test-all", n, len(all))
	return all[:n]
}

// patience is how long something may take that is known to come. It is far more
// than anything needs, and on a machine that is slow or busy it is longer still, so
// that neither fails a journey.
var patience = min(max(time.Minute, time.Duration(slowness()*float64(time.Minute))), 10*time.Minute)

// slowness is how many times as long as on a quiet machine a small fixed piece of
// work takes here, now, on as many processors as journeys use.
func slowness() float64 {
	const quiet = 30 * time.Millisecond
	var work sync.WaitGroup
	start := time.Now()
	for range min(cap(atOnce), runtime.NumCPU()) {
		work.Go(func() {
			var sum [sha256.Size]byte
			for range 400_000 {
				sum = sha256.Sum256(sum[:])
			}
		})
	}
	work.Wait()
	return float64(time.Since(start)) / float64(quiet)
}
