package say

import (
	"slices"
	"strings"
	"testing"

	"bothends/app/i18n"
	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/checkup/checkuptest"
)

func letterWords(t testing.TB, c *checkup.Checkup, lang string, a questions.Answers) LetterWords {
	t.Helper()
	report, err := c.Score(a)
	if err != nil {
		t.Fatal(err)
	}
	return LetterWords{Voice: NewVoice(c, lang), Checkup: c, Report: &report, Answers: a}
}

func TestStatements(t *testing.T) {
	c := checkuptest.Open(t)
	for name, tt := range map[string]struct {
		answers questions.Answers
		id      string
		en, fr  string // "" where nothing is offered
	}{
		"hours with a fraction": {questions.Answers{"weekly_hours": 46.5}, "weekly_hours",
			"In a usual week I work 46.5 hours, everything counted.", "Dans une semaine ordinaire, je travaille 46,5\u00a0heures, tout compris."},
		"one and a half": {questions.Answers{"unpaid_hours": 1.5}, "unpaid_hours",
			"Each week I work 1.5 hours without pay and without time off in return.", "Chaque semaine, je travaille 1,5\u00a0heure sans rémunération ni récupération."},
		"no unpaid hours":  {questions.Answers{"unpaid_hours": 0.0}, "unpaid_hours", "", ""},
		"no rest at all":   {questions.Answers{"shortest_rest": 0.0}, "shortest_rest", "My shortest rest between two working days is 0 hours.", "Mon repos le plus court entre deux journées est de 0\u00a0heure."},
		"no leave":         {questions.Answers{"weeks_off": 0.0}, "weeks_off", "In the last 12 months I had no full week off work.", "Ces 12 derniers mois, je n’ai eu aucune semaine complète de coupure."},
		"one week":         {questions.Answers{"weeks_off": 1.0}, "weeks_off", "In the last 12 months I had 1 full week off work.", "Ces 12 derniers mois, j’ai eu 1\u00a0semaine complète de coupure."},
		"two roles":        {questions.Answers{"responsibilities": []string{"video", "strategy"}}, "responsibilities", "I cover 2 kinds of tasks in one job: social media and content strategy; video: filming and editing.", "J’assure 2\u00a0types de tâches dans un seul poste\u00a0: stratégie éditoriale et réseaux sociaux\u202f; vidéo\u00a0: tournage et montage."},
		"one role":         {questions.Answers{"responsibilities": []string{"video"}}, "responsibilities", "I cover one kind of task: video: filming and editing.", "J’assure un type de tâches\u00a0: vidéo\u00a0: tournage et montage."},
		"no role":          {questions.Answers{"responsibilities": []string{}}, "responsibilities", "", ""},
		"nobody stands in": {questions.Answers{"stand_ins": 0.0}, "stand_ins", "Nobody could stand in for me tomorrow.", "Personne ne pourrait me remplacer demain."},
		"two stand in":     {questions.Answers{"stand_ins": 2.0}, "stand_ins", "", ""},
		"overflow":         {questions.Answers{"workload_overflow": "often"}, "workload_overflow", "I often have more work than fits into my paid hours.", "J’ai souvent plus de travail que mes heures payées n’en permettent."},
		"no overflow":      {questions.Answers{"workload_overflow": "never"}, "workload_overflow", "", ""},
		"no protections": {questions.Answers{"protections": []string{}}, "protections",
			"None of this protects me today: clear rules on what to hide, delete or block; the right to step away from disturbing content; someone who takes over during a wave of attacks; counselling through work, free of charge.",
			"Aucune de ces protections n’existe pour moi aujourd’hui\u00a0: des règles claires sur ce qu’on masque, supprime ou bloque\u202f; le droit de passer la main face à un contenu choquant\u202f; quelqu’un qui prend le relais pendant une vague d’attaques\u202f; un soutien psychologique gratuit, lié au travail."},
		"no threats":                           {questions.Answers{"threats": "no"}, "threats", "", ""},
		"a limit":                              {questions.Answers{"longest_day": 14.0}, "limit.longest_day", "A working day of more than 12 hours.", "Une journée de travail de plus de 12\u00a0heures."},
		"skipped":                              {questions.Answers{}, "weekly_hours", "", ""},
		"cover has a word instead of a number": {questions.Answers{"cover_wait_days": "none"}, "cover_wait_days", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			for lang, want := range map[string]string{"en": tt.en, "fr": tt.fr} {
				got := ""
				for _, s := range letterWords(t, c, lang, tt.answers).Statements(ToManager) {
					if s.ID == tt.id {
						got = s.Text
					}
				}
				if got != want && want != "*" {
					t.Errorf("%s: got %q, want %q", lang, got, want)
				}
			}
		})
	}
}

// Pay stands in a note only where the two rates can be compared.
func TestStatementsOnPay(t *testing.T) {
	c := checkuptest.Open(t)
	answers := questions.Answers{
		"responsibilities": []string{"strategy", "video"}, "country": "US", "currency": "USD", "pay_amount": 58000.0, "pay_period": "year",
		"contract_hours": 40.0, "experience_years": 5.0, "unpaid_hours": 7.0, "weekly_hours": 47.0, "weeks_off": 2.0,
	}
	find := func(a questions.Answers, id string) string {
		for _, s := range letterWords(t, c, "en", a).Statements(ToManager) {
			if s.ID == id {
				return s.Text
			}
		}
		return ""
	}
	if got := find(answers, "pay"); !strings.HasPrefix(got, "On paper I am paid $27.88 gross an hour. Pay published for ") || strings.Count(got, "$") != 2 {
		t.Errorf("got %q", got)
	}
	if got := find(answers, "unpaid_year"); !strings.Contains(got, "(7 hours a week)") || !strings.Contains(got, "$") {
		t.Errorf("got %q", got)
	}
	answers["currency"] = "EUR"
	if got := find(answers, "pay"); got != "" {
		t.Errorf("pay in another currency is compared: %q", got)
	}
}

