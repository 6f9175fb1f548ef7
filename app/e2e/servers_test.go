package e2e

import (
	"bytes"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"bothends/app/site"
)

// A webServer is one that people host the site with: its program, the files it
// is started with and how.
type webServer struct {
	program string
	files   func(t *testing.T, dist, address, folder string) map[string]string
	args    func(folder string) []string
}

// configured is what "bothends config" prints for dist.
func configured(t *testing.T, server, dist string) string {
	t.Helper()
	text, err := site.Config(os.DirFS(dist), server, dist)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// replaced makes the one change to a configuration that its comments ask for.
func replaced(t *testing.T, text, old, new string) string {
	t.Helper()
	if strings.Count(text, old) != 1 {
		t.Fatalf("the configuration does not have %q once:\n%s", old, text)
	}
	return strings.Replace(text, old, new, 1)
}

// webServers by name. Everything around what "bothends config" prints, or around
// .htaccess, is what any installation has.
var webServers = map[string]webServer{
	"nginx": {
		program: "nginx",
		files: func(t *testing.T, dist, address, folder string) map[string]string {
			text := replaced(t, configured(t, "nginx", dist), "listen 80;", "listen "+address+";")
			text = replaced(t, text, "# brotli_static on;", "brotli_static on;")
			return map[string]string{"nginx.conf": `daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
events {}
http {
	access_log off;
	client_body_temp_path body;
	proxy_temp_path proxy;
	fastcgi_temp_path fastcgi;
	uwsgi_temp_path uwsgi;
	scgi_temp_path scgi;
` + text + "}\n"}
		},
		args: func(folder string) []string { return []string{"-p", folder, "-c", "nginx.conf", "-e", "stderr"} },
	},
	"caddy": {
		program: "caddy",
		files: func(t *testing.T, dist, address, folder string) map[string]string {
			text := replaced(t, configured(t, "caddy", dist), "\nexample.org {", "\nhttp://"+address+" {")
			return map[string]string{"Caddyfile": "{\n\tadmin off\n}\n" + text}
		},
		args: func(folder string) []string {
			return []string{"run", "--adapter", "caddyfile", "--config", filepath.Join(folder, "Caddyfile")}
		},
	},
	"apache": {
		program: "apache2",
		files: func(t *testing.T, dist, address, folder string) map[string]string {
			modules := ""
			for _, name := range []string{"mpm_event", "authz_core", "alias", "dir", "mime", "headers", "rewrite", "deflate", "filter"} {
				modules += "LoadModule " + name + "_module /usr/lib/apache2/modules/mod_" + name + ".so\n"
			}
			return map[string]string{"mime.types": "text/html html\napplication/gzip gz\n", "apache.conf": modules + `ServerName localhost
Listen ` + address + `
ServerRoot ` + folder + `
DocumentRoot ` + folder + `
DefaultRuntimeDir ` + folder + `
PidFile apache.pid
ErrorLog error.log
StartServers 1
TypesConfig mime.types
AddType application/x-gzip .gz
AddLanguage br .br
AddOutputFilterByType DEFLATE text/html text/css text/javascript
Alias ` + strings.TrimSuffix(prefix, "/") + " " + dist + `
<Directory ` + dist + `>
	AllowOverride FileInfo
	Require all granted
</Directory>
`}
		},
		args: func(folder string) []string {
			return []string{"-f", filepath.Join(folder, "apache.conf"), "-DFOREGROUND"}
		},
	},
}

// start runs the server until the test ends, as nobody in particular, and
// returns how to end it sooner.
func (s webServer) start(t *testing.T, dist string) (url string, stop func()) {
	t.Helper()
	program, err := exec.LookPath(s.program)
	if err != nil {
		program = "/usr/sbin/" + s.program // not on everybody's PATH
	}
	// What the server may read is readable by all, and its own folder is its own.
	folder, err := os.MkdirTemp("", "bothends-server-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	if err := os.Chmod(workshop, 0o711); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	for name, text := range s.files(t, dist, address, folder) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(program, s.args(folder)...)
	cmd.Env = []string{"HOME=" + folder, "XDG_DATA_HOME=" + folder, "XDG_CONFIG_HOME=" + folder, "PATH=" + os.Getenv("PATH")}
	if os.Getuid() == 0 {
		nobody := &syscall.Credential{Uid: 65534, Gid: 65534}
		if err := os.Chown(folder, int(nobody.Uid), int(nobody.Gid)); err != nil {
			t.Fatal(err)
		}
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: nobody}
	}
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatalf("%s does not start: %v (hint: run .ci/servers)", s.program, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	stopped := false
	stop = func() {
		if !stopped {
			stopped = true
			cmd.Process.Signal(syscall.SIGTERM)
			select {
			case <-ended:
			case <-time.After(patience):
				cmd.Process.Kill()
				<-ended
			}
		}
	}
	t.Cleanup(stop)
	// The first answer counts: some listen before they have read everything.
	for start := time.Now(); ; {
		response, err := http.Get("http://" + address + "/")
		if err == nil {
			response.Body.Close()
			return "http://" + address, stop
		}
		select {
		case err := <-ended:
			stopped = true
			t.Fatalf("%s ended: %v\n%s", s.program, err, said.Bytes())
		default:
		}
		if time.Since(start) > patience {
			stop()
			t.Fatalf("%s does not answer: %v\n%s", s.program, err, said.Bytes())
		}
	}
}

// settled are the headers that the rules of the site settle.
var settled = []string{"Cache-Control", "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy",
	"Permissions-Policy", "Access-Control-Allow-Origin", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"}

func TestTheSiteIsServedRightByOtherServers(t *testing.T) {
	long(t)
	t.Parallel()
	for name, server := range webServers {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dist, err := builtBelow()
			if err != nil {
				t.Fatal(err)
			}
			url, stop := server.start(t, dist)
			checkServed(t, url, dist)

			// A person does the check-up, and again when the server is gone.
			p := NewPerson(t, &Host{URL: url, Base: prefix})
			p.Open("fr")
			p.Offline()
			persona := personaNamed(t, "city-hall")
			p.AnswerAll(persona.answers)
			p.Finish()
			checkResult(t, p.Result(), persona)
			stop()
			p.Forgive(`worker\.js`)
			p.Go(prefix + "fr/?utm_source=x") // the language that was read
			p.AwaitResult()                   // of the draft
			checkResult(t, p.Result(), persona)
		})
	}
}

// The function for CloudFront cannot run there in a test, but in a browser.
func TestTheFunctionForCloudFrontObeysTheRules(t *testing.T) {
	long(t)
	t.Parallel()
	dist, err := builtBelow()
	if err != nil {
		t.Fatal(err)
	}
	ours, _, err := site.Handler(os.DirFS(dist))
	if err != nil {
		t.Fatal(err)
	}
	p := NewPerson(t, NewHost(t, os.DirFS(dist)))
	p.Open("en")
	function := `(uri) => {` + configured(t, "cloudfront", dist) + `
		const asked = handler({ context: { eventType: "viewer-request" }, request: { uri } });
		if (asked.statusCode) return { To: asked.headers.location.value };
		const { headers } = handler({ context: { eventType: "viewer-response" }, request: asked, response: { headers: {} } });
		return { URI: asked.uri, Headers: Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value])) };
	}`
	type answer struct {
		To, URI string
		Headers map[string]string
	}
	files, _ := filepath.Glob(filepath.Join(dist, "web", "*.js")) // the pattern is well formed
	for _, address := range []string{"", "en/", "en/method/", "fr/annonce/", "404.html", "worker.js", "web/" + filepath.Base(files[0])} {
		address = prefix + address
		got := Eval[answer](p, function, address)
		want := answerOf(ours, address, "identity")
		if name := strings.TrimPrefix(got.URI, prefix); !fileExists(filepath.Join(dist, name)) {
			t.Errorf("%s leads to %q, which is no file", address, got.URI)
		}
		for _, header := range settled {
			if g, w := got.Headers[strings.ToLower(header)], want.Header.Get(header); g != w {
				t.Errorf("%s: %s is %q, want %q", address, header, g, w)
			}
		}
	}
	for address, want := range map[string]string{prefix + "fr": prefix + "fr/", strings.TrimSuffix(prefix, "/"): prefix} {
		if got := Eval[answer](p, function, address); got.To != want {
			t.Errorf("%s leads to %q, want %s", address, got.To, want)
		}
	}
}

func fileExists(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.IsDir()
}
