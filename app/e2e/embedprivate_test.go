package e2e

import (
	"slices"
	"strings"
	"testing"
)

// fishing is what a page tries that wants to know answers.
const fishing = `() => {
	for (const f of frames()) {
		const w = f.contentWindow;
		for (const type of ["hello", "get", "answers", "result", "score", "draft", "bothends:fill", "ready"])
			for (const data of [type, { type }, { source: "bothends", type }, { source: "bothends", type, answers: true }, { source: "other", type: "hello" }, null, 7, []])
				w.postMessage(data, "*");
		w.postMessage({ source: "bothends", type: "hello" }, "*");
	}
}`

func TestAPersonCompletesTheCheckUpInAFrameAndThePageAroundLearnsNothing(t *testing.T) {
	t.Parallel()
	// The browser blocks what frames of other sites would keep. (Chromium has no
	// such setting for them alone any more: it keeps their data apart instead.)
	p := reader(t, article(`<script async src="{site}embed.js" data-lang="fr" data-country="BE"></script>`),
		Prefers("profile.default_content_setting_values.cookies", 2))
	f := p.Frame("/fr/")
	if !Eval[bool](f, `() => "value" in (Object.getOwnPropertyDescriptor(window, "localStorage") ?? {})`) {
		t.Error("the storage of the frame is not blocked, so this proves less than it should")
	}
	f.Ready()
	p.Do(fishing)
	f.Show("country")
	if country := Eval[string](f, `() => document.querySelector("#country").value`); country != "BE" {
		t.Errorf("the country proposed is %q, want BE", country)
	}
	history := Eval[int](p, `() => history.length`)
	before := len(p.Requests())

	persona := personaNamed(t, "sports-league")
	f.AnswerAll(persona.answers)
	if n := count(p.messages(t), "completed"); n != 0 {
		t.Errorf("the frame is completed %d times before it is", n)
	}
	f.Finish()
	checkResult(t, f.Result(), persona)
	f.Until("the frame fits", fitted)
	p.Do(fishing)
	p.Do(`() => new Promise((done) => setTimeout(done))`)

	all := p.messages(t)
	if n := count(all, "completed"); n != 1 {
		t.Errorf("the frame was completed %d times: %+v", n, all)
	}
	if last := all[len(all)-1]; int(last.Height)%256 != 0 {
		t.Errorf("with a result the height is %v, and should be a multiple of 256", last.Height)
	}
	for _, m := range all {
		if m.Origin != p.Host.URL {
			t.Errorf("a message came from %s", m.Origin)
		}
	}
	if events := Eval[[]string](p, `() => told.filter((e) => e.name === "completed").map((e) => JSON.stringify(e))`); len(events) != 1 || strings.Count(events[0], ":") != 3 {
		t.Errorf("the element tells %q", events)
	}
	if now := Eval[int](p, `() => history.length`); now != history {
		t.Errorf("the history grew from %d to %d", history, now)
	}
	seen := Eval[string](f, `() => window.name + location.search + location.hash`)
	if seen != "?theme=&accent=&country=BE" {
		t.Errorf("the page around could read %q", seen)
	}
	for _, r := range p.Requests()[before:] {
		if !strings.HasPrefix(r.URL, "data:") {
			t.Errorf("during the check-up the %s asked for %s", r.From, r.URL)
		}
	}
	// Links open outside, except those between the pages of frames.
	targets := Eval[[]string](f, `() => [...document.querySelectorAll("a[href]")].filter((a) => seen(a) && /^http/.test(a.protocol) && !a.getAttribute("href").startsWith("#")).map((a) => {
		addEventListener("click", (e) => e.preventDefault(), { once: true });
		if (a.matches("[data-act=lang], [data-act=leave]")) return a.dataset.act;
		a.click();
		return a.target + (a.rel.includes("noopener") ? " noopener" : "");
	})`)
	for _, target := range targets {
		if !slices.Contains([]string{"_blank noopener", "lang", "leave"}, target) {
			t.Errorf("a link in the frame opens like %q", target)
		}
	}
	if !slices.Contains(targets, "_blank noopener") {
		t.Errorf("no link opens outside: %q", targets)
	}

	// The language keeps the frame as it is; leaving leads to a dull page.
	f.Act("leave")
	f = p.Frame("/fr/minutes/")
	if text := Eval[string](f, `() => document.title + document.body.innerText`); strings.Contains(text, "bouts") {
		t.Errorf("the neutral page says %q", text)
	}
	f.Until("the frame is small again", `() => innerHeight < 900`)
}

// What a frame keeps can be read in frames of that site alone, so the history
// opens where its storage is.
func TestAResultKeptInAFrameIsFoundInTheFrame(t *testing.T) {
	long(t)
	t.Parallel()
	p := reader(t, article(strings.Replace(line, ">", ` data-theme="dark" data-accent="#7cc7cf">`, 1)))
	f := p.Frame("/en/")
	f.Ready()
	persona := personaNamed(t, "freelancer")
	f.AnswerAll(persona.answers)
	f.Finish()
	if got := f.Keep(); got != "kept" {
		t.Fatalf("in a frame, keeping is %q", got)
	}
	f.Act("history")
	f = p.Frame("/en/history/")
	f.Ready()
	if lines := f.History(); len(lines) != 1 {
		t.Errorf("in the frame, the history is %v", lines)
	}
	f.Until("the frame fits", fitted)
	if got := Eval[string](f, `() => location.search + " " + document.documentElement.dataset.theme + " " + getComputedStyle(document.documentElement).getPropertyValue("--hue").trim()`); got != "?theme=dark&accent=%237cc7cf&country= dark #7cc7cf" {
		t.Errorf("the history looks like %q", got)
	}
	all := p.messages(t)
	if n := count(all, "completed"); n != 1 {
		t.Errorf("with the history, the frame was completed %d times", n)
	}
	if last := all[len(all)-1]; int(last.Height)%256 != 0 {
		t.Errorf("with kept results the height is %v, and should be a multiple of 256", last.Height)
	}
	// Its links lead out of the frame where they lead to pages that may not stand
	// in one, and back to the check-up, whose answers are still there.
	if got := Eval[string](f, `() => {
		const link = [...document.querySelectorAll(".foot a")].find((a) => a.pathname.endsWith("/en/method/"));
		addEventListener("click", (e) => e.preventDefault(), { once: true });
		link.click();
		return link.target;
	}`); got != "_blank" {
		t.Errorf("the method opens like %q", got)
	}
	f.Act("checkup")
	f = p.Frame("/en/?theme=dark&accent=%237cc7cf")
	f.AwaitResult()
	checkResult(t, f.Result(), persona)
	f.Act("history")
	f = p.Frame("/en/history/")
	f.Ready()
	f.Do(`() => { document.querySelector("[data-record] details").open = true; }`)
	f.Act("reopen")
	f = p.Frame("/en/?theme=dark&accent=%237cc7cf")
	f.AwaitResult()
	checkResult(t, f.Result(), persona)

	// On the site itself, the browser shows nothing of it.
	p.Go(p.Host.Base + historyPages["en"])
	p.Ready()
	if lines := p.History(); len(lines) != 0 {
		t.Errorf("outside of the frame, the history is %v", lines)
	}
}
