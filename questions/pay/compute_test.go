package pay_test

import (
	"encoding/csv"
	"encoding/json"
	"maps"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
	"bothends/questions/pay"
)

// figures are the figures of a result by JSON name, nil where null.
func figures(r *pay.Result) map[string]*float64 {
	count := func(n *int) *float64 {
		if n == nil {
			return nil
		}
		f := float64(*n)
		return &f
	}
	return map[string]*float64{
		"own_hourly": r.OwnHourly, "effective_hourly": r.EffectiveHourly, "unpaid_value_year": r.UnpaidValueYear,
		"reference_hourly": r.ReferenceHourly, "ratio": r.Ratio(),
		"reference_default_hourly": r.ReferenceDefaultHourly, "ratio_default": r.RatioDefault,
		"band_low": r.BandLow, "band_high": r.BandHigh, "minimum_hourly": r.MinimumHourly,
		"jobs": count(r.Jobs), "occupations": count(r.Occupations),
	}
}

// complete fails unless every figure is a finite number or has a reason.
func complete(t *testing.T, r *pay.Result) {
	t.Helper()
	all := figures(r)
	for name, n := range all {
		reason := r.Reasons[name]
		switch {
		case n == nil && !slices.Contains(pay.ReasonKeys(), reason):
			t.Errorf("%s is nil for the reason %q", name, reason)
		case n != nil && reason != "":
			t.Errorf("%s is %v and has the reason %s", name, *n, reason)
		case n != nil && (math.IsNaN(*n) || math.IsInf(*n, 0) || *n < 0):
			t.Errorf("%s is %v", name, *n)
		}
	}
	for name := range r.Reasons {
		if _, figure := all[name]; !figure && name != pay.ForShares && name != pay.ForComparison {
			t.Errorf("a reason for %s", name)
		}
	}
	if ratio := r.Ratio(); ratio != nil && !(*ratio > 0) {
		t.Errorf("ratio %v", *ratio)
	}
	if (r.RatioRole == nil) != (r.Verdict == "") || (r.RatioDefault == nil) != (r.VerdictDefault == "") {
		t.Errorf("verdicts %q and %q", r.Verdict, r.VerdictDefault)
	}
	var sum float64
	for _, p := range r.Parts {
		sum += p.Share
		if !(p.Share >= 0 && p.Share <= 1) {
			t.Errorf("share %v of %s", p.Share, p.Key)
		}
	}
	if len(r.Parts) > 0 && math.Abs(sum-1) > 1e-9 {
		t.Errorf("shares add up to %v", sum)
	}
	for _, gap := range []*float64{r.GapYear, r.GapYearDefault, r.UnpaidHours} {
		if gap != nil && (math.IsNaN(*gap) || math.IsInf(*gap, 0)) {
			t.Errorf("gap or hours %v", *gap)
		}
	}
	if _, err := json.Marshal(r); err != nil {
		t.Error(err)
	}
}

