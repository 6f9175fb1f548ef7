package e2e

import (
	"cmp"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// A lighthouseReport is what is read of Lighthouse's report on a page.
type lighthouseReport struct {
	Categories map[string]struct {
		Score     float64
		AuditRefs []struct {
			ID     string
			Weight float64
		}
	}
	Audits map[string]struct {
		Title, DisplayValue string
		Score               *float64 // nil where there was nothing to judge
	}
}

// TestLighthouse has Lighthouse look at every page as on a phone, with
// "make lighthouse". Its three marks that depend on no clock must be full; the one
// for speed is told, not judged: Lighthouse computes it for a slower device, from
// how fast this machine happens to be.
func TestLighthouse(t *testing.T) {
	if os.Getenv("BOTHENDS_LIGHTHOUSE") == "" {
		t.Skip("BOTHENDS_LIGHTHOUSE is not set (hint: make lighthouse)")
	}
	dir, err := builtSite()
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, depth := range []string{"*/index.html", "*/*/index.html"} {
		found, err := fs.Glob(os.DirFS(dir), depth)
		if err != nil || len(found) == 0 {
			t.Fatalf("no page is at %s (%v)", depth, err)
		}
		pages = append(pages, found...)
	}
	for _, name := range pages {
		place := path.Dir(name)
		if path.Dir(place) == "embed" {
			continue // another form of the check-up, for frames and for the worker
		}
		t.Run(place, func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			hidden := strings.Contains(string(content), `name="robots" content="noindex"`)
			h := hostOf(t, builtSite)
			report := lighthouse(t, h.URL+h.Base+place+"/")
			for _, mark := range []string{"accessibility", "best-practices", "seo"} {
				category := report.Categories[mark]
				if category.Score == 1 {
					continue
				}
				for _, ref := range category.AuditRefs {
					audit := report.Audits[ref.ID]
					meant := ref.ID == "is-crawlable" && hidden
					if ref.Weight > 0 && audit.Score != nil && *audit.Score < 1 && !meant {
						t.Errorf("%s: %s (%s)", mark, audit.Title, ref.ID)
					}
				}
			}
			t.Logf("speed %.0f of 100: blocked for %s, shifts by %s", report.Categories["performance"].Score*100,
				report.Audits["total-blocking-time"].DisplayValue, report.Audits["cumulative-layout-shift"].DisplayValue)
		})
	}
}

// lighthouse looks at the page at this address.
func lighthouse(t *testing.T, address string) lighthouseReport {
	t.Helper()
	program := filepath.Join("lighthouse", "node_modules", "lighthouse", "cli", "index.js")
	if _, err := os.Stat(program); err != nil {
		t.Fatalf("Lighthouse is missing: %v (hint: sh .ci/npm lighthouse)", err)
	}
	cmd := exec.Command("node", program, address, "--quiet", "--output=json", "--no-enable-error-reporting",
		"--chrome-flags=--headless=new --no-sandbox --disable-gpu")
	cmd.Env = append(os.Environ(), "CHROME_PATH="+findChromium(t))
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("Lighthouse: %v: %s", err, said.String())
	}
	var report lighthouseReport
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("Lighthouse's report: %v: %.200s", err, cmp.Or(said.String(), string(out)))
	}
	if len(report.Categories) < 4 {
		t.Fatalf("Lighthouse gave %d marks, not four: %s", len(report.Categories), said.String())
	}
	return report
}
