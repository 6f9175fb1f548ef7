package pay_test

import (
	"io/fs"
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
	"bothends/questions/pay"
)

const tablesDir = "../packs/pay"

// published are the tables of the product.
func published(t testing.TB) *pay.Tables {
	t.Helper()
	return load(t, os.DirFS(tablesDir))
}

func load(t testing.TB, fsys fs.FS) *pay.Tables {
	t.Helper()
	tables, problems := pay.Load(fsys)
	for _, p := range problems {
		t.Error(p)
	}
	if tables == nil {
		t.Fatal("Load gave no tables")
	}
	return tables
}

// files are the published CSV files, free to be changed by a test.
func files(t testing.TB) fstest.MapFS {
	t.Helper()
	all := make(fstest.MapFS)
	names, err := fs.Glob(os.DirFS(tablesDir), "*.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(tablesDir + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: data}
	}
	return all
}

// An edit changes one of the published files.
type edit struct{ file, old, new string }

// lost as the old text removes the file.
const lost = "\x00lost"

func (e edit) apply(t *testing.T, all fstest.MapFS) {
	t.Helper()
	if e.old == lost {
		delete(all, e.file)
		return
	}
	text := string(all[e.file].Data)
	changed := strings.Replace(text, e.old, e.new, 1)
	if changed == text {
		t.Fatalf("%q is not in %s", e.old, e.file)
	}
	all[e.file] = &fstest.MapFile{Data: []byte(changed)}
}

// example is a worked example of the README of the tables.
type example struct {
	name    string
	answers questions.Answers
	want    want
}

// want holds the figures as the README prints them, to the cent; -1 is nil.
type want struct {
	own, reference, ratio, plain, plainRatio, low, high, effective, unpaid, minimum float64
	jobs, occupations                                                               int
	verdict, plainVerdict                                                           string
	ownBelow                                                                        string // "yes", "no" or the reason why not compared
}

func examples() []example {
	return []example{
		{
			"US, 58,000 a year, shares given",
			questions.Answers{
				"country": "US", "currency": "USD", "pay_amount": 58000.0, "pay_period": "year", "pay_basis": "gross",
				"contract_hours": 40.0, "weekly_hours": 47.0, "unpaid_hours": 7.0, "weeks_off": 4.0, "experience_years": 4.0,
				"responsibilities": []string{"strategy", "copywriting", "graphic_design", "video", "community", "analytics"},
				"shares": map[string]float64{"strategy": 20, "copywriting": 15, "graphic_design": 15, "video": 20,
					"community": 20, "analytics": 10},
			},
			want{own: 27.88, reference: 35.89, ratio: 0.78, plain: 35.94, plainRatio: 0.78, low: 26.63, high: 48.65,
				effective: 23.73, unpaid: 9369.23, minimum: 7.25, jobs: 6, occupations: 5,
				verdict: pay.InsideBand, plainVerdict: pay.InsideBand, ownBelow: "no"},
		},
		{
			"GB, 3,100 a month, equal shares, unpaid hours derived",
			questions.Answers{
				"country": "GB", "currency": "GBP", "pay_amount": 3100.0, "pay_period": "month",
				"contract_hours": 37.5, "weekly_hours": 39.5, "weeks_off": 7.0, "experience_years": 2.0,
				"responsibilities": []string{"copywriting", "scheduling", "community", "customer_support", "events"},
			},
			want{own: 19.08, reference: 17.07, ratio: 1.12, plain: 18.89, plainRatio: 1.01, low: 15.69, high: 22.34,
				effective: 18.11, unpaid: 1716.92, minimum: 12.71, jobs: 4, occupations: 4,
				verdict: pay.NoGap, plainVerdict: pay.NoGap, ownBelow: "no"},
		},
		{
			"FR, 1,650 net a month, no percentiles",
			questions.Answers{
				"country": "FR", "currency": "EUR", "pay_amount": 1650.0, "pay_period": "month", "pay_basis": "net", "cadre": "no",
				"contract_hours": 35.0, "weekly_hours": 40.0, "unpaid_hours": 5.0, "weeks_off": 7.0, "experience_years": 9.0,
				"responsibilities": []string{"strategy", "copywriting", "graphic_design", "photography", "scheduling", "community"},
			},
			want{own: 10.88, reference: 12.83, ratio: 0.85, plain: 11.87, plainRatio: 0.92, low: -1, high: -1,
				effective: 9.52, unpaid: 2447.80, minimum: 12.31, jobs: 5, occupations: 5,
				verdict: pay.BelowReference, plainVerdict: pay.BelowReference, ownBelow: pay.NetForGross},
		},
	}
}

