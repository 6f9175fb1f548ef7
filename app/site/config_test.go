package site

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/web"
)

// Every setting finds the addresses that its rules find, and no others.
func TestPatternsFindWhatRulesFind(t *testing.T) {
	in := small()
	in.Base = "/t.ools/check/"
	s := mustMake(t, in)
	rules, err := readRules(strings.NewReader(string(s.Files[headersFile])))
	if err != nil {
		t.Fatal(err)
	}
	all := settings(rules)
	for name := range s.Files {
		address := in.Base + strings.TrimSuffix(name, "index.html")
		want := http.Header{}
		apply(rules, address, want)
		for _, form := range []string{address, in.Base + name} { // a page is also found by its file
			got, copies := http.Header{}, http.Header{}
			for _, s := range all {
				if regexp.MustCompile(s.Pattern(in.Base)).MatchString(form) {
					got.Add(s.Header, s.Value)
				}
				if regexp.MustCompile(s.PatternOfCopies(in.Base)).MatchString(form + ".br") {
					copies.Add(s.Header, s.Value)
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s: got %v, want %v", form, got, want)
			}
			if !strings.HasSuffix(form, "/") && fmt.Sprint(copies) != fmt.Sprint(want) {
				t.Errorf("%s.br: got %v, want %v", form, copies, want)
			}
		}
	}
	for _, s := range all {
		if re := regexp.MustCompile(s.Pattern(in.Base)); re.MatchString("/other/en/") || re.MatchString("/tXools/check/en/") {
			t.Errorf("%s reaches out of the site", re)
		}
		if strings.ContainsAny(s.Value, "\"\\$%\n") {
			t.Errorf("%s: %q has a character that servers read as something else", s.Header, s.Value)
		}
	}
}

// The real site stays within what Cloudflare Pages reads and what a function of
// CloudFront may hold.
func TestConfigsOfTheRealSite(t *testing.T) {
	pages := realPages(t)
	s := mustMake(t, Input{
		Pages: pages, Web: web.Files, Base: "/career/tools/check-up/", URL: "https://example.org",
		Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec"), Transfer: 4}, Lexicon: []byte("words"), Data: someData,
	})
	dir := fstest.MapFS{}
	for name, content := range s.Files {
		dir[name] = &fstest.MapFile{Data: content}
	}
	for _, server := range Servers() {
		text, err := Config(dir, server, "/srv/both-ends/")
		if err != nil {
			t.Fatal(err)
		}
		if server != "cloudfront" && !strings.Contains(string(text), "/srv/both-ends") {
			t.Errorf("%s is not told where the site lies", server)
		}
		if strings.Contains(string(text), "unsafe-inline") || strings.Contains(string(text), "<no value>") {
			t.Errorf("%s:\n%s", server, text)
		}
		if most := 10 * 1024; server == "cloudfront" && len(text) > most {
			t.Errorf("the function has %d bytes, and CloudFront allows %d", len(text), most)
		}
	}
	if _, err := Config(dir, "iis", ""); err == nil || !strings.Contains(err.Error(), "nginx") {
		t.Errorf("a server that is not known: got %v", err)
	}
	if _, err := Config(fstest.MapFS{}, "nginx", ""); err != ErrNoBuild {
		t.Errorf("a folder without a build: got %v", err)
	}
}

func TestCheckRules(t *testing.T) {
	var many []rule
	for i := range mostRules + 1 {
		many = append(many, rule{fmt.Sprintf("/%d/", i), nil})
	}
	long := []rule{{"/", [][2]string{{"X", strings.Repeat("x", longestSetting)}}}}
	if len(checkRules(many)) != 1 || len(checkRules(long)) != 1 || len(checkRules(many[1:])) != 0 {
		t.Errorf("got %v, %v and %v", checkRules(many), checkRules(long), checkRules(many[1:]))
	}
}

// The script for S3 runs with the commands of a made-up aws, which notes them.
func TestUploadScript(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell on this system runs the script")
	}
	in := small()
	in.Base = "/t/"
	dir := filepath.Join(t.TempDir(), "dist")
	if err := write(dir, mustMake(t, in).Files); err != nil {
		t.Fatal(err)
	}
	text, err := Config(os.DirFS(dir), "s3", dir)
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "aws"), []byte("#!/bin/sh\nprintf '%s|' \"$@\"\necho\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(sh, "-s", "bucket")
	cmd.Dir = dir // where "web/*" would find files if the shell looked for any
	cmd.Stdin = strings.NewReader(string(text))
	cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	for _, want := range []string{
		"s3|cp|" + dir + "/web|s3://bucket/t/web|--recursive|--exclude|*|--include|*.wasm|--content-type|application/wasm|--cache-control|" + forAYear + "|",
		"s3|cp|" + dir + "/|s3://bucket/t/|--recursive|--exclude|*|--include|*.html|--content-type|text/html; charset=utf-8|--cache-control|no-cache|--exclude|web/*|--exclude|worker.js|",
	} {
		if !strings.Contains(string(out), want+"\n") {
			t.Errorf("there is no %s among\n%s", want, out)
		}
	}
	if last := lines[len(lines)-1]; !strings.Contains(last, "s3://bucket/t/worker.js") {
		t.Errorf("the worker does not come last, but %s", last)
	}
}
