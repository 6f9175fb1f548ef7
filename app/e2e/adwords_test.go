package e2e

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

func TestWordsThatDoNotArriveAreToldAndFetchedAnew(t *testing.T) {
	t.Parallel()
	const ad = "Social media manager\nYou will shoot and edit short videos.\nYou will send the newsletter.\n"
	for _, fault := range []string{"missing", "failing", "lost", "cut off", "corrupt"} {
		t.Run(fault, func(t *testing.T) {
			core(t, fault == "corrupt")
			t.Parallel()
			p := visitor(t)
			p.Forgive(`Failed to load resource|Failed to find a valid digest|Fetch API cannot load|error occurred when fetching the script|worker\.js`)
			p.Host.Break("lexicon", map[string]http.Handler{
				"missing": Failing(http.StatusNotFound), "failing": Failing(http.StatusInternalServerError),
				"lost": Dropping, "cut off": p.Host.Truncating(), "corrupt": p.Host.Corrupting(),
			}[fault])
			p.OpenAd("fr")
			p.Ready()
			p.Paste(ad)
			p.Until("it is said, and trying again is offered", `() => document.querySelector("#ad-lexicon").innerText.length > 40 &&
				seen("[data-act=relexicon]")`)
			if state := Eval[string](p, `() => document.querySelector("#ad-state").innerText`); state != "" {
				t.Errorf("and it says %q", state)
			}
			if said := Eval[string](p, `() => document.querySelector("#ad-lexicon").innerText`); strings.ContainsAny(said, "{}") || strings.Contains(said, "undefined") {
				t.Errorf("it says %q", said)
			}
			if held := Eval[string](p, `() => document.querySelector("#ad").value`); held != ad {
				t.Errorf("the box holds %q", held)
			}
			p.Host.Break("lexicon", nil)
			p.Act("relexicon")
			if got := p.Found(); !slices.Contains(got.Responsibilities, "video") {
				t.Errorf("found %q", got.Responsibilities)
			}
			if Eval[bool](p, `() => document.querySelector("#ad-lexicon").innerText !== "" || seen("[data-act=relexicon]")`) {
				t.Error("the fault is still told")
			}
		})
	}
}

func TestAnAdIsReadOnceTheWordsAreThere(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Host.Hold("lexicon")
	p.OpenAd("en")
	p.Ready()
	p.Paste("Social media manager\nYou will shoot and edit short videos.\n")
	p.Until("it says what is waited for", `() => document.querySelector("#ad-state").innerText.length > 40`)
	p.Host.Release("lexicon")
	if got := p.Found(); !slices.Contains(got.Responsibilities, "video") {
		t.Errorf("found %q", got.Responsibilities)
	}
	if n := p.Host.Count("lexicon"); n != 1 {
		t.Errorf("the words were asked for %d times", n)
	}
	p.Until("nothing is waited for any more", `() => document.querySelector("#ad-state").innerText === ""`)
}

// Only the page that reads ads asks for their words, until all is kept for
// offline use.
func TestOtherPagesDoNotWaitForTheWordsOfAds(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Host.Hold("worker.js")
	p.Open("en")
	p.Ready()
	if n := p.Host.Count("lexicon"); n > 0 {
		t.Errorf("the check-up asked for them %d times", n)
	}
}

// A copy that went bad on the device is replaced, not met again.
func TestABrokenCopyOfTheWordsIsReplaced(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Forgive(`Failed to find a valid digest|Fetch API cannot load`)
	p.OpenAd("en")
	p.Ready()
	p.Offline()
	p.Do(`async () => {
		for (const key of await caches.keys()) {
			const cache = await caches.open(key);
			for (const { url } of await cache.keys()) {
				if (url.includes("lexicon")) await cache.put(url, new Response("worn"));
			}
		}
	}`)
	p.Reload()
	p.Ready()
	p.Act("example")
	p.Found()
	p.Host.Vanish()
	p.Forgive(`worker\.js`)
	p.Reload()
	p.Ready()
	p.Act("example")
	p.Found()
}
