package e2e

import (
	"regexp"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Visit opens the page of another site, which the journey may ask for things.
func (p *Person) Visit(url string) {
	p.t.Helper()
	origin := regexp.MustCompile(`^https?://[^/]+`).FindString(url)
	p.mu.Lock()
	p.neighbours = append(p.neighbours, origin)
	p.mu.Unlock()
	p.Enter(url)
	p.Loaded()
}

// Go opens an address of the host and waits until the page is there.
func (p *Person) Go(address string) {
	p.t.Helper()
	p.Enter(p.Host.URL + address)
	p.Loaded()
}

// Enter opens a page without waiting for what belongs to it.
func (p *Person) Enter(url string) {
	p.t.Helper()
	if result := call(p, page.Navigate, page.NavigateParams{URL: url}); result.ErrorText != "" {
		p.t.Fatalf("%s does not open: %s", url, result.ErrorText)
	}
}

// Loaded waits until the page and all that belongs to it has been read.
func (p *Person) Loaded() {
	p.t.Helper()
	p.Until("the page is loaded", `() => document.readyState === "complete"`)
}

// Reload loads the page again.
func (p *Person) Reload() {
	p.t.Helper()
	p.Leaving(func() { call(p, page.Reload, page.ReloadParams{}) })
}

// Leaving does what leads to another document, and waits for that.
func (p *Person) Leaving(do func()) {
	p.t.Helper()
	p.Do(`() => { window.left = true; }`)
	do()
	p.Until("another page is loaded", `() => !window.left && document.readyState === "complete"`)
}

// Back is the button of the browser. It reports whether there was anywhere to
// go.
func (p *Person) Back() bool { p.t.Helper(); return p.travel(-1) }

// Forward undoes Back.
func (p *Person) Forward() bool { p.t.Helper(); return p.travel(+1) }

func (p *Person) travel(by int64) bool {
	p.t.Helper()
	history := call(p, page.GetNavigationHistory, cdp.Empty{})
	to := history.CurrentIndex + by
	if to < 0 || to >= int64(len(history.Entries)) {
		return false
	}
	call(p, page.NavigateToHistoryEntry, page.NavigateToHistoryEntryParams{EntryID: history.Entries[to].ID})
	for start := time.Now(); ; {
		// While one page gives way to another there is none to ask.
		now, err := chromedp.Call(p.ctx, page.GetNavigationHistory, cdp.Empty{})
		if err == nil && now.CurrentIndex == to {
			break
		}
		if time.Since(start) > patience {
			p.t.Fatalf("waited %v in vain: %s is open (%v)", patience, history.Entries[to].URL, err)
		}
	}
	p.Loaded()
	return true
}

// Address is where the person is, without the host.
func (p *Person) Address() string {
	p.t.Helper()
	return Eval[string](p, `() => location.pathname + location.search + location.hash`)
}