func TestReasons(t *testing.T) {
	without := func(a questions.Answers, ids ...string) questions.Answers {
		b := maps.Clone(a)
		for _, id := range ids {
			delete(b, id)
		}
		return b
	}
	with := func(a questions.Answers, pairs ...any) questions.Answers {
		b := maps.Clone(a)
		for i := 0; i < len(pairs); i += 2 {
			b[pairs[i].(string)] = pairs[i+1]
		}
		return b
	}
	us, fr := examples()[0].answers, examples()[2].answers
	const ratio = "ratio"
	tests := []struct {
		name    string
		answers questions.Answers
		figure  string
		want    string
	}{
		{"pay", without(us, "pay_amount"), ratio, pay.NoPay},
		{"pay", without(us, "pay_amount"), "unpaid_value_year", pay.NoPay},
		{"reference without pay", without(us, "pay_amount"), "reference_hourly", ""},
		{"period", without(us, "pay_period"), ratio, pay.NoPeriod},
		{"contract hours", without(us, "contract_hours"), ratio, pay.NoContract},
		{"contract hours of hourly pay", with(without(us, "contract_hours"), "pay_period", "hour"), ratio, ""},
		{"contract hours of hourly pay", with(without(us, "contract_hours"), "pay_period", "hour"), "effective_hourly", pay.NoContract},
		{"amount beyond numbers", with(us, "pay_amount", math.MaxFloat64, "pay_period", "month", "contract_hours", 0.01), ratio, pay.OutOfRange},
		{"amount that vanishes", with(us, "pay_amount", math.SmallestNonzeroFloat64), ratio, pay.OutOfRange},
		{"weekly hours", without(us, "weekly_hours"), "effective_hourly", pay.NoWeekly},
		{"unpaid hours derived", without(us, "unpaid_hours"), "unpaid_value_year", ""},
		{"unpaid hours not to be derived", without(us, "unpaid_hours", "weekly_hours"), "unpaid_value_year", pay.NoUnpaid},
		{"weeks off", without(us, "weeks_off"), "unpaid_value_year", pay.NoWeeksOff},
		{"country", without(us, "country"), ratio, pay.NoCountry},
		{"country", without(us, "country"), "minimum_hourly", pay.NoCountry},
		{"country without benchmarks", with(us, "country", "IE", "currency", "EUR"), ratio, pay.NoBenchmarks},
		{"country with a minimum only", with(us, "country", "IE", "currency", "EUR"), "minimum_hourly", ""},
		{"country unknown", with(us, "country", "ZZ"), "minimum_hourly", pay.NoMinimum},
		{"country without minimum", with(us, "country", "CA", "currency", "CAD"), "minimum_hourly", pay.NoMinimum},
		{"minimum by the month, week not known", with(us, "country", "BE", "currency", "EUR"), "minimum_hourly", pay.NoFullTime},
		{"currency", without(us, "currency"), ratio, pay.NoCurrency},
		{"reference without currency", without(us, "currency"), "reference_hourly", ""},
		{"other currency", with(us, "currency", "EUR"), ratio, pay.OtherMoney},
		{"other currency", with(us, "currency", "EUR"), "band_low", pay.OtherMoney},
		{"other currency", with(us, "currency", "EUR"), "minimum_hourly", pay.OtherMoney},
		{"net pay, gross reference", with(us, "pay_basis", "net"), ratio, pay.NetForGross},
		{"net pay, gross minimum", with(us, "pay_basis", "net"), pay.ForComparison, pay.NetForGross},
		{"gross is the default", without(us, "pay_basis"), ratio, ""},
		{"gross pay, net reference", with(fr, "pay_basis", "gross"), ratio, pay.GrossForNet},
		{"gross pay, gross minimum", with(fr, "pay_basis", "gross"), pay.ForComparison, ""},
		{"net is the default in France", without(fr, "pay_basis"), ratio, ""},
		{"basis not stated in France", without(fr, "pay_basis"), pay.ForComparison, pay.NoBasis},
		{"cadre", without(fr, "cadre"), ratio, pay.NoCadre},
		{"cadre", without(fr, "cadre"), "ratio_default", pay.NoCadre},
		{"nothing ticked", with(us, "responsibilities", []string{}), "reference_hourly", pay.NoTicks},
		{"nothing ticked, the plain title stands in", with(us, "responsibilities", []string{}), ratio, ""},
		{"nothing ticked", with(us, "responsibilities", []string{}), "ratio_default", ""},
		{"nothing ticked", with(us, "responsibilities", []string{}), "jobs", ""},
		{"list skipped", without(us, "responsibilities"), "jobs", pay.NoTicks},
		{"no percentiles", fr, "band_high", pay.NoBand},
		{"all shares 0", with(us, "shares", map[string]float64{"video": 0}), pay.ForShares, pay.SharesZero},
		{"shares of what is not ticked", with(us, "shares", map[string]float64{"events": 5}), pay.ForShares, pay.SharesZero},
		{"some shares", with(us, "shares", map[string]float64{"video": 5}), pay.ForShares, pay.SharesPartial},
		{"no shares", without(us, "shares"), pay.ForShares, ""},
		{"empty shares", with(us, "shares", map[string]float64{}), pay.ForShares, ""},
	}
	tables := published(t)
	seen := make(map[string]bool)
	for _, test := range tests {
		t.Run(test.name+": "+test.figure, func(t *testing.T) {
			r := tables.Compute(test.answers)
			complete(t, r)
			if got := r.Reasons[test.figure]; got != test.want {
				t.Errorf("reason for %s is %q, want %q", test.figure, got, test.want)
			}
		})
		seen[test.want] = true
	}
	seen[pay.NoBenchmark] = true // TestTablesThatLeadNowhere
	for _, key := range pay.ReasonKeys() {
		if !seen[key] {
			t.Errorf("no test gives the reason %s", key)
		}
	}
}

// Check refuses such tables; Compute must survive them.
func TestTablesThatLeadNowhere(t *testing.T) {
	all := files(t)
	edit{"responsibility_codes.csv", "strategy,US,,13-1161", "strategy,US,,00-9999"}.apply(t, all)
	r := load(t, all).Compute(examples()[0].answers)
	complete(t, r)
	if got := r.Reasons["ratio"]; got != pay.NoBenchmark || r.RatioDefault == nil {
		t.Errorf("reason %q, want %q, and the default ratio", got, pay.NoBenchmark)
	}
}

