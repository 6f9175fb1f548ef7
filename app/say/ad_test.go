package say

import (
	"strings"
	"testing"

	"bothends/questions/checkup/checkuptest"
	"bothends/questions/jobad"
)

// Every flag and fact that can be read has its words.
func TestEveryFindingHasWords(t *testing.T) {
	c := checkuptest.Open(t)
	contracts := []string{"full-time", "part-time", "permanent", "temporary", "freelance", "internship", "volunteer", "civic-service"}
	for _, lang := range []string{"en", "fr"} {
		v := NewVoice(c, lang)
		for _, key := range jobad.Keys() {
			if !v.Pack.Has("responsibilities.option." + key) {
				t.Errorf("%s: no words for %s", lang, key)
			}
		}
		for _, key := range jobad.FlagKeys() {
			if !v.Has("ad.flag."+key) || !v.Has("ad.flag."+key+".name") || !v.Has("ad.writer.flag."+key) {
				t.Errorf("%s: no words for the flag %s", lang, key)
			}
		}
		for _, period := range []string{"hour", "day", "week", "fortnight", "month", "year"} {
			years, wait := 3, 90
			for _, team := range []string{"team", "alone"} {
				w := AdWords{Voice: v, Checkup: c, Ad: jobad.Ad{Facts: jobad.Facts{
					Platforms: []string{"tiktok", "instagram"}, YearsExperience: &years, Contract: contracts, Team: &team,
					Pay:          &jobad.Pay{Min: 19.5, Max: 21, Currency: "USD", Period: period},
					HoursPerWeek: &jobad.Range{35, 40}, DaysPerWeek: &jobad.Range{4, 4},
					EveningsWeekend: true, OnCall: true, BenefitsWait: &wait,
				}}}
				found := w.Found()
				if len(found) != 10 {
					t.Errorf("%s: %d terms are said, want 10", lang, len(found))
				}
				for _, f := range found {
					if strings.ContainsAny(f.Name+f.Text, "[]{}") {
						t.Errorf("%s: %s says %q", lang, f.ID(), f.Name+f.Text)
					}
				}
			}
		}
	}
}

func TestTermsAreWrittenTheWayOfTheLanguage(t *testing.T) {
	c := checkuptest.Open(t)
	facts := jobad.Facts{
		Pay:          &jobad.Pay{Min: 35000, Max: 38000, Currency: "EUR", Period: "year"},
		HoursPerWeek: &jobad.Range{37.5, 37.5},
	}
	for lang, want := range map[string]string{
		"en": "€35,000 to €38,000 a year|37.5 hours a week",
		"de": "35.000\u00a0€ bis 38.000\u00a0€ im Jahr|37,5\u00a0Wochenstunden",
		"fr": "35\u202f000\u00a0€ à 38\u202f000\u00a0€ par an|37,5\u00a0heures par semaine",
	} {
		var got []string
		for _, f := range (AdWords{Voice: NewVoice(c, lang), Checkup: c, Ad: jobad.Ad{Facts: facts}}).Found() {
			got = append(got, f.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

func TestAFlagQuotesTheSentenceItStandsIn(t *testing.T) {
	const long = "One two three four five six seven eight nine ten eleven and benefits after 90 days, one two three four five six seven eight nine ten"
	for _, test := range []struct{ name, ad, words, want string }{
		{"a sentence of several", "We pay well. Benefits start after 90 days. Apply!", "after 90 days", "Benefits start after 90 days."},
		{"a bullet", "You get:\n• mutuelle après 90 jours\n• un café", "après 90 jours", "mutuelle après 90 jours"},
		{"bullets in one line", "Offert · mutuelle après 90 jours · café", "après 90 jours", "mutuelle après 90 jours"},
		{"pasted markup", "<li>Benefits after <b>90 days</b></li><li>Coffee</li>", "90 days", "90 days"},
		{"the whole text", "soirs", "soirs", "soirs"},
		{"a comma that belongs to nobody", "- en soirée, le week-end", "soirée", "en soirée, le week-end"},
		{"a line as long as an ad", strings.Repeat(long+", ", 1000) + "and benefits after 60 days, " + strings.Repeat(long+", ", 1000), "after 60 days",
			"… four five six seven eight nine ten, and benefits after 60 days, One two three four five six seven eight …"},
		{"a long sentence", long, "after 90 days", "… five six seven eight nine ten eleven and benefits after 90 days, one two three four five six seven eight …"},
	} {
		t.Run(test.name, func(t *testing.T) {
			at := strings.Index(test.ad, test.words)
			got := sentenceAround(test.ad, jobad.Evidence{Text: test.words, Start: at, End: at + len(test.words)})
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
