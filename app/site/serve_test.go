package site

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// hosted builds the small site into a folder and serves it.
func hosted(t *testing.T, base string) (*httptest.Server, *Site, string) {
	t.Helper()
	in := small()
	in.Base = base
	in.Pages[0].Description = strings.Repeat("long enough to compress ", 40)
	s := mustMake(t, in)
	s.Files = compressed(s.Files, cache{})
	dir := filepath.Join(t.TempDir(), "dist")
	if err := write(dir, s.Files); err != nil {
		t.Fatal(err)
	}
	h, got, err := Handler(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if want, _ := cleanBase(base); got != want {
		t.Errorf("got base %q, want %q", got, want)
	}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server, s, dir
}

// ask makes one request without following redirects or decoding anything.
func ask(t *testing.T, server *httptest.Server, method, path string, header ...string) (*http.Response, []byte) {
	t.Helper()
	r, err := http.NewRequest(method, server.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "identity")
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
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

func TestServeStatusAndTypes(t *testing.T) {
	server, s, _ := hosted(t, "/t/")
	web := func(address string) string { return Addresses{"/t/", s.names}.Resolve(address) }
	tests := []struct {
		method, path string
		status       int
		contentType  string
		location     string
	}{
		{"GET", "/t/", 200, "text/html; charset=utf-8", ""},
		{"GET", "/t/en/", 200, "text/html; charset=utf-8", ""},
		{"GET", "/t/en/?utm_source=x", 200, "text/html; charset=utf-8", ""},
		{"GET", "/t/en/index.html", 200, "text/html; charset=utf-8", ""},
		{"HEAD", "/t/en/", 200, "text/html; charset=utf-8", ""},
		{"GET", "/t/en?a=b", 301, "", "/t/en/?a=b"},
		{"GET", "/t", 301, "", "/t/"},
		{"GET", web("/web/app.wasm"), 200, "application/wasm", ""},
		{"GET", web("/web/later.js"), 200, "text/javascript; charset=utf-8", ""},
		{"GET", web("/web/a.css"), 200, "text/css; charset=utf-8", ""},
		{"GET", web("/web/icon.svg"), 200, "image/svg+xml", ""},
		{"GET", web("/web/icon-192.png"), 200, "image/png", ""},
		{"GET", "/t/manifest.fr.webmanifest", 200, "application/manifest+json", ""},
		{"GET", "/t/robots.txt", 200, "text/plain; charset=utf-8", ""},
		{"GET", "/t/nothing", 404, "text/html; charset=utf-8", ""},
		{"GET", "/", 404, "text/html; charset=utf-8", ""},
		{"GET", "/other/en/", 404, "text/html; charset=utf-8", ""},
		{"GET", "/t/_headers", 404, "text/html; charset=utf-8", ""},
		{"GET", "/t/en/index.html.br", 404, "text/html; charset=utf-8", ""},
		{"GET", "/t/../secret", 404, "text/html; charset=utf-8", ""},
		{"GET", "/t/%2e%2e/%2e%2e/etc/passwd", 404, "text/html; charset=utf-8", ""},
		{"GET", "/t//example.org/", 404, "text/html; charset=utf-8", ""},
		{"POST", "/t/en/", 405, "text/plain; charset=utf-8", ""},
	}
	for _, tt := range tests {
		t.Run(tt.method+" "+tt.path, func(t *testing.T) {
			r, _ := ask(t, server, tt.method, tt.path)
			if r.StatusCode != tt.status {
				t.Errorf("got status %d, want %d", r.StatusCode, tt.status)
			}
			if got := r.Header.Get("Content-Type"); tt.contentType != "" && got != tt.contentType {
				t.Errorf("got type %q, want %q", got, tt.contentType)
			}
			if got := r.Header.Get("Location"); got != tt.location {
				t.Errorf("got location %q, want %q", got, tt.location)
			}
			if got := r.Header.Get("X-Content-Type-Options"); tt.status == 200 && got != "nosniff" {
				t.Errorf("got X-Content-Type-Options %q", got)
			}
		})
	}
}

func TestServeCompressed(t *testing.T) {
	server, s, _ := hosted(t, "/")
	want := s.Files["en/index.html"]
	decode := map[string]func(io.Reader) io.Reader{
		"":   func(r io.Reader) io.Reader { return r },
		"br": func(r io.Reader) io.Reader { return brotli.NewReader(r) },
		"gzip": func(r io.Reader) io.Reader {
			z, err := gzip.NewReader(r)
			if err != nil {
				t.Fatal(err)
			}
			return z
		},
	}
	tags := map[string]string{}
	for accept, coding := range map[string]string{
		"gzip, deflate, br, zstd": "br",
		"gzip":                    "gzip",
		"br;q=0, gzip;q=0.5":      "gzip",
		"GZIP":                    "gzip",
		"*":                       "br",
		"*;q=0":                   "",
		"identity":                "",
		"deflate, brotli":         "",
		"*, br;q=0":               "gzip",
	} {
		r, body := ask(t, server, "GET", "/en/", "Accept-Encoding", accept)
		if got := r.Header.Get("Content-Encoding"); got != coding {
			t.Errorf("Accept-Encoding %q: got %q, want %q", accept, got, coding)
			continue
		}
		if r.ContentLength != int64(len(body)) {
			t.Errorf("Accept-Encoding %q: got length %d for %d bytes", accept, r.ContentLength, len(body))
		}
		if r.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("Accept-Encoding %q: caches are not told that it matters", accept)
		}
		got, err := io.ReadAll(decode[coding](bytes.NewReader(body)))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("Accept-Encoding %q: the decoded body differs (%v)", accept, err)
		}
		tag := r.Header.Get("ETag")
		if other, ok := tags[tag]; tag == "" || ok && other != coding {
			t.Errorf("Accept-Encoding %q: got ETag %q, that of %q", accept, tag, other)
		}
		tags[tag] = coding

		again, rest := ask(t, server, "GET", "/en/", "Accept-Encoding", accept, "If-None-Match", tag)
		if again.StatusCode != http.StatusNotModified || len(rest) > 0 {
			t.Errorf("the same ETag: got status %d and %d bytes", again.StatusCode, len(rest))
		}
	}
}

