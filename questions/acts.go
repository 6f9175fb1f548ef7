package questions

import (
	"maps"
	"slices"
)

// checkActs holds that acts, where there are any, share the sections out in the
// order of the pack: what is stepped through is what is read from above.
func (p *Pack) checkActs(found *problems) {
	if len(p.Acts) == 0 {
		return
	}
	seen, place := map[string]string{}, map[string]int{}
	for i, s := range p.Sections {
		place[s.ID] = i
	}
	ids, last := map[string]string{}, -1
	for i, a := range p.Acts {
		path := index("acts", i)
		if first, ok := ids[a.ID]; ok && a.ID != "" {
			found.add(Problem{
				Path: path + ".id", Code: DuplicateID, Args: map[string]string{"id": shorten(a.ID)},
				Message: "the act " + quote(a.ID) + " is there already, at " + first,
			})
		} else {
			ids[a.ID] = path + ".id"
		}
		if g := a.Agreement; g != nil {
			checkBetween(path+".agreement.forms", float64(g.Forms), 1, 1e6, found)
			checkBetween(path+".agreement.points", g.Points, 0, 100, found)
			checkBetween(path+".agreement.same_band", float64(g.SameBand), 0, 100, found)
		}
		for j, id := range a.Sections {
			path := index(path+".sections", j)
			at, known := place[id]
			first, twice := seen[id]
			switch {
			case id == "" || found.covers(path):
			case !known:
				problem := unknownReference(path, id, "section")
				problem.Hint = didYouMean(id, slices.Sorted(maps.Keys(place)))
				found.add(problem)
			case twice:
				found.add(Problem{
					Path: path, Code: DuplicateID, Args: map[string]string{"id": shorten(id)},
					Message: "the section " + quote(id) + " is in an act already, at " + first,
					Hint:    "each section belongs to one act",
				})
			case at < last:
				found.add(Problem{
					Path: path, Code: Misplaced, Args: map[string]string{"id": shorten(id)},
					Message: "the section " + quote(id) + " comes earlier in the pack than the one before it here",
					Hint:    "list the sections in the order of the pack",
				})
			}
			if known && !twice {
				seen[id], last = path, max(last, at)
			}
		}
	}
	for i, s := range p.Sections {
		if _, ok := seen[s.ID]; !ok && s.ID != "" {
			found.add(Problem{
				Path: index("sections", i) + ".id", Code: UnknownReference, Args: map[string]string{"id": shorten(s.ID)},
				Message: "no act holds the section " + quote(s.ID),
				Hint:    "add it to the sections of an act, or leave acts out",
			})
		}
	}
}

func checkBetween(path string, n, least, most float64, found *problems) {
	if !(n >= least && n <= most) && !found.covers(path) {
		found.add(Problem{
			Path: path, Code: OutOfRange,
			Args:    map[string]string{"got": formatNumber(n), "min": formatNumber(least), "max": formatNumber(most)},
			Message: formatNumber(n) + " is not between " + formatNumber(least) + " and " + formatNumber(most),
		})
	}
}
