package site

import (
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bothends/questions"
)

// go-app's renderer knows components, conditions and ranges, so pages are
// rendered by it. What it prints is not quite HTML, though (v10.1.11, measured
// and read in its node.go):
//
//   - Attribute values are quoted as Go strings: a double quote becomes \" and
//     ends the attribute, U+00A0 and U+202F become the six letters \u00a0.
//   - checked="false" is printed, which HTML reads as checked.
//   - An attribute that is "true" is printed bare, so aria-expanded is "".
//   - An empty value is dropped, so app/page writes "\x00" where alt="" is meant.
//   - Attributes follow Go's map order, so no two runs are alike.
//   - Lines are broken and indented, which puts spaces between words and links
//     that have none.
//   - <option value=""> loses its value and then reports its label.
//   - Self-closing elements of SVG are left open.
//   - The text of a textarea becomes a value attribute, which HTML ignores.
//
// So its output is read back here into a tree, exactly, and printed again as
// HTML. All of this file may go when HTMLString prints HTML.

// A node is an element with a tag, or a text without.
type node struct {
	tag      string
	attrs    map[string]string
	children []*node
	text     string
}

// render returns the tree of what go-app prints for u.
func render(u app.UI) (*node, error) {
	printed := app.HTMLString(u)
	r := reader{s: printed}
	n, err := r.element(0)
	if err == nil && r.i != len(r.s) {
		err = r.unexpected("after the root element")
	}
	if err != nil {
		return nil, err
	}
	return n, nil
}

// walk calls visit for n and everything below it.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, c := range n.children {
		c.walk(visit)
	}
}

// A reader reads the exact format go-app prints: an element at depth d is
// indented by 2d spaces; its children stand on lines of their own unless the
// only one is a text. (The one thing that cannot be told apart: a text with a
// line break followed by that very indentation. No words of ours have that.)
type reader struct {
	s string
	i int
}

func (r *reader) unexpected(where string) error {
	rest := r.s[r.i:]
	if len(rest) > 60 {
		rest = rest[:60] + "…"
	}
	return questions.WithHint(fmt.Errorf("go-app printed something unexpected %s: %q", where, rest), "app.Raw cannot be read back, use app.Elem")
}

func (r *reader) has(prefix string) bool { return strings.HasPrefix(r.s[r.i:], prefix) }

func (r *reader) accept(prefix string) bool {
	if !r.has(prefix) {
		return false
	}
	r.i += len(prefix)
	return true
}

func indent(depth int) string { return strings.Repeat("  ", depth) }

func (r *reader) element(depth int) (*node, error) {
	if !r.accept("<") {
		return nil, r.unexpected("where an element starts")
	}
	end := strings.IndexAny(r.s[r.i:], " >")
	if end <= 0 {
		return nil, r.unexpected("in a tag")
	}
	n := &node{tag: r.s[r.i : r.i+end]}
	r.i += end
	if err := r.attributes(n); err != nil {
		return nil, err
	}
	if voidElements[n.tag] {
		return n, nil
	}
	if n.tag == "textarea" {
		n.add(n.attrs["value"])
		delete(n.attrs, "value")
	}
	closing := "</" + n.tag + ">"
	if textElements[n.tag] {
		// The only child is text and nothing is indented.
		end := strings.Index(r.s[r.i:], closing)
		if end < 0 {
			return nil, r.unexpected("in <" + n.tag + ">")
		}
		n.add(html.UnescapeString(r.s[r.i : r.i+end]))
		r.i += end + len(closing)
		return n, nil
	}
	if r.accept(closing) {
		return n, nil
	}
	if r.has("\n"+indent(depth+1)) || r.has("\n\n") {
		r.i++
		return n, r.block(n, depth)
	}
	// Text up to the end tag; or go-app's self-closing element with a name that
	// HTML does not know as void (SVG), then what follows is not ours.
	end = strings.IndexByte(r.s[r.i:], '<')
	if end >= 0 && strings.HasPrefix(r.s[r.i+end:], closing) {
		n.add(html.UnescapeString(r.s[r.i : r.i+end]))
		r.i += end + len(closing)
		return n, nil
	}
	if r.i == len(r.s) || r.has("\n") {
		return n, nil
	}
	return nil, r.unexpected("in <" + n.tag + ">")
}

// attributes reads up to and with the ">" of a start tag.
func (r *reader) attributes(n *node) error {
	for !r.accept(">") {
		if !r.accept(" ") {
			return r.unexpected("among attributes")
		}
		end := strings.IndexAny(r.s[r.i:], " =>")
		if end <= 0 {
			return r.unexpected("among attributes")
		}
		name := r.s[r.i : r.i+end]
		r.i += end
		value := "true" // bare: go-app keeps no empty values
		if r.accept("=") {
			quoted, err := strconv.QuotedPrefix(r.s[r.i:])
			if err != nil {
				return r.unexpected("as the value of " + name)
			}
			r.i += len(quoted)
			if value, err = strconv.Unquote(quoted); err != nil {
				return r.unexpected("as the value of " + name)
			}
			if value == "\x00" {
				value = ""
			}
		}
		if n.attrs == nil {
			n.attrs = map[string]string{}
		}
		n.attrs[name] = value
	}
	return nil
}

