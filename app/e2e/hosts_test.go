package e2e

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// isolated is another site whose pages isolate themselves, in this way.
func isolated(t *testing.T, host *Host, policy, page string) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cross-Origin-Embedder-Policy", policy)
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Write([]byte(strings.ReplaceAll(page, "{site}", host.URL+host.Base)))
	}))
	t.Cleanup(s.Close)
	return strings.Replace(s.URL, "127.0.0.1", "localhost", 1)
}

func TestAPageThatIsolatesItselfShowsTheFrame(t *testing.T) {
	t.Parallel()
	for _, policy := range []string{"require-corp", "credentialless"} {
		t.Run(policy, func(t *testing.T) {
			t.Parallel()
			p := visitor(t)
			p.Visit(isolated(t, p.Host, policy, article(line)) + "/")
			p.Until("the frame has spoken", `() => heard.some((m) => m.type === "ready")`)
			f := p.Frame("/en/")
			f.Ready()
			f.Until("the program was rehearsed or could not be, but not refused", `() => document.documentElement.dataset.rehearsed !== "failed"`)
		})
	}
}

// As plug-ins for integrity, bundlers and loaders write it.
func TestTheLineMayBeAModuleOrAskForLeave(t *testing.T) {
	t.Parallel()
	for name, line := range map[string]string{
		"module":           `<script type="module" src="{site}embed.js" data-lang="en"></script>`,
		"module, elements": `<script type="module" src="{site}embed.js"></script><both-ends lang="en"></both-ends>`,
		"crossorigin":      `<script async crossorigin="anonymous" src="{site}embed.js" data-lang="en"></script>`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := reader(t, article(line))
			p.Until("the frame has spoken", `() => heard.some((m) => m.type === "ready")`)
		})
	}
}

// Safari before 16.4.
func TestAColourDoesNotCostTheHeightWhereSheetsCannotBeMade(t *testing.T) {
	t.Parallel()
	p := reader(t, article(strings.Replace(line, "data-lang", `data-accent="#0b6e4f" data-lang`, 1)),
		Meets(`window.CSSStyleSheet = function () { throw new TypeError("Illegal constructor"); };`))
	p.Until("the frame has spoken", `() => heard.some((m) => m.type === "ready")`)
	f := p.Frame("/en/")
	if got := Eval[string](f, `() => getComputedStyle(document.documentElement).getPropertyValue("--hue").trim()`); got != "#0b6e4f" {
		t.Errorf("the colour is %q", got)
	}
}

// withoutHas takes every rule with :has( away, as Firefox before 121 and Safari
// before 15.4 do.
const withoutHas = `() => {
	const clean = (rules, owner) => {
		for (let i = rules.length - 1; i >= 0; i--) {
			if (rules[i].selectorText?.includes(":has(")) owner.deleteRule(i);
			else if (rules[i].cssRules?.length) clean(rules[i].cssRules, rules[i]);
		}
	};
	for (const sheet of document.styleSheets) clean(sheet.cssRules, sheet);
}`

func TestWithoutHasOnlyTheNoteIsPrintedAndAnswersCanBeTakenBack(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(`window.print = () => {};`))
	p.Open("en")
	p.Ready()
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Do(withoutHas)
	p.GoTo(1)
	if n := Eval[int](p, `() => [...document.querySelectorAll(".step:not([hidden]) fieldset")].filter((f) => f.querySelector("[type=radio]:checked") && getComputedStyle(f.querySelector(".clear")).visibility !== "visible").length`); n > 0 {
		t.Errorf("%d choices cannot be taken back", n)
	}
	p.GoTo(lastStep)
	p.Finish()
	p.Do(withoutHas)
	p.Until("nothing is on its way any more", `() => !seen(document.querySelector("#waiting"))`)
	p.Act("letter")
	p.Until("the note is there", `() => document.querySelector("[data-act=letter-print]")`)
	p.Act("letter-print")
	p.Media("print", false)
	if got := Eval[string](p, `() => ["#result-title", ".verdict", ".first", "h1"].filter((s) => seen(document.querySelector(s))).join()`); got != "" {
		t.Errorf("printed with the note: %s", got)
	}
	if !Eval[bool](p, `() => seen(document.querySelector("#letter-paper"))`) {
		t.Error("the note is not printed")
	}
}

