package e2e

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// longAd is as long as a novel.
func longAd(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../questions/jobad/testdata/ads/agency-en.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Repeat(string(data)+"\n\n", 800_000/len(data))
}

func TestALongAdIsReadWhileThePageGoesOn(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.OpenAd("en")
	p.Ready()
	p.Offline()
	p.Do(`() => {
		const state = document.querySelector("#ad-state");
		window.told = [];
		window.turns = 0; // that other things had while it was read
		new MutationObserver(() => told.push(state.innerText)).observe(state, { childList: true });
		document.addEventListener("bothends:read", () => {
			const turn = () => { if (document.querySelector("#adresult").dataset.whole) return; turns++; setTimeout(turn); };
			turn();
		});
	}`)
	ad := longAd(t)
	p.Paste(ad)
	got := p.Found()
	if got.Text != ad {
		t.Errorf("the ad is shown with %d letters and had %d", len(got.Text), len(ad))
	}
	if len(got.Marks) < 500 {
		t.Errorf("%d places are marked", len(got.Marks))
	}
	if told := Eval[[]string](p, `() => told`); len(told) != 2 || len(told[0]) < 10 || told[1] != "" {
		t.Errorf("meanwhile it said %q", told)
	}
	// A tenth of a second of reading has a dozen rests.
	if turns := Eval[int](p, `() => turns`); turns < 12 {
		t.Errorf("while the ad was read, the page had %d turns", turns)
	}
	p.Do(`() => document.querySelector("[data-found=video] [data-act=remove]").click()`)
	p.Until("video is marked nowhere", `() => document.querySelector("#adresult").dataset.whole === "true" &&
		document.querySelector("[data-removed=video]") && ![...document.querySelectorAll("#marked-text mark")].some((m) => m.dataset.keys.split(",").includes("video"))`)
	if again := p.Found(); again.Text != ad {
		t.Error("the text is no longer the ad")
	}
}

func TestAnotherAdEndsTheReadingOfTheFirst(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.OpenAd("en")
	p.Ready()
	p.Offline()
	p.Do(`() => {
		const result = document.querySelector("#adresult");
		window.longest = 0;
		new MutationObserver(() => { longest = Math.max(longest, result.textContent.length); }).observe(result, { childList: true, subtree: true });
	}`)
	p.Paste(longAd(t))
	p.Until("it says that it reads", `() => document.querySelector("#ad-state").innerText.length > 10`)
	const short = "Social media manager\nYou will shoot and edit short videos.\n"
	p.Paste(short)
	if got := p.Found(); got.Text != short || !slices.Equal(got.Responsibilities, []string{"video"}) {
		t.Errorf("found %q in %q", got.Responsibilities, got.Text)
	}
	p.Until("nothing is read any more", `() => document.querySelector("#ad-state").innerText === ""`)
	if longest := Eval[int](p, `() => longest`); longest > 5000 {
		t.Errorf("something of %d letters was shown", longest)
	}
	// Emptying the box ends a reading too.
	p.Paste(longAd(t))
	p.Until("it says that it reads", `() => document.querySelector("#ad-state").innerText.length > 10`)
	p.Do(`() => { const box = document.querySelector("#ad"); box.value = ""; box.dispatchEvent(new InputEvent("input", { bubbles: true })); box.dispatchEvent(new Event("change")); }`)
	p.Until("nothing is shown", `() => !seen("#adresult") && document.querySelector("#ad-state").innerText === ""`)
}
