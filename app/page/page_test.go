package page

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/questions/checkup/checkuptest"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// rendered is every page of the site as go-app prints it, by path.
func rendered(t *testing.T) map[string]string {
	t.Helper()
	pages, err := Pages(checkuptest.Open(t), Facts{Modules: []Module{{"example.org/x", "v1.0.0", "MIT"}}})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, p := range pages {
		out[p.Path] = app.HTMLString(p.Body)
	}
	return out
}

// A key without words is printed in brackets, a word of a pack as its key.
func TestPagesLackNoWords(t *testing.T) {
	missing := regexp.MustCompile(`\[[a-z_.0-9]+\]|\{[a-z_]+\}`)
	for path, page := range rendered(t) {
		text := regexp.MustCompile(`data-[a-z]+="[^"]*"`).ReplaceAllString(page, "")
		if found := missing.FindAllString(text, -1); len(found) > 0 {
			t.Errorf("%s: %q", path, found)
		}
	}
}

func TestIDsAreUniqueAndLabelsPointToThem(t *testing.T) {
	attr := func(name string) *regexp.Regexp { return regexp.MustCompile(` ` + name + `="([^"]*)"`) }
	for path, page := range rendered(t) {
		ids := map[string]bool{}
		for _, m := range attr("id").FindAllStringSubmatch(page, -1) {
			if ids[m[1]] {
				t.Errorf("%s: id %q stands twice", path, m[1])
			}
			ids[m[1]] = true
		}
		for _, name := range []string{"for", "aria-describedby", "aria-labelledby"} {
			for _, m := range attr(name).FindAllStringSubmatch(page, -1) {
				for _, id := range strings.Fields(m[1]) {
					if !ids[id] {
						t.Errorf("%s: %s=%q points nowhere", path, name, id)
					}
				}
			}
		}
	}
}

// Every answer of the method can be given: an input of that name and value.
func TestEveryAnswerHasAnInput(t *testing.T) {
	c, pages := checkuptest.Open(t), rendered(t)
	for _, path := range []string{"/en/", "/fr/", "/"} {
		page := pages[path]
		for _, s := range c.Pack.Sections {
			for _, q := range s.Questions {
				values := append([]string{}, c.Pack.QuestionOptions(&q)...)
				if q.NotApplicable {
					values = append(values, "not_applicable")
				}
				if q.Word != "" {
					values = append(values, q.Word)
				}
				if q.Type == "shares" {
					continue
				}
				if !strings.Contains(page, ` name="`+q.ID+`"`) {
					t.Errorf("%s: no input is named %q", path, q.ID)
				}
				for _, v := range values {
					if !strings.Contains(page, ` value="`+v+`"`) {
						t.Errorf("%s: %s has no value %q", path, q.ID, v)
					}
				}
			}
		}
	}
}

func TestPagesSayWhatTheyAre(t *testing.T) {
	pages, err := Pages(checkuptest.Open(t), Facts{})
	if err != nil {
		t.Fatal(err)
	}
	titles := map[string]string{}
	for _, p := range pages {
		if p.Title == "" || p.Lang == "" {
			t.Errorf("%s: title %q, lang %q", p.Path, p.Title, p.Lang)
		}
		if p.NoIndex {
			continue
		}
		if p.Description == "" || p.Canonical == "" || len(p.Alternates) < len(i18n.Languages()) {
			t.Errorf("%s: description %q, canonical %q, alternates %v", p.Path, p.Description, p.Canonical, p.Alternates)
		}
		if p.Path != p.Canonical {
			continue // another form of a page
		}
		if other := titles[p.Title]; other != "" {
			t.Errorf("%s and %s have the same title", p.Path, other)
		}
		titles[p.Title] = p.Path
	}
}

// The help lines are on every page, as links that call.
func TestHelpIsEverywhere(t *testing.T) {
	for path, page := range rendered(t) {
		if strings.HasSuffix(path, "404.html") || strings.Contains(path, "minutes") {
			continue
		}
		for _, want := range []string{`href="tel:3114"`, `href="tel:988"`, `href="tel:116123"`, `id="talk"`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %s", path, want)
			}
		}
	}
}

// Numbers that the method marks "to be checked" are not printed.
func TestMethodKeepsBackWhatIsToBeChecked(t *testing.T) {
	c := checkuptest.Open(t)
	for path, page := range rendered(t) {
		if !strings.Contains(path, "method") {
			continue
		}
		text := html.UnescapeString(page)
		for _, cut := range c.Model.Scoring.Signs.CutPoints {
			if cut.ToBeChecked && strings.Contains(text, cut.Native) {
				t.Errorf("%s prints %q of %s", path, cut.Native, cut.Name)
			}
		}
		for _, f := range c.Model.Scoring.Factors {
			if f.Evidence.ToBeChecked && strings.Contains(text, f.Evidence.Derivation) {
				t.Errorf("%s prints the derivation of %s", path, f.ID)
			}
		}
		if !strings.Contains(text, "1.6") {
			t.Errorf("%s prints no derivation at all", path)
		}
	}
}
