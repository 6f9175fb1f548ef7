package site

import (
	"io/fs"
	"path"
	"regexp"
	"testing"

	"bothends/web"
)

// No script may hold an address, because it would miss its hash and prefix.
func TestScriptsNameNoAddress(t *testing.T) {
	for name, script := range scriptsOf(t) {
		if found := regexp.MustCompile("[\"\x60]/web/[^\"\x60]*").FindString(script); found != "" {
			t.Errorf("web/%s names %s (hint: take it from an attribute that the builder writes)", name, found)
		}
	}
}

// What the scripts hold is said in the language of the page: all of it comes from
// attributes that the builder writes.
func TestScriptsKnowNoLanguage(t *testing.T) {
	for name, script := range scriptsOf(t) {
		if found := regexp.MustCompile(`[=!]== ?"(en|fr)"`).FindString(script); found != "" {
			t.Errorf("web/%s asks which language it is: %s (hint: take what differs from an attribute)", name, found)
		}
	}
}

// scriptsOf returns every script of web/, modules too, by name.
func scriptsOf(t *testing.T) map[string]string {
	t.Helper()
	scripts := map[string]string{}
	err := fs.WalkDir(web.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" || isScriptTest(name) {
			return err
		}
		content, err := fs.ReadFile(web.Files, name)
		scripts[name] = string(content)
		return err
	})
	if err != nil || len(scripts) < 20 {
		t.Fatal(len(scripts), err)
	}
	return scripts
}
