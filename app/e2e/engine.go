package e2e

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// An engine is a running Chromium. Starting one takes two seconds of a core, so
// they are handed on, and every person gets a profile of their own in one. Such
// a profile is that of a private window: it keeps its files in memory and tells
// sites only the first language. A person for whom that matters has an engine
// to themselves.
type engine struct {
	ctx  context.Context
	stop func()
	own  bool // for one person
}

// engines are those that nobody uses now; nil is one that is not started yet.
// There are as many as the smallest machine that runs these tests has cores.
var engines = make(chan *engine, 2)

func init() {
	for range cap(engines) {
		engines <- nil
	}
}

// Close stops all engines. No journey may be under way.
func Close() {
	for range cap(engines) {
		if e := <-engines; e != nil {
			e.stop()
		}
		engines <- nil
	}
}

// engineFor returns an engine that is the test's until it ends.
func engineFor(t testing.TB, with traits, outside *outside) *engine {
	t.Helper()
	chromium := findChromium(t)
	e := <-engines
	t.Cleanup(func() { engines <- e })
	if with.own {
		own := startEngine(t, chromium, with, outside.URL)
		own.own = true
		t.Cleanup(own.stop)
		return own
	}
	if e == nil || e.ctx.Err() != nil { // not started, or it has crashed
		e = nil
		e = startEngine(t, chromium, with, "127.0.0.1:9") // by itself it has nowhere to go
	}
	return e
}

func startEngine(t testing.TB, chromium string, with traits, proxy string) *engine {
	t.Helper()
	profile := newProfile(t, with.preferences)
	alloc, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(chromium),
		chromedp.UserDataDir(profile),
		chromedp.Flag("headless", "new"),
		chromedp.NoSandbox, // also as root
		chromedp.DisableGPU,
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-extensions", true),
		chromedp.Flag("disable-default-apps", true),
		chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("disable-features", "NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate"),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("accept-lang", with.languages),
		chromedp.Flag("proxy-server", proxy),
	)
	// What the protocol library cannot decode is not the page's fault.
	ctx, cancel := chromedp.NewContext(alloc, chromedp.WithErrorf(func(string, ...any) {}))
	e := &engine{ctx: ctx, stop: func() {
		cancel()
		stop()
		os.RemoveAll(profile)
	}}
	if err := chromedp.Do(ctx); err != nil {
		e.stop()
		t.Fatalf("the browser does not start: %v", err)
	}
	return e
}

// findChromium fails the test where there is none: a journey that is skipped
// proves nothing.
func findChromium(t testing.TB) string {
	t.Helper()
	if path := os.Getenv("BOTHENDS_CHROMIUM"); path != "" {
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("the journeys need Chromium, and there is none on PATH (hint: apt-get install chromium, or name one in BOTHENDS_CHROMIUM)")
	return ""
}

func newProfile(t testing.TB, preferences map[string]any) string {
	t.Helper()
	profile, err := os.MkdirTemp("", "bothends-profile-")
	if err != nil {
		t.Fatal(err)
	}
	if len(preferences) == 0 {
		return profile
	}
	tree := map[string]any{}
	for path, value := range preferences {
		at := tree
		parts := strings.Split(path, ".")
		for _, part := range parts[:len(parts)-1] {
			next, ok := at[part].(map[string]any)
			if !ok {
				next = map[string]any{}
				at[part] = next
			}
			at = next
		}
		at[parts[len(parts)-1]] = value
	}
	content, err := json.Marshal(tree)
	if err == nil {
		err = os.Mkdir(filepath.Join(profile, "Default"), 0o700)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(profile, "Default", "Preferences"), content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return profile
}

// An outside is everything but this machine.
type outside struct {
	*httptest.Server
	mu    sync.Mutex
	hosts []string
}

// ofTheBrowser are the hosts that Chromium itself talks to for every profile,
// whatever the page.
var ofTheBrowser = regexp.MustCompile(`^(accounts|clients2|android\.clients)\.google\.com|` +
	`^(update|optimizationguide-pa|safebrowsing|content-autofill)\.googleapis\.com|^(edgedl\.me|redirector)\.gvt1\.com`)

func newOutside(t testing.TB) *outside {
	o := &outside{}
	o.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !ofTheBrowser.MatchString(r.Host) {
			o.mu.Lock()
			o.hosts = append(o.hosts, r.Method+" "+r.Host)
			o.mu.Unlock()
		}
		http.Error(w, "nothing leaves this machine", http.StatusForbidden)
	}))
	t.Cleanup(o.Close)
	return o
}
