package e2e

import (
	"bufio"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"bothends/app/site"
)

// ghostServer runs the Ghost in BOTHENDS_GHOST until the test ends.
func ghostServer(t *testing.T) string {
	t.Helper()
	ghost := os.Getenv("BOTHENDS_GHOST")
	if ghost == "" {
		t.Skip("BOTHENDS_GHOST names no folder with a Ghost (hint: sh .ci/ghost FOLDER)")
	}
	folder := t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "content"), os.DirFS(filepath.Join(ghost, "content"))); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	listener.Close()
	home := "http://localhost:" + port
	cmd := exec.Command("node", "index.js")
	cmd.Dir = ghost
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	// A Ghost of a developer asks machines of one's own, too, for what is pasted.
	cmd.Env = append(os.Environ(), "NODE_ENV=development", "url="+home, "server__port="+port, "paths__contentPath="+filepath.Join(folder, "content"),
		"database__client=sqlite3", "database__connection__filename="+filepath.Join(folder, "ghost.db"), "database__useNullAsDefault=true",
		"mail__transport=stub", "privacy__useUpdateCheck=false", "privacy__useGravatar=false", "security__staffDeviceVerification=false")
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		cmd.Wait()
	})
	booted := make(chan bool, 1)
	go func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if strings.Contains(lines.Text(), "Ghost booted") {
				booted <- true
			}
		}
		close(booted)
	}()
	select {
	case yes := <-booted:
		if !yes {
			t.Fatal("Ghost does not start")
		}
	case <-time.After(patience):
		t.Fatalf("waited %v in vain: Ghost starts", patience)
	}
	return home
}

// An editor pastes the address of the check-up into an article in Ghost, on a line of its
// own, and publishes it. A visitor finds the check-up there and nothing beside it.
func TestAnEditorPastesTheAddressIntoGhostAndAVisitorAnswers(t *testing.T) {
	long(t)
	home := ghostServer(t)
	host := hostOf(t, builtSite)
	dir, err := buildBeside(site.Options{Out: filepath.Join(t.TempDir(), "site"), Base: "/", URL: host.URL, Quick: true})
	if err != nil {
		t.Fatal(err)
	}
	if host.site, _, err = site.Handler(os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	p := NewPerson(t, host, LikesStillness())
	p.Forgive(".") // what Ghost says of itself
	p.Wanders()
	p.Visit(home + "/ghost/api/admin/site/")
	ask := `async (path, method, body) => {
		const r = await fetch("/ghost/api/admin/" + path, { method, credentials: "include", headers: { "content-type": "application/json", "accept-version": "v5.0" }, body: body && JSON.stringify(body) });
		const text = await r.text();
		if (!r.ok) throw new Error(r.status + " " + text.slice(0, 300));
		return text.startsWith("{") ? JSON.parse(text) : {};
	}`
	p.Do(ask, "authentication/setup/", "POST", map[string]any{"setup": []any{map[string]string{"name": "An editor", "email": "editor@example.org", "password": "twelve Editors write 7 lines", "blogTitle": "A union"}}})
	p.Do(ask, "session/", "POST", map[string]string{"username": "editor@example.org", "password": "twelve Editors write 7 lines"})
	p.Visit(home + "/ghost/#/editor/post")
	p.Until("the editor of articles is there", `() => document.querySelector(".koenig-lexical [contenteditable=true]")`)
	p.Do(`(address) => {
		const editor = document.querySelector(".koenig-lexical [contenteditable=true]");
		editor.focus();
		const clipboardData = new DataTransfer();
		clipboardData.setData("text/plain", address);
		editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
	}`, host.URL+host.Base+"fr/")
	p.Until("the editor shows the frame", `() => document.querySelector("[data-kg-card=embed] iframe")`)
	p.Until("the article is kept", `() => /\/editor\/post\/[0-9a-f]{24}/.test(location.hash)`)
	p.Until("the article has the frame", `async () => {
		const [, id] = location.hash.match(/post\/([0-9a-f]{24})/);
		const { posts: [post] } = await (`+ask+`)("posts/" + id + "/?formats=html", "GET");
		window.post = post;
		return /<iframe/.test(post.html);
	}`)
	article := Eval[string](p, `async () => {
		const { id, updated_at } = window.post;
		const { posts: [post] } = await (`+ask+`)("posts/" + id + "/", "PUT", { posts: [{ updated_at, status: "published", title: "How heavy is it?" }] });
		return post.url;
	}`)
	p.Visit(article)
	f := p.Frame("/embed/fr/")
	f.Ready()
	persona := personaNamed(t, "freelancer")
	f.AnswerAll(persona.answers)
	f.Finish()
	checkResult(t, f.Result(), persona)
	if beside := Eval[string](p, `() => document.querySelector(".kg-embed-card").innerText.trim()`); beside != "" {
		t.Errorf("beside the frame stands %q", beside)
	}
	if seen := Eval[bool](p, `() => seen("blockquote")`); seen {
		t.Error("the link for those without a frame is seen beside it")
	}
	if height := Eval[float64](p, `() => document.querySelector(".kg-embed-card iframe").offsetHeight`); height < 900 {
		t.Errorf("the frame is %v high", height)
	}
}
