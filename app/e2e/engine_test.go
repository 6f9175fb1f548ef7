package e2e

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bothends/questions"
)

// In engines other than Chromium, with "make browsers". BOTHENDS_ENGINES names
// those to try.
//
// What they cannot do here: neither emulates the media type "print", so its
// rules are applied to the screen by the test, and only Firefox prints a PDF;
// WebKitGTK has no headless mode and runs on a screen that nobody sees (Xvfb).

// through runs a journey in each engine.
func through(t *testing.T, journey func(t *testing.T, e *engine, h *Host), traits ...engineTrait) {
	t.Helper()
	named := strings.FieldsFunc(os.Getenv("BOTHENDS_ENGINES"), func(r rune) bool { return r == ',' || r == ' ' })
	if len(named) == 0 {
		t.Skip("BOTHENDS_ENGINES names no engine (hint: make browsers)")
	}
	for _, name := range named {
		start, ok := engines[name]
		if !ok {
			t.Fatalf("there is no engine %q", name)
		}
		t.Run(name, func(t *testing.T) {
			h := hostOf(t, builtSite)
			e := start(t, traits...)
			e.size(1280, 900)
			journey(t, e, h)
			if complaints := e.console.complaints(); len(complaints) > 0 {
				t.Errorf("the console is not clean: %q", complaints)
			}
			if folder := os.Getenv("BOTHENDS_PICTURES"); folder != "" {
				if png, err := e.picture(); err == nil {
					os.WriteFile(filepath.Join(folder, strings.ReplaceAll(t.Name(), "/", "-")+".png"), png, 0o644)
				}
			}
		})
	}
}

// size makes the page as wide as a phone or a desk, and checks that it is.
func (e *engine) size(width, height int) {
	e.t.Helper()
	if m, ok := e.wire.(*marionette); ok {
		// A window of Firefox is at least 450 wide; what it shows can be less.
		if _, err := m.call("Marionette:SetContext", map[string]any{"value": "chrome"}); err != nil {
			e.t.Fatal(err)
		}
		script := fmt.Sprintf(`const s = gBrowser.selectedBrowser.style; s.width = s.minWidth = s.maxWidth = "%dpx"; s.height = s.minHeight = s.maxHeight = "%dpx";`, width, height)
		if _, err := m.call("ExecuteScript", map[string]any{"script": script, "args": []any{}}); err != nil {
			e.t.Fatal(err)
		}
		if _, err := m.call("Marionette:SetContext", map[string]any{"value": "content"}); err != nil {
			e.t.Fatal(err)
		}
	} else if _, err := e.wire.call("SetWindowRect", map[string]any{"x": 0, "y": 0, "width": width, "height": height}); err != nil {
		e.t.Fatal(err)
	}
	e.until(fmt.Sprintf("the page is %d wide", width), `(w) => Math.abs(innerWidth - w) <= 2`, width)
}

func (e *engine) ready() {
	e.t.Helper()
	e.until("the program has taken over", `() => document.documentElement.dataset.ready === "true"`)
}

// answerAll answers section by section and ends on the last, with the buttons.
func (e *engine) answerAll(answers questions.Answers, lang string) {
	e.t.Helper()
	for step := 1; step <= lastStep; step++ {
		here := questions.Answers{}
		for _, id := range evalIn[[]string](e, `() => [...document.querySelectorAll(".step:not([hidden]) [data-q]")].map((q) => q.dataset.q)`) {
			if answer, ok := answers[id]; ok {
				here[id] = answer
			}
		}
		if missing := evalIn[[]string](e, giveAnswers, Expected(here, lang)); len(missing) > 0 {
			e.t.Fatalf("%s: the form has no control for %q", e.Name, missing)
		}
		if step < lastStep {
			evalIn[bool](e, stepOn)
			e.until("the next section is open", `(n) => document.documentElement.dataset.step === String(n)`, step+1)
		}
	}
	if got, want := evalIn[map[string][]string](e, readForm), Expected(answers, lang); !sameForm(got, want) {
		e.t.Errorf("%s: the form holds %v, want %v", e.Name, got, want)
	}
}

