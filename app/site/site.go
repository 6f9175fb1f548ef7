// Package site turns the pages of package ui, the files of web/ and the
// program into a folder that any static host can serve, at any path.
//
//	site.go       Make: everything in, a map from path to content out
//	markup.go     go-app's markup, read back and printed as HTML
//	addresses.go  where files are in this build; links that lead nowhere
//	openacr.go    the accessibility report, for programs; stored.go what scripts keep
//	share.go      pictures for shared links; poster.go an A4 page; letters.go their words
//	oembed.go     what WordPress and others make of a pasted address
//	wordpress.go  the plugin with the block, from what is in wordpress/
//	document.go   the head and the frame of a page; manifest.go the app manifest
//	assets.go     files of web/, named after their content; icon.go the PNGs
//	scripts.go    scripts and stylesheets, bundled and minified (esbuild)
//	built.go      what the builder tells scripts; colours.go of what page.css says
//	worker.go     what the service worker keeps
//	headers.go    what hosts should send with each file
//	config.go     the same for servers that are told in their own language
//	compress.go   small copies of everything
//	build.go      writes the folder; serve.go serves it
//
// The same source gives the same bytes: nothing depends on the clock, on the
// order of a map or on the folder the source stands in.
package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"

	"bothends/app/page"
	"bothends/questions"
	"bothends/questions/schema"
)

// missingPath is the page that hosts show for addresses that do not exist.
const missingPath = "/404.html"

// unkeptPath is the page that the worker shows, without a network, for one that it
// does not keep.
const unkeptPath = "/unkept.html"

// schemaFolder holds the JSON Schemas of packs, for those who write one.
const schemaFolder = "schema/"

// Input is what a site is made of.
type Input struct {
	Pages   []page.Page
	Web     fs.FS // the files of web/
	Program Program
	Lexicon []byte            // of the reader of job ads, for the pages that ask for it
	Data    map[string][]byte // what the program is told (app/data), by language
	Base    string            // path prefix, "/" or "/tools/check/"
	URL     string            // where the site will stand, such as "https://example.org"; may be empty
}

// A Program is the compiled Go program and what starts it.
type Program struct {
	Wasm     []byte
	Exec     []byte // wasm_exec.js of the toolchain that compiled Wasm
	Transfer int    // bytes of Wasm that travel, for the progress line
}

// A Site is the files of one build.
type Site struct {
	Version string            // hash of everything
	Files   map[string][]byte // by path below the base, "fr/methode/index.html"
	pages   []page.Page
	names   map[string]string // "/web/page.css" -> "web/page.0123456789.css"
	base    string
	keep    offline
}

// Make returns the site, or all problems.
func Make(in Input) (*Site, []error) {
	base, err := cleanBase(in.Base)
	if err != nil {
		return nil, []error{err}
	}
	origin, err := originOf(in.URL, base)
	if err != nil {
		return nil, []error{err}
	}
	colours, wrong := coloursOf(in.Web)
	problems := wrong
	built := builtModules(in.Pages, colours)
	files, names, wrong := assets(in.Web, base, built)
	problems = append(problems, wrong...)
	drawn, wrong := drawIcons(in.Web)
	problems = append(problems, wrong...)
	add := func(name string, content []byte) {
		hashed := hashedName(name, content)
		files[hashed] = content
		names["/"+name] = hashed
	}
	for _, name := range sortedKeys(drawn) {
		add(name, drawn[name])
	}
	if len(in.Program.Wasm) > 0 {
		add("web/app.wasm", in.Program.Wasm)
		add("web/wasm_exec.js", in.Program.Exec)
	}
	integrity := map[string]string{}
	for _, lang := range sortedKeys(in.Data) {
		add(dataFile(lang)[1:], in.Data[lang])
		integrity[dataFile(lang)] = integrityOf(in.Data[lang])
	}
	if len(in.Lexicon) > 0 && slices.ContainsFunc(in.Pages, func(p page.Page) bool { return p.Lexicon != "" }) {
		add(page.LexiconFile[1:], in.Lexicon)
		integrity[page.LexiconFile] = integrityOf(in.Lexicon)
	}
	if len(problems) > 0 {
		return nil, problems
	}

	addresses := Addresses{base, names}
	for lang, pages := range byLanguage(in.Pages) {
		name := manifestName(lang)
		files[name] = manifestOf(pages[0], pages[1:], addresses, colours)
		names["/"+name] = name
	}
	if files[embedFile], problems = bundle(in.Web, embedFile, built); len(problems) > 0 {
		return nil, problems
	}

	schemas, err := fs.Glob(schema.Files, "*.json")
	if err != nil {
		return nil, []error{err}
	}
	for _, name := range schemas {
		content, err := fs.ReadFile(schema.Files, name)
		if err != nil {
			return nil, []error{err}
		}
		files[schemaFolder+name] = content
	}

	files[page.OpenACRFile[1:]] = openACR(origin + base)

	bodies, problems := checkPages(in.Pages, files, names)
	if len(problems) > 0 {
		return nil, problems
	}
	for _, body := range bodies {
		addresses.resolve(body)
	}

	files["robots.txt"] = robots(origin, addresses)
	if origin != "" {
		files["sitemap.xml"] = sitemap(in.Pages, origin, addresses)
	}

	shares, err := shareFiles(in.Pages, origin, in.Web, colours)
	if err != nil {
		return nil, []error{err}
	}
	maps.Copy(files, shares)
	told, tellers := oembedFiles(in.Pages, origin, addresses)
	maps.Copy(files, told)

	// The version is the hash of everything, so it stands in what it is the
	// hash of: those files are made twice, first with an empty version.
	keep := offlineFiles(in.Pages, addresses)
	site := &Site{"", files, in.Pages, names, base, keep}
	s := shell{addresses, "", origin, in.Program, integrity, files, colours, tellers}
	for range 2 {
		s.version = site.Version
		for _, p := range in.Pages {
			files[fileOf(p.Path)] = s.document(p, bodies[p.Path])
		}
		if files[workerFile], problems = workerOf(in.Web, site.Version, keep); len(problems) > 0 {
			return nil, problems
		}
		if site.Version == "" {
			site.Version = versionOf(files)
		}
	}
	var facts []pageFacts
	for _, p := range in.Pages {
		facts = append(facts, s.factsOf(p))
	}
	rules := rules(base, facts, files)
	if problems := checkRules(rules); len(problems) > 0 {
		return nil, problems
	}
	files[headersFile] = writeRules(rules)
	files[githubFile] = []byte{}
	if files[apacheFile], err = configOf(apache, rules, base, ""); err != nil {
		return nil, []error{err}
	}
	return site, nil
}

