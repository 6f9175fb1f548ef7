package e2e

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
)

// Files chooses several files with the input of this selector.
func (p *Person) chooseAll(selector string, paths []string) {
	p.t.Helper()
	object := call(p, runtime.Evaluate, runtime.EvaluateParams{Expression: `document.querySelector("` + selector + `")`})
	call(p, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: paths, ObjectID: object.Result.ObjectID})
}

func TestSixPersonasAreReadAsAGroupAndFourAreNot(t *testing.T) {
	t.Parallel()
	const lang = "en" // every word of both languages is read in app/ui
	p := visitor(t)
	p.Go(p.Host.Base + groupPages[lang])
	p.Ready()
	p.Offline()
	p.Host.Vanish()
	p.Reload()
	p.Ready()
	seen := len(p.Requests())
	var paths []string
	for _, persona := range personas(t) {
		path, err := filepath.Abs(filepath.Join("../../questions/packs/social-media-manager/personas", persona.name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	open := func(people int, paths ...string) {
		t.Helper()
		p.chooseAll("#group-files", paths)
		p.Until(fmt.Sprintf("%d are counted", people), `(n) => document.querySelector("#group").dataset.people === String(n)`, people)
	}
	open(4, paths[:4]...)
	if state := Eval[[]bool](p, `() => [!!document.querySelector("[data-toofew]"), document.querySelector("#summary").childElementCount > 0]`); !slices.Equal(state, []bool{true, false}) {
		t.Errorf("four: refused %v, a summary %v", state[0], state[1])
	}
	open(6, paths[3:]...) // one of them for the second time
	got := Eval[struct {
		Enough, Twice, Median, Text string
		Bands, Limits, Drivers      int
	}](p, `() => ({
		Enough: document.querySelector("#group").dataset.enough,
		Twice: document.querySelector("[data-twice]")?.dataset.twice ?? "",
		Median: document.querySelector("#group .signs").dataset.median,
		Text: document.querySelector("#group").innerText,
		Bands: document.querySelectorAll("#group [data-band]").length,
		Limits: document.querySelectorAll("#group [data-limit]").length,
		Drivers: document.querySelectorAll("#group [data-driver]").length,
	})`)
	if got.Enough != "true" || got.Twice != "1" || got.Median != "35" || got.Bands != 0 || got.Limits != 0 || got.Drivers != 14 {
		t.Errorf("six: %+v", got)
	}
	// A row that says "fewer than 3" says nothing: where all do, one sentence does.
	if strings.Count(got.Text, "fewer than 3")+strings.Count(got.Text, "3 people or more") == 0 {
		t.Errorf("nothing is said of places and limits in %q", got.Text)
	}
	if strings.ContainsAny(got.Text, "{}⟨⟩[]") {
		t.Errorf("a placeholder was left in %q", got.Text)
	}
	// Nobody's own numbers: signs and strain of the six, to one decimal or whole.
	for _, persona := range personas(t) {
		for _, own := range []string{oneDecimal(persona.expected.Signs.Score), oneDecimal(persona.expected.Strain.Score)} {
			if strings.Contains(got.Text, own) {
				t.Errorf("%s of %s is on the page", own, persona.name)
			}
		}
	}
	for _, r := range p.Requests()[seen:] {
		if !strings.Contains(r.URL, "icon") { // which the browser fetches for itself
			t.Errorf("reading files asked for %v", r)
		}
	}
	assessed(p)
	p.Act("again")
	p.Until("all is forgotten", `() => document.querySelector("#group").dataset.people === "0" && document.querySelector("#summary").childElementCount === 0`)
	p.Drop([2]string{"other.json", strings.Replace(personaFile(t, "freelancer"), "social-media-manager", "nurse", 1)}, [2]string{"photo.jpg", "\xff"})
	p.Until("both are left out by name", `() => document.querySelectorAll(".refused [data-file]").length === 2`)
	if len(p.kept()) > 0 {
		t.Error("something was kept")
	}
}

// assessed opens the draft of a risk assessment, changes it, saves and prints it.
func assessed(p *Person) {
	p.t.Helper()
	p.Do(`() => { document.querySelector("#assessment > summary").click(); }`)
	p.Until("there is a draft", `() => /Measure: /.test(document.querySelector("#assessment-text")?.value)`)
	const change = `(text) => { const t = document.querySelector("#assessment-text"); t.value = t.value.replace("Team or place of work: ____________________", text); }`
	p.Do(change, "Team: social media")
	want := Eval[string](p, `() => document.querySelector("#assessment-text").value`)
	if !strings.Contains(want, "Team: social media") || !strings.Contains(want, "1. ") {
		p.t.Errorf("the draft is %q", want)
	}
	if name, saved := p.Download(p.t.TempDir(), "assessment-save"); string(saved) != want || !strings.HasPrefix(name, "risk-assessment-20") {
		p.t.Errorf("saved as %s was %.200q", name, saved)
	}
	p.Do(`() => { window.print = () => { window.printed = document.documentElement.dataset.print; }; }`)
	p.Act("assessment-print")
	p.Until("the draft is printed", `() => window.printed === "letter"`)
	p.Media("print", false)
	if got := Eval[string](p, `() => document.body.innerText.trim()`); got != strings.TrimSpace(want) {
		p.t.Errorf("on paper stands %q, want %q", got, want)
	}
	p.Media("", false)
	p.Do(`() => { dispatchEvent(new Event("afterprint")); }`)
	p.Act("assessment-again")
	if got := Eval[string](p, `() => document.querySelector("#assessment-text").value`); got == want || !strings.Contains(got, "Team or place of work: ___") {
		p.t.Errorf("written anew, it is %q", got)
	}
}
