package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestMeasureAds prints how long the page of the job ad keeps its reader waiting
// on a desktop: medians of as many visits as BOTHENDS_MEASURE says, beside
// another build in BOTHENDS_AGAINST (see TestMeasure). A heart that beats after
// each task of the browser tells how long the longest one was.
func TestMeasureAds(t *testing.T) {
	runs, builds, dirs := measured(t)
	data, err := os.ReadFile("../../questions/jobad/testdata/ads/agency-en.txt")
	if err != nil {
		t.Fatal(err)
	}
	short := strings.Repeat(string(data)+"\n\n", 4)[:4000]
	long := strings.Repeat(short+"\n\n", 25)

	var names []string
	found := make([]map[string][]float64, len(dirs))
	for run := range runs {
		for i, dir := range dirs {
			t.Run(fmt.Sprintf("%d %s", run+1, builds[i]), func(t *testing.T) {
				if site, err := dir(); err != nil {
					t.Fatal(err)
				} else if _, err := os.Stat(filepath.Join(site, filepath.FromSlash(adPages["en"]))); err != nil {
					t.Skipf("%s has its page of the job ad elsewhere: visits alone are compared", builds[i])
				}
				p := NewPerson(t, hostOf(t, dir), Screen(1280, 800), Meets(beat))
				if found[i] == nil {
					found[i] = map[string][]float64{}
				}
				note := func(name string, pulse [2]float64) {
					for n, what := range []string{"longest task, ms", "until it stands there, ms"} {
						name := name + ": " + what
						if !slices.Contains(names, name) {
							names = append(names, name)
						}
						found[i][name] = append(found[i][name], pulse[n])
					}
				}
				p.OpenAd("en")
				p.Ready()
				p.Offline()
				quiet := Eval[[2]float64](p, `() => beating(() => {}, () => true)`)
				note("nothing happens", quiet)
				for _, ad := range []struct{ name, text string }{{"4 kB, first", short}, {"4 kB, again", short + " "}, {"100 kB", long}} {
					note(ad.name, Eval[[2]float64](p, pasteAndWait, ad.text))
				}
				note("100 kB, a finding removed", Eval[[2]float64](p, `() => beating(
					() => document.querySelector("[data-found=video] [data-act=remove]").click(),
					() => !document.querySelector("mark[data-keys~=video]") && document.querySelector("[data-removed=video]"))`))
			})
		}
	}
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "%55s", name)
		for i := range builds {
			xs := slices.Sorted(slices.Values(found[i][name]))
			if len(xs) == 0 {
				continue
			}
			fmt.Fprintf(&b, "  %9.1f (%.1f to %.1f)", xs[len(xs)/2], xs[0], xs[len(xs)-1])
		}
		b.WriteString("\n")
	}
	t.Logf("%s, medians of %d (least to most)\n%s", strings.Join(builds, ", "), runs, b.String())
}

// pasteAndWait presses "read" once the browser has laid out the box with the ad,
// which of a long one takes it longer than all the rest, and is done when the
// ad stands there whole.
const pasteAndWait = `async (text) => {
	document.querySelector("#ad").value = text;
	for (let i = 0; i < 5; i++) await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
	return beating(
		() => document.querySelector("[data-act=read]").click(),
		() => {
			const shown = document.querySelector("#marked-text");
			if (!shown) return false;
			const unseen = [...shown.querySelectorAll(".unseen")].reduce((n, e) => n + e.textContent.length, 0);
			return shown.textContent.length - unseen === text.length;
		});
}`

// beat gives the page a heart: beating does something, and returns the longest
// time between two tasks until something is true, and how long that took. It
// looks at what is true rarely enough not to be what takes long.
const beat = `window.beating = (act, done) => new Promise((end) => {
	const { port1, port2 } = new MessageChannel();
	let longest = 0, frames = 0, stop = false;
	const start = performance.now();
	let last = start;
	port1.onmessage = () => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
		if (!stop) port2.postMessage(0);
	};
	port2.postMessage(0);
	act();
	const look = () => {
		const found = done();
		if (found && frames++ > 30) { stop = true; end([longest, window.found - start]); }
		else { if (found) window.found ||= performance.now(); else window.found = 0; setTimeout(look, 15); }
	};
	window.found = 0;
	setTimeout(look, 15);
})`
