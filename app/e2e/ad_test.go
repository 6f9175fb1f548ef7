package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
)

// adPages are the addresses of the page that reads a job ad.
var adPages = map[string]string{"en": "job-posting/", "fr": "fr/annonce/", "de": "de/stellen-check/"}

// OpenAd goes to the page of the job ad.
func (p *Person) OpenAd(lang string) {
	p.t.Helper()
	p.Go(p.Host.Base + adPages[lang])
}

// Paste puts a text into the box, as from the clipboard, and presses "read".
func (p *Person) Paste(text string) {
	p.t.Helper()
	p.Do(`(text) => {
		const box = document.querySelector("#ad");
		box.value = text;
		box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
	}`, text)
	p.Act("read")
}

// A finding is what the page says about an ad.
type finding struct {
	Responsibilities, Flags []string
	Marks                   []string // the words that are marked, in order
	Text                    string   // the ad as it is shown
	Said                    string   // all that is read
}

// Found waits until an ad is read, and says what the page shows.
func (p *Person) Found() finding {
	p.t.Helper()
	p.Until("the ad is read", `() => document.querySelector("#adresult").dataset.whole === "true"`)
	return Eval[finding](p, `() => {
		const region = document.querySelector("#adresult");
		const list = (text) => (text || "").split(",").filter(Boolean);
		const bare = (e) => {
			const copy = e.cloneNode(true);
			copy.querySelectorAll(".unseen").forEach((name) => name.remove());
			return copy.textContent;
		};
		const text = region.querySelector("#marked-text");
		return {
			Responsibilities: list(region.dataset.responsibilities), Flags: list(region.dataset.flags),
			Marks: text ? [...text.querySelectorAll("mark")].map(bare) : [],
			Text: text ? bare(text) : "", Said: region.innerText,
		};
	}`)
}

// Choose opens a file with the input of this selector.
func (p *Person) choose(selector, path string) {
	p.t.Helper()
	object := call(p, runtime.Evaluate, runtime.EvaluateParams{Expression: `document.querySelector("` + selector + `")`})
	call(p, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{path}, ObjectID: object.Result.ObjectID})
}

func TestTheExampleAdIsReadOfflineInEachLanguage(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t)
			p.OpenAd(lang)
			p.Ready()
			p.Offline()
			p.Host.Vanish()
			p.Forgive(`worker\.js`) // nobody answers whether there is a new version
			p.Reload()
			p.Ready()
			seen := len(p.Requests())
			p.Click("[data-act=example]")
			got := p.Found()
			if len(got.Responsibilities) < 10 || len(got.Flags) < 6 {
				t.Errorf("found %q and %q", got.Responsibilities, got.Flags)
			}
			if len(got.Marks) < 20 {
				t.Errorf("%d places are marked", len(got.Marks))
			}
			if box := Eval[string](p, `() => document.querySelector("#ad").value`); got.Text != box {
				t.Errorf("the ad is shown as\n%s\nand was\n%s", got.Text, box)
			}
			if strings.ContainsAny(got.Said, "{}[]") {
				t.Errorf("a placeholder was left in %q", got.Said)
			}
			if after := p.Requests(); len(after) != seen {
				t.Errorf("reading an ad asked for %v", after[seen:])
			}
			p.Until("the focus is on what was found", `() => document.activeElement.id === "ad-headline"`)
		})
	}
}

func TestWhatIsPastedBeforeTheProgramIsReadOnceItIsThere(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Host.Hold(".wasm")
	p.OpenAd("en")
	p.Paste("Social media manager\nYou will shoot and edit short videos.\nYou will send the newsletter.\n")
	p.Do(`() => { const box = document.querySelector("#ad"); box.focus(); box.setSelectionRange(3, 7); window.box = box; }`)
	p.Host.Release(".wasm")
	p.Ready()
	got := p.Found()
	if !slices.Contains(got.Responsibilities, "video") || !slices.Contains(got.Responsibilities, "email") {
		t.Errorf("found %q", got.Responsibilities)
	}
	if !Eval[bool](p, `() => window.box === document.querySelector("#ad") && window.box.selectionStart === 3 && window.box.selectionEnd === 7`) {
		t.Error("the box was drawn again")
	}
}

