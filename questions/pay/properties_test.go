package pay_test

import (
	"encoding/csv"
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