func TestServeHeaders(t *testing.T) {
	server, s, _ := hosted(t, "/t/")
	get := func(path, name string) string {
		t.Helper()
		r, _ := ask(t, server, "GET", path)
		if n := len(r.Header.Values(name)); n > 1 {
			t.Errorf("%s: %s is there %d times", path, name, n)
		}
		return r.Header.Get(name)
	}
	has := func(path, name string, wants ...string) {
		t.Helper()
		got := get(path, name)
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: got %s %q, want %q in it", path, name, got, want)
			}
		}
	}
	const csp, coop = "Content-Security-Policy", "Cross-Origin-Opener-Policy"
	has("/t/en/", csp, "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval';", "connect-src 'self'", "frame-ancestors *")
	has("/t/en/about/", csp, "script-src 'self';", "frame-ancestors 'self'")
	has("/t/fr/", csp, "frame-ancestors 'self'")
	has("/t/en/about/", coop, "same-origin")
	if got := get("/t/en/", coop); got != "" {
		t.Errorf("a page that may be embedded has %s %q", coop, got)
	}
	// Pages that isolate themselves show frames and take files that say so.
	for _, path := range []string{"/t/en/", Addresses{"/t/", s.names}.Resolve("/web/page.js")} {
		has(path, coep, "require-corp")
		has(path, corp, "cross-origin")
	}
	has("/t/embed.js", corp, "cross-origin")
	has("/t/embed.js", "Access-Control-Allow-Origin", "*")
	if got := get("/t/en/about/", corp); got != "" {
		t.Errorf("a page that may not be embedded has %s %q", corp, got)
	}
	for _, path := range []string{"/t/", "/t/en/", "/t/worker.js", "/t/embed.js", "/t/manifest.en.webmanifest", "/t/robots.txt", "/t/nothing"} {
		has(path, "Cache-Control", "no-cache")
		has(path, "Referrer-Policy", "no-referrer")
		has(path, "Permissions-Policy", "camera=(), ", "geolocation=()")
	}
	wasm := Addresses{"/t/", s.names}.Resolve("/web/app.wasm")
	has(wasm, "Cache-Control", "immutable", "max-age=31536000")
	has(wasm, "Access-Control-Allow-Origin", "*")
	if got := get("/t/en/", "Access-Control-Allow-Origin"); got != "" {
		t.Errorf("pages are readable by every site: %q", got)
	}
	for _, path := range []string{"/t/en/", "/t/en/about/"} {
		if policy := get(path, csp); strings.Contains(policy, "unsafe-inline") || strings.Contains(policy, "'unsafe-eval'") || strings.Contains(policy, "http") {
			t.Errorf("%s: the policy is not strict: %s", path, policy)
		}
	}
}

