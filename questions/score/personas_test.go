package score_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bothends/questions/score"
)

func TestPersonas(t *testing.T) {
	m, p := model(t), pack(t)
	files, err := filepath.Glob(folder + "/personas/*.expected.json")
	if err != nil || len(files) != 6 {
		t.Fatalf("found %d personas (%v), want 6", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".expected.json")
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name + ".json")
			if err != nil {
				t.Fatal(err)
			}
			a, problems := p.Decode(data)
			for _, problem := range problems {
				t.Fatal(problem)
			}
			var want struct {
				Expected struct {
					Signs        score.Signs        `json:"signs"`
					Strain       score.Strain       `json:"strain"`
					Band         score.Band         `json:"band"`
					Limits       []string           `json:"limits"`
					Factors      map[string]float64 `json:"factors"`
					Drivers      map[string]float64 `json:"drivers"`
					EffortReward float64            `json:"effort_reward"`
				} `json:"expected"`
			}
			data, err = os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			w, got := want.Expected, mustScore(t, m, a, nil)

			numbers := map[string][2]float64{
				"signs": {got.Signs.Score, w.Signs.Score}, "signs low": {got.Signs.Low, w.Signs.Low},
				"signs high": {got.Signs.High, w.Signs.High}, "error": {got.Signs.Error, w.Signs.Error},
				"strain": {got.Strain.Score, w.Strain.Score}, "strain low": {got.Strain.Low, w.Strain.Low},
				"strain high": {got.Strain.High, w.Strain.High}, "answered": {got.Strain.Answered, w.Strain.Answered},
				"effort-reward": {*got.EffortReward, w.EffortReward},
			}
			if len(got.Factors) != len(w.Factors) || len(got.Drivers) != len(w.Drivers) {
				t.Errorf("%d factors and %d drivers, want %d and %d", len(got.Factors), len(got.Drivers), len(w.Factors), len(w.Drivers))
			}
			for _, f := range got.Factors {
				numbers[f.ID] = [2]float64{f.Contribution, w.Factors[f.ID]}
			}
			for _, d := range got.Drivers {
				numbers[d.Key] = [2]float64{d.Contribution, w.Drivers[d.Key]}
			}
			for what, n := range numbers {
				if !same(n[0], n[1]) {
					t.Errorf("%s = %v, want %v", what, n[0], n[1])
				}
			}
			words := func(s score.Signs, e score.Strain, b score.Band, limits []string) string {
				return fmt.Sprint(s.Level, s.Answered, s.Of, e.Level, b.Number, b.Key, b.Low, b.High, limits)
			}
			if got, want := words(*got.Signs, *got.Strain, *got.Band, got.Limits), words(w.Signs, w.Strain, w.Band, w.Limits); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			compare(t, m, got, scoreExactly(a, nil))
		})
	}
}
