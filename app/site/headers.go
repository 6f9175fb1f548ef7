package site

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"path"
	"slices"
	"strings"
)

// What a host should send with each file. The same table becomes the file
// _headers, which Netlify and Cloudflare Pages obey, and that file is what
// `bothends serve` reads, so what is tried here is what is hosted there.

// A rule sets headers for one address, or for all that begin with what stands
// before a final "*".
type rule struct {
	path    string
	headers [][2]string
}

// policy is the Content-Security-Policy of a page. Only the site's own files
// are allowed, and of inline styles the very one that the builder put there:
// nothing answered here can be sent elsewhere, not even by a mistake of ours.
// frame-ancestors works only as a header, and only there.
func (p pageFacts) policy(ancestors string) string {
	scripts, styles, images := "'self'", "'self'", "'self'"
	if p.style != "" {
		styles += " '" + p.style + "'"
	}
	if p.program {
		scripts += " 'wasm-unsafe-eval'" // compiling the program; JavaScript's eval stays off
		images += " data:"               // drawn by the program; fetched from nowhere
	}
	directives := []string{
		"default-src 'none'",
		"script-src " + scripts,
		"style-src " + styles,
		"img-src " + images,
		"connect-src 'self'",
		"manifest-src 'self'",
		"worker-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
	}
	if p.frames {
		directives = append(directives, "frame-src 'self'")
	}
	if ancestors != "" {
		directives = append(directives, "frame-ancestors "+ancestors)
	}
	return strings.Join(directives, "; ")
}

// deniedFeatures are what a questionnaire has no business with.
var deniedFeatures = []string{
	"accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
	"encrypted-media", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts",
	"magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
	"screen-wake-lock", "serial", "usb", "window-management", "xr-spatial-tracking",
}

const (
	coep = "Cross-Origin-Embedder-Policy"
	corp = "Cross-Origin-Resource-Policy"

	forAYear   = "public, max-age=31536000, immutable"
	revalidate = "no-cache"
)

// rules returns the headers of a site. No address gets the same header from
// two rules: hosts would join the values, and two policies both apply.
func rules(base string, pages []pageFacts, files map[string][]byte) []rule {
	all := rule{base + "*", [][2]string{
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "no-referrer"},
		{"Permissions-Policy", strings.Join(deniedFeatures, "=(), ") + "=()"},
	}}
	web := rule{base + "web/*", [][2]string{
		{"Cache-Control", forAYear},
		{corp, "cross-origin"},
		{coep, "require-corp"}, // asked of the workers of pages that have it
		// In a frame that is sandboxed without allow-same-origin, reading the
		// site's own program counts as cross-origin. These files are public.
		{"Access-Control-Allow-Origin", "*"},
	}}
	out := []rule{all, web}
	for _, p := range pages {
		ancestors := "'self'"
		if p.embeddable {
			ancestors = "*"
		}
		r := rule{base + p.path[1:], [][2]string{
			{"Cache-Control", revalidate},
			{"Content-Security-Policy", p.policy(ancestors)},
		}}
		if !p.embeddable {
			r.headers = append(r.headers, [2]string{"Cross-Origin-Opener-Policy", "same-origin"})
		} else {
			// A page that isolates itself shows only frames that do, too.
			r.headers = append(r.headers, [2]string{coep, "require-corp"}, [2]string{corp, "cross-origin"})
		}
		out = append(out, r)
	}
	if slices.ContainsFunc(sortedKeys(files), func(name string) bool { return strings.HasPrefix(name, oembedFolder) }) {
		// Also asked for by editors that run in a browser.
		out = append(out, rule{base + oembedFolder + "*", [][2]string{{"Cache-Control", revalidate}, {"Access-Control-Allow-Origin", "*"}}})
	}
	if slices.ContainsFunc(sortedKeys(files), func(name string) bool { return strings.HasPrefix(name, shareFolder) }) {
		out = append(out, rule{base + shareFolder + "*", [][2]string{{"Cache-Control", revalidate}, {corp, "cross-origin"}}})
	}
	for _, name := range sortedKeys(files) {
		if strings.HasPrefix(name, oembedFolder) || strings.HasPrefix(name, shareFolder) {
			continue
		}
		if !strings.HasPrefix(name, "web/") && path.Ext(name) != ".html" {
			r := rule{base + name, [][2]string{{"Cache-Control", revalidate}}}
			if strings.HasPrefix(name, schemaFolder) { // read by editors on the web
				r.headers = append(r.headers, [2]string{"Access-Control-Allow-Origin", "*"})
			}
			if name == embedFile {
				// With the second, also as a module, with crossorigin and with integrity.
				r.headers = append(r.headers, [2]string{corp, "cross-origin"}, [2]string{"Access-Control-Allow-Origin", "*"})
			}
			out = append(out, r)
		}
	}
	return out
}

// pageFacts are what the headers of a page depend on.
type pageFacts struct {
	path                        string
	program, embeddable, frames bool
	style                       string // hash of the inline stylesheet, "" without one
}

// writeRules prints rules in the format of _headers.
func writeRules(rules []rule) []byte {
	var b strings.Builder
	for _, r := range rules {
		b.WriteString(r.path + "\n")
		for _, h := range r.headers {
			fmt.Fprintf(&b, "  %s: %s\n", h[0], h[1])
		}
	}
	return []byte(b.String())
}

// readRules reads what writeRules printed.
func readRules(r io.Reader) ([]rule, error) {
	var out []rule
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case strings.TrimSpace(line) == "", strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "/"):
			out = append(out, rule{path: line})
		default:
			name, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
			if !ok || len(out) == 0 {
				return nil, fmt.Errorf("_headers:%d: %q is neither an address nor a header", n, line)
			}
			last := &out[len(out)-1]
			last.headers = append(last.headers, [2]string{name, value})
		}
	}
	return out, lines.Err()
}

// apply sets the headers for one address.
func apply(rules []rule, address string, h http.Header) {
	for _, r := range rules {
		prefix, open := strings.CutSuffix(r.path, "*")
		if r.path == address || open && strings.HasPrefix(address, prefix) {
			for _, header := range r.headers {
				h.Add(header[0], header[1])
			}
		}
	}
}

// baseOf returns the path prefix that rules were written for.
func baseOf(rules []rule) (string, bool) {
	i := slices.IndexFunc(rules, func(r rule) bool { return strings.HasSuffix(r.path, "/*") })
	if i < 0 {
		return "", false
	}
	return strings.TrimSuffix(rules[i].path, "*"), true
}
