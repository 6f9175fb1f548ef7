package program

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// invented is a program that no browser would run.
var invented = Program{
	Wasm:    []byte("\x00asm\x01\x00\x00\x00"),
	Exec:    []byte("// starts it\n"),
	Modules: []Module{{"example.org/library", "v1.2.3", "MIT"}},
}

// The command for the system of this machine: the same bytes from two folders, and
// it builds a site where there is no Go.
func TestReleasedCommand(t *testing.T) {
	long(t)
	here := Target{runtime.GOOS, runtime.GOARCH}
	first, err := Command(invented, here)
	if err != nil {
		t.Fatal(err)
	}
	root := projectFolder(t)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	copySource(t, elsewhere, root)
	t.Chdir(elsewhere)
	second, err := Command(invented, here)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Errorf("the same source in another folder gives another command (%d and %d bytes)", len(first), len(second))
	}

	dir := t.TempDir()
	command := filepath.Join(dir, here.Executable())
	if err := os.WriteFile(command, first, 0o755); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (printed string, ok bool) {
		cmd := exec.Command(command, args...)
		cmd.Dir = dir
		cmd.Env = []string{"PATH=" + dir, "HOME=" + dir}
		out, err := cmd.CombinedOutput()
		return string(out), err == nil
	}
	if printed, ok := run("build", "-quick", "-out", "site"); !ok {
		t.Fatalf("without Go: %s", printed)
	}
	names, _ := filepath.Glob(filepath.Join(dir, "site", "web", "app.*.wasm")) // the pattern is well formed
	if len(names) != 1 {
		t.Fatalf("the site has the programs %v", names)
	}
	if wasm, err := os.ReadFile(names[0]); err != nil || !bytes.Equal(wasm, invented.Wasm) {
		t.Errorf("the site has another program than the command carries (%v)", err)
	}
	about, err := os.ReadFile(filepath.Join(dir, "site", "en", "about", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"example.org/library", "<p>Version " + Version} {
		if !strings.Contains(string(about), want) {
			t.Errorf("the page About does not say %q", want)
		}
	}
	if printed, _ := run("version"); !strings.Contains(printed, "bothends "+Version+"\n") || !strings.Contains(printed, "needs no Go") {
		t.Errorf("version prints %q", printed)
	}
	// Questionnaires travel beside the program: another one needs no other program.
	if printed, ok := run("build", "-quick", "-out", "desk", "-pack", filepath.Join(root, "questions", "packs", "newsroom-social-desk")); !ok {
		t.Errorf("another questionnaire without Go: %s", printed)
	}
	printed, ok := run("build", "-quick", "-out", "other", "-plain")
	if ok || !strings.Contains(printed, "carries one program") || !strings.Contains(printed, "\nhint: install Go") {
		t.Errorf("a plain program without Go: %s", printed)
	}
}

func TestWhatIsCarriedIsReadAsItIsWritten(t *testing.T) {
	files, err := pack(invented)
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{}
	for name, content := range files {
		folder[carriedFolder+"/"+name] = &fstest.MapFile{Data: content}
	}
	if got, err := unpack(folder); err != nil || !reflect.DeepEqual(got, invented) {
		t.Errorf("got %v (%v), want %v", got, err, invented)
	}
	for name := range folder {
		broken := fstest.MapFS{}
		for other, file := range folder {
			broken[other] = file
		}
		delete(broken, name)
		if _, err := unpack(broken); err == nil {
			t.Errorf("without %s: no error", name)
		}
		if name != carriedFolder+"/"+carriedExec {
			broken[name] = &fstest.MapFile{Data: folder[name].Data[:len(folder[name].Data)/2]}
			if _, err := unpack(broken); err == nil {
				t.Errorf("with half of %s: no error", name)
			}
		}
	}
}

// Whoever passes the command on passes on the licences of what is in it.
func TestNotices(t *testing.T) {
	content, err := Notices(Target{"linux", "amd64"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"== Both Ends: LICENSE\n", "== Go: LICENSE\n", "== github.com/andybalholm/brotli v1.", "== " + goApp + " v10."} {
		if !bytes.Contains(content, []byte(want)) {
			t.Errorf("there is no %q", want)
		}
	}
	if bytes.Contains(content, []byte("chromedp")) {
		t.Error("a library of the tests is listed")
	}
}
