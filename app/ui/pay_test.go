package ui

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/app/say"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
	"bothends/questions/pay"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// drawPay renders the region about money, as text too, after the line of its chapter.
func drawPay(t *testing.T, c *checkup.Checkup, lang string, r *pay.Result) (markup, text string) {
	t.Helper()
	region := &Pay{Voice: say.NewVoice(c, lang), Checkup: c, Result: r}
	markup = app.HTMLString(region)
	if found := regexp.MustCompile(`\[[a-z_.0-9]+\]|\{[a-z_]+\}|NaN|\+Inf|-Inf|∞`).FindAllString(markup, -1); len(found) > 0 {
		t.Errorf("%s: %q in %s", lang, found, markup)
	}
	text = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(region.words().Gist()+markup, " ")
	return markup, strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' }), " ")
}

func TestPayOfExamples(t *testing.T) {
	c := checkuptest.Open(t)
	for _, tt := range []struct {
		example, lang, verdict string
		say                    []string
	}{
		{"US", "en", pay.InsideBand, []string{
			"Your job holds 6 jobs", "count once: 6 jobs.", "(SOC 2018) your tasks are 5 occupations",
			"On paper $27.88 gross an hour", "After unpaid hours $23.73 gross an hour", "Similar work $35.89 gross an hour",
			"$26.63 to $48.65 gross an hour", "not a percentile", "Pay published for 2025.", "(0.78 times it), inside the typical band",
			"$8.01 an hour below the reference, or $16,648 in a year", "$9,369 gross a year", "legal minimum is $7.25 gross",
			"You gave 4 years of experience", "documented: official", "kept at specialist level",
		}},
		{"US", "fr", pay.InsideBand, []string{
			"Votre poste contient 6\u00a0métiers", "27,88\u00a0$US brut de l’heure", "35,89\u00a0$US brut", "9\u202f369\u00a0$US brut par an", "documenté\u00a0: officiel",
		}},
		{"GB", "en", pay.NoGap, []string{
			"Your job holds 4 jobs", "Scheduling + Community",
			"every task counts the same", "£19.08 gross", "£18.11 gross", "£17.07 gross", "£15.69 to £22.34",
			"No pay gap: your rate on paper is 1.12 times the reference", "£18.89 gross", "1.01 times that: no gap there", "£1,717 gross a year",
			"less than 3 years", "Does your title say manager? You gave 2 years",
		}},
		{"GB", "fr", pay.NoGap, []string{"Pas d’écart de salaire\u00a0: votre taux horaire contractuel fait 1,12 fois", "19,08\u00a0£GB brut"}},
		{"FR", "en", pay.BelowReference, []string{
			"Your job holds 5 jobs", "€10.88 net an hour", "€9.52 net an hour", "€12.83 net an hour", "Pay published for 2017-2019.",
			"Against 2017-2019 pay (net), your hourly rate on paper is below the reference: 0.85 times the reference", "in 2017-2019 pay", "0.92 times that", "€2,448 net a year",
			"The quartiles are not published for all your tasks. Not worked out: the typical band.",
			"Only the legal minimum is published gross: your net amount cannot be set against it. Not worked out: the comparison with the legal minimum (€12.31 gross an hour).",
			"licence is not confirmed", "about 4,000 people",
		}},
		{"FR", "fr", pay.BelowReference, []string{
			"Votre poste contient 5\u00a0métiers", "10,88\u00a0€ net de l’heure", "9,52\u00a0€ net", "12,83\u00a0€ net", "Face aux salaires 2017-2019 (nets)", "2\u202f448\u00a0€ net par an",
		}},
		{"advertisement", "en", pay.BelowBand, []string{
			"Your job holds 12 jobs", "7 occupations", "$20.00 gross an hour", "$15.38 gross an hour", "$32.77 gross", "$27.87 to $51.24",
			"below the typical band: 0.61 times the reference", "You gave 2 years of experience",
		}},
		{"advertisement", "fr", pay.BelowBand, []string{"Votre poste contient 12\u00a0métiers", "sous la fourchette habituelle\u00a0: 0,61 fois la référence"}},
	} {
		t.Run(tt.example+" "+tt.lang, func(t *testing.T) {
			r := c.Tables.Compute(checkuptest.PayExamples[tt.example])
			markup, text := drawPay(t, c, tt.lang, r)
			if !strings.Contains(markup, `data-verdict="`+tt.verdict+`"`) {
				t.Errorf("not the verdict %s: %s", tt.verdict, markup)
			}
			if got := strings.Count(markup, `class="job tone-`); got != *r.Jobs {
				t.Errorf("the bar has %d parts, want %d", got, *r.Jobs)
			}
			for _, want := range tt.say {
				if !strings.Contains(text, want) {
					t.Errorf("does not say %q:\n%s", want, text)
				}
			}
		})
	}
}

