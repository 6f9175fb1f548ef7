package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// suggested waits until the search for suggestions is done.
func (p *Person) suggested() {
	p.t.Helper()
	p.Until("the suggestions are there", `() => !!document.querySelector("#whatif .ideas[data-found] button")`)
}

// outcome is where the sliders lead.
type outcome struct {
	Idle, Strain, Band, Says string
}

func (p *Person) outcome() outcome {
	p.t.Helper()
	return Eval[outcome](p, `() => {
		const e = document.querySelector("#whatif .standing");
		return { Idle: e.dataset.idle, Strain: e.dataset.strain ?? "", Band: e.dataset.band ?? "", Says: e.querySelector("[role=status]").textContent };
	}`)
}

// unmoved is everything that trying things out must leave alone.
func (p *Person) unmoved() [3]any {
	p.t.Helper()
	r := p.Result()
	return [3]any{
		p.Form(),
		[]string{r.Signs, r.Strain, r.Band, strings.Join(r.Limits, " ")},
		Eval[map[string]string](p, `() => ({ ...sessionStorage })`),
	}
}

// watchRest notes what changes in the result outside the what-if.
const watchRest = `() => {
	window.touched = [];
	const place = ({ type, target, attributeName }) => type + " " + (attributeName ?? "") + " of " + (target.outerHTML ?? target.parentElement?.outerHTML ?? target.data).slice(0, 120) + (target.isConnected ? "" : " (gone)");
	new MutationObserver((all) => { touched.push(...all.filter(({ target }) => !document.querySelector("#whatif")?.contains(target)).map(place)); })
		.observe(document.querySelector("#live"), { subtree: true, childList: true, attributes: true, characterData: true });
}`

func TestTheStartUpLeadFindsAWayDownFromBandThree(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844))
	p.Open("en")
	p.AnswerAll(personaNamed(t, "start-up-lead").answers)
	p.Finish()
	p.suggested()
	awaitSheet(p) // it comes by itself, and may come after the suggestions
	p.Do(watchRest)
	before := p.unmoved()
	if got := p.Result().Band; got != "3" {
		t.Fatalf("the band is %s, want 3", got)
	}
	ideas := Eval[[]string](p, `() => [...document.querySelectorAll("#whatif [data-idea]")].map((e) => e.dataset.idea + " " + e.dataset.reaches)`)
	if want := []string{"employer false", "employer false", "employer false", "employer false", "person false", "person false", "way true", "way true"}; !reflect.DeepEqual(ideas, want) {
		t.Errorf("suggestions are %q, want %q", ideas, want)
	}
	p.Click("#whatif [data-idea=way]:last-child button")
	p.Until("the way leads to band 2", `() => document.querySelector("#whatif .standing").dataset.band === "2"`)
	got := p.outcome()
	if got.Strain != "49.8" || !strings.Contains(got.Says, "49.8") || !strings.Contains(got.Says, "55.8") {
		t.Errorf("the way leads to %+v, want strain 49.8", got)
	}
	// On a phone the outcome would lie over the suggestions: the one that was pressed says it.
	if !Eval[bool](p, `() => {
		const way = document.querySelector("#whatif [data-idea=way]:last-child"), { top, bottom } = way.getBoundingClientRect();
		return top < innerHeight && bottom > 0 && way.textContent.includes("49.8");
	}`) {
		t.Error("where it leads is out of the window")
	}
	hours := Eval[[2]string](p, `() => { const e = document.querySelector("#whatif-weekly_hours"); return [e.value, e.getAttribute("aria-valuetext")]; }`)
	if hours[1] != "47.5 hours" {
		t.Errorf("the slider stands at %q, want 47.5 hours", hours)
	}
	if after := p.unmoved(); !reflect.DeepEqual(after, before) {
		t.Errorf("trying changed the answers, the result or the draft:\n%v\n%v", before, after)
	}
	// With everything unfolded it can be read, hit and heard. The window is where
	// the outcome lies in its own place, over nothing else.
	p.Do(`() => {
		document.querySelectorAll("#whatif details").forEach((d) => { d.open = true; });
		document.querySelector("#whatif .beside").scrollIntoView();
	}`)
	for what, flaws := range map[string][]Flaw{"too faint": p.Faint(), "too small": p.Small(), "too wide": p.Wide(), "axe": p.Violations()} {
		for _, flaw := range flaws {
			t.Errorf("with something tried: %s: %s", what, flaw)
		}
	}
	p.Act("whatif-reset")
	p.Until("the sliders are back", `() => document.querySelector("#whatif .standing").dataset.idle === "true"`)
	if f := p.focus(); f.ID != "whatif-title" {
		t.Errorf("after going back the focus is at %+v", f)
	}
	if places := Eval[[]string](p, `() => touched`); len(places) > 0 {
		t.Errorf("trying drew places of the result around it again: %q", places)
	}

	// Another check-up brings other suggestions, and none of the old changes.
	p.Click("#whatif [data-idea=way] button")
	p.Act("edit")
	p.AnswerAll(personaNamed(t, "retail-fixed-term").answers)
	p.Finish()
	p.suggested()
	if got := p.outcome(); got.Idle != "true" {
		t.Errorf("changes of an older result are still there: %+v", got)
	}
	p.Erase()
	if !Eval[bool](p, `() => !seen("#whatif")`) {
		t.Error("the what-if outlives the answers")
	}
}