// block reads children that stand on lines of their own, and the end tag.
func (r *reader) block(n *node, depth int) error {
	inner, closing := indent(depth+1), indent(depth)+"</"+n.tag+">"
	for {
		if r.accept(closing) {
			return nil
		}
		if r.has(inner + "<") {
			r.i += len(inner)
			child, err := r.element(depth + 1)
			if err != nil {
				return err
			}
			n.children = append(n.children, child)
			if !r.accept("\n") {
				return r.unexpected("after <" + child.tag + ">")
			}
			continue
		}
		// Texts never contain "<", so they end where the next tag is indented.
		end := strings.IndexByte(r.s[r.i:], '<')
		if end < 0 {
			return r.unexpected("in <" + n.tag + ">")
		}
		next := inner
		if r.s[r.i+end:][1] == '/' {
			next = indent(depth)
		}
		lines, ok := strings.CutSuffix(r.s[r.i:r.i+end], "\n"+next)
		if !ok {
			return r.unexpected("in <" + n.tag + ">")
		}
		r.i += end - len(next)
		n.texts(lines, inner)
	}
}

// texts adds the text nodes of consecutive lines. A line without the
// indentation goes on with the text before it, which had a line break inside;
// an empty line is an empty text.
func (n *node) texts(lines, inner string) {
	breaks := ""
	for _, line := range strings.Split(lines, "\n") {
		if text, starts := strings.CutPrefix(line, inner); starts {
			n.add(html.UnescapeString(text))
			breaks = ""
			continue
		}
		breaks += "\n"
		if line != "" {
			n.add(breaks + html.UnescapeString(line))
			breaks = ""
		}
	}
}

// add appends a text; neighbours become one, as a browser reads them.
func (n *node) add(text string) {
	if text == "" {
		return
	}
	if last := len(n.children) - 1; last >= 0 && n.children[last].tag == "" {
		n.children[last].text += text
		return
	}
	n.children = append(n.children, &node{text: text})
}

// print writes n as HTML that parses into the same tree.
func (n *node) print(b *strings.Builder) {
	if n.tag == "" {
		textEscaper.WriteString(b, n.text)
		return
	}
	b.WriteString("<" + n.tag)
	n.printAttributes(b)
	b.WriteString(">")
	if voidElements[n.tag] {
		return
	}
	switch n.tag {
	case "script", "style":
		for _, c := range n.children {
			b.WriteString(c.text) // a parser decodes nothing here
		}
	default:
		if (n.tag == "pre" || n.tag == "textarea") && len(n.children) > 0 &&
			strings.HasPrefix(n.children[0].text, "\n") {
			b.WriteString("\n") // a parser drops the first line break
		}
		for _, c := range n.children {
			c.print(b)
		}
	}
	b.WriteString("</" + n.tag + ">")
}

func (n *node) printAttributes(b *strings.Builder) {
	names := make([]string, 0, len(n.attrs))
	for name := range n.attrs {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		value := n.attrs[name]
		if booleanAttributes[name] {
			if value == "false" {
				continue
			}
			if value == "true" {
				b.WriteString(" " + name)
				continue
			}
		}
		b.WriteString(" " + name + `="`)
		attributeEscaper.WriteString(b, value)
		b.WriteString(`"`)
	}
	if _, has := n.attrs["value"]; n.tag == "option" && !has {
		// All our options have values; the one without lost an empty one.
		b.WriteString(` value=""`)
	}
}

func (n *node) String() string {
	var b strings.Builder
	n.print(&b)
	return b.String()
}

var (
	textEscaper      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	attributeEscaper = strings.NewReplacer("&", "&amp;", `"`, "&quot;", "\r", "&#13;")

	voidElements = set("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
		"source", "track", "wbr")

	// textElements hold nothing but text.
	textElements = set("script", "style", "textarea", "title")

	// booleanAttributes are true by standing there. hidden may also be
	// "until-found", which is printed as it is.
	booleanAttributes = set("allowfullscreen", "async", "autofocus", "autoplay", "checked", "controls",
		"default", "defer", "disabled", "download", "formnovalidate", "hidden", "inert", "ismap",
		"itemscope", "loop", "multiple", "muted", "nomodule", "novalidate", "open", "playsinline",
		"readonly", "required", "reversed", "selected")
)

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, name := range names {
		m[name] = true
	}
	return m
}
