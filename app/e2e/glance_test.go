package e2e

import "testing"

// The first screen of a result says it all: its name, what weighs most and one thing to
// do, and where signs are high somebody to talk to, while the name stays in the upper half.
func TestTheFirstScreenOfAResultSaysItAll(t *testing.T) {
	t.Parallel()
	for _, lang := range languages {
		for name, high := range map[string]bool{"city-hall": false, "start-up-lead": false, "sports-league": true} {
			t.Run(lang+" "+name, func(t *testing.T) {
				core(t, lang == "fr" && name != "start-up-lead")
				t.Parallel()
				p := visitor(t, Phone(390, 844), LikesStillness())
				p.Open(lang)
				p.AnswerAll(personaNamed(t, name).answers)
				p.Finish()
				p.Do(`() => { document.querySelectorAll("#result details").forEach((d) => { d.open = false; }); scrollTo(0, 0); }`)
				got := Eval[struct {
					Name, Heaviest, Now, Page float64
					Small                     []string
					Words                     int
					Heading                   string
				}](p, `() => {
					const box = (s) => document.querySelector("#result " + s).getBoundingClientRect();
					return {
						Name: box("h2").bottom, Heaviest: box(".heaviest").bottom, Now: box(".now").bottom,
						Page: document.documentElement.scrollHeight,
						Small: [...document.querySelectorAll("#result .calls a")].filter((a) => a.getBoundingClientRect().height < 44).map((a) => a.textContent),
						Words: document.querySelector("#result").innerText.split(/\s+/).length,
						Heading: document.querySelector("#result h2").textContent,
					};
				}`)
				t.Logf("%+v", got)
				if high && got.Name > 844/2 || !high && got.Now > 844 {
					t.Errorf("not all is on the first screen: %+v", got)
				}
				if got.Page > 2600 || got.Words > 350 || len(got.Small) > 0 {
					t.Errorf("the result is long before anything is opened, or a number is small: %+v", got)
				}
			})
		}
	}
}

// A chapter opens for a link, and for whoever comes back to the address of it.
func TestALinkOpensItsChapter(t *testing.T) {
	t.Parallel()
	core(t, true)
	p := visitor(t, Phone(390, 844), LikesStillness())
	p.Open("en")
	p.AnswerAll(personaNamed(t, "city-hall").answers)
	p.Finish()
	p.Do(`() => document.querySelectorAll("#result details").forEach((d) => { d.open = false; })`)
	p.Click(`#result a[href="#result-note"]`)
	open := `() => ["result-next", "result-note"].every((id) => document.getElementById(id).open)
		&& document.getElementById("result-note").getBoundingClientRect().top < innerHeight`
	p.Until("the note and its chapter are open", open)
	p.Reload()
	p.Until("they are open again", open)
}
