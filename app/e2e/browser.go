package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// atOnce is how many browsers run at the same time: one for each core of the
// smallest machine that runs these tests.
var atOnce = make(chan struct{}, 2)

// A Person sits before a browser with a fresh profile. A verb that cannot be
// carried out ends the test.
type Person struct {
	Host *Host

	t        testing.TB
	ctx      context.Context
	still    bool
	noScript bool

	mu         sync.Mutex
	news       *sync.Cond // whenever something below has changed
	requests   []Request
	complaints []string
	forgiven   []*regexp.Regexp
	workers    []context.Context // that are watched, the latest last
	crashed    bool              // the process of the page has died
	frames     []context.Context // of other sites, likewise
	neighbours []string          // origins of other sites that were visited
	wanders    bool              // pages of others may ask whom they like
}

// takeTurn waits until few enough tests have people. Everybody whom a test brings has
// its turn: two tests of several people would wait for each other for ever.
func takeTurn(t testing.TB) {
	if _, taken := turns.LoadOrStore(t, true); taken {
		return
	}
	atOnce <- struct{}{}
	t.Cleanup(func() {
		<-atOnce
		turns.Delete(t)
	})
}

var turns sync.Map // by test

// NewPerson starts a browser that is closed when the test ends. Whatever the
// page or its worker complains about by then fails the test, unless Forgive
// was said.
func NewPerson(t testing.TB, host *Host, own ...Trait) *Person {
	t.Helper()
	takeTurn(t)

	with := defaultTraits
	for _, trait := range own {
		trait(&with)
	}
	// Whatever does not stay on this machine meets a proxy that refuses it and
	// remembers: also what no event of the browser tells.
	outside := newOutside(t)

	p := &Person{Host: host, t: t, still: with.still, noScript: with.noScript}
	p.news = sync.NewCond(&p.mu)
	listener := chromedp.WithListener(func(event any) { p.hear("page", event) })
	var ctx context.Context
	var cancel context.CancelFunc
	if with.browser != nil {
		ctx, cancel = chromedp.NewContext(with.browser.ctx, listener,
			chromedp.WithNewBrowserContext(func(c *target.CreateBrowserContextParams) { c.ProxyServer = outside.URL }))
	} else {
		ctx, cancel = chromedp.NewContext(allocate(t, with, outside), listener, quiet)
	}
	t.Cleanup(cancel)
	p.ctx = ctx
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("the browser does not start: %v", err)
	}
	p.watchTargets()
	t.Cleanup(func() { p.sumUp(outside) })

	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: with.width, Height: with.height, DeviceScaleFactor: with.scale, Mobile: with.mobile,
	})
	if with.mobile {
		call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	}
	p.Media("", false)
	if with.slow {
		host.Slow()
		call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4})
	}
	if with.noScript {
		call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	}
	for _, script := range append(with.scripts, noteShifts) {
		call(p, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	}
	return p
}

// InWorker runs a JavaScript function in the service worker, once that is
// watched, and returns what it returns. By then, all that the worker did before
// has been heard.
func (p *Person) InWorker(function string, args ...any) bool {
	p.t.Helper()
	var worker context.Context
	p.Hears("a worker is watched", func() bool {
		if n := len(p.workers); n > 0 {
			worker = p.workers[n-1]
		}
		return worker != nil
	})
	ctx, cancel := context.WithTimeout(worker, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[bool](calling(function, args), chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("asking the worker: %v\n%s", err, function)
	}
	return value
}

// Frame is the person inside the frame of another site whose address has this
// part: what they do and read there is done and read in the frame.
func (p *Person) Frame(part string) *Person {
	p.t.Helper()
	p.Hears("a frame of another site is watched", func() bool { return len(p.frames) > 0 })
	for start := time.Now(); time.Since(start) < patience; {
		p.mu.Lock()
		frames := slices.Clone(p.frames)
		p.mu.Unlock()
		for _, ctx := range slices.Backward(frames) {
			look, cancel := context.WithTimeout(ctx, time.Second)
			address, err := chromedp.Run(look, chromedp.Evaluate[string](`location.href`))
			cancel()
			if err == nil && strings.Contains(address, part) {
				f := &Person{Host: p.Host, t: p.t, ctx: ctx, still: p.still}
				f.news = sync.NewCond(&f.mu)
				f.Until("the frame is loaded", `() => document.readyState === "complete"`)
				return f
			}
		}
	}
	p.t.Fatalf("waited %v in vain: a frame with %q in its address", patience, part)
	return nil
}

// Media shows the page as "print" or "" would, in dark or light.
func (p *Person) Media(media string, dark bool) {
	p.t.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "light"}}
	if dark {
		features[0].Value = "dark"
	}
	if p.still {
		features = append(features, &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "reduce"})
	}
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media, Features: features})
	p.Until("the colours are there", `(dark) => matchMedia("(prefers-color-scheme: dark)").matches === dark`, dark)
}

// Resize changes the window.
func (p *Person) Resize(width, height int64) {
	p.t.Helper()
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: 1,
	})
	p.Until("the window has its new size", `(w) => document.documentElement.clientWidth <= w && innerWidth >= w`, width)
}

// Picture is a PNG of the window, or of the whole page.
func (p *Person) Picture(whole bool) []byte {
	p.t.Helper()
	return call(p, page.CaptureScreenshot, page.CaptureScreenshotParams{CaptureBeyondViewport: &whole}).Data
}

