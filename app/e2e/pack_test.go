package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"bothends/app/site"
	"bothends/questions"
	"bothends/questions/checkup"
)

const newsroomFolder = "../../questions/packs/newsroom-social-desk"

// builtNewsroom is the site of somebody's own questionnaire, with the program of
// ours.
var builtNewsroom = sync.OnceValues(func() (string, error) {
	return buildBeside(site.Options{Out: filepath.Join(workshop, "newsroom"), Base: "/desk/", Pack: newsroomFolder, Quick: true})
})

func TestAnotherQuestionnaireIsAnsweredInItsOwnWords(t *testing.T) {
	long(t)
	t.Parallel()
	own, problems := checkup.Open(os.DirFS(newsroomFolder))
	if own == nil {
		t.Fatal(problems)
	}
	persona := personaOf(t, own, newsroomFolder+"/personas", "regional-desk-of-one")

	p := NewPerson(t, hostOf(t, builtNewsroom))
	p.Open("fr")
	words := own.Words["fr"]
	if title := Eval[string](p, `() => document.querySelector("h1").textContent`); title != words.Get("pack.title") {
		t.Errorf("the page is headed %q", title)
	}
	p.AnswerAll(persona.answers)
	p.Finish()
	got := p.Result()
	checkResult(t, got, persona)
	for _, key := range []string{"driver.work_volume.name", "driver.work_volume.employer", "limit.unpaid_hours.name"} {
		if !strings.Contains(got.Text, words.Get(key)) {
			t.Errorf("the result does not say %q", words.Get(key))
		}
	}
	if strings.ContainsAny(got.Text, "⟨⟩") || Eval[bool](p, `() => !!document.querySelector("#pay, a[href*=annonce]")`) {
		t.Error("the result asks for words, or speaks of things, that this questionnaire does not have")
	}
	// What is saved says which questionnaire it answers.
	saved := p.Save(t.TempDir())
	if again, problems := own.Pack.Decode(saved); len(problems) > 0 || len(again) != len(persona.answers) {
		t.Errorf("the saved file has %d answers: %v", len(again), problems)
	}
	// Its note to an employer says what this desk asked.
	openNote(p)
	say(p, "trained_cover")
	awaitNote(p, words.Get("letter.trained_cover.0"), true)
	// The other language, offline.
	p.Offline()
	p.Go("/desk/en/")
	p.AwaitResult()
	p.Offline()
	p.Host.Vanish()
	p.Forgive(`worker\.js`)
	p.Reload()
	p.AwaitResult()
	if text := p.Result().Text; !strings.Contains(text, own.Words["en"].Get("driver.work_volume.name")) {
		t.Errorf("the English result is\n%s", text)
	}
}

// What authors begin with: one language, one section, and nothing that a
// questionnaire may do without.
func TestTheSmallestQuestionnaireIsAnsweredToItsResult(t *testing.T) {
	long(t)
	t.Parallel()
	p := NewPerson(t, hostOf(t, func() (string, error) {
		return build(site.Options{Out: filepath.Join(workshop, "smallest"), Base: "/", Pack: "../../questions/testdata/smallest", Quick: true})
	}))
	p.Open("en")
	p.AnswerAll(questions.Answers{"overflow": "always", "weekly_hours": 56.0, "thanks": "never", "tired": "always"})
	p.Finish()
	text := p.Result().Text
	for _, said := range []string{"Under pressure", "A week of 55 hours or more", "Take one task away."} {
		if !strings.Contains(text, said) {
			t.Errorf("the result does not say %q", said)
		}
	}
	if strings.ContainsAny(text, "⟨⟩[]{}") || Eval[bool](p, `() => !!document.querySelector("#pay, .letter, [data-act=lang], [data-act=next-places]")`) {
		t.Errorf("the result lacks words, or offers what there is not:\n%s", text)
	}
}

