package site

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothends/app/browser/bordertest"
	"bothends/app/i18n"
	"bothends/app/page"
	"bothends/web"

	"golang.org/x/net/html"
)

// documentsOf are the pages of the real site, parsed as a browser does, by path.
func documentsOf(t *testing.T) (map[string]*html.Node, *Site) {
	t.Helper()
	s := mustMake(t, Input{
		Pages: realPages(t), Web: web.Files, URL: "https://example.org", Base: "/",
		Program: Program{Wasm: []byte("\x00asm"), Exec: []byte("exec"), Transfer: 4}, Lexicon: []byte("words"), Data: someData,
	})
	out := map[string]*html.Node{}
	for _, p := range s.pages {
		document, err := html.Parse(strings.NewReader(string(s.Files[fileOf(p.Path)])))
		if err != nil {
			t.Fatal(err)
		}
		out[p.Path] = document
	}
	return out, s
}

func each(n *html.Node, call func(*html.Node)) {
	if n.Type == html.ElementNode {
		call(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, call)
	}
}

func all(n *html.Node, tag string) (found []*html.Node) {
	each(n, func(e *html.Node) {
		if e.Data == tag {
			found = append(found, e)
		}
	})
	return found
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return strings.TrimSpace(b.String())
}

// A criterion is called supported, or not applicable, by tests that there are; and no
// criterion is left out.
func TestTheAccessibilityReportNamesTestsThatThereAre(t *testing.T) {
	tests, _ := namesOfTests(t, os.DirFS(filepath.Join("..", "..")))
	report := page.ReadAccessibility()
	topics := []int{9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12} // criteria of each topic of RGAA 4.1
	var want, got []string
	for topic, n := range topics {
		for i := range n {
			want = append(want, fmt.Sprintf("%d.%d", topic+1, i+1))
		}
	}
	for _, c := range report.RGAA {
		got = append(got, c.Num)
	}
	if !slices.Equal(got, want) {
		t.Errorf("RGAA 4.1 has the criteria\n%q\nand the report\n%q", want, got)
	}
	levels := map[string]int{}
	for _, c := range report.WCAG {
		levels[c.Level]++
	}
	if levels["A"] != 31 || levels["AA"] != 24 { // WCAG 2.2, without 4.1.1, which it took out
		t.Errorf("WCAG 2.2 has 31 criteria of level A and 24 of AA, and the report %v", levels)
	}
	for _, c := range append(report.RGAA, report.WCAG...) {
		if !slices.Contains([]string{page.Supports, page.NotApplicable, page.NotEvaluated}, c.Result) {
			t.Errorf("%s: %q is no result", c.Num, c.Result)
		}
		if c.Result != page.NotEvaluated && len(c.Tests) == 0 {
			t.Errorf("%s is %s, and nothing proves it", c.Num, c.Result)
		}
		for _, name := range c.Tests {
			if !slices.Contains(tests, name) {
				t.Errorf("%s names %s, and there is no such test", c.Num, name)
			}
		}
	}
}

// The rules of OpenACR 0.1.0, as far as this report has what they are about: what is
// asked for is there, and chapters, components and levels are those of its catalogue.
func TestOpenACRHasWhatItsSchemaAsksFor(t *testing.T) {
	_, s := documentsOf(t)
	text := string(s.Files[page.OpenACRFile[1:]])
	for _, line := range []string{`title: "`, `product:`, `  name: "`, `author:`, `  email: "`, `  website: "https://example.org/"`, `catalog: "2.5-edition-wcag-2.2-en"`,
		`chapters:`, `  success_criteria_level_a:`, `  success_criteria_level_aa:`} {
		if n := strings.Count("\n"+text, "\n"+line); n != 1 {
			t.Errorf("the report has %q %d times", line, n)
		}
	}
	if found := regexp.MustCompile(`\{\w+\}`).FindString(text); found != "" {
		t.Errorf("%s was not filled in", found)
	}
	line := regexp.MustCompile(`^(?:[a-z_]+:|  [a-z_]+:|    criteria:|      - num: "\d\.\d\.\d+"|        components:|          - name: web|            adherence:|(?:  ){0,7}[a-z_]+: "(?:[^"\\]|\\.)*")$`)
	for i, l := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if !line.MatchString(l) {
			t.Errorf("line %d is not what it should be: %s", i+1, l)
		}
	}
	if n := strings.Count(text, "- num: "); n != 55 {
		t.Errorf("it holds %d criteria", n)
	}
}

