package e2e

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
)

// measured says how many visits are measured, and of which builds.
func measured(t *testing.T) (runs int, builds []string, dirs []func() (string, error)) {
	t.Helper()
	runs, _ = strconv.Atoi(os.Getenv("BOTHENDS_MEASURE"))
	if runs < 1 {
		t.Skip("BOTHENDS_MEASURE names no number of visits")
	}
	builds, dirs = []string{"this build"}, []func() (string, error){builtSite}
	if against := os.Getenv("BOTHENDS_AGAINST"); against != "" {
		builds = append(builds, "the other")
		dirs = append(dirs, func() (string, error) { return against, nil })
	}
	return runs, builds, dirs
}

// TestMeasure prints how fast the check-up is on a slow phone and on a desktop:
// the medians of as many visits as BOTHENDS_MEASURE says, each with a first visit
// and a second one in another process with the same profile. Another build, in
// BOTHENDS_AGAINST, is visited in turn, because machines differ more from minute
// to minute than builds do. Nothing is judged by time: see "make bench".
func TestMeasure(t *testing.T) {
	runs, builds, dirs := measured(t)
	for _, device := range []struct {
		name  string
		trait Trait
	}{{"slow phone", SlowPhone()}, {"desktop", Screen(1280, 800)}} {
		names := append(slices.Clone(builds), "hand-written")
		found := make([]map[string][]float64, len(names)) // by build, by figure
		for i := range found {
			found[i] = map[string][]float64{}
		}
		note := func(i int, figures map[string]float64) {
			for name, x := range figures {
				found[i][name] = append(found[i][name], x)
			}
		}
		for run := range runs {
			for i, dir := range dirs {
				t.Run(fmt.Sprintf("%s %d %s", device.name, run+1, builds[i]), func(t *testing.T) {
					note(i, visitTwice(t, hostOf(t, dir), device.trait))
				})
			}
			t.Run(fmt.Sprintf("%s %d hand-written", device.name, run+1), func(t *testing.T) {
				note(len(builds), visitHandWritten(t, device.trait))
			})
		}
		t.Logf("%s, medians of %d (least to most): %s\n%s", device.name, runs, strings.Join(names, ", "), table(names, found))
	}
}

// figures are the lines of the table, in order.
var figures = []string{
	"kB before the first answer", "requests before the first answer",
	"first answer accepted, ms", "first answer accepted, 2nd visit, ms",
	"answers lost",
	"program takes over, ms", "program takes over, 2nd visit, ms",
	"from the whole (or compiled) program to the take-over, ms", "the same, 2nd visit, ms",
	"longest task, ms", "blocking time, ms", "longest task, 2nd visit, ms", "blocking time, 2nd visit, ms",
	"answer to next paint, p75, ms", "finish to result, ms", "finish to result, again, ms",
	"finish to result, right after an answer, ms",
	"layout shift", "memory, MB", "kB in all",
}

func table(builds []string, found []map[string][]float64) string {
	var b strings.Builder
	for _, name := range figures {
		fmt.Fprintf(&b, "%58s", name)
		for i := range builds {
			xs := slices.Sorted(slices.Values(found[i][name]))
			if len(xs) == 0 {
				fmt.Fprintf(&b, "  %9s", "-")
				continue
			}
			fmt.Fprintf(&b, "  %9.5g (%.5g to %.5g)", xs[len(xs)/2], xs[0], xs[len(xs)-1])
		}
		b.WriteString("\n")
	}
	return b.String()
}

// visitTwice does what the figures are about.
func visitTwice(t *testing.T, host *Host, device Trait) map[string]float64 {
	out := map[string]float64{"answers lost": 0}
	profile := t.TempDir()
	t.Run("first", func(t *testing.T) {
		p := NewPerson(t, host, device, Returns(profile), Meets(watchSpeed))
		v := p.visit()
		out["kB before the first answer"] = v.Bytes / 1000
		out["requests before the first answer"] = v.Requests
		out["first answer accepted, ms"] = v.Accepted
		out["program takes over, ms"] = v.Ready
		out["from the whole (or compiled) program to the take-over, ms"] = v.Ready - v.Program
		out["longest task, ms"], out["blocking time, ms"] = v.blocking()
		out["kB in all"] = v.All / 1000

		for _, id := range []string{"workload_overflow", "conflicting_requests", "hostile_content", "hide_feelings"} {
			for _, value := range p.values(id)[:2] {
				p.Click("[name=" + id + "][value=" + value + "]")
			}
		}
		pauses := slices.Sorted(slices.Values(Eval[[]float64](p, `() => frames(3).then(() => speed.pauses)`)))
		if len(pauses) > 0 {
			out["answer to next paint, p75, ms"] = pauses[len(pauses)*3/4]
		}
		out["layout shift"] = Eval[float64](p, `() => speed.shift`)
		persona := personaNamed(t, "sports-league")
		p.AnswerAll(persona.answers)
		p.Until("the verdict is drawn ahead", `(signs) => document.querySelector("#result").dataset.signs === signs`,
			oneDecimal(persona.expected.Signs.Score))
		p.Do(`() => frames(3)`)
		out["finish to result, ms"] = p.finishing()
		edit := func() {
			p.Back()
			p.Until("a section is open", `() => document.documentElement.dataset.step !== "result"`)
		}
		edit()
		out["finish to result, again, ms"] = p.finishing()
		edit()
		p.Do(`() => document.querySelector("#effortful .clear").click()`)
		out["finish to result, right after an answer, ms"] = p.finishing()
		heap := call(p, runtime.GetHeapUsage, cdp.Empty{})
		out["memory, MB"] = (heap.UsedSize + heap.EmbedderHeapUsedSize + heap.BackingStorageSize) / 1e6
		if !v.Kept {
			out["answers lost"]++
		}
		p.Offline()
	})
	t.Run("second", func(t *testing.T) {
		p := NewPerson(t, host, device, Returns(profile), Meets(watchSpeed))
		v := p.visit()
		out["first answer accepted, 2nd visit, ms"] = v.Accepted
		out["program takes over, 2nd visit, ms"] = v.Ready
		out["the same, 2nd visit, ms"] = v.Ready - v.Program
		out["longest task, 2nd visit, ms"], out["blocking time, 2nd visit, ms"] = v.blocking()
		if !v.Kept {
			out["answers lost"]++
		}
	})
	return out
}

