package pay_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
	"bothends/questions/pay"
)

func TestPublishedTablesHaveNoProblems(t *testing.T) {
	for _, p := range published(t).Check() {
		t.Error(p)
	}
}

// refusal is one way to break the tables.
type refusal struct {
	name string
	edit edit
	code string // of a problem that must be listed
	at   string // its place
}

var notLoaded = []refusal{
	{"file missing", edit{"sources.csv", lost, ""}, "cannot_read", "sources.csv"},
	{"not UTF-8", edit{"sources.csv", "Licence", "\xff"}, "not_utf8", "sources.csv"},
	{"Windows line ends", edit{"benchmarks.csv", "us-oews\n", "us-oews\r\n"}, "carriage_return", "benchmarks.csv:2"},
	{"column renamed", edit{"benchmarks.csv", "p50", "median"}, "wrong_header", "benchmarks.csv:1"},
	{"column moved", edit{"minimum_pay.csv", "hourly_gross,monthly_gross", "monthly_gross,hourly_gross"}, "wrong_header", "minimum_pay.csv:1"},
	{"byte order mark", edit{"sources.csv", "id", "\ufeffid"}, "wrong_header", "sources.csv:1"},
	{"cell lost", edit{"benchmarks.csv", "gross,21.21,", "gross,"}, "wrong_cell_count", "benchmarks.csv:3"},
	{"quote lost", edit{"responsibilities.csv", `,"O*NET 29.3`, `,O*NET "29.3`}, "not_csv", "responsibilities.csv:2"},
	{"decimal comma", edit{"benchmarks.csv", "21.21", `"21,21"`}, "not_a_number", "benchmarks.csv:3"},
	{"negative", edit{"benchmarks.csv", "21.21", "-21.21"}, "not_a_number", "benchmarks.csv:3"},
	{"not a number", edit{"benchmarks.csv", "21.21", "NaN"}, "not_a_number", "benchmarks.csv:3"},
	{"infinite", edit{"benchmarks.csv", "21.21", strings.Repeat("9", 400)}, "not_a_number", "benchmarks.csv:3"},
	{"exponent", edit{"benchmarks.csv", "21.21", "2e1"}, "not_a_number", "benchmarks.csv:3"},
	{"suppressed cell left in", edit{"benchmarks.csv", "21.21", "#"}, "not_a_number", "benchmarks.csv:3"},
	{"half a respondent", edit{"manager_experience.csv", "2015-07,37", "2015-07,37.5"}, "not_a_number", "manager_experience.csv:2"},
	{"unknown period", edit{"benchmarks.csv", "hourly_gross", "weekly_gross"}, "unknown_period", "benchmarks.csv:3"},
	{"neither yes nor no", edit{"manager_experience.csv", "Managers,yes", "Managers,true"}, "unknown_word", "manager_experience.csv:2"},
}

