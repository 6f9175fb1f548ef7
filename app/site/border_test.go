package site

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothends/app/browser/bordertest"
	"bothends/web"
)

// What scripts read of a document is stated, and what is stated stands in one.
func TestTheBorderStatesTheDataOfPages(t *testing.T) {
	stated := map[string]bool{}
	for _, of := range []string{"RootData", "PageData", "ScriptData"} {
		for _, name := range bordertest.Names(t, of) {
			stated[name] = true
		}
	}
	read := map[string]string{}
	name := regexp.MustCompile(`dataset\.(\w+)|\[data-([\w-]+)`)
	for script, text := range scriptsOf(t) {
		if script == embedFile {
			continue // it reads pages of others
		}
		for _, m := range name.FindAllStringSubmatch(text, -1) {
			read[kebab(m[1]+m[2])] = script
		}
	}
	for _, name := range slices.Sorted(maps.Keys(read)) {
		if !stated[name] {
			t.Errorf("web/%s reads data-%s, and web/border.d.ts does not state it", read[name], name)
		}
	}
	s := mustMake(t, Input{Pages: realPages(t), Web: web.Files, Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec"), Transfer: 4}, Lexicon: []byte("words"), Data: someData})
	var documents strings.Builder
	for name, content := range s.Files {
		if filepath.Ext(name) == ".html" {
			documents.Write(content)
		}
	}
	for _, name := range bordertest.Names(t, "PageData") {
		if !regexp.MustCompile(` data-` + name + `[=> ]`).MatchString(documents.String()) {
			t.Errorf("web/border.d.ts states data-%s, and no page has it", name)
		}
	}
}

// kebab writes the name of a property as that of its attribute.
func kebab(name string) string {
	return strings.ToLower(regexp.MustCompile(`[A-Z]`).ReplaceAllString(name, "-$0"))
}

// What scripts send and hear over the document is stated too; that the program does
// the same is tested where it sends.
func TestTheBorderStatesTheEventsOfScripts(t *testing.T) {
	stated := slices.Concat(bordertest.Names(t, "FromProgram"), bordertest.Names(t, "ToProgram"), bordertest.Names(t, "BetweenScripts"))
	used := map[string]bool{}
	event := regexp.MustCompile(`\b(?:tell|listen)\("([\w-]+)"|"bothends:([\w-]+)"`)
	for _, text := range scriptsOf(t) {
		for _, m := range event.FindAllStringSubmatch(text, -1) {
			used[m[1]+m[2]] = true
		}
	}
	for _, name := range []string{"ready", "height", "completed"} {
		delete(used, name) // of web/embed.js and web/frame.js, over windows
	}
	delete(used, "") // "bothends:" + type
	for _, name := range stated {
		if !used[name] {
			t.Errorf("web/border.d.ts states %q, and no script sends or hears it", name)
		}
		delete(used, name)
	}
	for name := range used {
		t.Errorf("a script sends or hears %q, and web/border.d.ts does not state it", name)
	}
}
