package e2e

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"bothends/questions/record"
)

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
	if !slices.Equal(got.Answers, []string{"workload_overflow", "exhausted_evening", "weekly_hours"}) || !strings.Contains(got.Signs, "Pas de changement net") {
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
