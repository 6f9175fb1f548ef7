package steps_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
	"bothends/questions/steps"
)

const small = `{
  "as_of": "2026-11",
  "places": [{"key": "union", "countries": ["FR", "US"]}, {"key": "doctor", "countries": []}],
  "steps": [
    {"driver": "volume", "place": "union", "sources": ["miller-2020"]},
    {"limit": "volume", "place": "doctor", "sources": ["judgement"]}
  ]
}`

var known = steps.Known{
	Drivers: []string{"volume"}, Limits: []string{"volume"}, Sources: []string{"miller-2020"}, Countries: []string{"FR", "US"},
}

func load(text string) (*steps.Guide, []questions.Problem) {
	return steps.Load(fstest.MapFS{steps.File: {Data: []byte(text)}}, known)
}

func TestLoad(t *testing.T) {
	g, problems := load(small)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if s, ok := g.Step("limit.volume"); !ok || s.Place != "doctor" {
		t.Errorf("the step of the limit is %+v, %v", s, ok)
	}
	if _, ok := g.Step("driver.hours"); ok {
		t.Error("a step that nobody wrote was found")
	}
	for country, want := range map[string]string{"FR": "place.union.FR", "DE": "place.union.other", "": "place.union.other"} {
		if got := g.NameKey("union", country, false); got != want {
			t.Errorf("in %q the union is named by %s, want %s", country, got, want)
		}
	}
	want := "place.doctor.other place.doctor.what place.union.FR place.union.US place.union.other place.union.what source.judgement source.miller-2020"
	if got := strings.Join(g.WordKeys(), " "); got != want {
		t.Errorf("got words %s, want %s", got, want)
	}
}

func TestLoadRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		old, new string
		want     []string // path: code
	}{
		"no month":                 {`2026-11`, `2026-13`, []string{"as_of: bad_date"}},
		"a day":                    {`2026-11`, `2026-11-01`, []string{"as_of: bad_date"}},
		"a month with a sign":      {`2026-11`, `2026-+1`, []string{"as_of: bad_date"}},
		"a month as a number":      {`"2026-11"`, `202611`, []string{"as_of: wrong_type"}},
		"an unknown field":         {`"as_of"`, `"phone": "1", "as_of"`, []string{"phone: unknown_field"}},
		"an unknown field of one":  {`"place": "union",`, `"place": "union", "text": "Ask",`, []string{"steps[0].text: unknown_field"}},
		"an unknown driver":        {`"driver": "volume"`, `"driver": "volum"`, []string{"steps[0].driver: unknown_reference", "steps.driver.volume: missing_field"}},
		"an unknown place":         {`"place": "union"`, `"place": "club"`, []string{"steps[0].place: unknown_reference", "places[0]: unknown_reference"}},
		"an unknown source":        {`miller-2020`, `miller-2021`, []string{"steps[0].sources[0]: unknown_reference"}},
		"no source":                {`["miller-2020"]`, `[]`, []string{"steps[0].sources: empty_list"}},
		"a source twice":           {`["miller-2020"]`, `["miller-2020", "miller-2020"]`, []string{"steps[0].sources[1]: repeated_key"}},
		"an unknown country":       {`"US"`, `"UK"`, []string{"places[0].countries[1]: unknown_reference"}},
		"a country twice":          {`"US"`, `"FR"`, []string{"places[0].countries[1]: repeated_key"}},
		"a place twice":            {`"key": "doctor"`, `"key": "union"`, []string{"places[1].key: duplicate_id", "steps[1].place: unknown_reference"}},
		"a place with a bad name":  {`"key": "doctor"`, `"key": "Doctor"`, []string{"places[1].key: bad_name", "steps[1].place: unknown_reference", "places[1]: unknown_reference"}},
		"a step twice":             {`"limit": "volume", "place": "doctor"`, `"driver": "volume", "place": "doctor"`, []string{"steps[1]: duplicate_id", "steps.limit.volume: missing_field"}},
		"a step for nothing":       {`"limit": "volume", `, ``, []string{"steps[1]: missing_field", "steps.limit.volume: missing_field"}},
		"a step for two":           {`"limit": "volume"`, `"limit": "volume", "driver": "volume"`, []string{"steps[1]: misplaced", "steps.limit.volume: missing_field"}},
		"not a list":               {`"steps": [`, `"steps": {"a": [`, []string{": truncated"}},
		"cut off":                  {`"judgement"]}`, ``, []string{": truncated"}},
		"several things at a time": {`"as_of": "2026-11",`, `"as-of": "2026-11",`, []string{"as-of: unknown_field", "as_of: bad_date"}},
	} {
		t.Run(name, func(t *testing.T) {
			broken := strings.Replace(small, tt.old, tt.new, 1)
			if broken == small {
				t.Fatalf("%s does not occur", tt.old)
			}
			g, problems := load(broken)
			var got []string
			for _, p := range problems {
				got = append(got, p.Path+": "+p.Code)
				if p.File != steps.File || p.Message == "" {
					t.Errorf("%+v names no file or says nothing", p)
				}
			}
			slices.Sort(got)
			slices.Sort(tt.want)
			if g != nil || !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	if g, problems := steps.Load(fstest.MapFS{}, known); g != nil || len(problems) != 1 {
		t.Errorf("a missing file gives %v", problems)
	}
}

// Whatever a file holds, Load gives a guide or reasons, never both and never
// neither.
func FuzzLoad(f *testing.F) {
	f.Add(small)
	if data, err := os.ReadFile("../packs/social-media-manager/" + steps.File); err == nil {
		f.Add(string(data))
	}
	f.Add(`{"steps": null}`)
	f.Add(`[]`)
	f.Fuzz(func(t *testing.T, text string) {
		g, problems := load(text)
		if (g == nil) != (len(problems) > 0) {
			t.Errorf("guide %v with problems %v", g, problems)
		}
		if g == nil {
			return
		}
		for _, key := range []string{"driver.volume", "limit.volume"} {
			if _, ok := g.Step(key); !ok {
				t.Errorf("a guide without %s was accepted", key)
			}
		}
	})
}

// The law is that of the country where there are words on it, that of most else.
func TestLawKey(t *testing.T) {
	g := &steps.Guide{Law: []string{"FR"}}
	for country, want := range map[string]string{"FR": "law.FR", "US": "law.other", "": "law.other"} {
		if key, ok := g.LawKey(country, false); key != want || !ok {
			t.Errorf("%q: %q, %v", country, key, ok)
		}
	}
	g.LawSources = []steps.Domain{{Source: "directive", Countries: []string{"FR", "IT"}}}
	for country, want := range map[string]string{"FR": "law.FR", "IT": "law.other", "": "law.other", "AU": ""} {
		if key, _ := g.LawKey(country, false); key != want {
			t.Errorf("with a law of a union, %q: %q, want %q", country, key, want)
		}
	}
	if key, ok := (&steps.Guide{}).LawKey("FR", false); ok {
		t.Errorf("without words on the law there is %q", key)
	}
}

// A law is named where it holds, and to people with an employer only; a study is
// named everywhere.
func TestNames(t *testing.T) {
	g := &steps.Guide{LawSources: []steps.Domain{{Source: "law", Countries: []string{"FR"}}}}
	for _, tt := range []struct {
		source, country string
		own, want       bool
	}{
		{"law", "FR", false, true}, {"law", "US", false, false}, {"law", "", false, true},
		{"law", "FR", true, false}, {"law", "", true, false}, {"study", "US", false, true}, {"study", "FR", true, true},
	} {
		if got := g.Names(tt.source, tt.country, tt.own); got != tt.want {
			t.Errorf("%s in %q, own account %v: named %v", tt.source, tt.country, tt.own, got)
		}
	}
}

// Clients stand in for an employer where a step has words for that.
func TestWords(t *testing.T) {
	g := &steps.Guide{
		Places: []steps.Place{{Key: "union", Own: true}, {Key: "hr"}},
		Steps:  []steps.Step{{Driver: "hours", Own: true}, {Driver: "tasks"}},
	}
	for _, tt := range []struct {
		key            string
		own            bool
		others, person string
	}{
		{"driver.hours", true, "driver.hours.clients", "driver.hours.own"},
		{"driver.hours", false, "driver.hours.employer", "driver.hours.person"},
		{"driver.tasks", true, "driver.tasks.employer", "driver.tasks.person"},
	} {
		if others, person := g.Words(tt.key, tt.own); others != tt.others || person != tt.person {
			t.Errorf("%s, own account %v: %s, %s", tt.key, tt.own, others, person)
		}
	}
	for place, want := range map[string]string{"union": "place.union.own.what", "hr": "place.hr.what"} {
		if got := g.WhatKey(place, true); got != want {
			t.Errorf("%s does what %s says, want %s", place, got, want)
		}
	}
}

// Whom the advice speaks to follows the question on it, and where that was skipped
// whether there is a manager.
func TestReader(t *testing.T) {
	employer, clients := steps.Reader{Employer: true}, steps.Reader{Clients: true}
	for _, tt := range []struct {
		name    string
		guide   steps.Guide
		answers questions.Answers
		want    steps.Reader
	}{
		{"nobody is asked", steps.Guide{}, questions.Answers{"status": "own_account", "boss": "not_applicable"}, employer},
		{"skipped", steps.Guide{Status: "status", OwnAccount: "boss"}, questions.Answers{}, employer},
		{"own account", steps.Guide{Status: "status"}, questions.Answers{"status": "own_account"}, clients},
		{"employed", steps.Guide{Status: "status"}, questions.Answers{"status": "employed"}, employer},
		{"both", steps.Guide{Status: "status"}, questions.Answers{"status": "both"}, steps.Reader{Employer: true, Clients: true}},
		{"no manager", steps.Guide{Status: "status", OwnAccount: "boss"}, questions.Answers{"boss": "not_applicable"}, clients},
		{"employed without a manager", steps.Guide{Status: "status", OwnAccount: "boss"}, questions.Answers{"status": "employed", "boss": "not_applicable"}, employer},
		{"own account with help", steps.Guide{Status: "status", OwnAccount: "boss"}, questions.Answers{"status": "own_account", "boss": "often"}, clients},
	} {
		if got := tt.guide.Reader(tt.answers); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
