package e2e

import (
	"bytes"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
)

// otherPages are those beside the check-up, by language.
var otherPages = map[string][]string{
	"en": {"/en/help/", "/en/method/", "/en/privacy/", "/en/about/", "/en/minutes/", "/en/history/", "/en/hours/", "/en/group/", "/embed/", "/en/hosts/", "/en/accessibility/", "/404.html"},
	"fr": {"/fr/aide/", "/fr/methode/", "/fr/confidentialite/", "/fr/a-propos/", "/fr/minutes/", "/fr/historique/", "/fr/heures/", "/fr/groupe/", "/fr/integrer/", "/fr/integrateurs/", "/fr/accessibilite/"},
}

// unfold opens every fold on the screen.
const unfold = `() => document.querySelectorAll("details").forEach((d) => { d.open = true; })`

// throughAllStates calls look in every state of the check-up that has its own
// look: each section, with something to talk to and wrong input, the result of
// a heavy and of a light job, and no result.
func (p *Person) throughAllStates(t *testing.T, lang string, look func(state string)) {
	t.Helper()
	p.Open(lang)
	p.Ready()
	for _, step := range few(t, 2, []int{2, lastStep, 1, 3, 5, 6, 7}) {
		p.GoTo(step)
		look("section " + p.Step())
	}
	p.Do(unfold)
	look("everything unfolded")
	p.Answer("weekly_hours", "500")
	p.Act("finish")
	p.Until("the summary of problems is there", `() => seen("#problems")`)
	look("problems")
	p.Answer("weekly_hours", "151.67")
	p.Act("finish")
	p.Until("a number is doubted", `() => seen("#problems [data-act=sure]")`)
	p.Show("weekly_hours")
	look("doubts")
	p.Answer("weekly_hours", "")
	p.Finish()
	look("no result")
	p.Act("edit")
	for _, name := range few(t, 1, []string{"sports-league", "in-house-specialist"}) {
		p.AnswerAll(personaNamed(t, name).answers)
		p.Answer("country", "FR")
		p.GoTo(1)
		look("answered section 1")
		p.Show("country")
		look("answered section on pay")
		p.GoTo(lastStep)
		p.Finish()
		p.Do(unfold)
		p.Until("what folds hold is drawn", `() => seen("#letter-text")`)
		look("the result of " + name)
		p.Act("edit")
	}
}

func TestEveryWordCanBeReadInDarkAndLight(t *testing.T) {
	long(t)
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := visitor(t)
			look := func(state string) {
				t.Helper()
				for _, dark := range []bool{false, true} {
					p.Media("", dark)
					for _, flaw := range p.Faint() {
						t.Errorf("%s, dark %v: too faint: %s", state, dark, flaw)
					}
				}
			}
			p.throughAllStates(t, lang, look)
			for _, address := range few(t, 2, otherPages[lang]) {
				p.Go(address)
				p.Do(unfold)
				look(address)
			}

			// Chosen by hand, against what the device prefers.
			p.Open(lang)
			for _, theme := range []struct {
				name string
				dark bool
			}{{"dark", false}, {"light", true}} {
				p.Media("", theme.dark)
				p.appear(theme.name)
				for _, flaw := range p.Faint() {
					t.Errorf("%s chosen: too faint: %s", theme.name, flaw)
				}
				if dark := Eval[bool](p, `() => {`+painted+` return light(behind(document.body)) < 0.2; }`); dark != (theme.name == "dark") {
					t.Errorf("%s was chosen, and the page is dark: %v", theme.name, dark)
				}
			}
		})
	}
}

func TestNothingReachesOutOfANarrowOrMagnifiedWindowAndEverythingCanBeHit(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t)
			told := map[string]bool{} // a flaw is told once, where it is met first
			tell := func(state string, size [2]int64, what string, flaws []Flaw) {
				t.Helper()
				for _, flaw := range flaws {
					if !told[what+flaw.What] {
						told[what+flaw.What] = true
						t.Errorf("%s at %d by %d: %s: %s", state, size[0], size[1], what, flaw)
					}
				}
			}
			look := func(state string) {
				t.Helper()
				// 320 by 256 is what is left of 1280 by 1024 at 400 %.
				for _, size := range [][2]int64{{320, 640}, {320, 256}, {360, 740}, {390, 844}, {1280, 800}} {
					p.Resize(size[0], size[1])
					tell(state, size, "out of its place", p.Wide())
					tell(state, size, "too small to hit", p.Small())
				}
			}
			p.throughAllStates(t, lang, look)
			for _, address := range few(t, 2, otherPages[lang]) {
				p.Go(address)
				p.Do(unfold)
				look(address)
			}
		})
	}
}