func TestWorkedExamples(t *testing.T) {
	tables := published(t)
	for _, test := range examples() {
		t.Run(test.name, func(t *testing.T) {
			r, w := tables.Compute(test.answers), test.want
			for _, figure := range []struct {
				name string
				got  *float64
				want float64
			}{
				{"(a) own_hourly", r.OwnHourly, w.own},
				{"(c) reference_hourly", r.ReferenceHourly, w.reference},
				{"(e) ratio", r.RatioRole, w.ratio},
				{"(d) reference_default_hourly", r.ReferenceDefaultHourly, w.plain},
				{"(e) ratio_default", r.RatioDefault, w.plainRatio},
				{"(c) band_low", r.BandLow, w.low},
				{"(c) band_high", r.BandHigh, w.high},
				{"(f) effective_hourly", r.EffectiveHourly, w.effective},
				{"(g) unpaid_value_year", r.UnpaidValueYear, w.unpaid},
				{"(h) minimum_hourly", r.MinimumHourly, w.minimum},
			} {
				switch {
				case figure.got == nil && figure.want != -1:
					t.Errorf("%s is nil, want %v", figure.name, figure.want)
				case figure.got != nil && pay.RoundCents(*figure.got) != figure.want:
					t.Errorf("%s is %v, want %v", figure.name, *figure.got, figure.want)
				}
			}
			if *r.Jobs != w.jobs || *r.Occupations != w.occupations {
				t.Errorf("(i) %d jobs and %d occupations, want %d and %d", *r.Jobs, *r.Occupations, w.jobs, w.occupations)
			}
			if r.Verdict != w.verdict || r.VerdictDefault != w.plainVerdict {
				t.Errorf("verdicts %q and %q, want %q and %q", r.Verdict, r.VerdictDefault, w.verdict, w.plainVerdict)
			}
			got := r.Minimum.Reason
			if r.Minimum.OwnBelow != nil {
				got = map[bool]string{true: "yes", false: "no"}[*r.Minimum.OwnBelow]
			}
			if got != w.ownBelow {
				t.Errorf("(h) below the minimum: %q, want %q", got, w.ownBelow)
			}
		})
	}
}

// The README carries one example per country group through all steps.
func TestStepsOfTheExamples(t *testing.T) {
	tables := published(t)
	all := examples()
	t.Run("GB midpoints", func(t *testing.T) {
		var got []float64
		for _, p := range tables.Compute(all[1].answers).Parts {
			got = append(got, *p.Reference)
		}
		want := []float64{18.445, 18.885, 18.885, 13.78, 15.345}
		for i := range want {
			if math.Abs(got[i]-want[i]) > 1e-9 {
				t.Errorf("midpoints %v, want %v", got, want)
			}
		}
	})
	t.Run("FR months to hours", func(t *testing.T) {
		r := tables.Compute(all[2].answers)
		want := []float64{11.8681, 12.7714, 12.7714, 15.8242, 11.8681, 11.8681}
		for i, p := range r.Parts {
			if got := *p.Reference; math.Abs(got-want[i]) > 5e-5 {
				t.Errorf("%s is %v, want %v", p.Key, got, want[i])
			}
		}
		if r.Years != "2017-2019" || r.Basis != pay.Net || r.Step != pay.StepMedian {
			t.Errorf("years %q, basis %q, step %q", r.Years, r.Basis, r.Step)
		}
	})
	t.Run("what a page shows", func(t *testing.T) {
		r := tables.Compute(all[0].answers)
		p := r.Parts[1]
		if p.Key != "copywriting" || p.Title != "Writers and Authors" || p.Code != "27-3043" || p.Fit != pay.FitOfficial ||
			p.Basis == "" || p.Source.Release == "" || math.Abs(p.Share-0.15) > 1e-12 {
			t.Errorf("part %+v", p)
		}
		if r.Default.Title != "Public Relations Specialists" || r.Years != "2025" {
			t.Errorf("default %+v of %s", r.Default, r.Years)
		}
		// (27.8846 - 35.8885) x 40 x 52
		if got, want := *r.GapYear, 58000-35.8885*2080; math.Abs(got-want) > 1e-6 {
			t.Errorf("gap of a year %v, want %v", got, want)
		}
		if r.Title == nil || !r.Title.Short || len(r.Title.Managers) != 3 {
			t.Errorf("title check %+v", r.Title)
		}
	})
}

