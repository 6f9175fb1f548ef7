package site

import (
	"strconv"
	"strings"

	"bothends/app/page"
)

// A shell is what every document of one build has in common. Head and body are
// written here rather than by app.Handler, whose page hides the content behind
// a full-screen loader until the program has come, links one manifest with
// scope "/" and names its author's host.
type shell struct {
	addresses Addresses
	version   string
	origin    string // "https://example.org", or "" when not known
	program   Program
	integrity map[string]string // of files that pages fetch, by address
	files     map[string][]byte // by hashed name
	colours   map[string]palette
	oembed    map[string]string // file that tells of a page, by the page's path
}

// absolute returns the address of a page or file with the origin, if known.
func (s shell) absolute(location string) string { return s.origin + s.addresses.Resolve(location) }

// document returns p as HTML. Order matters in the head: what decides how the
// page is read first, then the links that early scripts look at, then the
// stylesheets, then those scripts.
//
// Where the first answer counts, the stylesheet stands in the page, the
// first paint waits for the first question (Chromium would else paint the heading
// alone, and then again), and scripts come late: see later, and ui.Page.
//
// Elsewhere a script waits for the stylesheets before it, but the first paint
// needs both, and what stands after a script is asked for only once the script
// has come: a policy in the page keeps Chromium from looking ahead. In this order
// both travel at the same time.
func (s shell) document(p page.Page, body *node) []byte {
	var b strings.Builder
	b.WriteString("\ufeff<!doctype html>\n") // the mark is stronger than a host that names another encoding
	tag := func(name string, attributes ...string) {
		b.WriteString("<" + name)
		for i := 0; i < len(attributes); i += 2 {
			b.WriteString(" " + attributes[i])
			if value := attributes[i+1]; value != "" {
				b.WriteString(`="` + attributeEscaper.Replace(value) + `"`)
			}
		}
		b.WriteString(">")
	}
	line := func(name string, attributes ...string) { tag(name, attributes...); b.WriteString("\n") }
	script := func(attributes ...string) { tag("script", attributes...); b.WriteString("</script>\n") }

	html := []string{"lang", p.Lang, "data-base", s.addresses.base, "data-version", s.version, "data-step", "1"}
	if p.Words.RightToLeft() {
		html = append(html, "dir", "rtl")
	}
	if p.Pack != "" {
		html = append(html, "data-pack", p.Pack, "data-keys", ":"+p.Pack+s.addresses.base)
	}
	if p.Onward != "" {
		html = append(html, "data-onward", s.addresses.Resolve(p.Onward))
	}
	line("html", html...)
	line("head")
	line("meta", "charset", "utf-8")
	line("meta", "name", "viewport", "content", "width=device-width, initial-scale=1, viewport-fit=cover")
	// For hosts that send no headers of ours; the rest is in headers.go.
	line("meta", "http-equiv", "Content-Security-Policy", "content", s.factsOf(p).policy(""))
	line("meta", "name", "referrer", "content", "no-referrer")
	line("meta", "name", "color-scheme", "content", "light dark")
	b.WriteString("<title>" + textEscaper.Replace(p.Title) + "</title>\n")
	if p.Description != "" {
		line("meta", "name", "description", "content", p.Description)
	}
	if p.NoIndex {
		line("meta", "name", "robots", "content", "noindex")
	}
	if p.Onward != "" { // due once all is loaded, so web/early.js is there first, and keeps what the address says of looks
		line("meta", "http-equiv", "refresh", "content", "0; url="+s.addresses.Resolve(p.Onward))
	}
	// Search engines want full addresses. Without one, a page says only that another
	// one stands for it, and the page of no language how it finds those (web/early.js).
	if p.Canonical != "" && (s.origin != "" || p.Canonical != p.Path) {
		line("link", "rel", "canonical", "href", s.absolute(p.Canonical))
	}
	if s.origin != "" || p.Path == p.Alternates["x-default"] {
		for _, lang := range sortedKeys(p.Alternates) {
			line("link", "rel", "alternate", "hreflang", lang, "href", s.absolute(p.Alternates[lang]))
		}
	}
	if name := s.oembed[p.Canonical]; name != "" {
		line("link", "rel", "alternate", "type", "application/json+oembed", "href", s.absolute("/"+name), "title", p.Title)
	}
	if p.PaintAfter != "" {
		line("link", "rel", "expect", "href", "#"+p.PaintAfter, "blocking", "render")
	}
	if p.Inline != "" {
		tag("style", "data-href", s.addresses.Resolve(p.Inline))
		b.WriteString(string(s.inline(p)) + "</style>\n")
	}
	for _, href := range p.Styles {
		line("link", "rel", "stylesheet", "href", s.addresses.Resolve(href))
	}
	if s.addresses.names[noscriptFile] != "" {
		b.WriteString("<noscript>")
		tag("link", "rel", "stylesheet", "href", s.addresses.Resolve(noscriptFile))
		b.WriteString("</noscript>\n")
	}
	for _, src := range p.Scripts {
		script("src", s.addresses.Resolve(src))
	}
	line("meta", "name", "theme-color", "media", "(prefers-color-scheme: light)", "content", s.colours[light].Page)
	line("meta", "name", "theme-color", "media", "(prefers-color-scheme: dark)", "content", s.colours[dark].Page)
	line("link", "rel", "icon", "type", "image/png", "sizes", "32x32", "href", s.addresses.Resolve("/web/icon-32.png"))
	line("link", "rel", "icon", "type", "image/svg+xml", "sizes", "any", "href", s.addresses.Resolve("/web/icon.svg"))
	line("link", "rel", "apple-touch-icon", "href", s.addresses.Resolve("/web/icon-180.png"))
	if name := manifestName(p.Lang); s.addresses.names["/"+name] != "" {
		line("link", "rel", "manifest", "href", s.addresses.Resolve("/"+name))
	}
	if !p.NoIndex {
		s.openGraph(p, line)
	}
	if p.PaintAfter == "" {
		s.later(p, script)
	}
	line("/head")
	b.WriteString("<body>")
	body.print(&b)
	if p.PaintAfter != "" {
		b.WriteString("\n")
		s.later(p, script)
	}
	b.WriteString("</body>\n</html>\n")
	return []byte(strings.ReplaceAll(b.String(), page.EmbedIntegrity, integrityOf(s.files[embedFile])))
}

