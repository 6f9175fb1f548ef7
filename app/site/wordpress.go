package site

import (
	"bytes"
	"embed"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"strings"

	"bothends/app/page"
	"bothends/app/program"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/web"
)

// wordPressFiles are the plugin with the block, as WordPress reads it, but for what only
// the builder knows: "{version}", and site.json.
//
//go:embed wordpress
var wordPressFiles embed.FS

// wordPressFolder is where all of a plugin stands in its zip.
const wordPressFolder = "both-ends/"

// A wordPressSite is what the plugin knows of a site.
type wordPressSite struct {
	Address   string                       `json:"address"` // with a slash at its end; "" is not known
	Usual     string                       `json:"usual"`   // the language for who speaks none
	Light     string                       `json:"light"`   // behind the words of each theme
	Dark      string                       `json:"dark"`
	Languages map[string]wordPressLanguage `json:"languages"`
}

type wordPressLanguage struct {
	CheckUp   string            `json:"checkUp"` // below the address, "embed/fr/"
	Ad        string            `json:"ad"`
	Question  string            `json:"question"` // the first one
	Words     map[string]string `json:"words"`
	Countries [][2]string       `json:"countries"` // code and name
}

// wordPressWords are those of the editor: most are of the page for editors.
var wordPressWords = []string{
	"embed.accent", "embed.accent.dark", "embed.accent.fits", "embed.accent.help", "embed.accent.light", "embed.accent.shape",
	"embed.block.address", "embed.block.none", "embed.block.page", "embed.block.wrong", "embed.choices",
	"embed.country", "embed.country.none", "embed.frame", "embed.lang",
	"embed.load", "embed.load.click", "embed.load.more", "embed.load.near", "embed.load.start", "embed.page",
	"foot.ad", "foot.checkup", "language.name", "language.tag", "name",
	"theme.auto", "theme.dark", "theme.label", "theme.light",
}

// WordPress returns the plugin for a site as the zip that WordPress takes. It needs no
// program, and is the same for whoever builds it.
func WordPress(o Options) ([]byte, []error) {
	base, problems := o.addresses()
	if len(problems) > 0 {
		return nil, problems
	}
	origin, err := originOf(o.URL, base)
	if err != nil {
		return nil, []error{err}
	}
	pack := checkup.Shipped()
	if o.Pack != "" {
		pack = os.DirFS(o.Pack)
	}
	c, wrong := checkup.Check(pack)
	words, wrongWords := o.languages()
	if c == nil || words == nil {
		return nil, asErrors(append(wrong, wrongWords...))
	}
	pages, err := page.Pages(c, page.Facts{Languages: words})
	if err != nil {
		return nil, []error{err}
	}
	colours, problems := coloursOf(web.Files)
	if len(problems) > 0 {
		return nil, problems
	}
	known := wordPressSite{Light: colours[light].Page, Dark: colours[dark].Page, Languages: map[string]wordPressLanguage{}}
	if origin != "" {
		known.Address = origin + base
	}
	for _, p := range pages {
		below := strings.TrimPrefix(p.Path, "/")
		l := known.Languages[p.Lang]
		switch {
		case below == "": // the page of no language
			known.Usual = p.Lang
			continue
		case p.BlockingPath != "":
			l.CheckUp, l.Question = strings.TrimPrefix(p.BlockingPath, "/"), p.FirstQuestion
			l.Words = map[string]string{}
			for _, key := range wordPressWords {
				l.Words[key] = p.Words.T(key)
			}
			for _, code := range page.Countries(c.Pack) {
				l.Countries = append(l.Countries, [2]string{code, c.Words[p.Lang].Get("country." + code)})
			}
		case p.Lexicon != "":
			l.Ad = below
		default:
			continue
		}
		known.Languages[p.Lang] = l
	}
	zip, err := wordPressZip(known)
	if err != nil {
		return nil, []error{err}
	}
	return zip, nil
}

func wordPressZip(known wordPressSite) ([]byte, error) {
	told, err := json.MarshalIndent(known, "", " ")
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{wordPressFolder + "site.json": told}
	err = fs.WalkDir(wordPressFiles, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(wordPressFiles, name)
		files[wordPressFolder+path.Base(name)] = bytes.ReplaceAll(content, []byte("{version}"), []byte(program.Version))
		return err
	})
	if err != nil {
		return nil, questions.WithHint(err, "the plugin is in app/site/wordpress")
	}
	return archived(files)
}
