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

// What the protocol library cannot decode is not the page's fault.
var quiet = chromedp.WithErrorf(func(string, ...any) {})

// allocate prepares a browser that is started when it is used, and closed with
// its profile when the test ends.
func allocate(t testing.TB, with traits, outside *outside) context.Context {
	t.Helper()
	chromium := findChromium(t)
	profile := with.profile
	if profile == "" {
		profile = newProfile(t, with.preferences)
	}
	alloc, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(chromium),
		chromedp.WSURLReadTimeout(patience),
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
		chromedp.Flag("proxy-server", outside.URL),
	)
	t.Cleanup(func() {
		stop()
		if with.profile == "" {
			os.RemoveAll(profile)
		}
	})
	return alloc
}

// A Browser runs for several people one after the other, or at the same time.
// Each has storage, caches, workers and a way to the outside of their own.
type Browser struct{ ctx context.Context }

// StartBrowser starts a browser that is closed when the test ends, or before
// that with Close.
func StartBrowser(t testing.TB) *Browser {
	t.Helper()
	ctx, cancel := chromedp.NewContext(allocate(t, defaultTraits, newOutside(t)), quiet)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("the browser does not start: %v", err)
	}
	return &Browser{ctx}
}

// Close ends the browser and whoever uses it.
func (b *Browser) Close() { chromedp.Cancel(b.ctx) }

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

// ofTheBrowser are the hosts that Chromium itself talks to, whatever the page.
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
