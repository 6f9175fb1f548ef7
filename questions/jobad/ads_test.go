package jobad

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A labelledAd is a real advertisement with what a person found in it.
type labelledAd struct {
	ID, Lang, Kind, Text string
	Labels               struct {
		Responsibilities, Borderline []string
		Facts                        map[string]json.RawMessage
	}
}

// TestAds reads real, labelled advertisements and prints how well: precision,
// recall and F1 per responsibility, language and half of the set, false alarms
// in advertisements of other trades, and how many facts are exact. The
// advertisements are other people's texts and not part of this repository:
//
//	BOTHENDS_ADS=folder-with-dev.json go test -run TestAds -v ./questions/jobad
//
// BOTHENDS_ADS may also name another file of the same form. The goals are held
// for dev.json only.
func TestAds(t *testing.T) {
	path := os.Getenv("BOTHENDS_ADS")
	if path == "" {
		t.Skip("set BOTHENDS_ADS to the folder of the labelled advertisements to score them")
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, "dev.json")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var ads []labelledAd
	if err := json.Unmarshal(data, &ads); err != nil {
		t.Fatal(err)
	}
	r := reader(t)
	readings := make([]Ad, len(ads))
	for i, a := range ads {
		readings[i] = r.Read(a.Text)
	}

	all := func(int, labelledAd) bool { return true }
	language := func(l string) func(int, labelledAd) bool {
		return func(_ int, a labelledAd) bool { return a.Lang == l }
	}
	half := func(n int) func(int, labelledAd) bool {
		return func(i int, _ labelledAd) bool { return i%2 == n }
	}
	contrast := func(_ int, a labelledAd) bool { return a.Kind == "negative" }
	var out strings.Builder
	fmt.Fprintf(&out, "\n%-22s %4s | micro P     R     F1 | macro P     R     F1 | exact   false alarms/ad\n", filepath.Base(path), "n")
	row := func(name string, lenient bool, in func(int, labelledAd) bool) scores {
		s := score(ads, readings, lenient, in)
		fmt.Fprintf(&out, "%-22s %4d |      %.3f %.3f %.3f |      %.3f %.3f %.3f | %3d/%-3d %.2f\n", name, s.ads,
			s.micro[0], s.micro[1], s.micro[2], s.macro[0], s.macro[1], s.macro[2], s.exact, s.ads, s.alarms)
		return s
	}
	total := row("all", false, all)
	en, fr := row("English", false, language("en")), row("French", false, language("fr"))
	row("first half (even)", false, half(0))
	row("second half (odd)", false, half(1))
	other := row("other trades", false, contrast)
	row("without borderline", true, all)

	fmt.Fprintf(&out, "\n%-18s gold  tp  fp  fn     P     R    F1  F1(en) F1(fr)\n", "responsibility")
	for i, key := range Keys() {
		c := total.keys[i]
		v := c.values()
		fmt.Fprintf(&out, "%-18s %4d %3d %3d %3d %.3f %.3f %.3f  %s  %s\n", key, c.hit+c.missed, c.hit, c.alarm, c.missed,
			v[0], v[1], v[2], en.keys[i].shown(), fr.keys[i].shown())
	}

	platforms, exact, stated, alarms := factScores(ads, readings, &out)
	t.Log(out.String())
	if filepath.Base(path) != "dev.json" {
		return
	}
	goal := func(name string, got, want float64) {
		if got < want {
			t.Errorf("%s is %.3f, want %.3f", name, got, want)
		}
	}
	goal("micro F1", total.micro[2], 0.90)
	goal("macro F1", total.macro[2], 0.85)
	goal("spared false alarms per ad of another trade", -other.alarms, -0.5)
	goal("closeness of the languages", -max(en.micro[2]-fr.micro[2], fr.micro[2]-en.micro[2]), -0.05)
	goal("platforms F1", platforms.values()[2], 0.95)
	for _, name := range []string{"pay", "years_experience_min", "hours_per_week"} {
		goal(name+" exact where stated", float64(exact[name])/float64(max(1, stated[name])), 0.95)
		goal(name+" not stated", -float64(alarms[name]), 0)
	}
}

// A count holds what was found, found wrongly and missed.
type count struct{ hit, alarm, missed int }

// values are precision, recall and F1.
func (c count) values() (v [3]float64) {
	share := func(a, b int) float64 {
		if b == 0 {
			return 0
		}
		return float64(a) / float64(b)
	}
	v[0], v[1] = share(c.hit, c.hit+c.alarm), share(c.hit, c.hit+c.missed)
	v[2] = share(2*c.hit, 2*c.hit+c.alarm+c.missed)
	return v
}

