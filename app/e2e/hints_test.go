package e2e

import "testing"

// What the page asks for is not asked of somebody who has chosen it.
func TestTheHintOnGrossAndNetGoesOnceItIsFollowed(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844))
	p.Open("en")
	p.Show("country")
	hints := `(n) => [...document.querySelectorAll("[data-basis]")].filter((e) => !e.hidden).length === n`
	p.Answer("country", "FR")
	p.Until("net is proposed and the hint is gone", hints, 0)
	p.Answer("pay_basis", "gross")
	p.Until("the hint is there beside gross", hints, 1)
	p.Answer("pay_basis", "net")
	p.Until("the hint is gone beside net", hints, 0)
}

// The sentence for the readers of another page is in their language.
func TestTheSentenceUnderTheFrameFollowsItsLanguage(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Go("/embed/")
	note := `(words) => document.querySelector("#note").textContent.includes(words)`
	p.Until("the sentence is in English", note, "worked out on your own device")
	p.Do(`() => { const s = document.querySelector("#lang"); s.value = "fr"; s.dispatchEvent(new Event("change", { bubbles: true })); }`)
	p.Until("the sentence is in French", note, "appareil")
}
