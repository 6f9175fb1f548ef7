package e2e

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// steady is the layout shift that a whole journey stays below.
const steady = 0.02

// stoodStill checks that nothing has moved since the last look.
func (p *Person) stoodStill(when string) {
	p.t.Helper()
	if sum, shifts := p.Shifts(); sum >= steady {
		p.t.Errorf("%s the page moves by %.4f, and less than %v is allowed: %+v", when, sum, steady, shifts)
	}
}

// where somebody is in the page: what must not change when the program comes.
type where struct {
	Focus       string  // id of the focused control
	Start, End  int     // caret
	Step        string  // section
	Scroll, Top float64 // of the page, and of the focused control in the window
	Nodes       bool    // every control is still the node that it was
}

const lookWhere = `() => {
	const e = document.activeElement;
	const controls = [...document.querySelector("#checkup").elements];
	window.tagged ||= controls;
	return {
		Focus: e.id, Start: e.selectionStart ?? -1, End: e.selectionEnd ?? -1,
		Step: document.documentElement.dataset.step,
		Scroll: scrollY, Top: Math.round(e.getBoundingClientRect().top),
		Nodes: controls.length === window.tagged.length && controls.every((c, i) => c === window.tagged[i] && c.isConnected),
	};
}`

func TestTenAnswersGivenBeforeTheProgramComesSurviveItsArrival(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t, Phone(390, 844))
			p.Host.Hold(".wasm")
			p.Open(lang)

			// Ten answers of every kind, by mouse and keyboard.
			p.Click("[name=responsibilities][value=video]")
			p.Click("[name=responsibilities][value=community]")
			p.Click("[name=workload_overflow][value=often]")
			p.Click("[name=cannot_switch_off][value=always]")
			p.Click("[name=hide_feelings][value=sometimes]")
			p.Show("accounts")
			p.Click("#accounts")
			p.Press("9")
			p.Show("threats")
			p.Click("[name=threats][value=no]")
			p.Show("country")
			p.Answer("country", "FR")
			p.Click("[name=cover_wait_days][value=none]")
			p.Show("recognition")
			p.Click("[name=recognition][value=seldom]")
			p.Show("weekly_hours")
			p.Click("#weekly_hours")
			p.Press("46.") // half typed
			p.Press(kb.ArrowLeft)
			given := map[string][]string{
				"responsibilities": {"video", "community"}, "accounts": {"9"}, "workload_overflow": {"often"},
				"threats": {"no"}, "hide_feelings": {"sometimes"}, "country": {"FR"}, "cover_wait_days": {"none"},
				"recognition": {"seldom"}, "cannot_switch_off": {"always"}, "weekly_hours": {"46."},
			}
			held := p.Form() // also what the page proposes for a country
			for name, want := range given {
				if got := held[name]; !slices.Equal(got, want) {
					t.Fatalf("before the program comes, %s is %q, want %q", name, got, want)
				}
			}
			p.Do(`() => scrollBy({ top: 120, behavior: "instant" })`)
			before := Eval[where](p, lookWhere)
			if before.Focus != "weekly_hours" || before.Start != 2 || before.Scroll == 0 || before.Step != p.stepOf("weekly_hours") {
				t.Fatalf("the journey is not where it should be: %+v", before)
			}
			if got := Eval[string](p, `() => document.documentElement.dataset.ready ?? ""`); got != "" {
				t.Fatalf("the program was held back, but the page says ready=%q", got)
			}
			p.Shifts()

			p.Host.Release(".wasm")
			p.Ready()

			p.stoodStill("when the program comes")
			after := Eval[where](p, lookWhere)
			if !after.Nodes {
				t.Error("controls were replaced when the program came")
			}
			// A line that goes away above the window may change the offset, as
			// long as nothing moves in the window by more than a rounded pixel.
			after.Scroll = before.Scroll
			if math.Abs(after.Top-before.Top) <= 1 {
				after.Top = before.Top
			}
			if after != before {
				t.Errorf("after the program came the person is at %+v, before at %+v", after, before)
			}
			if got := p.Form(); !reflect.DeepEqual(got, held) {
				t.Errorf("the form holds %v, and held %v before the program came", got, held)
			}

			// The person goes on typing where they were.
			p.Press(kb.End + "5")
			if got := p.Form()["weekly_hours"]; len(got) != 1 || got[0] != "46.5" {
				t.Errorf("weekly hours are %q after typing on, want 46.5", got)
			}
		})
	}
}

