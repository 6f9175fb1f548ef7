package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"bothends/app/i18n/pseudo"
	"bothends/app/site"
	"bothends/questions/checkup"
)

// builtPseudo is a site in English and the languages of package pseudo, with the
// program of all other sites.
var builtPseudo = sync.OnceValues(func() (string, error) {
	words, pack := filepath.Join(workshop, "pseudo-interface"), filepath.Join(workshop, "pseudo-pack")
	for _, folder := range []string{words, pack} {
		if err := os.Mkdir(folder, 0o755); err != nil {
			return "", err
		}
	}
	if err := pseudo.Interface(words); err != nil {
		return "", err
	}
	if err := pseudo.Pack(checkup.Shipped(), pack); err != nil {
		return "", err
	}
	return buildBeside(site.Options{Out: filepath.Join(workshop, "pseudo"), Interface: words, Pack: pack, Quick: true})
})

// untranslated finds plain English on the page: in pages of these languages no
// word of ours has two small letters of the alphabet side by side, but names that
// are not translated, and what says of itself that it is in English.
const untranslated = `() => {
	const found = new Set();
	const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let n; (n = words.nextNode());) {
		const e = n.parentElement;
		if (e.closest("script, noscript, pre, code, [lang=en], [lang=fr], span[dir=ltr], a[href^=http], #letter-text, .adtext")) continue;
		if (/[a-z]{3}/.test(n.data)) found.add(n.data.trim());
	}
	for (const e of document.querySelectorAll("[aria-label], [title], [alt], [placeholder]")) {
		for (const name of ["aria-label", "title", "alt", "placeholder"]) {
			const text = e.getAttribute(name);
			if (text && /[a-z]{3}/.test(text) && !e.closest("[lang=en]")) found.add(name + ": " + text.slice(0, 60));
		}
	}
	return [...found];
}`

var dated = regexp.MustCompile(` \d{4}(-\d\d)?$`)

var plain = regexp.MustCompile(`[a-z]{3}`)

// A language that the site never heard of is translated whole, has room for longer
// words on the smallest phone, reads from right to left if it says so, and its
// check-up comes to the same result.
func TestALanguageIsDataAndNothingElse(t *testing.T) {
	long(t)
	t.Parallel()
	// Names are the same in every language.
	names := []string{shippedPack().Model.Scoring.Signs.Error.Formula}
	for _, h := range shippedPack().Pack.HelpLines {
		for _, line := range h.Listening {
			names = append(names, line.Name)
		}
		for _, line := range slices.Concat(h.Emergency, h.Listening) {
			names = append(names, line.Sources...)
		}
	}
	for _, m := range shippedPack().Tables.Minimums {
		names = append(names, m.Sources()...)
	}
	for i, name := range names { // of a source, with its date
		names[i] = dated.ReplaceAllString(name, "")
	}
	for _, s := range shippedPack().Tables.Sources {
		names = append(names, s.Release, s.Source, s.Licence)
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == "" })
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) }) // one is in another
	withoutNames := func(text string) string {
		for _, name := range names {
			text = strings.ReplaceAll(text, name, "")
		}
		return text
	}
	for _, l := range pseudo.All {
		t.Run(l.Tag, func(t *testing.T) {
			t.Parallel()
			p := NewPerson(t, hostOf(t, builtPseudo), LikesStillness(), Screen(320, 640), Speaks(l.Tag))
			told := map[string]bool{} // a flaw is told once, where it is met first
			tell := func(state, what string) {
				t.Helper()
				if !told[what] {
					told[what] = true
					t.Errorf("%s: %s", state, what)
				}
			}
			look := func(state string) {
				t.Helper()
				for _, flaw := range p.Wide() {
					tell(state, "out of its place: "+flaw.String())
				}
				for _, text := range Eval[[]string](p, untranslated) {
					if plain.MatchString(withoutNames(text)) {
						tell(state, "not translated: "+text)
					}
				}
			}
			judge := func(state string) { // which takes longer
				t.Helper()
				look(state)
				for _, flaw := range p.Violations() {
					// The brackets around a text stand in the way of the one it is in.
					if !strings.HasPrefix(flaw.What, "label-content-name-mismatch") || l.Tag != pseudo.Accented.Tag {
						tell(state, flaw.String())
					}
				}
			}

			// The address without a language finds it.
			p.Go(p.Host.Base)
			p.Until("the page of the language is open", `(lang) => document.documentElement.lang === lang`, l.Tag)
			p.Ready()
			p.Do(unfold)
			judge("the first section")
			for step := 2; step <= lastStep; step++ {
				p.GoTo(step)
				p.Do(unfold)
				look("section " + p.Step())
			}
			persona := personaNamed(t, "city-hall")
			p.AnswerAll(persona.answers)
			p.Finish()
			checkResult(t, p.Result(), persona)
			p.Do(unfold)
			p.Until("what folds hold is drawn", `() => seen("#letter-text")`)
			judge("the result")
			if l.Tag == pseudo.Mirrored.Tag {
				checkMirrored(t, p)
			}
			if got := p.Keep(); got == "" {
				t.Error("the result is not kept")
			}
			for _, page := range []string{"history", "group", "method", "sources", "privacy", "about", "away", "embed"} {
				p.Go(p.Host.Base + l.Tag + "/" + page + "/")
				p.Do(unfold)
				judge(page)
			}
			p.Go(p.Host.Base + l.Tag + "/ad/")
			p.Ready()
			p.Act("example")
			p.Found()
			p.Do(unfold)
			judge("a job ad that was read")

			// The switch lists the other languages by their codes, titled with their own names, and keeps answers.
			p.Open(l.Tag)
			p.Ready()
			links := Eval[[]string](p, `() => [...document.querySelectorAll(".languages a")].map((a) => a.lang + " " + a.hreflang + " " + a.textContent + " " + a.title)`)
			if len(links) != 2 || links[0] != "en en EN English" {
				t.Errorf("the switch lists %q", links)
			}
			p.Click(".languages [hreflang=en]")
			p.Until("English is open", `() => document.documentElement.lang === "en"`)
			p.AwaitResult()
			if text := p.Result().Text; strings.ContainsAny(text, "ŝéא") {
				t.Errorf("the English result is\n%s", text)
			}
		})
	}
}

// checkMirrored looks at a result that reads from right to left.
func checkMirrored(t *testing.T, p *Person) {
	t.Helper()
	got := Eval[map[string]bool](p, `() => {
		const box = (s) => { const e = document.querySelector(s); if (!e) throw new Error("there is no " + s); return e.getBoundingClientRect(); };
		const mirrored = (s) => getComputedStyle(document.querySelector(s)).transform.startsWith("matrix(-1,");
		return {
			"the page": document.documentElement.dir === "rtl" && getComputedStyle(document.body).direction === "rtl",
			"the bar": box(".brand").right > box(".tools").left,
			"the candle": mirrored(".candle-picture"),
			"the lines": mirrored("svg.line"),
			"the names of its ends": box(".ends span").left > box(".ends span:last-child").left,
			"the table": box(".map th").left > box(".map td").left,
			"the boxes": box("#result-note .option input").left > box("#result-note .option span").left,
			"numbers to call": [...document.querySelectorAll("a.number")].every((a) => getComputedStyle(a).direction === "ltr"),
		};
	}`)
	for what, ok := range got {
		if !ok {
			t.Errorf("%s: not as from right to left", what)
		}
	}
}
