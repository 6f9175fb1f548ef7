package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bothends/questions/pay"
)

func tablesInUse(t *testing.T) (*pay.Tables, string) {
	t.Helper()
	dir, err := filepath.Abs("../../questions/packs/pay")
	if err != nil {
		t.Fatal(err)
	}
	tables, found := loadTables(os.DirFS(dir), dir)
	if len(found) > 0 {
		t.Fatal(found)
	}
	return tables, dir
}

// Files of the present figures change no figure, only what sources.csv says.
func TestRefreshReadsEveryLayout(t *testing.T) {
	tables, dir := tablesInUse(t)
	l := layoutOf{tables: tables}
	for name, test := range map[string]struct {
		data  []byte
		read  []string
		years string
	}{
		"us.bin":   {l.oews(t), []string{"US annual_gross  22 of 22 rows", "US hourly_gross  22 of 22 rows"}, "2026"},
		"gb.bin":   {l.asheZip(t), []string{"GB hourly_gross_ft  22 of 22 rows", "GB annual_gross_ft  23 of 23 rows"}, "2026"},
		"gb5a.bin": {l.ashe(t, "5a"), []string{"GB hourly_gross_ft  22 of 22 rows"}, "2026"},
		"ca.bin":   {l.jobBank(), []string{"CA hourly_gross  9 of 9 rows"}, "2024-2025"},
		"de.bin":   {l.genesis(), []string{"DE monthly_gross_ft  26 of 26 rows"}, "2026"},
		"dez.bin":  {zipped(t, map[string][]byte{"62361-0030_de_flat.csv": l.genesis()}), []string{"DE monthly_gross_ft  26 of 26 rows"}, "2026"},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "next")
			got := printed(t, done, "refresh", "-tables", dir, "-out", out, saved(t, name, test.data))
			for _, want := range test.read {
				if !strings.Contains(got, want) {
					t.Errorf("%q is not in\n%s", want, got)
				}
			}
			if strings.Contains(got, "\nbenchmarks.csv") || !strings.Contains(got, "sources.csv") || strings.Contains(got, "note:") {
				t.Errorf("got\n%s", got)
			}
			for _, same := range []string{"benchmarks.csv", "minimum_pay.csv", "README.md"} {
				a, _ := os.ReadFile(filepath.Join(dir, same))
				b, err := os.ReadFile(filepath.Join(out, same))
				if err != nil || !bytes.Equal(a, b) {
					t.Errorf("%s is not the same: %v", same, err)
				}
			}
			after, found := loadTables(os.DirFS(out), out)
			if len(found) > 0 {
				t.Fatal(found)
			}
			updated := 0
			for _, s := range after.Sources {
				if strings.Contains(s.Source, name+" sha256 ") {
					updated++
					if s.Years != test.years || s.Checked != "official file" {
						t.Errorf("got %+v", s)
					}
				}
			}
			if updated == 0 {
				t.Error("no source was updated")
			}
			if again := printed(t, done, "refresh", out); !strings.Contains(again, "changes:") {
				t.Errorf("got\n%s", again)
			}
		})
	}
}

// All publishers at once, as a person has them in a folder.
func TestRefreshAllAtOnce(t *testing.T) {
	tables, dir := tablesInUse(t)
	l := layoutOf{tables: tables}
	got := printed(t, done, "refresh", "-tables", dir, saved(t, "a", l.oews(t)), saved(t, "b", l.asheZip(t)), saved(t, "c", l.jobBank()), saved(t, "d", l.genesis()))
	if !strings.Contains(got, "nothing was written; -out DIR writes the updated copy") || !strings.Contains(got, "BLS OEWS May 2026") ||
		!strings.Contains(got, "ONS ASHE 2026 provisional") || !strings.Contains(got, "ESDC Job Bank Wages 2026 (LFS 2024-2025; 2026-11-18)") ||
		!strings.Contains(got, "GENESIS 62361-0030, 2026-04") {
		t.Errorf("got\n%s", got)
	}
}

