package jobad

// A yielder lets a program with one thread do something else while it reads.
type yielder struct {
	rest func() bool
	work int  // done since the last rest
	over bool // the reading is given up
}

// yieldAfter is how much is done between two rests: about as many words are matched,
// or cut from the text, which takes a fraction of a millisecond in a browser.
const yieldAfter = 64

// goesOn counts work, and reports whether to go on.
func (y *yielder) goesOn(work int) bool {
	if y == nil {
		return true
	}
	if y.work += work; y.work >= yieldAfter && !y.over {
		y.work = 0
		y.over = !y.rest()
	}
	return !y.over
}

// stopped reports whether the reading was given up.
func (y *yielder) stopped() bool { return y != nil && y.over }
