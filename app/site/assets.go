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
// name other files. built are the modules that the builder writes for scripts.
func assets(web fs.FS, base string, built map[string]any) (files map[string][]byte, names map[string]string, problems []error) {
	files, names = map[string][]byte{}, map[string]string{}
	sources := map[string][]byte{}
	err := fs.WalkDir(web, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !published[path.Ext(name)] || notPublished[name] || path.Ext(name) == ".js" && !isEntry(name) {
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
			content, wrong := smaller(web, name, sources[name], built)
			problems = append(problems, wrong...)
			if stylesheets {
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

// smaller returns a file of web/ as it is served.
func smaller(web fs.FS, name string, content []byte, built map[string]any) ([]byte, []error) {
	switch path.Ext(name) {
	case ".js":
		return bundle(web, name, built)
	case ".css":
		return minifyStyles(name, content)
	case ".svg":
		return slimDrawing(content), nil
	}
	return content, nil
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

var drawingComment = regexp.MustCompile(`(?s)<!--.*?-->`)

// slimDrawing takes comments and indentation out of an SVG file, so that saying
// why costs the reader nothing.
func slimDrawing(content []byte) []byte {
	var b strings.Builder
	for line := range strings.Lines(drawingComment.ReplaceAllString(string(content), "")) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString(line)
			b.WriteByte('\n')
		}
	}
	return []byte(b.String())
}
