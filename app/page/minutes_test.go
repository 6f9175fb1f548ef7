package page

import (
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// The short check is what somebody tired is asked for: at most four minutes, as it says.
func TestTheShortCheckTakesFourMinutes(t *testing.T) {
	for _, c := range []*checkup.Checkup{checkuptest.Open(t), checkuptest.OpenNewsroom(t)} {
		for _, lang := range c.Pack.Languages {
			for i, act := range c.Pack.Acts {
				n := c.Pack.Minutes(act, c.Words[lang])
				t.Logf("%s, %s, %s: %d minutes", c.Pack.ID, lang, act.ID, n)
				if i == 0 && n > 4 {
					t.Errorf("%s, %s: it takes %d minutes", c.Pack.ID, lang, n)
				}
			}
		}
	}
}

// The minutes that the check-up, the page for editors and the manifest (its
// description is that of the check-up) speak of are those of the pack.
func TestTheClaimOfMinutesFollowsThePack(t *testing.T) {
	c := checkuptest.Open(t)
	claims := map[string]bool{}
	for range 2 {
		pages, err := Pages(c, Facts{})
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]string{}
		for _, p := range pages {
			said[p.Path] = p.Description + " " + app.HTMLString(p.Body)
		}
		for _, lang := range i18n.Languages() {
			v := say.NewVoice(c, lang)
			minutes := v.Minutes(c.Pack, c.Pack.ActsOrOne()[0])
			claims[lang+minutes] = true
			for name, times := range map[string]int{"checkup": 2, "embed": 1} {
				if got := strings.Count(said[v.Address(name)], minutes); got < times {
					t.Errorf("%s: %q stands there %d times, want %d", v.Address(name), minutes, got, times)
				}
			}
		}
		c.Pack.Acts = nil // all is one act, which takes longer
	}
	if want := 2 * len(i18n.Languages()); len(claims) != want {
		t.Errorf("%d claims, want %d: %v", len(claims), want, claims)
	}
}
