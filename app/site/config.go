package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"bothends/questions"
)

// What servers are told that do not read _headers, made from the same rules:
// .htaccess lies in every build, the others are printed by "bothends config".

// For hosts of which each knows one of these files only.
const (
	apacheFile  = ".htaccess"
	githubFile  = ".nojekyll" // GitHub Pages serves the folder as it is
	headersFile = "_headers"
)

// Cloudflare Pages reads this much of _headers, and no more.
const (
	mostRules      = 100
	longestSetting = 2000 // characters in a line
)

// checkRules refuses what Cloudflare Pages would silently leave out.
func checkRules(rules []rule) []error {
	var problems []error
	if len(rules) > mostRules {
		problems = append(problems, questions.WithHint(fmt.Errorf("_headers has %d rules, and Cloudflare Pages reads %d", len(rules), mostRules), "leave out a page, or let one rule stand for several"))
	}
	for _, r := range rules {
		for _, h := range r.headers {
			if n := len(h[0] + ": " + h[1]); n > longestSetting {
				problems = append(problems, fmt.Errorf("_headers: %s of %s has %d characters, and Cloudflare Pages reads %d", h[0], r.path, n, longestSetting))
			}
		}
	}
	return problems
}

// A setting is one value of one header, and the addresses that get it.
type setting struct {
	Header, Value string
	paths         []string // as in a rule
}

// settings turns rules around. They keep the order of the rules.
func settings(rules []rule) []setting {
	var out []setting
	for _, r := range rules {
		for _, h := range r.headers {
			i := slices.IndexFunc(out, func(s setting) bool { return s.Header == h[0] && s.Value == h[1] })
			if i < 0 {
				i = len(out)
				out = append(out, setting{Header: h[0], Value: h[1]})
			}
			out[i].paths = append(out[i].paths, r.path)
		}
	}
	return out
}

// Pattern is a regular expression for the addresses. A page is also found by
// the name of its file, to which servers lead on the inside.
func (s setting) Pattern(base string) string { return s.pattern(base, "") }

// PatternOfCopies also finds the compressed copies.
func (s setting) PatternOfCopies(base string) string { return s.pattern(base, `(?:\.(?:br|gz))?`) }

func (s setting) pattern(base, ending string) string {
	var list []string
	for _, p := range s.paths {
		rest := strings.TrimPrefix(p, base)
		switch open, ok := strings.CutSuffix(rest, "*"); {
		case rest == "*":
			return "^" + regexp.QuoteMeta(base)
		case ok:
			list = append(list, regexp.QuoteMeta(open)+".*")
		case rest == "" || strings.HasSuffix(rest, "/"):
			list = append(list, regexp.QuoteMeta(rest)+`(?:index\.html)?`)
		default:
			list = append(list, regexp.QuoteMeta(rest))
		}
	}
	return "^" + regexp.QuoteMeta(base) + "(?:" + strings.Join(list, "|") + ")" + ending + "$"
}

// Paths are the addresses as Caddy matches them: exact, or all that begin with
// what stands before "*".
func (s setting) Paths() []string {
	var list []string
	for _, p := range s.paths {
		list = append(list, p)
		if strings.HasSuffix(p, "/") {
			list = append(list, p+"index.html")
		}
	}
	return list
}

// A mediaType is a line of the table types.
type mediaType struct{ Ext, Type string }

func mediaTypes() []mediaType {
	var list []mediaType
	for _, ext := range sortedKeys(types) {
		list = append(list, mediaType{ext, types[ext]})
	}
	return list
}

// Servers are the names that Config knows.
func Servers() []string { return slices.Sorted(maps.Keys(configs)) }

// Config returns what a server is told about the build in dir, which will lie
// in the folder root of that server.
func Config(dir fs.FS, server, root string) ([]byte, error) {
	if !isBuild(dir) {
		return nil, ErrNoBuild
	}
	rules, err := rulesOf(dir)
	if err != nil {
		return nil, err
	}
	base, ok := baseOf(rules)
	if !ok {
		return nil, questions.WithHint(errors.New("the build's _headers names no base path"), "build again")
	}
	text, ok := configs[server]
	if !ok {
		return nil, questions.WithHint(fmt.Errorf("there is no configuration for %q", server), strings.Join(Servers(), ", "))
	}
	return configOf(text, rules, base, root)
}

func configOf(text string, rules []rule, base, root string) ([]byte, error) {
	all := settings(rules)
	byHeader := map[string][]setting{}
	for _, s := range all {
		byHeader[s.Header] = append(byHeader[s.Header], s)
	}
	t, err := template.New("").Funcs(template.FuncMap{
		// nginx keeps variables in a table with room for short names.
		"variable": func(header string) string {
			name := notWord.ReplaceAllString(path.Base(base), "_")
			for _, word := range strings.Split(header, "-") {
				name += word[:1]
			}
			return "$bothends_" + strings.ToLower(name[max(0, len(name)-24):])
		},
		"quote": regexp.QuoteMeta,
		"trim":  strings.TrimSuffix,
		"join":  strings.Join,
		"bare":  func(ext string) string { return ext[1:] },
	}).Parse(text)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, map[string]any{
		"Base": base, "Root": strings.TrimSuffix(root, "/"), "Settings": all, "ByHeader": byHeader, "Types": mediaTypes(),
		"ForAYear": forAYear, "Revalidate": revalidate,
	})
	return b.Bytes(), err
}

var notWord = regexp.MustCompile(`[^A-Za-z0-9]+`)