func TestRefreshReportsWhatChanged(t *testing.T) {
	tables, dir := tablesInUse(t)
	set := func(want string, column int, value string) func(string, string, string, []string) []string {
		return func(country, period, code string, row []string) []string {
			if country+" "+code != want {
				return row
			}
			if column < 0 {
				return nil
			}
			row = slices.Clone(row)
			row[column] = value
			return row
		}
	}
	for name, test := range map[string]struct {
		file   func(layoutOf) []byte
		change func(string, string, string, []string) []string
		status int
		says   []string
	}{
		"a rise": {func(l layoutOf) []byte { return l.ashe(t, "5a") }, set("GB 2493", 3, "23.679999999999996"), done,
			[]string{"Look at these first", "GB 2493 hourly_gross_ft", "20.59 -> 23.68 (+15.0 %)"}},
		"a figure is suppressed": {func(l layoutOf) []byte { return l.ashe(t, "5a") }, set("GB 2493", 14, "x"), done, []string{"25.29 removed"}},
		"hourly and annual disagree": {func(l layoutOf) []byte { return l.oews(t) }, set("US 27-3031", 10, "40.00"), problems,
			[]string{"p50 is 74750 but 2080 hours at 40 are 83200", "35.94 -> 40 (+11.3 %)"}},
		"percentiles out of order": {func(l layoutOf) []byte { return l.jobBank() }, set("CA 52120", 11, "99"), problems, []string{"below p25"}},
		"a code vanished": {func(l layoutOf) []byte { return l.jobBank() }, set("CA 52120", -1, ""), problems,
			[]string{"CA 52120 hourly_gross is no longer published there, so its figures were taken out", "hint: find its successor"}},
		"published by the year only": {func(l layoutOf) []byte { return l.jobBank() }, set("CA 52120", 17, "1"), problems, []string{"there is annual_gross only"}},
		"another title":              {func(l layoutOf) []byte { return l.jobBank() }, set("CA 52120", 1, "Illustrators"), done, []string{`note: CA 52120 is "Illustrators" there`}},
		"another survey":             {func(l layoutOf) []byte { return l.jobBank() }, set("CA 52110", 13, "Labour Force Survey"), done, []string{"ca-jobbank-ei", "row removed"}},
		"a census":                   {func(l layoutOf) []byte { return l.jobBank() }, set("CA 52110", 13, "2021 Census"), problems, []string{`"2021 Census" is a survey that 52110 has had no figures from`}},
		"other years":                {func(l layoutOf) []byte { return l.jobBank() }, set("CA 52120", 15, "2021"), problems, []string{"is about 2021 and other rows of ca-jobbank-lfs are about 2024-2025"}},
		"a word for an amount":       {func(l layoutOf) []byte { return l.oews(t) }, set("US 27-3031", 10, "n/a"), problems, []string{`row 2, column H_MEDIAN: "n/a" is not an amount`, "* ** # ~"}},
		"zero":                       {func(l layoutOf) []byte { return l.jobBank() }, set("CA 52120", 8, "0"), problems, []string{`"0" is not an amount`}},
		"two regions": {func(l layoutOf) []byte {
			return bytes.ReplaceAll(l.jobBank(), []byte(",ON,"), []byte(",NAT,"))
		}, nil, problems, []string{"two rows for CA 52120 hourly_gross"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := printed(t, test.status, "refresh", "-tables", dir, saved(t, "file", test.file(layoutOf{tables, test.change})))
			for _, want := range test.says {
				if !strings.Contains(got, want) {
					t.Errorf("%q is not in\n%s", want, got)
				}
			}
		})
	}
}

