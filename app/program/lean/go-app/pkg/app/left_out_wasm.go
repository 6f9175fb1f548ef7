package app

import (
	"errors"
	"strings"
)

// Handler is named by GenerateStaticWebsite, which panics in a browser.
type Handler struct{}

// clientResourceResolver puts resources, "/web/...", below another address.
func clientResourceResolver(below string) func(string) string {
	return func(location string) string {
		trimmed := strings.Trim(location, "/")
		if strings.Contains(location, "://") || trimmed != "web" && !strings.HasPrefix(trimmed, "web/") {
			return location
		}
		return below + "/" + strings.TrimPrefix(trimmed, "web/")
	}
}

// A router knows single addresses, and ".*" for all others.
type router struct {
	routes map[string]func() Composer
	others func() Composer
}

func makeRouter() router { return router{routes: map[string]func() Composer{}} }

func (r *router) route(path string, newComponent func() Composer) { r.routes[path] = newComponent }

func (r *router) routeWithRegexp(pattern string, newComponent func() Composer) {
	if pattern != ".*" {
		panic("regular expressions are left out of this program")
	}
	r.others = newComponent
}

func (r *router) routed(path string) bool { return r.routes[path] != nil || r.others != nil }

func (r *router) createComponent(path string) (Composer, bool) {
	newComponent := r.routes[path]
	if newComponent == nil {
		newComponent = r.others
	}
	if newComponent == nil {
		return nil, false
	}
	return newComponent(), true
}

var errCrypto = errors.New("cryptography is left out of this program")

func encrypt(string, []byte) ([]byte, error) { return nil, errCrypto }

func decrypt(string, []byte) ([]byte, error) { return nil, errCrypto }
