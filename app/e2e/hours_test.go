package e2e

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"bothends/questions/hours"
)

// hoursPages are addresses below the base, by language.
var hoursPages = map[string]string{"en": "en/hours/", "fr": "fr/heures/", "de": "de/stunden/"}

// stoppedClock lets a test set the clock of the page and hold it there, under a key
// that is none of the site's.
const stoppedClock = `(() => {
	const Real = Date;
	const now = () => { try { return Number(localStorage.getItem("clock")) || Real.now(); } catch { return Real.now(); } };
	window.Date = class extends Real {
		constructor(...given) { given.length ? super(...given) : super(now()); }
		static now() { return now(); }
	};
})()`

// clock sets the clock of the page: "2026-11-25T09:00+01:00".
func (p *Person) clock(moment string) {
	p.t.Helper()
	p.Do(`(moment) => localStorage.setItem("clock", Date.parse(moment))`, moment)
}

// logsHours opens the log of hours in Paris at a moment.
func logsHours(t *testing.T, lang, moment string, own ...Trait) *Person {
	t.Helper()
	p := visitor(t, append([]Trait{Meets(stoppedClock), Phone(390, 844)}, own...)...)
	call(p, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: "Europe/Paris"})
	p.Go(p.Host.Base + hoursPages[lang])
	p.clock(moment)
	p.Reload()
	p.Ready()
	return p
}

// tap starts or stops at a moment.
func (p *Person) tap(moment string) {
	p.t.Helper()
	p.clock(moment)
	p.Act("tap")
}

// counted is what the page says of an element's data, once it is what is wanted.
func (p *Person) counted(selector, name, want string) {
	p.t.Helper()
	p.Until(selector+" has "+want, `(s, name, want) => document.querySelector(s)?.dataset[name] === want`, selector, name, want)
}

// hoursSaid is what a part of the page says, once it says something.
func (p *Person) hoursSaid(by string) string {
	p.t.Helper()
	p.Until("something is said", `(by) => document.querySelector("#hours-said-" + by).textContent`, by)
	return Eval[string](p, `(by) => document.querySelector("#hours-said-" + by).textContent`, by)
}

// writes types hours and presses the button.
func (p *Person) writes(day, from, to, worked string) {
	p.t.Helper()
	p.Do(`(day, from, to, worked) => {
		document.querySelector("#hours-form").open = true;
		document.querySelector("#hours-said-form").textContent = "";
		for (const [id, value] of Object.entries({ day, from, to, worked })) document.querySelector("#hours-" + id).value = value;
	}`, day, from, to, worked)
	p.Act("write")
}

// keptHours is the log on the device, and that of the tab.
func (p *Person) keptHours() (device, tab string) {
	p.t.Helper()
	both := Eval[[]string](p, `() => [localStorage, sessionStorage].map((area) => Object.entries(area).filter(([key]) => /^bothends\.(hours|unkept):/.test(key)).map(([, text]) => text).join())`)
	return both[0], both[1]
}

