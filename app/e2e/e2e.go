// Package e2e drives the built site the way people use it: a real Chromium, a
// fresh profile for every journey, and a host that can be slow, broken or gone.
//
//	e2e.go        Person: what somebody does with the check-up, and what they read
//	browser.go    the browser behind a person: press, look, wait
//	hear.go       everything the browser asks for and complains about
//	chromium.go   its process and its profile
//	traits.go     how a person likes it: screen, language, speed
//	travel.go     from page to page
//	files.go      what is saved
//	host.go       the host of the site, which counts, holds back and fails
//	neighbour.go  another site, whose pages show this one in frames
//	look.go       what is on the screen: contrast, sizes, names, focus
//	core.go       what a short run is made of, and how long is waited for what comes
//	engine.go     the browsers that are not Chromium, for "make browsers":
//	firefox.go    Firefox, over Marionette
//	webkit.go     WebKitGTK, over HTTP
//
// Journeys are in the tests, one sentence each. They find inputs by their names
// and values, the result by its data attributes and buttons by data-act: never
// by words, because words are translated.
//
// Nothing here sleeps. [Person.Until] looks at every frame whether something
// has become true, and gives up after [patience].
//
// The site is built once for a run. The environment can say otherwise:
//
//	BOTHENDS_DIST        a folder built for "/" before, to be tested instead
//	BOTHENDS_CHROMIUM    the browser, where it is not on PATH
//	BOTHENDS_MONKEYS     how many random journeys are made, where four are too few, and
//	BOTHENDS_MONKEY      the seed of the first, or of the one to make again
//	BOTHENDS_ENGINES     other engines to try: firefox,webkit
//	BOTHENDS_LIGHTHOUSE  anything, to have Lighthouse look at every page
//	BOTHENDS_SHOTS       a folder for screenshots that people look at (TestScreenshots)
//	BOTHENDS_MEASURE     how many visits to measure (TestMeasure, TestMeasureAds), and
//	BOTHENDS_AGAINST     a folder built for "/" to compare with in the same run
//	BOTHENDS_PICTURES    a folder for a picture of the end of each failed journey
package e2e

import (
	"fmt"
	"slices"
	"strconv"

	"bothends/app/i18n"
	"bothends/questions"
)

// Open goes to the check-up in a language and waits until it can be answered,
// which is before the program has come.
func (p *Person) Open(lang string) {
	p.t.Helper()
	p.Go(p.Host.Base + lang + "/")
}

// Ready waits until the program has taken over.
func (p *Person) Ready() {
	p.t.Helper()
	p.Until("the program has taken over", `() => document.documentElement.dataset.ready === "true"`)
}

// Offline waits until the worker keeps the site.
func (p *Person) Offline() {
	p.t.Helper()
	p.Until("the site is kept for offline use", `() => document.documentElement.dataset.offline === "ready"`)
}

// Lang is the language of the page that is open.
func (p *Person) Lang() string {
	p.t.Helper()
	return Eval[string](p, `() => document.documentElement.lang`)
}

// Step is where the person is: the number of a section, or "result".
func (p *Person) Step() string {
	p.t.Helper()
	return Eval[string](p, `() => document.documentElement.dataset.step`)
}

// Answer gives one answer as it stands in an answers file: text for a choice or
// a code, a number, a list (empty for "none of these"), shares.
func (p *Person) Answer(id string, value any) {
	p.t.Helper()
	p.give(Expected(questions.Answers{id: value}, p.Lang()))
}

// give ticks, picks and types what each named control is to hold.
func (p *Person) give(fields map[string][]string) {
	p.t.Helper()
	if missing := Eval[[]string](p, giveAnswers, fields); len(missing) > 0 {
		p.t.Fatalf("the form has no control for %q", missing)
	}
}