// What is ticked is in the note, in full; what is not ticked is not, and how
// the person is stays out unless it is chosen.
func TestANoteHoldsWhatIsTickedAndNothingElse(t *testing.T) {
	type reader struct {
		c    *checkup.Checkup
		name string
	}
	var readers []reader
	for _, name := range []string{"in-house-specialist", "freelancer", "city-hall", "start-up-lead", "retail-fixed-term", "sports-league"} {
		readers = append(readers, reader{checkuptest.Open(t), name})
	}
	for _, name := range []string{"night-live-desk", "day-desk-agency", "regional-desk-of-one"} {
		readers = append(readers, reader{checkuptest.OpenNewsroom(t), name})
	}
	for _, r := range readers {
		c, name := r.c, r.name
		answers := checkuptest.Persona(t, c, name)
		for _, lang := range i18n.Languages() {
			w := letterWords(t, c, lang, answers)
			all := w.Statements(ToManager)
			v := w.Voice
			for _, to := range []string{ToManager, ToHR} {
				empty := w.Note(to, nil)
				for _, group := range c.Letter.Groups {
					if strings.Contains(empty, w.Heading(group)) {
						t.Errorf("%s %s: nothing is ticked and the note has %q", name, lang, w.Heading(group))
					}
				}
				if strings.ContainsAny(empty, "0123456789–") {
					t.Errorf("%s %s: nothing is ticked and the note says %q", name, lang, empty)
				}
			}
			// Every other statement, then the rest, then all: each is there when
			// it is ticked and only then.
			for round := range 3 {
				ticked := map[string]bool{}
				for i, s := range all {
					if round == 2 || i%2 == round {
						ticked[s.ID] = true
					}
				}
				note := w.Note(ToHR, ticked)
				lines := strings.Split(note, "\n")
				for _, s := range all {
					if got := slices.Contains(lines, "– "+s.Text); got != ticked[s.ID] {
						t.Errorf("%s %s: %s ticked %v, in the note %v", name, lang, s.ID, ticked[s.ID], got)
					}
				}
				if got := strings.Count(note, "– "); got < len(ticked) {
					t.Errorf("%s %s: %d lines for %d ticks", name, lang, got, len(ticked))
				}
			}
			job := map[string]bool{}
			for _, s := range all {
				job[s.ID] = !s.Group.Apart
			}
			note := strings.ToLower(w.Note(ToManager, job))
			for _, item := range c.Model.Scoring.Signs.Items {
				if short := v.Pack.Get(item.Question + ".short"); strings.Contains(note, strings.ToLower(short)) {
					t.Errorf("%s %s: a note about the job says %q", name, lang, short)
				}
			}
			for _, word := range []string{"worn", "exhaust", "burn", "sign ", "signs", "health service", "physician", "usure", "épuis", "signes", "médecin", "fatigu"} {
				if strings.Contains(note, word) {
					t.Errorf("%s %s: a note about the job says %q:\n%s", name, lang, word, note)
				}
			}
			if strings.ContainsAny(note, "{}[]⟨⟩") {
				t.Errorf("%s %s: words are missing in %s", name, lang, note)
			}
		}
	}
}

func TestStatementIDsAreUnique(t *testing.T) {
	c := checkuptest.Open(t)
	seen := map[string]bool{}
	for _, s := range letterWords(t, c, "en", checkuptest.Persona(t, c, "sports-league")).Statements(ToManager) {
		if seen[s.ID] {
			t.Errorf("%s is offered twice", s.ID)
		}
		seen[s.ID] = true
	}
}

// The note of the newsroom is as full as that of the first questionnaire.
func TestEveryQuestionnaireHasANoteOfItsOwn(t *testing.T) {
	c := checkuptest.OpenNewsroom(t)
	answers := checkuptest.Persona(t, c, "night-live-desk")
	for lang, want := range map[string][]string{
		"en": {
			"My longest shift in a usual month lasts 12.5 hours.",
			"I work 4 evening or night shifts a week.",
			"6 tasks on the desk fall to me: publishing stories on social networks; live blogs and live coverage; vertical video and clips; " +
				"moderating comments; checking footage and claims; push alerts.",
			"Compared with similar desks, my pay seems a bit too low to me.",
		},
		"fr": {
			"Dans un mois ordinaire, ma vacation la plus longue dure 12,5\u00a0heures.",
			"Je fais 4\u00a0vacations de soirée ou de nuit par semaine.",
			"Une seule personne pourrait reprendre ma vacation demain.",
		},
	} {
		var got []string
		for _, s := range letterWords(t, c, lang, answers).Statements(ToManager) {
			got = append(got, s.Text)
		}
		for _, text := range want {
			if !slices.Contains(got, text) {
				t.Errorf("%s: no statement says %q", lang, text)
			}
		}
		ours := letterWords(t, checkuptest.Open(t), lang, checkuptest.Persona(t, checkuptest.Open(t), "sports-league")).Statements(ToManager)
		if len(got) < len(ours)-6 {
			t.Errorf("%s: %d statements, while our own questionnaire has %d", lang, len(got), len(ours))
		}
	}
}