func TestTheResultCanBePrintedAndTheQuestionsToo(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("fr")
	// Before the result, all sections go on paper, whichever is open.
	p.GoTo(3)
	p.Media("print", false)
	// A question that only some are asked is hidden itself, not its section.
	hidden := Eval[[]string](p, `() => [...document.querySelectorAll("[data-q]:not([hidden])")].filter((q) => !seen(q)).map((q) => q.dataset.q)`)
	if len(hidden) > 0 {
		t.Errorf("these questions are not printed: %q", hidden)
	}
	p.Media("", false)

	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Finish()
	awaitSheet(p)
	p.Media("print", false)
	state := Eval[struct {
		Controls []string
		Result   bool
		Text     string
	}](p, `() => ({
		Controls: [...document.querySelectorAll("input, select, button, form, summary.button")].filter(seen).map((e) => e.outerHTML.slice(0, 80)),
		Result: seen("#result") && seen("#result .sheet h2"),
		Text: document.body.innerText,
	})`)
	if len(state.Controls) > 0 || !state.Result {
		t.Errorf("on paper stand the controls %q, and the result: %v", state.Controls, state.Result)
	}
	words := shippedPack().Words["fr"]
	for _, want := range []string{words.Get("band.time_to_act.name"), words.Get("driver.work_volume.name"), words.Get("limit.longest_day.name"), "63", "77"} {
		if !strings.Contains(state.Text, want) {
			t.Errorf("%q is not on paper", want)
		}
	}
	for _, flaw := range p.Faint() {
		t.Errorf("on paper: too faint: %s", flaw)
	}
	pdf := call(p, page.PrintToPDF, page.PrintToPDFParams{}).Data
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 10_000 {
		t.Errorf("printing gives %d bytes that begin with %q", len(pdf), pdf[:min(len(pdf), 8)])
	}
	if pages := bytes.Count(pdf, []byte("/Type /Page\n")) + bytes.Count(pdf, []byte("/Type /Page ")); pages > 6 {
		t.Errorf("the result takes %d pages", pages)
	}
}

// Printing everything is everything: what folds hold as well, of each chapter but the
// one on keeping, and without the note to an employer, which is printed by itself.
func TestPrintingEverythingPrintsEveryChapter(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.AnswerAll(personaNamed(t, "start-up-lead").answers)
	p.Finish()
	awaitSheet(p)
	p.Do(`() => document.querySelectorAll("#result details").forEach((d) => { d.open = false; })`)
	p.Media("print", false)
	p.Do(`() => {
		window.print = () => {
			window.missing = [...document.querySelectorAll("#result > .chapter:not(#result-keep) :is(h3, h4, p, li, dt, dd, td, .gist)")]
				.filter((e) => !e.closest(".letter, .plan, .tryout, .standing, .beside, .actions, svg") && e.textContent.trim() && !seen(e))
				.map((e) => e.closest(".chapter").id + ": " + e.textContent.trim().slice(0, 50));
		};
		document.querySelector("[data-act=print-all]").click();
	}`)
	p.Until("it is printed", `() => !!window.missing`)
	if missing := Eval[[]string](p, `() => window.missing`); len(missing) > 0 {
		t.Errorf("not on paper: %q", missing)
	}
}

func TestTheDriverNoticesWhatCannotBeSeenOrHit(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	p.Do(`() => {
		document.querySelector("h1").style.color = "#9a9a9a"; // 2.7:1 on the page
		document.querySelector(".lead").style.opacity = "0.4";
		document.querySelector(".leave").style.cssText = "display: inline-block; block-size: 12px; padding: 0";
		document.querySelector(".brand").style.marginInlineStart = "-1280px";
	}`)
	for what, flaws := range map[string][]Flaw{"h1": p.Faint(), "lead": p.Faint(), "leave": p.Small(), "brand": p.Wide()} {
		found := false
		for _, flaw := range flaws {
			found = found || strings.Contains(flaw.What, what)
		}
		if !found {
			t.Errorf("the driver does not notice what is wrong with %s: %v", what, flaws)
		}
	}
}
