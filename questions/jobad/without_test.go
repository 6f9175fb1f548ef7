package jobad

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
)

func adOf(duties int, facts Facts, flags ...string) Ad {
	ad := Ad{Facts: facts}
	for _, key := range Keys()[:duties] {
		ad.Responsibilities = append(ad.Responsibilities, Finding{Key: key})
	}
	for _, key := range flags {
		ad.RedFlags = append(ad.RedFlags, Finding{Key: key})
	}
	return ad
}

func TestWithout(t *testing.T) {
	years, wait := 2, 90
	volunteer := Facts{Contract: []string{"volunteer"}}
	low := &Pay{Min: 19, Max: 19, Currency: "USD", Period: "hour"}
	networks := []string{"a", "b", "c", "d", "e"}
	for _, tt := range []struct {
		name string
		ad   Ad
		out  []string
		want []string // flags that are left
	}{
		{"nothing", adOf(2, Facts{}, "hype"), nil, []string{"hype"}},
		{"a flag", adOf(2, Facts{}, "hype", "pressure"), []string{"flag.hype"}, []string{"pressure"}},
		{"pay", adOf(0, Facts{Pay: low}, "hype", "low_pay"), []string{"term.pay"}, []string{"hype"}},
		{"another term", adOf(0, Facts{Pay: low}, "low_pay"), []string{"term.team"}, []string{"low_pay"}},
		{"years", adOf(0, Facts{TitleIsManager: true, YearsExperience: &years}, "manager_title_low_exp"), []string{"term.years_experience_min"}, nil},
		{"networks", adOf(0, Facts{Platforms: networks}, "many_platforms"), []string{"term.platforms"}, nil},
		{"evenings", adOf(0, Facts{EveningsWeekend: true}, "nights_weekends"), []string{"term.evenings_weekends"}, nil},
		{"on call", adOf(0, Facts{OnCall: true}, "on_call"), []string{"term.on_call"}, nil},
		{"a wait", adOf(0, Facts{BenefitsWait: &wait}, "benefits_wait"), []string{"term.benefits_wait_days"}, nil},
		{"a volunteer", adOf(0, volunteer, "unpaid"), []string{"term.contract"}, nil},
		{"a word says it is unpaid", adOf(0, Facts{Contract: []string{"internship"}}, "unpaid"), []string{"term.contract"}, []string{"unpaid"}},
		{"ten kinds of work are left", adOf(flagScope+1, Facts{}, "broad_scope"), []string{"duty." + Keys()[0]}, []string{"broad_scope"}},
		{"nine kinds of work are left", adOf(flagScope, Facts{}, "broad_scope"), []string{"duty." + Keys()[0]}, nil},
		{"three crafts are left", adOf(5, Facts{}, "many_crafts"), []string{"duty.video"}, nil},
		{"an unknown name", adOf(1, Facts{OnCall: true}, "on_call"), []string{"on_call", "term.", ""}, []string{"on_call"}},
	} {
		given := adOf(len(tt.ad.Responsibilities), tt.ad.Facts, keysOf(tt.ad.RedFlags)...)
		if got := keysOf(tt.ad.Without(tt.out).RedFlags); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q is left, want %q", tt.name, got, tt.want)
		}
		if !reflect.DeepEqual(tt.ad, given) {
			t.Errorf("%s: the ad itself changed", tt.name)
		}
	}
}

// What follows from facts is decided in one place: an ad that is read has every
// flag that is due, and without everything it has none.
func TestEveryFlagThatIsDueIsRaised(t *testing.T) {
	files, _ := filepath.Glob("testdata/ads/*.txt")
	if len(files) == 0 {
		t.Fatal("no ads")
	}
	seen := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		ad := reader(t).Read(string(text))
		all := []string{}
		for _, f := range ad.Responsibilities {
			all = append(all, ID(Duty, f.Key))
		}
		for name := range ad.Facts.Evidence {
			all = append(all, ID(Term, name))
		}
		left := ad.Without(all)
		for _, flag := range FlagKeys() {
			has := slices.Contains(keysOf(ad.RedFlags), flag)
			if ad.due(flag) {
				seen++
				if !has {
					t.Errorf("%s: %s is due and not raised", file, flag)
				}
			}
			if kept := slices.Contains(keysOf(left.RedFlags), flag); kept != (has && !ad.due(flag)) {
				t.Errorf("%s: %s was there: %v, follows: %v, is left: %v", file, flag, has, ad.due(flag), kept)
			}
		}
	}
	if seen == 0 {
		t.Error("no ad has a flag that follows from something")
	}
}
