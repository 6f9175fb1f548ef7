package site

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/i18n/pseudo"
	"bothends/app/page"
	"bothends/questions/checkup"
	"bothends/web"
)

// otherLanguages are folders with an interface and our questionnaire in the
// languages of package pseudo.
func otherLanguages(t *testing.T) (words, pack string) {
	t.Helper()
	words, pack = t.TempDir(), t.TempDir()
	if err := pseudo.Interface(words); err != nil {
		t.Fatal(err)
	}
	if err := pseudo.Pack(checkup.Shipped(), pack); err != nil {
		t.Fatal(err)
	}
	return words, pack
}

// Everything that is missing of a language, in the interface and in the
// questionnaire, is told at once, and before a program is compiled.
func TestBuildTellsOfHalfALanguage(t *testing.T) {
	words, pack := otherLanguages(t)
	without := func(file string, keys ...string) {
		t.Helper()
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var kept []string
		for _, line := range strings.SplitAfter(string(data), "\n") {
			gone := false
			for _, key := range keys {
				gone = gone || strings.HasPrefix(line, ` "`+key+`":`)
			}
			if !gone {
				kept = append(kept, line)
			}
		}
		if err := os.WriteFile(file, []byte(strings.Join(kept, "")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	without(filepath.Join(words, "eo.json"), "language.point", "talk", "drivers.points.other")
	without(filepath.Join(words, "he.json"), "drivers.points.two")
	without(filepath.Join(pack, "text.he.json"), "weekly_hours.label", "driver.work_volume.name")
	_, problems := Build(Options{Out: filepath.Join(t.TempDir(), "site"), Base: "/", Interface: words, Pack: pack})
	var all strings.Builder
	for _, p := range problems {
		all.WriteString(p.Error() + "\n")
	}
	for _, want := range []string{
		"eo.json:", ": language.point: has no text", ": talk: has no text (hint: en.json says \"Talk to someone", ": drivers.points.other: has no text",
		"he.json:", ": drivers.points.two: has no text",
		"text.he.json:1: weekly_hours.label: has no text (hint: text.en.json, line ", "text.he.json:1: driver.work_volume.name: has no text",
	} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("nothing says %q in\n%s", want, all.String())
		}
	}
	if len(problems) != 6 {
		t.Errorf("there are %d problems:\n%s", len(problems), all.String())
	}
}

// A site has as many languages as its questionnaire: pages, links between them,
// manifests, and what search engines are told.
func TestSiteOfThreeLanguages(t *testing.T) {
	words, pack := otherLanguages(t)
	languages, problems := i18n.Read(os.DirFS(words))
	c, wrong := checkup.Open(os.DirFS(pack))
	if problems = append(problems, wrong...); len(problems) > 0 {
		t.Fatal(problems)
	}
	pages, err := page.Pages(c, page.Facts{Languages: languages})
	if err != nil {
		t.Fatal(err)
	}
	s := mustMake(t, Input{
		Pages: pages, Web: web.Files, Base: "/tools/", URL: "https://example.org",
		Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec"), Transfer: 4}, Lexicon: []byte("words"),
		Data: map[string][]byte{"en": []byte("en"), "eo": []byte("eo"), "he": []byte("he")},
	})
	checkAddresses(t, s, "/tools/")
	for file, wants := range map[string][]string{
		"en/index.html": {`<html lang="en" data-`, `<li><a data-act="lang" href="/tools/eo/" hreflang="eo" lang="eo" title="`, `<li><a data-act="lang" href="/tools/he/" hreflang="he" lang="he" title="`},
		"he/index.html": {`<html lang="he" data-`, ` dir="rtl"`, `<li><a data-act="lang" href="/tools/en/" hreflang="en" lang="en" title="English">EN</a></li>`,
			`<link rel="manifest" href="/tools/manifest.he.webmanifest">`, `<meta property="og:locale" content="he_IL">`,
			`<link rel="alternate" hreflang="eo" href="https://example.org/tools/eo/">`, `<link rel="alternate" hreflang="en" href="https://example.org/tools/en/">`,
			`<link rel="alternate" hreflang="x-default" href="https://example.org/tools/">`},
		"index.html":           {`hreflang="eo"`, `hreflang="he"`, `hreflang="x-default"`},
		"embed/he/index.html":  {` dir="rtl"`, `<link rel="canonical" href="https://example.org/tools/he/">`},
		"eo/method/index.html": {`hreflang="he" href="https://example.org/tools/he/method/"`},
		"eo/ad/index.html":     {`hreflang="he" href="https://example.org/tools/he/ad/"`},
		"404.html":             {`<div dir="ltr" lang="eo">`, `<div dir="rtl" lang="he">`, `href="/tools/he/"`},
		"unkept.html":          {`<div dir="ltr" lang="eo">`, `<div dir="rtl" lang="he">`, `href="/tools/he/"`},
		"sitemap.xml":          {`<loc>https://example.org/tools/he/method/</loc>`, `hreflang="eo" href="https://example.org/tools/eo/group/"`},
	} {
		content := string(s.Files[file])
		for _, want := range wants {
			if !strings.Contains(content, want) {
				t.Errorf("%s has no %s", file, want)
			}
		}
	}
	for _, lang := range c.Pack.Languages {
		var m manifest
		if err := json.Unmarshal(s.Files["manifest."+lang+".webmanifest"], &m); err != nil {
			t.Errorf("%s: %v", lang, err)
			continue
		}
		if want := languages[lang].T("language.direction"); m.Dir != want || m.Lang != lang || m.StartURL != "/tools/"+lang+"/" || m.Name != languages[lang].T("name") {
			t.Errorf("%s: got %+v", lang, m)
		}
	}
}

// A questionnaire in a language that the interface does not speak is refused, and
// one in fewer languages than the interface has a site in these.
func TestSiteSpeaksTheLanguagesOfItsQuestionnaire(t *testing.T) {
	c, problems := checkup.Open(checkup.Shipped())
	if c == nil {
		t.Fatal(problems)
	}
	c.Pack.Languages = []string{"fr"}
	pages, err := page.Pages(c, page.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	var tags []string
	for _, p := range pages {
		tags = append(tags, p.Lang)
	}
	if slices.Sort(tags); !slices.Equal(slices.Compact(tags), []string{"fr"}) {
		t.Errorf("got pages in %q", tags)
	}
	c.Pack.Languages = []string{"fr", "nl"}
	if _, err := page.Pages(c, page.Facts{}); err == nil || !strings.Contains(err.Error(), `does not speak "nl" (hint: `) {
		t.Errorf("got %v", err)
	}
}

// What the interface does not speak is told before a program is compiled.
func TestBuildTellsOfALanguageOfTheQuestionnaireAlone(t *testing.T) {
	_, pack := otherLanguages(t)
	_, problems := Build(Options{Out: filepath.Join(t.TempDir(), "site"), Base: "/", Pack: pack})
	if len(problems) != 2 || !strings.Contains(problems[0].Error(), `languages[1]: the interface does not speak "eo" (hint: `) || !strings.HasPrefix(problems[1].Error(), "pack.json:5: ") {
		t.Errorf("got %v", problems)
	}
}