func TestAWrongFindingIsTakenOutWithOnePressAndPutBack(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.OpenAd("en")
	p.Ready()
	p.Paste("Social media manager\nYou will shoot and edit short videos.\nYou will send the newsletter.\n")
	before := p.Found()
	p.Do(`() => document.querySelector("[data-found=video] [data-act=remove]").click()`)
	stands := `(list) => document.querySelector("#adresult").dataset.responsibilities === list`
	left := slices.DeleteFunc(slices.Clone(before.Responsibilities), func(key string) bool { return key == "video" })
	p.Until("video is taken out", stands, strings.Join(left, ","))
	if got := p.Found(); slices.ContainsFunc(got.Marks, func(m string) bool { return strings.Contains(m, "video") }) {
		t.Errorf("marked is still %q", got.Marks)
	}
	p.Act("undo")
	p.Until("video is back", stands, strings.Join(before.Responsibilities, ","))
	if got := p.Found(); !slices.Equal(got.Marks, before.Marks) {
		t.Errorf("marked is %q, and was %q", got.Marks, before.Marks)
	}
}

func TestAnAdIsTakenIntoTheCheckUpUnderWhatIsAnswered(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "en")
			t.Parallel()
			p := visitor(t)
			p.Open(lang)
			p.Answer("experience_years", 9.0)
			p.Answer("workload_overflow", "often")
			p.OpenAd(lang)
			p.Ready()
			p.Act("example")
			got := p.Found()
			p.Leaving(func() { p.Act("take") })
			p.Ready()
			if address := p.Address(); address != "/"+lang+"/" {
				t.Errorf("taking along leads to %s", address)
			}
			held := p.Form()
			if !slices.Equal(held["responsibilities"], got.Responsibilities) {
				t.Errorf("ticked is %q, found was %q", held["responsibilities"], got.Responsibilities)
			}
			for id, want := range map[string]string{"experience_years": "9", "workload_overflow": "often"} {
				if !slices.Equal(held[id], []string{want}) {
					t.Errorf("%s is %q, and %q was answered before", id, held[id], want)
				}
			}
			if len(held["pay_amount"]) != 1 || len(held["currency"]) != 1 || len(held["contract_hours"]) != 1 {
				t.Errorf("pay and hours of the ad did not arrive: %v", held)
			}
			if !Eval[bool](p, `() => seen("#taken") && document.querySelector("#taken").innerText.length > 40`) {
				t.Error("nothing says what was filled in")
			}
			p.Reload()
			if Eval[bool](p, `() => seen("#taken")`) {
				t.Error("it is said again after a reload")
			}
			if again := p.Form(); !slices.Equal(again["responsibilities"], held["responsibilities"]) {
				t.Errorf("after a reload %q is ticked", again["responsibilities"])
			}
		})
	}
}

func TestMarkupInAnAdIsShownAndNeverRun(t *testing.T) {
	t.Parallel()
	const ad = `<!doctype html><title>x</title><script>window.ran = 1</script><script src="https://example.com/x.js"></script>
<img src="https://example.com/x.png" onerror="window.ran = 2"><iframe srcdoc="<script>top.ran = 3</script>"></iframe>
<style>body { display: none }</style><a href="javascript:window.ran = 4">a</a></textarea><svg onload="window.ran = 5"></svg>
<h1>Social media manager</h1><ul><li>Edit videos &amp; write our newsletter</li></ul>
`
	for _, way := range []string{"pasted", "as a file"} {
		t.Run(way, func(t *testing.T) {
			core(t, way == "pasted")
			t.Parallel()
			p := visitor(t)
			p.OpenAd("en")
			p.Ready()
			if way == "pasted" {
				p.Paste(ad)
			} else {
				file := filepath.Join(t.TempDir(), "ad.html")
				if err := os.WriteFile(file, []byte(ad), 0o644); err != nil {
					t.Fatal(err)
				}
				p.choose("#ad-file", file)
			}
			got := p.Found()
			if got.Text != ad {
				t.Errorf("shown is\n%s", got.Text)
			}
			if !slices.Contains(got.Responsibilities, "video") {
				t.Errorf("found %q", got.Responsibilities)
			}
			if ran := Eval[bool](p, `() => "ran" in window || !!document.querySelector("#marked-text > div :not(mark, .unseen)")`); ran {
				t.Error("the markup came alive")
			}
		})
	}
}