func TestPaperIsBlackOnWhiteOnEveryPage(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	for _, page := range []string{"en/", "en/method/", "en/privacy/", "en/about/", "en/history/"} {
		p.Go(p.Host.Base + page)
		p.appear("dark")
		p.Media("print", true)
		if got := Eval[string](p, `() => {
			const { color, backgroundColor } = getComputedStyle(document.body);
			return color + " on " + (backgroundColor === "rgba(0, 0, 0, 0)" ? getComputedStyle(document.documentElement).backgroundColor : backgroundColor);
		}`); got != "rgb(0, 0, 0) on rgb(255, 255, 255)" {
			t.Errorf("%s is printed in %s", page, got)
		}
		p.Media("", true)
	}
}

func TestLeavingEmptiesWhatItHides(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Until("a result is drawn ahead", `() => document.querySelector("#result .verdict")`)
	// Looked at while the page is still there: the next one may come at once.
	if got := Eval[string](p, `() => {
		document.querySelector("[data-act=leave]").click();
		return (document.querySelector("#result") || { textContent: "" }).textContent + [...new FormData(document.querySelector("#checkup"))].map(([, v]) => v).join("");
	}`); got != "" {
		t.Errorf("behind the page that was left are %.200q", got)
	}
}

// iOS zooms at smaller ones.
func TestNoFieldIsSmallAndLargeTextFits(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(360, 780))
	p.Open("en")
	p.Ready()
	if small := Eval[[]string](p, `() => [...document.querySelectorAll("select, textarea, input:not([type=radio], [type=checkbox], [type=range], [type=file])")]
		.filter((e) => parseFloat(getComputedStyle(e).fontSize) < 16).map((e) => e.id)`); len(small) > 0 {
		t.Errorf("below 16 px are %q", small)
	}
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Finish()
	p.Do(`() => { document.documentElement.style.fontSize = "200%"; }`)
	if got := Eval[[]string](p, `() => [...document.querySelectorAll("#result *")].filter((e) => seen(e) && e.getBoundingClientRect().right > innerWidth + 1
		&& !e.closest(".scroll, svg, .unseen")).map((e) => e.tagName + "." + e.className + " " + Math.round(e.getBoundingClientRect().right))`); len(got) > 0 {
		t.Errorf("off the screen are %q", got[:min(10, len(got))])
	}
}

// Lockdown Mode and hardened modes.
func TestWithoutWebAssemblyThePageOffersNoSecondTry(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(`delete window.WebAssembly;`))
	p.Open("fr")
	p.GoTo(lastStep)
	p.Act("finish")
	p.Until("it is said", `() => seen("[data-boot-text]") && document.querySelector("[data-boot]").dataset.boot === "never"`)
	if said := Eval[string](p, `() => document.querySelector("[data-boot-text]").innerText`); !strings.Contains(said, "réglages du navigateur") {
		t.Errorf("what to do is not said: %q", said)
	}
	if Eval[bool](p, `() => seen("[data-act=retry]") || seen("#waiting")`) {
		t.Error("trying again is offered, or a result announced")
	}
}

// Firefox for Android before 114.
func TestWhereNothingCanBePrintedNoButtonSaysSo(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(`delete window.print;`))
	p.Open("en")
	p.Ready()
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Finish()
	p.Do(`() => document.querySelectorAll("#result details").forEach((d) => { d.open = true; })`)
	if got := Eval[[]string](p, `() => [...document.querySelectorAll("[data-act*=print]")].filter((e) => seen(e)).map((e) => e.dataset.act)`); len(got) > 0 {
		t.Errorf("offered are %q", got)
	}
	if n := Eval[int](p, `() => document.querySelectorAll("[data-act*=print]").length`); n == 0 {
		t.Error("nothing is there that could be hidden")
	}
}

