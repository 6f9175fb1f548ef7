package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"bothends/questions"
)

// payExamples are the worked examples of questions/packs/pay/README.md and the
// job advertisement that this project began with, as they are typed into the
// page, and what is then read on it.
var payExamples = []struct {
	name    string
	lang    string
	answers questions.Answers
	amount  string
	jobs    string
	figures map[string]string // by data-figure
	verdict string
	say     []string
}{
	{
		"a year in dollars", "en",
		questions.Answers{
			"country": "US", "pay_period": "year", "contract_hours": 40.0, "weekly_hours": 47.0, "unpaid_hours": 7.0, "weeks_off": 4,
			"experience_years": 4.0,
			"responsibilities": []string{"strategy", "copywriting", "graphic_design", "video", "community", "analytics"},
			"shares": map[string]float64{
				"strategy": 20, "copywriting": 15, "graphic_design": 15, "video": 20, "community": 20, "analytics": 10,
			},
		},
		"$58,000", "6",
		map[string]string{"own_hourly": "$27.88", "effective_hourly": "$23.73", "reference_hourly": "$35.89"},
		"inside_band",
		[]string{"$26.63 to $48.65", "0.78", "$9,369"},
	},
	{
		"a month in pounds", "en",
		questions.Answers{
			"country": "GB", "pay_period": "month", "contract_hours": 37.5, "weekly_hours": 39.5, "unpaid_hours": 2.0, "weeks_off": 7,
			"experience_years": 2.0,
			"responsibilities": []string{"copywriting", "scheduling", "community", "customer_support", "events"},
		},
		"3.1k", "4",
		map[string]string{"own_hourly": "£19.08", "effective_hourly": "£18.11", "reference_hourly": "£17.07"},
		"no_gap",
		[]string{"No pay gap", "1.12", "£1,717"},
	},
	{
		"a month in euros, net", "fr",
		questions.Answers{
			"country": "FR", "pay_period": "month", "cadre": "no", "contract_hours": 35.0, "weekly_hours": 40.0, "unpaid_hours": 5.0,
			"weeks_off": 7, "experience_years": 9.0,
			"responsibilities": []string{"strategy", "copywriting", "graphic_design", "photography", "scheduling", "community"},
		},
		"1 650,00 €", "5",
		map[string]string{"own_hourly": "10,88 €", "effective_hourly": "9,52 €", "reference_hourly": "12,83 €"},
		"below_reference",
		[]string{"2017-2019", "0,85", "2 448 €"},
	},
	{
		"the first advertisement", "en",
		questions.Answers{
			"country": "US", "pay_period": "hour", "contract_hours": 40.0, "weekly_hours": 52.0, "experience_years": 2.0,
			"responsibilities": []string{
				"strategy", "copywriting", "graphic_design", "video", "live_coverage", "scheduling", "paid_ads", "influencers",
				"analytics", "email", "web_seo", "budget_pm",
			},
		},
		"20/h", "12",
		map[string]string{"own_hourly": "$20.00", "effective_hourly": "$15.38", "reference_hourly": "$32.77"},
		"below_band",
		[]string{"12 jobs", "2 years"},
	},
}

func TestWhatTheJobPaysIsReadToTheCent(t *testing.T) {
	t.Parallel()
	for _, e := range payExamples {
		t.Run(e.name, func(t *testing.T) {
			core(t, e.name == payExamples[0].name)
			t.Parallel()
			p := visitor(t)
			p.Open(e.lang)
			p.AnswerAll(e.answers)
			p.give(map[string][]string{"pay_amount": {e.amount}})
			p.Finish()
			pay := Eval[struct {
				Jobs, Verdict, Text string
				Figures             map[string]string
				Bar                 int
			}](p, `() => {
				const r = document.querySelector("#pay"), figures = {};
				for (const fold of r.querySelectorAll("[data-remark]")) fold.open = true;
				for (const e of r.querySelectorAll("[data-figure]")) figures[e.dataset.figure] = e.querySelector(".amount").innerText;
				return {
					Jobs: r.dataset.jobs, Verdict: r.querySelector("[data-verdict]").dataset.verdict, Text: r.innerText, Figures: figures,
					Bar: r.querySelectorAll("svg.week rect").length,
				};
			}`)
			if pay.Jobs != e.jobs || pay.Verdict != e.verdict {
				t.Errorf("%s jobs and the verdict %q, want %s and %q", pay.Jobs, pay.Verdict, e.jobs, e.verdict)
			}
			if pay.Bar == 0 {
				t.Error("the week is not drawn")
			}
			for name, want := range e.figures {
				if got := plainSpaces(pay.Figures[name]); !strings.Contains(got, want) {
					t.Errorf("%s is %q, want %q", name, got, want)
				}
			}
			text := plainSpaces(pay.Text)
			for _, want := range e.say {
				if !strings.Contains(text, want) {
					t.Errorf("the result does not say %q:\n%s", want, text)
				}
			}
			noNonsense(t, text)
		})
	}
}