func (e *engine) finish() Result {
	e.t.Helper()
	e.click("[data-act=finish]")
	return e.result()
}

func (e *engine) result() Result {
	e.t.Helper()
	e.until("the result is on the screen", `() => document.documentElement.dataset.step === "result" && `+resultShown)
	return evalIn[Result](e, readResult)
}

// overflow is how many pixels the page is wider than its window.
const overflow = `() => document.documentElement.scrollWidth - document.documentElement.clientWidth`

func TestEnginesShowAFrenchResultOnAPhoneAndADesk(t *testing.T) {
	through(t, func(t *testing.T, e *engine, h *Host) {
		for _, size := range [][2]int{{390, 844}, {1280, 900}} {
			e.size(size[0], size[1])
			// WebKitGTK asks for the languages of the machine, and the machine
			// may know none but C.
			if e.Name == "Firefox" {
				e.open(h.URL + "/")
			} else {
				e.open(h.URL + "/fr/")
			}
			e.until("the French page is open", `() => location.pathname === "/fr/" && document.readyState === "complete"`)
			e.ready()
			persona := personaNamed(t, "sports-league")
			e.answerAll(persona.answers, "fr")
			checkResult(t, e.finish(), persona)
			if wide := evalIn[int](e, overflow); wide > 0 {
				t.Errorf("at %v the page is %d pixels too wide", size, wide)
			}
			// Its signs are many: whom to talk to stands before its name.
			if !evalIn[bool](e, `() => document.activeElement.matches("#result .first")`) {
				t.Errorf("at %v the focus is not on whom to talk to", size)
			}
			e.click("[data-act=edit]")
			e.until("the form is back", `() => document.documentElement.dataset.step !== "result"`)
			evalIn[bool](e, `() => { document.querySelector("[data-act=erase]").closest("details").open = true; return true; }`)
			e.click("[data-act=erase]")
			e.until("everything is erased", `() => Object.keys(sessionStorage).filter((k) => k.startsWith("bothends.")).length === 0`)
		}
	})
}

func TestEnginesKeepTheAnswersWhenTheProgramComes(t *testing.T) {
	through(t, func(t *testing.T, e *engine, h *Host) {
		e.size(390, 844)
		h.Hold(".wasm")
		e.open(h.URL + "/fr/")
		e.click("label:has([name=responsibilities][value=video])")
		e.click("label:has([name=workload_overflow][value=often])")
		for step := 2; step <= 4; step++ {
			e.click("[data-act=next]")
			e.until("the next section is open", `(n) => document.documentElement.dataset.step === String(n)`, step)
		}
		e.press("#longest_day", "9")
		e.click("#weekly_hours")
		e.press("#weekly_hours", "46,") // half typed
		evalIn[bool](e, `() => { window.tagged = [...document.querySelector("#checkup").elements]; document.querySelector("#weekly_hours").setSelectionRange(1, 1); return true; }`)
		held := evalIn[map[string][]string](e, readForm)
		const look = `() => {
			const f = document.activeElement, now = [...document.querySelector("#checkup").elements];
			return { Focus: f.id, Start: f.selectionStart ?? -1, Step: document.documentElement.dataset.step, Top: Math.round(f.getBoundingClientRect().top),
				Nodes: now.length === window.tagged.length && now.every((c, i) => c === window.tagged[i] && c.isConnected) };
		}`
		before := evalIn[where](e, look)
		if before.Focus != "weekly_hours" || !slices.Equal(held["weekly_hours"], []string{"46,"}) || !slices.Equal(held["longest_day"], []string{"9"}) || len(held["workload_overflow"]) != 1 {
			t.Fatalf("the journey is not where it should be: %+v, %v", before, held)
		}
		h.Release(".wasm")
		e.ready()
		after := evalIn[where](e, look)
		if after != before || !after.Nodes {
			t.Errorf("after the program came the person is at %+v, before at %+v", after, before)
		}
		if got := evalIn[map[string][]string](e, readForm); !reflect.DeepEqual(got, held) {
			t.Errorf("the form holds %v, and held %v before the program came", got, held)
		}
		e.open(h.URL + "/fr/") // and the draft survives
		if got := evalIn[map[string][]string](e, readForm); !sameForm(got, held) {
			t.Errorf("after opening it again the form holds %v, want %v", got, held)
		}
	})
}

