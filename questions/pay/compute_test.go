package pay_test

import (
	"encoding/json"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

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
		{"weekly hours", without(us, "weekly_hours", "unpaid_hours"), "effective_hourly", pay.NoWeekly},
		{"weekly hours are not needed beside unpaid ones", without(us, "weekly_hours"), "effective_hourly", ""},
		{"unpaid hours derived", without(us, "unpaid_hours"), "unpaid_value_year", ""},
		{"unpaid hours not to be derived", without(us, "unpaid_hours", "weekly_hours"), "unpaid_value_year", pay.NoUnpaid},
		{"weeks off", without(us, "weeks_off"), "unpaid_value_year", pay.NoWeeksOff},
		{"country", without(us, "country"), ratio, pay.NoCountry},
		{"country", without(us, "country"), "minimum_hourly", pay.NoCountry},
		{"country without benchmarks", with(us, "country", "IE", "currency", "EUR"), ratio, pay.NoBenchmarks},
		{"country with a minimum only", with(us, "country", "IE", "currency", "EUR"), "minimum_hourly", ""},
		{"country unknown", with(us, "country", "ZZ"), "minimum_hourly", pay.NoMinimum},
		{"country without minimum", with(us, "country", "CA", "currency", "CAD"), "minimum_hourly", pay.NoMinimum},
		{"minimum by the month, week not known", with(us, "country", "ES", "currency", "EUR"), "minimum_hourly", pay.NoFullTime},
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
