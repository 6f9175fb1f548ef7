package questions_test

import (
	"math"
	"os"
	"slices"
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

		// Parts of one, what is roughly known, digits of other alphabets.
		{weekly, "37½", 37.5},
		{weekly, "37 1/2", 37.5},
		{weekly, "37 ½ h", 37.5},
		{weekly, "37 heures et demie", 37.5},
		{weekly, "37 and a half hours a week", 37.5},
		{weekly, "½", 0.5},
		{years, "2 ans et demi", 2.5},
		{years, "6 mois", 0.5},
		{years, "18 months", 1.5},
		{years, "2 ans 6 mois", 2.5},
		{years, "2 years and 3 months", 2.25},
		{weekly, "46. 5", 46.5},
		{weekly, "~40", 40.0},
		{weekly, "≈ 40 h", 40.0},
		{weekly, "about 40", 40.0},
		{weekly, "env. 40", 40.0},
		{weekly, "40 environ", 40.0},
		{weekly, "en moyenne 40 h", 40.0},
		{weekly, "40 hours a week on average", 40.0},
		{weekly, "40ish", 40.0},
		{weekly, "40 or so", 40.0},
		{weekly, "46·5", 46.5},
		{weekly, "٤٦", 46.0},
		{weekly, "٤٦٫٥", 46.5},
		{weekly, "४६", 46.0},
		{weekly, "𝟒𝟔", 46.0},
		{pay, "١٬٨٥٠", 1850.0},

		// Periods.
		{weekly, "35 heures", 35.0},
		{weekly, "35 hrs/week", 35.0},
		{weekly, "35 h hebdo", 35.0},
		{weekly, "40 hours weekly", 40.0},
		{weekly, "37,5h/sem.", 37.5},
		{weekly, "37,5 Std.", 37.5},
		{weekly, "37,5 Std./Woche", 37.5},
		{weekly, "38,5 Wochenstunden", 38.5},
		{weekly, "ungefähr 40 Std. pro Woche", 40.0},
		{weekly, "7 h 30 min par semaine", 7.5},
		{weekly, "151,67 h par mois", 151.67 * 12 / 52},
		{longest, "14 heures par jour", 14.0},
		{longest, "14h/j", 14.0},
		{live, "4 jours sur 4 semaines", 4.0},
		{live, "4 days in 4 weeks", 4.0},
		{live, "4 days a month", 4.0},
		{leave, "2 weeks", 2.0},
		{leave, "5 semaines sur 12 mois", 5.0},

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
		{pay, "CHF 6'500.-", 6500.0},
		{pay, "Fr. 6'500.–", 6500.0},
		{pay, "5’200.–", 5200.0},
		{pay, "6´500", 6500.0},
		{pay, "6`500", 6500.0},
		{pay, "6′500 CHF", 6500.0},
		{pay, "1850,-", 1850.0},
		{pay, "1850,- €", 1850.0},
		{pay, "1 850 €.", 1850.0},
		{pay, "1 850, 50 €", 1850.5},
		{pay, "1 850 ,50 €", 1850.5},
		{pay, "12€50", 12.5},
		{pay, "2 100 € 50", 2100.5},
		{pay, "58 000 $ CA", 58000.0},
		{pay, "58 000,00 $ CAD", 58000.0},
		{pay, "3500 DH", 3500.0},
		{pay, "150 000 FCFA", 150000.0},
		{pay, "150 000 F CFA", 150000.0},
		{pay, "28 000 kr", 28000.0},
		{pay, "R$ 3.500", 3500.0},
		{pay, "45 T€", 45000.0},
		{pay, "45 k €", 45000.0},
		{pay, "45k", 45000.0},
		{pay, "4.5 lakh", 450000.0},
		{pay, "₹12 lakhs p.a.", 1200000.0},
		{pay, "20 $ l'heure", 20.0},
		{pay, "20$/l’heure", 20.0},
		{pay, "20 euros l’heure", 20.0},
		{pay, "$18.50 hourly", 18.5},
		{pay, "$18.50 p/h", 18.5},
		{pay, "£24k pa", 24000.0},
		{pay, "£24,000 p.a.", 24000.0},
		{pay, "2 100 € net", 2100.0},
		{pay, "2 100 € net/mois", 2100.0},
		{pay, "2 100 € (net)", 2100.0},
		{pay, "45k gross", 45000.0},
		{pay, "45 k€ brut annuel", 45000.0},
		{pay, "2 100 € brut mensuel", 2100.0},
		{pay, "env. 1 850 €", 1850.0},
		{pay, "environ 1 850 €", 1850.0},
		{pay, "1 850 € environ", 1850.0},
		{pay, "net 1 850 €", 1850.0},
		{pay, "CA$58,000", 58000.0},
		{pay, "ca. 40k", 40000.0},
		{pay, "58 000 dollars canadiens", 58000.0},
		{pay, "Rs 45,000/-", 45000.0},
		{pay, "45k€/a", 45000.0},
		{pay, "3 500 dirhams", 3500.0},
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
		got, problem := test.q.Parse(test.typed, "")
		if got.Value != test.want || problem != nil {
			t.Errorf("%s: Parse(%q) = %v, %v; want %v", test.q.ID, test.typed, got.Value, problem, test.want)
		}
		if n, isNumber := got.Value.(float64); isNumber && n == 0 && math.Signbit(n) {
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
		{weekly, questions.NotANumber, []string{"abc", "-", "+", ".", ",", "'", "--5", "NaN", "Inf", "∞", "h", "none", "\u200b", "()"}},
		{weekly, questions.UnclearNumber, []string{"1.2.3", "1,2,3.4", "18 50", "1 8 5", "1'85", "35, 40"}},
		{weekly, questions.TwoNumbers, []string{"38-40", "38–40 h", "38 or 40", "38 à 40", "35/40", "entre 35 et 40", "from 35 to 40", "9:00-21:00"}},
		{weekly, questions.NotUnderstood, []string{
			"38%", "5e1", "1e9", "0x10", "38 kg", "38 days", "3 weeks", "38 h per moon", "38 h a year", "38 h/j", "38 h h", "h30", ":30",
			"7h75", "7:5", "7h5", "7:60", "7:30:00", "7,5h30", "7h30,5", "7h300", "99999999h00", "38k", "$38", "\xff38", "38\x00",
		}},
		{weekly, questions.TooLong, []string{strings.Repeat("1", 121), strings.Repeat("1", 1<<20)}},
		{weekly, questions.OutOfRange, []string{"169", "-5", "−5", "-0,1", "168.01", "168h01", "999999", "10081 min", strings.Repeat("9", 120)}},
		{wait, questions.NotANumber, []string{"no", "nones", "three"}},
		{wait, questions.NotUnderstood, []string{"3 h", "45 min", "7:30", "10 jours par mois", "3 weeks"}},
		{wait, questions.NotWhole, []string{"1.5", "0,5", "1.5 days"}},
		{wait, questions.OutOfRange, []string{"366", "-1", "365.5"}},
		{accounts, questions.NotWhole, []string{"1.234"}},
		{live, questions.NotUnderstood, []string{"4 days a week"}},
		{years, questions.NotUnderstood, []string{"2 ans 14 mois", "2 ans 6", "2,5 ans 6 mois"}},
		{pay, questions.MustBeAbove, []string{"0", "-5", "$-5", "-$5", "0,00 €", "0k"}},
		{pay, questions.NotANumber, []string{"$", "k"}},
		{pay, questions.UnclearNumber, []string{"1,250k"}},
		{pay, questions.TwoNumbers, []string{"35-38k", "2 100 à 2 400 €", "35k-38k"}},
		{pay, questions.NotUnderstood, []string{"200/day", "$750/week", "200 €/jour", "20 h", "5 €€ €", "58kk", "1.2M", "80 %"}},
	} {
		for _, typed := range test.typed {
			got, problem := test.q.Parse(typed, "")
			if got.Value != nil || problem == nil || problem.Code != test.codes {
				t.Errorf("%s: Parse(%.70q) = %v, %v; want %s", test.q.ID, typed, got.Value, problem, test.codes)
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
		if got, problem := weekly.Parse(typed, ""); got.Value != nil || problem != nil {
			t.Errorf("Parse(%q) = %v, %v", typed, got.Value, problem)
		}
	}
}

func TestParseMessages(t *testing.T) {
	for _, test := range []struct {
		q           questions.Question
		typed, want string
	}{
		{weekly, "a lot", `answers.q: "a lot" cannot be read as a number (hint: digits, as in 37.5)`},
		{wait, "a lot", `answers.wait: "a lot" cannot be read as a number (hint: digits, as in 2, or "none")`},
		{pay, "a lot", `answers.pay: "a lot" cannot be read as a number (hint: digits, as in 2150)`},
		{weekly, "46 h per moon", `answers.q: "per moon" was not understood (hint: digits, as in 37.5)`},
		{pay, "about $750/week", `answers.pay: "/week" was not understood (hint: digits, as in 2150)`},
		{weekly, "35–40", `answers.q: "35–40" are two numbers, and one fits (hint: digits, as in 37.5)`},
		{weekly, "4 6,5", `answers.q: it is not clear how "4 6,5" is grouped (hint: digits, as in 37.5)`},
		{weekly, "200", `answers.q: 200 is not allowed: the number must be from 0 to 168`},
	} {
		_, problem := test.q.Parse(test.typed, "")
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
			r, problem := q.Parse(typed, "heures par semaine")
			value := r.Value
			if value != nil && problem != nil {
				t.Fatalf("%s: Parse(%q) = %v, %v", q.ID, typed, value, problem)
			}
			if english, _ := q.Parse(typed, "hours a week"); q.Unit == weekly.Unit && english.Value != value {
				t.Errorf("%q is read as %v in French and %v in English", typed, value, english.Value)
			}
			if value == nil && problem == nil && strings.TrimSpace(typed) != "" {
				t.Errorf("%s: Parse(%q) says nothing", q.ID, typed)
			}
			p := questions.Pack{Sections: []questions.Section{{Questions: []questions.Question{q}}}}
			if problems := p.Check(questions.Answers{q.ID: value}); len(problems) > 0 {
				t.Errorf("%s: Parse(%q) = %v: %v", q.ID, typed, value, problems)
			}
			if n, isNumber := value.(float64); isNumber && n < 1e50 && (n == 0 || n > 1e-20 || n < -1e-20) {
				for _, point := range []string{".", ","} {
					shown := q.FormText(n, point)
					if again, problem := q.Parse(shown, ""); again.Value != value {
						t.Errorf("%s: %q is read as %v, shown as %q and then read as %v (%v)", q.ID, typed, value, shown, again.Value, problem)
					}
				}
			}
		}
	})
}

