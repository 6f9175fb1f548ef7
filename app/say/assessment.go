package say

import (
	"strconv"

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
	text := v.T("draft.head", "people", v.N("group.cell", s.People)) + "\n\n"
	findings := s.Findings()
	if len(findings) == 0 {
		return text + v.T("draft.none") + "\n"
	}
	for i, f := range findings {
		key, found := "driver."+f.Key, "draft.weighs"
		if f.Limit {
			key, found = "limit."+f.Key, "draft.crossed"
		}
		measure := "____________________"
		if _, ok := c.Steps.Step(key); ok { // a questionnaire may have none
			word, _ := c.Steps.Words(key, false)
			measure = v.Pack.Get(word)
		}
		text += v.T("draft.finding", "n", strconv.Itoa(i+1), "name", v.Pack.Get(key+".name"),
			"found", v.T(found, "count", v.People(f.People)), "measure", measure) + "\n\n"
	}
	return text + v.T("draft.foot") + "\n"
}
