package e2e

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A Neighbour is another site, of somebody who puts the check-up into their
// pages. It goes by another name than the host, so that browsers keep the two
// apart as they do on the network.
type Neighbour struct{ URL string }

// NewNeighbour serves pages by their path until the test ends. {site} in a page
// is the address of the host with its base.
func NewNeighbour(t testing.TB, host *Host, pages map[string]string) *Neighbour {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page, ok := pages[r.URL.Path]
		if !ok {
			// Also for the icon that browsers ask for by themselves.
			w.WriteHeader(http.StatusNoContent)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(strings.ReplaceAll(page, "{site}", host.URL+host.Base)))
	}))
	t.Cleanup(func() {
		s.CloseClientConnections()
		s.Close()
	})
	return &Neighbour{strings.Replace(s.URL, "127.0.0.1", "localhost", 1)}
}