// A number with the words beside its field, in any language, reads as without them.
func TestParseReadsItsOwnUnit(t *testing.T) {
	for _, folder := range []string{"packs/social-media-manager", "packs/newsroom-social-desk"} {
		p, problems := questions.Load(os.DirFS(folder))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		for _, lang := range p.Languages {
			texts := map[string]string{}
			if problems := questions.ReadJSON(os.DirFS(folder), questions.WordsFile(lang), &texts); len(problems) > 0 {
				t.Fatal(problems)
			}
			for _, section := range p.Sections {
				for _, q := range section.Questions {
					if q.Type != questions.Number {
						continue
					}
					unit := texts["unit."+q.Unit]
					for _, number := range []string{"1", "2", "1,5", "0.5", "7", "12.000", "6½", "1 250", "٣", "~4"} {
						want, _ := q.Parse(number, unit)
						for _, typed := range []string{number + " " + unit, number + "\u00a0" + strings.ToUpper(unit), number + " " + unit + "."} {
							if got, problem := q.Parse(typed, unit); got.Value != want.Value || want.Value != nil && problem != nil {
								t.Errorf("%s, %s: %q is read as %v (%v), and %q as %v", lang, q.ID, typed, got.Value, problem, number, want.Value)
							}
						}
					}
				}
			}
		}
	}
	strange := questions.Question{ID: "q", Type: questions.Number, Unit: "rounds_per_week"}
	for typed, want := range map[string]any{"4 Runden je Woche": 4.0, "4 Runden": 4.0, "4 Rund": nil, "4 Runden je Mond": nil} {
		if got, _ := strange.Parse(typed, "Runden je Woche"); got.Value != want {
			t.Errorf("%q is read as %v, want %v", typed, got.Value, want)
		}
	}
}

