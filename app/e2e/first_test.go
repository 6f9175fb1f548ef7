package e2e

import (
	"slices"
	"testing"
)

// Somebody who comes first answers while every other file is still on its way.
func TestTheFirstQuestionWaitsForNoOtherFile(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := visitor(t)
			p.Host.Hold("/web/")
			p.Enter(p.Host.URL + p.Host.Base + lang + "/")
			p.Until("the first question is on the screen", `() => {
				const box = document.querySelector("#responsibilities-video");
				return box && box.checkVisibility() && performance.getEntriesByName("first-contentful-paint").length > 0;
			}`)
			p.Click("#responsibilities-video")
			if open := Eval[int](p, `() => [...document.querySelectorAll(".step")].filter((e) => e.checkVisibility()).length`); open != 1 {
				t.Errorf("%d sections are on the screen", open)
			}
			before := Eval[float64](p, `() => document.querySelector("#responsibilities-video").getBoundingClientRect().y`)
			p.Host.Release("/web/")
			p.Ready()
			if got := p.Form()["responsibilities"]; !slices.Equal(got, []string{"video"}) {
				t.Errorf("ticked is %q", got)
			}
			if after := Eval[float64](p, `() => document.querySelector("#responsibilities-video").getBoundingClientRect().y`); after != before {
				t.Errorf("the question moved from %v to %v", before, after)
			}
		})
	}
}

// firstLooks notes how a page looks when it is drawn for the first time.
const firstLooks = `requestAnimationFrame(() => { window.looks = { ...document.documentElement.dataset }; });`

// Whoever comes again sees at once what they have chosen, and where they were.
func TestAPageThatIsKeptLooksRightFromTheFirst(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(firstLooks))
	p.Open("fr")
	p.Ready()
	p.Offline()
	p.Do(`() => {
		const select = document.querySelector("#appearance");
		select.value = "dark";
		select.dispatchEvent(new Event("change", { bubbles: true }));
	}`)
	p.Answer("workload_overflow", "often")
	p.GoTo(3)
	p.Reload()
	if looks := Eval[map[string]string](p, `() => window.looks`); looks["theme"] != "dark" || looks["step"] != "3" {
		t.Errorf("it first looks like %v", looks)
	}
	p.Ready()
}
