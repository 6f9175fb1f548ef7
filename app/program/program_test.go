package program

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// The ceilings in program.go are held here, and so is that two folders with
// the same source build the same program.
func TestProgram(t *testing.T) {
	lean, err := leanProgram()
	if err != nil {
		t.Fatal(err)
	}
	first := lean.Wasm
	raw, small := len(first), zippedSize(t, first)
	t.Logf("the program: %d bytes, %d with gzip", raw, small)
	if raw > Ceiling || small > CeilingZipped {
		t.Errorf("the program is %d bytes, %d with gzip, the ceilings are %d and %d: find what came in, or raise them and say why",
			raw, small, Ceiling, CeilingZipped)
	}

	checkHoldsNoWords(t, first)

	long(t)
	root := projectFolder(t)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	copySource(t, elsewhere, root)
	t.Chdir(elsewhere)
	second, err := compiled(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second.Wasm) {
		t.Errorf("the same source in another folder gives other bytes (%d and %d)", len(first), len(second.Wasm))
	}
}

// leanProgram is compiled once for all tests.
var leanProgram = sync.OnceValues(func() (Program, error) { return compiled(Options{}) })

// long marks what takes minutes on a slow machine: a short run (make test) leaves
// it to make test-all.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("part of the long tail: make test-all")
	}
}

// Questionnaires and languages travel beside the program (app/data): it is the
// same for all of them, and not a byte larger for one more.
func checkHoldsNoWords(t *testing.T, wasm []byte) {
	t.Helper()
	root := projectFolder(t)
	looked := 0
	for _, pattern := range []string{"questions/packs/*/*.json", "questions/packs/pay/*.csv", "app/i18n/*.json"} {
		names, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			lines := bytes.Split(content, []byte("\n"))
			for i := 1; i < len(lines); i += 1 + len(lines)/8 { // a few of each file
				if line := bytes.TrimSpace(lines[i]); len(line) >= 40 {
					looked++
					if bytes.Contains(wasm, line) {
						t.Errorf("the program holds a line of %s: %s", filepath.Base(name), line)
					}
				}
			}
		}
	}
	if looked < 50 {
		t.Errorf("only %d lines were looked for", looked)
	}
}

// zippedSize is how many bytes of content travel with gzip.
func zippedSize(t *testing.T, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(content) // a Buffer does not fail
	w.Close()
	return b.Len()
}

func projectFolder(t *testing.T) string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// copySource copies what the program and the command are compiled from.
func copySource(t *testing.T, to, from string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(from), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name == "dist" || name == "release" || slices.Contains([]string{".git", "node_modules", "testdata"}, d.Name()) {
				return fs.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, name), 0o755)
		}
		content, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), content, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The program's validator knows only the tags of validatorTags, and it stands