func TestADayIsLoggedInTapsAndKeptOnlyIfAsked(t *testing.T) {
	t.Parallel()
	p := logsHours(t, "fr", "2026-11-25T09:00+01:00")
	if device, tab := p.keptHours(); device+tab != "" {
		t.Errorf("before anything, %q and %q are kept", device, tab)
	}
	p.tap("2026-11-25T09:00+01:00")
	p.counted("#hours", "running", "true")
	p.tap("2026-11-25T12:30+01:00")
	p.counted("#hours [data-week]", "week", "210")
	if device, tab := p.keptHours(); device != "" || tab == "" {
		t.Errorf("unasked, %q is on the device and %q in the tab", device, tab)
	}
	p.Do(`() => document.querySelector("#hours-keep").click()`)
	p.counted("#hours", "kept", "true")
	if device, tab := p.keptHours(); device == "" || tab != "" {
		t.Errorf("asked for, %q is on the device and %q in the tab", device, tab)
	}
	// A night in another tab of the day, after the page was left.
	p.tap("2026-11-25T22:00+01:00")
	p.counted("#hours", "running", "true")
	p.clock("2026-11-26T02:00+01:00")
	p.Reload()
	p.Ready()
	p.counted("#hours", "running", "true")
	p.Act("tap")
	p.counted("#hours [data-week]", "week", "450")
	if days := Eval[[]string](p, `() => [...document.querySelectorAll("#hours [data-day]")].map((d) => d.dataset.day)`); !slices.Equal(days, []string{"2026-11-25"}) {
		t.Errorf("days are %q", days)
	}

	name, csv := p.Download(t.TempDir(), "csv")
	if name != "hours-2026-11-26.csv" || !strings.Contains(string(csv), "2026-11-25;2026-11-25 22:00;2026-11-26 02:00;4,00;1;0") {
		t.Errorf("%s holds %s", name, csv)
	}

	// Taken back, it is of the tab again; erased, it is nowhere.
	p.Do(`() => document.querySelector("#hours-keep").click()`)
	p.counted("#hours", "kept", "false")
	if device, tab := p.keptHours(); device != "" || tab == "" {
		t.Errorf("taken back, %q is on the device and %q in the tab", device, tab)
	}
	p.Do(`() => { document.querySelector(".controls .delete").open = true; }`)
	p.Act("erase-hours")
	p.counted("#hours", "entries", "0")
	if device, tab := p.keptHours(); device+tab != "" {
		t.Errorf("erased, %q and %q are kept", device, tab)
	}
	p.tap("2026-11-26T09:00+01:00")
	p.counted("#hours", "running", "true")
	p.Do(`() => document.querySelector("#hours-keep").click()`)
	p.counted("#hours", "kept", "true")
	p.Erase()
	p.counted("#hours", "entries", "0")
	if device, tab := p.keptHours(); device+tab != "" {
		t.Errorf("everything erased, %q and %q are kept", device, tab)
	}
}

// fortnightTyped are two weeks with a day of 14 hours and a night.
var fortnightTyped = [][4]string{
	{"2026-11-16", "09:00", "18:00", ""}, {"2026-11-17", "09:00", "18:00", ""}, {"2026-11-18", "09:00", "18:00", ""},
	{"2026-11-19", "09:00", "18:00", ""}, {"2026-11-20", "09:00", "18:00", ""},
	{"2026-11-23", "09:00", "18:00", ""}, {"2026-11-24", "09:00", "18:00", ""}, {"2026-11-25", "08:00", "23:00", "14"},
	{"2026-11-26", "09:00", "18:00", ""}, {"2026-11-27", "09:00", "18:00", "9:00"}, {"2026-11-28", "20:00", "05:00", ""},
}

func TestTwoWeeksThatWereTypedGiveTheLimitsThatTheirHoursGive(t *testing.T) {
	t.Parallel()
	p := logsHours(t, "en", "2026-12-01T09:00+01:00")
	for i, row := range fortnightTyped {
		p.writes(row[0], row[1], row[2], row[3])
		p.counted("#hours", "entries", strconv.Itoa(i+1))
	}
	p.Do(`() => { const c = document.querySelector("#hours-contract"); c.value = "35"; c.dispatchEvent(new Event("change", { bubbles: true })); }`)
	p.Until("the contract counts", `() => document.querySelector("#hours [data-fact=unpaid_hours]")`)
	want := map[string]string{"weekly_hours": "52", "longest_day": "14", "shortest_rest": "10", "evenings_per_week": "1", "weekend_days": "4", "unpaid_hours": "17"}
	p.Leaving(func() { p.Act("use") })
	p.Ready()
	form := p.Form()
	for id, value := range want {
		if !slices.Equal(form[id], []string{value}) {
			t.Errorf("%s is %q, want %s", id, form[id], value)
		}
	}
	if said := Eval[string](p, `() => seen("#taken") && document.querySelector("#taken").textContent`); !strings.Contains(said, "52") || !strings.Contains(said, "14") {
		t.Errorf("the check-up says %q", said)
	}
	p.Finish()
	fromLog := p.Result()

	q := visitor(t)
	q.Open("en")
	q.Ready()
	for id, value := range want {
		q.Answer(id, value)
	}
	q.Finish()
	if byHand := q.Result(); !slices.Equal(fromLog.Limits, byHand.Limits) || len(fromLog.Limits) != 3 || fromLog.Strain != byHand.Strain {
		t.Errorf("limits are %q, typed %q", fromLog.Limits, byHand.Limits)
	}
}