// giveAnswers returns the values that found no control. It clicks where people
// click, so that the page hears what it hears from them.
const giveAnswers = `(fields) => Object.entries(fields).flatMap(([name, values]) => {
	const form = document.querySelector("#checkup");
	const controls = [...form.querySelectorAll("[name=" + CSS.escape(name) + "]")];
	const left = new Set(values);
	const tell = (control, ...events) => events.forEach((e) => control.dispatchEvent(new Event(e, { bubbles: true })));
	for (const control of controls) {
		if (control.type === "radio" || control.type === "checkbox") {
			if (control.checked !== left.delete(control.value) && (control.type === "checkbox" || !control.checked)) control.click();
		}
	}
	for (const control of controls) {
		const [value] = left;
		if (value === undefined) break;
		if (control.tagName === "SELECT") {
			if (![...control.options].some((o) => o.value === value)) continue;
			control.value = value;
			tell(control, "input", "change");
			left.delete(value);
		} else if (control.type === "text" || control.type === "range") {
			control.value = value;
			tell(control, "input", "change");
			left.delete(value);
		}
	}
	return [...left].map((value) => name + "=" + value);
})`

// typed writes an answer as a person of this language gives it: keys as they
// are, numbers with its decimal point.
func typed(value any, lang string) []string {
	switch x := value.(type) {
	case string:
		return []string{x}
	case []string:
		if len(x) == 0 {
			return []string{"none"}
		}
		return x
	case int:
		return []string{strconv.Itoa(x)}
	case float64:
		return []string{i18n.New(lang).Typed(x)}
	}
	panic(fmt.Sprintf("nobody can answer with a %T", value))
}

// AnswerAll walks through the sections of all acts and answers in each what answers
// holds for it, with the buttons that people use. It ends on the last section.
func (p *Person) AnswerAll(answers questions.Answers) {
	p.t.Helper()
	p.GoTo(1)
	lang := p.Lang()
	left := map[string]bool{}
	for id := range answers {
		left[id] = true
	}
	for {
		asked := Eval[[]string](p, `() => [...document.querySelectorAll(".step:not([hidden]) [data-q]")].map((e) => e.dataset.q)`)
		step := p.Step()
		if len(asked) == 0 {
			p.t.Fatalf("no question is on the screen in step %s", step)
		}
		here := questions.Answers{}
		for _, id := range asked {
			if answer, ok := answers[id]; ok {
				here[id] = answer
				delete(left, id)
			}
		}
		p.give(Expected(here, lang))
		if !Eval[bool](p, stepOn) {
			break
		}
		p.Until("the next section is open", `(before) => document.documentElement.dataset.step !== before`, step)
	}
	if len(left) > 0 {
		p.t.Fatalf("no section asks for %v", keys(left))
	}
}

// stepOn presses "Next", or at the end of an act the link to the one that follows,
// and returns whether there is any.
const stepOn = `() => {
	const next = document.querySelector("[data-act=next]");
	const after = Number(document.documentElement.dataset.step) + 1;
	const id = document.querySelector(".step[data-step='" + after + "']")?.id;
	const button = next.hidden ? [...document.querySelectorAll(".steps a[href='#" + id + "']")].find(seen) : next;
	button?.click();
	return !!button;
}`

// Show opens the section that asks a question.
func (p *Person) Show(id string) {
	p.t.Helper()
	step, err := strconv.Atoi(p.stepOf(id))
	if err != nil {
		p.t.Fatal(err)
	}
	p.GoTo(step)
}

// stepOf is the number of the section that asks a question.
func (p *Person) stepOf(id string) string {
	p.t.Helper()
	return Eval[string](p, `(id) => document.querySelector("[data-q=" + id + "]").closest(".step").dataset.step`, id)
}

// GoTo opens a section by its number, through the list of sections.
func (p *Person) GoTo(step int) {
	p.t.Helper()
	p.Do(`(n) => document.querySelector("[data-act=step][href='#" + document.querySelector(".step[data-step='" + n + "']").id + "']").click()`, step)
	p.Until(fmt.Sprintf("section %d is open", step), `(n) => document.documentElement.dataset.step === String(n)`, step)
}

// Act presses the button or link with this data-act by script. It must be on
// the screen: a person cannot press what they do not see.
func (p *Person) Act(act string) {
	p.t.Helper()
	p.Do(`(act) => {
		const all = [...document.querySelectorAll("[data-act=" + act + "]")];
		for (const act of all.some(seen) ? [] : all) act.closest("#result > .chapter")?.setAttribute("open", ""); // as readers would
		const one = all.find(seen);
		if (!one) throw new Error("no [data-act=" + act + "] is on the screen, of " + all.length);
		one.click();
	}`, act)
}