func TestNothingGiven(t *testing.T) {
	tables := published(t)
	for _, a := range []questions.Answers{
		nil, {}, {"country": "US", "weekly_hours": 40.0}, {"responsibilities": []string{}},
		{"responsibilities": []string{"juggling"}}, {"pay_amount": math.NaN()},
	} {
		if r := tables.Compute(a); r != nil {
			t.Errorf("%v gives %+v", a, r)
		}
	}
	var none *pay.Result
	if none.Ratio() != nil {
		t.Error("no result has a ratio")
	}
}

func TestRatioOfTheScore(t *testing.T) {
	tables, a := published(t), examples()[0].answers
	r := tables.Compute(a)
	if r.Ratio() != r.RatioRole {
		t.Error("with responsibilities ticked the ratio is not the role-weighted one")
	}
	a["responsibilities"] = []string{}
	if r = tables.Compute(a); r.Ratio() == nil || r.Ratio() != r.RatioDefault {
		t.Error("with nothing ticked the ratio is not the default one")
	}
}

func TestSkippedTextIsNull(t *testing.T) {
	data, err := json.Marshal(published(t).Compute(questions.Answers{"pay_amount": 20.0, "pay_period": "hour"}))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(data), `{"country":null,"currency":null,"own_hourly":20,"effective_hourly":null,`; !strings.HasPrefix(got, want) {
		t.Errorf("got %s, want %s...", got, want)
	}
}

// Every subset of the answers of every example.
func TestAnythingMayBeMissing(t *testing.T) {
	tables := published(t)
	for _, e := range examples() {
		ids := slices.Sorted(maps.Keys(e.answers))
		for set := range 1 << len(ids) {
			a := make(questions.Answers)
			for i, id := range ids {
				if set>>i&1 == 1 {
					a[id] = e.answers[id]
				}
			}
			_, paid := a["pay_amount"]
			_, ticked := a["responsibilities"]
			r := tables.Compute(a)
			if (r == nil) != (!paid && !ticked) {
				t.Fatalf("%v gives %v", a, r)
			}
			if r != nil {
				complete(t, r)
			}
			if t.Failed() {
				t.Fatalf("with %v", a)
			}
		}
	}
}

// random makes answers with gaps, a few of them impossible.
func random(rng *rand.Rand) questions.Answers {
	a := make(questions.Answers)
	number := func(id string, high float64) {
		switch rng.IntN(12) {
		case 0, 1:
		case 2:
			a[id] = []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 0, math.MaxFloat64, math.SmallestNonzeroFloat64}[rng.IntN(7)]
		default:
			a[id] = math.Round(rng.Float64()*high*100) / 100
		}
	}
	word := func(id string, words ...string) {
		if rng.IntN(8) > 0 {
			a[id] = words[rng.IntN(len(words))]
		}
	}
	number("pay_amount", 80000)
	number("contract_hours", 60)
	number("weekly_hours", 90)
	number("unpaid_hours", 30)
	number("weeks_off", 52)
	number("experience_years", 40)
	word("pay_period", "hour", "month", "year", "fortnight")
	word("pay_basis", "gross", "net")
	word("cadre", "yes", "no")
	word("country", "US", "US", "GB", "CA", "DE", "FR", "FR", "IE", "ZZ", "")
	word("currency", "USD", "USD", "GBP", "CAD", "EUR", "EUR", "XXX", "")
	if rng.IntN(5) > 0 {
		keys := slices.Clone(allKeys)
		rng.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		a["responsibilities"] = keys[:rng.IntN(len(keys)+1)]
		if rng.IntN(2) > 0 {
			given := make(map[string]float64)
			for _, key := range allKeys {
				switch rng.IntN(8) {
				case 0:
				case 1:
					given[key] = []float64{math.NaN(), math.Inf(1), -3, 0, math.MaxFloat64, math.SmallestNonzeroFloat64}[rng.IntN(6)]
				default:
					given[key] = float64(rng.IntN(100))
				}
			}
			a["shares"] = given
		}
	}
	return a
}

var allKeys = []string{"strategy", "copywriting", "graphic_design", "photography", "video", "live_coverage", "scheduling",
	"community", "customer_support", "paid_ads", "influencers", "analytics", "email", "web_seo", "pr_crisis", "events",
	"budget_pm", "people_management", "ecommerce_sales", "juggling"}

const rounds = 5000

