package page

import (
	_ "embed"
	"encoding/json"
	"strings"

	"bothends/app/say"
	"bothends/app/ui"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// What is known of accessibility, criterion by criterion: WCAG 2.2 A and AA
// (https://www.w3.org/TR/WCAG22/), and RGAA 4.1 (https://accessibilite.numerique.gouv.fr).
// A criterion is called supported only where the tests that are named go through every
// state and page that it is about; a test holds the names to tests that there are.
//
//go:embed accessibility.json
var accessibilityFile []byte

// Results of a criterion, as OpenACR calls them.
const (
	Supports      = "supports"
	NotApplicable = "not-applicable"
	NotEvaluated  = "not-evaluated" // what no test of ours can judge alone
)

// A Criterion is one line of an accessibility report.
type Criterion struct {
	Num    string   `json:"num"`
	Level  string   `json:"level"` // "A" or "AA", of WCAG
	Name   string   `json:"name"`  // of WCAG, by which it is known
	What   string   `json:"what"`  // of RGAA, in French, in our words
	Result string   `json:"result"`
	Tests  []string `json:"tests"`
	Left   string   `json:"left"` // what the tests leave open, or how far they go
}

// An Accessibility is the report.
type Accessibility struct {
	Date string      `json:"date"` // of the last change, "2026-11-30"
	WCAG []Criterion `json:"wcag"` // in English
	RGAA []Criterion `json:"rgaa"` // in French
}

// ReadAccessibility returns the report.
func ReadAccessibility() Accessibility {
	var a Accessibility
	d := json.NewDecoder(strings.NewReader(string(accessibilityFile)))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		panic(err) // a test reads it
	}
	return a
}

// counts says how many criteria have each result.
func counts(v say.Voice, list []Criterion) app.UI {
	n := map[string]float64{}
	for _, c := range list {
		n[c.Result]++
	}
	whole := func(x float64) string { return v.Number(x, 0) }
	return app.P().Body(app.Strong().Text(v.T("access.counts", "supports", whole(n[Supports]), "none", whole(n[NotApplicable]), "open", whole(n[NotEvaluated]), "all", whole(float64(len(list))))))
}

// accessibilityPage is the report in the form that is usual in a language: the French
// declaration by RGAA, else WCAG as accessibility conformance reports have it.
func accessibilityPage(v say.Voice) app.UI {
	report := ReadAccessibility()
	list, lang := report.WCAG, "en"
	if v.Lang() == "fr" {
		list, lang = report.RGAA, "fr"
	}
	var rows []app.UI
	for _, c := range list {
		var proof []app.UI
		for _, test := range c.Tests {
			proof = append(proof, app.Code().Lang("en").Text(test), app.Br())
		}
		if c.Left != "" {
			proof = append(proof, app.Span().Lang(lang).Text(c.Left))
		}
		name := c.Num + " " + c.Name + c.What
		if c.Level != "" {
			name += " (" + c.Level + ")"
		}
		rows = append(rows, app.Tr().Body(
			app.Th().Scope("row").Body(app.Span().Lang(lang).Text(name)),
			app.Td().Text(v.T("access.result."+c.Result)),
			app.Td().Body(proof...),
		))
	}
	body := []app.UI{app.H1().Body(ui.Text(v, "access.title"))}
	body = append(body, ui.Paragraphs(v, "access.state", "date", v.Day(report.Date))...)
	body = append(body, counts(v, list), ui.H2(v, "access.how.title"))
	body = append(body, ui.Paragraphs(v, "access.how")...)
	body = append(body, ui.H2(v, "access.contact.title"))
	body = append(body, ui.Paragraphs(v, "access.contact")...)
	body = append(body,
		app.P().Body(app.A().Href(OpenACRFile).Body(ui.Text(v, "access.file"))),
		ui.H2(v, "access.list.title"),
		ui.Table(v.T("access.list"), []string{v.T("access.criterion"), v.T("access.result"), v.T("access.proof")}, rows),
	)
	return app.Main().ID("main").Class("prose").Body(body...)
}

// OpenACRFile is where the report lies for programs.
const OpenACRFile = "/openacr.yaml"
