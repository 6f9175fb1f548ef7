package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothends/questions/pay"
)

// examples are the worked examples of questions/packs/pay/README.md, and the
// job advertisement that this project began with: twelve tasks at 20 dollars
// an hour, 40 hours paid and 52 worked, two years of experience.
var examples = []struct {
	name    string
	answers string
	want    map[string]float64 // by the name in a result file, to the cent
	absent  map[string]string  // with the reason
	say     map[string][]string
}{
	{
		name: "US",
		answers: `{"country": "US", "currency": "USD", "pay_amount": 58000, "pay_period": "year", "pay_basis": "gross", "contract_hours": 40,
			"weekly_hours": 47, "unpaid_hours": 7, "weeks_off": 4, "experience_years": 4,
			"responsibilities": ["strategy", "copywriting", "graphic_design", "video", "community", "analytics"],
			"shares": {"strategy": 20, "copywriting": 15, "graphic_design": 15, "video": 20, "community": 20, "analytics": 10}}`,
		want: map[string]float64{
			"own_hourly": 27.88, "effective_hourly": 23.73, "unpaid_value_year": 9369.23, "reference_hourly": 35.89, "ratio": 0.78,
			"reference_default_hourly": 35.94, "ratio_default": 0.78, "band_low": 26.63, "band_high": 48.65, "minimum_hourly": 7.25,
			"jobs": 6, "occupations": 5,
		},
		say: map[string][]string{
			"en": {"Your job holds 6 jobs", "$27.88 gross", "$23.73 gross", "$35.89 gross", "$26.63 to $48.65", "(0.78 times it)", "$8.01", "$9,369"},
			"fr": {"Votre poste contient 6\u00a0métiers", "27,88\u00a0$US brut", "23,73\u00a0$US brut", "35,89\u00a0$US brut", "9\u202f369\u00a0$US brut"},
		},
	},
	{
		name: "GB",
		answers: `{"country": "GB", "currency": "GBP", "pay_amount": 3100, "pay_period": "month", "pay_basis": "gross", "contract_hours": 37.5,
			"weekly_hours": 39.5, "unpaid_hours": 2, "weeks_off": 7, "experience_years": 2,
			"responsibilities": ["copywriting", "scheduling", "community", "customer_support", "events"]}`,
		want: map[string]float64{
			"own_hourly": 19.08, "effective_hourly": 18.11, "unpaid_value_year": 1716.92, "reference_hourly": 17.07, "ratio": 1.12,
			"reference_default_hourly": 18.89, "ratio_default": 1.01, "band_low": 15.69, "band_high": 22.34, "minimum_hourly": 12.71,
			"jobs": 4, "occupations": 4,
		},
		say: map[string][]string{
			"en": {"No pay gap", "1.12 times", "£19.08 gross", "£18.11 gross", "£17.07 gross", "£1,717 gross"},
			"fr": {"Pas d’écart de salaire", "1,12 fois", "19,08\u00a0£GB brut"},
		},
	},
	{
		name: "FR",
		answers: `{"country": "FR", "currency": "EUR", "pay_amount": 1650, "pay_period": "month", "pay_basis": "net", "cadre": "no", "contract_hours": 35,
			"weekly_hours": 40, "unpaid_hours": 5, "weeks_off": 7, "experience_years": 9,
			"responsibilities": ["strategy", "copywriting", "graphic_design", "photography", "scheduling", "community"]}`,
		want: map[string]float64{
			"own_hourly": 10.88, "effective_hourly": 9.52, "unpaid_value_year": 2447.80, "reference_hourly": 12.83, "ratio": 0.85,
			"reference_default_hourly": 11.87, "ratio_default": 0.92, "minimum_hourly": 12.31, "jobs": 5, "occupations": 5,
		},
		absent: map[string]string{"band_low": pay.NoBand, "band_high": pay.NoBand},
		say: map[string][]string{
			"en": {"Against 2017-2019 pay (net)", "0.85 times the reference", "€10.88 net", "€9.52 net", "€2,448 net", "comparison with the legal minimum"},
			"fr": {"Face aux salaires 2017-2019 (nets)", "0,85 fois", "10,88\u00a0€ net", "9,52\u00a0€ net", "2\u202f448\u00a0€ net"},
		},
	},
	{
		name: "advertisement",
		answers: `{"country": "US", "currency": "USD", "pay_amount": 20, "pay_period": "hour", "contract_hours": 40, "weekly_hours": 52,
			"experience_years": 2, "responsibilities": ["strategy", "copywriting", "graphic_design", "video", "live_coverage", "scheduling",
			"paid_ads", "influencers", "analytics", "email", "web_seo", "budget_pm"]}`,
		want: map[string]float64{
			"own_hourly": 20, "effective_hourly": 15.38, "reference_hourly": 32.77, "ratio": 0.61, "band_low": 27.87, "band_high": 51.24,
			"reference_default_hourly": 31.50, "ratio_default": 0.64, "minimum_hourly": 7.25, "jobs": 12, "occupations": 7,
		},
		absent: map[string]string{"unpaid_value_year": pay.NoWeeksOff},
		say: map[string][]string{
			"en": {"Your job holds 12 jobs", "$20.00 gross", "$15.38 gross", "below the typical band", "Does your title say manager? You gave 2 years"},
			"fr": {"Votre poste contient 12\u00a0métiers", "sous la fourchette habituelle", "2\u00a0ans d’expérience"},
		},
	},
}

