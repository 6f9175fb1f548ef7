package group

// What may be said of a count, so that nobody can work out what one or two
// people answered:
//
//  1. A count below [Few] is given as "fewer than 3", and so are zeros beside
//     it: they would narrow down who the others are.
//  2. If all but fewer than 3 people stand in one place, it is given as
//     "nearly everyone": the few who are missing are as easy to tell apart as
//     the few who are there, and "everyone" would say it of each person.
//  3. In a distribution the total is known, so a hidden count could be what is
//     left over. Beside a hidden count the largest is therefore given as "3 or
//     more". (Hiding it only where it is needed, or hiding the smallest, would
//     tell a reader who knows the rule which case it was.)
//  4. Where even that leaves one answer only, the distribution is not given.
//
// A test tries every distribution of small groups against a reader who knows
// all this.

// Few is the smallest count that is given as it is. A threshold on counts is the
// usual rule of statistical offices, some with five and some with three people
// (threshold rule: Glossary of Statistical Disclosure Control, joint UNECE/Eurostat
// work session on statistical data confidentiality, Geneva, November 2005; abstract
// read). Here it is three beside [MinPeople], which is five: our own judgement.
const Few = 3

// A Kind says how much of a count may be told.
type Kind int

const (
	Exact  Kind = iota // N people
	Fewer              // fewer than Few, perhaps none
	More               // Few or more
	Nearly             // all but fewer than Few, perhaps all
)

// A Cell is a count as far as it may be told.
type Cell struct {
	Kind Kind
	N    int // of Exact; 0 otherwise, so that nothing can be read out by mistake
}

// Share tells how many of n people something is true for.
func Share(count, n int) Cell {
	switch {
	case count > n-Few:
		return Cell{Kind: Nearly}
	case count < Few:
		return Cell{Kind: Fewer}
	}
	return Cell{Exact, count}
}

// Distribution tells how people are spread over places that exclude one
// another. It returns nil when no way of telling is safe.
func Distribution(counts []int) []Cell {
	cells := make([]Cell, len(counts))
	total, small, left, largest := 0, 0, 0, -1
	for i, n := range counts {
		total += n
		if n < Few {
			cells[i] = Cell{Kind: Fewer}
			small++
			left += n
			continue
		}
		cells[i] = Cell{Exact, n}
		if largest < 0 || n > counts[largest] {
			largest = i
		}
	}
	for i, n := range counts {
		if n >= Few && n > total-Few { // all others together are fewer than Few
			cells[i] = Cell{Kind: Nearly}
			return cells
		}
	}
	// Two in each place could be told in no other way, and saying nothing would
	// tell it too, so some that are near it are not told either.
	if total == len(counts)*(Few-1) && len(counts)-small <= 1 {
		return nil
	}
	switch {
	case left == 0 && small > 1:
		// Nobody stands in the small places, and at least two are shared.
		for i, n := range counts {
			cells[i] = Cell{Exact, n}
		}
	case small > 0 && largest >= 0:
		cells[largest] = Cell{Kind: More}
	}
	return cells
}
