package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What is promised is proved on every desk, not only where the long tail runs.
func TestEveryPromiseIsInTheCoreSet(t *testing.T) {
	promises, err := os.ReadFile("../../.github/SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`(Test\\w+)`").FindAllSubmatch(promises, -1)
	sources, _ := filepath.Glob("*_test.go") // the pattern is well formed
	looked := 0
	for _, name := range sources {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range named {
			_, body, found := strings.Cut(string(source), "\nfunc "+string(test[1])+"(")
			if !found {
				continue
			}
			looked++
			if body, _, _ = strings.Cut(body, "\n}\n"); strings.Contains(body, "\tlong(t)") {
				t.Errorf("%s proves a promise, and a short run leaves it out", test[1])
			}
		}
	}
	if looked < 4 {
		t.Errorf("%d tests that prove a promise were found", looked)
	}
}
