package score_test

import (
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/score"
)

func TestBadRatio(t *testing.T) {
	m := model(t)
	for _, ratio := range []float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1)} {
		if _, err := m.Score(evenForm(1), &ratio); err == nil || !strings.Contains(err.Error(), "hint:") {
			t.Errorf("ratio %v: error %v, want one with a hint", ratio, err)
		}
	}
}

func TestOddAnswersCountAsSkipped(t *testing.T) {
	m := model(t)
	for _, id := range []string{"workload_overflow", "weekly_hours", "protections", "cover_wait_days", "manager_helps", "exhausted_evening", "threats", "hostile_content"} {
		want := mustScore(t, m, form(evenForm(1), id, nil), nil)
		for _, odd := range []any{true, nil, "nonsense", "not_applicable", -1.0, math.NaN(), math.Inf(1), 1e300, map[string]float64{"a": 1}, []string(nil), struct{}{}, 3} {
			if id == "manager_helps" && odd == "not_applicable" {
				continue
			}
			a := evenForm(1)
			a[id] = odd
			if got := mustScore(t, m, a, nil); !reflect.DeepEqual(got, want) {
				t.Errorf("%s = %#v does not count as skipped", id, odd)
			}
		}
	}
	// Counts must be whole, and a list is a set of known keys.
	skipped := mustScore(t, m, form(evenForm(1), "live_days", nil), nil)
	if got := mustScore(t, m, form(evenForm(1), "live_days", 4.5), nil); !reflect.DeepEqual(got, skipped) {
		t.Error("half a day counts")
	}
	once := mustScore(t, m, form(evenForm(1), "protections", protections[:1]), nil)
	if got := mustScore(t, m, form(evenForm(1), "protections", []string{protections[0], protections[0], "hope"}), nil); !reflect.DeepEqual(got, once) {
		t.Error("a repeated or unknown key counts")
	}
}

func FuzzScore(f *testing.F) {
	m, p := model(f), pack(f)
	f.Add([]byte{}, 0.0)
	f.Add([]byte("a long enough line of text to answer every question somehow, twice over and more"), 0.9)
	f.Add([]byte(strings.Repeat("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09", 20)), math.Inf(1))
	f.Fuzz(func(t *testing.T, data []byte, n float64) {
		next := func() int {
			if len(data) == 0 {
				return 0
			}
			b := data[0]
			data = data[1:]
			return int(b)
		}
		a := questions.Answers{}
		for i := range p.Sections {
			for j := range p.Sections[i].Questions {
				q := &p.Sections[i].Questions[j]
				options := p.QuestionOptions(q)
				option := func() string {
					if k := next(); k < len(options) {
						return options[k]
					}
					return []string{"", "none", "not_applicable", "yes", "often"}[next()%5]
				}
				switch next() % 6 {
				case 1:
					a[q.ID] = float64(next()) / 4
				case 2:
					a[q.ID] = n
				case 3:
					keys := []string{}
					for range next() % 20 {
						keys = append(keys, option())
					}
					a[q.ID] = keys
				case 4, 5:
					a[q.ID] = option()
				}
			}
		}
		var ratio *float64
		if next()%2 == 1 {
			ratio = &n
		}
		r, err := m.Score(a, ratio)
		if valid := ratio == nil || n > 0 && !math.IsInf(n, 1); (err == nil) != valid {
			t.Fatalf("ratio %v: error %v", n, err)
		}
		if err == nil {
			checkBounds(t, m, r)
		}
	})
}

// checkBounds holds for the result of any answers (invariants 1, 5, 11, 14).
func checkBounds(t testing.TB, m *score.Model, r score.Result) {
	t.Helper()
	hold := func(what string, ok bool) {
		if !ok {
			t.Errorf("%s does not hold: %+v %+v %+v", what, r.Signs, r.Strain, r.Band)
		}
	}
	if _, err := json.Marshal(r); err != nil { // refuses NaN and infinities
		t.Error(err)
	}
	shown := m.Show(r)
	if s := r.Signs; s != nil {
		hold("0 ≤ S_lo ≤ S ≤ S_hi ≤ 100", 0 <= s.Low && s.Low <= s.Score+near && s.Score <= s.High+near && s.High <= 100)
		hold("shown signs in order", 0 <= shown.Signs.Low && shown.Signs.Low <= shown.Signs.Score && shown.Signs.Score <= shown.Signs.High && shown.Signs.High <= 100)
	}
	if s := r.Strain; s != nil {
		hold("0 ≤ E_lo ≤ E ≤ E_hi ≤ 100", 0 <= s.Low && s.Low <= s.Score+near && s.Score <= s.High+near && s.High <= 100+near && s.Score <= 100)
		hold("shown strain in order", 0 <= shown.Strain.Low && shown.Strain.Low <= shown.Strain.Score && shown.Strain.Score <= shown.Strain.High && shown.Strain.High <= 100)
		sum, whole := 0.0, 0
		for _, f := range r.Factors {
			hold("0 ≤ dose ≤ 1, 0 ≤ c", 0 <= f.Dose && f.Dose <= 1 && 0 <= f.Contribution)
			sum += f.Contribution
		}
		hold("Σ c = E", same(sum, s.Score))
		sum = 0
		for i, d := range r.Drivers {
			sum += d.Contribution
			whole += shown.Drivers[i]
			hold("0 ≤ shown driver", 0 <= shown.Drivers[i])
			hold("largest first", i == 0 || d.Contribution <= r.Drivers[i-1].Contribution+near)
		}
		hold("Σ drivers = E", same(sum, s.Score))
		hold("Σ shown drivers = shown E", whole == shown.Strain.Score)
		order := []string{"low", "moderate", "high"}
		used := slices.Index(order, s.LevelUsed)
		hold("limits only raise e", used >= slices.Index(order, s.Level) && s.RaisedByLimits == (s.Level != s.LevelUsed))
		hold("one limit is moderate, three are high", (len(r.Limits) < 1 || used >= 1) && (len(r.Limits) < 3 || used == 2))
	}
	if b := r.Band; b != nil {
		hold("1 ≤ low ≤ band ≤ high ≤ 4", 1 <= b.Low && b.Low <= b.Number && b.Number <= b.High && b.High <= 4)
	}
	if er := r.EffortReward; er != nil {
		hold("0.2 ≤ ER ≤ 5", 0.2-near <= *er && *er <= 5+near)
	}
	for what, null := range map[string]bool{"signs": r.Signs == nil, "strain": r.Strain == nil, "band": r.Band == nil, "effort_reward": r.EffortReward == nil} {
		hold("a reason for each null: "+what, null == (r.Reasons[what] != ""))
	}
}
