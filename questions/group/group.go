// Package group puts the answers of several people together so that a team or
// a works council can talk about the job, and nobody's own answers show.
//
//	gather.go   files in, the people to count and what is wrong with the rest
//	group.go    the summary; disclose.go what may be said of a count
//	findings.go what of it an employer has to deal with
//
// What the page says about a group follows these rules, and it prints them:
//
//   - Nothing at all is said about fewer than [MinPeople] people.
//   - No count is given that would tell one or two people apart, neither by
//     being small nor by leaving only one or two over (disclose.go).
//   - Medians and the middle half are rounded to [Grain] points, means to half
//     a point, and there is no lowest and no highest: those are one person's.
//
// They keep a summary from giving a person away to its readers. Whoever holds
// the files can open each of them alone, and a second summary with one person
// more or less shows that person by comparison: no rule about counts can
// prevent either, so the page says both.
package group

import (
	"math"
	"slices"
	"sort"

	"bothends/questions"
	"bothends/questions/score"
)

// MinPeople is the size of the smallest group of which anything is said, the
// stricter of the two usual thresholds (see [Few]).
const MinPeople = 5

// Grain is what medians and quartiles are rounded to, in points: our own
// judgement. With few people a median is the number of one of them.
const Grain = 5

// A Summary is what may be said of a group. Parts of which too few people have
// a result are nil.
type Summary struct {
	People  int
	Banded  Cell   // how many have a band
	Bands   []Cell // of them, one for each band; nil when nothing can be told
	Signs   *Spread
	Strain  *Spread
	Drivers []Driver // the largest mean first; nil when too few have strain
	Limits  []Limit  // in the order of the model
}

// A Spread is where the middle of a group stands, in steps of Grain.
type Spread struct {
	People   int
	Median   int
	From, To int // the middle half
}

// A Driver is what one part of the job weighs across the group.
type Driver struct {
	Key     string
	Mean    float64 // points of strain, in halves
	Notable Cell    // for how many it is notable
}

// A Limit is a line that some cross.
type Limit struct {
	Key    string
	People Cell
}

// Summarise returns the summary of results; ok is false when they are too few.
// Their order does not matter.
func Summarise(m *score.Model, results []score.Result) (s Summary, ok bool) {
	n := len(results)
	if n < MinPeople {
		return Summary{People: n}, false
	}
	s.People = n
	bands, banded := make([]int, len(m.Scoring.Bands.Keys)), 0
	var signs, strain []float64
	crossed, notable := map[string]int{}, map[string]int{}
	points := map[string][]float64{}
	for _, r := range results {
		if r.Band != nil {
			bands[r.Band.Number-1]++
			banded++
		}
		if r.Signs != nil {
			signs = append(signs, r.Signs.Score)
		}
		for _, key := range r.Limits {
			crossed[key]++
		}
		if r.Strain == nil {
			continue
		}
		strain = append(strain, r.Strain.Score)
		for _, d := range r.Drivers {
			points[d.Key] = append(points[d.Key], d.Contribution)
			if d.Notable {
				notable[d.Key]++
			}
		}
	}
	s.Banded = Share(banded, n)
	if banded >= MinPeople {
		s.Bands = Distribution(bands)
	}
	s.Signs, s.Strain = spread(signs), spread(strain)
	for _, rule := range m.Scoring.Limits {
		s.Limits = append(s.Limits, Limit{rule.Key, Share(crossed[rule.Key], n)})
	}
	if s.Strain == nil {
		return s, true
	}
	for _, rule := range m.Scoring.Drivers {
		// Who skipped all of a driver has nothing of it in their strain.
		mean := sum(points[rule.Key]) / float64(len(strain))
		s.Drivers = append(s.Drivers, Driver{rule.Key, questions.Round(mean*2, 0) / 2, Share(notable[rule.Key], len(strain))})
	}
	sort.SliceStable(s.Drivers, func(i, j int) bool { return s.Drivers[i].Mean > s.Drivers[j].Mean })
	return s, true
}

// Numbers are added and put in order as whole billionths: sums of those do not
// depend on the order of the people. Structs are put in order with package sort:
// slices.SortFunc is compiled anew for every type, 10 to 20 kB each of the program
// (measured: 40 kB for the four in this package and in record).
const billion = 1_000_000_000

func nano(x float64) int { return int(questions.Round(x, 9) * billion) }

func sum(list []float64) float64 {
	total := 0
	for _, x := range list {
		total += nano(x)
	}
	return float64(total) / billion
}

// spread returns nil for fewer than MinPeople numbers.
func spread(list []float64) *Spread {
	if len(list) < MinPeople {
		return nil
	}
	var sorted []int
	for _, x := range list {
		sorted = append(sorted, nano(x))
	}
	slices.Sort(sorted)
	grain := func(x float64) int { return Grain * int(questions.Round(questions.Round(x, 9)/Grain, 0)) }
	return &Spread{
		People: len(list),
		Median: grain(quantile(sorted, 0.5)),
		From:   grain(quantile(sorted, 0.25)),
		To:     grain(quantile(sorted, 0.75)),
	}
}

// quantile interpolates between the two nearest of a sorted list.
func quantile(sorted []int, q float64) float64 {
	at := q * float64(len(sorted)-1)
	below := int(math.Floor(at))
	x := float64(sorted[below])
	if below < len(sorted)-1 {
		x += (at - float64(below)) * float64(sorted[below+1]-sorted[below])
	}
	return x / billion
}
