package jobad

// A breath lets a program with one thread do something else while it reads.
type breath struct {
	rest func() bool
	work int  // done since the last rest
	over bool // the reading is given up
}

// stint is how much is done between two rests: about as many words are matched,
// or cut from the text, which takes a fraction of a millisecond in a browser.
const stint = 64

// did counts work, and reports whether to go on.
func (b *breath) did(work int) bool {
	if b == nil {
		return true
	}
	if b.work += work; b.work >= stint && !b.over {
		b.work = 0
		b.over = !b.rest()
	}
	return !b.over
}

// given reports whether the reading was given up.
func (b *breath) given() bool { return b != nil && b.over }
