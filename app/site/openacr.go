package site

import (
	"encoding/json"
	"strings"

	"bothends/app/i18n"
	"bothends/app/page"
	"bothends/app/program"
)

// openACR is the accessibility report as OpenACR has it, for programs that compare such
// reports: https://github.com/GSA/openacr, schema 0.1.0, catalogue 2.5-edition-wcag-2.2-en.
// Its strings are those of JSON, which YAML reads as they are.
func openACR(address string) []byte {
	report := page.ReadAccessibility()
	words := i18n.New("en")
	var b strings.Builder
	field := func(indent int, key, value string) {
		quoted, err := json.Marshal(value)
		if err != nil {
			panic(err) // plain strings always encode
		}
		b.WriteString(strings.Repeat("  ", indent) + key + ": " + string(quoted) + "\n")
	}
	field(0, "title", words.T("name")+" Accessibility Conformance Report")
	b.WriteString("product:\n")
	field(1, "name", words.T("name"))
	field(1, "version", program.Version)
	field(1, "description", words.T("poster.promise"))
	b.WriteString("author:\n")
	// The schema asks for an address of mail, and the project has none.
	field(1, "email", "none")
	field(1, "website", address)
	field(0, "report_date", report.Date)
	field(0, "catalog", "2.5-edition-wcag-2.2-en")
	field(0, "license", "MIT")
	field(0, "notes", words.T("access.state", "date", report.Date))
	field(0, "evaluation_methods_used", words.T("access.how"))
	b.WriteString("chapters:\n")
	for _, chapter := range []struct{ key, level string }{{"success_criteria_level_a", "A"}, {"success_criteria_level_aa", "AA"}} {
		b.WriteString("  " + chapter.key + ":\n    criteria:\n")
		for _, c := range report.WCAG {
			if c.Level != chapter.level {
				continue
			}
			quoted, _ := json.Marshal(c.Num)
			b.WriteString("      - num: " + string(quoted) + "\n        components:\n          - name: web\n            adherence:\n")
			field(7, "level", c.Result)
			field(7, "notes", notesOf(c))
		}
	}
	return []byte(b.String())
}

func notesOf(c page.Criterion) string {
	var parts []string
	if len(c.Tests) > 0 {
		parts = append(parts, "Tests: "+strings.Join(c.Tests, ", ")+".")
	}
	if c.Left != "" {
		parts = append(parts, strings.ToUpper(c.Left[:1])+c.Left[1:]+".")
	}
	return strings.Join(parts, " ")
}
