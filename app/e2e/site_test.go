package e2e

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"bothends/app/site"
	"bothends/questions"
	"bothends/questions/checkup"
)

// prefix is where the second copy of the site stands.
const prefix = "/tools/check/"

// workshop is the folder of this run, removed at its end.
var workshop string

func TestMain(m *testing.M) {
	var err error
	if workshop, err = os.MkdirTemp("", "bothends-e2e-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(workshop)
	os.Exit(code)
}

// builtSite is the site at "/", built once for all journeys. BOTHENDS_DIST
// names a folder that was built before.
var builtSite = sync.OnceValues(func() (string, error) {
	if dir := os.Getenv("BOTHENDS_DIST"); dir != "" {
		return dir, nil
	}
	return build(site.Options{Out: filepath.Join(workshop, "root")})
})

// builtProgram is the program in it, which serves every other site too.
func builtProgram() (string, error) {
	root, err := builtSite()
	if err != nil {
		return "", err
	}
	programs, _ := filepath.Glob(filepath.Join(root, "web", "app.*.wasm")) // the pattern is well formed
	if len(programs) != 1 {
		return "", fmt.Errorf("%s holds %d programs, not one", root, len(programs))
	}
	return programs[0], nil
}

// buildBeside builds another site around the program of builtSite.
func buildBeside(o site.Options) (string, error) {
	program, err := builtProgram()
	if err != nil {
		return "", err
	}
	o.Wasm = program
	return build(o)
}

// builtBelow is the same program in a site below a path prefix.
var builtBelow = sync.OnceValues(func() (string, error) {
	return buildBeside(site.Options{Out: filepath.Join(workshop, "below"), Base: prefix})
})

func build(o site.Options) (string, error) {
	_, problems := site.Build(o)
	return o.Out, errors.Join(problems...)
}

// hostOf serves a built site for one test.
func hostOf(t *testing.T, built func() (string, error)) *Host {
	t.Helper()
	dir, err := built()
	if err != nil {
		t.Fatalf("the site cannot be built: %v", err)
	}
	return NewHost(t, os.DirFS(dir))
}

// visitor is a new person before the site at "/".
func visitor(t *testing.T, traits ...Trait) *Person {
	t.Helper()
	return NewPerson(t, hostOf(t, builtSite), traits...)
}

// languages of the site.
var languages = []string{"en", "fr", "de"}

// shippedPack is the questionnaire, with its words.
var shippedPack = sync.OnceValue(func() *checkup.Checkup {
	c, problems := checkup.Open(checkup.Shipped())
	if len(problems) > 0 {
		panic(problems[0])
	}
	return c
})

// A persona is an invented person with worked results.
type persona struct {
	name     string
	answers  questions.Answers
	expected struct {
		Signs   struct{ Score float64 }
		Strain  struct{ Score float64 }
		Band    struct{ Number int }
		Limits  []string
		Drivers map[string]float64
	}
}

const personaFolder = "../../questions/packs/social-media-manager/personas"

// personas reads all of them.
func personas(t *testing.T) []persona {
	t.Helper()
	names, _ := filepath.Glob(filepath.Join(personaFolder, "*.expected.json")) // the pattern is well formed
	if len(names) < 6 {
		t.Fatalf("%s holds %d personas, and there should be six", personaFolder, len(names))
	}
	var all []persona
	for _, name := range names {
		all = append(all, personaNamed(t, strings.TrimSuffix(filepath.Base(name), ".expected.json")))
	}
	return all
}

// personaNamed reads the answers and the worked results of one.
func personaNamed(t *testing.T, name string) persona {
	t.Helper()
	return personaOf(t, shippedPack(), personaFolder, name)
}

// personaOf is personaNamed for any questionnaire.
func personaOf(t *testing.T, c *checkup.Checkup, folder, name string) persona {
	t.Helper()
	p := persona{name: name}
	data, err := fs.ReadFile(os.DirFS(folder), name+".json")
	if err != nil {
		t.Fatal(err)
	}
	answers, problems := c.Pack.Decode(data)
	if len(problems) > 0 {
		t.Fatalf("%s.json: %v", name, problems[0])
	}
	p.answers = answers
	data, err = fs.ReadFile(os.DirFS(folder), name+".expected.json")
	if err != nil {
		t.Fatal(err)
	}
	file := struct{ Expected any }{&p.expected}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatalf("%s.expected.json: %v", name, err)
	}
	return p
}

// lastStep is the number of the last section.
var lastStep = len(shippedPack().Pack.Sections)
