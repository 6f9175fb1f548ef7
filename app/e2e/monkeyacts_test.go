package e2e

import (
	"net/http"
	"reflect"
	"slices"

	"bothends/questions/record"
)

// tries changes one control of the what-if, and puts everything back.
func (m *monkey) tries() {
	m.t.Helper()
	m.note("tries what would change the result")
	m.Until("the what-if has suggestions, or is not possible", `() => {
		const region = document.querySelector("#whatif");
		return !region || region.hidden || region.querySelector(".ideas[data-found]");
	}`)
	if Eval[bool](m.Person, `() => document.querySelector("#whatif")?.hidden ?? true`) {
		m.note("… in vain")
		return
	}
	before := m.unmoved()
	tried := Eval[string](m.Person, `(n) => {
		const all = [...document.querySelectorAll("#whatif [data-lever], #whatif [data-act=whatif-try]")];
		const control = all[n % all.length];
		for (let fold = control.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
		if (control.type !== "range") control.click();
		else {
			control.value = control.value === control.max ? control.min : control.max;
			control.dispatchEvent(new Event("input", { bubbles: true }));
		}
		return control.id || control.dataset.act + " " + control.dataset.n;
	}`, m.r.IntN(1000))
	m.note("… " + tried)
	m.Until("something is tried", `() => document.querySelector("#whatif .standing").dataset.idle === "false"`)
	if after := m.unmoved(); !reflect.DeepEqual(after, before) {
		m.t.Errorf("trying changed the answers, the result or the draft:\n%v\n%v", before, after)
	}
	m.Act("whatif-reset")
	m.Until("everything is back", `() => document.querySelector("#whatif .standing").dataset.idle === "true"`)
	if after := m.unmoved(); !reflect.DeepEqual(after, before) {
		m.t.Errorf("taking back what was tried changed the answers, the result or the draft:\n%v\n%v", before, after)
	}
}

// keeps keeps the result on the device, which holds the answers and nothing
// else; the same answers are kept once a day.
func (m *monkey) keeps() {
	m.t.Helper()
	m.note("keeps the result")
	read := shippedPack().Pack.ParseForm(entries(m.seen.Form), shippedPack().Words[m.Lang()])
	var same []string // the days on which these answers are kept
	for _, text := range m.kept {
		if r, problems := record.Decode(shippedPack().Pack, []byte(text)); len(problems) == 0 && reflect.DeepEqual(r.Answers, read.Answers) {
			same = append(same, r.Date[:len("2026-11-25")])
		}
	}
	outcome := m.Keep()
	now := m.look().Kept
	if outcome == "already" && len(same) > 0 {
		return // and check sees that nothing has changed
	}
	if outcome != "kept" || len(now) != len(m.kept)+1 {
		m.t.Errorf("keeping is %q, and %d results are on the device, which were %d", outcome, len(now), len(m.kept))
	}
	for key, text := range now {
		if _, old := m.kept[key]; old {
			continue
		}
		r, problems := record.Decode(shippedPack().Pack, []byte(text))
		if len(problems) > 0 || !reflect.DeepEqual(r.Answers, read.Answers) || slices.Contains(same, r.Date[:len("2026-11-25")]) {
			m.t.Errorf("kept is %s (%v), and the answers are %v, kept before on %q", text, problems, read.Answers, same)
		}
		m.kept[key] = text
	}
}

// erases erases everything, and goes on from nothing.
func (m *monkey) erases() {
	m.t.Helper()
	m.note("erases everything")
	m.Erase()
	clear(m.kept)
	left := m.look()
	if len(left.Form) > 0 || len(left.Ours) > 0 || left.Step != "1" || m.HasResult() {
		m.t.Errorf("after erasing, there is %+v", left)
	}
}