// Every verdict in both languages, against pay of today and against old pay,
// which may never be said without its years.
func TestPayVerdicts(t *testing.T) {
	c := checkuptest.Open(t)
	number := func(x float64) *float64 { return &x }
	for _, lang := range i18n.Languages() {
		for _, years := range []string{"2025", "2017-2019"} {
			for _, verdict := range pay.VerdictKeys() {
				t.Run(strings.Join([]string{lang, years, verdict}, " "), func(t *testing.T) {
					r := &pay.Result{
						Country: "FR", Currency: "EUR", Basis: pay.Net, Years: years, Step: pay.StepMedian,
						OwnHourly: number(10), ReferenceHourly: number(12), RatioRole: number(10. / 12), Verdict: verdict, GapYear: number(-3640),
						ReferenceDefaultHourly: number(9), RatioDefault: number(10. / 9), VerdictDefault: pay.NoGap,
						Default: &pay.Part{Title: "Assistants de communication"},
					}
					w := say.PayWords{Voice: say.NewVoice(c, lang), Tables: c.Tables, Result: r}
					lines := w.Verdict()
					if len(lines) != 3 {
						t.Fatalf("got %q", lines)
					}
					old := years != "2025"
					if got := strings.Contains(lines[0], years); got != old {
						t.Errorf("years named: %v, want %v: %s", got, old, lines[0])
					}
					if got := strings.Contains(lines[2], years); got != old {
						t.Errorf("years named: %v, want %v: %s", got, old, lines[2])
					}
					today := map[string]string{"en": "No pay gap", "fr": "Pas d’écart de salaire", "de": "Keine Gehaltslücke"}[lang]
					if got := strings.Contains(lines[0], today); got != (verdict == pay.NoGap && !old) {
						t.Errorf("%q in %s", today, lines[0])
					}
					drawPay(t, c, lang, r)
				})
			}
		}
	}
}

// A gap is in the two amounts as they are shown, and equal pay is not a gap.
func TestPayDifference(t *testing.T) {
	c := checkuptest.Open(t)
	us := checkuptest.PayExamples["US"]
	for _, tt := range []struct {
		answers questions.Answers
		want    string
	}{
		{checkuptest.With(us, "pay_period", "hour", "pay_amount", 40.0), "$4.11 an hour above the reference, or $8,552 in a year"},
		{checkuptest.With(us, "pay_period", "hour", "pay_amount", 40.0, "contract_hours", nil), "$4.11 an hour above the reference."},
		{checkuptest.With(us, "pay_period", "hour", "pay_amount", 30.0, "contract_hours", nil), "$5.89 an hour below the reference."},
		{checkuptest.With(us, "pay_period", "hour", "pay_amount", 35.85), "as good as equal"},
	} {
		if _, text := drawPay(t, c, "en", c.Tables.Compute(tt.answers)); !strings.Contains(text, tt.want) {
			t.Errorf("does not say %q:\n%s", tt.want, text)
		}
	}
}

