package e2e

import (
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// seeds are the random journeys to make: BOTHENDS_MONKEYS of them, or a few, from
// the one that BOTHENDS_MONKEY names, or that one alone.
func seeds(t *testing.T) (from, to uint64) {
	t.Helper()
	number := func(name string) (uint64, bool) {
		text := os.Getenv(name)
		if text == "" {
			return 0, false
		}
		n, err := strconv.ParseUint(text, 10, 32)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return n, true
	}
	seed, named := number("BOTHENDS_MONKEY")
	n, counted := number("BOTHENDS_MONKEYS")
	switch {
	case counted:
		return seed, seed + n
	case named:
		return seed, seed + 1
	}
	return 0, 4
}

// steps is how much a monkey does in one journey.
const steps = 40

// A monkey answers, changes its mind, goes back and forth, reloads, switches
// the language, wants results, keeps them, tries what would change them, erases
// everything, loses the network and meets a new version of the site, in no
// order. Whatever it does, no answer is lost, nothing complains, no version is
// taken that was not asked for, and a result is the one that its answers have
// without a browser. A journey is named after its seed, which is all that its
// choices depend on.
func TestMonkeysLoseNoAnswerAndGetTheScoreOfTheirAnswers(t *testing.T) {
	long(t)
	t.Parallel()
	from, to := seeds(t)
	queue := make(chan uint64, to-from)
	for seed := from; seed < to; seed++ {
		queue <- seed
	}
	close(queue)
	// A browser takes as long to start as some journeys, so one serves many.
	for n := range min(cap(atOnce), len(queue)) {
		t.Run("browser "+strconv.Itoa(n), func(t *testing.T) {
			t.Parallel()
			var browser *Browser
			made := 0
			for seed := range queue {
				if browser == nil {
					browser = StartBrowser(t)
				}
				fine := t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) { journey(t, browser, seed) })
				// Whatever a journey has broken, the next one starts afresh; and
				// no browser lives long enough to become another one.
				if made++; !fine || made%50 == 0 {
					browser.Close()
					browser = nil
				}
			}
		})
	}
}

func journey(t *testing.T, browser *Browser, seed uint64) {
	m := &monkey{t: t, kept: map[string]string{}}
	m.r = rand.New(rand.NewPCG(seed, 7))
	screen := Screen(1280, 800)
	if m.r.IntN(2) == 0 {
		screen = Phone(390, 844)
	}
	m.Person = NewPerson(t, hostOf(t, builtSite), Shares(browser), LikesStillness(), screen)
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("it did, with BOTHENDS_MONKEY=%d:\n\t%s", seed, strings.Join(m.did, "\n\t"))
		}
	})
	m.held = m.r.IntN(2) == 0
	if m.held {
		m.Host.Hold(".wasm") // released after some steps
	}
	// What the world does to this journey, and when.
	vanishes, returns, deploys, takes := steps, steps, steps, steps
	if m.r.IntN(3) == 0 {
		vanishes = 16 + m.r.IntN(16)
		returns = vanishes + 3 + m.r.IntN(6)
	}
	if m.r.IntN(3) == 0 {
		deploys = 16 + m.r.IntN(16)
		takes = deploys + 1 + m.r.IntN(16) // or never
	}
	m.Open(languages[m.r.IntN(len(languages))])
	m.seen = m.look()
	m.running = m.seen.Version
	for step := range steps {
		m.r = rand.New(rand.NewPCG(seed, uint64(1000+step)))
		if step == 15 {
			m.held = false
			m.Host.Release(".wasm")
		}
		switch step {
		case vanishes:
			if m.deployed && !m.taken && m.running != m.first {
				break // a page of the waiting version is not kept
			}
			m.note("loses the network")
			m.Offline()
			m.Forgive(`worker\.js`) // nobody answers whether there is a new version
			m.Host.Vanish()
			m.away = true
		case returns:
			m.note("has the network again")
			m.Host.Return()
			m.away = false
		}
		if step >= deploys && !m.deployed && !m.away {
			m.deploys()
		}
		if step >= takes && m.deployed {
			m.takes()
			takes = steps
		}
		m.act()
		if t.Failed() {
			t.FailNow()
		}
	}
	m.Ready()
	m.result()
	if m.deployed && m.seen.Version == m.first {
		m.offered()
	}
	m.check(nothing)
}

type monkey struct {
	*Person
	t        *testing.T
	r        *rand.Rand // of this step
	did      []string
	held     bool // the program does not come yet
	away     bool // there is no network
	deployed bool // the host has a later version
	first    string
	running  string            // the version that is to be open
	taken    bool              // the later version
	kept     map[string]string // the results that are to be on the device
	seen     seen              // at the end of the last step
	asked    []asked
}

// asked is a question of the form.
type asked struct {
	Name, Type string
	Values     []string
}

// seen is what must not change by itself.
type seen struct {
	Form          map[string][]string
	Kept          map[string]string
	Step, Version string
	Ours          []string // the keys of this site in both storages, but not of the results
}

const lookAll = `() => {
	const keys = [...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((key) => key.startsWith("bothends."));
	const isKept = (key) => key.startsWith("bothends.record.");
	return {
		Form: (` + readForm + `)(),
		Kept: Object.fromEntries(keys.filter(isKept).map((key) => [key, localStorage.getItem(key)])),
		Step: document.documentElement.dataset.step,
		Version: document.documentElement.dataset.version,
		Ours: keys.filter((key) => !isKept(key)),
	};
}`