func TestEveryDocumentHasALanguageATitleAndAWayToItsContent(t *testing.T) {
	documents, s := documentsOf(t)
	titles := map[string]string{}
	for _, p := range s.pages {
		d := documents[p.Path]
		raw := strings.TrimPrefix(string(s.Files[fileOf(p.Path)]), "\ufeff") // the mark of its encoding may stand before
		if !strings.HasPrefix(raw, "<!doctype html>") {
			t.Errorf("%s has no document type", p.Path)
		}
		if lang := attribute(all(d, "html")[0], "lang"); lang != p.Lang || i18n.New(lang).Lang() != lang {
			t.Errorf("%s is in %q", p.Path, lang)
		}
		if list := all(d, "title"); len(list) != 1 || textOf(list[0]) == "" {
			t.Errorf("%s has no title", p.Path)
		} else if p.Canonical == p.Path {
			if other := titles[textOf(list[0])]; other != "" {
				t.Errorf("%s and %s have one title", p.Path, other)
			}
			titles[textOf(list[0])] = p.Path
		}
		if n := len(all(d, "h1")); n == 0 {
			t.Errorf("%s has no heading", p.Path)
		}
		last := 0
		each(d, func(n *html.Node) {
			if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
				return
			}
			level := int(n.Data[1] - '0')
			if level > last+1 && last > 0 {
				t.Errorf("%s goes from heading %d to %d at %q", p.Path, last, level, textOf(n))
			}
			last = level
		})
		if list := all(d, "main"); len(list) != 1 || attribute(list[0], "id") != "main" {
			t.Errorf("%s has no content to lead to", p.Path)
		}
		for _, m := range all(d, "meta") {
			if attribute(m, "name") == "viewport" && regexp.MustCompile(`user-scalable|maximum-scale`).MatchString(attribute(m, "content")) {
				t.Errorf("%s cannot be magnified", p.Path)
			}
		}
		// The pages to leave to and of nowhere hold nothing but their content.
		if links := all(d, "a"); len(all(d, "header")) > 0 && (len(links) == 0 || attribute(links[0], "href") != "#main") {
			t.Errorf("the first link of %s does not lead to its content", p.Path)
		}
	}
}

func TestNoDocumentHoldsSoundFilmOrSomebodyElsesFrame(t *testing.T) {
	documents, s := documentsOf(t)
	refused := []string{"audio", "video", "track", "source", "object", "embed", "applet", "canvas", "marquee", "blink", "iframe", "frame", "area", "map"}
	for path, d := range documents {
		each(d, func(n *html.Node) {
			if slices.Contains(refused, n.Data) {
				t.Errorf("%s holds a <%s>", path, n.Data)
			}
			if n.Data == "a" && regexp.MustCompile(`\.(pdf|docx?|odt|xlsx?|pptx?)$`).MatchString(attribute(n, "href")) {
				t.Errorf("%s offers the document %s", path, attribute(n, "href"))
			}
		})
	}
	if headers := string(s.Files[headersFile]); strings.Contains(headers, "media-src") || !strings.Contains(headers, "default-src 'none'") {
		t.Error("the policy lets sound or film in")
	}
	script := regexp.MustCompile(`new Audio|AudioContext|speechSynthesis|createElement\("(?:audio|video)`)
	for name, text := range scriptsOf(t) {
		if found := script.FindString(text); found != "" {
			t.Errorf("web/%s makes sound: %s", name, found)
		}
	}
}

func TestNavigationAndHelpStandInTheSamePlaceOnEveryPage(t *testing.T) {
	documents, s := documentsOf(t)
	order := map[string]string{}
	for _, p := range s.pages {
		d := documents[p.Path]
		if len(all(d, "header")) == 0 {
			continue
		}
		var names []string
		for _, part := range append(all(d, "header"), all(d, "footer")...) {
			each(part, func(n *html.Node) {
				if n.Data == "a" || n.Data == "button" || n.Data == "select" || n.Data == "details" {
					name := n.Data + " " + attribute(n, "id") + attribute(n, "data-act")
					if n.Data == "a" && attribute(n, "data-act") == "" {
						name += textOf(n)
					}
					names = append(names, name)
				}
			})
		}
		now := strings.Join(names, "\n")
		if !strings.Contains(now, "details talk") {
			t.Errorf("%s has nobody to talk to", p.Path)
		}
		if before, ok := order[p.Lang]; ok && before != now {
			t.Errorf("%s has another order than the pages before:\n%s\n\nnot\n%s", p.Path, now, before)
		}
		order[p.Lang] = now
	}
}

