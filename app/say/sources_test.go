package say

import (
	"testing"

	"bothends/questions/checkup/checkuptest"
)

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
		if en, fr := Cited(NewVoice(c, "en"), tt.sources), Cited(NewVoice(c, "fr"), tt.sources); en != tt.en || fr != tt.fr {
			t.Errorf("%q: %q, %q, want %q, %q", tt.sources, en, fr, tt.en, tt.fr)
		}
	}
}
