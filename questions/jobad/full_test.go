package jobad

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Whole ads of invented employers in both languages, labelled before the
// reader was tried on them. The head of each is its name, its language, whether
// it is of this profession, what it asks and, behind two bars, its terms; pay
// is written [min, max, currency, period].
func TestFullAds(t *testing.T) {
	data, err := os.ReadFile("testdata/full.txt")
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]*count{"en": {}, "fr": {}}
	alarms, others, facts, exact := 0, 0, 0, 0
	for _, block := range strings.Split(string(data), "=== ")[1:] {
		head, text, _ := strings.Cut(block, "\n")
		head, terms, _ := strings.Cut(head, " || ")
		head, keys, _ := strings.Cut(head, ":")
		meta := strings.Fields(head)
		if len(meta) != 3 || sums[meta[1]] == nil {
			t.Fatalf("the head %q is not name, language and kind", head)
		}
		name, want := meta[0], strings.Fields(keys)
		ad := reader(t).Read(text)
		evidenceHolds(t, text, ad)
		if ad.Language != meta[1] {
			t.Errorf("%s: language: got %q, want %q", name, ad.Language, meta[1])
		}
		got := keysOf(ad.Responsibilities)
		for _, key := range Keys() {
			found, gold := slices.Contains(got, key), slices.Contains(want, key)
			sums[meta[1]].add(found, gold)
			if found != gold {
				t.Logf("%s: %s found is %v", name, key, found)
			}
			if meta[2] == "negative" && found && !gold {
				alarms++
			}
		}
		if meta[2] == "negative" {
			others++
		}
		var stated map[string]any
		if err := json.Unmarshal([]byte(terms), &stated); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		found := termsOf(t, ad)
		for fact, w := range stated {
			if fact == "red_flags" {
				continue // many follow from the keys and are right where those are
			}
			facts++
			if reflect.DeepEqual(found[fact], w) {
				exact++
			} else {
				t.Logf("%s: %s: got %v, want %v", name, fact, found[fact], w)
			}
		}
	}
	for language, sum := range sums {
		if f1 := sum.values()[2]; f1 < 0.92 {
			t.Errorf("%s: F1 is %.3f (%+v), want 0.92", language, f1, *sum)
		}
	}
	if alarms*2 > others {
		t.Errorf("%d false alarms in %d ads of other trades, want one in two at most", alarms, others)
	}
	if share := float64(exact) / float64(facts); share < 0.97 {
		t.Errorf("%d of %d facts are exact, want 0.97", exact, facts)
	}
}

// termsOf is the facts of an ad in the form of testdata/full.txt.
func termsOf(t *testing.T, ad Ad) map[string]any {
	t.Helper()
	var terms map[string]any
	data, err := json.Marshal(ad.Facts)
	if err == nil {
		err = json.Unmarshal(data, &terms)
	}
	if err != nil {
		t.Fatal(err)
	}
	if p := ad.Facts.Pay; p != nil {
		terms["pay"] = []any{p.Min, p.Max, p.Currency, p.Period}
	}
	slices.Sort(ad.Facts.Platforms)
	platforms := []any{}
	for _, p := range ad.Facts.Platforms {
		platforms = append(platforms, p)
	}
	terms["platforms"] = platforms
	return terms
}
