package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// wordPress is an article in which somebody pasted an address: what
// wp_filter_oembed_result makes of it, and what wp-embed.js does with the messages of the
// frame, which it may not hear the first of.
func wordPress(address string) string {
	return article(`<script>
window.values = [];
window.follow = () => {
	addEventListener("message", hears);
	for (const frame of frames()) frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
};
const hears = ({ source, data }) => {
	if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
	for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
		if (source !== frame.contentWindow || data.message !== "height") continue;
		values.push(data.value);
		frame.removeAttribute("style");
		frame.height = Math.min(Math.max(parseInt(data.value, 10), 200), 1000);
		document.querySelector('blockquote[data-secret="' + data.secret + '"]').style.display = "none";
	}
};
</script>
<blockquote class="wp-embedded-content" data-secret="aB3dE6gH9k"><a href="` + address + `">Both Ends</a></blockquote>
<iframe style="position: absolute; clip: rect(1px, 1px, 1px, 1px);" class="wp-embedded-content" sandbox="allow-scripts" security="restricted" title="Both Ends" src="` + address + `#?secret=aB3dE6gH9k" data-secret="aB3dE6gH9k" width="600" height="1000" frameborder="0"></iframe>`)
}

func TestAnAddressPastedIntoWordPressIsAFrameThatFollows(t *testing.T) {
	t.Parallel()
	p := reader(t, wordPress("{site}embed/en/"), LikesStillness())
	f := p.Frame("/embed/en/")
	f.Ready()
	p.Until("the frame has told its height, which nobody heard", `() => heard.some((m) => m.message === "height")`)
	p.Do(`() => follow()`)
	p.Until("the frame has told its height", `() => values.length > 0`)
	height := func() float64 { return Eval[float64](p, `() => frames()[0].offsetHeight`) }
	if got := height(); got != 1000 {
		t.Errorf("with the first part, the frame is %v high, want 1000", got)
	}
	// What is longer scrolls, and the next part begins at its top.
	if !Eval[bool](f, `() => { scrollTo(0, 1e6); return scrollY > 0; }`) {
		t.Error("what does not fit cannot be scrolled to")
	}
	f.Act("next")
	f.Until("the next part is in sight from its beginning", `() => {
		const h = [...document.querySelectorAll(".step h2")].find(seen);
		const { top } = h.getBoundingClientRect();
		return top >= 0 && top < innerHeight / 2;
	}`)
	persona := personaNamed(t, "freelancer")
	f.AnswerAll(persona.answers)
	f.Finish()
	checkResult(t, f.Result(), persona)
	if !Eval[bool](f, `() => { const h = document.querySelector("#result h2").getBoundingClientRect(); return h.top >= 0 && h.top < innerHeight; }`) {
		t.Error("the result does not begin in sight")
	}
	for _, m := range Eval[[]string](p, `() => heard.map((m) => Object.keys(m).filter((k) => k !== "frame" && k !== "origin").sort() + "")`) {
		if m != "message,secret,value" {
			t.Errorf("the page around is told %s", m)
		}
	}
	if low, high := Eval[float64](p, `() => Math.min(...values)`), Eval[float64](p, `() => Math.max(...values)`); low < 200 || high > 1000 {
		t.Errorf("heights are from %v to %v", low, high)
	}

	// The language keeps the frame as it is, and so does a short page.
	f.Act("lang")
	f = p.Frame("/embed/fr/")
	if hash := Eval[string](f, `() => location.hash`); hash != "#?secret=aB3dE6gH9k" {
		t.Errorf("in the other language the frame has lost its secret: %q", hash)
	}
	f.Act("leave")
	p.Frame("/fr/minutes/")
	p.Until("the frame is as small as the page to leave to", `() => frames()[0].offsetHeight < 1000 && frames()[0].offsetHeight >= 200`)
}

// A secret is what WordPress makes; anything else is not answered.
func TestAFrameWithoutASecretTellsWhatItAlwaysTold(t *testing.T) {
	t.Parallel()
	for _, fragment := range []string{"", "#?secret=", "#?secret=%3Cb%3E", "#secret=abc", "#?secret=a&b=c"} {
		t.Run(fragment, func(t *testing.T) {
			p := reader(t, article(`<iframe src="{site}embed/en/`+fragment+`" width="100%" height="700"></iframe>`))
			p.Until("the frame has spoken", `() => heard.length > 0`)
			p.messages(t)
		})
	}
}

// An editor who uses Hugo puts the shortcode of the docs into an article.
func TestTheShortcodeOfTheDocsStandsInAHugoSite(t *testing.T) {
	long(t)
	t.Parallel()
	host := hostOf(t, builtSite)
	docs, err := os.ReadFile("../site/README.md")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	shortcode := fenced(t, string(docs), "layouts/shortcodes/both-ends.html")
	for name, text := range map[string]string{
		"hugo.toml":                         "baseURL = \"http://localhost/\"\ntitle = \"A union\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\", \"sitemap\"]\n",
		"layouts/index.html":                `{{ range .Site.RegularPages }}{{ .Content }}{{ end }}`,
		"layouts/_default/single.html":      "<!doctype html>\n<html lang=\"fr\"><meta charset=\"utf-8\"><title>{{ .Title }}</title><body>{{ .Content }}</body></html>",
		"layouts/shortcodes/both-ends.html": strings.ReplaceAll(shortcode, "https://example.org/", host.URL+host.Base),
		"content/bilan.md":                  "---\ntitle: Bilan\n---\nAvant.\n\n" + strings.ReplaceAll(fenced(t, string(docs), "content/article.md"), `lang="en"`, `lang="fr"`) + "\n\nAprès.\n",
	} {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := exec.Command("hugo", "--source", folder, "--quiet").CombinedOutput(); err != nil {
		t.Fatalf("hugo: %v\n%s", err, out)
	}
	// What browsers ask for by themselves.
	if err := os.WriteFile(filepath.Join(folder, "public", "favicon.ico"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(folder, "public"))))
	t.Cleanup(s.Close)
	p := NewPerson(t, host)
	p.Visit(strings.Replace(s.URL, "127.0.0.1", "localhost", 1) + "/bilan/")
	f := p.Frame("/embed/fr/")
	f.Ready()
	f.Until("the frame fits", fitted)
	if got := Eval[string](p, `() => document.querySelector("both-ends").nextElementSibling.textContent`); got != "Après." {
		t.Errorf("after the frame stands %q", got)
	}
}