var notChecked = []refusal{
	{"table emptied", edit{"manager_experience.csv", "", ""}, "no_rows", "manager_experience.csv"},
	{"row repeated", edit{"responsibilities.csv", "copywriting,", "strategy,"}, "repeated_row", "responsibilities.csv:3"},
	{"source without licence", edit{"sources.csv", "public domain", ""}, "empty_cell", "sources.csv:2"},
	{"checked in prose", edit{"minimum_pay.csv", "quoted (hourly); official file (hours)", "rate seen on a page"}, "unknown_word", "minimum_pay.csv:2"},
	{"checked without its figure", edit{"minimum_pay.csv", "quoted (hourly); official file (hours)", "quoted"}, "unknown_word", "minimum_pay.csv:2"},
	{"source checked by ear", edit{"sources.csv", "official file", "hearsay"}, "unknown_word", "sources.csv:2"},
	{"source without years", edit{"sources.csv", ",2025,", ",last year,"}, "wrong_shape", "sources.csv:2"},
	{"source not used", edit{"sources.csv", "\nus-oews,", "\nold,a,b,2020,c,extract,d\nus-oews,"}, "unused_source", "sources.csv:2"},
	{"row without source", edit{"benchmarks.csv", "us-oews", ""}, "unknown_source", "benchmarks.csv:2"},
	{"country not a code", edit{"benchmarks.csv", "US,USD", "usa,USD"}, "wrong_shape", "benchmarks.csv:2"},
	{"pay of 0", edit{"benchmarks.csv", "21.21", "0"}, "not_positive", "benchmarks.csv:3"},
	{"percentiles swapped", edit{"benchmarks.csv", "21.21,27.05", "27.05,21.21"}, "percentiles_out_of_order", "benchmarks.csv:3"},
	{"net called gross", edit{"benchmarks.csv", "monthly_net_ft,net", "monthly_net_ft,gross"}, "wrong_basis", "benchmarks.csv:126"},
	{"net among gross", edit{"benchmarks.csv", "hourly_gross,gross", "monthly_net_ft,net"}, "two_bases", "benchmarks.csv:3"},
	{"two currencies", edit{"benchmarks.csv", "GB,GBP", "GB,EUR"}, "two_currencies", "benchmarks.csv:47"},
	{"two titles for a code", edit{"benchmarks.csv", "27-3031,Public Relations Specialists,hourly", "27-3031,PR,hourly"}, "two_titles", "benchmarks.csv:3"},
	{"two populations", edit{"benchmarks.csv", "\nUS,USD,11-2021,Marketing Managers,annual_gross,", "\nUS,USD,11-2021,Marketing Managers,hourly_gross_ft,"}, "two_populations", "benchmarks.csv:5"},
	{"annual is not hourly", edit{"benchmarks.csv", "74750", "74730"}, "annual_is_not_hourly", "benchmarks.csv:2"},
	{"SOC without dash", edit{"responsibilities.csv", "13-1161", "131161"}, "wrong_shape", "responsibilities.csv:2"},
	{"responsibility without reason", edit{"responsibilities.csv", "E1119,\"O*NET lists \"\"Copywriter\"\"", "E1119,\"\"\nx,13-1161,1,A1,\"O*NET \"\"Copywriter\"\""}, "empty_cell", "responsibilities.csv:3"},
	{"key unknown", edit{"responsibility_codes.csv", "strategy,US", "strategie,US"}, "unknown_key", "responsibility_codes.csv:2"},
	{"key without code", edit{"responsibility_codes.csv", "strategy,FR,cadre", "strategie,FR,cadre"}, "missing_code", "responsibility_codes.csv"},
	{"code unknown", edit{"responsibility_codes.csv", "13-1161", "13-1162"}, "unknown_code", "responsibility_codes.csv:2"},
	{"fit unknown", edit{"responsibility_codes.csv", ",official,", ",roughly,"}, "unknown_word", "responsibility_codes.csv:2"},
	{"level where there is none", edit{"responsibility_codes.csv", "strategy,US,,", "strategy,US,cadre,"}, "unknown_word", "responsibility_codes.csv:2"},
	{"link without basis", edit{"responsibility_codes.csv", ",title listed,Copywriter\n", ",title listed,\n"}, "empty_cell", "responsibility_codes.csv:10"},
	{"median not published", edit{"benchmarks.csv", ",monthly_net_ft,net,,,1800,", ",monthly_net_ft,net,,,,"}, "no_median", "default_benchmark.csv:6"},
	{"full-time week not known", edit{"minimum_pay.csv", "2026-01-01,38.9,", "2026-01-01,,"}, "no_full_time_hours", "default_benchmark.csv:5"},
	{"years mixed", edit{"sources.csv", ",2023-2024,", ",2025,"}, "mixed_years", "responsibility_codes.csv:32"},
	{"default lost", edit{"default_benchmark.csv", "GB,,", "IE,,"}, "missing_default", "default_benchmark.csv"},
	{"default of another period", edit{"default_benchmark.csv", "hourly_gross,", "annual_gross,"}, "wrong_period", "default_benchmark.csv:2"},
	{"default of another title", edit{"default_benchmark.csv", "Public Relations Specialists", "Social Media Manager"}, "two_titles", "default_benchmark.csv:2"},
	{"minimum in another currency", edit{"minimum_pay.csv", "GB,GBP", "GB,EUR"}, "two_currencies", "minimum_pay.csv:3"},
	{"minimum without amount", edit{"minimum_pay.csv", "7.25", ""}, "no_minimum", "minimum_pay.csv:2"},
	{"minimum by the day", edit{"minimum_pay.csv", "7.25", "58"}, "odd_minimum", "minimum_pay.csv:2"},
	{"month is not 52/12 weeks", edit{"minimum_pay.csv", "1867.02", "1723.40"}, "monthly_is_not_hourly", "minimum_pay.csv:4"},
	{"full-time week of 8 hours", edit{"minimum_pay.csv", "2009-07-24,40", "2009-07-24,8"}, "odd_full_time_hours", "minimum_pay.csv:2"},
	{"two minimums at once", edit{"minimum_pay.csv", "statutory minimum wage,2027-01-01", "statutory minimum wage,2026-06-01"}, "two_minimums", "minimum_pay.csv:6"},
	{"date not ISO", edit{"minimum_pay.csv", "2009-07-24", "24/07/2009"}, "wrong_shape", "minimum_pay.csv:2"},
	{"percentages miss people", edit{"manager_experience.csv", "70.2", "7.2"}, "not_all_respondents", "manager_experience.csv:2"},
	{"percentages of nobody", edit{"manager_experience.csv", "2015-07,37", "2015-07,"}, "no_respondents", "manager_experience.csv:2"},
}

