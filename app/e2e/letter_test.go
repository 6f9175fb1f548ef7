package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// note is what the note says now.
func note(p *Person) string {
	p.t.Helper()
	return Eval[string](p, `() => document.querySelector("#letter-text").value`)
}

// openNote opens the fold of the note, if it is closed, and waits for what is
// in it.
func openNote(p *Person) {
	p.t.Helper()
	p.Do(`() => { document.querySelector("[data-act=letter]").closest("details").open = true; }`)
	p.Until("the note is open", `() => seen("#letter-text")`)
}

// say ticks a statement of the note, or takes it back.
func say(p *Person, id string) {
	p.t.Helper()
	p.Do(`(id) => document.querySelector(".letter input[value='" + id + "']").click()`, id)
}

// awaitNote waits until the note does or does not hold something.
func awaitNote(p *Person, text string, holds bool) {
	p.t.Helper()
	p.Until("the note follows the ticks", `(text, holds) => document.querySelector("#letter-text").value.includes(text) === holds`, text, holds)
}

func TestANoteIsWrittenCopiedPrintedAndSaved(t *testing.T) {
	t.Parallel()
	p := visitor(t, Meets(`window.print = () => { window.printed = document.documentElement.dataset.print || "page"; };
		Object.defineProperty(navigator, "clipboard", { value: { writeText: (text) => window.refuse ? Promise.reject(new Error("no")) : (window.copied = text, Promise.resolve()) } });`))
	p.Open("fr")
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Finish()
	openNote(p)
	frame := note(p)
	if strings.ContainsAny(frame, "0123456789–") {
		t.Errorf("nothing is ticked, and the note says %q", frame)
	}

	// Ticks write it, and take it back.
	say(p, "weekly_hours")
	awaitNote(p, "60\u00a0heures", true)
	say(p, "longest_day")
	awaitNote(p, "14\u00a0heures", true)
	say(p, "longest_day")
	awaitNote(p, "14\u00a0heures", false)
	// Ticks that come faster than the page is drawn are ticks all the same.
	p.Do(`() => document.querySelectorAll(".letter [data-group=hours] input:not(:checked)").forEach((box) => box.click())`)
	awaitNote(p, "14\u00a0heures", true)
	p.Act("letter-all")
	awaitNote(p, "Limites dépassées", true)
	if strings.Contains(note(p), "signes") {
		t.Error("how the person is stands in a note about the job")
	}
	say(p, "signs")
	awaitNote(p, "signes d’usure", true)
	say(p, "signs")
	awaitNote(p, "signes d’usure", false)

	// What is written in the instant after a tick, before the page is drawn, stays.
	p.Do(`async () => {
		document.querySelector(".letter input[value=longest_day]").click();
		document.querySelector("#letter-text").setRangeText("Vite, ", 0, 0);
		for (let frames = 0; frames < 6; frames++) await new Promise(requestAnimationFrame);
	}`)
	if got := note(p); !strings.HasPrefix(got, "Vite, ") {
		t.Errorf("drawing took back what was just written: %.200q", got)
	}
	say(p, "longest_day")
	again := func() {
		t.Helper()
		p.Until("the page says that the note was changed by hand", `() => !!document.querySelector("[data-act=letter-again]")`)
	}
	again()
	p.Act("letter-again")
	awaitNote(p, "Vite, ", false)
	awaitNote(p, "14\u00a0heures", true)

	// What was written by hand stays, and the way back to the ticks is offered.
	p.Do(`() => { const t = document.querySelector("#letter-text"); t.focus(); t.setSelectionRange(0, 0); }`)
	p.Press("Chère Ada, ")
	say(p, "longest_day")
	again()
	mine := note(p)
	if !strings.HasPrefix(mine, "Chère Ada, ") || !strings.Contains(mine, "14\u00a0heures") {
		t.Errorf("a tick overwrote what was written by hand: %.200q", mine)
	}

	// Another result leaves it alone too.
	p.Act("edit")
	p.GoTo(lastStep)
	p.Finish()
	openNote(p)
	if got := note(p); got != mine {
		t.Errorf("the note written by hand became %.200q", got)
	}

	// So does a reload, in the middle of a word.
	p.Do(`() => { const t = document.querySelector("#letter-text"); t.focus(); t.setSelectionRange(0, 0); }`)
	p.Press("Très ")
	p.Reload()
	p.AwaitResult()
	openNote(p)
	mine = "Très " + mine
	if got := note(p); got != mine {
		t.Errorf("after a reload the note written by hand is %.200q", got)
	}
	if ticked := Eval[bool](p, `() => document.querySelector(".letter input[value=weekly_hours]").checked`); !ticked {
		t.Error("after a reload the ticks of the note are gone")
	}

	p.Act("letter-copy")
	p.Until("the note is copied", `() => window.copied !== undefined && document.querySelector(".said p").textContent !== ""`)
	if got := Eval[string](p, `() => window.copied`); got != mine {
		t.Errorf("copied was %.200q", got)
	}
	// Where the browser refuses, the note is selected.
	p.Do(`() => { window.refuse = true; getSelection().removeAllRanges(); document.querySelector("#letter-text").setSelectionRange(0, 0); }`)
	p.Act("letter-copy")
	p.Until("the whole note is selected", `() => { const t = document.querySelector("#letter-text"); return document.activeElement === t && t.selectionStart === 0 && t.selectionEnd === t.value.length; }`)

	if name, saved := p.Download(t.TempDir(), "letter-save"); string(saved) != mine || name != "note-"+Eval[string](p, `() => new Date().toLocaleDateString("sv")`)+".txt" {
		t.Errorf("saved as %s was %.200q", name, saved)
	}

	// The note is printed alone, and afterwards the page is itself again.
	p.Act("letter-print")
	p.Until("the note is printed", `() => window.printed === "letter"`)
	p.Media("print", false)
	if got := Eval[string](p, `() => document.body.innerText.trim()`); got != strings.TrimSpace(mine) {
		t.Errorf("on paper stands %q, want %q", got, mine)
	}
	pdf := p.Print(8.27, 11.69)
	if n := pages(pdf); n < 1 || n > 2 {
		t.Errorf("the note takes %d pages", n)
	}
	p.Media("", false)
	p.Until("the page is itself again", `() => !document.documentElement.dataset.print`)
	if folder := os.Getenv("BOTHENDS_SHOTS"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, "note.pdf"), pdf, 0o644); err != nil {
			t.Error(err)
		}
	}

	p.Act("letter-again")
	awaitNote(p, "Chère Ada", false)
	p.Erase()
	p.AnswerAll(personaNamed(t, "sports-league").answers)
	p.Finish()
	openNote(p)
	if got := note(p); got != frame {
		t.Errorf("after everything was erased the note says %q", got)
	}

	// Who leaves in a hurry leaves nothing behind, not even half a word.
	p.Do(`() => { document.querySelector("#letter-text").focus(); }`)
	p.Press("Demain ")
	p.Leaving(func() { p.Act("leave") })
	if left := Eval[[]string](p, `() => Object.keys(sessionStorage).filter((key) => key.startsWith("bothends."))`); len(left) > 0 {
		t.Errorf("after leaving the tab still holds %q", left)
	}
}

// On a phone the note goes where the reader's other words go: into the system's share
// sheet. Where that is refused, it is copied.
func TestANoteIsHandedOn(t *testing.T) {
	t.Parallel()
	p := visitor(t, Phone(390, 844), Meets(`navigator.share = async ({ text }) => { window.handed = text; };`))
	p.Open("en")
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Finish()
	openNote(p)
	p.Act("letter-share")
	p.Until("the note is handed on", `() => window.handed === document.querySelector("#letter-text").value`)
}
