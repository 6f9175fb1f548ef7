package packs

import (
	"encoding/json"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
	"bothends/questions/pay"
)

const shipped = "social-media-manager"

func open(t testing.TB) *Checkup {
	t.Helper()
	c, problems := Open(SocialMediaManager())
	for _, p := range problems {
		t.Error(p)
	}
	if c == nil {
		t.Fatal("the shipped pack cannot be opened")
	}
	return c
}

func TestShippedPackHasNoProblems(t *testing.T) {
	for _, p := range Check(os.DirFS(shipped)) {
		t.Error(p)
	}
}

func TestOpenReadsTheLanguagesAskedFor(t *testing.T) {
	c, problems := Open(SocialMediaManager(), "fr")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if _, en := c.Words["en"]; en || c.Words["fr"].Lang() != "fr" {
		t.Errorf("got languages %v, want fr only", c.Words)
	}
}

// Every persona gets the result that a separate reference implementation
// computed.
func TestPersonas(t *testing.T) {
	c := open(t)
	names, _ := filepath.Glob(shipped + "/personas/*.expected.json")
	if len(names) == 0 {
		t.Fatal("no personas")
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			var want struct {
				Expected struct {
					Signs, Strain struct{ Score float64 }
					Band          struct{ Number int }
					Factors       map[string]float64
					Limits        []string
					EffortReward  float64 `json:"effort_reward"`
				}
			}
			data := read(t, name)
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			answers, problems := c.Pack.Decode(read(t, strings.Replace(name, ".expected", "", 1)))
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			got, err := c.Score(answers)
			if err != nil {
				t.Fatal(err)
			}
			near := func(what string, got, want float64) {
				if math.Abs(got-want) > 1e-9 {
					t.Errorf("%s: got %v, want %v", what, got, want)
				}
			}
			near("signs", got.Signs.Score, want.Expected.Signs.Score)
			near("strain", got.Strain.Score, want.Expected.Strain.Score)
			near("band", float64(got.Band.Number), float64(want.Expected.Band.Number))
			near("effort/reward", *got.EffortReward, want.Expected.EffortReward)
			for _, f := range got.Factors {
				near(f.ID, f.Contribution, want.Expected.Factors[f.ID])
			}
			if g, w := strings.Join(got.Limits, " "), strings.Join(want.Expected.Limits, " "); g != w {
				t.Errorf("limits: got %s, want %s", g, w)
			}
		})
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestScoreReport(t *testing.T) {
	c := open(t)
	paid := questions.Answers{
		"responsibilities": []string{"strategy", "video"}, "country": "US", "currency": "USD",
		"pay_amount": 58000.0, "pay_period": "year", "contract_hours": 40.0, "experience_years": 5.0,
	}
	tests := map[string]struct {
		answers questions.Answers
		want    map[string]string // reasons
		pay     bool
	}{
		"nothing answered": {questions.Answers{}, map[string]string{
			"signs": "not_enough_answers", "strain": "not_enough_answers", "band": "no_signs_nor_strain", "pay": pay.NoPay,
		}, false},
		"only pay": {paid, map[string]string{"signs": "not_enough_answers", "effective_hourly": pay.NoWeekly}, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r, err := c.Score(tt.answers)
			if err != nil {
				t.Fatal(err)
			}
			data, err := json.Marshal(r)
			if err != nil {
				t.Fatal(err)
			}
			var got struct {
				Pack        string
				PackVersion string `json:"pack_version"`
				Signs       any
				Reasons     map[string]string
				Pay         map[string]any
			}
			if err := json.Unmarshal(data, &got); err != nil {
				t.Fatal(err)
			}
			if got.Pack != shipped || got.PackVersion != c.Pack.Version || got.Signs != nil {
				t.Errorf("got %s", data)
			}
			if (got.Pay != nil) != tt.pay {
				t.Errorf("got pay %v, want one: %v", got.Pay, tt.pay)
			}
			for name, want := range tt.want {
				if got.Reasons[name] != want {
					t.Errorf("reason for %s: got %q, want %q", name, got.Reasons[name], want)
				}
			}
		})
	}
}

// copyOf returns the shipped pack as files that a test may change.
func copyOf(t *testing.T) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	add := func(fsys fs.FS, folder string) {
		err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			m[folder+name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	add(os.DirFS(shipped), "")
	add(os.DirFS("pay"), "pay/")
	return m
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	change := func(name, old, new string) func(fstest.MapFS) {
		return func(m fstest.MapFS) {
			text := string(m[name].Data)
			if !strings.Contains(text, old) {
				panic(name + " has no " + old)
			}
			m[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
		}
	}
	tests := map[string]struct {
		change func(fstest.MapFS)
		want   []string // in one problem each
	}{
		"nothing": {func(fstest.MapFS) {}, nil},
		"a word is missing in one language": {
			change("text.fr.json", `"pack.title"`, `"pack.titre"`), []string{"text.fr.json: pack.title", "text.fr.json: pack.titre"},
		},
		"no pack at all": {func(m fstest.MapFS) { maps.DeleteFunc(m, func(string, *fstest.MapFile) bool { return true }) }, []string{"pack.json"}},
		"a responsibility has no price": {
			change("pay/responsibilities.csv", "\nvideo,", "\nvideos,"), []string{"pay/responsibilities.csv: video: ", "pay/responsibilities.csv: videos: "},
		},
		"a persona answers something else": {
			change("personas/freelancer.json", `"answers": {`, `"answers": {"shoe_size": 43,`), []string{"personas/freelancer.json: answers.shoe_size"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m := copyOf(t)
			tt.change(m)
			problems := Check(m)
			if (len(problems) > 0) != (len(tt.want) > 0) {
				t.Errorf("got %d problems %v", len(problems), problems)
			}
			for _, want := range tt.want {
				found := false
				for _, p := range problems {
					found = found || strings.Contains(p.Error(), want)
				}
				if !found {
					t.Errorf("got %v, want a problem with %q", problems, want)
				}
			}
		})
	}
}

func BenchmarkScore(b *testing.B) {
	c := open(b)
	data, err := os.ReadFile(shipped + "/personas/sports-league.json")
	if err != nil {
		b.Fatal(err)
	}
	answers, problems := c.Pack.Decode(data)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Score(answers); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		open(b)
	}
}
