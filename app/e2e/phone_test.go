package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// TestTheFormFitsAPhone measures what a person scrolls and reaches with the thumb.
// What is short in the letters of this machine is short elsewhere: they are wide.
func TestTheFormFitsAPhone(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := visitor(t, Phone(390, 844))
			p.Open(lang)
			p.Ready()
			p.Until("choices can be taken back", `() => document.querySelector(".clear")`)

			if top := Eval[float64](p, `() => document.querySelector(".step .option").getBoundingClientRect().top`); top > 420 {
				t.Errorf("the first answer stands %.0f px from the top, want 420 at most", top)
			}
			if n := Eval[int](p, `() => [...document.querySelectorAll(".bar > :not(.talk), .talk > summary")].filter((e) => e.getBoundingClientRect().top > 40).length`); n > 0 {
				t.Errorf("%d parts of the header stand below its line", n)
			}
			act, all := 0.0, 0.0 // px to scroll, beyond the first screen of each section
			for step := range lastStep {
				p.GoTo(step + 1)
				scroll := Eval[float64](p, `() => document.documentElement.scrollHeight - innerHeight`)
				all += scroll
				if Eval[bool](p, `() => document.querySelector(".step:not([hidden])").dataset.part === document.querySelector(".step").dataset.part`) {
					act += scroll
				}
				for _, s := range Eval[[]struct {
					Name          string
					Height, Words float64
					Tops          int
					Widths        []float64
				}](p, `() => [...document.querySelectorAll(".step:not([hidden]) .scale")].map((scale) => {
					const targets = [...scale.querySelectorAll(".option")].map((e) => e.getBoundingClientRect());
					return {
						name: scale.closest(".q").dataset.q, height: scale.closest(".q").offsetHeight,
						words: parseFloat(getComputedStyle(scale.querySelector(".option")).fontSize),
						tops: new Set(targets.map((r) => Math.round(r.top))).size,
						widths: targets.flatMap((r) => [Math.round(r.width), Math.round(r.height)]),
					};
				})`) {
					if s.Tops != 1 || s.Words < 12.5 || len(s.Widths) != 10 {
						t.Errorf("%s: five targets in %d rows, words of %.1f px", s.Name, s.Tops, s.Words)
					}
					for i, px := range s.Widths {
						if i%2 == 0 && px != s.Widths[0] || i%2 == 1 && px < 48 {
							t.Errorf("%s: targets of %v px, want equal ones of 48 at least", s.Name, s.Widths)
							break
						}
					}
				}
				for name, height := range Eval[map[string]float64](p, `() => Object.fromEntries([...document.querySelectorAll("[id*=signs]:not([hidden]) > .q")].map((q) => [q.dataset.q, q.offsetHeight]))`) {
					if height > 150 {
						t.Errorf("the sign %s takes %.0f px, want 150 at most", name, height)
					}
				}
			}
			if act > 5200 || all > 11000 {
				t.Errorf("%.0f px to scroll in the first act and %.0f in all, want 5,200 and 11,000 at most", act, all)
			}
			t.Logf("%.0f px to scroll in the first act, %.0f in all", act, all)
		})
	}
}

// TestAChoiceIsOneStopOfTheKeyboard: the button that takes an answer back is none of
// its own, answered or not.
func TestAChoiceIsOneStopOfTheKeyboard(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Ready()
	p.Until("choices can be taken back", `() => document.querySelector(".clear")`)
	if n := Eval[int](p, `() => [...document.querySelectorAll("#checkup .clear")].filter((e) => e.tabIndex >= 0).length`); n > 0 {
		t.Errorf("%d buttons beside choices are stops", n)
	}
	before := Eval[float64](p, `() => document.querySelector("#workload_overflow").offsetHeight`)
	p.Do(`() => document.querySelector("#workload_overflow .clear").click()`)
	if got := p.Form()["workload_overflow"]; len(got) > 0 {
		t.Errorf("clearing leaves %q", got)
	}
	if after := Eval[float64](p, `() => document.querySelector("#workload_overflow").offsetHeight`); after != before {
		t.Errorf("a question is %.0f px high answered and %.0f not", before, after)
	}
}

