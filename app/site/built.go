package site

import (
	"strings"

	"bothends/app/page"
)

// An embedding is what web/embed.js puts into pages of other sites in one language. It
// travels as a list, for every byte of embed.js is in pages of others.
type embedding [5]string

// What is at which place of an embedding. Addresses are below the base, "embed/fr/".
const (
	embedAd       = iota // the check-up is at embed/LANGUAGE/
	embedTitle           // of the frame, for who cannot see it
	embedQuestion        // the first one, for who is asked before anything is fetched
	embedMore            // what pressing does, with {host}
	embedStart           // the button
)

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
			e = embedding{"", p.Words.T("embed.frame"), p.FirstQuestion, p.Words.T("embed.load.more"), p.Words.T("embed.load.start")}
		case p.Lexicon != "":
			e[embedAd] = below // which is written after the check-up
		default:
			continue
		}
		embed[p.Lang] = e
	}
	return map[string]any{
		"colours": colours,
		"pages":   map[string]any{"framed": framed, "blockingPaths": blocking},
		"embed":   map[string]any{"languages": embed, "usual": usual, "light": colours[light].Page, "dark": colours[dark].Page},
	}
}