// later writes the scripts that run once the document is read. Asking for them,
// and what arrives, takes the browser time: where the first answer counts they
// stand at the end, and on a slow phone it is accepted 90 ms earlier.
func (s shell) later(p page.Page, script func(...string)) {
	for i, src := range p.Defer {
		attributes := []string{"defer", "", "src", s.addresses.Resolve(src)}
		if p.Embeddable && i == 0 { // web/page.js, which loads it in a frame
			attributes = append(attributes, "data-frame", s.addresses.Resolve(frameFile))
		}
		if p.Lexicon != "" && i == len(p.Defer)-1 { // web/posting.js, which fetches it
			attributes = append(attributes, "data-lexicon", s.addresses.Resolve(p.Lexicon), "data-integrity", s.integrity[p.Lexicon])
		}
		script(attributes...)
	}
	if p.Program {
		script("defer", "", "src", s.addresses.Resolve("/web/boot.js"),
			"data-data", s.addresses.Resolve(dataFile(p.Lang)),
			"data-integrity", s.integrity[dataFile(p.Lang)],
			"data-wasm", s.addresses.Resolve("/web/app.wasm"),
			"data-bytes", strconv.Itoa(s.program.Transfer),
			"data-exec", s.addresses.Resolve("/web/wasm_exec.js"),
			"data-compile", s.addresses.Resolve("/web/compile.js"),
			"data-rehearsal", s.addresses.Resolve("/web/rehearsal.js"),
			"data-worker", s.addresses.Resolve("/"+workerFile))
	}
}

// inline is the stylesheet that stands in p itself.
func (s shell) inline(p page.Page) []byte { return s.files[s.addresses.names[p.Inline]] }

// factsOf is what the headers of p depend on.
func (s shell) factsOf(p page.Page) pageFacts {
	facts := pageFacts{path: p.Path, program: p.Program, embeddable: p.Embeddable, frames: p.Frames}
	if p.Inline != "" {
		facts.style = integrityOf(s.inline(p))
	}
	return facts
}

// openGraph says how a link to the page looks when it is shared. The picture
// needs a full address, so it waits for one.
func (s shell) openGraph(p page.Page, line func(string, ...string)) {
	property := func(name, content string) {
		if content != "" {
			line("meta", "property", "og:"+name, "content", content)
		}
	}
	property("type", "website")
	property("title", p.Title)
	property("description", p.Description)
	property("locale", p.Words.T("language.locale"))
	if s.origin != "" {
		property("url", s.absolute(p.Canonical))
		property("image", s.absolute("/"+shareName(p)))
		property("image:width", strconv.Itoa(shareWidth))
		property("image:height", strconv.Itoa(shareHeight))
		property("image:alt", p.Title)
		line("meta", "name", "twitter:card", "content", "summary_large_image")
	}
}