// TestAWrongNumberLooksWrong: its border is of another colour and width than others.
func TestAWrongNumberLooksWrong(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	p.Answer("weekly_hours", "400")
	p.Act("finish")
	p.Until("the field is marked", `() => document.querySelector("[name=weekly_hours]").getAttribute("aria-invalid") === "true"`)
	looks := Eval[[]string](p, `() => ["weekly_hours", "longest_day"].map((name) => {
		const s = getComputedStyle(document.querySelector("[name=" + name + "]"));
		return s.borderTopWidth + " " + s.borderTopColor;
	})`)
	if looks[0] == looks[1] {
		t.Errorf("wrong and right both have a border of %s", looks[0])
	}
}

// TestTasksStandInTwoColumns: a list of twenty takes half of what it took in one.
func TestTasksStandInTwoColumns(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844))
	p.Open("fr")
	p.Ready()
	if px := Eval[float64](p, `() => document.querySelector("#responsibilities").offsetHeight`); px > 560 {
		t.Errorf("the list of tasks takes %.0f px, want 560 at most in the wide letters of this machine", px)
	}
}

// TestNothingStandsEmptyBelowTheForm: between the last that can be pressed and the foot
// there is room for one line, which says that the result is on its way.
func TestNothingStandsEmptyBelowTheForm(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844))
	p.Open("fr")
	p.Ready()
	if px := Eval[float64](p, `() => document.querySelector(".foot").getBoundingClientRect().top - document.querySelector("#checkup").getBoundingClientRect().bottom`); px > 80 {
		t.Errorf("%.0f px stand empty between the form and the foot, want 80 at most", px)
	}
}

// TestABulletStandsBesideTheFirstLine: a link of several lines in a list is a box, and
// what stands before it is aligned with its first line.
func TestABulletStandsBesideTheFirstLine(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844))
	p.Open("fr")
	p.Ready()
	p.Answer("weekly_hours", "400")
	p.Act("finish")
	p.Until("the summary of problems is there", `() => seen("#problems")`)
	off := Eval[float64](p, `() => {
		const item = document.querySelector("#problems li");
		item.querySelector("a").textContent = "une ligne et puis une autre ".repeat(4);
		// as wide as nothing, as a bullet outside is
		const bullet = item.insertBefore(document.createTextNode("\u200b"), item.firstChild);
		const top = (node) => { const range = document.createRange(); range.selectNodeContents(node); return range.getClientRects()[0].top; };
		return Math.abs(top(bullet) - top(item.querySelector("a")));
	}`)
	if off > 6 {
		t.Errorf("the bullet stands %.0f px off the first line", off)
	}
}

// TestTheLikelyRangeIsSeenInForcedColours: it differs from the line that it lies on.
func TestTheLikelyRangeIsSeenInForcedColours(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Finish()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}}})
	fills := Eval[[]string](p, `() => ["track", "range"].map((part) => getComputedStyle(document.querySelector("#result .line ." + part)).fill)`)
	if fills[0] == fills[1] {
		t.Errorf("range and line are both %s", fills[0])
	}
}

// TestTwiceTheSizeOfTextFits: with letters of 200 % on a phone nothing leaves the
// screen, and a scale stands in one column.
func TestTwiceTheSizeOfTextFits(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844))
	p.Open("fr")
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Do(`() => { document.documentElement.style.fontSize = "200%"; }`)
	p.GoTo(1)
	if tops := Eval[int](p, `() => new Set([...document.querySelectorAll(".step:not([hidden]) .scale")[0].querySelectorAll(".option")].map((e) => e.getBoundingClientRect().left)).size`); tops != 1 {
		t.Errorf("five answers stand in %d columns", tops)
	}
	for _, flaw := range p.Wide() {
		t.Errorf("the form: %s", flaw)
	}
	p.Finish()
	p.Do(unfold)
	for _, flaw := range p.Wide() {
		t.Errorf("the result: %s", flaw)
	}
}
