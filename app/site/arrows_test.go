package site

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bothends/app/program"
)

// importsOf lists packages with what each imports: "a:b,c".
func importsOf(t *testing.T, packages string) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-tags", program.Tags, "-f", `{{.ImportPath}}:{{join .Imports ","}}`, packages).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(out))
}

// Who may import whom. Direction decays silently, so it is written down.
func TestArrows(t *testing.T) {
	allowed := map[string][]string{
		"bothends/questions":              {},
		"bothends/questions/score":        {"bothends/questions"},
		"bothends/questions/pay":          {"bothends/questions"},
		"bothends/questions/pay/official": {"bothends/questions", "bothends/questions/pay"},
		"bothends/questions/jobad":        {"bothends/questions"},
		"bothends/questions/steps":        {"bothends/questions"},
		"bothends/questions/surveys":      {"bothends/questions"},
		"bothends/questions/readability":  {},
		"bothends/questions/letter":       {"bothends/questions"},
		"bothends/questions/record":       {"bothends/questions", "bothends/questions/score"},
		"bothends/questions/group":        {"bothends/questions", "bothends/questions/score"},
		"bothends/questions/hours":        {"bothends/questions"},
		"bothends/questions/schema":       {},
		"bothends/questions/packs":        {},
		"bothends/questions/checkup": {"bothends/questions", "bothends/questions/score", "bothends/questions/pay", "bothends/questions/jobad", "bothends/questions/steps",
			"bothends/questions/letter", "bothends/questions/surveys", "bothends/questions/packs"},
		"bothends/questions/checkup/checkuptest": nil, // for tests
		"bothends/questions/whatif":              {"bothends/questions", "bothends/questions/score", "bothends/questions/checkup"},
		"bothends/app/i18n":                      {"bothends/questions"},
		"bothends/app/i18n/pseudo":               nil, // for tests
		"bothends/app/calendar":                  {},
		"bothends/app/yield":                     {},
		"bothends/app/data":                      {},
		"bothends/app/say": {"bothends/app/i18n", "bothends/questions", "bothends/questions/group", "bothends/questions/score", "bothends/questions/pay", "bothends/questions/jobad",
			"bothends/questions/letter", "bothends/questions/surveys", "bothends/questions/checkup", "bothends/questions/record", "bothends/questions/whatif", "bothends/questions/hours"},
		"bothends/app/picture":            {"bothends/app/say", "bothends/questions/score", "bothends/questions/group", "bothends/questions/checkup"},
		"bothends/app/browser":            {},
		"bothends/app/browser/bordertest": nil, // for tests
		"bothends/app/ui": {"bothends/app/browser", "bothends/app/say", "bothends/app/picture", "bothends/app/i18n", "bothends/app/calendar", "bothends/questions", "bothends/questions/record", "bothends/questions/group", "bothends/questions/hours", "bothends/questions/score", "bothends/questions/pay",
			"bothends/questions/jobad", "bothends/questions/steps", "bothends/questions/letter", "bothends/questions/checkup", "bothends/questions/whatif"},
		"bothends/app/page": {"bothends/app/say", "bothends/app/picture", "bothends/app/ui", "bothends/app/i18n", "bothends/questions", "bothends/questions/group", "bothends/questions/hours", "bothends/questions/score",
			"bothends/questions/pay", "bothends/questions/checkup"},
		"bothends/web":         {},
		"bothends/cmd/wasm":    {"bothends/app/data", "bothends/app/i18n", "bothends/app/browser", "bothends/app/say", "bothends/app/ui", "bothends/app/yield", "bothends/questions", "bothends/questions/checkup"},
		"bothends/app/program": {"bothends/questions"}, // for errors with a hint
		"bothends/app/site": {"bothends/app/data", "bothends/app/i18n", "bothends/app/program", "bothends/app/page", "bothends/questions", "bothends/questions/checkup",
			"bothends/questions/schema", "bothends/web"},
		"bothends/app/e2e": nil, // nothing ships that imports it
		"bothends/cmd/bothends": {"bothends/app/i18n", "bothends/app/program", "bothends/app/site", "bothends/app/say", "bothends/questions", "bothends/questions/checkup", "bothends/questions/pay", "bothends/questions/pay/official",
			"bothends/questions/jobad", "bothends/questions/readability", "bothends/questions/score", "bothends/questions/whatif"},
	}
	for _, line := range importsOf(t, "bothends/...") {
		name, imports, _ := strings.Cut(line, ":")
		may, known := allowed[name]
		if !known {
			t.Errorf("%s has no place in this table (hint: decide what it may import)", name)
			continue
		}
		for _, imported := range strings.Split(imports, ",") {
			if strings.HasPrefix(imported, "bothends/") && may != nil && !slices.Contains(may, imported) {
				t.Errorf("%s imports %s, against the arrows", name, imported)
			}
		}
	}
}

// The domain knows no screen, clock, network, system or chance, so the same
// answers give the same result everywhere. Dates can be read and written: of
// package time only what looks at a clock is closed to it.
func TestQuestionsArePure(t *testing.T) {
	for _, line := range importsOf(t, "bothends/questions/...") {
		name, imports, _ := strings.Cut(line, ":")
		if strings.HasSuffix(name, "test") {
			continue // for tests, which read files
		}
		for _, imported := range strings.Split(imports, ",") {
			if regexp.MustCompile(`^(os|os/.*|net|net/.*|math/rand.*|crypto/rand|syscall.*|github\.com/maxence-charriere/.*)$`).MatchString(imported) {
				t.Errorf("%s imports %s", name, imported)
			}
		}
	}
	clock := regexp.MustCompile(`\btime\.(Now|Since|Until|After|AfterFunc|Sleep|Tick|NewTicker|NewTimer|Local|LoadLocation)\b`)
	root := filepath.Join("..", "..", "questions")
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		content, err := os.ReadFile(filepath.Join(root, name))
		if found := clock.Find(content); found != nil {
			t.Errorf("questions/%s uses %s", name, found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Only this package may name go-app's server half, which the program leaves out.
// It does so in comments alone.
func TestNobodyNamesTheHandler(t *testing.T) {
	root := filepath.Join("..", "..")
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasPrefix(name, "app/site/") {
			return err
		}
		content, err := os.ReadFile(filepath.Join(root, name))
		if m := regexp.MustCompile(`app\.(Handler|GenerateStaticWebsite|LocalDir|PrefixedLocation)\b`).Find(content); m != nil {
			t.Errorf("%s names %s", name, m)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
