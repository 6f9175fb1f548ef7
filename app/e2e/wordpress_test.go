package e2e

import (
	"bufio"
	"bytes"
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

// wordPressServer runs a WordPress of Debian's until the test ends.
func wordPressServer(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "bothends-wordpress-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	listener.Close()
	cmd := exec.Command("sh", filepath.Join("..", "..", ".ci", "wordpress"), folder, port)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	t.Cleanup(func() {
		syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
		select {
		case <-ended:
		case <-time.After(patience):
			syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
			<-ended
		}
	})
	ready := make(chan bool, 1)
	go func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if lines.Text() == "ready" {
				ready <- true
			}
		}
		ended <- cmd.Wait()
		close(ready)
	}()
	if !<-ready {
		t.Fatalf("WordPress does not start:\n%s", said.Bytes())
	}
	return "http://localhost:" + port
}

// An editor pastes the address of the check-up into an article, on a line of its own, and
// publishes it. A visitor finds the check-up there, answers it and reads the result.
func TestAnEditorPastesTheAddressIntoWordPressAndAVisitorAnswers(t *testing.T) {
	long(t)
	t.Parallel()
	host := hostOf(t, builtSite)
	dir, err := buildBeside(site.Options{Out: filepath.Join(t.TempDir(), "site"), Base: "/", URL: host.URL, Quick: true})
	if err != nil {
		t.Fatal(err)
	}
	if host.site, _, err = site.Handler(os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	home := wordPressServer(t)

	p := NewPerson(t, host, LikesStillness(), Prefers("profile.password_manager_leak_detection", false))
	p.signIn(home)
	p.write(home)
	// What pasting an address becomes: the block "Embed". (For https alone, which a test has
	// not, WordPress makes it of itself.)
	p.Do(`(address) => {
		wp.data.dispatch("core/block-editor").insertBlocks(wp.blocks.createBlock("core/embed", { url: address }));
	}`, host.URL+host.Base+"fr/")
	p.Until("the editor shows the frame", `() => {
		const found = wp.data.select("core").getEmbedPreview(wp.data.select("core/block-editor").getBlocks().find((b) => b.name === "core/embed")?.attributes.url);
		return found && /<blockquote/.test(found.html) && /<iframe/.test(found.html) && /sandbox=/.test(found.html);
	}`)
	article := p.publish()

	p.Visit(article)
	f := p.Frame("/embed/fr/")
	f.Ready()
	p.Until("WordPress has taken the height, and shows the frame", `() => { const f = document.querySelector("iframe.wp-embedded-content"); return f?.height === "1000" && !f.hasAttribute("style"); }`)
	if markup := Eval[string](p, `() => document.querySelector("iframe.wp-embedded-content").outerHTML`); !strings.Contains(markup, `sandbox="allow-scripts"`) {
		t.Errorf("the frame of WordPress is %s", markup)
	}
	persona := personaNamed(t, "freelancer")
	f.AnswerAll(persona.answers)
	f.Finish()
	checkResult(t, f.Result(), persona)

	// The page to leave to is short, and so is its frame.
	f.Act("leave")
	p.Frame("/fr/minutes/")
	p.Until("the frame is as small as the page in it", `() => { const { offsetHeight } = document.querySelector("iframe.wp-embedded-content"); return offsetHeight < 1000 && offsetHeight >= 200; }`)
}
