package jobad

import "testing"

func TestPay(t *testing.T) {
	tests := []struct{ text, want string }{
		// Formats.
		{"Editor\nSalary: $45,000-$52,000", `{"min":45000,"max":52000,"currency":"USD","period":"year"}`},
		{"Editor\nSalary: 58,000-61,000", `{"min":58000,"max":61000,"currency":"USD","period":"year"}`},
		{"Editor\nPay: $18.50/hr", `{"min":18.5,"max":18.5,"currency":"USD","period":"hour"}`},
		{"Editor\nSalary: $65,00 - $72,000", `{"min":65000,"max":72000,"currency":"USD","period":"year"}`},
		{"Editor\nPay: $16/hour (days) | $19/hour (nights)", `{"min":16,"max":19,"currency":"USD","period":"hour"}`},
		{"Editor\nSalary: $27.10 to $33.45 with a night differential of an extra $6.00 per hour", `{"min":27.1,"max":33.45,"currency":"USD","period":"hour"}`},
		{"The salary is between $51,000 and $63,000 annually.", `{"min":51000,"max":63000,"currency":"USD","period":"year"}`},
		{"We pay US$68k–$80k plus equity.", `{"min":68000,"max":80000,"currency":"USD","period":"year"}`},
		{"Toronto. Compensation: $52,000 to $58,000", `{"min":52000,"max":58000,"currency":"CAD","period":"year"}`},
		{"Compensation: CA$31 per hour", `{"min":31,"max":31,"currency":"CAD","period":"hour"}`},
		{"Salary: £24,000 - £27,000 per annum", `{"min":24000,"max":27000,"currency":"GBP","period":"year"}`},
		{"Chargée de com\nSalaire : 20 $/h", `{"min":20,"max":20,"currency":"CAD","period":"hour"}`},
		{"Chargée de com\nSalaire : 20,50 $ de l'heure", `{"min":20.5,"max":20.5,"currency":"CAD","period":"hour"}`},
		{"Échelle salariale : 28,14 $ à 35,90 $ l'heure", `{"min":28.14,"max":35.9,"currency":"CAD","period":"hour"}`},
		{"Rémunération : 35 à 38 k€ brut annuel", `{"min":35000,"max":38000,"currency":"EUR","period":"year"}`},
		{"Rémunération : 38-42 K€", `{"min":38000,"max":42000,"currency":"EUR","period":"year"}`},
		{"Rémunération : 27 000 – 41 000 € brut selon profil", `{"min":27000,"max":41000,"currency":"EUR","period":"year"}`},
		{"Rémunération : de 1 950 à 2 200 € brut mensuel + tickets restaurant + prime annuelle de 500 €", `{"min":1950,"max":2200,"currency":"EUR","period":"month"}`},
		{"Salaire : 2.300 euros nets par mois", `{"min":2300,"max":2300,"currency":"EUR","period":"month"}`},
		{"Vous êtes freelance. TJM : 350 à 450 €.", `{"min":350,"max":450,"currency":"EUR","period":"day"}`},
		{"Un salaire de CHF 82'000.- à 96'000.- par an", `{"min":82000,"max":96000,"currency":"CHF","period":"year"}`},
		{"Gratification de stage : 4,35 € de l'heure", `{"min":4.35,"max":4.35,"currency":"EUR","period":"hour"}`},
		{"Editor\n\nSalary\n$3,450 – $4,100 per month", `{"min":3450,"max":4100,"currency":"USD","period":"month"}`},
		{"Salaire : 24 000 à 27 000 € brut annuel · tickets resto · télétravail 2 j/semaine", `{"min":24000,"max":27000,"currency":"EUR","period":"year"}`},
		{"Agence média – Lille – CDI – 38/45 K€ fixe + variable", `{"min":38000,"max":45000,"currency":"EUR","period":"year"}`},
		{"CDI, Paris, 34 k€.", `{"min":34000,"max":34000,"currency":"EUR","period":"year"}`},
		{"Salary: $62,000/year plus health insurance from day one.", `{"min":62000,"max":62000,"currency":"USD","period":"year"}`},
		{"Hourly rate: $22.00", `{"min":22,"max":22,"currency":"USD","period":"hour"}`},
		{"Starting at $19.75 an hour", `{"min":19.75,"max":19.75,"currency":"USD","period":"hour"}`},
		{"Pay range: USD 70,000 - 85,000 per annum", `{"min":70000,"max":85000,"currency":"USD","period":"year"}`},
		{"The pay is $1,100 a week.", `{"min":1100,"max":1100,"currency":"USD","period":"week"}`},
		{"Compensation: 60-70k USD", `{"min":60000,"max":70000,"currency":"USD","period":"year"}`},
		{"$55K DOE", `{"min":55000,"max":55000,"currency":"USD","period":"year"}`},
		{"Salary: up to £32,500", `{"min":32500,"max":32500,"currency":"GBP","period":"year"}`},
		{"Salary: from £28k", `{"min":28000,"max":28000,"currency":"GBP","period":"year"}`},
		{"£180 per day", `{"min":180,"max":180,"currency":"GBP","period":"day"}`},
		{"Day rate: £200-£250", `{"min":200,"max":250,"currency":"GBP","period":"day"}`},
		{"Stipend of $2,500 per month", `{"min":2500,"max":2500,"currency":"USD","period":"month"}`},
		{"Salary: C$61,000 to C$68,000", `{"min":61000,"max":68000,"currency":"CAD","period":"year"}`},
		{"Wage: $24.10/hour (CAD)", `{"min":24.1,"max":24.1,"currency":"CAD","period":"hour"}`},
		{"Salary: €45,000 gross per year", `{"min":45000,"max":45000,"currency":"EUR","period":"year"}`},
		{"Salary: EUR 3,200 per month", `{"min":3200,"max":3200,"currency":"EUR","period":"month"}`},
		{"Salary: $48,500.00 - $60,250.00 Annually", `{"min":48500,"max":60250,"currency":"USD","period":"year"}`},
		{"We offer a salary of $50k, plus a bonus of up to $5k.", `{"min":50000,"max":50000,"currency":"USD","period":"year"}`},
		{"Salaire : entre 24 et 28 $/heure", `{"min":24,"max":28,"currency":"CAD","period":"hour"}`},
		{"Salaire horaire de 25,38$ à 31,02$", `{"min":25.38,"max":31.02,"currency":"CAD","period":"hour"}`},
		{"Chargée de com\nSalaire annuel : 55 000 $ - 65 000 $", `{"min":55000,"max":65000,"currency":"CAD","period":"year"}`},
		{"Salaire : à partir de 2 100 € bruts mensuels", `{"min":2100,"max":2100,"currency":"EUR","period":"month"}`},
		{"Rémunération : jusqu'à 40K€", `{"min":40000,"max":40000,"currency":"EUR","period":"year"}`},
		{"Rémunération : 30k€ fixe + 3k€ variable", `{"min":30000,"max":30000,"currency":"EUR","period":"year"}`},
		{"Fourchette : 32 000 à 36 000 euros bruts annuels", `{"min":32000,"max":36000,"currency":"EUR","period":"year"}`},
		{"TJM 300 €", `{"min":300,"max":300,"currency":"EUR","period":"day"}`},
		{"Salaire : 12,02 €/h", `{"min":12.02,"max":12.02,"currency":"EUR","period":"hour"}`},
		{"Gratification : 669,90 € par mois", `{"min":669.9,"max":669.9,"currency":"EUR","period":"month"}`},
		{"Salaire mensuel brut : CHF 6'500 - 7'200 x 13", `{"min":6500,"max":7200,"currency":"CHF","period":"month"}`},
		{"Salaire : 5500 CHF/mois", `{"min":5500,"max":5500,"currency":"CHF","period":"month"}`},
		{"35-40 k€ annuels selon expérience", `{"min":35000,"max":40000,"currency":"EUR","period":"year"}`},
		// The money of other countries stays theirs, and is never taken for the usual one.
		{"Salaire : 350 000 FCFA par mois", `{"min":350000,"max":350000,"currency":"XOF","period":"month"}`},
		{"Poste basé à Douala\nSalaire : 350 000 FCFA par mois", `{"min":350000,"max":350000,"currency":"XAF","period":"month"}`},
		{"Salary: ₱25,000 monthly", `{"min":25000,"max":25000,"currency":"PHP","period":"month"}`},
		{"Salary: Rs. 20,000 - Rs. 25,000 per month", `{"min":20000,"max":25000,"currency":"INR","period":"month"}`},
		{"Lahore. Salary: Rs 60,000 per month", `{"min":60000,"max":60000,"currency":"PKR","period":"month"}`},
		{"Salary: ₹4,50,000 per annum", `{"min":450000,"max":450000,"currency":"INR","period":"year"}`},
		{"Salary: 4-6 LPA", `{"min":400000,"max":600000,"currency":"INR","period":"year"}`},
		{"Mumbai, India\nStipend: 5,000-8,000 /month", `{"min":5000,"max":8000,"currency":"INR","period":"month"}`},
		{"Salary: HK$18,000 per month", `{"min":18000,"max":18000,"currency":"HKD","period":"month"}`},
		{"Singapore. Salary: $3,800 per month", `{"min":3800,"max":3800,"currency":"SGD","period":"month"}`},
		{"Auckland\nSalary: $62,000 a year", `{"min":62000,"max":62000,"currency":"NZD","period":"year"}`},
		{"Melbourne\nSalary: $62,000 a year", `{"min":62000,"max":62000,"currency":"AUD","period":"year"}`},
		{"Salary: R25,000 per month", `{"min":25000,"max":25000,"currency":"ZAR","period":"month"}`},
		{"Salary: N150,000 monthly", `{"min":150000,"max":150000,"currency":"NGN","period":"month"}`},
		{"Salary: Ksh 60,000 per month", `{"min":60000,"max":60000,"currency":"KES","period":"month"}`},
		{"Salaire : 6 000 DH par mois", `{"min":6000,"max":6000,"currency":"MAD","period":"month"}`},
		{"Dubai. Salary: 9,000 Dhs per month", `{"min":9000,"max":9000,"currency":"AED","period":"month"}`},
		{"Salaire : 1 200 DT par mois", `{"min":1200,"max":1200,"currency":"TND","period":"month"}`},
		{"Salary: R$ 3.500 per month", `{"min":3500,"max":3500,"currency":"BRL","period":"month"}`},
		{"Salary: 7 500 zł per month", `{"min":7500,"max":7500,"currency":"PLN","period":"month"}`},
		{"Oslo. Salary: 550,000 kr per year", `{"min":550000,"max":550000,"currency":"NOK","period":"year"}`},
		{"Salary: 550,000 kr per year", `{"min":550000,"max":550000,"currency":"","period":"year"}`},
		{"Salary: ¥280,000 per month", `{"min":280000,"max":280000,"currency":"","period":"month"}`},
		{"Salary: SEK 34,000 per month", `{"min":34000,"max":34000,"currency":"SEK","period":"month"}`},
		{"Salaire : Fr. 82'000.- brut par an", `{"min":82000,"max":82000,"currency":"CHF","period":"year"}`},
		{"Salaire : 6’500.- CHF par mois", `{"min":6500,"max":6500,"currency":"CHF","period":"month"}`},
		// As entities, apart from their accents, in other digits, with marks of direction.
		{"Salary: &pound;24,000 per annum", `{"min":24000,"max":24000,"currency":"GBP","period":"year"}`},
		{"Salaire : 28 000 &agrave; 32 000 &euro; brut annuel", `{"min":28000,"max":32000,"currency":"EUR","period":"year"}`},
		{"Salaire : 28 000 &amp;agrave; 32 000 &amp;euro; brut annuel", `{"min":28000,"max":32000,"currency":"EUR","period":"year"}`},
		{"De 2 100 € a\u0300 2 400 € brut mensuel", `{"min":2100,"max":2400,"currency":"EUR","period":"month"}`},
		{"Salary: \u2066$45,000\u2069 a year", `{"min":45000,"max":45000,"currency":"USD","period":"year"}`},
		{"Salaire : 28 000 Ã\u00a0 32 000 â‚¬ brut annuel", `{"min":28000,"max":32000,"currency":"EUR","period":"year"}`},
		// Over two lines.
		{"We offer $48,000 to\n$55,000 a year", `{"min":48000,"max":55000,"currency":"USD","period":"year"}`},
		{"Salaire : de 2 100 à\n2 400 € brut mensuel", `{"min":2100,"max":2400,"currency":"EUR","period":"month"}`},
		{"The pay is $1,200 biweekly.", `{"min":1200,"max":1200,"currency":"USD","period":"fortnight"}`},
		// What is no pay.
		{"Requirements\n- 3 CAD designers worked on it, 200 CAD drawings", "null"},
		{"Le 10/12 k€ de frais sont remboursés.", "null"},
		{"You will raise $250,000 a year from donors.", "null"},
		{"Manage an annual ad budget of $120,000.", "null"},
		{"A referral bonus of $1,000.", "null"},
		{"The winner gets a $10,000 prize.", "null"},
		{"We won a $2 million grant.", "null"},
		{"Tickets cost £25 per day.", "null"},
		{"Our clients spend £40k a month on ads.", "null"},
		{"You will manage $30k/month in ad spend.", "null"},
		{"Vous gérez un budget de 40 000 € par an.", "null"},
		{"L'association a collecté 300 000 € en 2024.", "null"},
		{"Un prix de 5 000 € récompense le lauréat.", "null"},
		{"Nous avons levé 4 M€.", "null"},
		{"You will manage a budget of $50,000 a year.", "null"},
		{"We raised $5,000,000 last year and pay well.", "null"},
		{"Benefits: a $500 equipment allowance, 401(k) match of 4%", "null"},
		{"Nous avons un chiffre d'affaires de 3 000 000 €. Salaire selon profil.", "null"},
		{"Prime annuelle de 1 000 €, tickets restaurant de 9 €", "null"},
		{"The fund pays for clean water in 30,000 villages.", "null"},
		{"Salary: competitive", "null"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if got := got(t, tt.text, "pay"); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// A dollar of no place is said to be open, whatever it is read as.
func TestDollarOpen(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Editor\nSalary: $48,000 a year", "true"},
		{"Chargée de com\nSalaire : 20 $/h", "true"},
		{"Editor\nPay: $900 a week", "true"},
		{"Melbourne\nSalary: $62,000 a year", "false"},
		{"Toronto. Compensation: $52,000 to $58,000", "false"},
		{"We pay US$68k–$80k plus equity.", "false"},
		{"Compensation: CA$31 per hour", "false"},
		{"Salary: £24,000 a year", "false"},
		{"Salary: 550,000 kr per year", "false"},
		{"Editor", "false"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if got := got(t, tt.text, "dollar_open"); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
	if ad := reader(t).Read("Editor\nSalary: $48,000 a year"); ad.Without([]string{ID(Term, "pay")}).Facts.DollarOpen {
		t.Error("a dollar is open where no pay is left")
	}
}

// Weeks and fortnights stay what they are, and are years only where a check-up
// knows neither.
func TestPayByTheWeek(t *testing.T) {
	p := mediaPack(t)
	for text, want := range map[string]float64{"The pay is $1,100 a week.": 57200, "The pay is $1,200 biweekly.": 31200} {
		ad := reader(t).Read(text)
		a := ad.Answers(p)
		if a[askAmount] != want || a[askPeriod] != "year" {
			t.Errorf("%q: a check-up takes %v by the %v, want %v by the year", text, a[askAmount], a[askPeriod], want)
		}
	}
	for text, want := range map[string]bool{"The pay is $600 a week.": true, "The pay is $1,100 a week.": false, "The pay is $1,200 biweekly.": true, "The pay is $2,400 biweekly.": false} {
		if got := reader(t).Read(text).Facts.Pay.low(nil); got != want {
			t.Errorf("%q: low is %v", text, got)
		}
	}
}