// values are the answers that a question takes, as its inputs have them.
func (p *Person) values(id string) []string {
	p.t.Helper()
	return Eval[[]string](p, `(id) => [...document.querySelectorAll("input[name=" + id + "]")].map((e) => e.value)`, id)
}

// A Visit is what watchSpeed saw of a page.
type Visit struct {
	Accepted, Ready, Program float64 // ms since the visit began
	Kept                     bool    // the first answer is still there
	Bytes, Requests, All     float64
	Tasks                    []float64 // ms, of 50 and more
}

// blocking is the longest task, and how long all of them together kept a reader
// waiting for more than 50 ms.
func (v Visit) blocking() (longest, total float64) {
	for _, task := range v.Tasks {
		longest = max(longest, task)
		total += task - 50
	}
	return longest, total
}

// visit opens the French check-up and lets it come to rest.
func (p *Person) visit() Visit {
	p.t.Helper()
	p.Open("fr")
	p.Ready()
	p.Offline()
	return Eval[Visit](p, `async () => {
		for (let i = 0; i < 10; i++) await new Promise((done) => requestIdleCallback(done));
		const travelled = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
		const before = travelled.filter((e) => e.entryType === "navigation" || e.renderBlockingStatus === "blocking");
		const sum = (list) => list.reduce((n, e) => n + e.transferSize, 0);
		return {
			Accepted: speed.accepted, Ready: speed.ready, Kept: speed.box.checked, Tasks: speed.tasks,
			// What a worker fetches is not told to the page, but for what it says itself.
			Program: (travelled.find((e) => e.name.includes(".wasm")) || { responseEnd: speed.compiled }).responseEnd,
			Bytes: sum(before), Requests: before.length, All: sum(travelled) + speed.beside,
		};
	}`)
}

// finishing presses the button that ends the check-up, and returns how long it
// takes until the result is painted.
func (p *Person) finishing() float64 {
	p.t.Helper()
	p.Do(`() => {
		speed.finished = new Promise((done) => {
			const button = document.querySelector("[data-act=finish]");
			let pressed;
			button.addEventListener("click", () => { pressed = performance.now(); }, { capture: true, once: true });
			const look = () => {
				if (!pressed || document.documentElement.dataset.step !== "result" || !document.querySelector("#result h2")) return;
				watcher.disconnect();
				frames(1).then(() => done(performance.now() - pressed));
			};
			const watcher = new MutationObserver(look);
			watcher.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
		});
	}`)
	p.Click("[data-act=finish]")
	p.AwaitResult()
	return Eval[float64](p, `() => speed.finished`)
}

// watchSpeed ticks the first box as soon as a press would hit it, and notes when
// things happen.
const watchSpeed = `window.speed = { tasks: [], pauses: [], shift: 0, beside: 0 };
window.Worker = class extends Worker {
	constructor(...args) {
		super(...args);
		this.addEventListener("message", ({ data: { head, module } }) => {
			if (head) speed.beside = Number(head.bytes);
			if (module) speed.compiled = performance.now();
		});
	}
};
window.frames = (n) => new Promise((done) => {
	const next = () => n-- ? requestAnimationFrame(next) : setTimeout(done);
	next();
});
new PerformanceObserver((l) => l.getEntries().forEach((e) => speed.tasks.push(e.duration))).observe({ type: "longtask", buffered: true });
new PerformanceObserver((l) => l.getEntries().forEach((e) => { if (e.interactionId) speed.pauses.push(e.duration); }))
	.observe({ type: "event", durationThreshold: 16, buffered: true });
new PerformanceObserver((l) => l.getEntries().forEach((e) => { if (!e.hadRecentInput) speed.shift += e.value; })).observe({ type: "layout-shift", buffered: true });
{
	const look = () => {
		const box = document.querySelector("#checkup input[name=responsibilities]");
		const r = box && box.getBoundingClientRect();
		if (r && r.width) {
			if (r.bottom > innerHeight) box.scrollIntoView({ block: "center", behavior: "instant" });
			const at = box.getBoundingClientRect();
			if (document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2) === box && performance.getEntriesByType("paint").length) {
				if (!box.checked) box.click();
				speed.box = box;
				speed.accepted = performance.now();
				return;
			}
		}
		setTimeout(look, 5);
	};
	look();
	const ready = () => {
		if (!document.documentElement) return setTimeout(ready, 5);
		new MutationObserver(() => {
			if (document.documentElement.dataset.ready === "true") speed.ready ||= performance.now();
		}).observe(document.documentElement, { attributes: true });
	};
	ready();
}`
