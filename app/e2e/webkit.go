package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

type overHTTP struct{ session string }

// miniBrowser is where Debian keeps the browser that comes with WebKitGTK.
const miniBrowser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"

func newWebKit(t testing.TB, traits ...engineTrait) *engine {
	t.Helper()
	home, err := os.MkdirTemp("", "bothends-webkit-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(home) })
	e := &engine{Name: "WebKitGTK", t: t, console: &console{}}
	config := filepath.Join(home, ".config", "gtk-3.0")
	if err := errors.Join(
		os.MkdirAll(config, 0o700),
		// Its tools would keep the window from getting as narrow as a phone.
		os.WriteFile(filepath.Join(config, "gtk.css"), []byte("* { padding: 0; margin: 0; min-width: 0; font-size: 1px; } image { -gtk-icon-transform: scale(0.1); }"), 0o600),
		// A click must not chase a page that scrolls.
		os.WriteFile(filepath.Join(config, "settings.ini"), []byte("[Settings]\ngtk-enable-animations=0\n"), 0o600),
	); err != nil {
		t.Fatal(err)
	}

	// It has no headless mode: a screen of its own, whose number it tells.
	number, told, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	xvfb, err := exec.LookPath("Xvfb")
	if err != nil {
		t.Fatal("there is no Xvfb (hint: sh .ci/browsers)")
	}
	screen := exec.Command(xvfb, "-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")
	screen.ExtraFiles = []*os.File{told}
	if err := screen.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { screen.Process.Kill(); screen.Wait() })
	told.Close()
	display, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb tells no screen: %v", err)
	}

	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := free.Addr().(*net.TCPAddr).Port
	free.Close()
	run(t, e.console, []string{
		"DISPLAY=:" + strings.TrimSpace(display), "HOME=" + home, "XDG_CONFIG_HOME=" + filepath.Join(home, ".config"), "XDG_RUNTIME_DIR=" + home, "LANG=C.UTF-8",
		"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1", "WEBKIT_DISABLE_COMPOSITING_MODE=1", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1",
	}, "WebKitWebDriver", "--host=127.0.0.1", "--port="+strconv.Itoa(port))

	args := []string{"--automation", "--enable-write-console-messages-to-stdout=true"}
	if slices.Contains(traits, withoutStorage) {
		args = append(args, "--enable-html5-local-storage=false")
	}
	driver := &overHTTP{"http://127.0.0.1:" + strconv.Itoa(port) + "/session"}
	awaitNonNil(t, "WebKitWebDriver listens", func() (bool, error) {
		conn, err := net.Dial("tcp", "127.0.0.1:"+strconv.Itoa(port))
		if err == nil {
			conn.Close()
		}
		return true, err
	})
	answer, err := driver.call("NewSession", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"browserName": "MiniBrowser", "timeouts": patiently,
		"webkitgtk:browserOptions": map[string]any{"binary": miniBrowser, "args": args},
	}}})
	var session struct{ SessionID string }
	if err == nil {
		err = json.Unmarshal(answer, &session)
	}
	if err != nil {
		t.Fatalf("WebKitGTK takes no session: %v\n%s", err, e.console.output.String())
	}
	driver.session += "/" + session.SessionID
	t.Cleanup(func() { driver.call("DeleteSession", nil) })
	e.wire = driver
	return e
}

// paths are the commands of WebDriver over HTTP; all but the last are sent with
// POST.
var paths = map[string]string{
	"NewSession": "", "Navigate": "/url", "ExecuteAsyncScript": "/execute/async", "FindElement": "/element",
	"ElementClick": "/element/{id}/click", "ElementSendKeys": "/element/{id}/value", "SetWindowRect": "/window/rect",
	"Print": "/print", "TakeScreenshot": "/screenshot", "DeleteSession": "",
}

func (h *overHTTP) call(command string, params map[string]any) (json.RawMessage, error) {
	path, ok := paths[command]
	if !ok {
		return nil, fmt.Errorf("no way to say %s", command)
	}
	if id, ok := params["id"].(string); ok {
		path = strings.Replace(path, "{id}", id, 1)
	}
	method := http.MethodPost
	var body io.Reader
	switch command {
	case "TakeScreenshot":
		method = http.MethodGet
	case "DeleteSession":
		method = http.MethodDelete
	default:
		content, err := json.Marshal(params)
		if err != nil {
			return nil, err
		}
		body = bytes.NewReader(content)
	}
	request, err := http.NewRequest(method, h.session+path, body)
	if err != nil {
		return nil, err
	}
	client := http.Client{Timeout: 2 * patience}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	var answer struct{ Value json.RawMessage }
	if err := json.Unmarshal(content, &answer); err != nil {
		return nil, fmt.Errorf("%s: %.200s", err, content)
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %.300s", command, answer.Value)
	}
	return answer.Value, nil
}
