package page

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions/checkup/checkuptest"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// pagesOf is every page of the site.
func pagesOf(t *testing.T) []Page {
	t.Helper()
	pages, err := Pages(checkuptest.Open(t), Facts{Modules: []Module{{"example.org/x", "v1.0.0", "MIT"}}})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// rendered is every page of the site as go-app prints it, by path.
func rendered(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, p := range pagesOf(t) {
		out[p.Path] = app.HTMLString(p.Body)
	}
	return out
}

// Leaving cannot clear what a browser lists as visited. Who may need the button reads so
// before the first answer, and where it says what is kept.
func TestThePageSaysWhatLeavingDoesNotClear(t *testing.T) {
	c := checkuptest.Open(t)
	pages := rendered(t)
	for _, lang := range i18n.Languages() {
		v := say.NewVoice(c, lang)
		if words := html.EscapeString(v.T("intro.leave")); !strings.Contains(html.UnescapeString(pages[v.Address("checkup")]), html.UnescapeString(words)) {
			t.Errorf("%s: the check-up does not say %q", lang, words)
		}
	}
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

// Help lines are on every page, as links that call: those of the countries that are
// usual in its language, a directory for everywhere, and the way to all others.
func TestHelpIsEverywhere(t *testing.T) {
	wants := map[string][]string{
		"en": {"tel:988", "tel:116123", "tel:1737", "tel:131114", "https://findahelpline.com", "/en/help/"},
		"fr": {"tel:3114", "tel:143", "tel:107", "tel:454545", "tel:18662773553", "https://findahelpline.com", "/fr/aide/"},
	}
	pages := pagesOf(t)
	for _, p := range pages {
		page := app.HTMLString(p.Body)
		if strings.HasSuffix(p.Path, ".html") || strings.Contains(p.Path, "minutes") {
			continue
		}
		_, block, _ := strings.Cut(page, `id="talk"`)
		block, _, _ = strings.Cut(block, "</details>")
		for _, want := range wants[p.Lang] {
			if !strings.Contains(block, `href="`+want+`"`) {
				t.Errorf("%s lacks %s", p.Path, want)
			}
		}
	}
}

// The page of help lines has every line of every country, what each rests on, and a
// place for each that links and scripts find; the choice of a country names them all.
func TestAllHelpLinesStandOnTheirPage(t *testing.T) {
	c, pages := checkuptest.Open(t), rendered(t)
	for i, path := range []string{"/en/help/", "/fr/aide/"} {
		page := html.UnescapeString(pages[path])
		_, main, _ := strings.Cut(page, "<main")
		for _, h := range c.Pack.HelpLines {
			for where, want := range map[string]string{
				"a place":             `id="` + helpAnchor(h) + `"`,
				"lines for scripts":   `data-country="` + h.Country + `"`,
				"a link to its place": `href="#` + helpAnchor(h) + `"`,
			} {
				if !strings.Contains(main, want) {
					t.Errorf("%s: %s lacks %s", path, h.Country, where)
				}
			}
			if !strings.Contains(page, `<option value="`+h.Country+`"`) && !strings.Contains(page, `value="`+h.Country+`"`) {
				t.Errorf("%s: %s cannot be chosen", path, h.Country)
			}
			v := say.NewVoice(c, c.Pack.Languages[i])
			for _, l := range slices.Concat(h.Emergency, h.Listening) {
				if !strings.Contains(main, cited(v, l.Sources)) || !strings.Contains(main, l.Number+"</a>") {
					t.Errorf("%s: %s %s or what it rests on is missing", path, h.Country, l.Number)
				}
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
		if !strings.Contains(text, "ln 1.6") && !strings.Contains(text, "ln 1,6") {
			t.Errorf("%s prints no derivation at all", path)
		}
	}
}
