package official

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"bothends/questions"
)

// GENESIS flat CSV: one row per value. Its dimensions stand in numbered columns
// (3_variable_attribute_code: KB10-92112), sex among them, the measure in
// value_variable_code. VST052 is the median and VST047 the mean of gross
// monthly pay without special payments.
const (
	genesisMedian = "VST052"
	genesisMean   = "VST047"
	kldb          = "KB10-"
)

func isGenesis(doc document) bool {
	return len(doc.rows) > 0 && (has(doc.rows[0], "statistics_code") || has(doc.rows[0], "Statistik_Code"))
}

func readGenesis(doc document, ours occupations) (lines []line, periods []string, found []questions.Problem) {
	h, found := find(doc, 0, exactly("statistics_code", "time", "1_variable_attribute_code", "value", "value_variable_code"),
		[]string{"-", ".", "...", "…", "/", "x", "()"})
	if len(found) > 0 {
		return nil, nil, found
	}
	var dimensions []int // where the codes of the dimensions stand
	for i, name := range doc.rows[0] {
		if strings.HasSuffix(plain(name), "_variable_attribute_code") {
			dimensions = append(dimensions, i)
		}
	}
	measures := make(map[string]bool)
	latest := ""
	type value struct{ row, figure int }
	values := make(map[string][]value) // by code, of the latest month
	for row := 1; row < len(doc.rows); row++ {
		measure := h.text(row, "value_variable_code")
		measures[measure] = true
		code, total := "", true
		for _, i := range dimensions {
			if i >= len(doc.rows[row]) {
				continue
			}
			text := strings.TrimSpace(doc.rows[row][i])
			if found, ok := strings.CutPrefix(text, kldb); ok {
				code = found
			}
			total = total && text != "GESM" && text != "GESW" // men, women
		}
		figure := slices.Index([]string{genesisMedian, genesisMean}, measure)
		if !total || figure < 0 || !ours[code] || h.text(row, "statistics_code") != "62361" {
			continue
		}
		if month := h.text(row, "time"); month > latest { // "2026-04P1M" sorts by time
			latest = month
			clear(values)
		} else if month < latest {
			continue
		}
		values[code] = append(values[code], value{row, figure})
	}
	var missing []string
	for _, m := range []string{genesisMedian, genesisMean} {
		if !measures[m] {
			missing = append(missing, m)
		}
	}
	if len(missing) > 0 {
		return nil, nil, []questions.Problem{{File: doc.place, Message: "it has no rows with the value_variable_code " + strings.Join(missing, " or "),
			Hint: "take table 62361-0030 with the median (VST052) and the mean (VST047) of gross monthly pay"}}
	}
	if len(values) == 0 {
		return nil, nil, []questions.Problem{{File: doc.place, Message: "none of its rows is about an occupation of the tables",
			Hint: "the codes are like KB10-92112, for both sexes together, of statistics 62361"}}
	}
	r := release{}
	if month, err := time.Parse("2006-01", latest[:min(len(latest), 7)]); err == nil {
		r.years = strconv.Itoa(month.Year())
		r.name = "Statistisches Bundesamt (Destatis), GENESIS 62361-0030, " + month.Format("2006-01")
	}
	codes := make([]string, 0, len(values))
	for code := range values {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		l := line{code: code, period: "monthly_gross_ft", release: r}
		seen := make(map[int]bool)
		for _, v := range values[code] {
			if seen[v.figure] {
				found = append(found, questions.Problem{File: doc.place, Path: "row " + strconv.Itoa(v.row+1),
					Message: "there is a second value of " + h.text(v.row, "value_variable_code") + " for " + code,
					Hint:    "take the table without further dimensions than sex and occupation"})
			}
			seen[v.figure] = true
			names := [len(figureColumns)]string{}
			names[[...]int{2, 5}[v.figure]] = "value" // p50, mean
			cells, bad := h.figures(v.row, names)
			found = append(found, bad...)
			for i, cell := range cells {
				if cell != "" {
					l.figures[i] = cell
				}
			}
		}
		lines = append(lines, l)
	}
	return lines, []string{"monthly_gross_ft"}, found
}
