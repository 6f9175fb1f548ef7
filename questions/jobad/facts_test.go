package jobad

import (
	"encoding/json"
	"slices"
	"testing"
)

// got reads one fact of a text as JSON.
func got(t *testing.T, text, name string) string {
	t.Helper()
	data, err := json.Marshal(reader(t).Read(text).Facts)
	if err != nil {
		t.Fatal(err)
	}
	var facts map[string]json.RawMessage
	if err := json.Unmarshal(data, &facts); err != nil {
		t.Fatal(err)
	}
	return string(facts[name])
}

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
		{"The pay is $1,100 a week.", `{"min":57200,"max":57200,"currency":"USD","period":"year"}`},
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
		{"The pay is $1,200 biweekly.", `{"min":31200,"max":31200,"currency":"USD","period":"year"}`},
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

func TestYears(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Requirements\n- 𝟯+ years of experience", "3"},
		{"Requirements\n- ٣ years of experience", "3"},
		{"Profil\n- 18 mois d’expérience", "1"},
		{"Requirements\n- 2-3 years of experience", "2"},
		{"Requirements\n- 4+ years' experience in marketing", "4"},
		{"Requirements\n- Minimum of three (3) to five (5) years of relevant experience", "3"},
		{"Requirements\n- Two-four years of experience", "2"},
		{"Requirements\n- 5 years of experience, or 3 years with a degree", "3"},
		{"Profil\n- 3 ans d'expérience minimum", "3"},
		{"Profil\n- Une expérience de 2 à 4 ans", "2"},
		{"Profil\n- Au moins un an d’expérience", "1"},
		{"Profil\n- Deux années d'expérience", "2"},
		{"Profil\n- Une expérience de cinq (5) ans dans la presse", "5"},
		{"Requirements\n- 5 years of experience\n- 2 years of experience abroad preferred", "5"},
		{"Our colleague ideally has 5+ years of experience. We want a writer with 5+ years of experience.", "5"},
		{"Requirements\n- No experience required", "0"},
		{"Requirements\n- Recent graduates welcome", "0"},
		{"Profil\n- Débutant accepté", "0"},
		{"Requirements\n- Two to three years of experience", "2"},
		{"Requirements\n- At least a year of experience", "1"},
		{"Requirements\n- Around a year's experience", "1"},
		{"Requirements\n- 3+ yrs in a similar role", "3"},
		{"You bring 4+ years in social media.", "4"},
		{"Requirements\n- 5 or more years managing communities", "5"},
		{"Requirements\n- Over 6 years of agency experience", "6"},
		{"Requirements\n- Degree in communications (4-year)\n- Five years' experience", "5"},
		{"You have 2 years' experience.", "2"},
		{"Requirements\n- No previous experience needed", "0"},
		{"Profil\n- Deux ans minimum sur un poste similaire", "2"},
		{"Profil\n- 3 à 5 ans d'expérience", "3"},
		{"Vous justifiez d'une première expérience de 2 ans.", "2"},
		{"Profil\n- Expérience : 4 ans", "4"},
		{"Profil\n- Trois (3) années d'expérience", "3"},
		{"Profil\n- Cinq ans d'expérience, dont deux en agence", "5"},
		{"Profil\n- Minimum 2 années d’expérience", "2"},
		{"Requirements\n- A 4-year degree", "null"},
		{"We have been making films for 12 years.", "null"},
		{"This is a 2-year contract.", "null"},
		{"You will plan the next 3 years of content.", "null"},
		{"Depuis 15 ans, nous aidons les familles.", "null"},
		{"Profil\n- Diplôme de 3 ans en communication", "null"},
		{"Contrat de 2 ans. Bac+3 exigé.", "null"},
		{"About us\nFor over 20 years we have had experience with films.", "null"},
		{"Requirements\n- At least 18 years old", "null"},
		{"Profil\n- 6 mois d'expérience", "null"},
		{"Toronto | $75,000 + bonus | 4+ yrs", "4"},
		{"You have 5+ years in B2B social, including some leadership.", "5"},
		{"Profil\n- minimum 8 ans d'expérience, dont 3 ans en gestion d'équipe", "8"},
		{"Two years doing something like this helps.", "2"},
		{"Profil\n- Pas besoin d'expérience", "0"},
		{"A mural we painted 4 years ago, in a similar style.", "null"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if got := got(t, "Editor\n\n"+tt.text, "years_experience_min"); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestTimes(t *testing.T) {
	tests := []struct{ text, hours, days string }{
		{"20 hours per week", "[20,20]", "null"},
		{"Part-time (12-16 hours) at first", "[12,16]", "null"},
		{"6-8 hours of desk work per week", "[6,8]", "null"},
		{"37.5 hours/week", "[37.5,37.5]", "null"},
		{"a 40-hour week", "[40,40]", "null"},
		{"Classification: Permanent. Hours: 70 bi-weekly.", "[35,35]", "null"},
		{"75 hours bi-weekly", "[37.5,37.5]", "null"},
		{"Temps de travail : 35h hebdomadaires", "[35,35]", "null"},
		{"37 h 30 hebdo", "[37.5,37.5]", "null"},
		{"40\nhours per week", "[40,40]", "null"},
		{"Durée : ٣٥ h par semaine", "[35,35]", "null"},
		{"21 h/semaine, 3 jours par semaine", "[21,21]", "[3,3]"},
		{"temps plein, 39 heures", "[39,39]", "null"},
		{"4 à 5 jours / semaine", "null", "[4,5]"},
		{"3,5 jours par semaine en moyenne", "null", "[3.5,3.5]"},
		{"soit un jour par semaine", "null", "[1,1]"},
		{"3 days a week", "null", "[3,3]"},
		{"in the office 2 days a week", "null", "null"},
		{"2 jours de télétravail par semaine", "null", "null"},
		{"answers within 24 hours, every day of the week", "null", "null"},
		{"Dossiers avant le 3 mars à 17h", "null", "null"},
		{"Hours: 20/week", "[20,20]", "null"},
		{"24–30 hrs p/w", "[24,30]", "null"},
		{"25 hrs/wk", "[25,25]", "null"},
		{"up to 15 hours weekly", "[15,15]", "null"},
		{"Full-time, 40 hours", "[40,40]", "null"},
		{"Schedule: 37.5 hours a week", "[37.5,37.5]", "null"},
		{"10 to 12 hours each week", "[10,12]", "null"},
		{"twenty hours per week", "[20,20]", "null"},
		{"36h15 par semaine", "[36.25,36.25]", "null"},
		{"28 à 32 heures par semaine", "[28,32]", "null"},
		{"CDI 35h", "[35,35]", "null"},
		{"38h/sem.", "[38,38]", "null"},
		{"trente-cinq heures par semaine", "[35,35]", "null"},
		{"The library is open 66 hours per week", "null", "null"},
		{"Open 24/7", "null", "null"},
		{"Replies within 2 hours", "null", "null"},
		{"Le musée est ouvert 50 heures par semaine", "null", "null"},
		{"Open 6 days a week", "null", "null"},
		{"$20 an hour", "null", "null"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if got := got(t, "Editor\n\n"+tt.text, "hours_per_week"); got != tt.hours {
				t.Errorf("hours: got %s, want %s", got, tt.hours)
			}
			if got := got(t, "Editor\n\n"+tt.text, "days_per_week"); got != tt.days {
				t.Errorf("days: got %s, want %s", got, tt.days)
			}
		})
	}
}

func TestStatedFacts(t *testing.T) {
	tests := []struct{ text, fact, want string }{
		{"Requirements\n- Able to work evenings and weekends", "evenings_weekends", "true"},
		{"Schedule: Saturday 8 to 4", "evenings_weekends", "true"},
		{"You will work outside of regular business hours.", "evenings_weekends", "true"},
		{"Profil\n- Disponibilité en soirée et le week-end", "evenings_weekends", "true"},
		{"Horaires décalés", "evenings_weekends", "true"},
		{"Vous organisez des soirées.", "evenings_weekends", "false"},
		{"No evenings or weekends.", "evenings_weekends", "false"},
		{"Postuler\nDossiers avant le samedi 27 février", "evenings_weekends", "false"},
		{"You will take part in an on-call rotation.", "on_call", "true"},
		{"You will watch our channels 24/7.", "on_call", "true"},
		{"Astreintes une semaine sur quatre", "on_call", "true"},
		{"Vous travaillez sur appel.", "on_call", "true"},
		{"You will call donors.", "on_call", "false"},
		{"Benefits\nHealth benefits after 90 days", "benefits_wait_days", "90"},
		{"Benefits\nPTO begins following a 60-day introductory period", "benefits_wait_days", "60"},
		{"Benefits\n401(k) with match after 6 months", "benefits_wait_days", "180"},
		{"Benefits\nHealth coverage after three months. RRSP matching after one year.", "benefits_wait_days", "365"},
		{"Benefits\nInsurance begins the first of the month following 60 days of employment", "benefits_wait_days", "60"},
		{"Avantages\nAssurances collectives après 3 mois", "benefits_wait_days", "90"},
		{"Benefits\nA review after 90 days", "benefits_wait_days", "null"},
		{"Social media lead", "title_is_manager", "true"},
		{"Community manager (H/F)", "title_is_manager", "true"},
		{"Responsable des médias sociaux", "title_is_manager", "true"},
		{"Gestionnaire de communauté", "title_is_manager", "true"},
		{"Head of Content", "title_is_manager", "true"},
		{"Social media editor\n\nReports to the director", "title_is_manager", "false"},
		{"Chargée de communication", "title_is_manager", "false"},
		{"Editor\nJob type: Full Time", "contract", `["full-time"]`},
		{"Chargé de com – CDI, temps partiel", "contract", `["part-time","permanent"]`},
		{"CDD de 6 mois ou freelance", "contract", `["temporary","freelance"]`},
		{"Stage de 6 mois", "contract", `["internship"]`},
		{"Stage de 6 mois. Pas d'alternance ni de CDD.", "contract", `["internship"]`},
		{"Alternance de 12 mois", "contract", `["internship"]`},
		{"Contrat d'apprentissage", "contract", `["internship"]`},
		{"A paid apprenticeship", "contract", `["internship"]`},
		{"This is a volunteer role.", "contract", `["volunteer"]`},
		{"Bénévole communication", "contract", `["volunteer"]`},
		{"L'ONG recrute un prestataire de services.", "contract", `["freelance"]`},
		{"Contrat de 8 mois", "contract", `["temporary"]`},
		{"This is a two-year term position.", "contract", `["temporary"]`},
		{"Benefits\n- Congé de maternité de 16 semaines", "contract", `[]`},
		{"Permanent: no", "contract", `[]`},
		{"Requirements\n- Two years of work\n\nThis is a full-time position.", "contract", `["full-time"]`},
		{"Requirements\n- Experience leading part-time staff", "contract", `[]`},
		{"Nous fédérons des indépendants et des salariés.", "contract", `[]`},
		{"Sunday Papers Ltd", "evenings_weekends", "false"},
		{"Work on Saturdays and Sundays", "evenings_weekends", "true"},
		{"Mission bénévole", "contract", `["volunteer"]`},
		{"Service civique, 8 mois", "contract", `["civic-service"]`},
		{"Benefits: permanently remote", "contract", `[]`},
		{"You will be our first marketing hire.", "team", `"alone"`},
		{"You will be a team of one.", "team", `"alone"`},
		{"You will work with the communications team.", "team", `"team"`},
		{"Au sein d'une équipe de quatre agents, vous rédigez.", "team", `"team"`},
		{"You will write.", "team", "null"},
		{"Duties\n- Post on Facebook, IG, X and TikTok", "platforms", `["facebook","instagram","tiktok","twitter"]`},
		{"Duties\n- Moderate our subreddit and our Slack community", "platforms", `["reddit","slack"]`},
		{"Missions\n- Gérer X, Instagram et Threads", "platforms", `["instagram","threads","twitter"]`},
		{"Follow us on Facebook!\n\nHow to apply\nSend us your LinkedIn.", "platforms", `[]`},
		{"Duties\n- Write Twitter threads", "platforms", `["twitter"]`},
		{"About us\nOur TikTok has two million fans.", "platforms", `[]`},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			text := tt.text
			if tt.fact != "title_is_manager" {
				text = "Editor\n\n" + text
			}
			got := got(t, text, tt.fact)
			if tt.fact == "platforms" {
				var list []string
				json.Unmarshal([]byte(got), &list)
				slices.Sort(list)
				data, _ := json.Marshal(list)
				got = string(data)
			}
			if got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

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
