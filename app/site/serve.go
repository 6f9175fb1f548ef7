package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"bothends/questions"
)

// types are the media types of everything a site holds. The system's own table
// differs from machine to machine, and a wrong type for the program or the
// manifest breaks them.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
	".woff2":       "font/woff2",
	".xml":         "application/xml",
	".yaml":        "application/yaml",
}

// ErrNoBuild is the error for a folder that Build has not written.
var ErrNoBuild = errors.New("there is no build here")

// Handler serves a built site the way a good host does: the headers of its
// _headers file, compressed copies, entity tags, and the site's own page for
// addresses that do not exist. The folder may be replaced while it runs.
func Handler(dir fs.FS) (h http.Handler, base string, err error) {
	if !isBuild(dir) {
		return nil, "", ErrNoBuild
	}
	rules, err := rulesOf(dir)
	if err != nil {
		return nil, "", err
	}
	base, ok := baseOf(rules)
	if !ok {
		return nil, "", questions.WithHint(errors.New("the build's _headers names no base path"), "build again")
	}
	return &server{dir, base}, base, nil
}

func rulesOf(dir fs.FS) ([]rule, error) {
	content, err := fs.ReadFile(dir, headersFile)
	if err != nil {
		return nil, err
	}
	return readRules(bytes.NewReader(content))
}

type server struct {
	dir  fs.FS
	base string
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	address := r.URL.Path
	name, redirect := s.find(address)
	if redirect != "" {
		if r.URL.RawQuery != "" {
			redirect += "?" + r.URL.RawQuery
		}
		http.Redirect(w, r, redirect, http.StatusMovedPermanently)
		return
	}
	// Rules are read for each request: the folder may be a newer build.
	if rules, err := rulesOf(s.dir); err == nil {
		apply(rules, address, w.Header())
	}
	if name == "" {
		s.missing(w, r)
		return
	}
	content, err := fs.ReadFile(s.dir, name)
	if err != nil {
		http.Error(w, fmt.Sprintf("reading %s: %v", name, err), http.StatusInternalServerError)
		return
	}
	if w.Header().Get("Cache-Control") == "" {
		w.Header().Set("Cache-Control", revalidate)
	}
	s.send(w, r, name, content)
}

// find returns the file for an address, or where to go instead.
func (s *server) find(address string) (name, redirect string) {
	if address+"/" == s.base {
		return "", s.base
	}
	name, ok := strings.CutPrefix(address, s.base)
	if !ok {
		return "", ""
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if !fs.ValidPath(name) || strings.HasPrefix(path.Base(name), "_") || strings.HasPrefix(path.Base(name), ".") || s.isCopy(name) {
		return "", ""
	}
	info, err := fs.Stat(s.dir, name)
	switch {
	case err != nil:
		return "", ""
	case info.IsDir():
		return "", address + "/"
	}
	return name, ""
}

// isCopy reports whether a file is the compressed copy of another.
func (s *server) isCopy(name string) bool {
	ext := path.Ext(name)
	if ext != ".br" && ext != ".gz" {
		return false
	}
	_, err := fs.Stat(s.dir, strings.TrimSuffix(name, ext))
	return err == nil
}

// send answers with the smallest form that the browser takes. The entity tag
// is that of the form, as caches between must not mix them.
func (s *server) send(w http.ResponseWriter, r *http.Request, name string, content []byte) {
	h := w.Header()
	h.Set("Content-Type", typeOf(name))
	if compressible[path.Ext(name)] {
		h.Add("Vary", "Accept-Encoding")
		for _, form := range []struct{ ext, coding string }{{".br", "br"}, {".gz", "gzip"}} {
			small, err := fs.ReadFile(s.dir, name+form.ext)
			if err == nil && accepts(r.Header.Get("Accept-Encoding"), form.coding) {
				content = small
				h.Set("Content-Encoding", form.coding)
				break
			}
		}
	}
	sum := sha256.Sum256(content)
	h.Set("ETag", `"`+hex.EncodeToString(sum[:8])+`"`)
	// ServeContent leaves the length out when there is a Content-Encoding, but
	// the progress line needs it.
	if h.Get("Content-Encoding") != "" && r.Header.Get("Range") == "" {
		h.Set("Content-Length", strconv.Itoa(len(content)))
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
}

func typeOf(name string) string {
	if t, ok := types[path.Ext(name)]; ok {
		return t
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		return t
	}
	return "application/octet-stream"
}

// missing answers with the site's own page.
func (s *server) missing(w http.ResponseWriter, r *http.Request) {
	content, err := fs.ReadFile(s.dir, missingPath[1:])
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", typeOf(missingPath))
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	w.Header().Set("Cache-Control", revalidate)
	w.WriteHeader(http.StatusNotFound)
	if r.Method != http.MethodHead {
		w.Write(content)
	}
}

// accepts reads an Accept-Encoding header: the coding or "*", unless its
// quality is 0.
func accepts(header, coding string) bool {
	any := false
	for _, part := range strings.Split(header, ",") {
		name, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		name = strings.ToLower(strings.TrimSpace(name))
		if name != coding && name != "*" {
			continue
		}
		quality := 1.0
		if value, ok := strings.CutPrefix(strings.TrimSpace(params), "q="); ok {
			quality, _ = strconv.ParseFloat(strings.TrimSpace(value), 64)
		}
		if name == coding {
			return quality > 0
		}
		any = quality > 0
	}
	return any
}
