package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// Unordered returns what is read, or reached by the keyboard, after what stands
// below it: on a screen of one column, ears and eyes go the same way.
func (p *Person) Unordered() []Flaw {
	p.t.Helper()
	return Eval[[]Flaw](p, `() => {`+painted+`
		const flaws = [];
		// What stands side by side on purpose is one place.
		const place = (e) => e.closest("table, svg, nav, .bar, .moves, .tools, .settings, label, li, p, h1, h2, h3, summary, legend, dl, output") ?? e;
		const check = (list, how) => {
			let last = null, bottom = null;
			for (const e of list) {
				const r = place(e).getBoundingClientRect();
				if (last && place(e) !== place(last) && r.bottom <= bottom.top + 1) flaws.push({ What: called(e), Found: how + " after " + called(last) + ", which stands below it" });
				last = e;
				bottom = r;
			}
		};
		const fixed = (e) => { for (let at = e; at; at = at.parentElement) if (/fixed|sticky|absolute/.test(getComputedStyle(at).position)) return true; return false; };
		const here = (e) => seen(e) && !unseen(e) && !fixed(e) && e.getClientRects().length > 0;
		const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), read = [];
		for (let n; (n = words.nextNode());) {
			if (n.data.trim() && here(n.parentElement) && !n.parentElement.closest("svg, table, option, noscript, script")) read.push(n.parentElement);
		}
		check(read, "read");
		check([...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(here), "reached");
		for (const e of document.querySelectorAll("[tabindex]")) if (e.tabIndex > 0) flaws.push({ What: called(e), Found: "it jumps the queue of the keyboard" });
		return flaws;
	}`)
}

func TestThePageIsReadAndReachedInTheOrderOfTheEye(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t, Screen(390, 844), LikesStillness())
			told := map[string]bool{}
			look := func(state string) {
				t.Helper()
				for _, flaw := range p.Unordered() {
					if !told[flaw.What] {
						told[flaw.What] = true
						t.Errorf("%s: %s", state, flaw)
					}
				}
			}
			p.throughAllStates(t, lang, look)
			for _, address := range few(t, 2, otherPages[lang]) {
				p.Go(address)
				p.Do(unfold)
				look(address)
			}
			p.OpenAd(lang)
			p.Ready()
			p.Act("example")
			p.Found()
			look("a job ad that was read")
			p.Do(`() => document.querySelector("main").prepend(document.querySelector("#adresult"), document.querySelector(".foot"))`)
			p.Do(`() => { document.querySelector("main").style.display = "flex"; document.querySelector("main").style.flexDirection = "column-reverse"; }`)
			if len(p.Unordered()) == 0 {
				t.Error("the driver does not notice a page that is read from below")
			}
		})
	}
}

// moving are the animations that run, by what they move.
const moving = `() => document.getAnimations().filter((a) => a.playState === "running").map((a) => a.animationName ?? a.transitionProperty ?? "")`

func TestNothingMovesForThoseWhoLikeStillness(t *testing.T) {
	t.Parallel()
	for _, still := range []bool{true, false} {
		traits := []Trait{Phone(390, 844)}
		if still {
			traits = append(traits, LikesStillness())
		}
		t.Run(map[bool]string{true: "still", false: "moving"}[still], func(t *testing.T) {
			core(t, still)
			t.Parallel()
			p := visitor(t, traits...)
			p.Open("fr")
			p.Ready()
			p.AnswerAll(personaNamed(t, "sports-league").answers)
			p.Finish()
			// A button that is still scrolling is missed.
			if how := Eval[string](p, `() => getComputedStyle(document.documentElement).scrollBehavior`); how != "auto" {
				t.Errorf("scrolling is %s", how)
			}
			runs := Eval[[]string](p, moving)
			if still && len(runs) > 0 {
				t.Errorf("moving are %q", runs)
			}
			// Otherwise the candle flickers: the driver would notice.
			if !still && len(runs) == 0 {
				t.Error("nothing moves")
			}
		})
	}
}

// Lost returns drawings, edges and marks that are as good as gone where the
// device replaces all colours by a few of its own.
func (p *Person) Lost() []Flaw {
	p.t.Helper()
	return Eval[[]Flaw](p, `() => {`+painted+`
		const flaws = [];
		for (const e of document.querySelectorAll("button, input[type=text], select, textarea")) {
			if (!seen(e) || unseen(e)) continue;
			const style = getComputedStyle(e), edge = rgba(style.borderTopColor);
			if (parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none" && contrast(over(edge, behind(e.parentElement)), behind(e.parentElement)) >= 3) continue;
			if (e.matches("button") && getComputedStyle(e).textDecorationLine.includes("underline")) continue;
			flaws.push({ What: called(e), Found: "it has no edge" });
		}
		for (const svg of document.querySelectorAll("svg")) {
			if (!seen(svg)) continue;
			const shapes = [...svg.querySelectorAll("path, rect, circle, ellipse, line, polygon, polyline")].filter(seen);
			const drawn = shapes.some((e) => {
				const style = getComputedStyle(e), back = behind(svg.parentElement);
				return [style.fill, style.stroke].some((colour) => colour !== "none" && contrast(over(rgba(colour), back), back) >= 3);
			});
			if (shapes.length && !drawn) flaws.push({ What: called(svg.parentElement), Found: "its drawing cannot be told from what stands behind it" });
		}
		return flaws;
	}`)
}

func TestColoursOfTheDeviceHideNothing(t *testing.T) {
	t.Parallel()
	p := visitor(t, Screen(1280, 800), LikesStillness())
	for _, scheme := range few(t, 1, []string{"dark", "light"}) {
		told := map[string]bool{}
		p.throughAllStates(t, "fr", func(state string) {
			t.Helper()
			call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
				{Name: "forced-colors", Value: "active"}, {Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
			}})
			p.Until("colours are forced", `() => matchMedia("(forced-colors: active)").matches`)
			for _, flaw := range append(p.Lost(), p.Faint()...) {
				if !told[flaw.What] {
					told[flaw.What] = true
					t.Errorf("%s, %s: %s", scheme, state, flaw)
				}
			}
		})
		p.Do(`() => document.querySelector("[data-act=erase]").click()`)
	}
	// Where the keyboard is, and what is ticked, is told without colour.
	p.Open("fr")
	p.Press("\t")
	if f := p.seenFocus(); !f.Seen {
		t.Errorf("the focus at %+v cannot be seen", f)
	}
}