// appear chooses an appearance.
func (p *Person) appear(theme string) {
	p.t.Helper()
	p.Do(`(theme) => {
		const select = document.querySelector("#appearance");
		select.value = theme;
		select.dispatchEvent(new Event("change", { bubbles: true }));
	}`, theme)
}

// Finish ends the check-up and waits for the result.
func (p *Person) Finish() {
	p.t.Helper()
	p.Act("finish")
	p.AwaitResult()
}

// AwaitResult waits until a result is on the screen.
func (p *Person) AwaitResult() {
	p.t.Helper()
	p.Until("the result is on the screen", `() => document.documentElement.dataset.step === "result" && `+resultShown)
	// Journeys read all of it.
	p.Do(`() => document.querySelectorAll("#result > .chapter").forEach((d) => { d.open = true; })`)
}

const resultShown = `(() => { const r = document.querySelector("#result"); return seen(r) && !!r.querySelector("h2") && !r.dataset.brief; })()`

// HasResult reports whether a result is on the screen now.
func (p *Person) HasResult() bool {
	p.t.Helper()
	return Eval[bool](p, `() => `+resultShown)
}

// A Result is what the result region tells a test.
type Result struct {
	Signs, Strain, Band string   // data attributes; "" where there is none
	Limits              []string // [data-limit], in order
	Drivers             []Driver // [data-driver], in order
	Text                string   // all that is read
	First               string   // what stands first in it
	Lang                string   // of the page
}

// A Driver is one line of what weighs most.
type Driver struct {
	Key     string
	Rank    int  // the number before its name
	Points  int  // as shown behind it
	Notable bool // weighs three points or more
}

// Result reads the result that is on the screen.
func (p *Person) Result() Result {
	p.t.Helper()
	return Eval[Result](p, readResult)
}

const readResult = `() => {
	const r = document.querySelector("#result");
	const all = (s) => [...r.querySelectorAll(s)];
	return {
		Signs: r.dataset.signs ?? "", Strain: r.dataset.strain ?? "", Band: r.dataset.band ?? "",
		Limits: all("[data-limit]").map((e) => e.dataset.limit),
		Drivers: all("[data-driver]").map((e) => ({
			Key: e.dataset.driver, Rank: parseInt(e.textContent), Points: parseInt(e.querySelector(".row span").textContent.match(/\d+/)), Notable: e.dataset.notable === "true",
		})),
		Text: r.innerText,
		First: r.firstElementChild.className,
		Lang: document.documentElement.lang,
	};
}`

// Notable returns the keys of the drivers that are called notable.
func (r Result) Notable() []string {
	var out []string
	for _, d := range r.Drivers {
		if d.Notable {
			out = append(out, d.Key)
		}
	}
	return out
}

// Form returns what the form holds, by input name; unanswered names are absent.
func (p *Person) Form() map[string][]string {
	p.t.Helper()
	return Eval[map[string][]string](p, readForm)
}

const readForm = `() => {
	const held = {};
	for (const [name, value] of new FormData(document.querySelector("#checkup")))
		if (value !== "") (held[name] ||= []).push(value);
	return held;
}`

// Expected returns what the form holds once answers were given in a language.
func Expected(answers questions.Answers, lang string) map[string][]string {
	held := map[string][]string{}
	for id, value := range answers {
		if shares, ok := value.(map[string]float64); ok {
			for key, share := range shares {
				held[id+"."+key] = typed(share, lang)
			}
			continue
		}
		held[id] = typed(value, lang)
	}
	return held
}

func keys[V any](m map[string]V) []string {
	var out []string
	for key := range m {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// Erase presses "erase everything" and confirms it.
func (p *Person) Erase() {
	p.t.Helper()
	p.Do(`() => { document.querySelector("[data-act=erase]").closest("details").open = true; }`)
	p.Act("erase")
}
