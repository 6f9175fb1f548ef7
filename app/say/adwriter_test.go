package say

import (
	"slices"
	"strings"
	"testing"

	"bothends/questions/checkup/checkuptest"
	"bothends/questions/jobad"
)

func TestWhatTheWriterIsToldToAdd(t *testing.T) {
	c := checkuptest.Open(t)
	years := 2
	team := "team"
	pay := func(low, high float64) *jobad.Pay {
		return &jobad.Pay{Min: low, Max: high, Currency: "USD", Period: "year"}
	}
	whole := jobad.Facts{Pay: pay(40000, 45000), HoursPerWeek: &jobad.Range{35, 35}, EveningsWeekend: true, Team: &team, YearsExperience: &years}
	with := func(change func(*jobad.Facts)) jobad.Facts {
		f := whole
		change(&f)
		return f
	}
	for _, lang := range []string{"en", "fr"} {
		v := NewVoice(c, lang)
		for _, test := range []struct {
			name, writer, reader string
			facts                jobad.Facts
		}{
			{"all there", "", "", whole},
			{"nothing there", "pay hours evenings team experience", "pay hours evenings team", jobad.Facts{}},
			{"one amount", "range", "", with(func(f *jobad.Facts) { f.Pay = pay(40000, 40000) })},
			{"whose dollar", "dollar", "dollar", with(func(f *jobad.Facts) { f.DollarOpen = true })},
			{"a title alone", "title", "", with(func(f *jobad.Facts) { f.YearsExperience, f.TitleIsManager = nil, true })},
		} {
			for _, writer := range []bool{true, false} {
				w := AdWords{Voice: v, Checkup: c, Ad: jobad.Ad{Facts: test.facts}, Writer: writer}
				prefix, keys := "ad.ask.", test.reader
				if writer {
					prefix, keys = "ad.writer.ask.", test.writer
				}
				var want []string
				for _, key := range strings.Fields(keys) {
					want = append(want, v.T(prefix+key, "money", "USD"))
				}
				if got := w.Asks(); !slices.Equal(got, want) {
					t.Errorf("%s: %s: got %q, want %q", lang, test.name, got, want)
				}
			}
		}
	}
}

// The same is found, and only what is said of it turns round.
func TestWhatIsFoundIsTurnedRound(t *testing.T) {
	c := checkuptest.Open(t)
	var flags, duties []jobad.Finding
	for _, key := range jobad.FlagKeys() {
		flags = append(flags, jobad.Finding{Key: key})
	}
	for _, key := range jobad.Keys() {
		duties = append(duties, jobad.Finding{Key: key})
	}
	for _, lang := range []string{"en", "fr"} {
		reader := AdWords{Voice: NewVoice(c, lang), Checkup: c, Ad: jobad.Ad{Responsibilities: duties, RedFlags: flags}}
		writer := reader
		writer.Writer = true
		if reader.Headline() == writer.Headline() {
			t.Errorf("%s: both read %q", lang, reader.Headline())
		}
		asked, told := reader.Found(), writer.Found()
		for i, f := range told {
			if f.ID() != asked[i].ID() || f.Name != asked[i].Name || f.Number != asked[i].Number {
				t.Errorf("%s: %v is found, and for the reader %v", lang, f, asked[i])
			}
			if f.Kind == jobad.Flag && (f.Text == asked[i].Text || strings.Contains(f.Text, "?")) {
				t.Errorf("%s: %s asks the writer %q", lang, f.Key, f.Text)
			}
		}
		if post := writer.SecondPost(); len(post) < 2 || strings.ContainsAny(strings.Join(post, ""), "[]{}") {
			t.Errorf("%s: a second post is %q", lang, post)
		}
	}
}