func TestFilesThatAreNoAdAreRefusedWithASentence(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.OpenAd("fr")
	p.Ready()
	dir := t.TempDir()
	for _, tt := range []struct {
		name    string
		content []byte
		refused bool
	}{
		{"picture.txt", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), true},
		{"annonce.txt", []byte("Chargé de communication\nMissions\n- Tourner et monter des vidéos\n"), false},
		{"windows.txt", []byte("Charg\xe9 de communication\nMissions\n- Tourner et monter des vid\xe9os\n"), false},
		{"utf16.txt", utf16LE("Chargé de communication\r\nMissions\r\n- Tourner et monter des vidéos\r\n"), false},
		{"long.txt", []byte(strings.Repeat("annonce ", 1<<17+1)), true},
	} {
		path := filepath.Join(dir, tt.name)
		if err := os.WriteFile(path, tt.content, 0o644); err != nil {
			t.Fatal(err)
		}
		p.Do(`() => { document.querySelector("#ad").value = ""; document.querySelector("#ad").dispatchEvent(new Event("change")); }`)
		p.Until("nothing is shown", `() => !seen("#adresult")`)
		p.choose("#ad-file", path)
		if tt.refused {
			p.Until(tt.name+" is refused", `() => document.querySelector("#ad-problem").innerText.length > 20`)
			if box := Eval[string](p, `() => document.querySelector("#ad").value`); box != "" {
				t.Errorf("%s is in the box", tt.name)
			}
			continue
		}
		if got := p.Found(); !slices.Equal(got.Responsibilities, []string{"video"}) || !strings.Contains(got.Text, "vidéos") {
			t.Errorf("%s: found %q in %q", tt.name, got.Responsibilities, got.Text)
		}
	}
}

func TestARecipeAsksForNothing(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.OpenAd("en")
	p.Ready()
	p.Paste("Leek tart\nWash two leeks and slice them. Beat three eggs with cream and bake for half an hour.\n")
	if got := p.Found(); len(got.Responsibilities) > 0 || len(got.Said) < 80 {
		t.Errorf("found %q and says %q", got.Responsibilities, got.Said)
	}
	if Eval[bool](p, `() => !!document.querySelector("[data-act=take]")`) {
		t.Error("nothing can be taken along, and yet it is offered")
	}
}

func TestErasingAndLeavingEmptyTheBox(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.OpenAd("en")
	p.Ready()
	p.Act("example")
	p.Found()
	p.Erase()
	p.Until("nothing is shown", `() => !seen("#adresult") && document.querySelector("#ad").value === ""`)
	p.Act("example")
	p.Found()
	if traces := p.traces(); len(traces) > 0 {
		t.Errorf("reading an ad leaves %q", traces)
	}
	p.Leaving(func() { p.Click("[data-act=leave]") })
	if address := p.Address(); address != "/en/minutes/" {
		t.Errorf("leaving lands on %s", address)
	}
	for p.Back() && strings.HasPrefix(p.Address(), "/") {
		if text := Eval[string](p, `() => document.querySelector("#ad")?.value ?? ""`); text != "" {
			t.Errorf("going back finds %q", text)
		}
	}
}

func TestATabThatKeepsNothingSaysSo(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t, Meets(`for (const name of ["localStorage", "sessionStorage"])
		Object.defineProperty(window, name, { configurable: true, get() { throw new DOMException("blocked", "SecurityError"); } });`))
	p.OpenAd("en")
	p.Ready()
	p.Act("example")
	p.Found()
	p.Act("take")
	p.Until("it says that nothing can be taken along", `() => document.querySelector(".take .problem")?.innerText.length > 20`)
}

func TestTheAdPageLooksRightAndStandsStill(t *testing.T) {
	long(t)
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := visitor(t, Phone(390, 844))
			p.OpenAd(lang)
			p.Ready()
			p.stoodStill("while the program comes")
			p.Act("example")
			p.Found()
			for _, dark := range []bool{false, true} {
				p.Media("", dark)
				for _, flaw := range slices.Concat(p.Faint(), p.Small(), p.Wide()) {
					t.Errorf("dark %v: %s", dark, flaw)
				}
			}
			p.Resize(320, 640)
			for _, flaw := range p.Wide() {
				t.Errorf("320 pixels wide: %s", flaw)
			}
		})
	}
}

