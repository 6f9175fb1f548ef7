package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothends/app/site"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
)

// signIn brings an editor, who runs the site too, into WordPress.
func (p *Person) signIn(home string) {
	p.t.Helper()
	p.Forgive(".") // what WordPress says of itself
	p.Visit(home + "/wp-login.php")
	p.Do(`() => {
		document.querySelector("#user_login").value = "editor";
		document.querySelector("#user_pass").value = "a password of a test";
		document.querySelector("#loginform").submit();
	}`)
	p.Until("the editor is in", `() => location.pathname.startsWith("/wp-admin/")`)
}

// write opens a new article in the editor of WordPress.
func (p *Person) write(home string) {
	p.t.Helper()
	p.Visit(home + "/wp-admin/post-new.php")
	p.Until("the editor of articles is there", `() => window.wp?.data?.select("core/editor")?.getCurrentPostId() && document.querySelector(".block-editor-block-list__layout, iframe[name=editor-canvas]")`)
}

// publish publishes the article and returns its address.
func (p *Person) publish() string {
	p.t.Helper()
	p.Do(`async () => { wp.data.dispatch("core/editor").editPost({ status: "publish", title: "How heavy is it?" }); await wp.data.dispatch("core/editor").savePost(); }`)
	p.Until("it is published", `() => wp.data.select("core/editor").isCurrentPostPublished()`)
	return Eval[string](p, `() => wp.data.select("core/editor").getPermalink()`)
}

// setChoice sets a choice of the block beside the article, found by its label.
func (p *Person) setChoice(label, value string) {
	p.t.Helper()
	p.Until("the choice “"+label+"” is there", `(label) => [...document.querySelectorAll(".interface-complementary-area label")].some((l) => l.innerText.trim().toLowerCase() === label.toLowerCase())`, label)
	p.Do(`(label, value) => {
		const of = [...document.querySelectorAll(".interface-complementary-area label")].find((l) => l.innerText.trim().toLowerCase() === label.toLowerCase());
		const field = document.getElementById(of.htmlFor);
		// React takes only what its own setter did not do.
		Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
		for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
	}`, label, value)
}

