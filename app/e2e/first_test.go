package e2e

import (
	"slices"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
)

// Somebody who comes first answers while every other file is still on its way.
func TestTheFirstQuestionWaitsForNoOtherFile(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t)
			p.Host.Hold("/web/")
			p.Enter(p.Host.URL + p.Host.Base + lang + "/")
			p.Until("the first question is on the screen", `() => seen("[name=responsibilities][value=video]") && performance.getEntriesByName("first-contentful-paint").length > 0`)
			p.Click("[name=responsibilities][value=video]")
			if open := Eval[int](p, `() => [...document.querySelectorAll(".step")].filter(seen).length`); open != 1 {
				t.Errorf("%d sections are on the screen", open)
			}
			before := Eval[float64](p, `() => document.querySelector("[name=responsibilities][value=video]").getBoundingClientRect().y`)
			p.Host.Release("/web/")
			p.Ready()
			if got := p.Form()["responsibilities"]; !slices.Equal(got, []string{"video"}) {
				t.Errorf("ticked is %q", got)
			}
			if after := Eval[float64](p, `() => document.querySelector("[name=responsibilities][value=video]").getBoundingClientRect().y`); after != before {
				t.Errorf("the question moved from %v to %v", before, after)
			}
		})
	}
}

// firstLooks notes how a page looks when it is drawn for the first time.
const firstLooks = `requestAnimationFrame(() => { window.looks = { ...document.documentElement.dataset }; });`

// keeps waits until the worker keeps the check-up in French in the form that waits
// for its first script, or in the one that does not.
func (p *Person) keeps(waits bool) {
	p.t.Helper()
	p.Do(`async (waits) => {
		const form = async () => {
			const [ours] = (await caches.keys()).filter((key) => key.startsWith("bothends:"));
			const page = await (await caches.open(ours)).match("/fr/");
			return /<script/.test((await page.text()).split("</head>")[0]);
		};
		while (await form() !== waits) await new Promise((look) => requestAnimationFrame(look));
	}`, waits)
}

// looked tells how the page looked when it was drawn for the first time.
func (p *Person) looked() (theme, step string, waited bool) {
	p.t.Helper()
	looks := Eval[map[string]string](p, `() => window.looks`)
	return looks["theme"], looks["step"], Eval[bool](p, `() => [...document.querySelectorAll("head script")].some((e) => e.src.includes("early"))`)
}

// Whoever comes again sees at once what they have chosen, and where they were; and
// whoever has chosen nothing waits for nothing.
func TestAPageThatIsKeptLooksRightFromTheFirst(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t, Meets(firstLooks))
	p.Open("fr")
	p.Ready()
	p.Offline()
	p.keeps(false)
	looks := func(theme, step string, waited bool) {
		t.Helper()
		if gotTheme, gotStep, gotWaited := p.looked(); gotTheme != theme || gotStep != step || gotWaited != waited {
			t.Errorf("it first looks %q, in section %s, waiting %t; want %q, %s, %t", gotTheme, gotStep, gotWaited, theme, step, waited)
		}
		p.Ready()
	}
	p.Reload()
	looks("", "1", false)

	p.Answer("workload_overflow", "often")
	p.GoTo(3)
	p.keeps(true)
	for range 2 { // leaving tells the worker something else
		p.Reload()
		looks("", "3", true)
		p.keeps(true)
	}
	p.Go("/fr/methode/")
	p.keeps(true)
	p.Go("/fr/")
	looks("", "3", true)

	p.GoTo(1)
	p.keeps(false)
	p.Reload()
	looks("", "1", false)

	p.appear("dark")
	p.keeps(true)
	p.Reload()
	looks("dark", "1", true)
	p.GoTo(3)
	p.Reload()
	looks("dark", "3", true)
	p.Go("/fr/methode/")
	p.appear("auto")
	p.Go("/fr/")
	looks("", "3", true)
	p.appear("light")
	p.GoTo(1)
	p.Erase()
	p.keeps(false)
	p.Reload()
	looks("", "1", false)

	// An address can say how the page looks, too.
	p.Go("/fr/?theme=dark")
	looks("dark", "1", true)
}

// A section somebody is in is known to one tab alone.
func TestATabThatIsClosedLeavesTheNextVisitQuick(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t, Meets(firstLooks))
	p.Open("fr")
	p.Ready()
	p.Offline()
	p.keeps(false)
	q := p.anotherTab()
	q.Open("fr")
	q.Ready()
	q.GoTo(4)
	q.keeps(true)
	call(q, page.Close, cdp.Empty{})
	call(p, page.BringToFront, cdp.Empty{})
	p.keeps(false)
	p.Reload()
	if _, step, waited := p.looked(); step != "1" || waited {
		t.Errorf("it opens in section %s, waiting %t", step, waited)
	}
}