// Click presses the mouse in the middle of an element, once the page has stopped
// scrolling.
func (p *Person) Click(selector string) {
	p.t.Helper()
	at := Eval[struct{ X, Y float64 }](p, `async (selector) => {
		const e = document.querySelector(selector);
		if (!e) throw new Error("there is no " + selector);
		const frame = () => new Promise((done) => requestAnimationFrame(done));
		const place = () => { const r = e.getClientRects()[0]; return r ? { X: r.x + r.width / 2, Y: r.y + r.height / 2 } : null; };
		let at, still = 0, last = "";
		for (let frames = 0; still < 4 && frames < 300; frames++) {
			await frame();
			at = place();
			if (!at) throw new Error(selector + " is not on the screen");
			if (at.Y < 30 || at.Y > innerHeight - 30) e.scrollIntoView({ block: "center", behavior: "instant" });
			const now = JSON.stringify(at);
			still = now === last ? still + 1 : 0;
			last = now;
		}
		const hit = document.elementFromPoint(at.X, at.Y);
		if (!hit || !(e.contains(hit) || hit.contains(e))) throw new Error(selector + " is covered by " + (hit && hit.outerHTML.slice(0, 80)));
		return at;
	}`, selector)
	if err := chromedp.Do(p.ctx, chromedp.MouseClickXY(at.X, at.Y)); err != nil {
		p.t.Fatalf("clicking %s: %v", selector, err)
	}
}

// Press presses keys one after the other: letters, or kb.Tab and the like.
func (p *Person) Press(keys string) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.KeyEvent(keys)); err != nil {
		p.t.Fatalf("pressing %q: %v", keys, err)
	}
}

// PressBack presses Shift and Tab.
func (p *Person) PressBack() {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))); err != nil {
		p.t.Fatalf("pressing Shift+Tab: %v", err)
	}
}

// Do runs a JavaScript function in the page.
func (p *Person) Do(function string, args ...any) {
	p.t.Helper()
	Eval[chromedp.Void](p, function, args...)
}

// Eval runs a JavaScript function in the page and returns what it returns, also
// when that is promised. It is subject to no Content-Security-Policy.
func Eval[T any](p *Person, function string, args ...any) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](calling(function, args), chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("asking the page: %v\n%s", err, strings.TrimSpace(function))
	}
	return value
}

// Until waits for a JavaScript function to return something true. It looks at
// every frame, and goes on looking in the next page when this one goes away.
func (p *Person) Until(what, function string, args ...any) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	look := fmt.Sprintf(`new Promise((done) => {
		const look = async () => {
			let yes = false;
			try { yes = await %s; } catch { /* not yet */ }
			if (yes) done(true);
			else if (document.hidden) setTimeout(look, 10);
			else requestAnimationFrame(look);
		};
		look();
	})`, calling(function, args))
	if p.noScript { // then no page calls anything back, and is asked again and again
		look = "(async () => !!await " + calling(function, args) + ")()"
	}
	for {
		// A page that went away, or whose process was killed, may never answer:
		// then its successor is asked.
		ask, cancel := context.WithTimeout(ctx, patience/6)
		yes, err := chromedp.Run(ask, chromedp.Evaluate[bool](look, chromedp.EvalAwaitPromise))
		cancel()
		if err == nil && yes {
			return
		}
		if ctx.Err() != nil || errors.Is(err, context.Canceled) {
			p.t.Errorf("waited %v in vain: %s\n%s\ncomplaints: %q", patience, what, function, p.Complaints())
			p.t.Fatalf("at %s", p.Address()) // a page that is dead does not tell
		}
	}
}

// isSeen is what every function can ask as seen: whether a person sees an
// element, or the first that a selector finds.
const isSeen = `(what) => {
	const e = typeof what === "string" ? document.querySelector(what) : what;
	return !!e && e.checkVisibility({ visibilityProperty: true });
}`

// calling writes the call of a JavaScript function, which may ask what is seen.
func calling(function string, args []any) string {
	var list []string
	for _, arg := range args {
		content, err := json.Marshal(arg)
		if err != nil {
			panic(err)
		}
		list = append(list, string(content))
	}
	return "((seen) => (" + function + ")(" + strings.Join(list, ", ") + "))(" + isSeen + ")"
}

// call sends a command of the protocol.
func call[P, R any](p *Person, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	result, err := chromedp.Call(ctx, command, params)
	if err != nil {
		p.t.Fatalf("%s: %v", command.Method, err)
	}
	return result
}

// noteShifts adds up how much the layout moves, as the browser counts it.
const noteShifts = `window.shifts = [];
new PerformanceObserver((list) => {
	for (const s of list.getEntries())
		shifts.push({ Value: s.value, Moved: s.sources.map((x) => {
			const at = (r) => [r.x, r.y, r.width, r.height].map(Math.round).join(",");
			return (x.node && (x.node.id || x.node.className || x.node.nodeName)) + " from " + at(x.previousRect) + " to " + at(x.currentRect);
		}).join("; ") });
}).observe({ type: "layout-shift", buffered: true });`

// A Shift is a movement of the layout, in the measure of CLS.
type Shift struct {
	Value float64
	Moved string // ids or classes of what moved
}

// Shifts returns the movements since it was asked the last time. Movements
// right after an input count too, although CLS leaves them out.
func (p *Person) Shifts() (sum float64, shifts []Shift) {
	p.t.Helper()
	// Two frames on, the browser has reported what it has drawn.
	shifts = Eval[[]Shift](p, `() => new Promise((done) =>
		requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(shifts.splice(0))))))`)
	for _, s := range shifts {
		sum += s.Value
	}
	return sum, shifts
}

// Print is what the browser prints on paper of this size, in inches, as a PDF.
func (p *Person) Print(width, height float64) []byte {
	p.t.Helper()
	return call(p, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: width, PaperHeight: height}).Data
}
