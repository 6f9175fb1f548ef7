package official

import (
	"regexp"
	"strings"

	"bothends/questions"
)

// The national table of the Occupational Employment and Wage Statistics: one
// row per occupation, and per group of them, with annual (A_) and hourly (H_)
// wages. "*" is no estimate, "#" a wage above the highest that is published.
func isOEWS(doc document) bool {
	return len(doc.rows) > 0 && has(doc.rows[0], "OCC_CODE")
}

var (
	oewsYear = regexp.MustCompile(`(?i)M(20\d\d)_dl|oesm(\d\d)`)

	oewsAnnual = [...]string{"A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", "A_MEAN"}
	oewsHourly = [...]string{"H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "H_MEAN"}
)

func readOEWS(doc document, ours occupations) (lines []line, periods []string, found []questions.Problem) {
	columns := append(exactly("OCC_CODE", "OCC_TITLE"), column{"O_GROUP", []string{"O_GROUP", "OCC_GROUP"}})
	columns = append(columns, exactly(oewsAnnual[:]...)...)
	columns = append(columns, exactly(oewsHourly[:]...)...)
	h, found := find(doc, 0, columns, []string{"*", "**", "#", "~"})
	if len(found) > 0 {
		return nil, nil, found
	}
	r := release{}
	if m := oewsYear.FindStringSubmatch(doc.sheet + " " + doc.place); m != nil {
		r.years = m[1]
		if r.years == "" {
			r.years = "20" + m[2]
		}
		r.name = "BLS OEWS May " + r.years
		r.address = "https://www.bls.gov/oes/special-requests/oesm" + r.years[2:] + "nat.zip"
	}
	for row := 1; row < len(doc.rows); row++ {
		code, group := h.text(row, "OCC_CODE"), strings.ToLower(h.text(row, "O_GROUP"))
		if !ours[code] || group != "detailed" && group != "total" {
			continue
		}
		for _, p := range []struct {
			period string
			names  [len(figureColumns)]string
		}{{"annual_gross", oewsAnnual}, {"hourly_gross", oewsHourly}} {
			cells, bad := h.figures(row, p.names)
			found = append(found, bad...)
			lines = append(lines, line{code: code, title: h.text(row, "OCC_TITLE"), period: p.period, figures: cells, release: r})
		}
	}
	return lines, []string{"annual_gross", "hourly_gross"}, found
}
