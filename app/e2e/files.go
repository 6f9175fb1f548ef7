package e2e

import (
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// Save presses "save my answers as a file" and returns what the file holds.
func (p *Person) Save(folder string) []byte {
	p.t.Helper()
	_, content := p.Download(folder, "save")
	return content
}

// Download presses the button with this data-act and returns the file that it
// hands over. The folder must be empty.
func (p *Person) Download(folder, act string) (name string, content []byte) {
	p.t.Helper()
	done := make(chan string, 1)
	err := chromedp.ListenBrowser(p.ctx, func(event any) {
		if e, ok := event.(*browser.EventDownloadProgress); ok && e.State != browser.DownloadProgressStateInProgress {
			select {
			case done <- string(e.State):
			default:
			}
		}
	})
	if err == nil {
		yes := true
		_, err = chromedp.CallBrowser(p.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
			Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder, EventsEnabled: &yes,
		})
	}
	if err != nil {
		p.t.Fatalf("watching downloads: %v", err)
	}
	p.Act(act)
	select {
	case state := <-done:
		if state != string(browser.DownloadProgressStateCompleted) {
			p.t.Fatalf("the download is %s", state)
		}
	case <-time.After(patience):
		p.t.Fatalf("waited %v in vain: the file is saved", patience)
	}
	files, err := os.ReadDir(folder)
	if err != nil || len(files) != 1 {
		p.t.Fatalf("%d files were saved (%v), not one", len(files), err)
	}
	content, err = os.ReadFile(filepath.Join(folder, files[0].Name()))
	if err != nil {
		p.t.Fatal(err)
	}
	return files[0].Name(), content
}
