package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothends/questions/pay"

	"github.com/xuri/excelize/v2"
)

// These files are written after the published layouts and hold the figures of
// the tables in use, so that reading them back must change no figure. No real
// file was at hand.
type layoutOf struct {
	tables *pay.Tables
	// change edits a row of a file before it is written; nil row: left out.
	change func(country, period, code string, row []string) []string
}

func (l layoutOf) row(b pay.Benchmark, cells ...string) [][]string {
	if l.change != nil {
		if cells = l.change(b.Country, b.Period, b.OccupationCode, cells); cells == nil {
			return nil
		}
	}
	return [][]string{cells}
}

// or is a figure, or the mark of the publisher for a suppressed one.
func or(n float64, suppressed string) string {
	if n == 0 {
		return suppressed
	}
	return fmt.Sprint(n)
}

// workbook writes sheets; cells that are numbers become numbers.
func workbook(t *testing.T, sheets []string, rows map[string][][]string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, name := range sheets {
		if i == 0 {
			f.SetSheetName("Sheet1", name)
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for r, row := range rows[name] {
			for c, text := range row {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				var value any = text
				var n float64
				if _, err := fmt.Sscanf(text, "%g", &n); err == nil && fmt.Sprint(n) == text {
					value = n
				}
				if err := f.SetCellValue(name, cell, value); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zipped(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, data := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write(data)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func saved(t *testing.T, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func (l layoutOf) oews(t *testing.T) []byte {
	t.Helper()
	rows := [][]string{{"AREA", "AREA_TITLE", "NAICS", "OCC_CODE", "OCC_TITLE", "O_GROUP", "H_MEAN", "A_MEAN",
		"H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"}}
	for _, a := range l.tables.Benchmarks {
		if a.Country != "US" || a.Period != "annual_gross" {
			continue
		}
		h := a
		for _, b := range l.tables.Benchmarks {
			if b.Country == "US" && b.OccupationCode == a.OccupationCode && b.Period == "hourly_gross" {
				h = b
			}
		}
		group := "detailed"
		if a.OccupationCode == "00-0000" {
			group = "total"
		}
		rows = append(rows, l.row(a, "99", "U.S.", "000000", a.OccupationCode, a.OccupationTitle, group, or(h.Mean, "*"), or(a.Mean, "*"),
			or(h.P10, "*"), or(h.P25, "*"), or(h.P50, "*"), or(h.P75, "#"), or(h.P90, "#"),
			or(a.P10, "*"), or(a.P25, "*"), or(a.P50, "*"), or(a.P75, "#"), or(a.P90, "#"))...)
	}
	rows = append(rows, []string{"99", "U.S.", "000000", "27-0000", "Arts, Design", "major", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1"})
	return zipped(t, map[string][]byte{
		"oesm26nat/national_M2026_dl.xlsx":  workbook(t, []string{"national_M2026_dl", "Field Descriptions"}, map[string][][]string{"national_M2026_dl": rows}),
		"oesm26nat/field_descriptions.xlsx": workbook(t, []string{"Fields"}, map[string][][]string{"Fields": {{"Field", "Description"}}}),
	})
}

func (l layoutOf) ashe(t *testing.T, table string) []byte {
	t.Helper()
	rows := [][]string{
		{"Table 14." + table + "   pay - Gross (£) - For full-time employee jobs: United Kingdom, 2026"}, nil, nil,
		{"", "", "Number of jobs", "", "Annual percentage", "", "Annual percentage", "Percentiles"},
		{"Description", "Code", "(thousand)", "Median", "change", "Mean", "change", "10", "20", "25", "30", "40", "60", "70", "75", "80", "90"}, nil,
	}
	for _, b := range l.tables.Benchmarks {
		if b.Country != "GB" || b.Period != map[string]string{"5a": "hourly_gross_ft", "7a": "annual_gross_ft"}[table] {
			continue
		}
		code, title := b.OccupationCode, b.OccupationTitle
		if code == "ALL" {
			code, title = "", "All employees"
		}
		rows = append(rows, l.row(b, "   "+title, code, "12", or(b.P50, "x"), "3.1", or(b.Mean, "x"), "x",
			or(b.P10, "x"), "x", or(b.P25, "x"), "x", "x", "x", "x", or(b.P75, ".."), "x", or(b.P90, ":"))...)
	}
	return workbook(t, []string{"Notes", "All", "Full-Time", "Part-Time"}, map[string][][]string{"Full-Time": rows, "All": rows[:5]})
}

func (l layoutOf) asheZip(t *testing.T) []byte {
	return zipped(t, map[string][]byte{
		"PROV - Occupation SOC20 (4) Table 14.5a   Hourly pay - Gross 2026.xlsx": l.ashe(t, "5a"),
		"PROV - Occupation SOC20 (4) Table 14.5b   Hourly pay - CV 2026.xlsx":    l.ashe(t, "5b"),
		"PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2026.xlsx": l.ashe(t, "7a"),
	})
}

func delimited(comma rune, rows [][]string) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma = comma
	w.UseCRLF = true
	w.WriteAll(rows)
	return b.Bytes()
}

func (l layoutOf) jobBank() []byte {
	rows := [][]string{{"NOC_CNP", "NOC_Title_eng", "NOC_Title_fra", "prov", "ER_Code_Code_RE", "ER_Name", "Nom_RE",
		"Low_Wage_Salaire_Minium", "Median_Wage_Salaire_Median", "High_Wage_Salaire_Maximal", "Average_Wage_Salaire_Moyen",
		"Quartile1_Wage_Salaire_Quartile1", "Quartile3_Wage_Salaire_Quartile3", "Data_Source_E", "Data_Source_F", "Reference_Period",
		"Revision_Date_Date_revision", "Annual_Wage_Flag_Salaire_annuel", "Wage_Comment_E"}}
	for _, b := range l.tables.Benchmarks {
		if b.Country != "CA" {
			continue
		}
		survey := "Labour Force Survey"
		if b.Source == "ca-jobbank-ei" {
			survey = "Employment Insurance"
		}
		rows = append(rows, l.row(b, "NOC_"+b.OccupationCode, b.OccupationTitle, "métier", "NAT", "ER00", "Canada", "Canada",
			or(b.P10, ""), or(b.P50, ""), or(b.P90, ""), or(b.Mean, ""), or(b.P25, ""), or(b.P75, ""), survey, "EPA", "2024-2025", "2026-11-18", "0", "")...)
		rows = append(rows, []string{"NOC_" + b.OccupationCode, b.OccupationTitle, "métier", "ON", "ER35", "Ontario", "Ontario",
			"1", "1", "1", "1", "1", "1", survey, "EPA", "2024-2025", "2026-11-18", "0", ""})
	}
	return delimited(',', rows)
}

func (l layoutOf) genesis() []byte {
	head := "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;" +
		"2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;3_variable_code;3_variable_label;3_variable_attribute_code;" +
		"3_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label;value_q"
	rows := [][]string{strings.Split(head, ";")}
	for _, b := range l.tables.Benchmarks {
		if b.Country != "DE" {
			continue
		}
		for _, m := range []struct {
			code  string
			value float64
		}{{"VST045", 30}, {"VST047", b.Mean}, {"VST052", b.P50}} {
			for _, sex := range []string{"", "GESM", "GESW"} {
				value := strings.Replace(or(m.value, "."), ".", ",", 1)
				if sex != "" {
					value = "1,00"
				}
				for _, month := range []string{"2026-04P1M", "2025-04P1M"} {
					if month < "2026" {
						value = "2,00"
					}
					rows = append(rows, l.row(b, "62361", "Verdiensterhebung", "STAG", "Stichtag", month, "DINSG", "Deutschland", "DG", "Deutschland",
						"GES", "Geschlecht", sex, "", "KLDB10", "Berufe", "KB10-"+b.OccupationCode, b.OccupationTitle, value, "EUR", m.code, "", "e")...)
				}
			}
		}
	}
	return delimited(';', rows)
}
