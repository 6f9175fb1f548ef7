package e2e

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// An engine is a browser that is not Chromium, driven with the commands of W3C
// WebDriver: Firefox hears them over Marionette, WebKitGTK over HTTP.
type engine struct {
	Name string

	t       testing.TB
	wire    wire
	console *console
}

// A wire takes commands of WebDriver to a browser.
type wire interface {
	call(command string, params map[string]any) (json.RawMessage, error)
}

// An engineTrait is a way in which a browser is started.
type engineTrait string

// withoutStorage starts a browser whose web storage is blocked or gone.
const withoutStorage engineTrait = "without storage"

// engines start a browser that is closed when the test ends.
var engines = map[string]func(t testing.TB, traits ...engineTrait) *engine{
	"firefox": newFirefox,
	"webkit":  newWebKit,
}

// open goes to an address and waits until it is loaded.
func (e *engine) open(url string) {
	e.t.Helper()
	if _, err := e.wire.call("Navigate", map[string]any{"url": url}); err != nil {
		e.t.Fatalf("%s does not open %s: %v", e.Name, url, err)
	}
	e.until("the page is loaded", `() => document.readyState === "complete"`)
}

// ask runs a JavaScript function in the page and decodes what it returns, also
// when that is promised.
func (e *engine) ask(into any, function string, args ...any) error {
	script := fmt.Sprintf(`const done = arguments[arguments.length - 1];
		(async () => %s)().then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`,
		calling(function, args))
	answer, err := e.wire.call("ExecuteAsyncScript", map[string]any{"script": script, "args": []any{}})
	if err != nil {
		return err
	}
	var text string
	var result struct {
		Value json.RawMessage
		Error string
	}
	if err := json.Unmarshal(answer, &text); err != nil {
		return fmt.Errorf("%s: %w", answer, err)
	}
	if err := json.Unmarshal([]byte(text), &result); err != nil {
		return fmt.Errorf("%s: %w", text, err)
	}
	if result.Error != "" {
		return errors.New(result.Error)
	}
	if into == nil || result.Value == nil {
		return nil
	}
	return json.Unmarshal(result.Value, into)
}

// evalIn is ask for a test that cannot go on without an answer.
func evalIn[T any](e *engine, function string, args ...any) T {
	e.t.Helper()
	var value T
	if err := e.ask(&value, function, args...); err != nil {
		e.t.Fatalf("asking the page in %s: %v\n%s", e.Name, err, strings.TrimSpace(function))
	}
	return value
}

// until waits for a JavaScript function to return something true, also in the
// next page when this one goes away.
func (e *engine) until(what, function string, args ...any) {
	e.t.Helper()
	look := fmt.Sprintf(`async () => {
		for (let looks = 0; looks < 50; looks++) {
			try { if (await %s) return true; } catch { /* not yet */ }
			await new Promise((done) => setTimeout(done, 20));
		}
		return false;
	}`, calling(function, args))
	for start := time.Now(); ; {
		var yes bool
		err := e.ask(&yes, look)
		if err == nil && yes {
			return
		}
		if time.Since(start) > patience {
			e.t.Fatalf("%s waited %v in vain: %s (%v)\nheard were %q", e.Name, patience, what, err, e.console.complaints())
		}
	}
}

const elementKey = "element-6066-11e4-a52e-4f735466cecf"

// click presses the mouse on an element.
func (e *engine) click(selector string) {
	e.t.Helper()
	evalIn[bool](e, `(selector) => { document.querySelector(selector).scrollIntoView({ block: "center", behavior: "instant" }); return true; }`, selector)
	id := e.find(selector)
	if _, err := e.wire.call("ElementClick", map[string]any{"id": id}); err != nil {
		e.t.Fatalf("%s cannot click %s: %v", e.Name, selector, err)
	}
}

// press types keys into an element, as the keyboard does.
func (e *engine) press(selector, keys string) {
	e.t.Helper()
	id := e.find(selector)
	if _, err := e.wire.call("ElementSendKeys", map[string]any{"id": id, "text": keys}); err != nil {
		e.t.Fatalf("%s cannot type into %s: %v", e.Name, selector, err)
	}
}

func (e *engine) find(selector string) string {
	e.t.Helper()
	answer, err := e.wire.call("FindElement", map[string]any{"using": "css selector", "value": selector})
	var element map[string]string
	if err == nil {
		err = json.Unmarshal(answer, &element)
	}
	if err != nil {
		e.t.Fatalf("%s does not find %s: %v", e.Name, selector, err)
	}
	return element[elementKey]
}

// print returns the page as a PDF.
func (e *engine) print() ([]byte, error) {
	answer, err := e.wire.call("Print", map[string]any{"background": false})
	var text string
	if err == nil {
		err = json.Unmarshal(answer, &text)
	}
	if err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(text)
}

// picture is a PNG of the window.
func (e *engine) picture() ([]byte, error) {
	answer, err := e.wire.call("TakeScreenshot", map[string]any{"full": false})
	var text string
	if err == nil {
		err = json.Unmarshal(answer, &text)
	}
	if err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(text)
}

// ---- what a browser says on its standard output ------------------------------

// A console keeps what a browser prints.
type console struct {
	mu     sync.Mutex
	output bytes.Buffer
}

func (c *console) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.output.Write(p)
}