// Whoever writes an ad sees the same findings turned round, and back.
func TestTheSwitchTurnsAnAdRoundForItsWriter(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t)
			p.OpenAd(lang)
			p.Ready()
			p.Click("[data-act=example]")
			before := p.Found()
			p.Click("#ad-writer")
			p.Until("a second post is named", `() => seen("#second-post") && document.querySelector("#adresult").dataset.whole === "true"`)
			turned := p.Found()
			if !slices.Equal(turned.Flags, before.Flags) || !slices.Equal(turned.Responsibilities, before.Responsibilities) || !slices.Equal(turned.Marks, before.Marks) {
				t.Errorf("turned round, %+v is found, and was %+v", turned, before)
			}
			if Eval[bool](p, `() => seen("[data-act=take]") || seen("#to-checkup")`) || strings.ContainsAny(turned.Said, "{}[]") {
				t.Errorf("the writer is offered a check-up, or a word is missing: %q", turned.Said)
			}
			p.Click("#ad-writer")
			p.Until("it is turned back", `() => !document.querySelector("#second-post") && seen("[data-act=take]") && document.querySelector("#adresult").dataset.whole === "true"`)
			if after := p.Found(); after.Said != before.Said {
				t.Errorf("turned back it reads\n%s\nand was\n%s", after.Said, before.Said)
			}
		})
	}
}

// A text that another app shares is posted to the page and answered by the worker: the
// host sees nothing of it, even where there is a network.
func TestASharedTextReachesTheReaderAndNoHost(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	n := NewNeighbour(t, p.Host, map[string]string{"/": `<!doctype html><title>An app</title>
		<form method="post" enctype="multipart/form-data" action="{site}job-posting/">
		<input name="title" value="Harbour jobs"><textarea name="text">Social media manager
You will shoot and edit short videos.
You will send the newsletter.</textarea><input name="url" value=""></form>`})
	p.OpenAd("en")
	p.Ready()
	p.Offline()
	p.Host.Vanish()
	p.Forgive(`worker\.js`)
	p.Visit(n.URL + "/")
	p.Do(`() => setTimeout(() => document.forms[0].submit())`)
	p.Until("the page of the ad is open", `() => location.pathname.endsWith("/job-posting/") && document.readyState === "complete"`)
	p.Ready()
	if got := p.Found(); !slices.Contains(got.Responsibilities, "video") || !slices.Contains(got.Responsibilities, "email") || !strings.Contains(got.Text, "Harbour jobs") {
		t.Errorf("found %q in %q", got.Responsibilities, got.Text)
	}
	if Eval[string](p, `() => location.hash`) != "" {
		t.Error("the address still says that something was shared")
	}
	p.Reload()
	p.Ready()
	if held := Eval[string](p, `() => document.querySelector("#ad").value`); held != "" {
		t.Errorf("shared once, it is there again: %q", held)
	}
}

// Rich text is read, and the page says what it was.
func TestRichTextIsTakenApart(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.OpenAd("fr")
	p.Ready()
	path := filepath.Join(t.TempDir(), "offre.rtf")
	if err := os.WriteFile(path, []byte(`{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Charg\'e9e de communication\par Missions\par - Mod\'e9ration des commentaires\par - Montage vid\'e9o\par}`), 0o600); err != nil {
		t.Fatal(err)
	}
	p.choose("#ad-file", path)
	if got := p.Found(); strings.Join(got.Responsibilities, " ") != "video community" {
		t.Errorf("found %q", got.Responsibilities)
	}
	if !Eval[bool](p, `() => seen("#ad-note") && document.querySelector("#ad").value.startsWith("Chargée")`) {
		t.Error("the page does not say what it was")
	}
	p.Do(`() => { document.querySelector("#ad").value = "https://example.org/job"; }`)
	p.Act("read")
	p.Until("it says that an address is no ad", `() => document.querySelector("#ad-problem").innerText.length > 20`)
}
