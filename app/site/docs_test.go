package site

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// documents are the texts for people who work on the project, by path.
func documents(t *testing.T, root fs.FS) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == ".git" || d.Name() == "node_modules" || d.Name() == "dist" || d.Name() == "release"):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".md":
			return nil
		}
		text, err := fs.ReadFile(root, name)
		found[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// What a document names is there: files, targets of make, tests.
func TestDocumentsNameWhatThereIs(t *testing.T) {
	root := os.DirFS(filepath.Join("..", ".."))
	makefile, err := fs.ReadFile(root, "Makefile")
	if err != nil {
		t.Fatal(err)
	}
	tests, goFiles := namesOfTests(t, root)
	top, _ := fs.Glob(root, "*")
	top = append(top, ".github", ".ci", "..", ".")
	exists := func(name string) bool {
		found, _ := fs.Glob(root, name)
		return len(found) > 0
	}
	span := regexp.MustCompile("`[^`\n]+`")
	link := regexp.MustCompile(`\]\(([^)#]*)(?:#([^)]*))?\)`)
	target := regexp.MustCompile(`\bmake ([a-z]+)`)
	test := regexp.MustCompile(`\b((?:Test|Fuzz|Benchmark|Example)[A-Z][A-Za-z0-9_]*)(…?)`)
	varying := regexp.MustCompile(`<[a-z]+>`)
	read := documents(t, root)
	for name, text := range read {
		folder := path.Dir(name)
		for _, found := range link.FindAllStringSubmatch(text, -1) {
			if strings.Contains(found[1], ":") {
				continue // of the web
			}
			to := path.Join(folder, found[1])
			if found[1] == "" {
				to = name
			}
			if !exists(to) {
				t.Errorf("%s links to %s, which is not there", name, found[1])
			} else if found[2] != "" && !slices.Contains(anchors(read[to]), found[2]) {
				t.Errorf("%s links to %s#%s, a heading that is not there", name, to, found[2])
			}
		}
		for _, found := range span.FindAllString(text, -1) {
			said := strings.Trim(found, "`")
			first, rest, parts := strings.Cut(said, "/")
			if !parts && path.Ext(said) == ".go" && !strings.ContainsAny(said, "* ") && !slices.Contains(goFiles, said) {
				t.Errorf("%s names %s, which is nowhere", name, said)
			}
			if !parts || first == "" || strings.ContainsAny(said, " {\"'") || strings.HasPrefix(said, "-") || !slices.Contains(top, first) && !exists(path.Join(folder, first)) {
				continue // no path
			}
			said = strings.TrimSuffix(varying.ReplaceAllString(said, "*"), "/")
			if rest != "" && !exists(said) && !exists(path.Join(folder, said)) {
				t.Errorf("%s names %s, which is not there", name, said)
			}
		}
		for _, code := range codeOf(text) {
			for _, found := range target.FindAllStringSubmatch(code, -1) {
				if !regexp.MustCompile(`(?m)^` + found[1] + `:`).Match(makefile) {
					t.Errorf("%s names make %s, which the Makefile does not know", name, found[1])
				}
			}
		}
		for _, found := range test.FindAllStringSubmatch(text, -1) {
			begins := func(known string) bool {
				return known == found[1] || found[2] != "" && strings.HasPrefix(known, found[1])
			}
			if !slices.ContainsFunc(tests, begins) {
				t.Errorf("%s names %s, which no test is called", name, found[1])
			}
		}
	}
}

// The first text is for somebody who has never heard of this.
func TestTheReadmeIsShort(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(text), "\n"); lines > 90 {
		t.Errorf("README.md has %d lines, at most 90 are read", lines)
	}
	for _, said := range []string{"make run", "make test"} {
		if !strings.Contains(string(text), said) {
			t.Errorf("README.md does not say %q", said)
		}
	}
}

// namesOfTests are those of the functions of tests, and of all files of Go.
func namesOfTests(t *testing.T, root fs.FS) (names, goFiles []string) {
	t.Helper()
	function := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz|Benchmark|Example)\w*)\(`)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" {
			return err
		}
		goFiles = append(goFiles, path.Base(name))
		if !strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := fs.ReadFile(root, name)
		for _, found := range function.FindAllSubmatch(text, -1) {
			names = append(names, string(found[1]))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names, goFiles
}

// codeOf are the spans and blocks of code in a text: "make a change" is prose.
func codeOf(text string) []string {
	var code []string
	for i, part := range strings.Split(text, "```") {
		if i%2 == 1 {
			code = append(code, part)
		} else {
			code = append(code, regexp.MustCompile("`[^`\n]+`").FindAllString(part, -1)...)
			code = append(code, regexp.MustCompile(`(?m)^    \S.*$`).FindAllString(part, -1)...)
		}
	}
	return code
}

// anchors are the addresses that GitHub gives to the headings of a text.
func anchors(text string) []string {
	var all []string
	for _, heading := range regexp.MustCompile(`(?m)^#+ +(.+)$`).FindAllStringSubmatch(text, -1) {
		name := regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(heading[1]), "")
		all = append(all, strings.ReplaceAll(name, " ", "-"))
	}
	return all
}
