package e2e

import (
	"strings"
	"testing"
)

// Whoever signs the check-up off reads both pages on a phone and takes their words along.
func TestThePagesForHostsCanBeReadAndCopied(t *testing.T) {
	t.Parallel()
	for lang, pages := range map[string][]string{"en": {"/en/hosts/", "/en/accessibility/"}, "fr": {"/fr/integrateurs/", "/fr/accessibilite/"}, "de": {"/de/betrieb/", "/de/barrierefreiheit/"}} {
		t.Run(lang, func(t *testing.T) {
			core(t, lang == "fr")
			t.Parallel()
			p := visitor(t, Phone(390, 844), LikesStillness())
			for _, address := range pages {
				p.Go(address)
				p.appearances(func(bool) {
					for _, flaw := range p.Violations() {
						t.Errorf("%s: %s", address, flaw)
					}
				})
				for _, width := range []int64{320, 390} {
					p.Resize(width, 844)
					for _, flaw := range append(p.Wide(), p.Small()...) {
						t.Errorf("%s at %d: %s", address, width, flaw)
					}
				}
			}
			p.Go(pages[0])
			p.Do(`() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }`)
			p.Do(`() => document.querySelector("[data-act=copy][data-of=pinned]").click()`)
			p.Until("the line is copied", `() => window.copied`)
			if got := Eval[string](p, `() => window.copied`); !strings.Contains(got, ` integrity="sha256-`) || !strings.Contains(got, ` crossorigin="anonymous"`) {
				t.Errorf("copied is %s", got)
			}
		})
	}
}
