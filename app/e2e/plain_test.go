package e2e

import (
	"path/filepath"
	"sync"
	"testing"

	"bothends/app/site"
)

// builtPlain is the site with the program that build -plain compiles.
var builtPlain = sync.OnceValues(func() (string, error) {
	return build(site.Options{Out: filepath.Join(workshop, "plain"), Plain: true, Quick: true})
})

// The way out when a library or a release of Go does not fit what makes the
// program small has to work on that day, so it is tried on every other one.
func TestThePlainProgramReachesTheSameResult(t *testing.T) {
	long(t)
	t.Parallel()
	p := NewPerson(t, hostOf(t, builtPlain))
	p.Open("en")
	persona := personaNamed(t, "city-hall")
	p.AnswerAll(persona.answers)
	p.Finish()
	checkResult(t, p.Result(), persona)
}
