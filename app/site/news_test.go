package site

import (
	"os"
	"regexp"
	"testing"

	"bothends/app/i18n"
	"bothends/app/program"
)

// A version has one place, and what is new in it is told in one way: in the newest
// entry of the change log, and where a page offers the version.
func TestChangelog(t *testing.T) {
	content, err := os.ReadFile("../../.github/CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	newest := regexp.MustCompile(`(?m)^## (\S+)\n\n\*\*(.+)\*\*$`).FindStringSubmatch(string(content))
	if newest == nil || newest[1] != program.Version || newest[2] != i18n.New("en").T("update.news") {
		t.Errorf("the newest entry is %q, want %s and %q", newest, program.Version, i18n.New("en").T("update.news"))
	}
}
