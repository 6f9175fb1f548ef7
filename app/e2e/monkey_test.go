package e2e

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bothends/app/ui"
)

// monkeys is how many random journeys are made: BOTHENDS_MONKEYS, or a few.
func monkeys(t *testing.T) uint64 {
	t.Helper()
	text := os.Getenv("BOTHENDS_MONKEYS")
	if text == "" {
		return 2
	}
	n, err := strconv.ParseUint(text, 10, 32)
	if err != nil {
		t.Fatalf("BOTHENDS_MONKEYS: %v", err)
	}
	return n
}

// A monkey answers, changes its mind, goes back and forth, reloads, switches
// the language and wants results, in no order. Whatever it does, no answer is
// lost, nothing complains, and a result is the one that its answers have
// without a browser. A journey is named after its seed.
func TestMonkeysLoseNoAnswerAndGetTheScoreOfTheirAnswers(t *testing.T) {
	t.Parallel()
	for seed := range monkeys(t) {
		t.Run(strconv.FormatUint(seed, 10), func(t *testing.T) {
			t.Parallel()
			m := &monkey{Person: visitor(t, LikesStillness()), t: t, r: rand.New(rand.NewPCG(seed, 7))}
			if m.r.IntN(2) == 0 {
				m.Host.Hold(".wasm") // released after some steps
			}
			m.Open(languages[m.r.IntN(2)])
			for step := range 40 {
				if step == 15 {
					m.Host.Release(".wasm")
				}
				m.act()
				if t.Failed() {
					t.Fatalf("after %q", m.did)
				}
			}
			m.Ready()
			m.result()
		})
	}
}

type monkey struct {
	*Person
	t   *testing.T
	r   *rand.Rand
	did []string
}

// act does one thing. Only answering may change the form, and there only what
// was answered and what follows from it.
func (m *monkey) act() {
	m.t.Helper()
	before := m.Form()
	may := func(string) bool { return false }
	switch m.r.IntN(12) {
	case 0, 1, 2, 3, 4:
		id, value := m.answer()
		m.note("answers " + id)
		if m.Step() == "result" {
			m.back()
		}
		m.give(map[string][]string{id: value})
		may = func(name string) bool {
			return name == id || id == "country" && (name == "currency" || name == "pay_basis") || strings.HasPrefix(name, "shares.")
		}
		if got := m.Form()[id]; !slices.Equal(got, value) {
			m.t.Errorf("%s is %q, and %q was given", id, got, value)
		}
	case 5, 6:
		m.note("opens a section")
		if m.Step() == "result" {
			m.back()
		}
		m.GoTo(1 + m.r.IntN(5))
	case 7:
		m.note("reloads")
		m.Reload()
		m.settle()
	case 8:
		m.note("switches the language")
		m.Leaving(func() { m.Act("lang") })
		m.settle()
		// Numbers stay as they were typed.
	case 9:
		m.note("goes back")
		if m.Step() != "1" && m.Step() != "result" {
			m.Act("back")
		}
	case 10:
		m.note("changes the looks")
		m.Do(`(theme) => { const s = document.querySelector("#appearance"); s.value = theme; s.dispatchEvent(new Event("change", { bubbles: true })); }`,
			[]string{"dark", "light", "auto"}[m.r.IntN(3)])
	case 11:
		if Eval[bool](m.Person, `() => document.documentElement.dataset.ready === "true"`) {
			m.result()
		}
	}
	after := m.Form()
	for _, name := range slices.Compact(slices.Sorted(slices.Values(append(keys(before), keys(after)...)))) {
		if !may(name) && !slices.Equal(before[name], after[name]) {
			m.t.Errorf("%s was %q and is %q", name, before[name], after[name])
		}
	}
}

func (m *monkey) note(what string) { m.did = append(m.did, what) }

// settle waits for the result that a reload shows again.
func (m *monkey) settle() {
	m.t.Helper()
	m.Until("the page has settled", `() => document.documentElement.dataset.pending !== "finish" || document.documentElement.dataset.step === "result"`)
}

// back goes from the result to the questions.
func (m *monkey) back() {
	m.t.Helper()
	m.Act("edit")
	m.Until("the questions are back", `() => document.querySelector("#checkup").checkVisibility()`)
}

// answer picks a question and something to say to it, not always sensible.
func (m *monkey) answer() (id string, values []string) {
	asked := Eval[[]struct {
		Name, Type string
		Values     []string
	}](m.Person, `() => {
		const all = {};
		for (const e of document.querySelector("#checkup").elements) {
			if (!e.name || e.name.startsWith("shares.") || e.type === "range") continue;
			const one = all[e.name] ||= { Name: e.name, Type: e.type, Values: [] };
			if (e.type === "text") one.Type = "text";
			else if (e.tagName === "SELECT") one.Values = [...e.options].map((o) => o.value).filter(Boolean);
			else if (one.Type !== "text") one.Values.push(e.value);
		}
		return Object.values(all);
	}`)
	q := asked[m.r.IntN(len(asked))]
	switch q.Type {
	case "text":
		return q.Name, []string{[]string{"0", "5", "12", "38", "46,5", "7h30", "9:15", "1 850", "many", "-3", "100000"}[m.r.IntN(11)]}
	case "checkbox":
		var values []string
		for _, value := range q.Values {
			if value != "none" && m.r.IntN(3) == 0 {
				values = append(values, value)
			}
		}
		if len(values) == 0 {
			values = []string{"none"}
			if !slices.Contains(q.Values, "none") {
				values = q.Values[:1]
			}
		}
		return q.Name, values
	default:
		return q.Name, []string{q.Values[m.r.IntN(len(q.Values))]}
	}
}

// result wants the result and compares it with what the answers score here.
func (m *monkey) result() {
	m.t.Helper()
	m.note("wants a result")
	if m.Step() == "result" {
		m.back()
	}
	var entries [][2]string
	for name, values := range m.Form() {
		for _, value := range values {
			entries = append(entries, [2]string{name, value})
		}
	}
	read := ui.Read(checkup().Pack, entries)
	m.Act("finish")
	if len(read.Problems) > 0 {
		var ids []string
		for _, p := range read.Problems {
			ids = append(ids, p.Path)
		}
		m.Until("the summary lists every problem", `(ids) => {
			const s = document.querySelector("#problems");
			return s && s.checkVisibility() && [...s.querySelectorAll("a")].map((a) => a.hash.slice(1)).join() === ids.join();
		}`, ids)
		return
	}
	m.AwaitResult()
	report, err := checkup().Score(read.Answers)
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
}