// Every reason has words in both languages, and leads to the question that
// would take it away.
func TestPayReasons(t *testing.T) {
	c := checkuptest.Open(t)
	for _, lang := range i18n.Languages() {
		v := say.NewVoice(c, lang)
		for _, reason := range pay.ReasonKeys() {
			if reason == pay.SharesZero || reason == pay.SharesPartial {
				r := &pay.Result{Parts: []pay.Part{{Key: "video"}, {Key: "email"}}, Reasons: map[string]string{pay.ForShares: reason}}
				if got := (say.PayWords{Voice: v, Tables: c.Tables, Result: r}).Shared(); got != v.T("pay.share."+reason) || !v.Has("pay.share."+reason) {
					t.Errorf("%s %s: %q", lang, reason, got)
				}
				continue
			}
			r := &pay.Result{Country: "US", Currency: "USD", Reasons: map[string]string{"ratio": reason, "effective_hourly": reason}}
			markup, text := drawPay(t, c, lang, r)
			if !strings.Contains(text, v.T("pay.reason."+reason)) {
				t.Errorf("%s %s: %s", lang, reason, text)
			}
			if got, want := strings.Count(text, v.T("pay.reason."+reason)), 1; got != want {
				t.Errorf("%s %s is said %d times", lang, reason, got)
			}
			question := pay.QuestionFor(reason)
			if _, known := c.Pack.Question(question); question != "" && (!known || !strings.Contains(markup, `href="#`+question+`"`)) {
				t.Errorf("%s %s: no link to %q", lang, reason, question)
			}
		}
		for _, key := range append(pay.HintKeys(), "currency") {
			if !v.Has("pay.hint." + key) {
				t.Errorf("%s: no words for the hint %s", lang, key)
			}
		}
		for _, key := range pay.FitKeys() {
			if !v.Has("pay.fit." + key) {
				t.Errorf("%s: no words for the fit %s", lang, key)
			}
		}
		for _, key := range pay.StepKeys() {
			if !v.Has("pay.step." + key) {
				t.Errorf("%s: no words for the step %s", lang, key)
			}
		}
	}
}

// Whatever is missing from an example, every figure is shown or explained, and
// nothing is an empty box.
func TestPayWithGaps(t *testing.T) {
	c := checkuptest.Open(t)
	for name, all := range checkuptest.PayExamples {
		for id := range all {
			for _, lang := range i18n.Languages() {
				r := c.Tables.Compute(checkuptest.With(all, id, nil))
				markup, text := drawPay(t, c, lang, r)
				if empty := regexp.MustCompile(`<(p|li|dd|dt|ul|ol|dl|h4|td)\b[^>]*>\s*</`).FindString(markup); empty != "" {
					t.Errorf("%s without %s draws %s", name, id, empty)
				}
				v := say.NewVoice(c, lang)
				for _, figure := range []string{"own_hourly", "effective_hourly", "unpaid_value_year", "reference_hourly", "ratio", "minimum_hourly"} {
					if reason := r.Reasons[figure]; reason != "" && !strings.Contains(text, v.T("pay.figure."+figure)) {
						t.Errorf("%s without %s does not explain %s: %s", name, id, figure, text)
					}
				}
			}
		}
	}
}

// Nothing about money is one sentence, and no reproach.
func TestPaySilence(t *testing.T) {
	c := checkuptest.Open(t)
	for _, lang := range i18n.Languages() {
		v := say.NewVoice(c, lang)
		if _, text := drawPay(t, c, lang, nil); !strings.HasSuffix(text, v.T("pay.nothing")) {
			t.Errorf("%s", text)
		}
		r := c.Tables.Compute(questions.Answers{"responsibilities": []string{"video", "email"}})
		markup, text := drawPay(t, c, lang, r)
		if !strings.HasSuffix(text, v.T("pay.silent")) || strings.Contains(markup, "data-figure") || strings.Contains(text, v.T("pay.missing")) {
			t.Errorf("%s", text)
		}
		if !strings.Contains(text, v.N("pay.title", 2)) {
			t.Errorf("does not count the jobs: %s", text)
		}
	}
}

