package site

import (
	"strings"

	"bothends/app/page"
)

// An embedding is what web/embed.js puts into pages of other sites in one language.
// Addresses are below the base, "embed/fr/".
type embedding struct {
	CheckUp string `json:"checkUp"`
	Ad      string `json:"ad"`
	Title   string `json:"title"` // of the frame, for who cannot see it
}

// builtModules are what only the builder knows and scripts import, by what follows
// "site:". Those of the worker are written later, see workerOf.
func builtModules(pages []page.Page, colours map[string]palette) map[string]any {
	framed := []string{}            // pages that may stand in a frame of another site
	blocking := map[string]string{} // the blocking variant of a page, by the eager one
	embed := map[string]embedding{} // by language
	usual := ""                     // of those, for who speaks none
	for _, p := range pages {
		below := strings.TrimPrefix(p.Path, "/")
		if p.Embeddable && below != "" {
			framed = append(framed, below)
		}
		if below == "" { // the page of no language
			usual = p.Lang
		}
		e := embed[p.Lang]
		switch {
		case p.BlockingPath != "":
			form := strings.TrimPrefix(p.BlockingPath, "/")
			blocking[below] = form
			e = embedding{form, form, p.Words.T("embed.frame")}
		case p.Lexicon != "":
			e.Ad = below // which is written after the check-up
		default:
			continue
		}
		embed[p.Lang] = e
	}
	return map[string]any{
		"colours": colours,
		"pages":   map[string]any{"framed": framed, "blockingPaths": blocking},
		"embed":   map[string]any{"languages": embed, "usual": usual},
	}
}