// fenced is the block of a document that begins with a comment or line naming this file.
func fenced(t *testing.T, document, name string) string {
	t.Helper()
	_, rest, ok := strings.Cut(document, "`"+name+"`")
	if ok {
		_, rest, ok = strings.Cut(rest, "\n```")
	}
	if ok {
		_, rest, ok = strings.Cut(rest, "\n")
	}
	text, _, closed := strings.Cut(rest, "\n```")
	if !ok || !closed {
		t.Fatalf("the document shows no %s", name)
	}
	return text
}

func TestNothingIsFetchedBeforeSomebodyPresses(t *testing.T) {
	t.Parallel()
	p := reader(t, article(strings.Replace(line, "data-lang", `data-load="click" data-lang`, 1)+`<div style="height:3000px"></div>`+line))
	p.Until("the still stands there", `() => document.querySelector("both-ends button")`)
	text := Eval[string](p, `() => document.querySelector("both-ends").innerText`)
	if question := shippedPack().Words["en"].Get(shippedPack().Pack.Sections[0].Questions[0].ID + ".label"); !strings.Contains(text, question) || !strings.Contains(text, strings.TrimPrefix(p.Host.URL, "http://")) {
		t.Errorf("before, there stands %q", text)
	}
	p.Do(`() => new Promise((done) => setTimeout(done))`)
	for _, r := range p.Requests() {
		if strings.HasPrefix(r.URL, p.Host.URL) && !strings.HasSuffix(r.URL, "/embed.js") {
			t.Errorf("before anybody pressed, %s was asked for", r.URL)
		}
	}
	p.Do(`() => document.querySelector("both-ends button").focus()`)
	p.Press("\r")
	f := p.Frame("/embed/en/")
	f.Ready()
	f.Until("the frame fits", fitted)
	if at := Eval[string](p, `() => document.activeElement.localName`); at != "iframe" {
		t.Errorf("the keyboard is at %s, not in the frame", at)
	}
	p.messages(t)
}

// Three embeds further down load nothing of theirs.
func TestFramesFarFromTheScreenLoadNothing(t *testing.T) {
	t.Parallel()
	p := reader(t, article(`<div style="height:12000px"></div>`+line+line+line), Screen(1000, 700))
	p.Until("the frames stand there", `() => frames().length === 3`)
	p.Do(`() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`)
	for _, r := range p.Requests() {
		if strings.HasPrefix(r.URL, p.Host.URL) && !strings.HasSuffix(r.URL, "/embed.js") {
			t.Errorf("far from the screen, %s was asked for", r.URL)
		}
	}
	p.Do(`() => scrollTo(0, document.body.scrollHeight)`)
	p.Until("a frame has spoken", `() => heard.some((m) => m.type === "ready")`)
}

// What pages around do to frames, or keep from us: a working frame, or a sentence.
func TestInPagesThatAreHardOnFrames(t *testing.T) {
	t.Parallel()
	style := `<style>iframe{height:auto!important;max-height:300px!important}img,iframe{max-width:100%}</style>`
	t.Run("a theme that sizes every frame", func(t *testing.T) {
		t.Parallel()
		p := reader(t, article(style+line))
		f := p.Frame("/embed/en/")
		f.Ready()
		f.Until("the frame fits", fitted)
	})
	t.Run("a page from right to left", func(t *testing.T) {
		t.Parallel()
		p := reader(t, strings.Replace(article(line), `<html lang="en">`, `<html lang="ar" dir="rtl">`, 1))
		f := p.Frame("/embed/en/")
		f.Ready()
		f.Until("the frame fits", fitted)
		if got := Eval[string](f, `() => getComputedStyle(document.body).direction`); got != "ltr" {
			t.Errorf("the frame reads %s", got)
		}
		for _, flaw := range f.Wide() {
			t.Error(flaw)
		}
	})
	t.Run("a sandbox without scripts", func(t *testing.T) {
		t.Parallel()
		p := reader(t, article(`<iframe src="{site}embed/en/" sandbox="" width="100%" height="700"></iframe>`))
		f := p.Frame("/embed/en/")
		f.Until("the frame says what is missing", `() => { const n = document.querySelector("main noscript"); return n && n.innerText.length > 20 && n.getClientRects().length > 0; }`)
		p.Forgive("Blocked script execution")
	})
	for name, policy := range map[string]string{"a policy without us": `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">`, "no scripts at all": ""} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := strings.Replace(article(`<script async src="{site}embed.js"></script><both-ends lang="en"><a href="{site}embed/en/">Both Ends</a></both-ends>`), "<head>", "<head>"+policy, 1)
			if policy == "" {
				page = strings.Replace(page, `<script async src="{site}embed.js"></script>`, "", 1)
			}
			p := reader(t, page)
			p.Until("a link stands there", `() => document.querySelector("both-ends a")?.getClientRects().length > 0`)
			p.Forgive("Content Security Policy")
		})
	}
}
