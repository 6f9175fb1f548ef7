package e2e

import (
	"maps"
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
	historyPages = map[string]string{"en": "en/history/", "fr": "fr/historique/"}
	groupPages   = map[string]string{"en": "en/group/", "fr": "fr/groupe/"}
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

func TestThreeDatedResultsOfTheCityHallAreReadInTheHistory(t *testing.T) {
	t.Parallel()
	const lang = "fr" // every word of both languages is read in app/ui
	p := visitor(t, Meets(ownClock))
	p.Open(lang)
	p.Ready()
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Finish()
	first := p.Result()
	if got := p.kept(); len(got) > 0 {
		t.Errorf("before it was asked for, %v is kept", got)
	}
	if got := p.Keep(); got != "kept" {
		t.Fatalf("the first is %q", got)
	}
	if got := p.Keep(); got != "already" {
		t.Errorf("the same again is %q", got)
	}
	p.setClock(42)
	p.Act("edit")
	p.Answer("weekly_hours", 56)
	p.Answer("workload_overflow", "always")
	p.Answer("exhausted_evening", "often")
	p.Finish()
	second := p.Result()
	p.Keep()
	p.setClock(84)
	p.Act("edit")
	p.Answer("weekly_hours", 38.5)
	p.Answer("workload_overflow", "seldom")
	p.Answer("protections", []string{"moderation_policy", "counselling"})
	for _, item := range shippedPack().Model.Scoring.Signs.Items {
		p.Answer(item.Question, "seldom")
	}
	p.Finish()
	third := p.Result()
	if got := p.Keep(); got != "kept" || len(p.kept()) != 3 {
		t.Fatalf("the third is %q, and %d are kept", got, len(p.kept()))
	}

	seen := len(p.Requests())
	p.Leaving(func() { p.Act("history") })
	p.Ready()
	lines := p.History() // the latest first
	for i, want := range []Result{third, second, first} {
		if len(lines) != 3 || lines[i].Signs != want.Signs || lines[i].Strain != want.Strain {
			t.Fatalf("the history is %v", lines)
		}
	}
	if !(lines[0].Date > lines[1].Date && lines[1].Date > lines[2].Date) {
		t.Errorf("dates are %v", lines)
	}
	for _, r := range p.Requests()[seen:] {
		if strings.Contains(r.URL, "signs") || strings.Contains(r.URL, "record") {
			t.Errorf("a request carries something: %v", r)
		}
	}
	// Two pictures of three dots, each with its words.
	dots := Eval[[]int](p, `() => [...document.querySelectorAll(".timeline svg[role=img][aria-label]")].map((s) => s.querySelectorAll(".dot").length)`)
	if !slices.Equal(dots, []int{3, 3}) {
		t.Errorf("dots are %v", dots)
	}

	// The last two: signs fell clearly, a limit is gone.
	change := func() (c struct {
		Answers, Limits, Drivers []string
		Signs, Strain, Text      string
	}) {
		t.Helper()
		c = Eval[struct {
			Answers, Limits, Drivers []string
			Signs, Strain, Text      string
		}](p, `() => {
			const all = (s, key) => [...document.querySelectorAll("#changes " + s)].map((e) => e.dataset[key]);
			const text = (key) => document.querySelector("#changes [data-measure=" + key + "]").textContent;
			return { Answers: all("[data-answer]", "answer"), Limits: all("[data-limit]", "limit"), Drivers: all("[data-driver]", "driver"),
				Signs: text("signs"), Strain: text("strain"), Text: document.querySelector("#changes").innerText };
		}`)
		if strings.ContainsAny(c.Text, "{}⟨⟩[]") {
			t.Errorf("a placeholder was left in %q", c.Text)
		}
		return c
	}
	got := change()
	if !slices.Contains(got.Answers, "weekly_hours") || !slices.Contains(got.Answers, "protections") || slices.Contains(got.Answers, "accounts") {
		t.Errorf("answers that changed are %q", got.Answers)
	}
	if !slices.Equal(got.Limits, []string{"weekly_hours"}) || len(got.Drivers) != 3 || got.Drivers[0] != "weekly_hours" && got.Drivers[0] != "work_volume" {
		t.Errorf("limits %q, drivers %q", got.Limits, got.Drivers)
	}
	if !strings.Contains(got.Signs, "46") || !strings.Contains(got.Signs, "25") || !strings.Contains(got.Signs, "9") {
		t.Errorf("signs: %q", got.Signs)
	}
	// The first two: one sign one step up is no clear change.
	p.Do(`() => {
		const select = document.querySelector("[data-act=later]");
		select.value = select.options[0].value;
		select.dispatchEvent(new Event("change", { bubbles: true }));
	}`)
	p.Until("the others are compared", `() => document.querySelector("#changes [data-answer=exhausted_evening]") && !document.querySelector("#changes [data-answer=protections]")`)
	got = change()
	if !slices.Equal(got.Answers, []string{"workload_overflow", "weekly_hours", "exhausted_evening"}) || !strings.Contains(got.Signs, "Pas de changement net") {
		t.Errorf("between the first two: %q, %q", got.Answers, got.Signs)
	}

	// One opens again as it was.
	p.Do(`() => { for (const d of document.querySelectorAll("#history details")) d.open = true; }`)
	p.Leaving(func() { p.Do(`() => [...document.querySelectorAll("[data-act=reopen]")].at(-1).click()`) })
	p.AwaitResult()
	checkResult(t, p.Result(), personaNamed(t, "city-hall"))

	// Delete one, then erase everything.
	p.Go(p.Host.Base + historyPages[lang])
	p.Ready()
	p.Do(`() => { for (const d of document.querySelectorAll("#history details")) d.open = true; }`)
	p.Do(`() => document.querySelector("[data-act=delete]").click()`)
	p.Until("one is gone", `() => document.querySelectorAll("[data-record]").length === 2`)
	if lines := p.History(); lines[0].Signs != second.Signs || lines[1].Signs != first.Signs {
		t.Errorf("after deleting the latest, the history is %v", lines)
	}
	p.Erase()
	p.Until("the page says that nothing is kept", `() => document.querySelector("[data-empty]") && !document.querySelector("[data-record]")`)
	if got := p.kept(); len(got) > 0 {
		t.Errorf("after erasing, %v is kept", got)
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
	newer := strings.Replace(good, `"version": 1`, `"version": 2, "mood": "<img src=x onerror=hacked=1>"`, 1)
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
	if name != "results.json" || !strings.Contains(string(all), `"mood"`) || !strings.Contains(string(all), "2026-11-25T21:31:07") {
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

func TestTheHistoryAndTheGroupCanBeReadAndHitEverywhere(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	c := shippedPack()
	city := personaNamed(t, "city-hall").answers
	changed := maps.Clone(city)
	changed["weekly_hours"] = 60.0
	one := string(encode(t, c.Pack, "2026-09-01T09:00:00", city))
	two := string(encode(t, c.Pack, "2026-11-12T09:00:00", changed))
	look := func(state string) {
		t.Helper()
		p.Do(unfold)
		for _, dark := range []bool{false, true} {
			p.Media("", dark)
			p.Until("the colours are there", `(dark) => matchMedia("(prefers-color-scheme: dark)").matches === dark`, dark)
			for _, flaw := range p.Faint() {
				t.Errorf("%s, dark %v: too faint: %s", state, dark, flaw)
			}
		}
		// 320 by 256 is what is left of 1280 by 1024 at 400 %.
		for _, size := range [][2]int64{{320, 256}, {390, 844}, {1280, 800}} {
			p.Resize(size[0], size[1])
			for _, flaw := range p.Wide() {
				t.Errorf("%s at %d: out of its place: %s", state, size[0], flaw)
			}
			for _, flaw := range p.Small() {
				t.Errorf("%s at %d: too small to hit: %s", state, size[0], flaw)
			}
		}
	}
	const lang = "fr" // whose words are longer
	p.Go(p.Host.Base + historyPages[lang])
	p.Ready()
	look("nothing kept")
	p.Drop([2]string{"results.json", string(record.EncodeMany([]string{one, two}))})
	p.Until("both are there", `() => document.querySelectorAll("[data-record]").length === 2`)
	p.Do(`(text) => localStorage.setItem("bothends.record.odd:social-media-manager/", text)`, one[:100])
	p.Reload()
	p.Ready()
	p.Drop([2]string{"x.json", "{"})
	p.Until("it is refused", `() => document.querySelector(".refused li")`)
	look("the history")

	p.Go(p.Host.Base + groupPages[lang])
	p.Ready()
	files := [][2]string{{strings.Repeat("a-very-long-name-", 8) + ".json", "{"}}
	for _, persona := range personas(t) {
		files = append(files, [2]string{persona.name + ".json", personaFile(t, persona.name)})
	}
	p.Drop(files...)
	p.Until("six are there", `() => document.querySelector("#group").dataset.enough === "true"`)
	look("the group")
	p.Media("print", false)
	left := Eval[[]string](p, `() => [...document.querySelectorAll("main :is(input, select, button)")].filter(seen).map((e) => e.outerHTML.slice(0, 80))`)
	if len(left) > 0 || !Eval[bool](p, `() => seen("#summary table")`) {
		t.Errorf("on paper stand the controls %q", left)
	}
}

func encode(t testing.TB, p *questions.Pack, date string, a questions.Answers) []byte {
	t.Helper()
	data, err := record.Encode(p, date, a)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
