package site

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"bothends/app/ui"
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
	s, problems := assemble(o)
	if len(problems) > 0 {
		return Report{}, problems
	}
	if err := write(o.Out, s.Files); err != nil {
		return Report{}, []error{err}
	}
	return Report{s.Version, s.sizes()}, nil
}

// assemble makes the site with its compressed copies.
func assemble(o Options) (*Site, []error) {
	if _, problems := o.addresses(); len(problems) > 0 {
		return nil, problems
	}
	pack := checkup.Shipped()
	if o.Pack != "" {
		pack = os.DirFS(o.Pack)
	}
	c, wrong := checkup.Check(pack)
	if c == nil {
		return nil, asErrors(wrong)
	}
	lexicon, wrong := checkup.AdLexicon()
	if lexicon == nil {
		return nil, asErrors(wrong)
	}
	p, modules, err := compile(o)
	if err != nil {
		return nil, []error{err}
	}
	pages, err := ui.Pages(c, ui.Facts{Modules: modules})
	if err != nil {
		return nil, []error{err}
	}
	cache := userCache()
	cache.quick = o.Quick
	p.Transfer = len(cache.brotli(p.Wasm))
	s, problems := Make(Input{Pages: pages, Web: web.Files, Program: p, Lexicon: lexicon, Base: o.Base, URL: o.URL})
	if len(problems) > 0 {
		return nil, problems
	}
	s.Files = compressed(s.Files, cache)
	return s, nil
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

// compile returns the program and the libraries in it.
func compile(o Options) (Program, []ui.Module, error) {
	var p Program
	modules, err := Modules()
	if err != nil {
		return p, nil, err
	}
	if p.Exec, err = WasmExec(); err != nil {
		return p, nil, err
	}
	if o.Wasm != "" {
		p.Wasm, err = os.ReadFile(o.Wasm)
		return p, modules, err
	}
	replace, err := packFiles(o.Pack)
	if err != nil {
		return p, nil, err
	}
	p.Wasm, err = BuildProgram(replace)
	return p, modules, err
}

// packFiles maps the files of our pack, which the program embeds, to those of
// another folder; "" is our pack.
func packFiles(folder string) (map[string]string, error) {
	if folder == "" {
		return nil, nil
	}
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	ours := filepath.Join(root, "questions", "packs", "social-media-manager")
	if folder, err = filepath.Abs(folder); err != nil {
		return nil, err
	}
	replace := map[string]string{}
	for _, dir := range []string{ours, folder} {
		names, err := filepath.Glob(filepath.Join(dir, "*.json"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			// Ours are removed first, then theirs take their place.
			replacement := ""
			if dir == folder {
				replacement = name
			}
			replace[filepath.Join(ours, filepath.Base(name))] = replacement
		}
	}
	// A pack may do without pay tables and uses ours then.
	tables, err := filepath.Glob(filepath.Join(folder, "pay", "*.csv"))
	for _, name := range tables {
		replace[filepath.Join(filepath.Dir(ours), "pay", filepath.Base(name))] = name
	}
	return replace, err
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
		return fmt.Errorf("%s holds something else than a build and is left alone (hint: choose another folder with -out)", dir)
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