// Two questionnaires on one origin share its storage, and some ids.
func TestTwoQuestionnairesOfOneOriginKeepApart(t *testing.T) {
	t.Parallel()
	dir, err := builtNewsroom()
	if err != nil {
		t.Fatal(err)
	}
	p := NewPerson(t, hostOf(t, builtBelow))
	ours, desk := p.Host.Base, p.Host.Beside(t, os.DirFS(dir))
	own, problems := checkup.Open(os.DirFS(newsroomFolder))
	if own == nil {
		t.Fatal(problems)
	}

	p.Go(ours + "en/")
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Finish()
	first := p.Form()
	if got := p.Keep(); got != "kept" {
		t.Fatalf("the first result is %q", got)
	}

	p.Go(desk + "en/")
	p.Ready()
	if got, step := p.Form(), p.Step(); len(got) > 0 || step != "1" {
		t.Fatalf("the other questionnaire opens at step %s with %v", step, got)
	}
	persona := personaOf(t, own, newsroomFolder+"/personas", "regional-desk-of-one")
	p.AnswerAll(persona.answers)
	p.Finish()
	if got := Eval[string](p, `() => document.querySelector("[data-act=history]").textContent`); strings.ContainsAny(got, "123") {
		t.Errorf("before anything is kept, the link to it says %q", got)
	}
	if got := p.Keep(); got != "kept" {
		t.Fatalf("the other result is %q", got)
	}
	p.Go(desk + "en/history/")
	p.Ready()
	if lines := p.History(); len(lines) != 1 || Eval[bool](p, `() => !!document.querySelector("[data-odd]")`) {
		t.Errorf("the history of the other questionnaire is %v", lines)
	}

	// Erasing one leaves the other, in the tab and on the device.
	p.Erase()
	p.Until("nothing is kept", `() => document.querySelector("[data-empty]")`)
	left := Eval[[]string](p, `() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith("bothends") && !key.includes(":social-media-manager/"))`)
	if len(left) > 0 {
		t.Errorf("after erasing, there is still %q", left)
	}
	p.Go(ours + "en/")
	p.AwaitResult()
	if got := p.Form(); !sameForm(got, first) {
		t.Errorf("the form holds %v, want %v", got, first)
	}
	p.Leaving(func() { p.Act("history") })
	p.Ready()
	if lines := p.History(); len(lines) != 1 {
		t.Errorf("the history is %v", lines)
	}
	p.Erase()
	p.Until("nothing is kept", `() => document.querySelector("[data-empty]")`)
	if left := Eval[[]string](p, `() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key.startsWith("bothends"))`); len(left) > 0 {
		t.Errorf("after erasing both, there is still %q", left)
	}
}

// A copy of the same questionnaire at another address is another check-up in
// the same tab.
func TestADraftIsThatOfItsSiteAlone(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Forgive("404")
	const answers = `{"v": 1, "answers": {"weekly_hours": ["41"], "country": ["FR"]}, "step": 2, "done": false}`
	open := func(drafts map[string]string, path string) {
		t.Helper()
		p.Go("/404.html")
		p.Do(`(drafts) => { sessionStorage.clear(); for (const [key, text] of Object.entries(drafts)) sessionStorage.setItem(key, text); }`, drafts)
		p.Go(path)
		p.Ready()
	}
	holds := func(name string, want map[string]string) {
		t.Helper()
		got := Eval[map[string]string](p, `() => ({ ...sessionStorage })`)
		for key, text := range want {
			if held, ok := got[key]; !strings.Contains(held, text) || ok == (text == "") {
				t.Errorf("%s: under %s is %q, want %q in it", name, key, held, text)
			}
		}
	}
	const own = "bothends.draft:social-media-manager/"

	open(map[string]string{own + "copy/": answers, "bothends.draft:another/": answers}, "/en/")
	if got := p.Form(); len(got) > 0 {
		t.Errorf("the drafts of others fill in %v", got)
	}

	before := map[string]string{own: answers, "bothends.letter:social-media-manager/": `{"edited": true, "text": "Dear Ana"}`}

	// An ad that is taken along goes under the answers that were there.
	open(before, "/job-posting/")
	p.Do(`() => { const e = document.querySelector("#ad"); e.value = "Social media manager\n\nYou will create and publish posts, and edit short videos. 35 hours a week."; e.dispatchEvent(new Event("input", { bubbles: true })); }`)
	p.Until("the ad is read", `() => document.querySelector("#adresult")?.dataset.whole === "true"`)
	p.Leaving(func() { p.Act("take") })
	p.Ready()
	if got := p.Form(); len(got["weekly_hours"]) != 1 || len(got["responsibilities"]) == 0 {
		t.Errorf("with an ad, the form holds %v", got)
	}
	holds("with an ad", map[string]string{own: `"41"`, "bothends.letter:social-media-manager/": "Dear Ana"})

	// Leaving forgets all of them that are of this questionnaire.
	p.Do(`(drafts) => { for (const [key, text] of Object.entries(drafts)) sessionStorage.setItem(key, text); }`, before)
	p.Leaving(func() { p.Act("leave") })
	if left := Eval[[]string](p, `() => Object.keys(sessionStorage)`); len(left) > 0 {
		t.Errorf("after leaving, the tab still holds %q", left)
	}
}