func TestWhatCannotBeLoggedIsSaid(t *testing.T) {
	t.Parallel()
	p := logsHours(t, "en", "2026-10-25T09:00+01:00")
	p.writes("2026-10-23", "09:00", "17:00", "")
	p.counted("#hours", "entries", "1")
	for name, row := range map[string][4]string{
		"overlap":      {"2026-10-23", "16:00", "18:00", ""},
		"30 hours":     {"2026-10-22", "", "", "30"},
		"too many":     {"2026-10-23", "", "", "20"},
		"more hours":   {"2026-10-22", "09:00", "17:00", "9"},
		"one time":     {"2026-10-22", "09:00", "", ""},
		"not yet":      {"2026-10-25", "08:00", "10:00", ""},
		"no day":       {"", "08:00", "10:00", ""},
		"no number":    {"2026-10-22", "", "", "many"},
		"no time went": {"2026-10-22", "08:00", "08:00", ""},
	} {
		p.writes(row[0], row[1], row[2], row[3])
		if said := p.hoursSaid("form"); said == "" || strings.ContainsAny(said, "{}[]") {
			t.Errorf("%s: %q", name, said)
		}
	}
	p.counted("#hours", "entries", "1")

	// The night in which the clock went back: from half past one to half past two are
	// two hours.
	p.tap("2026-10-25T01:30+02:00")
	p.counted("#hours", "running", "true")
	p.tap("2026-10-25T02:30+01:00")
	p.counted("#hours [data-week]", "week", "600")

	// Forgotten for two days: the end is typed.
	p.tap("2026-10-25T10:00+01:00")
	p.counted("#hours", "running", "true")
	p.tap("2026-10-27T10:00+01:00")
	if said := p.hoursSaid("form"); !strings.Contains(said, "48") {
		t.Errorf("after two days it says %q", said)
	}
	p.counted("#hours", "running", "true")
	p.Do(`() => { document.querySelector("#hours-to").value = "12:00"; }`)
	p.Act("write")
	p.counted("#hours", "running", "false")

	// Less than a minute, and a clock that was set back.
	p.tap("2026-10-27T10:00+01:00")
	p.counted("#hours", "running", "true")
	p.tap("2026-10-27T09:00+01:00")
	if said := p.hoursSaid("form"); !strings.Contains(said, "clock") {
		t.Errorf("of a clock set back it says %q", said)
	}
	p.tap("2026-10-27T10:00+01:00")
	p.counted("#hours", "running", "false")

	// What is written is changed, and deleted.
	p.Do(`() => { for (const d of document.querySelectorAll("#hours details")) d.open = true; }`)
	p.Do(`() => document.querySelector("[data-day='2026-10-23'] [data-act=change]").click()`)
	p.Until("it stands in the form", `() => document.querySelector("#hours-day").value === "2026-10-23" && seen("[data-act=drop]")`)
	p.Do(`() => { document.querySelector("#hours-to").value = "16:00"; }`)
	p.Act("write")
	p.Until("it is shorter", `() => document.querySelector("[data-day='2026-10-23']").textContent.includes("16:00")`)
	p.Do(`() => document.querySelector("[data-day='2026-10-23'] [data-act=change]").click()`)
	p.Until("it stands in the form", `() => document.querySelector("#hours-to").value === "16:00"`)
	p.Act("drop")
	p.Until("it is gone", `() => !document.querySelector("[data-day='2026-10-23']")`)
}

