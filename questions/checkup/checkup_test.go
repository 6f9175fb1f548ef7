package checkup

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bothends/questions"
	"bothends/questions/packs"
	"bothends/questions/pay"
)

const shipped = "../packs/" + packs.Pack

func open(t testing.TB) *Checkup {
	t.Helper()
	c, problems := Open(Shipped())
	for _, p := range problems {
		t.Error(p)
	}
	if c == nil {
		t.Fatal("the shipped pack cannot be opened")
	}
	return c
}

// Check also scores every persona and compares.
func TestPacksHaveNoProblems(t *testing.T) {
	for name, personas := range map[string]int{shipped: 6, "../packs/newsroom-social-desk": 3} {
		c, problems := Check(os.DirFS(name))
		if c == nil && len(problems) == 0 {
			t.Error(name, "has neither problems nor a check-up")
		}
		for _, p := range problems {
			t.Error(name, p)
		}
		if worked, _ := filepath.Glob(name + "/personas/*.expected.json"); len(worked) < personas {
			t.Errorf("%s has %d personas with results, want %d", name, len(worked), personas)
		}
	}
}

// How pay feels is asked exactly where it cannot be compared, as the pay tables have it.
func TestPayFeelingIsAskedWherePayCannotBeCompared(t *testing.T) {
	c := open(t)
	feeling, _ := c.Pack.Question("pay_feeling")
	country, _ := c.Pack.Question("country")
	currency, _ := c.Pack.Question("currency")
	compared := 0
	for _, place := range country.Options {
		for _, money := range append([]string{""}, currency.Options...) {
			for _, basis := range []string{"", "gross", "net"} {
				for _, period := range []string{"", "hour", "month", "year"} {
					for i := range 4 {
						a := questions.Answers{"responsibilities": []string{"strategy"}, "pay_amount": 3000.0, "country": place}
						for id, key := range map[string]string{"currency": money, "pay_basis": basis, "pay_period": period} {
							if key != "" {
								a[id] = key
							}
						}
						if i%2 > 0 {
							a["contract_hours"] = 38.0
						}
						if i/2 > 0 {
							a["cadre"] = "no"
						}
						asked, ratio := c.Pack.Asks(feeling, a), c.Tables.Compute(a).Ratio()
						if asked != (ratio == nil) {
							t.Errorf("%v: asked is %v, and there is a ratio: %v", a, asked, ratio != nil)
						}
						if ratio != nil {
							compared++
						}
					}
				}
			}
		}
	}
	if compared == 0 {
		t.Error("nothing was compared")
	}
}

// A short check is a check by itself: its answers alone give a band.
func TestTheShortCheckOfTheNewsroomHasABand(t *testing.T) {
	const newsroom = "../packs/newsroom-social-desk"
	c, _ := Open(os.DirFS(newsroom))
	files, _ := filepath.Glob(newsroom + "/personas/*.expected.json")
	if c == nil || len(files) == 0 {
		t.Fatal("no newsroom, or nobody in it")
	}
	for _, file := range files {
		whole, problems := c.Pack.Decode(read(t, strings.Replace(file, ".expected", "", 1)))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		short := questions.Answers{}
		for _, q := range c.Pack.ActQuestions(c.Pack.Acts[0]) {
			if answer, ok := whole[q.ID]; ok {
				short[q.ID] = answer
			}
		}
		report, err := c.Score(short)
		if err != nil || report.Band == nil {
			t.Errorf("%s: no band, %v", filepath.Base(file), err)
		}
	}
}