// Two rules that set the same header for one address would be joined by hosts.
func TestHeadersDoNotMeet(t *testing.T) {
	s := mustMake(t, small())
	rules, err := readRules(bytes.NewReader(s.Files["_headers"]))
	if err != nil {
		t.Fatal(err)
	}
	for name := range s.Files {
		address := "/" + strings.TrimSuffix(name, "index.html")
		h := http.Header{}
		apply(rules, address, h)
		for header, values := range h {
			if len(values) > 1 {
				t.Errorf("%s: %s is set %d times", address, header, len(values))
			}
		}
		if !strings.HasPrefix(name, "_") && !strings.HasPrefix(name, ".") && h.Get("Cache-Control") == "" {
			t.Errorf("%s: nothing says how long it may be kept", address)
		}
	}
	if got, want := string(writeRules(rules)), string(s.Files["_headers"]); got != want {
		t.Errorf("rules change on the way to a file and back:\n%s\nwant\n%s", got, want)
	}
}

func TestReadRulesRefuses(t *testing.T) {
	for _, text := range []string{"  A: b\n", "/x\n  no colon\n"} {
		if rules, err := readRules(strings.NewReader(text)); err == nil {
			t.Errorf("readRules(%q): got %v, want an error", text, rules)
		}
	}
}

func TestServeFollowsANewBuild(t *testing.T) {
	server, _, dir := hosted(t, "/")
	in := small()
	in.Pages[1].Title = "newer"
	if err := write(dir, mustMake(t, in).Files); err != nil {
		t.Fatal(err)
	}
	if _, body := ask(t, server, "GET", "/en/about/"); !strings.Contains(string(body), "<title>newer</title>") {
		t.Error("the server shows the earlier build")
	}
}

func TestHandlerRefusesOtherFolders(t *testing.T) {
	if _, _, err := Handler(os.DirFS(t.TempDir())); err != ErrNoBuild {
		t.Errorf("got %v, want %v", err, ErrNoBuild)
	}
}

func TestWrite(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "deep", "dist")
	build := func(text string) map[string][]byte {
		return map[string][]byte{"worker.js": []byte(text), "_headers": nil, "web/a.css": []byte(text)}
	}
	for _, text := range []string{"one", "two"} {
		if err := write(dir, build(text)); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(dir, "web", "a.css"))
		if err != nil || string(got) != text {
			t.Errorf("got %q (%v), want %q", got, err, text)
		}
	}
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(entries) != 1 {
		t.Errorf("something is left beside the build: %v (%v)", entries, err)
	}

	mine := filepath.Join(parent, "mine")
	if err := os.MkdirAll(mine, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(mine, "letter.txt"), []byte("dear"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := write(mine, build("x")); err == nil || !strings.Contains(err.Error(), "left alone") {
		t.Errorf("a folder with other files: got %v", err)
	}
	if _, err := os.Stat(filepath.Join(mine, "letter.txt")); err != nil {
		t.Error("a file that was not ours is gone")
	}
}
