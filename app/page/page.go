package page

import (
	"fmt"
	"slices"
	"strings"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/app/ui"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/score"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A Page is one document of the site. Addresses are written from the root of
// the site ("/fr/methode/"); the builder adds the prefix and the hashes.
type Page struct {
	Path         string            // "/en/", "/fr/methode/", "/404.html"
	Lang         string            // of the whole document
	Words        *i18n.Printer     // of the interface, in Lang
	Pack         string            // id of the questionnaire, part of the keys of what is kept
	Title        string            // <title>
	Description  string            // <meta name="description">
	Canonical    string            // path of the page that search engines should show
	Alternates   map[string]string // language, or "x-default", to path
	Body         app.UI            // the only child of <body>, or its first one
	Styles       []string          // stylesheets in <head>
	Scripts      []string          // scripts in <head>, before the first paint
	Inline       string            // stylesheet that stands in the page itself
	PaintAfter   string            // id of the element that the first paint waits for
	BlockingPath string            // path of the blocking variant, if this is the eager one (see early)
	Defer        []string          // scripts that run once the document is read
	Onward       string            // path of the page that stands in the place of this one now
	Lexicon      string            // words that the last of Defer fetches for the program
	Program      bool              // loads the program
	KeptFirst    bool              // without it there is no offline version; so are all that load the program
	Embeddable   bool              // may stand in a frame of another site
	Shortcut     bool              // of the installed app leads here
	Frames       bool              // shows pages of this site in frames
	NoIndex      bool              // not for search engines

	// FirstQuestion is what the check-up asks first; it shows what a frame will hold.
	FirstQuestion string
	FirstOptions  []string // of it
}

// LexiconFile is where pages find the lexicon of the reader of job ads.
const LexiconFile = "/web/lexicon.txt"

// looks is the stylesheet of every page, and below what no first screen has: the
// check-up fetches that after its form.
const looks, below = "/web/page.css", "/web/below.css"

// early is the script that settles how a page looks, from what was kept and from
// where it stands. Waiting for it keeps the page from changing before the
// reader's eyes, and costs a first visitor one more way to the host and back. So
// the check-up is written twice. In the eager variant, for who comes first, the script
// stands behind the first section, which is painted meanwhile, in the looks of somebody
// of whom nothing is kept. In the blocking variant, for frames and for visits of which
// the worker knows that something is kept (web/page/variant.js), it stands in the head.
const early = "/web/early.js"

// Facts are what only the builder knows.
type Facts struct {
	Version   string                   // of the project, "1.0.0"
	Modules   []Module                 // the libraries inside the program
	Languages map[string]*i18n.Printer // those of the interface; nil for the ones that are shipped

	Stored       []Stored // what the site keeps in a browser
	Policy       string   // the Content-Security-Policy of a page with the program, without hashes
	ProgramBytes int      // of the program, as it travels
}

// A Module is a library with its licence.
type Module struct{ Path, Version, License string }

// Pages returns every document of the site for the questionnaire c, in the
// languages of c.
func Pages(c *checkup.Checkup, facts Facts) ([]Page, error) {
	voices, err := voicesOf(c, facts.Languages)
	if err != nil {
		return nil, err
	}
	var pages []Page
	for _, v := range voices {
		lang, words := v.Lang(), v.Pack
		add := func(name string, p Page) {
			p.Path = v.Address(name)
			p.Lang = lang
			p.Words = v.Printer
			p.Pack = c.Pack.ID
			p.Canonical = p.Path
			p.Title = v.T("page."+name+".title", "pack", words.Get("pack.title"))
			p.Description = v.T("page."+name+".description", "minutes", v.Minutes(c.Pack, c.Pack.ActsOrOne()[0]))
			p.Alternates = map[string]string{}
			for _, other := range voices {
				p.Alternates[other.Lang()] = other.Address(name)
			}
			if p.Inline == "" {
				p.Styles = append([]string{looks, below}, p.Styles...)
			}
			if p.BlockingPath == "" {
				p.Scripts = []string{early}
			}
			p.Defer = append([]string{"/web/page.js"}, p.Defer...)
			pages = append(pages, p)
		}
		add("checkup", Page{
			Body:         frame(v, voices, c, "checkup", checkupPage(v, c, early)),
			Inline:       looks,
			PaintAfter:   secondQuestion(c.Pack.Sections[0]),
			BlockingPath: v.Address("waiting"),
			Program:      true,
			Embeddable:   true,

			FirstQuestion: words.Get(c.Pack.Sections[0].Questions[0].ID + ".label"),
			FirstOptions:  firstOptions(words, c.Pack),
		})
		checkup := &pages[len(pages)-1]
		checkup.Alternates["x-default"] = "/"
		blocking := *checkup
		blocking.Path, blocking.BlockingPath = checkup.BlockingPath, ""
		blocking.Body = frame(v, voices, c, "checkup", checkupPage(v, c, ""))
		blocking.Scripts = []string{early}
		pages = append(pages, blocking)
		if say.ReadsAds(c) {
			add("ad", Page{
				Body:       frame(v, voices, c, "ad", adPage(v, c)),
				Styles:     []string{"/web/posting.css"},
				Defer:      []string{"/web/posting.js"},
				Lexicon:    LexiconFile,
				Program:    true,
				Embeddable: true,
			})
		}
		add("history", Page{
			Body:       frame(v, voices, c, "history", historyPage(v, c)),
			Styles:     []string{"/web/keep.css"},
			Program:    true,
			Embeddable: true,
			NoIndex:    true, // there is nothing to find on it but one's own
		})
		add("group", Page{
			Body:       frame(v, voices, c, "group", groupPage(v)),
			Styles:     []string{"/web/keep.css"},
			Program:    true,
			Embeddable: true,
		})
		if say.LogsHours(c) {
			add("hours", Page{
				Body:     frame(v, voices, c, "hours", hoursPage(v, c)),
				Styles:   []string{"/web/keep.css", "/web/hours.css"},
				Program:  true,
				Shortcut: true,
			})
		}
		add("method", Page{Body: frame(v, voices, c, "method", methodPage(v, c))})
		add("help", Page{Body: frame(v, voices, c, "help", helpPage(v, c)), KeptFirst: true})
		add("sources", Page{Body: frame(v, voices, c, "sources", evidencePage(v, c))})
		add("privacy", Page{Body: frame(v, voices, c, "privacy", prosePage(v, "privacy"))})
		add("about", Page{Body: frame(v, voices, c, "about", aboutPage(v, facts)), Defer: []string{"/web/install.js"}})
		add("embed", Page{
			Body:   frame(v, voices, c, "embed", editorsPage(v, voices, c)),
			Styles: []string{"/web/editors.css"},
			Defer:  []string{"/embed.js", "/web/editors.js"},
			Frames: true,
		})
		add("hosts", Page{
			Body:   frame(v, voices, c, "hosts", hostsPage(v, facts)),
			Styles: []string{"/web/editors.css"},
			Defer:  []string{"/web/copy.js"},
		})
		add("accessibility", Page{Body: frame(v, voices, c, "accessibility", accessibilityPage(v))})
		// Also where "leave now" leads in a frame.
		add("away", Page{Body: awayPage(v), NoIndex: true, Embeddable: true})
	}

	for _, v := range voices {
		if say.ReadsAds(c) && v.Address("ad") == "/job-posting/" {
			pages = append(pages, movedPage(v, voices, c, "/ad/", "ad"))
		}
	}

	// The form that waits: it sends most readers on to their language.
	root := pages[1]
	root.Path = "/"
	missing := Page{
		Path: "/404.html", Lang: root.Lang, Words: root.Words,
		Title:   root.Words.T("page.missing.title"),
		Body:    missingPage(voices),
		Styles:  []string{looks, below},
		Scripts: root.Scripts,
		NoIndex: true,
	}
	unkept := missing
	unkept.Path, unkept.Title, unkept.Body = "/unkept.html", root.Words.T("unkept.title"), unkeptPage(voices)
	unkept.Defer = []string{"/web/unkept.js"}
	return append(pages, root, missing, unkept), nil
}

// movedPage leads from an address that a page had once to where it is now, in frames
// too. Blockers of advertising take "/ad/" for what they block.
func movedPage(v say.Voice, voices []say.Voice, c *checkup.Checkup, from, name string) Page {
	title := v.T("foot." + name)
	return Page{
		Path: from, Lang: v.Lang(), Words: v.Printer, Title: title,
		Canonical: v.Address(name), Onward: v.Address(name),
		Body: frame(v, voices, c, name, app.Main().ID("main").Body(
			app.H1().Text(title),
			app.P().Body(app.A().Href(v.Address(name)).Text(title)),
		)),
		Styles: []string{looks, below}, Scripts: []string{early}, Defer: []string{"/web/page.js"},
		NoIndex: true, Embeddable: true,
	}
}

// voicesOf are the languages of c, spoken by the interface.
func voicesOf(c *checkup.Checkup, languages map[string]*i18n.Printer) ([]say.Voice, error) {
	var voices []say.Voice
	for _, lang := range c.Pack.Languages {
		printer := languages[lang]
		if languages == nil && slices.Contains(i18n.Languages(), lang) {
			printer = i18n.New(lang)
		}
		if printer == nil {
			return nil, questions.WithHint(fmt.Errorf("pack.json: languages: the interface does not speak %q", lang),
				"translate app/i18n/"+i18n.Reference+".json to app/i18n/"+lang+".json")
		}
		v := say.Voice{Printer: printer, Pack: c.Words[lang]}
		if missing := unnamed(v, c.Model.Scoring); len(missing) > 0 {
			return nil, questions.WithHint(fmt.Errorf("scoring.json: the interface has no words in %q for %s", lang, strings.Join(missing, ", ")),
				"use the keys of the questionnaire that is shipped, or add these to app/i18n/"+lang+".json")
		}
		voices = append(voices, v)
	}
	return voices, nil
}

// secondQuestion is the id of what follows the first question of a section.
// Chromium paints when an element begins, not when it has ended as the standard
// has it: with that of the first question it would paint too early.
func secondQuestion(s questions.Section) string { return s.Questions[min(1, len(s.Questions)-1)].ID }

// firstOptions are what the first question offers.
func firstOptions(words questions.Words, p *questions.Pack) []string {
	q := &p.Sections[0].Questions[0]
	var list []string
	for _, option := range p.QuestionOptions(q) {
		if key := q.OptionWord(option); words.Has(key) {
			list = append(list, words.Get(key))
		}
	}
	return list
}

// unnamed lists the words of the interface that a model asks for in vain.
func unnamed(v say.Voice, s score.Scoring) []string {
	var keys []string
	for _, l := range s.Signs.Levels {
		keys = append(keys, "level.signs."+l.Key)
	}
	for _, l := range s.Strain.Levels {
		keys = append(keys, "level.strain."+l.Key)
	}
	for _, g := range s.Grades {
		keys = append(keys, "method.grade."+g.Key)
	}
	for _, scale := range s.Scales {
		keys = append(keys, "method.scale."+scale.ID)
	}
	for _, point := range s.OpenPoints {
		keys = append(keys, "method.open."+point)
	}
	return slices.DeleteFunc(keys, v.Has)
}

// frame is what stands around every page: a way to the content, a way out, and
// somebody to talk to.
func frame(v say.Voice, voices []say.Voice, c *checkup.Checkup, name string, main app.UI) app.UI {
	return app.Div().Class("frame").Body(
		app.A().Class("skip").Href("#main").Body(ui.Text(v, "skip")),
		app.Header().Class("bar").Body(
			app.A().Class("brand").Href(v.Address("checkup")).Body(
				app.Img().Src("/web/icon.svg").DataSet("inline", true).Attr("alt", empty).Width(28).Height(28),
				app.Span().Body(ui.Text(v, "name")),
			),
			app.Div().Class("tools").Body(
				languageLinks(v, voices, name),
				app.A().Class("leave").Href(v.Address("away")).
					DataSet("act", "leave").Rel("nofollow").Body(ui.Text(v, "leave")),
			),
			talk(v, c.Pack),
		),
		app.P().ID("said").Class("quiet").Role("status"),
		update(v),
		main,
		unserved(v, name),
		footer(v, c),
	)
}

// unserved is seen where the stylesheet does not come, or the script for a long time.
// The check-up, whose stylesheet stands in it, has the sentence of its own box instead
// (web/page.css).
func unserved(v say.Voice, name string) app.UI {
	if name == "checkup" {
		return app.Text("")
	}
	return app.P().Class("unserved").Body(ui.Text(v, "unserved"))
}

// languageLinks lead to the same page in the other languages, each in its own name. Two
// names leave no room for the rest of the line on a phone: then their codes are seen.
func languageLinks(v say.Voice, voices []say.Voice, name string) app.UI {
	var links []app.UI
	for _, other := range voices {
		lang := other.Lang()
		if lang == v.Lang() {
			continue
		}
		link := app.A().Href(other.Address(name)).Lang(lang).Attr("hreflang", lang).DataSet("act", "lang")
		if len(voices) > 2 {
			link = link.Title(other.T("language.name")).Text(strings.ToUpper(lang))
		} else {
			link = link.Body(ui.Text(other, "language.name"))
		}
		links = append(links, app.Li().Body(link))
	}
	return app.Ul().Class("languages").Body(links...)
}

// update offers a new version; nobody is made to take it.
func update(v say.Voice) app.UI {
	return app.P().Class("notice").DataSet("update", "true").Hidden(true).Body(
		ui.Text(v, "update.ready"),
		app.Span().DataSet("news", "true"),
		app.Text(" "),
		app.Button().Type("button").DataSet("act", "update").Body(ui.Text(v, "update.take")),
	)
}

// footer leads to the other pages, but for the log of hours: the links are the same on
// all pages, and each byte on the first comes before the first answer.
func footer(v say.Voice, c *checkup.Checkup) app.UI {
	links := []app.UI{footLink(v, "checkup")}
	if say.ReadsAds(c) {
		links = append(links, footLink(v, "ad"))
	}
	links = append(links, footLink(v, "history"), footLink(v, "method"), footLink(v, "sources"), footLink(v, "privacy"), footLink(v, "about"))
	return app.Footer().Class("foot").Body(
		app.Nav().Aria("label", v.T("foot.label")).Body(
			app.Ul().Body(links...),
		),
		app.Div().Class("settings").Body(
			app.Label().For("appearance").Body(ui.Text(v, "theme.label")),
			app.Select().ID("appearance").DataSet("act", "theme").Attr("autocomplete", "off").Body(
				app.Option().Value("auto").Body(ui.Text(v, "theme.auto")),
				app.Option().Value("light").Body(ui.Text(v, "theme.light")),
				app.Option().Value("dark").Body(ui.Text(v, "theme.dark")),
			),
			app.Details().Class("erase").Body(
				ui.Summary(v, "erase"),
				ui.P(v, "erase.what"),
				app.Button().Type("button").Class("plain").DataSet("act", "erase").
					DataSet("done", v.T("erase.done")).Body(ui.Text(v, "erase.now")),
			),
		),
		ui.P(v, "foot.note"),
	)
}

func footLink(v say.Voice, name string) app.UI {
	return app.Li().Body(app.A().Href(v.Address(name)).Body(ui.Text(v, "foot."+name)))
}

// empty stands for an attribute that is there and empty (alt="", value=""):
// go-app drops empty values, so the site builder writes this one as "". It is
// for prerendered markup only.
const empty = "\x00"