// deploys puts a new version on the host, every other time so that at first it
// cannot be fetched whole. It is offered when it is whole.
func (m *monkey) deploys() {
	m.t.Helper()
	m.note("meets a new version")
	m.Offline()
	m.first = m.running
	m.deployed = true
	flaw := m.r.IntN(4)
	if flaw < 2 {
		m.note("… that is not whole")
		m.Host.Break("page.", []http.Handler{Failing(http.StatusNotFound), Dropping}[flaw])
		m.Forgive(`worker\.js|page\.[0-9a-f]+\.css|worker: uncaught`) // why the new worker was given up
	}
	m.Host.deploy(m.t)
	if flaw < 2 {
		if got := Eval[string](m.Person, look); got != "none" {
			m.t.Errorf("a version that is not whole is %s", got)
		}
		m.Host.Break("page.", nil)
	}
	if got := Eval[string](m.Person, look); got != "waiting" {
		m.t.Errorf("the new version is %s", got)
	}
	m.offered()
}

// takes takes the new version that is on offer.
func (m *monkey) takes() {
	m.t.Helper()
	m.note("takes the new version")
	m.Ready()
	m.offered()
	m.Leaving(func() { m.Click("[data-act=update]") })
	m.settle()
	m.taken = true
	if m.running = m.version(); m.running == m.first {
		m.t.Errorf("version %s is still open", m.first)
	}
}

// switches goes to another language, in which numbers stay as they were typed. Only
// one that somebody has read here is kept: another cannot be had without a network,
// which is said, and comes from the host in the version that is there.
func (m *monkey) switches() {
	m.t.Helper()
	m.note("switches the language")
	links := Eval[[]string](m.Person, `() => [...document.querySelectorAll("[data-act=lang]")].map((a) => a.href.split("#")[0])`)
	link := m.r.IntN(len(links))
	kept := m.running // the version that is kept, besides a later one that waits
	if m.deployed && !m.taken {
		kept = m.first
	}
	isKept := Eval[bool](m.Person, `async ([href, version]) => {
		for (const name of await caches.keys())
			if (name.endsWith(version) && await (await caches.open(name)).match(href)) return true;
		return false;
	}`, []string{links[link], kept})
	leave := func() {
		m.Leaving(func() {
			Eval[int](m.Person, `(n) => { document.querySelectorAll("[data-act=lang]")[n].click(); return 0; }`, link)
		})
	}
	switch {
	case isKept:
		leave()
		m.running = kept
	case m.away:
		m.note("… in vain")
		m.Forgive(`status of 503`) // what the worker answers with
		leave()
		m.Until("it is said", `() => seen("main > [lang]:not([hidden])") && !document.querySelector("#checkup")`)
		Eval[int](m.Person, `() => { history.back(); return 0; }`)
		m.Until("the check-up is back", `() => !!document.querySelector("#checkup")`) // it may have been frozen, not left
	default:
		leave()
		if m.running = m.version(); m.deployed && m.running != m.first {
			m.note("… and meets the new version")
		}
	}
	m.settle()
}

// back goes from the result to the questions.
func (m *monkey) back() {
	m.t.Helper()
	m.Act("edit")
	m.Until("the questions are back", `() => seen("#checkup")`)
}

// answer picks a question and something to say to it, not always sensible.
func (m *monkey) answer() (id string, values []string) {
	if m.asked == nil {
		m.asked = Eval[[]asked](m.Person, `() => {
			const all = {};
			for (const e of document.querySelector("#checkup").elements) {
				if (!e.name || e.name.startsWith("shares.") || e.name.startsWith("sure.") || e.type === "range") continue;
				const one = all[e.name] ||= { Name: e.name, Type: e.type, Values: [] };
				if (e.type === "text") one.Type = "text";
				else if (e.tagName === "SELECT") one.Values = [...e.options].map((o) => o.value).filter(Boolean);
				else if (one.Type !== "text") one.Values.push(e.value);
			}
			return Object.values(all);
		}`)
	}
	q := m.asked[m.r.IntN(len(m.asked))]
	switch q.Type {
	case "text":
		return q.Name, []string{[]string{"0", "5", "12", "38", "46,5", "7h30", "9:15", "1 850", "many", "-3", "100000", "151,67", "24.038", "35–40", "environ 40"}[m.r.IntN(15)]}
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

// entries are what a form holds, one by one.
func entries(form map[string][]string) (list [][2]string) {
	for name, values := range form {
		for _, value := range values {
			list = append(list, [2]string{name, value})
		}
	}
	return list
}
