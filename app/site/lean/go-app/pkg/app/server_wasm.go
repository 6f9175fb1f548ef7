package app

import "strings"

// Handler is named by GenerateStaticWebsite, which panics in a browser.
type Handler struct{}

// ResourceResolver tells where a static resource is.
type ResourceResolver interface{ Resolve(string) string }

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
