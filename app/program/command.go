package program

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Version is that of the command, of the site it builds and of the newest entry
// of .github/CHANGELOG.md.
const Version = "1.0.0"

// A Target is a system that the command is released for, as Go names it.
type Target struct{ OS, Arch string }

// Targets are all of them.
var Targets = []Target{
	{"darwin", "amd64"}, {"darwin", "arm64"},
	{"linux", "amd64"}, {"linux", "arm64"},
	{"windows", "amd64"}, {"windows", "arm64"},
}

// Executable is the name of the command there.
func (t Target) Executable() string {
	if t.OS == "windows" {
		return "bothends.exe"
	}
	return "bothends"
}

func (t Target) String() string { return t.OS + "-" + t.Arch }

// commandPackage is the command that is released.
const commandPackage = "bothends/cmd/bothends"

// environment of a build for the target. What a person who builds has set there
// would change the bytes, and so would the C compiler of their machine.
func (t Target) environment() []string {
	return []string{"GOOS=" + t.OS, "GOARCH=" + t.Arch, "CGO_ENABLED=0", "GOFLAGS=", "GOAMD64=", "GOARM64="}
}

// Command compiles the command for a target, with the program p inside. The same
// source, program and Go give the same bytes in any folder, on any machine.
func Command(p Program, to Target) ([]byte, error) {
	dir, err := os.MkdirTemp("", "bothends-command-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	files, err := pack(p)
	if err != nil {
		return nil, err
	}
	replace := map[string]string{}
	for name, content := range files {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, content, 0o644); err != nil {
			return nil, err
		}
		replace[filepath.Join(root, "app", "program", carriedFolder, name)] = file
	}
	flags, err := overlayFlag(dir, replace)
	if err != nil {
		return nil, err
	}
	out := filepath.Join(dir, to.Executable())
	args := slices.Concat([]string{"build", "-o", out, "-tags", Tags + ",released", "-trimpath", "-buildvcs=false",
		"-ldflags=-s -w -buildid="}, flags, []string{commandPackage})
	if _, err := goTool(to.environment(), args...); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// Notices returns our licence and that of every library inside the command for a target,
// and of Go, as their authors ask whoever passes them on.
func Notices(to Target) ([]byte, error) {
	out, err := goTool(to.environment(), "list", "-deps", "-tags", Tags, "-f",
		"{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", commandPackage)
	if err != nil {
		return nil, err
	}
	root, err := goTool(nil, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	project, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	modules := strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' || r == '\r' })
	modules = append(modules, "Go\t"+strings.TrimSpace(string(root)), "Both Ends\t"+project)
	slices.Sort(modules)
	var b bytes.Buffer
	for _, module := range slices.Compact(modules) {
		name, dir, _ := strings.Cut(module, "\t")
		names, err := filepath.Glob(filepath.Join(dir, "LICEN[CS]E*"))
		if err != nil {
			return nil, err
		}
		if len(names) == 0 {
			return nil, fmt.Errorf("%s: its folder holds no licence", name)
		}
		for _, file := range names {
			content, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(&b, "== %s: %s\n\n%s\n\n", name, filepath.Base(file), strings.TrimSpace(strings.ReplaceAll(string(content), "\r\n", "\n")))
		}
	}
	return b.Bytes(), nil
}
