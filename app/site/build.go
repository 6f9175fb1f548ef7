package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"bothends/app/data"
	"bothends/app/i18n"
	"bothends/app/page"
	"bothends/app/program"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/web"
)

// Options say what to build and where to put it.
type Options struct {
	Out  string // folder to write; an earlier build there is replaced
	Base string // path prefix, "/" or "/tools/check/"
	URL  string // address of the site if known, such as "https://example.org"
	Pack string // folder of another questionnaire; "" is the one that is shipped
	Wasm string // a program built before; "" compiles it

	// Interface is a folder with other languages of the interface, as app/i18n has
	// them; "" is those that are shipped.
	Interface string

	// Plain leaves the program as large as its libraries are: see package program.
	Plain bool

	// Quick leaves the program less compressed, which saves a minute. It is
	// for trying things out, not for hosting.
	Quick bool
}

// A Report tells what was built.
type Report struct {
	Version string
	Sizes   []Size
}

// Build writes the site, whole or not at all. What is cheap to find wrong is
// found before the program is compiled.
func Build(o Options) (Report, []error) {
	if err := mayReplace(o.Out); err != nil {
		_, problems := o.addresses()
		return Report{}, append(problems, err)
	}
	s, _, problems := assemble(o)
	if len(problems) > 0 {
		return Report{}, problems
	}
	if err := write(o.Out, s.Files); err != nil {
		return Report{}, []error{err}
	}
	return Report{s.Version, s.sizes()}, nil
}

// assemble makes the site with its compressed copies, and the program in it.
func assemble(o Options) (*Site, program.Program, []error) {
	var none program.Program
	if _, problems := o.addresses(); len(problems) > 0 {
		return nil, none, problems
	}
	pack := checkup.Shipped()
	if o.Pack != "" {
		pack = os.DirFS(o.Pack)
	}
	c, wrong := checkup.Check(pack)
	languages, wrongWords := o.languages()
	if c == nil || languages == nil {
		return nil, none, asErrors(append(wrong, wrongWords...))
	}
	if unspoken := unspoken(pack, c.Pack.Languages, languages); len(unspoken) > 0 {
		return nil, none, asErrors(unspoken)
	}
	lexicon, wrong := checkup.AdLexicon()
	if lexicon == nil {
		return nil, none, asErrors(wrong)
	}
	compiled, err := program.Build(program.Options{Plain: o.Plain, Wasm: o.Wasm})
	if err != nil {
		return nil, none, []error{err}
	}
	var modules []page.Module
	for _, m := range compiled.Modules {
		modules = append(modules, page.Module(m))
	}
	stored, err := storedOf(web.Files)
	if err != nil {
		return nil, none, []error{err}
	}
	cache := userCache()
	cache.quick = o.Quick
	transfer := len(cache.brotli(compiled.Wasm))
	pages, err := page.Pages(c, page.Facts{
		Version: program.Version, Modules: modules, Languages: languages,
		Stored: stored, Policy: pageFacts{program: true}.policy(""), ProgramBytes: transfer,
	})
	if err != nil {
		return nil, none, []error{err}
	}
	told := map[string][]byte{}
	for _, lang := range c.Pack.Languages {
		if told[lang], err = o.dataOf(pack, lang); err != nil {
			return nil, none, []error{err}
		}
	}
	p := Program{compiled.Wasm, compiled.Exec, transfer}
	s, problems := Make(Input{Pages: pages, Web: web.Files, Program: p, Lexicon: lexicon, Data: told, Base: o.Base, URL: o.URL})
	if len(problems) > 0 {
		return nil, none, problems
	}
	s.Files = compressed(s.Files, cache)
	return s, compiled, nil
}

// unspoken are the languages of a pack that the interface does not speak.
func unspoken(pack fs.FS, wanted []string, languages map[string]*i18n.Printer) []questions.Problem {
	var problems []questions.Problem
	for i, lang := range wanted {
		if languages[lang] == nil {
			problems = append(problems, questions.Problem{
				File: questions.PackFile, Path: "languages[" + strconv.Itoa(i) + "]", Code: questions.BadLanguage,
				Args: map[string]string{"got": lang}, Message: "the interface does not speak " + strconv.Quote(lang),
				Hint: "translate app/i18n/" + i18n.Reference + ".json to app/i18n/" + lang + ".json",
			})
		}
	}
	return questions.Locate(pack, problems)
}

// languages reads those of the interface.
func (o Options) languages() (map[string]*i18n.Printer, []questions.Problem) {
	files, folder := o.words()
	languages, problems := i18n.Read(files)
	for i := range problems {
		problems[i].File = path.Join(filepath.ToSlash(folder), problems[i].File)
	}
	return languages, problems
}

// words are the files of the languages of the interface, and the folder they lie in.
func (o Options) words() (fs.FS, string) {
	if o.Interface != "" {
		return os.DirFS(o.Interface), o.Interface
	}
	return i18n.Files(), "app/i18n"
}

// dataOf is what the program is told of a pack in one language.
func (o Options) dataOf(pack fs.FS, lang string) ([]byte, error) {
	files, err := checkup.Files(pack, lang)
	if err != nil {
		return nil, err
	}
	words, _ := o.words()
	all, err := fs.ReadFile(words, lang+".json")
	if err != nil {
		return nil, err
	}
	if files[data.Interface], err = i18n.ForProgram(all); err != nil {
		return nil, err
	}
	return data.Encode(files)
}

// addresses looks at the addresses alone.
func (o Options) addresses() (base string, problems []error) {
	base, err := cleanBase(o.Base)
	if err == nil {
		_, err = originOf(o.URL, base)
	}
	if err != nil {
		problems = append(problems, err)
	}
	return base, problems
}

func asErrors(problems []questions.Problem) []error {
	var out []error
	for _, p := range problems {
		out = append(out, p)
	}
	return out
}

// isBuild reports whether a folder holds a site that Build has written.
func isBuild(dir fs.FS) bool {
	for _, name := range []string{workerFile, headersFile} {
		if _, err := fs.Stat(dir, name); err != nil {
			return false
		}
	}
	return true
}

// mayReplace refuses a folder with anything else than a build in it.
func mayReplace(dir string) error {
	switch entries, err := os.ReadDir(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case len(entries) > 0 && !isBuild(os.DirFS(dir)):
		return questions.WithHint(fmt.Errorf("%s holds something else than a build and is left alone", dir), "choose another folder with -out")
	}
	return nil
}

// write puts files into a folder next to dir and then swaps the two, so that a
// server never sees half a site and a failure leaves the earlier one.
func write(dir string, files map[string][]byte) error {
	dir = filepath.Clean(dir)
	if err := mayReplace(dir); err != nil {
		return err
	}
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(parent, ".bothends-new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	for _, name := range sortedKeys(files) {
		target := filepath.Join(fresh, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(target, files[name], 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(fresh, 0o755); err != nil {
		return err
	}
	old, err := os.MkdirTemp(parent, ".bothends-old-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(old)
	earlier := filepath.Join(old, "site")
	if err := os.Rename(dir, earlier); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, os.Rename(earlier, dir))
	}
	return nil
}