func TestEveryCountryComputes(t *testing.T) {
	tables := published(t)
	var keys []string
	for _, r := range tables.Responsibilities {
		keys = append(keys, r.Key)
	}
	if len(keys) != 19 {
		t.Errorf("%d responsibilities, want 19", len(keys))
	}
	countries := 0
	for _, code := range tables.Countries() {
		c, _ := tables.Country(code)
		if c.Basis == "" {
			continue
		}
		countries++
		for _, status := range []string{"yes", "no"} {
			r := tables.Compute(questions.Answers{
				"country": code, "currency": c.Currency, "pay_amount": 20.0, "pay_period": "hour", "pay_basis": c.Basis,
				"cadre": status, "responsibilities": keys,
			})
			if r.RatioRole == nil || r.RatioDefault == nil {
				t.Errorf("%s cadre %s: reasons %v", code, status, r.Reasons)
			}
			if *r.Jobs != 18 || *r.Occupations != 11 {
				t.Errorf("%s: %d jobs and %d occupations, want 18 and 11", code, *r.Jobs, *r.Occupations)
			}
		}
	}
	if countries != 6 {
		t.Errorf("%d countries with benchmarks, want 6", countries)
	}
}

// The advertisement that began the project: the whole role list for 20 dollars
// an hour and two years of experience.
func TestFirstAdvertisement(t *testing.T) {
	r := published(t).Compute(firstAdvertisement())
	data, err := r.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/first-advertisement.json"
	got := strings.ReplaceAll(string(data), `,"`, ",\n\"") + "\n"
	if os.Getenv("BLESS") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s\n(BLESS=1 writes it anew; review the difference)", got, want)
	}
	if r.Verdict != pay.BelowBand || r.Step != pay.StepStarting || !r.UnpaidDerived || *r.UnpaidHours != 12 {
		t.Errorf("verdict %q, step %q, unpaid hours %v derived %v", r.Verdict, r.Step, *r.UnpaidHours, r.UnpaidDerived)
	}
}

func firstAdvertisement() questions.Answers {
	return questions.Answers{
		"country": "US", "currency": "USD", "pay_amount": 20.0, "pay_period": "hour",
		"contract_hours": 40.0, "weekly_hours": 52.0, "experience_years": 2.0,
		"responsibilities": []string{"strategy", "copywriting", "graphic_design", "video", "live_coverage", "scheduling",
			"paid_ads", "influencers", "analytics", "email", "web_seo", "budget_pm"},
	}
}

func BenchmarkCompute(b *testing.B) {
	tables, answers := published(b), firstAdvertisement()
	b.ReportAllocs()
	for b.Loop() {
		tables.Compute(answers)
	}
}

func BenchmarkLoad(b *testing.B) {
	fsys := files(b)
	b.ReportAllocs()
	for b.Loop() {
		pay.Load(fsys)
	}
}

func BenchmarkCheck(b *testing.B) {
	tables := published(b)
	for b.Loop() {
		tables.Check()
	}
}
