package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
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