// Where no program can run, the answers can be taken to where one can.
func TestWithoutWebAssemblyAnswersCanBeTakenAlongAsAFile(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(`delete window.WebAssembly;`))
	p.Open("fr")
	persona := personaNamed(t, "city-hall")
	p.AnswerAll(persona.answers)
	p.GoTo(5)
	p.Act("finish")
	name, content := p.Download(t.TempDir(), "save-answers")
	if want := "answers-" + Eval[string](p, `() => new Date().toLocaleDateString("sv")`) + ".json"; name != want {
		t.Errorf("the file is called %s, want %s", name, want)
	}
	answers, problems := shippedPack().Pack.Decode(content)
	if len(problems) > 0 {
		t.Fatalf("the file is refused: %v\n%s", problems, content)
	}
	if got, want := Expected(answers, "fr"), Expected(persona.answers, "fr"); !sameForm(got, want) {
		t.Errorf("the file holds %v, want %v", got, want)
	}
}

// Changing lets change have a say in whatever the host sends.
func (h *Host) Changing(change func(header http.Header, body []byte) []byte) {
	site := h.site
	h.site = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		plain := r.Clone(r.Context())
		plain.Header.Del("Accept-Encoding")
		whole := httptest.NewRecorder()
		site.ServeHTTP(whole, plain)
		header := whole.Result().Header
		body := change(header, whole.Body.Bytes())
		header.Del("Content-Length")
		for name, values := range header {
			w.Header()[name] = values
		}
		w.WriteHeader(whole.Code)
		w.Write(body)
	})
}

// isText reports whether a host would take a file for text.
func isText(header http.Header) bool {
	return regexp.MustCompile(`^text/|javascript|json|svg`).MatchString(header.Get("Content-Type"))
}

// Quotes that may go, what stands between tags, and comments and spaces in styles.
var (
	quoted  = regexp.MustCompile("([a-z-]+)=\"([^\\s\"'=<>`]+)\"")
	between = regexp.MustCompile(`>\s+<`)
	closing = regexp.MustCompile(`</(li|p|option|dt|dd)>`)
	colours = regexp.MustCompile(`: #`)
)

// Whatever a host, or who stands in front of it, does to files on their way.
var changes = map[string]func(http.Header, []byte) []byte{
	"line ends as on Windows": func(header http.Header, body []byte) []byte {
		if !isText(header) {
			return body
		}
		return bytes.ReplaceAll(body, []byte("\n"), []byte("\r\n"))
	},
	"a byte order mark before every text": func(header http.Header, body []byte) []byte {
		if !isText(header) || bytes.HasPrefix(body, []byte("\ufeff")) {
			return body
		}
		return append([]byte("\ufeff"), body...)
	},
	"another encoding named": func(header http.Header, body []byte) []byte {
		if isText(header) {
			kind, _, _ := strings.Cut(header.Get("Content-Type"), ";")
			header.Set("Content-Type", kind+"; charset=ISO-8859-1")
		}
		return body
	},
	"quotes of attributes taken out": func(header http.Header, body []byte) []byte {
		if !strings.HasPrefix(header.Get("Content-Type"), "text/html") {
			return body
		}
		return quoted.ReplaceAll(body, []byte("$1=$2"))
	},
	"pages made smaller, their style too": func(header http.Header, body []byte) []byte {
		if !strings.HasPrefix(header.Get("Content-Type"), "text/html") {
			return body
		}
		for pattern, by := range map[*regexp.Regexp]string{closing: "", colours: ":#"} {
			body = pattern.ReplaceAll(body, []byte(by))
		}
		return between.ReplaceAll(quoted.ReplaceAll(body, []byte("$1=$2")), []byte("> <"))
	},
	"a script and a comment put into pages": func(header http.Header, body []byte) []byte {
		if !strings.HasPrefix(header.Get("Content-Type"), "text/html") {
			return body
		}
		return bytes.Replace(body, []byte("</head>"), []byte("<!-- made faster --><script>window.faster = 1</script></head>"), 1)
	},
}

