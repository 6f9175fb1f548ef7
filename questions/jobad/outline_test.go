package jobad

import (
	"os"
	"slices"
	"strings"
	"testing"
)

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
