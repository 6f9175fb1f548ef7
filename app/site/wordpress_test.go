package site

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothends/app/program"
)

// unzipped are the files of a zip, by name.
func unzipped(t *testing.T, archive []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range r.File {
		entry, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(entry)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(content)
	}
	return files
}

func wordPressOf(t *testing.T, o Options) map[string]string {
	t.Helper()
	once, problems := WordPress(o)
	again, _ := WordPress(o)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if !bytes.Equal(once, again) {
		t.Error("two zips of the same source differ")
	}
	return unzipped(t, once)
}

func TestThePluginForWordPressIsWhole(t *testing.T) {
	files := wordPressOf(t, Options{Base: "/tools/check/", URL: "https://example.org"})
	names := slices.Sorted(maps.Keys(files))
	if want := []string{"both-ends/LICENSE", "both-ends/both-ends.php", "both-ends/editor.js", "both-ends/readme.txt", "both-ends/site.json", "both-ends/uninstall.php"}; !slices.Equal(names, want) {
		t.Errorf("the zip holds %q, want %q", names, want)
	}
	for name, content := range files {
		if strings.Contains(content, "{version}") {
			t.Errorf("%s leaves the version out", name)
		}
	}
	for _, header := range []string{"Plugin Name:       Both Ends", "Version:           " + program.Version, "License:           MIT"} {
		if !strings.Contains(files["both-ends/both-ends.php"], " * "+header+"\n") {
			t.Errorf("the header of the plugin does not say %q", header)
		}
	}
	if licence, err := os.ReadFile("../../LICENSE"); err != nil || files["both-ends/LICENSE"] != string(licence) {
		t.Errorf("the licence is not that of the project (%v)", err)
	}
	var known wordPressSite
	if err := json.Unmarshal([]byte(files["both-ends/site.json"]), &known); err != nil {
		t.Fatal(err)
	}
	if known.Address != "https://example.org/tools/check/" || known.Usual != "en" {
		t.Errorf("the plugin knows the address %q and the usual language %q", known.Address, known.Usual)
	}
	embed := builtModules(realPages(t), nil)["embed"].(map[string]any)["languages"].(map[string]embedding)
	if !slices.Equal(slices.Sorted(maps.Keys(embed)), slices.Sorted(maps.Keys(known.Languages))) {
		t.Errorf("the plugin knows other languages than embed.js: %v", known.Languages)
	}
	for lang, e := range embed {
		l := known.Languages[lang]
		if got, want := []string{l.CheckUp, l.Ad, l.Question, l.Words["embed.frame"]}, []string{"embed/" + lang + "/", e[embedAd], e[embedQuestion], e[embedTitle]}; !slices.Equal(got, want) {
			t.Errorf("in %q the plugin knows %q, embed.js %q", lang, got, want)
		}
		if len(l.Countries) < 5 || slices.ContainsFunc(l.Countries, func(c [2]string) bool { return c[0] == "" || c[1] == "" }) {
			t.Errorf("in %q it knows the countries %v", lang, l.Countries)
		}
	}
	if unknown := wordPressOf(t, Options{Base: "/"})["both-ends/site.json"]; !strings.Contains(unknown, `"address": ""`) {
		t.Errorf("without an address the plugin knows %.100s", unknown)
	}
}

// What the plugin says is in every language of the site, and each word is there.
func TestThePluginForWordPressSaysOnlyWordsThatItHas(t *testing.T) {
	files := wordPressOf(t, Options{Base: "/"})
	named := map[string]bool{}
	for _, name := range []string{"both-ends/both-ends.php", "both-ends/editor.js"} {
		for _, found := range regexp.MustCompile(`["']((?:embed|theme|foot|language)\.[a-z.]+)["']`).FindAllStringSubmatch(files[name], -1) {
			named[strings.TrimSuffix(found[1], ".")] = true
			if found[1] != embedFile && !strings.HasSuffix(found[1], ".") && !slices.Contains(wordPressWords, found[1]) {
				t.Errorf("%s says %q, which the plugin does not have", name, found[1])
			}
		}
	}
	for _, key := range wordPressWords {
		if parts := strings.LastIndex(key, "."); !named[key] && (parts < 0 && key != "name" || parts >= 0 && !named[key[:parts]]) {
			t.Errorf("the plugin has %q and never says it", key)
		}
	}
}

// Nothing in it asks a server, sends mail or loads what is not its own.
func TestThePluginForWordPressCallsNobody(t *testing.T) {
	for name, content := range wordPressOf(t, Options{Base: "/"}) {
		if found := regexp.MustCompile(`\b(wp_(safe_)?remote_\w+|curl_\w+|fsockopen|wp_mail|fetch\(|XMLHttpRequest|sendBeacon|eval\()`).FindString(content); found != "" {
			t.Errorf("%s has %s", name, found)
		}
	}
}
