package say

import (
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup/checkuptest"
)

// The title check is a question and only for few years.
func TestManagerQuestion(t *testing.T) {
	c := checkuptest.Open(t)
	for _, tt := range []struct {
		years float64
		lang  string
		want  string
	}{
		{1, "en", "You gave 1 year of experience"}, {2.5, "en", "2.5 years"}, {3, "fr", "3\u00a0ans"}, {1.5, "fr", "1,5\u00a0an d’expérience"},
		{4, "en", "4 years"}, {4.5, "en", ""}, {9, "fr", ""},
	} {
		r := c.Tables.Compute(checkuptest.With(checkuptest.PayExamples["US"], "experience_years", tt.years))
		got := strings.Join(PayWords{NewVoice(c, tt.lang), c.Tables, r}.Manager(), " ")
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%v years in %s: %q, want %q", tt.years, tt.lang, got, tt.want)
		}
		if got != "" && !strings.Contains(got, "?") {
			t.Errorf("not a question: %s", got)
		}
	}
}

func TestMinimumRemark(t *testing.T) {
	c := checkuptest.Open(t)
	gb := checkuptest.With(checkuptest.PayExamples["GB"], "pay_period", "hour")
	for _, tt := range []struct {
		answers questions.Answers
		want    string
	}{
		{checkuptest.With(gb, "pay_amount", 12.0), "pay.minimum.below"},
		{checkuptest.With(gb, "pay_amount", 13.0), "pay.minimum.effective"},
		{checkuptest.With(gb, "pay_amount", 20.0), "pay.minimum.above"},
		{checkuptest.With(gb, "pay_amount", 20.0, "contract_hours", nil), "pay.minimum.above"},
		{checkuptest.With(gb, "country", "CA"), ""},
	} {
		for _, lang := range i18n.Languages() {
			v := NewVoice(c, lang)
			got := PayWords{v, c.Tables, c.Tables.Compute(tt.answers)}.Minimum()
			switch {
			case tt.want == "" && got != nil:
				t.Errorf("got %q", got)
			case tt.want != "" && (len(got) != 3 || got[1] != v.T(tt.want) || got[2] != v.T("pay.minimum.remark")):
				t.Errorf("got %q, want %s", got, tt.want)
			}
		}
	}
}

func TestPercent(t *testing.T) {
	c := checkuptest.Open(t)
	for _, tt := range []struct {
		lang  string
		share float64
		want  string
	}{{"en", 0.2, "20%"}, {"en", 1. / 6, "16.7%"}, {"fr", 1. / 3, "33,3\u00a0%"}, {"en", 1, "100%"}} {
		if got := (PayWords{Voice: NewVoice(c, tt.lang)}).Percent(tt.share); got != tt.want {
			t.Errorf("%s %v: %q, want %q", tt.lang, tt.share, got, tt.want)
		}
	}
}