// What cannot be read is refused as a whole: nothing is written.
func TestRefreshRefuses(t *testing.T) {
	tables, dir := tablesInUse(t)
	l := layoutOf{tables: tables}
	good := saved(t, "good.zip", l.oews(t))
	renamed := func(data []byte, pairs ...string) []byte {
		return []byte(strings.NewReplacer(pairs...).Replace(string(data)))
	}
	for name, test := range map[string]struct {
		data []byte
		says []string
	}{
		"empty":               {nil, []string{"it is empty"}},
		"binary":              {[]byte("\x00\x01\x02"), []string{"neither a zip, a workbook nor a table of text"}},
		"old workbook":        {[]byte("\xD0\xCF\x11\xE0\xA1\xB1"), []string{"old .xls form", "hint: download it again"}},
		"half a zip":          {l.oews(t)[:500], []string{"damaged or incomplete"}},
		"unknown table":       {[]byte("a,b\n1,2\n"), []string{`its first row is "a, b"`, "hint: the files are: BLS OEWS"}},
		"empty zip":           {zipped(t, map[string][]byte{"readme.pdf": {0}}), []string{"none of the official files"}},
		"Insee":               {[]byte("GEO;PCS_ESE;SEX;DERA_MEASURE;OBS_VALUE\nF;375A;_T;X;2000\n"), []string{"means, which cannot replace the medians of the Dares", "hint: leave the French rows"}},
		"Job Bank renamed":    {renamed(l.jobBank(), "Quartile1_", "First_", "prov,", "region,"), []string{"the columns prov, Quartile1_Wage_Salaire_Quartile1 are missing", "First_Wage"}},
		"GENESIS old":         {[]byte("Statistik_Code;Statistik_Label;Zeit\n62361;x;2026\n"), []string{"the columns statistics_code, time, 1_variable_attribute_code, value, value_variable_code are missing"}},
		"GENESIS other table": {renamed(l.genesis(), "VST052", "VST099", "VST047", "VST098"), []string{"no rows with the value_variable_code VST052 or VST047"}},
		"ASHE other table":    {l.ashe(t, "6a"), []string{"holds none of the tables that are needed"}},
		"two publishers":      {zipped(t, map[string][]byte{"a.csv": l.jobBank(), "b.csv": l.genesis()}), []string{"it holds files of"}},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "next")
			got := printed(t, problems, "refresh", "-tables", dir, "-out", out, good, saved(t, "file", test.data))
			for _, want := range append(test.says, "hint: ") {
				if !strings.Contains(got, want) {
					t.Errorf("%q is not in\n%s", want, got)
				}
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("something was written")
			}
		})
	}
	for name, args := range map[string][]string{
		"twice the same table": {"-tables", dir, good, saved(t, "again.zip", l.oews(t))},
		"no such file":         {"-tables", dir, filepath.Join(t.TempDir(), "none.zip")},
	} {
		t.Run(name, func(t *testing.T) { printed(t, problems, append([]string{"refresh"}, args...)...) })
	}
	for name, args := range map[string][]string{
		"a folder and a file":    {dir, good},
		"-out with a folder":     {"-out", t.TempDir(), dir},
		"-pack with a file":      {"-pack", dir, good},
		"no tables":              {"-tables", filepath.Join(t.TempDir(), "none"), good},
		"a full folder":          {"-tables", dir, "-out", dir, good},
		"more files than needed": append([]string{"-tables", dir}, slices.Repeat([]string{good}, maxOfficialFiles+1)...),
	} {
		t.Run(name, func(t *testing.T) { printed(t, misuse, append([]string{"refresh"}, args...)...) })
	}
}

// A renamed column of a workbook is named, with all others that are missing.
func TestRefreshNamesMissingColumns(t *testing.T) {
	rows := [][]string{{"OCC_CODE", "OCC_TITLE", "O_GROUP", "A_P10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", "A_MEAN"}}
	file := saved(t, "x.xlsx", workbook(t, []string{"S"}, map[string][][]string{"S": rows}))
	_, dir := tablesInUse(t)
	got := printed(t, problems, "refresh", "-tables", dir, file)
	if want := "the columns A_PCT10, H_PCT10, H_PCT25, H_MEDIAN, H_PCT75, H_PCT90, H_MEAN are missing"; !strings.Contains(got, want) {
		t.Errorf("%q is not in\n%s", want, got)
	}
}

// Workbooks are read by the command alone; the program in the browser must not
// carry their reader.
func TestProgramReadsNoWorkbooks(t *testing.T) {
	list := exec.Command("go", "list", "-tags", "validator_novalidatefn", "-deps", "bothends/cmd/wasm")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(out), "xuri") {
		t.Error("the program links excelize")
	}
}