// plainSpaces makes one space of every kind that numbers are written with.
func plainSpaces(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s)
}

func noNonsense(t *testing.T, text string) {
	t.Helper()
	for _, not := range []string{"NaN", "+Inf", "∞", "undefined", "null", "{"} {
		if strings.Contains(text, not) {
			t.Errorf("the page says %q:\n%s", not, text)
		}
	}
}

func TestMoneyThatCannotBeMeantGetsASentenceInPlace(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("en")
	p.AnswerAll(questions.Answers{
		"country": "US", "pay_period": "hour", "contract_hours": 40.0, "weekly_hours": 40.0,
		"responsibilities": []string{"video", "community"},
	})
	p.Ready()
	at := func(suffix string) string {
		return Eval[string](p, `(id) => { const e = document.getElementById(id); return seen(e) ? e.innerText : ""; }`, suffix)
	}
	for _, wrong := range []struct{ id, typed, right string }{
		{"pay_amount", "0", "20"}, {"pay_amount", "-20", "20"}, {"pay_amount", "lots", "20"},
		{"contract_hours", "0", "40"},
	} {
		p.Show(wrong.id)
		p.give(map[string][]string{wrong.id: {wrong.typed}})
		p.Until("the field says what is wrong with "+wrong.typed, `(id) => seen(document.getElementById(id + "-problem"))`, wrong.id)
		noNonsense(t, at(wrong.id+"-problem"))
		if got := p.field(wrong.id).Value; got != wrong.typed {
			t.Errorf("%s held %q and now %q", wrong.id, wrong.typed, got)
		}
		p.give(map[string][]string{wrong.id: {wrong.right}})
		p.Until("the field is right again", `(id) => !seen(document.getElementById(id + "-problem"))`, wrong.id)
	}
	// A monthly amount in the hourly field, and a currency of another country.
	p.give(map[string][]string{"pay_amount": {"3200"}})
	p.Until("the hint asks about 3,200 an hour", `() => document.getElementById("pay_amount-advice").innerText.includes("3,200")`)
	p.give(map[string][]string{"pay_amount": {"20"}, "currency": {"EUR"}})
	p.Until("the hint names the country's currency", `() => document.getElementById("currency-advice").innerText !== ""`)
	p.Finish()
	noNonsense(t, p.Result().Text)
	if figures := Eval[int](p, `() => document.querySelectorAll("#pay [data-figure=reference_hourly]").length`); figures != 0 {
		t.Error("pay in euros is compared with dollars")
	}
}

func TestSharesOfTheWeekAddUpByKeyboard(t *testing.T) {
	t.Parallel()
	p := visitor(t)
	p.Open("fr")
	p.Answer("responsibilities", []string{"video", "community", "analytics"})
	p.Show("shares")
	p.Do(`() => document.querySelector(".shares summary").focus()`)
	p.Press(kb.Enter)
	p.Until("the sliders are open", `() => seen("[name='shares.video']")`)
	p.Do(`() => document.querySelector("[name='shares.video']").focus()`)
	for range 7 {
		p.Press(kb.ArrowRight)
	}
	p.Do(`() => document.querySelector("[name='shares.analytics']").focus()`)
	p.Press(kb.Home)
	shares := Eval[map[string]float64](p, `() => Object.fromEntries([...new FormData(document.querySelector("#checkup"))]
		.filter(([name]) => name.startsWith("shares.")).map(([name, value]) => [name.slice(7), Number(value)]))`)
	sum := 0.0
	for _, share := range shares {
		sum += share
	}
	if sum != 100 || shares["video"] < 40 || shares["analytics"] != 0 || shares["community"] == 0 {
		t.Errorf("the shares are %v, want 100 in all, video above a third and analytics at 0", shares)
	}
}
