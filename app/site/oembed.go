package site

import (
	"bytes"
	"encoding/json"
	"html"
	"strconv"
	"strings"

	"bothends/app/page"
)

// An oembed is what WordPress, Ghost and others ask for when somebody pastes the address
// of a page on a line of its own: oEmbed 1.0, https://oembed.com, section 2.3.4.4. It is a
// file, so "maxwidth" and "maxheight" of the request change nothing.
type oembed struct {
	Version      string `json:"version"`
	Type         string `json:"type"`
	Title        string `json:"title"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	CacheAge     int    `json:"cache_age"` // seconds
	HTML         string `json:"html"`
	Width        int    `json:"width"`
	Height       int    `json:"height"`
}

const (
	oembedFolder = "oembed/"
	oembedWidth  = 600
	// WordPress gives a frame no more than 1000 pixels, so that is what is asked for until
	// the frame says what it needs (web/frame.js); where it never can, it scrolls.
	oembedHeight = 1000
	oembedAge    = 86400
)

// framePath is the page that stands in a frame for what is read at p's address, "" for none.
func framePath(p page.Page) string {
	switch {
	case p.BlockingPath != "":
		return p.BlockingPath
	case p.Lexicon != "":
		return p.Path
	}
	return ""
}

// oembedFiles are the files of the pages that can be pasted, by the path of the page
// ("/fr/annonce/"). Without an address of the site there are none: WordPress wants full ones.
func oembedFiles(pages []page.Page, origin string, a Addresses) (files map[string][]byte, byPage map[string]string) {
	files, byPage = map[string][]byte{}, map[string]string{}
	for _, p := range pages {
		inside := framePath(p)
		if inside == "" || origin == "" || p.Canonical != p.Path {
			continue
		}
		title := p.Title
		if p.BlockingPath != "" {
			title = p.Words.T("embed.frame")
		}
		// WordPress lets an <iframe> of others keep its src, title, size and frameborder, and
		// adds a sandbox. It follows the height (wp-embed.js) only where a <blockquote> stands
		// before it, and shows that until the frame has spoken. It takes no attribute of a
		// <blockquote>; elsewhere this one stays hidden.
		link := `<blockquote hidden><a href="` + html.EscapeString(origin+a.Resolve(p.Path)) + `">` + html.EscapeString(title) + `</a></blockquote>`
		frame := `<iframe src="` + html.EscapeString(origin+a.Resolve(inside)) + `" title="` + html.EscapeString(title) +
			`" width="` + strconv.Itoa(oembedWidth) + `" height="` + strconv.Itoa(oembedHeight) + `" frameborder="0" loading="lazy" allow="clipboard-write"></iframe>`
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		if err := e.Encode(oembed{
			Version: "1.0", Type: "rich", Title: p.Title, ProviderName: p.Words.T("name"), ProviderURL: origin + a.base,
			CacheAge: oembedAge, HTML: link + frame, Width: oembedWidth, Height: oembedHeight,
		}); err != nil {
			panic(err) // plain strings always encode
		}
		name := oembedFolder + strings.Trim(p.Path, "/") + ".json"
		files[name], byPage[p.Path] = b.Bytes(), name
	}
	return files, byPage
}