func TestScorePrintsPay(t *testing.T) {
	for _, e := range examples {
		file := filepath.Join(t.TempDir(), e.name+".json")
		write(t, file, `{"format": "bothends-answers", "version": 1, "pack": "social-media-manager", "pack_version": "1.0.0", "answers": `+e.answers+`}`)
		t.Run(e.name+" json", func(t *testing.T) {
			var got struct {
				Pay     map[string]any
				Reasons map[string]string
			}
			if err := json.Unmarshal([]byte(printed(t, done, "score", "-json", file)), &got); err != nil {
				t.Fatal(err)
			}
			for name, want := range e.want {
				if n, ok := got.Pay[name].(float64); !ok || pay.RoundCents(n) != want {
					t.Errorf("%s is %v, want %v", name, got.Pay[name], want)
				}
			}
			for name, want := range e.absent {
				if got.Pay[name] != nil || got.Reasons[name] != want {
					t.Errorf("%s is %v for the reason %q, want none and %q", name, got.Pay[name], got.Reasons[name], want)
				}
			}
		})
		for lang, sentences := range e.say {
			t.Run(e.name+" "+lang, func(t *testing.T) {
				text := strings.Join(strings.FieldsFunc(printed(t, done, "score", "-lang", lang, file), func(r rune) bool { return r == ' ' || r == '\n' }), " ")
				for _, want := range sentences {
					if !strings.Contains(text, want) {
						t.Errorf("does not say %q:\n%s", want, text)
					}
				}
				for _, not := range []string{"NaN", "+Inf", "∞", "[pay", "{"} {
					if strings.Contains(text, not) {
						t.Errorf("says %q:\n%s", not, text)
					}
				}
			})
		}
	}
}

func TestScoreWithoutMoney(t *testing.T) {
	file := filepath.Join(t.TempDir(), "none.json")
	write(t, file, `{"format": "bothends-answers", "version": 1, "pack": "social-media-manager", "pack_version": "1.0.0", "answers": {}}`)
	if text := printed(t, done, "score", file); !strings.Contains(text, "Your pay\nYou gave no amount") {
		t.Errorf("got %s", text)
	}
}

func TestRefresh(t *testing.T) {
	const tables = "../../questions/packs/pay"
	edited := func(t *testing.T, file, old, new string) string {
		t.Helper()
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(tables)); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), old) {
			t.Fatalf("%s does not hold %q", file, old)
		}
		write(t, filepath.Join(dir, file), strings.ReplaceAll(string(data), old, new))
		return dir
	}
	t.Run("nothing changed", func(t *testing.T) {
		if got := printed(t, done, "refresh", tables); got != "no problems, and nothing changed\n" {
			t.Errorf("got %s", got)
		}
	})
	t.Run("a rise", func(t *testing.T) {
		got := printed(t, done, "refresh", edited(t, "minimum_pay.csv", "GB,GBP,12.71,", "GB,GBP,15.71,"))
		want := "Look at these first: they changed by more than 10 %.\n" +
			"  minimum_pay.csv GB  hourly_gross  12.71 -> 15.71 (+23.6 %)\n\n" +
			"minimum_pay.csv\n  GB  hourly_gross  12.71 -> 15.71 (+23.6 %)\n\nchanges: 1, of more than 10 %: 1\n"
		if got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("a column read wrong", func(t *testing.T) {
		dir := edited(t, "benchmarks.csv", "hourly_gross_ft,gross,14.17,17.18,20.59", "hourly_gross_ft,gross,14.17,27.18,20.59")
		if got := printed(t, problems, "refresh", dir); !strings.Contains(got, filepath.Join(dir, "benchmarks.csv:")) || !strings.Contains(got, "hint:") {
			t.Errorf("got %s", got)
		}
	})
	t.Run("no folder named", func(t *testing.T) { printed(t, misuse, "refresh") })
}

// printed runs a command and returns what it printed.
func printed(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if got := run(context.Background(), args, strings.NewReader(""), &out, &out); got != want {
		t.Fatalf("%q ended with %d, want %d:\n%s", args, got, want, out.String())
	}
	return out.String()
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
