package ui

import (
	"strings"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// empty stands for an attribute that is there and empty (alt="", value=""):
// go-app drops empty values, so the site builder writes this one as "". It is
// for prerendered markup only.
const empty = "\x00"

// A Voice speaks one language: the interface's words and the pack's.
type Voice struct {
	*i18n.Printer
	Pack questions.Words
}

// NewVoice speaks a language in which c has words.
func NewVoice(c *checkup.Checkup, lang string) Voice { return Voice{i18n.New(lang), c.Words[lang]} }

// Text returns the interface's words for key as a text node.
func Text(v Voice, key string, pairs ...string) app.UI {
	return app.Text(v.T(key, pairs...))
}

// Paragraphs splits the words for key at blank lines.
func Paragraphs(v Voice, key string, pairs ...string) []app.UI {
	var out []app.UI
	for _, p := range strings.Split(v.T(key, pairs...), "\n\n") {
		out = append(out, app.P().Text(p))
	}
	return out
}

// optional returns the pack's words for key, or "" where a pack has none.
func (v Voice) optional(key string) string {
	if !v.Pack.Has(key) {
		return ""
	}
	return v.Pack.Get(key)
}
