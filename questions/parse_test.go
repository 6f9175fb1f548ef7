package questions_test

import (
	"math"
	"strings"
	"testing"

	"bothends/questions"
)

func number(min, max float64, unit string) questions.Question {
	return questions.Question{ID: "q", Type: questions.Number, Min: &min, Max: &max, Unit: unit}
}

var (
	weekly   = number(0, 168, "hours_per_week")
	longest  = number(0, 24, "hours")
	wait     = questions.Question{ID: "wait", Type: questions.Number, Min: new(0.0), Max: new(365.0), Whole: true, Unit: "days", Word: "none"}
	live     = questions.Question{ID: "live", Type: questions.Number, Min: new(0.0), Max: new(28.0), Whole: true, Unit: "days_per_4_weeks"}
	accounts = questions.Question{ID: "accounts", Type: questions.Number, Min: new(0.0), Max: new(200.0), Whole: true, Unit: "accounts"}
	leave    = questions.Question{ID: "leave", Type: questions.Number, Min: new(0.0), Max: new(52.0), Whole: true, Unit: "weeks_per_year"}
	years    = number(0, 60, "years")
	pay      = questions.Question{ID: "pay", Type: questions.Number, Min: new(0.0), Above: true, Unit: questions.Money}
	posts    = questions.Question{ID: "posts", Type: questions.Number, Min: new(0.0), Max: new(5000.0), Whole: true}
	degrees  = number(-20, 50, "degrees")
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		q     questions.Question
		typed string
		want  any
	}{
		// Decimal comma and point, signs, spaces.
		{weekly, "38", 38.0},
		{weekly, "46,5", 46.5},
		{weekly, "46.5", 46.5},
		{weekly, " 46,5\t", 46.5},
		{weekly, "\u00a046.50\u202f", 46.5},
		{weekly, ".5", 0.5},
		{weekly, ",5", 0.5},
		{weekly, "46,", 46.0},
		{weekly, "46.", 46.0},
		{weekly, "+38", 38.0},
		{weekly, "-0", 0.0},
		{weekly, "0038", 38.0},
		{weekly, "３８．５", 38.5},
		{weekly, "\u200e38\u200f", 38.0},
		{degrees, "-5", -5.0},
		{degrees, "−5", -5.0},
		{degrees, "– 5,5", -5.5},

		// Thousands.
		{pay, "1 850,50", 1850.5},
		{pay, "1\u00a0850,50", 1850.5},
		{pay, "1\u202f850,50", 1850.5},
		{pay, "1,850.50", 1850.5},
		{pay, "1.850,50", 1850.5},
		{pay, "1'850.50", 1850.5},
		{pay, "1’850", 1850.0},
		{pay, "12 345 678,9", 12345678.9},
		{pay, "1.234.567", 1234567.0},
		{pay, "1,234,567", 1234567.0},
		{pay, "1.234.567,5", 1234567.5},
		{pay, "12,00,000", 1200000.0},
		{pay, "1,00,000.50", 100000.5},
		{pay, "2 350.125", 2350.125},

		// One separator before three digits.
		{weekly, "12.000", 12.0},
		{weekly, "7,125", 7.125},
		{accounts, "12.000", 12.0},
		{posts, "1.250", 1250.0},
		{posts, "1,250", 1250.0},
		{posts, "2.000", 2.0},
		{pay, "2.350", 2350.0},
		{pay, "58,000", 58000.0},
		{pay, "0,125", 0.125},

		// Units.
		{weekly, "38 h", 38.0},
		{weekly, "38h", 38.0},
		{weekly, "46,5 heures", 46.5},
		{weekly, "38 hrs.", 38.0},
		{weekly, "38 HOURS a week", 38.0},
		{weekly, "38 h / semaine", 38.0},
		{weekly, "38h/week", 38.0},
		{weekly, "38 heures par semaine", 38.0},
		{weekly, "38/week", 38.0},
		{wait, "10 jours", 10.0},
		{wait, "3 days", 3.0},
		{wait, "30j", 30.0},
		{live, "4 days", 4.0},
		{accounts, "6 comptes", 6.0},
		{leave, "5 semaines", 5.0},
		{leave, "5 weeks a year", 5.0},
		{leave, "5 par an", 5.0},
		{years, "2,5 ans", 2.5},
		{years, "10 années", 10.0},

		// Hours and minutes.
		{weekly, "7h30", 7.5},
		{weekly, "7 h 30", 7.5},
		{weekly, "7:30", 7.5},
		{weekly, "7H30", 7.5},
		{weekly, "7h", 7.0},
		{weekly, "7h00", 7.0},
		{weekly, "7h05", 7 + 5.0/60},
		{weekly, "7 h 5 min", 7 + 5.0/60},
		{weekly, "7 hours 30 minutes", 7.5},
		{weekly, "1 heure 30", 1.5},
		{weekly, "38h30 par semaine", 38.5},
		{weekly, "7:30 h", 7.5},
		{weekly, "45 min", 0.75},
		{weekly, "45mn", 0.75},
		{weekly, "90 minutes a week", 1.5},
		{longest, "0:45", 0.75},
		{longest, "24:00", 24.0},
		{longest, "7,5 h", 7.5},

		// Money.
		{pay, "58k", 58000.0},
		{pay, "58.3k", 58300.0},
		{pay, "58 K", 58000.0},
		{pay, "$58,000", 58000.0},
		{pay, "$ 58,000.00", 58000.0},
		{pay, "US$58k", 58000.0},
		{pay, "1 850,50 €", 1850.5},
		{pay, "€1.850,50", 1850.5},
		{pay, "20/h", 20.0},
		{pay, "$20/hour", 20.0},
		{pay, "$20 an hour", 20.0},
		{pay, "12,50 € de l’heure", 12.5},
		{pay, "35 k€", 35000.0},
		{pay, "35k€/an", 35000.0},
		{pay, "35 KEUR", 35000.0},
		{pay, "35 k€ par an", 35000.0},
		{pay, "2 100 euros par mois", 2100.0},
		{pay, "CHF 6'500.-", nil}, // refused rather than guessed
		{pay, "CHF 6'500", 6500.0},
		{pay, "6500 chf", 6500.0},
		{pay, "£24,000 per year", 24000.0},
		{pay, "₹12,00,000", 1200000.0},
		{pay, "4 500 000 yen", 4500000.0},

		// The word.
		{wait, "none", "none"},
		{wait, " None ", "none"},
		{wait, "NONE", "none"},
		{wait, "0", 0.0},
	} {
		got, ok, problem := test.q.Parse(test.typed)
		if test.want == nil {
			if ok || problem == nil || problem.Code != questions.NotANumber {
				t.Errorf("%s: Parse(%q) = %v, %v, %v; want it refused", test.q.ID, test.typed, got, ok, problem)
			}
			continue
		}
		if got != test.want || !ok || problem != nil {
			t.Errorf("%s: Parse(%q) = %v, %v, %v; want %v", test.q.ID, test.typed, got, ok, problem, test.want)
		}
		if n, isNumber := got.(float64); isNumber && n == 0 && math.Signbit(n) {
			t.Errorf("%s: Parse(%q) = -0", test.q.ID, test.typed)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, test := range []struct {
		q     questions.Question
		codes string
		typed []string
	}{
		{weekly, questions.NotANumber, []string{
			"abc", "-", "+", ".", ",", "'", "--5", "1.2.3", "1,2,3.4", "18 50", "1 8 5", "1'85", "38-40", "38 or 40", "~38", "38%",
			"5e1", "1e9", "0x10", "NaN", "Inf", "∞", "½", "38 kg", "38 days", "3 weeks", "38 h a month", "38 h h", "h", "h30", ":30",
			"7h75", "7:5", "7h5", "7:60", "7:30:00", "7,5h30", "7h30,5", "7h300", "-", "99999999h00", "none", "38k", "$38",
			"\xff38", "38\x00", "٣٨", strings.Repeat("1", 65), strings.Repeat("1", 1<<20),
		}},
		{weekly, questions.OutOfRange, []string{"169", "-5", "−5", "-0,1", "168.01", "168h01", "999999", "10081 min", strings.Repeat("9", 64)}},
		{wait, questions.NotANumber, []string{"no", "nones", "3 h", "45 min", "7:30", "10 jours par mois", "three"}},
		{wait, questions.NotWhole, []string{"1.5", "0,5", "1.5 days"}},
		{wait, questions.OutOfRange, []string{"366", "-1", "365.5"}},
		{accounts, questions.NotWhole, []string{"1.234"}},
		{live, questions.NotANumber, []string{"4 days a week"}},
		{years, questions.NotANumber, []string{"18 months", "18 mois"}},
		{pay, questions.MustBeAbove, []string{"0", "-5", "$-5", "-$5", "0,00 €", "0k"}},
		{pay, questions.NotANumber, []string{"$", "k", "1,250k", "200/day", "20 € net", "20 h", "5 €€ €", "2 100 € 50", "58kk", "1.2M", "12 lakh"}},
	} {
		for _, typed := range test.typed {
			got, ok, problem := test.q.Parse(typed)
			if got != nil || ok || problem == nil || problem.Code != test.codes {
				t.Errorf("%s: Parse(%.70q) = %v, %v, %v; want %s", test.q.ID, typed, got, ok, problem, test.codes)
				continue
			}
			if problem.Args["id"] != test.q.ID || problem.Args["got"] == "" || problem.Path != "answers."+test.q.ID {
				t.Errorf("%s: Parse(%.70q): %+v", test.q.ID, typed, problem)
			}
		}
	}
}

func TestParseEmpty(t *testing.T) {
	for _, typed := range []string{"", " ", "\t\n", "\u00a0\u202f", strings.Repeat(" ", 1000)} {
		if got, ok, problem := weekly.Parse(typed); got != nil || ok || problem != nil {
			t.Errorf("Parse(%q) = %v, %v, %v", typed, got, ok, problem)
		}
	}
}

func TestParseMessages(t *testing.T) {
	for _, test := range []struct {
		q           questions.Question
		typed, want string
	}{
		{weekly, "a lot", `answers.q: "a lot" cannot be read as a number (hint: digits, as in 7.5 or 7h30)`},
		{wait, "a lot", `answers.wait: "a lot" cannot be read as a number (hint: digits, as in 12, or "none")`},
		{pay, "a lot", `answers.pay: "a lot" cannot be read as a number (hint: digits, as in 46.5)`},
		{weekly, "200", `answers.q: 200 is not allowed: the number must be from 0 to 168`},
	} {
		_, _, problem := test.q.Parse(test.typed)
		if problem == nil || problem.Error() != test.want {
			t.Errorf("got  %v\nwant %s", problem, test.want)
		}
	}
}

// Whatever is typed, Parse returns a value the question allows, or a problem,
// or nothing for nothing.
func FuzzParse(f *testing.F) {
	for _, typed := range []string{
		"", "38", "46,5", "1 850,50 €", "1,850.50", "12.000", "7h30", "7 h 5 min", "7:30", "45 min", "35 k€ par an",
		"$58,000", "20/h", "none", "-5", "12,00,000", "\xff", "１２", "k", "de l'", ":", "h", ".,.", "' '",
	} {
		f.Add(typed)
	}
	all := []questions.Question{weekly, longest, wait, live, accounts, leave, years, pay, posts, degrees, {ID: "bare", Type: questions.Number}}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, q := range all {
			value, ok, problem := q.Parse(typed)
			if ok != (value != nil) || ok && problem != nil {
				t.Fatalf("%s: Parse(%q) = %v, %v, %v", q.ID, typed, value, ok, problem)
			}
			if !ok && problem == nil && strings.TrimSpace(typed) != "" {
				t.Errorf("%s: Parse(%q) says nothing", q.ID, typed)
			}
			p := questions.Pack{Sections: []questions.Section{{Questions: []questions.Question{q}}}}
			if problems := p.Check(questions.Answers{q.ID: value}); len(problems) > 0 {
				t.Errorf("%s: Parse(%q) = %v: %v", q.ID, typed, value, problems)
			}
		}
	})
}
