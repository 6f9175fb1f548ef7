package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

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
