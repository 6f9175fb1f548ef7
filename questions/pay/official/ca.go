package official

import (
	"fmt"
	"regexp"
	"strings"

	"bothends/questions"
)

// The wages of Job Bank: one row per occupation and region, by the hour unless
// Annual_Wage_Flag says 1. Low and high stand in p10 and p90.
var jobBankColumns = []column{
	{"NOC_CNP", []string{"NOC_CNP*", "NOC"}},
	{"NOC_Title_eng", []string{"NOC_Title_eng*", "NOC_Title*"}},
	{"prov", []string{"prov*"}},
	{"Low_Wage_Salaire_Minium", []string{"Low_Wage*"}}, // spelled like this in the file
	{"Quartile1_Wage_Salaire_Quartile1", []string{"Quartile1*"}},
	{"Median_Wage_Salaire_Median", []string{"Median_Wage*"}},
	{"Quartile3_Wage_Salaire_Quartile3", []string{"Quartile3*"}},
	{"High_Wage_Salaire_Maximal", []string{"High_Wage*"}},
	{"Average_Wage_Salaire_Moyen", []string{"Average_Wage*"}},
	{"Data_Source_E", []string{"Data_Source_E*"}},
	{"Reference_Period", []string{"Reference_Period*"}},
	{"Revision_Date_Date_revision", []string{"Revision_Date*"}},
	{"Annual_Wage_Flag_Salaire_annuel", []string{"Annual_Wage_Flag*"}},
}

var (
	jobBankFigures = [...]string{"Low_Wage_Salaire_Minium", "Quartile1_Wage_Salaire_Quartile1", "Median_Wage_Salaire_Median",
		"Quartile3_Wage_Salaire_Quartile3", "High_Wage_Salaire_Maximal", "Average_Wage_Salaire_Moyen"}

	jobBankYears = regexp.MustCompile(`^(20\d\d)(?:\s*[-–/]\s*(20)?(\d\d))?$`)
	jobBankYear  = regexp.MustCompile(`\b20\d\d\b`)
)

func isJobBank(doc document) bool {
	return len(doc.rows) > 0 && position(doc.rows[0], jobBankColumns[0]) >= 0 &&
		position(doc.rows[0], column{spellings: []string{"Median_Wage*"}}) >= 0
}

func readJobBank(doc document, ours occupations) (lines []line, periods []string, found []questions.Problem) {
	h, found := find(doc, 0, jobBankColumns, []string{"NA", "N/A", "."})
	if len(found) > 0 {
		return nil, nil, found
	}
	for row := 1; row < len(doc.rows); row++ {
		code := strings.TrimPrefix(h.text(row, "NOC_CNP"), "NOC_")
		if !ours[code] || h.text(row, "prov") != "NAT" {
			continue
		}
		l := line{code: code, title: h.text(row, "NOC_Title_eng"), period: "hourly_gross"}
		// A row that became annual no longer has the hourly figures of ours.
		if flag := plain(h.text(row, "Annual_Wage_Flag_Salaire_annuel")); flag == "1" || flag == "true" || flag == "yes" {
			l.period = "annual_gross"
		}
		survey := ""
		switch origin := " " + plain(h.text(row, "Data_Source_E")) + " "; {
		case strings.Contains(origin, "labour force survey"), strings.Contains(origin, "lfs"):
			l.source, survey = "ca-jobbank-lfs", "LFS"
		case strings.Contains(origin, "employment insurance"), strings.Contains(origin, " ei "):
			l.source, survey = "ca-jobbank-ei", "EI survey"
		default:
			found = append(found, questions.Problem{File: doc.place, Path: fmt.Sprintf("row %d, column Data_Source_E", row+1),
				Message: fmt.Sprintf("%.40q is a survey that %s has had no figures from", h.text(row, "Data_Source_E"), code),
				Hint:    "the tables know the Labour Force Survey and the Employment Insurance survey; add a row to sources.csv and type this row by hand"})
			continue
		}
		l.release.years = jobBankPeriod(h.text(row, "Reference_Period"))
		if l.release.years == "" {
			found = append(found, questions.Problem{File: doc.place, Path: fmt.Sprintf("row %d, column Reference_Period", row+1),
				Message: fmt.Sprintf("%.40q is not one year or two", h.text(row, "Reference_Period")), Hint: "it is like 2025 or 2023-2024"})
		}
		if revised := h.text(row, "Revision_Date_Date_revision"); jobBankYear.MatchString(revised) {
			l.release.name = fmt.Sprintf("ESDC Job Bank Wages %s (%s %s; %s)", jobBankYear.FindString(revised), survey, l.release.years, revised)
		}
		cells, bad := h.figures(row, jobBankFigures)
		found = append(found, bad...)
		l.figures = cells
		lines = append(lines, l)
	}
	return lines, []string{"hourly_gross"}, found
}

// jobBankPeriod brings "2023-24" into the form of sources.csv.
func jobBankPeriod(text string) string {
	m := jobBankYears.FindStringSubmatch(text)
	switch {
	case m == nil:
		return ""
	case m[3] == "":
		return m[1]
	}
	return m[1] + "-20" + m[3]
}
