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

// What is called neither full-time nor part-time is part-time at a few hours or
// one day a week.
func TestFewHoursArePartTime(t *testing.T) {
	r := reader(t)
	for text, want := range map[string]bool{
		"Social media editor\n\n8 to 10 hours a week, paid by the hour.":             true,
		"Chargée de communication\n\nIndépendante, un jour par semaine.":             true,
		"Social media editor\n\n38 hours a week.":                                    false,
		"Chargée de communication\n\nIndépendante, 4 jours par semaine.":             false,
		"Social media editor\n\nFull-time in summer, 20 hours a week in the winter.": false,
	} {
		if got := slices.Contains(r.Read(text).Facts.Contract, "part-time"); got != want {
			t.Errorf("%q: part-time is %v, want %v", text, got, want)
		}
	}
}