func TestEnginesWorkOffline(t *testing.T) {
	through(t, func(t *testing.T, e *engine, h *Host) {
		e.open(h.URL + "/fr/")
		e.ready()
		if !evalIn[bool](e, `() => "serviceWorker" in navigator`) {
			t.Skipf("%s has no service workers here", e.Name)
		}
		e.until("the site is kept for offline use", `() => document.documentElement.dataset.offline === "ready"`)
		h.Vanish()
		e.open(h.URL + "/fr/?utm_source=x")
		e.ready()
		persona := personaNamed(t, "freelancer")
		e.answerAll(persona.answers, "fr")
		checkResult(t, e.finish(), persona)
		e.open(h.URL + "/fr/methode/")
		if words := evalIn[string](e, `() => document.querySelector("h1").innerText`); words == "" {
			t.Error("another page does not open offline")
		}
		e.open(h.URL + "/en/")
		if lang := evalIn[string](e, `() => [...document.querySelectorAll("main h1")].find((h) => !h.parentElement.hidden).parentElement.lang`); lang != "en" {
			t.Errorf("that a language is not kept is said in %q", lang)
		}
		e.console.forgive()
	})
}

func TestEnginesDoWithoutStorage(t *testing.T) {
	through(t, func(t *testing.T, e *engine, h *Host) {
		e.open(h.URL + "/fr/")
		e.ready()
		// web/early.js puts a stand-in where there is none.
		blocked := evalIn[[2]bool](e, `() => [!(localStorage instanceof Storage), !(sessionStorage instanceof Storage)]`)
		if !blocked[0] {
			t.Fatalf("storage was to be blocked: %v", blocked)
		}
		persona := personaNamed(t, "freelancer")
		e.answerAll(persona.answers, "fr")
		checkResult(t, e.finish(), persona)
		e.open(h.URL + "/fr/")
		if !blocked[1] {
			t.Logf("%s can turn off localStorage only, not sessionStorage", e.Name)
			return
		}
		if got := evalIn[map[string][]string](e, readForm); len(got) > 0 {
			t.Errorf("storage was to be blocked, and yet a draft was kept: %v", got)
		}
	}, withoutStorage)
}

func TestEnginesPrintTheResult(t *testing.T) {
	through(t, func(t *testing.T, e *engine, h *Host) {
		e.open(h.URL + "/fr/")
		persona := personaNamed(t, "sports-league")
		e.answerAll(persona.answers, "fr")
		e.finish()
		pdf, err := e.print()
		if e.Name == "Firefox" && (err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 10_000) {
			t.Errorf("printing gives %d bytes (%v)", len(pdf), err)
		} else if err != nil {
			t.Logf("%s prints no PDF here: %v", e.Name, err)
		}
		e.until("the page for paper is there", `() => document.querySelector(".sheet *")`)
		state := evalIn[struct {
			Rules    int
			Controls []string
			Result   bool
		}](e, `() => {
			let n = 0;
			for (const sheet of document.styleSheets) for (const rule of sheet.cssRules)
				if (rule instanceof CSSMediaRule && rule.media.mediaText === "print") { rule.media.mediaText = "screen"; n++; }
			return {
				Rules: n,
				Controls: [...document.querySelectorAll("input, select, button, form")].filter(seen).map((e) => e.outerHTML.slice(0, 80)),
				Result: `+resultShown+`,
			};
		}`)
		if state.Rules == 0 || len(state.Controls) > 0 || !state.Result {
			t.Errorf("on paper: %+v", state)
		}
	})
}
