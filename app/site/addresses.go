package site

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"bothends/questions"
)

// Addresses turns the addresses that pages are written with ("/fr/methode/",
// "/web/page.css#x") into those of one build: below a prefix, and with the
// names that carry a hash of their content.
type Addresses struct {
	base  string            // "/" or "/tools/check/"
	names map[string]string // "/web/page.css" -> "web/page.0123456789.css"
}

var _ app.ResourceResolver = Addresses{}

// Resolve returns the address in this build. Addresses of other places and
// fragments come back unchanged.
func (a Addresses) Resolve(location string) string {
	path, rest := splitAddress(location)
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") {
		return location
	}
	if name, ok := a.names[path]; ok {
		return a.base + name + rest
	}
	return a.base + path[1:] + rest
}

// splitAddress cuts an address before its query or fragment.
func splitAddress(location string) (path, rest string) {
	if i := strings.IndexAny(location, "?#"); i >= 0 {
		return location[:i], location[i:]
	}
	return location, ""
}

// addressAttributes hold one address each.
var addressAttributes = []string{"action", "data", "formaction", "href", "poster", "src"}

// resolve rewrites the addresses in n and below.
func (a Addresses) resolve(n *node) {
	n.walk(func(n *node) {
		for _, name := range addressAttributes {
			if value, ok := n.attrs[name]; ok {
				n.attrs[name] = a.Resolve(value)
			}
		}
		if value, ok := n.attrs["srcset"]; ok {
			candidates := strings.Split(value, ",")
			for i, c := range candidates {
				address, size, _ := strings.Cut(strings.TrimSpace(c), " ")
				candidates[i] = strings.TrimSpace(a.Resolve(address) + " " + size)
			}
			n.attrs["srcset"] = strings.Join(candidates, ", ")
		}
	})
}

// cleanBase checks and completes a path prefix: "tools" is refused, "/tools"
// becomes "/tools/".
func cleanBase(base string) (string, error) {
	if base == "" {
		return "/", nil
	}
	if !strings.HasSuffix(base, "/") {
		base += "/"
	}
	for i, part := range strings.Split(base, "/") {
		last := i > 0 && i == strings.Count(base, "/")
		switch {
		case i == 0 && part == "", last:
			continue
		case i == 0:
			return "", questions.WithHint(fmt.Errorf("the base path %q does not start at the root", base), fmt.Sprintf("write it as \"/%s\"", base))
		case part == "", part == ".", part == "..":
			return "", questions.WithHint(fmt.Errorf("the base path %q has an empty or a dot segment", base), "write it as it stands in the address, such as \"/tools/check/\"")
		}
		if i := strings.IndexFunc(part, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-._~", r))
		}); i >= 0 {
			return "", questions.WithHint(fmt.Errorf("the base path %q has a character that addresses escape: %q", base, part[i:i+1]), "use letters, digits and - . _ ~")
		}
	}
	return base, nil
}

// A document is a page on its way to a file.
type document struct {
	path string // "/fr/methode/"
	body *node
	ids  map[string]bool
}

// newDocument collects the ids of a page; an id that stands twice is a problem,
// because labels and links would then lead to the wrong place.
func newDocument(path string, body *node) (document, []error) {
	d := document{path, body, map[string]bool{}}
	var problems []error
	body.walk(func(n *node) {
		id, ok := n.attrs["id"]
		switch {
		case !ok:
		case d.ids[id]:
			problems = append(problems, fmt.Errorf("%s: the id %q stands twice", path, id))
		default:
			d.ids[id] = true
		}
	})
	return d, problems
}

// idReferences name ids of the same page.
var idReferences = []string{"aria-controls", "aria-describedby", "aria-labelledby", "for", "list"}

// check follows the links and the references of every document: to pages,
// their ids and files, before addresses are resolved.
func check(documents map[string]document, files map[string]bool) []error {
	var problems []error
	for _, path := range sortedKeys(documents) {
		d := documents[path]
		seen := map[string]bool{}
		problem := func(err error) {
			err = fmt.Errorf("%s: %w", path, err)
			if !seen[err.Error()] {
				seen[err.Error()] = true
				problems = append(problems, err)
			}
		}
		d.body.walk(func(n *node) {
			for _, name := range addressAttributes {
				if value, ok := n.attrs[name]; ok {
					if err := d.follow(value, documents, files); err != nil {
						problem(fmt.Errorf("<%s %s=%q> leads nowhere: %w", n.tag, name, value, err))
					}
				}
			}
			for _, name := range idReferences {
				for _, id := range strings.Fields(n.attrs[name]) {
					if !d.ids[id] {
						problem(fmt.Errorf("<%s %s=%q> names an id that the page does not have", n.tag, name, id))
					}
				}
			}
			if _, ok := n.attrs["style"]; ok {
				problem(questions.WithHint(fmt.Errorf("<%s style> is blocked by the site's own Content-Security-Policy", n.tag), "use a class"))
			}
			if n.tag == "style" || n.tag == "script" && n.attrs["src"] == "" && n.attrs["type"] != "application/json" {
				problem(questions.WithHint(fmt.Errorf("an inline <%s> is blocked by the site's own Content-Security-Policy", n.tag), "use a file of web/"))
			}
		})
	}
	return problems
}

// follow returns why a link leads nowhere.
func (d document) follow(location string, documents map[string]document, files map[string]bool) error {
	path, rest := splitAddress(location)
	_, fragment, _ := strings.Cut(rest, "#")
	switch {
	case path == "" && rest == "":
		return errors.New("it is empty")
	case strings.HasPrefix(path, "//"):
		return errors.New("it has no scheme")
	case path == "", path == d.path:
		if fragment != "" && !d.ids[fragment] {
			return errors.New("the page has no such id")
		}
	case strings.HasPrefix(path, "/"):
		target, ok := documents[path]
		switch {
		case !ok && !files[path]:
			return errors.New("there is no such page or file")
		case ok && fragment != "" && !target.ids[fragment]:
			return errors.New("that page has no such id")
		}
	case !strings.Contains(path, ":"):
		return questions.WithHint(errors.New("it is relative"), "write it from the root of the site, as /fr/methode/")
	case strings.HasPrefix(path, "javascript:"):
		return errors.New("the Content-Security-Policy blocks it")
	}
	return nil
}

// sortedKeys returns the keys of m in order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
