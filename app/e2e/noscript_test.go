package e2e

import (
	"slices"
	"testing"
)

func TestWithoutJavaScriptEverythingCanBeReadAndHelpCanBeCalled(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t, WithoutJavaScript())
			p.Open(lang)
			// Shares follow what is ticked, which only a script can.
			state := Eval[struct {
				Script                 bool
				Hidden, Tel, Dead, Out []string
				Notice, All            string
				Width                  float64
			}](p, `() => {
				const all = (s) => [...document.querySelectorAll(s)];
				return {
					Script: document.documentElement.dataset.stepped === "true",
					Hidden: all(".intro, .step, [data-q] legend, [data-q] .label, .option, [data-q] .help")
						.filter((e) => !seen(e) && !e.closest("[data-q=shares], .sure")).map((e) => e.textContent.trim().slice(0, 40)),
					Tel: all("#talk a[href^='tel:']").map((a) => a.getAttribute("href")),
					All: document.querySelector("#talk > p a").getAttribute("href"),
					Dead: all("button, #appearance, #talk-country, .openfile").filter(seen).map((e) => e.outerHTML.slice(0, 80)),
					Out: all("a.leave, .foot a, [hreflang]").filter((a) => a.tagName === "A" && seen(a)).map((a) => a.getAttribute("href")),
					Notice: all("noscript").map((n) => n.innerText).join(" ").trim(),
					Width: document.querySelector("form").getBoundingClientRect().width,
				};
			}`)
			if state.Script {
				t.Fatal("a script ran")
			}
			if len(state.Hidden) > 0 {
				t.Errorf("not on the screen: %q", state.Hidden)
			}
			// Those of the countries that are usual in the language, and the way to all.
			usual := map[string][]string{"en": {"tel:988", "tel:116123", "tel:1737"}, "fr": {"tel:3114", "tel:143", "tel:107"}}[lang]
			if missing := slices.DeleteFunc(usual, func(number string) bool { return slices.Contains(state.Tel, number) }); len(missing) > 0 {
				t.Errorf("numbers that can be called: %q, without %q", state.Tel, missing)
			}
			p.Go(state.All)
			all := Eval[[]string](p, `() => [...document.querySelectorAll("main a[href^='tel:']")].filter(seen).map((a) => a.getAttribute("href"))`)
			if len(all) < 60 || !slices.Contains(all, "tel:08001110111") || !slices.Contains(all, "tel:3114") || !slices.Contains(all, "tel:988") {
				t.Errorf("numbers at %q: %q", state.All, all)
			}
			if len(state.Dead) > 0 {
				t.Errorf("controls that do nothing without a script are on the screen: %q", state.Dead)
			}
			if len(state.Out) < 6 {
				t.Errorf("links: %q", state.Out)
			}
			if len(state.Notice) < 40 {
				t.Errorf("the notice says %q", state.Notice)
			}
		})
	}
}
