package jobad

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// keysOf returns the keys of findings, in order.
func keysOf(list []Finding) []string {
	keys := []string{}
	for _, f := range list {
		keys = append(keys, f.Key)
	}
	return keys
}

// Every sentence of the same words, told of the person, of somebody else, or
// as a wish: only the first counts.
func TestWhoseWork(t *testing.T) {
	tests := []struct {
		rule, text, key string
		want            bool
	}{
		// Duties count: under a heading, in a lead-in's list, in prose.
		{"duties heading", "Editor\n\nResponsibilities\n- Film interviews", "video", true},
		{"duties heading in capitals", "EDITOR\n\nKEY RESPONSIBILITIES\nFilm interviews with members\nKeep notes", "video", true},
		{"inline heading", "Community manager\n\nMissions : animer nos réseaux sociaux et filmer nos coulisses.", "video", true},
		{"lead-in", "Editor\n\nIn this job you will:\n- film interviews", "video", true},
		{"plain lines after a lead-in", "Agent de communication\n\nLa personne titulaire :\nTourne des vidéos\nTient le site", "video", true},
		{"prose about the role", "Editor\n\nThis role films interviews.\nThe Editor will also edit videos.", "video", true},
		{"prose with you", "You will shoot and edit videos.", "video", true},
		{"prose with vous", "Vous tournez des vidéos.", "video", true},
		{"prose with tu", "Tu tourneras des vidéos.", "video", true},
		{"prose with a title", "Le chargé de communication tourne des vidéos.", "video", true},
		{"somebody is wanted for it", "We are looking for an editor to film interviews and edit videos.", "video", true},
		{"somebody is wanted for it, French", "Nous recherchons une personne pour tourner des vidéos.", "video", true},
		{"imperative", "Tournez et montez des vidéos pour nos pages.", "video", true},
		{"a sentence goes on", "You will run our pages. This includes editing videos.", "video", true},
		{"a bold heading of a network", "Editor\n\n𝗥𝗲𝘀𝗽𝗼𝗻𝘀𝗶𝗯𝗶𝗹𝗶𝘁𝗶𝗲𝘀\n• Film interviews", "video", true},
		{"emoji bullets", "Éditrice\n\n🎯 Tes missions\n👉 filmer les coulisses\n👉 monter des vidéos", "video", true},
		{"bullets in one line", "Editor\n\nDuties • Film interviews • Edit videos • Keep the archive", "video", true},

		// R1: skills count when they are hands-on, generic ones do not.
		{"R1 hands-on skill", "Editor\n\nRequirements\n- Experience shooting and editing videos", "video", true},
		{"R1 required tool", "Chargée de com\n\nProfil\n- Maîtrise de Photoshop et InDesign", "graphic_design", true},
		{"R1 generic skill", "Editor\n\nRequirements\n- Excellent writing and communication skills", "copywriting", false},
		{"R1 generic skill, French", "Chargée de com\n\nProfil\n- Excellentes qualités rédactionnelles", "copywriting", false},
		{"R1 knowledge", "Social media editor\n\nRequirements\n- Knowledge of SEO and video editing", "video", false},
		{"R1 familiarity", "Social media editor\n\nWhat you bring\n- Familiarity with email marketing", "email", false},
		{"R1 knowledge, French", "Community manager\n\nProfil\n- Notions de montage vidéo", "video", false},
		{"R1 interest", "You have a passion for photography and video.", "video", false},
		{"R1 people as a skill", "Editor\n\nQualifications\n- Experience supervising staff", "people_management", false},

		// R2: nice to have counts among the duties only.
		{"R2 a plus", "Editor\n\nRequirements\n- Experience editing videos is a plus", "video", false},
		{"R2 a plus, French", "Community manager\n\nProfil\n- La maîtrise de Photoshop est un plus", "graphic_design", false},
		{"R2 its own section", "Editor\n\nRequirements\n- Two eyes\n\nNice to have\n- Experience editing videos", "video", false},
		{"R2 preferred beside required", "Editor\n\nRequirements\n- Two eyes\n\nPreferred qualifications\n- Experience editing videos", "video", false},
		{"R2 desired is all there is", "Editor\n\nDesired skills\n- Experience editing videos", "video", true},
		{"R2 a bonus duty", "Editor\n\nResponsibilities\n- Bonus: edit videos", "video", true},
		{"R2 a bonus duty, French", "Créateur de contenu\n\nMissions\n- (en bonus) Monter des vidéos", "video", true},

		// R3: helping counts, another team's work does not.
		{"R3 assisting", "Editor\n\nDuties\n- Assist with video editing", "video", true},
		{"R3 with another team", "Social media editor\n\nDuties\n- Work closely with our graphic designers", "graphic_design", false},
		{"R3 with another team, French", "Community manager\n\nMissions\n- Travailler en lien avec l'équipe graphique et les graphistes", "graphic_design", false},
		{"R3 briefs", "Social media editor\n\nDuties\n- Write briefs for our design team", "graphic_design", false},
		{"R3 coordinating the activity", "Social media editor\n\nDuties\n- Coordinate email campaigns", "email", true},
		{"R3 graphics for others", "Graphic designer\n\nDuties\n- Create graphics for reports and newsletters", "email", false},

		{"R3 under somebody", "Social media editor\n\nDuties\n- Under the direction of the Head of Video, keep our calendar", "video", false},
		{"R3 under somebody, French", "Chargé de communication\n\nMissions\n- Sous la responsabilité de la chargée de partenariats : tenir le planning éditorial", "influencers", false},
		{"R3 what a team does", "Social media editor\n\nDuties\n- Join a team that organises forty events", "events", false},
		{"R3 what a team does, and you", "Social media editor\n\nDuties\n- Join a team that loves books, where you will organise events", "events", true},
		{"R3 what a service does, French", "Chargé de communication\n\nMissions\n- Intégrer un service de six agents en charge du site internet", "web_seo", false},
		{"R3 what agencies make", "Social media editor\n\nDuties\n- Write briefs for external agencies for videos and leaflets", "video", false},
		{"R3 a list of platforms", "Social media editor\n\nDuties\n- Film interviews for Instagram, TikTok and YouTube", "scheduling", false},
		{"R3 accounts on platforms", "Social media editor\n\nDuties\n- Run our accounts on Instagram and TikTok", "scheduling", true},
		{"R3 one hint", "Social media editor\n\nDuties\n- Talk to people about our website", "web_seo", false},
		{"R3 a skill among the duties", "Social media editor\n\nDuties\n- Experience organising events is a plus", "events", false},
		{"R3 elle is the employer", "Chargé de communication\n\nMissions\nL'université accueille 900 étudiants et emploie 40 personnes. Elle organise des colloques.\n- Tenir le planning éditorial", "events", false},

		// R4: the employer, benefits, applying, trend watching.
		{"R4 company section", "Editor\n\nAbout us\nWe film interviews and edit videos.", "video", false},
		{"R4 company prose", "Our studio films interviews. Acme is a small agency that edits videos.", "video", false},
		{"R4 company prose, French", "Notre agence tourne des vidéos. Fondée en 1999, elle compte dix personnes.", "video", false},
		{"R4 benefits", "Editor\n\nBenefits\n- A yearly video and photography workshop", "video", false},
		{"R4 paid vacation", "Editor\n\nYou will enjoy paid vacation and paid holidays.", "paid_ads", false},
		{"R4 applying", "Social media editor\n\nHow to apply\nSend us a video and the best posts you wrote.", "video", false},
		{"R4 trends", "Social media editor\n\nDuties\n- Stay up to date with video and email marketing trends", "video", false},
		{"R4 trends and more", "Social media editor\n\nDuties\n- Keep up with trends and propose new campaign ideas", "strategy", true},
		{"R4 veille", "Community manager\n\nMissions\n- Assurer une veille sur les réseaux sociaux", "scheduling", false},
		{"R4 after applying", "Community manager\n\nPostuler\nÉcrivez-nous.\n\nNotre communauté\nChaque membre peut nous rejoindre et organiser une conférence.", "events", false},

		// Negation.
		{"negation", "You will not film interviews; our crew does.", "video", false},
		{"negation, French", "Vous n'aurez pas à tourner des vidéos.", "video", false},
		{"negation, without", "You will write posts without editing videos.", "video", false},
		{"no negation", "You will not only edit videos.", "video", true},
		{"handled by others", "Video editing is handled by an agency.", "video", false},

		// R5: the same words in another trade.
		{"R5 sales reports", "Sales manager\n\nDuties\n- Prepare sales reports", "analytics", false},
		{"R5 service strategy", "Nurse\n\nDuties\n- Develop strategies for wound care", "strategy", false},
		{"R5 performance of a service", "Backend engineer\n\nDuties\n- Monitor performance and define metrics", "analytics", false},
		{"R5 accounts", "Accountant\n\nDuties\n- Manage accounts payable and the office calendar", "scheduling", false},
		{"R5 domain-free", "Warehouse lead\n\nDuties\n- Supervise two interns", "people_management", true},

		// Words that look alike.
		{"WordPress is no press", "Social media editor\n\nDuties\n- Update our WordPress site", "pr_crisis", false},
		{"pressure is no press", "Social media editor\n\nDuties\n- Work under pressure", "pr_crisis", false},
		{"deliver is not live", "Social media editor\n\nDuties\n- Deliver posts on time", "live_coverage", false},
		{"réel is no reel", "Community manager\n\nMissions\n- Produire des effets réels", "video", false},
		{"poste is no post", "Agent\n\nMissions\n- Créer un poste de travail ergonomique", "copywriting", false},
		{"video calls", "Editor\n\nDuties\n- Organise video calls", "video", false},
		{"comptes rendus", "Agent de communication\n\nMissions\n- Rédiger des comptes rendus", "scheduling", false},
	}
	r := reader(t)
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			keys := keysOf(r.Read(tt.text).Responsibilities)
			if got := slices.Contains(keys, tt.key); got != tt.want {
				t.Errorf("%q: %s found is %v, want %v (all: %v)", tt.text, tt.key, got, tt.want, keys)
			}
		})
	}
}