// configs are templates; what stands in "{{" comes from the rules.
var configs = map[string]string{
	"nginx": `# Both Ends for nginx. Save as /etc/nginx/conf.d/both-ends.conf and put your name
# and certificate into the server block, or move the locations into yours.
{{range $header, $list := .ByHeader}}
map $uri {{variable $header}} {
{{- range $list}}
    "~{{.Pattern $.Base}}" "{{.Value}}";
{{- end}}
}
{{end}}
server {
    listen 80;
    server_name example.org;
{{if ne .Base "/"}}
    location = {{trim .Base "/"}} { return 301 {{.Base}}; }
{{end}}
    location ~ ^{{quote .Base}}(?:_headers|\.htaccess|\.nojekyll)$ { return 404; }

    location {{.Base}} {
        alias {{.Root}}/;
        error_page 404 {{.Base}}404.html;
        absolute_redirect off;

        # Compressed copies lie beside the files. Brotli is a quarter smaller and
        # needs a module: libnginx-mod-http-brotli-static on Debian and Ubuntu.
        gzip_static on;
        gzip_vary on;
        # brotli_static on;

        types {
{{- range .Types}}
            "{{.Type}}" {{bare .Ext}};
{{- end}}
        }
{{- range $header, $list := .ByHeader}}
        add_header {{$header}} {{variable $header}} always;
{{- end}}
    }
}
`,

	"caddy": `# Both Ends for Caddy. Put your own name in the place of example.org; Caddy fetches
# the certificate itself.
example.org {
{{- range $i, $s := .Settings}}
	@set{{$i}} path {{join .Paths " "}}
	header @set{{$i}} {{.Header}} "{{.Value}}"
{{- end}}
{{- range .Types}}
	@{{bare .Ext}} path *{{.Ext}}
	header @{{bare .Ext}} Content-Type "{{.Type}}"
{{- end}}
{{if ne .Base "/"}}
	redir {{trim .Base "/"}} {{.Base}} 301
{{- end}}
	handle_path {{.Base}}* {
		root * "{{.Root}}"
		file_server {
			precompressed br gzip
			hide _headers .htaccess .nojekyll
		}
	}
	handle_errors {
		@missing expression {http.error.status_code} == 404
		handle @missing {
			rewrite * /404.html
			root * "{{.Root}}"
			header Content-Type "text/html; charset=utf-8"
			header Cache-Control "{{.Revalidate}}"
			file_server
		}
	}
}
`,

	"s3": `#!/bin/sh
# Both Ends on Amazon S3: puts {{.Root}} into a bucket, with types and caching.
# Usage: sh upload.sh BUCKET. S3 sends no security headers: put CloudFront before
# it, with the function that "bothends config cloudfront" prints. CloudFront
# compresses, so the compressed copies stay at home. What has a hash in its name
# goes first, the pages after it, the worker last: no reader meets half a site.
set -euf
bucket=${1:?name the bucket}
put() { aws s3 cp "{{.Root}}$1" "s3://$bucket{{.Base}}${1#/}" --recursive --exclude "*" --include "*$2" --content-type "$3" --cache-control "$4" $5; }
{{range .Types}}
put /web {{.Ext}} "{{.Type}}" "{{$.ForAYear}}" ""
{{- end}}
{{range .Types}}
put / {{.Ext}} "{{.Type}}" "{{$.Revalidate}}" "--exclude web/* --exclude worker.js"
{{- end}}

aws s3 cp "{{.Root}}/worker.js" "s3://$bucket{{.Base}}worker.js" --content-type "text/javascript; charset=utf-8" --cache-control "{{.Revalidate}}"
`,

	"cloudfront": `// Both Ends on CloudFront: one function (cloudfront-js-2.0) for both events,
// viewer request and viewer response. It finds the page of a folder and sets the
// headers. Let the distribution answer 403 and 404 with {{.Base}}404.html, status 404.
const settings = [
{{- range .Settings}}
  ["{{.Header}}", "{{.Value}}", "{{.Pattern $.Base | js}}"],
{{- end}}
];
function handler(event) {
  const request = event.request;
  if (event.context.eventType === "viewer-request") {
    if (/\/[^./]+$/.test(request.uri)) {
      return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: request.uri + "/" } } };
    }
    if (request.uri.endsWith("/")) request.uri += "index.html";
    return request;
  }
  const headers = event.response.headers;
  for (const [name, value, pattern] of settings) {
    if (new RegExp(pattern).test(request.uri)) headers[name.toLowerCase()] = { value };
  }
  return event.response;
}
`,
}

// apache is .htaccess. It uses only what AllowOverride FileInfo permits, and a
// server that lacks a module does without what that module is for.
const apache = `# Both Ends for Apache: types, caching, security headers and compressed copies.
# It is made by "bothends build". The server must read it (AllowOverride FileInfo)
# and have the modules headers and rewrite.
ErrorDocument 404 {{.Base}}404.html
{{- range .Types}}
AddType "{{.Type}}" {{.Ext}}
{{- end}}
RemoveType .br .gz
RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz

<IfModule mod_rewrite.c>
RewriteEngine On
RewriteBase {{.Base}}
RewriteRule (?:^|/)(?:_headers|\.htaccess|\.nojekyll)$ - [R=404,L]
RewriteRule ^(.*/)?$ $1index.html
RewriteCond %{HTTP:Accept-Encoding} \bbr\b
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.+)$ $1.br [E=no-gzip:1,E=no-brotli:1,END]
RewriteCond %{HTTP:Accept-Encoding} \bgzip\b
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^(.+)$ $1.gz [E=no-gzip:1,E=no-brotli:1,END]
RewriteRule ^ - [E=no-gzip:1,E=no-brotli:1]
</IfModule>

<IfModule mod_headers.c>
Header merge Vary Accept-Encoding
{{- range .Settings}}
Header always set {{.Header}} "{{.Value}}" "expr=%{REQUEST_URI} =~ m#{{.PatternOfCopies $.Base}}#"
{{- end}}
</IfModule>
`