func TestEveryTableOfADocumentHasACaptionAndHeads(t *testing.T) {
	documents, _ := documentsOf(t)
	n := 0
	for path, d := range documents {
		for _, table := range all(d, "table") {
			n++
			captions, heads := all(table, "caption"), all(table, "th")
			if len(captions) != 1 || textOf(captions[0]) == "" {
				t.Errorf("a table of %s has no caption", path)
			}
			if len(heads) == 0 {
				t.Errorf("a table of %s has no heads", path)
			}
			for _, th := range heads {
				if scope := attribute(th, "scope"); scope != "col" && scope != "row" && scope != "rowgroup" && scope != "colgroup" {
					t.Errorf("%s: the head %q is of nothing", path, textOf(th))
				}
			}
		}
	}
	if n == 0 {
		t.Error("there are no tables")
	}
}

// Only keys that the browser gives a control its meaning with are heard.
func TestNoKeyIsAShortcutAndNoSensorIsRead(t *testing.T) {
	documents, s := documentsOf(t)
	for path, d := range documents {
		each(d, func(n *html.Node) {
			if attribute(n, "accesskey") != "" {
				t.Errorf("%s has a key of its own for <%s>", path, n.Data)
			}
		})
	}
	heard := regexp.MustCompile(`["']key(?:down|press|up)["']|devicemotion|deviceorientation|Accelerometer|Gyroscope`)
	for name, text := range scriptsOf(t) {
		// Delete takes a choice back, on the choice that has the focus alone.
		if name == "page/checkup.js" {
			text = strings.Replace(text, `form.addEventListener("keydown"`, "", 1)
		}
		if found := heard.FindString(text); found != "" {
			t.Errorf("web/%s hears %s", name, found)
		}
	}
	if headers := string(s.Files[headersFile]); !strings.Contains(headers, "accelerometer=()") || !strings.Contains(headers, "gyroscope=()") {
		t.Error("sensors are not refused")
	}
}

func TestNoDocumentAsksWhoSomebodyIs(t *testing.T) {
	documents, _ := documentsOf(t)
	kinds := []string{"password", "email", "tel", "search", "image"}
	identity := regexp.MustCompile(`^(?:name|given-name|family-name|username|email|tel|.*password|street-address|bday)`)
	for path, d := range documents {
		each(d, func(n *html.Node) {
			if n.Data == "input" && slices.Contains(kinds, attribute(n, "type")) || identity.MatchString(attribute(n, "autocomplete")) {
				t.Errorf("%s asks for %s", path, attribute(n, "type")+attribute(n, "autocomplete"))
			}
		})
	}
}

// What the page for hosts lists is what scripts keep, with words for each.
func TestThePageForHostsListsEveryKeyAndThisVersion(t *testing.T) {
	stored, err := storedOf(web.Files)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{"bothends.theme", "bothends.lang"}
	for _, name := range bordertest.Names(t, "Keys") {
		names = append(names, "bothends."+name)
	}
	var got []string
	for _, s := range stored {
		got = append(got, s.Key)
		for _, lang := range i18n.Languages() {
			if !i18n.New(lang).Has("hosts.key." + s.Key) {
				t.Errorf("%s has no words in %s", s.Key, lang)
			}
		}
	}
	slices.Sort(names)
	slices.Sort(got)
	if !slices.Equal(got, names) {
		t.Errorf("the page lists %q, and kept are %q", got, names)
	}
	_, s := documentsOf(t)
	for _, path := range []string{"/en/hosts/", "/fr/integrateurs/"} {
		document := string(s.Files[fileOf(path)])
		if !strings.Contains(document, `integrity=&quot;`+integrityOf(s.Files[embedFile])+`&quot;`) && !strings.Contains(document, `integrity="`+integrityOf(s.Files[embedFile])+`"`) {
			t.Errorf("%s pins another embed.js than this site has", path)
		}
		if strings.Contains(document, page.EmbedIntegrity) {
			t.Errorf("%s was not filled in", path)
		}
	}
}
