package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/record"
)

// Drop lets files fall onto the page. Content is by name.
func (p *Person) Drop(files ...[2]string) {
	p.t.Helper()
	p.Do(`(files) => {
		const data = new DataTransfer();
		for (const [name, content] of files) data.items.add(new File([content], name, { type: "application/json", lastModified: Date.UTC(2026, 0, 31, 12) }));
		for (const name of ["dragenter", "dragover", "drop"]) {
			const event = new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true });
			document.querySelector("h1").dispatchEvent(event);
			if (name === "drop" && !event.defaultPrevented) throw new Error("the browser would open the file");
		}
	}`, files)
}

func personaFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../questions/packs/social-media-manager/personas", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestResultsTravelInAFile(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	c := shippedPack()
	one := string(encode(t, c.Pack, "2026-03-01T09:00:00", personaNamed(t, "city-hall").answers))
	two := string(encode(t, c.Pack, "2026-04-12T09:00:00", personaNamed(t, "freelancer").answers))
	p.Go(p.Host.Base + historyPages["fr"])
	p.Ready()
	both := string(record.EncodeMany([]string{one, two}))
	p.Drop([2]string{"results.json", both})
	p.Until("both are there", `() => document.querySelectorAll("[data-record]").length === 2`)
	p.Drop([2]string{"results.json", both}) // and are there once
	p.Until("it says that they were there", `() => /2 étaient/.test(document.querySelector("#history-said").textContent)`)
	p.Drop([2]string{"answers.json", personaFile(t, "sports-league")})
	p.Until("the third is there", `() => document.querySelectorAll("[data-record]").length === 3`)
	if lines := p.History(); lines[2].Date[:10] != "2026-01-31" || lines[0].Date != "2026-04-12T09:00:00" {
		t.Errorf("the history is %v", lines)
	}
	// A damaged file changes nothing, and every problem is listed.
	wrong := strings.Replace(strings.Replace(both, "2026-04-12", "2026-99-12", 1), `"weekly_hours": 40`, `"weekly_hours": 400`, 1)
	p.Drop([2]string{"results.json", wrong})
	p.Until("both problems are listed", `() => document.querySelectorAll(".refused li").length === 2`)
	if n := len(p.kept()); n != 3 {
		t.Errorf("%d are kept", n)
	}
	// Files that come together cannot be told apart.
	p.Drop([2]string{"a.json", one}, [2]string{"b.json", two})
	p.Until("it asks for one", `() => document.querySelectorAll(".refused li").length === 1`)
}

func TestAFileWithAScriptInEveryTextFieldRunsNowhere(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	const script = `<img src=x onerror=window.hacked=1><script>window.hacked=1</script>`
	// Every text of the file, names included, one after the other and together.
	text := regexp.MustCompile(`"[^"]*"`)
	whole := personaFile(t, "city-hall")
	all := text.ReplaceAllString(whole, `"`+script+`"`)
	kept := string(encode(t, shippedPack().Pack, "2026-03-01T09:00:00", questions.Answers{"weekly_hours": 40.0}))
	files := [][2]string{
		{script + ".json", all},
		{"values.json", regexp.MustCompile(`: "[^"]*"`).ReplaceAllString(whole, `: "`+script+`"`)},
		{"lists.json", regexp.MustCompile(`(?m)^   "[^"]*"`).ReplaceAllString(whole, `   "`+script+`"`)},
		{"date.json", strings.Replace(kept, "2026-03-01T09:00:00", script, 1)},
	}
	for _, place := range []string{"en/", historyPages["en"], groupPages["en"]} {
		p.Go(p.Host.Base + place)
		p.Ready()
		for _, f := range files {
			p.Do(`() => { window.before = document.body.innerText.length; document.querySelectorAll("details").forEach((d) => { d.open = true; }); }`)
			p.Drop(f)
			p.Until("the file is refused", `() => document.querySelectorAll("#live .problem").length > 0 && document.querySelector("#live").innerText.length > 100`)
			bad := Eval[[]string](p, `() => [...document.querySelectorAll("#live img, #live script, [onerror]")].map((e) => e.outerHTML)`)
			if len(bad) > 0 || Eval[bool](p, `() => "hacked" in window`) {
				t.Errorf("on %s, %s became %q", place, f[0], bad)
			}
		}
	}
	if n := len(p.kept()); n > 0 {
		t.Errorf("%d are kept", n)
	}
	// The group page names the file, as text.
	if shown := Eval[string](p, `() => document.querySelector("#live").innerText`); !strings.Contains(shown, script) {
		t.Errorf("the name of the file is not shown: %s", shown)
	}
}

func TestAFileDroppedOnTheCheckUpIsOpened(t *testing.T) {
	long(t)
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.Ready()
	persona := personaNamed(t, "freelancer")
	p.Drop([2]string{"answers.json", personaFile(t, "freelancer")})
	p.Until("the answers are in the form", `() => document.querySelector(".openfile [role=status]").textContent.trim() !== ""`)
	if got, want := p.Form(), Expected(persona.answers, "en"); !sameForm(got, want) {
		t.Errorf("the form holds %v, want %v", got, want)
	}
	// Later on a file is not taken, and the page is not left for it either.
	p.GoTo(lastStep)
	p.Finish()
	p.Drop([2]string{"answers.json", personaFile(t, "sports-league")})
	checkResult(t, p.Result(), persona)
}