func TestRandomAnswersGiveNumbersOrReasons(t *testing.T) {
	tables, rng := published(t), rand.New(rand.NewPCG(1, 2))
	for range rounds {
		a := random(rng)
		if r := tables.Compute(a); r != nil {
			complete(t, r)
		}
		tables.Hint(a)
		if t.Failed() {
			t.Fatalf("with %v", a)
		}
	}
}

func TestOrderOfTicksDoesNotMatter(t *testing.T) {
	tables, rng := published(t), rand.New(rand.NewPCG(3, 4))
	for range rounds {
		a := random(rng)
		want := tables.Compute(a)
		if keys, ok := a.Keys("responsibilities"); ok {
			keys = slices.Clone(keys)
			slices.Reverse(keys)
			a["responsibilities"] = keys
		}
		if got := tables.Compute(a); !reflect.DeepEqual(got, want) {
			t.Fatalf("%v gives %+v and %+v", a, want, got)
		}
	}
}

func TestScaleOfSharesDoesNotMatter(t *testing.T) {
	tables, rng := published(t), rand.New(rand.NewPCG(5, 6))
	for range rounds {
		a := examples()[0].answers
		given, times := make(map[string]float64), make(map[string]float64)
		for _, key := range a["responsibilities"].([]string) {
			given[key] = float64(rng.IntN(100))
			times[key] = given[key] * 1024 // exact
		}
		a["shares"] = given
		want := tables.Compute(a)
		a["shares"] = times
		if got := tables.Compute(a); !reflect.DeepEqual(got, want) {
			t.Fatalf("%v gives %+v and %+v", given, want, got)
		}
	}
}

// scaled multiplies every amount of money of the tables.
func scaled(t *testing.T, factor float64) *pay.Tables {
	t.Helper()
	all := files(t)
	for name, columns := range map[string][]int{"benchmarks.csv": {6, 7, 8, 9, 10, 11}, "minimum_pay.csv": {2, 3}} {
		records, err := csv.NewReader(strings.NewReader(string(all[name].Data))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, record := range records[1:] {
			for _, column := range columns {
				if n, err := strconv.ParseFloat(record[column], 64); err == nil {
					record[column] = strconv.FormatFloat(n*factor, 'f', -1, 64)
				}
			}
		}
		var text strings.Builder
		if err := csv.NewWriter(&text).WriteAll(records); err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: []byte(text.String())}
	}
	return load(t, all)
}

// Invariant 8 of score/README.md: there is no exchange table anywhere.
func TestScaleOfMoneyDoesNotMatter(t *testing.T) {
	tables, rng := published(t), rand.New(rand.NewPCG(7, 8))
	for _, factor := range []float64{0.25, 1.17, 1000} {
		other := scaled(t, factor)
		for range rounds / 3 {
			a := random(rng)
			pay, ok := a.Number("pay_amount")
			if !ok || !(pay >= 0.01 && pay < 1e6) {
				continue
			}
			want := tables.Compute(a)
			a["pay_amount"] = pay * factor
			got := other.Compute(a)
			if !reflect.DeepEqual(got.Reasons, want.Reasons) {
				t.Fatalf("times %v, %v gives %v and %v", factor, a, want.Reasons, got.Reasons)
			}
			for i, pair := range [][2]*float64{{got.RatioRole, want.RatioRole}, {got.RatioDefault, want.RatioDefault}} {
				if pair[1] != nil && math.Abs(*pair[0]-*pair[1]) > 1e-12**pair[1] {
					t.Fatalf("times %v, ratio %d of %v is %v and %v", factor, i, a, *pair[1], *pair[0])
				}
			}
		}
	}
}

func TestMoreHoursNeverPayMore(t *testing.T) {
	tables, rng := published(t), rand.New(rand.NewPCG(9, 10))
	for range rounds {
		a := examples()[rng.IntN(3)].answers
		a["contract_hours"] = 1 + math.Floor(rng.Float64()*600)/10
		fewer := math.Floor(rng.Float64()*1600) / 10
		more := fewer + rng.Float64()*(168-fewer)
		for _, id := range []string{"weekly_hours", "unpaid_hours"} {
			a[id] = fewer
			before := tables.Compute(a)
			a[id] = more
			after := tables.Compute(a)
			if *after.EffectiveHourly > *before.EffectiveHourly {
				t.Fatalf("%s %v pays %v, %v pays %v", id, fewer, *before.EffectiveHourly, more, *after.EffectiveHourly)
			}
			if *after.UnpaidValueYear < *before.UnpaidValueYear {
				t.Fatalf("%s %v is worth %v, %v is worth %v", id, fewer, *before.UnpaidValueYear, more, *after.UnpaidValueYear)
			}
		}
	}
}

