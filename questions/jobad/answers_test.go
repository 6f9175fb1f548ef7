package jobad

import (
	"maps"
	"os"
	"reflect"
	"slices"
	"testing"

	"bothends/questions"
)

func mediaPack(t *testing.T) *questions.Pack {
	t.Helper()
	p, problems := questions.Load(os.DirFS("../packs/social-media-manager"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return p
}

// Only what stands in the ad and what the pack allows is taken along.
func TestAnswers(t *testing.T) {
	p := mediaPack(t)
	years, many := 2, 90
	for _, tt := range []struct {
		name string
		ad   Ad
		want questions.Answers
	}{
		{"nothing", Ad{}, questions.Answers{}},
		{"work", Ad{Responsibilities: []Finding{{Key: "video"}, {Key: "email"}}}, questions.Answers{"responsibilities": []string{"video", "email"}}},
		{"work that is not asked for", Ad{Responsibilities: []Finding{{Key: "video"}, {Key: "cooking"}}}, questions.Answers{"responsibilities": []string{"video"}}},
		{"pay", Ad{Facts: Facts{Pay: &Pay{Min: 19.5, Max: 21, Currency: "USD", Period: "hour"}}},
			questions.Answers{"pay_amount": 19.5, "currency": "USD", "pay_period": "hour"}},
		{"pay by the day", Ad{Facts: Facts{Pay: &Pay{Min: 200, Max: 200, Currency: "EUR", Period: "day"}}}, questions.Answers{}},
		{"a currency without figures", Ad{Facts: Facts{Pay: &Pay{Min: 200, Max: 200, Currency: "MXN", Period: "month"}}}, questions.Answers{}},
		{"no pay at all", Ad{Facts: Facts{Pay: &Pay{Currency: "USD", Period: "hour"}}}, questions.Answers{}},
		{"a range of hours", Ad{Facts: Facts{HoursPerWeek: &Range{20, 30}}}, questions.Answers{}},
		{"hours", Ad{Facts: Facts{HoursPerWeek: &Range{35, 35}}}, questions.Answers{"contract_hours": 35.0}},
		{"more hours than a week has", Ad{Facts: Facts{HoursPerWeek: &Range{350, 350}}}, questions.Answers{}},
		{"years", Ad{Facts: Facts{YearsExperience: &years}}, questions.Answers{"experience_years": 2.0}},
		{"more years than a life", Ad{Facts: Facts{YearsExperience: &many}}, questions.Answers{}},
	} {
		got := tt.ad.Answers(p)
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}

	desk, problems := questions.Load(os.DirFS("../testdata/desk"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	everything := Ad{Responsibilities: []Finding{{Key: "video"}}, Facts: Facts{HoursPerWeek: &Range{35, 35}, YearsExperience: &years,
		Pay: &Pay{Min: 19.5, Max: 21, Currency: "USD", Period: "hour"}}}
	if got := everything.Answers(desk); !reflect.DeepEqual(got, questions.Answers{"contract_hours": 35.0}) {
		t.Errorf("a pack that asks for hours only takes %v", got)
	}
}

// What a person answered stays theirs.
func TestMergeInto(t *testing.T) {
	p := mediaPack(t)
	years := 2
	ad := Ad{
		Responsibilities: []Finding{{Key: "video"}, {Key: "email"}},
		Facts: Facts{
			YearsExperience: &years, HoursPerWeek: &Range{37.5, 37.5},
			Pay: &Pay{Min: 19.5, Max: 21, Currency: "USD", Period: "hour"},
		},
	}
	type form = map[string][]string
	all := form{
		"responsibilities": {"video", "email"}, "contract_hours": {"37,5"}, "experience_years": {"2"},
		"pay_amount": {"19,5"}, "currency": {"USD"}, "pay_period": {"hour"},
	}
	but := func(other form) form {
		out := maps.Clone(all)
		maps.Copy(out, other)
		maps.DeleteFunc(out, func(_ string, values []string) bool { return values == nil })
		return out
	}
	for _, tt := range []struct {
		name       string
		kept, want form
		stayed     []string
	}{
		{"an empty form", nil, all, nil},
		{"blank inputs", form{"pay_amount": {}}, all, nil},
		{"other answers stay", form{"workload_overflow": {"often"}}, but(form{"workload_overflow": {"often"}}), nil},
		{"what was answered wins", form{"responsibilities": {"events"}, "experience_years": {"7"}},
			but(form{"responsibilities": {"events"}, "experience_years": {"7"}}), []string{"experience_years", "responsibilities"}},
		{"the same answer is no conflict", form{"responsibilities": {"email", "video"}}, but(form{"responsibilities": {"email", "video"}}), nil},
		{"pay is taken whole or not at all", form{"pay_amount": {"30"}},
			but(form{"pay_amount": {"30"}, "currency": nil, "pay_period": nil}), []string{"pay_amount"}},
		{"another currency is another pay", form{"currency": {"EUR"}},
			but(form{"currency": {"EUR"}, "pay_amount": nil, "pay_period": nil}), []string{"pay_amount"}},
		{"half of the same pay", form{"currency": {"USD"}, "pay_amount": {"19,5"}}, all, nil},
	} {
		before := maps.Clone(tt.kept)
		got := MergeInto(p, tt.kept, ad.Answers(p), ",")
		if !reflect.DeepEqual(got.Values, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got.Values, tt.want)
		}
		if !slices.Equal(slices.Sorted(slices.Values(got.Stayed)), tt.stayed) {
			t.Errorf("%s: %q stayed, want %q", tt.name, got.Stayed, tt.stayed)
		}
		for _, id := range got.Filled {
			if slices.Contains(got.Stayed, id) || len(tt.kept[id]) > 0 {
				t.Errorf("%s: %s was filled in, and was answered", tt.name, id)
			}
		}
		if !reflect.DeepEqual(tt.kept, before) {
			t.Errorf("%s: the form itself changed", tt.name)
		}
		// What is full already takes nothing more.
		if again := MergeInto(p, got.Values, ad.Answers(p), ","); len(again.Filled) > 0 || !reflect.DeepEqual(again.Values, got.Values) {
			t.Errorf("%s: a second time it fills %q", tt.name, again.Filled)
		}
	}

	// An ad without a word of pay says nothing about the pay that stays.
	if got := MergeInto(p, form{"pay_amount": {"30"}}, Ad{}.Answers(p), ","); got.Stayed != nil || got.Filled != nil {
		t.Errorf("got %+v", got)
	}
}
