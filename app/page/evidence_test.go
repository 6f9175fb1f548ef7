package page

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"bothends/app/say"
	"bothends/questions/checkup/checkuptest"
)

// What the data say of how, when and under which licence something was found is
// said in the language of the page. Only titles of studies stay as they are, and
// are marked as English.
func TestEvidenceIsSaidInTheLanguageOfThePage(t *testing.T) {
	c, pages := checkuptest.Open(t), rendered(t)
	english := regexp.MustCompile(`\b(quoted|official (page|file)|extract|derived|not confirmed|attribution|retrieved|last-modified|lists?( [ABC])? and|list [ABC]|rate|hours|cite the|(January|February|April|June|July|August|September|October|November|December) 20[0-9]{2})\b`)
	for _, old := range []string{"quoted (rate); official file (hours)", "lists A and B (August and September 2026)", "US public domain; cite the BLS"} {
		if !english.MatchString(old) {
			t.Errorf("%q would be let through", old)
		}
	}
	marked := regexp.MustCompile(`<(td|span)[^>]* lang="en"[^>]*>[^<]*</(td|span)>`)
	tags := regexp.MustCompile(`<[^>]*>`)
	for _, lang := range c.Pack.Languages {
		v := say.NewVoice(c, lang)
		for _, name := range []string{"sources", "help"} {
			_, main, _ := strings.Cut(pages[v.Address(name)], "<main")
			for _, s := range c.Model.Scoring.Sources {
				main = strings.ReplaceAll(main, html.EscapeString(s.Cite), "")
			}
			if found := marked.FindString(main); found != "" && lang != "en" && !strings.Contains(found, `></`) {
				t.Errorf("%s: %s leaves in English: %s", lang, name, found)
			}
			text := html.UnescapeString(tags.ReplaceAllString(main, " "))
			for _, month := range []string{"04", "08", "09", "11"} { // April and some more are German too
				if lang == "de" {
					text = strings.ReplaceAll(text, v.T("month."+month), "")
				}
			}
			if found := english.FindString(text); found != "" && lang != "en" {
				t.Errorf("%s: %s says %q", lang, name, found)
			}
			for _, key := range []string{"evidence.check.quoted", "pay.licence.public_domain", "evidence.part.hours"} {
				if name == "sources" && !strings.Contains(text, v.T(key)) {
					t.Errorf("%s: nothing says %q", lang, v.T(key))
				}
			}
		}
	}
}

func TestCited(t *testing.T) {
	c := checkuptest.Open(t)
	for _, tt := range []struct {
		sources []string
		en, fr  string
	}{
		{nil, "", ""},
		{[]string{"RTBF 2023"}, "RTBF (2023)", "RTBF (2023)"},
		{[]string{"VRT", "CNA 2025-06"}, "VRT and CNA (June 2025)", "VRT et CNA (juin 2025)"},
		{[]string{"ORF", "list A 2026-08", "list B 2026-09"}, "ORF, list A (August 2026) and list B (September 2026)", "ORF, liste\u00a0A (août 2026) et liste\u00a0B (septembre 2026)"},
		{[]string{"BGBl. 2025 I Nr. 268", "Real Decreto 126/2026", "20 Minutes"}, "BGBl. 2025 I Nr. 268, Real Decreto 126/2026 and 20 Minutes", "BGBl. 2025 I Nr. 268, Real Decreto 126/2026 et 20 Minutes"},
	} {
		if en, fr := cited(say.NewVoice(c, "en"), tt.sources), cited(say.NewVoice(c, "fr"), tt.sources); en != tt.en || fr != tt.fr {
			t.Errorf("%q: %q, %q, want %q, %q", tt.sources, en, fr, tt.en, tt.fr)
		}
	}
}
