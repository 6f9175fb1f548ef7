package site

import (
	"bytes"
	"encoding/json"
	"strconv"

	"bothends/app/page"
)

type manifest struct {
	ID              string         `json:"id"`
	Lang            string         `json:"lang"`
	Dir             string         `json:"dir"`
	Scope           string         `json:"scope"`
	StartURL        string         `json:"start_url"`
	Name            string         `json:"name"`
	ShortName       string         `json:"short_name"`
	Description     string         `json:"description"`
	Categories      []string       `json:"categories"`
	Display         string         `json:"display"`
	ThemeColor      string         `json:"theme_color"`
	BackgroundColor string         `json:"background_color"`
	Icons           []manifestIcon `json:"icons"`
	Shortcuts       []shortcut     `json:"shortcuts,omitempty"`
	Screenshots     []screenshot   `json:"screenshots,omitempty"`
	ShareTarget     *shareTarget   `json:"share_target,omitempty"`
}

// A shareTarget is where a text goes that another app shares with the installed one
// (W3C Web Share Target, which only browsers made from Chromium have). It is
// posted, so that it stands in no address, and the worker answers: no host ever
// sees it.
type shareTarget struct {
	Action  string            `json:"action"`
	Method  string            `json:"method"`
	EncType string            `json:"enctype"`
	Params  map[string]string `json:"params"`
}

// A screenshot is shown where a browser asks whether to install.
type screenshot struct {
	Src        string `json:"src"`
	Sizes      string `json:"sizes"`
	Type       string `json:"type"`
	FormFactor string `json:"form_factor"`
	Label      string `json:"label"`
}

type manifestIcon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

type shortcut struct {
	Name  string         `json:"name"`
	URL   string         `json:"url"`
	Icons []manifestIcon `json:"icons"`
}

func manifestName(lang string) string { return "manifest." + lang + ".webmanifest" }

// manifestOf returns the manifest of one language. start is the page the
// installed app opens; of the other pages of the language, those where something is
// done become shortcuts.
//
// The id is the same in every language: it is one app, whose language follows
// the page it was installed from.
func manifestOf(start page.Page, others []page.Page, a Addresses, colours map[string]palette) []byte {
	words := start.Words
	m := manifest{
		ID:              a.base,
		Lang:            start.Lang,
		Dir:             words.T("language.direction"),
		Scope:           a.base,
		StartURL:        a.Resolve(start.Path),
		Name:            words.T("name"),
		ShortName:       words.T("name"),
		Description:     start.Description,
		Categories:      []string{"health", "lifestyle", "productivity"},
		Display:         "standalone",
		ThemeColor:      colours[light].Page,
		BackgroundColor: colours[light].Page,
		Icons: []manifestIcon{
			{a.Resolve("/web/icon.svg"), "any", "image/svg+xml", "any"},
			{a.Resolve("/web/icon-192.png"), "192x192", "image/png", "any"},
			{a.Resolve("/web/icon-512.png"), "512x512", "image/png", "any"},
			{a.Resolve("/web/icon-maskable.svg"), "any", "image/svg+xml", "maskable"},
			{a.Resolve("/web/icon-maskable-192.png"), "192x192", "image/png", "maskable"},
			{a.Resolve("/web/icon-maskable-512.png"), "512x512", "image/png", "maskable"},
		},
	}
	// What people do there, not what they read. Android wants an icon of 96 pixels or more.
	for _, p := range append([]page.Page{start}, others...) {
		if p.Path == start.Path || p.Lexicon != "" || p.Shortcut {
			m.Shortcuts = append(m.Shortcuts, shortcut{p.Title, a.Resolve(p.Path), m.Icons[1:2]})
		}
	}
	for _, p := range others {
		if p.Lexicon != "" {
			m.ShareTarget = &shareTarget{a.Resolve(p.Path), "POST", "multipart/form-data", map[string]string{"title": "title", "text": "text", "url": "url"}}
		}
	}
	for _, s := range screens {
		if start.FirstQuestion != "" {
			m.Screenshots = append(m.Screenshots, screenshot{a.Resolve("/" + s.file(start.Lang)), strconv.Itoa(s.width) + "x" + strconv.Itoa(s.height), "image/png", s.form, start.Description})
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(m); err != nil {
		panic(err) // plain strings always encode
	}
	return b.Bytes()
}