// Impossible amounts reach nobody as a number: the form refuses zero and less,
// and the tables what is too large.
func TestPayOfImpossibleAmounts(t *testing.T) {
	c := checkuptest.Open(t)
	for _, tt := range []struct {
		name     string
		entries  [][2]string
		problems []string
	}{
		{"zero pay", [][2]string{{"pay_amount", "0"}}, []string{"pay_amount must_be_above"}},
		{"negative pay", [][2]string{{"pay_amount", "-1850"}}, []string{"pay_amount must_be_above"}},
		{"no contract", [][2]string{{"contract_hours", "0"}}, []string{"contract_hours must_be_above"}},
		{"letters", [][2]string{{"pay_amount", "enough"}}, []string{"pay_amount not_a_number"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := c.Pack.ParseForm(tt.entries, questions.Words{})
			var problems []string
			for _, p := range got.Problems {
				problems = append(problems, p.Path+" "+p.Code)
				for _, lang := range i18n.Languages() {
					if text := say.NewVoice(c, lang).ProblemText(p); strings.ContainsAny(text, "{[") || text == say.NewVoice(c, lang).T("problem.other") {
						t.Errorf("%s: %q", lang, text)
					}
				}
			}
			if strings.Join(problems, ", ") != strings.Join(tt.problems, ", ") {
				t.Errorf("got %v, want %v", problems, tt.problems)
			}
		})
	}
	us := checkuptest.PayExamples["US"]
	for _, amount := range []float64{math.SmallestNonzeroFloat64, 1e-300, 1e15, 1e300, math.MaxFloat64} {
		for _, hours := range []float64{math.SmallestNonzeroFloat64, 0.01, 168} {
			for _, period := range []string{"hour", "month", "year"} {
				for _, lang := range i18n.Languages() {
					a := checkuptest.With(us, "pay_amount", amount, "contract_hours", hours, "pay_period", period)
					drawPay(t, c, lang, c.Tables.Compute(a)) // fails for NaN and infinity
					for id, advice := range say.NewVoice(c, lang).PayAdvice(c.Tables, a) {
						if regexp.MustCompile(`NaN|Inf|∞|[{\[]`).MatchString(advice) {
							t.Errorf("%v by the %s beside %s: %s", amount, period, id, advice)
						}
					}
				}
			}
		}
	}
}

// The bar fills its width and has no part outside of it.
func TestWeekBar(t *testing.T) {
	c := checkuptest.Open(t)
	markup, _ := drawPay(t, c, "en", c.Tables.Compute(checkuptest.PayExamples["advertisement"]))
	at := 0.0
	for _, m := range regexp.MustCompile(`<rect[^>]*class="job[^>]*>`).FindAllString(markup, -1) {
		number := func(name string) float64 {
			n, err := strconv.ParseFloat(regexp.MustCompile(` ` + name + `="([0-9.]+)%"`).FindStringSubmatch(m)[1], 64)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		if x := number("x"); math.Abs(x-at) > 0.11 {
			t.Errorf("a part begins at %v %%, want %v", x, at)
		}
		at = number("x") + number("width")
	}
	if math.Abs(at-100) > 0.11 {
		t.Errorf("the bar ends at %v %%", at)
	}
}

// Rates are drawn to one measure, and only those that were set beside one another.
func TestRatesAreBars(t *testing.T) {
	c := checkuptest.Open(t)
	paid := c.Tables.Compute(checkuptest.PayExamples["advertisement"])
	markup, _ := drawPay(t, c, "en", paid)
	bars := map[string]float64{}
	for _, item := range strings.Split(markup, `data-figure="`)[1:] {
		figure, rest, _ := strings.Cut(item, `"`)
		for _, part := range regexp.MustCompile(`<rect[^>]*class="part"[^>]*>`).FindAllString(rest, -1) {
			width, err := strconv.ParseFloat(regexp.MustCompile(` width="([0-9.]+)"`).FindStringSubmatch(part)[1], 64)
			if err != nil {
				t.Fatal(err)
			}
			bars[figure] = width
		}
	}
	amounts := map[string]float64{
		"own_hourly": *paid.OwnHourly, "effective_hourly": *paid.EffectiveHourly, "reference_hourly": *paid.ReferenceHourly, "minimum_hourly": *paid.MinimumHourly,
	}
	if len(bars) != len(amounts) {
		t.Fatalf("got bars %v, want one of each of %v", bars, amounts)
	}
	for figure, amount := range amounts {
		if want := amount / *paid.ReferenceHourly * 100; math.Abs(bars[figure]-want) > 0.06 {
			t.Errorf("the bar of %s is %.1f long, want %.1f", figure, bars[figure], want)
		}
	}
}
