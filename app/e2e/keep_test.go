package e2e

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"bothends/questions"
	"bothends/questions/record"
)

// historyPages and groupPages are addresses below the base, by language.
var (
	historyPages = map[string]string{"en": "en/history/", "fr": "fr/historique/", "de": "de/verlauf/"}
	groupPages   = map[string]string{"en": "en/group/", "fr": "fr/groupe/", "de": "de/gruppe/"}
)

// ownClock lets a test set the clock of the page: milliseconds to add, under a
// key that is none of the site's.
const ownClock = `(() => {
	const Real = Date;
	const shift = () => { try { return Number(localStorage.getItem("shift") || 0); } catch { return 0; } };
	window.Date = class extends Real {
		constructor(...given) { given.length ? super(...given) : super(Real.now() + shift()); }
		static now() { return Real.now() + shift(); }
	};
})()`

func (p *Person) setClock(days int) {
	p.t.Helper()
	p.Do(`(days) => localStorage.setItem("shift", days * 864e5)`, days)
}

// Keep presses "keep on this device" and returns what became of it.
func (p *Person) Keep() string {
	p.t.Helper()
	p.Do(`() => { document.querySelector("#kept").dataset.outcome = ""; }`)
	p.Act("keep")
	p.Until("it is said what became of it", `() => document.querySelector("#kept").dataset.outcome`)
	return Eval[string](p, `() => document.querySelector("#kept").dataset.outcome`)
}

// kept are the texts of all kept results, by key.
func (p *Person) kept() map[string]string {
	p.t.Helper()
	return Eval[map[string]string](p, `() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("bothends.record.")))`)
}

// A line of the list of kept results.
type keptLine struct{ Date, Signs, Strain string }

func (p *Person) History() []keptLine {
	p.t.Helper()
	p.Until("the history is there", `() => seen("#history")`)
	return Eval[[]keptLine](p, `() => [...document.querySelectorAll("[data-record]")].map((e) => ({
		Date: e.dataset.date, Signs: e.dataset.signs, Strain: e.dataset.strain,
	}))`)
}

func TestThePagesOfKeptResultsStandStill(t *testing.T) {
	long(t)
	t.Parallel()
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			p := visitor(t, Phone(390, 844))
			look := func(place string) {
				t.Helper()
				p.Go(p.Host.Base + place)
				p.Ready()
				p.stoodStill("at " + place + ", while the program comes,")
			}
			look(groupPages[lang])
			look(historyPages[lang])
			p.Open(lang)
			p.Ready()
			p.AnswerAll(personaNamed(t, "city-hall").answers)
			p.Finish()
			p.Keep()
			look(historyPages[lang])
		})
	}
}

func TestKeepingSaysWhenStorageIsFullOrBlocked(t *testing.T) {
	t.Parallel()
	for _, broken := range brokenStorages[:2] { // it throws, or is full
		t.Run(broken.name, func(t *testing.T) {
			t.Parallel()
			p := visitor(t, broken.trait)
			p.Open("en")
			p.Ready()
			persona := personaNamed(t, "freelancer")
			p.AnswerAll(persona.answers)
			p.Finish()
			want := "blocked"
			if strings.Contains(broken.name, "full") {
				want = "full"
			}
			if got := p.Keep(); got != want {
				t.Errorf("keeping is %q, want %q", got, want)
			}
			if !Eval[bool](p, `() => seen("#kept .problem")`) {
				t.Error("nothing says so")
			}
			checkResult(t, p.Result(), persona) // and the result is still there
			p.Go(p.Host.Base + historyPages["en"])
			p.Ready()
			if blocked := Eval[bool](p, `() => !!document.querySelector("[data-blocked]")`); blocked != (want == "blocked") {
				t.Errorf("the history says that storage is blocked: %v", blocked)
			}
			p.Drop([2]string{"city-hall.json", personaFile(t, "city-hall")})
			p.Until("it is said what became of the file", `() => document.querySelector("#history-said .notice")`)
			if n := len(p.History()); (n == 1) != (want == "blocked") {
				t.Errorf("%d results are on the page", n)
			}
		})
	}
}

// anotherTab is a second tab of the same browser.
func (p *Person) anotherTab() *Person {
	p.t.Helper()
	other := &Person{Host: p.Host, t: p.t, still: p.still}
	ctx, cancel := chromedp.NewContext(p.ctx,
		chromedp.WithListener(func(event any) { p.hear("another tab", event) }))
	p.t.Cleanup(cancel)
	other.ctx = ctx
	if err := chromedp.Do(ctx); err != nil {
		p.t.Fatalf("no second tab: %v", err)
	}
	return other
}

func TestTwoTabsKeepBothResultsAndHearOfOneAnother(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	q := p.anotherTab()
	// What a tab shows counts as seen only while it is in front.
	for _, who := range []struct {
		*Person
		name string
	}{{p, "city-hall"}, {q, "freelancer"}} {
		call(who.Person, page.BringToFront, cdp.Empty{})
		who.Open("en")
		who.Ready()
		who.AnswerAll(personaNamed(t, who.name).answers)
		who.Finish()
	}
	if got := q.Keep(); got != "kept" {
		t.Errorf("keeping in one tab is %q", got)
	}
	call(p, page.BringToFront, cdp.Empty{})
	p.Until("the first tab counts it", `() => /the result/.test(document.querySelector("[data-act=history]").textContent)`)
	if got := p.Keep(); got != "kept" {
		t.Errorf("keeping in the other is %q", got)
	}
	if got := p.kept(); len(got) != 2 {
		t.Errorf("%d are kept", len(got))
	}
	p.Until("the first tab counts both", `() => document.querySelector("[data-act=history]").textContent.includes("2")`)

	call(q, page.BringToFront, cdp.Empty{})
	q.Go(q.Host.Base + historyPages["en"])
	q.Ready()
	q.History()
	p.Do(`() => { for (const key of Object.keys(localStorage)) if (key.startsWith("bothends.record.")) { localStorage.removeItem(key); break; } }`)
	q.Until("the history follows the other tab", `() => document.querySelectorAll("[data-record]").length === 1`)
}