func (m *monkey) look() seen {
	m.t.Helper()
	return Eval[seen](m.Person, lookAll)
}

func nothing(string) bool { return false }

// check compares the page with what it was: only what may change may have
// changed. It is asked between any two steps, so that what changes by itself is
// noticed too.
func (m *monkey) check(may func(name string) bool) {
	m.t.Helper()
	before, after := m.seen, m.look()
	m.seen = after
	for _, name := range slices.Compact(slices.Sorted(slices.Values(append(keys(before.Form), keys(after.Form)...)))) {
		sure := strings.HasPrefix(name, "sure.") // holds for a number that is doubted, and goes with it
		if !may(name) && !sure && !slices.Equal(before.Form[name], after.Form[name]) {
			m.t.Errorf("%s was %q and is %q", name, before.Form[name], after.Form[name])
		}
	}
	if !maps.Equal(after.Kept, m.kept) {
		m.t.Errorf("on the device are %q, want %q", after.Kept, m.kept)
	}
	if after.Version != m.running {
		m.t.Errorf("version %s is open, want %s", after.Version, m.running)
	}
}

// act does one thing. Only answering may change the form, and there only what
// was answered and what follows from it.
func (m *monkey) act() {
	m.t.Helper()
	may := nothing
	switch m.r.IntN(16) {
	case 0, 1, 2, 3, 4:
		id, value := m.answer()
		m.note("answers " + id + " " + strings.Join(value, ","))
		m.leaveResult()
		m.give(map[string][]string{id: value})
		may = func(name string) bool {
			return name == id || id == "country" && (name == "currency" || name == "pay_basis") || strings.HasPrefix(name, "shares.")
		}
		defer func() {
			if got := m.seen.Form[id]; !slices.Equal(got, value) {
				m.t.Errorf("%s is %q, and %q was given", id, got, value)
			}
		}()
	case 5, 6:
		m.note("opens a section")
		m.leaveResult()
		m.GoTo(1 + m.r.IntN(lastStep))
	case 7:
		m.note("reloads")
		m.Reload()
		m.settle()
	case 8:
		m.switches()
	case 9:
		m.note("goes back")
		if Eval[bool](m.Person, `() => seen("[data-act=back]")`) { // not at the beginning of an act, nor beside a result
			m.Act("back")
		}
	case 10:
		m.note("changes the looks")
		m.appear([]string{"dark", "light", "auto"}[m.r.IntN(3)])
	case 11:
		m.complete(func() {})
	case 12:
		m.complete(m.tries)
	case 13:
		m.complete(m.keeps)
	case 14:
		if m.r.IntN(3) == 0 {
			m.erases()
			may = func(string) bool { return true }
		} else {
			m.complete(m.keeps)
		}
	case 15:
		m.note("has the page translated")
		Eval[int](m.Person, wrapText)
	}
	m.check(may)
}

func (m *monkey) note(what string) { m.did = append(m.did, what) }

// settle waits for the result that a reload shows again. Without the program
// there is none to wait for.
func (m *monkey) settle() {
	m.t.Helper()
	m.Until("the page has settled", `() => document.documentElement.dataset.pending !== "finish" || document.documentElement.dataset.step === "result"`)
}

// leaveResult goes back to the questions, where a result is on the screen or
// waited for.
func (m *monkey) leaveResult() {
	m.t.Helper()
	if m.seen.Step == "result" {
		m.back()
		m.seen.Step = "1"
	}
}

// complete wants a result where one can be had, and does something with it where
// the answers have one.
func (m *monkey) complete(then func()) {
	m.t.Helper()
	if m.held {
		return
	}
	m.Ready()
	if m.result() {
		then()
	}
}

// result wants the result and compares it with what the answers score here. It
// reports whether there is one.
func (m *monkey) result() bool {
	m.t.Helper()
	m.note("wants a result")
	m.leaveResult()
	read := shippedPack().Pack.ParseForm(entries(m.seen.Form), shippedPack().Words[m.Lang()]) // and check sees that it is so
	m.Act("finish")
	if len(read.Problems) > 0 {
		var ids []string
		for _, p := range read.Problems {
			ids = append(ids, p.Path)
		}
		m.Until("the summary lists every problem", `(ids) => {
			const s = document.querySelector("#problems");
			return seen(s) && [...s.querySelectorAll("a")].map((a) => a.hash.slice(1)).join() === ids.join();
		}`, ids)
		return false
	}
	m.Until("there is a result, or a doubt", `() => seen("#problems [data-act=sure]") || `+resultShown)
	if !m.HasResult() {
		m.Act("sure")
	}
	m.AwaitResult()
	report, err := shippedPack().Score(read.Answers)
	if err != nil {
		m.t.Fatal(err)
	}
	var signs, strain, band string
	if report.Signs != nil {
		signs = oneDecimal(report.Signs.Score)
	}
	if report.Strain != nil {
		strain = oneDecimal(report.Strain.Score)
	}
	if report.Band != nil {
		band = strconv.Itoa(report.Band.Number)
	}
	got := m.Result()
	if got.Signs != signs || got.Strain != strain || got.Band != band || !slices.Equal(got.Limits, report.Limits) {
		m.t.Errorf("the result is %q, %q, %q, %q; the answers %v score %q, %q, %q, %q",
			got.Signs, got.Strain, got.Band, got.Limits, read.Answers, signs, strain, band, report.Limits)
	}
	return true
}