// Who runs a WordPress uploads the plugin of a release and says where the check-up stands.
// An editor puts the block into an article, chooses how it looks, sees it, and publishes;
// a visitor finds the working frame.
func TestTheBlockOfWordPressIsInstalledChosenAndRead(t *testing.T) {
	long(t)
	t.Parallel()
	host := hostOf(t, builtSite)
	plugin, problems := site.WordPress(site.Options{Base: host.Base})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	archive := filepath.Join(t.TempDir(), "both-ends-wordpress.zip")
	if err := os.WriteFile(archive, plugin, 0o644); err != nil {
		t.Fatal(err)
	}
	home := wordPressServer(t)
	p := NewPerson(t, host, LikesStillness(), Prefers("profile.password_manager_leak_detection", false))
	p.signIn(home)
	p.Visit(home + "/wp-admin/plugin-install.php?tab=upload")
	input := call(p, runtime.Evaluate, runtime.EvaluateParams{Expression: `document.querySelector("#pluginzip")`})
	call(p, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{archive}, ObjectID: input.Result.ObjectID})
	p.Do(`() => document.querySelector("#install-plugin-submit").click()`)
	p.Until("it is installed", `() => document.querySelector("a[href*='action=activate'][href*='both-ends']")`)
	p.Visit(Eval[string](p, `() => document.querySelector("a[href*='action=activate'][href*='both-ends']").href`))

	// Before anybody has said where the check-up stands, the block says so.
	insert := func() {
		p.write(home)
		p.Do(`() => {
			const block = wp.blocks.createBlock("both-ends/check-up");
			wp.data.dispatch("core/block-editor").insertBlocks(block);
			wp.data.dispatch("core/block-editor").selectBlock(block.clientId);
			wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block");
		}`)
	}
	insert()
	p.Until("the block says what is missing", `() => /Settings, General/.test(document.querySelector("[data-type='both-ends/check-up']")?.innerText)`)
	p.Do(`() => wp.data.dispatch("core/block-editor").resetBlocks([])`)

	set := func(address string) string {
		p.Visit(home + "/wp-admin/options-general.php")
		p.Do(`(address) => { document.querySelector("#both_ends_address").value = address; document.querySelector("#submit").closest("form").noValidate = true; document.querySelector("#submit").click(); }`, address)
		p.Until("it is saved or refused", `() => document.querySelector(".settings-error") && document.readyState === "complete"`)
		return Eval[string](p, `() => document.querySelector(".settings-error").innerText + " " + document.querySelector("#both_ends_address").value`)
	}
	for _, wrong := range []string{"javascript:alert(1)", "https://a.example/?x", `https://a.example/"onload="x`} {
		if said := set(wrong); !strings.Contains(said, "no address of a check-up") || strings.Contains(said, wrong) {
			t.Errorf("for the address %s it says %q", wrong, said)
		}
	}
	address := host.URL + host.Base
	if said := set(strings.TrimSuffix(address, "/")); !strings.HasSuffix(said, " "+address) {
		t.Errorf("the address %s is saved with %q", address, said)
	}

	insert()
	frame := func() string {
		return Eval[string](p, `() => document.querySelector("[data-type='both-ends/check-up'] iframe")?.src ?? ""`)
	}
	p.Until("the block shows the check-up", `() => document.querySelector("[data-type='both-ends/check-up'] iframe")`)
	if got, want := frame(), address+"embed/en/?theme=&accent=&country="; got != want {
		t.Errorf("the preview is %s, want %s", got, want)
	}
	p.Frame("/embed/en/").Ready()
	p.setChoice("Language", "fr")
	p.setChoice("Appearance", "dark")
	p.setChoice("Country to propose", "BE")
	p.setChoice("Colour", "#333333")
	p.Until("it says that the colour cannot be read", `() => /Too faint to read/.test(document.querySelector(".interface-complementary-area").innerText)`)
	p.setChoice("Colour", "#7cc7cf")
	p.Until("it says that the colour can be read", `() => /Easy to read/.test(document.querySelector(".interface-complementary-area").innerText)`)
	p.setChoice("What to show", "ad")
	p.Until("the preview is the reader of ads", `(src) => document.querySelector("[data-type='both-ends/check-up'] iframe")?.src === src`, address+"fr/annonce/?theme=dark&accent=%237cc7cf&country=BE")
	p.setChoice("What to show", "")
	p.setChoice("When it loads", "click")
	p.Until("the preview waits for somebody to press", `() => { const b = document.querySelector("[data-type='both-ends/check-up']"); return !b.querySelector("iframe") && b.querySelector("button")?.innerText === "Afficher"; }`)
	p.setChoice("When it loads", "")
	article := p.publish()

	asked := len(p.Requests())
	p.Visit(article)
	f := p.Frame("/embed/fr/?theme=dark&accent=%237cc7cf&country=BE")
	f.Ready()
	f.Until("the frame fits", fitted)
	if looks := Eval[string](f, `() => document.documentElement.dataset.theme + getComputedStyle(document.documentElement).getPropertyValue("--hue").trim()`); looks != "dark#7cc7cf" {
		t.Errorf("the frame looks like %s", looks)
	}
	persona := personaNamed(t, "freelancer")
	f.AnswerAll(persona.answers)
	f.Finish()
	checkResult(t, f.Result(), persona)
	for _, r := range p.Requests()[asked:] {
		if !strings.HasPrefix(r.URL, home) && !strings.HasPrefix(r.URL, host.URL) && !strings.HasPrefix(r.URL, "data:") && !strings.HasPrefix(r.URL, "blob:") {
			t.Errorf("the article asks for %s", r.URL)
		}
	}
}
