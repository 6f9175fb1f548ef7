package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

// Two who ask at once share the line: what both get takes as long as all of it.
func TestASlowLineIsShared(t *testing.T) {
	const size = 30_000
	s := httptest.NewServer((&slowLine{}).around(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Write(make([]byte, size))
	})))
	t.Cleanup(s.Close)
	start := time.Now()
	var both sync.WaitGroup
	for range 2 {
		both.Go(func() {
			r, err := http.Get(s.URL)
			if err != nil {
				t.Error(err)
				return
			}
			defer r.Body.Close()
			if n, err := io.Copy(io.Discard, r.Body); n != size || err != nil {
				t.Errorf("%d bytes came of %d (%v)", n, size, err)
			}
		})
	}
	both.Wait()
	rate := float64(lineRate)
	if least := lineLatency + time.Duration(2*size/rate*float64(time.Second)); time.Since(start) < least {
		t.Errorf("%d bytes came in %v, want %v at least", 2*size, time.Since(start), least)
	}
}
