package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"bothends/app/site"
	"bothends/questions/packs"
)

const newsroomFolder = "../../questions/packs/newsroom-social-desk"

// builtNewsroom is the site of somebody's own questionnaire, with a program that
// carries it in the place of ours.
var builtNewsroom = sync.OnceValues(func() (string, error) {
	return build(site.Options{Out: filepath.Join(workshop, "newsroom"), Base: "/desk/", Pack: newsroomFolder, Quick: true})
})

func TestAnotherQuestionnaireIsAnsweredInItsOwnWords(t *testing.T) {
	t.Parallel()
	own, problems := packs.Open(os.DirFS(newsroomFolder))
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
	// The other language, offline.
	p.Offline()
	p.Host.Vanish()
	p.Forgive(`worker\.js`)
	p.Go("/desk/en/")
	p.AwaitResult()
	if text := p.Result().Text; !strings.Contains(text, own.Words["en"].Get("driver.work_volume.name")) {
		t.Errorf("the English result is\n%s", text)
	}
}
