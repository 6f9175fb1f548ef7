package site

import (
	"encoding/xml"
	"strings"

	"bothends/app/page"
)

// robots lets search engines in; pages that are not for them say so themselves.
func robots(origin string, a Addresses) []byte {
	text := "User-agent: *\nAllow: /\n"
	if origin != "" {
		text += "Sitemap: " + origin + a.Resolve("/sitemap.xml") + "\n"
	}
	return []byte(text)
}

// sitemap lists the pages for search engines, with their translations. It has
// no dates: a build does not know when words last changed.
func sitemap(pages []page.Page, origin string, a Addresses) []byte {
	var b strings.Builder
	escaped := func(address string) string {
		var e strings.Builder
		xml.EscapeText(&e, []byte(origin+a.Resolve(address))) // a Builder does not fail
		return e.String()
	}
	b.WriteString(xml.Header)
	b.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, p := range pages {
		if p.NoIndex || p.Path != p.Canonical {
			continue
		}
		b.WriteString("<url><loc>" + escaped(p.Path) + "</loc>")
		for _, lang := range sortedKeys(p.Alternates) {
			b.WriteString(`<xhtml:link rel="alternate" hreflang="` + lang + `" href="` + escaped(p.Alternates[lang]) + `"/>`)
		}
		b.WriteString("</url>\n")
	}
	b.WriteString("</urlset>\n")
	return []byte(b.String())
}