func TestVerdictFollowsWhatIsShown(t *testing.T) {
	tables := published(t)
	a := questions.Answers{"country": "US", "currency": "USD", "pay_period": "hour", "responsibilities": []string{"community"}}
	for _, test := range []struct {
		pay  float64
		want string
	}{
		{35.94, pay.NoGap}, {35.77, pay.NoGap}, {35.75, pay.InsideBand}, // 35.77 / 35.94 is shown as 1.00
		{27.05, pay.InsideBand}, {27.0451, pay.InsideBand}, {27.04, pay.BelowBand},
	} {
		a["pay_amount"] = test.pay
		if got := tables.Compute(a).Verdict; got != test.want {
			t.Errorf("%v an hour is %s, want %s", test.pay, got, test.want)
		}
	}
}

func TestStepOfExperience(t *testing.T) {
	tables := published(t)
	a := questions.Answers{"country": "US", "responsibilities": []string{"community"}}
	for _, test := range []struct {
		years any
		want  float64
		step  string
	}{
		{nil, 35.94, pay.StepMedian}, {0.0, (27.05 + 35.94) / 2, pay.StepStarting}, {2.9, (27.05 + 35.94) / 2, pay.StepStarting},
		{3.0, 35.94, pay.StepMedian}, {7.9, 35.94, pay.StepMedian}, {8.0, (35.94 + 48.25) / 2, pay.StepExperienced},
	} {
		a["experience_years"] = test.years
		r := tables.Compute(a)
		if math.Abs(*r.ReferenceHourly-test.want) > 1e-12 || r.Step != test.step {
			t.Errorf("%v years: %v %s, want %v %s", test.years, *r.ReferenceHourly, r.Step, test.want, test.step)
		}
	}
}

func TestMinimum(t *testing.T) {
	tables := published(t)
	yes, no := true, false
	for _, test := range []struct {
		name           string
		country, money string
		pay            float64
		own, effective *bool
	}{
		{"above", "GB", "GBP", 15, &no, &no},
		{"at it", "GB", "GBP", 12.71, &no, &yes},
		{"below", "GB", "GBP", 12.70, &yes, &yes},
		{"from a monthly minimum", "IE", "EUR", 2391.0 * 12 / (52 * 39), &no, &yes},
	} {
		r := tables.Compute(questions.Answers{"country": test.country, "currency": test.money, "pay_amount": test.pay,
			"pay_period": "hour", "contract_hours": 40.0, "weekly_hours": 44.0})
		if !reflect.DeepEqual(r.Minimum.OwnBelow, test.own) || !reflect.DeepEqual(r.Minimum.EffectiveBelow, test.effective) {
			t.Errorf("%s: %+v", test.name, r.Minimum)
		}
	}
}

func FuzzCompute(f *testing.F) {
	tables := published(f)
	f.Add(58000.0, 40.0, 47.0, 7.0, 4.0, 4.0, 20.0, "year", "gross", "US", "USD", "no", uint32(0b110011), uint8(0xff))
	f.Add(1650.0, 35.0, 40.0, 5.0, 7.0, 9.0, 0.0, "month", "net", "FR", "EUR", "no", uint32(0b11001111), uint8(0x7f))
	f.Add(3100.0, 37.5, 39.5, 2.0, 7.0, 2.0, math.MaxFloat64, "month", "", "GB", "GBP", "", uint32(0b110000010), uint8(0xff))
	f.Fuzz(func(t *testing.T, amount, contract, weekly, unpaid, off, years, share float64,
		period, basis, country, currency, cadre string, ticks uint32, given uint8) {
		a := questions.Answers{"pay_period": period, "pay_basis": basis, "country": country, "currency": currency, "cadre": cadre}
		for i, n := range []float64{amount, contract, weekly, unpaid, off, years} {
			if given>>i&1 == 1 {
				a[[]string{"pay_amount", "contract_hours", "weekly_hours", "unpaid_hours", "weeks_off", "experience_years"}[i]] = n
			}
		}
		keys, shares := []string{}, make(map[string]float64)
		for i, key := range allKeys {
			if ticks>>i&1 == 1 {
				keys = append(keys, key)
			}
			shares[key] = share / float64(i)
		}
		if given>>6&1 == 1 {
			a["responsibilities"] = keys
		}
		if given>>7&1 == 1 {
			a["shares"] = shares
		}
		if r := tables.Compute(a); r != nil {
			complete(t, r)
		}
		tables.Hint(a)
	})
}