func TestAnAddressWithAFragmentMovesNobodyWhenTheProgramComes(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t, LikesStillness())
	p.Host.Hold(".wasm")
	p.Open("en")
	p.Press(kb.Tab + kb.Enter) // past the header, to #main
	p.Until("the address names the content", `() => location.hash === "#main"`)
	p.Do(`() => document.querySelector("[name=hide_feelings]").focus()`)
	before := Eval[where](p, lookWhere)
	if before.Scroll == 0 {
		t.Fatalf("the journey is not where it should be: %+v", before)
	}
	p.Host.Release(".wasm")
	p.Ready()
	p.Shifts() // and two frames on
	after := Eval[where](p, lookWhere)
	if math.Abs(after.Top-before.Top) > 1 || after.Focus != before.Focus {
		t.Errorf("after the program came the person is at %+v, before at %+v", after, before)
	}
	if hash := Eval[string](p, `() => location.hash`); hash != "#main" {
		t.Errorf("the address ends in %q", hash)
	}
}

func TestNoKeyIsLostWhileTheProgramStarts(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Host.Hold(".wasm")
	p.Open("en")
	p.Show("weekly_hours")
	p.Click("#weekly_hours")
	p.Host.Release(".wasm")
	typed := ""
	for keys := 0; ; keys++ {
		// At least one key comes after the program.
		ready := Eval[bool](p, `() => document.documentElement.dataset.ready === "true"`)
		if len(typed) < 15 && keys%20 < 15 {
			p.Press("1")
			typed += "1"
		} else if typed != "" {
			p.Press(kb.Backspace)
			typed = typed[1:]
		}
		if ready {
			break
		}
	}
	got := strings.Join(p.Form()["weekly_hours"], " ")
	if got != typed {
		t.Errorf("%q was typed while the program started, and %q is there", typed, got)
	}
	if draft := Eval[string](p, `() => sessionStorage.getItem("bothends.draft:social-media-manager/")`); !strings.Contains(draft, `"`+typed+`"`) {
		t.Errorf("the draft %s does not hold the last key of %q", draft, typed)
	}
}

func TestNothingMovesFromTheFirstPaintToTheResult(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t, Phone(412, 823))
			p.Open(lang)
			p.Ready()
			p.stoodStill("from the first paint to the take-over")
			// What comes after a press is expected: CLS does not count it, and
			// neither does this, however late a busy machine paints another
			// section. What is left must be still.
			p.Do(`() => {
				const turns = []; // from a change of section to the second frame after it
				new MutationObserver(() => {
					const turn = { from: performance.now(), to: Infinity };
					turns.push(turn);
					requestAnimationFrame(() => requestAnimationFrame(() => { turn.to = performance.now(); }));
				}).observe(document.documentElement, { attributeFilter: ["data-step"] });
				const entries = [];
				new PerformanceObserver((l) => entries.push(...l.getEntries())).observe({ type: "layout-shift" });
				window.late = () => entries.filter((e) => !e.hadRecentInput && !turns.some((t) => t.from <= e.startTime && e.startTime <= t.to))
					.reduce((sum, e) => sum + e.value, 0);
			}`)
			persona := personaNamed(t, "sports-league")
			for step := 1; step <= lastStep; step++ {
				for _, q := range shippedPack().Pack.Sections[step-1].Questions {
					if answer, ok := persona.answers[q.ID]; ok {
						p.Answer(q.ID, answer)
					}
				}
				if step < lastStep {
					Eval[bool](p, stepOn)
					p.Until("the next section is open", `(n) => document.documentElement.dataset.step === String(n)`, step+1)
				}
			}
			p.Click("[data-act=finish]")
			p.AwaitResult()
			p.Shifts()
			if late := Eval[float64](p, `() => late()`); late >= steady {
				t.Errorf("the journey moves the page by %.4f without a press, and less than %v is allowed", late, steady)
			}
		})
	}
}
