package site

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// Files of web/ that do not go to web/ under a hashed name.
const (
	workerFile = "worker.js" // a template, see worker.go
	embedFile  = "embed.js"  // has a public address that never changes
)

// frameFile is what embeddable pages load in a frame of another site.
const frameFile = "/web/frame.js"

// noscriptFile is the stylesheet for browsers that run no scripts.
const noscriptFile = "/web/noscript.css"

// published are the kinds of files in web/ that belong to the site.
var published = set(".css", ".js", ".svg", ".png", ".woff2")

// notPublished are pictures of the project, not of the site.
var notPublished = set("screenshot.png")

// assets reads web/ and returns its files by their hashed names, and the
// hashed name for each address "/web/...". Stylesheets come last, because they
// name other files.
func assets(web fs.FS, base string) (files map[string][]byte, names map[string]string, problems []error) {
	files, names = map[string][]byte{}, map[string]string{}
	sources := map[string][]byte{}
	err := fs.WalkDir(web, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !published[path.Ext(name)] || notPublished[name] {
			return err
		}
		content, err := fs.ReadFile(web, name)
		sources[name] = content
		return err
	})
	if err != nil {
		return nil, nil, []error{fmt.Errorf("reading web/: %w", err)}
	}
	for _, stylesheets := range []bool{false, true} {
		for _, name := range sortedKeys(sources) {
			if name == workerFile || name == embedFile || (path.Ext(name) == ".css") != stylesheets {
				continue
			}
			content := slim(name, sources[name])
			if stylesheets {
				var wrong []error
				content, wrong = resolveStylesheet("web/"+name, content, Addresses{base, names})
				problems = append(problems, wrong...)
			}
			hashed := hashedName("web/"+name, content)
			names["/web/"+name] = hashed
			files[hashed] = content
		}
	}
	return files, names, problems
}

// hashedName puts the first ten hexadecimal digits of the content's SHA-256
// before the extension: the name changes with the content, so hosts and
// browsers may keep the file for ever.
func hashedName(name string, content []byte) string {
	sum := sha256.Sum256(content)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
}

// integrityOf is by what a browser tells that a file is whole.
func integrityOf(content []byte) string {
	sum := sha256.Sum256(content)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// hashed matches names made by hashedName. web/worker.js has the same pattern.
var hashed = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z0-9]+$`)

var stylesheetURL = regexp.MustCompile(`url\(\s*["']?([^"')]+?)["']?\s*\)`)

func resolveStylesheet(name string, content []byte, a Addresses) ([]byte, []error) {
	var problems []error
	content = stylesheetURL.ReplaceAllFunc(content, func(match []byte) []byte {
		location := string(stylesheetURL.FindSubmatch(match)[1])
		if strings.HasPrefix(location, "#") || strings.HasPrefix(location, "data:") {
			return match
		}
		address, _ := splitAddress(location)
		if _, ok := a.names[address]; !ok {
			problems = append(problems, fmt.Errorf("%s: url(%s) leads nowhere: there is no such file", name, location))
			return match
		}
		return []byte(`url("` + a.Resolve(location) + `")`)
	})
	return content, problems
}

var (
	blockComment = regexp.MustCompile(`(?s)/\*[^!].*?\*/`)
)

// slim takes comments and indentation out of hand-written text, so that saying
// why costs the reader nothing. It is no minifier and knows no grammar: in
// scripts it drops only lines that are comments as a whole, and a test keeps
// literals that span lines out of web/.
func slim(name string, content []byte) []byte {
	text := string(content)
	switch path.Ext(name) {
	case ".css":
		text = blockComment.ReplaceAllString(text, "")
	case ".js":
	case ".svg":
		text = regexp.MustCompile(`(?s)<!--.*?-->`).ReplaceAllString(text, "")
	default:
		return content
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || path.Ext(name) == ".js" && strings.HasPrefix(line, "//") {
			continue
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return []byte(b.String())
}
