package jobad

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

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
