package ui

import (
	"testing"

	"bothends/app/i18n"
	"bothends/questions/packs"
	"bothends/questions/whatif"
)

// A rehearsal that comes to no result spares nobody anything, and nobody would
// notice.
func TestARehearsalComesToAResult(t *testing.T) {
	for name, c := range map[string]*packs.Checkup{"ours": open(t), "newsroom": openNewsroom(t)} {
		t.Run(name, func(t *testing.T) {
			study, err := whatif.New(c, Read(c.Pack, madeUp(c.Pack)).Answers)
			if err != nil {
				t.Fatal(err)
			}
			if study.Base.Signs == nil || study.Base.Strain == nil || study.Base.Band == nil {
				t.Errorf("not everything is worked out: %+v", study.Base.Reasons)
			}
			for _, part := range rehearsal(Voice{i18n.New("fr"), c.Words["fr"]}, c) {
				part()
			}
		})
	}
}
