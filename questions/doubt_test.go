package questions_test

import (
	"os"
	"slices"
	"testing"

	"bothends/questions"
)

func TestDoubtful(t *testing.T) {
	p, problems := questions.Load(os.DirFS("packs/social-media-manager"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, test := range []struct {
		name    string
		form    [][2]string
		want    []string
		instead float64 // of the first
	}{
		{"nothing", nil, nil, 0},
		{"a long week", [][2]string{{"weekly_hours", "80"}, {"contract_hours", "48"}}, nil, 0},
		{"the hours of a month of 35 a week", [][2]string{{"contract_hours", "151,67"}}, []string{"paid_month"}, 35},
		{"worked hours of a month", [][2]string{{"weekly_hours", "151.67"}}, []string{"worked_month"}, 35},
		{"said to be those of a month", [][2]string{{"contract_hours", "151,67 h par mois"}}, nil, 0},
		{"a half-time month", [][2]string{{"contract_hours", "86,67"}}, []string{"paid_month"}, 20},
		{"a month beside a year", [][2]string{{"pay_amount", "2 100 € par mois"}, {"pay_period", "year"}}, []string{"pay_period"}, 0},
		{"a month beside a month", [][2]string{{"pay_amount", "2 100 €/mois"}, {"pay_period", "month"}}, nil, 0},
		{"a month beside nothing", [][2]string{{"pay_amount", "2 100 €/mois"}}, nil, 0},
		{"net beside gross", [][2]string{{"pay_amount", "2 100 € net"}, {"pay_basis", "gross"}}, []string{"pay_basis"}, 0},
		{"pounds beside euros", [][2]string{{"pay_amount", "£24k"}, {"currency", "EUR"}}, []string{"currency"}, 0},
		{"dollars of any country", [][2]string{{"pay_amount", "$24k"}, {"currency", "CAD"}}, nil, 0},
		{"all at once, in order", [][2]string{{"pay_amount", "24k € net par an"}, {"currency", "GBP"}, {"pay_basis", "gross"}, {"pay_period", "hour"}, {"weekly_hours", "168"}},
			[]string{"worked_month", "pay_period", "pay_basis", "currency"}, 38.8},
	} {
		var got []string
		list := p.Doubtful(p.ParseForm(test.form, questions.Words{}))
		for _, d := range list {
			got = append(got, d.ID)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v are doubted, want %v", test.name, got, test.want)
			continue
		}
		if len(list) > 0 && list[0].Instead != test.instead {
			t.Errorf("%s: %v is proposed, want %v", test.name, list[0].Instead, test.instead)
		}
	}
}