// The same four duties and three wishes, laid out as boards, mail programs and
// word processors lay them out.
func TestLayouts(t *testing.T) {
	duties := []string{"Film interviews", "Design flyers", "Answer comments and DMs", "Send the newsletter"}
	wishes := []string{"Knowledge of SEO", "Experience supervising staff", "Photography skills are a plus"}
	missions := []string{"Filmer des interviews", "Créer des flyers", "Répondre aux commentaires", "Envoyer la newsletter"}
	profil := []string{"Connaissance du SEO", "Expérience en encadrement", "La photo serait un plus"}
	list := func(items []string, bullet string) string { return bullet + strings.Join(items, "\n"+bullet) }
	tests := map[string]string{
		"markdown":              "# Editor\n\n### What you'll do\n" + list(duties, "* ") + "\n\n### What you bring\n" + list(wishes, "* "),
		"bold headings":         "**Editor**\n\n**Your mission**\n\n" + list(duties, "- ") + "\n\n**Your profile**\n\n" + list(wishes, "- "),
		"underlined headings":   "Editor\n======\n\nTasks:\n------\n\n" + list(duties, "* ") + "\n\nProfile:\n--------\n\n" + list(wishes, "* "),
		"numbered headings":     "1. Position: Editor\n2. Responsibilities\n" + list(duties, "2.1 ") + "\n3. Requirements\n" + list(wishes, "3.1 "),
		"semicolons":            "Editor\nResponsibilities include: " + strings.Join(duties, "; ") + ".\nRequirements include: " + strings.Join(wishes, "; ") + ".",
		"one line":              "Editor Responsibilities: " + strings.Join(duties, ". ") + ". Requirements: " + strings.Join(wishes, ". ") + ".",
		"a long lead-in":        "Editor\n\nThe duties of this position include, but are not limited to, the following:\n" + list(duties, "• ") + "\n\nCandidates must have:\n" + list(wishes, "• "),
		"headings in the list":  "Editor\n\nKey Responsibilities\n\nInterviews (40%)\n- " + duties[0] + "\nPrint (20%)\n" + list(duties[1:], "- ") + "\n\nMinimum Qualifications\n" + list(wishes, "- "),
		"no bullets":            "Editor\n\nWhat you will do\n\n" + list(duties, "") + "\n\nWho you are\n\n" + list(wishes, ""),
		"empty lines":           "Editor\n\nRESPONSIBILITIES:\n\n" + strings.Join(duties, "\n\n") + "\n\nQUALIFICATIONS:\n\n" + strings.Join(wishes, "\n\n"),
		"two levels":            "Editor\n\nResponsibilities\n• All this:\n" + list(duties, "o ") + "\n\nRequirements\n" + list(wishes, "• "),
		"tabs":                  "Editor\r\n\r\nDuties\r\n" + list(duties, "\t•\t") + "\r\n\r\nSkills\r\n" + list(wishes, "\t•\t"),
		"HTML lists":            "<h1>Editor</h1><p><b>Responsibilities</b></p><ul><li>" + strings.Join(duties, "</li><li>") + "</li></ul><p><b>Requirements</b></p><ul><li>" + strings.Join(wishes, "</li><li>") + "</li></ul>",
		"HTML line ends":        "<div><strong>Responsibilities</strong><br>- " + strings.Join(duties, "<br>- ") + "<br><br><strong>Requirements</strong><br>- " + strings.Join(wishes, "<br>- ") + "</div>",
		"prose":                 "Editor\n\nThe Editor will film interviews, design flyers, answer comments and DMs, and send the newsletter. Knowledge of SEO is expected. Photography skills are a plus.",
		"ragged lines":          "Head of social\n\nIn your first six months you will\nfilm interviews with people who have used it for years, in their own words\ndesign flyers and posters for the fairs we go to\nanswer comments and DMs from dentists who never heard of us before and wonder\nsend the newsletter to the whole list every second Tuesday of the month\n\nYou have knowledge of SEO.",
		"a week":                "Social media editor\n\nHere's what your week could look like: Monday you film interviews. Tuesday you design flyers. In between you answer comments and DMs. Friday you send the newsletter.",
		"a heading misread":     "Social media editor\n\nEducation, experience and so on\n" + list(duties, "- ") + "\n\nSkills\n" + list(wishes, "- "),
		"titulaire":             "Conseiller aux médias sociaux\n\nSous l'autorité de la directrice, la personne titulaire de l'emploi :\n" + list(missions, "• ") + "\n\nExigences :\n" + list(profil, "• "),
		"you, every time":       "We're looking for a social media editor.\n\nYou will film interviews.\nYou will design flyers.\nYou will answer comments and DMs.\nYou will send the newsletter.\n\nYou have knowledge of SEO.",
		"wrapped by mail":       "Social Media Editor\n\nThe role\n\nAs our Social Media Editor you will have a busy week: you\nwill film interviews with our members in five cities, you\nwill design flyers and posters for our many events, answer\ncomments and DMs every day of the week, and you will send\nthe newsletter that our members like so much to read. It\nis a job for a person who likes people and words alike.\n",
		"missions, accepted":    "Chargé·e de com\n\nVos missions, si vous les acceptez :\n" + list(missions, "- ") + "\n\nVos super-pouvoirs :\n" + list(profil, "- "),
		"capitals":              "CHARGE DE COMMUNICATION\n\nMISSIONS PRINCIPALES\n" + list(missions, "") + "\n\nPROFIL ET COMPETENCES\n" + list(profil, ""),
		"labels in a paragraph": "Poste : chargé de com. Missions : filmer des interviews, créer des flyers, répondre aux commentaires et envoyer la newsletter. Profil : connaissance du SEO. La photo serait un plus.",
		"emoji":                 "On recrute un·e CM !\n\nEn gros, tu vas :\n" + list(missions, "✅ ") + "\n\nEt toi, t'es qui ?\n" + list(profil, "✅ "),
		"vous, every time":      "Chargé de communication\n\nRattaché à la direction, vous filmez des interviews et créez des flyers. Vous répondez aux commentaires. Vous envoyez la newsletter.\n\nVous avez une bonne connaissance du SEO. La pratique de la photo serait un plus.",
		"il s'agira":            "Chargé de communication\n\nIl s'agira de :\n" + list(missions, "") + "\n\nIl faut :\nConnaissance du SEO",
	}
	want := []string{"graphic_design", "video", "community", "email"}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			if got := keysOf(reader(t).Read(text).Responsibilities); !slices.Equal(got, want) {
				t.Errorf("got %v, want %v\n%s", got, want, text)
			}
		})
	}
}

