package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
)

// What Chromium asks of a site that can be installed is there.
func TestTheSiteCanBeInstalled(t *testing.T) {
	t.Parallel()
	// Chromium makes its own offer whenever it likes; that of the test stands in for it.
	p := visitor(t, Meets(`addEventListener("beforeinstallprompt", (e) => { if (e.isTrusted) e.stopImmediatePropagation(); });`))
	p.Open("fr")
	p.Ready()
	for _, e := range call(p, page.GetInstallabilityErrors, cdp.Empty{}).InstallabilityErrors {
		if e.ErrorID != "in-incognito" { // how this browser was started
			t.Errorf("the site cannot be installed: %s %v", e.ErrorID, e.ErrorArguments)
		}
	}
	if found := call(p, page.GetAppManifest, page.GetAppManifestParams{}); len(found.Errors) > 0 {
		t.Errorf("the manifest has flaws: %v", found.Errors)
	}

	// Where the browser offers it, one press on the page "About" takes the offer.
	p.Go(p.Host.Base + "fr/a-propos/")
	if Eval[bool](p, `() => seen(document.querySelector("[data-act=install]"))`) {
		t.Error("without an offer, a button makes one")
	}
	p.Do(`() => {
		const offer = new Event("beforeinstallprompt", { cancelable: true });
		offer.prompt = () => { window.asked = true; dispatchEvent(new Event("appinstalled")); };
		window.held = !dispatchEvent(offer);
	}`)
	p.Click("[data-act=install]")
	p.Until("it is installed, and that is said", `() => held && asked && !seen(document.querySelector("[data-act=install]")) && document.querySelector("[data-install] [role=status]").textContent`)
}

// iOS offers nothing: there a sentence says how.
func TestOnIOSASentenceSaysHowToInstall(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844), Meets(`Object.defineProperty(Navigator.prototype, "standalone", { get: () => false });`))
	p.Go(p.Host.Base + "en/about/")
	p.Until("the sentence is there", `() => seen(document.querySelector("[data-ios]"))`)
}
