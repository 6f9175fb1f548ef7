package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// article is a page of another site with something in its body. It notes every
// message that comes, and every event of the element.
func article(body string) string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script>
window.before = Object.keys(window);
window.heard = [];
window.told = [];
addEventListener("message", (e) => heard.push({ ...e.data, frame: [...frames()].findIndex((f) => f.contentWindow === e.source), origin: e.origin }));
for (const name of ["ready", "height", "completed"])
	addEventListener("bothends:" + name, (e) => told.push({ name, ...e.detail, on: e.target.localName }));
window.frames = () => document.querySelectorAll("iframe");
</script></head>
<body style="margin:0 auto;max-width:46rem;padding:1rem"><h1>An article</h1><p><a id="before" href="#x">before</a></p>
` + body + `
<p><a id="after" href="#y">after</a></p></body></html>`
}

const line = `<script async src="{site}embed.js" data-lang="en"></script>`

// A message is what came out of a frame.
type message struct {
	Source, Type, Origin string
	Height               float64
	Frame                int
	Keys                 []string
}

// messages are those that came to the page so far. Only their contract may be
// in them.
func (p *Person) messages(t *testing.T) []message {
	t.Helper()
	all := Eval[[]message](p, `() => heard.map((m) => ({ Source: m.source, Type: m.type, Origin: m.origin, Height: m.height, Frame: m.frame,
		Keys: Object.keys(m).filter((k) => k !== "frame" && k !== "origin").sort() }))`)
	for _, m := range all {
		known := slices.Contains([]string{"ready", "height", "completed"}, m.Type)
		if m.Source != "bothends" || !known || m.Height <= 0 || m.Frame < 0 || !slices.Equal(m.Keys, []string{"height", "source", "type"}) {
			t.Errorf("a frame says %+v", m)
		}
	}
	return all
}

func count(all []message, kind string) int {
	n := 0
	for _, m := range all {
		if m.Type == kind {
			n++
		}
	}
	return n
}

// Fitted waits until each frame is as high as what is in it asks for, and has
// nothing to scroll.
const fitted = `() => document.documentElement.dataset.step !== undefined && innerHeight >= document.body.getBoundingClientRect().height
	&& innerHeight - document.body.getBoundingClientRect().height < (document.documentElement.dataset.step === "result" ? 256 : 64)`

// reader is a person before a page of the neighbour.
func reader(t *testing.T, page string, traits ...Trait) *Person {
	t.Helper()
	p := visitor(t, traits...)
	n := NewNeighbour(t, p.Host, map[string]string{"/": page})
	p.Visit(n.URL + "/")
	return p
}

func TestOneLinePutsFramesIntoAnArticle(t *testing.T) {
	t.Parallel()
	p := reader(t, article(`<div id="one">`+line+`</div>
		<div id="two"><script async src="{site}embed.js" data-lang="fr" data-page="ad" data-theme="dark" data-accent="#7cc7cf" data-country="FR"></script></div>
		<div id="saved">`+line+`<both-ends lang="en"><iframe></iframe></both-ends></div>
		<both-ends id="own" lang="fr" accent="#ffff00"></both-ends>
		<div id="late"></div>`))
	p.Until("every place has its frame", `() => frames().length === 4`)
	p.Do(`() => { document.querySelector("#late").innerHTML = "<both-ends lang=en page=ad></both-ends>"; }`)
	p.Do(`() => new Promise((done) => { // as page builders do
		const old = document.querySelector("#one script"), copy = document.createElement("script");
		for (const a of old.attributes) copy.setAttribute(a.name, a.value);
		copy.onload = done;
		document.querySelector("#late").append(copy);
	})`)
	p.Do(`() => { document.querySelector("#late").append(document.querySelector("#two").cloneNode(true)); }`)
	p.Until("what came late is there", `() => document.querySelectorAll("#late both-ends iframe").length === 3`)
	got := Eval[[]string](p, `() => [...document.querySelectorAll("both-ends")].map((e) => {
		const f = e.firstChild;
		return [e.parentElement.id || e.parentElement.parentElement.id || e.id, e.childNodes.length, f.loading, !!f.title, f.src.replace(/^.*?\d\//, "")].join(" ");
	})`)
	want := []string{
		"one 1 lazy true embed/en/?theme=&accent=&country=",
		"two 1 lazy true fr/annonce/?theme=dark&accent=%237cc7cf&country=FR",
		"saved 1 lazy true embed/en/?theme=&accent=&country=",
		"own 1 lazy true embed/fr/?theme=&accent=&country=",
		"late 1 lazy true job-posting/?theme=&accent=&country=",
		"late 1 lazy true embed/en/?theme=&accent=&country=",
		"two 1 lazy true fr/annonce/?theme=dark&accent=%237cc7cf&country=FR",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got frames\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if globals := Eval[[]string](p, `() => Object.keys(window).filter((k) => !before.includes(k) && isNaN(k) && !["before", "heard", "told", "frames", "shifts"].includes(k))`); len(globals) > 1 {
		t.Errorf("embed.js leaves the globals %q, want one at most", globals)
	}
	// Room is kept before anything is known.
	if room := Eval[float64](p, `() => Math.min(...[...frames()].map((f) => f.offsetHeight))`); room < 500 {
		t.Errorf("a frame keeps %v pixels free", room)
	}
}

func TestAFrameFollowsItsContentUpAndDown(t *testing.T) {
	long(t)
	t.Parallel()
	p := reader(t, article(line+strings.Replace(line, `"en"`, `"fr"`, 1)), LikesStillness())
	p.Do(`() => frames().forEach((f) => { f.loading = "eager"; })`)
	p.Until("both frames have spoken", `() => new Set(heard.map((m) => m.frame)).size === 2`)
	f := p.Frame("/en/")
	f.Ready()
	f.Until("the frame fits", fitted)
	heights := func() []float64 { return Eval[[]float64](p, `() => [...frames()].map((f) => f.offsetHeight)`) }
	start := heights()

	// A hundred times open and shut: up, down, and nothing else.
	for range 100 {
		f.Do(`() => { const d = document.querySelector("#talk"); d.open = !d.open; }`)
		f.Until("the frame fits", fitted)
	}
	if now := heights(); !slices.Equal(now, start) {
		t.Errorf("after opening and shutting, the frames are %v high, and were %v", now, start)
	}
	messages := p.messages(t)
	if n := count(messages, "ready"); n != 2 {
		t.Errorf("two frames were ready %d times: %+v", n, messages)
	}
	seen := map[float64]bool{}
	for _, m := range messages {
		seen[m.Height] = true
	}
	if len(seen) > 4 {
		t.Errorf("the frames were asked to be %d heights: %+v", len(seen), messages)
	}

	// Another section: its beginning comes to the eye, the keyboard stays inside.
	p.Do(`() => document.querySelector("#before").focus()`)
	p.Press(kb.Tab) // a page that nobody touched has no keyboard
	f.Until("the keyboard is in the frame", `() => document.hasFocus()`)
	f.Do(`() => document.querySelector("[data-act=next]").focus()`)
	p.Do(`() => { scrollTo(0, frames()[0].getBoundingClientRect().bottom + scrollY - innerHeight); }`)
	f.Do(`() => document.querySelector("[data-act=next]").click()`)
	p.Until("the top of the frame is in sight", `() => [...frames()].some((f) => { const t = f.getBoundingClientRect().top; return f === document.activeElement && t >= -1 && t < innerHeight; })`)
	if tag := Eval[string](f, `() => document.activeElement.tagName`); tag != "H2" {
		t.Errorf("inside, the keyboard is at %s, not at the title of the section", tag)
	}
	// One that changes by itself does not call the reader back.
	p.Do(`() => { document.querySelector("#after").focus(); window.before = heard.length; }`)
	f.Until("the keyboard has left the frame", `() => !document.hasFocus()`)
	f.Do(`() => document.querySelector("[data-act=back]").click()`)
	p.Until("the page around has heard of it", `() => heard.length > before`)
	if tag := Eval[string](p, `() => document.activeElement.id`); tag != "after" {
		t.Errorf("the frame took the keyboard from the page, which is at %q", tag)
	}

	// A narrow column: higher, and nothing to the side.
	// (Browsers draw no frame that is out of sight.)
	p.Do(`() => { document.body.style.maxWidth = "320px"; document.body.style.padding = 0; scrollTo(0, 0); }`)
	f.Until("the frame is narrow and fits", `() => innerWidth === 320 && (`+fitted+`)()`)
	for _, flaw := range f.Wide() {
		t.Errorf("in 320 pixels: %s", flaw)
	}
	for _, flaw := range f.Small() {
		t.Errorf("in 320 pixels, too small: %s", flaw)
	}
	p.Do(`() => { document.body.style.maxWidth = "46rem"; }`)
	f.Until("the frame is wide again and fits", `() => innerWidth > 320 && (`+fitted+`)()`)
	if got := Eval[bool](f, `() => document.documentElement.scrollHeight > innerHeight`); got {
		t.Error("the frame has something to scroll")
	}
}

func TestSandboxedFramesWork(t *testing.T) {
	long(t)
	t.Parallel()
	for _, sandbox := range []string{"allow-scripts", "allow-scripts allow-same-origin"} {
		t.Run(sandbox, func(t *testing.T) {
			t.Parallel()
			p := reader(t, article(`<iframe src="{site}en/" title="Both Ends" width="100%" height="700" sandbox="`+sandbox+`"></iframe>`))
			f := p.Frame("/en/")
			f.Ready()
			persona := personaNamed(t, "freelancer")
			f.AnswerAll(persona.answers)
			f.Finish()
			checkResult(t, f.Result(), persona)
			if n := count(p.messages(t), "completed"); n != 1 {
				t.Errorf("the frame was completed %d times", n)
			}
			// This page follows no height, so the frame scrolls by itself.
			if !Eval[bool](f, `() => { scrollTo({ top: 500, behavior: "instant" }); return scrollY > 0 && getComputedStyle(document.documentElement).overflowY !== "hidden"; }`) {
				t.Error("a frame of fixed height cannot be scrolled")
			}
		})
	}
}

func TestTheKeyboardGoesThroughTheFrameAndOutAgain(t *testing.T) {
	long(t)
	t.Parallel()
	p := reader(t, article(line), LikesStillness())
	f := p.Frame("/en/")
	f.Ready()
	f.Until("the frame fits", fitted)
	p.Do(`() => document.querySelector("#before").focus()`)
	stops := map[string]int{}
	for range 400 {
		p.Press(kb.Tab)
		// On the way from one process to the other, it is nowhere for a moment.
		p.Until("the keyboard is somewhere", `() => document.activeElement !== document.body`)
		at := Eval[string](p, `() => document.activeElement.id || document.activeElement.localName`)
		stops[at]++
		if at == "after" {
			break
		}
		if at != "iframe" {
			t.Fatalf("the keyboard went to %q: %v", at, stops)
		}
	}
	if stops["after"] != 1 || stops["iframe"] < 20 {
		t.Fatalf("the keyboard stopped at %v", stops)
	}
	p.PressBack()
	if at := Eval[string](f, `() => document.activeElement.dataset.act || document.activeElement.id || document.activeElement.localName`); at != "summary" {
		t.Errorf("back in the frame, the keyboard is at %q, want its last stop", at)
	}
}

func TestAccentsCanBeReadInBothThemes(t *testing.T) {
	long(t)
	t.Parallel()
	looks := []struct {
		accent, theme string
		used, whole   bool
	}{
		{"#0b6e4f", "auto", true, true}, {"#000000", "light", true, true}, {"#ffffff", "dark", true, true},
		{"#b00020", "auto", true, false}, {"#ffd54f", "dark", true, false},
		{"#ffd54f", "auto", false, false}, {"#0b6e4f", "dark", false, false}, {"red", "light", false, false},
	}
	p := visitor(t)
	pages := map[string]string{}
	for i, look := range looks {
		// A dark page of another site says that it is.
		scheme := map[bool]string{true: "dark", false: "light"}[look.theme == "dark"]
		pages[fmt.Sprint("/", i)] = article(`<script>document.documentElement.style.colorScheme = "` + scheme + `"</script>
			<iframe src="{site}en/?` + fmt.Sprint(i) + `&theme=` + look.theme + `&accent=` + strings.Replace(look.accent, "#", "%23", 1) + `" width="700" height="700"></iframe>
			<both-ends lang="en" accent="` + look.accent + `" theme="` + look.theme + `"></both-ends>
			<script async src="{site}embed.js"></script>`)
	}
	n := NewNeighbour(t, p.Host, pages)
	for i, look := range looks {
		p.Visit(n.URL + fmt.Sprint("/", i))
		p.Until("the element has its frame", `() => document.querySelector("both-ends iframe")`)
		name := look.accent + " " + look.theme
		if got := Eval[[]bool](p, `() => [...document.querySelectorAll("both-ends iframe")].map((f) => /accent=%23/.test(f.src))`); !slices.Equal(got, []bool{look.used}) {
			t.Errorf("%s: frames with the accent: %v, want one, and that %v", name, got, look.used)
		}
		// The frame judges for itself, whatever stands in its address.
		f := p.Frame(fmt.Sprint("/en/?", i))
		f.Until("the script of frames has run", `() => document.documentElement.dataset.stepped`)
		f.Ready()
		hue := Eval[string](f, `() => getComputedStyle(document.documentElement).getPropertyValue("--hue").trim()`)
		if ours := hue == "#0b5f6b" || hue == "#7cc7cf"; ours == look.used {
			t.Errorf("%s: the frame has the hue %s", name, hue)
		}
		if !look.whole {
			continue
		}
		check := func(state string) {
			t.Helper()
			for _, theme := range []string{"light", "dark"} {
				f.Do(`(theme) => { document.documentElement.dataset.theme = theme; }`, theme)
				for _, flaw := range f.Faint() {
					t.Errorf("%s, %s, %s: too faint: %s", name, state, theme, flaw)
				}
			}
		}
		check("the form")
		f.AnswerAll(personaNamed(t, "sports-league").answers)
		f.Finish()
		f.Do(unfold)
		check("the result")
	}
}

func TestEditorsGetTheLineForWhatTheyChoose(t *testing.T) {
	long(t)
	t.Parallel()
	p := NewPerson(t, hostOf(t, builtBelow))
	p.Go(prefix + "fr/integrer/")
	base := p.Host.URL + prefix
	text := func(id string) string { return Eval[string](p, `(id) => document.getElementById(id).textContent`, id) }
	choose := func(id, value string) {
		p.Do(`(id, value) => { const e = document.getElementById(id); e.value = value; for (const n of ["input", "change"]) e.dispatchEvent(new Event(n, { bubbles: true })); }`, id, value)
	}
	if got, want := text("line"), `<script async src="`+base+`embed.js" data-lang="fr"></script>`; got != want {
		t.Errorf("got the line %s, want %s", got, want)
	}
	p.Until("the preview has found its height", `() => { const f = document.querySelector("#preview iframe"); return f.offsetHeight > 900 && f.contentDocument.documentElement.dataset.embed === "true"; }`)

	choose("accent", "#ffd54f")
	said := text("accent-said")
	if !strings.Contains(said, "1,3") || strings.Contains(text("line"), "accent") {
		t.Errorf("a pale colour gives %q and the line %s", said, text("line"))
	}
	choose("theme", "dark")
	choose("page", "ad")
	choose("where", "BE")
	if got, want := text("line"), `<script async src="`+base+`embed.js" data-lang="fr" data-page="ad" data-theme="dark" data-accent="#ffd54f" data-country="BE"></script>`; got != want {
		t.Errorf("got the line %s, want %s", got, want)
	}
	if got, want := text("element"), `<both-ends lang="fr" page="ad" theme="dark" accent="#ffd54f" country="BE"><a href="`+base+`fr/annonce/?theme=dark&amp;accent=%23ffd54f&amp;country=BE">Les deux bouts, un bilan confidentiel</a></both-ends>`; !strings.HasSuffix(got, want) {
		t.Errorf("got the element %s, want %s", got, want)
	}
	if got, want := text("plain"), `src="`+base+`fr/annonce/?theme=dark&amp;accent=%23ffd54f&amp;country=BE"`; !strings.Contains(got, want) {
		t.Errorf("got the frame %s, want %s", got, want)
	}
	choose("load", "click")
	if got := text("line"); !strings.HasSuffix(got, ` data-country="BE" data-load="click"></script>`) {
		t.Errorf("to load when it is pressed, the line is %s", got)
	}
	p.Until("the preview waits for somebody to press", `() => document.querySelector("#preview button") && !document.querySelector("#preview iframe")`)
	choose("load", "near")
	p.Until("the preview is what was chosen", `() => { const d = document.querySelector("#preview iframe").contentDocument; return d?.querySelector("#ad") && getComputedStyle(d.documentElement).getPropertyValue("--hue").trim() === "#ffd54f"; }`)
	p.Click("[data-of=line]")
	p.Until("it says that the line is copied, or selected", `() => document.querySelector("[data-of=line] + [role=status]").textContent !== ""`)
}

// A frame has the form of the check-up that waits for what decides its looks, or
// it would change and move inside the page around: also in the other language.
func TestAFrameWaitsForWhatDecidesItsLooks(t *testing.T) {
	long(t)
	t.Parallel()
	p := reader(t, article(`<script async src="{site}embed.js" data-lang="en" data-theme="dark"></script>`))
	look := func(f *Person) {
		t.Helper()
		f.Ready()
		if !Eval[bool](f, `() => !!document.head.querySelector("script:not([defer])[src*='/early.']")`) {
			t.Errorf("%s is drawn before its first script has come", f.Address())
		}
		if looks := Eval[map[string]string](f, `() => ({ ...document.documentElement.dataset })`); looks["theme"] != "dark" || looks["embed"] != "true" {
			t.Errorf("it looks like %v", looks)
		}
	}
	f := p.Frame("/embed/en/")
	look(f)
	f.Click("[data-act=lang]")
	look(p.Frame("/embed/fr/"))
}