// Sentences as ads write them, with what each asks: a list of vocabulary. They
// were written before the lexicon was tried on them; some stay open.
func TestVocabulary(t *testing.T) {
	r := reader(t)
	for language, head := range map[string]string{
		"en": "Social media editor\n\nResponsibilities\n\n- ",
		"fr": "Chargé de communication\n\nVos missions\n\n- ",
	} {
		data, err := os.ReadFile("testdata/duties." + language + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		lines, right := 0, 0
		for line := range strings.Lines(string(data)) {
			keys, text, ok := strings.Cut(strings.TrimSpace(line), "\t")
			if !ok {
				t.Fatalf("no tab in %q", line)
			}
			want := []string{}
			if keys != "-" {
				want = strings.Split(keys, ",")
			}
			got := keysOf(r.Read(head + text).Responsibilities)
			slices.Sort(want)
			slices.Sort(got)
			lines++
			if slices.Equal(got, want) {
				right++
			} else {
				t.Logf("%s: got %v, want %v", text, got, want)
			}
		}
		if share := float64(right) / float64(lines); share < 0.93 {
			t.Errorf("%s: %.3f of %d sentences are read as wanted, want 0.93", language, share, lines)
		}
	}
}

// More sentences, of this and of other trades, with those of ads that ask for
// nothing: skills, terms, what an employer or a team does. How well each
// language is read is their F1.
func TestSentences(t *testing.T) {
	r := reader(t)
	for language, head := range map[string]string{
		"en": "Social media editor\n\nResponsibilities\n\n- ",
		"fr": "Chargé de communication\n\nVos missions\n\n- ",
	} {
		data, err := os.ReadFile("testdata/sentences." + language + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		var sum count
		for line := range strings.Lines(string(data)) {
			keys, text, ok := strings.Cut(strings.TrimSpace(line), "\t")
			if !ok {
				t.Fatalf("no tab in %q", line)
			}
			want, got := strings.Split(keys, ","), keysOf(r.Read(head+text).Responsibilities)
			for _, key := range Keys() {
				found, gold := slices.Contains(got, key), slices.Contains(want, key)
				sum.add(found, gold)
				if found != gold {
					t.Logf("%s: %s found is %v", text, key, found)
				}
			}
		}
		if f1 := sum.values()[2]; f1 < 0.88 {
			t.Errorf("%s: F1 is %.3f (%+v), want 0.88", language, f1, sum)
		}
	}
}

// Ads as boards print them, long on the employer, the team, benefits and how to
// apply: most of what they say is asked of nobody.
func TestNoise(t *testing.T) {
	data, err := os.ReadFile("testdata/noise.txt")
	if err != nil {
		t.Fatal(err)
	}
	var sum count
	for _, block := range strings.Split(string(data), "=== ")[1:] {
		head, text, _ := strings.Cut(block, "\n")
		name, keys, ok := strings.Cut(head, ":")
		if !ok {
			t.Fatalf("the head %q is not name and keys", head)
		}
		want := strings.FieldsFunc(keys, func(r rune) bool { return r == ',' || r == ' ' })
		ad := reader(t).Read(text)
		evidenceHolds(t, text, ad)
		got := keysOf(ad.Responsibilities)
		for _, key := range Keys() {
			found, gold := slices.Contains(got, key), slices.Contains(want, key)
			sum.add(found, gold)
			if found != gold {
				t.Logf("%s: %s found is %v", name, key, found)
			}
		}
	}
	if f1 := sum.values()[2]; f1 < 0.92 {
		t.Errorf("F1 is %.3f (%+v), want 0.92", f1, sum)
	}
}

// Short ads in many styles and trades, with what each asks: as the vocabulary,
// written before the lexicon was tried on them.
func TestProse(t *testing.T) {
	data, err := os.ReadFile("testdata/prose.txt")
	if err != nil {
		t.Fatal(err)
	}
	var sum count
	for _, block := range strings.Split(string(data), "=== ")[1:] {
		head, text, _ := strings.Cut(block, "\n")
		name, keys, _ := strings.Cut(head, ":")
		want := strings.FieldsFunc(keys, func(r rune) bool { return r == ',' || r == ' ' })
		got := keysOf(reader(t).Read(text).Responsibilities)
		for _, key := range Keys() {
			found, gold := slices.Contains(got, key), slices.Contains(want, key)
			sum.add(found, gold)
			if found != gold {
				t.Logf("%s: %s found is %v", name, key, found)
			}
		}
	}
	if f1 := sum.values()[2]; f1 < 0.95 {
		t.Errorf("F1 is %.3f (%+v), want 0.95", f1, sum)
	}
}

// expected is what testdata says of an ad.
type expected struct {
	Language         string                     `json:"language"`
	Responsibilities []string                   `json:"responsibilities"`
	Facts            map[string]json.RawMessage `json:"facts"`
	RedFlags         []string                   `json:"red_flags"`
}

func TestOwnAds(t *testing.T) {
	files, err := filepath.Glob("testdata/ads/*.json")
	if err != nil || len(files) < 8 {
		t.Fatal("ads are missing", err)
	}
	for _, file := range files {
		base := strings.TrimSuffix(file, ".json")
		t.Run(filepath.Base(base), func(t *testing.T) {
			var want expected
			data, err := os.ReadFile(file)
			if err == nil {
				err = json.Unmarshal(data, &want)
			}
			if err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(base + ".txt")
			if err != nil {
				text, err = os.ReadFile(base + ".html")
			}
			if err != nil {
				t.Fatal(err)
			}
			ad := reader(t).Read(string(text))
			if ad.Language != want.Language {
				t.Errorf("language: got %q, want %q", ad.Language, want.Language)
			}
			if got := keysOf(ad.Responsibilities); !slices.Equal(got, want.Responsibilities) {
				t.Errorf("responsibilities: got %v, want %v", got, want.Responsibilities)
			}
			if got := keysOf(ad.RedFlags); !slices.Equal(got, want.RedFlags) {
				t.Errorf("red flags: got %v, want %v", got, want.RedFlags)
			}
			var facts map[string]json.RawMessage
			if data, err = json.Marshal(ad.Facts); err == nil {
				err = json.Unmarshal(data, &facts)
			}
			if err != nil {
				t.Fatal(err)
			}
			for name, w := range want.Facts {
				var a, b any
				json.Unmarshal(facts[name], &a)
				json.Unmarshal(w, &b)
				if !reflect.DeepEqual(a, b) {
					t.Errorf("%s: got %s, want %s", name, facts[name], w)
				}
			}
			evidenceHolds(t, string(text), ad)
		})
	}
}

// evidenceHolds checks that every piece of evidence is a piece of the text, in
// order, and that everything found has some.
func evidenceHolds(t testing.TB, text string, ad Ad) {
	t.Helper()
	check := func(name string, list []Evidence) {
		if len(list) == 0 {
			t.Errorf("%s has no evidence", name)
		}
		end := 0
		for _, e := range list {
			if e.Start < end || e.End <= e.Start || e.End > len(text) || text[e.Start:e.End] != e.Text {
				t.Errorf("%s: evidence %+v does not fit", name, e)
				return
			}
			end = e.End
		}
	}
	for _, f := range slices.Concat(ad.Responsibilities, ad.RedFlags) {
		check(f.Key, f.Evidence)
	}
	for name, e := range ad.Facts.Evidence {
		check(name, e)
	}
	f := ad.Facts
	for name, stated := range map[string]bool{
		"platforms": len(f.Platforms) > 0, "years_experience_min": f.YearsExperience != nil, "title_is_manager": f.TitleIsManager,
		"pay": f.Pay != nil, "hours_per_week": f.HoursPerWeek != nil, "days_per_week": f.DaysPerWeek != nil,
		"evenings_weekends": f.EveningsWeekend, "on_call": f.OnCall, "benefits_wait_days": f.BenefitsWait != nil,
		"contract": len(f.Contract) > 0, "team": f.Team != nil,
	} {
		if stated && len(f.Evidence[name]) == 0 {
			t.Errorf("%s is stated without evidence", name)
		}
	}
}

func TestJSON(t *testing.T) {
	data, err := json.Marshal(reader(t).Read("hello"))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"language":"","responsibilities":[],"facts":{"platforms":[],"years_experience_min":null,"title_is_manager":false,` +
		`"pay":null,"hours_per_week":null,"days_per_week":null,"evenings_weekends":false,"on_call":false,"benefits_wait_days":null,` +
		`"contract":[],"team":null,"evidence":{}},"red_flags":[]}`
	if string(data) != want {
		t.Errorf("got  %s\nwant %s", data, want)
	}
	ad := reader(t).Read("Part-time editor\n\nDuties\n- Film interviews, 20-25 hours a week")
	data, _ = json.Marshal(ad)
	for _, part := range []string{`"hours_per_week":[20,25]`, `"evidence":[{"text":"Film interviews","start":27,"end":42}]`} {
		if !bytes.Contains(data, []byte(part)) {
			t.Errorf("%s is not in %s", part, data)
		}
	}
}

// Texts that are no ads: nothing may break, and time must grow with the text.
func TestAnyText(t *testing.T) {
	const size = 200_000
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	tests := []struct {
		name, text string
		nothing    bool // nothing must be found
	}{
		{"empty", "", true},
		{"white space", fill(" \n\t"), true},
		{"one letter", fill("a"), true},
		{"digits", fill("1234567890 "), true},
		{"nul bytes", fill("\x00\x01\xff\xfe"), true},
		{"emoji", fill("👩‍👩‍👧 🎯 "), true},
		{"Arabic", fill("مدير وسائل التواصل الاجتماعي "), true},
		{"Hebrew with numbers", fill("מנהל קהילה 35 שעות "), true},
		{"Chinese without spaces", fill("社交媒体经理"), true},
		{"poem", fill("The woods are quiet, the road is long, and nobody asks me to sing a song.\n"), true},
		{"open tags", fill("<p <li <b "), true},
		{"open scripts", fill("<script> "), true},
		{"script", "<script>" + fill("manage paid ads; ") + "</script>", true},
		{"ampersands", fill("&&&amp"), true},
		{"verbs", fill("manage create write run "), false},
		{"one long sentence", fill("create and share and publish content and posts that you will never not know "), false},
		{"bullets", fill("• post\n"), false},
		{"headings", fill("Duties:\n"), false},
		{"commas and digits", fill("1,000,000, "), true},
		{"ranges", fill("1-2-3-"), true},
		{"inclusive endings", fill("é·e·s "), true},
		{"brackets", fill("(e)"), true},
		{"hits everywhere", fill("You will write posts. "), false},
	}
	r := reader(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			// How long it may take is measured in BenchmarkReadLong.
			ad := r.Read(tt.text)
			evidenceHolds(t, tt.text, ad)
			if found := keysOf(ad.Responsibilities); tt.nothing && len(found) > 0 {
				t.Errorf("found %v", found)
			}
			for _, f := range ad.Responsibilities {
				if len(f.Evidence) > maxEvidence {
					t.Errorf("%d pieces of evidence for %s", len(f.Evidence), f.Key)
				}
			}
		})
	}
}

func TestReadIsDeterministic(t *testing.T) {
	text, err := os.ReadFile("testdata/ads/townhall-fr.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := reader(t)
	want, _ := json.Marshal(r.Read(string(text)))
	done := make(chan string)
	for range 8 {
		go func() {
			fresh, problems := Load(os.DirFS(lexicon))
			if len(problems) > 0 {
				done <- fmt.Sprint(problems)
				return
			}
			a, _ := json.Marshal(r.Read(string(text)))
			b, _ := json.Marshal(fresh.Read(string(text)))
			if !bytes.Equal(a, want) || !bytes.Equal(b, want) {
				done <- "another reading"
				return
			}
			done <- ""
		}()
	}
	for range 8 {
		if problem := <-done; problem != "" {
			t.Error(problem)
		}
	}
}

// A page pasted as HTML is read like its text.
func TestHTMLAndTextAgree(t *testing.T) {
	html, err := os.ReadFile("testdata/ads/university-en.html")
	if err != nil {
		t.Fatal(err)
	}
	ad := reader(t).Read(string(html))
	for _, f := range ad.Responsibilities {
		for _, e := range f.Evidence {
			if strings.Contains(e.Text, "<script") || strings.Contains(e.Text, "paid campaigns") {
				t.Errorf("%s found in a script: %q", f.Key, e.Text)
			}
		}
	}
	crlf := strings.ReplaceAll(string(html), "\n", "\r\n")
	if got, want := keysOf(reader(t).Read(crlf).Responsibilities), keysOf(ad.Responsibilities); !slices.Equal(got, want) {
		t.Errorf("with carriage returns: got %v, want %v", got, want)
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/ads/*.*")
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil {
			f.Add(string(data))
		}
	}
	for _, s := range []string{"", "<", "&#", "&#x110000;", "35 à 38 k€", "$1-2/h", "<script", "\xff", "1.", "a)", "•", "é·e", "“”", "Duties:", "l'", "Ã©", "â‚¬", "a-\nb", "&amp;eacute;", "\\u00e9", "₹4,50,000", "contenusMontage vidéo", "Rs. 20,000 -\n25,000 kr", "37 h 30 hebdo"} {
		f.Add(s)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		ad := r.Read(text)
		evidenceHolds(t, text, ad)
		if p := ad.Facts.Pay; p != nil && (p.Min > p.Max || p.Min <= 0 || p.Period == "") {
			t.Errorf("pay %+v", *p)
		}
		if _, err := json.Marshal(ad); err != nil {
			t.Error(err)
		}
	})
}
