package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"bothends": main})
}

// TestScripts runs what a person types: one file of testdata for each story.
func TestScripts(t *testing.T) {
	project, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PROJECT", project)
			env.Setenv("NEWSROOM", filepath.Join(project, "questions", "packs", "newsroom-social-desk"))
			env.Setenv("PACK", filepath.Join(project, "questions", "packs", "social-media-manager"))
			// The go command of the stories that build needs its folders.
			for _, name := range []string{"HOME", "GOCACHE", "GOMODCACHE", "GOPATH", "GOPROXY", "GOFLAGS"} {
				out, err := exec.Command("go", "env", name).Output()
				value := strings.TrimSpace(string(out))
				if name == "HOME" {
					value = os.Getenv("HOME")
				}
				if err != nil {
					return err
				}
				env.Setenv(name, value)
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// exits runs a command and compares its exit status: exits 2 bothends ...
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 || neg {
		ts.Fatalf("usage: exits STATUS COMMAND [ARGUMENT...]")
	}
	got := 0
	var failed *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		got = failed.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

// serve prints where it listens, answers, and ends well when interrupted.
func TestServe(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"_headers": "/t/*\n  X-Content-Type-Options: nosniff\n", "worker.js": "", "index.html": "<!doctype html><p>here",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	printed, out := io.Pipe()
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, []string{"serve", "-dir", dir, "-addr", "127.0.0.1:0", "-base", "/t/"}, nil, out, os.Stderr)
	}()
	address, err := bufio.NewReader(printed).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address = strings.TrimSpace(address)
	if !strings.HasPrefix(address, "http://127.0.0.1:") || !strings.HasSuffix(address, "/t/") {
		t.Errorf("got the address %q", address)
	}
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil || string(body) != "<!doctype html><p>here" || response.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("got %q with %v (%v)", body, response.Header, err)
	}
	interrupt()
	select {
	case got := <-status:
		if got != done {
			t.Errorf("got status %d, want %d", got, done)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("it goes on serving after it was interrupted")
	}
	if _, err := http.Get(address); err == nil {
		t.Error("it still answers after it has ended")
	}
}

func TestWrapped(t *testing.T) {
	long := strings.Repeat("word ", 30)
	for _, line := range strings.Split(wrapped("  "+long), "\n") {
		if len(line) > width {
			t.Errorf("%d characters: %q", len(line), line)
		}
		if line != "" && !strings.HasPrefix(line, "  word") {
			t.Errorf("not indented: %q", line)
		}
	}
	if got, want := wrapped("prêt\u202f?"), "prêt\u202f?\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