// checkPages renders every body, with its drawings in it, and follows all links,
// before addresses are resolved.
func checkPages(pages []page.Page, files map[string][]byte, names map[string]string) (map[string]*node, []error) {
	var problems []error
	bodies := map[string]*node{}
	documents := map[string]document{}
	for _, p := range pages {
		body, err := render(p.Body)
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", p.Path, err))
			continue
		}
		for _, wrong := range inlineDrawings(body, func(address string) []byte { return files[names[address]] }) {
			problems = append(problems, fmt.Errorf("%s: %w", p.Path, wrong))
		}
		d, wrong := newDocument(p.Path, body)
		problems = append(problems, wrong...)
		bodies[p.Path] = body
		documents[p.Path] = d
	}
	known := map[string]bool{}
	for name := range files {
		known["/"+name] = true
	}
	for address := range names {
		known[address] = true
	}
	problems = append(problems, check(documents, known)...)
	for _, p := range pages {
		for _, address := range slices.Concat([]string{p.Inline}, p.Styles, p.Scripts, p.Defer) {
			if address != "" && !known[address] {
				problems = append(problems, fmt.Errorf("%s: there is no file %s", p.Path, address))
			}
		}
		if p.Embeddable && !known[frameFile] {
			problems = append(problems, fmt.Errorf("%s: the page may stand in a frame, but there is no file %s", p.Path, frameFile))
		}
		if p.Lexicon != "" && !known[p.Lexicon] {
			problems = append(problems, fmt.Errorf("%s: the page needs %s, and there is none", p.Path, p.Lexicon))
		}
		if p.Program && names["/web/app.wasm"] == "" {
			problems = append(problems, fmt.Errorf("%s: the page loads the program, but there is none", p.Path))
		}
		if p.Program && names[dataFile(p.Lang)] == "" {
			problems = append(problems, fmt.Errorf("%s: the page loads the program, but there is no data for it in %q", p.Path, p.Lang))
		}
		if p.PaintAfter != "" && !documents[p.Path].ids[p.PaintAfter] {
			problems = append(problems, fmt.Errorf("%s: what is painted first, %q, is not an id of the page", p.Path, p.PaintAfter))
		}
		alternates := slices.Collect(func(yield func(string) bool) {
			for _, lang := range sortedKeys(p.Alternates) {
				if !yield(p.Alternates[lang]) {
					return
				}
			}
		})
		for _, address := range append(alternates, p.Canonical, p.BlockingPath) {
			if _, ok := documents[address]; !ok && address != "" {
				problems = append(problems, fmt.Errorf("%s: there is no page %s", p.Path, address))
			}
		}
	}
	return bodies, problems
}

// dataFile is where pages in a language find what the program is told.
func dataFile(lang string) string { return "/web/data." + lang + ".txt" }

// byLanguage groups the pages that belong in a manifest: first the one the
// installed app opens, which is the language's first page with the program,
// then its shortcuts.
func byLanguage(pages []page.Page) map[string][]page.Page {
	groups := map[string][]page.Page{}
	for _, p := range pages {
		if p.NoIndex || p.Path != p.Canonical {
			continue
		}
		if p.Program || len(groups[p.Lang]) > 0 {
			groups[p.Lang] = append(groups[p.Lang], p)
		}
	}
	return groups
}

// fileOf returns the file of a page: a folder has its page in index.html, so
// that its address works on every host without a rule.
func fileOf(path string) string {
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return path[1:]
}

// versionOf is the hash of all names and contents.
func versionOf(files map[string][]byte) string {
	sum := sha256.New()
	for _, name := range sortedKeys(files) {
		fmt.Fprintf(sum, "%s %d\n", name, len(files[name]))
		sum.Write(files[name])
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}

// originOf checks the address that a site is built for.
func originOf(address, base string) (string, error) {
	if address == "" {
		return "", nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return "", questions.WithHint(fmt.Errorf("%q is not the address of a site", address), "write it as https://example.org")
	}
	if path, err := cleanBase(u.Path); err != nil || path != "/" && path != base {
		return "", questions.WithHint(fmt.Errorf("the address %q has another path than the base %q", address, base), "give the same path to both")
	}
	return u.Scheme + "://" + u.Host, nil
}