func TestALogThatCannotBeReadIsToldAndStays(t *testing.T) {
	t.Parallel()
	good := string(hours.Log{Contract: 35}.Encode())
	for kind, text := range map[string]string{"damaged": good[:40], "newer": strings.Replace(good, `"version":1`, `"version":2,"mood":"blue"`, 1)} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			p := logsHours(t, "en", "2026-11-25T09:00+01:00")
			p.Do(`(text) => localStorage.setItem("bothends.hours:social-media-manager/", text)`, text)
			p.Reload()
			p.Ready()
			p.Until("it is told", `(kind) => seen("[data-odd=" + kind + "]")`, kind)
			p.Act("tap")
			p.counted("#hours", "running", "true")
			if device, tab := p.keptHours(); device != text || tab == "" {
				t.Errorf("on the device is %q, in the tab %q", device, tab)
			}
			if _, saved := p.Download(t.TempDir(), "save-odd"); string(saved) != text {
				t.Errorf("saved is %q", saved)
			}
		})
	}
}

func TestTheLogSaysWhenStorageIsFullOrBlocked(t *testing.T) {
	t.Parallel()
	for _, broken := range brokenStorages[:2] { // it throws, or is full
		t.Run(broken.name, func(t *testing.T) {
			t.Parallel()
			p := visitor(t, broken.trait)
			p.Go(p.Host.Base + hoursPages["en"])
			p.Ready()
			p.writes("2026-06-01", "", "", "8")
			p.counted("#hours", "entries", "1")
			if strings.Contains(broken.name, "full") {
				if said := p.hoursSaid("form"); !strings.Contains(said, "room") {
					t.Errorf("it says %q", said)
				}
				return
			}
			if said := Eval[string](p, `() => document.querySelector("#hours-shared").textContent`); !strings.Contains(said, "blocks") || Eval[bool](p, `() => seen("#hours-keep")`) {
				t.Errorf("it says %q", said)
			}
		})
	}
}

func TestTheLogWorksOffline(t *testing.T) {
	t.Parallel()
	p := logsHours(t, "fr", "2026-11-25T09:00+01:00")
	p.Offline()
	p.Host.Vanish()
	p.Reload()
	p.Ready()
	p.tap("2026-11-25T09:00+01:00")
	p.counted("#hours", "running", "true")
	p.tap("2026-11-25T10:00+01:00")
	p.counted("#hours [data-week]", "week", "60")
}

func TestTheLogCanBeReadAndHitEverywhere(t *testing.T) {
	t.Parallel()
	p := logsHours(t, "fr", "2026-12-01T09:00+01:00") // whose words are longer
	for _, row := range fortnightTyped[5:] {
		p.writes(row[0], row[1], row[2], row[3])
	}
	p.writes("2026-12-01", "07:00", "08:30", "")
	p.counted("#hours", "entries", "7")
	p.Act("tap")
	p.counted("#hours", "running", "true")
	p.writes("2026-12-01", "07:00", "08:30", "")
	p.Do(unfold)
	p.appearances(func(dark bool) {
		for _, flaw := range p.Faint() {
			t.Errorf("dark %v: too faint: %s", dark, flaw)
		}
		for _, flaw := range p.Violations() {
			t.Errorf("dark %v: %s", dark, flaw)
		}
	})
	for _, size := range [][2]int64{{320, 256}, {390, 844}, {1280, 800}} {
		p.Resize(size[0], size[1])
		for _, flaw := range p.Wide() {
			t.Errorf("at %d: out of its place: %s", size[0], flaw)
		}
		for _, flaw := range p.Small() {
			t.Errorf("at %d: too small to hit: %s", size[0], flaw)
		}
	}
	p.Media("print", false)
	left := Eval[[]string](p, `() => [...document.querySelectorAll("main :is(input, select, button)")].filter(seen).map((e) => e.outerHTML.slice(0, 80))`)
	if len(left) > 0 || !Eval[bool](p, `() => seen("#hours [data-day]")`) {
		t.Errorf("on paper stand the controls %q", left)
	}
}