func TestAClockThatWasSetBackLosesNothing(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t, Meets(ownClock))
	p.Open("en")
	p.Ready()
	p.setClock(400)
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Finish()
	p.Keep()
	p.setClock(0)
	p.Act("edit")
	p.Answer("weekly_hours", 41)
	p.Finish()
	p.Keep()
	if said := Eval[string](p, `() => document.querySelector("#kept").innerText`); !strings.Contains(said, "clock") {
		t.Errorf("the page says %q", said)
	}
	p.Leaving(func() { p.Act("history") })
	p.Ready()
	lines := p.History()
	if len(lines) != 2 || lines[0].Date < lines[1].Date {
		t.Errorf("the history is %v", lines)
	}
}

func TestWhatCannotBeReadIsNamedAndLeftAlone(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Forgive("404")
	c := shippedPack()
	good := string(encode(t, c.Pack, "2026-11-25T21:31:07", personaNamed(t, "city-hall").answers))
	newer := strings.Replace(good, `"version": 1`, `"version": 9, "mood": "<img src=x onerror=hacked=1>"`, 1)
	stored := map[string]string{
		"bothends.record.1:social-media-manager/":        good,
		"bothends.record.newer:social-media-manager/":    newer,
		"bothends.record.damaged:social-media-manager/":  good[:200],
		"bothends.record.<script>:social-media-manager/": `{"format": "<img src=x onerror=hacked=1>"}`,
		"somebody.else": "stays",
	}
	p.Go("/404.html")
	p.Do(`(stored) => { for (const [key, text] of Object.entries(stored)) localStorage.setItem(key, text); }`, stored)
	p.Go(p.Host.Base + historyPages["en"])
	p.Ready()
	if lines := p.History(); len(lines) != 1 || lines[0].Date != "2026-11-25T21:31:07" {
		t.Errorf("the history is %v", lines)
	}
	odd := Eval[[]string](p, `() => [...document.querySelectorAll("[data-odd]")].map((e) => e.dataset.odd)`)
	slices.Sort(odd)
	if !slices.Equal(odd, []string{"damaged", "damaged", "newer"}) {
		t.Errorf("what cannot be read is %q", odd)
	}
	folder := t.TempDir()
	name, all := p.Download(folder, "export")
	if !regexp.MustCompile(`^results-\d{4}-\d\d-\d\d\.json$`).MatchString(name) || !strings.Contains(string(all), `"mood"`) || !strings.Contains(string(all), "2026-11-25T21:31:07") {
		t.Errorf("%s holds\n%s", name, all)
	}
	if got := p.kept(); len(got) != 4 || got["bothends.record.newer:social-media-manager/"] != newer {
		t.Errorf("kept is %v", got)
	}
	if Eval[bool](p, `() => "hacked" in window`) {
		t.Error("a script in a record was run")
	}
	p.Erase()
	p.Until("nothing is kept", `() => document.querySelector("[data-empty]")`)
	if got := Eval[[]string](p, `() => Object.keys(localStorage)`); !slices.Equal(got, []string{"somebody.else"}) {
		t.Errorf("after erasing, these keys are left: %q", got)
	}
}

func TestAReminderIsACalendarFileThatKeepsQuiet(t *testing.T) {
	long(t)
	t.Parallel()
	const lang = "fr"
	p := visitor(t)
	p.Open(lang)
	p.Ready()
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Finish()
	p.Do(`() => { document.querySelector(".reminder").open = true; }`)
	name, quiet := p.Download(t.TempDir(), "remind")
	if !strings.HasSuffix(name, ".ics") || !strings.HasPrefix(string(quiet), "BEGIN:VCALENDAR\r\n") {
		t.Errorf("%s: %s holds %q", lang, name, quiet)
	}
	if regexp.MustCompile(`(?i)both ?ends|deux bouts|burn|http|check`).Match(quiet) {
		t.Errorf("%s: without being asked it names the subject: %q", lang, quiet)
	}
	const want = "SUMMARY:Quelques minutes pour vous\r\n"
	if !strings.Contains(string(quiet), want) {
		t.Errorf("%s: got %q, want %q", lang, quiet, want)
	}
	p.Click("#remind-name")
	_, named := p.Download(t.TempDir(), "remind")
	if !strings.Contains(string(named), "URL:"+p.Host.URL+"/"+lang+"/\r\n") || strings.Contains(string(named), want) {
		t.Errorf("%s: asked for, it is %q", lang, named)
	}
}

func encode(t testing.TB, p *questions.Pack, date string, a questions.Answers) []byte {
	t.Helper()
	data, err := record.Encode(p, record.Record{Date: date, Answers: a})
	if err != nil {
		t.Fatal(err)
	}
	return data
}
