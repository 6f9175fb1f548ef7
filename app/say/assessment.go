package say

import (
	"strconv"
	"strings"

	"bothends/questions/checkup"
	"bothends/questions/group"
)

// People says a count as far as it may be told.
func (v Voice) People(c group.Cell) string {
	few := strconv.Itoa(group.Few)
	switch c.Kind {
	case group.Fewer:
		return v.T("group.cell.fewer", "n", few)
	case group.More:
		return v.T("group.cell.more", "n", few)
	case group.Nearly:
		return v.T("group.cell.nearly", "n", few)
	}
	return v.N("group.cell", c.N)
}

// Assessment is the draft of what an employer has to write down about strain at
// work, from what may be told of a group: in France the entry of the document
// unique d'évaluation des risques (Code du travail, R4121-1), in Germany the
// Gefährdungsbeurteilung psychischer Belastung (ArbSchG § 5 (3) 6 and § 6),
// elsewhere a risk assessment. Each finding comes with the measure that the
// questionnaire has for an employer, and with lines to be filled in.
func (v Voice) Assessment(c *checkup.Checkup, s group.Summary) string {
	blank := func(key string) string { return v.T(key) + " ____________________" }
	lines := []string{
		v.T("draft.title"),
		"",
		v.T("draft.what"),
		v.N("draft.basis", s.People),
		"",
		blank("draft.unit"),
		blank("draft.with"),
	}
	findings := s.Findings()
	if len(findings) == 0 {
		return strings.Join(append(lines, "", v.T("draft.none"), ""), "\n")
	}
	for i, f := range findings {
		kind, name, found := "driver.", v.DriverName(f.Key), "draft.weighs"
		if f.Limit {
			kind, name, found = "limit.", v.LimitName(f.Key), "draft.crossed"
		}
		lines = append(lines, "", strconv.Itoa(i+1)+". "+name, v.T(found, "count", v.People(f.People)), blank("draft.today"))
		if _, ok := c.Steps.Step(kind + f.Key); ok { // a questionnaire may have none
			measure, _ := c.Steps.Words(kind+f.Key, false)
			lines = append(lines, v.T("draft.measure", "measure", v.Pack.Get(measure)))
		} else {
			lines = append(lines, blank("draft.measure.blank"))
		}
		lines = append(lines, blank("draft.who"), blank("draft.until"), blank("draft.effect"))
	}
	return strings.Join(append(lines, "", blank("draft.review"), ""), "\n")
}