// What else stands in the field of an amount is kept, so that it can be compared
// with the answers beside it.
func TestParseKeepsWhatIsSaidOfAnAmount(t *testing.T) {
	for typed, want := range map[string][]string{
		"2 100":                nil,
		"2 100 € net par mois": {"EUR", "net", "month"},
		"45 k€ brut annuel":    {"EUR", "gross", "year"},
		"£24k pa":              {"GBP", "year"},
		"US$20/h":              {"USD", "hour"},
		"CA$58,000":            {"CAD"},
		"net 2 100":            {"net"},
		"58 000 $ CA":          {"CAD"},
		"$58,000":              nil, // of many countries
		"CHF 6'500.-":          {"CHF"},
		"4.5 LPA":              {"year"},
		"35 KEUR":              {"EUR"},
	} {
		if got, problem := pay.Parse(typed, ""); problem != nil || !slices.Equal(got.Said, want) {
			t.Errorf("%q says %q (%v), want %q", typed, got.Said, problem, want)
		}
	}
	for typed, want := range map[string]float64{"24.038": 24.038, "58,000": 58, "24.04": 0, "24 038": 0} {
		if got, _ := pay.Parse(typed, ""); got.Decimal != want {
			t.Errorf("the other reading of %q is %v, want %v", typed, got.Decimal, want)
		}
	}
}