func (c count) shown() string {
	if c == (count{}) {
		return "    -"
	}
	return fmt.Sprintf("%.3f", c.values()[2])
}

func (c *count) add(found, gold bool) {
	switch {
	case found && gold:
		c.hit++
	case found:
		c.alarm++
	case gold:
		c.missed++
	}
}

type scores struct {
	ads, exact   int
	micro, macro [3]float64
	alarms       float64 // per ad
	keys         []count
}

// score compares readings with labels. A responsibility that is neither
// labelled nor found in the set stays out of the macro mean; lenient leaves
// borderline labels out of account.
func score(ads []labelledAd, readings []Ad, lenient bool, in func(int, labelledAd) bool) scores {
	s := scores{keys: make([]count, len(Keys()))}
	for i, a := range ads {
		if !in(i, a) {
			continue
		}
		s.ads++
		found := keysOf(readings[i].Responsibilities)
		same := true
		for k, key := range Keys() {
			f, g := slices.Contains(found, key), slices.Contains(a.Labels.Responsibilities, key)
			same = same && f == g
			if !lenient || !slices.Contains(a.Labels.Borderline, key) {
				s.keys[k].add(f, g)
			}
		}
		if same {
			s.exact++
		}
	}
	var sum count
	seen := 0.0
	for _, c := range s.keys {
		sum.hit, sum.alarm, sum.missed = sum.hit+c.hit, sum.alarm+c.alarm, sum.missed+c.missed
		if c != (count{}) {
			seen++
			for i, v := range c.values() {
				s.macro[i] += v
			}
		}
	}
	for i := range s.macro {
		s.macro[i] /= max(1, seen)
	}
	s.micro, s.alarms = sum.values(), float64(sum.alarm)/float64(max(1, s.ads))
	return s
}

// factScores compares facts: how many are exact where stated, and how often one
// is found that is not stated.
func factScores(ads []labelledAd, readings []Ad, out *strings.Builder) (platforms count, exact, stated, alarms map[string]int) {
	exact, stated, alarms = map[string]int{}, map[string]int{}, map[string]int{}
	var flags count
	names := []string{"years_experience_min", "title_is_manager", "pay", "hours_per_week", "days_per_week", "evenings_weekends",
		"on_call", "benefits_wait_days", "contract", "team"}
	for i, a := range ads {
		var got map[string]any
		data, _ := json.Marshal(readings[i].Facts)
		json.Unmarshal(data, &got)
		gold := map[string]any{}
		for name, raw := range a.Labels.Facts {
			var v any
			json.Unmarshal(raw, &v)
			gold[name] = v
		}
		for _, name := range names {
			g, w := sorted(got[name]), sorted(gold[name])
			switch {
			case empty(w) && !empty(g):
				alarms[name]++
			case !empty(w):
				stated[name]++
				if reflect.DeepEqual(g, w) {
					exact[name]++
				}
			}
		}
		list := func(v any) (keys []string) {
			items, _ := v.([]any)
			for _, item := range items {
				keys = append(keys, fmt.Sprint(item))
			}
			return keys
		}
		compare := func(c *count, found, gold []string) {
			for _, name := range found {
				c.add(true, slices.Contains(gold, name))
			}
			for _, name := range gold {
				if !slices.Contains(found, name) {
					c.add(false, true)
				}
			}
		}
		compare(&platforms, readings[i].Facts.Platforms, list(gold["platforms"]))
		compare(&flags, keysOf(readings[i].RedFlags), list(gold["red_flags"]))
	}
	p, f := platforms.values(), flags.values()
	fmt.Fprintf(out, "\nplatforms   P %.3f R %.3f F1 %.3f\nred flags   P %.3f R %.3f F1 %.3f\n\n%-22s exact of stated, found though not stated\n",
		p[0], p[1], p[2], f[0], f[1], f[2], "fact")
	for _, name := range names {
		fmt.Fprintf(out, "%-22s %d/%d  %d\n", name, exact[name], stated[name], alarms[name])
	}
	return platforms, exact, stated, alarms
}

// empty reports what stands for "not stated".
func empty(v any) bool {
	list, ok := v.([]any)
	return v == nil || v == false || ok && len(list) == 0
}

// sorted returns a list of names in order; ranges and other facts as they are.
func sorted(v any) any {
	list, ok := v.([]any)
	if !ok || len(list) == 0 {
		return v
	}
	if _, text := list[0].(string); !text {
		return v
	}
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b any) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return list
}
