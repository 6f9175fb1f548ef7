package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/runtime"
)

// axeScript is axe-core, which .ci/npm installs.
var axeScript = sync.OnceValues(func() (string, error) {
	content, err := os.ReadFile(filepath.Join("node", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		return "", fmt.Errorf("the journeys need axe-core: %w (hint: sh .ci/npm node)", err)
	}
	return string(content), nil
})

// Violations returns what axe-core finds wrong with the page as it stands: by
// all of its rules up to level AA and its best practices, or by those that are
// named. It enters by the protocol, which no Content-Security-Policy stops.
func (p *Person) Violations(only ...string) []Flaw {
	p.t.Helper()
	script, err := axeScript()
	if err != nil {
		p.t.Fatal(err)
	}
	if !Eval[bool](p, `() => "axe" in window`) {
		call(p, runtime.Evaluate, runtime.EvaluateParams{Expression: script + "; undefined"})
	}
	return Eval[[]Flaw](p, `async (only) => {
		const found = await axe.run(document, {
			resultTypes: ["violations"], preload: false, ...(only ? { runOnly: only } : { rules: { "target-size": { enabled: true } } }),
		});
		return found.violations.flatMap((v) => v.nodes.map((n) => ({
			What: v.id + " at " + n.target.join(" ") + " " + n.html.slice(0, 120),
			Found: n.failureSummary.replace(/\s+/g, " ").slice(0, 300),
		})));
	}`, only)
}

// appearances calls look with the page in light and in dark.
func (p *Person) appearances(look func(dark bool)) {
	p.t.Helper()
	for _, dark := range []bool{true, false} {
		p.Media("", dark)
		look(dark)
	}
}

func TestAxeFindsNothingInAnyStateThemeAndLanguage(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t, LikesStillness(), Screen(390, 844))
			told := map[string]bool{} // a flaw is told once, where it is met first
			look := func(state string) {
				t.Helper()
				p.appearances(func(dark bool) {
					only := []string(nil)
					if dark { // only colours differ
						only = []string{"color-contrast", "link-in-text-block"}
					}
					for _, flaw := range p.Violations(only...) {
						if !told[flaw.What] {
							told[flaw.What] = true
							t.Errorf("%s, dark %v: %s", state, dark, flaw)
						}
					}
				})
			}
			p.throughAllStates(t, lang, look)
			for _, name := range few(t, 1, []string{"start-up-lead", "freelancer", "retail-fixed-term"}) {
				p.AnswerAll(personaNamed(t, name).answers)
				p.Finish()
				p.Do(unfold)
				look("the result of " + name)
				p.Act("edit")
			}
			for _, address := range few(t, 2, append(otherPages[lang], p.Host.Base)) {
				p.Go(address)
				p.Do(unfold)
				look(address)
			}
			p.OpenAd(lang)
			p.Ready()
			p.Do(unfold)
			look("an empty job ad")
			p.Act("example")
			p.Found()
			p.Do(unfold)
			look("a job ad that was read")
		})
	}
}

func TestAxeFindsNothingWhileTheProgramIsMissing(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Forgive(`Failed to load resource|could not start`)
	p.Host.Hold(".wasm")
	p.Open("fr")
	look := func(state string) {
		t.Helper()
		for _, flaw := range p.Violations() {
			t.Errorf("%s: %s", state, flaw)
		}
	}
	look("before the program")
	p.Act("finish")
	p.Until("the page says that the result is on its way", `() => seen("#waiting")`)
	look("waiting for the result")
	p.Host.Break(".wasm", Dropping)
	p.Host.Release(".wasm")
	p.Reload()
	p.Until("trying again is offered", `() => seen("[data-act=retry]")`)
	look("the program cannot be loaded")
	p.Resize(390, 844)
	look("the program cannot be loaded, on a phone")
	p.Host.Break(".wasm", nil)
	p.Host.Break("lexicon", Dropping)
	p.Forgive(`Fetch API cannot load|Failed to fetch`)
	p.OpenAd("fr")
	p.Ready()
	p.Until("trying again is offered", `() => seen("[data-act=relexicon]")`)
	look("the words to look for in an ad cannot be loaded")
}

func TestAxeNoticesWhatIsWrong(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	p.Show("weekly_hours")
	p.Do(`() => {
		document.querySelector(".step:not([hidden]) > p").style.color = "#9a9a9a";
		document.querySelector("label[for=weekly_hours]").remove();
		document.querySelector(".step:not([hidden]) h2").outerHTML = "<h5>Skipped</h5>";
	}`)
	flaws := p.Violations()
	for _, want := range []string{"color-contrast at", "label at", "heading-order at"} {
		if !slices.ContainsFunc(flaws, func(f Flaw) bool { return strings.HasPrefix(f.What, want) }) {
			t.Errorf("axe does not notice %q: %v", want, flaws)
		}
	}
}