func TestLoadRefuses(t *testing.T) {
	for _, test := range notLoaded {
		t.Run(test.name, func(t *testing.T) {
			all := files(t)
			test.edit.apply(t, all)
			tables, problems := pay.Load(all)
			if tables != nil {
				t.Error("Load gave tables")
			}
			mustList(t, problems, test)
		})
	}
}

func TestCheckRefuses(t *testing.T) {
	for _, test := range notChecked {
		t.Run(test.name, func(t *testing.T) {
			all := files(t)
			if test.edit.old == "" { // only the header stays
				header, _, _ := strings.Cut(string(all[test.edit.file].Data), "\n")
				all[test.edit.file] = &fstest.MapFile{Data: []byte(header + "\n")}
			} else {
				test.edit.apply(t, all)
			}
			mustList(t, load(t, all).Check(), test)
		})
	}
}

// mustList fails unless a problem has the code and the place that are wanted,
// and every problem is complete.
func mustList(t *testing.T, problems []questions.Problem, want refusal) {
	t.Helper()
	found := false
	for _, p := range problems {
		found = found || p.Code == want.code && p.Path == want.at
		if p.Path == "" || p.Code == "" || p.Message == "" || p.Hint == "" || strings.HasSuffix(p.Message, ".") {
			t.Errorf("incomplete problem %+v", p)
		}
	}
	if !found {
		t.Errorf("no problem %s at %s in %v", want.code, want.at, problems)
	}
}

func TestAllProblemsAtOnce(t *testing.T) {
	all := files(t)
	for _, e := range []edit{
		{"benchmarks.csv", "21.21", "#"},
		{"benchmarks.csv", "30.43", "x"},
		{"minimum_pay.csv", "7.25", "7,25"},
		{"sources.csv", lost, ""},
	} {
		e.apply(t, all)
	}
	_, problems := pay.Load(all)
	var got []string
	for _, p := range problems {
		got = append(got, p.Path)
	}
	slices.Sort(got)
	want := []string{"benchmarks.csv:3", "benchmarks.csv:9", "minimum_pay.csv:2", "sources.csv"}
	if !slices.Equal(got, want) {
		t.Errorf("problems at %v, want %v", got, want)
	}
}

// Every code in the program has a test above that fails with it.
func TestEveryRefusalIsTested(t *testing.T) {
	tested := make(map[string]bool)
	for _, r := range append(notLoaded, notChecked...) {
		tested[r.code] = true
	}
	code := regexp.MustCompile(`(?:report\([^"{]*|refuse\(column, )"([a-z_]+)"`)
	for _, name := range []string{"read.go", "check.go", "check_country.go"} {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found := code.FindAllStringSubmatch(string(source), -1)
		if len(found) < 5 {
			t.Errorf("only %d codes in %s", len(found), name)
		}
		for _, match := range found {
			if !tested[match[1]] {
				t.Errorf("%s: nothing fails with %s", name, match[1])
			}
		}
	}
}

// FuzzLoad writes text over a place of a published file, so that most of what
// it tries is nearly right.
func FuzzLoad(f *testing.F) {
	all := files(f)
	names := slices.Sorted(maps.Keys(all))
	for i, name := range names {
		text := string(all[name].Data)
		f.Add(uint8(i), uint(0), uint(len(text)), []byte(text[:strings.IndexByte(text, '\n')+1]))
		f.Add(uint8(i), uint(len(text)/2), uint(4), []byte(`9","`))
		f.Add(uint8(i), uint(len(text)/3), uint(1), []byte("99999999999999999999"))
	}
	f.Fuzz(func(t *testing.T, which uint8, at, cut uint, text []byte) {
		name := names[int(which)%len(names)]
		data := all[name].Data
		from := int(at % uint(len(data)+1))
		to := from + int(cut%uint(len(data)-from+1))
		broken := maps.Clone(all)
		broken[name] = &fstest.MapFile{Data: slices.Concat(data[:from], text, data[to:])}
		tables, problems := pay.Load(broken)
		if (tables == nil) == (len(problems) == 0) {
			t.Fatalf("tables %v and problems %v", tables != nil, problems)
		}
		if tables == nil {
			return
		}
		tables.Check()
		if changes := pay.Diff(tables, tables); changes != nil {
			t.Errorf("nothing differs but %v", changes)
		}
		for _, e := range examples() {
			if r := tables.Compute(e.answers); r != nil {
				complete(t, r)
			}
			tables.Hint(e.answers)
		}
	})
}
