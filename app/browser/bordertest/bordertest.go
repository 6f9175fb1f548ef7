// Package bordertest reads web/border.d.ts, which states what scripts and the program
// have in common, for the tests that compare both with it.
package bordertest

import (
	"os"
	"regexp"
	"testing"
)

// Names are the names that an interface of web/border.d.ts lists. The test is one of a
// room two folders below the project's.
func Names(t *testing.T, of string) []string {
	t.Helper()
	file, err := os.ReadFile("../../web/border.d.ts")
	if err != nil {
		t.Fatal(err)
	}
	body := regexp.MustCompile(`(?s)interface ` + of + ` \{\n(.*?)\n\}`).FindSubmatch(file)
	if body == nil {
		t.Fatalf("web/border.d.ts has no %s", of)
	}
	var names []string
	for _, m := range regexp.MustCompile(`(?m)^  "?([\w-]+)"?\??: `).FindAllSubmatch(body[1], -1) {
		names = append(names, string(m[1]))
	}
	return names
}