func TestOpenReadsTheLanguagesAskedFor(t *testing.T) {
	c, problems := Open(Shipped(), "fr")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if _, en := c.Words["en"]; en || c.Words["fr"].Lang() != "fr" {
		t.Errorf("got languages %v, want fr only", c.Words)
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
			if got.Pack != packs.Pack || got.PackVersion != c.Pack.Version || got.Signs != nil {
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
	add(os.DirFS("../packs/pay"), "pay/")
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
			change("text.fr.json", `"pack.title"`, `"pack.titre"`), []string{
				`text.fr.json:1: pack.title: has no text (hint: text.en.json, line `, ": pack.titre: nothing asks"},
		},
		"no pack at all": {func(m fstest.MapFS) { maps.DeleteFunc(m, func(string, *fstest.MapFile) bool { return true }) }, []string{"pack.json"}},
		"a responsibility has no price": {
			change("pay/responsibilities.csv", "\nvideo,", "\nvideos,"), []string{"pay/responsibilities.csv: video: ", "pay/responsibilities.csv: videos: "},
		},
		"a persona answers something else": {
			change("personas/freelancer.json", `"answers": {`, `"answers": {"shoe_size": 43,`), []string{": answers.shoe_size: there is no question"},
		},
		"a persona gets another result": {
			change("scoring.json", `[[35, 0], [40, 0.15]`, `[[35, 0], [40, 0.25]`), []string{": expected.strain.score: the persona gets "},
		},
		"a driver has no step": {
			change("steps.json", `{"driver": "breadth"`, `{"driver": "control"`), []string{`steps.json:36: steps[18]: there is a step for "driver.control" already`, `steps.json:16: steps.driver.breadth: there is no step`},
		},
		"a limit has no step": {
			change("steps.json", `{"limit": "no_leave"`, `{"limit": "leave"`), []string{`steps.json:20: steps[3].limit: there is no limit "leave"`, `steps.json:16: steps.limit.no_leave: there is no step`},
		},
		"a place has no name in one language": {
			change("text.fr.json", `"place.hr.other"`, `"place.hr.others"`), []string{"text.fr.json:1: place.hr.other: has no text"},
		},
		"half a language": {
			func(m fstest.MapFS) {
				lines := strings.SplitAfter(string(m["text.fr.json"].Data), "\n")
				m["text.fr.json"] = &fstest.MapFile{Data: []byte(strings.Join(lines[:3], "") + strings.Join(lines[len(lines)-3:], ""))}
			},
			strings.Fields("pack.profession: section.rest.title: weekly_hours.label: driver.work_volume.employer: lever.longest_day.one:"),
		},
		"a schema that is no address": {
			change("text.en.json", `"../../schema/text.json"`, "1"), []string{`text.en.json:2: ["$schema"]: `},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			m := copyOf(t)
			tt.change(m)
			c, problems := Check(m)
			if (c == nil) != (len(problems) > 0) || (len(problems) > 0) != (len(tt.want) > 0) {
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

// The pack that authors copy to begin with is whole, and nothing in it can go.
func TestTheSmallestPack(t *testing.T) {
	files := fstest.MapFS{}
	names, _ := filepath.Glob("../testdata/smallest/*")
	for _, name := range names {
		files[filepath.Base(name)] = &fstest.MapFile{Data: read(t, name)}
	}
	c, problems := Check(files)
	if c == nil {
		t.Fatal(problems)
	}
	for name, file := range files {
		delete(files, name)
		if _, problems := Check(files); len(problems) == 0 {
			t.Errorf("nobody misses %s", name)
		}
		files[name] = file
	}
	texts := strings.Split(string(files["text.en.json"].Data), "\n")
	for i, line := range texts {
		if !strings.HasSuffix(line, ",") || strings.Contains(line, "$schema") {
			continue
		}
		files["text.en.json"] = &fstest.MapFile{Data: []byte(strings.Join(slices.Delete(slices.Clone(texts), i, i+1), "\n"))}
		if _, problems := Check(files); len(problems) != 1 || problems[0].Code != questions.MissingWord {
			t.Errorf("without %s: got %v", line, problems)
		}
	}
}

// The note in the README is one that the smallest pack can have.
func TestTheNoteOfTheReadme(t *testing.T) {
	_, rest, _ := strings.Cut(string(read(t, "../README.md")), "```json\n")
	note, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("the README shows no note")
	}
	files := fstest.MapFS{"letter.json": {Data: []byte(note)}}
	names, _ := filepath.Glob("../testdata/smallest/*")
	for _, name := range names {
		files[filepath.Base(name)] = &fstest.MapFile{Data: read(t, name)}
	}
	_, problems := Check(files)
	for _, p := range problems {
		if p.Code != questions.MissingWord || !strings.HasPrefix(p.Path, "letter.") {
			t.Error(p)
		}
	}
	if len(problems) == 0 {
		t.Error("a note without words has no problem")
	}
}