func TestWhatAHostDoesToFilesChangesNothingForTheReader(t *testing.T) {
	t.Parallel()
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			core(t, name == "line ends as on Windows" || name == "another encoding named")
			t.Parallel()
			p := visitor(t)
			p.Forgive(`digest|integrity|Content Security Policy|inline|Refused|violat|style-src|script-src|Fetch API cannot load`)
			p.Host.Changing(change)
			p.Open("fr")
			p.Ready()
			p.Offline()
			if said := Eval[string](p, `() => document.querySelector("#unkept")?.textContent || ""`); said != "" {
				t.Errorf("it says %q", said)
			}
			if title := Eval[string](p, `() => document.querySelector("h1").innerText`); strings.ContainsAny(title, "Ã©â") && strings.Contains(title, "Ã") {
				t.Errorf("the title reads %q", title)
			}
			p.Until("the page has its looks", `() => getComputedStyle(document.querySelector(".bar")).display === "flex"`)
			persona := personaNamed(t, "freelancer")
			p.AnswerAll(persona.answers)
			p.Finish()
			checkResult(t, p.Result(), persona)
			p.OpenAd("fr")
			p.Ready()
			p.Act("example")
			if got := p.Found(); !slices.Contains(got.Responsibilities, "video") {
				t.Errorf("found %q", got.Responsibilities)
			}
			p.Host.Vanish()
			p.Forgive(`worker\.js`)
			p.Open("fr")
			p.AwaitResult()
			checkResult(t, p.Result(), persona)
		})
	}
}

func TestAFileThatTheHostHasChangedIsNamed(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Forgive(`digest|integrity|could not start|Failed to load resource`)
	p.Host.Changing(func(header http.Header, body []byte) []byte {
		return bytes.ReplaceAll(body, []byte("workload_overflow"), []byte("workload_overfull"))
	})
	p.Open("fr")
	p.Until("it is said", `() => /web\/data\.fr\.[0-9a-f]+\.txt/.test(document.querySelector("[data-boot-text]").innerText)`)
}

// Loaders put in front of scripts run copies of them.
func TestScriptsDoWithoutACurrentScript(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(`Object.defineProperty(Document.prototype, "currentScript", { get: () => null });`))
	p.Open("en")
	p.Ready()
	p.OpenAd("en")
	p.Ready()
	p.Act("example")
	if got := p.Found(); !slices.Contains(got.Responsibilities, "video") {
		t.Errorf("found %q", got.Responsibilities)
	}
}

// unserved reports whether that is said which is said where no script comes.
const unserved = `() => {
	const e = document.querySelector(".unserved");
	if (e) return getComputedStyle(e).visibility === "visible" && e.getBoundingClientRect().height > 10;
	const { visibility, maxBlockSize, content } = getComputedStyle(document.querySelector(".boot"), "::after");
	return visibility === "visible" && maxBlockSize === "none" && content.length > 60;
}`

func TestAPageWhoseScriptsAreRefusedSaysSo(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Forgive(`MIME|Failed to load resource|Refused`)
	p.Host.Changing(func(header http.Header, body []byte) []byte {
		if strings.Contains(header.Get("Content-Type"), "javascript") {
			header.Set("Content-Type", "text/plain; charset=utf-8")
		}
		return body
	})
	for _, page := range []string{"en/", "fr/annonce/"} {
		p.Go(p.Host.Base + page)
		if Eval[bool](p, unserved) {
			t.Errorf("%s says so before anybody has waited", page)
		}
		p.Until("it is said", unserved)
	}
}

func TestAPageOpenedAsAFileSaysThatItHasToBeServed(t *testing.T) {
	t.Parallel()
	dir, err := builtSite()
	if err != nil {
		t.Fatal(err)
	}
	copied := t.TempDir()
	if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	p := visitor(t)
	p.Forgive(`.`)
	p.neighbours = append(p.neighbours, "file://")
	for _, page := range []string{"en/index.html", "fr/methode/index.html"} {
		p.Enter("file://" + filepath.ToSlash(filepath.Join(copied, page)))
		p.Until("it is said", unserved)
	}
}
