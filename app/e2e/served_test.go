package e2e

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"bothends/app/site"
)

// checkServed asks a server for every file in every form and compares its
// answers with those of our own handler, which obeys the rules of the site.
func checkServed(t *testing.T, url, dist string) {
	t.Helper()
	ours, _, err := site.Handler(os.DirFS(dist))
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	err = fs.WalkDir(os.DirFS(dist), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), "_") || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		if ext := path.Ext(name); ext == ".br" || ext == ".gz" {
			return nil
		}
		files++
		content, err := os.ReadFile(filepath.Join(dist, name))
		if err != nil {
			return err
		}
		address := prefix + strings.TrimSuffix(name, "index.html")
		for _, accept := range []string{"gzip, deflate, br, zstd", "gzip", "identity"} {
			got, body := fetch(t, url+address, accept)
			compareAnswers(t, address+" ("+accept+")", got, answerOf(ours, address, accept))
			if plain, err := decoded(got.Header.Get("Content-Encoding"), body); err != nil || !bytes.Equal(plain, content) {
				t.Errorf("%s (%s): the content is not that of the file (%v)", address, accept, err)
			}
		}
		return nil
	})
	if err != nil || files < 30 {
		t.Errorf("%d files were compared (%v)", files, err)
	}

	// Said again in words, so that a mistake in the rules shows.
	page, _ := fetch(t, url+prefix+"en/method/", "br")
	for header, want := range map[string]string{
		"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Content-Encoding": "br",
	} {
		if got := page.Header.Get(header); got != want {
			t.Errorf("%s of a page is %q, want %q", header, got, want)
		}
	}
	if policy := page.Header.Get("Content-Security-Policy"); strings.Contains(policy, "unsafe") || !strings.Contains(policy, "frame-ancestors 'self'") {
		t.Errorf("the policy of a page is %q", policy)
	}

	for _, address := range []string{prefix + "nowhere", prefix + "nowhere/", prefix + "web/gone.0123456789.js", prefix + "_headers", prefix + ".htaccess"} {
		got, _ := fetch(t, url+address, "identity")
		if got.StatusCode != http.StatusNotFound && got.StatusCode != http.StatusForbidden {
			t.Errorf("%s: status %d, want 404", address, got.StatusCode)
		}
		if strings.Contains(got.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s: an answer that says there is nothing may be kept for ever", address)
		}
	}
	got, body := fetch(t, url+prefix+"nowhere", "identity")
	if !bytes.Contains(body, []byte(`data-base="`+prefix)) || got.Header.Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("a page that does not exist is not the site's own: %s\n%.200s", got.Header.Get("Content-Type"), body)
	}
	for address, want := range map[string]string{strings.TrimSuffix(prefix, "/"): prefix, prefix + "fr": prefix + "fr/"} {
		got, _ := fetch(t, url+address, "identity")
		to := strings.TrimPrefix(got.Header.Get("Location"), url)
		if got.StatusCode != http.StatusMovedPermanently && got.StatusCode != http.StatusPermanentRedirect || to != want {
			t.Errorf("%s: status %d to %q, want a redirect to %s", address, got.StatusCode, to, want)
		}
	}
}

func compareAnswers(t *testing.T, what string, got, want *http.Response) {
	t.Helper()
	if got.StatusCode != want.StatusCode {
		t.Errorf("%s: status %d, want %d", what, got.StatusCode, want.StatusCode)
		return
	}
	for _, header := range append([]string{"Content-Type", "Content-Encoding"}, settled...) {
		g, w := fmt.Sprintf("%q", got.Header.Values(header)), fmt.Sprintf("%q", want.Header.Values(header))
		if g != w {
			t.Errorf("%s: %s is %s, want %s", what, header, g, w)
		}
	}
	if want.Header.Get("Content-Encoding") != "" && !strings.Contains(strings.ToLower(strings.Join(got.Header.Values("Vary"), ",")), "accept-encoding") {
		t.Errorf("%s: caches between are not told that the form varies", what)
	}
}

func fetch(t *testing.T, url, accept string) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", accept)
	client := http.Client{
		Timeout:       patience,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	response, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, body
}

func answerOf(h http.Handler, address, accept string) *http.Response {
	r := httptest.NewRequest(http.MethodGet, address, nil)
	r.Header.Set("Accept-Encoding", accept)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func decoded(coding string, body []byte) ([]byte, error) {
	switch coding {
	case "":
		return body, nil
	case "br":
		return io.ReadAll(brotli.NewReader(bytes.NewReader(body)))
	case "gzip":
		r, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return nil, err
		}
		return io.ReadAll(r)
	}
	return nil, errors.New("an unknown coding: " + coding)
}
