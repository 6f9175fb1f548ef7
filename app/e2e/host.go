package e2e

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"sync"
	"testing"

	"bothends/app/site"
)

// A Host serves a built site on this machine. It remembers every request, and
// can be slow, broken or gone, without a clock: what is held back is let go by
// the test.
type Host struct {
	URL  string // "http://127.0.0.1:1234"
	Base string // path prefix of the site, "/" or "/tools/check/"

	site http.Handler

	mu    sync.Mutex
	seen  []string                 // paths, in order
	held  map[string]chan struct{} // by a part of the path
	wrong map[string]http.Handler
	gone  bool
	line  *slowLine // nil for a network that is quick
}

// NewHost serves the built site in dir until the test ends.
func NewHost(t testing.TB, dir fs.FS) *Host {
	t.Helper()
	handler, base, err := site.Handler(dir)
	if err != nil {
		t.Fatalf("the built site cannot be served: %v", err)
	}
	h := &Host{Base: base, site: handler, held: map[string]chan struct{}{}, wrong: map[string]http.Handler{}}
	s := httptest.NewServer(h)
	h.URL = s.URL
	t.Cleanup(func() {
		h.Release("")
		s.CloseClientConnections()
		s.Close()
	})
	return h
}

// Beside puts the built site in dir on the same origin, at its own base, and
// returns that base.
func (h *Host) Beside(t testing.TB, dir fs.FS) string {
	t.Helper()
	other, base, err := site.Handler(dir)
	if err != nil {
		t.Fatalf("the built site cannot be served: %v", err)
	}
	first := h.site
	h.site = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, base) {
			other.ServeHTTP(w, r)
			return
		}
		first.ServeHTTP(w, r)
	})
	return base
}

func (h *Host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	h.seen = append(h.seen, r.URL.Path)
	gone := h.gone
	var held chan struct{}
	for part, gate := range h.held {
		if names(r.URL.Path, part) {
			held = gate
		}
	}
	answer := h.site
	for part, wrong := range h.wrong {
		if names(r.URL.Path, part) {
			answer = wrong
		}
	}
	if h.line != nil {
		answer = h.line.around(answer)
	}
	h.mu.Unlock()
	if gone {
		drop(w)
		return
	}
	if held != nil {
		select {
		case <-held:
		case <-r.Context().Done():
			return
		}
	}
	answer.ServeHTTP(w, r)
}

// names reports whether a part means this address: a text within it, or a
// pattern such as "page.*.css" for the name of the file.
func names(address, part string) bool {
	if strings.Contains(part, "*") {
		ok, _ := path.Match(part, path.Base(address))
		return ok
	}
	return strings.Contains(address, part)
}

// Hold keeps every answer to a path with this part back until Release.
func (h *Host) Hold(part string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.held[part] = make(chan struct{})
}

// Release lets go what was held back, for this part or for "" everything.
func (h *Host) Release(part string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for key, gate := range h.held {
		if part == "" || key == part {
			close(gate)
			delete(h.held, key)
		}
	}
}

// Break lets answer serve every path with this part; nil mends it.
func (h *Host) Break(part string, answer http.Handler) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.wrong[part] = answer; answer == nil {
		delete(h.wrong, part)
	}
}

// Vanish cuts every connection from now on, as a network that is gone does.
func (h *Host) Vanish() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.gone = true
}

// Return answers again after Vanish.
func (h *Host) Return() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.gone = false
}

// Slow puts a slow mobile network before the host.
func (h *Host) Slow() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.line == nil {
		h.line = &slowLine{}
	}
}

// Seen returns the paths that were asked for, in order.
func (h *Host) Seen() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return append([]string(nil), h.seen...)
}

// Count is how often paths with this part were asked for.
func (h *Host) Count(part string) int {
	n := 0
	for _, address := range h.Seen() {
		if names(address, part) {
			n++
		}
	}
	return n
}

// drop ends the connection without a word.
func drop(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err == nil {
		conn.Close()
	}
}

// Failing answers every request with a status.
func Failing(status int) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, http.StatusText(status), status)
	})
}

// Dropping ends every connection without an answer.
var Dropping http.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { drop(w) })

// Truncating sends the first half of what h would send, then nothing more.
func (h *Host) Truncating() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		whole := httptest.NewRecorder()
		h.site.ServeHTTP(whole, r)
		for name, values := range whole.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(whole.Code)
		w.Write(whole.Body.Bytes()[:whole.Body.Len()/2])
		http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	})
}

// Corrupting sends what h would send with one byte in the middle changed.
func (h *Host) Corrupting() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		plain := r.Clone(r.Context())
		plain.Header.Del("Accept-Encoding") // a broken compression would be noticed sooner
		whole := httptest.NewRecorder()
		h.site.ServeHTTP(whole, plain)
		for name, values := range whole.Header() {
			w.Header()[name] = values
		}
		body := whole.Body.Bytes()
		for i := len(body) / 2; i < len(body)/2+64 && i < len(body); i++ {
			body[i] ^= 0xff
		}
		w.WriteHeader(whole.Code)
		w.Write(body)
	})
}

// Dripping sends what h would send in pieces, one for each value that comes from
// drops, and the rest once drops is closed.
func (h *Host) Dripping(drops <-chan struct{}) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		whole := httptest.NewRecorder()
		h.site.ServeHTTP(whole, r)
		for name, values := range whole.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(whole.Code)
		for body := whole.Body.Bytes(); len(body) > 0; {
			piece := len(body)
			select {
			case _, open := <-drops:
				if open {
					piece = min(piece, 50_000)
				}
			case <-r.Context().Done():
				return
			}
			w.Write(body[:piece])
			http.NewResponseController(w).Flush()
			body = body[piece:]
		}
	})
}