func TestTheKeyboardMovesTheSliders(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t, LikesStillness())
	p.Open("fr")
	p.AnswerAll(personaNamed(t, "start-up-lead").answers)
	p.Finish()
	p.suggested()
	before := p.unmoved()
	p.Do(`() => document.querySelector("#whatif-weekly_hours").closest("[data-group]").querySelector("summary").focus()`)
	p.Press(kb.Enter)
	p.Press(kb.Tab)
	if f := p.focus(); f.ID != "whatif-weekly_hours" || !f.Seen {
		t.Fatalf("after the fold the keyboard is at %+v, want the first slider", f)
	}
	says := func(want string) {
		t.Helper()
		p.Until("the slider says "+want, `(want) => document.activeElement.getAttribute("aria-valuetext") === want`, want)
	}
	p.Press(kb.ArrowLeft)
	says("57,5\u00a0heures")
	p.Press(kb.ArrowLeft)
	says("55\u00a0heures")
	p.Until("the outcome follows", `() => document.querySelector("#whatif .standing").dataset.strain === "54.7"`)
	p.Press(kb.Home)
	says("35\u00a0heures")
	p.Until("the outcome follows", `() => document.querySelector("#whatif .standing").dataset.band === "2"`)
	if f := p.focus(); f.ID != "whatif-weekly_hours" || !f.Seen {
		t.Errorf("after moving the slider the keyboard is at %+v", f)
	}
	// A task handed over, with the space bar.
	p.Do(`() => { const box = document.querySelector("#whatif-responsibilities-paid_ads"); box.closest("[data-group]").open = true; box.focus(); }`)
	p.Press(" ")
	p.Until("the task is handed over", `() => !document.activeElement.checked && document.querySelector("#whatif [data-row='driver.breadth']")`)
	if after := p.unmoved(); !reflect.DeepEqual(after, before) {
		t.Errorf("trying changed the answers, the result or the draft:\n%v\n%v", before, after)
	}
	// Who prints everything gets the suggestions, not the sliders.
	p.Do(`() => { document.documentElement.dataset.print = "all"; }`)
	p.Media("print", false)
	if !Eval[bool](p, `() => seen("#whatif .ideas button") && !seen("#whatif-weekly_hours") && !seen("#whatif .standing")`) {
		t.Error("on paper there are sliders, or no suggestions")
	}
}

// TestWhatIfPictures writes pictures for people to look at into the folder that
// BOTHENDS_SHOTS names. It judges nothing.
func TestWhatIfPictures(t *testing.T) {
	folder := os.Getenv("BOTHENDS_SHOTS")
	if folder == "" {
		t.Skip("BOTHENDS_SHOTS names no folder for screenshots")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, screen := range []struct {
		name  string
		trait Trait
	}{{"phone", Phone(390, 844)}, {"wide", Screen(1280, 800)}} {
		for _, lang := range languages {
			t.Run(screen.name+" "+lang, func(t *testing.T) {
				p := visitor(t, screen.trait, LikesStillness())
				shot := func(state string) {
					for _, dark := range []bool{false, true} {
						p.Media("", dark)
						p.Do(`() => document.querySelector("#whatif-title").scrollIntoView()`)
						name := filepath.Join(folder, fmt.Sprintf("whatif-%s-%s-dark_%v-%s.png", lang, screen.name, dark, state))
						if err := os.WriteFile(name, p.Picture(false), 0o644); err != nil {
							t.Fatal(err)
						}
					}
				}
				p.Open(lang)
				p.AnswerAll(personaNamed(t, "start-up-lead").answers)
				p.Finish()
				p.suggested()
				shot("1-suggestions")
				p.Click("#whatif [data-idea=way]:last-child button")
				shot("2-tried")
				p.Do(`() => document.querySelector("#whatif-weekly_hours").closest("[data-group]").open = true`)
				p.Do(`() => document.querySelector("#whatif-weekly_hours").closest("[data-group]").scrollIntoView()`)
				for _, dark := range []bool{false, true} {
					p.Media("", dark)
					name := filepath.Join(folder, fmt.Sprintf("whatif-%s-%s-dark_%v-3-sliders.png", lang, screen.name, dark))
					if err := os.WriteFile(name, p.Picture(false), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				p.Do(`() => document.querySelector("#whatif .beside").scrollIntoView()`)
				if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("whatif-%s-%s-4-beside.png", lang, screen.name)), p.Picture(false), 0o644); err != nil {
					t.Fatal(err)
				}
			})
		}
	}
}
