package e2e

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// A blocker cuts off what the lists of blockers take for advertising, as one in the
// browser would: it goes by address, by what is asked for, and by who asks.
type blocker struct {
	hides string // styles for every page

	mu    sync.Mutex
	ask   *json.Encoder
	lines *bufio.Scanner
	cut   []string
}

// newBlocker runs the lists until the test ends.
func newBlocker(t *testing.T) *blocker {
	t.Helper()
	if _, err := os.Stat(filepath.Join("lists", "node_modules")); err != nil {
		t.Fatalf("the lists of blockers are missing: %v (hint: sh .ci/npm lists)", err)
	}
	cmd := exec.Command("node", filepath.Join("lists", "ask.js"))
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		io.Copy(io.Discard, out)
		cmd.Wait()
	})
	b := &blocker{ask: json.NewEncoder(in), lines: bufio.NewScanner(out)}
	b.lines.Buffer(nil, 10_000_000)
	if !b.lines.Scan() || json.Unmarshal(b.lines.Bytes(), &b.hides) != nil || b.hides == "" {
		t.Fatal("the lists hide nothing")
	}
	return b
}

// blocks asks the lists.
func (b *blocker) blocks(url, kind, source string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ask.Encode(map[string]string{"url": url, "type": kind, "source": source}) != nil || !b.lines.Scan() {
		return true
	}
	blocked := b.lines.Text() != "false"
	if blocked {
		b.cut = append(b.cut, url)
	}
	return blocked
}

// kinds are what is asked for, in the words of the lists, by those of browsers.
var kinds = map[string]string{
	"script": "script", "style": "stylesheet", "image": "image", "iframe": "sub_frame", "document": "main_frame",
	"worker": "script", "serviceworker": "script", "manifest": "other", "empty": "xmlhttprequest",
}

// around stands between the host and its readers. The host is no machine of one's own for
// the lists, which spare those.
func (b *blocker) around(h *Host) {
	inner := h.site
	h.site = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		kind := kinds[r.Header.Get("Sec-Fetch-Dest")]
		source := "https://check.example.org/"
		if site := r.Header.Get("Sec-Fetch-Site"); site == "cross-site" {
			source = "https://news.example.net/"
		}
		if b.blocks("https://check.example.org"+r.URL.RequestURI(), kind, source) {
			drop(w)
			return
		}
		inner.ServeHTTP(w, r)
	})
}

// Somebody whose browser blocks advertising reads the site, and an article with three
// frames: nothing of either is cut off or hidden.
func TestWithABlockerThePageAndThreeFramesWork(t *testing.T) {
	long(t)
	t.Parallel()
	b := newBlocker(t)
	for url, kind := range map[string]string{"https://example.org/ads/banner.js": "script", "https://www.googletagmanager.com/gtag/js": "script"} {
		if !b.blocks(url, kind, "https://news.example.net/") {
			t.Fatalf("the lists let %s pass, so they prove nothing", url)
		}
	}
	b.cut = nil
	styles, err := json.Marshal(b.hides)
	if err != nil {
		t.Fatal(err)
	}
	hide := `addEventListener("DOMContentLoaded", () => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(` + string(styles) + `);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
		window.hiding = [...sheet.cssRules].reduce((n, rule) => n + rule.selectorText.length, 0);
	});`
	host := hostOf(t, builtSite)
	b.around(host)
	p := NewPerson(t, host, LikesStillness(), Meets(hide))
	persona := personaNamed(t, "freelancer")
	p.Open("fr")
	p.Ready()
	if n := Eval[int](p, `() => hiding`); n < 10_000 {
		t.Errorf("what hides things is %d signs long", n)
	}
	p.Offline()
	p.AnswerAll(persona.answers)
	p.Finish()
	checkResult(t, p.Result(), persona)
	p.OpenAd("fr")
	p.Ready()
	p.Act("example")
	if found := p.Found(); len(found.Responsibilities) == 0 {
		t.Error("the reader of ads finds nothing")
	}

	n := NewNeighbour(t, host, map[string]string{"/": article(line + strings.Replace(line, `"en"`, `"fr" data-page="ad"`, 1) + strings.Replace(line, `"en"`, `"fr"`, 1))})
	p.Visit(n.URL + "/")
	p.Do(`() => frames().forEach((f) => { f.loading = "eager"; })`)
	p.Until("all frames have spoken and are seen", `() => new Set(heard.map((m) => m.frame)).size === 3 && [...frames()].every((f) => seen(f) && f.offsetHeight > 300)`)
	p.Frame("/fr/annonce/").Ready()
	f := p.Frame("/embed/fr/")
	f.Ready()
	f.AnswerAll(persona.answers)
	f.Finish()
	checkResult(t, f.Result(), persona)
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, url := range b.cut {
		t.Errorf("a blocker cuts off %s", url)
	}
}
