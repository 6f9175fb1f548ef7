package e2e

import (
	"net/http"
	"sync"
	"time"
)

// A slowLine is the way between a host and one reader on a slow mobile network. It is slow
// at the host, because the browser can slow the page down and not what its workers fetch,
// which is the program. All who ask share it, as they share the network.
type slowLine struct {
	mu   sync.Mutex
	free time.Time // when it has carried all that was given to it
}

const (
	lineLatency = 150 * time.Millisecond // to the host and back
	lineRate    = 1.6e6 / 8              // bytes a second
	linePiece   = 4096                   // bytes that are carried at a time
)

// carry returns when n more bytes have arrived.
func (l *slowLine) carry(n int) {
	l.mu.Lock()
	if now := time.Now(); l.free.Before(now) {
		l.free = now
	}
	l.free = l.free.Add(time.Duration(float64(n) / lineRate * float64(time.Second)))
	arrived := l.free
	l.mu.Unlock()
	time.Sleep(time.Until(arrived))
}

// around puts the line before a handler.
func (l *slowLine) around(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(lineLatency)
		h.ServeHTTP(&slowWriter{w, l}, r)
	})
}

type slowWriter struct {
	http.ResponseWriter
	line *slowLine
}

func (w *slowWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *slowWriter) Write(content []byte) (written int, err error) {
	for len(content) > 0 {
		piece := content[:min(len(content), linePiece)]
		w.line.carry(len(piece))
		n, err := w.ResponseWriter.Write(piece)
		written += n
		if err != nil {
			return written, err
		}
		http.NewResponseController(w.ResponseWriter).Flush() // what it cannot flush comes a little later
		content = content[len(piece):]
	}
	return written, nil
}
