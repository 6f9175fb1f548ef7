package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"bothends/app/ui"
	"bothends/questions"
	"bothends/questions/packs"
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

// Build writes the site, whole or not at all.
func Build(o Options) (Report, []error) {
	pack := packs.SocialMediaManager()
	if o.Pack != "" {
		pack = os.DirFS(o.Pack)
	}
	checkup, wrong := packs.Open(pack)
	if checkup == nil {
		return Report{}, asErrors(wrong)
	}
	p, modules, err := compile(o)
	if err != nil {
		return Report{}, []error{err}
	}
	pages, err := ui.Pages(checkup, ui.Facts{Modules: modules})
	if err != nil {
		return Report{}, []error{err}
	}
	c := userCache()
	c.quick = o.Quick
	p.transfer = len(c.brotli(p.wasm))
	s, problems := Make(Input{Pages: pages, Web: web.Files, Program: p, Base: o.Base, URL: o.URL})
	if len(problems) > 0 {
		return Report{}, problems
	}
	s.Files = compressed(s.Files, c)
	if err := write(o.Out, s.Files); err != nil {
		return Report{}, []error{err}
	}
	return Report{s.Version, s.sizes()}, nil
}

// compile returns the program and the libraries in it.
func compile(o Options) (program, []ui.Module, error) {
	var p program
	modules, err := Modules()
	if err != nil {
		return p, nil, err
	}
	if p.exec, err = WasmExec(); err != nil {
		return p, nil, err
	}
	if o.Wasm != "" {
		p.wasm, err = os.ReadFile(o.Wasm)
		return p, modules, err
	}
	overlay, err := packOverlay(o.Pack)
	if err != nil {
		return p, nil, err
	}
	if overlay != "" {
		defer os.Remove(overlay)
	}
	p.wasm, err = BuildProgram(overlay)
	return p, modules, err
}

// packOverlay makes the go command embed the files of another pack folder in
// place of ours. It returns the name of the overlay file, "" for our pack.
func packOverlay(folder string) (string, error) {
	if folder == "" {
		return "", nil
	}
	source, err := goTool(nil, "list", "-f", "{{.Dir}}", "bothends/questions/packs")
	if err != nil {
		return "", err
	}
	ours := filepath.Join(strings.TrimSpace(string(source)), "social-media-manager")
	replace := map[string]string{}
	for _, dir := range []string{ours, folder} { // theirs last, over ours
		for _, pattern := range []string{"*.json", "pay/*.csv"} {
			names, _ := filepath.Glob(filepath.Join(dir, pattern)) // the patterns are well formed
			for _, name := range names {
				in, err := filepath.Rel(dir, name)
				if err != nil {
					return "", err
				}
				target := filepath.Join(ours, in)
				if filepath.Dir(in) == payFolder {
					target = filepath.Join(filepath.Dir(ours), in)
				}
				if replace[target] = ""; dir == folder {
					if replace[target], err = filepath.Abs(name); err != nil {
						return "", err
					}
				}
			}
		}
	}
	f, err := os.CreateTemp("", "bothends-overlay-*.json")
	if err != nil {
		return "", err
	}
	err = json.NewEncoder(f).Encode(map[string]any{"Replace": replace})
	return f.Name(), errors.Join(err, f.Close())
}

const payFolder = "pay"

func asErrors(problems []questions.Problem) []error {
	var out []error
	for _, p := range problems {
		out = append(out, p)
	}
	return out
}

// isBuild reports whether a folder holds a site that Build has written.
func isBuild(dir fs.FS) bool {
	for _, name := range []string{workerFile, "_headers"} {
		if _, err := fs.Stat(dir, name); err != nil {
			return false
		}
	}
	return true
}

// write puts files into a folder next to dir and then swaps the two, so that a
// server never sees half a site and a failure leaves the earlier one.
func write(dir string, files map[string][]byte) error {
	dir = filepath.Clean(dir)
	switch entries, err := os.ReadDir(dir); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case len(entries) > 0 && !isBuild(os.DirFS(dir)):
		return fmt.Errorf("%s holds something else than a build and is left alone (hint: choose another folder with -out)", dir)
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
