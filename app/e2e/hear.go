package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// A Request left the page or its worker.
type Request struct {
	From string // "page", "frame" or "worker"
	URL  string
	Type network.ResourceType
}

// hear notes what a target of the browser tells. It runs on the goroutine that
// reads from the browser, so it may not ask the browser anything.
func (p *Person) hear(from string, event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	defer p.news.Broadcast()
	complain := func(format string, args ...any) {
		p.complaints = append(p.complaints, from+": "+fmt.Sprintf(format, args...))
	}
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			var words []string
			for _, arg := range e.Args {
				words = append(words, strings.Trim(string(arg.Value), `"`)+arg.Description)
			}
			complain("console.%s: %s", e.Type, strings.Join(words, " "))
		}
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		complain("uncaught: %s (%s)", text, e.ExceptionDetails.URL)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			complain("%s: %s (%s)", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *inspector.EventTargetCrashed:
		p.crashed = true
	case *network.EventRequestWillBeSent:
		p.requests = append(p.requests, Request{from, e.Request.URL, e.Type})
	case *network.EventWebSocketCreated:
		p.requests = append(p.requests, Request{from, e.URL, network.ResourceTypeWebSocket})
	}
}

// watchTargets listens to every service worker, and to every frame of another
// site, from its start.
func (p *Person) watchTargets() {
	own := chromedp.FromContext(p.ctx).BrowserContextID // "" in a browser of their own
	err := chromedp.ListenBrowser(p.ctx, func(event any) {
		created, ok := event.(*target.EventTargetCreated)
		if !ok || own != "" && created.TargetInfo.BrowserContextID != own {
			return
		}
		from, ok := map[string]string{"service_worker": "worker", "iframe": "frame"}[created.TargetInfo.Type]
		if !ok {
			return
		}
		go func() {
			ctx, cancel := chromedp.NewContext(p.ctx,
				chromedp.WithTargetID(created.TargetInfo.TargetID),
				chromedp.WithDetachOnCancel(),
				chromedp.WithListener(func(event any) { p.hear(from, event) }),
			)
			context.AfterFunc(p.ctx, cancel)
			// A worker that is gone again before it could be watched has been
			// seen by the host and the proxy all the same.
			if chromedp.Do(ctx) != nil {
				return
			}
			p.mu.Lock()
			defer p.mu.Unlock()
			if from == "frame" {
				p.frames = append(p.frames, ctx)
			} else {
				p.workers = append(p.workers, ctx)
			}
			p.news.Broadcast()
		}()
	})
	if err != nil {
		p.t.Fatalf("watching the workers and frames: %v", err)
	}
}

// Hears waits until something has been heard from the browser. It calls heard
// with everything that was.
func (p *Person) Hears(what string, heard func() bool) {
	p.t.Helper()
	start := time.Now()
	stop := time.AfterFunc(patience, p.news.Broadcast)
	defer stop.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	for !heard() {
		if time.Since(start) >= patience {
			p.t.Fatalf("waited %v in vain: %s\nheard were %q", patience, what, p.complaints)
		}
		p.news.Wait()
	}
}

// Forgive lets complaints pass that the journey provokes itself.
func (p *Person) Forgive(pattern string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.forgiven = append(p.forgiven, regexp.MustCompile(pattern))
}

// Wanders lets pages of others ask whom they like on the network. They get no answer.
func (p *Person) Wanders() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wanders = true
}

// Complaints returns what was not forgiven.
func (p *Person) Complaints() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(p.complaints), func(text string) bool {
		return slices.ContainsFunc(p.forgiven, func(r *regexp.Regexp) bool { return r.MatchString(text) })
	})
}

// Requests returns what the page and its worker asked for so far.
func (p *Person) Requests() []Request {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.requests)
}

// sumUp ends a journey: nothing may have complained, nothing may have tried to
// leave this machine. A journey that failed leaves a picture of its end.
func (p *Person) sumUp(outside *outside) {
	p.t.Helper()
	for _, complaint := range p.Complaints() {
		p.t.Errorf("the console is not clean: %s", complaint)
	}
	outside.mu.Lock()
	defer outside.mu.Unlock()
	p.mu.Lock()
	wanders := p.wanders
	p.mu.Unlock()
	for _, host := range outside.hosts {
		if !wanders {
			p.t.Errorf("something tried to leave this machine: %s", host)
		}
	}
	for _, r := range p.Requests() {
		if !wanders && !p.local(r.URL) {
			p.t.Errorf("the %s asked another origin: %s", r.From, r.URL)
		}
	}
	if p.t.Failed() && os.Getenv("BOTHENDS_PICTURES") != "" {
		name := filepath.Join(os.Getenv("BOTHENDS_PICTURES"), strings.ReplaceAll(p.t.Name(), "/", "-")+".png")
		if err := os.WriteFile(name, p.Picture(false), 0o644); err == nil {
			p.t.Logf("how it ended: %s", name)
		}
	}
}

// local reports whether an address belongs to the host, to a site that was
// visited on purpose, or to no host at all.
func (p *Person) local(url string) bool {
	if slices.ContainsFunc(p.neighbours, func(origin string) bool { return strings.HasPrefix(url, origin+"/") }) {
		return true
	}
	return strings.HasPrefix(url, p.Host.URL+"/") || strings.HasPrefix(url, "blob:"+p.Host.URL+"/") ||
		strings.HasPrefix(url, "data:") || strings.HasPrefix(url, "about:")
}