// for the real one: what package questions proves of itself, it proves with
// this one too. (A tag that is not there panics.)
func TestLeanValidatorKnowsEveryTag(t *testing.T) {
	long(t)
	flags, err := sourceFlags(t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	args := append([]string{"test", "-tags", Tags}, flags...)
	if out, err := exec.Command("go", append(args, "bothends/questions")...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestOnlyTags(t *testing.T) {
	const source = "a\n\tbakedInValidators = map[string]Func{\n\t\t\"len\": hasLen,\n\t\t\"ip\":  isIP, // RFC\n\t}\n)\n"
	files := func(content string) map[string][]byte { return map[string][]byte{"baked_in.go": []byte(content)} }
	got := files(source)
	err := onlyTags(got, []string{"len"})
	if want := strings.Replace(source, "\t\t\"ip\":  isIP, // RFC\n", "", 1); err != nil || string(got["baked_in.go"]) != want {
		t.Errorf("got %q (%v), want %q", got, err, want)
	}
	if err := onlyTags(files(source), []string{"len", "gone"}); err == nil || !strings.Contains(err.Error(), "1 of our 2 tags") {
		t.Errorf("a tag that is gone: got %v", err)
	}
	if err := onlyTags(files("other"), nil); err == nil {
		t.Error("another file was taken for the list of tags")
	}
	if err := leaveOut(files("x"), "regexes.go"); err == nil || !strings.Contains(err.Error(), "regexes.go") {
		t.Errorf("a file that is gone: got %v", err)
	}
}

func TestDropUnused(t *testing.T) {
	files := map[string][]byte{
		"a.go": []byte(`package p

import (
	"bufio"
	"net"
	words "strings"
)

// Kept is exported.
func Kept() bool { return table["x"](words.ToLower("X")) }

var (
	table = map[string]func(string) bool{"x": listed}
	regex = sync.OnceValue(nil)
	_     = regex
)

var addresses = net.IP{}

func listed(s string) bool { return indirect(s) }

// dropped names another that is dropped with it.
func dropped() net.IP { return alsoDropped() }

func alsoDropped() net.IP { return addresses }

type T struct{}

func (T) method() { byMethod() }
`),
		"b.go": []byte(`package p

import "sync"

func indirect(string) bool { return true }

func byMethod() { sync.OnceFunc(nil) }
`),
	}
	if err := dropUnused(files); err != nil {
		t.Fatal(err)
	}
	all := string(files["a.go"]) + string(files["b.go"])
	for _, want := range []string{"func Kept", "listed}", "func listed", "func indirect", "func byMethod", "regex =", `words "strings"`, `"sync"`} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is gone from\n%s", want, all)
		}
	}
	for _, gone := range []string{"func dropped", "func alsoDropped", "addresses", `"net"`, `"bufio"`} {
		if strings.Contains(all, gone) {
			t.Errorf("%s is still in\n%s", gone, all)
		}
	}
	if err := dropUnused(map[string][]byte{"a.go": []byte("no Go")}); err == nil {
		t.Error("a file that is no Go was accepted")
	}
}

// What the lean program leaves out stays out, and nothing of ours brings server
// code in. Each of these prepares itself at start-up or keeps tables that no
// linker can drop.
func TestProgramHasNoServerCode(t *testing.T) {
	flags, err := sourceFlags(t.TempDir(), false)
	if err != nil {
		t.Fatal(err)
	}
	out, err := goTool(wasmTarget, slices.Concat([]string{"list", "-deps", "-tags", Tags}, flags, []string{mainPackage})...)
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	for _, forbidden := range []string{
		"bothends/app/program",          // the builder
		"bothends/app/site",             // the same
		"bothends/questions/schema",     // for editors of packs
		"bothends/web",                  // files that browsers fetch by themselves
		"net/http/httptest",             // a server
		"text/template",                 // calls methods by name, which keeps every method of every type
		"html/template",                 // the same
		"gopkg.in/yaml.v3",              // 0.45 MB; packs are JSON, which go-app links anyway
		"github.com/andybalholm/brotli", // for the builder
		"os/exec",                       // there is nothing to run
		"net/http",                      // go-app's server
		"net",                           // validator's tags for addresses
		"regexp",                        // brings the tables of Unicode
		"crypto/aes",                    // go-app's encrypted storage
		"crypto/rand",                   // the same, and identifiers of devices
		"mime",                          // validator's tag for data URIs
		"internal/bisect",               // what reads $GODEBUG, and all metrics of the runtime
	} {
		if slices.Contains(deps, forbidden) {
			t.Errorf("the program links %s", forbidden)
		}
	}
}

func TestModules(t *testing.T) {
	p, err := leanProgram()
	if err != nil {
		t.Fatal(err)
	}
	modules := p.Modules
	names := []string{}
	for _, m := range modules {
		names = append(names, m.Path)
		if m.Version == "" || m.License == "" {
			t.Errorf("%s: got version %q and licence %q", m.Path, m.Version, m.License)
		}
	}
	for _, want := range []string{goApp, "github.com/go-playground/validator/v10"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not listed in %v", want, names)
		}
	}
	for _, left := range []string{"github.com/google/uuid", "github.com/gabriel-vasile/mimetype", "golang.org/x/text"} {
		if slices.Contains(names, left) {
			t.Errorf("%s is listed, but is not in the program", left)
		}
	}
	if !slices.IsSorted(names) {
		t.Errorf("got the order %v", names)
	}
}

func TestGoToolSaysWhatToDo(t *testing.T) {
	if _, err := goTool(nil, "list", "bothends/no/such/package"); err == nil || !strings.Contains(err.Error(), "(hint: ") {
		t.Errorf("a wrong package: got %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := goTool(nil, "version"); err == nil || !strings.Contains(err.Error(), "install Go") {
		t.Errorf("no toolchain: got %v", err)
	}
}