// complaint is how each browser prints an error of a page; what Firefox says of
// itself has no quotes.
var complaint = regexp.MustCompile(`(?m)^(?:console\.error: ["(].*|JavaScript error: https?://.*|CONSOLE (?:JS |SECURITY |NETWORK )?ERROR.*|.*Content Security Policy.*)$`)

// forgive forgets what was printed so far.
func (c *console) forgive() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.output.Reset()
}

func (c *console) complaints() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return complaint.FindAllString(c.output.String(), -1)
}

// run starts a program that is ended with the test.
func run(t testing.TB, out io.Writer, env []string, name string, args ...string) *exec.Cmd {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("there is no %s (hint: sh .ci/browsers)", name)
	}
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = out, out
	cmd.WaitDelay = time.Second
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	return cmd
}

// awaitNonNil asks again and again for what is known to come.
func awaitNonNil[T any](t testing.TB, what string, look func() (T, error)) T {
	t.Helper()
	for start := time.Now(); ; {
		value, err := look()
		if err == nil {
			return value
		}
		if time.Since(start) > patience {
			t.Fatalf("waited %v in vain: %s: %v", patience, what, err)
		}
		<-time.After(20 * time.Millisecond) // a program of another process tells nobody
	}
}

// ---- Firefox -----------------------------------------------------------------

type marionette struct {
	conn net.Conn
	in   *bufio.Reader
	sent int
}

func newFirefox(t testing.TB, traits ...engineTrait) *engine {
	t.Helper()
	profile, err := os.MkdirTemp("", "bothends-firefox-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(profile) })
	outside := newOutside(t)
	proxy := strings.TrimPrefix(outside.URL, "http://")
	host, port, _ := strings.Cut(proxy, ":")
	preferences := map[string]any{
		"marionette.port":                                 0, // any; it is written into the profile
		"browser.dom.window.dump.enabled":                 true,
		"devtools.console.stdout.content":                 true,
		"network.proxy.type":                              1,
		"network.proxy.http":                              host,
		"network.proxy.http_port":                         json.Number(port),
		"network.proxy.ssl":                               host,
		"network.proxy.ssl_port":                          json.Number(port),
		"network.proxy.allow_hijacking_localhost":         false,
		"network.captive-portal-service.enabled":          false,
		"network.connectivity-service.enabled":            false,
		"datareporting.healthreport.uploadEnabled":        false,
		"app.normandy.enabled":                            false,
		"browser.safebrowsing.provider.mozilla.updateURL": "",
		"intl.accept_languages":                           "fr-FR,fr",
		"ui.prefersReducedMotion":                         1, // a click must not chase a page that scrolls
	}
	if slices.Contains(traits, withoutStorage) {
		preferences["network.cookie.cookieBehavior"] = 2
	}
	var user strings.Builder
	for _, name := range keys(preferences) {
		value, _ := json.Marshal(preferences[name]) // strings, numbers and booleans
		fmt.Fprintf(&user, "user_pref(%q, %s);\n", name, value)
	}
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(user.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	e := &engine{Name: "Firefox", t: t, console: &console{}}
	run(t, e.console, []string{"HOME=" + profile, "MOZ_HEADLESS_WIDTH=1280", "MOZ_HEADLESS_HEIGHT=900"},
		"firefox-esr", "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile, "about:blank")
	conn := awaitNonNil(t, "Firefox listens", func() (net.Conn, error) {
		port, err := os.ReadFile(filepath.Join(profile, "MarionetteActivePort"))
		if err != nil {
			return nil, fmt.Errorf("%w\n%s", err, e.console.output.String())
		}
		return net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(port)))
	})
	t.Cleanup(func() { conn.Close() })
	m := &marionette{conn: conn, in: bufio.NewReader(conn)}
	if _, err := m.read(); err != nil { // its greeting
		t.Fatal(err)
	}
	e.wire = m
	if _, err := m.call("NewSession", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{"timeouts": patiently}}}); err != nil {
		t.Fatalf("Firefox takes no session: %v", err)
	}
	return e
}

// patiently are the timeouts of a session, in milliseconds.
var patiently = map[string]any{"script": patience.Milliseconds(), "pageLoad": patience.Milliseconds(), "implicit": 0}

// read takes one message: its length, a colon, JSON.
func (m *marionette) read() (json.RawMessage, error) {
	size, err := m.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(size, ":"))
	if err != nil {
		return nil, err
	}
	message := make([]byte, n)
	_, err = io.ReadFull(m.in, message)
	return message, err
}

func (m *marionette) call(command string, params map[string]any) (json.RawMessage, error) {
	m.sent++
	name := "WebDriver:" + command
	if strings.Contains(command, ":") {
		name = command
	}
	message, err := json.Marshal([]any{0, m.sent, name, params})
	if err != nil {
		return nil, err
	}
	m.conn.SetDeadline(time.Now().Add(2 * patience))
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(message), message); err != nil {
		return nil, err
	}
	answer, err := m.read()
	if err != nil {
		return nil, err
	}
	var parts [4]json.RawMessage // type, number, error, result
	if err := json.Unmarshal(answer, &parts); err != nil {
		return nil, err
	}
	if string(parts[2]) != "null" {
		return nil, fmt.Errorf("%s: %.300s", name, parts[2])
	}
	var wrapped struct{ Value json.RawMessage }
	if json.Unmarshal(parts[3], &wrapped) == nil && wrapped.Value != nil {
		return wrapped.Value, nil
	}
	return parts[3], nil
}

// ---- WebKitGTK -----------------------------------------------------------------

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
