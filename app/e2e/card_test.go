package e2e

import (
	"bytes"
	"fmt"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// openTool opens a fold of the result that is drawn once it is open, in the chapter
// that holds it.
func openTool(p *Person, act string) {
	p.t.Helper()
	p.Do(`(act) => { for (let e = document.querySelector("[data-act=" + act + "]"); e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true; }`, act)
	p.Until("the fold is open", `(act) => document.querySelector("[data-act=" + act + "]").parentElement.querySelector("textarea") !== null`, act)
}

// lead is the start-up lead with the hours that are paid.
func lead(t *testing.T) map[string]any {
	answers := maps.Clone(personaNamed(t, "start-up-lead").answers)
	answers["contract_hours"], answers["country"] = 40.0, "US"
	return answers
}

func TestTheJobLeavesAsAPicture(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(`navigator.canShare = ({ files }) => !window.unable && files.length === 1;
		navigator.share = ({ files }) => window.unwilling ? Promise.reject(new DOMException("no", window.unwilling)) : (window.shared = files[0], Promise.resolve());
		const toBlob = HTMLCanvasElement.prototype.toBlob;
		HTMLCanvasElement.prototype.toBlob = function (...args) { if (window.blind) throw new DOMException("no", "SecurityError"); return toBlob.apply(this, args); };`))
	p.Open("en")
	p.AnswerAll(lead(t))
	p.Finish()
	openTool(p, "card")
	alt := func() string { return Eval[string](p, `() => document.querySelector("#job-card-text").value`) }
	if got := alt(); !strings.Contains(got, "One title. Eleven jobs.") || !strings.Contains(got, "I work for free until 17\u00a0March") || strings.Contains(got, "United States") {
		t.Errorf("the picture says %q", got)
	}
	size := func(width, height int) {
		t.Helper()
		p.Until("the picture is shown", `(w, h) => { const i = document.querySelector(".job-card"); return i.complete && i.naturalWidth === w && i.naturalHeight === h; }`, width, height)
		name, file := p.Download(t.TempDir(), "card-save")
		config, err := png.DecodeConfig(bytes.NewReader(file))
		if err != nil || config.Width != width || config.Height != height || !strings.HasPrefix(name, "job-2") || !strings.HasSuffix(name, ".png") {
			t.Errorf("saved as %s was a picture of %d x %d (%v)", name, config.Width, config.Height, err)
		}
		if folder := os.Getenv("BOTHENDS_SHOTS"); folder != "" {
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("card-%d-%d.png", width, height)), file, 0o644); err != nil {
				t.Error(err)
			}
		}
	}
	size(1080, 1350)

	// What tells who it is appears once it is asked for.
	p.Do(`() => document.querySelector("#card-job").focus()`)
	p.Press("Head of Social Media, Community and Creator Partnerships, EMEA")
	p.Act("card-country")
	p.Act("card-wide")
	p.Until("the choices are in it", `() => /^Head of Social Media, .* Partnerships, EM\nUnited States/.test(document.querySelector("#job-card-text").value)`)
	size(1200, 630)

	// What is shared is what is shown.
	p.Act("card-share")
	p.Until("the picture is shared", `() => window.shared?.type === "image/png"`)
	shown := func(what, words string) {
		t.Helper()
		p.Until(what, `(words) => document.querySelector("#result-card .said").textContent.includes(words)`, words)
	}
	p.Do(`() => { window.unwilling = "NotAllowedError"; }`)
	p.Act("card-share")
	shown("it says that it was handed over instead", "cannot share")
	p.Do(`() => { window.unable = true; }`)
	p.Act("card-copy")
	p.Until("the sentence is gone", `() => !document.querySelector("#result-card .said").textContent.includes("cannot share")`)
	p.Act("card-share")
	shown("it says so where there is no way for files", "cannot share")

	// A browser that gives no PNG hands over the drawing.
	p.Do(`() => { window.blind = true; }`)
	name, file := p.Download(t.TempDir(), "card-save")
	if !strings.HasSuffix(name, ".svg") || !bytes.HasPrefix(file, []byte("<svg ")) || !bytes.Contains(file, []byte("United States")) {
		t.Errorf("saved as %s was %.80q", name, file)
	}
	shown("it says why", "SVG")
}

func TestThePageForATalkAboutPayIsChangedPrintedAndKept(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(`window.print = () => { window.printed = document.documentElement.dataset.print || "page"; };`))
	p.Open("fr")
	answers := maps.Clone(personaNamed(t, "sports-league").answers)
	answers["country"], answers["currency"], answers["pay_basis"], answers["cadre"] = "FR", "EUR", "net", "no"
	answers["pay_amount"], answers["pay_period"], answers["contract_hours"] = 1850.0, "month", 35.0
	p.AnswerAll(answers)
	p.Finish()
	openTool(p, "appraisal")
	text := func() string { return Eval[string](p, `() => document.querySelector("#appraisal-text").value`) }
	written := text()
	for _, want := range []string{"Avant l’entretien annuel", "métiers, et j’aimerais", "35\u00a0heures", "13,32\u00a0€", "pas de budget", "Hootsuite 2023"} {
		if !strings.Contains(written, want) {
			t.Errorf("the page says %q, without %q", written, want)
		}
	}
	if strings.Contains(written, "signe") {
		t.Errorf("signs stand in the page: %q", written)
	}

	// What is written by hand outlives a reload.
	p.Do(`() => { const t = document.querySelector("#appraisal-text"); t.focus(); t.setSelectionRange(0, 0); }`)
	p.Press("Mardi ")
	p.Reload()
	p.AwaitResult()
	openTool(p, "appraisal")
	if got := text(); got != "Mardi "+written {
		t.Errorf("after a reload the page is %.100q", got)
	}

	// It is printed alone, on one page.
	p.Act("appraisal-print")
	p.Until("the page is printed", `() => window.printed === "letter"`)
	p.Media("print", false)
	if got := Eval[string](p, `() => document.body.innerText.trim()`); got != strings.TrimSpace("Mardi "+written) {
		t.Errorf("on paper stands %q", got)
	}
	if n := pages(p.Print(8.27, 11.69)); n != 1 {
		t.Errorf("it takes %d pages", n)
	}
	p.Media("", false)

	if name, saved := p.Download(t.TempDir(), "appraisal-save"); string(saved) != "Mardi "+written || name != "talk-"+Eval[string](p, `() => new Date().toLocaleDateString("sv")`)+".txt" {
		t.Errorf("saved as %s was %.100q", name, saved)
	}
	p.Act("appraisal-again")
	p.Until("it is written again", `() => !document.querySelector("#appraisal-text").value.startsWith("Mardi")`)
}
