package jobad

import (
	"slices"
	"testing"
)

func TestRedFlags(t *testing.T) {
	tests := []struct {
		text, flag string
		want       bool
	}{
		{"You thrive in a fast-paced environment.", "fast_paced", true},
		{"Rythme soutenu.", "fast_paced", true},
		{"Duties\n- Work under pressure", "pressure", true},
		{"Gestion du stress.", "pressure", true},
		{"Blood pressure checks.", "pressure", false},
		{"You'll wear many hats: it is never dull.", "many_hats", true},
		{"Profil\n- Polyvalent et touche-à-tout", "many_hats", true},
		{"Duties\n- Other duties as assigned", "other_duties", true},
		{"Duties\n- And much more", "other_duties", true},
		{"Missions\n- Toute autre tâche connexe", "other_duties", true},
		{"We want a social media rockstar.", "hype", true},
		{"Send a CV with a recent photo.", "discriminatory", true},
		{"CV avec photo.", "discriminatory", true},
		{"Profil\n- Être âgé de 18 à 30 ans", "discriminatory", true},
		{"About us\nOur app helps people aged 18 to 30.", "discriminatory", false},
		{"You bring your own laptop.", "own_equipment", true},
		{"Ordinateur personnel exigé.", "own_equipment", true},
		{"This internship is unpaid.", "unpaid", true},
		{"Stage non rémunéré.", "unpaid", true},
		{"A volunteer position.", "unpaid", true},
		{"You will manage volunteers.", "unpaid", false},
		{"You will work nights and weekends.", "nights_weekends", true},
		{"You will be on call.", "on_call", true},
		{"Benefits\nInsurance after 90 days", "benefits_wait", true},
		{"Benefits\nInsurance after 30 days", "benefits_wait", false},
		{"Pay: $19 per hour", "low_pay", true},
		{"Pay: $21 per hour", "low_pay", false},
		{"Salary: $41,000 a year", "low_pay", true},
		{"Salary: $41,000 a year, 35 hours per week", "low_pay", false},
		{"Toronto. Pay: $22 per hour", "low_pay", true},
		{"Salaire : 1 950 € brut par mois", "low_pay", true},
		{"Salaire : 2 300 € brut par mois", "low_pay", false},
		{"Salaire : CHF 3'000 par mois", "low_pay", false},
		{"Duties\n- Post on Facebook, Instagram, TikTok, LinkedIn and YouTube", "many_platforms", true},
		{"Duties\n- Post on Facebook, Instagram, TikTok and LinkedIn", "many_platforms", false},
		{"Duties\n- Write posts\n- Design flyers\n- Take photos\n- Edit videos", "many_crafts", true},
		{"Duties\n- Write posts\n- Design flyers\n- Take photos", "many_crafts", false},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			ad := reader(t).Read("Social media editor\n\n" + tt.text)
			if got := slices.Contains(keysOf(ad.RedFlags), tt.flag); got != tt.want {
				t.Errorf("%s: got %v, want %v (all: %v, %+v)", tt.flag, got, tt.want, keysOf(ad.RedFlags), ad.Facts)
			}
			evidenceHolds(t, "Social media editor\n\n"+tt.text, ad)
		})
	}
	low := reader(t).Read("Community manager\n\nRequirements\n- 2 years of experience")
	if keys := keysOf(low.RedFlags); !slices.Equal(keys, []string{"manager_title_low_exp"}) {
		t.Errorf("got %v, want manager_title_low_exp", keys)
	}
}

// Dollars of no place that is named are low when they are so as anybody's.
func TestLowPayInOpenDollars(t *testing.T) {
	r := reader(t)
	for text, want := range map[string]bool{
		"Rédactrice web\n\nSalaire : 21 $ de l'heure.":           false, // low in Canada alone
		"Rédactrice web\n\nSalaire : 19 $ de l'heure.":           true,
		"Rédactrice web, Montréal\n\nSalaire : 21 $ de l'heure.": true,
	} {
		if got := slices.Contains(keysOf(r.Read(text).RedFlags), "low_pay"); got != want {
			t.Errorf("%q: low pay is %v, want %v", text, got, want)
		}
	}
}
