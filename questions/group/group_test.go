package group_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bothends/questions"
	"bothends/questions/checkup"
	"bothends/questions/group"
	"bothends/questions/score"
)

func open(t testing.TB) *checkup.Checkup {
	t.Helper()
	c, problems := checkup.Open(checkup.Shipped())
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

var names = []string{"city-hall", "freelancer", "in-house-specialist", "retail-fixed-term", "sports-league", "start-up-lead"}

func persona(t testing.TB, name string) group.Opened {
	t.Helper()
	data, err := os.ReadFile("../packs/social-media-manager/personas/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return group.Opened{Name: name + ".json", Data: data}
}

func results(t testing.TB, c *checkup.Checkup, people []questions.Answers) []score.Result {
	t.Helper()
	var out []score.Result
	for _, a := range people {
		r, err := c.Score(a)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r.Result)
	}
	return out
}

func TestSixPersonasAsAGroup(t *testing.T) {
	c := open(t)
	var files []group.Opened
	for _, name := range names {
		files = append(files, persona(t, name))
	}
	g := group.Gather(c.Pack, files)
	if len(g.People) != 6 || g.Twice != nil || g.Refused != nil {
		t.Fatalf("got %d people, %v twice, %v refused", len(g.People), g.Twice, g.Refused)
	}
	s, ok := group.Summarise(c.Model, results(t, c, g.People))
	if !ok || s.People != 6 {
		t.Fatalf("got %v of %+v", ok, s)
	}
	// Bands 1, 2, 3, 3, 4, 4: none of them holds three people.
	fewer := group.Cell{Kind: group.Fewer}
	if want := []group.Cell{fewer, fewer, fewer, fewer}; !slices.Equal(s.Bands, want) {
		t.Errorf("bands are %v, want %v", s.Bands, want)
	}
	// Signs 6.2, 12.5, 22.9, 43.8, 56.2, 62.5; strain 10.2, 34.9, 43.5, 55.8, 60.6, 77.5.
	if want := (group.Spread{People: 6, Median: 35, From: 15, To: 55}); *s.Signs != want {
		t.Errorf("signs are %+v, want %+v", *s.Signs, want)
	}
	if want := (group.Spread{People: 6, Median: 50, From: 35, To: 60}); *s.Strain != want {
		t.Errorf("strain is %+v, want %+v", *s.Strain, want)
	}
	for _, l := range s.Limits {
		if l.People != fewer { // weekly hours are crossed by two, the rest by one or none
			t.Errorf("%s is crossed by %v", l.Key, l.People)
		}
	}
	if len(s.Limits) != 6 || len(s.Drivers) != 14 || s.Drivers[0].Mean < s.Drivers[13].Mean {
		t.Errorf("limits %v, drivers %v", s.Limits, s.Drivers)
	}
	total := 0.0
	for _, d := range s.Drivers {
		total += d.Mean
		if d.Mean*2 != float64(int(d.Mean*2)) {
			t.Errorf("%s weighs %v, which is no half", d.Key, d.Mean)
		}
	}
	if total < 43 || total > 51 { // the mean of strain is 47.1; each part is rounded
		t.Errorf("drivers add up to %v", total)
	}
}

func TestFourAreTooFew(t *testing.T) {
	c := open(t)
	var people []questions.Answers
	for _, name := range names[:4] {
		people = append(people, group.Gather(c.Pack, []group.Opened{persona(t, name)}).People...)
	}
	if s, ok := group.Summarise(c.Model, results(t, c, people)); ok || !reflect.DeepEqual(s, group.Summary{People: 4}) {
		t.Errorf("got %v of %+v", ok, s)
	}
}

func TestGather(t *testing.T) {
	c := open(t)
	with := func(name, old, new string) group.Opened {
		f := persona(t, "city-hall")
		text := strings.Replace(string(f.Data), old, new, 1)
		if text == string(f.Data) {
			t.Fatalf("%q is not there", old)
		}
		return group.Opened{Name: name, Data: []byte(text)}
	}
	files := []group.Opened{
		persona(t, "freelancer"),
		persona(t, "city-hall"),
		with("b the same, written otherwise.json", `"accounts": 6,`, `"accounts": 6.0,    "shares": null,`),
		with("damaged.json", `"accounts": 6`, `"accounts": -6`),
		with("of another pack.json", "social-media-manager", "nurse"),
		with("older.json", `"1.1.0"`, `"0.9.0"`),
		with("newer.json", `"1.1.0"`, `"7.0.0"`),
		{Name: "empty.json"},
		{Name: "a holiday.jpg", Data: []byte("\xff\xd8\xff")},
	}
	want := group.Gathering{Twice: []string{"city-hall.json"}}
	for range 20 {
		rand.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		got := group.Gather(c.Pack, files)
		if len(got.People) != 2 || !slices.Equal(got.Twice, want.Twice) {
			t.Fatalf("got %d people and twice %q", len(got.People), got.Twice)
		}
		var refused []string
		for _, r := range got.Refused {
			for _, p := range r.Problems {
				refused = append(refused, r.Name+": "+p.Code)
			}
		}
		if want := []string{"a holiday.jpg: not_text", "damaged.json: out_of_range", "empty.json: empty",
			"newer.json: newer_version", "of another pack.json: other_pack", "older.json: mixed_versions"}; !slices.Equal(refused, want) {
			t.Fatalf("refused are %q, want %q", refused, want)
		}
	}
}

// random answers every question at random, some not at all.
func random(r *rand.Rand, p *questions.Pack) questions.Answers {
	a := questions.Answers{}
	for _, section := range p.Sections {
		for _, q := range section.Questions {
			options := p.QuestionOptions(&q)
			switch {
			case r.IntN(8) == 0 || q.Type == questions.Shares || q.Type == questions.Code:
			case q.Type == questions.Choice:
				a[q.ID] = options[r.IntN(len(options))]
			case q.Type == questions.List:
				keys := []string{}
				for _, key := range options {
					if r.IntN(3) == 0 {
						keys = append(keys, key)
					}
				}
				a[q.ID] = keys
			default:
				most := 60.0
				if q.Max != nil {
					most = *q.Max
				}
				a[q.ID] = float64(1 + r.IntN(int(most)))
			}
		}
	}
	return a
}

func TestTheOrderOfPeopleDoesNotMatter(t *testing.T) {
	c := open(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		var people []questions.Answers
		for range group.MinPeople + r.IntN(8) {
			people = append(people, random(r, c.Pack))
		}
		list := results(t, c, people)
		want, _ := group.Summarise(c.Model, list)
		for range 5 {
			r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			if got, _ := group.Summarise(c.Model, list); !reflect.DeepEqual(got, want) {
				t.Fatalf("got %+v\nwant %+v", got, want)
			}
		}
	}
}

// may returns whether a cell can stand for a count.
func may(cell group.Cell, count, total int) bool {
	switch cell.Kind {
	case group.Exact:
		return count == cell.N
	case group.Fewer:
		return count < group.Few
	case group.More:
		return count >= group.Few
	}
	return count > total-group.Few
}

// every calls see with every way to spread total people over so many places.
func every(places, total int, see func([]int)) {
	counts := make([]int, places)
	var fill func(at, left int)
	fill = func(at, left int) {
		if at == places-1 {
			counts[at] = left
			see(counts)
			return
		}
		for n := range left + 1 {
			counts[at] = n
			fill(at+1, left-n)
		}
	}
	fill(0, total)
}

// A reader who knows the rules and the total tries every distribution that
// could have led to what is told. Where one or two people stand, the reader
// finds at least one other count possible.
func TestNoDistributionTellsOneOrTwoPeopleApart(t *testing.T) {
	for _, places := range []int{3, 4} {
		for total := group.MinPeople; total <= 14; total++ {
			possible := map[string][]map[int]bool{} // what is told -> counts possible at each place
			every(places, total, func(counts []int) {
				cells := group.Distribution(counts)
				told := fmt.Sprint(cells)
				if possible[told] == nil {
					for range places {
						possible[told] = append(possible[told], map[int]bool{})
					}
				}
				for i, n := range counts {
					possible[told][i][n] = true
					if cells != nil && !may(cells[i], n, total) {
						t.Fatalf("%v of %d is told as %v, which is not true", counts, total, cells)
					}
				}
			})
			every(places, total, func(counts []int) {
				cells := group.Distribution(counts)
				for i, n := range counts {
					if n > 0 && n < group.Few && len(possible[fmt.Sprint(cells)][i]) < 2 {
						t.Fatalf("%v of %d is told as %v: place %d must be %d", counts, total, cells, i, n)
					}
					// Everybody in one place would be said of each.
					if n == total && len(possible[fmt.Sprint(cells)][i]) < 2 {
						t.Fatalf("%v of %d is told as %v: everybody is in one place", counts, total, cells)
					}
				}
			})
		}
	}
}

func TestDistribution(t *testing.T) {
	for _, test := range []struct {
		counts []int
		want   string
	}{
		{[]int{3, 4, 0, 0}, "3 4 0 0"},
		{[]int{3, 4, 5, 3}, "3 4 5 3"},
		{[]int{0, 3, 4}, "fewer 3 more"},
		{[]int{0, 1, 2, 2}, "fewer fewer fewer fewer"},
		{[]int{0, 0, 1, 4}, "fewer fewer fewer nearly"},
		{[]int{0, 0, 0, 5}, "fewer fewer fewer nearly"},
		{[]int{4, 4, 1, 3}, "more 4 fewer 3"},
		{[]int{2, 2, 5}, "fewer fewer more"},
		{[]int{1, 3, 4}, "fewer 3 more"},
		{[]int{1, 2, 4}, "fewer fewer more"},
		{[]int{2, 2, 2}, "none"},
		{[]int{3, 2, 1}, "none"},
	} {
		got := []string{}
		for _, cell := range group.Distribution(test.counts) {
			got = append(got, map[group.Kind]string{group.Exact: fmt.Sprint(cell.N), group.Fewer: "fewer", group.More: "more", group.Nearly: "nearly"}[cell.Kind])
		}
		if len(got) == 0 {
			got = []string{"none"}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%v is told as %v, want %v", test.counts, got, test.want)
		}
	}
}

// A count of a yes or no is the same for three counts next to one another
// wherever one or two people could be told apart: adding a file that turns one
// hidden count into another is not seen.
func TestShare(t *testing.T) {
	for n := group.MinPeople; n <= 12; n++ {
		for count := range n + 1 {
			cell := group.Share(count, n)
			if !may(cell, count, n) {
				t.Errorf("%d of %d is told as %v", count, n, cell)
			}
			if (count < group.Few || n-count < group.Few) != (cell.Kind != group.Exact) {
				t.Errorf("%d of %d is told as %v", count, n, cell)
			}
		}
	}
}

// Whoever is added, nothing that was hidden by the rules is given exactly while
// it still stands for one or two people.
func TestAddingAFileNeverRevealsAFew(t *testing.T) {
	c := open(t)
	r := rand.New(rand.NewPCG(3, 4))
	for range 10 {
		var list []score.Result
		for range 14 {
			list = append(list, results(t, c, []questions.Answers{random(r, c.Pack)})...)
			s, ok := group.Summarise(c.Model, list)
			if ok != (len(list) >= group.MinPeople) {
				t.Fatalf("%d people: %v", len(list), ok)
			}
			crossed := map[string]int{}
			bands := make([]int, 4)
			strain := 0
			for _, one := range list {
				for _, key := range one.Limits {
					crossed[key]++
				}
				if one.Strain != nil {
					strain++
				}
				if one.Band != nil {
					bands[one.Band.Number-1]++
				}
			}
			for _, l := range s.Limits {
				if n := crossed[l.Key]; l.People.Kind == group.Exact && (n < group.Few || len(list)-n < group.Few) {
					t.Errorf("%d of %d cross %s: told as %v", n, len(list), l.Key, l.People)
				}
			}
			for i, cell := range s.Bands {
				if cell.Kind == group.Exact && bands[i] > 0 && bands[i] < group.Few {
					t.Errorf("bands %v are told as %v", bands, s.Bands)
				}
			}
			if (s.Drivers != nil) != (ok && strain >= group.MinPeople) {
				t.Errorf("of %d with strain, drivers are %v", strain, s.Drivers)
			}
		}
	}
}

func FuzzGather(f *testing.F) {
	c := open(f)
	f.Add(persona(f, "city-hall").Data, persona(f, "freelancer").Data)
	f.Add([]byte(`{`), []byte(`{"format": "bothends-answers", "version": 1, "pack": "social-media-manager", "pack_version": "0.0.1-x", "answers": {}}`))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		files := []group.Opened{{Name: "a", Data: a}, {Name: "b", Data: b}}
		got := group.Gather(c.Pack, files)
		if len(got.People)+len(got.Twice)+len(got.Refused) != 2 {
			t.Errorf("got %+v", got)
		}
		slices.Reverse(files)
		if again := group.Gather(c.Pack, files); !reflect.DeepEqual(got, again) {
			t.Errorf("got %+v and then %+v", got, again)
		}
	})
}
